"""The host agrees on a mission, shares lists, lets it run, and settles it; each step is a fact beside those before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.missions.mission import MissionState, Terms, check_step, check_terms
from fieldkit.domain.text import text
from fieldkit.records.missions import listed_document
from fieldkit.records.tables import MISSION, MISSION_STEP
from fieldkit.store.queries.missions.missions import Mission, mission_by_id
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.instants import at_site, behind
from fieldkit.work.inverse import Inverse


@dataclass(frozen=True, slots=True)
class WriteMission:
    """Terms as they are typed, anew or in the place of those of a mission; None for a day that is not."""

    name: str
    guest_regency: str
    from_day: date | None
    until_day: date | None
    areas: tuple[str, ...]
    laptops: tuple[str, ...]
    blanks_brought: int = 0
    letter_no: str = ""
    note: str = ""
    mission_id: str = ""


@dataclass(frozen=True, slots=True)
class StepMission:
    """The next step; the note explains what is left open, or why it is called off."""

    mission_id: str
    state: MissionState
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A mission, and its columns as they were before."""

    mission_id: str
    before: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step that was taken, and where the mission stood before."""

    mission_id: str
    step_id: str
    before: MissionState


def write_mission(unit: Unit, command: WriteMission) -> Inverse[Any]:
    """Agree on a mission, or change what was agreed; returns what takes it back."""
    require_planner(unit)
    values = _values(_checked(command, unit.meta.regency))
    if not command.mission_id:
        mission_id = unit.insert(MISSION, unit.meta.regency, **values)
        return Inverse(step_mission, StepMission(mission_id, MissionState.CANCELLED, str(_TAKEN_BACK)))
    _open(unit, command.mission_id)
    row = unit.row(f"SELECT {', '.join(values)} FROM mission WHERE id = ?", command.mission_id) or ()
    unit.update(MISSION, command.mission_id, **values)
    return Inverse(put_back_mission, Rewritten(command.mission_id, dict(zip(values, row, strict=True))))


def put_back_mission(unit: Unit, before: Rewritten) -> None:
    """The terms as they were before a change."""
    require_planner(unit)
    _open(unit, before.mission_id)
    unit.update(MISSION, before.mission_id, **before.before)


def step_mission(unit: Unit, command: StepMission) -> Inverse[Stepped]:
    """Go a step further; returns what takes it back. RuleError where the step lacks something."""
    require_planner(unit)
    mission = _known(unit, command.mission_id)
    problems = check_step(mission.state, command.state, mission.terms, mission.standing, _today(unit), command.note)
    if problems:
        raise RuleError(*problems)
    step_id = _insert(unit, command.mission_id, command.state, command.note)
    return Inverse(take_back_step, Stepped(command.mission_id, step_id, mission.state))


def take_back_step(unit: Unit, stepped: Stepped) -> None:
    """The mission stands again as before a step. RuleError where it went on since."""
    require_planner(unit)
    last = _known(unit, stepped.mission_id).last_step
    if last is None or last.id != stepped.step_id:
        raise RuleError(Problem("step", "went_on", text("Gotong royong ini sudah melangkah lagi sesudah itu.")))
    _insert(unit, stepped.mission_id, stepped.before, str(_TAKEN_BACK))


def _today(unit: Unit) -> date:
    """By the calendar, also while a shift is open here: a mission is over when its days are."""
    return at_site(unit.now_utc, unit.query(site_zone)).date()


def _known(unit: Unit, mission_id: str) -> Mission:
    mission = unit.query(mission_by_id, mission_id, unit.now_utc)
    if mission is None:
        raise KeyError(mission_id)
    return mission


def _open(unit: Unit, mission_id: str) -> None:
    if _known(unit, mission_id).state in {MissionState.SETTLED, MissionState.CANCELLED}:
        raise RuleError(Problem("mission", "ended", text("Gotong royong ini sudah berakhir, isinya tetap.")))


def _checked(command: WriteMission, home: str) -> Terms:
    days = [
        Problem(field, "no_date", text("Tanggalnya belum ditulis, misalnya 27-02-2019."))
        for field, day in (("from_day", command.from_day), ("until_day", command.until_day))
        if day is None
    ]
    first, last = command.from_day or date.min, command.until_day or date.max
    terms = Terms(
        command.name.strip(),
        command.guest_regency,
        first,
        last,
        tuple(sorted(set(command.areas))),
        tuple(dict.fromkeys(each.strip().upper() for each in command.laptops if each.strip())),
        command.blanks_brought,
        command.letter_no.strip(),
        command.note.strip(),
    )
    problems = [*days, *check_terms(terms, home)]
    if problems:
        raise RuleError(*problems)
    return terms


def _values(terms: Terms) -> dict[str, Any]:
    return {
        "name": terms.name,
        "guest_regency": terms.guest_regency,
        "from_day": terms.from_day.isoformat(),
        "until_day": terms.until_day.isoformat(),
        "areas": listed_document(terms.areas),
        "laptops": listed_document(terms.laptops),
        "blanks_brought": terms.blanks_brought,
        "letter_no": terms.letter_no or None,
        "note": terms.note or None,
    }


def _insert(unit: Unit, mission_id: str, state: MissionState, note: str) -> str:
    newest = unit.value("SELECT max(at) FROM mission_step WHERE mission_id = ?", mission_id)
    return unit.insert(
        MISSION_STEP,
        unit.meta.regency,
        mission_id=mission_id,
        state=state,
        note=note.strip() or None,
        at=behind(newest, unit.now_utc),
    )


_TAKEN_BACK = text("Diurungkan")
