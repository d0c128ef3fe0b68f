"""How many cards wait for what, in figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fieldkit.domain.notices.tasks import Task
from fieldkit.store.queries.notices.desk import NoticeView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.layouts import holder, row, rule, stretched


class NoticeStrip(Block):
    """Figures beside each other, in the order in which somebody has to act."""

    def __init__(self) -> None:
        super().__init__("card", gap=8)
        self.figures = {
            Task.SETTLE: Figure(tr("Belum jelas"), icon="question"),
            Task.CALL: Figure(tr("Perlu ditelepon"), icon="phone-call"),
            Task.ASK_RT: Figure(tr("Lewat RT"), icon="house-line"),
            Task.SEND: Figure(tr("Antre SMS"), icon="hourglass"),
            Task.WAIT: Figure(tr("Menunggu"), icon="clock"),
            Task.DONE: Figure(tr("Tiga kabar"), icon="check-circle"),
        }
        shown = list(self.figures.values())
        self.add(Flow([stretched(_beside(shown[:3])), stretched(_beside([None, *shown[3:]]))], gap=14, whole=True))
        for task, figure in self.figures.items():
            figure.setObjectName(f"notices_{task}")

    def show_view(self, view: NoticeView) -> None:
        """The figures of now."""
        tally = view.by_task
        once, twice = (sum(card.task is Task.WAIT and card.counted == n for card in view.cards) for n in (1, 2))
        feet = {
            Task.SETTLE: tr("tanyakan dulu"),
            Task.CALL: tr("petugas kartu"),
            Task.ASK_RT: tr("tanpa nomor"),
            Task.SEND: tr("{n} tertahan", n=count(view.stuck)) if view.stuck else tr("dikirim pusat"),
            Task.WAIT: tr("{n} sekali · {m} dua kali", n=count(once), m=count(twice)),
            Task.DONE: tr("tinggal diambil"),
        }
        for task, figure in self.figures.items():
            acts = task in (Task.SETTLE, Task.CALL, Task.ASK_RT) or (task is Task.SEND and view.stuck)
            tone = "warn" if acts and tally[task] else ""
            figure.set(count(tally[task]), foot=feet[task] if tally[task] else "", tone=tone)


def _beside(figures: Sequence[Figure | None]) -> QWidget:
    """Figures with a line between them; None for one that stands before the first."""
    parts: list[QWidget] = [
        part for figure in figures for part in (rule(upright=True), *([stretched(figure)] if figure else []))
    ]
    return holder(row(*parts[1:], gap=14))
