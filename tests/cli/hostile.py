#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that no newsroom means to open: each ends with a story or a clear word, and never otherwise.

usage: hostile.py BULLETIN
"""

import json
import os
import subprocess
import sys
import tempfile

MEGA = 1 << 20

# Name, bytes, and what must come: the number of stories at least, or 3 for a refusal.
REFUSED = "refused"


def cases():
    yield "empty.txt", b"", 1
    yield "binary", bytes(range(256)) * 64, REFUSED
    yield "zeros", b"\0" * 4096, REFUSED
    yield "zeros-in-text.txt", b"[Anchor]\nThe ferry\0 sails.\n", None
    yield "picture.png", b"\x89PNG\r\n\x1a\n" + os.urandom(20000), REFUSED
    yield "one-line.txt", b"word " * (8 * MEGA // 5), 1
    yield "one-word.txt", b"x" * (8 * MEGA), 1
    yield "hangul-word.txt", "가".encode() * (8 * MEGA // 3), 1
    yield "open-brackets.txt", b"[" * MEGA, 1
    yield "brackets.txt", b"[[[]]]((<<>>))\n" * 60000, 1
    yield "quotes.txt", b'["\n' * 200000, 1
    yield "slashes.txt", b"[" + b"a/" * 400000 + b": \"x\"]\n", 1
    yield "colons.txt", b"A: " * 300000, 1
    yield "marks.txt", b"[Anchor]\n[Reporter]\n" * 50000, 1
    yield "stamps.txt", "입력 2026.03.18 (22:17)\n".encode() * 50000, 1
    yield "bidi.txt", ("\u202e\u2066" * 50000 + "ferry\n").encode(), 1
    yield "zero-width.txt", ("\u200b\u200d" * 100000 + "ferry\n").encode(), 1
    yield "marks-on-marks.txt", ("a" + "\u0301" * 200000 + "\n").encode(), 1
    yield "blank-lines.txt", b"\n" * MEGA, 1
    yield "separators.txt", "\u2028\u2029\x0b\x0c\x85".encode() * 60000, 1
    yield "returns.txt", b"[Anchor]\r\r\n\rwords\r" * 20000, 1
    yield "latin-noise.txt", bytes(range(0xa1, 0xff)) * 4000, None
    yield "wrong-decoding.txt", ("½ÃÀåÀÌ õ¸·À» " * 20000 + "\n").encode(), 1
    yield "too-large.txt", b"a" * (17 * MEGA), REFUSED
    yield "deep.html", b"<html><body>" + b"<div>" * 200000 + b"words", 1
    yield "deep-fonts.html", b"<html><body>" + b"<b><i><font>" * 30000 + b"words", 1
    yield "attributes.html", b"<html><p " + b"".join(b"a%d=1 " % i for i in range(100000)) + b">words", 1
    yield "value.html", b"<html><p class='" + b"share " * MEGA + b"'>words", 1
    yield "unclosed.html", b"<html><title>words and no end " * 20000, 1
    yield "comment.html", b"<html><!-- " + b"-" * MEGA, 1
    yield "references.html", b"<html>" + b"&#x110000;&amp;&lt;&bogus;&#0;" * 30000, 1
    yield "entities.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", REFUSED
    yield "deep.xml", b"<a>" * 100000, REFUSED
    yield "external.xml", b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", REFUSED
    yield "deep.nsml", b"<nsml><story><body>" + b"<p><b>" * 60000 + b"words", 1


def describe(name, run):
    return f"{name}: exit {run.returncode}, {run.stderr.decode('utf-8', 'replace').strip()[:300]}"


def check(bulletin, folder, name, data, expected):
    """Returns what is wrong, or None."""
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    run = subprocess.run([bulletin, "parse", "--json", path], capture_output=True, check=False)
    os.unlink(path)
    if run.returncode not in (0, 3):
        return describe(name, run)
    if expected == REFUSED and run.returncode != 3:
        return f"{name}: was not refused"
    if run.returncode == 3:
        words = run.stderr.decode("utf-8")
        if expected not in (REFUSED, None) or len(words.split()) < 6 or run.stdout:
            return describe(name, run)
        return None
    stories = json.loads(run.stdout)["stories"]
    if expected and len(stories) < expected:
        return f"{name}: {len(stories)} stories"
    return None


def main():
    wrong = []
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, data, expected) in enumerate(cases(), 1):
            found = check(os.path.abspath(sys.argv[1]), folder, name, data, expected)
            if found:
                wrong.append(found)
                print(found, flush=True)
    print(f"{number - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong or number == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
