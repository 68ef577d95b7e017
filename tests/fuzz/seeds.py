# SPDX-License-Identifier: GPL-3.0-or-later
"""What each target begins with, made from tests/data."""

import gzip
import html
import io
import itertools
import lzma
import os
import random
import re
import subprocess
import tarfile
import tempfile
import zipfile

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
ENCODINGS = 14  # as many as fuzz-decode.c knows


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def gold_files(ending):
    """Paths of all files of tests/data/import that end so."""
    found = []
    for where, _, names in os.walk(os.path.join(DATA, "import")):
        found += [os.path.join(where, name) for name in names if name.endswith("." + ending)]
    if not found:
        raise SystemExit(f"{DATA} holds no files .{ending}")
    return sorted(found)


def gold_scripts():
    return gold_files("txt")


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


def lines_of(text):
    return [line for line in text.splitlines() if line.strip()]


def cut(text, length):
    """Pieces of whole lines, none longer than so many bytes if its lines allow."""
    piece = b""
    for line in lines_of(text):
        line = line.encode()
        if piece and len(piece) + len(line) > length:
            yield piece
            piece = b""
        piece += line + b"\n"
    yield piece


def of_classify(_bulletin):
    for text in gold_texts():
        yield from cut(text, 380)


def of_align(_bulletin):
    """Every script as the Korean text and the next one as the English; some as if sorted by hand."""
    hands = random.Random(4)
    pieces = [piece for text in gold_texts() for piece in cut(text, 240)]
    for i, (korean, english) in enumerate(zip(pieces, pieces[1:])):
        table = "주민\tresident\n시장\tmayor, market\t0.8\n".encode() if i % 3 == 0 else b""
        groups = bytes(hands.randrange(1, 8) for _ in range(8)) if i % 2 == 0 else b""
        yield b"\xff".join((table, korean, english, groups))


def of_archive(_bulletin):
    """Scripts in archives of each kind, and what is no script; the first byte is the kind, as fuzz-archive.c has it."""
    for i, text in enumerate(gold_texts()[::20]):
        files = [("a/news.txt", text[:300].encode()), (".hidden", b"x"), ("in.zip", b"x"), ("e.xml", bytes(1200))]
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            with io.BytesIO() as out, zipfile.ZipFile(out, "w", method) as packed:
                for name, words in files[i % 2:]:
                    packed.writestr(name, words)
                packed.close()
                yield b"\0" + out.getvalue()
        for form in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT, tarfile.USTAR_FORMAT):
            plain = tar_of(files[i % 2:], form)
            yield b"\1" + plain
            yield b"\2" + gzip.compress(plain)
            yield b"\3" + lzma.compress(plain)


def tar_of(files, form):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as packed:
        for name, words in files:
            member = tarfile.TarInfo(name if form == tarfile.USTAR_FORMAT else name * 30)
            member.size = len(words)
            packed.addfile(member, io.BytesIO(words))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "../out"
        packed.addfile(link)
    return out.getvalue().rstrip(b"\0") + bytes(1024)


def of_attribution(_bulletin):
    for text in gold_texts():
        yield from {line.strip().encode() for line in lines_of(text)}


def of_restart(_bulletin):
    hands = random.Random(9)
    for text in gold_texts():
        for piece in cut(text, 330):
            yield piece + b"\xff" + bytes(hands.randrange(256) for _ in range(40))


def of_html(_bulletin):
    for i, text in enumerate(gold_texts()):
        lines = [html.escape(line) for line in lines_of(text)]
        body = ("</p>\n<p>", "<br>", "<br />\n<br />", "</div><div>")[i % 4].join(lines[:8])
        title = lines[0]
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
    yield from (xml for xml in exported(bulletin) if len(xml) < 6144)


TURTLE = r"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
PREFIX : <http://cv.iptc.org/newscodes/mediatopic/>
@base <http://news.example/> .
:20000001 a skos:Concept ; skos:prefLabel "여객선"@ko , 'ferry'@en-GB ; # one
  skos:altLabel '''연"락선''', """ + '"""boats\u0041"""@en' + r""" ; skos:broader <sea> ;
  skos:exactMatch :20000002 ; skos:note [ skos:note "a" ] , ( 1 true ) , _:b .
<sea> skos:narrower <port> ; skos:prefLabel "Sea \"\U0001F600"^^skos:label ; skos:notation "our:sea" .
<port> a skos:Concept ; skos:prefLabel "Port"@en ; <http://www.w3.org/2002/07/owl#deprecated> true ;
  <http://purl.org/dc/terms/isReplacedBy> <sea>.
"""


def of_vocabulary(bulletin):
    """What every format is read from, and written as."""
    table = "code,parents,ko,en,also_ko,note,retired\nour:sea,,바다,Sea,해상|바다,\"a\"\"b\",true\nferry,our:sea,,Ferry,,,\n"
    yield TURTLE.encode()
    yield from (line.encode() for line in TURTLE.split(" .\n"))
    with tempfile.TemporaryDirectory() as folder:
        library = ["--library", os.path.join(folder, "library")]
        for name, text in (("our.csv", table), ("our.ttl", TURTLE)):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            subprocess.run([bulletin, "vocabulary", "import", path, *library], stdout=subprocess.DEVNULL, check=True)
        for form in ("skos", "turtle", "json", "csv"):
            told = subprocess.run(
                [bulletin, "vocabulary", "export", "--format", form, *library], stdout=subprocess.PIPE, check=True
            ).stdout
            yield told[:2048]
            yield from (told[:length] for length in (700, 1100))


def of_import(bulletin):
    """Everything above, each under a name that it might have."""
    scripts = itertools.islice(gold_bytes(), 0, None, 3)
    for name, files in enumerate(
        (
            itertools.islice(of_html(bulletin), 0, None, 6),
            scripts,
            [read_bytes(path) for path in gold_files("nsml")],
            itertools.islice(of_xml(bulletin), 0, None, 6),
            itertools.islice(of_html(bulletin), 3, None, 6),
            mojibake(),
            [read_bytes(path) for path in gold_files("xml")],
        )
    ):
        yield from (bytes([name + 8 * (i % 4)]) + file for i, file in enumerate(files))


def mojibake():
    for text in gold_texts()[::5]:
        yield text[:300].encode("cp949", "ignore").decode("latin-1").encode()
        yield text[:300].encode().decode("cp949", "replace").encode()


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
