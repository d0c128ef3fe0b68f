"""How things stand, in one headline: pure words for a state, and the card that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from fieldkit.domain.errors import DeviceRevokedError, FieldKitError, OfflineError
from fieldkit.store.queries.sync_page import SyncView
from fieldkit.sync.progress import Progress, Step
from fieldkit.ui.formats import count, span_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.sync.wording import clock_at, left_text, size_text
from fieldkit.ui.sync_driver import SyncState


class Act(Enum):
    """What the button of the headline does."""

    SYNC = auto()
    GO_ON = auto()
    PAUSE = auto()
    WAIT_FOR_PAUSE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Headline:
    """What the card says."""

    icon: str
    tone: str
    title: str
    act: Act
    foot: str = ""
    foot_right: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Changes that the centre has answered, of all that are counted."""

    received: int
    total: int

    @property
    def share(self) -> float:
        """Between 0 and 1; a bar without anything to send is empty."""
        return self.received / self.total if self.total else 0.0

    @property
    def waiting(self) -> int:
        """Those without an answer."""
        return self.total - self.received


def tally_of(view: SyncView, state: SyncState) -> Tally:
    """The figures now: what the store told, brought up by what the round has told since."""
    sending = state.steps.get(Step.SEND) if state.is_running else None
    if sending is None or not sending.total:
        return Tally(view.received, view.total)
    waiting = sending.total - sending.sent
    return Tally(max(view.total - waiting, 0), max(view.total, waiting))


def headline_of(view: SyncView, state: SyncState) -> Headline:
    """The headline of a state."""
    if not state.is_enrolled:
        return _never_enrolled()
    if state.is_running:
        return _running(state, tally_of(view, state))
    if state.is_paused:
        return _paused(view, state)
    if state.cause is not None:
        return _failed(state, state.cause, view)
    return _idle(view, state)


def _never_enrolled() -> Headline:
    foot = tr("Pekerjaan tersimpan di laptop ini saja. Minta kode pendaftaran ke kantor, lalu buka FieldKit lagi.")
    return Headline("cloud-slash", "warn", tr("Laptop ini belum terdaftar di pusat"), Act.NOTHING, foot)


def _running(state: SyncState, tally: Tally) -> Headline:
    step = list(state.steps)[-1] if state.steps else Step.CONTACT
    titles = {
        Step.CONTACT: tr("Menghubungi pusat"),
        Step.SEND: tr("Mengirim ke pusat lewat internet"),
        Step.FETCH: tr("Mengambil pembaruan dari pusat"),
        Step.PROVE: tr("Mencocokkan dengan pusat"),
    }
    progress = state.steps.get(step)
    resume = tr("Boleh diputus: lanjut dari ke-{n}", n=count(tally.received + 1))
    return Headline(
        icon="cloud-arrow-down" if step is Step.FETCH else "cloud-arrow-up",
        tone="accent",
        title=titles[step],
        act=Act.WAIT_FOR_PAUSE if state.is_pausing else Act.PAUSE,
        foot=_line_words(progress) if progress else "",
        foot_right=resume if tally.waiting else tr("Boleh diputus kapan saja"),
        right=left_text(progress) if progress and step in (Step.SEND, Step.FETCH) else "",
    )


def _line_words(progress: Progress) -> str:
    parts = []
    if progress.bytes_total_estimate:
        sent, total = size_text(progress.bytes_sent), size_text(progress.bytes_total_estimate)
        parts.append(tr("{sent} dari ± {total}", sent=sent, total=total))
    speed = size_text(progress.bytes_per_s)
    if progress.bytes_per_s and progress.cuts:
        parts.append(tr("jalur {speed}/dtk, sudah putus {n} kali", speed=speed, n=progress.cuts))
    elif progress.bytes_per_s:
        parts.append(tr("jalur {speed}/dtk", speed=speed))
    elif progress.cuts:
        parts.append(tr("sudah putus {n} kali", n=progress.cuts))
    return " · ".join(parts)


