# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share.

A check is a function from a source tree to complaints. Beside it stand a small tree that it must
accept and trees with one fault each that it must find: a check that cannot fail is worth nothing.

check-NAME.py SOURCE_ROOT     complains about the tree
check-NAME.py --self-test     tries the check on its own trees
"""

import os
import re
import sys
import tempfile

SKIPPED = 77

BUILD_FOLDER = re.compile(r"_?build(-.*)?$")


def is_ours(where, name):
    """Whether the folder may hold sources; a build folder may bear any name."""
    if BUILD_FOLDER.match(name) or name == "__pycache__" or name.startswith("."):
        return False
    return not os.path.isdir(os.path.join(where, name, "meson-private"))


def walk(root, *folders):
    """Paths of all files under the folders of root (or all of it), relative to root, sorted.

    Hidden folders, build folders and compiled Python are passed over.
    """
    found = []
    for folder in folders or ("",):
        for where, inner, names in os.walk(os.path.join(root, folder)):
            inner[:] = [name for name in inner if is_ours(where, name)]
            found += [os.path.relpath(os.path.join(where, name), root) for name in names]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def is_script(root, path):
    with open(os.path.join(root, path), "rb") as file:
        return file.read(2) == b"#!"


def without_comments(text):
    """C source with its comments blanked; line numbers stay, strings too."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.S)

    def blank(match):
        words = match.group()
        return words if words[0] in "\"'" else "\n" * words.count("\n")

    return pattern.sub(blank, text)


def plant(root, tree):
    for path, text in tree.items():
        whole = os.path.join(root, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)


def complaints_about(check, tree):
    with tempfile.TemporaryDirectory() as root:
        plant(root, tree)
        return list(check(root))


def self_test(check, sound, faults):
    """faults: rows of (name, files laid over the sound tree, words that a complaint must hold)."""
    wrong = [f"sound tree: {told}" for told in complaints_about(check, sound)]
    for name, files, words in faults:
        told = complaints_about(check, {**sound, **files})
        if not any(words in complaint for complaint in told):
            wrong.append(f"{name}: not found, it said {told}")
    print(f"{len(faults)} planted, {len(wrong)} wrong")
    return wrong


def main(check, sound, faults):
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} SOURCE_ROOT | --self-test")
    if sys.argv[1] == "--self-test":
        wrong = self_test(check, sound, faults)
    else:
        wrong = list(check(sys.argv[1]))
    for complaint in wrong:
        print(complaint)
    sys.exit(1 if wrong else 0)
