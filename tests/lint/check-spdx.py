#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source, script and description says its licence in its first lines."""

import re

import lint

LICENCE = re.compile(r"SPDX-License-Identifier: ([\w.+-]+)")
SUFFIXES = (
    ".c", ".h", ".py", ".sh", ".sql", ".css", ".ui", ".xml", ".xml.in", ".desktop.in", ".svg",
    ".rnc", ".rng", ".sch", ".md", ".supp", ".po", ".1", ".page", "meson.build", "meson_options.txt",
    "LINGUAS", "POTFILES",
)
OWN = "GPL-3.0-or-later"
# What says something about the program may be copied by anyone who lists programs.
FREE = {".metainfo.xml.in": "CC0-1.0", ".desktop.in": "CC0-1.0"}
HIDDEN = (".ci/run", ".clang-tidy", ".editorconfig")


def is_input(path):
    """What tests read is kept as it was written, but scripts that lie beside it are ours."""
    return path.startswith("tests/data/") and not path.endswith((".py", "meson.build"))


def check(root):
    hidden = [path for path in lint.walk(root, ".ci") if path in HIDDEN]
    for path in lint.walk(root) + hidden:
        if is_input(path) or not (path.endswith(SUFFIXES) or lint.is_script(root, path)):
            continue
        head = "\n".join(lint.read(root, path).splitlines()[:6])
        found = LICENCE.search(head)
        if found is None:
            yield f"{path}: no SPDX-License-Identifier in its first lines"
            continue
        allowed = [OWN] + [free for suffix, free in FREE.items() if path.endswith(suffix)]
        if found.group(1) not in allowed:
            yield f"{path}: {found.group(1)} is not {' or '.join(allowed)}"


# Put together here, so that this file has one head only.
HEAD = "SPDX-License-Identifier" + ": "

SOUND = {
    "src/a.c": f"/* {HEAD}{OWN} */\n",
    "src/meson.build": f"# {HEAD}{OWN}\n",
    "data/a.metainfo.xml.in": f"<?xml?>\n<!-- {HEAD}CC0-1.0 -->\n",
    "run": f"#!/bin/bash\n# {HEAD}{OWN}\n",
    "tests/data/a.xml": "<a/>\n",
    "_build/made.c": "\n",
    "COPYING": "words\n",
}

FAULTS = [
    ("source", {"src/b.c": "int a;\n"}, "src/b.c: no SPDX"),
    ("too far down", {"src/b.h": "\n" * 9 + f"/* {HEAD}{OWN} */\n"}, "src/b.h: no SPDX"),
    ("another licence", {"src/b.c": f"/* {HEAD}MIT */\n"}, "MIT is not"),
    ("not metadata", {"src/b.ui": f"<!-- {HEAD}CC0-1.0 -->\n"}, "CC0-1.0 is not"),
    ("script without suffix", {"tests/tools/b": "#!/bin/sh\n"}, "tests/tools/b: no SPDX"),
    ("hidden script", {".ci/run": "#!/bin/sh\n"}, ".ci/run: no SPDX"),
    ("style sheet", {"src/ui/style.css": "a {}\n"}, "style.css: no SPDX"),
    ("script among data", {"tests/data/a.py": "pass\n"}, "a.py: no SPDX"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
