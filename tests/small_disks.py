"""Real disks for tests that want one full or shut: a small file system of its own where that is permitted."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(where: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own at a folder; the test is skipped where the system lets nobody mount one."""
    where.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(where)]
    if os.name == "nt" or os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nobody may mount a disk here")
    try:
        yield where
    finally:
        subprocess.run(["umount", "-l", str(where)], check=True)


@contextmanager
def filled(disk: Path, *, but_bytes: int = 0) -> Iterator[None]:
    """Not a byte is left on the disk for a while, or no more than so many."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        file.write(bytes(shutil.disk_usage(disk).free - but_bytes))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def shut(disk: Path) -> Iterator[None]:
    """Nothing can be written on the disk for a while."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
