# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands that type Hangul as Korean editors do, and count the keys they need."""
import subprocess
import time

from driver import press

# The keys of the two-set layout, in the order in which Unicode has the letters of a syllable.
INITIAL = "r R s e E f a q Q t T d w W c z x v g".split()
MEDIAL = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()
FINAL = ["", *"r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split()]
FIRST_SYLLABLE, LAST_SYLLABLE = 0xAC00, 0xD7A3


def keys_of(text):
    """What is pressed, with Hangul on, that the input method makes `text` of."""
    keys = []
    for letter in text:
        number = ord(letter) - FIRST_SYLLABLE
        if FIRST_SYLLABLE <= ord(letter) <= LAST_SYLLABLE:
            initial, rest = divmod(number, len(MEDIAL) * len(FINAL))
            medial, final = divmod(rest, len(FINAL))
            keys += [INITIAL[initial], MEDIAL[medial], FINAL[final]]
        elif letter.isascii() and not letter.isalpha():
            keys.append(letter)
        else:
            raise ValueError(f"with Hangul on, nobody types “{letter}”")
    return "".join(keys)


class Hands:
    """What is typed is not counted, and the Return that ends it belongs to it; all other keys are. Where the
    caret stands before a step is no step's business: the eye and the mouse have brought it there."""

    def __init__(self):
        self.counted = 0

    def press(self, *keys):
        self.counted += len(keys)
        press(*keys)

    def type(self, text, end=False):
        """Three times as fast as people: faster, and a blank overtakes the syllable that it ends.

        A Return while a syllable is composed ends the syllable and nothing else; the next one ends the text."""
        subprocess.run(["xdotool", "type", "--delay", "60", keys_of(text)], check=True)
        returns = 0
        if end:
            returns = 2 if FIRST_SYLLABLE <= ord(text[-1]) <= LAST_SYLLABLE else 1
        for _ in range(returns):
            time.sleep(0.5)  # the input method answers when it likes
            press("Return")

    def step(self, name, target):
        return Step(self, name, target)


class Step:
    """One step of somebody's day: more keys than its target are a fault."""

    def __init__(self, hands, name, target):
        self.hands = hands
        self.name = name
        self.target = target

    def __enter__(self):
        self.before = self.hands.counted
        self.began = time.monotonic()
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is not None:
            return
        needed = self.hands.counted - self.before
        took = (time.monotonic() - self.began) * 1000
        print(f"{self.name}: {needed} of {self.target} keys, {took:.0f} ms", flush=True)
        if needed > self.target:
            raise SystemExit(f"hands: “{self.name}” takes {needed} keys, and may take {self.target}")
