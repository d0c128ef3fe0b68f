"""A case about contested values: what stands against what, and whether the row is here to take one of them."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.identifiers import Origin, device_prefix
from fieldkit.records.clash import Said, decoded_details
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """A value with the name of who wrote it and the laptop; empty where it is not known. The instant is UTC."""

    value: str
    user: str
    laptop: str
    at: str


@dataclass(frozen=True, slots=True, repr=False)
class ContestedField:
    """One field of a resident, by its column: the value in use, and the one that is proposed."""

    field: str
    current: Side
    proposed: Side


@dataclass(frozen=True, slots=True, repr=False)
class Contested:
    """The fields of a resident that a case is about."""

    resident_id: str
    fields: tuple[ContestedField, ...]


def contested(database: Database, case_id: str) -> Contested | None:
    """What stands against what; None where the case does not tell, or the resident is not on this laptop."""
    row = database.row(
        "SELECT r.id, c.details FROM case_file c JOIN resident r ON r.id = c.subject WHERE c.id = ?", case_id
    )
    clashes = decoded_details(row[1]).clashes if row else []
    if row is None or not clashes:
        return None
    fields = [
        ContestedField(each.field, _side(database, each.current), _side(database, each.proposed)) for each in clashes
    ]
    return Contested(row[0], tuple(fields))


def _side(database: Database, said: Said) -> Side:
    name = database.value("SELECT name FROM app_user WHERE id = ?", said.user)
    laptop = device_prefix(Origin(said.origin)) if said.origin else ""
    return Side("" if said.value is None else str(said.value), str(name or ""), laptop, said.at)
