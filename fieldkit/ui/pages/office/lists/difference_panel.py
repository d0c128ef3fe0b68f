"""What the list says otherwise than this laptop, by field and by row; and which fields the list may take over."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.reading import Checked, NumberedDifference
from fieldkit.ui.pages.office.lists.wording import field_word, value_words
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, drop, holder, row, set_gaps, stretched
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.work.lists.differences import WEIGHTY


class DifferencePanel(QWidget):
    """Nothing is taken over unless its field is ticked."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self._shown: tuple[NumberedDifference, ...] = ()
        self._boxes: dict[str, TickBox] = {}
        self._fields = QVBoxLayout()
        self.rows = Table(RowsModel(self._columns()), name=tr("Beda dengan laptop ini"))
        self._hint = Label(
            tr(
                "Yang tidak dicentang dibiarkan seperti di laptop ini. Isian penting diusulkan: kalau bertentangan "
                "dengan orang lain, pusat meminta keputusan."
            ),
            "hint",
            "ink2",
            wrap=True,
        )
        self._arrange()

    def show_checked(self, checked: Checked) -> None:
        """The differences of a dry run; no field is ticked."""
        self._shown = checked.differences
        self._offer_fields(checked)
        self._show_rows()

    def taken_over(self) -> frozenset[str]:
        """The fields that are ticked."""
        return frozenset(field for field, box in self._boxes.items() if box.checked())

    def focus_first(self) -> None:
        """To the first field."""
        for box in self._boxes.values():
            box.setFocus()
            return

    def _offer_fields(self, checked: Checked) -> None:
        for box in self._boxes.values():
            drop(self._fields, box)
        self._boxes = {}
        for field, rows in checked.rows_by_field().most_common():
            box = self._boxes[field] = TickBox(field_word(field), hint=_hint(field, rows))
            box.setObjectName(f"take_over_{field}")
            box.ticked.connect(lambda _on: self._show_rows())
            self._fields.addWidget(box)

    def _show_rows(self) -> None:
        self.rows.rows_model.set_rows(self._shown)

    def _arrange(self) -> None:
        set_gaps(self._fields, 4)
        title = Label(tr("Ambil dari berkas"), "label")
        fields = Scrolled(holder(column(self._fields, None)))
        left = holder(column(title, stretched(fields), self._hint, gap=6))
        row(stretched(left, 2), stretched(self.rows, 5), gap=12, inside=self)
        self.rows.setObjectName("differences")

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Baris"), lambda one: str(one.found.line), align="right"),
            Column(tr("Kolom"), lambda one: field_word(one.found.field)),
            Column(tr("Di laptop ini"), self._here, width="stretch", tip=self._here),
            Column(tr("Di berkas"), self._told, width="stretch", tip=self._told),
            Column(tr("Hasil"), self._result, kind="badge"),
        ]

    def _here(self, one: NumberedDifference) -> str:
        return value_words(self._regions, one.found.field, one.found.here)

    def _told(self, one: NumberedDifference) -> str:
        return value_words(self._regions, one.found.field, one.found.told)

    def _result(self, one: NumberedDifference) -> tuple[str, str]:
        if one.found.field not in self.taken_over():
            return tr("Dibiarkan"), "mute"
        return (tr("Diusulkan"), "warn") if one.found.field in WEIGHTY else (tr("Diambil"), "ok")


def _hint(field: str, rows: int) -> str:
    words = tr("{n} baris", n=count(rows))
    return tr("penting, {rows}", rows=words) if field in WEIGHTY else words
