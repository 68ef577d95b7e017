#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether bulletin-1.rng is what bulletin-1.rnc gives, and a second validator agrees with it.

check-schema.py RNC RNG [FILE.xml ...]: a file whose name begins with "bad-rng" must be refused by
the grammar, any other must pass. Without trang, or jing, that part is left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def check_conversion(rnc, rng):
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made.rng")
        subprocess.run(["trang", rnc, made], check=True)
        with open(made, "rb") as new, open(rng, "rb") as old:
            if new.read() == old.read():
                return True
    print(f"{rng} is not what {rnc} gives: run trang {rnc} {rng}")
    return False


def check_file(rng, path):
    run = subprocess.run(["jing", rng, path], capture_output=True, text=True)
    wanted = os.path.basename(path).startswith("bad-rng")
    if (run.returncode != 0) == wanted:
        return True
    print(f"{path}: {'passes and must not' if wanted else run.stdout + run.stderr}")
    return False


def main():
    rnc, rng, *files = sys.argv[1:]
    ok = True
    ran = False
    if shutil.which("trang"):
        ran = True
        ok = check_conversion(rnc, rng)
    if shutil.which("jing"):
        ran = True
        for path in files:
            ok = check_file(rng, path) and ok
    if not ran:
        return SKIPPED
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
