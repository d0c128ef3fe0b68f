"""Home visits: what happened at the door, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import Text, text, words_of


class VisitOutcome(StrEnum):
    """How one attempt to reach a person at home ended (HV-2)."""

    RECORDED = "recorded"
    NOT_HOME = "not_home"
    DECEASED = "deceased"
    IN_HOSPITAL = "in_hospital"
    REFUSED = "refused"
    CANNOT_CAPTURE = "cannot_capture"
    MOVED = "moved"
    RECORDED_WITH_EXCEPTION = "recorded_with_exception"
    """Fingers, eyes or signature could not be taken; the others were (F-R5)."""


class NextStep(StrEnum):
    """What follows an attempt."""

    COME_AGAIN = "come_again"
    BRING_TO_HALL = "bring_to_hall"
    OFFICE_DECIDES = "office_decides"
    NONE = "none"


UNDONE: Final = "undone"
"""In the place of an outcome: this attempt takes back the one that it names."""

WITHDRAWN: Final = "withdrawn"
"""In the place of an outcome: nobody went there; who asked for the visit needs it no more."""

_OUTCOME_LABELS: Mapping[str, Text] = {
    VisitOutcome.RECORDED: text("Terekam"),
    VisitOutcome.NOT_HOME: text("Tidak di rumah"),
    VisitOutcome.DECEASED: text("Meninggal"),
    VisitOutcome.IN_HOSPITAL: text("Di rumah sakit"),
    VisitOutcome.REFUSED: text("Menolak"),
    VisitOutcome.CANNOT_CAPTURE: text("Tidak bisa direkam"),
    VisitOutcome.MOVED: text("Pindah"),
    VisitOutcome.RECORDED_WITH_EXCEPTION: text("Terekam + catatan"),
    UNDONE: text("Catatan dibatalkan"),
    WITHDRAWN: text("Permintaan kunjungan ditarik"),
}

_NEXT_STEP_LABELS: Mapping[str, Text] = {
    NextStep.COME_AGAIN: text("Datang lagi"),
    NextStep.BRING_TO_HALL: text("Diantar ke lokasi"),
    NextStep.OFFICE_DECIDES: text("Kantor yang memutuskan"),
    NextStep.NONE: text("Selesai"),
}

# Who died or moved leaves the list by the office's act only (F-T3).
_FOR_THE_OFFICE = frozenset({VisitOutcome.DECEASED, VisitOutcome.MOVED})
_NEEDS_NOTE = frozenset({VisitOutcome.REFUSED, VisitOutcome.CANNOT_CAPTURE, VisitOutcome.RECORDED_WITH_EXCEPTION})
_RECORDINGS = frozenset({VisitOutcome.RECORDED, VisitOutcome.RECORDED_WITH_EXCEPTION})
_MOST_MINUTES: Final = 8 * 60


def visit_outcome_label(outcome: str) -> Text:
    """The word for an outcome on buttons and in lists."""
    return _OUTCOME_LABELS.get(outcome) or words_of(outcome)


def next_step_label(next_step: str) -> Text:
    """The word for what comes next."""
    return _NEXT_STEP_LABELS.get(next_step) or words_of(next_step)


def is_recording(outcome: str) -> bool:
    """Whether the person was recorded at this attempt."""
    return outcome in _RECORDINGS


def outcomes_at_door(*, is_for_card: bool) -> tuple[VisitOutcome, ...]:
    """How an attempt can end; where a card is only brought, nobody is recorded."""
    of_recording = _RECORDINGS | {VisitOutcome.CANNOT_CAPTURE} if is_for_card else frozenset[VisitOutcome]()
    return tuple(outcome for outcome in VisitOutcome if outcome not in of_recording)


def ends_visit(outcome: str, next_step: str) -> bool:
    """Whether nobody has to go there again: recorded, nothing follows, or the office decides."""
    return is_recording(outcome) or next_step in {NextStep.NONE, NextStep.OFFICE_DECIDES}


def recorded_before_problem() -> Problem:
    """Stops a second recording at home, with the remedy (F-R4)."""
    message = text(
        "Sudah pernah direkam. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. Pilih Tidak bisa "
        "direkam, tulis sebabnya, dan kantor yang memutuskan."
    )
    return Problem("outcome", "recorded_before", message)


def nik_first_at_home_problem() -> Problem:
    """Stops the recording of somebody who has no NIK yet, with both ways out (4.2)."""
    message = text(
        "Belum ada NIK, jadi belum bisa direkam. Kalau ada di KK, ketik di sini. Kalau memang belum dibuat, pilih "
        "Tidak bisa direkam, tinggalkan formulir F-1.01, dan tulis itu di catatan."
    )
    return Problem("nik", "no_nik", message)


def too_young_at_home_problem() -> Problem:
    """Stops the recording of somebody who may not be recorded yet (F-W2)."""
    message = text(
        "Belum 16 tahun. Yang direkam mulai 16 tahun, atau sudah pernah kawin. Pilih Tidak bisa direkam, lalu Datang "
        "lagi sesudah hari ulang tahunnya; kalau sudah kawin, pilih Terekam + catatan dan tulis buktinya."
    )
    return Problem("outcome", "too_young", message)


def check_visit(
    outcome: VisitOutcome, next_step: NextStep, note: str, minutes: int | None = None
) -> tuple[Problem, ...]:
    """What keeps an attempt from being saved; nothing when it is whole."""
    found = (_next_step_problem(outcome, next_step), _note_problem(outcome, note), _minutes_problem(minutes))
    return tuple(problem for problem in found if problem)


def _minutes_problem(minutes: int | None) -> Problem | None:
    if minutes is None or 0 < minutes <= _MOST_MINUTES:
        return None
    return Problem(
        "minutes",
        "minutes_odd",
        text("Lama kunjungan dihitung dalam menit, 1 sampai 480. Betulkan, atau kosongkan kalau tidak dicatat."),
    )


def _next_step_problem(outcome: VisitOutcome, next_step: NextStep) -> Problem | None:
    if is_recording(outcome):
        return None if next_step is NextStep.NONE else _already_done()
    if next_step is NextStep.NONE:
        return _nothing_follows()
    if outcome in _FOR_THE_OFFICE and next_step is not NextStep.OFFICE_DECIDES:
        return _office_decides()
    return None


def _already_done() -> Problem:
    return Problem(
        "next_step",
        "visit_done",
        text("Orang ini sudah terekam, jadi tidak ada kunjungan lagi. Pilih Selesai sebagai langkah berikutnya."),
    )


def _nothing_follows() -> Problem:
    return Problem(
        "next_step",
        "next_step_missing",
        text("Orang ini belum terekam dan belum ada langkah berikutnya. Pilih apa yang dilakukan sesudah ini."),
    )


def _office_decides() -> Problem:
    return Problem(
        "next_step",
        "office_decides",
        text(
            "Meninggal dan pindah hanya diusulkan dari lapangan, kantor yang memutuskan dengan bukti. "
            "Pilih Kantor yang memutuskan."
        ),
    )


def _note_problem(outcome: VisitOutcome, note: str) -> Problem | None:
    if outcome not in _NEEDS_NOTE or note.strip():
        return None
    return Problem(
        "note",
        "note_missing",
        text("Catatan masih kosong. Tanpa itu kunjungan berikutnya mulai dari nol. Tulis singkat sebabnya."),
    )
