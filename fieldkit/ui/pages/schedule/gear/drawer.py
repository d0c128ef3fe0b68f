"""The drawer Tim & alat: a list of one kind at a time, and the form for one of its rows."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.planning.schedule import SetState
from fieldkit.store.drafts import draft
from fieldkit.store.queries.planning.register import Register
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.fields_form import Answers, flag
from fieldkit.ui.pages.schedule.gear.forms import GearForm, Places, answers_of
from fieldkit.ui.pages.schedule.gear.kinds import SHELVES, Kind, Listing, kind_words, rows_of
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import EmptyState, Scrolled
from fieldkit.ui.widgets.choices import Choice, DigitGroup
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.rows import RowList
from fieldkit.work.inverse import Inverse
from fieldkit.work.planning.office import Kept, put_back_kept


class GearPanel(QWidget):
    """The content of the drawer: six kinds, the rows of one, or a form."""

    chosen = Signal(str)
    left = Signal()
    """Esc in a form."""

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self.kinds = DigitGroup("choice", 3)
        self.kinds.fill([Choice(kind, kind_words(kind)) for kind in Kind], checkable=True, alt=False)
        self.list = RowList(name=tr("Daftar"))
        self.list.set_empty(EmptyState("clipboard-text", tr("Belum ada catatan di sini.")))
        self.add_button = Button(tr("Tambah"), icon="plus", key="Ctrl+N")
        self.add_button.setObjectName("gear_add")
        self.stack, self._overview = QStackedWidget(), QWidget()
        held = QWidget()
        column(self.list, None, inside=held)
        column(self.kinds, stretched(Scrolled(held)), self.add_button, gap=10, inside=self._overview)
        self.stack.addWidget(self._overview)
        self.heading = Label("", "person", elide=True)
        column(self.heading, stretched(self.stack), gap=10, inside=self)
        self.heading.setVisible(False)
        self.add_button.setVisible(may_plan)
        self.kinds.pressed.connect(lambda kind, _by_key: self.chosen.emit(kind))
        self.setObjectName("gear_panel")

    def mark(self, chosen: Kind) -> None:
        """Which kind is listed."""
        for button in self.kinds.buttons():
            button.setChecked(button.choice.id == chosen)

    def show_overview(self) -> None:
        """The list."""
        self.stack.setCurrentWidget(self._overview)
        self.heading.setVisible(False)

    def show_form(self, form: GearForm, heading: str) -> None:
        """A form, and what it is about."""
        self.heading.set_text(heading)
        self.heading.setVisible(True)
        self.stack.setCurrentWidget(form)

    def focus_kind(self, chosen: Kind) -> None:
        """Make the digits live."""
        button = next(button for button in self.kinds.buttons() if button.choice.id == chosen)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first, and the drawer after that."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self._overview:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GearDrawer(QObject):
    """Opens over the page, and knows which kind is listed and which row is being changed."""

    primary_changed = Signal()
    placed = Signal(str, str)
    """A shift, and the place that was recorded for it."""

    def __init__(self, context: Context, page: QWidget, *, may_plan: bool) -> None:
        super().__init__(page)
        self._for_plan = ""
        self._context, self._may_plan = context, may_plan
        self._known: Register | None = None
        self._today = date(2000, 1, 1)
        self._kind, self._row = Kind.TEAM, ""
        self._forms: dict[Kind, GearForm] = {}
        self._places: Places | None = None
        self._saver = FormSaver(context, self)
        words = tr("Tim & alat")
        self._drawer = LateDrawer(page, words, self._make, width=460, closed=self._on_closed, name="gear_drawer")

    @property
    def panel(self) -> GearPanel:
        """What is in it."""
        return self._drawer.panel

    @property
    def primary(self) -> Button | None:
        """The filled button of the form that is open."""
        form = self.form
        return form.save_button if form is not None and self.is_open() else None

    @property
    def form(self) -> GearForm | None:
        """The form that is open."""
        shown = self._drawer.made.stack.currentWidget() if self._drawer.made is not None else None
        return shown if isinstance(shown, GearForm) else None

    def show_register(self, known: Register, today: date) -> None:
        """What is known now."""
        self._known, self._today = known, today
        if self.is_open():
            self._list()

    def open(self) -> None:
        """The list of the kind that was looked at last."""
        self._list()
        self._drawer.open()
        if self.form is not None:
            self.form.focus_first()
        else:
            self.panel.focus_kind(self._kind)
        self.primary_changed.emit()

    def open_at(self, kind: Kind) -> None:
        """The list of this kind."""
        self._kind = kind
        self.open()

    def record_site(self, site_id: str, answers: Answers, plan_id: str) -> None:
        """The place of a shift: the one that it has, or a new one that it then takes place at."""
        self._kind = Kind.SITE
        self._list()
        self._drawer.open()
        self._begin(site_id, answers)
        self._for_plan = "" if site_id else plan_id

    def is_open(self) -> bool:
        """Whether the drawer stands over the page."""
        return self._drawer.is_open

    def add(self) -> None:
        """A form for a new row of the kind that is listed."""
        if self._may_plan and self.form is None:
            self._begin("")

    def step_out(self) -> bool:
        """Out of the form, and after that out of the drawer; False where it is not open."""
        if not self.is_open():
            return False
        if self.form is not None:
            self._close_form()
        else:
            self._drawer.close()
        return True

    def _make(self) -> GearPanel:
        panel = GearPanel(may_plan=self._may_plan)
        panel.chosen.connect(self._choose)
        panel.left.connect(self.step_out)
        panel.list.acted.connect(self._begin)
        panel.add_button.clicked.connect(self.add)
        return panel

    def _choose(self, kind: str) -> None:
        self._kind = Kind(kind)
        self._list()
        self.panel.focus_kind(self._kind)

    def _list(self) -> None:
        if self._known is None:
            return
        told = Listing(self._context.regions, self._today, tr("Ubah") if self._may_plan else None)
        self.panel.mark(self._kind)
        self.panel.list.set_items([told.item(row) for row in rows_of(self._known, self._kind)])

    def _begin(self, row_id: str, told: Answers | None = None) -> None:
        known = self._known
        if known is None:
            return
        self._row = row_id
        form = self._form_of(self._kind)
        form.offer(known, self._all_places(known.regency))
        row = next((each for each in rows_of(known, self._kind) if each.id == row_id), None)
        fresh: Answers = {"active": flag(on=True), "state": SetState.READY, **(told or {})}
        answers = answers_of(row) if row is not None else fresh
        about = tr("{kind}: ubah", kind=kind_words(self._kind)) if row else ""
        heading = about or tr("{kind}: baru", kind=kind_words(self._kind))
        store, user, kind = self._context.store, UserId(self._context.user.id), self._draft_kind()

        def filled(kept: str | None) -> None:
            form.fill(answers, kept)
            self.panel.show_form(form, heading)
            self._saver.begin(form, kind)
            self._drawer.offer_close(on=False)
            form.focus_first()
            self.primary_changed.emit()

        self._context.ask(self, lambda: store.query(draft, user, kind), filled)

    def _form_of(self, kind: Kind) -> GearForm:
        if kind not in self._forms:
            form = SHELVES[kind].form()
            self._forms[kind] = form
            self.panel.stack.addWidget(form)
            form.saved.connect(partial(self._save, kind))
            form.cancelled.connect(self.step_out)
            form.edited.connect(self._saver.touch)
        return self._forms[kind]

    def _save(self, kind: Kind) -> None:
        form, row, store = self._forms[kind], self._row, self._context.store
        verb, command = SHELVES[kind].verb, form.command()
        self._saver.save(form, lambda: store.execute(verb, row, command), partial(self._saved, kind))

    def _saved(self, kind: Kind, kept: Kept) -> None:
        plan_id, words = self._for_plan, kind_words(kind)
        self._close_form()
        self._context.done(
            tr("{kind}: tersimpan", kind=words),
            tr("Aman di laptop ini, dikirim saat ada jaringan."),
            inverse=Inverse(put_back_kept, kept) if kept.before is not None else None,
            undone=tr("{kind}: seperti semula", kind=words),
        )
        if plan_id:
            self._drawer.close()
            self.placed.emit(plan_id, kept.id)

    def _close_form(self) -> None:
        self._saver.rest()
        self._for_plan = ""
        self.panel.show_overview()
        self._drawer.offer_close(on=True)
        self.panel.focus_kind(self._kind)
        self.primary_changed.emit()

    def _on_closed(self) -> None:
        self._saver.rest()
        self._for_plan = ""
        self.primary_changed.emit()

    def _draft_kind(self) -> str:
        return f"gear:{self._kind}:{self._row}"

    def _all_places(self, regency: str) -> Places:
        if self._places is None:
            regions = self._context.regions
            villages = regions.descendants(regency, AreaLevel.VILLAGE)
            named = sorted(((one.code, village_label(regions, one.code)) for one in villages), key=lambda one: one[1])
            districts = ((one.code, one.name) for one in regions.descendants(regency, AreaLevel.DISTRICT))
            self._places = Places(tuple(districts), tuple(named))
        return self._places
