"""The tables of the session side by side, in the drawer: what came by stick, what is missing, and their sum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.domain.shifts.closing import check_team_closing
from fieldkit.store.queries.closing.tables import TableClosing, TableFigures
from fieldkit.store.queries.closing.team import TeamView
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.formats import clock, count
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Notice
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, drop, holder, row, set_gaps, stretched
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.work.closing.team import CloseTeam
from fieldkit.work.instants import at_site, moment


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of the table: a table of the team, one that is missing, or all together."""

    id: str
    name: str
    second: str
    figures: TableFigures | None
    tone: str = ""


class TeamPanel(QWidget):
    """Everything that a team closing rests on, before it is signed."""

    taking = Signal()
    """The stick of another table is to be read."""
    signing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: TeamView | None = None
        self._boxes: dict[str, TickBox] = {}
        self._model = RowsModel(_columns())
        self.table = Table(self._model, two_line=True, name=tr("Meja dalam shift ini"), total_row=True)
        self.news = Notice(tone="warn")
        self.take = Button(tr("Ambil kiriman meja lain"), icon="download-simple", key="Ctrl+O", press=self.taking.emit)
        self.record = Button(tr("Berita acara tim"), "small")
        self.report = Button(tr("Laporan tim"), "small")
        self.note = TextField(tr("Kenapa belum ada"), hint=tr("tanpa nama warga"))
        self.sign_button = Button(
            tr("Tutup tim & tanda tangani"), "primary", icon="lock-simple", key="Ctrl+Enter", press=self.signing.emit
        )
        self._asked = Label(
            tr("Belum ada apa-apa dari laptop ini. Centang kalau ikut dalam shift ini."), "hint", wrap=True
        )
        self._stop = Label("", "second-strong", "err", wrap=True)
        self._ticks = QVBoxLayout()
        set_gaps(self._ticks, 4)
        self.bar = ActionBar(self.sign_button)
        self._name_parts()
        self._arrange()

    def show_team(self, view: TeamView, shift: Shift, *, is_closed: bool, may_sign: bool) -> None:
        """The tables as they are known here."""
        self._view = view
        self._model.set_rows(_rows(view, shift))
        self._offer_others(view)
        self._show_news(view)
        for button in (self.record, self.report):
            button.setEnabled(bool(view.counted))
        self._show_checks(is_closed=is_closed, may_sign=may_sign)

    def command(self, shift_id: str) -> CloseTeam:
        """What would be signed."""
        view = self._view
        ids = tuple(each.id for each in view.counted) if view is not None else ()
        return CloseTeam(shift_id, ids, self.missing(), self.note.value().strip())

    def missing(self) -> tuple[str, ...]:
        """Tables that took part and have no closing here: those known to be open, and those that were ticked."""
        ticked = [prefix for prefix, box in self._boxes.items() if box.checked()]
        known = self._view.absent if self._view else ()
        return tuple(dict.fromkeys([*known, *ticked]))

    def _show_checks(self, *, is_closed: bool, may_sign: bool) -> None:
        view, missing = self._view, self.missing()
        self.note.setVisible(bool(missing))
        problems = check_team_closing(
            is_own_closed=is_closed,
            counted=len(view.counted) if view is not None else 0,
            missing=len(missing),
            note=self.note.value(),
        )
        said = [say(problem.message) for problem in problems]
        if not may_sign:
            said.append(tr("Hanya ketua tim yang menutup tim."))
        self._state = (is_closed, may_sign)
        self._stop.set_text(" ".join(said))
        self._stop.setVisible(bool(said))
        self.sign_button.setEnabled(not said)
        self.sign_button.set_reason(" ".join(said))

    def _again(self) -> None:
        is_closed, may_sign = self._state
        self._show_checks(is_closed=is_closed, may_sign=may_sign)

    def _show_news(self, view: TeamView) -> None:
        names = ", ".join(each.table for each in view.news)
        self.news.setVisible(view.last is not None)
        if view.last is None:
            return
        if names:
            told = tr(
                "Penutupan {tables} datang sesudah tim ditutup. Tanda tangani lagi supaya terhitung.", tables=names
            )
            self.news.set(tr("Penutupan tim ke-{n} belum lengkap", n=view.number), told, tone="warn")
        else:
            told = tr("Angkanya tidak berubah lagi. Penutupan meja yang datang kemudian meminta penutupan tim baru.")
            self.news.set(tr("Tim sudah ditutup, penutupan ke-{n}", n=view.number), told, tone="ok")

    def _offer_others(self, view: TeamView) -> None:
        offered = dict(view.others)
        for prefix in [known for known in self._boxes if known not in offered]:
            box = self._boxes.pop(prefix)
            drop(self._ticks, box)
        for prefix, name in offered.items():
            if prefix not in self._boxes:
                box = self._boxes[prefix] = TickBox(f"{prefix} {name}")
                box.setObjectName(f"missing_{prefix}")
                box.ticked.connect(lambda _on: self._again())
                self._ticks.addWidget(box)
        self._asked.setVisible(bool(offered))

    def _name_parts(self) -> None:
        names = {
            "team_tables": self.table,
            "team_take": self.take,
            "team_record": self.record,
            "team_report": self.report,
            "team_note": self.note,
            "team_sign": self.sign_button,
        }
        for name, part in names.items():
            part.setObjectName(name)

    def _arrange(self) -> None:
        self._state = (False, False)
        self.setObjectName("team_closing")
        self.note.edited.connect(lambda _typed: self._again())
        self.news.hide()
        papers = holder(row(self.record, self.report, None, gap=8))
        acts = Flow([self.take, stretched(papers)], gap=8)
        column(
            self.news,
            stretched(self.table),
            acts,
            self._asked,
            holder(self._ticks),
            self.note,
            self._stop,
            self.bar,
            gap=8,
            inside=self,
        )
        self.setFocusProxy(self.take)


