"""The strip says what the sync really does: paused, stopped for good, or done without anything new to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages.sync import SyncPageDriver
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench, sync_bench

from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.host.clock import now_ms
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.bundle import make_bundle
from fieldkit.ui.context import Context
from fieldkit.ui.pages.sync import SyncPage
from fieldkit.ui.pages.today import TodayPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.overlays import Modal
from fieldkit.work.relay import take_from_table
from fieldkit.work.shifts.incidents import begin_incident
from tests.laptops import REGENCY, opened, registered


class _Stored(QObject):
    """Brings the word that something was stored to the thread of the window, as the app does."""

    told = Signal(object)


class StripBench:
    """The page Sync with the strip under it, joined as in the app."""

    def __init__(self, bench: SyncBench, qtbot: QtBot) -> None:
        self.bench, self._qtbot = bench, qtbot
        made: list[Context] = []

        def make(context: Context) -> Page:
            made.append(context)
            return SyncPage(context)

        self.window = bench.open(make)
        self.page = SyncPageDriver(self.window)
        strip, stored = StatusStrip(self.window, made[0]), _Stored(self.window)
        stored.told.connect(lambda _: (self.window.data_changed(), strip.refresh()))
        bench.laptop.store.on_changed = stored.told.emit
        self.rests()

    def rests(self) -> None:
        """Wait until all that was asked of the store was shown."""
        for _ in range(3):
            shown: list[None] = []
            self.bench.lanes.run("store", lambda: None, shown.append, pytest.fail, self.window)
            self._qtbot.waitUntil(lambda shown=shown: bool(shown))

    def segment(self, name: str) -> Segment:
        """What a segment says."""
        return self.window.strip.segments[name].segment

    def says(self, words: str) -> bool:
        """Whether the window says so."""
        return any(words in label.full_text() for label in self.window.findChildren(Label) if label.isVisible())


@pytest.fixture
def bench(tmp_path: Path, themed_app: QApplication) -> Iterator[SyncBench]:
    with sync_bench(tmp_path) as made:
        made.laptop.sync()
        made.work()
        yield made


@pytest.fixture
def strip(bench: SyncBench, qtbot: QtBot) -> StripBench:
    return StripBench(bench, qtbot)


def test_a_pause_is_told_on_every_page_and_nobody_is_promised_that_it_sends_by_itself(
    bench: SyncBench, strip: StripBench, qtbot: QtBot
) -> None:
    bench.laptop.line.before = lambda _: bench.driver.pause()
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.is_paused)
    link = strip.segment("link")
    assert (link.text, link.tone, link.page) == ("Sinkron dijeda", "warn", "sync")
    assert link.tip == "Tidak ada yang dikirim sampai dilanjutkan."
    bench.mend()
    strip.page.toggle()
    qtbot.waitUntil(lambda: strip.segment("link").text == "Online sejak 16.05")


def test_a_centre_that_will_not_have_this_laptop_is_no_calm_online(
    bench: SyncBench, strip: StripBench, qtbot: QtBot
) -> None:
    device = Exchange(bench.laptop.store).connection().device_id
    revoke(bench.ground.centre, REGENCY, device, now_ms=now_ms(bench.ground.clock))
    bench.driver.start()
    qtbot.waitUntil(lambda: strip.page.headline == "Laptop ini tidak lagi terdaftar di pusat")
    link = strip.segment("link")
    assert (link.text, link.tone) == ("Sinkron berhenti", "err")
    assert link.tip.startswith("Laptop ini tidak lagi terdaftar di pusat.")


def test_before_the_first_try_the_tip_names_no_time(strip: StripBench) -> None:
    assert strip.segment("link").tip.startswith("Offline. Pekerjaan jalan terus, ")


def test_what_was_carried_leaves_the_strip_when_the_page_says_that_all_is_sent(bench: SyncBench, qtbot: QtBot) -> None:
    table = bench.ground.laptop("Meja 1")
    bench.laptop.sync()
    opened(table.store)
    take_from_table(bench.laptop.store, make_bundle(table.store).content)
    strip = StripBench(bench, qtbot)
    assert strip.segment("waiting").text == "0 menunggu kirim · 1 titipan"
    bench.driver.start()
    qtbot.waitUntil(lambda: strip.page.headline == "Semua terkirim", timeout=20_000)
    qtbot.waitUntil(lambda: strip.segment("waiting").text == "Tidak ada yang menunggu")


def test_a_receipt_from_a_stick_changes_page_and_strip_at_once(
    bench: SyncBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.laptop.sync()
    registered(bench.laptop.store)
    strip, receipt = StripBench(bench, qtbot), tmp_path / "own.fkreceipt"
    content, at_ms = make_bundle(bench.laptop.store).content, now_ms(bench.ground.clock)
    receipt.write_bytes(take_bundle(bench.ground.centre, content, at_ms).receipt)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(receipt), ""))
    qtbot.waitUntil(lambda: strip.page.headline == "2 perubahan menunggu dikirim")
    strip.page.press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: strip.page.headline == "Belum sinkron sejak FieldKit dibuka")
    qtbot.waitUntil(lambda: strip.segment("waiting").text == "Tidak ada yang menunggu")


def test_a_stick_that_can_not_be_written_is_told_of_as_the_stick_and_stops_nobody(
    bench: SyncBench, strip: StripBench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulled = tmp_path / "pulled" / "own.fkbundle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pulled), ""))
    strip.page.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: strip.says("Berkas belum ditulis: tempat yang dipilih tidak bisa ditulisi."))
    assert strip.window.findChildren(Modal) == []
    assert Exchange(bench.laptop.store).waiting() > 0


def test_after_a_round_without_new_rows_the_day_counts_anew_what_waits(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.store.execute(begin_incident, IncidentKind.NETWORK)
    waits = Exchange(bench.laptop.store).waiting()
    window = bench.open(TodayPage)

    def says(words: str) -> bool:
        return any(words in label.full_text() for label in window.findChildren(Label) if label.isVisible())

    qtbot.waitUntil(lambda: says(f"{waits} perubahan menunggu kirim"))
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.outcome is not None)
    qtbot.waitUntil(lambda: says("0 perubahan menunggu kirim") and not says(f"{waits} perubahan"))
