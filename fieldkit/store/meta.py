"""What this laptop knows of itself: origin, last number, chain, clock, epoch, centre."""

from __future__ import annotations

from typing import Final, NamedTuple

from fieldkit.domain.identifiers import Origin
from fieldkit.domain.stamp import Stamp
from fieldkit.records.journal import genesis
from fieldkit.store.database import Database

UNENROLLED: Final = Origin("0000-P0.1")
"""Origin of a laptop before its enrolment: practice only, its work is never sent."""

_HEAD: Final = ("origin", "last_number", "stamp", "chain")
_PUT: Final = "INSERT INTO meta (key, value) VALUES"
_OR_SET: Final = "ON CONFLICT (key) DO UPDATE SET value = excluded.value"


class Head(NamedTuple):
    """The end of this laptop's journal: number, stamp and chain hash of the last own change."""

    origin: Origin
    number: int
    stamp: Stamp
    chain: bytes


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
        self._database.run(f"{_PUT} (?, ?) {_OR_SET}", key, str(value))

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
    def epoch(self) -> int:
        """The epoch of the centre that the versions belong to."""
        return int(self.get("epoch", "0"))

    @property
    def head(self) -> Head:
        """Where the journal of this laptop stands, in one reading."""
        known = dict(self._database.rows("SELECT key, value FROM meta WHERE key IN (?, ?, ?, ?)", *_HEAD))
        origin = Origin(known.get("origin", UNENROLLED))
        chain = bytes.fromhex(known.get("chain", "")) or genesis(origin)
        return Head(origin, int(known.get("last_number", 0)), Stamp(int(known.get("stamp", 0))), chain)

    def advance(self, head: Head) -> None:
        """Note the last change of the journal."""
        values = ("last_number", str(head.number), "stamp", str(int(head.stamp)), "chain", head.chain.hex())
        self._database.run(f"{_PUT} (?, ?), (?, ?), (?, ?) {_OR_SET}", *values)
