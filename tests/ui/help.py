#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses F1 in the parts of the window, and sees which page of the help is asked for.

help.py BULLETIN-DESK, under tests/tools/headless with a window manager. A program of this test's own
stands in for yelp, where the desktop looks for whatever shows help.
"""
import os
import sys
import tempfile

from driver import Desk, check, has_focus, press, wait

HERE = os.path.dirname(os.path.abspath(__file__))
PAGES = os.path.join(HERE, "..", "..", "data", "help", "C", "bulletin-desk")
SHOWER = """#!/bin/sh
printf '%s\\n' "$1" > "$0.new" && mv "$0.new" "$0.asked"
"""
DESKTOP_FILE = """[Desktop Entry]
Type=Application
Name=Shows help
Exec={} %u
MimeType=x-scheme-handler/help;
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def install_shower(folder):
    shower = os.path.join(folder, "shower")
    write(shower, SHOWER)
    os.chmod(shower, 0o700)
    write(os.path.join(os.environ["XDG_DATA_HOME"], "applications", "shower.desktop"), DESKTOP_FILE.format(shower))
    defaults = os.path.join(os.environ["XDG_CONFIG_HOME"], "mimeapps.list")
    write(defaults, "[Default Applications]\nx-scheme-handler/help=shower.desktop\n")
    return shower + ".asked"


def page_asked(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        uri = file.read().strip()
    os.unlink(path)
    return uri


def check_page(asked, where, page):
    press("F1")
    uri = wait(f"help in {where}", lambda: page_asked(asked))
    check(f"{where} leads to {uri}, not to {page}", uri == f"help:bulletin-desk/{page}")
    check(f"there is no page {page}", os.path.exists(os.path.join(PAGES, page + ".page")))


def walk_empty(desk, asked):
    desk.find("Open a script…")
    check_page(asked, "the empty library", "first-steps")


def is_in_script(desk):
    return has_focus(desk.find("Script", "text"))


def walk_panes(desk, asked):
    desk.focus_on("Script")
    check_page(asked, "the script", "script")
    for key, pane, page in (
        ("ctrl+alt+1", "Speakers", "speakers"),
        ("ctrl+alt+2", "Corrections", "corrections"),
        ("ctrl+alt+4", "Findings", "findings"),
    ):
        press(key)
        wait(pane, lambda: not is_in_script(desk))
        check_page(asked, pane, page)
        press(key)
        desk.focus_on("Script")
    press("F5")
    desk.focus_on("Words to read")
    check_page(asked, "the prompter", "prompter")
    press("Escape")
    desk.focus_on("Script")
    press("ctrl+f")
    desk.focus_on("Find")
    check_page(asked, "finding", "find")
    press("ctrl+h")
    desk.focus_on("Find")
    check_page(asked, "replacing", "find")
    press("Escape")
    desk.focus_on("Script")
    press("ctrl+Home", "shift+Right", "shift+Right", "ctrl+r")
    desk.focus_on("Is right")
    check_page(asked, "raising a correction", "corrections")


def main():
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        asked = install_shower(folder)
        for arguments, walk in (([], walk_empty), ([sample], walk_panes)):
            library = os.path.join(folder, f"{len(arguments)}.bulletin")
            desk = Desk(sys.argv[1], "--library", library, *arguments)
            try:
                walk(desk, asked)
            finally:
                desk.stop()
    print("ok")


if __name__ == "__main__":
    main()
