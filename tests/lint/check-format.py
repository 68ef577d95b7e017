#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All C is laid out as clang-format 14 does by .clang-format; other versions differ in details."""

import os
import re
import shutil
import subprocess
import sys

import lint

VERSION = "14"
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
COMPLAINT = re.compile(r"^(\S+?:\d+):\d+: (?:error|warning): ", re.M)


def find_formatter():
    """The name of a clang-format of the right version, or None."""
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if shutil.which(name) is not None:
            told = subprocess.run([name, "--version"], capture_output=True, text=True, check=True)
            if f"version {VERSION}." in told.stdout:
                return name
    return None


def check(root):
    sources = [path for path in lint.walk(root, "src", "tests") if path.endswith((".c", ".h"))]
    if not sources:
        return
    command = [find_formatter(), "--dry-run", "-Werror", "--style=file"]
    done = subprocess.run(command + sources, cwd=root, capture_output=True, text=True)
    places = COMPLAINT.findall(done.stderr)
    yield from (f"{place}: not as clang-format lays it out" for place in places)
    if done.returncode != 0 and not places:
        yield f"clang-format: {done.stderr.strip()}"


SOUND = {
    ".clang-format": lint.read(TOP, ".clang-format"),
    "src/a.c": "int\na (void)\n{\n  return 0;\n}\n",
}

FAULTS = [
    ("braces", {"src/a.c": "int\na (void) {\n  return 0;\n}\n"}, "src/a.c:2: not as"),
    ("test", {"tests/a.c": "int a;;int b;\n"}, "tests/a.c:1: not as"),
]

if __name__ == "__main__":
    if find_formatter() is None:
        print(f"clang-format {VERSION} is not installed")
        sys.exit(lint.SKIPPED)
    lint.main(check, SOUND, FAULTS)
