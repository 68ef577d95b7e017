#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes every script of the tests, and some odder ones, through two libraries.

round-trip.py BULLETIN DATA

Each story is kept, exported as XML, validated, kept in a second library and exported again: the bytes must be
the same, and both libraries sound.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ODD = {
    "a day without a time.txt": "Broadcast: 19/04/2007\n\nA headline\n\nText.\n",
    "a zone.txt": "Aired 2026-01-02 18:00 ET\n\n[Anchor]\nx\n",
    "no such hour.txt": "입력 2026.01.02 (24:10)\n\n[앵커]\n가\n",
    "no such day.txt": " date 2026-02-30 News 9\n\n입력 2026.02.30 (10:10)\n",
    "empty.txt": "",
    "no line end.txt": "One line",
    "controls.txt": "a\x01b\x0bc\x7f\u0085d\u2028e\n",
    "we<ird & \"name\".txt": "<b>&amp;</b> ]]> \ufffe\uffff\n",
    "marks.txt": "[Anchor][Report]\n[ : \"\"]\n[/]\n[/:]\n[&/&: \"\"]\n<인터뷰>\n◀INT▶ /\n(\n촬영기자:\n",
}


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=False)


def export_all(bulletin, library, folder):
    rows = run(bulletin, "list", "--json", "--library", library).stdout.splitlines()
    uids = sorted(json.loads(row)["uid"] for row in rows)
    os.mkdir(folder)
    done = run(bulletin, "export", *uids, "--format", "xml", "--library", library, "-o", folder)
    assert done.returncode == 0, done.returncode
    names = sorted(os.listdir(folder))
    assert len(names) == len(uids), (len(names), len(uids))
    return names


def main():
    bulletin, data = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="bulletin-round-") as folder:
        one, two, scripts, first, second = (
            os.path.join(folder, name) for name in ("one", "two", "scripts", "first", "second"))
        os.mkdir(scripts)
        for name, text in ODD.items():
            with open(os.path.join(scripts, name), "wb") as script:
                script.write(text.encode("utf-8", "surrogatepass"))
        # Beside each script stands what must be understood of it, which is no script.
        shutil.copytree(data, os.path.join(scripts, "data"), ignore=shutil.ignore_patterns("*.json", "*.py"))
        run(bulletin, "import", scripts, "--library", one)
        names = export_all(bulletin, one, first)
        assert len(names) > len(ODD) + 300, len(names)
        files = [os.path.join(first, name) for name in names]
        done = run(bulletin, "validate", *files)
        assert done.returncode == 0, done.stdout.decode()
        assert run(bulletin, "import", first, "--library", two).returncode == 0
        assert export_all(bulletin, two, second) == names
        for name in names:
            with open(os.path.join(first, name), "rb") as a, open(
                    os.path.join(second, name), "rb") as b:
                assert a.read() == b.read(), name
        for library in (one, two):
            assert run(bulletin, "fsck", "--library", library).returncode == 0, library
    print(f"{len(names)} stories went through two libraries")


if __name__ == "__main__":
    main()
