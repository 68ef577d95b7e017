#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Meets the failures that a person meets, one after the other.

failures.py BULLETIN

Each is told with what happened, what is safe and what to do; it ends with its own number; what was there is as
it was, to the byte; and nothing stands half-written under the name that was asked for.
"""
import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

NOBODY = 65534
SAFE = ("Nothing was changed", "is unchanged", "was not changed", "is safe", "Nothing was written", "Nothing was read",
        "unchanged", "There is no such file")
DO = ("Name ", "Choose ", "Check ", "Copy ", "Free some space", "Make room", "Open it with", "Try again", "Work on with",
      "take a backup", "Ask its owner", "Export ", "Import ", "Make it")

SCRIPT = "[Anchor]\n\nThe ferry carried 118 people.\n\n[Report]\n\nIt cost 27 won.\n" + "A line of the report.\n\n" * 400


class Case:
    def __init__(self, what, status, words, prepare=None, limit=None, says="", nobody=False):
        self.what, self.status, self.words, self.prepare = what, status, words.split(), prepare
        self.limit, self.says, self.nobody = limit, says, nobody


def overwrite(path, at, content):
    with open(path, "r+b") as out:
        out.seek(at)
        out.write(content)


def change(path, sql):
    with sqlite3.connect(path) as database:
        database.executescript(sql)
    database.close()


def make_foreign(folder):
    os.remove(folder + "/l")
    change(folder + "/l", "CREATE TABLE notes (text); INSERT INTO notes VALUES ('theirs')")


def make_words(folder):
    with open(folder + "/l", "w", encoding="utf-8") as out:
        out.write("These are only words, and enough of them to fill what would be a header.\n" * 3)


def damage_pages(folder):
    size = os.path.getsize(folder + "/l")
    for page in range(1, size // 4096):
        overwrite(folder + "/l", page * 4096, b"\xee" * 512)


def make_read_only(folder):
    os.chmod(folder + "/l", 0o444)
    for name in ("l.lock", "l-wal", "l-shm"):
        if os.path.exists(folder + "/" + name):
            os.chmod(folder + "/" + name, 0o444)
    os.chmod(folder, 0o555)


CASES = [
    # a place that is full; 32 kB are what SQLite's own index of the log takes
    Case("the disk is full while importing", 3, "import big.txt --library l", limit=60_000, says="disk"),
    Case("the disk is full while a library is begun", 3, "import big.txt --library n", limit=20_000, says="disk"),
    Case("the disk is full while exporting", 3, "export UID --library l -o out.xml", limit=36_000, says="out.xml"),
    Case("the disk is full while a backup is made", 3, "backup copy --library l", limit=20_000, says="disk"),
    Case("the disk is full while salvaging", 3, "salvage l fresh", limit=20_000, says="disk"),
    # what is not there, or is something else
    Case("a library that is not there", 3, "list --library gone", says="gone"),
    Case("a library whose folder is a file", 3, "import a.txt --library a.txt/l", says="a.txt"),
    Case("a folder instead of a library", 3, "list --library .", says="folder"),
    Case("a folder instead of a library, to be written", 3, "import a.txt --library .", says="folder"),
    Case("a script that is not there", 3, "import gone.txt --library l", says="gone.txt"),
    Case("a folder to export to that is not there", 3, "export UID --library l -o no/out.xml", says="no/out.xml"),
    Case("an empty file instead of a library", 3, "list --library empty", lambda f: open(f + "/empty", "w").close(),
         says="empty"),
    # libraries of others
    Case("a library of a newer program", 3, "list --library l", lambda f: change(f + "/l", "PRAGMA user_version = 999"),
         says="newer"),
    Case("a library of a newer program, to be written", 3, "import a.txt --library l",
         lambda f: change(f + "/l", "PRAGMA user_version = 999"), says="newer"),
    Case("a database of another program", 3, "import a.txt --library l", make_foreign, says="another program"),
    Case("a file of one byte, which SQLite takes for an empty one", 3, "import a.txt --library l",
         lambda f: [os.remove(f + "/l"), open(f + "/l", "w", encoding="utf-8").write("x")], says="another program"),
    Case("a library with a trigger in it", 3, "import a.txt --library l",
         lambda f: change(f + "/l", "CREATE TRIGGER t AFTER INSERT ON story BEGIN DELETE FROM block; END"),
         says="not ours"),
    # damage
    Case("words instead of a library", 4, "import a.txt --library l", make_words, says="salvage"),
    Case("a header that was written over", 4, "list --library l", lambda f: overwrite(f + "/l", 0, b"\xff" * 100),
         says="salvage"),
    Case("pages that were written over", 4, "show UID --library l", damage_pages, says="salvage"),
    Case("pages that were written over, to be written", 4, "correct UID --was 27 --now 28 --class figure --reason r"
         " --library l", damage_pages, says="salvage"),
    # what may not be done
    Case("a library that may not be read", 3, "list --library l", lambda f: os.chmod(f + "/l", 0), says="l:",
         nobody=True),
    Case("a library that may not be written", 3, "import a.txt --library l", make_read_only, says="l:", nobody=True),
    Case("a library that may not be written is read", 0, "list --library l", make_read_only, nobody=True),
    Case("a folder that may not be written", 3, "export UID --library l -o out.xml", make_read_only, says="out.xml",
         nobody=True),
]


def make_folder(bulletin, where):
    """A library with one story, and some files beside it."""
    for name, text in (("a.txt", SCRIPT[:200]), ("big.txt", SCRIPT * 8)):
        with open(f"{where}/{name}", "w", encoding="utf-8") as out:
            out.write(text)
    with open(where + "/first.txt", "w", encoding="utf-8") as out:
        out.write(SCRIPT)
    subprocess.run([bulletin, "import", "first.txt", "--library", "l"], cwd=where, check=True, stdout=subprocess.DEVNULL)
    said = subprocess.run([bulletin, "list", "--library", "l", "--json"], cwd=where, check=True, stdout=subprocess.PIPE)
    for name in os.listdir(where):
        os.chmod(f"{where}/{name}", 0o666)
    return said.stdout.decode().split('"uid":"')[1].split('"')[0]


def read_all(folder):
    """What stands under the names that people gave; the program's own files beside a library are left out."""
    content = {}
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith((".lock", "-wal", "-shm")):
            with open(path, "rb") as found:
                content[name] = found.read()
    return content


