#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives “bulletin parse” files that mean harm, or that nobody meant to be scripts.

hostile.py BULLETIN [--lines N] [--times]

Each must end with sense: as a story, which of plain text holds every word, or refused with a message that
says what happened, what is safe and what to do. Nothing is printed that a terminal would obey.

With --lines those that are many lines of text end after the first N. With --times it prints how long each took, and ends with 1 where one took longer than a second of the
processor: that is a benchmark, and no test.
"""

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import unicodedata
import zlib

MB = 1024 * 1024
SECOND = 1.0

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
OURS = b'<story xmlns="urn:bulletin-desk:bulletin:1" version="1.0"'

# What a terminal or a reader of text obeys instead of showing it.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# An error says what happened, what is safe, and what to do: three sentences at least.
SENTENCE = re.compile(r"[^.!?]+[.!?](?=\s|$)")
SAFE = re.compile(r"[Nn]othing was|was not changed|is untouched")
DO = re.compile(r"(Save|Copy|Cut|Ask|ask|Mend|Open|Convert|Export|make)\b")

# Characters that a text may lose or change on its way in: blanks, and what no XML can hold.
BLANK = re.compile(r"[\s\u200b\ufeff\ufffd]+")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def noise(length, seed=7):
    return random.Random(seed).randbytes(length)


def names(number):
    """So many people, no two alike."""
    letters = "aeiou"
    for i in range(number):
        word = "".join("bdfgklmnprst"[i // 12**k % 12] + letters[(i + k) % 5] for k in range(4))
        yield f"{word[:4].title()} {word[4:].title()}".encode()


def entities(levels, root=b"story"):
    """The billion laughs."""
    rows = [b'<!ENTITY a0 "ha">']
    rows += [b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, levels)]
    return b"<!DOCTYPE " + root + b" [\n" + b"\n".join(rows) + b"\n]>\n"


def nested(name, depth, inside=b"x"):
    return b"<%b>" % name * depth + inside + b"</%b>" % name * depth


def sentences(number):
    return "\n".join(f"문장 {i}번은 여기서 끝납니다." for i in range(number)).encode()


# Each is a name, the bytes, and how it ends: STORY, or REFUSED.
STORY, REFUSED = 0, 3

CASES = [
    # nothing
    ("empty.txt", b"", STORY),
    ("empty.xml", b"", REFUSED),
    ("empty.html", b"", STORY),
    ("blank.txt", b" \t\r\n\xe3\x80\x80\n", STORY),
    ("mark-only.txt", b"\xef\xbb\xbf", STORY),
    # no text
    ("noise.txt", noise(MB), REFUSED),
    ("noise-small.txt", noise(64), REFUSED),
    ("nul.txt", b"\0" * MB, REFUSED),
    ("nul-between.txt", b"The\0ferry\0sails.\n", REFUSED),
    ("all-bytes.txt", bytes(range(256)) * 64, REFUSED),
    ("pdf.txt", b"%PDF-1.7\n" + noise(1000), REFUSED),
    ("zip.docx", b"PK\x03\x04" + noise(1000), REFUSED),
    ("hwp.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(1000), REFUSED),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + noise(1000), REFUSED),
    ("gzip.txt", b"\x1f\x8b\x08" + zlib.compress(sentences(100)), REFUSED),
    ("program.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 9 + noise(4000), REFUSED),
    # text that is broken
    ("cut-utf-8.txt", sentences(20)[:-5], STORY),
    ("cut-utf-16.txt", "﻿앵커가 말합니다.\n".encode("utf-16-le")[:-1], STORY),
    ("surrogates.txt", b"a \xed\xa0\x80 b \xed\xbf\xbf c \xc0\x80 d \xf5\x80\x80\x80 e\n", STORY),
    ("noncharacters.txt", "a \ufffe \uffff \ufdd0 \U0010ffff b\n".encode(), STORY),
    ("two-encodings.txt", "앵커가 말합니다.\n".encode() * 9 + "기자입니다.\n".encode("cp949"), STORY),
    ("controls.txt", b"a\x1b[31mred\x1b[0m \x07\x08\x0b\x0c\x7f\xc2\x9b b\n", STORY),
    ("high-bytes.txt", bytes(range(0xA1, 0xFF)) * 4000, STORY),
    ("decoded-wrongly.txt", ("½ÃÀåÀÌ õ¸·À» " * 20_000 + "\n").encode(), STORY),
    # text that is read otherwise than it is written
    ("bidi.txt", "[\u202eAnchor\u202c] \u2066ferry\u2069 \u200fsails\u061c\n".encode(), STORY),
    ("zero-width.txt", "[An\u200bchor]\n\u200d기\u2060자\ufeff 가\u034f나\u00ad다\n".encode(), STORY),
    ("combining.txt", ("e" + "\u0301" * 100_000 + "\n").encode(), STORY),
    ("jamo.txt", ("\u1112\u1161\u11ab" * 100_000 + "\n").encode(), STORY),
    ("separators.txt", "a\u2028b\u2029c\u0085d\x0be\x0cf\n".encode(), STORY),
    ("tags.txt", "".join(chr(0xE0000 + ord(c)) for c in "hidden words").encode() + b"\n", STORY),
    ("invisible.txt", ("\u200b\u200d" * 100_000 + "ferry\n").encode(), STORY),
    ("turned-round.txt", ("\u202e\u2066" * 50_000 + "ferry\n").encode(), STORY),
    # too much
    ("one-line.txt", b"a" * (8 * MB), STORY),
    ("one-line-of-words.txt", "배가 떠났다 ".encode() * (8 * MB // 17), STORY),
    ("one-line-of-hangul.txt", "가".encode() * (8 * MB // 3), STORY),
    ("one-line-of-quotes.txt", b'"' * (2 * MB), STORY),
    ("blank-lines.txt", b"\n" * 1_000_000, STORY),
    ("blank-lines-between.txt", b"[Anchor]\n" + b"\r\n" * 1_000_000 + b"The ferry sails.\n", STORY),
    ("one-letter-lines.txt", b"a\n" * 100_000, STORY),
    ("carriage-returns.txt", b"a\r" * 100_000, STORY),
    ("line-ends.txt", b"[Anchor]\r\r\n\rwords\r" * 20_000, STORY),
    ("line-ends-of-unicode.txt", "\u2028\u2029\x0b\x0c\x85".encode() * 60_000, STORY),
    ("too-large.txt", b"a line\n" * (17 * MB // 7), REFUSED),
    ("too-large.html", b"<p>a line\n" * (17 * MB // 10), REFUSED),
    # brackets and marks
    ("brackets.txt", b"[" * MB, STORY),
    ("brackets-by-line.txt", b"[\n" * 100_000, STORY),
    ("brackets-closed.txt", b"[" * 100_000 + b"]" * 100_000, STORY),
    ("brackets-mixed.txt", "[<◀【(「{\"“‘".encode() * 50_000, STORY),
    ("slashes.txt", b"[" + b"a/" * 200_000 + b': "b"]\n', STORY),
    ("colons.txt", b"[a" + b":" * 500_000 + b"]\n", STORY),
    ("labels-not-closed.txt", b'[a/b: "c\n' * 50_000, STORY),
    ("marks.txt", b"[Anchor]\n" * 100_000, STORY),
    ("marks-mixed.txt", "[앵커]\n[리포트]\n[기자]\n◀END▶\n".encode() * 25_000, STORY),
    ("marks-in-line.txt", b"[Anchor]" * 100_000, STORY),
    ("voices.txt", b"".join(name.upper() + b": Words.\n" for name in names(20_000)), STORY),
    ("bites.txt", b"".join(b'[%b/Resident: "Words."]\n' % name for name in names(20_000)), STORY),
    ("headings.txt", b"".join(b"%d. Title\n\nWords go here.\n\n" % i for i in range(20_000)), STORY),
    ("stamps.txt", "입력 2026.03.18 (22:46)\n".encode() * 50_000, STORY),
    ("credits.txt", "촬영기자:구본솔/영상편집:임누리\n".encode() * 50_000, STORY),
    ("copies.txt", sentences(40) * 1000, STORY),
    # HTML
    ("nested.html", nested(b"div", 200_000), STORY),
    ("nested-tables.html", nested(b"table><tr><td", 50_000), STORY),
    ("nested-fonts.html", b"<html><body>" + b"<b><i><font>" * 30_000 + b"words", STORY),
    ("title-not-closed.html", b"<html><title>words and no end " * 20_000, STORY),
    ("value.html", b"<html><p class='" + b"share " * MB + b"'>words", STORY),
    ("not-closed.html", b"<div><p><b><i><a href='" * 50_000, STORY),
    ("brackets.html", b"<" * MB, STORY),
    ("comment.html", b"<p>before<!--" + b"-" * MB, STORY),
    ("attributes.html", b"<p " + b"a='b' " * 200_000 + b">text</p>", STORY),
    ("references.html", b"<p>" + b"&#x41;&amp;&#0;&#xD800;&#1114112;&nosuch;" * 20_000, STORY),
    ("script-only.html", b"<html><script>" + b"var a = '<p>';" * 50_000, STORY),
    ("doctype.html", entities(10, b"html") + b"<html><body><p>&a9;</p></body></html>", STORY),
    ("bytes.html", b"<html><meta charset=euc-kr><p>" + noise(100_000) + b"</p>", REFUSED),
    # XML
    ("laughs.xml", XML + entities(10) + OURS + b">&a9;</story>", REFUSED),
    ("quadratic.xml", XML + b'<!DOCTYPE story [<!ENTITY a "' + b"a" * 100_000 + b'">]>' + OURS
     + b">" + b"&a;" * 100_000 + b"</story>", REFUSED),
    ("outside.xml", XML + b'<!DOCTYPE story [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + OURS
     + b">&a;</story>", REFUSED),
    ("network.xml", XML + b'<!DOCTYPE story SYSTEM "http://127.0.0.1:1/a.dtd">' + OURS + b"/>",
     REFUSED),
    ("parameters.xml", XML + b'<!DOCTYPE story [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'
     + OURS + b"/>", REFUSED),
    ("nested.xml", XML + nested(b"story", 200_000), REFUSED),
    ("attributes.xml", XML + OURS + b"".join(b' a%d="b"' % i for i in range(50_000)) + b"/>", REFUSED),
    ("attribute.xml", XML + OURS + b' uid="' + b"a" * (4 * MB) + b'"/>', REFUSED),
    ("not-closed.xml", XML + OURS + b">", REFUSED),
    ("other.xml", XML + b"<rss><channel><title>News</title></channel></rss>", REFUSED),
    ("script-in.xml", XML + b"[Anchor]\nThe ferry sails.\n", REFUSED),
    ("encoding.xml", b'<?xml version="1.0" encoding="x-nosuch"?>\n' + OURS + b"/>", REFUSED),
    ("utf-16.xml", ('<?xml version="1.0" encoding="UTF-16"?>' + OURS.decode() + "/>").encode("utf-16"),
     REFUSED),
    # what newsroom systems send
    ("nested.nsml", b"<nsml><body>" + nested(b"p", 100_000), STORY),
    ("fields.nsml", b"<nsml><fields>" + b"<f id=title>a</f>" * 50_000 + b"</fields></nsml>", STORY),
    ("cut.nsml", b'<nsml version="-//AVID//DTD NSML 1.0//EN"><head><story><fields><f id=ti', STORY),
    ("nested.mos", XML + b"<mos><roStorySend><storyBody>" + nested(b"p", 100_000)
     + b"</storyBody></roStorySend></mos>", REFUSED),
    ("laughs.mos", XML + entities(10) + b"<mos><roStorySend><storyBody><p>&a9;</p></storyBody>"
     b"</roStorySend></mos>", REFUSED),
    ("none.mos", XML + b"<mos><heartbeat/></mos>", REFUSED),
]


def run(command):
    """How it ended, and its seconds of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done, seconds


