"""What the played day comes to: figures, the rows of both ends side by side, the chain."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import dataclass
from typing import Final

import msgspec

from fieldkit.demo.day import PracticeDay
from fieldkit.demo.office import JATI
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.stock.movements import MovementKind
from fieldkit.records.declaration import Table
from fieldkit.records.tables import TABLES
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.syncing.outgoing import count_waiting

_ON_LIST_IN_JATI: Final = 1_024


@dataclass
class Played:
    """What the hands did, counted while they did it: what the figures are held against."""

    registered: int = 0
    recorded: int = 0
    recorded_of_list: int = 0
    printed: int = 0
    spoiled: int = 0


class Proof(msgspec.Struct, frozen=True):
    """The last line of the play."""

    registered: int
    recorded: int
    list_left: int
    blanks_used: int
    changes_sent: int
    changes_waiting: int
    centre_rows_equal: bool
    chain_verified: bool
    seconds: float

    def as_json(self) -> str:
        """One line."""
        return msgspec.json.encode(self).decode()


def prove(day: PracticeDay, seconds: float) -> Proof:
    """The figures of the laptop, and whether the centre holds the same rows."""
    ask = day.store.query
    different = different_tables(day)
    for name in different:
        print(f"not the same at both ends: {name}", file=sys.stderr)  # noqa: T201 - for whoever looks for the reason
    return Proof(
        registered=ask(_count, "SELECT count(*) FROM service_request"),
        recorded=ask(_count, "SELECT count(*) FROM request_state WHERE state = ?", RequestState.RECORDED),
        list_left=ask(list_counts, JATI).left,
        blanks_used=ask(_count, _QUANTITY, MovementKind.PRINT_USE),
        changes_sent=ask(_count, "SELECT count(*) FROM journal WHERE verdict IS NOT NULL"),
        changes_waiting=ask(count_waiting),
        centre_rows_equal=not different,
        # A day of honest work has to look honest, or every laptop would alarm its office.
        chain_verified=ask(chain_is_whole) and not look_through(day.store),
        seconds=round(seconds, 1),
    )


def as_it_must_be(proof: Proof, played: Played) -> bool:
    """Whether the figures are those of the play, and nothing waits or differs."""
    wanted = (played.registered, played.recorded, _ON_LIST_IN_JATI - played.recorded_of_list)
    told = (proof.registered, proof.recorded, proof.list_left)
    is_home = proof.changes_waiting == 0 and proof.centre_rows_equal and proof.chain_verified
    return told == wanted and proof.blanks_used == played.printed and is_home


def different_tables(day: PracticeDay) -> list[str]:
    """Names of the travelling tables whose rows are not the same at the centre and here."""
    there = sqlite3.connect(f"{day.centre.database_file.as_uri()}?mode=ro", uri=True)
    try:
        return [table.name for table in TABLES if _there(there, table) != day.store.query(_here, table)]
    finally:
        there.close()


_QUANTITY: Final = "SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE kind = ?"


def _rows_of(table: Table) -> str:
    names = ("id", "regency", "area", "version", *(column.name for column in table.columns))
    return f"SELECT {', '.join(names)} FROM {table.name} ORDER BY id"


def _there(centre: sqlite3.Connection, table: Table) -> list[tuple[object, ...]]:
    return centre.execute(_rows_of(table)).fetchall()


def _here(database: Database, table: Table) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database.rows(_rows_of(table))]


def _count(database: Database, sql: str, *values: object) -> int:
    return int(database.value(sql, *values))
