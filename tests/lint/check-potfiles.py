#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES lists every file with words to translate, no other, sorted."""

import os
import re

import lint

IN_C = re.compile(r'\b(?:_|N_|C_|NC_|gettext|ngettext|dgettext|g_dgettext|g_dngettext) ?\(\s*"')
IN_UI = re.compile(r'\btranslatable="(?:yes|true|1)"')
ALWAYS = (".desktop.in", ".metainfo.xml.in", ".gschema.xml")


def has_words(root, path):
    if path.endswith((".c", ".h")):
        return IN_C.search(lint.without_comments(lint.read(root, path))) is not None
    if path.endswith(".ui"):
        return IN_UI.search(lint.read(root, path)) is not None
    return path.endswith(ALWAYS)


def check(root):
    lines = lint.read(root, "po/POTFILES").splitlines()
    listed = [line for line in lines if line.strip() and not line.startswith("#")]
    wanted = {path for path in lint.walk(root, "data", "src") if has_words(root, path)}
    for path in sorted(wanted - set(listed)):
        yield f"po/POTFILES: {path} has words to translate and is not listed"
    for path in sorted(set(listed) - wanted):
        there = os.path.exists(os.path.join(root, path))
        yield f"po/POTFILES: {path} {'has no words to translate' if there else 'is not there'}"
    if listed != sorted(set(listed)):
        yield "po/POTFILES: not sorted, or something stands there twice"


SOUND = {
    "po/POTFILES": "# a comment\ndata/a.desktop.in\nsrc/ui/a.c\nsrc/ui/a.ui\n",
    "data/a.desktop.in": "[Desktop Entry]\nName=A\n",
    "src/ui/a.c": 'char *a = _("words");\n',
    "src/ui/a.ui": '<property name="label" translatable="yes">Words</property>\n',
    "src/ui/b.c": 'char *b = dup_ ("words"); /* _("a comment") */\n',
}

FAULTS = [
    ("C", {"src/ui/b.c": 'char *b = _ ("words");\n'}, "src/ui/b.c has words"),
    ("broken line", {"src/ui/b.c": 'b = ngettext (\n  "a", "b", n);\n'}, "src/ui/b.c has words"),
    ("ui", {"src/ui/b.ui": '<a translatable="yes">b</a>\n'}, "src/ui/b.ui has words"),
    ("stale", {"src/ui/a.c": "\n"}, "src/ui/a.c has no words"),
    ("absent", {"po/POTFILES": SOUND["po/POTFILES"] + "src/ui/z.c\n"}, "z.c is not there"),
    ("order", {"po/POTFILES": "src/ui/a.ui\ndata/a.desktop.in\nsrc/ui/a.c\n"}, "not sorted"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
