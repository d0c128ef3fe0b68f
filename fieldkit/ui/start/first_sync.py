"""The first sync: until the users are here, nobody can sign in."""

from __future__ import annotations

from fieldkit.domain.errors import OfflineError
from fieldkit.sync.progress import Progress, Step
from fieldkit.ui.formats import count, span_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.sync.wording import left_text
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.sync_driver import SyncDriver, SyncState
from fieldkit.ui.widgets.cards import BarTrack
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column


class FirstSyncScreen(StartScreen):
    """Shows what the driver does; it tries by itself, and at once when asked."""

    def __init__(self, driver: SyncDriver) -> None:
        super().__init__("first_sync", tr("Mengambil data dari pusat"))
        self._driver = driver
        self.track = BarTrack(12, name=tr("Data yang sudah masuk"))
        self._figures = Label("", "second", wrap=True)
        self._figures.setObjectName("first_sync_figures")
        self.arrange(column(self.track, self._figures, gap=6), accept=tr("Coba lagi"))
        driver.changed.connect(self._show)
        self._show()

    def accept(self) -> None:
        """Try at once."""
        self._driver.sync_now()

    def _show(self) -> None:
        state = self._driver.state
        self.accept_button.setVisible(not state.is_running)
        self.text.set_text(words_of(state))
        self._figures.set_text(_figures(state))
        self.track.set(_share(state.steps.get(Step.FETCH)))
        if state.is_running or state.cause is None:
            self.clear_failure()
        else:
            self.show_failure(state.cause)
            if isinstance(state.cause, OfflineError):
                kept = tr("Yang sudah masuk tersimpan, sisanya menyusul begitu tersambung.")
                self.line.set(f"{say(state.cause.title)} {kept}", "warn")


def words_of(state: SyncState) -> str:
    """What is fetched and why, or who has to do something when nobody came with it."""
    arrived = state.outcome is not None and state.outcome.is_complete
    if arrived and not state.is_running:
        return tr("Pusat belum punya petugas untuk laptop ini. Minta kantor menambahkannya, lalu coba lagi.")
    return tr("Nama petugas, jadwal, dan daftar sasaran. Begitu nama petugas ada, Anda bisa masuk; sisanya menyusul.")


def _figures(state: SyncState) -> str:
    fetching = state.steps.get(Step.FETCH)
    if state.is_running and fetching is None:
        return tr("Menghubungi pusat")
    if fetching is not None and state.is_running:
        total = max(fetching.fetch_estimate, fetching.fetched)
        arrived = tr("{n} dari ± {total} baris masuk", n=count(fetching.fetched), total=count(total))
        return " · ".join(filter(None, (arrived, left_text(fetching))))
    if state.next_try_s is not None and state.cause is not None:
        return tr("Dicoba lagi sendiri dalam ± {span}", span=span_text(state.next_try_s))
    return ""


def _share(fetching: Progress | None) -> float:
    if fetching is None or not fetching.fetch_estimate:
        return 0.0
    return fetching.fetched / fetching.fetch_estimate