def enter(case):
    """Runs in the child: what limits it."""
    if case.limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (case.limit, case.limit))
    if case.nobody and os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def can_be_nobody(bulletin, folder):
    """Whether this test may become someone who may not do everything."""
    if os.getuid() != 0:
        return True
    done = subprocess.run([bulletin, "--version"], cwd=folder, check=False, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, preexec_fn=lambda: enter(Case("", 0, "", nobody=True)))
    return done.returncode == 0


def stories_of(bulletin, library):
    done = subprocess.run([bulletin, "list", "--library", library, "--json"], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return done.stdout


def problems_of(case, bulletin, folder, uid):
    if case.prepare:
        case.prepare(folder)
    before = read_all(folder) if os.getuid() == 0 or not case.nobody else None
    stories = stories_of(bulletin, folder + "/l") if case.limit else None
    words = [uid if word == "UID" else word for word in case.words]
    done = subprocess.run([bulletin, *words], cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          preexec_fn=lambda: enter(case))
    said = done.stderr.decode()
    problems = []
    if done.returncode != case.status:
        problems.append(f"ended with {done.returncode}, not {case.status}")
    if case.status and not any(word in said for word in SAFE):
        problems.append("does not say what is safe")
    if case.status and not any(word in said for word in DO):
        problems.append("does not say what to do")
    if case.says not in said:
        problems.append(f"does not name “{case.says}”")
    if case.limit:
        # a save that did not get through may have left pages behind, but no story
        if stories_of(bulletin, folder + "/l") != stories:
            problems.append("other stories than before")
        before.pop("l", None)
    after = read_all(folder) if before is not None else {}
    for name in before or {}:
        if after.get(name) != before[name]:
            problems.append(f"{name} is not what it was")
    for name in set(after) - set(before or {}) - {"l", "n"}:
        problems.append(f"{name} was left behind")
    return [problem + "\n" + said for problem in problems]


def main():
    bulletin = os.path.abspath(sys.argv[1])
    failed = skipped = 0
    for case in CASES:
        with tempfile.TemporaryDirectory(prefix="bulletin-failures-") as folder:
            os.chmod(folder, 0o777)
            uid = make_folder(bulletin, folder)
            if case.nobody and not can_be_nobody(bulletin, folder):
                skipped += 1
                continue
            problems = problems_of(case, bulletin, folder, uid)
            os.chmod(folder, stat.S_IRWXU)
            for problem in problems:
                print(f"{case.what}: {problem}", flush=True)
            failed += bool(problems)
    print(f"{len(CASES) - failed - skipped} as they should be, {failed} not, {skipped} not tried")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
