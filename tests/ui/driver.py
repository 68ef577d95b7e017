#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the way of a script by keyboard alone, as a person sees the window: open, correct, save, export.

driver.py BULLETIN-DESK BULLETIN, under tests/tools/headless with a window manager. TEST_SAMPLES names the
folder of the samples. What the window did is then read back with the command.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

LIMIT = 30  # seconds for anything to happen
WAS, NOW, REASON = "118", "181", "The harbour office swapped two digits."


def wait(what, condition):
    """What `condition` gives once it gives anything; a widget may vanish while it looks."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            found = condition()
        except Exception:
            found = None
        if found:
            return found
        time.sleep(0.03)
    raise SystemExit(f"driver: timed out: {what}")


def check(what, condition):
    if not condition:
        raise SystemExit(f"driver: {what}")


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def find(root, name, role=None):
    for node in walk(root):
        if node.get_name() == name and role in (None, node.get_role_name()):
            return node
    return None


def shows(root, text):
    return any(text in (node.get_name() or "") for node in walk(root))


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def has_focus(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def press(*keys):
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=True, stdout=subprocess.DEVNULL)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)


class Desk:
    """The program as it runs, seen through the accessibility bus."""

    def __init__(self, program, *arguments, **options):
        """`options` are those of subprocess.Popen."""
        self.process = subprocess.Popen([program, *arguments], **options)
        self.application = wait("the program on the accessibility bus", self._find_application)
        self.window = wait("the window", self._find_window)
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], check=True)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            text=True,
        )
        return found.stdout.split()[-1]

    def find(self, name, role=None):
        return wait(f"“{name}”", lambda: find(self.application, name, role))

    def focus_on(self, name):
        """A label may bear the same name as what it labels."""
        wait(
            f"focus on “{name}”",
            lambda: any(n.get_name() == name and has_focus(n) for n in walk(self.application)),
        )

    def leave(self):
        press("ctrl+q")
        check("the program did not end well", self.process.wait(LIMIT) == 0)

    def stop(self):
        """Where a check failed, the program still runs: a picture of that is worth having."""
        if self.process.poll() is None:
            if "TEST_PICTURE" in os.environ:
                subprocess.run(["import", "-window", "root", os.environ["TEST_PICTURE"]])
            self.process.kill()
            self.process.wait()


def put_caret_before(script, words):
    """Goes there by keys: to the start, then by lines and letters."""
    text = text_of(script)
    at = text.index(words)
    press("ctrl+Home")
    for _ in range(text.count("\n", 0, at)):
        press("ctrl+Down")  # the next paragraph
    for _ in range(400):
        caret = Atspi.Text.get_caret_offset(script)
        if caret == at:
            return
        press("Right" if caret < at else "Left")
        wait("the caret to move", lambda: Atspi.Text.get_caret_offset(script) != caret)
    raise SystemExit(f"driver: the caret never came to “{words}”")


def is_active(title):
    """Whether keys go to the window of that title; it may be seen before."""
    active = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True)
    return active.stdout.strip() == title


def open_by_dialog(desk, path):
    desk.find("Open a script…")
    press("ctrl+o")
    wait("the dialog", lambda: is_active("Open a Script"))
    press("ctrl+l")
    type_text(path)
    press("Return")
    return desk.find("Script", "text")


def edit_number(desk, script):
    """A slip of the hand and back again: what undo leaves is what was there."""
    before = text_of(script)
    put_caret_before(script, "16 new piles")
    press("Delete", "Delete")
    type_text("18")
    wait("the number", lambda: "18 new piles" in text_of(script))
    press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
    wait("undo", lambda: text_of(script) == before)
    put_caret_before(script, "16 new piles")
    press("Delete", "Delete")
    type_text("18")
    wait("the number again", lambda: "18 new piles" in text_of(script))


def raise_correction(desk, script):
    put_caret_before(script, WAS)
    press("ctrl+shift+Right")
    press("ctrl+r")
    desk.focus_on("Is right")
    type_text(NOW)
    press("Return")
    desk.focus_on("1 Number")
    press("1")
    desk.focus_on("Reason")
    type_text(REASON)
    press("Return")
    wait("the right words in the script", lambda: f"{NOW} passengers" in text_of(script))
    wait("the card", lambda: shows(desk.application, f"Was {WAS}, is right: {NOW}"))
    desk.focus_on("Script")


def save(desk):
    press("ctrl+s")
    wait("the time of the save", lambda: shows(desk.application, "Saved "))


def export(desk, path):
    press("ctrl+shift+s")
    wait("the dialog", lambda: is_active("Export"))
    press("ctrl+a")
    type_text(path)
    press("Return")
    wait("the file", lambda: os.path.exists(path))


def look_at_printing(desk):
    """The choices of the dialog, with our own among them; nothing is printed."""
    press("ctrl+p")
    wait("the dialog", lambda: is_active("Print"))
    desk.find("Large type")
    if "TEST_PICTURE" in os.environ:
        subprocess.run(["import", "-window", "root", os.environ["TEST_PICTURE"]])
    press("Escape")
    desk.focus_on("Script")


class Command:
    def __init__(self, program, library):
        self.program = program
        self.library = library

    def run(self, *arguments):
        done = subprocess.run(
            [self.program, "--library", self.library, *arguments], capture_output=True, text=True
        )
        check(f"{arguments[0]} ended {done.returncode}: {done.stderr}", done.returncode == 0)
        return done.stdout


def check_library(command):
    """What the window saved, as another program finds it."""
    rows = [json.loads(line) for line in command.run("list", "--json").splitlines()]
    check(f"one story, not {len(rows)}", len(rows) == 1)
    check("one correction", rows[0]["corrections"] == 1)
    command.run("fsck")
    korean = command.run("notice", rows[0]["uid"], "--lang", "ko", "--use", "page")
    english = command.run("notice", rows[0]["uid"], "--lang", "en", "--use", "on-air")
    check(f"Korean notice: {korean}", WAS in korean and NOW in korean and "바로잡습니다" in korean)
    check(f"English line: {english}", WAS in english and NOW in english)
    return rows[0]["uid"]


def check_round(program, folder, uid, exported):
    """Into another library and out again: the same bytes."""
    other = Command(program, os.path.join(folder, "other.bulletin"))
    again = os.path.join(folder, "again.xml")
    other.run("import", exported)
    other.run("export", uid, "--format", "xml", "-o", again)
    with open(exported, "rb") as first, open(again, "rb") as second:
        check("the second export differs from the first", first.read() == second.read())


def come_back_from_menus(desk):
    """GTK leaves the keys in a menu with menus in it when it is closed."""
    press("F10")
    wait("the menu", lambda: shows(desk.application, "New Window"))
    for _ in range(7):
        press("Down")
    press("Return")
    wait("the menu of the story", lambda: any(n.get_name() == "Story" and has_focus(n) for n in walk(desk.application)))
    press("Escape", "Escape")
    desk.focus_on("Script")


def main():
    desk_program, command_program = sys.argv[1:3]
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        exported = os.path.join(folder, "story.xml")
        desk = Desk(desk_program, "--library", library)
        try:
            script = open_by_dialog(desk, sample)
            desk.focus_on("Script")
            check("the speakers", shows(desk.application, "Jang Se-ok"))
            check("the stories", find(desk.application, "Stories"))
            edit_number(desk, script)
            raise_correction(desk, script)
            save(desk)
            come_back_from_menus(desk)
            look_at_printing(desk)
            export(desk, exported)
            desk.leave()
        finally:
            desk.stop()
        command = Command(command_program, library)
        uid = check_library(command)
        command.run("validate", exported)
        check_round(command_program, folder, uid, exported)
    print("ok")


if __name__ == "__main__":
    main()
