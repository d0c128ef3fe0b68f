"""What the drawers of team and afterwards ask for: signatures, and papers of the team and of older closings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from fieldkit.store.queries.closing.beside import NOTHING_BESIDE, beside
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.context import Context
from fieldkit.ui.pages.close_shift.acts import correct_act, reopen_act, report_act, team_act
from fieldkit.ui.pages.close_shift.after_panel import AfterPanel
from fieldkit.ui.pages.close_shift.documents import Paper, preview_of_team
from fieldkit.ui.pages.close_shift.signing import Act, Signing
from fieldkit.ui.pages.close_shift.team_panel import TeamPanel
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.work.closing.reopening import CorrectClosing, ReopenShift
from fieldkit.work.instants import instant


class DrawerActs(QObject):
    """Stands between the two panels and what signs and writes."""

    def __init__(self, context: Context, signing: Signing) -> None:
        super().__init__(signing)
        self._context, self._signing = context, signing
        self._view: CloseView | None = None

    def listen_to_team(self, team: TeamPanel) -> None:
        """The panel of the team is there now."""
        team.signing.connect(lambda: self._sign(lambda shift: team_act(team.command(shift.id), shift.name)))
        team.record.clicked.connect(lambda: self._write_team(team, Paper.RECORD))
        team.report.clicked.connect(lambda: self._write_team(team, Paper.REPORT))

    def listen_to_after(self, after: AfterPanel) -> None:
        """The panel of what comes after the signature is there now."""
        after.printing.connect(self._write_older)
        after.listing.connect(self._write_attendance)
        after.reopening.connect(lambda: self._sign(lambda shift: _reopening(after, shift)))
        after.reporting.connect(lambda: self._sign(lambda shift: report_act(shift.id, shift.name)))
        after.correcting.connect(lambda: self._sign(lambda shift: _correction(after, shift)))

    def show_view(self, view: CloseView) -> None:
        """The shift that all of it is about."""
        self._view = view

    def _sign(self, act_for: Callable[[Shift], Act]) -> None:
        if self._view is not None:
            self._signing.ask(act_for(self._view.shift))

    def _write_team(self, team: TeamPanel, paper: Paper) -> None:
        """The signed papers of the team while they hold; else what would be signed now."""
        view = self._view
        if view is None or not view.team.counted:
            return
        closing, store = view.team.last, self._context.store
        if closing is None or view.team.news:
            now, name = instant(self._context.clock.now_utc()), self._context.user.name
            closing = preview_of_team(view.team, team.command(view.shift.id), name, now)
            self._signing.write(closing, NOTHING_BESIDE, paper)
            return
        write = partial(self._signing.write, closing)
        self._context.ask(self, lambda: store.query(beside, closing), lambda told: write(told, paper))

    def _write_attendance(self) -> None:
        if self._view is not None and self._view.closing is not None:
            self._signing.write_attendance(self._view.closing, self._view.shift.village)

    def _write_older(self, closing_id: str) -> None:
        """Both papers of one of the closings, also of one that was replaced."""
        view, store = self._view, self._context.store
        closing = next((one for one in view.closings if one.id == closing_id), None) if view is not None else None
        if closing is not None:
            write = partial(self._signing.write, closing)
            self._context.ask(self, lambda: store.query(beside, closing), lambda told: write(told, *Paper))


def _reopening(after: AfterPanel, shift: Shift) -> Act:
    return reopen_act(ReopenShift(shift.id, after.reason.value()), shift.name)


def _correction(after: AfterPanel, shift: Shift) -> Act:
    return correct_act(CorrectClosing(shift.id, after.correction.value()), shift.name)
