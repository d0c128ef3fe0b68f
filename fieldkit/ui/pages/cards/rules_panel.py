"""The rules of the office that hold at the table: in which order cards are printed, and who may come for which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.rules.catalogue import RULE, RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.whereabouts import reason_word
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.reading import Reading


@dataclass(frozen=True, slots=True)
class _Rank:
    """One place of the order."""

    place: int
    words: str


class RulesPanel(QWidget):
    """To be read. They are written and signed at the desk of rules, to which who has it is led."""

    desk_asked = Signal()

    def __init__(self, *, has_desk: bool) -> None:
        super().__init__()
        columns = [
            Column(tr("No."), lambda rank: str(rank.place), align="right"),
            Column(tr("Alasan"), lambda rank: rank.words, width="stretch"),
        ]
        self.table = Table(RowsModel(columns, id_of="words"), name=tr("Urutan cetak"))
        self.order, self.postponed, self.proxy, self.interim = (Label("", "body", "ink2", wrap=True) for _ in range(4))
        self.desk_button = Button(tr("Buka meja Aturan"), "primary", key="Ctrl+Enter", press=self.desk_asked.emit)
        if not has_desk:
            self.desk_button.hide()
        told = Label(tr("Aturan ini ditandatangani kepala dinas di Kantor, meja Aturan."), "hint", wrap=True)
        self.table.setFixedHeight(6 * self.table.least_row_height() + 8)
        read = holder(column(self.order, self.table, *(part for pair in self._pairs() for part in pair), None, told))
        self.reading = Reading(read, name=tr("Urutan cetak dan aturan ambil"))
        column(stretched(self.reading), row(None, self.desk_button), gap=8, inside=self)

    def show_rules(self, view: CardsView) -> None:
        """What holds on the day of the page."""
        since = view.order.valid_from
        begun = tr("sejak {day}", day=date_numeric(since)) if since > date.min else tr("bawaan")
        self.order.set_text(
            tr("Kalau blangko kurang, yang di atas dicetak dulu. Urutan yang berlaku: {since}.", since=begun)
        )
        ranks = [", ".join(sorted(map(reason_word, reasons))) for reasons in view.order.ranks]
        self.table.rows_model.set_rows([_Rank(place, words) for place, words in enumerate(ranks, 1)])
        waiting = " ".join(sorted(view.order.postponed))
        self.postponed.set_text(say(RULE[RuleName.SCARCITY].says({RuleKey.POSTPONED: waiting})))
        self.proxy.set_text(say(RULE[RuleName.PROXY].says({RuleKey.PROXY: view.proxy})))
        self.interim.set_text(interim_words(view))

    def focus_first(self) -> None:
        """To the order."""
        self.table.setFocus()

    def _pairs(self) -> list[tuple[Label, Label]]:
        return [
            (Label(tr("Ditunda selama blangko langka"), "label"), self.postponed),
            (Label(tr("Siapa boleh mengambilkan kartu"), "label"), self.proxy),
            (Label(tr("Suket pengganti KTP-el"), "label"), self.interim),
        ]


def interim_words(view: CardsView) -> str:
    """Whether a paper is given in place of the card on the day."""
    if not view.interim.is_allowed:
        return tr("tidak diterbitkan")
    until = view.interim.until
    return tr("boleh diterbitkan sampai {day}", day=date_numeric(until)) if until else tr("boleh diterbitkan")
