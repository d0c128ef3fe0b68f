"""The office decides what the field proposes, with the keyboard alone; the field reads what became of it (PL-7)."""

from __future__ import annotations

from datetime import date

import pytest
from desk import Desk
from laptops import add_user
from pages.target_list import TargetListPageDriver
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import Severity
from fieldkit.domain.lists.proposal import EvidenceKind, ProposalKind
from fieldkit.store.queries.lists.proposals import person_proposals
from fieldkit.store.queries.people import app_user
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.work.lists.proposals import Propose, propose

Key = Qt.Key
SITI, BUDI, SUMIATI, SLAMET = "SITI NURAINI", "BUDI HARTONO", "SUMIATI", "SLAMET RIYADI"


@pytest.fixture
def proposed(desk: Desk) -> Desk:
    """Four proposals wait; one of them has no paper."""
    for name in (SITI, BUDI):
        certificate = (EvidenceKind.DEATH_CERTIFICATE, f"3574-KM-{name[0]}", date(2019, 1, 10))
        desk.store.execute(propose, Propose(desk.residents[name], ProposalKind.DECEASED, *certificate))
    statement = Propose(desk.residents[SUMIATI], ProposalKind.MOVED, EvidenceKind.RT_STATEMENT, note="Ke Malang")
    desk.store.execute(propose, statement)
    desk.store.execute(propose, Propose(desk.residents[SLAMET], ProposalKind.AWAY))
    return desk


@pytest.fixture
def office(proposed: Desk, qtbot: QtBot) -> TargetListPageDriver:
    """The work list, open before a planner."""
    planner = proposed.store.query(app_user, add_user(proposed.store, "Bu Tutik", "planner"))
    window = proposed.open(("list", TargetListPage), user=planner)
    driver = TargetListPageDriver(window, qtbot)
    driver.alt(Key.Key_P)
    return driver


def decisions(desk: Desk, name: str) -> list[tuple[str, str]]:
    return [(row.decision, row.reason) for row in desk.store.query(person_proposals, desk.residents[name])]


def test_the_work_list_shows_evidence_and_what_lacks_it(office: TargetListPageDriver) -> None:
    assert office.line("proposals_shown") == "4 usulan menunggu kantor, 0 sudah diputuskan"
    assert [row[1:] for row in office.proposed()] == [
        ("SLAMET RIYADI: RT 01/RW 02", "Merantau: tanpa surat", "Menunggu kantor"),
        ("BUDI HARTONO: RT 02/RW 03", "Meninggal: Akta kematian 3574-KM-B · 10-01-2019", "Menunggu kantor"),
        ("SUMIATI: RT 02/RW 03", "Pindah: Kata RT · Ke Malang", "Menunggu kantor"),
        ("SITI NURAINI: RT 03/RW 05", "Meninggal: Akta kematian 3574-KM-S · 10-01-2019", "Menunggu kantor"),
    ]
    assert office.proposals.hasFocus()


def test_several_are_ticked_with_space_and_approved_at_once(proposed: Desk, office: TargetListPageDriver) -> None:
    office.press(Key.Key_Down)
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Space):
        office.press(key)
    assert office.button("approve").caption() == "Sahkan 2"
    office.control_enter()
    assert decisions(proposed, BUDI) == decisions(proposed, SITI) == [("approved", "")]
    assert decisions(proposed, SLAMET) == [("", "")]
    assert "2 usulan disahkan" in office.toast()
    assert office.figure("explained") == "Dicoret kantor 2 1 usulan"
    assert office.figure("reachable") == "Terjangkau 9 12 − 2 − 1"
    assert [row[3] for row in office.proposed()] == ["Menunggu kantor", "Menunggu kantor", "Disahkan", "Disahkan"]


def test_an_approval_is_undone_by_the_key_of_the_toast(proposed: Desk, office: TargetListPageDriver) -> None:
    office.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert office.button("approve").caption() == "Sahkan 3"
    office.control_enter()
    assert decisions(proposed, SITI) == [("approved", "")]
    office.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert decisions(proposed, SITI) == [("reopened", "")]
    assert office.line("proposals_shown") == "4 usulan menunggu kantor, 0 sudah diputuskan"


def test_without_a_tick_the_selected_row_is_meant_and_missing_papers_are_said(
    proposed: Desk, office: TargetListPageDriver
) -> None:
    for key in (Key.Key_Down, Key.Key_Down):
        office.press(key)
    office.control_enter()
    assert "belum ada akta kematian atau surat pindahnya" in office.decisions_line()
    assert decisions(proposed, SUMIATI) == [("", "")]


def test_a_rejection_asks_for_its_reason_and_the_field_reads_it(
    proposed: Desk, office: TargetListPageDriver, qtbot: QtBot
) -> None:
    for key in (Key.Key_Down, Key.Key_Down):
        office.press(key)
    office.alt(Key.Key_T)
    office.control_enter()
    assert office.note("reject_note").finding() is Severity.STOP
    office.type("RT sendiri bilang masih di sini")
    office.control_enter()
    assert decisions(proposed, SUMIATI) == [("rejected", "RT sendiri bilang masih di sini")]
    assert "1 usulan ditolak" in office.toast()
    field = TargetListPageDriver(proposed.open(("list", TargetListPage), user=proposed.operator), qtbot)
    assert SUMIATI in field.names()
    field.open("sumiati")
    assert field.badge() == "Belum rekam"
    assert "Ditolak Bu Tutik, Sab 23 Feb 16.05: RT sendiri bilang masih di sini" in field.person_lines()


def test_what_was_decided_is_opened_again(proposed: Desk, office: TargetListPageDriver) -> None:
    office.control_enter()
    assert decisions(proposed, SLAMET) == [("approved", "")]
    for _ in range(4):
        office.press(Key.Key_Down)
    assert not office.button("reopen").isHidden()
    office.alt(Key.Key_B)
    assert decisions(proposed, SLAMET) == [("reopened", "")]


def test_whoever_does_not_decide_reads_the_proposals_and_ticks_nothing(proposed: Desk, qtbot: QtBot) -> None:
    field = TargetListPageDriver(proposed.open(("list", TargetListPage), user=proposed.lead), qtbot)
    assert field.button("proposals_button").caption() == "Usulan: 4 menunggu"
    field.alt(Key.Key_P)
    assert [row[0].partition(":")[0] for row in field.proposed()] == [SLAMET, BUDI, SUMIATI, SITI]
    field.press(Key.Key_Space)
    field.control_enter()
    assert decisions(proposed, SLAMET) == [("", "")]
    assert not field.button("approve").isVisible()
    field.press(Key.Key_Return)
    assert "Usulan: Merantau" in field.person_lines()
    field.press(Key.Key_Escape)
    field.press(Key.Key_Escape)
    assert field.search.isAncestorOf(field.focused())
