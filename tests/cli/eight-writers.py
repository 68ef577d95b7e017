#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight writers correct one story at once, again and again, each save by a process of its own.

eight-writers.py BULLETIN [EDITS [ROUNDS]]

Each makes EDITS saves in a round, and each round has a story of its own: 20 100 makes 2,000 saves a
writer. What was acknowledged is in the story, each in a revision of its own; what was refused because
another was faster is kept as a conflict that holds just those words; nothing else happens.
"""
import json
import os
import subprocess
import sys
import tempfile
import threading

WRITERS = 8


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


class Writer(threading.Thread):
    """Counts the number on its own line up, each time as a correction of its own."""

    def __init__(self, command, uid, number, edits):
        super().__init__()
        self.command, self.uid, self.number, self.edits = command, uid, number, edits
        self.saved, self.refused, self.problems = 0, [], []

    def run(self):
        while self.saved < self.edits and not self.problems:
            was, now = (f"{self.number}00{self.saved + step}" for step in (0, 1))
            status, _, err = run(*self.command, "correct", self.uid, "--was", was, "--now", now, "--class",
                                 "figure", "--reason", "counted", "--by", f"Writer {self.number}")
            if status == 0:
                self.saved += 1
            elif status == 5 and "kept beside it" in err:
                self.refused.append(now)
            else:
                self.problems.append((status, err))


def check_conflicts(command, uid, refused, edits):
    status, out, _ = run(*command, "conflicts", uid, "--json")
    assert status == 0, status
    # a number that was reached in the end is no difference
    kept, words = 0, {f"{n}00{edits}" for n in range(1, WRITERS + 1)}
    for item in objects(out):
        kept += "state" in item
        if item.get("list") == "blocks" and item["now"]:
            words.update(item["now"]["text"].split())
    assert kept == len(refused), (kept, len(refused))
    assert all(word in words for word in refused), (refused, words)


def check_story(command, uid, edits):
    status, out, _ = run(*command, "show", uid, "--json")
    assert status == 0, status
    story = objects(out)[0]
    text = " ".join(block["text"] for block in story["blocks"])
    for number in range(1, WRITERS + 1):
        assert f"{number}00{edits} won" in text, text
    assert story["revision"] == 1 + WRITERS * edits, story["revision"]
    assert len(story["corrections"]) == WRITERS * edits


def run_round(command, uid, edits):
    """How many saves were refused, and kept, while eight writers worked on the story."""
    writers = [Writer(command, uid, n, edits) for n in range(1, WRITERS + 1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not any(w.problems for w in writers), [w.problems for w in writers]
    refused = [now for writer in writers for now in writer.refused]
    check_story(command, uid, edits)
    check_conflicts(command, uid, refused, edits)
    return len(refused)


def main():
    bulletin = os.path.abspath(sys.argv[1])
    edits, rounds = (int(word) for word in (sys.argv[2:] + ["4", "1"][len(sys.argv[2:]):]))
    refused = 0
    with tempfile.TemporaryDirectory(prefix="bulletin-writers-") as folder:
        command = [bulletin, "--library", os.path.join(folder, "l.bulletin")]
        for turn in range(rounds):
            script = os.path.join(folder, f"{turn}.txt")
            with open(script, "w", encoding="utf-8") as out:
                out.write(f"Market {turn}\n\n[Anchor]\n")
                out.writelines(f"Stall {n} took {n}000 won .\n" for n in range(1, WRITERS + 1))
            status, said, err = run(*command, "import", script, "--json")
            assert status == 0, err
            refused += run_round(command, objects(said)[0]["uid"], edits)
        status, said, _ = run(*command, "fsck")
        assert status == 0, said
    print(f"{WRITERS * edits * rounds} saved, {refused} refused and kept, none lost")


if __name__ == "__main__":
    main()
