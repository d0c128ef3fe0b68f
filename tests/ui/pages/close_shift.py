"""Drives the page that closes a shift as a team lead does: by keys, and by what is seen."""

from __future__ import annotations

from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.store.queries.people import AppUser
from fieldkit.ui.forms.signing import SignModal
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.ui.pages.close_shift.balance_cards import BalanceCard
from fieldkit.ui.shell.page import Page

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class CloseShiftPageDriver:
    """Keys go to whatever has the focus, as on a keyboard."""

    def __init__(self, desk: Desk, user: AppUser | None = None) -> None:
        self.desk = desk
        others = [(name, lambda _context: Page()) for name in ("today", "register", "sync")]
        self.window = desk.open(("close_shift", CloseShiftPage), *others, user=user or desk.lead)
        page = self.window.page("close_shift")
        assert isinstance(page, CloseShiftPage)
        self.page = page
        QApplication.processEvents()

    def type(self, data: str) -> None:
        """Typed data."""
        QTest.keyClicks(self.focused(), data)
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        QTest.keyClick(self.focused(), key, held)
        QApplication.processEvents()

    def count(self, pieces: int) -> None:
        """Ctrl+U, and the blanks that lie in the box."""
        self.press(Qt.Key.Key_U, CTRL)
        self.type(str(pieces))

    def explain(self, reason: str, note: str) -> None:
        """Reason, found by its first word, and story of a difference."""
        self.page.difference.reason.combo.setFocus()
        self.type(reason.split(maxsplit=1)[0])
        self.page.difference.note.line.setFocus()
        self.type(note)

    def add(self, kk: str = "", kia: str = "", ikd: str = "", remarks: str = "") -> None:
        """Ctrl+J, the other products and remarks, field by field with Enter, and Ctrl+Enter."""
        self.press(Qt.Key.Key_J, CTRL)
        for typed in (kk, kia, ikd, ""):
            self.type(typed)
            self.press(Qt.Key.Key_Return)
        self.type(remarks)
        self.press(Qt.Key.Key_Return, CTRL)

    def choose_older(self, words: str) -> None:
        """Ctrl+G, words of day or place, and Enter."""
        self.press(Qt.Key.Key_G, CTRL)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def older(self) -> dict[str, str]:
        """The shifts in the drawer, with the state of each."""
        model = self.page.others.drawer.panel.table.rows_model
        rows = [[column.getter(model.at(row)) for column in model.columns] for row in range(model.rowCount())]
        return {place[0]: state[0] for place, state, _closer in rows}

    @property
    def shown(self) -> str:
        """The id of the shift on the page."""
        return self.page._view.shift.id if self.page._view is not None else ""

    @property
    def reopened(self) -> str:
        """The card that tells of a shift that was opened again; nothing while there is none."""
        card = self.page.others.reopened
        return f"{card.accessibleName()}. {card.accessibleDescription()}" if card.isVisible() else ""

    def close_and_sign(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def give_pin(self, pin: str) -> None:
        """The PIN and Enter."""
        modal = self.modal
        assert modal is not None
        QTest.keyClicks(modal.pin.line, pin)
        QTest.keyClick(modal.pin.line, Qt.Key.Key_Return)
        # As a window manager does when a modal goes.
        self.window.activateWindow()
        QApplication.processEvents()

    @property
    def modal(self) -> SignModal | None:
        """The question for the PIN, while it is there."""
        return self.page.signing.asking.modal

    @property
    def focused_is_the_count(self) -> bool:
        """Whether typing would count blanks."""
        return self.focused() is self.page.blanks.field.line

    @property
    def can_sign(self) -> bool:
        """Whether the filled button is live."""
        button = self.page.sign.sign_button
        return button.isVisible() and button.isEnabled()

    @property
    def checks(self) -> list[str]:
        """What the card with the signature says."""
        return [check.text for check in self.page.sign.checks()]

    @property
    def notice(self) -> str:
        """The card in the middle: its words, nothing where there is none."""
        shown = [card for card in (self.page.difference, self.page.queue, self.page.signed) if card.isVisible()]
        assert len(shown) <= 1
        return f"{shown[0].accessibleName()}. {shown[0].accessibleDescription()}" if shown else ""

    @property
    def noted(self) -> dict[str, str]:
        """The rows beside the team: incidents, and what was added to the papers."""
        return {row.lead: row.title for row in self.page.foot.incidents.rows() if row.lead}

    @property
    def nothing_happened(self) -> str:
        """What stands there in place of incidents."""
        return next(row.title for row in self.page.foot.incidents.rows() if not row.lead)

    @property
    def empty(self) -> bool:
        """Whether the page says that there is nothing to close."""
        return bool(self.page._empty.isVisible())

    def lines(self, card: str) -> dict[str, int]:
        """The figures of a card by name."""
        found: BalanceCard = getattr(self.page, card)
        return {line.name: line.figure for line in found.lines()}

    def sum_of(self, card: str) -> str:
        """The sum bar of a card, read out; nothing while it is hidden."""
        found: BalanceCard = getattr(self.page, card)
        return found.sum.accessibleName() if found.sum.isVisible() else ""

    @property
    def toasts(self) -> list[str]:
        """What was said last."""
        return [f"{toast.title}. {toast.text}" for toast in self.window.toasts()]

    def focused(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window
