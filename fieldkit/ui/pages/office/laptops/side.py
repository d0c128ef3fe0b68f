"""Beside the table: whose data a laptop holds, the three days after a loss, and what can be ordered, by digit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.privacy.deadline import Deadline
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.orders.loss import Held
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.rows import LaptopRow, area_name, left_words, until_day
from fieldkit.ui.pages.office.laptops.wording import call_lines, held_lines, unsent_line
from fieldkit.ui.pages.office.orders_wording import moment_words, waiting_words
from fieldkit.ui.widgets.cards import Card, Notice, Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, stretched


class LaptopSide(Card):
    """The acts, under the laptop that they are about."""

    def __init__(self, regions: RegionTable, *, may_order: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._regions, self._may_order = regions, may_order
        self._is_lost: bool | None = None
        self.loss = Notice()
        self.areas, self.unsent = Label("", "body", wrap=True), Label("", "second", wrap=True)
        self.held, self.waiting = Label("", "second", wrap=True), Label("", "second", "warn", wrap=True)
        self.calls = Label("", "second", wrap=True)
        self.acts = ActionPanel(_choices(may_order=may_order, is_lost=False), columns=2, name=tr("Tindakan"))
        parts: dict[str, QWidget] = {"loss": self.loss, "areas": self.areas, "unsent": self.unsent, "held": self.held}
        parts |= {"calls": self.calls, "waiting": self.waiting, "acts": self.acts}
        for name, part in parts.items():
            part.setObjectName(f"laptop_{name}")
        told = column(self.loss, self.areas, self.held, self.unsent, self.calls, self.waiting, None, gap=8)
        self.add(stretched(Scrolled(holder(told))), self.acts)

    def names(self) -> list[str]:
        """The acts by their digits."""
        return [choice.id for choice in _choices(may_order=self._may_order, is_lost=False)]

    def show_row(self, row: LaptopRow | None, held: Held) -> None:
        """The laptop that is selected, and whose data may be on it."""
        self.set_title(row.name if row is not None else tr("Tindakan"))
        clock = row.clock if row is not None else None
        self.loss.setVisible(clock is not None)
        if row is not None and clock is not None:
            self._show_loss(row, clock)
        waiting = row.laptop.waiting if row is not None and row.laptop is not None else ()
        told = (
            (self.areas, self._areas(row) if row is not None else ""),
            (self.held, held_lines(self._regions, held) if row is not None else ""),
            (self.unsent, unsent_line(row) if row is not None else ""),
            (self.calls, call_lines(row) if row is not None else ""),
            (self.waiting, waiting_words(waiting)),
        )
        for label, words in told:
            label.set_text(words)
            label.setVisible(bool(words))
        is_lost = row is not None and row.is_lost
        if is_lost is not self._is_lost:
            self._is_lost = is_lost
            self.acts.set_choices(_choices(may_order=self._may_order, is_lost=is_lost))

    def _show_loss(self, row: LaptopRow, clock: Deadline) -> None:
        since = moment_words(clock.begun, row.time_zone)
        due = moment_words(clock.due, row.time_zone)
        shut_out = row.laptop is not None and row.laptop.state == LaptopState.REVOKED
        title = tr("Hilang sejak {when}", when=since)
        what = tr(
            "Pemberitahuan tertulis kepada warga dan lembaga paling lambat {due}, {left}.",
            due=due,
            left=left_words(clock),
        )
        advice = tr("Sudah dicabut.") if shut_out else tr("Cabut kalau tidak segera ditemukan.")
        self.loss.set(title, f"{what} {advice}", tone="err")

    def _areas(self, row: LaptopRow) -> str:
        if row.awaited is not None:
            names = ", ".join(area_name(self._regions, each) for each in row.awaited.areas)
            return tr("Akan memegang: {areas}.", areas=names)
        lines = []
        for each in row.holdings[:_SHOWN]:
            until = tr("sampai {day}", day=until_day(each.until, row.time_zone)) if each.until else tr("tanpa akhir")
            lines.append(f"{area_name(self._regions, each.area)}: {until}")
        if len(row.holdings) > _SHOWN:
            lines.append(tr("dan {n} wilayah lagi", n=count(len(row.holdings) - _SHOWN)))
        return "\n".join(lines) or tr("Tidak memegang daftar.")


_SHOWN = 6


def _choices(*, may_order: bool, is_lost: bool) -> list[Choice]:
    lost = Choice("found", tr("Ditemukan"), "check") if is_lost else Choice("missing", tr("Tandai hilang"), "warning")
    orders = [
        Choice("new", tr("Laptop baru"), "laptop"),
        Choice("areas", tr("Atur wilayah"), "map-pin"),
        lost,
        Choice("revoke", tr("Cabut laptop"), "prohibit"),
    ]
    calls = [Choice("call", tr("Ada telepon"), "phone")]
    return [
        *(orders if may_order else []),
        Choice("notice", tr("Buat surat"), "printer"),
        *(calls if may_order else []),
    ]
