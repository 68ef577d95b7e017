#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command as written in the .case files and compares what it prints and how it ends.

run-cases.py BULLETIN [CASE…]

A case is a story of commands. Lines of it:
  # …            a comment
  $ ARGUMENTS    runs the command with them (shell words; UID1 is the first uid printed, UID2 the next)
  ! SHELL        runs a line of shell, whose output counts as well; it must end with 0
  < TEXT         one more line of standard input for the next command
  = N            the command before ends with status N (0 where nothing is said)
  other lines    what the command prints, output and errors together; “…” stands for anything
Each case runs in an empty folder with a library of its own; DATA is tests/data, SAMPLES data/samples.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Step:
    def __init__(self, kind, line, number, stdin):
        self.kind, self.line, self.number, self.stdin = kind, line, number, stdin
        self.status, self.expected = 0, []


def read_case(path):
    steps, stdin = [], []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if line == "$" or line[:2] in ("$ ", "! "):
            steps.append(Step(line[0], line[2:], number, "\n".join(stdin) + "\n" if stdin else ""))
            stdin = []
        elif line.startswith("< "):
            stdin.append(line[2:])
        elif line.startswith("= "):
            steps[-1].status = int(line[2:])
        elif steps and line != "":
            steps[-1].expected.append(line)
    return steps


def pattern(lines):
    """The expected lines as one regular expression."""
    return "".join(
        r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        for line in lines
    )


def put_uids(text, uids):
    for i, uid in reversed(list(enumerate(uids, 1))):
        text = text.replace(f"UID{i}", uid)
    return text


def run_step(step, bulletin, folder, env, uids):
    line = put_uids(step.line, uids)
    if step.kind == "$":
        words = [os.path.expandvars(w) if "$" in w else w for w in shlex.split(line)]
        words = [re.sub("^(DATA|SAMPLES)(?=/|$)", lambda m: env[m[0]], w) for w in words]
        command = [bulletin] + words
    else:
        command = ["sh", "-ec", line]
    done = subprocess.run(command, cwd=folder, env=env, input=step.stdin.encode(), timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    out = done.stdout.decode("utf-8", "replace")
    for uid in UUID.findall(out):
        if uid not in uids:
            uids.append(uid)
    return done.returncode, out


def run_case(path, bulletin):
    steps, uids, problems = read_case(path), [], []
    if not steps:
        return [f"{path}: no command in it"]
    with tempfile.TemporaryDirectory(prefix="bulletin-case-") as folder:
        env = dict(os.environ, BULLETIN=bulletin, BULLETIN_AUTHOR="Tester", XDG_DATA_HOME=folder + "/xdg",
                   HOME=folder, LC_ALL="C.UTF-8", DATA=os.path.join(HERE, "..", "data"),
                   SAMPLES=os.path.join(HERE, "..", "..", "data", "samples"))
        for step in steps:
            status, out = run_step(step, bulletin, folder, env, uids)
            expected = [put_uids(line, uids) for line in step.expected]
            where = f"{os.path.basename(path)}:{step.number}: {step.line}"
            if status != step.status:
                problems.append(f"{where}\n  ended with {status}, not {step.status}\n{out}")
            elif not re.fullmatch(pattern(expected), out):
                problems.append(f"{where}\n  printed\n{out}  instead of\n" + "\n".join(expected) + "\n")
    return problems


def main():
    bulletin = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or sorted(n for n in os.listdir(HERE) if n.endswith(".case"))
    failed = 0
    for name in names:
        problems = run_case(os.path.join(HERE, name), bulletin)
        failed += bool(problems)
        print("".join(problems) or f"ok {name}", flush=True)
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
