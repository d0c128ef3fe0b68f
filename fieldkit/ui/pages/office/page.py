"""The office page: an overview of its desks, of which one at a time is open."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.desks import desk_specs
from fieldkit.ui.pages.office.overview import Overview
from fieldkit.ui.shell.page import AtDesk, Page
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import add, holder, row, set_gaps, stretched


class OfficePage(Page):
    """The desks that this user has. Each is made when it is first opened, and keeps what is on it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Kantor")
        self._context = context
        self._specs = {spec.name: spec for spec in desk_specs(context.user.role)}
        self.overview = Overview(context, list(self._specs.values()))
        self._frames = {"": Fitted(self.overview)}
        self._desks: dict[str, Desk] = {}
        self._open = ""
        self._stack = QStackedWidget()
        self._back = Button(tr("Semua meja"), "quiet", icon="buildings", key=tr("Esc"), press=self.close_desk)
        self._leads = row(gap=0)
        self._help = holder(row(KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))
        self._slot = holder(row(self._leads, self._back, self._help, gap=10))
        self._stack.addWidget(self._frames[""])
        set_gaps(self.content, 0)
        add(self.content, stretched(self._stack))
        self.overview.chosen.connect(self.open_desk)
        self._show_frame()

    def worked_at(self) -> Page:
        """The desk that is open, or the overview."""
        return self._desks.get(self._open, self.overview)

    def desk(self, name: str) -> Desk:
        """A desk, made when it is first asked for."""
        if name not in self._desks:
            self._make(name)
        return self._desks[name]

    def open_desk(self, name: str, argument: object = None) -> None:
        """Go to a desk; one that this user lacks is passed over."""
        if name not in self._specs:
            return
        desk = self.desk(name)
        self._open = name
        self._show_frame()
        desk.refresh_if_stale()
        if argument is not None:
            desk.opened_with(argument)
        desk.shown()

    def close_desk(self) -> None:
        """Back to the overview; what is on the desk stays."""
        self._open = ""
        self._show_frame()
        self.overview.refresh_if_stale()
        self.overview.shown()

    def subtitle(self) -> str:
        """What the open desk says of itself."""
        return self.worked_at().subtitle()

    def header_slot(self) -> QWidget:
        """The way back, and the way to the keys."""
        return self._slot

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the open desk."""
        own = self.worked_at().keys()
        known = dict(own)
        return own if not self._open or tr("Esc") in known else [*own, (tr("Esc"), tr("Kembali ke semua meja"))]

    def section(self) -> str:
        """The desk that is open."""
        return self._specs[self._open].label if self._open else ""

    def refresh(self) -> None:
        """Ask again for what is shown."""
        self.worked_at().refresh()

    def shown(self) -> None:
        """To where the open desk begins."""
        self.worked_at().shown()

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody to a desk."""
        if isinstance(argument, AtDesk):
            self.open_desk(argument.name, argument.argument)

    def step_out(self) -> bool:
        """A step out of what the desk has open, then back to the overview."""
        if not self._open:
            return False
        if not self.worked_at().step_out():
            self.close_desk()
        return True

    def mark_stale(self) -> None:
        """All that was made may be old; what is seen asks again."""
        for part in (self.overview, *self._desks.values()):
            part.mark_stale()

    def refresh_if_stale(self) -> None:
        """What is shown asks again, if something has changed."""
        self.worked_at().refresh_if_stale()

    def _make(self, name: str) -> None:
        desk = self._specs[name].factory(self._context)
        desk.go.connect(self.go)
        desk.status_changed.connect(self.status_changed)
        desk.header_changed.connect(self._tell_header)
        self._desks[name], self._frames[name] = desk, Fitted(desk)
        self._stack.addWidget(self._frames[name])
        self._leads.addWidget(desk.lead_button)

    def _show_frame(self) -> None:
        self._stack.setCurrentWidget(self._frames[self._open])
        self._back.setVisible(bool(self._open))
        self._tell_header()

    def _tell_header(self) -> None:
        label = self._specs[self._open].label if self._open else ""
        self.title = tr("Kantor – {desk}", desk=label) if label else tr("Kantor")
        leads = False
        for name, desk in self._desks.items():
            is_lead = name == self._open and desk.primary is desk.lead_button
            desk.lead_button.setVisible(is_lead)
            leads = leads or is_lead
        # Where the text is large there is no room for both.
        self._help.setVisible(not leads)
        self.header_changed.emit()
