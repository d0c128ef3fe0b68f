"""The page Sync: what waits, how far it got, what the centre said, and what somebody must decide."""

from __future__ import annotations

import threading

import httpx
import msgspec
import pytest
from pages.sync import SyncPageDriver
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot
from sync_bench import BAD_ANSWERS, Answer, SyncBench, opened_page

from fieldkit.domain.identifiers import Origin
from fieldkit.host.clock import now_ms
from fieldkit.records.bundle import Span
from fieldkit.records.wire import SilentLaptop
from fieldkit.server.devices.laptops import revoke
from fieldkit.store.database import Database
from fieldkit.store.former import Former
from fieldkit.store.neighbours.carried import CarriedFile, keep_carried
from fieldkit.store.syncing.comparing import Compared
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.loads import CaughtUp, note_caught_up
from fieldkit.sync._errors import too_old
from fieldkit.sync.progress import Progress, Step, StepState
from fieldkit.ui.formats import span_text
from fieldkit.ui.pages.sync.headline import Act, Tally, headline_of, tally_of
from fieldkit.ui.pages.sync.side import ProofCard
from fieldkit.ui.pages.sync.silent import SilentLaptops
from fieldkit.ui.pages.sync.steps import step_words
from fieldkit.ui.pages.sync.wording import size_text
from fieldkit.ui.sync_driver import SyncState
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.overlays import Drawer, KeysOverlay
from fieldkit.ui.widgets.reading import Reading
from fieldkit.ui.widgets.vacant import controls_of, in_sight
from tests.laptops import JATI, REGENCY, registered


def synced(bench: SyncBench, qtbot: QtBot, page: SyncPageDriver, headline: str) -> None:
    """Wait until the page says so."""
    qtbot.waitUntil(lambda: not bench.driver.state.is_running and page.headline == headline, timeout=20_000)


