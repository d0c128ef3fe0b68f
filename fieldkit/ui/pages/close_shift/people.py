"""Who of the team was there, and what went wrong: the two lists at the foot."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.domain.roles import role_label
from fieldkit.domain.shifts.incident import incident_sentence, minutes_lost
from fieldkit.domain.stock.movements import Product
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.store.queries.today.day import IncidentRow
from fieldkit.ui.formats import clock, count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.extras import extra_rows
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.rows.steady import NOT_YET, GrowingScroll
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import at_site, moment

_FEW_PRINTS: Final = 25
"""A ribbon that may end during the next shift."""


class ListCard(Card):
    """A title, a figure at its right, and rows that scroll where there are many."""

    def __init__(self, title: str, button: Button, *, counts: bool = False) -> None:
        self._sum = Label("", "label")
        super().__init__(title, right=button, gap=4)
        if counts:
            self.head.insertWidget(1, self._sum, 0, Qt.AlignmentFlag.AlignTop)
        self._shown: list[RowItem] = []
        self._whole = False
        self._rows = RowList(name=title)
        self._scroll = GrowingScroll(self._rows)
        self.add(stretched(self._scroll))

    def show_rows(self, items: list[RowItem], total: str) -> None:
        """Show these rows."""
        self._sum.set_text(total)
        if items != self._shown:
            self._shown = items
            self._rows.set_items(items)
            self.set_whole(self._whole)

    def set_whole(self, whole: bool) -> None:
        """Show all rows without scrolling, on a page that scrolls itself."""
        self._whole = whole
        self._scroll.setMinimumHeight(self._rows.sizeHint().height() if whole else 0)

    def rows(self) -> list[RowItem]:
        """The rows shown."""
        return list(self._shown)


class Foot(Columns):
    """Team and incidents, and beside them the signature."""

    def __init__(self, sign_card: QWidget) -> None:
        self.add_button = Button(tr("Layanan lain"), "small", key="Ctrl+J")
        self.add_button.setObjectName("add_extras")
        self.team_button = Button(tr("Meja lain"), "small", key="Ctrl+M")
        self.team_button.setObjectName("open_team")
        self.team = ListCard(tr("Hadir"), self.team_button, counts=True)
        self.incidents = ListCard(tr("Kendala"), self.add_button)
        # The buttons are higher than the titles; all three titles stand on one line.
        for card in (self.team, self.incidents):
            card.head.setAlignment(card.title_label, Qt.AlignmentFlag.AlignTop)
        super().__init__([(self.team, None), (self.incidents, None), (sign_card, 366)])

    def settle(self, *, low: bool) -> None:
        """In a low window the page scrolls, and the lists do not."""
        self.team.set_whole(low)
        self.incidents.set_whole(low)

    def show_view(self, view: CloseView, answers: Answers, ended_utc: datetime) -> None:
        """Who was there, what went wrong, what was added."""
        self.add_button.setVisible(view.is_open)
        # Once it is signed, closing the team is the way there.
        self.team_button.setVisible(view.is_open)
        self.team.show_rows(team_rows(view), tr("{n} orang", n=len(view.shown.present)))
        incidents = incident_rows(view, ended_utc) or [RowItem("none", tr("Tidak ada kendala"))]
        self.incidents.show_rows([*incidents, *consumable_rows(view, answers), *extra_rows(answers)], "")


def team_rows(view: CloseView) -> list[RowItem]:
    """Everybody who was there."""
    return [
        RowItem(
            str(number),
            one.name,
            value=say(role_label(one.role)),
            badge=(tr("s.d. {time}", time=_local(one.until, view)), "mute") if one.until else (tr("Hadir"), "ok"),
        )
        for number, one in enumerate(view.shown.present)
    ]


def incident_rows(view: CloseView, now_utc: datetime) -> list[RowItem]:
    """The incidents of the shift, then who has no phone and who came late."""
    shown = view.shown
    rows = [_incident_row(one, view, now_utc) for one in shown.incidents]
    if shown.without_phone:
        rows.append(RowItem("no_phone", tr("{n} orang", n=count(shown.without_phone)), lead=tr("Tanpa HP")))
    if shown.receipts_missing:
        rows.append(RowItem("receipts", tr("{n} gagal dicetak", n=count(shown.receipts_missing)), lead=tr("Resi")))
    if shown.out_of_hours:
        rows.append(RowItem("late", tr("{n} orang", n=count(shown.out_of_hours)), lead=tr("Luar jam")))
    return rows


def consumable_rows(view: CloseView, answers: Answers) -> list[RowItem]:
    """Ribbon and film: estimated, so that what the printer says otherwise is only pointed out."""
    told = dict(answers.consumables)
    words = {Product.RIBBON.value: tr("Ribbon"), Product.FILM.value: tr("Film")}
    return [
        RowItem(
            name,
            tr("dipakai {used}, sisa ± {left}", used=count(used), left=count(left)),
            lead=words.get(name, name),
            badge=_off(left, told.get(name)),
        )
        for name, used, left in view.shown.consumables
    ]


def _off(left: int, told: int | None) -> tuple[str, str] | None:
    if told is None or told == left:
        return (tr("menipis"), "warn") if left <= _FEW_PRINTS else None
    return tr("printer {n}", n=count(told)), "warn"


def _incident_row(one: IncidentRow, view: CloseView, now_utc: datetime) -> RowItem:
    minutes = tr("{n} mnt", n=_minutes(one.began_at, one.ended_at, now_utc))
    return RowItem(
        one.id,
        say(incident_sentence(one.kind)),
        lead=f"{_local(one.began_at, view)} – {_local(one.ended_at, view) if one.ended_at else NOT_YET}",
        value=minutes if one.ended_at else "",
        badge=None if one.ended_at else (minutes, "warn"),
    )


def _minutes(began_at: str, ended_at: str, now_utc: datetime) -> int:
    return minutes_lost(moment(began_at), moment(ended_at) if ended_at else None, now_utc)


def _local(instant: str, view: CloseView) -> str:
    return clock(at_site(moment(instant), view.shift.time_zone))
