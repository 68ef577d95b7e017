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

HITS = 50
OTHERS = 6
WORD = "친서"
TAG = "외교"
ROW = "외교 · Diplomacy"
DAY = "2026-03"
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
    yield from (make_story(i, DAY, "시장이 친서를 보냈습니다.") for i in range(HITS))
    yield from (make_story(i, "2026-05", "도지사가 친서에 답했습니다.") for i in range(OTHERS))
    yield from (make_story(i, DAY, "다리가 다시 열렸습니다.") for i in range(OTHERS))
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
    found = command.run("find", f"{WORD} date:{DAY}", "--limit", "1", "--json")
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
    """Of the stories in the list, that there are some: what is in them takes seconds to go through."""
    yield node
    if node.get_role_name() == "list item":
        return
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def find(root, name):
    return next((node for node in walk(root) if node.get_name() == name), None)


def shows(root, text):
    return any(text in (node.get_name() or "") for node in walk(root))


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


def find_desk(entry):
    """The part of the window that has the entry, the list and what belongs to them: to look elsewhere takes longer."""
    root = entry
    while not any(node.get_role_name() == "list item" for node in walk(root)):
        root = root.get_parent()
    return root


class Archivist:
    """Keys, the window, and the command that looks into the library from outside."""

    def __init__(self, desk, command, folder):
        self.desk = desk
        self.command = command
        self.folder = folder  # in which the window looks for files first
        self.hands = Hands()
        self.root = None  # of the archive desk
        self.typed = WORD

    def search(self):
        n = count(self.command, WORD)
        with self.hands.step("1 search over all years", 1):
            self.hands.press("ctrl+k")
            entry = wait("the entry", lambda: find(self.desk.application, "Search the archive"))
            self.root = wait("the stories", lambda: find_desk(entry))
            focus_on(self.root, "Search the archive")
            self.hands.type(WORD)
            wait("what was found, whatever particle follows", lambda: shows(self.root, f"{n} stories"))

    def type_more(self, text):
        """A figure that comes before the input method has let go of the last one would overtake it."""
        for piece in re.findall("[가-힣]+|[^가-힣]", text):
            self.hands.type(piece)
            self.typed += piece
            if not "가" <= piece <= "힣":
                wait(f"“{self.typed}”", lambda: text_in(self.root, "Search the archive") == self.typed)

    def narrow(self):
        """Typed, which no mouse is needed for; what there is of each is seen at the left."""
        with self.hands.step("2 narrow by month and speaker, counts shown", 3):
            self.type_more(f" 날짜:{DAY}")
            wait("those of the month", lambda: shows(self.root, f"{HITS} stories"))
            self.type_more(f" 발언자:{SPEAKER}")
            wait("how many have the speaker", lambda: shows(self.desk.application, f"{SPEAKER}: {HITS} stories"))
            wait("how many are corrected", lambda: shows(self.desk.application, "With corrections: 1 story"))

    def see_badge(self):
        with self.hands.step("7 the corrected story says so", 0):
            wait("the badge", lambda: shows(self.root, "1 correction"))

    def tag_all(self):
        """The syllable that is still being composed in either entry is there once, whatever key comes."""
        hands, root = self.hands, self.root
        with hands.step(f"3 tag {HITS} stories", 3):
            hands.press("ctrl+d")
            wait("the tags of what was found", lambda: shows(root, f"Tags of {HITS} stories"))
            focus_on(root, "Find or add a tag")
            hands.type(TAG)
            wait("the tag", lambda: find(root, f"{ROW}, none"))
            hands.press("ctrl+Return")
            sentence = f"Diplomacy: adds to {HITS}. Nothing is taken away. One undo."
            wait("what will happen", lambda: shows(root, sentence))
            check("the word is gone from the entry", text_in(root, "Find or add a tag") == "")
            check("nothing is done before it is decided", count_tagged(self.command) == 0)
            hands.press("ctrl+Return")
            wait("all to be tagged", lambda: count_tagged(self.command) == HITS)
        looked_for = text_in(root, "Search the archive")
        check(f"“{looked_for}” is looked for", looked_for == f"{WORD} 날짜:{DAY} 발언자:{SPEAKER}")
        wait("the list", lambda: is_on_list(root))

    def untag_three(self):
        hands, root = self.hands, self.root
        with hands.step("3 take three back", 9):
            for n in (1, 2, 3):
                hands.press("space")
                wait(f"{n} of them", lambda n=n: shows(root, f"{n} of {HITS} chosen"))
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
            wait("three without it", lambda: count_tagged(self.command) == HITS - 3)
        wait("the list", lambda: is_on_list(root))

    def undo(self):
        with self.hands.step("3 undo each batch", 2):
            self.hands.press("ctrl+z")
            wait("those three again", lambda: count_tagged(self.command) == HITS)
            self.hands.press("ctrl+z")
            wait("none to be tagged", lambda: count_tagged(self.command) == 0)

    def tag_next(self):
        for n in (1, 2):
            with self.hands.step("3 the same tag on this one, and to the next", 1):
                self.hands.press("ctrl+Return")
                wait(f"{n} of them", lambda n=n: count_tagged(self.command) == n)

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
            focus_on(self.desk.application, "Name of the search")
            self.hands.type("편지", end=True)
            wait("the search", lambda: find(self.desk.application, "편지"))
        saved = self.command.run("find", "--list-saved")
        check(f"the search in the library: {saved}", "편지" in saved and WORD in saved)

    def tag_people(self):
        """From the list into the story that is marked. The popover has asked once, and each name is one more key."""
        wait("the list", lambda: is_on_list(self.root))
        press("Return")
        self.desk.focus_on("Script")
        press("ctrl+shift+p")
        for name in (SPEAKER, "오순희"):
            with self.hands.step(f"4 tag {name} in the text, and to the next", 1):
                wait(f"{name} to be asked about", lambda name=name: self.asks_about(name))
                self.hands.press("Return")
        wait("the end", lambda: shows(self.desk.application, "2 names are tagged."))
        press("Escape")
        self.desk.focus_on("Script")

    def asks_about(self, name):
        return any(
            has_focus(node) and node.get_role_name() in ("text", "entry") and text_of(node) == name
            for node in walk(self.desk.application)
        )

    def merge(self):
        before = count_bites(self.command, SPEAKER)
        with self.hands.step("5 merge two spellings of one person", 3):
            self.hands.press("ctrl+shift+k")
            self.desk.focus_on("Search the archive")
            self.hands.type(SPEAKER)
            wait("the one who was typed", lambda: shows(self.desk.application, "1 of "))
            press("Return")  # ends the syllable
            self.hands.press("Return")
            alike = "Kang Tae-yoon. 1 soundbite · sound alike"
            wait("the suggestion", lambda: shows(self.desk.application, alike))
            self.hands.press("ctrl+Return")
            wait("they are one in the library", lambda: count_bites(self.command, SPEAKER) == before + 1)
        with self.hands.step("5 undo", 1):
            self.hands.press("ctrl+z")
            wait("they are two again", lambda: count_bites(self.command, SPEAKER) == before)
        self.command.run("people", "merge", "Kang Tae-yoon", SPEAKER)
        told = f"in {HITS + 2 * OTHERS + 1} stories"
        wait("what the command did", lambda: shows(self.desk.application, told))
        with self.hands.step("a soundbite in its story, and back", 2):
            self.hands.press("Return")
            self.desk.focus_on("Script")
            self.hands.press("Escape")
            wait("the page", lambda: shows(self.desk.application, told))


def check_handed_over(command, folder):
    with open(os.path.join(folder, "MANIFEST.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    check(f"{HITS} stories, not {manifest['stories']}", manifest["stories"] == HITS)
    stories = glob.glob(os.path.join(folder, "*", "*.xml"))
    check(f"{HITS} files, not {len(stories)}", len(stories) == HITS)
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
        library = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, "library.bulletin")
        command = Command(sys.argv[2], library)
        make_library(folder, command)
        correct_one(command)
        desk = Desk(os.path.abspath(sys.argv[1]), "--library", library, cwd=folder)
        try:
            handed = walk_day(Archivist(desk, command, folder))
            desk.leave()
        finally:
            desk.stop()
        check_handed_over(command, handed)
    print("ok")


if __name__ == "__main__":
    main()
