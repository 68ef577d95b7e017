# SPDX-License-Identifier: GPL-3.0-or-later
"""What each target begins with, made from tests/data."""

import html
import os
import random
import re
import subprocess
import tempfile

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
ENCODINGS = 14  # as many as fuzz-decode.c knows


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def gold_scripts():
    """Paths of all scripts of tests/data/import."""
    found = []
    for where, _, names in os.walk(os.path.join(DATA, "import")):
        found += [os.path.join(where, name) for name in names if name.endswith(".txt")]
    if len(found) < 12:
        raise SystemExit(f"{DATA} holds {len(found)} scripts")
    return sorted(found)


def gold_bytes():
    return [read_bytes(path) for path in gold_scripts()]


def gold_texts():
    return [text.decode("utf-8", "replace") for text in gold_bytes()]


def of_decode(_bulletin):
    for i, text in enumerate(gold_bytes()):
        yield bytes([i % ENCODINGS]) + text
        yield b"\0" + text
    for i, text in enumerate(gold_texts()):
        yield bytes([5]) + text[:300].encode("utf-16-le")
        yield bytes([4]) + text[:300].encode("cp949", "ignore")
        yield bytes([i % 3]) + text[:300].encode("utf-16")
    yield bytes([8]) + b"\x1b$)C\x0e0!\x0f a"


def of_classify(_bulletin):
    yield from gold_bytes()
    # Pieces: what a line is read as depends on what has gone before.
    for text in gold_texts():
        lines = [line for line in text.splitlines() if line.strip()]
        yield "\n".join(lines[:6]).encode()
        yield "\n".join(lines[-6:]).encode()


def of_attribution(_bulletin):
    for text in gold_texts():
        yield from {line.strip().encode() for line in text.splitlines() if line.strip()}


def of_restart(_bulletin):
    hands = random.Random(9)
    for text in gold_texts():
        lines = [line for line in text.splitlines() if line.strip()]
        for part in (lines[:8], lines[-6:]):
            deeds = bytes(hands.randrange(256) for _ in range(40))
            yield "\n".join(part).encode() + b"\xff" + deeds


def of_html(_bulletin):
    for i, text in enumerate(gold_texts()):
        lines = [html.escape(line) for line in text.splitlines() if line.strip()]
        body = ("</p>\n<p>", "<br>", "<br />\n<br />", "</div><div>")[i % 4].join(lines)
        title = html.escape(lines[0])
        yield (
            f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head>"
            f'<body><div class="a"><p>{body}</p></div><script>x = "<p>";</script></body></html>'
        ).encode()
        yield ("<p>" + "<p>".join(lines[:8])).encode("cp949", "ignore")


def exported(bulletin):
    """The gold scripts as our own XML."""
    with tempfile.TemporaryDirectory() as folder:
        library = ["--library", os.path.join(folder, "library")]
        subprocess.run(
            [bulletin, "import", *gold_scripts(), *library], stdout=subprocess.DEVNULL, check=True
        )
        listed = subprocess.run(
            [bulletin, "list", "--json", *library], stdout=subprocess.PIPE, check=True, text=True
        ).stdout
        uids = re.findall(r'"uid":\s*"([^"]+)"', listed)
        subprocess.run(
            [bulletin, "export", *uids, "--format", "xml", "-o", folder, *library],
            stdout=subprocess.DEVNULL,
            check=True,
        )
        for name in sorted(os.listdir(folder)):
            if name.endswith(".xml"):
                yield read_bytes(os.path.join(folder, name))


def of_xml(bulletin):
    folder = os.path.join(DATA, "xml")
    samples = [read_bytes(os.path.join(folder, name)) for name in sorted(os.listdir(folder))]
    yield from samples
    # Without its source, whose hash no change gets by, and without each of its other parts.
    for sample in samples:
        small = re.sub(rb" <source .*?</source>\n", b"", sample, flags=re.S)
        yield small
        for part in set(re.findall(rb"\n <([a-z]+)[ >]", small)):
            yield re.sub(rb"\n <%b[ >].*?(?=\n </?[a-z]|\n</)" % part, b"", small, flags=re.S)
    yield from (xml for xml in exported(bulletin) if len(xml) < 8192)


def of_planted(_bulletin):
    yield b"[Anchor]"


def make_seeds(target, bulletin, folder):
    """Fills the folder; returns how many there are."""
    os.makedirs(folder, exist_ok=True)
    number = 0
    for number, seed in enumerate(globals()[f"of_{target}"](bulletin), 1):
        with open(os.path.join(folder, f"{number:04}"), "wb") as file:
            file.write(seed)
    return number


def make_dictionary(names, path):
    """libFuzzer's own form, of files with one token a line."""
    with open(path, "w", encoding="ascii") as file:
        for name in names:
            for token in read_bytes(os.path.join(os.path.dirname(__file__), name)).splitlines():
                file.write('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n')
