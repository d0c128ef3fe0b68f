"""A calm warning over the day: the power ends soon, the disk is full soon, the list is not yesterday's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal

from fieldkit.domain.shifts.endurance import Endurance, battery_endurance, disk_endurance
from fieldkit.host.power import Power
from fieldkit.store.queries.shifts import Shift, is_late
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.formats import day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.readiness_lines import Surroundings
from fieldkit.ui.status import ENDURANCE_TONES, battery_words, size_words
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.painted import announce
from fieldkit.work.instants import at_site, moment


@dataclass(frozen=True, slots=True)
class DayWarning:
    """What is said, and the button that leads on."""

    title: str
    text: str
    tone: str
    action: str
    name: str
    """Where the button leads: close_shift, backup, sync."""


class WarningCard(Block):
    """One warning at a time, the most urgent; gone when there is none."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__("notice", gap=0, edges=(14, 8, 12, 8), tone="warn")
        self._shown: DayWarning | None = None
        self._icon = Icon(STATUS_ICONS["warn"], 20, "warn", filled=True)
        self._title, self._text = Label("", "strong", "warn", elide=True), Label("", "second", elide=True)
        self.button = Button("", "small", press=self._act)
        self.button.setObjectName("warning_action")
        texts = holder(column(self._title, self._text, gap=0))
        self.add(row(self._icon, stretched(texts), self.button, gap=12))
        self.hide()

    def show_warning(self, warning: DayWarning | None) -> None:
        """Say this, or nothing."""
        if warning == self._shown:
            return
        self._shown = warning
        self.setVisible(warning is not None)
        if warning is None:
            return
        self.set_tone(warning.tone)
        self._icon.set_icon(STATUS_ICONS[warning.tone], tone=warning.tone)
        self._title.set_tone(warning.tone)
        self._title.set_text(warning.title)
        self._text.set_text(warning.text)
        self.button.set_text(warning.action)
        self.setAccessibleName(warning.title)
        self.setAccessibleDescription(warning.text)
        announce(self, f"{warning.title}. {warning.text}", urgent=warning.tone == "err")

    def shown(self) -> DayWarning | None:
        """What is said."""
        return self._shown

    def _act(self) -> None:
        if self._shown is not None:
            self.acted.emit(self._shown.name)


def warning_of(around: Surroundings, list_words: str, day: OpenDay) -> DayWarning | None:
    """The most urgent of what there is to warn of."""
    found = [
        _battery(around.power, day.queue.waiting + day.queue.in_service),
        _left_open(day.shift, around.now_utc),
        _disk(around.free_bytes),
        _list(list_words),
    ]
    ordered = sorted((one for one in found if one), key=lambda one: one.tone != "err")
    return next(iter(ordered), None)


def _left_open(shift: Shift, now_utc: datetime) -> DayWarning | None:
    """A shift of an earlier day that nobody closed: what is noted now would count to that day."""
    opened_on = at_site(moment(shift.opened_at), shift.time_zone).date()
    if at_site(now_utc, shift.time_zone).date() <= opened_on or not is_late(shift, now_utc):
        return None
    title = tr("Shift {day} masih terbuka", day=day_short(date.fromisoformat(shift.day)))
    text = tr("Yang dicatat sekarang masuk ke hari itu. Tutup dulu shift-nya, lalu buka shift hari ini.")
    return DayWarning(title, text, "warn", tr("Tutup shift"), "close_shift")


def _battery(power: Power | None, here: int) -> DayWarning | None:
    """While people are here nothing can be closed: then a copy is made, and their numbers stay."""
    if power is None:
        return None
    endurance = battery_endurance(power.percent, power.minutes_left, plugged=power.plugged)
    if endurance is Endurance.ENOUGH:
        return None
    action, name = (tr("Cadangkan"), "backup") if here else (tr("Tutup shift"), "close_shift")
    title = tr("Baterai laptop {left}", left=battery_words(power))
    if here and endurance is Endurance.LITTLE:
        text = tr("Colokkan, atau nyalakan genset. Kalau tidak bisa: simpan isian, lalu cadangkan ke USB.")
    elif here:
        text = tr("Simpan isian sekarang. Yang tersimpan dan {n} orang di antrean aman walau laptop mati.", n=here)
    elif endurance is Endurance.LITTLE:
        text = tr("Colokkan, atau nyalakan genset. Kalau tidak bisa: simpan isian, tutup shift, lalu cadangkan ke USB.")
    else:
        text = tr("Simpan isian sekarang. Yang tersimpan aman walau laptop mati. Lalu tutup shift, cadangkan ke USB.")
    return DayWarning(title, text, ENDURANCE_TONES[endurance], action, name)


def _disk(free_bytes: int | None) -> DayWarning | None:
    endurance = Endurance.ENOUGH if free_bytes is None else disk_endurance(free_bytes)
    if free_bytes is None or endurance is Endurance.ENOUGH:
        return None
    title = tr("Disk laptop sisa {size}", size=size_words(free_bytes))
    text = tr("Pekerjaan belum terganggu. Hapus berkas lain, atau pindahkan cadangan lama ke USB, sebelum disk penuh.")
    return DayWarning(title, text, ENDURANCE_TONES[endurance], tr("Sinkron"), "sync")


def _list(words: str) -> DayWarning | None:
    if not words:
        return None
    text = tr(
        "{words} Sinkron begitu ada jaringan, atau ambil lewat USB.",
        words=words,
    )
    return DayWarning(tr("Laptop ini berangkat tanpa daftar kemarin"), text, "warn", tr("Sinkron"), "sync")
