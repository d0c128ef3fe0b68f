"""An office that plans: two teams, four sets of two districts, places, certificates. Everybody here is invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from laptops import JATI, add_user, laptop

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.planning.schedule import CrewRole, SetState, Skill
from fieldkit.domain.planning.site import Surroundings
from fieldkit.store.queries.planning.schedule import Plan, Schedule, schedule
from fieldkit.store.store import Store
from fieldkit.work.planning.office import (
    KeepPaper,
    KeepSet,
    KeepSite,
    KeepTeam,
    keep_paper,
    keep_set,
    keep_site,
    keep_team,
)
from fieldkit.work.planning.plans import Done, PlanShift, plan_shift

MAYANGAN = "35.74.03"
KANIGARAN = "35.74.02"
WEDNESDAY = date(2019, 2, 27)
SETS = (("P-01", MAYANGAN), ("P-02", MAYANGAN), ("P-03", KANIGARAN), ("P-04", KANIGARAN))


@dataclass(frozen=True)
class Calendar:
    """A store whose planner is signed in, and what plans are made of."""

    store: Store
    planner: UserId
    rina: UserId
    fitri: UserId
    team_1: str
    team_2: str
    hall: str

    def shift(self, **changes: object) -> PlanShift:
        """The morning of team 1 in Jati, with P-02; changes replace parts of it."""
        usual = PlanShift(
            WEDNESDAY, time(9), time(12), "field", JATI, self.hall, "Kantor Kelurahan Jati", self.team_1, "P-02", 50
        )
        return replace(usual, **changes)  # type: ignore[arg-type]

    def plan(self, **changes: object) -> str:
        """A shift as above; its id."""
        return self.planned(**changes).plan_id

    def planned(self, **changes: object) -> Done:
        """A shift as above, with what undoes it."""
        return self.store.execute(plan_shift, self.shift(**changes))

    def other(self, **changes: object) -> str:
        """A shift of team 2 at the same time, in the other district with its set."""
        return self.plan(**{"team_id": self.team_2, "set_code": "P-03", "village": "35.74.02.1001", **changes})

    def week(self, first: date = WEDNESDAY, last: date = WEDNESDAY) -> Schedule:
        """What the planner sees."""
        return self.store.query(schedule, first, last)

    def find(self, plan_id: str, day: date = WEDNESDAY) -> Plan:
        """One shift."""
        found = self.week(day, day).plan(plan_id)
        assert found is not None
        return found


def calendar(folder: Path) -> Calendar:
    """An enrolled laptop of an office that has everything it needs to plan."""
    return furnish(laptop(folder))


def furnish(store: Store) -> Calendar:
    """Give an office what plans are made of; its planner is signed in afterwards."""
    known = people(store)
    return furnish_for(store, known.planner, known.rina, known.fitri)


def people(store: Store) -> Calendar:
    """An office with people and nothing else."""
    rina, fitri = add_user(store, "Rina Wulandari"), add_user(store, "Fitri Handayani", "operator")
    return Calendar(store, add_user(store, "Hendra Saputra", "planner"), rina, fitri, "", "", "")


def furnish_for(store: Store, planner: UserId, rina: UserId, fitri: UserId) -> Calendar:
    """The same for people who are there."""
    store.user = planner
    for code, district in SETS:
        store.execute(keep_set, "", KeepSet(code, district, "full", SetState.READY))
    for user in (rina, fitri):
        store.execute(keep_paper, "", KeepPaper(user, Skill.RECORDING, "800/12", date(2018, 1, 1), None))
    checked = Surroundings("good", "mains", "car")
    hall = KeepSite("Kantor Kelurahan Jati", JATI, "village_office", surroundings=checked)
    return Calendar(
        store,
        planner,
        rina,
        fitri,
        store.execute(keep_team, "", KeepTeam("Tim 1", MAYANGAN, True, ((rina, CrewRole.LEAD),))).id,
        store.execute(keep_team, "", KeepTeam("Tim 2", KANIGARAN, True, ((fitri, CrewRole.OPERATOR),))).id,
        store.execute(keep_site, "", hall).id,
    )
