#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of ours are known by what is in them, and by their names.

check-mime.py MIME.xml
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

LIBRARY = "application/vnd.bulletindesk.library"
STORY = "application/vnd.bulletindesk.story+xml"
STORY_XML = '<?xml version="1.0"?>\n<story xmlns="urn:bulletin-desk:bulletin:1" version="1.0"/>\n'


def write_database(path, application_id):
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id = {application_id}")
    database.execute("CREATE TABLE a (b)")
    database.commit()
    database.close()


def type_of(path, data_home):
    """Read anew in a process of its own, since the types known so far are kept in memory."""
    told = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", path],
        env={**os.environ, "XDG_DATA_HOME": data_home, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.split("standard::content-type:")[1].strip()


def main(description):
    wrong = 0
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, "mime", "packages")
        os.makedirs(packages)
        shutil.copy(description, os.path.join(packages, "bulletin-desk.xml"))
        subprocess.run(
            ["update-mime-database", os.path.dirname(packages)],
            env={**os.environ, "XDG_DATA_HOME": home},
            check=True,
        )
        for name in ("nameless", "a.bulletin"):
            write_database(os.path.join(home, name), 0x42554C4C)
        write_database(os.path.join(home, "other"), 7)
        for name, text in (("a.bulletin.xml", STORY_XML), ("a.xml", STORY_XML)):
            with open(os.path.join(home, name), "w", encoding="utf-8") as file:
                file.write(text)
        wanted = {
            "nameless": [LIBRARY],
            "other": ["application/vnd.sqlite3", "application/x-sqlite3"],
            "a.bulletin": [LIBRARY],
            "a.bulletin.xml": [STORY],
            "a.xml": [STORY, "application/xml"],
        }
        for name, types in wanted.items():
            found = type_of(os.path.join(home, name), home)
            if found not in types:
                print(f"{name} is taken for {found}, not {types[0]}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
