"""Room on the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

from fieldkit.host._errors import folder_errors


def free_bytes(path: Path) -> int:
    """Free bytes on the disk that holds a path, which need not exist yet."""
    with folder_errors():
        there = path.absolute()
        while not there.exists():
            there = there.parent
        return shutil.disk_usage(there).free
