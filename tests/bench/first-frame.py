#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from the start of the program until a script is seen, beside gnome-text-editor.

first-frame.py BULLETIN-DESK FILE, under tests/tools/headless with a window manager. The picture of the screen
is looked at every few milliseconds, where the text of either program stands; what counts is when 95 of 100
points of the letters are there that are there in the end. Both are started in turn, seven times; medians. Ends
with 77 (skipped) where there is no gnome-text-editor.
"""
import collections
import ctypes
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

N_ROUNDS = 7
TARGET = 0.9
X, Y, WIDTH, HEIGHT = 470, 300, 300, 200  # of the screen: text in both windows
QUIET = 1.5  # seconds without another picture: that is the end
LIMIT = 30
Z_PIXMAP, ALL_PLANES = 2, ctypes.c_ulong(-1)


class Image(ctypes.Structure):
    """The start of an XImage."""

    _fields_ = [(name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")] + [("data", ctypes.c_void_p)]


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Image)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def look(self):
        image = self.x11.XGetImage(self.display, self.root, X, Y, WIDTH, HEIGHT, ALL_PLANES, Z_PIXMAP)
        picture = ctypes.string_at(image.contents.data, WIDTH * HEIGHT * 4)
        self.x11.XDestroyImage(image)
        return picture


def points_of(picture):
    return [picture[i:i + 4] for i in range(0, len(picture), 4)]


def find_first(pictures):
    """When the letters of the last picture were there."""
    last = points_of(pictures[-1][1])
    ground = collections.Counter(last).most_common(1)[0][0]
    letters = [i for i, point in enumerate(last) if point != ground]
    if not 0.02 < len(letters) / len(last) < 0.5:
        raise SystemExit(f"first-frame: no text is seen: {len(letters)} points of {len(last)}")
    for at, picture in pictures:
        points = points_of(picture)
        if sum(points[i] == last[i] for i in letters) >= 0.95 * len(letters):
            return at
    return pictures[-1][0]


def start(screen, command, environment):
    """Seconds until the text is seen, and of the processor until the end."""
    empty = screen.look()
    pictures = []
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    now = began
    while now - began < LIMIT and (not pictures or now - pictures[-1][0] - began < QUIET):
        picture = screen.look()
        now = time.monotonic()
        if picture != (pictures[-1][1] if pictures else empty):
            pictures.append((now - began, picture))
        time.sleep(0.003)
    if "TEST_PICTURE" in os.environ:
        name = os.environ["TEST_PICTURE"] + os.path.basename(command[0]) + ".png"
        subprocess.run(["import", "-window", "root", name], check=True)
    process.send_signal(signal.SIGKILL)
    usage = os.wait4(process.pid, 0)[2]
    process.returncode = 0
    if not pictures:
        raise SystemExit(f"first-frame: {command[0]} shows nothing")
    while screen.look() != empty:
        time.sleep(0.05)
    return find_first(pictures), usage.ru_utime + usage.ru_stime


def median(times):
    return [statistics.median(column) for column in zip(*times)]


def main():
    desk, path = map(os.path.abspath, sys.argv[1:3])
    if shutil.which("gnome-text-editor") is None:
        print("skipped: there is no gnome-text-editor")
        sys.exit(77)
    screen = Screen()
    ours, theirs = [], []
    # Nobody listens, and neither speaks.
    environment = {**os.environ, "GTK_A11Y": "none"}
    for _ in range(N_ROUNDS + 1):
        with tempfile.TemporaryDirectory() as folder:
            library = os.path.join(folder, "library.bulletin")
            theirs.append(start(screen, ["gnome-text-editor", "--standalone", path], environment))
            ours.append(start(screen, [desk, "--library", library, path], environment))
    (our_time, our_cpu), (their_time, their_cpu) = median(ours[1:]), median(theirs[1:])
    print(f"until the text is seen: {our_time * 1e3:.0f} ms, gnome-text-editor {their_time * 1e3:.0f} ms "
          f"(in all {our_cpu:.2f} and {their_cpu:.2f} s of the processor)")
    ratio = our_time / their_time
    print(f"  {'ok  ' if ratio <= TARGET else 'HIGH'} ratio {ratio:.2f}, target {TARGET}")
    sys.exit(ratio > TARGET)


if __name__ == "__main__":
    main()
