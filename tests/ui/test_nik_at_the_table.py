"""Somebody without a NIK stands at the set: the outcome asks for it in place, or sends for biodata first."""

from __future__ import annotations

import pytest
from desk import Desk
from layout_faults import layout_faults
from pages.register import ALT, RegisterPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

NIK = "3574034205909917"
DAY_35 = "3574033511879906"
NIK_OF_SITI = "3574035211879901"


@pytest.fixture
def page(desk: Desk) -> RegisterPageDriver:
    page = RegisterPageDriver(desk)
    page.type("sumarni")
    page.walk_in()
    page.page.form.sheet.reason.focus_answer()
    page.digit(1)
    page.digit(1)
    page.space()
    page.type("081234901117")
    page.save()
    page.to_queue()
    page.space()
    assert page.at_the_set == "P2-001"
    return page


def state(page: RegisterPageDriver) -> str:
    return str(page.desk.store.query(lambda d: d.value("SELECT state FROM request_state")))


def nik(page: RegisterPageDriver) -> str | None:
    return page.desk.store.query(lambda d: d.value("SELECT nik FROM resident WHERE name = 'SUMARNI'"))


def test_terekam_asks_for_the_nik_and_tells_the_way_out(page: RegisterPageDriver) -> None:
    page.digit(1)
    assert state(page) == "in_service"
    assert "Urus biodata dulu" in page.line("nik_first")
    assert page.focused_name == "nik_found"
    assert layout_faults(page.window) == []
    page.escape()
    page.digit(2)
    assert state(page) == "referred"


def test_a_nik_that_was_found_is_typed_in_place_and_the_digits_are_live_again(page: RegisterPageDriver) -> None:
    page.strokes = 0
    page.digit(1)
    page.type(NIK)
    page.enter()
    assert nik(page) == NIK
    assert "Terekam + catatan" in page.outcomes
    page.digit(1)
    assert state(page) == "recorded"
    assert page.strokes == 3


def test_the_nik_is_asked_for_from_any_field_and_the_hands_go_back_there(page: RegisterPageDriver) -> None:
    page.escape()
    page.type("siti")
    page.digit(1, ALT)
    page.type(NIK)
    page.enter()
    assert page.focused_name == "search"
    page.digit(1, ALT)
    assert state(page) == "recorded"


def test_what_is_no_nik_is_said_under_the_field_and_what_looks_wrong_is_a_doubt(page: RegisterPageDriver) -> None:
    page.digit(1)
    page.type("357403")
    page.enter()
    assert "harus 16" in page.page.queue.service.nik_form.nik.finding_text()
    assert page.focused_name == "nik_found"
    page.page.queue.service.nik_form.nik.set_value("")
    page.type(DAY_35)
    assert page.page.queue.service.nik_form.nik.finding_text()
    page.enter()
    assert page.line("service_look").startswith("Cek dulu")


def test_the_nik_is_taken_back_by_the_key_of_the_toast(page: RegisterPageDriver) -> None:
    page.digit(1)
    page.type(NIK)
    page.enter()
    page.undo()
    assert nik(page) is None
    page.digit(1)
    assert page.focused_name == "nik_found"


def test_a_nik_of_somebody_else_is_said_at_its_last_digit_and_stays_a_doubt(page: RegisterPageDriver) -> None:
    page.escape()
    page.register("dwi astutik")
    page.to_queue()
    field = page.page.queue.service.nik_form.nik
    page.digit(1)
    page.type(NIK_OF_SITI[:-1])
    assert field.finding_text() == ""
    page.type(NIK_OF_SITI[-1])
    assert field.finding_text() == (
        "NIK ini tercatat atas nama SITI NURAINI. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri: mungkin "
        "sudah direkam. Kalau bukan, cocokkan angkanya dengan KK."
    )
    for _ in range(6):
        QApplication.processEvents()
    assert layout_faults(page.window) == []
    assert not page.is_cut()
    page.enter()
    assert nik(page) == NIK_OF_SITI
    assert page.line("service_look") == "Cek dulu: NIK tercatat atas nama lain."


def test_another_digit_at_the_set_and_the_nik_is_nobodys_any_more(page: RegisterPageDriver) -> None:
    page.digit(1)
    page.type(NIK_OF_SITI)
    page.press(Qt.Key.Key_Backspace)
    page.type("9")
    assert page.page.queue.service.nik_form.nik.finding_text() == ""
    page.press(Qt.Key.Key_Backspace)
    page.type("1")
    assert "SITI NURAINI" in page.page.queue.service.nik_form.nik.finding_text()
