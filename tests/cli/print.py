#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every script of the tests and reads the pages back.

print.py BULLETIN DATA

Each word that is not furniture is on the pages of its story, in its order; the pages are counted; the faces are
in the file, in part, and say which letters they are.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:bulletin-desk:bulletin:1}"

# What no face of the machine has is drawn as a box with a number in it, and is read back as anything.
READABLE = re.compile(r"[\u0000-\u024f\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\u4e00-\u9fff]+")


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def label_first(block):
    """The words of @block; on paper who is heard stands before what they say, wherever the script has it."""
    text = "".join(block.itertext())
    behind = re.fullmatch(r'(".*")\s*([\[(][^\[(]*[\])])', text)
    return f"{behind[2]} {behind[1]}" if behind and block.tag == NAMESPACE + "bite" else text


def list_words(path):
    for script in ElementTree.parse(path).getroot().iter(NAMESPACE + "script"):
        for block in script.findall("./*/*"):
            if block.tag != NAMESPACE + "furniture":
                yield from label_first(block).split()


def list_stories(pdf):
    """The text of each story: it begins on a page of its own, the first of so many."""
    stories = []
    for page in run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").decode().split("\f")[:-1]:
        number, of = map(int, re.match(r"(\d+) / (\d+)\n", page).groups())
        if number == 1:
            stories.append([])
        stories[-1].append(page)
        assert len(stories[-1]) == number <= of, page
    return ["".join(map(letters, pages)) for pages in stories]


def check_story(uid, words, text):
    at = 0
    for word in words:
        if not READABLE.fullmatch(word):
            continue
        found = text.find(letters(word), at)
        assert found >= 0, f"{uid}: “{word}” is not behind “{text[max(at - 60, 0):at]}”"
        at = found + len(letters(word))


def check_faces(pdf):
    rows = run("pdffonts", pdf).decode().splitlines()[2:]
    assert any("CJK" in row or "Nanum" in row for row in rows), rows
    for row in rows:
        emb, sub, uni = row.split()[-5:-2]
        assert (emb, sub, uni) == ("yes", "yes", "yes"), row


def main():
    bulletin, data = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="bulletin-print-") as folder:
        library, pdf = os.path.join(folder, "library"), os.path.join(folder, "all.pdf")
        # A story in two languages would be two in print.
        scripts = [path for path in glob.glob(data + "/*/*") if not path.endswith((".json", ".tmx", ".xlf"))]
        run(bulletin, "import", *scripts, "--library", library)
        rows = run(bulletin, "list", "--json", "--library", library).splitlines()
        uids = [json.loads(row)["uid"] for row in rows]
        run(bulletin, "print", *uids, "--library", library, "-o", pdf)
        stories = list_stories(pdf)
        assert len(stories) == len(uids) > 100, (len(stories), len(uids))
        n_words = 0
        run(bulletin, "export", *uids, "--library", library, "-o", folder + "/xml")
        for uid, text in zip(uids, stories):
            [path] = glob.glob(f"{folder}/xml/*{uid[:8]}.xml")
            words = list(list_words(path))
            check_story(uid, words, text)
            n_words += len(words)
        assert n_words > 10000, n_words
        check_faces(pdf)
        print(f"{len(uids)} stories, {n_words} words")


if __name__ == "__main__":
    main()