def _rows(view: TeamView, shift: Shift) -> list[TableRow]:
    rows = [_table_row(each, shift) for each in view.tables]
    rows += [TableRow(name, name, tr("belum ada penutupan"), None, "warn") for name in view.open]
    words = tr("{n} meja terhitung", n=len(view.counted))
    return [*rows, TableRow("together", tr("Bersama"), words, view.together)]


def _table_row(closing: TableClosing, shift: Shift) -> TableRow:
    name = closing.table or tr("Meja lain")
    at = clock(at_site(moment(closing.at), shift.time_zone))
    who = tr("meja ini") if closing.shift_id == shift.id else closing.signer_name
    if not closing.is_signed:
        return TableRow(closing.id, name, tr("tanda tangan tidak cocok"), None, "err")
    if closing.is_taken_back:
        return TableRow(closing.id, name, tr("dibuka lagi, belum ditutup"), None, "warn")
    if closing.figures is None:
        return TableRow(closing.id, name, tr("belum bisa dibaca di sini"), None, "err")
    told = f"{at}, {who}" if who else at
    return TableRow(closing.id, name, told, closing.figures)


def _columns() -> list[Column]:
    return [
        Column(tr("Meja"), lambda one: (one.name, one.second), kind="two", width="stretch", tone=lambda one: one.tone),
        _figure(tr("Datang"), lambda of: of.people.arrived),
        _figure(tr("Terekam"), lambda of: of.people.recorded),
        _figure(tr("Dibawa"), lambda of: of.blanks.taken),
        _figure(tr("Dicetak"), lambda of: of.blanks.printed),
        _figure(tr("Rusak"), lambda of: of.blanks.spoiled),
        _figure(tr("Dihitung"), lambda of: of.blanks.counted),
        Column(tr("Selisih"), _difference, align="right", tone=lambda one: "err" if _is_off(one) else ""),
        _figure(tr("Diserahkan"), lambda of: of.cards.handed_over),
    ]


def _figure(title: str, of: Callable[[TableFigures], int | None]) -> Column:
    def shown(one: TableRow) -> str:
        amount = of(one.figures) if one.figures is not None else None
        return "–" if amount is None else count(amount)

    return Column(title, shown, align="right")


def _difference(one: TableRow) -> str:
    """Of blanks; where these agree, of cards."""
    missing = one.figures.blanks.difference if one.figures is not None else None
    if one.figures is None or missing is None:
        return "–"
    if missing:
        return tr("kurang {n}", n=missing) if missing > 0 else tr("lebih {n}", n=-missing)
    cards = one.figures.cards.difference
    if cards:
        return tr("{n} kartu kurang", n=cards) if cards > 0 else tr("{n} kartu lebih", n=-cards)
    return tr("cocok")


def _is_off(one: TableRow) -> bool:
    return one.figures is not None and bool(one.figures.blanks.difference or one.figures.cards.difference)
