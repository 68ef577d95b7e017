#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is who, by keyboard alone and with Hangul on: two spellings are one person in three keys.

people-keys.py BULLETIN-DESK BULLETIN, under tests/tools/headless and with-hangul, with a window manager. The command
makes the library, sees what the window did, and does what the window has to see.
"""
import json
import os
import sys
import tempfile

from driver import Command, Desk, check, press, shows, wait
from hands import Hands

SCRIPTS = (
    "입력 2025.06.12 (22:46)\n\n[앵커]\n\n뱃길이 열렸습니다.\n\n[리포트]\n\n"
    '[강태윤/연안안전청 부청장: "두 번 검사했습니다."]\n\n[오순희/주민: "잠을 못 잤어요."]\n',
    "입력 2025.07.02 (22:46)\n\n[앵커]\n\n새 배가 왔습니다.\n\n[리포트]\n\n"
    '[강태윤/연안안전청장: "이제 안전합니다."]\n\n[오 순희/주민: "반갑습니다."]\n',
    "News 9 2025-08-01\n\n[Anchor]\n\nThe ferry sails again.\n\n[Reporter]\n\n"
    '[Kang Tae-yoon/Director, Coastal Safety Office: "Every weld was tested."]\n',
)


def count(command, name):
    """In how many soundbites somebody is heard."""
    return json.loads(command.run("people", "show", name, "--json"))["bites"]


def make_library(command, folder):
    for number, script in enumerate(SCRIPTS):
        path = os.path.join(folder, f"{number}.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        command.run("import", path)


def merge(desk, hands, command):
    with hands.step("merge two spellings of one person", 3):
        hands.press("ctrl+shift+k")
        desk.focus_on("Search the archive")
        hands.type("강태윤")
        wait("the one who was typed", lambda: shows(desk.application, "1 of 4 people"))
        press("Return")  # ends the syllable
        hands.press("Return")
        wait("the page", lambda: shows(desk.application, "in 2 stories"))
        wait("the suggestion", lambda: shows(desk.application, "Kang Tae-yoon. 1 soundbite · sound alike"))
        hands.press("ctrl+Return")
        wait("both on one page", lambda: shows(desk.application, "in 3 stories"))
    check("they are one in the library as well", count(command, "강태윤") == 3)


def take_back(desk, command):
    press("ctrl+z")
    wait("the page of before", lambda: shows(desk.application, "in 2 stories"))
    check("they are two again", count(command, "강태윤") == 2)


def follow(desk, command):
    command.run("people", "merge", "Kang Tae-yoon", "강태윤")
    wait("what the command did", lambda: shows(desk.application, "in 3 stories"))


def read(desk, hands):
    """From the page into the story, and back."""
    with hands.step("a soundbite in its story, and back", 2):
        hands.press("Return")
        desk.focus_on("Script")
        hands.press("Escape")
        wait("the page", lambda: shows(desk.application, "in 3 stories"))


def main():
    desk_program, command_program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        command = Command(command_program, os.path.join(folder, "library.bulletin"))
        make_library(command, folder)
        desk = Desk(desk_program, "--library", command.library)
        try:
            hands = Hands()
            desk.find("Stories")
            merge(desk, hands, command)
            take_back(desk, command)
            follow(desk, command)
            read(desk, hands)
            desk.leave()
        finally:
            desk.stop()
    print("ok")


if __name__ == "__main__":
    main()
