"""Where the files of tests lie: in memory, where the system has room there, since no test waits for a power cut."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")
_ROOM_BYTES = 4 << 30
"""What all workers together may need; a container often has much less."""


@cache
def quick_folder() -> Path:
    """A commit to a disk waits for milliseconds, and the tests make some hundred thousand; a kill loses as little."""
    if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free >= _ROOM_BYTES:
        return _IN_MEMORY
    return Path(tempfile.gettempdir())
