"""What comes in at the side has room for its questions where the text is largest; none is cut or squeezed."""

from __future__ import annotations

import pytest
from desk import Desk
from laptops import registered
from layout_faults import layout_faults
from pages.cards import CardsPageDriver
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldkit.domain.cards.card import Check, Placing
from fieldkit.domain.requests.service import Step
from fieldkit.ui.pages.stock import StockPage
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card
from fieldkit.work.table.outcomes import note_step

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
_A_FEW_FIELDS = 200
"""At 100 %: three fields with their labels."""


def enlarge(app: QApplication, window: MainWindow) -> None:
    apply_theme(app, "light", 150)
    window.resize(1366, 690)
    settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize("act", ["lot", "issue", "destroy"])
def test_a_form_of_the_stock_shows_several_questions_at_once(desk: Desk, themed_app: QApplication, act: str) -> None:
    window = desk.open(("stock", StockPage), user=desk.lead)
    page = window.page("stock")
    assert isinstance(page, StockPage)
    enlarge(themed_app, window)
    page._begin(act)
    settle()
    form = page.panel.open_form()
    assert form is not None
    scrolled = form.findChild(Scrolled)
    assert scrolled.height() >= look().px(_A_FEW_FIELDS)
    assert layout_faults(window) == []


def test_the_questions_of_a_handover_are_whole(desk: Desk, themed_app: QApplication) -> None:
    desk.let_print()
    request = registered(desk.store, desk.residents["SUMIATI"]).request_id
    desk.store.execute(note_step, request, Step.RECORDED)
    desk.store.execute(print_card, request)
    desk.store.execute(check_card, request, Check.OK)
    desk.store.execute(place_card, PlaceCard(request, Placing.READY, "Kantor Kel. Jati", "Yuni Lestari"))
    page = CardsPageDriver(desk)
    enlarge(themed_app, page.window)
    page.press(Key.Key_Return)
    settle()
    assert page.form is not None
    assert page.form.isVisible()
    assert layout_faults(page.window) == []


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_H, Key.Key_J])
def test_the_drawers_of_today_are_whole(desk: Desk, themed_app: QApplication, key: Key) -> None:
    today = TodayPageDriver(desk)
    enlarge(themed_app, today.window)
    today.press(key, CTRL if key == Key.Key_J else Qt.KeyboardModifier.NoModifier)
    if key == Key.Key_B:
        today.digit(2)
    settle()
    assert layout_faults(today.window) == []
