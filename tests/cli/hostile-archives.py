#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives “bulletin import” archives that mean harm, or that were damaged on their way.

hostile-archives.py BULLETIN [CASE…]

Of each it is known which files become stories, which are refused and in what words, and how the command ends.
Nothing is written but the library, nothing outside the archive is read, and no archive takes more memory than
the largest script does. The archives are made here, byte by byte.
"""
import bz2
import gzip
import io
import json
import lzma
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import zlib

MB = 1024 * 1024
MOST_MEMORY = 1024 * MB  # a sanitizer takes half of it for itself; the bombs would take gigabytes

DONE, FAILED, REFUSED = 0, 3, 5
STORED, DEFLATE, BZIP2, LZMA, PPMD, AES = 0, 8, 12, 14, 98, 99

# What is told of a file that was not taken, or of the rest of an archive.
KEPT = "kept"
LARGE = "larger than any script"
LOCKED = "locked with a password"
RARE = "packed in a rare way"
LINK = "a link or a device"
NESTED = "an archive within an archive"
BROKEN = "damaged within the archive"
NO_TEXT = "not text"
REST = "cannot be read"
CUT_OFF = "has no end"
BOMB = "unpacks to far more than scripts are"
DO = re.compile(r"(Unpack|import that|[Gg]et it once|Get the archive|Cut it|Export it|Save |passed over)")

# What a terminal obeys instead of showing it.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

SECRET = "The harbour code is kestrel"
ABSOLUTE = os.path.join(tempfile.gettempdir(), "bulletin-hostile-archives", "root.txt")


def script(words):
    return f"[Anchor]\n\nThe ferry {words} sails.\n".encode()


def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def lzma_of(data, dictionary=MB):
    """As a zip has it: version, length of properties, properties, data."""
    filters = [{"id": lzma.FILTER_LZMA1, "dict_size": MB}]
    packer = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=filters)
    return struct.pack("<BBHBI", 9, 20, 5, 93, dictionary) + packer.compress(data) + packer.flush()


PACK = {STORED: bytes, DEFLATE: deflate, BZIP2: bz2.compress, LZMA: lzma_of}


class File:
    """Of a zip, and where it lies."""

    def __init__(self, name, data=b"", method=DEFLATE, flags=0, packed=None, size=None, crc=None, mode=0o100644,
                 at=None):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.flags = flags | (0 if isinstance(name, bytes) else 0x800)
        self.method, self.mode, self.at = method, mode, at
        self.packed = PACK[method](data) if packed is None else packed
        self.size = len(data) if size is None else size
        self.crc = zlib.crc32(data) if crc is None else crc

    def head(self):
        return struct.pack("<HHHHHIII", 20, self.flags, self.method, 0, 0x5C21, self.crc, len(self.packed),
                           self.size)


def zip_of(*files, before=b"", count=None, start=None, comment=b""):
    out, directory = io.BytesIO(before), b""
    out.seek(0, io.SEEK_END)
    for file in files:
        at = out.tell() if file.at is None else file.at
        if file.at is None:
            out.write(b"PK\3\4" + file.head() + struct.pack("<HH", len(file.name), 0) + file.name + file.packed)
        directory += (b"PK\1\2" + struct.pack("<H", 0x314) + file.head()
                      + struct.pack("<HHHHHII", len(file.name), 0, 0, 0, 0, file.mode << 16, at) + file.name)
    where = out.tell() if start is None else start
    count = len(files) if count is None else count
    out.write(directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), where, len(comment))
              + comment)
    return out.getvalue()


def tar_of(*files, form=tarfile.GNU_FORMAT):
    """Each is a name and its bytes, or what tarfile knows."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as tar:
        for item in files:
            if isinstance(item, tarfile.TarInfo):
                tar.addfile(item)
                continue
            info = tarfile.TarInfo(item[0])
            info.size = len(item[1])
            tar.addfile(info, io.BytesIO(item[1]))
    return out.getvalue()


def special(name, kind, target=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def says(header, at, words):
    """A header of a tar that says something else, with a sum that agrees."""
    header = bytearray(header[:at] + words + header[at + len(words):])
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header[:512])
    return bytes(header)


