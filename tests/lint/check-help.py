#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is whole: valid Mallard, the same pages in each language, all of them installed and to be
reached, the page that F1 opens among them, and every key of the window told.
"""

import os
import re
import subprocess

import lint

HELP = "data/help"
LANGUAGES = ("C", "ko")
LIST = f"{HELP}/meson.build"
ACTIONS = "src/ui/shell/desk-window-actions.c"
F1 = "src/ui/shell/desk-window-help.c"
# Of the window, but no action of its table.
OTHER_KEYS = {"Tab", "Shift+Tab", "Shift+Enter", "F10", "Alt+0", "Alt+1", "Alt+9", "Ctrl+1", "Ctrl+5", "Ctrl+6", "Ctrl+9"}
NAMES = {
    "Control": "Ctrl", "Page_Down": "Page Down", "Page_Up": "Page Up",
    "Return": "Enter", "plus": "+", "minus": "-", "comma": ",", "question": "?", "period": ".",
}
# Other ways to the same key, on the pad or without Shift, go without saying.
UNSAID = re.compile(r"KP_\w+$|equal$")


def pages_of(root, language):
    folder = f"{HELP}/{language}/bulletin-desk"
    paths = [path for path in lint.walk(root, folder) if path.endswith(".page")]
    return {os.path.basename(path)[: -len(".page")]: path for path in paths}


def ask_yelp(root, language):
    """Validity against Mallard's own schema; links that lead nowhere; pages that nothing leads to."""
    paths = [os.path.join(root, path) for path in pages_of(root, language).values()]
    for what in ("validate", "links", "orphans", "ids"):
        done = subprocess.run(["yelp-check", what, *paths], capture_output=True, text=True, check=False)
        told = (done.stdout + done.stderr).strip()
        if done.returncode != 0 or told:
            yield f"{HELP}/{language}: yelp-check {what}: {told.replace(root + '/', '')}"


def spell(accel):
    """<Control><Shift>v as the help writes it: Ctrl+Shift+V."""
    *modifiers, key = re.findall(r"[^<>]+", accel)
    key = NAMES.get(key, key.upper() if len(key) == 1 else key)
    return "+".join([NAMES.get(name, name) for name in modifiers] + [key])


def keys_of_window(root):
    table = lint.read(root, ACTIONS).split("static const Action actions[]", 1)[1].split("\n};", 1)[0]
    accels = [word for word in re.findall(r'"(.*?)"', table) if not re.fullmatch(r"(win|app)\.[\w-]+", word)]
    return {spell(accel) for accel in accels if not UNSAID.search(accel)}


def keys_of_page(text):
    sequences = re.findall(r"<keyseq>(.*?)</keyseq>", text)
    alone = re.findall(r"<key>(.*?)</key>", re.sub(r"<keyseq>.*?</keyseq>", "", text))
    return set(alone) | {"+".join(re.findall(r"<key>(.*?)</key>", one)) for one in sequences}


def check_language(root, language, english):
    pages = pages_of(root, language)
    for name in sorted(set(english) ^ set(pages)):
        where = language if name in english else LANGUAGES[0]
        yield f"{HELP}: {name}.page is missing in {where}"
    for name, path in pages.items():
        text = lint.read(root, path)
        if f'id="{name}"' not in text:
            yield f"{path}: its id is not {name}"
        if language == "ko" and not re.search(r"<title[^>]*>[^<]*[가-힣]", text):
            yield f"{path}: its title is not Korean"
    if "keys" in pages:
        told = keys_of_page(lint.read(root, pages["keys"]))
        for key in sorted(keys_of_window(root) - told):
            yield f"{pages['keys']}: {key} is not told"
        for key in sorted(told - keys_of_window(root) - OTHER_KEYS):
            yield f"{pages['keys']}: {key} is no key of the window"


def check_all(root):
    english = pages_of(root, LANGUAGES[0])
    for language in LANGUAGES:
        yield from check_language(root, language, english)
    listed = set(re.findall(r"^  '([\w-]+)',$", lint.read(root, LIST), re.M))
    for name in sorted(listed ^ set(english)):
        yield f"{LIST}: {name} is {'not there' if name in listed else 'not installed'}"
    opened = set(re.findall(r'(?:\}?, |return )"([\w-]+)"(?: \}|;)', lint.read(root, F1)))
    for name in sorted(opened - set(english)):
        yield f"{F1}: there is no page {name}"
    if not opened:
        yield f"{F1}: no page is opened"


def check(root):
    """Yelp takes a second each time, so it is asked where all else is right."""
    wrong = list(check_all(root))
    for language in LANGUAGES if not wrong else ():
        wrong += ask_yelp(root, language)
    return wrong


def page(name, title, body="", kind="topic"):
    guide = '<info><link type="guide" xref="index"/></info>' if kind == "topic" else ""
    return (
        f'<page xmlns="http://projectmallard.org/1.0/" type="{kind}" id="{name}">{guide}'
        f"<title>{title}</title>{body}</page>\n"
    )


KEYS = "<p><key>F1</key> <keyseq><key>Ctrl</key><key>Page Up</key></keyseq></p>"
C, KO = f"{HELP}/C/bulletin-desk", f"{HELP}/ko/bulletin-desk"
SOUND = {
    LIST: "help_pages = [\n  'index',\n  'keys',\n]\n",
    F1: '  { PART (a), "keys" },\n  return "index";\n',
    ACTIONS: (
        "static const Action actions[] = {\n"
        '  { "win.help", help, { "F1" }, NOW },\n'
        '  { "win.up",\n    up,\n    { "<Control>Page_Up", "<Control>KP_Page_Up" },\n    NOW },\n};\n'
    ),
    f"{C}/index.page": page("index", "Help", kind="guide"),
    f"{C}/keys.page": page("keys", "Keys", KEYS),
    f"{KO}/index.page": page("index", "도움말", kind="guide"),
    f"{KO}/keys.page": page("keys", "글쇠", KEYS),
}

FAULTS = [
    ("not Mallard", {f"{C}/keys.page": page("keys", "Keys", KEYS + "<div/>")}, "yelp-check validate"),
    ("dead link", {f"{C}/keys.page": page("keys", "K", KEYS + '<p><link xref="a"/></p>')}, "check links"),
    ("orphan", {f"{C}/keys.page": page("keys", "Keys", KEYS).replace('"guide"', '"seealso"')}, "orphans"),
    ("one language", {f"{C}/a.page": page("a", "A"), LIST: SOUND[LIST] + "  'a',\n"}, "missing in ko"),
    ("not Korean", {f"{KO}/keys.page": page("keys", "Keys", KEYS)}, "title is not Korean"),
    ("not installed", {f"{C}/a.page": page("a", "A"), f"{KO}/a.page": page("a", "가")}, "not installed"),
    ("id", {f"{C}/keys.page": page("key", "Keys", KEYS)}, "its id is not keys"),
    ("F1", {F1: '  { PART (a), "nothing" },\n'}, "no page nothing"),
    ("a new key", {ACTIONS: SOUND[ACTIONS].replace("F1", "F4")}, "keys.page: F4 is not told"),
    ("an old key", {ACTIONS: SOUND[ACTIONS].replace("F1", "F4")}, "F1 is no key of the window"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
