"""The three cards whose figures have to add up: people, blanks, cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fieldkit.domain.shifts.shift import PeopleCount, sum_line
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.ui.formats import clock, count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Card, SumBar
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, empty, holder, row, rule, set_gaps, stretched
from fieldkit.work.instants import at_site, moment

_MOST = 9_999
_FIELD_WIDTH = 84
"""For four digits; what is left belongs to the words before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its name, and what there is to know about it."""

    name: str
    figure: int
    hint: str = ""
    tone: str = ""


class FigureLine(QWidget):
    """One line; spare height makes it a little higher, and no more than that."""

    def __init__(self, line: Line, *, strong: bool) -> None:
        super().__init__()
        role = "strong" if strong else "body"
        figure = Label(count(line.figure), "strong", line.tone)
        hint = Label(line.hint, "hint", elide=True)
        row(
            Label(line.name, role, line.tone or ("" if strong else "ink2")),
            stretched(hint),
            figure,
            gap=10,
            inside=self,
        )
        self.setAccessibleName(", ".join(part for part in (line.name, count(line.figure), line.hint) if part))
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Heights follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(look().px(18))
        self.setMaximumHeight(look().px(46))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)


class BalanceCard(Card):
    """Lines, then their sum and whether it agrees."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__(title, icon=icon, gap=6)
        self._shown: list[Line] = []
        self._box = QVBoxLayout()
        set_gaps(self._box, 0)
        self.below = column(gap=4)
        self.sum = SumBar()
        self.add(stretched(holder(self._box)), self.below, None, self.sum)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the first one is what the others add up to."""
        if list(lines) == self._shown:
            return
        self._shown = list(lines)
        empty(self._box)
        for number, line in enumerate(lines):
            if number:
                self._box.addWidget(rule())
            self._box.addWidget(FigureLine(line, strong=number == 0), 1)

    def lines(self) -> list[Line]:
        """The lines shown."""
        return list(self._shown)

    def show_sum(self, parts: Sequence[int], total: int, difference: int, *, explained: bool = False) -> None:
        """The sum, and by how much it misses."""
        self.sum.show()
        self.sum.set(sum_line(parts, total), _verdict(difference, explained=explained), agrees=not difference)
        self.set_tone("err" if difference and not explained else "")


class PeopleCard(BalanceCard):
    """Who came, and what became of it."""

    def __init__(self) -> None:
        super().__init__(tr("Orang"), "users-three")

    def show_figures(self, view: CloseView) -> None:
        """The people of the shift."""
        people, shown = view.shown.people, view.shown
        late = tr("termasuk {n} di luar jam", n=shown.out_of_hours) if shown.out_of_hours else ""
        young = tr("{n} belum 17 tahun", n=shown.under_17) if shown.under_17 else ""
        piles = [(name, number) for name, number in _piles(people) if number]
        lines = [Line(tr("Datang"), people.arrived, late), Line(tr("Terekam"), people.recorded, young)]
        lines += [Line(name, number, _pile_hint(name)) for name, number in piles]
        if people.still_open:
            lines.append(Line(tr("Belum selesai dilayani"), people.still_open, tr("masih antre"), "warn"))
        self.show_lines(lines)
        self.sum.setVisible(not people.still_open)
        if not people.still_open:
            parts = [people.recorded, *(number for _, number in piles)]
            self.show_sum(parts, people.explained, people.difference)


class CountedCard(BalanceCard):
    """A balance with one figure that the lead counts by hand while the shift is open."""

    counted = Signal()

    def __init__(self, title: str, icon: str, name: str, object_name: str) -> None:
        super().__init__(title, icon)
        self.field = NumberField(name, high=_MOST)
        self.field.setObjectName(object_name)
        self.field.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._by = Label("", "hint", elide=True)
        self._entry = QWidget()
        caption = Label(name)
        caption.setBuddy(self.field.line)
        told = Flow([caption, stretched(self._by)], gap=10, whole=True, close=True)
        row(stretched(told), self.field.line, gap=10, inside=self._entry)
        self.below.addWidget(self._entry)
        self.below.addWidget(self.field.lift_finding())
        # Only its line is shown, in the row of its figure.
        self.field.setParent(self)
        self.field.hide()
        self.field.edited.connect(lambda _typed: self.counted.emit())
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """The field follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def focus_count(self) -> None:
        """Count again: the field with its figure selected."""
        self.field.focus_answer()
        self.field.line.selectAll()

    def show_entry(self, *, asked: bool, hint: str) -> None:
        """Whether it is asked for, and what there is to know about it."""
        self._entry.setVisible(asked)
        self._by.set_text(hint)

    def _measure(self) -> None:
        self.field.line.setFixedWidth(look().px(_FIELD_WIDTH))


