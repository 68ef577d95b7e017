#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses keys at random in the window, and looks whether it bears that.

monkey.py BULLETIN-DESK BULLETIN ACTIONS.C, under tests/tools/headless and with-hangul, with a window
manager. Types in Latin and Hangul, presses every key of the table of actions but those that leave, and
clicks. Nothing may be complained of, crash or hang; at the end the window closes, the library is sound, and
what it holds is what the window showed.

TEST_SAMPLES names the folder of the samples. BULLETIN_TEST_MINUTES says how long (2), BULLETIN_TEST_SEED with
which keys (4): what comes out of a seed depends on the moment too. BULLETIN_TEST_DELAY is the time between
keys in milliseconds (25).
"""
import collections
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

from driver import Atspi, Command, Desk, check, has_focus, press, text_of, wait

MINUTES = float(os.environ.get("BULLETIN_TEST_MINUTES", "2"))
SEED = int(os.environ.get("BULLETIN_TEST_SEED", "4"))
DELAY = os.environ.get("BULLETIN_TEST_DELAY", "25")
HANG = 10  # seconds without an answer
LARGE = 30_000  # letters, beyond which the text is emptied
END_MARK = "7316042"

# A second window would take the keys, and nothing leads back from it but closing one of the two.
LEAVING = {"app.quit", "win.close", "win.new-window"}
# The hands stay on the script: what they do to it is what is checked in the end.
OTHER_DESKS = {
    "win.new-story",
    "win.next-story",
    "win.previous-story",
    "win.next-desk",
    "win.previous-desk",
    "win.toggle-translation",
    "win.search-archive",
    "win.find-in-library",
    "win.show-people",
    "win.show-register",
    "win.replace-standing",  # to the archive, where the script holds the words no more
}
# What opens a window over ours. A file chooser or printer is led back from at once, lest files are written.
CHOOSERS = {"win.open", "win.import-folder", "win.export", "win.print"}
OPENERS = CHOOSERS | {"win.preferences", "win.shortcuts", "win.go-to-line"}
MODIFIERS = {"Control": "ctrl", "Shift": "shift", "Alt": "alt"}

COMPLAINT = re.compile(r"CRITICAL|WARNING|\*\* ERROR|Sanitizer|runtime error")
# What is complained of without our doing, and why.
NOISE = (
    "Failed to set fd limit",  # dbus-daemon, not as root
    "Unable to acquire the address of the accessibility bus",  # it may be late
    # GTK 4.8: a size that is asked for after the layout of a frame; the next frame paints it.
    "without a current allocation",
    # ibus hands back a key late, and GTK has no event or no text for it; the program calls none of these.
    "gtk_im_context_filter_keypress: assertion 'GTK_IS_IM_CONTEXT (context)' failed",
    "gdk_event_get_event_type: assertion 'GDK_IS_EVENT (event)' failed",
    "gtk_event_controller_handle_event: assertion 'event != NULL' failed",
    "dconf",  # settings in memory or a key file need none
)

MOVES = (
    "Left Right Up Down Home End Prior Next ctrl+Left ctrl+Right ctrl+Up ctrl+Down ctrl+Home ctrl+End Tab "
    "shift+Tab shift+Left shift+Right shift+Up shift+Down ctrl+shift+Left ctrl+shift+Right shift+End shift+Home"
).split()
STROKES = "BackSpace BackSpace Delete Delete Return Return shift+Return ctrl+BackSpace ctrl+Delete space".split()
CLIPBOARD = "ctrl+c ctrl+x ctrl+v ctrl+c ctrl+v ctrl+a".split()
LATIN = ("the ferry ", "118 ", "3.5 tons ", "Oh Sun-hee ", "harbour, ", "will sail. ", "[Anchor]", "[Kim/Mayor: ", '"')
# No q: where a space has opened the menu of the window, that letter is its Quit.
HANGUL = ("ghkd ", "gksrmf ", "ekstl ", "WkfvmS ", "dkssudgktpdy ", "rkvt", "Ehr ", "12 ", "tlwkddms ")


def read_actions(path):
    """The keys of each action, as xdotool names them."""
    with open(path, encoding="utf-8") as file:
        table = file.read()
    actions = {}
    for name, keys in re.findall(r'\{\s*"((?:win|app)\.[a-z-]+)",[^{]*\{([^}]*)\}', table):
        actions[name] = [to_xdotool(key) for key in re.findall(r'"([^"]+)"', keys)]
    check("few actions are in the table", len(actions) > 30 and LEAVING | OTHER_DESKS | OPENERS <= set(actions))
    return {name: keys for name, keys in actions.items() if keys and name not in LEAVING | OTHER_DESKS}


def to_xdotool(accelerator):
    modifiers = re.findall(r"<(\w+)>", accelerator)
    return "+".join([MODIFIERS[name] for name in modifiers] + [accelerator.rsplit(">", 1)[-1]])


class Deeds:
    """What hands do next: the arguments of xdotool, and the action that was meant, if any."""

    def __init__(self, actions):
        self.rand = random.Random(SEED)
        self.actions = actions
        self.kinds = (
            (6, self.type_latin),
            (6, self.type_hangul),
            (4, self.strike),
            (5, self.move),
            (6, self.act),
            (1, self.use_clipboard),
            (2, self.click),
            (1, lambda: ("key", "--delay", DELAY, "Escape", "Escape")),
            (1, lambda: ("key", "--delay", DELAY, "shift+space")),  # Hangul on or off
        )
        self.action = None

    def next(self):
        self.action = None
        weights, makers = zip(*self.kinds)
        return self.rand.choices(makers, weights)[0]()

    def _keys(self, keys, most):
        n_keys = self.rand.randrange(1, most)
        return ("key", "--delay", DELAY, *(self.rand.choice(keys) for _ in range(n_keys)))

    def _text(self, words):
        text = "".join(self.rand.choice(words) for _ in range(self.rand.randrange(1, 4)))
        # A syllable may be left unfinished.
        return ("type", "--delay", DELAY, text.rstrip() if self.rand.random() < 0.3 else text)

    def type_latin(self):
        return self._text(LATIN)

    def type_hangul(self):
        return self._text(HANGUL)

    def strike(self):
        return self._keys(STROKES, 6)

    def move(self):
        return self._keys(MOVES, 8)

    def act(self):
        self.action = self.rand.choice(sorted(self.actions))
        return ("key", self.rand.choice(self.actions[self.action]))

    def use_clipboard(self):
        return self._keys(CLIPBOARD, 3)

    def click(self):
        """Anywhere but on the buttons that close the window or put it away."""
        x, y = self.rand.random(), self.rand.random()
        button = self.rand.choice("11113")
        if y < 0.1:
            x, button = x * 0.3, "1"  # nor on those for another desk, nor for the menu of the window manager
        return ("mousemove", "--window", "%1", f"{x:.3f}", f"{y:.3f}", "click", "--repeat",
                self.rand.choice("1112"), "--delay", "60", button)


class Log:
    """What the program complains of."""

    def __init__(self, path):
        self.writer = open(path, "wb")
        self.reader = open(path, encoding="utf-8", errors="replace")

    def complaints(self):
        lines = self.reader.read().splitlines()
        return [line for line in lines if COMPLAINT.search(line) and not any(n in line for n in NOISE)]


class Monkey:
    def __init__(self, desk, script, log, deeds):
        self.desk, self.script, self.log, self.deeds = desk, script, log, deeds
        self.last = collections.deque(maxlen=60)
        self.answers = []
        self.memory = []
        self.n_keys = 0
        self.n_opened = 0
        self.n_typed = 0
        found = subprocess.run(["xdotool", "getwindowgeometry", "--shell", desk.window],
                               capture_output=True, text=True, check=True)
        size = dict(line.split("=") for line in found.stdout.split())
        self.width, self.height = int(size["WIDTH"]), int(size["HEIGHT"])

    def fail(self, why):
        print("\n".join(" ".join(deed) for deed in self.last), file=sys.stderr)
        raise SystemExit(f"monkey: seed {SEED}, after {self.n_keys} keys: {why}")

    def play(self, arguments):
        if arguments[0] == "mousemove":
            x, y = float(arguments[3]) * self.width, float(arguments[4]) * self.height
            arguments = ("mousemove", "--window", self.desk.window, f"{x:.0f}", f"{y:.0f}", *arguments[5:])
        self.last.append(arguments)
        self.n_keys += len(arguments[-1]) if arguments[0] == "type" else max(1, len(arguments) - 3)
        subprocess.run(["xdotool", *arguments], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def look(self):
        """Whether it lives, answers, and complains of nothing. Returns how long the text is."""
        began = time.monotonic()
        length = 0
        try:
            length = Atspi.Text.get_character_count(self.script)
        except Exception as error:
            if self.desk.process.poll() is None:
                self.fail(f"no answer within {time.monotonic() - began:.1f} s: {error}")
        self.answers.append(time.monotonic() - began)
        complaints = self.log.complaints()
        if complaints:
            self.fail("\n".join(complaints))
        if self.desk.process.poll() is not None:
            self.fail(f"the program ended with {self.desk.process.returncode}")
        return length

    def active(self):
        found = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False)
        return found.stdout.strip()

    def is_away(self):
        return self.active() not in ("", self.desk.window)

    def wait_for_opened(self):
        end = time.monotonic() + 1.5
        while not self.is_away() and time.monotonic() < end:
            time.sleep(0.05)

    def title(self, window=None):
        which = ["getactivewindow", "getwindowname"] if window is None else ["getwindowname", window]
        found = subprocess.run(["xdotool", *which], capture_output=True, text=True, check=False)
        return found.stdout.strip()

    def is_second(self, window):
        """Asked twice: a window that is just going leaves the keys to the first one, which Ctrl+W would close."""
        return self.title(window).endswith("Bulletin Desk") and self.active() == window != self.desk.window

    def is_foreign(self, window):
        """Help is shown by another program, if there is one."""
        found = subprocess.run(["xdotool", "getwindowpid", window], capture_output=True, text=True, check=False)
        return found.stdout.strip() not in ("", str(self.desk.process.pid))

    def come_back(self):
        """Escape leads back from every window of ours but a second one, which a click in the menu opens."""
        if self.active() == "":
            subprocess.run(["xdotool", "windowactivate", "--sync", self.desk.window], check=False)
        for i in range(40):
            if not self.is_away():
                return
            self.n_opened += i == 0
            window = self.active()
            is_second = i > 4 and self.is_second(window)
            if i > 4 and self.is_foreign(window):
                # No key closes it: one that comes late would be for us.
                self.play(("windowkill", window))
            else:
                self.play(("key", "ctrl+w" if is_second else "Escape"))
            time.sleep(0.1)
            if is_second:
                # Whoever opened it from the menu has the keys on its button still, and letters are its items.
                time.sleep(0.4)
                self.play(("mousemove", "--window", "%1", "0.500", "0.500", "click", "1"))
            self.look()
        self.fail(f"Escape does not lead back from “{self.title()}”")

    def run(self, minutes):
        start = time.monotonic()
        sampled = start
        while time.monotonic() < start + minutes * 60:
            self.play(self.deeds.next())
            if self.deeds.action in OPENERS:
                self.wait_for_opened()
            length = self.look()
            if self.deeds.action not in CHOOSERS and self.is_away() and self.deeds.rand.random() < 0.5:
                self.play(self.deeds.move())
            self.come_back()
            if length > LARGE:
                self.play(("key", "--delay", DELAY, "ctrl+alt+1", "Escape", "ctrl+a", "BackSpace"))
            if time.monotonic() - sampled > 60:
                sampled += 60
                self.sample((sampled - start) / 60)

    def sample(self, minute):
        with open(f"/proc/{self.desk.process.pid}/statm", encoding="ascii") as file:
            megabytes = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        self.memory.append((minute, megabytes))
        print(f"minute {minute:.0f}: {megabytes:.1f} MB, {self.n_keys} keys", flush=True)

    def report(self):
        answers = sorted(self.answers)
        print(f"{self.n_keys} keys, {len(answers)} answers: median {statistics.median(answers) * 1e3:.0f} ms, "
              f"99th of 100 {answers[len(answers) * 99 // 100] * 1e3:.0f} ms, longest {answers[-1] * 1e3:.0f} ms")
        warm = self.memory[len(self.memory) // 4:]
        if len(warm) > 3:
            slope = statistics.linear_regression(*zip(*warm)).slope * 60
            print(f"memory after warming up: {slope:+.2f} MB an hour")


def blocks_of(command, uid):
    return "\n".join(block["text"] for block in json.loads(command.run("show", uid, "--json"))["blocks"])


def marked(command):
    """The text of the story that holds the mark, as another program finds it."""
    for line in command.run("list", "--json").splitlines():
        text = blocks_of(command, json.loads(line)["uid"])
        if END_MARK in text:
            return text
    return None


def check_end(monkey, command):
    """The words of the window are those of the library; then it closes."""
    script = monkey.script
    for _ in range(5):
        press("Escape", "Escape", "ctrl+alt+1", "Escape")
        time.sleep(0.3)
        if has_focus(script):
            break
    monkey.desk.focus_on("Script")
    press("ctrl+End")
    for key in END_MARK:  # the input method may hand back quick keys in another order
        press(key)
        time.sleep(0.2)
    wait("the mark in the window", lambda: END_MARK in text_of(script))
    press("ctrl+s")
    stored = wait("the mark in the library", lambda: marked(command))
    if text_of(script) != stored:
        # What is struck stands in the text as a reader of the screen has it.
        press("ctrl+shift+e")
        time.sleep(1)
    shown = text_of(script)
    if shown != stored:
        monkey.fail(f"the library differs from the window:\n{stored!r}\n{shown!r}")
    monkey.n_typed = len(stored)
    monkey.look()
    monkey.desk.leave()
    complaints = monkey.log.complaints()
    if complaints:
        monkey.fail("as it ended: " + "\n".join(complaints))
    command.run("fsck")


def main():
    desk_program, command_program, table = map(os.path.abspath, sys.argv[1:4])
    print(f"seed {SEED}, {MINUTES:g} minutes", flush=True)
    sample = os.path.join(os.environ["TEST_SAMPLES"], "ferry-returns-2026-03-18.txt")
    Atspi.set_timeout(HANG * 1000, HANG * 1000)
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "library.bulletin")
        log = Log(os.path.join(folder, "log"))
        desk = Desk(desk_program, "--library", library, sample, stderr=log.writer, cwd=folder)
        try:
            script = desk.find("Script", "text")
            wait("the text", lambda: "118 passengers" in text_of(script))
            monkey = Monkey(desk, script, log, Deeds(read_actions(table)))
            monkey.run(MINUTES)
            monkey.report()
            check_end(monkey, Command(command_program, library))
        finally:
            desk.stop()
    print(f"ok: {monkey.n_typed} letters in the library, {monkey.n_opened} windows opened and closed")


if __name__ == "__main__":
    main()
