"""The words that an option of a command takes."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What the lines of a file are."""

    REGISTRATIONS = "registrations"
    RESIDENTS = "residents"
