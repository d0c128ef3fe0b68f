"""What is known of one person of the list, what happened before, and what can be done now."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.target_list_page import Known
from fieldkit.store.queries.table.registration import Person
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import neighbourhood, sex_long, state_badge
from fieldkit.ui.pages.target_list.link_form import LinkForm
from fieldkit.ui.pages.target_list.part_form import PartForm
from fieldkit.ui.pages.target_list.propose_form import ProposeForm
from fieldkit.ui.pages.target_list.wording import (
    birth_words,
    erased_line,
    linked_items,
    name_words,
    numbers_line,
    past_items,
    phone_line,
)
from fieldkit.ui.pages.visits.ask_form import AskForm
from fieldkit.ui.pages.visits.visit_form import VisitForm
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched
from fieldkit.ui.widgets.rows import RowList

VISIT: Final = "visit"
ASK: Final = "ask"
LINK: Final = "link"
PROPOSE: Final = "propose"
PART: Final = "part"
F = TypeVar("F", bound=DrawerForm)


class PersonPanel(QWidget):
    """The content of the drawer: the person, or a form about the person, made when it is first asked for."""

    register_asked = Signal(str)
    laid = Signal()
    """Another of its views is shown now."""
    made = Signal(object)
    """A form is there now; whoever saves it listens from here on."""

    def __init__(self, regions: RegionTable, *, may_write: bool) -> None:
        super().__init__()
        self._regions, self._may_write = regions, may_write
        self.known: Known | None = None
        self._name, self._badge = Label("", "person", elide=True), Badge()
        self._lines = [Label("", "second", "ink2", wrap=True) for _ in range(4)]
        self._linked_title, self.linked = Label(tr("Satu orang dengan"), "label"), RowList(name=tr("Satu orang dengan"))
        self._past_title, self.past = Label(tr("Yang sudah terjadi"), "label"), RowList(name=tr("Yang sudah terjadi"))
        self.register_button = Button(
            tr("Daftarkan"), "primary", icon="user-plus", key="Ctrl+Enter", size="main", press=self._register
        )
        self.acts = ActionPanel(_actions(is_linked=False), columns=2, name=tr("Tindakan"))
        self._on, self._time_zone, self._is_linked = date(2000, 1, 1), "UTC", False
        self._stack = QStackedWidget()
        self._arrange()

    @cached_property
    def visit(self) -> VisitForm:
        """What came of a visit."""
        return self._made(VisitForm())

    @cached_property
    def ask(self) -> AskForm:
        """Somebody can not come."""
        return self._made(AskForm())

    @cached_property
    def propose(self) -> ProposeForm:
        """Somebody should leave the list."""
        return self._made(ProposeForm())

    @cached_property
    def link(self) -> LinkForm:
        """Two rows are one person."""
        return self._made(LinkForm(self._regions))

    @cached_property
    def part(self) -> PartForm:
        """They are not."""
        return self._made(PartForm())

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown."""
        form = self.open_form()
        if form is not None:
            return form.save_button
        return self.register_button if self._may_act() else None

    def show_person(self, known: Known, on: date, time_zone: str) -> None:
        """Somebody, as known now; a form that is open stays."""
        is_other = self.known is None or self.known.person.id != known.person.id
        self.known, self._on, self._time_zone = known, on, time_zone
        self._describe(known, on, time_zone)
        if is_other:
            self._show(self._overview)

    def begin(self, which: str) -> None:
        """A form about this person, with what was typed into it before."""
        known = self.known
        if known is None:
            return
        form = self._filled(which, known)
        self._show(form)
        form.focus_first()

    def open_form(self) -> DrawerForm | None:
        """The form that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, DrawerForm) else None

    def close_form(self) -> None:
        """Back to the person."""
        self._show(self._overview)
        self.focus_first()

    def focus_first(self) -> None:
        """Where work begins: the digits of the actions, or the form."""
        form = self.open_form()
        if form is not None:
            form.focus_first()
        elif self._may_act():
            self.acts.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first, and the drawer after that."""
        if event.key() == Qt.Key.Key_Escape and self.open_form() is not None:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self.laid.emit()

    def _made(self, form: F) -> F:
        self._stack.addWidget(form)
        form.cancelled.connect(self.close_form)
        self.made.emit(form)
        return form

    def _filled(self, which: str, known: Known) -> DrawerForm:
        if which == VISIT:
            self.visit.fill(known.visit_draft, asks_nik=not known.has_nik)
            return self.visit
        if which == ASK:
            self.ask.fill(known.ask_draft)
            return self.ask
        if which == PROPOSE:
            self.propose.fill(known.propose_draft, known.proposals, self._on)
            return self.propose
        if which == LINK:
            self.link.fill(known.person, self._on, self._time_zone)
            return self.link
        self.part.fill(known.linked)
        return self.part

    def _register(self) -> None:
        if self.known is not None:
            self.register_asked.emit(self.known.person.id)

    def _may_act(self) -> bool:
        """Nothing more is written about somebody whose name was erased."""
        return self._may_write and self.known is not None and bool(self.known.person.name)

    def _describe(self, known: Known, on: date, time_zone: str) -> None:
        person = known.person
        self._name.set_text(name_words(person.name))
        self._badge.set(*state_badge(person.state, person.since, person.birth_date, on, time_zone))
        told = self._told(person, on)
        for line, words in zip(self._lines, (*told, *[""] * (len(self._lines) - len(told))), strict=True):
            line.set_text(words)
            line.setVisible(bool(words))
        self.register_button.setVisible(self._may_act())
        self.acts.setVisible(self._may_act())
        self.linked.set_items(linked_items(known.linked))
        for part in (self._linked_title, self.linked):
            part.setVisible(bool(known.linked))
        self._offer_parting(on=bool(known.linked))
        items = past_items(known, time_zone)
        self.past.set_items(items)
        self._past_title.setVisible(bool(items))

    def _told(self, person: Person, on: date) -> tuple[str, ...]:
        area = (neighbourhood(person.rt, person.rw), village_label(self._regions, person.village))
        if not person.name:
            return sex_long(person.sex), ", ".join(filter(None, area)), erased_line()
        return (
            " · ".join(filter(None, (sex_long(person.sex), birth_words(person.birth_date, on)))),
            ", ".join(filter(None, (person.address, *area))),
            numbers_line(person),
            phone_line(person),
        )

    def _offer_parting(self, *, on: bool) -> None:
        if on == self._is_linked:
            return
        # The button that has the focus goes.
        had_focus = self.acts.isAncestorOf(QApplication.focusWidget() or self)
        self._is_linked = on
        self.acts.set_choices(_actions(is_linked=on))
        if had_focus:
            self.acts.focus_first()

    def _arrange(self) -> None:
        self._overview = self._make_overview()
        self._stack.addWidget(self._overview)
        head = column(self._name, row(self._badge, None), gap=4)
        column(head, rule(), stretched(self._stack), gap=10, inside=self)
        names = {"person_panel": self, "person_name": self._name, "person_badge": self._badge, "past": self.past}
        names["linked"] = self.linked
        for name, part in {**names, "register": self.register_button, "actions": self.acts}.items():
            part.setObjectName(name)
        self.acts.picked.connect(self.begin)

    def _make_overview(self) -> QWidget:
        overview, told = QWidget(), QWidget()
        linked = (self._linked_title, self.linked)
        column(*self._lines, 6, *linked, 6, self._past_title, self.past, None, gap=4, inside=told)
        column(stretched(Scrolled(told)), self.register_button, self.acts, gap=6, inside=overview)
        # Only now: shown without a parent they would be windows of their own for a moment.
        self.register_button.setVisible(self._may_write)
        self.acts.setVisible(self._may_write)
        return overview


def _actions(*, is_linked: bool) -> list[Choice]:
    acts = [
        Choice(VISIT, tr("Catat kunjungan"), "house-line"),
        Choice(ASK, tr("Minta kunjungan"), "hand"),
        Choice(LINK, tr("Satukan data"), "users-three"),
        Choice(PROPOSE, tr("Usulkan"), "flag"),
    ]
    return [*acts, Choice(PART, tr("Pisahkan lagi"), "users")] if is_linked else acts
