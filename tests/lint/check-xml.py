#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML that is written by hand is well-formed: templates, resources, icons, descriptions."""

import os
import subprocess

import lint

SUFFIXES = (".ui", ".xml", ".xml.in", ".svg", ".rng", ".sch")


def check(root):
    paths = [path for path in lint.walk(root, "data", "src") if path.endswith(SUFFIXES)]
    for path in paths:
        done = subprocess.run(
            ["xmllint", "--noout", "--nonet", os.path.join(root, path)],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            first = (done.stderr.strip() or "xmllint failed").splitlines()[0]
            yield f"{path}: {first.replace(os.path.join(root, path), '').lstrip(':')}"


SOUND = {
    "data/a.gschema.xml": "<schemalist/>\n",
    "src/ui/a.ui": "<interface><template class='A'/></interface>\n",
}

FAULTS = [
    ("ui", {"src/ui/b.ui": "<interface><object></interface>\n"}, "src/ui/b.ui"),
    ("icon", {"data/icons/b.svg": "<svg"}, "data/icons/b.svg"),
    ("entity", {"data/b.xml": "<a>&nothing;</a>\n"}, "data/b.xml"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
