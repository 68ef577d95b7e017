#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a script from the prompter by keyboard alone, and goes back to the desk.

prompter.py BULLETIN-DESK, under tests/tools/headless with a window manager. TEST_SAMPLES names the folder
of the samples.
"""
import os
import re
import subprocess
import sys
import tempfile

from driver import Atspi, Desk, check, find, press, text_of, type_text, wait, walk

WORDS = "Words to read"
LEFT = re.compile(r"(\d+):(\d\d)$")


def names(page):
    """Of everything on the page, in order."""
    return [node.get_name() or "" for node in walk(page)]


def value_after(page, name):
    """What stands after the label of a control."""
    shown = names(page)
    return shown[shown.index(name) + 1] if name in shown else None


def percent(shown):
    return int(shown.rstrip("%"))


def seconds_left(page):
    for name in names(page):
        match = LEFT.match(name)
        if match:
            return int(match.group(1)) * 60 + int(match.group(2))
    return None


def description(page):
    return find(page, WORDS).get_description()


def enter(desk):
    press("F5")
    desk.focus_on(WORDS)
    page = desk.find("Prompter", "panel")
    wait("the first words", lambda: description(page).startswith("This morning the ferry"))
    return page


def leave(desk, key):
    press(key)
    desk.focus_on("Script")


def check_roll(page):
    whole = wait("the time", lambda: seconds_left(page))
    press("space")
    wait("the control that stops", lambda: "Stop" in names(page))
    wait("the words to roll", lambda: seconds_left(page) < whole)
    press("F5")
    wait("the control that runs", lambda: "Run" in names(page))


def check_places(page):
    press("Right")
    wait("the report", lambda: description(page).startswith("The ferry left Dalmok"))
    wait("the part in the head", lambda: "REPORT" in names(page))
    press("End")
    wait("the end", lambda: seconds_left(page) == 0)
    check("the last words", description(page).startswith("This is Seo Min-ji reporting for KBS"))
    press("Home")
    wait("the start", lambda: description(page).startswith("This morning the ferry"))


def check_look(page):
    size = int(wait("the size", lambda: value_after(page, "Size")))
    press("ctrl+plus")
    wait("a larger size", lambda: value_after(page, "Size") == str(size + 4))
    press("ctrl+minus", "ctrl+minus")
    wait("a smaller size", lambda: value_after(page, "Size") == str(size - 4))
    press("ctrl+0")
    wait("the usual size", lambda: value_after(page, "Size") == str(size))
    speed = percent(wait("the speed", lambda: value_after(page, "Speed")))
    press("Prior")
    wait("more speed", lambda: percent(value_after(page, "Speed")) == speed + 5)
    press("Next")
    wait("less speed", lambda: percent(value_after(page, "Speed")) == speed)
    press("ctrl+m")
    wait("the mirror", lambda: "on" in names(page))
    press("ctrl+m")
    wait("no mirror", lambda: "off" in names(page))


def check_nothing_changes(desk, script):
    """Letters and keys of the desk do nothing to a script that is being read."""
    before = text_of(script)
    type_text("abc")
    press("ctrl+z", "Delete", "BackSpace", "ctrl+r", "F8")
    press("ctrl+plus", "ctrl+0")
    desk.focus_on(WORDS)
    check("the script was changed", text_of(script) == before)


def check_controls_have_names(page):
    for node in walk(page):
        if node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
            check(f"a {node.get_role_name()} without a name", node.get_name())


def is_full_screen(desk):
    state = subprocess.run(
        ["xprop", "-id", desk.window, "_NET_WM_STATE"], capture_output=True, text=True, check=True
    )
    return "FULLSCREEN" in state.stdout


def main():
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], "--library", os.path.join(folder, "library.bulletin"), sample)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "118 passengers" in text_of(script))
            desk.focus_on("Script")
            page = enter(desk)
            wait("the whole screen", lambda: is_full_screen(desk))
            check_controls_have_names(page)
            check_roll(page)
            check_places(page)
            check_look(page)
            check_nothing_changes(desk, script)
            leave(desk, "Escape")
            wait("the window as it was", lambda: not is_full_screen(desk))
            enter(desk)
            leave(desk, "ctrl+w")
            check("the window went with the prompter", desk.process.poll() is None)
            desk.leave()
        finally:
            desk.stop()
    print("ok")


if __name__ == "__main__":
    main()
