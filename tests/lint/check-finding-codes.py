#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code of a finding that the program gives has a row in the table, and every row is given."""

import re

import lint

TABLE = "src/core/grammar/bul-finding-codes.c"
ROW = re.compile(r'\{\s*"([^"]*)",\s*BUL_SEVERITY_')
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')

# Where a string is surely a code: a field that holds one, a call that tells one, what finds one.
FIELD = re.compile(r'\b(?:finding|code)\s*=\s*"([^"]*)"')
CALL = re.compile(r"\b(?:bul_finding_new|bul_finding_codes_make|bul_check_tell\w*|\w*add_finding)\s*\(")
RETURN = re.compile(r'\breturn\s+"([^"]*)"')
FINDERS = "bul-oddities.c"


def arguments(text, start):
    """What stands between the parenthesis before start and the one that closes it."""
    depth, at = 1, start
    while depth > 0 and at < len(text):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return text[start : at - 1]


def given_codes(path, text):
    yield from FIELD.findall(text)
    for match in CALL.finditer(text):
        yield from CODE.findall(arguments(text, match.end()))
    if path.endswith("/" + FINDERS):
        yield from RETURN.findall(text)


def check(root):
    rows = ROW.findall(lint.without_comments(lint.read(root, TABLE)))
    if not rows:
        yield f"{TABLE}: no row was found"
    mentioned = set()
    for path in lint.walk(root, "src"):
        if not path.endswith((".c", ".h")) or path == TABLE:
            continue
        text = lint.without_comments(lint.read(root, path))
        mentioned.update(CODE.findall(text))
        for code in sorted(set(given_codes(path, text)) - set(rows)):
            yield f"{path}: “{code}” has no row in {TABLE}"
    for code in rows:
        if code not in mentioned:
            yield f"{TABLE}: nothing gives “{code}”"


SOUND = {
    TABLE: '{ "a-b", BUL_SEVERITY_NOTE, N_ ("A.") },\n{ "c", BUL_SEVERITY_ERROR, N_ ("C.") },\n',
    "src/core/import/bul-import-a.c": 'add_finding (self, line_of (a), "a-b");\n',
    "src/core/grammar/bul-oddities.c": 'return "c";\n/* return "d"; */\n',
    "src/cli/cli-a.c": 'print ("no-code");\n',
}

FAULTS = [
    ("call", {"src/a.c": 'add_finding (f (1),\n "x-y");\n'}, "“x-y” has no row"),
    ("field", {"src/a.c": 'read.finding = "x-y";\n'}, "“x-y” has no row"),
    ("designated", {"src/a.c": 'C c = { .code = "x" };\n'}, "“x” has no row"),
    ("finder", {"src/core/grammar/bul-oddities.c": 'return "x";\nreturn "c";\n'}, "“x” has no row"),
    ("unused", {"src/core/grammar/bul-oddities.c": 'return "a-b";\n'}, "nothing gives “c”"),
    ("in a comment", {"src/core/grammar/bul-oddities.c": '/* "c" */\n'}, "nothing gives “c”"),
    ("empty", {TABLE: "\n"}, "no row was found"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
