"""A team of the regency around the city comes to help: agreed on, its lists shared, and one of its laptops has them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.lively.planning import PLANNER
from fieldkit.demo.office import REGENCY
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.missions.mission import LAPTOP_WORD, DataKnown, MissionState
from fieldkit.records.missions import LaptopWord, laptop_word
from fieldkit.records.tables import MISSION_STEP
from fieldkit.store.queries.missions.missions import missions
from fieldkit.store.queries.people import app_users
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.missions.mission import StepMission, WriteMission, step_mission, write_mission

GUEST: Final = "35.13"
"""Kabupaten Probolinggo."""
_TERMS: Final = WriteMission(
    name="Bantuan akhir pekan",
    guest_regency=GUEST,
    from_day=DAY + timedelta(days=1),
    until_day=DAY + timedelta(days=2),
    areas=("35.74.03", "35.74.04"),
    laptops=("P1", "P2"),
    blanks_brought=300,
    letter_no="470/118/2019",
)
_BEGINS: Final = "2019-02-22T17:00:00.000Z"
_UNTIL: Final = "2019-02-25T17:00:00.000Z"
"""From the day before the mission to the end of its last one, as the clock in Probolinggo tells days."""
_WORDS: Final = (
    LaptopWord("P1", DataKnown.HOLDS, "Meja tamu 1", "T1", _TERMS.areas, _BEGINS, _UNTIL),
    LaptopWord("P2", DataKnown.WAITS, "Meja tamu 2", "T2", _TERMS.areas, _BEGINS, _UNTIL),
)


def be_helped(laptop: PracticeLaptop) -> None:
    """The planner agrees and shares the lists; then it is told on as if by the centre."""
    store = laptop.store
    planner = next(UserId(user.id) for user in store.query(app_users) if user.name == PLANNER)
    with store.acting(planner):
        store.execute(write_mission, _TERMS)
        (mission,) = store.query(missions, laptop.clock.now_utc())
        store.execute(step_mission, StepMission(mission.id, MissionState.LISTS_SHARED))
    store.execute(_tell, mission.id)


def _tell(unit: Unit, mission: str) -> None:
    for word in _WORDS:
        values = {"mission_id": mission, "state": LAPTOP_WORD, "note": laptop_word(word)}
        unit.insert(MISSION_STEP, REGENCY, **values, at=instant(unit.now_utc))
