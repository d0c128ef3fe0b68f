"""The desk of rules, worked with real keys: written by the planner, signed by the head, withdrawn, printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.errors import Severity
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.planning.schedule import DayKind
from fieldkit.domain.rules.catalogue import RULES, RuleName
from fieldkit.domain.rules.versions import Stage
from fieldkit.store.queries.cards.rules import priority_table, proxy_rule
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.queries.rules.versions import rule_values, rules_now
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.rules.desk import RulesDesk
from fieldkit.ui.pages.office.rules.fields import OrderField
from fieldkit.ui.pages.office.tile import DeskTile
from fieldkit.ui.shell.page import AtDesk
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.planning.office import KeepDay, keep_day
from tests.laptops import add_user
from tests.ruling import HEAD, PIN, add_head, put_in_force
from tests.ui.desk import DAY, Desk
from tests.ui.layout_faults import layout_faults

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LATER = date(2019, 3, 1)


class Rules:
    """The desk, found by name and worked by keys."""

    def __init__(self, desk: Desk, user: AppUser, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = desk.open(("office", OfficePage), user=user)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.press(Key.Key_7)
        at = page.worked_at()
        assert isinstance(at, RulesDesk)
        self.at = at

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focused(), key, held)
            QApplication.processEvents()

    def save(self) -> None:
        self.press(Key.Key_Return, held=CONTROL)

    def type(self, name: str, text: str) -> None:
        field = self.open_field(TextField, name)
        field.focus_answer()
        field.line.selectAll()
        QTest.keyClicks(self.focused(), text)

    def choose(self, name: str, digit: Key) -> None:
        self.open_field(ChoiceGroup, name).focus_answer()
        self.press(digit)

    def open_field(self, kind: type[QWidget], name: str) -> QWidget:
        form = self.at._open
        assert form is not None
        found = form.findChild(kind, f"rule_{name}")
        assert found is not None, name
        return found

    def to(self, name: RuleName) -> None:
        """Down to a rule with the arrows."""
        self.press(Key.Key_Home, held=CONTROL)
        self.press(*[Key.Key_Down] * [rule.name for rule in RULES].index(name))

    def sign(self, pin: str = PIN) -> None:
        """The PIN, in the question that is open."""
        QTest.keyClicks(self.focused(), pin)
        self.press(Key.Key_Return)

    def cells(self, name: RuleName) -> list[str]:
        model = self.at.card.table.rows_model
        row = [rule.name for rule in RULES].index(name)
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    def stages(self, name: RuleName) -> list[Stage]:
        now = self.desk.clock.now_utc()
        return [each.stage for each in self.desk.store.query(rules_now, now).of(name)]

    def words(self) -> str:
        QApplication.processEvents()
        return "\n".join(label.full_text() for label in self.at.side.findChildren(Label) if label.isVisible())

    def toast(self) -> str:
        return " ".join(f"{toast.title} {toast.text}" for toast in self.window.toasts()[-1:])

    def focused(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        focused = (modal.focusWidget() if modal is not None else None) or QApplication.focusWidget()
        assert focused is not None
        return focused


def user_named(desk: Desk, id_: str) -> AppUser:
    user = desk.store.query(app_user, UserId(id_))
    assert user is not None
    return user


@pytest.fixture
def planner(desk: Desk, qtbot: QtBot) -> Rules:
    return Rules(desk, user_named(desk, add_user(desk.store, "Dewi Anggraini", "planner")), qtbot)


@pytest.fixture
def head(desk: Desk, qtbot: QtBot) -> Rules:
    return Rules(desk, user_named(desk, add_head(desk.store)), qtbot)


def test_all_rules_stand_with_what_holds_without_any(planner: Rules) -> None:
    assert planner.cells(RuleName.PROXY)[:2] == ["Pengambilan oleh wakil\nJuga keluarga satu KK", "bawaan"]
    assert planner.cells(RuleName.TARGET)[:2] == ["Target cakupan\n98 %", "bawaan"]
    assert len(RULES) == planner.at.card.table.rows_model.rowCount()


def test_the_planner_writes_a_draft_and_the_head_signs_it(desk: Desk, planner: Rules, qtbot: QtBot) -> None:
    planner.to(RuleName.PROXY)
    planner.press(Key.Key_1)
    planner.choose("proxy_rule", Key.Key_1)
    planner.type("since", "01-03-2019")
    planner.save()
    assert planner.cells(RuleName.PROXY)[2] == "Menunggu tanda tangan"
    assert "Pengambilan oleh wakil: tersimpan" in planner.toast()
    assert planner.window.header.findChildren(QWidget)
    assert planner.at.subtitle() == "1 menunggu tanda tangan kepala dinas"
    planner.press(Key.Key_2)
    assert planner.stages(RuleName.PROXY) == [Stage.WITHDRAWN]
    planner.press(Key.Key_Backspace, held=CONTROL)
    assert planner.stages(RuleName.PROXY) == [Stage.DRAFT]
    head = Rules(desk, user_named(desk, add_head(desk.store)), qtbot)
    head.to(RuleName.PROXY)
    head.press(Key.Key_2)
    assert head.at.signing.modal is not None
    head.sign("000000")
    assert head.at.signing.modal is not None
    head.sign()
    assert head.at.signing.modal is None
    assert desk.store.query(proxy_rule, LATER) is ProxyRule.FORBIDDEN
    assert desk.store.query(proxy_rule, DAY) is ProxyRule.SAME_FAMILY_CARD
    assert head.cells(RuleName.PROXY)[2].startswith("Berubah 1 Mar")


def test_a_head_who_writes_signs_at_once(head: Rules) -> None:
    head.to(RuleName.TARGET)
    head.press(Key.Key_Return)
    head.type("target_percent", "98,5")
    head.save()
    assert head.at.signing.modal is not None
    head.sign()
    assert head.cells(RuleName.TARGET)[:2] == ["Target cakupan\n98,5 %", "23-02-2019"]
    held = head.desk.store.query(rule_values, RuleName.TARGET, DAY)
    assert held == {"target_percent": "98,5"}


def test_a_draft_stays_where_the_head_does_not_sign(head: Rules) -> None:
    head.to(RuleName.TARGET)
    head.press(Key.Key_1)
    head.type("target_percent", "99")
    head.save()
    head.press(Key.Key_Escape)
    assert head.at.signing.modal is None
    assert head.stages(RuleName.TARGET) == [Stage.DRAFT]


def test_the_order_of_printing_is_moved_line_by_line(head: Rules) -> None:
    head.to(RuleName.PRINT_ORDER)
    head.press(Key.Key_1)
    order = head.open_field(OrderField, "print_order")
    assert isinstance(order, OrderField)
    before = order.value().split(" | ")
    head.press(Key.Key_End, held=CONTROL)
    head.press(Key.Key_Up, held=CONTROL)
    head.save()
    head.sign()
    ranks = head.desk.store.query(priority_table, DAY).ranks
    assert [" ".join(sorted(rank)) for rank in ranks] == [*before[:-2], before[-1], before[-2]]


def test_reasons_that_wait_are_ticked_with_space(head: Rules) -> None:
    head.to(RuleName.SCARCITY)
    head.press(Key.Key_1)
    head.press(Key.Key_Space)
    head.save()
    head.sign()
    assert head.desk.store.query(priority_table, DAY).postponed == {"lost"}


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(planner: Rules) -> None:
    planner.to(RuleName.TARGET)
    planner.press(Key.Key_1)
    planner.type("target_percent", "120")
    planner.save()
    percent = planner.open_field(TextField, "target_percent")
    assert isinstance(percent, TextField)
    assert percent.finding() is Severity.STOP
    planner.type("target_percent", "99")
    planner.type("since", "01-01-2019")
    planner.save()
    since = planner.open_field(DateField, "since")
    assert isinstance(since, DateField)
    assert (percent.finding(), since.finding()) == (None, Severity.STOP)
    assert "sudah lewat" in since.finding_text()
    planner.press(Key.Key_Escape)
    assert planner.stages(RuleName.TARGET) == []
    assert planner.at.card.table.hasFocus()


def test_what_was_typed_is_there_again(planner: Rules) -> None:
    planner.to(RuleName.TARGET)
    planner.press(Key.Key_1)
    planner.type("target_percent", "97")
    planner.press(Key.Key_Escape)
    planner.press(Key.Key_1)
    percent = planner.open_field(TextField, "target_percent")
    assert isinstance(percent, TextField)
    assert percent.value() == "97"


def test_what_is_no_policy_holds_without_a_signature(planner: Rules) -> None:
    planner.to(RuleName.OFFICE)
    planner.press(Key.Key_1)
    planner.type("office_name", "Dispendukcapil Kota Probolinggo")
    planner.save()
    assert planner.at.signing.modal is None
    assert planner.cells(RuleName.OFFICE)[1] == "23-02-2019"
    planner.press(Key.Key_Backspace, held=CONTROL)
    assert planner.cells(RuleName.OFFICE)[1] == "bawaan"


def test_a_signed_rule_is_withdrawn_before_its_day_by_the_head_alone(desk: Desk, head: Rules) -> None:
    put_in_force(desk.store, RuleName.PROXY, {"proxy_rule": "forbidden"}, LATER)
    head.to(RuleName.PROXY)
    head.press(Key.Key_3)
    assert head.at.signing.modal is not None
    head.sign()
    assert head.stages(RuleName.PROXY) == [Stage.WITHDRAWN]
    assert desk.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD


def test_the_planner_is_told_that_only_the_head_withdraws_what_was_signed(desk: Desk, planner: Rules) -> None:
    put_in_force(desk.store, RuleName.PROXY, {"proxy_rule": "forbidden"}, LATER)
    planner.to(RuleName.PROXY)
    planner.press(Key.Key_2)
    assert "Hanya kepala dinas" in planner.toast()
    assert planner.stages(RuleName.PROXY) == [Stage.NEXT]


def test_who_leads_a_team_reads_and_prints_the_rules(desk: Desk, qtbot: QtBot) -> None:
    put_in_force(desk.store, RuleName.PROXY, {"proxy_rule": "forbidden"}, DAY)
    put_in_force(desk.store, RuleName.TARGET, {"target_percent": "99"}, LATER)
    lead = Rules(desk, desk.lead, qtbot)
    assert lead.at.side.names() == ["sheet"]
    lead.press(Key.Key_1)
    paper = next(Path(desk.folders.documents).glob("aturan-kantor-*.pdf"))
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    assert "Hanya pemiliknya sendiri" in words
    assert HEAD in words
    assert "Akan berlaku" in words
    assert paper.name in lead.toast()


def test_the_overview_tells_how_many_drafts_wait(desk: Desk, planner: Rules) -> None:
    planner.to(RuleName.TARGET)
    planner.press(Key.Key_1)
    planner.type("target_percent", "99")
    planner.save()
    planner.press(Key.Key_Escape)
    tile = planner.page.findChild(DeskTile, "desk_rules")
    assert isinstance(tile, DeskTile)
    assert (tile.line(), tile.waiting()) == ("1 rancangan menunggu tanda tangan kepala dinas", "1")


def test_another_page_leads_to_one_rule(planner: Rules) -> None:
    planner.window.show_page("office", AtDesk("rules", "interim"))
    rule = planner.at.card.selected()
    assert rule is not None
    assert rule.name is RuleName.INTERIM


@pytest.mark.parametrize("name", RuleName)
def test_every_form_fits_at_every_size(planner: Rules, themed_app: QApplication, name: RuleName) -> None:
    planner.to(name)
    planner.press(Key.Key_1)
    assert planner.at._open is not None
    for percent, width in ((100, 1366), (100, 1100), (125, 1366), (150, 1366)):
        apply_theme(themed_app, "light", percent)
        planner.window.resize(width, 690)
        for _ in range(3):
            QApplication.processEvents()
        assert layout_faults(planner.window) == [], (percent, width)


def test_beside_the_target_stands_the_day_that_the_planner_noted_in_the_calendar(desk: Desk, planner: Rules) -> None:
    planner.to(RuleName.TARGET)
    assert "belum ditulis" in planner.words()
    desk.store.execute(keep_day, "", KeepDay(date(2019, 4, 17), DayKind.VOTE, "Pemilu"))
    assert "17-04-2019, ditulis di Jadwal" in planner.words()


def test_a_rule_stands_beside_the_table_with_who_signed_it_and_when(desk: Desk, planner: Rules) -> None:
    put_in_force(desk.store, RuleName.PROXY, {"proxy_rule": "forbidden"}, LATER)
    planner.to(RuleName.PROXY)
    assert f"Ditandatangani {HEAD}, Sab 23 Feb 2019 16.05" in planner.words()
    assert "Mulai 01-03-2019" in planner.words()
