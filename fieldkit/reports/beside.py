"""The lines under a signed paper: what came after it, and what it does not hold for any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from fieldkit.domain.formats import clock, count, date_numeric
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
from fieldkit.store.queries.closing.beside import Beside
from fieldkit.work.instants import at_site, moment

_THINGS: Final[Mapping[str, str]] = {
    SERVICE_REQUEST.name: "pendaftaran",
    REQUEST_STEP.name: "hasil layanan",
    VISIT_ATTEMPT.name: "kunjungan",
    STOCK_MOVEMENT.name: "catatan blangko",
    STOCK_COUNT.name: "hitungan stok",
    CARD_PRINT.name: "kartu dicetak",
    CARD_CHECK.name: "kartu diperiksa",
    CARD_HANDOVER.name: "kartu diserahkan",
    ATTENDANCE.name: "catatan hadir",
    INCIDENT.name: "kendala",
}


def beside_lines(beside: Beside, time_zone: str) -> tuple[str, ...]:
    """What stands beside a closing, a line each; nothing where it stands alone."""
    replaced = (f"Sudah digantikan penutupan ke-{beside.replaced_by}.",) if beside.replaced_by else ()
    corrections = tuple(
        f"Koreksi ke-{each.number}, {each.signer_name}, {_when(each.at, time_zone)}: {each.what}"
        for each in beside.corrections
    )
    return (*replaced, *_reopened(beside, time_zone), *_late(beside, time_zone), *corrections)


def _reopened(beside: Beside, time_zone: str) -> tuple[str, ...]:
    told = beside.reopened_by
    if told is None:
        return ()
    return (f"Tidak berlaku lagi: dibuka oleh {told.signer_name}, {_when(told.at, time_zone)}: {told.reason}",)


def _late(beside: Beside, time_zone: str) -> tuple[str, ...]:
    if not beside.addenda:
        return ()
    counts = Counter(_THINGS.get(each.table, "catatan lain") for each in beside.addenda)
    things = ", ".join(f"{count(number)} {thing}" for thing, number in counts.most_common())
    return (f"Tambahan sesudah penutupan: {things}; terakhir {_when(beside.addenda[-1].at, time_zone)}.",)


def _when(at: str, time_zone: str) -> str:
    local = at_site(moment(at), time_zone)
    return f"{date_numeric(local.date())} {clock(local)}"
