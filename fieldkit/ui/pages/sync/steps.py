"""The four steps of a sync, each with its state and its cause."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QWidget

from fieldkit.domain.clock import FAR_OFF_MS
from fieldkit.store.queries.sync_page import SyncView
from fieldkit.sync.progress import Progress, Step, StepState
from fieldkit.ui.formats import count, span_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.sync.wording import clock_at, size_text
from fieldkit.ui.sync_driver import SyncState
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched

_SMALL_BATCH_BYTES: Final = 8_000


class StepList(QWidget):
    """The steps under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = {step: StepRow(step, number) for number, step in enumerate(Step, start=1)}
        parts: list[QWidget] = []
        for step_row in self._rows.values():
            parts += [step_row] if not parts else [rule(), step_row]
        column(*parts, gap=0, inside=self)
        self.setAccessibleName(tr("Langkah sinkron"))

    def show_steps(self, view: SyncView, state: SyncState) -> None:
        """Show how each step of this round, or of the last one, stands."""
        for step, step_row in self._rows.items():
            progress = state.steps.get(step)
            step_row.show_step(
                progress, step_words(step, progress, view), _value(progress, state.told_at.get(step), view)
            )


class StepRow(QWidget):
    """One step: mark, title over what it does or did, value at the right."""

    def __init__(self, step: Step, number: int) -> None:
        super().__init__()
        self.setObjectName(f"step_{step}")
        self._name = f"{number}. {_title(step)}"
        self._mark = Icon("circle", 20, "ink3")
        self._running_icon = "arrow-circle-down" if step is Step.FETCH else "arrow-circle-up"
        self._title, self._second = Label(self._name, "strong"), Label("", "second", elide=True)
        self._value = Label("", "second-strong")
        texts = QWidget()
        column(self._title, self._second, gap=0, inside=texts)
        row(self._mark, stretched(texts), self._value, gap=12, edges=(0, 3, 0, 3), inside=self)

    def show_step(self, progress: Progress | None, second: str, value: str) -> None:
        """Show its state."""
        icon, tone = self._state_mark(progress)
        self._mark.set_icon(icon, tone=tone, filled=progress is not None)
        self._title.set_tone("" if progress is not None else "ink2")
        self._second.set_text(second)
        self._second.set_tone(tone if tone in {"warn", "err"} else "" if progress is not None else "mute")
        self._value.set_text(value)
        self.setAccessibleName(", ".join(part for part in (self._name, second, value) if part))

    def words(self) -> tuple[str, str]:
        """Second line and value, as they are shown."""
        return self._second.full_text(), self._value.full_text()

    def _state_mark(self, progress: Progress | None) -> tuple[str, str]:
        if progress is None:
            return "circle", "ink3"
        if progress.state is StepState.DONE and progress.cause is not None:
            return "warning", "warn"
        if progress.state is StepState.FAILED:
            retry = progress.cause is not None and progress.cause.retry
            return ("warning", "warn") if retry else ("warning-circle", "err")
        marks = {
            StepState.RUNNING: (self._running_icon, "accent"),
            StepState.DONE: ("check-circle", "ok"),
            StepState.PAUSED: ("pause-circle", "warn"),
        }
        return marks[progress.state]


def step_words(step: Step, progress: Progress | None, view: SyncView) -> str:
    """What a step is about, does, or came to."""
    if progress is None:
        return _about(step)
    if progress.state in {StepState.FAILED, StepState.DONE} and progress.cause is not None:
        return say(progress.cause.title)
    if progress.state is StepState.PAUSED:
        return tr("Dijeda, dilanjutkan dari sini")
    words = {Step.CONTACT: _contact_words, Step.SEND: _send_words, Step.FETCH: _fetch_words, Step.PROVE: _prove_words}
    return words[step](progress, view)


def _title(step: Step) -> str:
    titles = {
        Step.CONTACT: tr("Hubungi pusat"),
        Step.SEND: tr("Kirim perubahan"),
        Step.FETCH: tr("Ambil pembaruan"),
        Step.PROVE: tr("Cocokkan dan simpan bukti"),
    }
    return titles[step]


def _about(step: Step) -> str:
    words = {
        Step.CONTACT: tr("Laptop dikenali, jam dibandingkan"),
        Step.SEND: tr("Pekerjaan dari laptop ini ke pusat"),
        Step.FETCH: tr("Daftar, jadwal, dan pekerjaan laptop lain"),
        Step.PROVE: tr("Dihitung ulang setelah bukti terima dari pusat"),
    }
    return words[step]


def _contact_words(progress: Progress, view: SyncView) -> str:
    if progress.state is StepState.RUNNING:
        return tr("Menunggu jawaban pusat")
    seconds = abs(progress.clock_offset_ms) / 1000
    if abs(progress.clock_offset_ms) < FAR_OFF_MS:
        return tr("Laptop {device} dikenali, jam selisih {span}", device=view.device, span=_span(seconds))
    ahead = progress.clock_offset_ms < 0
    said = (
        tr("Jam laptop maju {span}.", span=_span(seconds))
        if ahead
        else tr("Jam laptop mundur {span}.", span=_span(seconds))
    )
    return f"{said} {tr('Betulkan saat sempat, urutan catatan tetap benar.')}"


def _span(seconds: float) -> str:
    return span_text(seconds) if seconds >= 1 else tr("kurang dari 1 detik")


def _send_words(progress: Progress, _view: SyncView) -> str:
    if progress.state is StepState.DONE:
        sent = tr("{n} perubahan diterima pusat", n=count(progress.sent))
        return sent if progress.sent else tr("Tidak ada yang perlu dikirim")
    if not progress.batch:
        return tr("Menyiapkan paket")
    said = tr("Paket {n} dari ± {all}.", n=progress.batch, all=max(progress.batches_estimate, progress.batch))
    if progress.cuts and 0 < progress.batch_bytes < _SMALL_BATCH_BYTES:
        size = size_text(progress.batch_bytes)
        return f"{said} {tr('Paket diperkecil jadi {size} karena jalur sering putus', size=size)}"
    return said.removesuffix(".")


def _fetch_words(progress: Progress, _view: SyncView) -> str:
    if progress.fetched:
        return tr("{n} baris masuk", n=count(progress.fetched))
    return tr("Tidak ada yang baru") if progress.state is StepState.DONE else tr("Menunggu baris pertama")


def _prove_words(progress: Progress, view: SyncView) -> str:
    if progress.state is StepState.RUNNING:
        return tr("Menghitung ulang yang masih menunggu")
    if view.waiting:
        return tr("Dihitung ulang: {n} masih menunggu", n=count(view.waiting))
    if view.carried_waiting:
        return tr("Dihitung ulang: {n} titipan masih menunggu", n=count(view.carried_waiting))
    return tr("Dihitung ulang: tidak ada yang menunggu")


def _value(progress: Progress | None, told_at: datetime | None, view: SyncView) -> str:
    if progress is None:
        return ""
    if progress.state is StepState.RUNNING:
        if progress.step is Step.FETCH and progress.fetch_estimate > progress.fetched:
            return tr("± {n} baris", n=count(progress.fetch_estimate))
        return tr("berjalan")
    return clock_at(told_at, view.time_zone) if told_at is not None else ""
