"""Sex as it stands on the family card."""

from __future__ import annotations

from enum import StrEnum


class Sex(StrEnum):
    """Male or female."""

    MALE = "male"
    FEMALE = "female"