def test_before_the_first_try_it_says_what_waits(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    waiting = Exchange(bench.laptop.store).waiting()
    assert page.headline == f"{waiting} perubahan menunggu dikirim"
    assert page.figures == f"0 dari {waiting} perubahan sudah diterima pusat"
    assert page.page.subtitle() == f"Laptop P1 · {waiting} perubahan"
    assert page.shipment()[f"Jumlah {waiting}"] == (str(waiting), "–", "–")


def test_the_lines_of_the_table_add_up_to_its_sum(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    *lines, total = page.shipment().values()
    for column in range(3):
        assert sum(int(line[column].replace("–", "0")) for line in lines) == int(total[column].replace("–", "0"))


def test_everything_arrives_by_ctrl_enter_and_only_then_all_is_sent(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    bench.cut()
    bench.driver.start()
    qtbot.waitUntil(lambda: page.headline == "Offline sejak 16.05")
    assert page.foot.startswith("Pusat belum terjangkau. Pekerjaan jalan terus")
    assert page.words("sync_left").startswith("Dicoba lagi sendiri dalam")
    assert page.step(Step.CONTACT) == "Pusat belum terjangkau."
    bench.mend()
    page.sync()
    synced(bench, qtbot, page, "Semua terkirim")
    assert page.foot == "Dihitung ulang 16.05, setelah bukti terima dari pusat."
    made = bench.laptop.store.meta.last_number
    qtbot.waitUntil(lambda: page.shipment().get(f"Jumlah {made}") == ("–", str(made), "–"))
    assert page.step(Step.PROVE) == "Dihitung ulang: tidak ada yang menunggu"
    assert f"Sab 23 Feb 16.05, perubahan 1–{made}" in page.proofs()


def test_new_work_takes_all_sent_back(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    bench.driver.start()
    synced(bench, qtbot, page, "Semua terkirim")
    registered(bench.laptop.store)
    bench.window.data_changed()
    qtbot.waitUntil(lambda: page.headline.endswith("perubahan menunggu dikirim"))


def test_invariant_11_keys_are_answered_while_store_and_line_hang(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    opened_page(bench, qtbot)
    reached, go_on = threading.Event(), threading.Event()

    def hang(_: httpx.Request) -> None:
        reached.set()
        go_on.wait(20)

    bench.laptop.line.before = hang
    bench.driver.start()
    qtbot.waitUntil(reached.is_set)
    bench.lanes.run("store", lambda: go_on.wait(20), lambda _: None, lambda _: None, bench.window)
    keys = bench.window.findChild(KeysOverlay)
    qtbot.keyClick(bench.window, Qt.Key.Key_F1)
    assert keys.isVisible()
    qtbot.keyClick(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()
    assert not go_on.is_set()
    go_on.set()


def test_esc_pauses_and_ctrl_enter_goes_on(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    reached, go_on = threading.Event(), threading.Event()

    def wait_at_push(request: httpx.Request) -> None:
        if request.url.path.endswith("push"):
            reached.set()
            go_on.wait(20)

    bench.laptop.line.before = wait_at_push
    bench.driver.start()
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(lambda: page.headline == "Mengirim ke pusat lewat internet")
    assert not page.is_on_screen("sync_now")
    assert "lanjut dari ke-1" in page.foot
    page.escape()
    assert page.button("sync_pause").caption() == "Menunggu paket ini"
    assert not page.button("sync_pause").isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: page.headline.endswith("dijeda") or page.headline.endswith("sinkron dijeda"))
    assert page.button("sync_now").caption() == "Lanjutkan"
    bench.mend()
    page.sync()
    synced(bench, qtbot, page, "Semua terkirim")


def test_ctrl_full_stop_pauses_and_goes_on(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    reached, go_on = threading.Event(), threading.Event()

    def wait_at_hello(_: httpx.Request) -> None:
        reached.set()
        go_on.wait(20)

    bench.laptop.line.before = wait_at_hello
    bench.driver.start()
    qtbot.waitUntil(reached.is_set)
    page.toggle()
    go_on.set()
    qtbot.waitUntil(lambda: page.headline == "Sinkron dijeda")
    assert page.foot.startswith("Tidak ada yang hilang.")
    bench.mend()
    page.toggle()
    synced(bench, qtbot, page, "Semua terkirim")


@pytest.mark.parametrize("answer", BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_nonsense_from_the_centre_is_shown_calmly(bench: SyncBench, qtbot: QtBot, answer: Answer) -> None:
    bench.work()
    page = opened_page(bench, qtbot)
    made = bench.laptop.store.meta.last_number
    bench.answer_with(answer)
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.next_try_s is not None)
    assert page.headline in {
        "Pusat sedang bermasalah",
        "Yang menjawab bukan pusat FieldKit",
        "Jawaban pusat tidak lengkap",
    }
    assert "Tidak ada yang hilang" in page.foot
    assert page.figures == f"0 dari {made} perubahan sudah diterima pusat"
    assert page.window.toasts() == []
    assert page.is_on_screen("sync_now")


def test_a_revoked_laptop_is_told_what_is_safe(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    bench.work()
    page = opened_page(bench, qtbot)
    device = Exchange(bench.laptop.store).connection().device_id
    assert revoke(bench.ground.centre, REGENCY, device, now_ms=now_ms(bench.ground.clock))
    bench.driver.start()
    synced(bench, qtbot, page, "Laptop ini tidak lagi terdaftar di pusat")
    qtbot.waitUntil(lambda: page.foot.startswith("Semua pekerjaan laptop ini sudah diserahkan ke pusat."))
    assert page.words("sync_left") == "Tidak dicoba lagi sendiri"
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    assert page.step(Step.CONTACT) == "Laptop ini tidak lagi terdaftar di pusat."


def test_a_revoked_laptop_that_still_carries_for_another_table_tells_what_its_data_waits_for(
    bench: SyncBench, qtbot: QtBot
) -> None:
    """It is not wiped while a file waits here before which something is missing at the centre."""
    bench.laptop.sync()
    bench.laptop.store.write_local(_file_with_a_gap)
    page = opened_page(bench, qtbot)
    device = Exchange(bench.laptop.store).connection().device_id
    assert revoke(bench.ground.centre, REGENCY, device, now_ms=now_ms(bench.ground.clock))
    bench.driver.start()
    synced(bench, qtbot, page, "Laptop ini tidak lagi terdaftar di pusat")
    qtbot.waitUntil(lambda: page.foot.startswith("Datanya belum dihapus: 1 titipan meja lain belum bisa diterima."))


def _file_with_a_gap(database: Database) -> None:
    keep_carried(database, CarriedFile("d1", (Span("3574-P9.1", 5, 6),), "P9", "Meja 9", b"sealed"), 0)
    database.run("UPDATE carried_file SET refusal = 'gap', sent_bytes = size_bytes")


def _card_in_doubt(database: Database) -> None:
    number = database.value("SELECT min(number) FROM journal WHERE table_name = 'service_request'")
    command = "UPDATE journal SET verdict = 'case', reason = 'weighty' WHERE number BETWEEN ? AND ?"
    database.run(command, number, number + 1)
    origin = database.value("SELECT origin FROM journal")
    database.run("INSERT INTO attention VALUES (?, ?, 'case', 'weighty', 'c1')", origin, number)


def test_what_must_be_decided_is_named_and_never_called_refused(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.laptop.sync()
    bench.laptop.store.write_local(_card_in_doubt)
    page = opened_page(bench, qtbot)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    said = " ".join(label.full_text() for label in page.window.findChildren(Label) if label.isVisible())
    assert "Pendaftaran SITI AMINAH" in said
    assert "1 perlu diputuskan" in said
    assert [figures[-1] for figures in page.shipment().values()] == ["1", "–", "–", "–", "1"]
    assert "tolak" not in said.lower()
    assert {each.objectName() for each in page.window.findChildren(Drawer)} <= {""}, "made before anybody asked"
    page.press(Qt.Key.Key_D)
    assert page.is_on_screen("attention_drawer")
    page.escape()
    assert not page.is_on_screen("attention_drawer")


def test_the_proof_is_opened_read_and_copied_by_keys(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.laptop.sync()
    bench.ground.clock.pass_by(days=1)
    registered(bench.laptop.store)
    outcome = bench.laptop.sync()
    assert outcome.receipt is not None
    page = opened_page(bench, qtbot)
    assert page.proofs().count("perubahan 1–") == 2
    page.press(Qt.Key.Key_P)
    assert page.words("proof_chain").replace(" ", "") == outcome.receipt.chain
    page.press(Qt.Key.Key_C)
    assert outcome.receipt.chain in QGuiApplication.clipboard().text()
    assert msgspec.json.encode(outcome.receipt).decode() in QGuiApplication.clipboard().text().splitlines()
    assert page.words("proof_copied") == "Tersalin."
    page.press(Qt.Key.Key_Left, alt=True)
    assert page.words("proof_chain").replace(" ", "") != outcome.receipt.chain
    page.escape()
    assert not page.is_on_screen("proof_drawer")


def test_changes_are_counted_from_the_proof_of_an_earlier_day(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.laptop.sync()
    before = bench.laptop.store.meta.last_number
    bench.ground.clock.pass_by(days=1)
    registered(bench.laptop.store)
    new = bench.laptop.store.meta.last_number - before
    page = opened_page(bench, qtbot)
    assert page.figures == f"0 dari {new} perubahan sudah diterima pusat"
    assert page.page.subtitle() == f"Laptop P1 · {new} perubahan sejak Sab 23 Feb 16.05"


def test_a_laptop_that_never_was_enrolled_is_told_how_to_be() -> None:
    from fieldkit.store.queries.sync_page import SyncView

    view = SyncView(
        "", "", (), 3, (), 0, (), (), (), Compared(), CaughtUp(), None, is_open=False, time_zone="Asia/Jakarta"
    )
    said = headline_of(view, SyncState())
    assert said.title == "Laptop ini belum terdaftar di pusat"
    assert said.act is Act.NOTHING


def test_a_village_that_was_loaded_afresh_is_named(bench: SyncBench, qtbot: QtBot) -> None:
    page = opened_page(bench, qtbot).page
    assert page.afresh.isHidden()
    Exchange(bench.laptop.store).comparing.note(now_ms(bench.laptop.store.clock), [JATI])
    page.refresh()
    qtbot.waitUntil(lambda: not page.afresh.isHidden())
    said = " ".join(label.full_text() for label in page.afresh.findChildren(Label))
    assert "Isi Kel. Jati di laptop ini berbeda dengan pusat. Sudah dimuat ulang" in said


def test_what_a_long_absence_made_the_laptop_load_afresh_is_named(bench: SyncBench, qtbot: QtBot) -> None:
    page = opened_page(bench, qtbot).page
    bench.laptop.store.write_local(note_caught_up, now_ms(bench.laptop.store.clock), [REGENCY])
    page.refresh()
    qtbot.waitUntil(lambda: not page.afresh.isHidden())
    said = " ".join(label.full_text() for label in page.afresh.findChildren(Label))
    assert "Laptop ini lama tidak tersambung, jadi isi Kota Probolinggo dimuat ulang dari awal." in said


def test_what_is_unknown_of_before_a_restore_is_said_under_the_proofs(themed_app: QApplication) -> None:
    card = ProofCard()
    said = card.findChild(Label, "former_origins")
    assert said is not None
    card.show_former([Former(Origin("3574-P2.1"), 1200)])
    assert said.full_text().startswith("P2, sebelum laptop ini dipulihkan: pusat memegang perubahan sampai 1.200.")
    assert not said.isHidden()
    card.show_former([])
    assert said.isHidden()


def test_a_lead_sees_which_laptops_have_not_reported(bench: SyncBench, qtbot: QtBot) -> None:
    page = opened_page(bench, qtbot).page
    assert page.silent.isHidden()
    at_ms = now_ms(bench.laptop.store.clock)
    silent = [SilentLaptop("P7", "Laptop Jati", 0, 0, ""), SilentLaptop("P8", "Laptop Wonoasih", at_ms, 12, "0.1.0")]
    Exchange(bench.laptop.store).keep_silent(silent)
    page.refresh()
    qtbot.waitUntil(lambda: not page.silent.isHidden())
    said = {label.full_text(): label for label in page.silent.findChildren(Label)}
    assert "belum pernah melapor" in said
    whole = said["terakhir Sab 23 Feb 16.05, 12 perubahan menunggu di sana"]
    assert whole.text() == whole.full_text()
    assert whole.height() >= whole.heightForWidth(whole.width())


def with_many_cards(bench: SyncBench, qtbot: QtBot) -> SyncPageDriver:
    """The page with more at its right than fits."""
    bench.work()
    bench.laptop.sync()
    bench.laptop.store.write_local(_card_in_doubt)
    driver = opened_page(bench, qtbot)
    Exchange(bench.laptop.store).keep_silent([SilentLaptop(f"P{n}", "Laptop Jati", 0, 0, "") for n in range(2, 9)])
    driver.page.refresh()
    bar = driver.part(Reading, "sync_side").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep() / 2)
    return driver


def test_the_right_column_is_read_to_its_end_by_keys(bench: SyncBench, qtbot: QtBot) -> None:
    page = with_many_cards(bench, qtbot)
    bar = page.part(Reading, "sync_side").verticalScrollBar()
    page.press(Qt.Key.Key_J)
    for key, at in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(page.window.focusWidget(), key)
        assert bar.value() == at
    qtbot.keyClick(page.window.focusWidget(), Qt.Key.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(page.window.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > bar.pageStep() / 2


def test_a_toast_covers_nothing_that_can_be_pressed_on_the_page(bench: SyncBench, qtbot: QtBot) -> None:
    page = with_many_cards(bench, qtbot)
    page.press(Qt.Key.Key_J)
    qtbot.keyClick(page.window.focusWidget(), Qt.Key.Key_End)
    page.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: len(page.window.toasts()) == 1)
    QApplication.processEvents()
    (toast,) = page.window.toasts()
    middle = toast.parentWidget()
    assert not any(toast.geometry().intersects(each) for each in controls_of(middle, without=[toast]))


def test_in_a_small_window_the_side_opens_in_sight_and_scrolls_alone(bench: SyncBench, qtbot: QtBot) -> None:
    page = with_many_cards(bench, qtbot)
    page.window.resize(1024, 600)
    QApplication.processEvents()
    page.press(Qt.Key.Key_J)
    QApplication.processEvents()
    side, focused = page.part(Reading, "sync_side"), page.window.focusWidget()
    assert focused is side
    assert QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name) == "Bukti dan perhatian"
    bars = [bar for bar in page.window.findChildren(QScrollBar) if bar.isVisible() and bar.maximum() > 0]
    assert bars == [side.verticalScrollBar()]
    drawer = next(each for each in page.page.findChildren(Drawer) if each.isVisible())
    assert in_sight(drawer, page.window).size() == drawer.size()
    page.escape()
    assert not drawer.isVisible()


def test_no_key_is_told_twice(bench: SyncBench, qtbot: QtBot) -> None:
    page = opened_page(bench, qtbot)
    qtbot.keyClick(page.window, Qt.Key.Key_F1)
    told = [part.split(": ")[0] for part in page.window.findChild(KeysOverlay).accessibleDescription().split("; ")]
    assert len(told) == len(set(told))
    assert "Ctrl+Enter" in told


def test_no_card_at_the_right_is_cut_where_the_column_scrolls(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.laptop.sync()
    bench.laptop.store.write_local(_card_in_doubt)
    page = opened_page(bench, qtbot).page
    at_ms = now_ms(bench.laptop.store.clock)
    Exchange(bench.laptop.store).keep_silent([SilentLaptop(f"P{n}", "Laptop Jati", 0, 0, "") for n in range(2, 9)])
    Exchange(bench.laptop.store).comparing.note(at_ms, [JATI])
    page.refresh()
    side = page.silent.parentWidget().parentWidget().parentWidget()
    assert isinstance(side, Scrolled)
    qtbot.waitUntil(lambda: side.verticalScrollBar().isVisible())
    for card in (page.attention, page.afresh, page.silent, page.roads, page.proofs):
        qtbot.waitUntil(lambda card=card: card.geometry().right() < side.viewport().width())


def test_who_does_not_answer_for_laptops_is_not_shown_which_keep_silent(themed_app: QApplication) -> None:
    card = SilentLaptops("operator")
    card.show_laptops((SilentLaptop("P7", "Laptop Jati", 0, 0, ""),), "Asia/Jakarta")
    assert card.isHidden()


def test_the_figures_move_with_the_round_before_the_store_is_asked_again(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    view = opened_page(bench, qtbot).page._view
    assert view is not None
    sending = Progress(Step.SEND, StepState.RUNNING, sent=4, total=view.total)
    state = SyncState(is_enrolled=True, is_running=True, steps={Step.SEND: sending})
    assert tally_of(view, state) == Tally(4, view.total)


@pytest.mark.parametrize(
    ("fetching", "words"),
    [
        (Progress(Step.FETCH, StepState.RUNNING, fetch_estimate=9_000, fetch_left=9_000), ""),
        (Progress(Step.FETCH, StepState.RUNNING, fetch_left=6_000, versions_per_s=20), "sisa ± 5 menit"),
        (Progress(Step.FETCH, StepState.RUNNING, fetch_left=0, versions_per_s=20), ""),
    ],
)
def test_how_long_the_fetching_takes_is_told_once_a_page_has_come(
    bench: SyncBench, qtbot: QtBot, fetching: Progress, words: str
) -> None:
    view = opened_page(bench, qtbot).page._view
    assert view is not None
    state = SyncState(is_enrolled=True, is_running=True, steps={Step.FETCH: fetching})
    assert headline_of(view, state).right == words


def test_a_clock_far_off_is_told_in_the_contact_step(bench: SyncBench, qtbot: QtBot) -> None:
    view = opened_page(bench, qtbot).page._view
    assert view is not None
    ahead = Progress(Step.CONTACT, StepState.DONE, clock_offset_ms=-7_200_000)
    assert step_words(Step.CONTACT, ahead, view).startswith("Jam laptop maju 2 jam.")
    near = Progress(Step.CONTACT, StepState.DONE, clock_offset_ms=2_000)
    assert step_words(Step.CONTACT, near, view) == "Laptop P1 dikenali, jam selisih 2 detik"


def test_that_this_program_is_too_old_is_told_in_the_contact_step(bench: SyncBench, qtbot: QtBot) -> None:
    page = opened_page(bench, qtbot).page
    assert page._view is not None
    old = Progress(Step.CONTACT, StepState.DONE, cause=too_old())
    assert step_words(Step.CONTACT, old, page._view) == "FieldKit di laptop ini terlalu lama untuk pusat."


@pytest.mark.parametrize(("size", "words"), [(0, "0 B"), (512, "512 B"), (18_200, "18 kB"), (1_240_000, "1,2 MB")])
def test_sizes_are_written_as_at_the_table(size: int, words: str) -> None:
    assert size_text(size) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 detik"),
        (40, "40 detik"),
        (120, "2 menit"),
        (7_200, "2 jam"),
        (90_000, "25 jam"),
        (200_000, "2 hari"),
        (600_000_000, "6.944 hari"),
    ],
)
def test_spans_are_written_as_at_the_table(seconds: float, words: str) -> None:
    assert span_text(seconds) == words


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_fits_its_room_without_scrolling(
    bench: SyncBench, qtbot: QtBot, themed_app: QApplication, theme: str
) -> None:
    apply_theme(themed_app, theme)
    bench.work()
    bench.laptop.sync()
    bench.laptop.store.write_local(_card_in_doubt)
    page = opened_page(bench, qtbot)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    frame = page.window._frames["sync"]
    qtbot.waitUntil(lambda: page.page.height() <= frame.maximumViewportSize().height())
