#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoils aligned texts: sentences are joined, left out, added and swapped, the gold with them.

make-noise.py FOLDER INTO LEVEL, a level of 1 to 3. The same texts are always spoilt alike.
"""

import argparse
import ast
import pathlib
import random

LANGUAGES = ("ko", "en")
# How often something happens to a link, by level.
JOINED = (0, 0.05, 0.12, 0.20)
LEFT_OUT = (0, 0.03, 0.07, 0.10)
ADDED = (0, 0.02, 0.05, 0.10)
SWAPPED = (0, 0.01, 0.03, 0.05)
# The aligner knows no links of more.
MOST_SENTENCES = 3


def read_lines(gold, language):
    return gold.with_suffix("." + language).read_text().splitlines()


def read_links(gold):
    """Each link as its sentences of either language."""
    lines = [read_lines(gold, language) for language in LANGUAGES]
    links = []
    for line in gold.read_text().splitlines():
        sides = [ast.literal_eval(side) for side in line.split(":", 1)]
        links.append([[own[i] for i in side] for own, side in zip(lines, sides)])
    return links


def may_join(last, link):
    return all(last) and all(link) and all(len(a) + len(b) <= MOST_SENTENCES for a, b in zip(last, link))


def leave_out(rand, link, level):
    for side in (0, 1):
        if link[0] and link[1] and rand.random() < LEFT_OUT[level]:
            link[1 - side] = []


def spoil(rand, links, others, level):
    spoilt = []
    for link in links:
        leave_out(rand, link, level)
        if spoilt and may_join(spoilt[-1], link) and rand.random() < JOINED[level]:
            side = rand.randrange(2)
            spoilt[-1] = [a + b for a, b in zip(spoilt[-1], link)]
            spoilt[-1][side] = [" ".join(spoilt[-1][side])]
        else:
            spoilt.append(link)
        if rand.random() < ADDED[level]:
            side = rand.randrange(2)
            added = [[], []]
            added[side] = [rand.choice(others[side])]
            spoilt.append(added)
    return spoilt


def swap(rand, links, level):
    """The order in which the English of links comes."""
    order = list(range(len(links)))
    i = 0
    while i + 1 < len(links):
        if links[i][1] and links[i + 1][1] and rand.random() < SWAPPED[level]:
            order[i], order[i + 1] = order[i + 1], order[i]
            i += 1
        i += 1
    return order


def write(links, order, path):
    lines = ([], [])
    numbers = [[None, None] for _ in links]
    for side, places in ((0, range(len(links))), (1, order)):
        for i in places:
            first = len(lines[side])
            lines[side].extend(links[i][side])
            numbers[i][side] = list(range(first, len(lines[side])))
    for language, own in zip(LANGUAGES, lines):
        path.with_suffix("." + language).write_text("".join(line + "\n" for line in own))
    path.with_suffix(".gold").write_text("".join(f"{a}:{b}\n" for a, b in numbers))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("into", type=pathlib.Path)
    parser.add_argument("level", type=int, choices=(1, 2, 3))
    arguments = parser.parse_args()
    golds = sorted(arguments.folder.glob("*.gold"))
    others = [[line for gold in golds for line in read_lines(gold, language)] for language in LANGUAGES]
    rand = random.Random(arguments.level)
    arguments.into.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        links = spoil(rand, read_links(gold), others, arguments.level)
        write(links, swap(rand, links, arguments.level), arguments.into / gold.name)


if __name__ == "__main__":
    main()
