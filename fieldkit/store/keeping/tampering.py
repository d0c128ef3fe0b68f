"""The look through a laptop's database for what somebody wrote past FieldKit, piece by piece, and what is done then.

First whether the journal was cut at its end, then the whole chain, own rows beside the journal, sealed rows, and
derived states. What was found is told to the office as the first change of a new origin; own rows say again what the
journal says, and what the centre said is fetched afresh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import msgspec

from fieldkit import __version__
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.store.database import Database
from fieldkit.store.incarnation import go_on_from_tampering, own_origins
from fieldkit.store.integrity.anchor import cut_at, lay_anchor
from fieldkit.store.integrity.journal import Break, Place, look_on, note_broken
from fieldkit.store.integrity.seals import Block, Forged, blocks, forged_in, marked, seal
from fieldkit.store.integrity.states import DERIVED, put_back, rederived, unlike_journal
from fieldkit.store.integrity.told import Tampering
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store
from fieldkit.store.syncing.comparing import compare_soon
from fieldkit.store.unit import Unit

_CHANGES_AT_ONCE: Final = 1_000
_ROWS_AT_ONCE: Final = 300
_BLOCKS_AT_ONCE: Final = 2
_MOST_NAMED: Final = 50
_DERIVED_BY: Final = "derived_by"
"""Meta key of the version of FieldKit that last looked through what is derived."""
_LOOKED_AT: Final = "looked_at"
"""Meta key of when a look last came to its end, in ms."""
_AGAIN_AFTER_MS: Final = 3_600_000
"""A laptop that syncs by the clock every few minutes does not look as often."""


@dataclass
class Found:
    """What one look has found so far."""

    breaks: list[Break] = field(default_factory=list)
    cut: tuple[str, int] | None = None
    own: list[Forged] = field(default_factory=list)
    """Rows that the journal can put right."""
    sealed: list[Forged] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    derived: list[Forged] = field(default_factory=list)

    def told(self) -> Tampering:
        """The same in short."""
        own, sealed = _counted(self.own), _counted(self.sealed)
        rows = {*self.own, *self.sealed, *self.derived}
        return Tampering(
            {each.origin: each.number for each in self.breaks},
            dict([self.cut] if self.cut else []),
            # A row that both tell of is counted once; of what is gone a seal knows the place alone.
            dict((own | sealed) + _counted(self.derived)),
            sorted({f"{each.table} {each.row}" for each in rows if each.row})[:_MOST_NAMED],
        )


def _counted(rows: Iterable[Forged]) -> Counter[str]:
    return Counter(f"{each.table} {each.how}" for each in rows)


class Look:
    """One look through the database; `step` does a piece of it and says whether there is more."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.found = Found()
        self._pieces = self._all_pieces()

    def step(self) -> bool:
        """Do the next piece, in some milliseconds; False once all is done and told."""
        return next(self._pieces, None) is not None

    def _all_pieces(self) -> Iterator[bool]:
        self.found.cut = self._store.query(cut_at)
        yield True
        for piece in (self._journal, self._own_rows, self._sealed_rows, self._derived):
            yield from piece()
        told = self.found.told()
        if told and self._store.meta.is_enrolled:
            self._store.execute(_tell, self.found, told)
            self._store.query(lay_anchor)
        self._store.write_local(_note_look, now_ms(self._store.clock))
        yield True

    def _journal(self) -> Iterator[bool]:
        place: Place | None = Place()
        origins = self._store.query(own_origins)
        while place is not None:
            place, broken = self._store.query(look_on, place, _CHANGES_AT_ONCE)
            if broken is not None:
                self.found.breaks.append(broken)
            if origins != self._store.query(own_origins):
                # Work moved to another origin meanwhile: from the beginning.
                place, origins, self.found.breaks = Place(), self._store.query(own_origins), []
            yield True

    def _own_rows(self) -> Iterator[bool]:
        # What a broken journal says of a row is worth no more than the row.
        for origin in self._store.query(own_origins) if not self.found.breaks else ():
            after: int | None = 0
            while after is not None:
                # Row and journal are read in one step: another FieldKit may write into the same file.
                after, forged = self._store.write_local(unlike_journal, origin, after, _ROWS_AT_ONCE)
                self.found.own += forged
                yield True

    def _sealed_rows(self) -> Iterator[bool]:
        known = self._store.query(blocks)
        for first in range(0, len(known), _BLOCKS_AT_ONCE):
            for block in known[first : first + _BLOCKS_AT_ONCE]:
                forged = self._store.write_local(forged_in, block)
                if forged:
                    self.found.sealed += forged
                    self.found.blocks.append(block)
            yield True

    def _derived(self) -> Iterator[bool]:
        if self.found.own or self.found.sealed:
            # From rows that say nonsense nothing can be derived: first they are put right.
            return
        # Another FieldKit may have derived otherwise.
        is_told = self._store.meta.get(_DERIVED_BY) == __version__
        for kind in DERIVED:
            after: str | None = ""
            while after is not None:
                after, forged = self._store.write_local(rederived, kind, after, _ROWS_AT_ONCE)
                self.found.derived += forged if is_told else []
                yield True
        if not is_told:
            self._store.write_local(_note_program)


def _note_program(database: Database) -> None:
    Meta(database).put(_DERIVED_BY, __version__)


def _note_look(database: Database, at_ms: int) -> None:
    Meta(database).put(_LOOKED_AT, at_ms)


def look_if_due(store: Store) -> None:
    """The whole look at once, unless one was made within the hour and the journal has its end."""
    ago_ms = now_ms(store.clock) - int(store.meta.get(_LOOKED_AT, "0"))
    # A clock that was set back since tells nothing of how long ago that was. What is cut off has to be found before
    # the journal's end is noted anew.
    if not 0 <= ago_ms < _AGAIN_AFTER_MS or store.query(cut_at) is not None:
        look_through(store)


def look_through(store: Store) -> Tampering:
    """The whole look at once, for whoever can wait: what was found, and told to the office."""
    look = Look(store)
    while look.step():
        pass
    return look.found.told()


def seal_some(store: Store, most: int = _BLOCKS_AT_ONCE) -> bool:
    """Seal what was written since, and note where the journal ends; whether there is more."""
    waiting = store.query(marked, most)
    for block in waiting:
        store.write_local(seal, block)
    if not waiting:
        store.query(lay_anchor)
    return bool(waiting)


def _tell(unit: Unit, found: Found, told: Tampering) -> None:
    """Put right what can be, and tell the office."""
    for forged in found.own:
        unit.write_local(put_back, forged)
    # What was put back is found again by its name; a row that was gone has another place now.
    unit.touched.unindexed |= {forged.row for forged in found.own if forged.table == RESIDENT.name}
    for block in found.blocks:
        unit.write_local(seal, block)
    if found.sealed:
        unit.write_local(compare_soon)
    for broken in found.breaks:
        unit.write_local(note_broken, broken.origin, broken.number)
    # A cut may go through a command, of which the centre takes no half.
    go_on_from_tampering(unit, msgspec.json.encode(told).decode(), dict.fromkeys(told.cut, 1) | told.broken)
