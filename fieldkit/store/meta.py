"""What this laptop knows of itself: origin, last number, chain, clock, epoch, centre."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, NamedTuple

import msgspec

from fieldkit.domain.identifiers import Origin
from fieldkit.domain.stamp import Stamp, observed
from fieldkit.records.journal import genesis, read_header
from fieldkit.store.database import Database

UNENROLLED: Final = Origin("0000-P0.1")
"""Origin of a laptop before its enrolment: practice only, its work is never sent."""
SERIES_LETTERS: Final = "series_letters"
"""Meta key of the letters before the numbers of a laptop that was restored; another may go on from the same backup."""
USB_RECEIVER: Final = "usb_receiver"
"""Meta key of the centre's key that USB bundles are sealed to."""

_PUT: Final = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_LAST_ENTRY: Final = (
    "SELECT number, CAST(header AS BLOB), CAST(chain AS BLOB) FROM journal "
    "WHERE origin = ? ORDER BY number DESC LIMIT 1"
)


class Head(NamedTuple):
    """The end of this laptop's journal: number, stamp and chain hash of the last own change."""

    origin: Origin
    number: int
    stamp: Stamp
    chain: bytes


class Meta:
    """Typed view of the meta table and of the journal's end; every property reads, so two views never disagree."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: str = "") -> str:
        """A value by name."""
        found = self._database.value("SELECT value FROM meta WHERE key = ?", key)
        return default if found is None else str(found)

    def put(self, key: str, value: object) -> None:
        """Set a value, inside the caller's transaction."""
        self._database.run(_PUT, key, str(value))

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
        return self.head.number

    @property
    def stamp(self) -> Stamp:
        """The last stamp heard of from the centre."""
        return Stamp(int(self.get("stamp", "0")))

    @property
    def epoch(self) -> int:
        """The epoch of the centre that the versions belong to."""
        return int(self.get("epoch", "0"))

    @property
    def head(self) -> Head:
        """Where the own journal stands: what its last entry says, and no stamp before one that was heard of."""
        known = dict(self._database.rows("SELECT key, value FROM meta WHERE key IN ('origin', 'stamp')"))
        origin, stamp = Origin(known.get("origin", UNENROLLED)), Stamp(int(known.get("stamp", 0)))
        last = self._database.row(_LAST_ENTRY, origin)
        if last is None:
            return Head(origin, 0, stamp, genesis(origin))
        number, header, chain = last
        # Also behind an entry that somebody made unreadable work goes on; the office is told of it.
        with suppress(msgspec.MsgspecError):
            stamp = observed(stamp, Stamp(read_header(header).stamp))
        return Head(origin, number, stamp, chain)
