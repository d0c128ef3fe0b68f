"""Every page at every text size, in the usual window and in a narrow one: nothing cut, squeezed or overlapping."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from desk import DAY, START_CODE, VILLAGE, Desk
from laptops import add_plan
from layout_faults import layout_faults
from pages.close_shift import CloseShiftPageDriver
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.domain.visits.plan import StopPlace
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.ui.context import Context
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.desks import desk_specs
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.pages.visits.page import VisitsPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from fieldkit.work.sign_in import set_first_pin
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import Register, register
from fieldkit.work.table.same_person import link_same_person
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit
from fieldkit.work.visits.route import AddStop, StopDetails, add_stop

PAGES = [
    *(spec.name for spec in page_specs("admin", lambda: pytest.fail("no page is made here"))),
    *(f"office-{spec.name}" for spec in desk_specs("admin")),
]
SIZES = ((100, 1100), (125, 1366), (150, 1100), (150, 1366))
PIN = "274913"


def make(name: str, context: Context) -> Page:
    """A page, or with two names the office page at one of its desks."""
    page, _, desk = name.partition("-")
    made = next(spec for spec in page_specs("admin", lambda: context) if spec.name == page).factory()
    if isinstance(made, OfficePage) and desk:
        made.open_desk(desk)
    return made


def faults_at_every_size(app: QApplication, window: MainWindow) -> dict[tuple[int, int], list[str]]:
    found = {}
    for percent, width in SIZES:
        apply_theme(app, "light", percent)
        window.resize(width, 690)
        for _ in range(3):
            QApplication.processEvents()
        faults = layout_faults(window)
        if faults:
            found[percent, width] = faults
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_at_every_text_size_and_width(desk: Desk, themed_app: QApplication, name: str) -> None:
    window = desk.open((name, partial(make, name)), user=desk.lead)
    assert faults_at_every_size(themed_app, window) == {}


def counted_short(closing: CloseShiftPageDriver) -> None:
    closing.count(3)


def explained(closing: CloseShiftPageDriver) -> None:
    closing.count(3)
    closing.explain("Hilang", "Jatuh di jalan, Agus yang tahu")


def with_extras(closing: CloseShiftPageDriver) -> None:
    closing.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)


def closed(closing: CloseShiftPageDriver) -> None:
    closing.count(39)
    closing.close_and_sign()
    closing.give_pin(PIN)


@pytest.mark.parametrize("happens", [counted_short, explained, with_extras, closed])
def test_the_closing_fits_whatever_has_happened(
    desk: Desk, themed_app: QApplication, happens: Callable[[CloseShiftPageDriver], None]
) -> None:
    set_first_pin(desk.store, desk.lead.id, START_CODE, PIN)
    desk.store.execute(spoil_blank, SpoilReason.ENCODE_FAILED)
    closing = CloseShiftPageDriver(desk)
    happens(closing)
    assert faults_at_every_size(themed_app, closing.window) == {}


EVERY_OUTCOME = (
    Step.RECORDED,
    Step.INCOMPLETE_PAPERS,
    Step.ALREADY_RECORDED,
    Step.LEFT_QUEUE,
    Step.FAILED_EQUIPMENT,
    Step.FORWARDED_TO_OFFICE,
    Step.REFUSED,
)


@pytest.mark.parametrize("happens", [counted_short, explained])
def test_every_outcome_and_a_difference_leave_the_signature_in_sight_at_once(
    desk: Desk, themed_app: QApplication, happens: Callable[[CloseShiftPageDriver], None]
) -> None:
    desk.store.execute(spoil_blank, SpoilReason.ENCODE_FAILED)
    requests = [note_outcome(desk, name, step) for name, step in zip(desk.residents, EVERY_OUTCOME, strict=False)]
    desk.let_print()
    desk.store.execute(print_card, requests[0])
    closing = CloseShiftPageDriver(desk)
    happens(closing)
    assert len(closing.lines("people")) == 8
    assert faults_at_every_size(themed_app, closing.window) == {}
    apply_theme(themed_app, "light", 100)
    closing.window.resize(1366, 690)
    QApplication.processEvents()
    (middle,) = closing.page.findChildren(Fitted)
    assert middle.verticalScrollBar().maximum() == 0


def note_outcome(desk: Desk, name: str, step: Step) -> str:
    reason = Reason.LOST if step is Step.FORWARDED_TO_OFFICE else Reason.FIRST_RECORDING
    command = Register(
        desk.residents[name], None, reason, RecordedBefore.NO, (Paper.FAMILY_CARD,), "", "",
        PhoneOwner.OWN, "081234901117", "", "", True,
    )  # fmt: skip
    request = desk.store.execute(register, command).request_id
    desk.store.execute(note_step, request, step)
    return request


@pytest.mark.parametrize("digit", ["", "1", "2", "3", "4"])
def test_the_drawer_of_a_person_fits_with_its_forms(desk: Desk, themed_app: QApplication, digit: str) -> None:
    siti = desk.residents["SITI NURAINI"]
    desk.store.execute(ask_visit, AskVisit(siti, "Bu Dewi, anak yang tinggal di rumah sebelah", "Gang belakang masjid"))
    desk.store.execute(log_visit, LogVisit(siti, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "Pintu terkunci"))
    desk.store.execute(link_same_person, siti, desk.residents["NURAENI SITI RAHAYU"])
    window = desk.open(("list", TargetListPage), user=desk.lead)
    window.show_page("list", siti)
    page = window.page("list")
    assert isinstance(page, TargetListPage)
    if digit:
        page.panel.begin({"1": "visit", "2": "ask", "3": "link", "4": "part"}[digit])
    assert faults_at_every_size(themed_app, window) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_G])
def test_the_sheets_and_the_overview_of_a_list_fit(desk: Desk, themed_app: QApplication, key: Qt.Key) -> None:
    add_plan(desk.store, "Shift malam", "19:30", "21:00", village=VILLAGE)
    desk.store.user = desk.lead.id
    desk.store.execute(note_sheets, NoteSheets(SheetKind.INVITATION, VILLAGE, (("05", "03", 31),)))
    window = desk.open(("list", TargetListPage), user=desk.lead)
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
    assert faults_at_every_size(themed_app, window) == {}


@pytest.mark.parametrize("form", ["face", "who", "stop", "visit", "deliver", "ask"])
def test_visits_fit_with_a_full_route_and_each_form(desk: Desk, themed_app: QApplication, form: str) -> None:
    for name in ("SITI NURAINI", "SITI NURAINUN", "BUDI HARTONO"):
        asked = AskVisit(desk.residents[name], "Bu Dewi, anak yang tinggal di rumah sebelah", "pagar hijau, sore saja")
        request = desk.store.execute(ask_visit, asked)
        if name != "BUDI HARTONO":
            details = StopDetails(
                StopPlace.NEIGHBOUR, "Bu Kartika Ningrum", "Gang Melati 3 belakang masjid", "03", "05"
            )
            desk.store.execute(add_stop, AddStop(DAY, (request,), details))
    window = desk.open(("visits", VisitsPage), user=desk.lead)
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    QTest.keyClick(page.waiting.search.line, Qt.Key.Key_Return)
    page.panel.show_view(getattr(page.panel, form), form)
    assert faults_at_every_size(themed_app, window) == {}


@pytest.mark.parametrize("name", PAGES)
def test_all_that_takes_the_focus_has_a_name(desk: Desk, name: str) -> None:
    window = desk.open((name, partial(make, name)), user=desk.lead)
    for width, height in ((1366, 690), (1024, 600)):
        window.resize(width, height)
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        assert [part for part in window.findChildren(QWidget) if is_nameless(part)] == []


def is_nameless(part: QWidget) -> bool:
    if not part.isVisible() or not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    return not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
