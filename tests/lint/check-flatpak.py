#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flatpak gets a window and nothing else: files come through portals."""

import json
import os

import lint

APP_ID = "org.bulletindesk.BulletinDesk"
MANIFEST = f"flatpak/{APP_ID}.json"
# The first runtime whose GTK is 4.8.
OLDEST = 43
ALLOWED = ["--device=dri", "--share=ipc", "--socket=fallback-x11", "--socket=wayland"]


def check(root):
    if not os.path.exists(os.path.join(root, MANIFEST)):
        yield f"{MANIFEST} is not there"
        return
    try:
        manifest = json.loads(lint.read(root, MANIFEST))
    except ValueError as error:
        yield f"{MANIFEST}: {error}"
        return
    wanted = {"id": APP_ID, "runtime": "org.gnome.Platform", "command": "bulletin-desk"}
    for key, value in wanted.items():
        if manifest.get(key) != value:
            yield f"{MANIFEST}: {key} is {manifest.get(key)}, not {value}"
    if not str(manifest.get("runtime-version")).isdigit() or int(manifest["runtime-version"]) < OLDEST:
        yield f"{MANIFEST}: runtime {manifest.get('runtime-version')} is older than {OLDEST}"
    modules = [module for module in manifest.get("modules", []) if isinstance(module, dict)]
    if not any(source.get("path") == ".." for module in modules for source in module.get("sources", [])):
        yield f"{MANIFEST}: it does not build this tree"
    for argument in sorted(set(manifest.get("finish-args", [])) ^ set(ALLOWED)):
        wrong = "is missing" if argument in ALLOWED else "is more than a window needs"
        yield f"{MANIFEST}: {argument} {wrong}"


def manifest_with(**changes):
    sound = {
        "id": APP_ID,
        "runtime": "org.gnome.Platform",
        "runtime-version": "43",
        "modules": [{"sources": [{"type": "dir", "path": ".."}]}],
        "command": "bulletin-desk",
        "finish-args": ALLOWED,
    }
    return {MANIFEST: json.dumps({**sound, **changes})}


SOUND = manifest_with()

FAULTS = [
    ("files", manifest_with(**{"finish-args": ALLOWED + ["--filesystem=host"]}), "host is more"),
    ("network", manifest_with(**{"finish-args": ALLOWED + ["--share=network"]}), "is more than"),
    ("no window", manifest_with(**{"finish-args": ALLOWED[:-1]}), "wayland is missing"),
    ("name", manifest_with(id="org.example.Other"), "not org.bulletindesk"),
    ("an old runtime", manifest_with(**{"runtime-version": "42"}), "42 is older"),
    ("nothing built", manifest_with(modules=[{"sources": []}]), "does not build"),
    ("not JSON", {MANIFEST: "{"}, "Expecting"),
]

if __name__ == "__main__":
    lint.main(check, SOUND, FAULTS)
