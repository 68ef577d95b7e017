#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pulls the plug while somebody types in the window, and looks whether the words are there.

kill.py BULLETIN-DESK BULLETIN [ROUNDS], under tests/tools/headless with a window manager. What was typed a
second before the program is killed must be in the library's journal, and in the window when it is opened
again. TEST_SAMPLES names the folder of the samples.
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

LIMIT = 30  # seconds for anything to happen
SECOND = 1.0


def wait(what, condition):
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"kill: timed out: {what}")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False)


def find_window(process):
    shown = xdotool("search", "--onlyvisible", "--pid", str(process.pid)).stdout.split()
    return shown[-1] if shown else None


class Desk:
    def __init__(self, desk, bulletin, folder):
        self.desk, self.bulletin, self.folder = desk, bulletin, folder
        self.library = os.path.join(folder, "bulletin-desk", "library.bulletin")

    def start(self, *files):
        environment = {**os.environ, "XDG_DATA_HOME": self.folder}
        process = subprocess.Popen([self.desk, *files], env=environment)
        window = wait("the window", lambda: find_window(process))
        wait("the focus", lambda: xdotool("windowactivate", "--sync", window).returncode == 0)
        return process

    def run(self, *command):
        done = subprocess.run([self.bulletin, *command, "--library", self.library, "--json"],
                              capture_output=True, text=True, check=False)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def story(self):
        rows = self.run("list")
        return rows[0]["uid"] if rows else None


def typed_in(value, words):
    return words in json.dumps(value, ensure_ascii=False)


def play(desk, number, rand):
    words = f"round {number} {rand.randrange(10**6):06d}"
    process = desk.start()
    wait("a story", desk.story)
    time.sleep(1.5)
    xdotool("key", "ctrl+Home")
    xdotool("type", "--delay", "15", words + " ")
    time.sleep(SECOND)
    # More is typed, of which nothing is promised.
    xdotool("type", "--delay", "15", "x" * rand.randrange(12))
    process.send_signal(signal.SIGKILL)
    process.wait()
    uid = desk.story()
    if not typed_in(desk.run("conflicts", uid), words.split()[-1]):
        raise SystemExit(f"kill: “{words}” is not in the journal")

    process = desk.start()
    wait("the story again", desk.story)
    time.sleep(1.5)
    xdotool("key", "ctrl+s")
    wait("the words in a revision", lambda: typed_in(desk.run("show", uid), words.split()[-1]))
    process.send_signal(signal.SIGKILL)
    process.wait()
    if desk.run("fsck"):
        raise SystemExit("kill: the library is not sound")


def main():
    desk, bulletin = map(os.path.abspath, sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    rand = random.Random(22)
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    with tempfile.TemporaryDirectory() as folder:
        app = Desk(desk, bulletin, folder)
        process = app.start(sample)
        wait("the sample", app.story)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for number in range(rounds):
            play(app, number, rand)
    print(f"killed {rounds} times; nothing that was typed a second before is lost")


if __name__ == "__main__":
    main()
