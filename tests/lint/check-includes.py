#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms include only what lies below them, and a library only where it belongs: src/README.md."""

import os
import re

import lint

CORE = ["base", "text", "model", "grammar", "import", "revise", "align", "store", "export", "print", "chart", "flow"]
CORE = ["core/" + room for room in CORE]
UNDER_SIBLINGS = CORE[:4]

# What each room may include besides itself.
MAY_INCLUDE = {
    "core/pch": [],
    "core/base": [],
    "core/text": CORE[:1],
    "core/model": CORE[:2],
    "core/grammar": CORE[:3],
    "core/import": UNDER_SIBLINGS,
    "core/revise": UNDER_SIBLINGS,
    "core/align": CORE[:3],
    "core/store": CORE[:3],
    "core/export": UNDER_SIBLINGS,
    "core/print": UNDER_SIBLINGS,
    "core/chart": CORE[:2],
    "core/flow": CORE,
    "cli": CORE,
    "ui/pch": [],
    "ui/widgets": CORE,
    "ui/editor": CORE + ["ui/widgets"],
    "ui/panes": CORE + ["ui/widgets", "ui/editor"],
    "ui/people": CORE + ["ui/widgets", "ui/editor", "ui/panes"],
    "ui/register": CORE + ["ui/widgets", "ui/editor", "ui/panes"],
    "ui/archive": CORE + ["ui/widgets", "ui/editor", "ui/panes", "ui/people"],
    "ui/translation": CORE + ["ui/widgets", "ui/editor", "ui/panes"],
    "ui/prompter": CORE + ["ui/widgets", "ui/editor", "ui/panes"],
    "ui/shell": CORE + ["ui/widgets", "ui/editor", "ui/panes", "ui/people", "ui/archive", "ui/register", "ui/translation", "ui/prompter"],
}

DESKTOP = ["ui/pch", "ui/widgets", "ui/editor", "ui/panes", "ui/people", "ui/archive", "ui/register", "ui/translation", "ui/prompter", "ui/shell"]

# Headers of other libraries, and the rooms that may know them.
LIBRARIES = [
    (r"(gtk|gdk|gsk|graphene|adwaita|gtksourceview)\b", DESKTOP),
    (r"enchant\.h$", ["ui/editor"]),
    (r"pango\b", ["core/print", "core/chart"] + DESKTOP),
    (r"cairo", ["core/print", "core/chart"] + DESKTOP),
    (r"sqlite3(ext)?\.h$", ["core/store"]),
    (r"expat\.h$", ["core/import"]),
    (r"archive(_entry)?\.h$", ["core/import", "core/export"]),
    (r"libxml/", ["core/import", "core/export"]),
    (r"unicode/", ["core/text", "core/align"]),
    (r"json-glib/", ["core/import", "core/export", "cli"]),
]

MADE_BY_BUILD = re.compile(r"config\.h$|.*-(resources|enums)\.h$")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
DESKTOP_NAME = re.compile(r"\b(desk_|Desk[A-Z]|DESK_|gtk_|Gtk[A-Z]|GTK_|gdk_|adw_|Adw[A-Z])\w*")


def room_of(path):
    folder = os.path.dirname(path)[len("src/") :]
    return folder if folder in MAY_INCLUDE else None


def check_own(path, room, name, headers):
    if os.path.basename(name) != name:
        return f"{path}: “{name}”: a header is included by its bare name"
    if MADE_BY_BUILD.match(name):
        return None
    if name not in headers:
        return f"{path}: “{name}” is no header of ours"
    theirs = headers[name]
    if theirs == room:
        return None
    if theirs not in MAY_INCLUDE[room]:
        return f"{path}: {room} may not include {theirs} (“{name}”)"
    if name.endswith("-private.h"):
        return f"{path}: “{name}” is private to {theirs}"
    return None


