"""What still keeps the shift open, in short."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.errors import Problem
from fieldkit.domain.shifts.shift import check_closing
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.view import CloseView


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checklist; tone ok, warn or err. `code` is the problem that it is about."""

    text: str
    tone: str
    stops: bool = False
    code: str = ""


def problems_of(view: CloseView, answers: Answers) -> tuple[Problem, ...]:
    """What the rules of the closing find."""
    shown = view.shown
    blanks = shown.blanks(answers.counted)
    cards = shown.cards_with(answers.held)
    return check_closing(shown.people, blanks, cards, reason=answers.reason, note=answers.note)


def checklist(view: CloseView, answers: Answers) -> list[Check]:
    """What is in order on one line, then each thing that is missing."""
    problems = problems_of(view, answers)
    # One thing at a time: without a reason nobody is asked for the story yet.
    told = [one for one in problems if one.code != "note_missing"] or list(problems)
    missing = [_missing(problem, view, answers) for problem in told]
    return [*_complete(view, answers), *(missing or _uncounted(view, answers))]


def _uncounted(view: CloseView, answers: Answers) -> list[Check]:
    """What is signed as it stands on record, because nobody looked."""
    if not view.shown.cards.held or answers.held is not None:
        return []
    return [Check(tr("{n} kartu di tangan belum dihitung", n=view.shown.cards.held), "warn")]


def _complete(view: CloseView, answers: Answers) -> list[Check]:
    shown, blanks = view.shown, view.shown.blanks(answers.counted)
    fine = [
        (tr("orang"), not shown.people.difference and not shown.people.still_open),
        (tr("blangko"), blanks.difference is not None and (not blanks.difference or answers.explained)),
        (tr("kartu"), _cards_agree(view, answers)),
        (tr("hadir"), bool(shown.present)),
        (tr("kendala"), all(one.ended_at for one in shown.incidents)),
    ]
    names = ", ".join(name for name, is_fine in fine if is_fine)
    return [Check(tr("{names} lengkap", names=names[:1].upper() + names[1:]), "ok")] if names else []


def _cards_agree(view: CloseView, answers: Answers) -> bool:
    cards = view.shown.cards_with(answers.held)
    if cards.held and answers.held is None:
        return False
    return answers.explained or (not cards.difference and cards.printed == view.shown.stock.printed)


def _missing(problem: Problem, view: CloseView, answers: Answers) -> Check:
    """What is only to be done yet is amber; what does not add up is red."""
    tone = "warn" if problem.code in {"still_open", "not_counted"} else "err"
    return Check(_short(problem, view, answers), tone, stops=True, code=problem.code)


def _short(problem: Problem, view: CloseView, answers: Answers) -> str:
    difference = abs(view.shown.blanks(answers.counted).difference or 0)
    cards = abs(view.shown.cards_with(answers.held).difference)
    words = {
        "still_open": tr("{n} orang belum selesai dilayani", n=view.shown.people.still_open),
        "not_counted": tr("Sisa blangko belum dihitung"),
        "blank_difference": tr("{n} selisih blangko belum dijelaskan", n=difference),
        "card_difference": tr("{n} selisih kartu belum dijelaskan", n=cards),
        "print_difference": tr("Kartu dicetak dan blangko terpakai tidak sama"),
        "note_missing": tr("Cerita selisihnya belum ditulis"),
    }
    return words.get(problem.code) or say(problem.message)
