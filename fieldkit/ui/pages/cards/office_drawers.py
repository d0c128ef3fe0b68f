"""The two drawers of the page: a night of printing is opened, and the rules of the office are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.cards.page import CardsView
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.night_form import NightForm
from fieldkit.ui.pages.cards.rules_panel import RulesPanel
from fieldkit.ui.roles import may_sit_at
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.cards.night import open_night


class OfficeDrawers(QObject):
    """At most one of them is open."""

    turned = Signal()
    desk_asked = Signal()
    """The desk of the office where rules are written."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._saver = context, FormSaver(context, self)
        self.night, self.rules = NightForm(), RulesPanel(has_desk=may_sit_at(context.user.role, "rules"))
        self._night = Drawer(page, tr("Cetak malam"), self.night, width=400)
        self._rules = Drawer(page, tr("Urutan cetak dan aturan ambil"), self.rules, width=420)
        self._where = ("", "")
        for drawer in (self._night, self._rules):
            drawer.closed.connect(self.turned)
        self.night.cancelled.connect(self._night.close_drawer)
        self._night.offer_close(on=False)
        self.night.saved.connect(self._open_night)
        self.rules.desk_asked.connect(self._to_desk)

    def is_open(self) -> bool:
        """Whether a drawer lies over the page."""
        return not (self._night.isHidden() and self._rules.isHidden())

    def primary(self) -> Button | None:
        """The filled button of the drawer that is open."""
        if not self._night.isHidden():
            return self.night.save_button
        return None if self._rules.isHidden() else self.rules.desk_button

    def close(self) -> bool:
        """Esc; False where none was open."""
        was_open = self.is_open()
        self._night.close_drawer()
        self._rules.close_drawer()
        return was_open

    def open_night(self, view: CardsView, calendar_day: date, time_zone: str) -> None:
        """Ask for what a night of printing begins with."""
        village = view.last.village if view.last is not None else next((card.area for card in view.cards), "")
        self._where = village, time_zone
        self.night.fill(calendar_day, tr("Kantor Dinas"), view.limits.blanks)
        self._come(self._night, self.night)

    def open_rules(self, view: CardsView) -> None:
        """Show the rules that hold on the day."""
        self.rules.show_rules(view)
        self._come(self._rules, self.rules)

    def _come(self, drawer: Drawer, form: NightForm | RulesPanel) -> None:
        self.close()
        drawer.open_drawer()
        form.focus_first()
        self.turned.emit()

    def _open_night(self) -> None:
        command = self.night.command(*self._where, self._context.user)
        if command is None:
            return
        store = self._context.store
        self._save(self.night, lambda: store.execute(open_night, command), self._night, tr("Cetak malam dibuka"))

    def _to_desk(self) -> None:
        self.close()
        self.desk_asked.emit()

    def _save(self, form: DrawerForm, work: Callable[[], object], drawer: Drawer, done: str) -> None:
        def saved(_result: object) -> None:
            drawer.close_drawer()
            self._context.messages.done(done, tr("Aman di laptop ini, dikirim saat ada jaringan."))

        self._saver.save(form, work, saved)
