"""Note what became of somebody in the queue."""

from __future__ import annotations

from datetime import timedelta

from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.service import (
    RequestState,
    Step,
    counts_as_recorded,
    is_open,
    outcome_needs_note,
    step_label,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant, moment


def note_step(unit: Unit, request_id: str, step: Step, note: str = "") -> str:
    """A step of a service request; returns its id. RuleError where the request is finished or a note is missing."""
    row = unit.row(
        "SELECT s.state, q.area, EXISTS (SELECT 1 FROM closing c WHERE c.shift_id = q.shift_id) FROM request_state s "
        "JOIN service_request q ON q.id = s.request_id WHERE s.request_id = ?",
        request_id,
    )
    if row is None:
        raise KeyError(request_id)
    if row[2]:
        raise ClosedError(
            Problem("step", "closed", text("Shift-nya sudah ditutup. Daftarkan lagi di shift berikutnya."))
        )
    _refuse_finished(RequestState(row[0]), step)
    if outcome_needs_note(step) and not note.strip():
        raise RuleError(Problem("note", "no_note", text("Catatan belum ditulis. Sebut singkat apa dan kenapa.")))
    at = _after_the_last(unit, request_id)
    return unit.insert(REQUEST_STEP, row[1], request_id=request_id, step=step, note=note.strip() or None, at=at)


def undo_step(unit: Unit, step_id: str) -> str:
    """Take back a step noted by mistake: a new fact that names it; the person is in the queue again."""
    row = unit.row("SELECT request_id, area FROM request_step WHERE id = ?", step_id)
    if row is None:
        raise KeyError(step_id)
    return unit.insert(
        REQUEST_STEP,
        row[1],
        request_id=row[0],
        step=Step.BACK_IN_QUEUE,
        corrects_id=step_id,
        at=_after_the_last(unit, row[0]),
    )


def _after_the_last(unit: Unit, request_id: str) -> str:
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
