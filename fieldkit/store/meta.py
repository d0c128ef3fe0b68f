"""What this laptop knows of itself: origin, last number, chain, clock, epoch, centre."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.identifiers import Origin
from fieldkit.domain.stamp import Stamp
from fieldkit.store.database import Database

UNENROLLED: Final = Origin("0000-P0.1")
"""Origin of a laptop before its enrolment: practice only, its work is never sent."""


class Meta:
    """Typed view of the meta table; every property reads the database, so two views never disagree."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: str = "") -> str:
        """A value by name."""
        found = self._database.value("SELECT value FROM meta WHERE key = ?", key)
        return default if found is None else str(found)

    def put(self, key: str, value: object) -> None:
        """Set a value, inside the caller's transaction."""
        self._database.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, str(value))

    @property
    def origin(self) -> Origin:
        """The laptop and its incarnation."""
        return Origin(self.get("origin", UNENROLLED))

    @property
    def is_enrolled(self) -> bool:
        """Whether a centre has taken this laptop in."""
        return self.origin != UNENROLLED

    @property
    def regency(self) -> str:
        """Code of the regency that this laptop belongs to."""
        return self.get("regency")

    @property
    def last_number(self) -> int:
        """Number of the last own change."""
        return int(self.get("last_number", "0"))

    @property
    def stamp(self) -> Stamp:
        """The last stamp given or heard of."""
        return Stamp(int(self.get("stamp", "0")))

    @property
    def chain(self) -> bytes:
        """Chain hash after the last own change; empty before the first."""
        return bytes.fromhex(self.get("chain"))

    @property
    def epoch(self) -> int:
        """The epoch of the centre that the versions belong to."""
        return int(self.get("epoch", "0"))

    def advance(self, number: int, stamp: Stamp, chain: bytes) -> None:
        """Note the last change of the journal."""
        self.put("last_number", number)
        self.put("stamp", int(stamp))
        self.put("chain", chain.hex())
