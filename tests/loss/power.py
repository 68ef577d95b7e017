#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power at every moment: what the program did to files is recorded, and replayed into what may be
on the disk if it had stopped there; all that was confirmed must be there, and no file by half.

power.py BULLETIN WORKER RECORDER REPLAY [STATES [SEED [SCENE…]]]

STATES is how many states are made at each moment. In the same run the records are spoiled (syncs left out,
or too late), and then something must be lost: otherwise the replay would not see loss at all.
"""
import json
import os
import shutil
import struct
import subprocess
import sys

import scratch

HEAD = struct.Struct("<IIIIqq")
SAID = 8
SCRIPT = "[Anchor]\n\nBoat {n} carried {n} people.\n\n[Report]\n\nIt cost {n} won.\n"


class Scene:
    """A folder in which a program works: the disk before, and the record of what was done."""

    def __init__(self, tools, folder):
        self.tools, self.folder = tools, folder
        self.disk = os.path.join(folder, "disk")
        self.before = os.path.join(folder, "before")
        self.record = os.path.join(folder, "record")
        os.makedirs(self.path("files"))

    def path(self, name):
        return os.path.join(self.disk, name)

    def prepare(self, *command):
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        return done.stdout

    def begin(self, confirmed=b""):
        """From here on all is recorded; what was confirmed before stands in the record first."""
        shutil.copytree(self.disk, self.before)
        self.say(confirmed)

    def say(self, lines):
        with open(self.record, "ab") as record:
            record.write(HEAD.pack(SAID, 0, 0, 0, 0, len(lines)) + lines)

    def run(self, *command):
        environment = dict(os.environ, LD_PRELOAD=self.tools["recorder"], LOSS_ROOT=self.disk,
                           LOSS_RECORD=self.record)
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
        return done.stdout


def make_library(scene, n):
    return scene.prepare(scene.tools["worker"], "make", scene.path("l"), str(n))


def first_library(scene):
    """A library, and the folders that it is in, where there was nothing."""
    scene.begin()
    scene.run(scene.tools["worker"], "make", scene.path("new/folder/l"), "3")
    return "new/folder/l"


def typing(scene):
    scene.begin(make_library(scene, 3))
    scene.run(scene.tools["worker"], "edit", scene.path("l"), "24", "5")
    return "l"


def saving(scene):
    confirmed = make_library(scene, 2)
    confirmed += scene.prepare(scene.tools["worker"], "edit", scene.path("l"), "4", "2")
    scene.begin(confirmed)
    scene.run(scene.tools["worker"], "save", scene.path("l"), "40")
    return "l"


def importing(scene):
    """The command confirms by its output, which is written when it ends."""
    scripts = os.path.join(scene.folder, "scripts")
    os.mkdir(scripts)
    scene.begin()
    for n in range(24):
        with open(os.path.join(scripts, f"{n}.txt"), "w", encoding="utf-8") as script:
            script.write(SCRIPT.format(n=n))
        if n % 4 == 3:
            out = scene.run(scene.tools["bulletin"], "import", scripts, "--json", "--library", scene.path("l"))
            for line in out.splitlines():
                scene.say(f"kept {json.loads(line)['uid']}\n".encode())
    return "l"


def correcting(scene):
    confirmed = make_library(scene, 2)
    uids = [line.split()[1] for line in confirmed.decode().splitlines()]
    scene.begin(confirmed)
    for n in range(8):
        uid = uids[n % 2]
        scene.run(scene.tools["bulletin"], "correct", uid, "--was", "people" if n < 2 else "x" * n, "--now",
                  "x" * (n + 2), "--block", "2", "--class", "wording", "--reason", "r", "--library", scene.path("l"))
        out = scene.run(scene.tools["bulletin"], "history", uid, "--json", "--library", scene.path("l"))
        last = json.loads(out.splitlines()[-1])
        scene.say(f"kept {uid}\n".encode() if "hash" not in last else
                  f"saved {uid} {last['number']} {last['hash']}\n".encode())
    return "l"


def exporting(scene):
    scene.begin(make_library(scene, 4))
    scene.run(scene.tools["worker"], "export", scene.path("l"), scene.path("files"), "6")
    return "l"


def migrating(scene):
    confirmed = make_library(scene, 3)
    confirmed += scene.prepare(scene.tools["worker"], "save", scene.path("l"), "6")
    scene.prepare(scene.tools["worker"], "older", scene.path("l"))
    scene.begin(confirmed)
    scene.run(scene.tools["worker"], "open", scene.path("l"))
    scene.run(scene.tools["worker"], "edit", scene.path("l"), "2", "2")
    return "l"


# What is played, and how its record is spoiled so that something is lost.
SCENES = {
    first_library: ["no-sync", "no-folder-sync"],
    typing: ["no-sync", "no-log-sync"],
    saving: ["no-sync", "no-log-sync"],
    importing: ["no-sync"],
    correcting: ["no-sync"],
    exporting: ["late-sync", "no-folder-sync"],
    migrating: ["no-sync"],
}
CONTROL_STATES = 4


def replay(scene, library, states, seed, control):
    done = subprocess.run([scene.tools["replay"], scene.record, scene.before, library, "files", str(states),
                           str(seed), control], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    words = done.stdout.decode().split()
    return {words[i]: int(words[i + 1]) for i in range(0, len(words), 2)}, done.stderr.decode()


def play(tools, make, states, seed):
    """How many states were checked; whether all was as it must be."""
    with scratch.folder("power") as folder:
        scene = Scene(tools, folder)
        library = make(scene)
        sound = True
        for control in ["none"] + SCENES[make]:
            count, words = replay(scene, library, states if control == "none" else CONTROL_STATES, seed,
                                  control)
            expected = (count["lost"] == 0) == (control == "none")
            print(f"{make.__name__:14} {control:15} {count['events']:6} moments {count['distinct']:7} states "
                  f"{count['lost']:6} lost{'' if expected else '   NOT AS IT MUST BE'}", flush=True)
            if not expected:
                print(words, flush=True)
            sound = sound and expected
            if control == "none":
                checked = count["distinct"]
    return checked, sound


def main():
    tools = dict(zip(("bulletin", "worker", "recorder", "replay"), map(os.path.abspath, sys.argv[1:5])))
    states = int(sys.argv[5]) if len(sys.argv) > 5 else 10
    seed = int(sys.argv[6]) if len(sys.argv) > 6 else 1
    names = sys.argv[7:]
    results = [play(tools, make, states, seed) for make in SCENES if not names or make.__name__ in names]
    print(f"{sum(checked for checked, _ in results)} states in which nothing may be lost")
    sys.exit(0 if all(sound for _, sound in results) else 1)


if __name__ == "__main__":
    main()
