"""What the panel shows of somebody who waits, somebody on the route, and a stop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.visits.requests import VisitRequest
from fieldkit.store.queries.visits.route import Met, Stop, Waiting
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits.wording import (
    Badged,
    asked_line,
    joined,
    met_badge,
    met_second,
    person_line,
    stop_badge,
    stop_second,
    stop_title,
    tried_line,
    waiting_badge,
    way_line,
)
from fieldkit.ui.widgets.cards import EmptyState, Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched

JOIN, NEW_STOP, VISIT, DELIVER, TAKE_OFF, UNDO = "join", "new_stop", "visit", "deliver", "take_off", "undo"
CHANGE, EARLIER, LATER, CANCEL, WITHDRAW = "change", "earlier", "later", "cancel", "withdraw"


class Face(QWidget):
    """A name, some lines, and acts by digit."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.badge = Label("", "person", elide=True), Badge()
        self.lines = [Label("", "second", "ink2", wrap=True) for _ in range(5)]
        self.acts, self._offered = ActionPanel(name=tr("Tindakan")), list[Choice]()
        self.acts.setObjectName("visit_acts")
        self.name.setObjectName("visit_name")
        self.badge.setObjectName("visit_badge")
        held = QWidget()
        head = row(stretched(self.name), self.badge, gap=8)
        column(head, *self.lines, rule(), self.acts, None, gap=6, inside=held)
        column(stretched(Scrolled(held)), inside=self)
        self.acts.picked.connect(self.picked)

    def show_waiting(self, each: Waiting, stop: Stop | None, on: date, time_zone: str) -> None:
        """Somebody on no route; `stop` is the one that is selected."""
        asked = each.request
        wanted = [Choice(NEW_STOP, tr("Perhentian di rumahnya"), "house-line")]
        wanted.append(Choice(VISIT, tr("Catat hasil kunjungan"), "clipboard-text"))
        if stop is not None:
            wanted.append(Choice(JOIN, tr("Ikut ke {stop}", stop=stop_title(stop)), "users-three"))
        wanted += [*_card(asked), _withdraw()]
        self._show(asked.name, waiting_badge(each), self._about(asked, on, time_zone), wanted)

    def show_placed(self, met: Met, asked: VisitRequest | None, stop: Stop, on: date, time_zone: str) -> None:
        """Somebody at a stop."""
        where = tr("Di {stop}", stop=stop_title(stop))
        if not met.is_left:
            acts = [Choice(UNDO, tr("Batalkan catatan ini"), "arrow-counter-clockwise")]
            self._show(met.name, met_badge(met), (where, met_second(met)), acts)
            return
        acts = [Choice(VISIT, tr("Catat hasil kunjungan"), "clipboard-text")]
        acts += _card(asked) if asked else []
        acts += [Choice(TAKE_OFF, tr("Lepas dari rute"), "minus-circle"), _withdraw()]
        about = self._about(asked, on, time_zone) if asked else ()
        self._show(met.name, met_badge(met), (joined(where, met_second(met)), *about), acts)

    def show_stop(self, stop: Stop) -> None:
        """A stop."""
        acts = [
            Choice(CHANGE, tr("Ubah perhentian"), "pencil-simple"),
            Choice(EARLIER, tr("Lebih dulu")),
            Choice(LATER, tr("Lebih akhir")),
            Choice(CANCEL, tr("Tidak jadi ke sini"), "minus-circle"),
        ]
        names = ", ".join(each.name for each in stop.people)
        self._show(stop_title(stop), stop_badge(stop), (stop_second(stop), stop.note, names), acts)

    def focus_first(self) -> None:
        """Make the digits live."""
        self.acts.focus_first()

    def _about(self, asked: VisitRequest, on: date, time_zone: str) -> tuple[str, ...]:
        lines = (person_line(asked, on), way_line(asked), joined(asked_line(asked, time_zone), asked.note))
        return (*lines, tried_line(asked, time_zone))

    def _show(self, name: str, badge: Badged, lines: Sequence[str], acts: Sequence[Choice]) -> None:
        self.name.set_text(name)
        self.badge.setVisible(badge is not None)
        if badge is not None:
            self.badge.set(*badge)
        said = [line for line in lines if line]
        for label, words in zip(self.lines, [*said, *[""] * (len(self.lines) - len(said))], strict=False):
            label.set_text(words)
            label.setVisible(bool(words))
        if self._offered != list(acts):
            # Else the digits under somebody's hand stay where they are.
            self._offered = list(acts)
            self.acts.set_choices(acts)


class Nobody(EmptyState):
    """Nobody is looked at."""

    def __init__(self) -> None:
        super().__init__(
            "house-line", tr("Belum ada yang dipilih"), tr("Enter pada orang yang menunggu, atau pada rute (Alt+R).")
        )


def _card(asked: VisitRequest) -> list[Choice]:
    return [Choice(DELIVER, tr("Serahkan kartu"), "identification-card")] if asked.card_request_id else []


def _withdraw() -> Choice:
    return Choice(WITHDRAW, tr("Tarik permintaan"), "x-circle")
