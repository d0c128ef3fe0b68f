"""The log of this computer, in a file of its own that is rotated; what is written there is masked."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from fieldkit.domain.masking import LAYOUT, MaskingFormatter
from fieldkit.host._errors import folder_errors
from fieldkit.host.files import erase

_FILE: Final = "fieldkit.log"
_MAX_BYTES: Final = 1 << 20
_KEPT: Final = 5
_TALKATIVE: Final = ("httpx", "httpcore", "hpack", "keyring", "sqlalchemy", "alembic")


def open_log(folder: Path) -> logging.Handler:
    """Write the root logger to a rotating file in this folder. The caller closes the handler at the end."""
    with folder_errors():
        handler = RotatingFileHandler(folder / _FILE, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(MaskingFormatter(LAYOUT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def forget_log(folder: Path) -> None:
    """Erase what was written here; the next line begins a file of its own."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename).parent == folder.absolute():
            # A closed one opens its file again for the next line; Windows erases none that is open.
            handler.close()
    erase(folder.glob(f"{_FILE}*"))
