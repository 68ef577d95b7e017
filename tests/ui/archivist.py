#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An archivist's day by keyboard alone, with Hangul on: each step takes no more keys than it may.

archivist.py BULLETIN-DESK BULLETIN [LIBRARY], under tests/tools/headless and with-hangul, with a window manager. Some
stories are made for it; LIBRARY is one that has many others already, and is changed. The command sees what the window
did, and does what the window has to see.
"""
import glob
import json
import os
import re
import sys
import tempfile

from driver import Atspi, Command, Desk, check, is_active, press, text_of, wait
from hands import Hands

IN_MARCH = 50
OTHERS = 6
MOST_ROWS = 100
WORD = "친서"
TAG = "외교"
ROW = "외교 · Diplomacy"
MONTH = "2026-03"
SPEAKER = "강태윤"
ENGLISH = (
    "News 9 2026-04-01\n\n[Anchor]\n\nThe ferry sails again.\n\n[Reporter]\n\n"
    '[Kang Tae-yoon/Director, Coastal Safety Office: "Every weld was tested."]\n'
)


def make_story(number, month, words):
    return (
        f"입력 {month.replace('-', '.')}.{number % 28 + 1:02} (22:46)\n\n[앵커]\n\n{number + 1}번째 소식입니다. {words}\n\n"
        f'[리포트]\n\n[{SPEAKER}/연안안전청장: "두 번 검사했습니다."]\n\n[오순희/주민: "{SPEAKER}이 옳고 오순희도 그렇답니다."]\n'
    )


def make_stories():
    yield from (make_story(i, MONTH, "시장이 친서를 보냈습니다.") for i in range(IN_MARCH))
    yield from (make_story(i, "2026-05", "도지사가 친서에 답했습니다.") for i in range(OTHERS))
    yield from (make_story(i, MONTH, "다리가 다시 열렸습니다.") for i in range(OTHERS))
    yield ENGLISH


def make_library(folder, command):
    scripts = os.path.join(folder, "in")
    os.mkdir(scripts)
    for i, text in enumerate(make_stories()):
        with open(os.path.join(scripts, f"{i}.txt"), "w", encoding="utf-8") as file:
            file.write(text)
    command.run("import", scripts)


def correct_one(command):
    """The newest that will be found is corrected, and everybody was told."""
    found = command.run("find", f"{WORD} date:{MONTH}", "--limit", "1", "--json")
    uid = json.loads(found.splitlines()[0])["uid"]
    command.run("air", uid)
    command.run("correct", uid, "--was", "시장이", "--now", "도지사가", "--class", "fact", "--reason", "직함이 틀렸습니다.")
    command.run("approve", uid, "c1")
    command.run("publish", uid, "c1")


def count(command, query):
    return int(command.run("find", query, "--count"))


def count_tagged(command):
    return count(command, "tag:subject:diplomacy")


def count_bites(command, name):
    return json.loads(command.run("people", "show", name, "--json"))["bites"]


def walk(node):
    """Of the stories in the list, that there are some: what is in them takes seconds to go through, as do all of them
    where they are many."""
    yield node
    if node.get_role_name() == "list item":
        return
    n = node.get_child_count()
    for i in range(n if node.get_role_name() != "list" or n <= MOST_ROWS else 1):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def find(root, name):
    return next((node for node in walk(root) if node.get_name() == name), None)


def shows(root, text):
    return any(text in (node.get_name() or "") for node in walk(root))


def count_shown(root):
    """How many stories the window says it has found."""
    told = (re.fullmatch(r"(\d+) stories", node.get_name() or "") for node in walk(root))
    return next((int(words[1]) for words in told if words), 0)


def has_focus(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def focus_on(root, name):
    wait(f"focus on “{name}”", lambda: any(n.get_name() == name and has_focus(n) for n in walk(root)))


def is_on_list(root):
    """Whether the keys go to a story of the list, as they do once the popover has gone."""
    return any(node.get_role_name() == "list item" and has_focus(node) for node in walk(root))


def text_in(root, name):
    nodes = (node for node in walk(root) if node.get_name() == name)
    return text_of(next(node for node in nodes if node.get_role_name() in ("text", "entry")))


def find_part(node, is_whole):
    """The part of the window around a node that has all of something: to look elsewhere takes longer."""
    while not is_whole(node):
        node = node.get_parent()
    return node


def has_list(node):
    return any(inner.get_role_name() == "list item" for inner in walk(node))


def can_have_focus(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)


class Archivist:
    """Keys, the window, and the command that looks into the library from outside."""

    def __init__(self, desk, command, folder, among_years):
        """Among stories of many years the bars are years, and those of the last are ours."""
        self.bar, self.date, self.hits = ("End", "2026", IN_MARCH + OTHERS) if among_years else ("Left", MONTH, IN_MARCH)
        self.desk = desk
        self.command = command
        self.folder = folder  # in which the window looks for files first
        self.hands = Hands()
        self.root = None  # of the archive desk
        self.side = None  # of what it can be narrowed by, and of saved searches
        self.looked_for = WORD
        self.tagged_before = count_tagged(command)

    def search(self):
        """Of the syllable that is being composed, what it may yet become is found as well."""
        n = count(self.command, WORD)
        with self.hands.step("1 search over all years", 1):
            self.hands.press("ctrl+k")
            entry = wait("the entry", lambda: find(self.desk.application, "Search the archive"))
            self.root = wait("the stories", lambda: find_part(entry, has_list))
            focus_on(self.root, "Search the archive")
            self.hands.type(WORD)
            wait("what was found, whatever particle follows", lambda: n <= count_shown(self.root) < 2 * n)

    def go_back_to(self, name):
        """One stop after the other, as the eye goes there: these keys are no part of a step."""
        stops = [node for node in walk(self.desk.application) if can_have_focus(node)]
        for _ in stops:
            here = wait("the focus", lambda: next((node for node in stops if has_focus(node)), None))
            if here.get_name() == name:
                return here
            press("shift+Tab")
            wait("the focus to move", lambda here=here: not has_focus(here))
        raise SystemExit(f"archivist: Shift+Tab never came to “{name}”")

    def count_tagged(self):
        return count_tagged(self.command) - self.tagged_before

    def is_looked_for(self, words):
        return text_in(self.root, "Search the archive") == words

    def narrow(self):
        """What is chosen at the left is typed, beside the syllable that was still being composed."""
        corrected = "With corrections: 1 story"
        months = self.go_back_to("Stories by month")
        self.side = find_part(months, lambda node: shows(node, "With corrections: "))
        with self.hands.step("2 narrow by month and speaker, counts shown", 3):
            self.hands.press(self.bar)
            self.looked_for += f" date:{self.date}"
            wait("the month", lambda: self.is_looked_for(self.looked_for))
            wait("those of the month", lambda: shows(self.root, f"{self.hits} stories"))
            row = f"{SPEAKER}: {self.hits} stories"
            wait("how many have the speaker", lambda: find(self.side, row))
            press("Tab")
            focus_on(self.side, row)
            self.hands.press("space")
            self.looked_for += f" speaker:{SPEAKER}"
            wait("the speaker", lambda: self.is_looked_for(self.looked_for))
            wait("how many are corrected", lambda: shows(self.side, corrected))
        check("all of them are found", count(self.command, self.looked_for) == self.hits)

    def see_badge(self):
        with self.hands.step("7 the corrected story says so", 0):
            wait("the badge", lambda: shows(self.root, "1 correction"))

    def tag_all(self):
        """The syllable that is still being composed in either entry is there once, whatever key comes."""
        hands, root = self.hands, self.root
        with hands.step(f"3 tag {self.hits} stories", 3):
            hands.press("ctrl+d")
            wait("the tags of what was found", lambda: shows(root, f"Tags of {self.hits} stories"))
            focus_on(root, "Find or add a tag")
            hands.type(TAG)
            wait("the tag", lambda: find(root, f"{ROW}, none"))
            hands.press("ctrl+Return")
            sentence = f"Diplomacy: adds to {self.hits}. Nothing is taken away. One undo."
            wait("what will happen", lambda: shows(root, sentence))
            check("the word is gone from the entry", text_in(root, "Find or add a tag") == "")
            check("nothing is done before it is decided", self.count_tagged() == 0)
            hands.press("ctrl+Return")
            wait("all to be tagged", lambda: self.count_tagged() == self.hits)
        check(f"“{self.looked_for}” is looked for", self.is_looked_for(self.looked_for))
        wait("the list", lambda: is_on_list(root))

    def untag_three(self):
        hands, root = self.hands, self.root
        with hands.step("3 take three back", 9):
            for n in (1, 2, 3):
                hands.press("space")
                wait(f"{n} of them", lambda n=n: shows(root, f"{n} of {self.hits} chosen"))
                if n < 3:
                    hands.press("Down")
            hands.press("ctrl+d")
            wait("their tags", lambda: shows(root, "Tags of 3 stories"))
            focus_on(root, "Find or add a tag")
            hands.press("Down")
            focus_on(root, f"{ROW}, all 3")
            hands.press("space")
            wait("what will happen", lambda: shows(root, "Diplomacy: takes from 3."))
            hands.press("alt+a")
            wait("three without it", lambda: self.count_tagged() == self.hits - 3)
        wait("the list", lambda: is_on_list(root))

    def undo(self):
        self.undo_both()
        with self.hands.step("3 redo each batch", 2):
            self.hands.press("ctrl+shift+z")
            wait("all of them again", lambda: self.count_tagged() == self.hits)
            self.hands.press("ctrl+y")
            wait("three without it again", lambda: self.count_tagged() == self.hits - 3)
        self.undo_both()

    def undo_both(self):
        with self.hands.step("3 undo each batch", 2):
            self.hands.press("ctrl+z")
            wait("those three again", lambda: self.count_tagged() == self.hits)
            self.hands.press("ctrl+z")
            wait("none to be tagged", lambda: self.count_tagged() == 0)

    def tag_next(self):
        for n in (1, 2):
            with self.hands.step("3 the same tag on this one, and to the next", 1):
                self.hands.press("ctrl+Return")
                wait(f"{n} of them", lambda n=n: self.count_tagged() == n)

    def hand_over(self):
        with self.hands.step("8 hand over XML of the set, with its schema", 2):
            self.hands.press("ctrl+shift+s")
            wait("the dialog", lambda: is_active("Export to a New Folder"))
            self.hands.press("Return")
            listed = wait("the list of what is in the folder", lambda: glob.glob(os.path.join(self.folder, "stories-*", "MANIFEST.json")))
        check(f"one folder, not {listed}", len(listed) == 1)
        return os.path.dirname(listed[0])

    def save_search(self):
        with self.hands.step("save the search", 1):
            self.hands.press("ctrl+b")
            focus_on(self.side, "Name of the search")
            self.hands.type("편지", end=True)
            wait("the search", lambda: find(self.side, "편지"))
        saved = self.command.run("find", "--list-saved")
        check(f"the search in the library: {saved}", "편지" in saved and WORD in saved)

    def tag_people(self):
        """From the list into the story that is marked. The popover has asked once, and each name is one more key."""
        wait("the list", lambda: is_on_list(self.root))
        press("Return")
        focus_on(self.desk.application, "Script")
        press("ctrl+shift+p")
        for name in (SPEAKER, "오순희"):
            with self.hands.step(f"4 tag {name} in the text, and to the next", 1):
                wait(f"{name} to be asked about", lambda name=name: self.asks_about(name))
                self.hands.press("Return")
        wait("the end", lambda: shows(self.desk.application, "2 names are tagged."))
        press("Escape")
        focus_on(self.desk.application, "Script")

    def asks_about(self, name):
        return any(
            has_focus(node) and node.get_role_name() in ("text", "entry") and text_of(node) == name
            for node in walk(self.desk.application)
        )

    def find_page(self):
        """Of the person, once somebody is suggested on it."""
        alike = find(self.desk.application, "Kang Tae-yoon. 1 soundbite · sound alike")
        return find_part(alike, lambda node: shows(node, f"in {IN_MARCH + 2 * OTHERS} stories"))

    def merge(self):
        before = count_bites(self.command, SPEAKER)
        alone, told = (f"in {IN_MARCH + 2 * OTHERS + n} stories" for n in (0, 1))
        with self.hands.step("5 merge two spellings of one person", 3):
            self.hands.press("ctrl+shift+k")
            focus_on(self.desk.application, "Search the archive")
            self.hands.type(SPEAKER)
            wait("the one who was typed", lambda: shows(self.desk.application, "1 of "))
            press("Return")  # ends the syllable
            wait("the whole name", lambda: text_in(self.desk.application, "Search the archive") == SPEAKER)
            self.hands.press("Return")
            page = wait("the suggestion", self.find_page)
            self.hands.press("ctrl+Return")
            wait("they are one on the page", lambda: shows(page, told))
            wait("the soundbites", lambda: is_on_list(self.desk.application))
            check("they are one in the library", count_bites(self.command, SPEAKER) == before + 1)
        self.undo_merge(page, alone, before)
        with self.hands.step("5 redo", 1):
            self.hands.press("ctrl+shift+z")
            wait("they are one again", lambda: shows(page, told))
            check("they are one in the library again", count_bites(self.command, SPEAKER) == before + 1)
        self.undo_merge(page, alone, before)
        self.command.run("people", "merge", "Kang Tae-yoon", SPEAKER)
        wait("what the command did", lambda: shows(page, told))
        wait("the soundbites", lambda: is_on_list(self.desk.application))
        with self.hands.step("a soundbite in its story, and back", 2):
            self.hands.press("Return")
            focus_on(self.desk.application, "Script")
            self.hands.press("Escape")
            wait("the page", lambda: shows(page, told))

    def undo_merge(self, page, alone, before):
        with self.hands.step("5 undo", 1):
            self.hands.press("ctrl+z")
            wait("they are two again", lambda: shows(page, alone))
            check("they are two in the library", count_bites(self.command, SPEAKER) == before)


def check_handed_over(command, folder, hits):
    with open(os.path.join(folder, "MANIFEST.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    check(f"{hits} stories, not {manifest['stories']}", manifest["stories"] == hits)
    stories = glob.glob(os.path.join(folder, "*", "*.xml"))
    check(f"{hits} files, not {len(stories)}", len(stories) == hits)
    check("the schema", os.path.exists(os.path.join(folder, "schema", "bulletin-1.rng")))
    command.run("validate", *stories[:5])


def walk_day(archivist):
    archivist.search()
    archivist.narrow()
    archivist.see_badge()
    folder = archivist.hand_over()
    archivist.tag_all()
    archivist.untag_three()
    archivist.undo()
    archivist.tag_next()
    archivist.save_search()
    archivist.tag_people()
    archivist.merge()
    return folder


def main():
    with tempfile.TemporaryDirectory() as folder:
        among_years = len(sys.argv) > 3
        library = sys.argv[3] if among_years else os.path.join(folder, "library.bulletin")
        command = Command(sys.argv[2], library)
        make_library(folder, command)
        correct_one(command)
        desk = Desk(os.path.abspath(sys.argv[1]), "--library", library, cwd=folder)
        try:
            archivist = Archivist(desk, command, folder, among_years)
            handed = walk_day(archivist)
            desk.leave()
        finally:
            desk.stop()
        check_handed_over(command, handed, archivist.hits)
    print("ok")


if __name__ == "__main__":
    main()
