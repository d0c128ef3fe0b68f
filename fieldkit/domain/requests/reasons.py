"""What belongs to a reason, all in one place: its word, papers and forms, how it may end, and what becomes of its card.

A new reason is a member of `Reason` and its line in `_RULES`; docs/architecture.md says what else may speak of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.requests.service import Paper, Reason, Step, is_end, step_label
from fieldkit.domain.text import Text, text, words_of

_APPLICATION: Final = "F-1.02"
_CHANGE: Final = "F-1.06"

_RECORDING_OUTCOMES: Final = (
    Step.RECORDED,
    Step.RECORDED_WITH_EXCEPTION,
    Step.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
)
# Keys 3, 5 and 6 mean the same for every reason. "Recorded before" says nothing about who has held a card.
_REPRINT_OUTCOMES: Final = (
    Step.ACCEPTED_FOR_REPRINT,
    Step.FORWARDED_TO_OFFICE,
    Step.INCOMPLETE_PAPERS,
    Step.CANCELLED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
)
_OFFICE_OUTCOMES: Final = (
    Step.FORWARDED_TO_OFFICE,
    Step.REFERRED,
    Step.INCOMPLETE_PAPERS,
    Step.CANCELLED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
)
# People from elsewhere are never turned away: who has no record yet is recorded here (F-R8).
_OUT_OF_REGION_OUTCOMES: Final = (
    Step.ACCEPTED_FOR_REPRINT,
    Step.RECORDED,
    Step.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
)
_PICK_UP_OUTCOMES: Final = (
    Step.CARD_COLLECTED,
    Step.FORWARDED_TO_OFFICE,
    Step.INCOMPLETE_PAPERS,
    Step.CANCELLED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a reason asks for and leads to; what most reasons share need not be said."""

    label: Text
    papers: tuple[Paper, ...]
    """What is looked at before somebody is taken in (F-D2)."""
    outcomes: tuple[Step, ...]
    """What the keys 1 to 6 mean (F-D3, F-R8)."""
    print_rank: int | None
    """Whose card is printed first while blanks are scarce, 0 first (F-B3); None where no card is made."""
    forms: tuple[str, ...] = (_APPLICATION,)
    """What the resident fills in, where the office has not said otherwise (F-D4)."""
    is_recorded: bool = False
    """Whether somebody is recorded for it at this table."""
    asks_before: bool = False
    """Whether it has to be asked if they were ever recorded anywhere (F-R4)."""
    has_old_card: bool = False
    """Whether they bring an old card, which is taken back (F-D2)."""


_RULES: Final[Mapping[str, _Rules]] = {
    Reason.FIRST_RECORDING: _Rules(
        text("Rekam baru"), (Paper.FAMILY_CARD,), _RECORDING_OUTCOMES, 0, is_recorded=True, asks_before=True
    ),
    Reason.LOST: _Rules(text("Hilang"), (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD), _REPRINT_OUTCOMES, 3),
    Reason.DAMAGED: _Rules(text("Rusak"), (Paper.OLD_CARD,), _REPRINT_OUTCOMES, 2, has_old_card=True),
    Reason.DATA_CHANGE: _Rules(
        text("Ubah data"),
        (Paper.OLD_CARD, Paper.PROOF_OF_CHANGE),
        _OFFICE_OUTCOMES,
        1,
        forms=(_APPLICATION, _CHANGE),
        has_old_card=True,
    ),
    Reason.MOVED: _Rules(text("Pindah"), (Paper.MOVING_LETTER, Paper.OLD_CARD), _OFFICE_OUTCOMES, 1, has_old_card=True),
    Reason.OUT_OF_REGION: _Rules(
        text("Luar domisili"), (Paper.FAMILY_CARD,), _OUT_OF_REGION_OUTCOMES, 0, is_recorded=True, asks_before=True
    ),
    Reason.RE_RECORDING: _Rules(text("Rekam ulang"), (Paper.FAMILY_CARD,), _RECORDING_OUTCOMES, 0, is_recorded=True),
    Reason.PICK_UP: _Rules(
        text("Ambil kartu"), (Paper.FAMILY_CARD, Paper.RECORDING_RECEIPT), _PICK_UP_OUTCOMES, None, forms=()
    ),
}
_FOREIGN_PAPERS: Final = (Paper.TRAVEL_DOCUMENT, Paper.STAY_PERMIT)
_PAPER_LABELS: Final[Mapping[str, Text]] = {
    Paper.FAMILY_CARD: text("Kartu keluarga (KK) dilihat"),
    Paper.POLICE_LOSS_LETTER: text("Surat kehilangan dari polisi dilihat"),
    Paper.OLD_CARD: text("KTP lama dilihat"),
    Paper.PROOF_OF_CHANGE: text("Bukti perubahan data dilihat"),
    Paper.MOVING_LETTER: text("Surat pindah (SKPWNI) dilihat"),
    Paper.RECORDING_RECEIPT: text("Bukti perekaman dilihat"),
    Paper.TRAVEL_DOCUMENT: text("Paspor atau dokumen perjalanan dilihat"),
    Paper.STAY_PERMIT: text("Izin tinggal tetap (ITAP) dilihat"),
}
_SELDOM: Final = (Step.UNDER_AGE, Step.REFUSED, Step.REFERRED, Step.REDIRECTED_TO_PICKUP, Step.CANCELLED)

