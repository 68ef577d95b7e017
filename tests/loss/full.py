#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets every command run on a disk that has no room left, or too little: a small file system of its own.

full.py BULLETIN WORKER TYPIST [--only COMMAND…] [--room KILOBYTES…]

Where there is not enough room, the command says so, what is safe and what to do; the library is sound and holds all
that it held and all that was confirmed; no half file stands under a final name. With room made, the same command
does what it was asked for. Who may not mount a file system is told so, and nothing is tried (exit 77).
"""
import argparse
import collections
import os
import re
import shutil
import subprocess
import sys

import faults
import scratch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from failures import DO, SAFE  # pylint: disable=wrong-import-position

SIZE = "16m"
SKIPPED = 77
# In kilobytes: from nothing to what most commands take.
ROOM = (0, 4, 16, 40, 64, 96, 160, 280, 600, 1200)
COMMANDS = {
    **faults.COMMANDS,
    "import-many": (["import", "many", "--library", "l", "--json"], "kept 42"),
    "migrate": (["import", "a.txt", "--library", "older", "--json"], "migrated 3"),
    "journal": (["typist", "l", "UID", "b2", "w1 ", "w2 "], "typed"),
}
# What reads takes no room, but what stands beside a library while it is in use.
CHOSEN = ("import-many", "import-tar", "import-new", "export-folder", "export-query", "correct", "journal", "backup",
          "migrate", "salvage", "tag-query", "pair", "memory-import", "terms-import", "people-merge",
          "vocabulary-import", "air", "register-csv")


class Desk(faults.Desk):
    """Works on the small disk; what it begins anew from lies beside it."""

    def fill(self):
        super().fill()
        many = os.path.join(self.clean, "many")
        os.mkdir(many)
        for n in range(40):
            with open(os.path.join(many, f"{n}.txt"), "w", encoding="utf-8") as script:
                script.write(faults.SCRIPT.format(n=1000 + n) + f"The sea is {n} deep.\n\n" * 20)
        older = os.path.join(self.clean, "older")
        made = subprocess.run([self.tools["worker"], "make", older, "2"], stdout=subprocess.PIPE, check=True)
        subprocess.run([self.tools["worker"], "older", older], check=True)
        self.older_facts = made.stdout.decode()

    def restore(self):
        self.work = os.path.join(self.folder, "small", "work")
        self.make_room()
        super().restore()

    def make_room(self):
        filler = os.path.join(self.folder, "small", "filler")
        if os.path.exists(filler):
            os.unlink(filler)

    def leave_room(self, kilobytes):
        """Fills the disk but for so much; False where it has not that much."""
        disk = os.statvfs(os.path.join(self.folder, "small"))
        length = disk.f_bavail * disk.f_bsize - kilobytes * 1024
        if length > 0:
            with open(os.path.join(self.folder, "small", "filler"), "wb") as out:
                os.posix_fallocate(out.fileno(), 0, length)
        return length > 0


class Trial(faults.Trial):
    def __init__(self, desk, name):  # pylint: disable=super-init-not-called
        self.desk, self.name = desk, name
        self.words, self.promise = COMMANDS[name]
        self.counts, self.faults = collections.Counter(), []
        desk.restore()
        assert self.call(self.words) == 0, (name, self.read(desk.err))
        self.look()
        desk.restore()

    def call(self, words):
        words = [self.desk.names.get(word, word) for word in words]
        program = "typist" if words[0] == "typist" else "bulletin"
        environment = dict(os.environ, BULLETIN_AUTHOR="Min", LC_ALL="C.UTF-8")
        with open(self.desk.out, "wb") as out, open(self.desk.err, "wb") as err:
            code = subprocess.run([self.desk.tools[program], *words[program == "typist":]], cwd=self.desk.work,
                                  env=environment, stdout=out, stderr=err, check=False).returncode
        # The typist is no command: it says the library's own words, and ends as GLib ends a program.
        return 3 if program == "typist" and code != 0 else code

    def check_promise(self, said):
        if self.promise == "typed":
            return None
        if self.promise.startswith("migrated"):
            return None if len(self.rows("older", "list")) == int(self.promise.split()[1]) else "stories are missing"
        return super().check_promise(said)

    def find_facts(self, said):
        if self.name == "migrate":
            return "older", self.desk.older_facts
        library, facts = super().find_facts(said)
        if self.promise == "typed":
            facts += "".join(f"typed {self.desk.names['UID']} b2 {n}\n" for n in range(1, said.count("typed ") + 1))
        return library, facts

    def check_desk(self, said):
        """Even to look into a library takes some room."""
        self.desk.make_room()
        return super().check_desk(said)

    @staticmethod
    def read(path):
        """The typist is no command: what it says at its end is what the library says."""
        said = faults.Trial.read(path)
        return re.sub(r"^\n?\*\* \(process.*? ERROR \*\*: [0-9:.]+: ", "bulletin: ", said)

    def judge_words(self):
        said = self.read(self.desk.err)
        for what, words in (("what happened", ("disk is full", "No space")), ("what is safe", SAFE), ("what to do", DO)):
            if not any(word in said for word in words):
                return f"{what} is not said: {said}"
        return None

    def try_again(self):
        """With room made, as it was told."""
        code = self.call([word.replace("new/out", "new/other") for word in self.words])
        if code != 0:
            return f"with room again it ended with {code}: {self.read(self.desk.err)}"
        if self.promise == "files":
            return None
        return self.check_promise(self.read(self.desk.out))

    def try_room(self, kilobytes):
        """Whether there was enough."""
        self.desk.restore()
        if not self.desk.leave_room(kilobytes):
            return True
        code = self.call(self.words)
        self.desk.make_room()
        wrong = self.judge("w", code) or (self.judge_words() if code != 0 else None)
        if wrong is None and code != 0:
            wrong = self.try_again()
        if wrong is not None:
            self.faults.append(f"{self.name}, {kilobytes} kB left: {wrong}")
        self.counts["runs"] += 1
        return code == 0


def mount(folder):
    small = os.path.join(folder, "small")
    os.mkdir(small)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "bulletin-full", small], check=False,
                          stderr=subprocess.DEVNULL).returncode == 0


def try_all(options, tools, folder):
    desk = Desk(tools, folder)
    total, wrong = collections.Counter(), []
    for name in options.only:
        trial = Trial(desk, name)
        done = [kilobytes for kilobytes in options.room if trial.try_room(kilobytes)]
        trial.counts["enough"] = len(done)
        print(f"{name:14} {dict(trial.counts)}", flush=True)
        total += trial.counts
        wrong += trial.faults
    print(f"all {dict(total)}")
    print("\n".join(wrong))
    return 1 if wrong or total["status 3"] == 0 else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tools", nargs=3)
    parser.add_argument("--only", nargs="*", default=CHOSEN)
    parser.add_argument("--room", nargs="*", type=int, default=ROOM)
    options = parser.parse_args()
    tools = dict(zip(("bulletin", "worker", "typist"), map(os.path.abspath, options.tools)))
    with scratch.folder("full") as folder:
        if not mount(folder):
            print("no file system of a size can be mounted here: nothing was tried")
            return SKIPPED
        try:
            return try_all(options, tools, folder)
        finally:
            shutil.rmtree(os.path.join(folder, "small"), ignore_errors=True)
            subprocess.run(["umount", os.path.join(folder, "small")], check=True)


if __name__ == "__main__":
    sys.exit(main())
