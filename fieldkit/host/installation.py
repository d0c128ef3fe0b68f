"""The name under which this installation keeps its key in the keyring; not a secret, and not in the settings.

It stands beside the database, so that damaged settings never part a database from its key.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from fieldkit.host._errors import folder_errors
from fieldkit.host.files import set_aside, write_whole

_FILE = "installation"
_SHAPE = re.compile(r"[0-9a-f]{32}\Z")


def forget_installation(data: Path) -> None:
    """Give up the name, once nothing is kept under it any more."""
    with folder_errors():
        (data / _FILE).unlink(missing_ok=True)


def installation_id(data: Path) -> str:
    """The name of the installation in this data folder, given on first use and then kept."""
    path = data / _FILE
    with folder_errors():
        known = path.read_text("ascii", errors="replace").strip() if path.exists() else ""
    if _SHAPE.match(known):
        return known
    if known:
        set_aside(path)
    fresh = secrets.token_hex(16)
    write_whole(path, fresh.encode("ascii"))
    return fresh
