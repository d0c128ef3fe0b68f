"""Keeps the strip at the foot of the window true."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer

from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.domain.roles import PLANNERS
from fieldkit.domain.shifts.endurance import Endurance, battery_endurance, disk_endurance
from fieldkit.host.clock import now_ms
from fieldkit.host.power import Power
from fieldkit.store.queries.closing.draft import unexplained_blanks
from fieldkit.store.queries.planning.schedule import count_clashes
from fieldkit.store.queries.status import Status, status
from fieldkit.ui.context import Context
from fieldkit.ui.formats import clock, count, day_short, decimal, span_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import CHECKUP, MainWindow
from fieldkit.work.instants import at_site
from fieldkit.work.lease import look_at_lease

_CLOCK_EVERY_MS: Final = 5_000
_POWER_EVERY_MS: Final = 20_000
_LEASE_EVERY_MS: Final = 120_000
_FEW_BLANKS: Final = 10
ENDURANCE_TONES: Final = {Endurance.ENOUGH: "", Endurance.LITTLE: "warn", Endurance.LAST: "err"}


class StatusStrip(QObject):
    """Asks the store when something was written, the computer three times a minute, and shows both."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._status: Status | None = None
        self._seen_outcome = context.sync.state.outcome
        context.sync.changed.connect(self._on_sync)
        window.status_changed.connect(self.refresh)
        self._every(_CLOCK_EVERY_MS, self._show_clock)
        self._every(_POWER_EVERY_MS, self.look_at_computer)
        self._every(_LEASE_EVERY_MS, self.look_at_lease)
        self.refresh()

    def refresh(self) -> None:
        """Ask again, the computer too: no page says anything else of the battery."""
        self.look_at_computer()
        store, user = self._context.store, self._context.user.id

        today, plans = self._local(self._context.clock.now_utc()).date(), self._context.user.role in PLANNERS

        def ask() -> tuple[Status, int, int]:
            clashes = store.query(count_clashes, today) if plans else 0
            return store.query(status), store.query(unexplained_blanks, user), clashes

        self._context.ask(self, ask, lambda found: self._show(*found))

    def look_at_lease(self) -> None:
        """How long the laptop opens without a contact; where it is over, whoever sits here finds the door closed."""
        store = self._context.store
        self._context.ask(self, lambda: look_at_lease(store), self._show_lease)

    def _show_lease(self, standing: LeaseStanding | None) -> None:
        self._window.strip.set(_lease_segment(standing))
        if standing is not None and not standing.opens:
            self._window.lock_asked.emit()

    def _on_sync(self) -> None:
        self._show_link()
        # A round that ended has left in the store what no change tells of: answers of the centre.
        if self._context.sync.state.outcome is not self._seen_outcome:
            self._seen_outcome = self._context.sync.state.outcome
            self.refresh()
            self.look_at_lease()

    def _every(self, interval_ms: int, act: object) -> None:
        timer = QTimer(self, interval=interval_ms)
        timer.timeout.connect(act)
        timer.start()
        timer.timeout.emit()

    def _show(self, found: Status, unexplained: int, clashes: int) -> None:
        self._status = found
        self._window.strip.set(self._shift_segment(found))
        self._window.strip.set(_waiting_segment(found))
        self._window.strip.set(self._synced_segment(found))
        self._window.strip.set(_blank_segment(found, unexplained))
        self._window.set_count("sync", found.needs_attention, "err")
        self._window.set_count("close_shift", abs(unexplained), "err")
        self._window.set_count("schedule", clashes, "err")
        self._show_link()
        self._show_clock()

    def _shift_segment(self, found: Status) -> Segment:
        shift = found.shift
        if shift is None:
            return Segment("shift", "calendar-blank", tr("Belum ada shift"), page="today")
        place = village_label(self._context.regions, shift.village)
        if found.is_open:
            return Segment("shift", "calendar-check", f"{shift.name} · {place}", page="today")
        closed = clock(self._local(datetime.fromisoformat(shift.closed_at))) if shift.closed_at else ""
        said = tr("{shift} ditutup {time}", shift=shift.name, time=closed)
        return Segment("shift", "calendar-x", said, page="close_shift")

    def _synced_segment(self, found: Status) -> Segment:
        if not found.synced_at_ms:
            return Segment("synced", "arrows-clockwise", tr("Belum pernah sinkron"), page="sync")
        at = self._local(datetime.fromtimestamp(found.synced_at_ms / 1000, UTC))
        said = tr("Sinkron {day} {time}", day=day_short(at.date()), time=clock(at))
        return Segment("synced", "arrows-clockwise", said, page="sync")

    def _show_link(self) -> None:
        state = self._context.sync.state
        since = clock(self._local(state.since)) if state.since else ""
        if state.is_running:
            segment = Segment("link", "wifi-high", tr("Sedang sinkron"), page="sync")
        elif state.is_paused:
            tip = tr("Tidak ada yang dikirim sampai dilanjutkan.")
            segment = Segment("link", "pause-circle", tr("Sinkron dijeda"), "warn", "sync", tip)
        elif state.cause is not None and not state.cause.retry:
            tip = f"{say(state.cause.title)} {say(state.cause.advice)}"
            segment = Segment("link", "warning-circle", tr("Sinkron berhenti"), "err", "sync", tip)
        elif state.is_online:
            segment = Segment("link", "wifi-high", tr("Online sejak {time}", time=since), page="sync")
        elif not state.is_enrolled:
            segment = Segment("link", "wifi-slash", tr("Belum terdaftar di pusat"), "warn", "sync")
        else:
            segment = self._offline(since)
        self._window.strip.set(segment)

    def _offline(self, since: str) -> Segment:
        waiting = count(self._status.waiting) if self._status else "0"
        said = tr("Offline sejak {time}", time=since) if since else tr("Offline")
        tip = tr("Pekerjaan jalan terus, {n} perubahan menunggu. Dikirim sendiri saat tersambung.", n=waiting)
        return Segment("link", "wifi-slash", said, "warn", "sync", f"{said}. {tip}")

    def look_at_computer(self) -> None:
        """Battery and disk as they are now."""
        computer = self._context.computer
        power, free = computer.power(), computer.free_bytes(self._context.folders.data)
        if power is not None:
            self._window.strip.set(_battery_segment(power))
        self._window.strip.set(_disk_segment(free))

    def _show_clock(self) -> None:
        now = self._local(self._context.clock.now_utc())
        self._window.strip.set_clock(f"{day_short(now.date())}  {clock(now)}")
        if self._status is not None:
            self._window.strip.set(_clock_segment(self._status.clock.error_ms(now_ms(self._context.clock))))

    def _local(self, at: datetime) -> datetime:
        return at_site(at, self._status.time_zone if self._status else self._context.home_zone)