def sparse(length):
    """A file of so many bytes, of which none is there."""
    plain = tar_of(("s.txt", b""))[:512]
    return says(says(says(plain, 156, b"S"), 386, b"%011o\0%011o\0" % (0, 0)), 483,
                b"\x80\0\0\0" + struct.pack(">Q", length))


def lies_in_tar(words):
    good = tar_of(("a.txt", script("first")))
    return good[:1024] + says(tar_of(("b.txt", script("second"))), 124, words)


ZEROS, SUM_OF_ZEROS = deflate(bytes(15 * MB)), zlib.crc32(bytes(15 * MB))
HUGE = File("huge.txt", bytes(17 * MB))


def zeros(name, **more):
    return File(name, packed=ZEROS, size=15 * MB, crc=SUM_OF_ZEROS, **more)


def packed_zeros(name, megabytes):
    """A tar with a script, and so much of nothing behind it."""
    info = tarfile.TarInfo(name)
    info.size = megabytes * MB
    head = tar_of(("a.txt", script("first")))[:1024] + info.tobuf(tarfile.GNU_FORMAT)
    return gzip.compress(head) + gzip.compress(bytes(MB)) * megabytes + gzip.compress(bytes(1024))


def empty_headers(number):
    """So many folders, which are nothing but names."""
    piece = special("d", tarfile.DIRTYPE).tobuf() * 200
    block = gzip.compress(piece * 80)
    return block * (number // 16_000) + gzip.compress(tar_of(("end.txt", script("end"))))


A, B = File("a.txt", script("first")), File("b.txt", script("second"))
BOTH = {"a.txt": KEPT, "b.txt": KEPT}

# Each is a name, the bytes, what becomes of its files, what is told of the rest, and how the command ends.
CASES = [
    ("plain.zip", zip_of(A, B), BOTH, None, DONE),
    ("plain.tar", tar_of(("a.txt", script("first")), ("b.txt", script("second"))), BOTH, None, DONE),
    # bombs
    ("one-huge.zip", zip_of(A, HUGE, B), dict(BOTH, **{"huge.txt": LARGE}), None, FAILED),
    ("one-huge.tar.gz", packed_zeros("h.txt", 90),
     {"a.txt": KEPT}, BOMB, FAILED),
    ("many.zip", zip_of(A, *[zeros(f"z{i}.txt") for i in range(8)], B),
     {"a.txt": KEPT, **{f"z{i}.txt": NO_TEXT for i in range(4)}}, BOMB, FAILED),
    ("one-in-many-places.zip", zip_of(zeros("z.txt"), *[zeros(f"z{i}.txt", at=0) for i in range(400)]), None, None,
     FAILED),
    ("hidden.tar.gz", packed_zeros(".b/c", 90), {"a.txt": KEPT},
     BOMB, FAILED),
    ("only-headers.tar.gz", empty_headers(320_000), {}, BOMB, FAILED),
    ("nested.zip", zip_of(A, File("in.zip", zip_of(B)), File("in.tar.gz", gzip.compress(tar_of(("b", b"b"))))),
     {"a.txt": KEPT, "in.zip": NESTED, "in.tar.gz": NESTED}, None, REFUSED),
    ("sparse.tar", sparse(1 << 40) + tar_of(("a.txt", script("first"))), {"s.txt": LARGE, "a.txt": KEPT}, None, FAILED),
    ("dictionary.zip", zip_of(File("a.txt", script("first"), LZMA, packed=lzma_of(script("first"), 0xFFFFFFFF)), B),
     {"a.txt": RARE, "b.txt": KEPT}, None, REFUSED),
    ("bzip2.zip", zip_of(File("a.txt", script("first"), BZIP2), B), BOTH, None, DONE),
    ("ppmd.zip", zip_of(File("a.txt", packed=b"\xff\xff" + bytes(200), method=PPMD, size=900), B),
     {"a.txt": RARE, "b.txt": KEPT}, None, REFUSED),
    # names
    ("up.zip", zip_of(File("../../up.txt", script("up")), File(ABSOLUTE, script("root")),
                      File("..\\..\\left.txt", script("left")), File("C:\\left.txt", script("drive"))),
     {"../../up.txt": KEPT, ABSOLUTE: KEPT, "../../left.txt": KEPT, "C:/left.txt": KEPT}, None, DONE),
    ("up.tar", tar_of(("../../up.txt", script("up")), (ABSOLUTE, script("root"))),
     {"../../up.txt": KEPT, ABSOLUTE: KEPT}, None, DONE),
    ("korean.zip", zip_of(File("방송/저녁 뉴스.txt".encode("cp949"), script("evening")),
                          File("방송/아침 뉴스.txt", script("morning"))),
     {"방송/저녁 뉴스.txt": KEPT, "방송/아침 뉴스.txt": KEPT}, None, DONE),
    ("neither.zip", zip_of(File(b"\xff\xfe\x80.txt", script("neither")), B), None, None, DONE),
    ("twice.zip", zip_of(A, File("a.txt", script("other")), B), BOTH, None, DONE),
    ("twice.tar", tar_of(("a.txt", script("first")), ("a.txt", script("other"))), {"a.txt": KEPT}, None, DONE),
    ("long.zip", zip_of(File("n" * 60_000 + ".txt", script("long")), File("d/" * 30_000 + "e.txt", script("deep"))),
     {"n" * 60_000 + ".txt": KEPT, "d/" * 30_000 + "e.txt": KEPT}, None, DONE),
    ("obeyed.zip", zip_of(File("\x1b]0;x\x07\u202etxt.zip", b"x"), File("a\nb\r\u2066.txt", script("first"))),
     None, None, REFUSED),
    ("nameless.zip", zip_of(File("", script("nameless")), File("/", script("root")), B), None, None, None),
    ("nul.tar", tar_of(("a\0b.txt", script("first"))), None, None, DONE),
    # what is no file
    ("links.tar", tar_of(special("s", tarfile.SYMTYPE, "../secret.txt"), special("h", tarfile.LNKTYPE, "../secret.txt"),
                         special("c", tarfile.CHRTYPE), special("b", tarfile.BLKTYPE), special("f", tarfile.FIFOTYPE),
                         ("s/a.txt", script("below"))),
     {"s": LINK, "h": LINK, "c": LINK, "b": LINK, "f": LINK, "s/a.txt": KEPT}, None, REFUSED),
    ("links.zip", zip_of(File("s", b"../secret.txt", STORED, mode=0o120777), A), {"s": LINK, "a.txt": KEPT}, None,
     REFUSED),
    # locked
    ("locked.zip", zip_of(File("l.txt", packed=bytes(40), size=28, crc=1, flags=1), A), {"l.txt": LOCKED, "a.txt": KEPT},
     None, REFUSED),
    ("locked-better.zip", zip_of(File("l.txt", packed=bytes(60), size=28, crc=0, flags=1, method=AES), A),
     {"l.txt": LOCKED, "a.txt": KEPT}, None, REFUSED),
    # lies
    ("says-little.zip", zip_of(File("l.txt", bytes(15 * MB), size=10), A), {"l.txt": BROKEN, "a.txt": KEPT}, None, FAILED),
    ("says-much.zip", zip_of(File("l.txt", script("short"), size=0xFFFFFF00), A), {"l.txt": LARGE, "a.txt": KEPT}, None,
     FAILED),
    ("says-more.zip", zip_of(File("l.txt", script("short"), size=900), A), {"l.txt": BROKEN, "a.txt": KEPT}, None, FAILED),
    ("other-sum.zip", zip_of(File("l.txt", script("short"), crc=7), A), {"l.txt": BROKEN, "a.txt": KEPT}, None, FAILED),
    ("no-method.zip", zip_of(File("l.txt", packed=b"abc", method=77, size=3), A), {"l.txt": BROKEN, "a.txt": KEPT}, None,
     FAILED),
    ("many-said.zip", zip_of(A, count=65_535), None, None, None),
    ("elsewhere.zip", zip_of(A, start=0x7FFFFFF0), {}, REST, FAILED),
    ("before.zip", zip_of(A, B, before=b"MZ" + bytes(3000)), BOTH, None, DONE),
    ("behind.zip", zip_of(A, B, comment=b"PK\5\6" * 900), None, None, None),
    ("says-much.tar", lies_in_tar(b"77777777777\0"), {"a.txt": KEPT, "b.txt": LARGE}, CUT_OFF, FAILED),
    ("says-more.tar", lies_in_tar(b"00000077777\0"), {"a.txt": KEPT}, REST, FAILED),
    ("says-less-than-none.tar", lies_in_tar(b"\xff" * 12), {"a.txt": KEPT}, REST, FAILED),
    ("says-words.tar", lies_in_tar(b"a lot of it\0"), None, None, None),
    ("other-sum.tar", tar_of(("a.txt", script("first"))) [:1024]
     + tar_of(("b.txt", script("second"))).replace(b"ustar", b"usual"), {"a.txt": KEPT}, REST, FAILED),
    # nothing, or something else
    ("empty.zip", b"", {}, REST, FAILED),
    ("empty.tar", b"", {}, REST, FAILED),
    ("none.zip", zip_of(), {}, REST, FAILED),
    ("none.tar", bytes(10_240), {}, None, DONE),
    ("words.tar", b"These are only words.\n" * 90, {}, REST, FAILED),
    ("words.tar.gz", b"These are only words.\n" * 90, None, None, FAILED),
    ("a-tar.zip", tar_of(("a.txt", script("first"))), {}, REST, FAILED),
    ("a-zip.tar", zip_of(A), {}, REST, FAILED),
    ("noise.tar.xz", b"\xfd7zXZ\0" + bytes(range(256)) * 20, {}, REST, FAILED),
]

CUT = {
    "cut.zip": zip_of(A, File("b.txt", script("second") * 30), File("c.txt", script("third"), STORED)),
    "cut.tar": tar_of(("a.txt", script("first")), ("b.txt", script("second") * 30), ("c.txt", script("third"))),
}
CUT["cut.tar.gz"] = gzip.compress(CUT["cut.tar"])
CUT["cut.tar.xz"] = lzma.compress(CUT["cut.tar"])


class Desk:
    """Deep in a folder of its own, so that what would climb out of the archive is seen."""

    def __init__(self, bulletin, folder):
        self.bulletin, self.folder = bulletin, folder
        self.place = os.path.join(folder, "deep", "down", "in")
        self.library = os.path.join(folder, "library", "l")
        os.makedirs(self.place)
        os.mkdir(os.path.dirname(self.library))
        with open(os.path.join(self.place, "..", "secret.txt"), "wb") as out:
            out.write(script(SECRET))

    def put(self, name, data):
        with open(os.path.join(self.place, name), "wb") as out:
            out.write(data)

    def names(self):
        """Of everything in the folder but the library."""
        return {os.path.join(base, name) for base, folders, files in os.walk(self.folder) for name in folders + files
                if not base.startswith(os.path.dirname(self.library))}

    def run(self, *words):
        """How it ended, what it said, and its memory."""
        out, err = (os.path.join(self.folder, name) for name in ("out", "err"))
        # Memory that is asked for and not used costs nothing, unless something writes into all of it.
        environment = {name: value for name, value in os.environ.items() if name != "MALLOC_PERTURB_"}
        with open(out, "wb") as to, open(err, "wb") as errors:
            child = subprocess.Popen([self.bulletin, *words, "--library", self.library], cwd=self.place, stdout=to,
                                     stderr=errors, env=environment)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        with open(out, encoding="utf-8") as said, open(err, encoding="utf-8") as errors:
            return child.returncode, said.read(), errors.read(), usage.ru_maxrss * 1024


class Told:
    """What was told of an archive."""

    def __init__(self, name, said, errors):
        rows = [json.loads(line) for line in said.splitlines()]
        self.kept = [row["path"][len(name) + 1:] for row in rows]
        self.uids = {row["uid"] for row in rows}
        self.errors, self.rest = {}, None
        for error in errors.split("bulletin: ")[1:]:
            path, _, words = error.strip().partition(": ")
            if path.startswith(name + "/"):
                self.errors[path[len(name) + 1:]] = words
            else:
                self.rest = error.strip()


def faults_of_files(told, taken):
    kept = {name for name, words in taken.items() if words == KEPT}
    if set(told.kept) != kept:
        yield f"kept {[name[:60] for name in told.kept]}"
    if set(told.errors) != set(taken) - kept:
        yield f"refused {[name[:60] for name in told.errors]}"
    for name, words in taken.items():
        if words != KEPT and words not in told.errors.get(name, ""):
            yield f"{name}: {told.errors.get(name)}"


def faults_of(told, taken, rest, status, done):
    ended, said, errors, memory = done
    if ended not in ((status,) if status is not None else (DONE, FAILED, REFUSED)):
        yield f"ended with {ended}"
    if memory > MOST_MEMORY:
        yield f"took {memory // MB} MB"
    if SECRET in said or OBEYED.search(errors):
        yield "what is shown should not be"
    if taken is not None:
        yield from faults_of_files(told, taken)
    if taken is not None and (told.rest is None) != (rest is None) or rest is not None and rest not in told.rest:
        yield f"of the rest is said: {told.rest}"
    for words in [*told.errors.values(), *([told.rest] if told.rest else [])]:
        if not DO.search(words):
            yield f"what to do is not said: {words}"


def check(desk, name, data, taken, rest, status):
    desk.put(name, data)
    before = desk.names()
    done = desk.run("import", name, "--json")
    told = Told(name, done[1], done[2])
    faults = list(faults_of(told, taken, rest, status, done))
    if desk.names() - before - {os.path.join(desk.folder, "out"), os.path.join(desk.folder, "err")}:
        faults.append("something was written")
    os.remove(os.path.join(desk.place, name))
    for fault in faults:
        print(f"not ok {name}: {fault}", flush=True)
    return not faults


def check_cut(desk, name, data):
    """Cut anywhere, it gives whole files or none of them, and says that it is not all."""
    desk.put(name, data)
    _, said, errors, _ = desk.run("import", name, "--json")
    whole = Told(name, said, errors)
    os.remove(os.path.join(desk.place, name))
    folder = os.path.join(desk.place, "cut")
    os.mkdir(folder)
    step = max(len(data) // 32, 1)
    cuts = {*range(0, len(data), step), *range(max(len(data) - 12, 0), len(data))}
    for at in cuts:
        desk.put(f"cut/{at}.{name}", data[:at])
    ended, said, errors, _ = desk.run("import", "cut", "--json")
    faults = [] if ended == FAILED else [f"ended with {ended}"]
    told = [(at, Told(f"cut/{at}.{name}", "\n".join(line for line in said.splitlines() if f'"cut/{at}.{name}/' in line),
                      errors_of(errors, f"cut/{at}.{name}"))) for at in cuts]
    for at, one in told:
        if not one.uids <= whole.uids:
            faults.append(f"cut at {at}: a story by half")
        if not (one.rest or one.errors) and one.kept != whole.kept:
            faults.append(f"cut at {at}: kept {one.kept} and said nothing")
        os.remove(os.path.join(folder, f"{at}.{name}"))
    os.rmdir(folder)
    for fault in faults:
        print(f"not ok {name}: {fault}", flush=True)
    return not faults


def errors_of(errors, path):
    return "".join("bulletin: " + error for error in errors.split("bulletin: ")[1:]
                   if error.startswith(path + "/") or f"“{path}”" in error)


def main():
    desk_of = {"dir": "/dev/shm"} if os.path.isdir("/dev/shm") else {}
    well = []
    with tempfile.TemporaryDirectory(prefix="bulletin-archives-", **desk_of) as folder:
        desk = Desk(os.path.abspath(sys.argv[1]), folder)
        for case in CASES:
            if case[0] in sys.argv[2:] or not sys.argv[2:]:
                well.append(check(desk, *case))
        for name, data in CUT.items():
            if name in sys.argv[2:] or not sys.argv[2:]:
                well.append(check_cut(desk, name, data))
        ended, said, _, _ = desk.run("fsck")
        with open(desk.library, "rb") as library:
            well.append(ended == 0 and SECRET.encode() not in library.read() and not os.path.exists(ABSOLUTE))
        if not well[-1]:
            print(f"not ok: the library, or what is beside it: {said}")
    print(f"{sum(well)} of {len(well)} are well")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
