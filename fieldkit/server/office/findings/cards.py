"""Cards that were handed over, printed, looked at and sent twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.cards.handover import OF_CARDS, RecordKind
from fieldkit.domain.contradiction import (
    BatchFact,
    CaseKind,
    batch_signed_twice,
    handed_over_ended,
    handed_over_twice,
    print_ended_twice,
    printed_twice,
    sent_twice,
)
from fieldkit.server.office.findings.window import Row, Window, areas_of
from fieldkit.server.schema import METADATA

_HANDOVER: Final = METADATA.tables["card_handover"].c
_PRINT: Final = METADATA.tables["card_print"].c
_CHECK: Final = METADATA.tables["card_check"].c
_PLACE: Final = METADATA.tables["card_place"].c
_RECORD: Final = METADATA.tables["handover_record"].c


def cards(window: Window) -> None:
    """Cards that went out twice, or are in the box of the spoiled ones, and prints of which two are about or ended."""
    is_back = _PLACE.state.in_([Placing.RETURNED, Placing.UNDONE])
    requests = set(window.values(_PLACE.request_id, sa.and_(window.is_new(_PLACE), is_back)))
    for table in (_HANDOVER, _PRINT, _CHECK):
        requests |= set(window.values(table.request_id, window.is_new(table)))
    places = window.among(_PLACE.request_id, requests, _PLACE.id, _PLACE.request_id, _PLACE.state, _PLACE.place)
    undone = {row.place for row in places if row.state == Placing.UNDONE}
    returned = Counter(row.request_id for row in places if row.state == Placing.RETURNED and row.id not in undone)
    given = [row for row in _of_cards(window, _HANDOVER, requests) if row.id not in undone]
    prints = _of_cards(window, _PRINT, requests)
    looks = _of_cards(window, _CHECK, requests, _CHECK.print_id, _CHECK.result)
    looks = [row for row in looks if row.id not in undone]
    handovers, printed = ([(row.id, row.request_id) for row in rows] for rows in (given, prints))
    checks = [(row.print_id, row.result) for row in looks]
    ends = ((row.id, row.request_id, row.print_id, row.result) for row in looks)
    for kind, found, rows in (
        (CaseKind.HANDED_OVER_TWICE, handed_over_twice(handovers, returned), given),
        (CaseKind.HANDED_OVER_ENDED, handed_over_ended(handovers, printed, checks, returned), given),
        (CaseKind.PRINTED_TWICE, printed_twice(printed, checks), prints),
        (CaseKind.PRINT_ENDED_TWICE, print_ended_twice(ends), looks),
    ):
        window.note(kind, requests, found, areas_of(rows))


def _of_cards(window: Window, table: Any, requests: set[str], *more: sa.Column[Any]) -> list[Row]:
    return window.among(table.request_id, requests, table.id, table.request_id, table.area, *more)


def batches(window: Window) -> None:
    """Batches that took a card, gave one back, or are bound to those by one."""
    is_told = sa.and_(_PLACE.state.in_([Placing.SENT, Placing.READY]), _PLACE.record_id.is_not(None))
    wanted = set(window.values(_PLACE.record_id, sa.and_(window.is_new(_PLACE), is_told)))
    sent_batches: set[str] = set()
    rows: dict[str, Row] = {}
    while wanted:
        sent_batches |= wanted
        sent = window.among(_PLACE.record_id, wanted, _PLACE.request_id, _PLACE.state)
        requests = {row.request_id for row in sent if row.state == Placing.SENT}
        columns = (_PLACE.id, _PLACE.request_id, _PLACE.state, _PLACE.record_id, _PLACE.at, _PLACE.place)
        rows |= {row.id: row for row in window.among(_PLACE.request_id, requests, *columns)}
        wanted = {row.record_id for row in rows.values() if row.state == Placing.SENT} - sent_batches
    undone = {row.place for row in rows.values() if row.state == Placing.UNDONE}
    places = (
        BatchFact(row.id, row.request_id, row.state, row.record_id or "", row.at)
        for row in rows.values()
        if row.id not in undone and row.state != Placing.UNDONE
    )
    records = _of_records(window, sent_batches, RecordKind.DISTRIBUTION)
    signed: dict[str, list[str]] = {batch: [] for batch in sent_batches}
    for record in records:
        signed[record.answers_id].append(record.id)
    window.note(CaseKind.SENT_TWICE, sent_batches, sent_twice(places, signed), areas_of(records))


def handover_records(window: Window) -> None:
    """Records of cards of which two answer the same."""
    is_told = sa.and_(_RECORD.kind.in_(OF_CARDS), _RECORD.answers_id.is_not(None))
    answered = set(window.values(_RECORD.answers_id, sa.and_(window.is_new(_RECORD), is_told)))
    rows = _of_records(window, answered, *OF_CARDS)
    found = batch_signed_twice((row.id, row.answers_id) for row in rows)
    window.note(CaseKind.BATCH_SIGNED_TWICE, answered, found, areas_of(rows))


def _of_records(window: Window, answered: Collection[str], *kinds: RecordKind) -> list[Row]:
    columns = (_RECORD.id, _RECORD.answers_id, _RECORD.kind, _RECORD.area)
    return [row for row in window.among(_RECORD.answers_id, answered, *columns) if row.kind in kinds]
