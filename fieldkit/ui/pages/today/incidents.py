"""Incidents: one digit begins one, the same digit or its button ends it; the time is noted by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal

from fieldkit.domain.shifts.incident import IncidentKind, incident_label, incident_sentence, minutes_lost
from fieldkit.store.queries.today.day import IncidentRow
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.formats import clock, count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.today.day_figures import INCIDENT_ICONS
from fieldkit.ui.rows.steady import NOT_YET, GrowingScroll, SteadyList
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment

INCIDENT_DIGITS: Final = frozenset(str(place) for place, _ in enumerate(IncidentKind, start=1))
"""The keys of the panel."""


class IncidentsCard(Card):
    """Six buttons, and the incidents of the day below them."""

    begun = Signal(str)
    ended = Signal(object)
    effect_asked = Signal(object)
    """What an incident that ended did to people."""

    def __init__(self) -> None:
        super().__init__(tr("Kendala"), right=Label(tr("Satu tombol angka, waktu tercatat sendiri"), "hint"))
        self._incidents: dict[str, IncidentRow] = {}
        self._shift_id = ""
        self.panel = ActionPanel(_choices(), columns=3, kind="choice", everywhere=True, name=tr("Kendala"))
        self.panel.setObjectName("incident_panel")
        self.list = SteadyList(name=tr("Kendala hari ini"))
        self.list.setObjectName("incidents")
        self.panel.picked.connect(self.toggle)
        self.list.acted.connect(self._act)
        self.add(self.panel, stretched(GrowingScroll(self.list)))

    def show_incidents(self, day: OpenDay, waiting: int, now_utc: datetime) -> None:
        """The incidents of the day, those that still last first."""
        self._incidents = {one.id: one for one in day.incidents}
        self._shift_id = day.shift.id
        ordered = sorted(day.incidents, key=lambda one: (bool(one.ended_at), _newest_first(one)))
        self.list.set_items([_item(one, day, waiting, now_utc) for one in ordered])

    def toggle(self, kind: str) -> None:
        """Begin an incident, or end the one of this kind that lasts; another table's is not ours to end."""
        mine = [one for one in self._incidents.values() if one.shift_id == self._shift_id]
        running = [one for one in mine if one.kind == kind and not one.ended_at]
        if running:
            self.ended.emit(running[0])
        else:
            self.begun.emit(kind)

    def toggle_digit(self, digit: int) -> None:
        """The same by its place in the panel."""
        self.toggle(list(IncidentKind)[digit - 1])

    def _act(self, incident_id: str) -> None:
        incident = self._incidents[incident_id]
        (self.effect_asked if incident.ended_at else self.ended).emit(incident)


def _choices() -> list[Choice]:
    return [Choice(kind, say(incident_label(kind)), INCIDENT_ICONS[kind]) for kind in IncidentKind]


def _newest_first(incident: IncidentRow) -> float:
    return -moment(incident.began_at).timestamp()


def _item(incident: IncidentRow, day: OpenDay, waiting: int, now_utc: datetime) -> RowItem:
    zone = day.shift.time_zone
    began, ended = moment(incident.began_at), moment(incident.ended_at) if incident.ended_at else None
    minutes = tr("{n} mnt", n=minutes_lost(began, ended, now_utc))
    lasts = ended is None
    until = NOT_YET if ended is None else clock(at_site(ended, zone))
    return RowItem(
        incident.id,
        say(incident_sentence(incident.kind)),
        second=_effect(incident, day, waiting) if lasts else _joined(minutes, _effect(incident, day, waiting)),
        lead=f"{clock(at_site(began, zone))} – {until}",
        badge=(minutes, "warn") if lasts else (tr("Selesai"), "ok"),
        action=_action(incident, day),
    )


def _action(incident: IncidentRow, day: OpenDay) -> str | None:
    """What may be done with it: nothing with an incident of another table or an earlier shift."""
    if incident.shift_id != day.shift.id:
        return None
    return tr("Akibat") if incident.ended_at else tr("Selesai")


def _effect(incident: IncidentRow, day: OpenDay, waiting: int) -> str:
    """What is known of the effect; a lost network stops nobody, and that is worth saying."""
    back = [one for one in day.call_backs if incident.began_at <= one.at <= (incident.ended_at or one.at)]
    called = tr("{n} orang diminta kembali", n=len(back)) if back else ""
    if incident.kind == IncidentKind.NETWORK:
        called = (
            "" if incident.ended_at else tr("Pencatatan jalan terus, {n} perubahan menunggu kirim", n=count(waiting))
        )
    lasting = "" if incident.ended_at or called or incident.effect else tr("Masih berlangsung")
    return _joined(called, incident.effect, lasting)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
