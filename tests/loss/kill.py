#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills programs at random moments, while they type, save, import, export and migrate.

kill.py BULLETIN WORKER TYPIST [KILLS [SEED]]

After each kill: the library opens and is sound, all that was confirmed is there, no story by half, no half
file under a final name.
"""
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time

import scratch

SCRIPT = "[Anchor]\n\nBoat {n} carried {n} people.\n\n[Report]\n\nIt cost {n} won.\n"
WORDS = 400
NEVER_KEPT = "kept 00000000-0000-4000-8000-000000000000\n"


class Desk:
    def __init__(self, tools, folder):
        self.tools, self.folder = tools, folder
        self.library, self.files = os.path.join(folder, "l"), os.path.join(folder, "files")
        self.template = os.path.join(folder, "template")
        os.mkdir(self.template)
        os.mkdir(self.files)

    def call(self, *command):
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=self.folder).stdout.decode()

    def work(self, verb, *arguments):
        return self.call(self.tools["worker"], verb, self.library, *arguments)

    def keep(self):
        """What is there now is where each trial begins."""
        shutil.copy(self.library, os.path.join(self.template, "l"))

    def begin_anew(self):
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            if name.startswith("l") and os.path.isdir(path):
                shutil.rmtree(path)
            elif name.startswith("l"):
                os.unlink(path)
        for name in os.listdir(self.files):
            os.unlink(os.path.join(self.files, name))
        if os.path.exists(os.path.join(self.template, "l")):
            shutil.copy(os.path.join(self.template, "l"), self.library)

    def find_loss(self, facts):
        done = subprocess.run([self.tools["worker"], "check", self.library, self.files], input=facts.encode(),
                              stdout=subprocess.PIPE, check=False)
        return None if done.returncode == 0 else done.stdout.decode()


class Deed:
    """What is done to be killed in: the command, and the facts that its output confirms."""

    def __init__(self, desk):
        self.desk, self.facts = desk, ""
        self.prepare()

    def confirmed(self, out):
        return out


class Typing(Deed):
    def prepare(self):
        self.facts = self.desk.work("make", "2")
        self.desk.keep()
        uid = self.facts.split()[1]
        words = [f"w{n} " for n in range(1, WORDS + 1)]
        self.command = [self.desk.tools["typist"], self.desk.library, uid, "b2", *words]


class Saving(Deed):
    def prepare(self):
        self.facts = self.desk.work("make", "3")
        self.desk.keep()
        self.command = [self.desk.tools["worker"], "edit", self.desk.library, "60", "2"]


class Importing(Deed):
    def prepare(self):
        folder = os.path.join(self.desk.folder, "scripts")
        os.mkdir(folder)
        for n in range(150):
            with open(os.path.join(folder, f"{n}.txt"), "w", encoding="utf-8") as script:
                script.write(SCRIPT.format(n=n))
        self.command = [self.desk.tools["bulletin"], "import", folder, "--json", "--library", self.desk.library]

    def confirmed(self, out):
        return "".join(f"kept {json.loads(line)['uid']}\n" for line in out.splitlines())


class Exporting(Deed):
    def prepare(self):
        self.facts = self.desk.work("make", "6")
        self.desk.keep()
        self.command = [self.desk.tools["worker"], "export", self.desk.library, self.desk.files, "12"]


class ExportingMany(Deed):
    """The command itself, into a folder where older exports are."""

    def prepare(self):
        self.facts = self.desk.work("make", "8")
        self.desk.keep()
        uids = [line.split()[1] for line in self.facts.splitlines()]
        self.command = [self.desk.tools["bulletin"], "export", *uids, "-o", self.desk.files, "--library",
                        self.desk.library]
        self.desk.call(*self.command)
        for name in os.listdir(self.desk.files):
            with open(os.path.join(self.desk.files, name), "rb") as file:
                self.facts += f"writes {name} {hashlib.sha256(file.read()).hexdigest()}\n"


class Migrating(Deed):
    def prepare(self):
        self.facts = self.desk.work("make", "20") + self.desk.work("save", "20")
        self.desk.work("older")
        self.desk.keep()
        self.command = [self.desk.tools["worker"], "open", self.desk.library]


class Correcting(Deed):
    def prepare(self):
        self.facts = self.desk.work("make", "2")
        self.desk.keep()
        uid = self.facts.split()[1]
        self.command = [self.desk.tools["bulletin"], "correct", uid, "--was", "ferry", "--now", "boat", "--class",
                        "fact", "--reason", "r", "--json", "--library", self.desk.library]

    def confirmed(self, out):
        return "".join(f"kept {self.facts.split()[1]}\n" for _ in out.splitlines())


DEEDS = [Typing, Saving, Importing, Exporting, ExportingMany, Migrating, Correcting]


def run(command, delay):
    """What was said, by whole lines, and whether the program was killed before its end."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/") as child:
        if delay is not None:
            time.sleep(delay)
            child.kill()
        out = child.stdout.read().decode()
        killed = child.wait() != 0
    return out[:out.rfind("\n") + 1], killed


def time_of(deed):
    start = time.monotonic()
    deed.desk.begin_anew()
    run(deed.command, None)
    return time.monotonic() - start


def kill(deed, kills, rand):
    """How many were killed in the midst, and how much had been confirmed."""
    longest = min(time_of(deed) for _ in range(3))
    assert deed.desk.find_loss(deed.facts + NEVER_KEPT) is not None, "what is lost is not seen"
    hits = facts = 0
    while hits < kills:
        deed.desk.begin_anew()
        out, killed = run(deed.command, rand.uniform(0.002, longest))
        said = deed.confirmed(out)
        loss = deed.desk.find_loss(deed.facts + said)
        assert loss is None, loss + said[-2000:]
        hits += killed
        facts += len(said.splitlines())
        # On a machine that is busy with other things, or no longer is.
        longest *= 1.02 if killed else 0.98
        longest = max(longest, 0.004)
    return hits, facts


def main():
    tools = dict(zip(("bulletin", "worker", "typist"), map(os.path.abspath, sys.argv[1:4])))
    kills = int(sys.argv[4]) if len(sys.argv) > 4 else 21
    rand = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    total = 0
    for make in DEEDS:
        with scratch.folder("kill") as folder:
            hits, facts = kill(make(Desk(tools, folder)), -(-kills // len(DEEDS)), rand)
        total += hits
        print(f"{make.__name__:14} {hits:6} killed in the midst, {facts:7} confirmed, none lost", flush=True)
    print(f"{total} kills")


if __name__ == "__main__":
    main()
