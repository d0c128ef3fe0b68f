"""Older shifts on the page that closes one, by keys: chosen, read, opened again and closed again."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from desk import DAY, START_CODE, Desk
from pages.close_shift import CTRL, CloseShiftPageDriver
from PySide6.QtCore import Qt

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.meta import Meta
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import CURRENT_SHIFT, LAST_SHIFT, OPENED_HERE, current_shift, last_shift
from fieldkit.work.closing.reopening import ReopenShift, reopen_shift, report_closing
from fieldkit.work.sign_in import check_in, set_first_pin
from tests.ui.pages.office_orders import with_role

PIN = "274913"


class Days:
    """A shift of Saturday that was closed with a blank missing, and one of Sunday that is open with 39."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        set_first_pin(desk.store, UserId(desk.lead.id), START_CODE, PIN)
        first = desk.store.query(current_shift)
        assert first is not None
        self.first = first.id
        page = CloseShiftPageDriver(desk)
        page.count(39)
        page.explain("Hilang", "Jatuh di jalan")
        page.close_and_sign()
        page.give_pin(PIN)
        page.window.close()
        desk.clock.pass_minutes(24 * 60)
        self.second = desk.open_shift(
            day=DAY + timedelta(days=1), name="Shift pagi", site_name="Balai RW 2", blanks_taken=39
        )
        self.planner = with_role(desk, "planner", "Budi Perencana")

    def signed(self, kind: ClosingKind = ClosingKind.TABLE) -> list[dict[str, object]]:
        return [json.loads(each.document) for each in self.desk.store.query(closings, self.first, kind)]

    def is_of_the_office(self) -> None:
        """The laptop is another one: it opened none of the shifts."""

        def forget(database: object) -> None:
            meta = Meta(database)  # type: ignore[arg-type]
            for key, value in ((OPENED_HERE, "[]"), (LAST_SHIFT, ""), (CURRENT_SHIFT, "")):
                meta.put(key, value)

        self.desk.store.write_local(forget)

    def reopened_elsewhere(self, reason: str = "Alasan selisihnya keliru") -> None:
        """The office opened Saturday again on its own laptop, and this one has synced."""
        store = self.desk.store
        kept = store.meta.get(CURRENT_SHIFT)
        store.write_local(lambda d: Meta(d).put(CURRENT_SHIFT, ""))
        store.user = UserId(self.planner.id)
        store.execute(reopen_shift, ReopenShift(self.first, reason), check_in(store, store.user, PIN))
        store.write_local(lambda d: Meta(d).put(CURRENT_SHIFT, kept))
        store.user = UserId(self.desk.lead.id)


@pytest.fixture
def days(desk: Desk) -> Days:
    return Days(desk)


def test_an_older_shift_is_found_by_date_and_place_read_and_left_by_one_key(days: Days) -> None:
    page = CloseShiftPageDriver(days.desk)
    page.count(38)
    page.press(Qt.Key.Key_G, CTRL)
    assert page.older() == {
        "Minggu, 24 Februari 2019 · Shift pagi": "Terbuka",
        "Sabtu, 23 Februari 2019 · Shift sore": "Ditutup",
    }
    page.type("23 feb sore")
    assert list(page.older().values()) == ["Ditutup"]
    page.press(Qt.Key.Key_Return)
    assert page.shown == days.first
    assert not page.page.others.drawer.is_open
    assert not page.can_sign
    assert page.lines("blanks")["Dihitung kembali"] == 39
    assert "Sabtu, 23 Februari 2019" in page.page.subtitle()
    assert "Rina" in page.notice or "ditandatangani" in page.notice
    page.press(Qt.Key.Key_Escape)
    assert page.shown == days.second
    assert page.page.blanks.field.number() == 38


def test_the_papers_of_an_older_shift_are_written_again(days: Days) -> None:
    page = CloseShiftPageDriver(days.desk)
    page.choose_older("balai kelurahan")
    page.press(Qt.Key.Key_P, CTRL)
    assert sorted(path.name for path in days.desk.folders.documents.iterdir()) == [
        f"berita-acara-penutupan-2019-02-23-sore-jati-1.{kind}" for kind in ("pdf", "xlsx")
    ]


def test_a_search_that_finds_nothing_says_so(days: Days) -> None:
    page = CloseShiftPageDriver(days.desk)
    page.press(Qt.Key.Key_G, CTRL)
    page.type("2031")
    assert page.older() == {}
    assert "Tidak ada shift yang cocok" in page.page.others.drawer.panel.hint.text()
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Escape)
    assert page.shown == days.second


def test_the_lead_reads_why_it_is_the_office_that_opens_an_older_shift_again(days: Days) -> None:
    page = CloseShiftPageDriver(days.desk)
    page.choose_older("sore")
    assert "hanya pada hari yang sama" in page.notice
    page.press(Qt.Key.Key_B, CTRL)
    page.type("Salah")
    assert not page.page.after.panel.done_button.isEnabled()
    assert "hanya pada hari yang sama" in page.page.after.panel.done_button.toolTip()


