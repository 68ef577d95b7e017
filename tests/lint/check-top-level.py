#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The top folder stays a short list that can be read at a glance."""

import os
import subprocess
import sys

import lint

ALLOWED = {
    "COPYING", "README.md", "meson.build", "meson_options.txt", "run",
    "data", "flatpak", "po", "src", "tests",
}
# The tree may belong to someone else than who checks it, as in a container.
GIT = ["git", "-c", "safe.directory=*"]


def list_tracked(root):
    """What git keeps at the top; nothing for a tree that is no clone of its own."""
    top = subprocess.run(GIT + ["rev-parse", "--show-toplevel"], cwd=root, capture_output=True)
    if top.returncode != 0 or not os.path.samefile(os.fsdecode(top.stdout.rstrip(b"\n")), root):
        return None
    names = subprocess.run(GIT + ["ls-files", "-z"], cwd=root, capture_output=True, check=True)
    return {os.fsdecode(name).split("/", 1)[0] for name in names.stdout.split(b"\0") if name}


def check(root):
    names = list_tracked(root)
    for name in sorted(names or []):
        if name not in ALLOWED and not name.startswith("."):
            yield f"{name}: does not belong at the top"
    for name in sorted(ALLOWED - (names or ALLOWED)):
        yield f"{name}: is missing at the top"


def check_as_clone(root):
    subprocess.run(GIT + ["init", "-q"], cwd=root, check=True)
    subprocess.run(GIT + ["add", "-A"], cwd=root, check=True)
    return list(check(root))


SOUND = {name if "." in name or name in ("COPYING", "run") else f"{name}/a": "" for name in ALLOWED}
SOUND[".gitignore"] = "_build/\n"
SOUND["_build/a"] = ""

FAULTS = [
    ("a file", {"notes.txt": ""}, "notes.txt: does not belong"),
    ("a folder", {"misc/a": ""}, "misc: does not belong"),
    ("one less", {".gitignore": "run\n"}, "run: is missing"),
]

if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        lint.main(check_as_clone, SOUND, FAULTS)
    if list_tracked(sys.argv[1]) is None:
        print("not a git clone")
        sys.exit(lint.SKIPPED)
    lint.main(check, SOUND, FAULTS)
