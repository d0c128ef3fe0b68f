"""Service requests: why somebody came, what can happen then, and the state that its steps lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import day_short
from fieldkit.domain.text import Text, text, words_of


class Reason(StrEnum):
    """Why a person comes to the table (F-D1)."""

    FIRST_RECORDING = "first_recording"
    LOST = "lost"
    DAMAGED = "damaged"
    DATA_CHANGE = "data_change"
    MOVED = "moved"
    OUT_OF_REGION = "out_of_region"
    RE_RECORDING = "re_recording"
    PICK_UP = "pick_up"


class Paper(StrEnum):
    """A paper that is looked at before a request is taken in (F-D2)."""

    FAMILY_CARD = "family_card"
    POLICE_LOSS_LETTER = "police_loss_letter"
    OLD_CARD = "old_card"
    PROOF_OF_CHANGE = "proof_of_change"
    MOVING_LETTER = "moving_letter"
    RECORDING_RECEIPT = "recording_receipt"
    TRAVEL_DOCUMENT = "travel_document"
    STAY_PERMIT = "stay_permit"


class RecordedBefore(StrEnum):
    """The answer to "have you ever been recorded anywhere?" (F-R4)."""

    NO = "no"
    YES = "yes"
    UNSURE = "unsure"


_RECORDED_BEFORE_LABELS: Mapping[str, Text] = {
    RecordedBefore.NO: text("Belum"),
    RecordedBefore.YES: text("Pernah"),
    RecordedBefore.UNSURE: text("Ragu"),
}


def recorded_before_label(answer: str) -> Text:
    """The word on the button."""
    return _RECORDED_BEFORE_LABELS.get(answer) or words_of(answer)


class Step(StrEnum):
    """What happened to a request; a fact that is only ever added."""

    REGISTERED = "registered"
    CALLED = "called"
    CAPTURING = "capturing"
    RECORDED = "recorded"
    RECORDED_WITH_EXCEPTION = "recorded_with_exception"
    INCOMPLETE_PAPERS = "incomplete_papers"
    ALREADY_RECORDED = "already_recorded"
    LEFT_QUEUE = "left_queue"
    FAILED_EQUIPMENT = "failed_equipment"
    UNDER_AGE = "under_age"
    REFUSED = "refused"
    ACCEPTED_FOR_REPRINT = "accepted_for_reprint"
    FORWARDED_TO_OFFICE = "forwarded_to_office"
    REFERRED = "referred"
    REDIRECTED_TO_PICKUP = "redirected_to_pickup"
    CARD_COLLECTED = "card_collected"
    CANCELLED = "cancelled"
    BACK_IN_QUEUE = "back_in_queue"


class RequestState(StrEnum):
    """Where a request stands, derived from its steps (domain.md 4.2)."""

    WAITING = "waiting"
    IN_SERVICE = "in_service"
    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    INCOMPLETE_PAPERS = "incomplete_papers"
    REJECTED_DUPLICATE = "rejected_duplicate"
    LEFT_QUEUE = "left_queue"
    ACCEPTED_FOR_REPRINT = "accepted_for_reprint"
    FORWARDED_TO_OFFICE = "forwarded_to_office"
    REFERRED = "referred"
    REDIRECTED_TO_PICKUP = "redirected_to_pickup"
    COLLECTED = "collected"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StepFact:
    """One step of a request, and when the laptop says it happened."""

    step: Step
    at_utc: datetime
    note: str = ""


_STEP_LABELS: Mapping[str, Text] = {
    Step.REGISTERED: text("Terdaftar"),
    Step.CALLED: text("Dipanggil"),
    Step.CAPTURING: text("Sedang direkam"),
    Step.RECORDED: text("Terekam"),
    Step.RECORDED_WITH_EXCEPTION: text("Terekam + catatan"),
    Step.INCOMPLETE_PAPERS: text("Berkas kurang"),
    Step.ALREADY_RECORDED: text("Sudah pernah"),
    Step.LEFT_QUEUE: text("Pulang dulu"),
    Step.FAILED_EQUIPMENT: text("Gagal: alat / listrik"),
    Step.UNDER_AGE: text("Belum 16 tahun"),
    Step.REFUSED: text("Menolak"),
    Step.ACCEPTED_FOR_REPRINT: text("Diterima, cetak ulang"),
    Step.FORWARDED_TO_OFFICE: text("Diteruskan ke kantor"),
    Step.REFERRED: text("Urus biodata dulu"),
    Step.REDIRECTED_TO_PICKUP: text("Diarahkan ambil kartu"),
    Step.CARD_COLLECTED: text("Kartu diambil"),
    Step.CANCELLED: text("Dibatalkan"),
    Step.BACK_IN_QUEUE: text("Antre lagi"),
}

_STATE_AFTER = {
    Step.REGISTERED: RequestState.WAITING,
    Step.CALLED: RequestState.IN_SERVICE,
    Step.CAPTURING: RequestState.IN_SERVICE,
    Step.RECORDED: RequestState.RECORDED,
    Step.RECORDED_WITH_EXCEPTION: RequestState.RECORDED,
    Step.INCOMPLETE_PAPERS: RequestState.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED: RequestState.REJECTED_DUPLICATE,
    Step.LEFT_QUEUE: RequestState.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT: RequestState.NOT_RECORDED,
    Step.UNDER_AGE: RequestState.NOT_RECORDED,
    Step.REFUSED: RequestState.NOT_RECORDED,
    Step.ACCEPTED_FOR_REPRINT: RequestState.ACCEPTED_FOR_REPRINT,
    Step.FORWARDED_TO_OFFICE: RequestState.FORWARDED_TO_OFFICE,
    Step.REFERRED: RequestState.REFERRED,
    Step.REDIRECTED_TO_PICKUP: RequestState.REDIRECTED_TO_PICKUP,
    Step.CARD_COLLECTED: RequestState.COLLECTED,
    Step.CANCELLED: RequestState.CANCELLED,
    Step.BACK_IN_QUEUE: RequestState.WAITING,
}
SENT_HOME = frozenset({Step.FAILED_EQUIPMENT, Step.INCOMPLETE_PAPERS, Step.UNDER_AGE, Step.LEFT_QUEUE})
"""Steps after which somebody who came has to be told when to come again."""
_OPEN = frozenset({RequestState.WAITING, RequestState.IN_SERVICE})
_RECORDINGS = frozenset({Step.RECORDED, Step.RECORDED_WITH_EXCEPTION})
_MAY_COME_BACK = frozenset(
    {
        RequestState.LEFT_QUEUE,
        RequestState.INCOMPLETE_PAPERS,
        RequestState.NOT_RECORDED,
        RequestState.REFERRED,
    }
)
_REOPENING = _RECORDINGS | {Step.BACK_IN_QUEUE}
_NEEDS_NOTE = frozenset({Step.RECORDED_WITH_EXCEPTION, Step.CANCELLED})


def step_label(step: str) -> Text:
    """The word for a step on buttons and in the history."""
    return _STEP_LABELS.get(step) or words_of(step)


def outcome_needs_note(step: Step) -> bool:
    """Whether an outcome says too little without a note: why a modality was excepted (F-R5), why it was cancelled."""
    return step in _NEEDS_NOTE


def request_state(steps: Iterable[StepFact]) -> RequestState:
    """The state that the steps lead to, in the order of their time, then as given; no steps is waiting.

    Laptops may add facts that contradict each other. A recording happened whatever else is said: it wins over every
    other step, earlier or later, and nothing in the field undoes it. Any other outcome stands until the person is
    back in the queue. Steps that the machine has no place for are kept as facts and change nothing.
    """
    return deciding_step(steps)[0]


def deciding_step(steps: Iterable[StepFact]) -> tuple[RequestState, StepFact | None]:
    """The state by the rule of `request_state`, and the step that brought it about; None while nothing happened."""
    state, decided = RequestState.WAITING, None
    for fact in sorted(steps, key=lambda fact: fact.at_utc):
        if _may_follow(state, fact.step):
            state, decided = _STATE_AFTER[fact.step], fact
    return state, decided


def is_end(step: Step) -> bool:
    """Whether nothing is left to do for the person today after a step."""
    return _STATE_AFTER[step] not in _OPEN


def is_open(state: RequestState) -> bool:
    """Whether somebody still has to do something for the person today."""
    return state in _OPEN


def may_wait_again(state: str) -> bool:
    """Whether somebody who was here and went may come back under the same number, as with a paper that was missing."""
    return state in _MAY_COME_BACK


def is_recording(step: Step) -> bool:
    """Whether a step says that somebody was recorded."""
    return step in _RECORDINGS


def counts_as_recorded(state: RequestState) -> bool:
    """Whether the request counts among the recordings of the day."""
    return state is RequestState.RECORDED


def papers_missing_problem() -> Problem:
    """Somebody is taken in although a paper was not seen."""
    message = text("Ada berkas yang belum dilihat. Boleh antre dulu; tunjukkan berkasnya sebelum dilayani.")
    return Problem("papers", "papers_missing", message, Severity.WARN)


def recorded_elsewhere_problem(where: str | Text, on: date | None) -> Problem:
    """Stops a second recording, with the remedy (F-R4, OP-4)."""
    return Problem("recorded_before", "recorded_elsewhere", _recorded_elsewhere(where, on))


def nik_first_at_table_problem() -> Problem:
    """Stops the recording of who has no NIK yet, with both ways out (4.2)."""
    message = text(
        "Belum ada NIK, jadi belum bisa direkam. Kalau NIK-nya ketemu, ketik sekarang. Kalau memang belum dibuat, "
        "pilih Urus biodata dulu dan beri formulir F-1.01."
    )
    return Problem("step", "no_nik", message)


def too_young_at_table_problem() -> Problem:
    """Stops the recording of who is under 16 and not married, with the way out (F-W2)."""
    message = text(
        "Belum 16 tahun. Yang direkam mulai 16 tahun, atau sudah pernah kawin. Pilih Belum 16 tahun; "
        "kalau sudah kawin, pilih Terekam + catatan dan tulis buktinya."
    )
    return Problem("step", "too_young", message)


def _may_follow(state: RequestState, step: Step) -> bool:
    if state is RequestState.RECORDED:
        return False
    if state in _OPEN:
        # A laptop with a slow clock may seem to register after the other one called.
        return step is not Step.REGISTERED
    return step in _REOPENING


def _recorded_elsewhere(where: str | Text, on: date | None) -> Text:
    if on is None:
        return text(
            "Sudah direkam di {where}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. "
            "Pilih Sudah pernah, kantor yang melanjutkan.",
            where=where,
        )
    return text(
        "Sudah direkam di {where}, {on}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. "
        "Pilih Sudah pernah, kantor yang melanjutkan.",
        where=where,
        on=_without_weekday(day_short(on)),
    )


def _without_weekday(day: str) -> str:
    return day.partition(" ")[2]
