#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An editor's evening by keyboard alone, with Hangul on: each step takes no more keys than it may.

day.py BULLETIN-DESK BULLETIN, under tests/tools/headless and with-hangul, with a window manager.
TEST_SAMPLES names the folder of the samples. What the window did is then read back with the command.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from driver import Command, Desk, check, press, put_caret_before, shows, text_of, wait, walk
from hands import Hands

SAMPLE = "ferry-returns-2026-03-18.ko.txt"

# What was typed wrong: words before it, what is struck, what is typed.
SLIPS = (
    ("11주 만에 다시 바다로", "11", "12"),
    ("7시 40분", "7", "8"),
    ("9톤을 싣고", "9", "7"),
    ("16개를 박았습니다", "16", "18"),
    ("48억 원을 들였고", "48", "46"),
    ("30%가 깎였습니다", "30", "20"),
)


def put_on_clipboard(path):
    with open(path, "rb") as script:
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], stdin=script, check=True)


def line_of(script, words):
    return next(line for line in text_of(script).split("\n") if words in line)


def open_script(desk, hands):
    put_on_clipboard(os.path.join(os.environ["TEST_SAMPLES"], SAMPLE))
    desk.find("Open a script…")
    with hands.step("1 open tonight's script", 1):
        hands.press("ctrl+shift+v")
        script = desk.find("Script", "text")
        wait("the text", lambda: "승객 118명" in text_of(script))
        desk.focus_on("Script")
    return script


def see_what_it_is(desk, hands):
    with hands.step("2 see anchor, report, soundbites", 0):
        for words in ("고윤배", "장세옥", "서민지"):
            wait(f"the speaker {words}", lambda words=words: shows(desk.application, words))


def see_times(desk, hands):
    with hands.step("9 read times", 0):
        for words in ("Lead", "Report", "Total"):
            wait(f"the time of {words}", lambda words=words: shows(desk.application, words))


def give_speaker(desk, hands, script):
    """And back again: it was right as it was."""
    before = text_of(script)
    put_caret_before(script, "고윤배/해란도")
    with hands.step("3 give a turn its speaker", 1):
        hands.press("alt+4")
        wait("the other's name", lambda: "장세옥" in line_of(script, "첫 주에는 날짜를"))
    press("ctrl+z")
    wait("the name of before", lambda: text_of(script) == before)


def rename_title(desk, hands, script):
    put_caret_before(script, "고윤배/해란도")
    with hands.step("4 a speaker's title everywhere", 2):
        hands.press("F2")
        desk.focus_on("Name")
        hands.press("Tab")
        desk.focus_on("Title")
        hands.type("해란도 부두 소장", end=True)
        wait("the new title", lambda: "부두 소장" in line_of(script, "첫 주에는 날짜를"))
    desk.focus_on("Script")


def type_over(hands, script, place, was, now):
    """The caret stands before the words; Delete is typing, as a person counts."""
    put_caret_before(script, place)
    for _ in was:
        press("Delete")
    hands.type(now)


def change_number(hands, script):
    with hands.step("5 another number", 0):
        type_over(hands, script, "118명과", "118", "181")
        wait("the number", lambda: "181명과" in text_of(script).replace("118", ""))


def say_why(desk, hands, reason, state):
    with hands.step(f"{state} say why", 2):
        hands.press("ctrl+r")
        desk.focus_on("1 Number")
        hands.press("1")
        desk.focus_on("Reason")
        hands.type(reason, end=True)
        desk.focus_on("Script")


def review_all(desk, hands, script):
    """Those of before: the title, and the number whose reason is told."""
    put_caret_before(script, "공지·정정")
    with hands.step("10 review all", 1):
        hands.press("ctrl+shift+Return")
        wait("no change that is left", lambda: shows(desk.application, "changes are accepted"))


def review(desk, hands, script):
    for place, was, now in SLIPS:
        type_over(hands, script, place, was, now)
        wait(f"{now} for {was}", lambda words=place.replace(was, now, 1): words in text_of(script).replace(was, ""))
    with hands.step("10 review six changes", len(SLIPS)):
        for n in range(len(SLIPS) - 1, -1, -1):
            hands.press("ctrl+Return")
            wait(f"{n} changes left", lambda n=n: count_unreviewed(desk) == n)


