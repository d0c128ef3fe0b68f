"""People who were sent home and have to be told when to come."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from fieldkit.domain.national.status import NationalStatus
from fieldkit.domain.people.phone import mask_phone, read_back
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.incident import IncidentKind, incident_sentence
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.today.day import CallBack, IncidentRow
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.steady import GrowingScroll, SteadyList
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.labels import Badge
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment

_AT_ONCE: Final = 40
"""Nobody calls more people in one go; a row each for hundreds would take its time."""


class CallBacksCard(Card):
    """Whom to call; a number is seen only after its button was pressed."""

    looked = Signal(str)
    """At the number behind a request."""
    called = Signal(object)
    """Somebody was told when to come."""

    def __init__(self) -> None:
        self._badge = Badge()
        super().__init__(tr("Hubungi kembali"), right=self._badge, gap=4)
        self._people: tuple[CallBack, ...] = ()
        self._incidents: tuple[IncidentRow, ...] = ()
        self._time_zone, self._day = OFFICE_ZONE, ""
        self._revealed = ""
        self.list = SteadyList(name=tr("Hubungi kembali"))
        self.list.setObjectName("call_backs")
        self.list.acted.connect(self._act)
        self._empty = EmptyState("phone", tr("Tidak ada yang perlu dihubungi."), tr("Yang pulang dulu tampil di sini."))
        self._scroll = GrowingScroll(self.list)
        self.add(stretched(self._scroll), stretched(self._empty))

    def show_day(self, day: OpenDay) -> None:
        """Those who were not served, with what stopped the work then."""
        self._incidents = day.incidents_here
        self.show_people(day.call_backs, day.shift.time_zone, day.shift.day)

    def show_people(self, people: tuple[CallBack, ...], time_zone: str, day: str) -> None:
        """Those who were not served; who was sent home before this day stands there with the date."""
        self._people, self._time_zone, self._day = people, time_zone, day
        self._badge.set(tr("{n} orang", n=len(people)) if people else "", "info", "phone")
        self._scroll.setVisible(bool(people))
        self._empty.setVisible(not people)
        self._fill()

    def hide_number(self) -> bool:
        """Mask the number again; False when none is shown."""
        shown, self._revealed = self._revealed, ""
        self._fill()
        return bool(shown)

    def _act(self, request_id: str) -> None:
        """First the way to the person, then that it was gone; who has neither number nor contact is told by others."""
        person = next((one for one in self._people if one.request_id == request_id), None)
        if person is None:
            return
        if self._revealed == request_id or not (person.phone or person.contact_name):
            self._revealed = ""
            self.called.emit(person)
            return
        self._revealed = request_id
        self._fill()
        if person.phone:
            self.looked.emit(request_id)

    def _fill(self) -> None:
        first, more = self._people[:_AT_ONCE], len(self._people) - _AT_ONCE
        items = [self._item(one) for one in first]
        later = RowItem("", tr("{n} orang lagi", n=more), second=tr("Tampil setelah yang di atas dihubungi."))
        self.list.set_items([*items, later] if more > 0 else items)

    def _item(self, person: CallBack) -> RowItem:
        shown = person.request_id == self._revealed
        reachable = person.phone or person.contact_name
        second = _reached(person) if shown else f"{_way(person)} · {self._why(person)}"
        action = tr("Hubungi") if reachable and not shown else tr("Sudah")
        return RowItem(person.request_id, person.name, second=second, action=action)

    def _why(self, person: CallBack) -> str:
        for one in self._incidents:
            if one.kind != IncidentKind.NETWORK and one.began_at <= person.at <= (one.ended_at or person.at):
                return tr("saat {incident}", incident=_lower(say(incident_sentence(one.kind))))
        words: dict[str, str] = {
            Step.FAILED_EQUIPMENT: tr("alat atau listrik gagal"),
            Step.INCOMPLETE_PAPERS: tr("berkas kurang"),
            Step.UNDER_AGE: tr("belum 16 tahun"),
            Step.LEFT_QUEUE: tr("pulang dulu"),
            NationalStatus.DELETED_AT_CENTRE: tr("rekamannya dihapus pusat"),
        }
        return ", ".join(part for part in (words.get(person.step, ""), self._when(person)) if part)

    def _when(self, person: CallBack) -> str:
        at = at_site(moment(person.at), self._time_zone)
        return clock(at) if at.date().isoformat() >= self._day else f"{day_short(at.date())} {clock(at)}"


def _reached(person: CallBack) -> str:
    if person.phone:
        return read_back(person.phone)
    return " · ".join(part for part in (person.contact_name, person.contact_relation) if part)


def _way(person: CallBack) -> str:
    if person.phone:
        return mask_phone(person.phone)
    return tr("lewat {name}", name=person.contact_name) if person.contact_name else tr("tanpa nomor")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
