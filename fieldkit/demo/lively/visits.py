"""Home visits of the lively day: who can not come, a gathering at a neighbour's house, what came of the doors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fieldkit.demo.cast import clear_people
from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.domain.people.person import age_on
from fieldkit.domain.visits.plan import Access, StopPlace, VisitNeed
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.store.database import Database
from fieldkit.work.practice import JATI
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit
from fieldkit.work.visits.route import AddStop, PlaceVisit, StopDetails, add_stop, place_visit

_ASKED: Final = (
    ("Pak RT 02", Access.MOTORBIKE, "gang di belakang masjid", VisitNeed.ELDERLY),
    ("Bu Kartika, anak", Access.CAR, "", VisitNeed.GRAVELY_ILL),
    ("Pak RT 04", Access.MOTORBIKE, "rumah cat biru", VisitNeed.ELDERLY),
    ("Kader posyandu", Access.ON_FOOT, "jembatan bambu, motor dititip di mushola", VisitNeed.DISABLED),
    ("Bu lurah", Access.CAR, "", VisitNeed.ELDERLY),
    ("Mbak Sari, cucu", Access.MOTORBIKE, "sebelah warung pojok", VisitNeed.DISABLED),
    ("Pak RT 01", Access.ON_FOOT, "gang buntu", VisitNeed.ELDERLY),
    ("Pak RT 05", Access.MOTORBIKE, "", VisitNeed.OTHER),
)
_OLD: Final = 75


def visit_homes(laptop: PracticeLaptop, ids: dict[str, str]) -> None:
    """At noon the families ask, and the lead goes to the first doors."""
    laptop.clock.set("13:10")
    old = [person for person in clear_people(laptop.people) if age_on(person.birth_date, DAY) >= _OLD]
    people = [ids[person.nik or ""] for person in old[: len(_ASKED)]]
    requests = [_ask(laptop, *each) for each in zip(people, _ASKED, strict=True)]
    _plan(laptop, requests)
    _knock(laptop, people)


def ask_for_a_card(laptop: PracticeLaptop) -> None:
    """Somebody whose card lies ready can not come for it; it is on the route of the afternoon."""
    resident = laptop.store.query(_with_card)
    if resident:
        laptop.clock.pass_by(1)
        asked = AskVisit(resident, "Pak RT 03", "minta kartunya diantar", Access.MOTORBIKE)
        laptop.store.execute(ask_visit, asked)


def _ask(laptop: PracticeLaptop, resident: str, said: tuple[str, Access, str, VisitNeed]) -> str:
    who, access, way, need = said
    laptop.clock.pass_by(1)
    return laptop.store.execute(ask_visit, AskVisit(resident, who, "", access, way, need=need))


def _plan(laptop: PracticeLaptop, requests: Sequence[str]) -> None:
    """Three at one neighbour's house, two at home; the others wait."""
    store, lead = laptop.store, laptop.lead.id
    house = StopDetails(
        StopPlace.NEIGHBOUR, "Bu Kartika", "Jl. Ikan Paus No. 21", "004", "002", Access.CAR, led_by=lead
    )
    gathering = store.execute(add_stop, AddStop(DAY, (requests[0],), house))
    for request in requests[1:3]:
        store.execute(place_visit, PlaceVisit(request, gathering))
    way = "motor dititip di mushola"
    homes = (
        (requests[3], StopDetails(StopPlace.HOME, "", "Gang Melati 7", "001", "005", Access.ON_FOOT, way, lead)),
        (requests[4], StopDetails(StopPlace.HOME, "", "Jl. Ikan Hiu No. 3", "002", "005", Access.CAR, led_by=lead)),
    )
    for request, home in homes:
        store.execute(add_stop, AddStop(DAY, (request,), home))


def _knock(laptop: PracticeLaptop, people: Sequence[str]) -> None:
    """One could not be recorded, one was not at home and is on the list again, one has moved."""
    doors = (
        (VisitOutcome.CANNOT_CAPTURE, NextStep.BRING_TO_HALL, "Tangan kaku, perlu alat di lokasi", 28),
        (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "Kontrol ke puskesmas, kembali sore", 5),
        (VisitOutcome.MOVED, NextStep.OFFICE_DECIDES, "Ikut anak ke Malang", 6),
    )
    gathering = laptop.store.query(_first_stop)
    for person, (outcome, following, note, minutes) in zip(people, doors, strict=False):
        laptop.clock.pass_by(minutes)
        laptop.store.execute(log_visit, LogVisit(person, outcome, following, note, gathering, minutes))


def _first_stop(database: Database) -> str:
    return str(database.value("SELECT id FROM visit_stop WHERE day = ? AND sequence = 1", DAY.isoformat()))


def _with_card(database: Database) -> str:
    """Somebody of the list whose card was printed and not handed over."""
    found = database.value(
        "SELECT q.resident_id FROM card_print p JOIN service_request q ON q.id = p.request_id "
        "WHERE q.area = ? AND NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = q.id) ORDER BY p.at",
        JATI,
    )
    return str(found or "")
