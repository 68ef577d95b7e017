# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder to work in, in memory where that can be: what is tried here does not need a disk."""
import os
import tempfile


def folder(name):
    memory = "/dev/shm"
    return tempfile.TemporaryDirectory(prefix=f"bulletin-{name}-", dir=memory if os.path.isdir(memory) else None)
