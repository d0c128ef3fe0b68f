"""Which versions of what are at work here."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import sqlcipher3.dbapi2 as sqlite

from fieldkit import __version__
from fieldkit.host.shipped import shipped_parts
from fieldkit.records.wire import PROTOCOL
from fieldkit.store.database import SCHEMA_VERSION, Database

_QT = "PySide6-Essentials"


def installed(database: Database | None) -> dict[str, str]:
    """By name; what only an open database tells is empty without one."""
    return {
        "fieldkit": __version__,
        "protocol": str(PROTOCOL),
        "schema": str(SCHEMA_VERSION),
        "schema_of_data": str(database.version) if database is not None else "",
        "sqlite": sqlite.sqlite_version,
        "sqlcipher": str(database.value("PRAGMA cipher_version")) if database is not None else "",
        "qt": _qt_version(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "packed": "yes" if getattr(sys, "frozen", False) else "no",
    }


def _qt_version() -> str:
    """From the list of what ships where the program is packed: its parts are no packages any more."""
    try:
        return version(_QT)
    except PackageNotFoundError:
        names = {_QT.lower(): "", **{part.name.lower(): part.version for part in shipped_parts()}}
        return names[_QT.lower()]
