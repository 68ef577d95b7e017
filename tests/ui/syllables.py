#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types syllables by the thousand, and presses a key in the midst of every fifth.

syllables.py BULLETIN-DESK COUNT SEED, under tests/tools/headless and with-hangul, with a window manager.
TEST_SAMPLES names the folder of the samples. On a quiet machine, for the input method mixes up keys that come
while the processor is busy; 10,000 take half an hour. The text must begin with all that was typed, in its
order, after each key and once more when the program was started again.
"""
import os
import random
import subprocess
import sys
import tempfile

from driver import Desk, check, press, text_of, wait
from hangul import KEYS

# Two-set layout: the keys of each letter in the order in which Unicode composes them (chapter 3.12 of
# the standard); letters of the shifted keys are left out.
INITIALS = ("r", None, "s", "e", None, "f", "a", "q", None, "t", None, "d", "w", None, "c", "z", "x", "v", "g")
VOWELS = ("k", "o", "i", None, "j", "p", "u", None, "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m",
          "ml", "l")
FINALS = ("", "r", None, "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt",
          "t", None, "d", "w", "c", "z", "x", "v", "g")
# The engine mixes up keys that come much faster, in any program.
DELAY = "25"
PER_KEY = 5
PER_LINE = 100


def choose(rand, keys):
    return rand.choice([i for i, key in enumerate(keys) if key is not None])


def make_syllable(rand):
    initial, vowel, final = choose(rand, INITIALS), choose(rand, VOWELS), choose(rand, FINALS)
    return (INITIALS[initial] + VOWELS[vowel] + FINALS[final],
            chr(0xAC00 + (initial * len(VOWELS) + vowel) * len(FINALS) + final))


def type_some(desk, script, rand, keys, back):
    """At the start of the text. Returns what was typed."""
    before = text_of(script)
    made = [make_syllable(rand) for _ in range(PER_KEY)]
    typed = "".join(syllable for _, syllable in made)
    desk.focus_on("Script")
    press("ctrl+Home")
    subprocess.run(["xdotool", "type", "--delay", DELAY, "".join(key for key, _ in made)], check=True)
    press(*keys)
    wait(f"{typed} after {keys[0]}", lambda: text_of(script) == typed + before)
    # A line that somebody says can be renamed, in a popover: none may stay so.
    if keys == ("alt+1",):
        back = ("alt+0",)
    if back:
        press(*back)
    return typed


def begin_line(desk, script):
    before = text_of(script)
    desk.focus_on("Script")
    press("ctrl+Home", "Return", "ctrl+Home")
    wait("a new line", lambda: text_of(script) == "\n" + before)


def main():
    program, count, rand = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3]))
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    typed = ""
    n_typed = 0
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        desk = Desk(program, "--library", library, sample)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "118 passengers" in text_of(script))
            desk.focus_on("Script")
            press("ctrl+shift+e")
            while n_typed < count:
                if n_typed > 0 and n_typed % PER_LINE == 0:
                    begin_line(desk, script)
                    typed = "\n" + typed
                typed = type_some(desk, script, rand, *rand.choice(KEYS)) + typed
                n_typed += PER_KEY
            desk.leave()
        finally:
            desk.stop()
        desk = Desk(program, "--library", library)
        try:
            script = desk.find("Script", "text")
            wait("the text again", lambda: "118 passengers" in text_of(script))
            check("a syllable is lost", text_of(script).startswith(typed))
            desk.leave()
        finally:
            desk.stop()
    print(f"ok: {n_typed} syllables, {n_typed // PER_KEY} keys in the midst of one")


if __name__ == "__main__":
    main()