def test_at_a_table_that_works_in_another_shift_that_one_is_closed_first(days: Days) -> None:
    page = CloseShiftPageDriver(days.desk, user=days.planner)
    page.choose_older("sore")
    assert "Tutup dulu shift itu" in page.notice
    page.press(Qt.Key.Key_B, CTRL)
    page.type("Salah")
    assert not page.page.after.panel.done_button.isEnabled()


def test_a_planner_opens_an_older_shift_again_and_closes_it_anew_on_the_laptop_of_the_office(days: Days) -> None:
    days.is_of_the_office()
    page = CloseShiftPageDriver(days.desk, user=days.planner)
    assert page.empty
    page.choose_older("sore")
    page.press(Qt.Key.Key_B, CTRL)
    page.type("Alasan selisihnya keliru")
    page.press(Qt.Key.Key_Return, CTRL)
    page.give_pin(PIN)
    assert len(days.signed(ClosingKind.REOPENING)) == 1
    assert page.shown == days.first
    assert "Dibuka lagi oleh Budi Perencana" in page.reopened
    assert "Hitungan blangko tetap 39 keping" in page.reopened
    assert not page.page.blanks.field.line.isVisible()
    assert not page.page.others.reopened.take_button.isVisible()
    assert not page.can_sign
    page.explain("Salah", "Dus kedua kurang satu sejak berangkat")
    assert page.can_sign
    page.close_and_sign()
    page.give_pin(PIN)
    old, new = days.signed()
    assert (old["counted"], new["counted"], new["note"]) == (39, 39, "Dus kedua kurang satu sejak berangkat")
    assert page.shown == days.first
    assert "Menggantikan penutupan ke-1." in page.notice
    assert page.reopened == ""
    page.press(Qt.Key.Key_Escape)
    assert page.empty


def test_what_was_reported_of_an_older_shift_is_corrected_by_the_office_and_opened_again_by_nobody(days: Days) -> None:
    days.is_of_the_office()
    store = days.desk.store
    store.user = UserId(days.planner.id)
    store.execute(report_closing, days.first, check_in(store, store.user, PIN))
    page = CloseShiftPageDriver(days.desk, user=days.planner)
    page.press(Qt.Key.Key_G, CTRL)
    assert page.older()["Sabtu, 23 Februari 2019 · Shift sore"] == "Dilaporkan"
    page.type("sore")
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_B, CTRL)
    assert not page.page.after.panel.reason.isVisible()
    page.type("Terekam 1, bukan 0")
    page.press(Qt.Key.Key_Return, CTRL)
    page.give_pin(PIN)
    assert page.shown == days.first
    assert "Koreksi ke-1: Terekam 1, bukan 0" in page.notice
    assert days.signed(ClosingKind.REOPENING) == []


def test_a_shift_that_another_table_works_in_is_not_chosen_and_it_is_told_where_it_is_closed(days: Days) -> None:
    days.is_of_the_office()
    page = CloseShiftPageDriver(days.desk, user=days.planner)
    page.choose_older("pagi")
    assert page.page.others.drawer.is_open
    assert "masih terbuka di laptop lain" in page.page.others.drawer.panel.hint.text()


def test_a_shift_that_the_office_opened_again_is_told_at_its_table_and_closed_there_beside_the_present_one(
    days: Days,
) -> None:
    days.reopened_elsewhere()
    page = CloseShiftPageDriver(days.desk)
    page.count(37)
    assert page.shown == days.second
    assert "Shift sore" in page.reopened
    assert "Alasan selisihnya keliru" in page.reopened
    page.page.others.reopened.show_button.setFocus()
    page.press(Qt.Key.Key_Space)
    assert page.shown == days.first
    assert not page.page.others.reopened.take_button.isVisible()
    page.explain("Salah", "Dus kedua kurang satu")
    page.close_and_sign()
    page.give_pin(PIN)
    assert [each["note"] for each in days.signed()] == ["Jatuh di jalan", "Dus kedua kurang satu"]
    page.press(Qt.Key.Key_Escape)
    assert page.shown == days.second
    assert page.page.blanks.field.number() == 37
    assert page.reopened == ""


def test_the_last_shift_of_a_table_that_the_office_opened_again_is_worked_in_again_by_one_button(desk: Desk) -> None:
    days = Days(desk)
    first = CloseShiftPageDriver(desk)
    first.count(39)
    first.close_and_sign()
    first.give_pin(PIN)
    first.window.close()
    last = desk.store.query(last_shift)
    assert last is not None
    days.first = last.id
    days.reopened_elsewhere("Satu orang lupa dicatat")
    page = CloseShiftPageDriver(desk)
    assert page.shown == last.id
    assert "Satu orang lupa dicatat" in page.reopened
    page.page.others.reopened.take_button.setFocus()
    page.press(Qt.Key.Key_Space)
    here = desk.store.query(current_shift)
    assert here is not None
    assert here.id == last.id
    page.press(Qt.Key.Key_Backspace, CTRL)
    assert desk.store.query(current_shift) is None
    assert page.page.others.reopened.take_button.isVisible()
    page.page.others.reopened.take_button.setFocus()
    page.press(Qt.Key.Key_Space)
    assert not page.page.others.reopened.take_button.isVisible()
    page.count(39)
    page.close_and_sign()
    page.give_pin(PIN)
    assert len(days.signed()) == 2
    assert desk.store.query(current_shift) is None
