"""A full week of the office: two teams and the home visits, a clash still open, and a set that goes for once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.office import REGENCY
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.planning.schedule import CrewRole, PlanKind, SetState, Skill
from fieldkit.domain.planning.site import Surroundings
from fieldkit.records.tables import APP_USER
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.planning.office import (
    KeepDay,
    KeepPaper,
    KeepPermit,
    KeepSet,
    KeepSite,
    KeepTeam,
    keep_day,
    keep_paper,
    keep_permit,
    keep_set,
    keep_site,
    keep_team,
)
from fieldkit.work.planning.plans import PlanShift, plan_shift

MONDAY: Final = DAY + timedelta(days=2)
"""Of the week that is planned."""
PLANNER: Final = "Hendra Saputra"
OFFICE_CODE: Final = "KOTA-2019"
"""With it the people of the office set their first PIN."""
ADMIN: Final = "Nurul Fadilah"
HEAD: Final = "Bambang Wicaksono"
_NEW: Final = (
    ("Fitri Handayani", "operator"), ("Yusuf Maulana", "operator"), ("Ika Lestari", "operator"), (PLANNER, "planner"),
    (ADMIN, "admin"), (HEAD, "head"),
)  # fmt: skip
_CERTIFIED_FROM: Final = date(2018, 3, 1)
_DISTRICTS: Final = ("35.74.01", "35.74.02", "35.74.04", "35.74.05")
_HOMES: Final = {
    "P-01": "35.74.03", "P-02": "35.74.03", "P-03": "35.74.02", "P-04": "35.74.02", "P-05": "35.74.04",
    "P-06": "35.74.04", "P-07": "35.74.01", "P-08": "35.74.01", "P-09": "35.74.05", "P-10": "35.74.05",
}  # fmt: skip
_PLACES: Final = {
    "Jati": ("35.74.03.1004", "good", "mains"), "Wiroborang": ("35.74.03.1010", "good", "mains"),
    "Sukabumi": ("35.74.03.1007", "good", "unsteady"), "Mangunharjo": ("35.74.03.1002", "good", "mains"),
    "Kademangan": ("35.74.01.1008", "good", "mains"), "Ketapang": ("35.74.01.1001", "weak", "mains"),
    "Kanigaran": ("35.74.04.1003", "good", "mains"), "Wonoasih": ("35.74.02.1007", "weak", "mains"),
    "Kebonsari Kulon": ("35.74.04.1006", "good", "mains"), "Tisnonegaran": ("35.74.04.1001", "good", "mains"),
    "Jrebeng Lor": ("35.74.05.1004", "weak", "unsteady"), "Mayangan": ("35.74.03.1001", "good", "mains"),
}  # fmt: skip
_WEEK: Final = (
    "1 0 09-12 Jati P-02 50", "1 0 16-19 Jati P-02 50", "1 1 09-12 Jati P-02 50", "1 2 09-12 Wiroborang P-02 30",
    "1 2 16-19 Wiroborang P-02 30", "1 3 09-12 Sukabumi P-02 30", "1 3 16-19 Sukabumi P-02 30",
    "1 4 13-16 Sukabumi P-02 30", "1 5 09-12 Mangunharjo P-02 56", "1 5 16-19 Mangunharjo P-02 56",
    "1 6 08-12 Alun-alun P-02 30", "2 0 09-12 Kademangan P-03 30", "2 1 09-12 Ketapang P-03 30",
    "2 1 16-19 Ketapang P-03 30", "2 2 09-12 Kanigaran P-02 45", "2 2 16-19 Kanigaran P-03 45",
    "2 3 09-12 Kanigaran P-03 45", "2 5 09-12 Wonoasih P-03 30", "3 1 09-15 5_rumah,_Jati P-05 5",
    "3 2 09-15 4_rumah,_Jati P-05 4", "3 4 08-11 6_rumah,_Jati P-05 6", "3 5 09-12 4_rumah,_Wonoasih P-04 4",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Office:
    """Who and what the week is made of."""

    people: dict[str, str]
    teams: dict[str, str]
    sites: dict[str, str]


def plan_week(laptop: PracticeLaptop) -> None:
    """The week after the practice day, as its planner draws it."""
    store = laptop.store
    signed_in, people = store.user, store.execute(_add_people)
    with store.acting(UserId(people[PLANNER])):
        office = _Office(people, dict(_teams(store, people)), dict(_sites(store)))
        _register(store, people)
        for line in _WEEK:
            _plan(store, office, line)
    store.user = signed_in


def _add_people(unit: Unit) -> dict[str, str]:
    code = hashlib.sha256(OFFICE_CODE.encode()).hexdigest()
    for name, role in _NEW:
        unit.insert(APP_USER, REGENCY, name=name, role=role, active=1, start_code_hash=code)
    return unit.query(lambda database: dict(database.rows("SELECT name, id FROM app_user")))


def _teams(store: Store, people: dict[str, str]) -> Iterator[tuple[str, str]]:
    crews = {
        "1": ("Tim 1", "35.74.03", ("Rina Wulandari", "Agus Prasetyo", "Dedi Kurniawan")),
        "2": ("Tim 2", "35.74.02", ("Fitri Handayani", "Yusuf Maulana")),
        "3": ("Kunjungan rumah", "35.74.04", (PLANNER, "Ika Lestari")),
    }
    for number, (name, district, names) in crews.items():
        roles = (CrewRole.LEAD, *(CrewRole.OPERATOR for _ in names[1:]))
        members = tuple((people[each], role.value) for each, role in zip(names, roles, strict=True))
        yield number, store.execute(keep_team, "", KeepTeam(name, district, True, members)).id


def _sites(store: Store) -> Iterator[tuple[str, str]]:
    for name, (village, network, power) in _PLACES.items():
        found = Surroundings(network, power, "car")
        command = KeepSite(f"Kantor Kelurahan {name}", village, "village_office", "", found, "Sekretaris lurah")
        yield name, store.execute(keep_site, "", command).id
    square = KeepSite(
        "Alun-alun", "35.74.03.1002", "community", "", Surroundings("good", "generator", "car"), note="Tenda dari Dinas"
    )
    yield "Alun-alun", store.execute(keep_site, "", square).id


def _register(store: Store, people: dict[str, str]) -> None:
    for code, district in _HOMES.items():
        store.execute(keep_set, "", KeepSet(code, district, "full", SetState.READY))
    for name in ("Rina Wulandari", "Agus Prasetyo", "Fitri Handayani", "Yusuf Maulana", PLANNER, "Ika Lestari"):
        store.execute(keep_paper, "", KeepPaper(people[name], Skill.RECORDING, "893/41", _CERTIFIED_FROM, None))
    for kind in (Skill.TRAINING, Skill.APPOINTMENT):
        paper = KeepPaper(people["Agus Prasetyo"], kind, "188.45/207", _CERTIFIED_FROM, date(2019, 12, 31))
        store.execute(keep_paper, "", paper)
    for district in _DISTRICTS:
        permit = KeepPermit(district, True, True, district == "35.74.04", True, "188.45/12", date(2019, 1, 2), None)
        store.execute(keep_permit, "", permit)
    store.execute(keep_day, "", KeepDay(date(2019, 3, 7), "holiday", "Hari Raya Nyepi"))
    store.execute(keep_day, "", KeepDay(date(2019, 4, 17), "vote", "Pemungutan suara"))


def _plan(store: Store, office: _Office, line: str) -> None:
    team, day, hours, place, code, target = line.split()
    start, end = (time(int(hour)) for hour in hours.split("-"))
    is_visit, name = team == "3", place.replace("_", " ")
    where = name.rpartition(" ")[2] if is_visit else name
    known = "Mangunharjo" if where == "Alun-alun" else where
    command = PlanShift(
        MONDAY + timedelta(days=int(day)),
        start,
        end,
        PlanKind.VISITS if is_visit else PlanKind.FIELD,
        _PLACES[known][0],
        "" if is_visit else office.sites[name],
        name if is_visit else _site_name(name),
        office.teams[team],
        code,
        int(target),
        override_reason="Disetujui kepala bidang" if code == "P-04" else "",
    )
    store.execute(plan_shift, command)


def _site_name(name: str) -> str:
    return name if name == "Alun-alun" else f"Kantor Kelurahan {name}"
