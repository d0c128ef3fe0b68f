"""Folders in which a broken laptop's database lies as a copy while the office looks into it.

Each is named for the process that uses it: what a killed one left is found, and what is in use is left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from fieldkit.host._errors import folder_errors
from fieldkit.host.folders import Folders

_PREFIX: Final = "rescue-"


def new_rescue_folder(folders: Folders) -> Path:
    """An empty folder for this process alone."""
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=folders.data))


def clear_left_rescues(folders: Folders) -> None:
    """Remove what killed processes left; StoreError where that can not be."""
    _remove([path for path in _rescues_in(folders) if not _is_in_use(path)])


def clear_all_rescues(folders: Folders) -> None:
    """Remove all of it, whoever uses it; StoreError where that can not be."""
    _remove(_rescues_in(folders))


def _rescues_in(folders: Folders) -> list[Path]:
    return [path for path in folders.data.glob(f"{_PREFIX}*") if path.is_dir()]


def _is_in_use(path: Path) -> bool:
    """Whether its process runs; of an older program's folder nobody knows, and it is taken for left."""
    import psutil  # late: no start waits for it where nothing was left

    number = path.name.removeprefix(_PREFIX).partition("-")[0]
    return number.isdecimal() and psutil.pid_exists(int(number))


def _remove(paths: list[Path]) -> None:
    with folder_errors():
        for path in paths:
            shutil.rmtree(path)
