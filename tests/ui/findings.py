#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through what is odd about a script by keyboard alone, as a screen reader tells it.

findings.py BULLETIN-DESK BULLETIN, under tests/tools/headless with a window manager.
"""
import json
import os
import re
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from driver import Command, Desk, check, find, has_focus, press, shows, text_of, wait, walk

ODD = """date 2026-03-18 News 9

[Anchor]

The ferry sails again.

[Report]

[Oh Sun-hee/Resident: "I could not sleep.]

½ÃÀåÀÌ ´Ù½Ã ¶°³µ½À´Ï´Ù.
"""
TYPE = re.compile("(Gtk|Adw|Desk)[A-Z][A-Za-z]+")
BUTTONS = ("push button", "toggle button", "check box", "combo box")
QUOTE = "The quotation is never closed."
WRONG = "These letters come from Korean that was read in a wrong encoding."


def selected(script):
    if Atspi.Text.get_n_selections(script) == 0:
        return ""
    range = Atspi.Text.get_selection(script, 0)
    return text_of(script)[range.start_offset:range.end_offset]


def focused(desk):
    return next((node.get_name() or "" for node in walk(desk.application) if has_focus(node)), "")


def is_open(desk, message):
    """Only a card of the open ones says its number before the line."""
    cards = [node.get_name() or "" for node in walk(desk.application) if node.get_role_name() == "list item"]
    return any(message in name and " · line " in name for name in cards)


def go_through(desk, script):
    """From the text to the next one, and from the list back into the text."""
    press("ctrl+Home", "F8")
    wait("the words of the first finding", lambda: selected(script) != "")
    first = selected(script)
    check(f"the words: {first}", "sleep" in first or first == '"')
    press("F8")
    wait("the second finding", lambda: selected(script) != first)
    press("alt+Prior")
    wait("the first again", lambda: selected(script) == first)
    press("ctrl+End", "ctrl+alt+4")
    wait("the focus in the list", lambda: QUOTE in focused(desk))
    press("Return")
    desk.focus_on("Script")
    wait("the words from the list", lambda: selected(script) == first)


def dismiss(desk):
    press("ctrl+alt+4")
    wait("the focus in the list", lambda: QUOTE in focused(desk))
    press("Delete")
    wait("the toast", lambda: shows(desk.application, "Dismissed. It stays as it is."))
    wait("the card to go", lambda: not is_open(desk, QUOTE))
    wait("the focus on the next card", lambda: WRONG in focused(desk))
    press("ctrl+z")
    wait("the card again", lambda: is_open(desk, QUOTE))
    press("ctrl+shift+z")
    wait("the card to go again", lambda: not is_open(desk, QUOTE))
    check("the switch", shows(desk.application, "1 dismissed"))


def take_back(desk):
    """Behind the open cards there is the switch, and behind it the card's own button."""
    press("ctrl+alt+4")
    wait("the focus in the list", lambda: WRONG in focused(desk))
    for _ in range(8):
        if focused(desk) == "1 dismissed":
            break
        before = focused(desk)
        press("Tab")
        wait("the focus to move", lambda: focused(desk) != before)
    check("the way to the switch", focused(desk) == "1 dismissed")
    press("space")
    button = desk.find("Show Again")
    for _ in range(4):
        if has_focus(button):
            break
        before = focused(desk)
        press("Tab")
        wait("the focus to move", lambda: focused(desk) != before)
    check("the way to the button", has_focus(button))
    press("Return")
    wait("the card again", lambda: is_open(desk, QUOTE))


def is_seen(node):
    """What was never shown has no place."""
    component = node.get_component_iface()
    return component is not None and component.get_extents(Atspi.CoordType.WINDOW).width > 0


def check_names(desk):
    """Whatever can have the focus says what it is."""
    for node in walk(desk.application):
        states = node.get_state_set()
        reachable = states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.VISIBLE)
        if reachable and node.get_role_name() != "scroll pane":
            check(f"a {node.get_role_name()} without a name", node.get_name())


def check_buttons(desk):
    """Of a button without a name GTK tells the type."""
    for node in walk(desk.application):
        if node.get_role_name() in BUTTONS and TYPE.fullmatch(node.get_name()):
            check(f"a {node.get_role_name()} called “{node.get_name()}”", not is_seen(node))


def check_all_buttons(desk):
    """In each pane beside the script, and in the preferences."""
    for pane in range(1, 6):
        press(f"ctrl+alt+{pane}")
        check_buttons(desk)
    wait("the language", lambda: is_seen(find(desk.application, "Language", "push button")))
    check("the language that is chosen", find(desk.application, "Language", "push button").get_description())
    press("ctrl+comma")
    wait("the preferences", lambda: is_seen(desk.find("Font of the Script", "push button")))
    check_buttons(desk)
    check("the font that is chosen", desk.find("Font of the Script", "push button").get_description())
    press("Escape")
    wait("the preferences to go", lambda: not shows(desk.application, "Font of the Script"))


def main():
    desk_program, command_program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        page = os.path.join(folder, "odd.txt")
        with open(page, "w", encoding="utf-8") as out:
            out.write(ODD)
        desk = Desk(desk_program, "--library", library, page)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "sails again" in text_of(script))
            go_through(desk, script)
            check_names(desk)
            check_all_buttons(desk)
            dismiss(desk)
            desk.leave()
        finally:
            desk.stop()
        command = Command(command_program, library)
        uid = json.loads(command.run("list", "--json").splitlines()[0])["uid"]
        command.run("fsck")
        desk = Desk(desk_program, "--library", library)
        try:
            script = desk.find("Script", "text")
            wait("the text again", lambda: "sails again" in text_of(script))
            press("ctrl+Home", "F8")
            wait("the cards", lambda: is_open(desk, WRONG))
            check("it stays dismissed", not is_open(desk, QUOTE))
            take_back(desk)
            desk.leave()
        finally:
            desk.stop()
        check("its story", uid[:8] in command.run("list", "--json"))
    print("ok")


if __name__ == "__main__":
    main()
