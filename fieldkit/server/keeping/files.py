"""Files that the centre writes: each is the old one or the new one, whenever the power goes. The laptop has the same in
its own house (`fieldkit/host/files.py`), which the centre does not know.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_OWNER_ONLY: Final = 0o600
_AS_OTHER_FILES: Final = 0o666
"""Whatever this account lets others do."""


@contextmanager
def put_in_place(path: Path, mode: int = _OWNER_ONLY) -> Iterator[Path]:
    """A file beside the place of this one, to be filled; it takes the name at the end, and both are on the disk then.

    OSError leaves what was there.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(path)
        _settle(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file, which holds nothing that others may not read."""
    with put_in_place(path, _AS_OTHER_FILES) as part:
        part.write_bytes(content)


def _settle(folder: Path) -> None:
    """Make the new name itself durable; Windows has no handle for folders and does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
