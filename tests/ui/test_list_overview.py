"""The village at a glance: A1, A2 and A15 from the rows of a list, and the drawer that shows them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desk import Desk
from laptops import JATI, SATURDAY, add_people, add_user, laptop, opened, registered, signing_lead
from pages.target_list import TargetListPageDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import REQUEST_STEP, SERVICE_REQUEST
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.overview import Overview, Pace, overview
from fieldkit.store.queries.lists.target_list_page import Asked, target_list_view
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.pages.target_list.overview import OverviewPanel, pace_words, share_words
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.ui.widgets.reading import Reading
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.lists.proposals import Propose, propose
from fieldkit.work.table.outcomes import note_step

MANGUNHARJO, KANIGARAN = "35.74.03.1002", "35.74.04.1003"
AT = "2019-02-23T09:05:00.000Z"


def recorded(store: Store, shift: str, people: list[str]) -> None:
    """People are recorded in a shift, brought in at once."""

    def bring(unit: Unit) -> None:
        asked = {"shift_id": shift, "reason": "first_recording", "papers": "[]", "phone_answer": "own", "at": AT}
        asked |= {"queue_no": "P2-001", "receipt_ref": "K7Q2M9XRTB", "sms_consent": 0, "on_list": 1, "out_of_hours": 0}
        requests = unit.insert_many(SERVICE_REQUEST, [(JATI, {**asked, "resident_id": person}) for person in people])
        steps = [{"request_id": request, "step": str(Step.RECORDED), "at": AT} for request in requests]
        unit.insert_many(REQUEST_STEP, [(JATI, step) for step in steps])

    store.execute(bring)


def test_a1_one_day_at_jati_in_two_shifts_and_how_long_it_takes(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    jati = add_people(store, *(f"WARGA {number}" for number in range(1_024)))
    add_people(store, *(f"WARGA {number}" for number in range(12_222 - 1_024)), village=MANGUNHARJO)
    recorded(store, opened(store), jati[:60])
    store.write_local(lambda database: Meta(database).put(CURRENT_SHIFT, ""))
    recorded(store, opened(store), jati[60:98])
    view = store.query(target_list_view, Asked(), SATURDAY.isoformat())
    known = store.query(overview, JATI)
    assert (view.counts.total, view.counts.recorded, view.counts.left) == (1_024, 98, 926)
    assert known.pace == Pace("2019-02-23", 98, is_running=True)
    assert known.total == 12_222
    assert [str(percent(*share)) for share in ((98, 1_024), (1_024, 12_222))] == ["9.57", "8.38"]
    told = share_words(view.counts, known)
    assert "Terekam 9,57 % dari 1.024 orang" in told
    assert "8,38 % dari 12.222 orang" in told
    assert "98 terekam. Dengan laju itu daftar ini 11 hari kerja" in pace_words(view.counts, known)
    assert "125 hari untuk satu tim" in pace_words(view.counts, known)
    # Nobody has closed the two shifts yet: until then nobody takes the day for a whole one.
    assert pace_words(view.counts, known).startswith("Sab 23 Feb sejauh ini: 98 terekam.")
    over = replace(known, pace=Pace("2019-02-23", 98))
    assert pace_words(view.counts, over).startswith("Sab 23 Feb: 98 terekam.")


def test_a_day_is_whole_for_its_pace_once_its_shifts_are_closed(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    people = add_people(store, "SUMIATI", "SUPARMI")
    shift = opened(store)
    recorded(store, shift, people[:1])
    assert store.query(overview, JATI).pace == Pace("2019-02-23", 1, is_running=True)
    store.execute(close_shift, CloseShift(shift, 46), signing_lead(store))
    assert store.query(overview, JATI).pace == Pace("2019-02-23", 1)


def test_a2_a15_villages_stand_by_what_is_left_of_them(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    jati = add_people(store, *(f"WARGA {number}" for number in range(1_024)))
    add_people(store, *(f"WARGA {number}" for number in range(1_100)), village=MANGUNHARJO)
    add_people(store, *(f"WARGA {number}" for number in range(1_000)), village=KANIGARAN)
    assert [each.village for each in store.query(overview, JATI).villages] == [MANGUNHARJO, JATI, KANIGARAN]
    recorded(store, opened(store), jati[:98])
    ranked = store.query(overview, JATI).villages
    assert [(each.village, each.left) for each in ranked] == [(MANGUNHARJO, 1_100), (KANIGARAN, 1_000), (JATI, 926)]


def test_without_a_recording_there_is_no_pace(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "SUMIATI")
    counts = store.query(target_list_view, Asked(), SATURDAY.isoformat()).counts
    known = store.query(overview, JATI)
    assert known == Overview(known.villages, None)
    assert "lajunya belum diketahui" in pace_words(counts, known)


def test_what_is_left_rt_by_rt_is_one_key_away(desk: Desk, qtbot: QtBot) -> None:
    done = registered(desk.store, desk.residents["SITI NURAINI"])
    desk.store.execute(note_step, done.request_id, Step.RECORDED)
    desk.store.execute(propose, Propose(desk.residents["SRI WAHYUNI"], ProposalKind.NOT_FOUND, note="Tetangga"))
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)
    listing.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    panel = listing.page.findChild(OverviewPanel, "overview")
    assert panel is not None
    assert panel.isVisible()
    assert panel.left_lines()[0] == "RT 02/RW 05: 3"
    assert sum(int(line.rpartition(" ")[2]) for line in panel.left_lines()) == 11
    assert panel.village_lines() == ["Kel. Jati: 11"]
    assert panel.bar.accessibleDescription() == "terekam: 1; sisa: 10; diusulkan: 1"
    listing.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_list_comes_without_its_drawers(desk: Desk, qtbot: QtBot) -> None:
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)

    def made() -> set[str]:
        return {each.objectName() for each in listing.page.findChildren(Drawer)} - {""}

    assert not made()
    listing.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert made() == {"overview_drawer"}
    listing.press(Qt.Key.Key_Escape)
    listing.open("SITI")
    assert made() == {"overview_drawer", "person_drawer"}


def test_what_is_left_is_read_with_the_arrows(desk: Desk, qtbot: QtBot) -> None:
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)
    listing.window.resize(1366, 400)
    listing.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    reading = QApplication.focusWidget()
    assert isinstance(reading, Reading)
    assert reading.accessibleName() == "Sisa kelurahan ini"
    before = reading.verticalScrollBar().value()
    QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.verticalScrollBar().value() > before
