#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keys go while things are still moving: other tests run without animations, which hands do not.

animated.py BULLETIN-DESK, under tests/tools/headless with a window manager. TEST_SAMPLES names the folder of
the samples.
"""
import os
import sys
import tempfile
import time

from driver import Desk, has_focus, press, shows, text_of, type_text, wait


def open_bar_from_elsewhere(desk, script):
    """The bar is not in sight yet when its entry gets the keys."""
    desk.focus_on("Script")
    press("ctrl+shift+Tab")
    wait("the keys to leave the script", lambda: not has_focus(script))
    press("ctrl+f")
    desk.focus_on("Find")
    time.sleep(0.5)
    type_text("118")
    wait("the place", lambda: shows(desk.application, "1 of 1"))
    press("Escape")
    desk.focus_on("Script")


def main():
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        # The settings of the test that turn animations off are in the other folder.
        environment = {**os.environ, "XDG_CONFIG_HOME": folder}
        desk = Desk(sys.argv[1], "--library", os.path.join(folder, "library.bulletin"), sample, env=environment)
        try:
            script = desk.find("Script", "text")
            wait("the words", lambda: "118 passengers" in text_of(script))
            open_bar_from_elsewhere(desk, script)
            desk.leave()
        finally:
            desk.stop()
    print("ok")


if __name__ == "__main__":
    main()