def _waiting_segment(found: Status) -> Segment:
    carried = tr(" · {n} titipan", n=count(found.carried)) if found.carried else ""
    if found.needs_attention:
        said = tr("{n} menunggu · {m} perlu dilihat", n=count(found.waiting), m=found.needs_attention)
        return Segment("waiting", "upload-simple", said + carried, "err", "sync")
    if not found.waiting and not found.carried:
        return Segment("waiting", "upload-simple", tr("Tidak ada yang menunggu"), page="sync")
    said = tr("{n} menunggu kirim", n=count(found.waiting)) + carried
    return Segment("waiting", "upload-simple", said, page="sync")


def _blank_segment(found: Status, unexplained: int) -> Segment:
    if unexplained:
        said = tr("dihitung {n} blangko, kurang {m}", n=count(found.blanks - unexplained), m=count(unexplained))
        if unexplained < 0:
            said = tr("dihitung {n} blangko, lebih {m}", n=count(found.blanks - unexplained), m=count(-unexplained))
        return Segment("blanks", "stack", said, "err", "close_shift")
    tone = "err" if found.blanks < 0 else "warn" if found.is_open and found.blanks < _FEW_BLANKS else ""
    return Segment("blanks", "stack", tr("{n} blangko", n=count(found.blanks)), tone, "today")


def _lease_segment(standing: LeaseStanding | None) -> Segment:
    if standing is None or standing.state in (LeaseState.RUNS, LeaseState.OVER):
        return Segment("lease", "lock-simple", "")
    tip = tr("Sesudah itu laptop tertutup sampai tersambung, atau dibuka kode dari kantor. Tidak ada yang hilang.")
    if standing.state is LeaseState.GRACE:
        return Segment(
            "lease", "lock-simple", tr("Tutup shift dalam {n} jam", n=standing.grace_hours), "err", "sync", tip
        )
    return Segment("lease", "lock-simple", tr("Sinkron dalam {n} hari", n=standing.days_left), "warn", "sync", tip)


def _clock_segment(error_ms: int) -> Segment:
    if not error_ms:
        return Segment("clock", "clock", "")
    span = span_text(abs(error_ms) / 1000)
    said = tr("Jam maju {span}", span=span) if error_ms < 0 else tr("Jam mundur {span}", span=span)
    tip = tr("Urutan catatan tetap benar, jam di resi bisa salah. Betulkan jam laptop saat sempat.")
    return Segment("clock", "clock", said, "warn", CHECKUP, tip)


def _battery_segment(power: Power) -> Segment:
    if power.plugged:
        return Segment("battery", "battery-charging", tr("Dicas · {percent} %", percent=power.percent))
    endurance = battery_endurance(power.percent, power.minutes_left, plugged=False)
    tip = tr("Simpan isian, lalu cadangkan; tutup shift kalau antrean kosong. Yang tersimpan aman walau laptop mati.")
    tip = tip if endurance is not Endurance.ENOUGH else ""
    return Segment("battery", "battery-high", battery_words(power), ENDURANCE_TONES[endurance], "today", tip)


def battery_words(power: Power) -> str:
    """Percent, and how long it lasts where the battery tells."""
    if power.minutes_left is None:
        return f"{power.percent} %"
    hours, minutes = divmod(power.minutes_left, 60)
    return tr("{percent} % · ± {hours} j {minutes} m", percent=power.percent, hours=hours, minutes=minutes)


def _disk_segment(free_bytes: int | None) -> Segment:
    endurance = Endurance.ENOUGH if free_bytes is None else disk_endurance(free_bytes)
    if free_bytes is None or endurance is Endurance.ENOUGH:
        return Segment("disk", "hard-drives", "")
    said = tr("Disk sisa {size}", size=size_words(free_bytes))
    tip = tr("Hapus berkas lain di laptop ini. Kalau disk penuh, pekerjaan tidak bisa disimpan.")
    return Segment("disk", "hard-drives", said, ENDURANCE_TONES[endurance], CHECKUP, tip)


def size_words(size_bytes: int) -> str:
    """A size as people say it: 1,4 GB, 250 MB."""
    giga = size_bytes / 1000**3
    return f"{decimal(giga)} GB" if giga >= 1 else f"{size_bytes // 1000**2} MB"
