#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A translator's evening by keyboard alone, with Hangul on: each step takes no more keys than it may.

translator.py BULLETIN-DESK BULLETIN, under tests/tools/headless and with-hangul, with a window manager.
TEST_SAMPLES names the folder of the samples. What the window did is then read back with the command.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

from driver import Atspi, Command, Desk, check, has_focus, is_active, press, shows, text_of, wait, walk
from hands import Hands

KOREAN, ENGLISH = "ferry-returns-2026-03-18.ko.txt", "ferry-returns-2026-03-18.txt"

# What makes work: three sentences of which two are translated, one that is not, and a number.
KOREAN_CHANGES = (
    (
        "1월에 진료를 받으러 뭍에 나갔던 주민들도 이 배로 집에 돌아왔습니다.",
        "반가운 얼굴들입니다. 서로 이름을 부르는 사람이 많았습니다. 아무 말이 없었습니다.",
    ),
)
ENGLISH_CHANGES = (
    (
        "People who had gone to the mainland for a hospital visit in January came home with it.",
        "They had been away since winter. Some of them cried.",
    ),
    ("Until today, fishing boats had carried the islanders' food, mail and medicine.\n\n", ""),
    ("118 passengers", "113 passengers"),
)


def make_story(command, folder):
    """Both languages in one story, of which nobody has looked at a pair."""
    uids = []
    for name, changes in ((KOREAN, KOREAN_CHANGES), (ENGLISH, ENGLISH_CHANGES)):
        with open(os.path.join(os.environ["TEST_SAMPLES"], name), encoding="utf-8") as file:
            text = file.read()
        for was, now in changes:
            check(f"the sample has no “{was}”", was in text)
            text = text.replace(was, now)
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        uids.append(command.run("import", path).split()[0])
    command.run("pair", *uids)
    return uids[0]


def pairs_of(command, uid):
    return [json.loads(line) for line in command.run("pairs", uid, "--json").splitlines()]


class Pairs:
    """The translation desk, as a screen reader tells it."""

    def __init__(self, desk):
        self.desk = desk
        self.sides = {}

    def side(self, language):
        if language not in self.sides:
            self.sides[language] = self.desk.find(f"{language} script", "text")
        return self.sides[language]

    def put_caret_before(self, language, words):
        """As the mouse does: the other text first, where that has the focus."""
        script = self.side(language)
        if not has_focus(script):
            press("alt+Left")
            wait(f"the focus on the {language}", lambda: has_focus(script))
        at = text_of(script).index(words)
        Atspi.Text.set_caret_offset(script, at)
        wait(f"the caret before “{words}”", lambda: Atspi.Text.get_caret_offset(script) == at)

    def room(self):
        """What stands around the texts, which say nothing of pairs themselves."""
        node = self.side("English")
        while node.get_parent().get_parent().get_name() != "Translation":
            node = node.get_parent()
        return node

    def shows(self, words):
        room = self.room()
        self.desk.application.clear_cache()  # a label that says something else now does not say so
        return shows(room, words)

    def tell(self, words):
        wait(f"“{words}”", lambda: self.shows(words))

    def is_at(self, number, state):
        self.tell(f"Pair {number} of")
        self.tell(state)


def open_story(desk):
    """The eye and the mouse find it: the last in the list is the Korean one with both languages."""
    stories = desk.find("Stories", "list")
    wait("both stories", lambda: stories.get_child_count() >= 1)
    row = next(i for i in range(stories.get_child_count()) if shows(stories.get_child_at_index(i), "해란도"))
    Atspi.Selection.select_child(stories, row)
    desk.focus_on("Script")


def open_side_by_side(hands, pairs):
    with hands.step("1 both languages side by side", 1):
        hands.press("ctrl+t")
        pairs.tell("0 of 20 confirmed")
        check("the Korean", "118명" in text_of(pairs.side("Korean")))
        check("the English", "113 passengers" in text_of(pairs.side("English")))


def see_facts(hands, pairs):
    with hands.step("6 whether numbers, dates and names agree", 0):
        pairs.tell("1 fact differs")


def find_doubtful(hands, pairs):
    press("ctrl+Home")
    with hands.step("2 the next doubtful pair", 1):
        hands.press("alt+Next")
        pairs.is_at(7, "doubtful")
    with hands.step("2 and the next", 1):
        hands.press("alt+Next")
        pairs.is_at(8, "left out in English")
    press("alt+Prior")
    pairs.is_at(7, "doubtful")


def put_together(hands, pairs):
    """A sentence to the pair before; two of the Korean that are one in English, and apart again."""
    hands.press("ctrl+Return")
    pairs.is_at(8, "left out in English")
    with hands.step("3 shift", 1):
        hands.press("alt+shift+Down")
        pairs.tell("Pair 8 of 20: confirmed")
    pairs.put_caret_before("Korean", "폭풍 전의 두 배입니다")
    with hands.step("3 split at the caret", 1):
        hands.press("ctrl+shift+j")
        pairs.is_at(14, "left out in English")
    pairs.put_caret_before("Korean", "잠수사들은")
    with hands.step("3 two Korean, one English", 1):
        hands.press("ctrl+j")
        pairs.tell("Pair 13 of 20: confirmed")


