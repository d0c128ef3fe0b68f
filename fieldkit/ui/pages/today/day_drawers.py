"""Drawers of Today beside those of the desk: sessions of the day, departure, backups, the effect of an incident."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.roles import LEADS
from fieldkit.store.departure import Departure
from fieldkit.store.queries.today.day import IncidentRow
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.day_acts import DayActs
from fieldkit.ui.pages.today.departure_form import DepartureForm
from fieldkit.ui.pages.today.effect_form import EffectForm
from fieldkit.ui.pages.today.safety_desk import SafetyDesk
from fieldkit.ui.pages.today.sessions_panel import SessionsPanel
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.instants import instant
from fieldkit.work.inverse import Inverse
from fieldkit.work.shifts.departure import LookedAt, note_departure

_SESSIONS_WIDTH = 460
_FORM_WIDTH = 400


@dataclass(frozen=True, slots=True)
class _Way:
    """A drawer and its filled button."""

    drawer: Drawer
    primary: Button


class DayDrawers(QObject):
    """At most one of them is open."""

    turned = Signal()
    """A drawer came or went."""

    def __init__(self, context: Context, page: QWidget, acts: DayActs) -> None:
        super().__init__(page)
        self._context, self._acts, self._day = context, acts, ""
        self.sessions = SessionsPanel(may_write=context.user.role in LEADS)
        self.departure, self.effect = DepartureForm(), EffectForm()
        self.safety = SafetyDesk(context, page)
        self._ways = {
            "sessions": _Way(
                Drawer(page, tr("Sesi hari ini"), self.sessions, width=_SESSIONS_WIDTH), self.sessions.add_button
            ),
            "departure": _Way(
                Drawer(page, tr("Sebelum berangkat"), self.departure, width=_FORM_WIDTH), self.departure.save_button
            ),
            "safety": _Way(
                Drawer(page, tr("Cadangan dan kunci laptop ini"), self.safety.panel, width=_SESSIONS_WIDTH),
                self.safety.panel.backup_button,
            ),
            "effect": _Way(Drawer(page, tr("Akibat kendala"), self.effect, width=_FORM_WIDTH), self.effect.save_button),
        }
        self._listen()

    def is_open(self) -> bool:
        """Whether a drawer lies over the page."""
        return any(not way.drawer.isHidden() for way in self._ways.values())

    def primary(self) -> Button | None:
        """The filled button of the drawer that is open."""
        return next((way.primary for way in self._ways.values() if not way.drawer.isHidden()), None)

    def open_sessions(self) -> None:
        """Show the sessions of the day and who is there."""
        self._open("sessions")

    def open_departure(self, day: str, found: Departure) -> None:
        """Show what was looked at before leaving."""
        self._day = day
        self.departure.show_departure(found)
        self._open("departure")

    def open_effect(self, incident: IncidentRow) -> None:
        """Ask what an incident did to people."""
        self.effect.show_incident(incident)
        self._open("effect")

    def open_safety(self) -> None:
        """Show the backups and what opens the data."""
        self.safety.refresh()
        self._open("safety")

    def close(self) -> None:
        """Close what is open."""
        for way in self._ways.values():
            way.drawer.close_drawer()

    def step_out(self) -> bool:
        """Esc; False where nothing was open."""
        was_open = self.is_open()
        self.close()
        return was_open

    def _open(self, name: str) -> None:
        self.close()
        self._ways[name].drawer.open_drawer()
        self.turned.emit()

    def _listen(self) -> None:
        for way in self._ways.values():
            way.drawer.closed.connect(self.turned)
        self.sessions.left.connect(self._acts.leave)
        self.sessions.returned.connect(self._acts.come_back)
        self.sessions.withdrawn.connect(self._withdraw)
        self.sessions.arrived.connect(
            lambda person: self._acts.arrive(person, self.sessions.clear_name, self.sessions.show_problems)
        )
        self.departure.saved.connect(self._keep_departure)
        self.effect.saved.connect(self._tell_effect)

    def _withdraw(self, shift_id: str) -> None:
        self.close()
        self._acts.withdraw_opening(shift_id)

    def _keep_departure(self) -> None:
        store = self._context.store
        looked = LookedAt(self._day, self.departure.departure(instant(self._context.clock.now_utc())))

        def kept(before: LookedAt) -> None:
            self.close()
            inverse, undone = Inverse(note_departure, before), tr("Pemeriksaan kembali seperti sebelumnya")
            self._context.done(tr("Pemeriksaan tercatat"), inverse=inverse, undone=undone)

        self._context.ask(self, lambda: store.execute(note_departure, looked), kept)

    def _tell_effect(self) -> None:
        incident = self.effect.incident
        if incident is not None:
            self._acts.tell_effect(incident, self.effect.effect(), self.close, self.effect.show_problems)
