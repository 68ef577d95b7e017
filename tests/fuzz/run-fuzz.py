#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a fuzz target for a while and tells how far it came.

run-fuzz.py TARGET --bulletin PROGRAM [--seconds N | --runs N] [--jobs N] [--planted FAULT]

TARGET and PROGRAM are those of a build with -Dfuzzing=true. What was learnt stays beside the target, in
TARGET.run, and is where the next run goes on; what made it fail is there under “found”. To see it
again: TARGET FILE.

It ends with 1 where anything crashed, leaked, was undefined, broke a promise or never ended. With
--planted it ends with 1 where the fault was NOT found.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time

import seeds

# The longest input, and the tokens that are worth putting in. Short ones are tried far oftener, and
# what goes wrong in a long script nearly always does so in a short one.
TARGETS = {
    "align": (512, ["markers.txt"]),
    "archive": (6144, ["archive.txt"]),
    "attribution": (256, ["markers.txt"]),
    "classify": (384, ["markers.txt"]),
    "decode": (512, ["markers.txt"]),
    "html": (768, ["markers.txt", "html.txt"]),
    "import": (768, ["markers.txt", "html.txt", "xml.txt", "newsroom.txt"]),
    "planted": (64, ["markers.txt"]),
    "restart": (384, ["markers.txt"]),
    "vocabulary": (2048, ["vocabulary.txt", "xml.txt"]),
    "xml": (6144, ["xml.txt"]),
}

# What the log says where a planted fault was found.
PLANTED = {
    "overflow": "stack-buffer-overflow",
    "leak": "detected memory leaks",
    "hang": "libFuzzer: timeout",
    "undefined": "runtime error: signed integer overflow",
    "promise": "assertion failed (length <= 16)",
    "warning": "assertion 'length <= 16' failed",
    "nothing": None,
}

ENVIRONMENT = {
    "ASAN_OPTIONS": "detect_leaks=1:strict_string_checks=1:quarantine_size_mb=4:malloc_context_size=6:max_malloc_fill_size=0",
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
    "G_SLICE": "always-malloc",
    "LC_ALL": "C.UTF-8",
}

# Seconds for one input, however busy the machine: whoever takes so long never ends.
HANG = 60
HANG_PLANTED = 3

LINES_SHOWN = 60


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("target")
    parser.add_argument("--bulletin", required=True)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--planted", choices=PLANTED)
    arguments = parser.parse_args()
    if bool(arguments.seconds) == bool(arguments.runs):
        parser.error("either --seconds or --runs")
    return arguments


def prepare(arguments, name):
    """The target's own folder, with everything to begin with."""
    folder = os.path.abspath(arguments.target) + ".run"
    if arguments.planted:
        folder += "-" + arguments.planted
        shutil.rmtree(folder, ignore_errors=True)
    for part in ("corpus", "found", "logs"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    shutil.rmtree(os.path.join(folder, "seeds"), ignore_errors=True)
    number = seeds.make_seeds(name, arguments.bulletin, os.path.join(folder, "seeds"))
    seeds.make_dictionary(TARGETS[name][1], os.path.join(folder, "tokens.dict"))
    print(f"{name}: {number} seeds", flush=True)
    return folder


def start(arguments, name, folder, job):
    command = [
        os.path.abspath(arguments.target),
        f"-max_len={TARGETS[name][0]}",
        f"-dict={folder}/tokens.dict",
        f"-artifact_prefix={folder}/found/",
        f"-timeout={HANG_PLANTED if arguments.planted else HANG}",
        "-rss_limit_mb=1024",
        "-print_final_stats=1",
        f"-reload={int(arguments.jobs > 1)}",
        "-entropic=0",  # costs more than it finds, with scripts
        f"-max_total_time={arguments.seconds}",
        f"-runs={arguments.runs // arguments.jobs if arguments.runs else -1}",
        os.path.join(folder, "corpus"),
        os.path.join(folder, "seeds"),
    ]
    with open(os.path.join(folder, "logs", f"{job}.log"), "wb") as log:
        return subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env={**os.environ, **ENVIRONMENT, "PLANTED": arguments.planted or ""},
        )


def read_log(folder, job):
    with open(os.path.join(folder, "logs", f"{job}.log"), encoding="utf-8", errors="replace") as log:
        return log.read()


def number_in(log, name):
    found = re.search(rf"^stat::{name}:\s+(\d+)", log, re.M)
    return int(found[1]) if found else 0


def tell_failure(log):
    lines = [line for line in log.splitlines() if not line.startswith("#")]
    print("\n".join(lines[-LINES_SHOWN:]))


def judge_planted(fault, logs_failed, folder):
    """Whether what was planted is what was found, and can be seen again."""
    expected = PLANTED[fault]
    if expected is None:
        print(f"planted: {fault} was planted, {'something' if logs_failed else 'nothing'} was found")
        return 1 if logs_failed else 0
    kept = os.listdir(os.path.join(folder, "found"))
    found = bool(logs_failed and kept) and all(expected in log for log in logs_failed)
    print(f"planted: the {fault} was {'' if found else 'NOT '}found")
    return 0 if found else 1


def main():
    arguments = parse_arguments()
    name = os.path.basename(arguments.target).partition("fuzz-")[2]
    folder = prepare(arguments, name)
    began = time.monotonic()
    jobs = [start(arguments, name, folder, job) for job in range(arguments.jobs)]
    failed = [job for job, process in enumerate(jobs) if process.wait() != 0]
    seconds = max(time.monotonic() - began, 0.001)
    logs = [read_log(folder, job) for job in range(arguments.jobs)]
    runs = sum(number_in(log, "number_of_executed_units") for log in logs)
    covered = max(int(number) for number in re.findall(r" cov: (\d+)", "".join(logs)) or [0])
    print(f"{name}: {runs} executions, {runs / seconds:.0f} exec/s, {covered} edges covered")
    if arguments.planted:
        return judge_planted(arguments.planted, [logs[job] for job in failed], folder)
    for job in failed:
        tell_failure(logs[job])
        print(f"{name}: failed; what did it is in {folder}/found")
    return 1 if failed or runs == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