def count_unreviewed(desk):
    """As the Corrections pane tells it, and where none is left the window."""
    desk.application.clear_cache()  # a label that says something else now does not say so
    if shows(desk.application, "All changes are reviewed."):
        return 0
    for node in walk(desk.application):
        found = re.fullmatch(r"(\d+) changes? (?:is|are) not reviewed", node.get_name() or "")
        if found:
            return int(found[1])
    return None


def lock(desk, hands):
    with hands.step("11 lock as aired", 1):
        hands.press("F12")
        dialog = desk.find("Lock as aired?")
        check("the question", dialog is not None)
        press("Return")
        wait("the state", lambda: shows(desk.application, "Aired"))
    desk.focus_on("Script")


def prompt(desk, hands):
    with hands.step("12 prompter", 2):
        hands.press("F5")
        desk.focus_on("Words to read")
        hands.press("ctrl+w")
        desk.focus_on("Script")


def correct_after_air(desk, hands, script):
    type_over(hands, script, "6미터 파도까지", "6", "5")
    say_why(desk, hands, "표를 잘못 읽었습니다.", "13")
    with hands.step("14 notices and the line for the air", 0):
        wait("the card", lambda: shows(desk.application, "Was 6미터, is right: 5미터"))


def check_notices(command, uid):
    """Both languages, for the page and for the air, are there without a key."""
    for language in ("ko", "en"):
        for use in ("page", "on-air"):
            text = command.run("notice", uid, "--lang", language, "--use", use)
            check(f"{language}, {use}: {text}", "6미터" in text and "5미터" in text and "181명과" not in text)
    korean = command.run("notice", uid, "--lang", "ko", "--use", "page")
    check(f"the particles: {korean}", "“6미터”로 보도했으나 “5미터”가 맞으므로" in korean)


def check_script(command, uid):
    story = json.loads(command.run("show", uid, "--json"))
    words = "\n".join(block["text"] for block in story["blocks"])
    for place, was, now in SLIPS:
        check(f"{now} for {was}", place.replace(was, now, 1) in words)
    check("the number", "승객 181명과" in words)
    check("the title", "고윤배/해란도 부두 소장 :" in words)
    check("the state", story["state"] == "aired")
    titles = {speaker["number"]: speaker["title"] for speaker in story["speakers"]}
    check(f"the speaker's title: {titles}", titles[3] == "해란도 부두 소장")


def check_corrections(command, uid):
    story = json.loads(command.run("show", uid, "--json"))
    told = [(c["class"], c["was"], c["now"], c["reason"]) for c in story["corrections"]]
    check(f"the corrections: {told}", told == [
        ("figure", "118명", "181명", "두 숫자가 바뀌었습니다."),
        ("figure", "6미터", "5미터", "표를 잘못 읽었습니다."),
    ])
    changes = command.run("changes", uid)
    check(f"what differs from air: {changes}", "without a reason: 0" in changes and "“6미터” → “5미터”" in changes)


def check_library(command, folder):
    uid = json.loads(command.run("list", "--json").splitlines()[0])["uid"]
    check_script(command, uid)
    check_corrections(command, uid)
    check_notices(command, uid)
    page = os.path.join(folder, "script.pdf")
    command.run("print", uid, "-o", page)
    check("the pages", os.path.getsize(page) > 10000)
    command.run("fsck")


def main():
    desk_program, command_program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        desk = Desk(desk_program, "--library", library)
        hands = Hands()
        try:
            script = open_script(desk, hands)
            see_what_it_is(desk, hands)
            see_times(desk, hands)
            give_speaker(desk, hands, script)
            rename_title(desk, hands, script)
            change_number(hands, script)
            say_why(desk, hands, "두 숫자가 바뀌었습니다.", "6")
            review_all(desk, hands, script)
            review(desk, hands, script)
            lock(desk, hands)
            prompt(desk, hands)
            correct_after_air(desk, hands, script)
            desk.leave()
        finally:
            desk.stop()
        check_library(Command(command_program, library), folder)
    print("ok")


if __name__ == "__main__":
    main()
