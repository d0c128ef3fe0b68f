"""Note what became of somebody in the queue."""

from __future__ import annotations

from datetime import date, timedelta

from fieldkit.domain.cards.card import CardState
from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.people.person import marital_of, may_be_recorded
from fieldkit.domain.requests.reasons import may_come_about, not_the_fields_problem
from fieldkit.domain.requests.service import (
    Reason,
    RecordedBefore,
    RequestState,
    Step,
    counts_as_recorded,
    is_open,
    is_recording,
    outcome_needs_note,
    recorded_elsewhere_problem,
    step_label,
    too_young_problem,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.table.warnings import is_recorded
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant, moment


def note_step(unit: Unit, request_id: str, step: Step, note: str = "") -> str:
    """A step of a service request; returns its id. RuleError where the request is finished or a note is missing."""
    row = unit.row(
        f"SELECT s.state, q.area, {is_closed('q.shift_id')}, q.reason, q.resident_id, q.recorded_before "
        "FROM request_state s JOIN service_request q ON q.id = s.request_id WHERE s.request_id = ?",
        request_id,
    )
    if row is None:
        raise KeyError(request_id)
    _refuse_closed(is_shut=row[2])
    _refuse_finished(RequestState(row[0]), step)
    _refuse_other_reasons(row[3], step)
    if is_recording(step):
        _refuse_second_recording(unit, row[4], row[3], row[5])
        _refuse_too_young(unit, request_id, step)
    if outcome_needs_note(step) and not note.strip():
        raise RuleError(Problem("note", "no_note", text("Catatan belum ditulis. Sebut singkat apa dan kenapa.")))
    at = after_the_last(unit, request_id)
    return unit.insert(REQUEST_STEP, row[1], request_id=request_id, step=step, note=note.strip() or None, at=at)


def undo_step(unit: Unit, step_id: str) -> str:
    """Take back a step noted by mistake: a new fact that names it; the person is in the queue again.

    RuleError where the shift is closed, the step was taken back before, or a card was made because of it.
    """
    row = unit.row(
        f"SELECT p.request_id, p.area, {is_closed('q.shift_id')}, p.step "
        "FROM request_step p JOIN service_request q ON q.id = p.request_id WHERE p.id = ?",
        step_id,
    )
    if row is None:
        raise KeyError(step_id)
    _refuse_closed(is_shut=row[2])
    _refuse_taken_back(unit, step_id)
    if is_recording(Step(row[3])):
        _refuse_card_made(unit, row[0])
    return unit.insert(
        REQUEST_STEP,
        row[1],
        request_id=row[0],
        step=Step.BACK_IN_QUEUE,
        corrects_id=step_id,
        at=after_the_last(unit, row[0]),
    )


def _refuse_closed(*, is_shut: bool) -> None:
    if is_shut:
        raise ClosedError(
            Problem("step", "closed", text("Shift-nya sudah ditutup. Daftarkan lagi di shift berikutnya."))
        )


def _refuse_taken_back(unit: Unit, step_id: str) -> None:
    if unit.value("SELECT 1 FROM request_step WHERE corrects_id = ?", step_id):
        raise RuleError(
            Problem("step", "undone", text("Ini sudah diurungkan. Lihat antrean untuk keadaannya sekarang."))
        )


def _refuse_card_made(unit: Unit, request_id: str) -> None:
    if unit.query(position_of, request_id).state is not CardState.QUEUED:
        message = text("Kartunya sudah dicetak, jadi perekamannya tetap. Kalau salah orang, beri tahu kantor.")
        raise RuleError(Problem("step", "card_made", message))


def _refuse_other_reasons(reason: str, step: Step) -> None:
    if not may_come_about(reason, step):
        raise RuleError(not_the_fields_problem(reason, step))


def _refuse_second_recording(unit: Unit, resident_id: str, reason: str, recorded_before: str | None) -> None:
    """Nobody is recorded twice; a repeat after the office deleted the first one has a reason of its own (F-R4)."""
    if reason == Reason.RE_RECORDING:
        return
    if recorded_before == RecordedBefore.YES or unit.query(is_recorded, resident_id):
        raise RuleError(recorded_elsewhere_problem(text("tempat lain"), None))


def _refuse_too_young(unit: Unit, request_id: str, step: Step) -> None:
    """Under 16 only who is or was married is recorded; where no list says so, the note tells it (F-W2)."""
    born, marital, day = unit.row(
        "SELECT r.birth_date, r.marital, o.day FROM service_request q JOIN shift_opening o ON o.id = q.shift_id "
        "LEFT JOIN resident r ON r.id = q.resident_id WHERE q.id = ?",
        request_id,
    ) or (None, None, None)
    if not born or not day or (step is Step.RECORDED_WITH_EXCEPTION and not marital):
        return
    if not may_be_recorded(date.fromisoformat(born), date.fromisoformat(day), marital_of(marital)):
        raise RuleError(too_young_problem())


def after_the_last(unit: Unit, request_id: str) -> str:
    """Now, or just behind the last step where the clock was put back: what happens next sorts behind what happened."""
    newest = unit.value(
        "SELECT max(at) FROM (SELECT at FROM request_step WHERE request_id = ?1 "
        "UNION ALL SELECT at FROM service_request WHERE id = ?1)",
        request_id,
    )
    return instant(max(unit.now_utc, moment(newest) + timedelta(milliseconds=1)))


def _refuse_finished(state: RequestState, step: Step) -> None:
    if not is_open(state) and (step is not Step.BACK_IN_QUEUE or counts_as_recorded(state)):
        raise RuleError(
            Problem(
                "step",
                "finished",
                text(
                    "Sudah dicatat selesai. Kembalikan ke antrean dulu kalau {step} memang benar.",
                    step=step_label(step),
                ),
            )
        )
