"""Where facts about a person are written down."""

from __future__ import annotations

from fieldkit.domain.areas import home_of
from fieldkit.store.unit import Unit


def place_of(unit: Unit, resident_id: str) -> str | None:
    """The area of a resident's row, or its regency once the person has left that; None where nobody is known."""
    found = unit.row("SELECT area, regency FROM resident WHERE id = ?", resident_id)
    return home_of(*found) if found else None
