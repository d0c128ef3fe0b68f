"""Close a shift: figures that add up, every difference explained, signed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.planning.site import site_kind_label
from fieldkit.domain.shifts.closing import ClosingKind, check_count, open_elsewhere
from fieldkit.domain.shifts.shift import check_closing
from fieldkit.domain.text import text
from fieldkit.store.queries.closing.figures import Frame
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import CURRENT_SHIFT, shift_by_id
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.queries.today.day import incidents_of_shift
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.rows import rows_problem
from fieldkit.work.closing.settling import settle
from fieldkit.work.closing.signing import Statement, sign_statement
from fieldkit.work.shifts.incidents import end_what_runs
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class CloseShift:
    """What the lead adds to the figures. `reason` and `note` explain a difference of blanks.

    The names of village and district are written into the document, which outlives a change of the region table.
    """

    shift_id: str
    counted: int | None
    reason: str = ""
    note: str = ""
    remarks: str = ""
    village_name: str = ""
    district_name: str = ""
    other_products: tuple[tuple[str, int], ...] = ()
    consumables: tuple[tuple[str, int], ...] = ()
    """Prints that the printer says are left, by product; nobody has to look."""
    not_uploaded: int | None = None
    """Recordings of the set of which the upload is not confirmed (F-R7)."""
    letter_number: str = ""
    assignment_letter: str = ""
    held: int | None = None
    """Cards in hand as they were counted; None where nobody did, and the record stands."""


def close_shift(unit: Unit, command: CloseShift, signer: Signer) -> str:
    """Sign the figures; returns the id of the closing. The document never changes afterwards (invariant 8)."""
    require_lead(unit)
    _refuse_not_open(unit, command.shift_id)
    figures = unit.query(figures_of, command.shift_id)
    blanks = figures.blank_count(command.counted)
    cards = figures.card_count_of(command.held)
    problems = check_closing(figures.people_count, blanks, cards, reason=command.reason, note=command.note)
    stands = check_count(command.counted, figures.ended.counted) if figures.ended is not None else ()
    if problems or stands:
        raise RuleError(*stands, *problems)
    end_what_runs(unit, command.shift_id)
    figures = replace(figures, incidents=tuple(unit.query(incidents_of_shift, command.shift_id)))
    holder = figures.ended.holder if figures.ended is not None else unit.query(table_holder)
    movement = settle(unit, figures.shift, holder, blanks.difference or 0, command.reason, command.note)
    before, document = figures.replaces, {**document_of(figures, command), "settlement": movement}
    if figures.ended is not None:
        # Closed again later, it is counted to the same instant.
        document["until"] = figures.ended.until
    number, supersedes_id = (before.number + 1, before.id) if before else (1, None)
    statement = Statement(ClosingKind.TABLE, figures.shift, number, document, supersedes_id)
    closing_id = sign_statement(unit, statement, signer)
    if unit.meta.get(CURRENT_SHIFT) == command.shift_id:
        unit.meta.put(CURRENT_SHIFT, "")
    return closing_id


def _refuse_not_open(unit: Unit, shift_id: str) -> None:
    """A shift is closed where it is worked in; one that was opened again also where all of its rows are."""
    shift = unit.query(shift_by_id, shift_id)
    if shift is None:
        raise KeyError(shift_id)
    if shift.closed_at is not None:
        raise ClosedError(
            Problem("shift", "closed", text("Shift ini sudah ditutup. Angkanya tetap; cetak ulang dari Tutup shift."))
        )
    if unit.meta.get(CURRENT_SHIFT) == shift_id:
        return
    found = unit.query(rows_problem, shift) if unit.query(closings, shift_id) else open_elsewhere()
    if found is not None:
        raise RuleError(found)


def document_of(figures: ShiftFigures, command: CloseShift) -> dict[str, Any]:
    """What is signed, and before that previewed: every figure of the papers of a closing (domain.md, section 6)."""
    frame = figures.frame
    return {
        "format": 1,
        **{name: asdict(getattr(figures, name)) for name in ("shift", "people", "stock", "cards")},
        "people_count": asdict(figures.people_count),
        "card_count": asdict(figures.card_count_of(command.held)),
        "held_counted": command.held,
        "village": {
            **asdict(figures.village),
            "left": figures.village.left,
            "recorded_here": figures.recorded_of_list,
        },
        "village_target": frame.village_target,
        "present": [asdict(person) for person in figures.present],
        "incidents": [asdict(incident) for incident in figures.incidents],
        "visits": sum(number for _, number in figures.visits),
        "visits_by_outcome": [list(visit) for visit in figures.visits],
        "visits_planned": frame.visits_planned,
        "sets": [frame.set_code] if frame.set_code else [],
        "office": _office(frame),
        "place": _place(frame, command),
        **_consumables(figures, command),
        "uploads": _uploads(frame, command),
        "letter_number": command.letter_number,
        "assignment_letter": command.assignment_letter,
        "counted": command.counted,
        "difference": figures.blank_count(command.counted).difference,
        "reason": command.reason,
        "note": command.note,
        "remarks": command.remarks,
        "other_products": dict(command.other_products),
        "replaces": asdict(figures.replaces) if figures.replaces else None,
    }


def _office(frame: Frame) -> dict[str, str]:
    told = {"name": frame.office_name, "regency": frame.regency_name}
    return {**told, "address": frame.office_address, "team": frame.team}


def _place(frame: Frame, command: CloseShift) -> dict[str, str]:
    kind = str(site_kind_label(frame.site_kind)) if frame.site_kind else ""
    return {"village": command.village_name, "district": command.district_name, "hamlet": frame.hamlet, "kind": kind}


def _consumables(figures: ShiftFigures, command: CloseShift) -> dict[str, Any]:
    told = dict(command.consumables)
    return {
        product.value: {
            "taken": stock.taken,
            "used": stock.printed + stock.spoiled,
            "left": stock.on_hand,
            "told": told.get(product.value),
        }
        for product, stock in figures.consumables
    }


def _uploads(frame: Frame, command: CloseShift) -> list[dict[str, Any]] | None:
    if command.not_uploaded is None:
        return None
    return [{"set": frame.set_code or "–", "waiting": command.not_uploaded}]
