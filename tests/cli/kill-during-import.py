#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the command with SIGKILL while it imports, at random moments, again and again into one library.

kill-during-import.py BULLETIN [KILLS]

Whatever the command had named as kept must be there, whole; no story may be there by half; and a run
that is left alone must bring in all the rest. Whatever is there is found, and nothing else.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

STORY = """ date 2026-03-{day:02d} News 9

Story number {n}

[Anchor]

The council met for the {n}th time.

This is Seo Min-ji reporting from Danpo.

[Report]

It set aside {n} million won.

[Oh Sun-hee/Danpo resident: "We have waited {n} days."]

This is Seo Min-ji reporting for HBC News from Danpo.
"""
N_STORIES = 500


def lines_of(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    assert done.returncode == 0, (command, done.returncode)
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_and_kill(command, delay):
    """The stories that the run named as kept before it was killed."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        time.sleep(delay)
        child.kill()
        out = child.stdout.read()
    whole = [line for line in out.split(b"\n")[:-1] if line]
    return [json.loads(line)["uid"] for line in whole]


def check(bulletin, library, named):
    listed = subprocess.run([bulletin, "list", "--json", "--library", library], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, check=False)
    if listed.returncode == 3 and not named:
        return  # killed before there was a library
    assert listed.returncode == 0, listed.returncode
    there = {json.loads(line)["uid"] for line in listed.stdout.splitlines()}
    found = lines_of([bulletin, "find", "council", "--limit", "1000", "--json", "--library", library])
    assert {row["uid"] for row in found} == there, "what is found is not what is there"
    missing = set(named) - there
    assert not missing, f"named as kept but not there: {missing}"
    done = subprocess.run([bulletin, "fsck", "--library", library], stdout=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stdout.decode()


def main():
    bulletin = os.path.abspath(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    random.seed(1)
    with tempfile.TemporaryDirectory(prefix="bulletin-kill-") as folder:
        scripts, library = os.path.join(folder, "scripts"), os.path.join(folder, "l.bulletin")
        os.mkdir(scripts)
        for n in range(N_STORIES):
            with open(os.path.join(scripts, f"{n:04d}.txt"), "w", encoding="utf-8") as script:
                script.write(STORY.format(n=n, day=n % 28 + 1))
        command = [bulletin, "import", scripts, "--json", "--library"]
        named, total, hits = [], 0, 0
        for _ in range(kills):
            kept = run_and_kill(command + [library], random.uniform(0.01, 0.12))
            hits += len(kept) < N_STORIES
            named += kept
            if os.path.exists(library) and os.path.getsize(library) > 0:
                check(bulletin, library, named)
            if len(kept) == N_STORIES:
                total += N_STORIES
                named, library = [], library + "x"
        assert hits > kills / 2, f"only {hits} runs were killed in time"
        lines_of(command + [library])
        rows = lines_of([bulletin, "list", "--json", "--library", library])
        assert len(rows) == N_STORIES, len(rows)
        for n in range(1, N_STORIES, 50):
            found = lines_of([bulletin, "find", f'"the {n}th time"', "--json", "--library", library])
            assert len(found) == 1, (n, found)
    print(f"{kills} kills, {hits} of them in the midst; {total + len(set(named))} stories named, none lost")


if __name__ == "__main__":
    main()
