#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds and replaces words of a script by keyboard alone, as a screen reader tells it.

replace.py BULLETIN-DESK BULLETIN, under tests/tools/headless with a window manager. TEST_SAMPLES names the
folder of the samples.
"""
import json
import os
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from driver import Command, Desk, check, has_focus, press, shows, text_of, type_text, wait, walk
from findings import check_names, focused, selected


def line_at_caret(script):
    text = text_of(script)
    offset = Atspi.Text.get_caret_offset(script)
    return text[text.rfind("\n", 0, offset) + 1:offset], text[offset:].split("\n")[0]


def find_words(desk, script):
    """Typing shows the first place; Enter, Ctrl+G and Ctrl+Shift+G go on; Escape ends in the text."""
    desk.focus_on("Script")
    press("ctrl+Home", "ctrl+f")
    desk.focus_on("Find")
    type_text("second")
    wait("the first place", lambda: shows(desk.application, "1 of 2"))
    wait("the caret there", lambda: line_at_caret(script)[1].startswith("second ferry by 2028"))
    press("Return")
    wait("the second place", lambda: shows(desk.application, "2 of 2"))
    press("ctrl+g")
    wait("the first place again", lambda: shows(desk.application, "1 of 2"))
    press("ctrl+shift+g")
    wait("the second place again", lambda: shows(desk.application, "2 of 2"))
    press("shift+Return")
    wait("the first place by Shift+Enter", lambda: shows(desk.application, "1 of 2"))
    check_names(desk)
    press("Escape")
    desk.focus_on("Script")
    wait("the words selected", lambda: selected(script) == "second")
    # in the text the keys go on as well
    press("ctrl+g")
    wait("the bar again", lambda: shows(desk.application, "2 of 2"))
    wait("the hands in the text", lambda: has_focus(script))
    press("ctrl+f")
    desk.focus_on("Find")
    press("Escape")
    desk.focus_on("Script")


def leave_the_bar(desk, script):
    """Without Enter the first place is selected; where nothing is found, all is as before."""
    press("ctrl+Home", "Down", "Right")
    before = Atspi.Text.get_caret_offset(script)
    press("ctrl+f")
    desk.focus_on("Find")
    type_text("stormy")
    wait("no place", lambda: shows(desk.application, "Not found"))
    press("Escape")
    desk.focus_on("Script")
    wait("the way back", lambda: Atspi.Text.get_caret_offset(script) == before)
    press("ctrl+f")
    desk.focus_on("Find")
    type_text("storm")
    wait("a place", lambda: shows(desk.application, "1 of "))
    press("Escape")
    desk.focus_on("Script")
    wait("the words to be typed over", lambda: selected(script) == "storm")
    # from the text as well
    press("ctrl+g")
    wait("the bar", lambda: shows(desk.application, "2 of "))
    wait("the words", lambda: selected(script) == "storm")
    press("Escape")
    wait("the bar to go", lambda: not shows(desk.application, "2 of "))
    wait("the words stay selected", lambda: selected(script) == "storm" and has_focus(script))


def replace_words(desk, script):
    """Two keys beside what is typed: Ctrl+H from the selected word, Ctrl+Enter on the list."""
    before = text_of(script)
    press("ctrl+Home", "ctrl+f")
    desk.focus_on("Find")
    type_text("ferry")
    wait("the places", lambda: shows(desk.application, "1 of 6"))
    press("Escape")
    wait("the word selected", lambda: selected(script) == "ferry")

    press("ctrl+h")
    desk.focus_on("Replace with")
    press("shift+Tab")
    desk.focus_on("Find")
    press("Tab")
    desk.focus_on("Replace with")
    type_text("steamer")
    press("Return")
    wait("the list", lambda: "“ferry” becomes “steamer”" in focused(desk))
    first = focused(desk)
    press("Down")
    wait("the next row", lambda: focused(desk) != first and "becomes" in focused(desk))
    press("space")
    wait("the tick gone", lambda: "“ferry” stays" in focused(desk))
    press("Escape")
    desk.focus_on("Replace with")
    press("Return")
    wait("the list again", lambda: "“ferry” becomes “steamer”" in focused(desk))
    press("Down", "space")
    wait("the count of ticks", lambda: shows(desk.application, "6 places · 5 ticked · 1 in somebody's words"))
    check_names(desk)
    press("ctrl+Return")
    wait("the words", lambda: text_of(script).count("steamer") == 5)
    desk.focus_on("Script")
    wait("the toast", lambda: shows(desk.application, "Replaced in 5 places."))
    press("ctrl+z")
    wait("all taken back by one key", lambda: text_of(script) == before)
    press("ctrl+shift+z")
    wait("and done again", lambda: text_of(script).count("steamer") == 5)
    press("ctrl+shift+e")
    parts = before.split("ferry")
    expected = parts[0] + "steamer" + parts[1] + "ferry" + "steamer".join(parts[2:])
    wait("the one word without a tick to stay", lambda: text_of(script) == expected)
    press("ctrl+shift+e")
    wait("what is struck", lambda: text_of(script).count("ferry") == 6)


def find_beside_struck(desk, script):
    """What went is shown, and is no part of the script."""
    press("ctrl+Home", "ctrl+f")
    desk.focus_on("Find")
    type_text("ferry")
    wait("the one that is left", lambda: shows(desk.application, "1 of 1"))
    wait("the caret there", lambda: line_at_caret(script)[1].startswith("ferry"))
    press("ctrl+a")
    type_text("steamer")
    wait("the first of the new", lambda: shows(desk.application, "1 of 5"))
    for i in range(2, 6):
        press("Return")
        wait("the next of the new", lambda: shows(desk.application, f"{i} of 5"))
        wait("the caret there", lambda: line_at_caret(script)[1].startswith("steamer"))
    press("Escape")
    desk.focus_on("Script")
    wait("the words selected", lambda: selected(script) == "steamer")


def main():
    desk_program, command_program = sys.argv[1:3]
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        desk = Desk(desk_program, "--library", library, sample)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "118 passengers" in text_of(script))
            find_words(desk, script)
            leave_the_bar(desk, script)
            replace_words(desk, script)
            find_beside_struck(desk, script)
            desk.leave()
        finally:
            desk.stop()
        command = Command(command_program, library)
        story = json.loads(command.run("list", "--json").splitlines()[0])
        command.run("fsck")
        saved = command.run("export", story["uid"], "--format", "text")
        check("what was saved", saved.count("steamer") == 5 and saved.count("ferry") == 1)
    print("ok")


if __name__ == "__main__":
    main()
