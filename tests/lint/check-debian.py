#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian packaging in data/debian says the same as meson.build and run: version, what is needed."""

import re

import lint

FOLDER = "data/debian"
# What run asks for and a package build has anyway, or gets with another of its packages.
IMPLIED = {"build-essential", "ninja-build", "libglib2.0-bin", "libglib2.0-dev-bin"}
# What only packages need, or name though it comes with others.
OWN = {"debhelper-compat", "libglib2.0-dev"}


def field(text, name):
    """The packages that a field of control names, without their versions."""
    found = re.search(rf"^{name}:((?:.*\n(?: .*\n)*))", text, re.M)
    rows = found.group(1).split(",") if found else []
    return {row.split()[0] for row in rows if row.strip()}


def build_packages(text):
    found = re.search(r"^build_packages=\((.*?)\)", text, re.M | re.S)
    return set(found.group(1).split()) if found else set()


def check(root):
    control = lint.read(root, f"{FOLDER}/control")
    version = re.search(r"^ *version: '(.*?)'", lint.read(root, "meson.build"), re.M).group(1)
    first = lint.read(root, f"{FOLDER}/changelog").split("\n", 1)[0]
    if f"({version})" not in first:
        yield f"{FOLDER}/changelog: “{first}” is not version {version} of meson.build"
    wanted = build_packages(lint.read(root, "run")) - IMPLIED
    needed = field(control, "Build-Depends") - OWN
    for name in sorted(wanted ^ needed):
        where = "run wants" if name in wanted else f"{FOLDER}/control wants"
        yield f"{where} {name} to build, and the other does not"
    released = re.findall(r'<release version="(.*?)"', lint.read(root, metainfo(root)))
    if released[:1] != [version]:
        yield f"{metainfo(root)}: the newest release is {released[:1]}, not {version} of meson.build"


def metainfo(root):
    return next(path for path in lint.walk(root, "data") if path.endswith(".metainfo.xml.in"))


SOUND = {
    "meson.build": "project(\n  'a',\n  version: '1.2',\n)\n",
    "run": "build_packages=(\n  build-essential meson\n  libexpat1-dev\n)\nother=(a)\n",
    f"{FOLDER}/changelog": "a (1.2) unstable; urgency=medium\n",
    f"{FOLDER}/control": (
        "Source: a\nBuild-Depends: debhelper-compat (= 13),\n"
        "               libexpat1-dev,\n               meson (>= 1.0)\nPackage: a\n"
    ),
    "data/a.metainfo.xml.in": '<release version="1.2"/><release version="1.1"/>',
}

FAULTS = [
    ("version", {"meson.build": SOUND["meson.build"].replace("1.2", "1.3")}, "is not version 1.3"),
    ("library", {"run": SOUND["run"].replace("meson", "meson libzip-dev")}, "run wants libzip-dev"),
    ("no library", {"run": SOUND["run"].replace("libexpat1-dev", "")}, "control wants libexpat1-dev"),
    ("release", {"data/a.metainfo.xml.in": '<release version="1.1"/>'}, "newest release"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
