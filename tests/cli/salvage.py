#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damages a library in many ways and has each one salvaged.

salvage.py BULLETIN [ROUNDS]

The damaged file is never changed; what comes out is sound; a story that is said to be kept whole is so
to the byte, and one that is not is told; no story is lost, where its words can be found at all.
"""
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PAGE = 4096
N_STORIES = 24

STORY = """ date 2026-03-{day:02d} News 9

Story number {n}

[Anchor]

The council met for the {n}th time.

This is Seo Min-ji reporting from Danpo.

[Report]

It set aside {n} million won.

{lines}
[Oh Sun-hee/Danpo resident: "We have waited {n} days."]

This is Seo Min-ji reporting for HBC News from Danpo.
"""


class Bulletin:
    def __init__(self, program):
        self.program = os.path.abspath(program)

    def run(self, *words):
        done = subprocess.run([self.program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return done.returncode, done.stdout, done.stderr.decode()

    def objects(self, *words):
        status, out, err = self.run(*words, "--json")
        assert status in (0, 1), (words, status, err)
        return [json.loads(line) for line in out.splitlines()]

    def export(self, library, uid):
        status, out, err = self.run("export", uid, "--library", library)
        assert status == 0, err
        return out

    def export_all(self, library, uids, place):
        """What each of them is written as; a program begins once for all, which is most of the time."""
        os.mkdir(place)
        if uids:
            status, _, err = self.run("export", *uids, "--format", "xml", "--library", library, "-o", place)
            assert status == 0, err
        found = {}
        for name in os.listdir(place):
            with open(os.path.join(place, name), "rb") as written:
                found[name.removesuffix(".xml")[-8:]] = written.read()
        assert len(found) == len(uids), (sorted(found), uids)
        return {uid: found[uid[:8]] for uid in uids}


def make_library(bulletin, folder):
    scripts, library = os.path.join(folder, "scripts"), os.path.join(folder, "sound")
    os.mkdir(scripts)
    for n in range(N_STORIES):
        lines = "".join(f"Line {i} of the report says {i * n}.\n\n" for i in range(25))
        with open(os.path.join(scripts, f"{n:03}.txt"), "w", encoding="utf-8") as out:
            out.write(STORY.format(n=n, day=n % 28 + 1, lines=lines))
    bulletin.objects("import", scripts, "--library", library)
    rows = bulletin.objects("list", "--library", library)
    for row in rows[:8]:
        bulletin.objects("correct", row["uid"], "--was", "million", "--now", "billion", "--class", "figure",
                         "--reason", "misheard", "--library", library)
    return library, {row["uid"]: bulletin.export(library, row["uid"]) for row in rows}


def zero(data, page, start=0):
    data[page * PAGE + start:(page + 1) * PAGE] = bytes(PAGE - start)


def damages(sound, rounds):
    """What it is, the bytes, and how many stories must still be whole."""
    n_pages = len(sound) // PAGE
    data = bytearray(sound)
    yield "nothing", data, N_STORIES
    data = bytearray(sound)
    data[:100] = b"\xff" * 100
    yield "header written over", data, N_STORIES
    data = bytearray(sound)
    data[32:40] = b"\0\0\0\7\0\0\0\7"
    yield "free list leads into a table", data, N_STORIES
    data = bytearray(sound)
    zero(data, 0)
    yield "first page zeroed", data, N_STORIES
    data = bytearray(sound)
    zero(data, sound.index(b"CREATE TABLE search_document") // PAGE)
    yield "a part of the list of tables zeroed", data, N_STORIES
    yield "cut in the middle of a page", bytearray(sound[:len(sound) * 4 // 5 + 777]), 0
    for turn in range(rounds):
        data = bytearray(sound)
        zero(data, random.randrange(1, n_pages), random.choice((0, 512, 2048)))
        yield f"torn page, {turn}", data, 0
        data = bytearray(sound)
        for _ in range(3):
            at, to = random.randrange(1, n_pages) * PAGE, random.randrange(1, n_pages) * PAGE
            data[to:to + PAGE] = sound[at:at + PAGE]
        yield f"pages in the wrong place, {turn}", data, 0
        data = bytearray(sound)
        for _ in range(12):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        yield f"flipped bits, {turn}", data, N_STORIES - 12


def check_salvage(bulletin, folder, damaged, exports, least):
    """How many stories are whole."""
    fresh = os.path.join(folder, "fresh")
    before = {name: open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder)}
    told = bulletin.objects("salvage", damaged, fresh)
    for name, content in before.items():
        assert open(os.path.join(folder, name), "rb").read() == content, name + " was changed"
    assert set(os.listdir(folder)) == set(before) | {"fresh"}, os.listdir(folder)
    status, out, _ = bulletin.run("fsck", "--library", fresh)
    assert status == 0, out
    listed = {row["uid"] for row in bulletin.objects("list", "--library", fresh)}
    assert listed == {story["uid"] for story in told if story["kept"] != "lost"}
    whole = [story["uid"] for story in told if story["kept"] == "whole"]
    assert len(whole) >= least, (len(whole), least)
    written = bulletin.export_all(fresh, whole, os.path.join(folder, "written"))
    for uid in whole:
        assert written[uid] == exports[uid], uid
    for story in told:
        assert story["notes"] or story["kept"] != "part", story
    shutil.rmtree(folder)
    return len(whole), len(told) - len(whole)


def check_log(bulletin, sound, exports, folder):
    """What is only in the write-ahead log is read from it, although the file itself is damaged."""
    uid = sorted(exports)[0]
    work, damaged = os.path.join(folder, "work"), os.path.join(folder, "log")
    shutil.copy(sound, work)
    with_log = sqlite3.connect(work)
    with_log.execute("SELECT count(*) FROM story").fetchone()
    status, _, err = bulletin.run("correct", uid, "--was", "council", "--now", "assembly", "--class", "name",
                                  "--reason", "renamed", "--library", work)
    assert status == 0, err
    os.mkdir(damaged)
    data = bytearray(open(work, "rb").read())
    data[:100] = bytes(100)
    with open(os.path.join(damaged, "d"), "wb") as out:
        out.write(data)
    shutil.copy(work + "-wal", os.path.join(damaged, "d-wal"))
    expected = dict(exports, **{uid: bulletin.export(work, uid)})
    assert b"assembly" in expected[uid]
    with_log.close()
    check_salvage(bulletin, damaged, os.path.join(damaged, "d"), expected, N_STORIES)


def check_foreign(bulletin, sound, exports, folder):
    """What other programs added is taken along where it is XML still, and said to be lost where not."""
    uid = sorted(exports)[0]
    os.mkdir(folder)
    damaged, fresh = os.path.join(folder, "d"), os.path.join(folder, "fresh")
    shutil.copy(sound, damaged)
    with sqlite3.connect(damaged) as work:
        for position, text in enumerate(('<d:desk xmlns:d="urn:desk">4</d:desk>', "<d:desk")):
            work.execute("INSERT INTO foreign_content (story, position, text)"
                         " SELECT id, ?, ? FROM story WHERE uid = ?", (position, text, uid))
    work.close()
    told = {story["uid"]: story for story in bulletin.objects("salvage", damaged, fresh)}
    assert told[uid]["kept"] == "part", told[uid]
    assert "what other programs had added to it is lost in 1 place" in told[uid]["notes"], told[uid]
    assert all(story["kept"] == "whole" for story in told.values() if story["uid"] != uid), told
    written = bulletin.export(fresh, uid)
    assert b'<d:desk xmlns:d="urn:desk">4</d:desk>' in written and written.count(b"<d:desk") == 1


def main():
    bulletin = Bulletin(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    random.seed(2)
    n_whole = n_part = 0
    with tempfile.TemporaryDirectory(prefix="bulletin-salvage-") as folder:
        library, exports = make_library(bulletin, folder)
        sound = open(library, "rb").read()
        for what, data, least in damages(sound, rounds):
            place = os.path.join(folder, "damaged")
            os.mkdir(place)
            with open(os.path.join(place, "d"), "wb") as out:
                out.write(data)
            whole, part = check_salvage(bulletin, place, os.path.join(place, "d"), exports, least)
            print(f"{what}: {whole} whole, {part} in part", flush=True)
            n_whole, n_part = n_whole + whole, n_part + part
        check_log(bulletin, library, exports, folder)
        check_foreign(bulletin, library, exports, os.path.join(folder, "foreign"))
    print(f"{n_whole} stories kept whole, {n_part} in part")


if __name__ == "__main__":
    main()