def check_library(path, room, name):
    for pattern, rooms in LIBRARIES:
        if re.match(pattern, name) and room not in rooms:
            return f"{path}: {room} may not include <{name}>"
    return None


def check_names(path, room, text):
    if not (room.startswith("core/") or room == "cli"):
        return
    for number, line in enumerate(text.splitlines(), 1):
        for match in DESKTOP_NAME.finditer(line):
            yield f"{path}:{number}: “{match.group()}” belongs to the desktop"


def check(root):
    sources = [path for path in lint.walk(root, "src") if path.endswith((".c", ".h"))]
    headers = {os.path.basename(path): room_of(path) for path in sources if path.endswith(".h")}
    for path in sources:
        room = room_of(path)
        if room is None:
            yield f"{path}: lies in no room"
            continue
        text = lint.without_comments(lint.read(root, path))
        yield from check_names(path, room, text)
        for mark, name in INCLUDE.findall(text):
            if mark == '"':
                complaint = check_own(path, room, name, headers)
            else:
                complaint = check_library(path, room, name)
            if complaint is not None:
                yield complaint


SOUND = {
    "src/core/base/bul-error.h": "#include <gio/gio.h>\n",
    "src/core/model/bul-story.h": '#include "bul-error.h"\n/* Counts as GtkTextIter does. */\n',
    "src/core/store/bul-store.h": '#include <sqlite3.h>\n#include "bul-story.h"\n',
    "src/core/store/bul-db-private.h": "",
    "src/core/import/bul-import.c": '#include <expat.h>\n#include "bul-story.h"\n',
    "src/core/flow/bul-flow.c": '#include "bul-store.h"\n',
    "src/cli/main.c": '#include "config.h"\n#include "bul-store.h"\n',
    "src/ui/editor/desk-view.h": '#include <gtk/gtk.h>\n#include "bul-story.h"\n',
    "src/ui/shell/desk-window.c": '#include <adwaita.h>\n#include "desk-view.h"\n',
}

FAULTS = [
    ("upwards", {"src/core/base/a.c": '#include "bul-story.h"\n'}, "may not include core/model"),
    ("sibling", {"src/core/import/a.c": '#include "bul-store.h"\n'}, "may not include core/store"),
    ("desk", {"src/core/model/a.c": '#include "desk-view.h"\n'}, "may not include ui/editor"),
    ("pane", {"src/ui/editor/a.c": '#include "desk-pane.h"\n', "src/ui/panes/desk-pane.h": ""},
     "may not include ui/panes"),
    ("private", {"src/core/flow/a.c": '#include "bul-db-private.h"\n'}, "private to core/store"),
    ("by path", {"src/cli/a.c": '#include "../core/base/bul-error.h"\n'}, "bare name"),
    ("unknown", {"src/cli/a.c": '#include "bul-nothing.h"\n'}, "no header of ours"),
    ("gtk", {"src/core/text/a.c": "#include <gtk/gtk.h>\n"}, "<gtk/gtk.h>"),
    ("adw", {"src/cli/a.c": "#  include <adwaita.h>\n"}, "<adwaita.h>"),
    ("pango", {"src/core/flow/a.c": "#include <pango/pangocairo.h>\n"}, "<pango/pangocairo.h>"),
    ("cairo", {"src/cli/a.c": "#include <cairo.h>\n"}, "<cairo.h>"),
    ("sqlite", {"src/core/flow/a.c": "#include <sqlite3.h>\n"}, "<sqlite3.h>"),
    ("expat", {"src/core/export/a.c": "#include <expat.h>\n"}, "<expat.h>"),
    ("libxml2", {"src/core/store/a.c": "#include <libxml/tree.h>\n"}, "<libxml/tree.h>"),
    ("word", {"src/core/model/a.c": "void desk_view_show (void);\n"}, "belongs to the desktop"),
    ("type", {"src/cli/a.c": "DeskView *view;\n"}, "belongs to the desktop"),
    ("room", {"src/core/misc/a.c": "\n"}, "no room"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
