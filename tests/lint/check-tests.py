#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of tests is set up by the meson.build beside it: one that nobody runs finds nothing."""

import os
import re

import lint

UNIT = re.compile(r"^UNIT \((\w+)\)", re.M)
TEST = re.compile(r"^int\s+main \(|^if __name__ == .__main__.:", re.M)
# Words of a test that is called by its name, or by a part of it.
QUOTED = re.compile(r"'([^'\n]*)'")


def names_of(root, path):
    """What a meson.build may call the test in the file, or nothing where it is none."""
    text = lint.read(root, path)
    whole = os.path.basename(path)
    stem, ending = os.path.splitext(whole)
    unit = UNIT.search(text)
    if unit:
        if stem != "test-" + unit[1].replace("_", "-"):
            return {f"test-{unit[1]}.c, as its UNIT says"}
        return {stem.removeprefix("test-")}
    if ending == ".case" or TEST.search(text):
        return {whole, stem, stem.removeprefix("check-")}
    return set()


def check(root):
    quoted = {}
    for path in lint.walk(root, "tests"):
        if path.endswith((".c", ".py", ".case")):
            folder = os.path.dirname(path)
            if folder not in quoted:
                build = os.path.join(folder, "meson.build")
                there = os.path.exists(os.path.join(root, build))
                quoted[folder] = set(QUOTED.findall(lint.read(root, build))) if there else None
            names = names_of(root, path)
            if names and quoted[folder] is not None and not names & quoted[folder]:
                yield f"{path}: {folder}/meson.build sets up no {' or '.join(sorted(names))}"


SOUND = {
    "tests/core/meson.build": "core_tests = [\n  'a-line',\n]\n",
    "tests/core/test-a-line.c": "UNIT (a_line)\n{\n}\n",
    "tests/core/test-shared.c": "int\nshared (void)\n{\n}\n",
    "tests/cli/meson.build": "foreach name : [\n  'find',\n]\n  python3, files('round.py')\nendforeach\n",
    "tests/cli/find.case": "$ find\n",
    "tests/cli/round.py": "if __name__ == '__main__':\n    main()\n",
    "tests/data/compare.py": "if __name__ == '__main__':\n    main()\n",
}

FAULTS = [
    ("unit", {"tests/core/test-b.c": "UNIT (b)\n{\n}\n"}, "sets up no b"),
    ("other name", {"tests/core/test-a-line.c": "UNIT (b)\n{\n}\n"}, "test-b.c, as its UNIT says"),
    ("case", {"tests/cli/tag.case": "$ tag\n"}, "tag.case"),
    ("script", {"tests/cli/kill.py": "if __name__ == '__main__':\n    main()\n"}, "kill.py"),
    ("program", {"tests/cli/kill.c": "int\nmain (void)\n{\n}\n"}, "kill.c"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
