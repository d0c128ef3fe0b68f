"""Where the files that travel with the program are: in the tree, in a wheel, or in the installer."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_dir() -> Path:
    """Fonts, translations, document templates, region codes."""
    return _base() / "resources"


def migrations_dir() -> Path:
    """The two chains of database revisions, `laptop` and `centre`."""
    return _base() / "migrations"


def _base() -> Path:
    # PyInstaller unpacks beside the program; a wheel carries the folders inside the package.
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked)
    carried = _PACKAGE / "_data"
    return carried if carried.is_dir() else _PACKAGE.parent
