#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An archivist tags what was found, by keyboard alone and with Hangul on, and the keys are counted.

tagging-keys.py BULLETIN-DESK BULLETIN, under tests/tools/headless and with-hangul, with a window manager. The command
makes the library and sees what the window did.
"""
import os
import sys
import tempfile

from driver import Atspi, Command, Desk, check, press, text_of, wait
from hands import Hands

HITS = 50
OTHERS = 6
WORD = "친서"
TAG = "외교"
ROW = "외교 · Diplomacy"


def make_library(folder, command):
    for i in range(HITS + OTHERS):
        words = "시장이 친서를 보냈습니다." if i < HITS else "다리가 다시 열렸습니다."
        text = f"입력 2026.03.{i % 28 + 1:02} (22:46)\n\n[앵커]\n\n{i + 1}번째 소식입니다. {words}\n"
        path = os.path.join(folder, "in", f"{i}.txt")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    command.run("import", os.path.join(folder, "in"))


def count(command):
    return int(command.run("find", "tag:subject:diplomacy", "--count"))


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


def search(desk, hands):
    press("ctrl+k")
    entry = wait("the entry", lambda: find(desk.application, "Search the archive"))
    root = wait("the stories", lambda: find_desk(entry))
    focus_on(root, "Search the archive")
    hands.type(WORD)
    wait("what was found", lambda: shows(root, f"{HITS} stories"))
    return root


def tag_all(root, hands, command):
    """The syllable that is still being composed in either entry is there once, whatever key comes."""
    with hands.step(f"tag {HITS} stories", 3):
        hands.press("ctrl+d")
        wait("the tags of what was found", lambda: shows(root, f"Tags of {HITS} stories"))
        focus_on(root, "Find or add a tag")
        hands.type(TAG)
        wait("the tag", lambda: find(root, f"{ROW}, none"))
        hands.press("ctrl+Return")
        sentence = f"Diplomacy: adds to {HITS}. Nothing is taken away. One undo."
        wait("what will happen", lambda: shows(root, sentence))
        check("the word is gone from the entry", text_in(root, "Find or add a tag") == "")
        check("nothing is done before it is decided", count(command) == 0)
        hands.press("ctrl+Return")
        wait("all to be tagged", lambda: count(command) == HITS)
    looked_for = text_in(root, "Search the archive")
    check(f"“{looked_for}” is looked for", looked_for == WORD)


def undo(root, hands, command):
    wait("the list", lambda: is_on_list(root))
    with hands.step("take all of it back", 1):
        hands.press("ctrl+z")
        wait("none to be tagged", lambda: count(command) == 0)


def tag_three(root, command):
    """Only those that are ticked; then one after the other by one key."""
    for n in (1, 2, 3):
        press("space")
        wait(f"{n} of them", lambda: shows(root, f"{n} of {HITS} chosen"))
        press("Down")
    press("ctrl+d")
    wait("their tags", lambda: shows(root, "Tags of 3 stories"))
    focus_on(root, "Find or add a tag")
    press("Down")
    focus_on(root, f"{ROW}, none")
    press("space")
    wait("what will happen", lambda: shows(root, "Diplomacy: adds to 3."))
    press("alt+a")
    wait("three to be tagged", lambda: count(command) == 3)
    wait("the list", lambda: is_on_list(root))


def tag_next(hands, command):
    for n in (4, 5):
        with hands.step("the same tag on this one, and to the next", 1):
            hands.press("ctrl+Return")
            wait(f"{n} of them", lambda: count(command) == n)


def save_search(desk, hands, command):
    with hands.step("save the search", 1):
        hands.press("ctrl+b")
        focus_on(desk.application, "Name of the search")
        hands.type("편지", end=True)
        wait("the search", lambda: find(desk.application, "편지"))
    saved = command.run("find", "--list-saved")
    check(f"the search in the library: {saved}", "편지" in saved and WORD in saved)


def main():
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        command = Command(sys.argv[2], library)
        make_library(folder, command)
        desk = Desk(sys.argv[1], "--library", library)
        try:
            hands = Hands()
            root = search(desk, hands)
            tag_all(root, hands, command)
            undo(root, hands, command)
            tag_three(root, command)
            tag_next(hands, command)
            save_search(desk, hands, command)
            desk.leave()
        finally:
            desk.stop()
    print("ok")


if __name__ == "__main__":
    main()
