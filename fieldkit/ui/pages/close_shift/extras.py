"""What else belongs into the papers: other products that were served, and remarks. Nobody has to answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from fieldkit.domain.stock.movements import Product
from fieldkit.reports.making.labels import OTHER_PRODUCTS, product_counts
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, grid, holder, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.path import EnterPath
from fieldkit.ui.widgets.rows import RowItem

_MOST = 9_999


class ExtrasPanel(QWidget):
    """Counts and remarks, in the drawer."""

    edited = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.products = {code: _product_field(code, word) for code, word in OTHER_PRODUCTS.items()}
        self.consumables = {code: _product_field(code, word) for code, word in _consumable_words().items()}
        self.not_uploaded = _product_field("not_uploaded", tr("Rekaman belum terunggah"))
        self.letter = TextField(tr("Nomor berita acara"))
        self.assignment = TextField(tr("Nomor surat tugas"))
        self.remarks = NoteField(tr("Catatan untuk laporan"), hint=tr("tanpa nama warga"), lines=4)
        self.done_button = Button(tr("Selesai"), "primary", key="Ctrl+Enter", press=self.finished.emit)
        self.bar = ActionBar(self.done_button)
        self._arrange()
        others = (*self.consumables.values(), self.not_uploaded, self.letter, self.assignment)
        self._path = EnterPath([*self.products.values(), self.remarks, *others], self.done_button.setFocus)
        for field in (*self.products.values(), *others):
            field.edited.connect(lambda _typed: self.edited.emit())
        self.remarks.edited.connect(lambda _typed: self.edited.emit())

    def take(self, answers: Answers) -> None:
        """Fill with what was answered before."""
        counts = dict(answers.products)
        for code, field in self.products.items():
            field.set_number(counts.get(code))
        told = dict(answers.consumables)
        for code, field in self.consumables.items():
            field.set_number(told.get(code))
        self.not_uploaded.set_number(answers.not_uploaded)
        self.letter.set_value(answers.letter_number)
        self.assignment.set_value(answers.assignment_letter)
        self.remarks.set_value(answers.remarks)
        self.bar.set_draft("")

    def added_to(self, answers: Answers) -> Answers:
        """The answers with what stands here; a product that was left empty was not counted."""
        return replace(
            answers,
            products=_counted(self.products),
            consumables=_counted(self.consumables),
            not_uploaded=self.not_uploaded.number(),
            letter_number=self.letter.value().strip(),
            assignment_letter=self.assignment.value().strip(),
            remarks=self.remarks.value().strip(),
        )

    def offer_consumables(self, known: Sequence[str]) -> None:
        """Ask only for what is counted here."""
        for code, field in self.consumables.items():
            field.setVisible(code in known)

    def _arrange(self) -> None:
        self.setObjectName("closing_extras")
        self.remarks.setObjectName("remarks")
        self.done_button.setObjectName("extras_done")
        fields = QWidget()
        column(
            Label(tr("Layanan lain yang diberikan dalam shift ini"), "strong", wrap=True),
            holder(grid(list(self.products.values()), 2, gap=12)),
            4,
            self.remarks,
            Label(tr("Alat, bahan, dan surat"), "strong", wrap=True),
            holder(grid([*self.consumables.values(), self.not_uploaded, self.letter, self.assignment], 2, gap=12)),
            Label(
                tr("Masuk laporan harian dan ikut ditandatangani. Boleh dikosongkan."),
                "hint",
                wrap=True,
            ),
            None,
            gap=10,
            inside=fields,
        )
        column(stretched(Scrolled(fields)), self.bar, gap=10, inside=self)
        self.setFocusProxy(next(iter(self.products.values())))


def extra_rows(answers: Answers) -> list[RowItem]:
    """What was added, in short."""
    counted = [
        f"{word} {count(number)}" for word, number in product_counts(dict(answers.products)) if number is not None
    ]
    rows = [RowItem("products", " · ".join(counted), lead=tr("Layanan lain"))] if counted else []
    return (
        [*rows, RowItem("remarks", " ".join(answers.remarks.split()), lead=tr("Catatan"))] if answers.remarks else rows
    )


def _consumable_words() -> dict[str, str]:
    """What the printer is asked for; in prints."""
    return {Product.RIBBON.value: tr("Sisa ribbon di printer"), Product.FILM.value: tr("Sisa film di printer")}


def _counted(fields: Mapping[str, NumberField]) -> tuple[tuple[str, int], ...]:
    found = [(code, field.number()) for code, field in fields.items()]
    return tuple((code, number) for code, number in found if number is not None)


def _product_field(code: str, word: str) -> NumberField:
    field = NumberField(word, high=_MOST)
    field.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), field.line))
    field.setObjectName(f"product_{code}")
    return field
