#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions stay under 80 lines and almost all of them under 76, files under 800."""

import ast
import re

import lint

FUNCTION_LIMIT = 80
FUNCTION_USUAL = 75
FILE_LIMIT = 800
# Of a hundred functions one may be longer than usual.
RARE = 100

SHELL_FUNCTION = re.compile(r"^(?:function\s+)?([\w-]+)\s*\(\)")


def c_functions(text):
    """In GNU style a function is what stands between two lone braces in the first column."""
    lines = lint.without_comments(text).splitlines()
    start = None
    for number, line in enumerate(lines):
        if line.rstrip() == "{":
            start = number
        elif line.startswith("}") and start is not None:
            if line.rstrip() == "}":
                head = start
                while head > 0 and lines[head - 1].strip():
                    head -= 1
                yield lines[start - 1].strip() if start else "?", number - head + 1
            start = None


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.end_lineno - node.lineno + 1


def shell_functions(text):
    name = None
    for number, line in enumerate(text.splitlines()):
        match = SHELL_FUNCTION.match(line)
        if match is not None:
            name, start = match.group(1), number
            if line.rstrip().endswith("}"):
                name = None
        elif line.startswith("}") and name is not None:
            yield name, number - start + 1
            name = None


def functions_in(root, path, text):
    if path.endswith((".c", ".h")):
        return c_functions(text)
    if path.endswith(".py"):
        return python_functions(text)
    if path.endswith(".sh") or "/bash" in text.split("\n", 1)[0]:
        return shell_functions(text)
    return None


def check(root):
    n_functions = 0
    long = []
    for path in lint.walk(root):
        if not path.endswith((".c", ".h", ".py", ".sh")) and not lint.is_script(root, path):
            continue
        text = lint.read(root, path)
        n_lines = text.count("\n")
        if n_lines >= FILE_LIMIT:
            yield f"{path}: {n_lines} lines; a file has less than {FILE_LIMIT}"
        for name, length in functions_in(root, path, text) or []:
            n_functions += 1
            if length >= FUNCTION_LIMIT:
                yield f"{path}: {name}: {length} lines; a function has less than {FUNCTION_LIMIT}"
            elif length > FUNCTION_USUAL:
                long.append(f"{path}: {name}: {length} lines")
    if len(long) * RARE > n_functions:
        yield f"{len(long)} of {n_functions} functions are over {FUNCTION_USUAL} lines:"
        yield from long


def c_function(length):
    return "static int\na (void)\n{\n" + "  b ();\n" * (length - 4) + "}\n"


SOUND = {
    "src/a.c": c_function(75) + "\nstatic const int table[] = {\n" + "  1,\n" * 90 + "};\n",
    "src/a.h": "typedef struct\n{\n" + "  int a;\n" * 90 + "} A;\n",
    "tests/a.py": "def a():\n" + "    b()\n" * 74,
    "run": "#!/bin/bash\na () {\n" + "  b\n" * 73 + "}\n",
}

FAULTS = [
    ("C function", {"src/b.c": c_function(80)}, "src/b.c: a (void): 80 lines"),
    ("rather long", {"src/b.c": c_function(76)}, "1 of 4 functions"),
    ("Python function", {"tests/b.py": "def a():\n" + "    b()\n" * 79}, "tests/b.py: a: 80"),
    ("shell function", {"tool": "#!/bin/bash\na() {\n" + "  b\n" * 78 + "}\n"}, "tool: a: 80"),
    ("file", {"src/b.c": "int a;\n" * 800}, "src/b.c: 800 lines"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
