#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends an import as Ctrl+C does, goes on with it, and looks at how it tells a terminal where it is.

interrupt-import.py BULLETIN
"""
import os
import pty
import signal
import subprocess
import sys
import tarfile
import tempfile

N_SCRIPTS = 900


def fill(folder):
    os.mkdir(folder)
    for i in range(N_SCRIPTS):
        with open(os.path.join(folder, f"{i:04}.txt"), "w", encoding="utf-8") as script:
            script.write(f"[Anchor]\nFerry number {i} sails.\n")


def kept(said):
    return [line.split(b"  ")[0] for line in said.splitlines() if b": (no headline)" in line]


def interrupt(command):
    """Ends it once it has told of a story; what it says on the terminal's end and otherwise."""
    terminal, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs) as child:
        os.close(theirs)
        first = child.stdout.readline()
        child.send_signal(signal.SIGINT)
        said = first + child.stdout.read()
        status = child.wait()
    told = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            piece = b""
        if not piece:
            break
        told += piece
    os.close(terminal)
    return status, said, told


def main():
    bulletin = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        os.chdir(folder)
        fill("scripts")
        command = [bulletin, "import", "scripts", "--library", "l"]
        status, said, told = interrupt(command)
        before = kept(said)
        assert status == 130, (status, told)
        assert 0 < len(before) < N_SCRIPTS, len(before)
        assert b"same command again" in told, told
        listed = subprocess.run([bulletin, "list", "--library", "l"], check=True, capture_output=True).stdout
        assert len(listed.splitlines()) >= len(before), listed
        assert f"{len(before)} kept, 0 already there.".encode() in said, said[-200:]
        again = subprocess.run(command, check=True, capture_output=True)
        assert f"{N_SCRIPTS - len(before)} kept, {len(before)} already there.".encode() in again.stdout
        assert again.stderr == b"", again.stderr
        assert kept(again.stdout)[: len(before)] == before
        # How many more an archive would have had, nobody knows.
        with tarfile.open("scripts.tar", "w") as archive:
            archive.add("scripts")
        status, said, told = interrupt([bulletin, "import", "scripts.tar", "--library", "packed"])
        assert status == 130, (status, told)
        assert 0 < len(kept(said)) < N_SCRIPTS, len(kept(said))
        assert f"Stopped behind {len(kept(said))} files.".encode() in told, told
        # Whoever is out of reach of Ctrl+C stays so.
        deaf = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *command]
        status, said, _ = interrupt(deaf)
        assert status == 0 and len(kept(said)) == N_SCRIPTS, status


if __name__ == "__main__":
    main()
