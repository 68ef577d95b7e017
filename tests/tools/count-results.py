#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson wrote about its tests.

count-results.py NAME=LOG[:SUITE,…] …

NAME is what the build is called, LOG its testlog.json. The last line alone says how many passed and
failed. It ends with 1 if one failed, or if of a SUITE that is named no test ran at all.
"""

import collections
import json
import os
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP", "IGNORED"}


def read_log(path):
    """Each test as (suites, name, result).

    Meson writes one object a line, and names a test “PROJECT:SUITE+SUITE / NAME”.
    """
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.strip():
                test = json.loads(line)
                where, _, name = test["name"].rpartition(" / ")
                suites = where.partition(":")[2].split("+")
                yield suites, name, test["result"]


def verdict_of(result):
    if result in PASSED:
        return "passed"
    return "skipped" if result in SKIPPED else "failed"


def count_build(build, path, wanted):
    """The build's counts by verdict, and the suites of which nothing ran."""
    counts = collections.Counter()
    ran = set()
    for suites, name, result in read_log(path):
        verdict = verdict_of(result)
        counts[verdict] += 1
        if verdict != "skipped":
            ran.update(suites)
        if verdict != "passed":
            print(f"{build}: {name}: {verdict} ({result})")
    idle = [suite for suite in wanted if suite not in ran]
    for suite in idle:
        print(f"{build}: no test of {suite} ran")
    shown = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("passed", "failed", "skipped"))
    print(f"{build}: {shown}")
    return counts, idle


def main(arguments):
    total = collections.Counter()
    idle = []
    for argument in arguments:
        build, rest = argument.split("=", 1)
        path, _, suites = rest.partition(":")
        counts, unused = count_build(build, path, [name for name in suites.split(",") if name])
        total.update(counts)
        idle += unused
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}", flush=True)
    return 1 if total["failed"] or idle or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
