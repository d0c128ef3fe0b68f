"""The rules of the office: in which order cards are printed, and who may come for the card of somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.cards.print_order import PriorityTable
from fieldkit.domain.errors import Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.ui.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.wording import reason_word
from fieldkit.ui.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import holder, row
from fieldkit.work.cards.orders import SetProxyRule, SignOrder


@dataclass(frozen=True, slots=True)
class _Rank:
    """One place of the order."""

    place: int
    reasons: frozenset[str]

    @property
    def words(self) -> str:
        """Its reasons, as one line."""
        return ", ".join(sorted(reason_word(reason) for reason in self.reasons))


class RulesForm(DrawerForm):
    """The order is moved line by line; what is written holds from a day on, and days before keep theirs."""

    def __init__(self, *, may_write: bool) -> None:
        self.proxy = ChoiceGroup(tr("Siapa boleh mengambilkan kartu"), _proxies(), columns=1)
        self.since = DateField(tr("Berlaku mulai"))
        super().__init__("rules", {"proxy": self.proxy, "since": self.since}, save=tr("Catat aturan"))
        self._ranks: list[_Rank] = []
        self._before: tuple[tuple[frozenset[str], ...], str] = ((), "")
        self.told = Label("", "body", "ink2", wrap=True)
        self.signed = Label("", "body", "ink2", wrap=True)
        self._may_write = may_write
        columns = [
            Column(tr("No."), lambda rank: str(rank.place), align="right"),
            Column(tr("Alasan"), lambda rank: rank.words, width="stretch"),
        ]
        self.table = Table(RowsModel(columns, id_of="words"), name=tr("Urutan cetak"))
        self.table.setObjectName("print_order")
        self._buttons = self._movers()
        self.lay(self.told, self.table, self._buttons, self.proxy, self.since, self.signed)
        for part in (self._buttons, self.since, self.save_button):
            part.setVisible(may_write)
        self.proxy.setEnabled(may_write)
        self.table.setMinimumHeight(6 * self.table.least_row_height() + 8)

    def fill(self, order: PriorityTable, proxy: ProxyRule, day: date) -> None:
        """What holds on a day."""
        self.begin(None)
        self._put([_Rank(place, reasons) for place, reasons in enumerate(order.ranks, 1)])
        self.proxy.set_value(proxy)
        self.since.set_date(day)
        self._before = order.ranks, proxy
        since = tr("sejak {day}", day=date_numeric(order.valid_from)) if order.valid_from > date.min else tr("bawaan")
        self.told.set_text(
            tr("Kalau blangko kurang, yang di atas dicetak dulu. Urutan yang berlaku: {since}.", since=since)
        )
        self.signed.set_text(
            tr("Catat yang sudah ditandatangani kepala dinas di kertas. Hari yang lewat tetap dengan aturannya.")
            if self._may_write
            else tr("Aturan ini ditandatangani kepala dinas dan dicatat perencana atau admin kantor.")
        )
        self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def focus_first(self) -> None:
        """To the order, whose lines move with Ctrl and the arrows."""
        self.table.setFocus()

    def commands(self) -> tuple[SignOrder | None, SetProxyRule | None] | None:
        """What was changed; None where the day is missing, which is then said."""
        since = self.since.date()
        if since is None:
            self.since.set_finding(Severity.STOP, tr("Harinya belum ditulis. Tulis mulai kapan aturan ini berlaku."))
            self.since.focus_answer()
            return None
        ranks = tuple(rank.reasons for rank in self._ranks)
        order = SignOrder(ranks, since) if ranks != self._before[0] else None
        chosen = self.proxy.value() or self._before[1]
        proxy = SetProxyRule(ProxyRule(chosen), since) if chosen != self._before[1] else None
        return order, proxy

    def move_line(self, step: int) -> None:
        """The selected line goes up or down."""
        at = self.table.currentIndex().row()
        to = at + step
        if at < 0 or not 0 <= to < len(self._ranks):
            return
        ranks = [rank.reasons for rank in self._ranks]
        ranks[at], ranks[to] = ranks[to], ranks[at]
        self._put([_Rank(place, reasons) for place, reasons in enumerate(ranks, 1)])
        self.table.setCurrentIndex(self.table.rows_model.index(to, 0))

    def _put(self, ranks: list[_Rank]) -> None:
        self._ranks = ranks
        self.table.rows_model.set_rows(ranks)

    def _movers(self) -> QWidget:
        up = Button(tr("Naik"), "small", icon="arrow-up", key="Ctrl+↑", press=lambda: self.move_line(-1))
        down = Button(tr("Turun"), "small", icon="arrow-down", key="Ctrl+↓", press=lambda: self.move_line(1))
        bind(self.table, "Ctrl+Up", lambda: self.move_line(-1))
        bind(self.table, "Ctrl+Down", lambda: self.move_line(1))
        return holder(row(up, down, None, gap=8))


def _proxies() -> list[Choice]:
    return [
        Choice(ProxyRule.FORBIDDEN, tr("Hanya pemiliknya sendiri")),
        Choice(ProxyRule.SAME_FAMILY_CARD, tr("Juga keluarga satu KK")),
        Choice(ProxyRule.WITH_LETTER, tr("Siapa saja dengan surat kuasa")),
    ]
