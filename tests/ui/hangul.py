#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types Hangul with the input method that Korean editors have, and presses keys in the midst of a syllable.

hangul.py BULLETIN-DESK, under tests/tools/headless and with-hangul, with a window manager. TEST_SAMPLES
names the folder of the samples. Whatever a key does: the syllable that was being composed is in the text,
once, where it was typed.
"""
import os
import sys
import tempfile
import time

from driver import Desk, check, has_focus, press, shows, text_of, type_text, wait, walk

# Each is pressed while 한 is being composed at the start of the text, and what leads back.
KEYS = (
    # the text
    (("F8",), ()),
    (("shift+F8",), ()),
    (("alt+Page_Down",), ()),
    (("F2",), ()),
    (("alt+1",), ()),
    (("alt+0",), ()),
    (("Tab",), ()),
    (("shift+Tab",), ()),
    (("Right",), ()),
    (("ctrl+End",), ()),
    # what is looked for
    (("ctrl+f",), ("Escape",)),
    (("ctrl+h",), ("Escape",)),
    (("ctrl+g",), ("Escape",)),
    # the panes
    (("ctrl+alt+1",), ("Escape",)),
    (("ctrl+alt+2",), ("Escape",)),
    (("ctrl+alt+4",), ("Escape",)),
    (("ctrl+alt+b",), ("ctrl+alt+b",)),
    # the library
    (("ctrl+s",), ()),
    (("alt+s",), ()),
)


def compose(desk, script):
    desk.focus_on("Script")
    press("ctrl+Home")
    type_text("gks")


def try_key(desk, script, keys, back):
    before = text_of(script)
    compose(desk, script)
    press(*keys)
    wait(f"한 after {keys[0]}", lambda: text_of(script) == "한" + before)
    if back:
        press(*back)


def try_undo(desk, script):
    before = text_of(script)
    compose(desk, script)
    press("ctrl+z")
    wait("undo of 한", lambda: text_of(script) == before)
    press("ctrl+shift+z")
    wait("redo of 한", lambda: text_of(script) == "한" + before)


def try_prompter(desk, script):
    """It takes the syllable with it, and its own keys work while Hangul is on."""
    before = text_of(script)
    compose(desk, script)
    press("F5")
    desk.focus_on("Words to read")
    press("space")
    desk.find("Stop", "push button")
    press("F5", "ctrl+m")
    desk.find("on", "label")
    press("ctrl+m", "Prior", "Right", "ctrl+w")
    desk.focus_on("Script")
    wait("한 after F5", lambda: text_of(script) == "한" + before)


def try_rename(desk, script):
    """Of the first soundbite; the Return that ends the syllable is no answer yet."""
    before = text_of(script)
    line = next(i for i, words in enumerate(before.split("\n")) if words.startswith("[") and "/" in words)
    desk.focus_on("Script")
    press("ctrl+Home", *["Tab"] * line, "Right", "Right", "F2")
    entry = desk.find("Name", "text")
    type_text("dhtnsgml")
    wait("오순희 in the field", lambda: text_of(entry).startswith("오순"))
    for _ in range(3):
        if "[오순희/" not in text_of(script):
            press("Return")
            time.sleep(0.5)
    wait("the new name", lambda: "[오순희/" in text_of(script))
    press("ctrl+z")
    wait("the name of before", lambda: text_of(script) == before)


def try_find(desk, script):
    """A syllable counts while it is composed in the entry, and stays there when one goes on."""
    desk.focus_on("Script")
    press("ctrl+Home", "ctrl+f")
    desk.focus_on("Find")
    type_text("gks")
    wait("한 found while it is composed", lambda: shows(desk.application, "1 of "))
    press("ctrl+g")
    wait("the next 한", lambda: shows(desk.application, "2 of "))
    entry = next(n for n in walk(desk.application) if n.get_name() == "Find" and has_focus(n))
    wait("한 in the entry", lambda: text_of(entry) == "한")
    press("Escape")
    desk.focus_on("Script")


def main():
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        desk = Desk(sys.argv[1], "--library", library, sample)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "118 passengers" in text_of(script))
            # What is struck stands in the text as a reader of the screen has it, before the syllables.
            desk.focus_on("Script")
            press("ctrl+shift+e")
            for keys, back in KEYS:
                try_key(desk, script, keys, back)
            try_undo(desk, script)
            try_prompter(desk, script)
            try_rename(desk, script)
            try_find(desk, script)
            compose(desk, script)
            desk.leave()
        finally:
            desk.stop()
        desk = Desk(sys.argv[1], "--library", library)
        try:
            script = desk.find("Script", "text")
            wait("the text again", lambda: "118 passengers" in text_of(script))
            typed = len(KEYS) + 3
            check("a syllable is lost", text_of(script).startswith("한" * typed))
            check("a syllable is doubled", not text_of(script).startswith("한" * (typed + 1)))
            desk.leave()
        finally:
            desk.stop()
    print(f"ok: {typed} syllables")


if __name__ == "__main__":
    main()
