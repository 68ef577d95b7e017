#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every call of the system fail once, in every command: the first, the second, and so on until there
is none left; with each error, once and from there on.

faults.py BULLETIN WORKER TYPIST FAULTS [--every N] [--memory N] [--only COMMAND…]

After each failure: no crash; a status as documented, and words for people where it is not 0; what is said to
be done is done; a library that is sound and holds all that it held; no half file under a final name. With
memory running out, GLib ends the program with a word about it, by design. --every takes each Nth call only;
--memory each Nth allocation (0: none).
"""
import argparse
import collections
import errno
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import unicodedata

import scratch

ENGLISH = """ date 2026-03-18 News 9

The ferry sails again

[Anchor]

The ferry carried {n} people.

[Report]

It cost 27 won.

[Oh Sun-hee/Danpo resident: "We have waited."]

[Oh Sunhee/Danpo resident: "It was long."]
"""
KOREAN = """ date 2026-03-18 뉴스9

여객선 다시 뜬다

[앵커]

여객선에 {n}명이 탔습니다.

[기자]

27원이 들었습니다.
"""
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
srclang="ko" datatype="plaintext"/><body>
<tu><tuv xml:lang="ko"><seg>비가 옵니다.</seg></tuv><tuv xml:lang="en"><seg>It rains.</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>눈이 옵니다.</seg></tuv><tuv xml:lang="en"><seg>It snows.</seg></tuv></tu>
</body></tmx>
"""
TERMS = "부두\tpier\n등대\tlighthouse\n"
TBX = """<tbx><text><body><conceptEntry><langSec xml:lang="ko"><termSec><term>항구</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>harbour</term></termSec></langSec></conceptEntry></body></text></tbx>
"""
SUBJECTS = "code,parent,ko,en\nlocal:tables,,물때표,Tide tables\nlocal:moon,,삭,New moon\n"
SCRIPT = "[Anchor]\n\nThe ferry carried {n} people.\n\n[Report]\n\nIt cost 27 won.\n"
CALLS = {
    "w": "write", "p": "pwrite", "s": "fsync", "d": "fdatasync", "t": "ftruncate", "n": "rename", "o": "open",
    "m": "mmap", "u": "unlink", "k": "mkdir", "r": "read", "R": "pread", "a": "malloc",
}
# Which errors each call is given: an errno, 0 for half of it; and whether from there on as well.
ERRORS = {
    "w": [(errno.ENOSPC, 0), (errno.ENOSPC, 1), (errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (0, 0), (0, 1)],
    "p": [(errno.ENOSPC, 0), (errno.ENOSPC, 1), (errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (0, 0), (0, 1)],
    "s": [(errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (errno.ENOSPC, 0)],
    "d": [(errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (errno.ENOSPC, 0)],
    "t": [(errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (errno.ENOSPC, 0)],
    "n": [(errno.EIO, 0), (errno.ENOSPC, 0), (errno.EINTR, 0)],
    "o": [(errno.EIO, 0), (errno.EIO, 1), (errno.ENOSPC, 0), (errno.EINTR, 0), (errno.EMFILE, 1)],
    "m": [(errno.ENOMEM, 0), (errno.ENOMEM, 1)],
    "u": [(errno.EIO, 0), (errno.EIO, 1)],
    "k": [(errno.EIO, 0), (errno.ENOSPC, 1)],
    "r": [(errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (0, 1)],
    "R": [(errno.EIO, 0), (errno.EIO, 1), (errno.EINTR, 0), (0, 1)],
    "a": [(errno.ENOMEM, 0)],
}
# A command, what it may end with when a call fails beside 0 and 3, and what must be so where it ends with 0:
# “same”: it says what it always says; “kept N”: N stories are there; “revision N”: the first story has it;
# “files”: what it names is there as it always is; “gone”: no edits are left; “copied”: the last
# library named holds both stories; “holds N of COMMAND”: so many lines are listed; “done”: no more than that the
# library is sound.
COMMANDS = {
    "parse": (["parse", "a.txt", "--json"], "same"),
    "parse-apart": (["parse", "apart.txt", "--json"], "same"),
    "import": (["import", "scripts", "--json", "--library", "l"], "kept 5"),
    "import-new": (["import", "scripts", "--json", "--library", "new/folder/l"], "new 3"),
    "import-xml": (["import", "story.xml", "--json", "--library", "l"], "kept 3"),
    "correct": (["correct", "UID", "--was", "27", "--now", "28", "--class", "figure", "--reason", "r", "--library",
                 "l", "--json"], "revision 3"),
    "restore": (["restore", "UID", "1", "--library", "l", "--json"], "revision 3"),
    "approve": (["approve", "UID", "CORRECTION", "--library", "l"], "revision 3"),
    "publish": (["publish", "OTHER", "CORRECTION", "--library", "l"], "done"),
    "air": (["air", "UID", "--library", "l"], "done"),
    "changes": (["changes", "OTHER", "--json", "--library", "l"], "same"),
    "backup": (["backup", "copy", "--library", "l"], "copied"),
    "salvage": (["salvage", "l", "fresh"], "copied"),
    "conflicts": (["conflicts", "--json", "--library", "l"], "same"),
    "take": (["conflicts", "OTHER", "--take", "JOURNAL", "--library", "l"], "gone"),
    "drop": (["conflicts", "OTHER", "--drop", "JOURNAL", "--library", "l"], "gone"),
    "list": (["list", "--json", "--library", "l"], "same"),
    "show": (["show", "UID", "--json", "--library", "l"], "same"),
    "history": (["history", "UID", "--json", "--library", "l"], "same"),
    "diff": (["diff", "UID", "1", "2", "--json", "--library", "l"], "same"),
    "notice": (["notice", "UID", "--lang", "en", "--library", "l"], "same"),
    "export": (["export", "UID", "--format", "xml", "-o", "old.xml", "--library", "l"], "files"),
    "export-folder": (["export", "UID", "OTHER", "--format", "text", "-o", "new/out/", "--library", "l"], "files"),
    "export-out": (["export", "UID", "--format", "text", "--library", "l"], "same"),
    "validate": (["validate", "story.xml"], "same"),
    "fsck": (["fsck", "--library", "l"], "same"),
    "help": (["help", "findings"], "same"),
    "import-tar": (["import", "scripts.tar", "--json", "--library", "l"], "kept 5"),
    "find": (["find", "ferry", "--json", "--library", "m"], "same"),
    "find-count": (["find", "ferry", "--count", "--json", "--library", "m"], "same"),
    "stats": (["stats", "--json", "--library", "m"], "same"),
    "stats-svg": (["stats", "--svg", "-", "--library", "m"], "same"),
    "register": (["register", "--json", "--library", "m"], "same"),
    "register-csv": (["register", "--csv", "-", "--library", "m"], "same"),
    "export-query": (["export", "--query", "ferry", "-o", "new/out/", "--format", "text", "--library", "m"], "files"),
    "export-csv": (["export", "--query", "ferry", "-o", "new/table/", "--format", "csv", "--library", "m"], "files"),
    "tag": (["tag", "add", "Diplomacy", "ENGLISH", "--library", "m"], "holds 2 of tag list ENGLISH"),
    "tag-query": (["tag", "add", "Diplomacy", "--query", "", "--json", "--library", "m"],
                  "holds 2 of tag list ENGLISH"),
    "tag-undo": (["tag", "undo", "1", "--json", "--library", "m"], "holds 0 of tag list ENGLISH"),
    "vocabulary-add": (["vocabulary", "add", "local:tides", "--english", "Tides", "--library", "m"], "done"),
    "vocabulary-import": (["vocabulary", "import", "subjects.csv", "--library", "m"], "done"),
    "vocabulary-export": (["vocabulary", "export", "--format", "json", "-o", "old.json", "--library", "m"],
                          "files"),
    "people": (["people", "--json", "--library", "m"], "same"),
    "people-merge": (["people", "merge", "Oh Sun-hee", "Oh Sunhee", "--library", "m"], "holds 1 of people"),
    "people-duplicates": (["people", "duplicates", "--json", "--library", "m"], "same"),
    "align": (["align", "ko.txt", "en.txt", "--json"], "same"),
    "pair": (["pair", "KOREAN", "ENGLISH", "--confirm", "all", "--library", "m"], "done"),
    "pair-join": (["pair", "PAIRED", "--join", "1", "--library", "m"], "done"),
    "pairs": (["pairs", "PAIRED", "--json", "--library", "m"], "same"),
    "stale": (["stale", "--json", "--library", "m"], "same"),
    "export-pairs": (["export", "PAIRED", "--format", "csv", "--library", "m"], "same"),
    "memory-find": (["memory", "find", "It cost 27 won.", "--json", "--library", "m"], "same"),
    "memory-import": (["memory", "import", "pairs.tmx", "--library", "m"], "holds 5 of memory list"),
    "memory-forget": (["memory", "forget", "1", "--library", "m"], "done"),
    "memory-export": (["memory", "export", "--library", "m"], "same"),
    "terms-import": (["terms", "import", "terms.tsv", "--library", "m"], "holds 1 of terms find pier"),
    "terms-import-tbx": (["terms", "import", "terms.tbx", "--library", "m"], "holds 1 of terms find harbour"),
    "find-save": (["find", "ferry", "--save", "boats", "--library", "m"], "holds 1 of find --list-saved"),
    "align-tmx": (["align", "ko.txt", "en.txt", "--tmx"], "same"),
    "import-tmx": (["import", "pairs.tmx", "--library", "m"], "holds 5 of list"),
    "import-xliff": (["import", "back.xlf", "--library", "m"], "holds 4 of history PAIRED"),
}
# What is written whole or not at all.
KEPT = (".xml", ".txt", ".csv", ".json")
PATHS = {"l", "m", "copy", "fresh", "a.txt", "apart.txt", "scripts", "scripts.tar", "story.xml", "old.xml", "old.json",
         "ko.txt", "en.txt", "pairs.tmx", "subjects.csv", "terms.tsv", "terms.tbx", "back.xlf"}
# A story that cannot be read is named, and the others are tagged all the same.
STATUS = {"fsck": {1}, "validate": {1}, "salvage": {1}, "tag": {1}, "tag-query": {1}, "tag-undo": {1}}
# A part of the library that cannot be read is damage.
UNREADABLE = {"R": {4}}


def hash_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def snapshot(folder):
    """Names with length and time: what changed is seen without reading it."""
    seen = {}
    for base, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(base, name)
            status = os.lstat(path)
            # An empty lock file, and memory that is shared, hold nothing.
            if not name.endswith(("-shm", ".lock")):
                seen[os.path.relpath(path, folder)] = (status.st_size, status.st_mtime_ns) if name in files else None
    return seen


class Desk:
    """A folder with a library and files, and a copy of it to begin anew from."""

    def __init__(self, tools, folder):
        self.tools, self.folder = tools, folder
        self.clean, self.work = os.path.join(folder, "clean"), os.path.join(folder, "work")
        self.out, self.err = os.path.join(folder, "out"), os.path.join(folder, "err")
        os.makedirs(os.path.join(self.clean, "scripts"))
        self.names = {}
        self.fill()
        self.restore()

    def call(self, *arguments):
        done = subprocess.run([self.tools["bulletin"], *arguments], cwd=self.clean, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()

    def fill(self):
        for name, n in (("a.txt", 1), ("b.txt", 2), ("c.txt", 3)):
            with open(os.path.join(self.clean, name), "w", encoding="utf-8") as script:
                script.write(SCRIPT.format(n=n))
        with open(os.path.join(self.clean, "apart.txt"), "w", encoding="utf-8") as script:
            script.write(unicodedata.normalize("NFD", KOREAN.format(n=4) * 4))
        for name, n in (("1.txt", 11), ("2.txt", 12), ("3.txt", 13)):
            with open(os.path.join(self.clean, "scripts", name), "w", encoding="utf-8") as script:
                script.write(SCRIPT.format(n=n))
        self.call("import", "c.txt", "--library", "other")
        third = json.loads(self.call("list", "--json", "--library", "other"))["uid"]
        self.call("export", third, "-o", "story.xml", "--library", "other")
        rows = self.call("import", "a.txt", "b.txt", "--json", "--library", "l").splitlines()
        uid, other = (json.loads(row)["uid"] for row in rows)
        self.call("correct", uid, "--was", "ferry", "--now", "boat", "--class", "fact", "--reason", "r", "--library",
                  "l")
        self.call("correct", other, "--was", "27", "--now", "28", "--class", "figure", "--reason", "r", "--library",
                  "l")
        self.call("approve", other, "c1", "--library", "l")
        self.call("air", other, "--library", "l")
        subprocess.run([self.tools["typist"], "l", other, "b2", "w1 ", "w2 "], cwd=self.clean, check=True,
                       stdout=subprocess.PIPE)
        journal = json.loads(self.call("conflicts", "--json", "--library", "l"))["id"]
        self.call("export", uid, "--format", "text", "-o", "old.xml", "--library", "l")
        self.names.update({"UID": uid, "OTHER": other, "JOURNAL": journal, "CORRECTION": "c1"})
        self.fill_other()
        self.facts = f"kept {uid}\nsaved {uid} 2 {self.hash_of_revision(uid)}\nkept {other}\n"
        self.typed = f"typed {other} b2 2\n"

    def fill_other(self):
        """A library of two languages, subjects and people, and what such libraries take in."""
        for name, words in (("en.txt", ENGLISH), ("ko.txt", KOREAN), ("en2.txt", ENGLISH), ("ko2.txt", KOREAN),
                            ("pairs.tmx", TMX), ("subjects.csv", SUBJECTS), ("terms.tsv", TERMS),
                            ("terms.tbx", TBX)):
            with open(os.path.join(self.clean, name), "w", encoding="utf-8") as out:
                out.write(words.replace("{n}", "31" if "2" in name else "57"))
        with tarfile.open(os.path.join(self.clean, "scripts.tar"), "w") as out:
            out.add(os.path.join(self.clean, "scripts"), "scripts")
        for key, name in (("ENGLISH", "en.txt"), ("KOREAN", "ko.txt"), ("SECOND", "en2.txt"), ("PAIRED", "ko2.txt")):
            self.names[key] = json.loads(self.call("import", name, "--json", "--library", "m"))["uid"]
        self.call("pair", self.names["PAIRED"], self.names["SECOND"], "--confirm", "all", "--library", "m")
        back = self.call("export", self.names["PAIRED"], "--format", "xliff12", "--library", "m")
        with open(os.path.join(self.clean, "back.xlf"), "w", encoding="utf-8") as out:
            out.write(back.replace("It cost 27 won.", "The cost was 27 won."))
        self.call("correct", self.names["ENGLISH"], "--was", "27", "--now", "28", "--class", "figure", "--reason", "r",
                  "--library", "m")
        self.call("tag", "add", "Culture", "--query", "", "--library", "m")
        self.other_facts = "".join(f"kept {self.names[key]}\n" for key in ("ENGLISH", "KOREAN", "SECOND", "PAIRED"))

    def hash_of_revision(self, uid):
        xml = self.call("export", uid, "--library", "l")
        return re.findall(r'<revision [^>]*hash="([0-9a-f]{64})"', xml)[-1]

    def restore(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.clean, self.work)
        self.before = snapshot(self.work)

    def is_touched(self):
        return snapshot(self.work) != self.before


class Server:
    """One command, run as often as is asked for."""

    def __init__(self, desk, arguments):
        arguments = [desk.names.get(word, word) for word in arguments]
        environment = dict(os.environ, LD_PRELOAD=desk.tools["faults"], LOSS_OUT=desk.out, LOSS_ERR=desk.err,
                           BULLETIN_AUTHOR="Min", LC_ALL="C.UTF-8", G_SLICE="always-malloc")
        # The folder is made anew under the feet of the program, so that it is entered by its name each time.
        arguments = [os.path.join(desk.work, word) if self.is_path(word) else word for word in arguments]
        self.child = subprocess.Popen([desk.tools["bulletin"], *arguments], cwd=desk.folder, env=environment,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    @staticmethod
    def is_path(word):
        return word in PATHS or word.startswith("new/")

    def ask(self, calls, at, error, sticky):
        self.child.stdin.write(f"{calls} {at} {error} {sticky}\n".encode())
        self.child.stdin.flush()
        status, n = self.child.stdout.readline().split()
        return int(status), int(n)

    def close(self):
        self.child.stdin.close()
        self.child.wait()


class Trial:
    """A command on a desk: how it goes when nothing fails, and what is wrong when something does."""

    def __init__(self, desk, name):
        self.desk, self.name = desk, name
        self.words, self.promise = COMMANDS[name]
        self.server = Server(desk, self.words)
        self.counts = collections.Counter()
        self.faults = []
        desk.restore()
        status, _ = self.server.ask("-", 0, 0, 0)
        assert status == 0, (name, os.waitstatus_to_exitcode(status), self.read(desk.err))
        self.look()
        desk.restore()

    def look(self):
        """What it says and writes when nothing fails."""
        desk = self.desk
        self.said = self.read(desk.out)
        # In the folder without its journal nothing is said of it.
        self.files = {path: hash_of(os.path.join(desk.work, path)) for path, seen in snapshot(desk.work).items()
                      if seen is not None and path.endswith(KEPT)}
        self.old = {path: hash_of(os.path.join(desk.clean, path)) for path, seen in desk.before.items()
                    if seen is not None and path.endswith(KEPT)}

    @staticmethod
    def read(path):
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def run(self, call, at, error, sticky):
        """How many of these calls there were: fewer than `at`, and none of them failed."""
        status, n = self.server.ask(call, at, error, sticky)
        wrong = self.judge(call, os.waitstatus_to_exitcode(status)) if n >= at else None
        self.counts["runs"] += n >= at
        if wrong is not None:
            self.faults.append(f"{self.name}: {CALLS[call]} {at} error {error}{' and on' if sticky else ''}: {wrong}")
        if self.desk.is_touched():
            self.desk.restore()
        return n

    def judge(self, call, code):
        said, words = self.read(self.desk.out), self.read(self.desk.err)
        if code < 0 and call == "a" and -code in (signal.SIGTRAP, signal.SIGABRT) and "failed to allocate" in words:
            self.counts["ended by GLib"] += 1
        elif code == -signal.SIGALRM and call == "a" and not words:
            # g_once_init_enter () wants memory while it holds what g_log () waits for.
            self.counts["GLib waits for itself"] += 1
        elif code < 0:
            return f"ended by signal {-code}: {words.strip()[-300:]}"
        elif code == 0:
            self.counts["done all the same"] += 1
            wrong = self.check_promise(said)
            if wrong is not None:
                return f"said to be done, but {wrong}; {words.strip()[-300:]}"
        else:
            self.counts[f"status {code}"] += 1
            if code not in {3} | STATUS.get(self.name, set()) | UNREADABLE.get(call, set()):
                return f"ended with {code}: {words.strip()[-300:]}"
            if code == 3 and not re.match(r"bulletin: .{10,}\w", words, re.S):
                return f"ended with {code} and said “{words}”"
        return self.check_desk(said) if self.desk.is_touched() else None

    def rows(self, library, *arguments):
        done = subprocess.run([self.desk.tools["bulletin"], *arguments, "--json", "--library",
                               os.path.join(self.desk.work, library)], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
        return done.stdout.decode().splitlines()

    def check_promise(self, said):
        kind, _, number = self.promise.partition(" ")
        if kind == "same":
            return None if said == self.said else "what it shows is not all"
        if kind == "kept":
            return None if len(self.rows("l", "list")) == int(number) else "stories are missing"
        if kind == "new":
            return None if len(self.rows("new/folder/l", "list")) == int(number) else "stories are missing"
        if kind == "revision":
            n = len(self.rows("l", "history", self.desk.names["UID"]))
            return None if n == int(number) else f"there are {n} revisions"
        if kind == "done":
            return None
        if kind == "holds":
            count, _, command = number.partition(" of ")
            rows = self.rows("m", *[self.desk.names.get(word, word) for word in command.split()])
            return None if len(rows) == int(count) else f"{len(rows)} are listed"
        if kind == "copied":
            copy = "copy" if self.name == "backup" else "fresh"
            return None if len(self.rows(copy, "list")) == 2 else "the copy is not whole"
        if kind == "gone":
            return None if not self.rows("l", "conflicts") else "the edits are still there"
        missing = [path for path, value in self.files.items()
                   if not os.path.exists(os.path.join(self.desk.work, path))
                   or hash_of(os.path.join(self.desk.work, path)) != value]
        return f"{missing} is not as it should be" if missing else None

    def find_facts(self, said):
        """The library that it works in, and what is confirmed of it."""
        facts = self.desk.facts
        if self.promise != "gone":
            facts += self.desk.typed
        library = "l"
        if self.promise.startswith("new"):
            library, facts = "new/folder/l", ""
        if self.words[-1] == "m":
            library, facts = "m", self.desk.other_facts
        if self.name.startswith("import"):
            facts += "".join(f"kept {json.loads(line)['uid']}\n" for line in said.splitlines() if line.endswith("}"))
        return library, facts

    def check_desk(self, said):
        """The library and the files, whatever was said."""
        library, facts = self.find_facts(said)
        done = subprocess.run([self.desk.tools["worker"], "check", os.path.join(self.desk.work, library)],
                              input=facts.encode(), stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            return "afterwards: " + done.stdout.decode().strip()
        for path in self.files.keys() | self.old.keys():
            whole = os.path.join(self.desk.work, path)
            allowed = (self.files.get(path), self.old.get(path))
            if (hash_of(whole) if os.path.exists(whole) else None) not in allowed:
                return f"{path} is half a file"
        return None

    def go(self, calls, every):
        for call in calls:
            most = None  # of these calls, where none fails
            for error, sticky in ERRORS[call]:
                at = 1
                while most is None or at <= most:
                    n = self.run(call, at, error, sticky)
                    if n < at:
                        most = n
                    at += every


def check_full(desk, names):
    """Whatever cannot be printed is an error as well."""
    faults = []
    for name in names:
        arguments, _ = COMMANDS[name]
        arguments = [desk.names.get(word, word) for word in arguments]
        desk.restore()
        done = subprocess.run([desk.tools["bulletin"], *arguments], cwd=desk.work, stdout=subprocess.PIPE, check=True)
        if not done.stdout or name in ("export", "export-folder"):
            continue  # it prints nothing, or what it did before that stands
        desk.restore()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([desk.tools["bulletin"], *arguments], cwd=desk.work, stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        if done.returncode != 3:
            faults.append(f"{name}: printed to a full disk, and ended with {done.returncode}")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tools", nargs=4)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--calls", default="".join(call for call in CALLS if call != "a"))
    parser.add_argument("--only", nargs="*", default=list(COMMANDS))
    options = parser.parse_args()
    tools = dict(zip(("bulletin", "worker", "typist", "faults"), map(os.path.abspath, options.tools)))
    total, faults = collections.Counter(), []
    with scratch.folder("faults") as folder:
        desk = Desk(tools, folder)
        faults += check_full(desk, options.only)
        for name in options.only:
            trial = Trial(desk, name)
            trial.go(options.calls, options.every)
            if options.memory > 0:
                trial.go("a", options.memory)
            trial.server.close()
            print(f"{name:14} {dict(trial.counts)}", flush=True)
            for fault in trial.faults[:20]:
                print("  " + fault, flush=True)
            total += trial.counts
            faults += trial.faults
    print(f"all {dict(total)}")
    print("\n".join(faults[:10]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