def _paused(view: SyncView, state: SyncState) -> Headline:
    if view.waiting:
        foot = tr("Tidak ada yang hilang. Tidak ada yang dikirim sampai dilanjutkan.")
        resume = tr("Lanjut dari ke-{n}", n=count(view.received + 1))
        return Headline("pause-circle", "warn", tr("Sinkron dijeda"), Act.GO_ON, foot, resume)
    title = tr("Semua terkirim, sinkron dijeda") if _is_all_sent(view, state) else tr("Sinkron dijeda")
    return Headline("pause-circle", "warn", title, Act.GO_ON, tr("Pembaruan tidak diambil sampai dilanjutkan."))


def _failed(state: SyncState, cause: FieldKitError, view: SyncView) -> Headline:
    words = f"{say(cause.title)} {say(cause.advice)}"
    again = _again_words(state)
    if isinstance(cause, OfflineError):
        since = clock_at(state.since, view.time_zone) if state.since else ""
        return Headline("wifi-slash", "warn", tr("Offline sejak {time}", time=since), Act.SYNC, words, right=again)
    if cause.retry:
        return Headline("warning", "warn", _bare(cause), Act.SYNC, say(cause.advice), right=again)
    handed_in = isinstance(cause, DeviceRevokedError) and _is_all_sent(view, state)
    extra = tr("Semua pekerjaan laptop ini sudah diserahkan ke pusat.") if handed_in else ""
    if isinstance(cause, DeviceRevokedError) and not view.waiting and view.carried_stuck:
        extra = tr(
            "Datanya belum dihapus: {n} titipan meja lain belum bisa diterima. Sinkronkan dulu laptop meja itu.",
            n=count(view.carried_stuck),
        )
    foot = f"{extra} {say(cause.advice)}".strip()
    return Headline("prohibit", "err", _bare(cause), Act.SYNC, foot, right=again)


def _bare(cause: FieldKitError) -> str:
    return say(cause.title).removesuffix(".")


def _again_words(state: SyncState) -> str:
    if state.next_try_s is None:
        return tr("Tidak dicoba lagi sendiri")
    return tr("Dicoba lagi sendiri dalam ± {span}", span=span_text(state.next_try_s))


def _idle(view: SyncView, state: SyncState) -> Headline:
    if view.waiting or view.carried_waiting:
        return _waiting(view, state)
    if _is_all_sent(view, state) and state.ended_at is not None:
        counted = tr(
            "Dihitung ulang {time}, setelah bukti terima dari pusat.", time=clock_at(state.ended_at, view.time_zone)
        )
        return Headline("check-circle", "ok", tr("Semua terkirim"), Act.SYNC, counted)
    if state.outcome is None:
        foot = tr("FieldKit mencari pusat sendiri begitu ada jaringan.")
        return Headline("arrows-clockwise", "", tr("Belum sinkron sejak FieldKit dibuka"), Act.SYNC, foot)
    return Headline(
        "check-circle", "info", tr("Tersambung dengan pusat"), Act.SYNC, tr("Belum ada pekerjaan yang perlu dikirim.")
    )


def _waiting(view: SyncView, state: SyncState) -> Headline:
    title = tr("{n} perubahan menunggu dikirim", n=count(view.waiting))
    if not view.waiting:
        title = tr("{n} titipan meja lain menunggu dikirim", n=count(view.carried_waiting))
    foot = tr("Tersimpan aman di laptop ini. Dikirim sendiri begitu tersambung.")
    again = tr("Dikirim sendiri sebentar lagi") if state.next_try_s is not None else ""
    return Headline("cloud-arrow-up", "info", title, Act.SYNC, foot, again)


def _is_all_sent(view: SyncView, state: SyncState) -> bool:
    """Invariant 13: the last round counted again after the receipt, and nothing was written since."""
    return state.outcome is not None and state.outcome.all_sent and not (view.waiting or view.carried_waiting)
