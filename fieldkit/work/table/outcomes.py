"""Note what became of somebody in the queue."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from fieldkit.domain.cards.card import CardState
from fieldkit.domain.errors import ClosedError, Problem, RuleError
from fieldkit.domain.requests.reasons import may_come_about, not_the_fields_problem
from fieldkit.domain.requests.service import (
    RequestState,
    Step,
    counts_as_recorded,
    is_end,
    is_open,
    is_recording,
    nik_first_at_table_problem,
    outcome_needs_note,
    recorded_elsewhere_problem,
    step_label,
    too_young_at_table_problem,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.table.warnings import has_nik
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_desk_worker
from fieldkit.work.instants import instant, moment
from fieldkit.work.table.recording import would_be_second, would_be_too_young


def note_step(unit: Unit, request_id: str, step: Step, note: str = "") -> str:
    """A step of a service request; returns its id. RuleError where the request is finished or a note is missing."""
    require_desk_worker(unit)
    row = unit.row(
        f"SELECT s.state, q.area, {is_closed('q.shift_id')}, q.reason, q.resident_id, q.recorded_before, o.day "
        "FROM request_state s JOIN service_request q ON q.id = s.request_id "
        "JOIN shift_opening o ON o.id = q.shift_id WHERE s.request_id = ?",
        request_id,
    )
    if row is None:
        raise KeyError(request_id)
    _refuse_closed(is_shut=row[2])
    _refuse_finished(RequestState(row[0]), step)
    _refuse_other_reasons(row[3], step)
    if is_recording(step):
        _refuse_recording(unit, step, *row[3:])
    if outcome_needs_note(step) and not note.strip():
        raise RuleError(Problem("note", "no_note", text("Catatan belum ditulis. Sebut singkat apa dan kenapa.")))
    at = after_the_last(unit, request_id)
    return unit.insert(REQUEST_STEP, row[1], request_id=request_id, step=step, note=note.strip() or None, at=at)


def undo_step(unit: Unit, step_id: str) -> str:
    """Take back a step noted by mistake: a new fact that names it; the person is in the queue again.

    RuleError where the shift is closed, the step was taken back before, an outcome followed it, or a card was made
    because of it.
    """
    request_id, area, step = _standing(unit, step_id)
    _refuse_overtaken(unit, request_id, step_id)
    if is_recording(step):
        refuse_card_made(unit, request_id)
        _refuse_at_home(unit, step_id)
    values = {"request_id": request_id, "step": Step.BACK_IN_QUEUE, "corrects_id": step_id}
    return unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, request_id))


def undo_registration(unit: Unit, request_id: str, note: str) -> str:
    """Cancel a registration made by mistake, also one that was finished by itself; returns the id of the step.

    RuleError where somebody noted an outcome meanwhile.
    """
    require_desk_worker(unit)
    decided = unit.row(_DECIDED, request_id)
    if decided is None or decided[1] not in _KNOWN_AT_ONCE:
        return note_step(unit, request_id, Step.CANCELLED, note)
    _, area, _ = _standing(unit, decided[0])
    values = {"request_id": request_id, "step": Step.CANCELLED, "note": note, "corrects_id": decided[0]}
    return unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, request_id))


def undo_wait(unit: Unit, step_id: str) -> str:
    """Take back that somebody waits again: the outcome from before stands as it was.

    RuleError where the shift is closed, it was taken back before, or the person was called meanwhile.
    """
    request_id, area, _ = _standing(unit, step_id)
    decided, before = unit.row(_DECIDED, request_id), unit.row(_BEFORE, request_id, step_id)
    if decided is None or before is None or decided[0] != step_id:
        raise RuleError(Problem("step", "called", text("Sudah dipanggil lagi. Catat hasilnya di antrean.")))
    values = {"request_id": request_id, "step": before[0], "note": before[1], "corrects_id": step_id}
    return unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, request_id))


def _standing(unit: Unit, step_id: str) -> tuple[str, str, Step]:
    """Request, area and kind of a step that can be taken back; RuleError where it can not."""
    require_desk_worker(unit)
    row = unit.row(
        f"SELECT p.request_id, p.area, {is_closed('q.shift_id')}, p.step "
        "FROM request_step p JOIN service_request q ON q.id = p.request_id WHERE p.id = ?",
        step_id,
    )
    if row is None:
        raise KeyError(step_id)
    _refuse_closed(is_shut=row[2])
    _refuse_taken_back(unit, step_id)
    return row[0], row[1], Step(row[3])


_KNOWN_AT_ONCE: Final = frozenset({Step.ALREADY_RECORDED, Step.REDIRECTED_TO_PICKUP})
"""What a registration may be finished with by itself."""
_DECIDED: Final = (
    "SELECT p.id, p.step FROM request_state s JOIN request_step p ON p.request_id = s.request_id "
    "AND p.step = s.step AND p.at = s.since WHERE s.request_id = ? ORDER BY p.seq DESC LIMIT 1"
)
_BEFORE: Final = (
    "SELECT p.step, p.note FROM request_step p WHERE p.request_id = ?1 AND p.id <> ?2 AND NOT EXISTS ("
    "SELECT 1 FROM request_step later WHERE later.request_id = ?1 AND later.corrects_id = p.id) "
    "ORDER BY p.at DESC, p.seq DESC LIMIT 1"
)


_AT_HOME: Final = (
    "SELECT 1 FROM request_step p JOIN service_request q ON q.id = p.request_id AND q.at = p.at "
    "JOIN visit_attempt a ON a.resident_id = q.resident_id AND a.at = q.at AND a.outcome = p.step WHERE p.id = ?1 "
    "AND NOT EXISTS (SELECT 1 FROM visit_attempt u WHERE u.resident_id = a.resident_id AND u.corrects_id = a.id)"
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


def _refuse_overtaken(unit: Unit, request_id: str, step_id: str) -> None:
    decided = unit.row(_DECIDED, request_id)
    if decided is not None and decided[0] != step_id and is_end(Step(decided[1])):
        message = text("Sesudah itu hasilnya sudah dicatat, jadi tetap. Kalau hasilnya salah, urungkan hasil itu.")
        raise RuleError(Problem("step", "overtaken", message))


def refuse_card_made(unit: Unit, request_id: str) -> None:
    """RuleError where a card was made of what was recorded."""
    if unit.query(position_of, request_id).state is not CardState.QUEUED:
        message = text("Kartunya sudah dicetak, jadi perekamannya tetap. Kalau salah orang, beri tahu kantor.")
        raise RuleError(Problem("step", "card_made", message))


def _refuse_at_home(unit: Unit, step_id: str) -> None:
    """A visit says it as well, and would go on saying it."""
    if unit.value(_AT_HOME, step_id):
        message = text("Ini direkam di rumah. Urungkan kunjungannya di Kunjungan, bukan di sini.")
        raise RuleError(Problem("step", "at_home", message))


def _refuse_recording(unit: Unit, step: Step, reason: str, resident_id: str, before: str | None, day: str) -> None:
    if would_be_second(unit, resident_id, reason, before):
        raise RuleError(recorded_elsewhere_problem(text("tempat lain"), None))
    if would_be_too_young(unit, resident_id, day, step):
        raise RuleError(too_young_at_table_problem())
    if not unit.query(has_nik, resident_id):
        raise RuleError(nik_first_at_table_problem())


def _refuse_other_reasons(reason: str, step: Step) -> None:
    if not may_come_about(reason, step):
        raise RuleError(not_the_fields_problem(reason, step))


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