def letters_of(text):
    """What must not be lost of it: all but blanks."""
    return BLANK.sub("", FORBIDDEN.sub("", unicodedata.normalize("NFC", text)))


def faults_of_words(data, stories):
    """Whether the blocks of the stories are the words of the file, in order."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    blocks = [block["text"] for story in stories for block in story["blocks"]]
    if letters_of("".join(blocks)) != letters_of(text):
        yield "words were lost or made up"


def faults_of_story(name, data, done):
    try:
        lines = done.stdout.splitlines()
        stories = json.loads(lines[0])["stories"]
    except (ValueError, IndexError, KeyError) as error:
        yield f"what is printed is no JSON of stories: {error}"
        return
    if len(lines) != 1 or not stories:
        yield f"{len(lines)} lines with {len(stories)} stories"
    if name.endswith(".txt"):
        yield from faults_of_words(data, stories)


def faults_of_refusal(done):
    message = done.stderr.decode("utf-8", "replace")
    if done.stdout:
        yield "refused, and a story was printed"
    if len(SENTENCE.findall(message)) < 3 or not SAFE.search(message) or not DO.search(message):
        yield f"what happened, what is safe and what to do is not said: {message}"


def faults_of(name, data, expected, done):
    if done.returncode != expected:
        yield f"ended with {done.returncode}, not {expected}: {done.stderr[-2000:].decode('utf-8', 'replace')}"
    elif expected == STORY:
        yield from faults_of_story(name, data, done)
    else:
        yield from faults_of_refusal(done)


def faults_of_print(done):
    """What people see, and not programs: it goes to a terminal."""
    printed = (done.stdout + done.stderr).decode("utf-8", "replace")
    found = OBEYED.search(printed)
    if found:
        yield f"{found[0]!r} is printed, which terminals obey"


def first_lines(name, data, number):
    if not name.endswith(".txt"):
        return data
    try:
        return "".join(data.decode().splitlines(keepends=True)[:number]).encode()
    except UnicodeDecodeError:
        return data


def check(bulletin, path, name, data, expected):
    done, _ = run([bulletin, "parse", "--json", path])
    faults = list(faults_of(name, data, expected, done))
    if len(data) < 1000:
        faults += faults_of_print(run([bulletin, "parse", path])[0])
    for fault in faults:
        print(f"not ok {name}: {fault}", flush=True)
    return not faults


def time(bulletin, path, name, data, _expected):
    _, seconds = run([bulletin, "parse", "--json", path])
    reached = seconds <= SECOND
    print(f"  {'ok' if reached else 'LOW':4} {name:24} {len(data):9} bytes {seconds:6.2f} s", flush=True)
    return reached


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("bulletin", type=os.path.abspath)
    arguments.add_argument("--lines", type=int, default=sys.maxsize)
    arguments.add_argument("--times", action="store_true")
    asked = arguments.parse_args()
    judge = time if asked.times else check
    well = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data, expected in CASES:
            if expected == STORY:
                data = first_lines(name, data, asked.lines)
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            well.append(judge(asked.bulletin, path, name, data, expected))
            os.remove(path)
    print(f"{sum(well)} of {len(well)} cases are well")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
