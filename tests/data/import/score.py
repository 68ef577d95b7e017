#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each script `bulletin parse --json` reads as the JSON written by hand beside it does.

usage: score.py [--quiet] BULLETIN DIR...

compare.py asks whether everything is the same; this counts how near it is, in the measures that a reader of scripts is judged by,
and says where it is not. Lines that are part of a block count as of its kind. A soundbite is found where one with the same first
speaker begins on the same line; titles and quotes are those of the soundbites that were found.
"""

import collections
import json
import pathlib
import subprocess
import sys


def parse(bulletin, path):
    run = subprocess.run([bulletin, "parse", str(path), "--json"], capture_output=True, stdin=subprocess.DEVNULL, check=True)
    return json.loads(run.stdout.decode("utf-8"))


def kinds(document, field="kind"):
    """The kind of each line that has words."""
    of_line = {}
    for story in document["stories"]:
        for block in story["blocks"]:
            for line in range(block["line"], block["last_line"] + 1):
                of_line[line] = block[field]
    return of_line


def blocks(document, kind):
    return {block["line"]: block for story in document["stories"] for block in story["blocks"] if block["kind"] == kind}


def first_speaker(bite):
    speakers = bite["speakers"]
    if not speakers:
        return None
    return speakers[0]["name"] or "(%s)" % speakers[0]["title"]


class Score:
    def __init__(self, quiet):
        self.quiet = quiet
        self.right = collections.Counter()
        self.all = collections.Counter()

    def count(self, measure, got, want, where):
        self.all[measure] += 1
        if got == want:
            self.right[measure] += 1
        elif not self.quiet:
            print(f"{where}: {measure}: got {json.dumps(got, ensure_ascii=False)}, want {json.dumps(want, ensure_ascii=False)}")

    def bites(self, got, want, name):
        """Soundbites by place and first speaker; what else is said of those that were found."""
        got, want = blocks(got, "bite"), blocks(want, "bite")
        self.all["bites there"] += len(want)
        self.all["bites got"] += len(got)
        for line, bite in want.items():
            other = got.get(line)
            if other is None or first_speaker(other) != first_speaker(bite):
                if not self.quiet:
                    found = first_speaker(other) if other else "no soundbite"
                    print(f"{name}:{line}: bite: got {found}, want {first_speaker(bite)}")
                continue
            self.right["bites"] += 1
            where = f"{name}:{line}"
            self.count("titles", [s["title"] for s in other["speakers"]], [s["title"] for s in bite["speakers"]], where)
            self.count("quotes", other["quote"], bite["quote"], where)
            self.count("details", other["details"], bite["details"], where)
        for line in got.keys() - want.keys():
            if not self.quiet:
                print(f"{name}:{line}: bite: got {first_speaker(got[line])}, want no soundbite")

    def parts(self, got, want, name, kind, fields, measure):
        got, want = blocks(got, kind), blocks(want, kind)
        for line, block in want.items():
            other = got.get(line, {})
            self.count(measure, [other.get(field) for field in fields], [block.get(field) for field in fields], f"{name}:{line}")

    def document(self, got, want, name):
        for field, measure in (("kind", "lines"), ("section", "sections")):
            got_lines, want_lines = kinds(got, field), kinds(want, field)
            for line in sorted(got_lines.keys() | want_lines.keys()):
                self.count(measure, got_lines.get(line), want_lines.get(line), f"{name}:{line}")
        self.bites(got, want, name)
        for i in range(max(len(got["stories"]), len(want["stories"]))):
            a = got["stories"][i] if i < len(got["stories"]) else {}
            b = want["stories"][i] if i < len(want["stories"]) else {}
            for field in ("headline", "programme", "page_date", "stamps"):
                self.count(field, a.get(field), b.get(field), f"{name} story {i + 1}")
        self.parts(got, want, name, "handoff", ["reporter", "place"], "handoffs")
        self.parts(got, want, name, "signoff", ["reporter", "broadcaster", "place"], "signoffs")
        self.parts(got, want, name, "credits", ["credits"], "credits")
        self.parts(got, want, name, "turn", ["speaker", "details"], "turns")

    def show(self):
        there, got = self.all.pop("bites there", 0), self.all.pop("bites got", 0)
        right = self.right["bites"]
        f1 = 2 * right / (there + got) if there + got else 1.0
        print(f"{'soundbites F1':14} {f1:.4f}  ({right} right of {there} there, {got} found)")
        for measure in self.all:
            print(f"{measure:14} {self.right[measure] / self.all[measure]:.4f}  ({self.right[measure]} of {self.all[measure]})")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--quiet"]
    if len(arguments) < 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    score = Score("--quiet" in sys.argv)
    for folder in arguments[1:]:
        for gold in sorted(pathlib.Path(folder).glob("*.json")):
            scripts = [path for path in gold.parent.glob(gold.stem + ".*") if path.suffix != ".json"]
            for script in scripts:
                score.document(parse(arguments[0], script), json.loads(gold.read_text(encoding="utf-8")), gold.stem)
    score.show()
    return 0


if __name__ == "__main__":
    sys.exit(main())
