"""The right column: whom or what is looked at, or the form about it."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits.ask_form import AskForm
from fieldkit.ui.pages.visits.deliver_form import DeliverForm
from fieldkit.ui.pages.visits.faces import Face, Nobody
from fieldkit.ui.pages.visits.new_request import WhoAsks
from fieldkit.ui.pages.visits.stop_form import StopForm
from fieldkit.ui.pages.visits.visit_form import VisitForm
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.layouts import stretched

F = TypeVar("F", bound=DrawerForm)


class VisitPanel(Card):
    """One view at a time. A form is made when it is first asked for: the page does not wait for what nobody sees."""

    laid = Signal()
    """Another of its views is shown now."""
    made = Signal(object)
    """A form is there now; whoever saves it listens from here on."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tr("Kunjungan"), gap=10)
        self.setObjectName("visit_panel")
        self.nobody, self.face, self.who = Nobody(), Face(), WhoAsks(regions)
        self._face_title = ""
        self._stack = QStackedWidget()
        for view in (self.nobody, self.face, self.who):
            self._stack.addWidget(view)
        self.add(stretched(self._stack))
        self.who.cancelled.connect(self.step_out)

    @cached_property
    def stop(self) -> StopForm:
        """Where a pair goes."""
        return self._made(StopForm())

    @cached_property
    def visit(self) -> VisitForm:
        """What came of a visit."""
        return self._made(VisitForm())

    @cached_property
    def deliver(self) -> DeliverForm:
        """A card, handed over at home."""
        return self._made(DeliverForm())

    @cached_property
    def ask(self) -> AskForm:
        """Somebody can not come."""
        return self._made(AskForm())

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown."""
        form = self.open_form()
        return form.save_button if form is not None else None

    def open_form(self) -> DrawerForm | None:
        """The form that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, DrawerForm) else None

    def is_busy(self) -> bool:
        """Whether something is being typed here, which another view must not push away."""
        return self._stack.currentWidget() not in (self.nobody, self.face)

    def show_view(self, view: QWidget, title: str) -> None:
        """This one, under a title."""
        self.set_title(title)
        if self._stack.currentWidget() is not view:
            self._stack.setCurrentWidget(view)
        self.laid.emit()

    def show_face(self, title: str) -> None:
        """Who or what is looked at."""
        self._face_title = title
        self.show_view(self.face, title)

    def show_nobody(self) -> None:
        """Nobody is looked at."""
        self.show_view(self.nobody, tr("Kunjungan"))

    def begin(self, form: DrawerForm, title: str) -> None:
        """A form that was filled."""
        self.show_view(form, title)
        form.focus_first()

    def focus_first(self) -> None:
        """Where work begins here."""
        form = self.open_form()
        if form is not None:
            form.focus_first()
        elif self._stack.currentWidget() is self.who:
            self.who.search.line.setFocus()
        elif self._stack.currentWidget() is self.face:
            self.face.focus_first()

    def step_out(self) -> bool:
        """Out of a form; False where none is open."""
        if not self.is_busy():
            return False
        if self.face.name.full_text():
            self.show_face(self._face_title)
        else:
            self.show_nobody()
        self.focus_first()
        return True

    def _made(self, form: F) -> F:
        self._stack.addWidget(form)
        form.cancelled.connect(self.step_out)
        self.made.emit(form)
        return form
