"""Every use of blanks in the shift, behind the figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fieldkit.domain.stock.movements import MovementKind, spoil_reason_label
from fieldkit.domain.text import words_of
from fieldkit.store.queries.stock.balances import BlankUse
from fieldkit.ui.formats import clock
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.work.instants import at_site, moment


class UsesPanel(QWidget):
    """A row for each movement, first one first."""

    def __init__(self) -> None:
        super().__init__()
        self._zone = "UTC"
        columns = [
            Column(tr("Jam"), lambda one: clock(at_site(moment(one.at), self._zone)), kind="muted"),
            Column(tr("Pemakaian"), lambda one: (_what(one), _of_whom(one)), kind="two", width="stretch"),
            Column(tr("Keping"), lambda one: str(one.quantity), align="right"),
        ]
        self._model = RowsModel(columns)
        self.table = Table(self._model, two_line=True, name=tr("Pemakaian blangko"))
        self.table.setObjectName("uses")
        column(stretched(self.table), inside=self)
        self.setFocusProxy(self.table)

    def show_uses(self, uses: Sequence[BlankUse], time_zone: str) -> None:
        """The movements of the shift."""
        self._zone = time_zone
        self._model.set_rows(list(uses))


def _what(use: BlankUse) -> str:
    words: dict[str, str] = {
        MovementKind.PRINT_USE: tr("Dicetak"),
        MovementKind.SPOIL: tr("Rusak"),
        MovementKind.ISSUE: tr("Diterima"),
        MovementKind.RECEIVE: tr("Diterima"),
        MovementKind.RETURN: tr("Dikembalikan"),
        MovementKind.COUNT_ADJUST: tr("Selisih hitung"),
    }
    return words.get(use.kind) or say(words_of(use.kind))


def _of_whom(use: BlankUse) -> str:
    reason = say(spoil_reason_label(use.reason)) if use.kind == MovementKind.SPOIL and use.reason else ""
    return " · ".join(part for part in (use.person, reason, use.note) if part)
