"""The figures above the targets: what was set, how far it is, at which pace, and when that is over."""

from __future__ import annotations

from datetime import date, timedelta

from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.lists.outlook import Outlook, outlook, pace_until
from fieldkit.domain.lists.targets import signed_form
from fieldkit.store.queries.targets.page import TargetsView
from fieldkit.ui.formats import count, day_month, decimal, percent_text
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.targets.places import village_targets, whole
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.layouts import row, rule, stretched


class TargetFigures(Block):
    """Five figures beside each other."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self.target = Figure(tr("Target desa/kelurahan"), tight=True)
        self.recorded = Figure(tr("Sudah terekam"), track=True, tight=True)
        self.left = Figure(tr("Sisa terjangkau"), tight=True)
        self.pace, self.met = Figure(tr("Laju"), tight=True), Figure(tr("Target tercapai"), tight=True)
        named = {"target": self.target, "recorded": self.recorded, "left": self.left, "pace": self.pace}
        parts = []
        for name, figure in {**named, "met": self.met}.items():
            figure.setObjectName(f"targets_{name}")
            parts += [stretched(figure), rule(upright=True)]
        self.add(row(*parts[:-1], gap=12))

    def show_view(self, view: TargetsView, today: date) -> None:
        """The regency on a day."""
        numbers, targets = whole(view), village_targets(view)
        total = sum(target.quantity for target in targets)
        self.target.set(count(total) if targets else "–", tr("orang") if targets else "", foot=signature_words(view))
        share = numbers.recorded / numbers.gross if numbers.gross else None
        of_list = tr(
            "{share} dari {n}", share=percent_text(percent(numbers.recorded, numbers.gross)), n=count(numbers.gross)
        )
        self.recorded.set(count(numbers.recorded), tr("orang"), foot=of_list, share=share)
        explained = tr("{n} dijelaskan", n=count(numbers.gross - numbers.reachable))
        self.left.set(count(numbers.left), tr("orang"), foot=explained)
        self._show_outlook(outlook_of(view, today), view)

    def _show_outlook(self, seen: Outlook, view: TargetsView) -> None:
        days = view.team_days.days_for(seen.to_go)
        foot = tr("{n} hari-tim lagi", n=count(days)) if days is not None else ""
        if seen.pace.people:
            self.pace.set(decimal(float(seen.pace.per_day)), tr("/ hari"), foot=foot)
        else:
            self.pace.set("–", foot=tr("minggu ini belum ada yang terekam"))
        self.met.set(*_met_words(seen), foot=_needed_words(seen), tone="warn" if seen.is_late else "")


def outlook_of(view: TargetsView, today: date) -> Outlook:
    """When what is missing to the targets is recorded; to everybody within reach where none is set."""
    numbers, targets = whole(view), village_targets(view)
    to_go = max(0, sum(target.quantity for target in targets) - numbers.recorded) if targets else numbers.left
    return outlook(to_go, pace_until(view.recorded, today), _by(view))


def _by(view: TargetsView) -> date | None:
    """The last day of the targets; without one the day before the vote."""
    days = [target.until for target in view.targets.values() if target.until is not None]
    return max(days) if days else (view.vote_day - timedelta(days=1) if view.vote_day else None)


def _met_words(seen: Outlook) -> tuple[str, str]:
    if seen.to_go == 0:
        return tr("Sudah"), ""
    return (day_month(seen.met_on), str(seen.met_on.year)) if seen.met_on is not None else ("–", "")


def _needed_words(seen: Outlook) -> str:
    if seen.needed is None or seen.by is None:
        return tr("tanpa laju tidak ada tanggal") if seen.met_on is None else ""
    return tr("perlu {n}/hari sampai {day}", n=count(seen.needed), day=day_month(seen.by))


def signature_words(view: TargetsView) -> str:
    """Whether the head has signed the targets as they stand."""
    if not view.targets:
        return tr("belum ada target")
    if view.approval is None:
        return tr("belum ditandatangani kepala dinas")
    if is_signed(view):
        return tr("ditandatangani {name}", name=view.approval.signer_name)
    return tr("berubah sesudah ditandatangani")


def is_signed(view: TargetsView) -> bool:
    """Whether the last signature is about the very targets that hold."""
    return view.approval is not None and view.approval.document.get("targets") == signed_form(
        view.targets, view.regency
    )