class CardsCard(CountedCard):
    """Cards printed, handed over, and those in hand, counted by the lead."""

    def __init__(self) -> None:
        super().__init__(tr("Kartu"), "identification-card", tr("Belum diambil"), "held_counted")

    def show_figures(self, view: CloseView, answers: Answers) -> None:
        """The cards of the shift; those of earlier ones are named beside the balance."""
        cards, printed = view.shown.cards_with(answers.held), view.shown.stock.printed
        agrees = cards.printed == printed
        same = tr("sama dengan blangko") if agrees else tr("blangko terpakai {n}", n=printed)
        handed = tr("identitas diperiksa") if cards.handed_over else ""
        older = view.shown.handed_of_earlier
        lines = [
            Line(tr("Dicetak"), cards.printed, same, "" if agrees else "err"),
            Line(tr("Diserahkan"), cards.handed_over, tr("{n} lain dari shift lalu", n=older) if older else handed),
        ]
        asked = view.is_open and bool(cards.printed)
        if not asked:
            lines.append(Line(tr("Belum diambil"), cards.held, tr("dibawa ketua tim") if cards.held else ""))
        self.show_lines(lines)
        self.show_entry(asked=asked, hint=tr("tercatat {n}", n=view.shown.cards.held))
        self._show_balance(view, answers)

    def _show_balance(self, view: CloseView, answers: Answers) -> None:
        """What nobody counted can not but agree with the record, and is no sum."""
        cards = view.shown.cards_with(answers.held)
        if view.is_open and cards.held and answers.held is None:
            self.sum.hide()
            self.set_tone("")
            return
        parts, total = [cards.handed_over, cards.held], cards.handed_over + cards.held
        self.show_sum(parts, total, cards.difference, explained=answers.explained)
        if cards.held and answers.held is None:
            self.sum.set(sum_line(parts, total), tr("menurut catatan"), agrees=True)


class BlanksCard(CountedCard):
    """Blanks taken, used, and counted back by the lead."""

    def __init__(self) -> None:
        super().__init__(tr("Blangko"), "stack", tr("Dihitung kembali"), "counted")

    def show_figures(self, view: CloseView, answers: Answers, counter: str) -> None:
        """The blanks of the shift; the counted ones are typed while it is open."""
        stock = view.shown.stock
        opened = clock(at_site(moment(view.shift.opened_at), view.shift.time_zone))
        lines = [
            Line(tr("Dibawa ke lokasi"), stock.taken, tr("sejak {time}", time=opened)),
            Line(tr("Dicetak"), stock.printed),
            Line(tr("Rusak"), stock.spoiled, tr("di kotak kartu rusak") if stock.spoiled else ""),
        ]
        if stock.returned:
            lines.append(Line(tr("Dikembalikan"), stock.returned, tr("ke kantor")))
        if stock.settled:
            lines.append(Line(tr("Selisih"), stock.settled, tr("ditandatangani penyimpan")))
        asked = view.is_open and not view.count_stands
        if not asked and answers.counted is not None:
            hint = tr("tetap, sudah ditandatangani") if view.count_stands else counter
            lines.append(Line(tr("Dihitung kembali"), answers.counted, hint))
        self.show_lines(lines)
        told = counter if answers.counted is not None else tr("hitung keping di kotak")
        self.show_entry(asked=asked, hint=told)
        self._show_balance(view, answers)

    def _show_balance(self, view: CloseView, answers: Answers) -> None:
        blanks = view.shown.blanks(answers.counted)
        if blanks.accounted is None or blanks.difference is None:
            self.sum.hide()
            self.set_tone("")
            return
        rare = [part for part in (blanks.returned, blanks.settled) if part]
        parts = [blanks.printed, blanks.spoiled, *rare, blanks.counted or 0]
        self.show_sum(parts, blanks.accounted, blanks.difference, explained=answers.explained)


class Balances(Flow):
    """The three of them, side by side where there is room."""

    def __init__(self) -> None:
        self.people, self.blanks, self.cards = PeopleCard(), BlanksCard(), CardsCard()
        super().__init__([stretched(self.people), stretched(self.blanks), stretched(self.cards)], gap=12)

    def show_figures(self, view: CloseView, answers: Answers, counter: str) -> None:
        """The figures of the shift; `counter` tells who counted the blanks."""
        self.people.show_figures(view)
        self.blanks.show_figures(view, answers, counter)
        self.cards.show_figures(view, answers)


def _verdict(difference: int, *, explained: bool) -> str:
    if not difference:
        return tr("cocok")
    missing = tr("kurang {n}", n=difference) if difference > 0 else tr("lebih {n}", n=-difference)
    return tr("{difference}, dijelaskan", difference=missing) if explained else missing


def _piles(people: PeopleCount) -> list[tuple[str, int]]:
    return [
        (tr("Berkas kurang"), people.incomplete_papers),
        (tr("Sudah pernah direkam"), people.already_recorded),
        (tr("Pulang sebelum giliran"), people.left),
        (tr("Gagal alat atau listrik"), people.failed),
        (tr("Cetak ulang, ke kantor"), people.forwarded),
        (tr("Hasil lain"), people.other),
    ]


def _pile_hint(name: str) -> str:
    return tr("diminta kembali") if name in {tr("Berkas kurang"), tr("Gagal alat atau listrik")} else ""