def type_over(hands, pairs, language, place, was, now):
    """The caret stands before the words; Delete is typing, as a person counts."""
    pairs.put_caret_before(language, place)
    for _ in was:
        press("Delete")
    hands.type(now)


def mend_fact(hands, pairs):
    type_over(hands, pairs, "English", "3 passengers", "3", "8")
    with hands.step("6 and that they agree now", 0):
        wait("all facts to agree", lambda: not pairs.shows("fact differs"))


def confirm_to_here(hands, pairs):
    pairs.put_caret_before("Korean", "잠수사들은")
    pairs.tell("Pair 13 of 20")
    with hands.step("4 all down to here", 1):
        hands.press("ctrl+shift+Return")
        pairs.tell("13 of 20 confirmed")
        pairs.tell("Pair 14 of 20: automatic")


def correct_korean(hands, pairs):
    """What the Korean desk does meanwhile."""
    type_over(hands, pairs, "Korean", "40분, 여객선이", "4", "3")
    pairs.tell("1 stale")
    type_over(hands, pairs, "Korean", "6개를 박았습니다", "6", "8")
    pairs.tell("2 stale")
    pairs.put_caret_before("English", "Haeran Island ferry")


def follow_korean(hands, pairs):
    with hands.step("7 which lines the Korean changed, a key each", 2):
        hands.press("alt+Next")
        pairs.tell("“40분” is now “30분”")
        type_over(hands, pairs, "English", "40 in the morning", "4", "3")
        hands.press("ctrl+Return")
        pairs.tell("“16개를” is now “18개를”")
        type_over(hands, pairs, "English", "6 new piles", "6", "8")
    hands.press("ctrl+Return")
    pairs.tell("13 of 20 confirmed")
    wait("nothing stale", lambda: not pairs.shows("stale"))


def stop_half_way(desk):
    """Nobody saves, and the power goes; what is a second old is on the disk."""
    time.sleep(3)
    desk.process.kill()
    desk.process.wait()


def go_on(hands, pairs):
    with hands.step("8 go on where the work stopped", 1):
        hands.press("ctrl+t")
        pairs.tell("13 of 20 confirmed")
    check("the English", "18 new piles" in text_of(pairs.side("English")))


def name_in_dialog(application):
    """What its entry holds; a script behind it, which may have the focus of its own window, has lines."""
    nodes = (node for node in walk(application) if node.get_role_name() in ("text", "entry") and has_focus(node))
    return next(text for text in map(text_of, nodes) if "\n" not in text)


def type_path(application, path):
    """Its letters are none of Hangul, so it comes by way of the clipboard, and counts as typed.

    The dialog names a file of its own first; a Return that overtakes what is pasted would take that."""
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=path.encode(), check=True)
    wait("a name in the dialog", lambda: name_in_dialog(application))
    press("ctrl+a", "ctrl+v")
    wait("the path in the dialog", lambda: name_in_dialog(application) == path)
    press("Return")


def deliver(hands, pairs, folder):
    for name in ("out.tmx", "out.xlf", "out.html"):
        path = os.path.join(folder, name)
        with hands.step(f"9 deliver {name}", 1):
            hands.press("ctrl+shift+s")
            wait("the dialog", lambda: is_active("Export"))
            type_path(pairs.desk.application, path)
            wait(f"the file {name}", lambda path=path: os.path.exists(path))
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for words in ("새 말뚝 18개를", "Divers set 18 new piles"):
            check(f"{name} has no “{words}”", words in text)
        wait("the text again", lambda: has_focus(pairs.side("English")))


def check_library(command, uid):
    told = pairs_of(command, uid)
    check(f"{len(told)} pairs", len(told) == 20)
    check("which are confirmed", [pair["state"] for pair in told] == 13 * ["confirmed"] + 7 * ["automatic"])
    shape = [(len(pair["ko"]), len(pair["en"])) for pair in told]
    check(f"what answers what: {shape}", shape[3] == (1, 0) and shape[7:9] == [(1, 1), (1, 0)] and shape[12] == (2, 1))
    command.run("fsck")


def main():
    desk_program, command_program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        command = Command(command_program, os.path.join(folder, "library.bulletin"))
        uid = make_story(command, folder)
        desk = Desk(desk_program, "--library", command.library)
        hands = Hands()
        pairs = Pairs(desk)
        try:
            open_story(desk)
            open_side_by_side(hands, pairs)
            see_facts(hands, pairs)
            find_doubtful(hands, pairs)
            put_together(hands, pairs)
            mend_fact(hands, pairs)
            confirm_to_here(hands, pairs)
            correct_korean(hands, pairs)
            follow_korean(hands, pairs)
            stop_half_way(desk)
        finally:
            desk.stop()
        desk = Desk(desk_program, "--library", command.library)
        pairs = Pairs(desk)
        try:
            open_story(desk)
            go_on(hands, pairs)
            deliver(hands, pairs, folder)
            desk.leave()
        finally:
            desk.stop()
        check_library(command, uid)
    print("ok")


if __name__ == "__main__":
    main()
