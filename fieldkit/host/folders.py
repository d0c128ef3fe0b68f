"""Where FieldKit keeps its files; readable by this user only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fieldkit.host._errors import folder_errors

_OWNER_ONLY = 0o700
_OTHERS_NOTHING = 0o077
_APP = "FieldKit"


@dataclass(frozen=True)
class Folders:
    """The folders of one installation."""

    data: Path
    """Database, settings, wrapped key."""
    backups: Path
    documents: Path
    """Reports that a person asked for."""
    logs: Path

    @property
    def templates(self) -> Path:
        """Templates of documents that the office put there instead of the built-in ones; may be missing."""
        return self.data / "templates"


def open_folders(root: Path | None = None) -> Folders:
    """The folders of this user, or those under a given root; made where they are missing."""
    os.umask(_OTHERS_NOTHING)
    folders = folders_of(root)
    with folder_errors():
        for folder in (folders.data, folders.backups, folders.documents, folders.logs):
            folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    return folders


def folders_of(root: Path | None) -> Folders:
    """Where they are, or would be; none is made."""
    return folders_under(root) if root else _of_this_user()


def is_usable(path: Path) -> bool:
    """Whether this account can read and write a folder or file."""
    return os.access(path, os.R_OK | os.W_OK)


def is_open_to_others(path: Path) -> bool:
    """Whether other accounts of this computer can read it, as far as the system tells: Windows does not here."""
    return os.name != "nt" and bool(path.stat().st_mode & _OTHERS_NOTHING)


def folders_under(root: Path) -> Folders:
    """Where the folders under a given root are, or would be; none is made."""
    return Folders(root, root / "backups", root / "documents", root / "logs")


def _of_this_user() -> Folders:
    import platformdirs

    data = platformdirs.user_data_path(_APP, appauthor=False)
    return Folders(
        data=data,
        backups=data / "backups",
        documents=platformdirs.user_documents_path() / _APP,
        logs=platformdirs.user_log_path(_APP, appauthor=False),
    )
