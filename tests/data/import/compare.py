#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare what `bulletin parse --json` says of each script with the JSON written by hand beside it.

usage: compare.py BULLETIN DIR

Every script in DIR, whatever its format, is parsed and compared field by field with the .json of the same name. The words of a
finding, their weight, and the folder of source.path are left out. Each difference is one line; nothing is rewritten.
"""

import json
import pathlib
import subprocess
import sys

TIMEOUT_SECONDS = 60
ABSENT = object()


def shown(value):
    return "(absent)" if value is ABSENT else json.dumps(value, ensure_ascii=False)


def differences(got, want, path=""):
    """Yield (field, got, want) for each leaf that is not the same."""
    if isinstance(got, dict) and isinstance(want, dict):
        for key in list(want) + [key for key in got if key not in want]:
            field = f"{path}.{key}" if path else key
            yield from differences(got.get(key, ABSENT), want.get(key, ABSENT), field)
    elif isinstance(got, list) and isinstance(want, list):
        for i in range(max(len(got), len(want))):
            yield from differences(got[i] if i < len(got) else ABSENT,
                                   want[i] if i < len(want) else ABSENT, f"{path}[{i}]")
    elif type(got) is not type(want) or got != want:
        yield path, got, want


def by_line(items):
    """Key each block or finding by its line, and by its turn where several share one."""
    keyed = {}
    for item in items:
        line = item.get("line")
        keyed[(line, sum(1 for key in keyed if key[0] == line))] = item
    return keyed


def line_differences(got, want, path):
    """Like differences(), for lists whose members have a line: one missing block shifts no other."""
    got, want = by_line(got), by_line(want)
    for key in sorted(set(got) | set(want), key=lambda key: (key[0] or 0, key[1])):
        for field, a, b in differences(got.get(key, ABSENT), want.get(key, ABSENT), path):
            yield key[0], field, a, b


def comparable(document):
    """A copy without what is not compared."""
    document = json.loads(json.dumps(document))
    source = document.get("source", {})
    if isinstance(source.get("path"), str):
        source["path"] = pathlib.PurePath(source["path"]).name
    for finding in document.get("findings", []):
        finding.pop("message", None)
        finding.pop("severity", None)
    document["findings"] = sorted(document.get("findings", []),
                                  key=lambda f: (f.get("line") or 0, str(f.get("code"))))
    return document


def document_differences(got, want):
    """Yield (line, field, got, want)."""
    got, want = comparable(got), comparable(want)
    got_stories, want_stories = got.pop("stories", []), want.pop("stories", [])
    yield from line_differences(got.pop("findings"), want.pop("findings"), "finding")
    for field, a, b in differences(got, want):
        yield None, field, a, b
    for i in range(max(len(got_stories), len(want_stories))):
        name = f"stories[{i}]"
        if i >= len(got_stories) or i >= len(want_stories):
            yield None, name, (got_stories[i:] or [ABSENT])[0], (want_stories[i:] or [ABSENT])[0]
            continue
        a, b = got_stories[i], want_stories[i]
        yield from line_differences(a.pop("blocks", []), b.pop("blocks", []), f"{name}.block")
        for field, x, y in differences(a, b, name):
            yield None, field, x, y


def run(bulletin, paths):
    """What the command prints of these, a line each, or (None, what went wrong)."""
    try:
        done = subprocess.run([bulletin, "parse", "--json", *map(str, paths)], capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=TIMEOUT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    if done.returncode != 0:
        return None, f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()}"
    lines = done.stdout.decode("utf-8").splitlines()
    if len(lines) != len(paths):
        return None, f"{len(lines)} lines for {len(paths)} files"
    return lines, None


def parse(bulletin, paths):
    """Yield (path, document, None) or (path, None, what went wrong) for each of the paths."""
    lines, failure = run(bulletin, paths)
    if failure and len(paths) > 1:
        # All at once is as quick as one; one by one tells which of them it is.
        for path in paths:
            yield from parse(bulletin, [path])
        return
    for path, line in zip(paths, lines or [""]):
        try:
            yield path, None if failure else json.loads(line), failure
        except ValueError as error:
            yield path, None, f"not one JSON object: {error}"


def compare(path, got, failure):
    """Print every difference; True when there is none."""
    expected = path.with_suffix(".json")
    if not expected.exists():
        print(f"{path.name}: no {expected.name} beside it")
        return False
    if failure or not isinstance(got, dict):
        print(f"{path.name}: {failure or 'not a JSON object'}")
        return False
    want = json.loads(expected.read_text(encoding="utf-8"))
    same = True
    for line, field, a, b in document_differences(got, want):
        same = False
        where = path.name if line is None else f"{path.name}:{line}"
        print(f"{where}: {field}: got {shown(a)}, want {shown(b)}")
    return same


def main():
    if len(sys.argv) != 3:
        print("usage: compare.py BULLETIN DIR", file=sys.stderr)
        return 2
    files = sorted(path for path in pathlib.Path(sys.argv[2]).iterdir() if path.is_file())
    paths = [path for path in files if path.suffix != ".json"]
    scripts = {path.with_suffix(".json") for path in paths}
    orphans = [path for path in files if path.suffix == ".json" and path not in scripts]
    for path in orphans:
        print(f"{path.name}: no script beside it")
    results = [compare(*answer) for answer in parse(sys.argv[1], paths)] if paths else []
    passed = sum(results)
    failed = len(results) - passed + len(orphans)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
