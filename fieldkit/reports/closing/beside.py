"""The lines under a signed paper: what came after it, and what it does not hold for any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fieldkit.domain.formats import clock, count, date_numeric
from fieldkit.domain.text import Text, text
from fieldkit.records.tables import (
    ATTENDANCE,
    CARD_CHECK,
    CARD_HANDOVER,
    CARD_PRINT,
    INCIDENT,
    REQUEST_STEP,
    SERVICE_REQUEST,
    STOCK_COUNT,
    STOCK_MOVEMENT,
    VISIT_ATTEMPT,
)
from fieldkit.store.queries.closing.addenda import Addendum
from fieldkit.store.queries.closing.beside import Beside
from fieldkit.work.instants import at_site, moment


def beside_lines(beside: Beside, time_zone: str) -> tuple[str, ...]:
    """What stands beside a closing, a line each; nothing where it stands alone."""
    replaced = (f"Sudah digantikan penutupan ke-{beside.replaced_by}.",) if beside.replaced_by else ()
    corrections = tuple(
        f"Koreksi ke-{each.number}, {each.signer_name}, {_when(each.at, time_zone)}: {each.what}"
        for each in beside.corrections
    )
    return (*replaced, *_reopened(beside, time_zone), *_late(beside, time_zone), *corrections)


def late_things(addenda: Iterable[Addendum]) -> list[Text]:
    """What came after a closing, the most frequent first: "2 pendaftaran"."""
    counts = Counter(each.table for each in addenda)
    return [_late_thing(table, count(number)) for table, number in counts.most_common()]


def _late_thing(table: str, number: str) -> Text:
    words = {
        SERVICE_REQUEST.name: text("{n} pendaftaran", n=number),
        REQUEST_STEP.name: text("{n} hasil layanan", n=number),
        VISIT_ATTEMPT.name: text("{n} kunjungan", n=number),
        STOCK_MOVEMENT.name: text("{n} catatan blangko", n=number),
        STOCK_COUNT.name: text("{n} hitungan stok", n=number),
        CARD_PRINT.name: text("{n} kartu dicetak", n=number),
        CARD_CHECK.name: text("{n} kartu diperiksa", n=number),
        CARD_HANDOVER.name: text("{n} kartu diserahkan", n=number),
        ATTENDANCE.name: text("{n} catatan hadir", n=number),
        INCIDENT.name: text("{n} kendala", n=number),
    }
    return words.get(table, text("{n} catatan lain", n=number))


def _reopened(beside: Beside, time_zone: str) -> tuple[str, ...]:
    told = beside.reopened_by
    if told is None:
        return ()
    return (f"Tidak berlaku lagi: dibuka oleh {told.signer_name}, {_when(told.at, time_zone)}: {told.reason}",)


def _late(beside: Beside, time_zone: str) -> tuple[str, ...]:
    if not beside.addenda:
        return ()
    things = ", ".join(map(str, late_things(beside.addenda)))
    return (f"Tambahan sesudah penutupan: {things}; terakhir {_when(beside.addenda[-1].at, time_zone)}.",)


def _when(at: str, time_zone: str) -> str:
    local = at_site(moment(at), time_zone)
    return f"{date_numeric(local.date())} {clock(local)}"
