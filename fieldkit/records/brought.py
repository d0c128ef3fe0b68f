"""Files that somebody brings: read whole within a limit, and nothing that only looks like a file."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def brought_bytes(path: Path, most_bytes: int) -> bytes | None:
    """The content; None where it is more. OSError where it can not be read, or is a pipe or a device without end."""
    with os.fdopen(os.open(path, _READ), "rb") as file:
        told = os.fstat(file.fileno())
        if not stat.S_ISREG(told.st_mode):
            raise OSError(errno.EINVAL, "no file")
        # One more than is allowed: it may grow while it is read.
        content = file.read(min(told.st_size, most_bytes) + 1)
    return content if len(content) <= min(told.st_size, most_bytes) else None
