"""The desk of cards that nobody fetched, worked with real keys: batches, differences, who never heard, whereabouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.requests.service import Paper, Reason, Step
from fieldkit.records.tables import CARD_PLACE, HANDOVER_RECORD, LIST_SHEET
from fieldkit.store.database import Database
from fieldkit.store.queries.cards import whereabouts
from fieldkit.store.queries.cards.batches import DISTRICT, batches, record
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.store.queries.people import AppUser
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.uncollected.desk import UncollectedDesk
from fieldkit.ui.pages.office.uncollected.piles import Part
from fieldkit.ui.papers import drawer as paper_drawer
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, registered
from tests.ui.asked import AskedPage
from tests.ui.desk import Desk
from tests.ui.layout_faults import layout_faults
from tests.ui.pages.office_orders import with_role
from tests.uncollected import KANIGARAN, one_uncollected, reference_no, uncollected

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
PIN = "274913"


class Uncollected:
    """The desk, found by name and worked by keys."""

    def __init__(self, desk: Desk, user: AppUser, qtbot: QtBot) -> None:
        self.desk, self.user, self._qtbot = desk, user, qtbot
        self.window = desk.open(("office", OfficePage), ("cards", AskedPage), user=user)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.press(Key.Key_6)
        at = page.worked_at()
        assert isinstance(at, UncollectedDesk)
        self.at = at

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self._focused(), key, held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)
        QApplication.processEvents()

    def save(self) -> None:
        self.press(Key.Key_Return, held=CONTROL)

    def sign(self) -> None:
        self.save()
        modal = self.at.doer.signing.modal
        assert modal is not None
        QTest.keyClicks(modal.pin.line, PIN)
        QTest.keyClick(modal.pin.line, Key.Key_Return)
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def rows(self) -> list[tuple[str, str]]:
        model = self.at.piles.table.rows_model
        return [model.columns[0].getter(model.at(row)) for row in range(model.rowCount())]

    def badges(self) -> list[str]:
        model = self.at.piles.table.rows_model
        return [model.columns[-1].getter(model.at(row))[0] for row in range(model.rowCount())]

    def acts(self) -> list[str]:
        return [choice.caption for choice in self.at.side.choices]

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window


@pytest.fixture
def clerk(desk: Desk, qtbot: QtBot) -> Uncollected:
    """Three cards may go to Mayangan, one to Kanigaran; one more of Mayangan was told nothing."""
    desk.store.user = UserId(desk.lead.id)
    uncollected(desk.store, {JATI: 3, KANIGARAN: 1})
    one_uncollected(desk.store, told_on=[])
    return Uncollected(desk, with_role(desk, "clerk", "Dewi Anggraini"), qtbot)


def test_districts_stand_by_what_may_go_and_enter_sets_their_cards_aside(clerk: Uncollected) -> None:
    assert [name for name, _ in clerk.rows()] == ["Kec. Mayangan", "Kec. Kanigaran"]
    clerk.press(Key.Key_Return)
    assert clerk.at.piles.part is Part.BATCHES
    assert clerk.badges() == ["Disiapkan"]
    assert clerk.acts() == ["Lihat kartunya", "Tanda tangani, kirim", "Batalkan kiriman", "Cetak"]
    clerk.press(Key.Key_Backspace, held=CONTROL)
    assert clerk.rows() == []
    clerk.press(Key.Key_1, held=ALT)
    assert clerk.acts() == ["Siapkan kiriman"]


def test_a_card_is_crossed_out_of_a_draft_with_a_note_and_taken_in_again(clerk: Uncollected) -> None:
    clerk.press(Key.Key_Return, Key.Key_Return)
    assert clerk.at.piles.part is Part.CARDS
    assert clerk.badges() == ["Disiapkan ke kecamatan"] * 3
    clerk.press(Key.Key_1)
    clerk.save()
    assert clerk.at.doer.cross_out_form.note.finding() is not None
    clerk.type("Tidak ada di kotak")
    clerk.save()
    assert len(clerk.rows()) == 2
    clerk.press(Key.Key_Backspace, held=CONTROL)
    assert len(clerk.rows()) == 3
    clerk.press(Key.Key_Escape)
    assert clerk.at.piles.part is Part.BATCHES


def test_a_batch_is_signed_counted_in_with_a_card_missing_and_found_later(clerk: Uncollected) -> None:
    clerk.press(Key.Key_Return, Key.Key_2)
    assert clerk.at.doer.send_form.number.value() == "BA-P2-001/2019"
    clerk.sign()
    assert clerk.badges() == ["Dikirim"]
    clerk.press(Key.Key_Return)
    assert clerk.acts() == ["Tandai tidak ada", "Tandai rusak", "Terima di kecamatan"]
    clerk.press(Key.Key_1)
    assert clerk.badges()[0] == "Tidak ada"
    clerk.press(Key.Key_2)
    form = clerk.at.doer.receive_form
    clerk.type("3")
    clerk.save()
    assert form.counted.finding() is not None
    form.counted.set_value("")
    form.counted.focus_answer()
    clerk.type("2")
    clerk.sign()
    assert clerk.badges() == ["Tidak sampai", "Di kecamatan", "Di kecamatan"]
    assert clerk.acts() == ["Sudah ketemu"]
    clerk.press(Key.Key_1)
    assert clerk.badges() == ["Di kecamatan"] * 3
    clerk.press(Key.Key_Escape)
    (batch,) = clerk.desk.store.query(batches)
    assert (batch.differences, clerk.badges()) == (1, ["Diterima, ada selisih"])
    signed = clerk.desk.store.query(record, batch.receipt_id)
    assert signed is not None
    assert signed.signer_name == "Dewi Anggraini"


def test_why_a_card_is_crossed_out_is_kept_for_that_card_alone_until_it_is_written(clerk: Uncollected) -> None:
    form = clerk.at.doer.cross_out_form
    clerk.press(Key.Key_Return, Key.Key_Return, Key.Key_1)
    clerk.type("Tidak ada")
    clerk.press(Key.Key_Escape, Key.Key_Down, Key.Key_1)
    assert form.note.value() == ""
    clerk.press(Key.Key_Escape, Key.Key_Up, Key.Key_1)
    assert form.note.value() == "Tidak ada"
    clerk.save()
    assert len(clerk.rows()) == 2
    clerk.press(Key.Key_Backspace, held=CONTROL)
    clerk.press(Key.Key_Home, Key.Key_1)
    assert form.isVisible()
    assert form.note.value() == ""


def test_what_was_typed_of_a_batch_to_send_is_kept_for_that_batch_alone_until_it_is_signed(clerk: Uncollected) -> None:
    form = clerk.at.doer.send_form
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_1, held=ALT)
    assert clerk.at.piles.table.select(KANIGARAN[:DISTRICT])
    clerk.press(Key.Key_Return)
    made = {each.district: each.id for each in clerk.desk.store.query(batches)}
    one, other = made[JATI[:DISTRICT]], made[KANIGARAN[:DISTRICT]]
    assert clerk.at.piles.table.select(one)
    clerk.press(Key.Key_2, Key.Key_Return)
    clerk.type("Bu Camat")
    clerk.press(Key.Key_Escape, Key.Key_2)
    assert (form.number.value(), form.other_party.value()) == ("BA-P2-001/2019", "Bu Camat")
    clerk.press(Key.Key_Escape)
    assert clerk.at.piles.table.select(other)
    clerk.press(Key.Key_2)
    assert form.other_party.value() == ""
    clerk.sign()
    assert clerk.at.piles.table.select(one)
    clerk.press(Key.Key_2)
    assert (form.number.value(), form.other_party.value()) == ("BA-P2-002/2019", "Bu Camat"), "the number is the next"
    clerk.sign()
    assert kinds_of_drafts(clerk) == []


def kinds_of_drafts(clerk: Uncollected) -> list[str]:
    return [kind for (kind,) in clerk.desk.store.query(lambda db: db.rows("SELECT kind FROM draft"))]


def test_a_count_that_was_left_goes_on_with_its_marks_when_the_laptop_is_opened_again(
    clerk: Uncollected, qtbot: QtBot
) -> None:
    clerk.press(Key.Key_Return, Key.Key_2)
    clerk.sign()
    clerk.press(Key.Key_Return, Key.Key_1, Key.Key_Down, Key.Key_2)
    assert sorted(clerk.badges()) == ["Menuju kecamatan", "Rusak", "Tidak ada"]
    clerk.press(Key.Key_Down, Key.Key_3)
    clerk.type("2")
    clerk.press(Key.Key_Return)
    clerk.type("Orang lain")
    clerk.press(Key.Key_Return)
    clerk.type("Rak 2")
    clerk.press(Key.Key_Escape)
    again = Uncollected(clerk.desk, clerk.user, qtbot)
    again.press(Key.Key_2, held=ALT)
    again.press(Key.Key_Return)
    assert sorted(again.badges()) == ["Menuju kecamatan", "Rusak", "Tidak ada"]
    again.press(Key.Key_2)
    form = again.at.doer.receive_form
    assert (form.counted.value(), form.name.value(), form.place.value()) == ("2", "Orang lain", "Rak 2")
    assert form.other_party.value() == "Dewi Anggraini"
    again.press(Key.Key_Tab)
    again.press(Key.Key_Delete)
    again.sign()
    assert "Tidak sampai" in again.badges()
    assert kinds_of_drafts(again) == []


def test_a_draft_is_taken_back_whole(clerk: Uncollected) -> None:
    clerk.press(Key.Key_Return, Key.Key_3)
    assert clerk.rows() == []
    assert clerk.desk.store.query(batches) == []


def test_a23_who_applied_and_never_heard_stands_on_a_list_of_its_own_with_the_reason(
    empty_desk: Desk, qtbot: QtBot
) -> None:
    desk = empty_desk
    desk.open_shift(blanks_taken=0)
    lost = registered(
        desk.store,
        desk.residents["SITI NURAINI"],
        reason=Reason.LOST,
        recorded_before=None,
        papers=(Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD),
    )
    desk.store.execute(note_step, lost.request_id, Step.ACCEPTED_FOR_REPRINT)
    one_uncollected(desk.store, told_on=[])
    at = Uncollected(desk, with_role(desk, "clerk", "Dewi Anggraini"), qtbot)
    at.press(Key.Key_3, held=ALT)
    told = dict(at.rows())
    assert told["SITI NURAINI"].startswith("ditunda: hilang")
    assert len(told) == 2
    at.press(Key.Key_1)
    assert at.window.page("cards").asked


def test_where_is_my_card_is_answered_for_the_clerk_and_for_the_resident(clerk: Uncollected) -> None:
    clerk.press(Key.Key_F, held=CONTROL)
    clerk.type(reference_no(0))
    ((name, words),) = clerk.rows()
    assert name == "WARGA AAAI"
    assert (
        words == "Kartu WARGA A. siap diambil di Kantor Dinas sejak 1 Jul 2018, kabar ke-3 sudah terkirim 1 Nov 2018."
    )
    assert clerk.at.side.words.full_text() == words
    assert "dipegang Yuni Lestari" in clerk.at.side.told.full_text()
    clerk.press(Key.Key_Escape)
    assert clerk.at.piles.part is Part.DISTRICTS
    clerk.press(Key.Key_F, held=CONTROL)
    clerk.type("zzqx")
    assert clerk.rows() == []


def test_the_lead_takes_cards_in_and_sends_none(desk: Desk, qtbot: QtBot) -> None:
    desk.store.user = UserId(desk.lead.id)
    uncollected(desk.store, {JATI: 1})
    at = Uncollected(desk, desk.lead, qtbot)
    assert at.rows()
    assert at.acts() == []


GUEST = "019a0000-0000-7000-8000-000000000001"


@pytest.fixture
def guest_card(desk: Desk, qtbot: QtBot) -> Uncollected:
    """At a district lies the card of somebody who asked for it in another one: its request is not on this laptop."""
    lead = UserId(desk.lead.id)
    desk.store.user = lead
    card = {"request": GUEST, "name": "WARGA TAMU", "village": JATI, "area": KANIGARAN, "reference": reference_no(9)}
    sent = {"kind": "distribution", "district": {"code": JATI[:DISTRICT]}, "cards": [card]}
    received = {"kind": "distribution_receipt", "district": {"code": JATI[:DISTRICT]}, "differences": []}
    signed = {"signer_id": lead, "key_id": "k", "signature": "s", "at": "2019-02-22T03:00:00.000Z"}

    def came(unit: Unit) -> None:
        area, answered = JATI[:DISTRICT], "batch"
        for number, document in enumerate((sent, received), 1):
            told = {"kind": document["kind"], "number": f"BA-P9-{number:03}/2019", "document": json.dumps(document)}
            answered = unit.insert(HANDOVER_RECORD, area, **told, answers_id=answered, **signed)
        place = {"state": "at_district", "place": "Kantor Kec. Mayangan", "record_id": "batch"}
        unit.insert(CARD_PLACE, area, request_id=GUEST, **place, at="2019-02-22T04:00:00.000Z")

    desk.store.execute(came)
    at = Uncollected(desk, with_role(desk, "clerk", "Dewi Anggraini"), qtbot)
    at.press(Key.Key_2, held=ALT)
    at.press(Key.Key_Return)
    return at


def test_a_card_that_was_asked_for_in_another_district_is_handed_over_here_with_identity_once(
    guest_card: Uncollected,
) -> None:
    at = guest_card
    assert (at.badges(), at.acts()) == (["Di kecamatan"], ["Serahkan"])
    at.press(Key.Key_1)
    form = at.at.doer.handover_form
    assert form.receiver.value() == "WARGA TAMU"
    at.save()
    assert form.identity.finding() is not None, "nothing was shown yet"
    at.press(Key.Key_1)
    at.save()
    assert form.old_card.finding() is not None
    at.press(Key.Key_Escape, Key.Key_1)
    assert form.identity.value() == "kk", "what was answered is there again"
    form.old_card.focus_answer()
    at.press(Key.Key_2)
    at.save()
    given = "SELECT request_id, received_by, identity_shown, old_card_taken, area FROM card_handover"
    assert at.desk.store.query(lambda db: db.rows(given)) == [
        (GUEST, "WARGA TAMU", "Kartu keluarga", 0, JATI[:DISTRICT])
    ]
    assert at.acts() == []
    assert "Sudah diserahkan" in at.at.side.told.full_text()
    at.press(Key.Key_Backspace, held=CONTROL)
    assert at.acts() == ["Serahkan"]


def test_the_form_of_such_a_handover_fits_at_every_text_size(guest_card: Uncollected, themed_app: QApplication) -> None:
    for percent, width in ((100, 1366), (150, 1366), (150, 1100)):
        apply_theme(themed_app, "light", percent)
        guest_card.window.resize(width, 690)
        guest_card.press(Key.Key_1)
        for _ in range(3):
            QApplication.processEvents()
        assert guest_card.at.doer.handover_form.isVisible()
        assert layout_faults(guest_card.window) == [], (percent, width)
        guest_card.press(Key.Key_Escape)
    apply_theme(themed_app, "light", 100)


def test_the_papers_go_out_by_keys_and_are_noted(
    clerk: Uncollected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(paper_drawer, "ask_way_out", lambda *_: stick)
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_P, held=CONTROL)
    clerk.save()
    assert [file.name for file in stick.iterdir()] == ["konsep-kartu-kecamatan-2019-02-23.pdf"]
    noted = clerk.desk.store.query(lambda db: db.rows(f"SELECT kind, village, row_count FROM {LIST_SHEET.name}"))
    assert noted == [("distribution", JATI, 3)]
    clerk.press(Key.Key_2)
    clerk.sign()
    clerk.press(Key.Key_P, held=CONTROL)
    clerk.press(Key.Key_2)
    clerk.save()
    names = sorted(file.name for file in stick.iterdir())
    assert names[:2] == [
        "berita-acara-kartu-2019-02-23-ba-p2-001-2019.pdf",
        "berita-acara-kartu-2019-02-23-ba-p2-001-2019.xlsx",
    ]


def test_a_letter_in_the_search_asks_for_the_card_alone(clerk: Uncollected, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    whole = whereabouts.cards_view

    def counted(database: Database, user: str, day: str, typed: str) -> CardsView:
        asked.append(typed)
        return whole(database, user, day, typed)

    monkeypatch.setattr(whereabouts, "cards_view", counted)
    clerk.press(Key.Key_F, held=CONTROL)
    clerk.type("siti")
    assert clerk.at.piles.part is Part.FOUND
    assert asked == []
    clerk.at.refresh()
    assert len(asked) == 1
    assert clerk.at.piles.part is Part.FOUND
    clerk.press(Key.Key_Escape)
    assert clerk.at.piles.part is Part.DISTRICTS
    assert len(asked) == 1


def test_enter_ahead_of_the_hits_sets_no_cards_aside(clerk: Uncollected) -> None:
    clerk.press(Key.Key_F, held=CONTROL)
    clerk.type("siti")
    clerk.press(Key.Key_Escape)
    clerk.press(Key.Key_F, held=CONTROL)
    # What the lanes did not answer yet: the districts are still in sight, and an old hit lies behind them.
    clerk.at.piles.search.line.setText("sumiati")
    clerk.press(Key.Key_Return)
    assert clerk.desk.store.query(batches) == []
    assert clerk.at.piles.part is Part.DISTRICTS
