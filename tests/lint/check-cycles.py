#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No unit includes itself by way of others.

A unit is a .c with the .h of the same stem. A class that is cut into several .c shares a header
X-private.h: those pieces are one unit.
"""

import os
import re

import lint

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.M)


def stem_of(name):
    return os.path.splitext(os.path.basename(name))[0]


def unit_of(stem, includes):
    """The unit that a file belongs to, given the stems that it includes."""
    if stem.endswith("-private"):
        return stem[: -len("-private")]
    for other in includes:
        whole = other[: -len("-private")]
        if other.endswith("-private") and stem.startswith(whole + "-"):
            return whole
    return stem


def read_units(root):
    """Each unit with the units that it includes."""
    includes = {}
    for path in lint.walk(root, "src"):
        if path.endswith((".c", ".h")):
            text = lint.without_comments(lint.read(root, path))
            found = includes.setdefault(stem_of(path), set())
            found.update(stem_of(name) for name in INCLUDE.findall(text))
    belongs = {stem: unit_of(stem, sorted(found)) for stem, found in includes.items()}
    units = {}
    for stem, found in includes.items():
        unit = belongs[stem]
        known = {belongs[other] for other in found if other in belongs}
        units.setdefault(unit, set()).update(known - {unit})
    return units


def find_cycle(units, start, done):
    """The first way from a unit back to one that is still being followed."""
    way = [start]
    open_ends = [iter(sorted(units[start]))]
    while way:
        step = next(open_ends[-1], None)
        if step is None:
            done.add(way.pop())
            open_ends.pop()
        elif step in way:
            return way[way.index(step) :] + [step]
        elif step not in done:
            way.append(step)
            open_ends.append(iter(sorted(units[step])))
    return None


def check(root):
    units = read_units(root)
    done = set()
    for start in sorted(units):
        cycle = None if start in done else find_cycle(units, start, done)
        if cycle is not None:
            yield "cycle: " + " → ".join(cycle)
            return


SOUND = {
    "src/core/model/bul-story.h": '#include "bul-script.h"\n',
    "src/core/model/bul-story.c": '#include "bul-story.h"\n',
    "src/core/model/bul-script.h": "",
    "src/ui/shell/desk-window.h": "",
    "src/ui/shell/desk-window-private.h": '#include "desk-window.h"\n',
    "src/ui/shell/desk-window-actions.h": "",
    "src/ui/shell/desk-window-actions.c": '#include "desk-window-private.h"\n',
    "src/ui/shell/desk-window.c": '#include "desk-window-actions.h"\n',
}

FAULTS = [
    ("two headers", {"src/core/model/bul-script.h": '#include "bul-story.h"\n'}, "bul-story"),
    ("by a .c", {"src/core/model/bul-script.c": '#include "bul-story.h"\n'}, "bul-script"),
    (
        "of three",
        {
            "src/cli/a.c": '#include "b.h"\n',
            "src/cli/a.h": "",
            "src/cli/b.h": '#include "c.h"\n',
            "src/cli/c.h": '#include "a.h"\n',
        },
        "a → b → c → a",
    ),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
