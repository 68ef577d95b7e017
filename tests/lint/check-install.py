#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is where a desktop looks for it, it is whole, and uninstalling takes all of it away.

check-install.py SOURCE_ROOT BUILD_ROOT MESON…

Installs the build folder below a folder that goes away. What may be there is listed here and nowhere
else: a file that is not listed is as wrong as one that is missing.
"""

import contextlib
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

APP_ID = "org.bulletindesk.BulletinDesk"
# Where the places come from: the XDG desktop entry, icon theme, shared MIME and base directory
# specifications, AppStream, GSettings, the FHS, yelp.
COMMAND = [
    "bin/bulletin",
    "lib/*/bulletin-search.so",
    f"share/mime/packages/{APP_ID}.xml",
    "share/man/man1/bulletin.1",
    "share/man/ko/man1/bulletin.1",
    "share/bash-completion/completions/bulletin",
    "share/locale/ko/LC_MESSAGES/bulletin-desk.mo",
    "share/bulletin-desk/schema/bulletin-1.rnc",
    "share/bulletin-desk/schema/bulletin-1.rng",
    "share/bulletin-desk/schema/bulletin-1.sch",
    "share/bulletin-desk/samples/ferry-returns-2026-03-18.ko.txt",
    "share/bulletin-desk/samples/ferry-returns-2026-03-18.txt",
]
WINDOW = [
    "bin/bulletin-desk",
    f"share/applications/{APP_ID}.desktop",
    f"share/metainfo/{APP_ID}.metainfo.xml",
    f"share/glib-2.0/schemas/{APP_ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
    "share/icons/hicolor/scalable/mimetypes/application-vnd.bulletindesk.library.svg",
    "share/icons/hicolor/scalable/mimetypes/application-vnd.bulletindesk.story+xml.svg",
    "share/help/C/bulletin-desk/*.page",
    "share/help/ko/bulletin-desk/*.page",
    "share/man/man1/bulletin-desk.1",
    "share/man/ko/man1/bulletin-desk.1",
]


def ask_meson(meson, build, what):
    done = subprocess.run(meson + ["introspect", what, build], capture_output=True, check=True)
    return {row["name"]: row["value"] for row in json.loads(done.stdout)}


@contextlib.contextmanager
def log_of_its_own(build):
    """Meson uninstalls by its log; that of a true installation must outlive this test."""
    log = os.path.join(build, "meson-logs", "install-log.txt")
    kept = log + ".kept"
    if os.path.exists(log):
        shutil.move(log, kept)
    try:
        yield
    finally:
        if os.path.exists(log):
            os.unlink(log)
        if os.path.exists(kept):
            shutil.move(kept, log)


def run(what, command, **others):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **others)
    if done.returncode != 0:
        sys.exit(f"{what} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def everything_below(folder):
    found = []
    for where, folders, names in os.walk(folder):
        found += [os.path.relpath(os.path.join(where, name), folder) for name in folders + names]
    return sorted(found)


def files_below(folder):
    return [path for path in everything_below(folder) if not os.path.isdir(os.path.join(folder, path))]


def compare(found, wanted):
    for path in wanted:
        if not fnmatch.filter(found, path):
            yield f"{path} is not installed"
    for path in found:
        if not any(fnmatch.fnmatchcase(path, pattern) for pattern in wanted):
            yield f"{path} is installed, and nobody asked for it"


def check_packages(found, root):
    """Each file goes into one of the Debian packages."""
    folder = os.path.join(root, "data/debian")
    rows = []
    for name in os.listdir(folder):
        if name.endswith(".install"):
            rows += read(folder, name).split()
    for path in found:
        into = [row for row in rows if fnmatch.fnmatchcase(f"usr/{path}", row)
                or fnmatch.fnmatchcase(f"usr/{path}", row + "/*")]
        if len(into) != 1:
            yield f"{path} is in {len(into)} Debian packages: see data/debian/*.install"


def read(prefix, path):
    with open(os.path.join(prefix, path), encoding="utf-8") as file:
        return file.read()


def check_desktop_file(prefix):
    text = read(prefix, f"share/applications/{APP_ID}.desktop")
    for program in re.findall(r"^Exec=(\S+)", text, re.M):
        if not os.access(os.path.join(prefix, "bin", program), os.X_OK):
            yield f"the desktop file starts {program}, which is not there"
    for icon in re.findall(r"^Icon=(\S+)", text, re.M):
        if not os.path.exists(os.path.join(prefix, f"share/icons/hicolor/scalable/apps/{icon}.svg")):
            yield f"the desktop file names the icon {icon}, which is not there"
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if not re.search(rf"^{key}\[ko\]=.*[가-힣]", text, re.M):
            yield f"the desktop file has no Korean {key}"
    if len(re.findall(r"^Name\[ko\]=", text, re.M)) != len(re.findall(r"^Name=", text, re.M)):
        yield "an action of the desktop file has no Korean name"


def check_metainfo(prefix, root):
    text = read(prefix, f"share/metainfo/{APP_ID}.metainfo.xml")
    for program in re.findall(r"<binary>(.*?)</binary>", text):
        if not os.access(os.path.join(prefix, "bin", program), os.X_OK):
            yield f"the metainfo provides {program}, which is not there"
    for tag in ("name", "summary", "p", "li", "caption"):
        english = len(re.findall(rf"<{tag}>", text))
        korean = len(re.findall(rf'<{tag} xml:lang="ko">', text))
        if english == 0 or english != korean:
            yield f"the metainfo has {english} <{tag}> in English, {korean} in Korean"
    pictures = re.findall(r'<image type="source" width="(\d+)" height="(\d+)">\S*/(\S+?)</image>', text)
    if len(pictures) < 3:
        yield f"the metainfo shows {len(pictures)} pictures"
    for width, height, name in pictures:
        found = read_size(os.path.join(root, "data/screenshots", name))
        if found != (int(width), int(height)):
            yield f"the metainfo says that {name} is {width}×{height}; it is {found}"


def read_size(path):
    """Of a PNG, from its first bytes; None where it is none."""
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        head = file.read(24)
    if head[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def check_types(prefix):
    types = read(prefix, f"share/mime/packages/{APP_ID}.xml")
    for name in re.findall(r'<mime-type type="(.*?)"', types):
        icon = name.replace("/", "-")
        if not os.path.exists(os.path.join(prefix, f"share/icons/hicolor/scalable/mimetypes/{icon}.svg")):
            yield f"{name} has no icon"


def check_programs(prefix, version):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    for name in os.listdir(os.path.join(prefix, "bin")):
        told = run(name, [os.path.join(prefix, "bin", name), "--version"], env=environment)
        if told != f"{name} {version}\n":
            yield f"{name} --version says “{told}”, not {version}"


def self_test():
    """Missing and strange files are both told."""
    told = list(compare(["bin/a", "share/c.page"], ["bin/a", "bin/b", "share/*.page"]))
    if told != ["bin/b is not installed"]:
        yield f"self-test: a missing file: it said {told}"
    if list(compare(["bin/a", "lib/a"], ["bin/a"])) != ["lib/a is installed, and nobody asked for it"]:
        yield "self-test: a strange file was let by"


def main(root, build, *meson):
    meson = list(meson)
    options = ask_meson(meson, build, "--buildoptions")
    has_window = options["gui"]
    wrong = list(self_test())
    with tempfile.TemporaryDirectory() as folder, log_of_its_own(build):
        run("installing", meson + ["install", "-C", build, "--no-rebuild", "--destdir", folder])
        prefix = folder + options["prefix"]
        found = files_below(prefix)
        wrong += compare(found, COMMAND + (WINDOW if has_window else []))
        wrong += check_packages(found, root)
        version = re.search(r"version: '(.*?)'", read(root, "meson.build")).group(1)
        if not wrong:
            wrong += check_programs(prefix, version)
        if not wrong and has_window:
            wrong += [*check_desktop_file(prefix), *check_metainfo(prefix, root), *check_types(prefix)]
        run("uninstalling", meson + ["--internal", "uninstall"], cwd=build)
        wrong += [f"{path} is left after uninstalling" for path in everything_below(folder)]
    print("\n".join(wrong) or "all is in its place, and goes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
