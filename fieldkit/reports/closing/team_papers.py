"""What a team's papers say beyond those of a table: which closings they contain, and which are missing."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.formats import clock, count
from fieldkit.domain.stock.movements import difference_reason_label
from fieldkit.reports.closing.document import ClosingDocument, TablePart
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.minutes import grouped_print
from fieldkit.reports.making.parts import Difference, TableLine, known
from fieldkit.work.instants import at_site, moment


def table_lines(document: ClosingDocument) -> tuple[TableLine, ...]:
    """The tables of a team closing, a line each; those that are missing last."""
    zone = document.shift.time_zone
    found = tuple(_line(table, zone) for table in document.tables)
    return found + tuple(_missing_line(table, document.missing_note) for table in document.missing)


def team_difference(document: ClosingDocument, signer: str) -> Difference:
    """The differences of the tables, each with its own reason: two that cancel out are still two (invariant 9)."""
    off = [table for table in document.tables if table.difference or table.card_difference or table.reason]
    if not off:
        return Difference("Tidak ada selisih di meja mana pun: hitungan blangko sama dengan catatan.")
    reasons = "; ".join(f"{known(table.table)}: {labelled(table.reason, difference_reason_label)}" for table in off)
    notes = "; ".join(f"{known(table.table)}: {table.note}" for table in off if table.note)
    sizes = (_sizes("blangko", off, "difference"), _sizes("kartu", off, "card_difference"))
    told = " ".join(each for each in sizes if each) or "Selisih catatan cetak dan pemakaian blangko."
    return Difference(told, reasons, notes, signer)


def _sizes(what: str, tables: Sequence[TablePart], field: str) -> str:
    """By how much of something each table is off."""
    found = [(known(table.table), getattr(table, field)) for table in tables if getattr(table, field)]
    return f"Selisih {what}: {'; '.join(f'{name} {size_of(missing)}' for name, missing in found)}." if found else ""


def team_remarks(document: ClosingDocument) -> str:
    """What the lead remarks for all, then what each table did."""
    told = [f"{known(table.table)}: {table.remarks}" for table in document.tables if table.remarks]
    return "\n".join(part for part in (document.remarks, *told) if part)


def size_of(missing: int) -> str:
    """How far a count is off, and in which direction."""
    return f"kurang {count(missing)}" if missing > 0 else f"lebih {count(-missing)}"


def _line(table: TablePart, time_zone: str) -> TableLine:
    closed = f"ke-{table.number}, {clock(at_site(moment(table.at), time_zone))}"
    figures = (table.arrived, table.recorded, table.taken, table.printed, table.spoiled, table.counted)
    difference = size_of(table.difference) if table.difference else "cocok"
    return TableLine(known(table.table), known(table.signer), closed, figures, difference, grouped_print(table.sha256))


def _missing_line(table: str, note: str) -> TableLine:
    return TableLine(table, note, "belum ada penutupan", (None,) * 6, "", "")