RECORDED_FOR: Final = tuple(reason for reason in Reason if _RULES[reason].is_recorded)
"""Reasons for which somebody is recorded at the table, or at home."""
WITHOUT_CARD: Final = frozenset(reason for reason in Reason if _RULES[reason].print_rank is None)
"""Reasons for which no card is made."""
DEFAULT_FORMS: Final[Mapping[str, tuple[str, ...]]] = {reason: _RULES[reason].forms for reason in Reason}


def reason_label(reason: str) -> Text:
    """The word for a reason on buttons and in the queue."""
    return _RULES[reason].label if reason in _RULES else words_of(reason)


def paper_label(paper: str) -> Text:
    """The line of the paper checklist."""
    return _PAPER_LABELS.get(paper) or words_of(paper)


def required_papers(reason: Reason, *, foreign: bool = False) -> tuple[Paper, ...]:
    """The papers to look at for a reason; a foreign resident shows two more (F-D2)."""
    return _RULES[reason].papers + (_FOREIGN_PAPERS if foreign else ())


def allowed_outcomes(reason: str) -> tuple[Step, ...]:
    """The six outcomes offered for a reason, in the order of the keys 1 to 6 (F-D3, F-R8).

    A reason that this version does not know is the office's to finish.
    """
    return _RULES[reason].outcomes if reason in _RULES else _OFFICE_OUTCOMES


def seldom_outcomes(reason: str) -> tuple[Step, ...]:
    """What ends a request now and then, behind the key after the six: too young, refused, sent to another place."""
    six = allowed_outcomes(reason)
    fitting = _SELDOM if reason in RECORDED_FOR else _SELDOM[1:]
    return tuple(
        step for step in fitting if step not in six and (reason == Reason.LOST or step is not Step.REDIRECTED_TO_PICKUP)
    )


def may_come_about(reason: str, step: Step) -> bool:
    """Whether a step belongs to a reason: what the office finishes, nobody in the field can close (F-D3)."""
    return not is_end(step) or step in allowed_outcomes(reason) or step in seldom_outcomes(reason)


def asks_recorded_before(reason: str | None) -> bool:
    """Whether it has to be asked if the person was ever recorded anywhere: before each recording (F-R4)."""
    return reason is not None and reason in _RULES and _RULES[reason].asks_before


def is_offices(reason: str) -> bool:
    """Whether only the Dukcapil office can finish it, of which the resident is told (F-D3, OP-7)."""
    return allowed_outcomes(reason) == _OFFICE_OUTCOMES


def has_old_card(reason: str) -> bool:
    """Whether an old card is to be taken back."""
    return reason in _RULES and _RULES[reason].has_old_card


def reasons_by_rank() -> tuple[frozenset[str], ...]:
    """Whose cards are printed first while blanks are scarce, without a word of the office (F-B3)."""
    ranks = sorted({rules.print_rank for rules in _RULES.values() if rules.print_rank is not None})
    return tuple(frozenset(reason for reason in Reason if _RULES[reason].print_rank == rank) for rank in ranks)


def not_the_fields_problem(reason: str, step: Step) -> Problem:
    """An outcome that a reason can not have, with the way out."""
    names = {"step": step_label(step), "reason": reason_label(reason)}
    if is_offices(reason):
        message = text(
            "{reason} hanya diselesaikan di kantor Dukcapil, bukan di meja ini. Pilih Diteruskan ke kantor.", **names
        )
    else:
        message = text("{step} bukan hasil untuk {reason}. Pilih hasil lain dari daftar.", **names)
    return Problem("step", "not_of_reason", message)
