"""A flat battery, a wrong day, another zone: no order of records rests on it, and it is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import INCIDENT, RESIDENT, SHIFT_OPENING
from fieldkit.server.office.writing import OfficeRow, put_office_rows
from fieldkit.store.queries.clock import known_clock
from fieldkit.store.queries.status import status
from fieldkit.store.told import clock_check
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.incidents import begin_incident
from fieldkit.work.shifts.opening import OpenShift, open_shift
from tests.flows.enrolled import Ground, Laptop, edit, people
from tests.laptops import JATI, REGENCY, OwnClock, add_people, opened

DAY_MS = 86_400_000
PERSON = "0190b2c0-0000-7000-8000-000000000001"
SETTINGS = ("year 2000", "a day ahead", "right")
ZONES = {"Asia/Jakarta": date(2019, 2, 23), "Asia/Makassar": date(2019, 2, 24), "Asia/Jayapura": date(2019, 2, 24)}
"""The day at the sites half an hour before midnight in Probolinggo."""


@pytest.fixture
def three(ground: Ground) -> list[Laptop]:
    """Three laptops who hold the same person; their clocks are off from now on."""
    clocks = [OwnClock(ground.clock) for _ in SETTINGS]
    made = [ground.laptop(f"laptop{n}", clock=clock) for n, clock in enumerate(clocks)]
    add_people(made[2].store, "SITI NURAINI")
    for laptop in reversed(made):
        laptop.sync()
    ground.clock.pass_by(minutes=30)
    for clock, setting in zip(clocks, SETTINGS, strict=True):
        clock.jump(setting)
    return made


def errors_ms(laptops: list[Laptop]) -> list[int]:
    return [laptop.store.query(clock_check).error_ms(now_ms(laptop.store.clock)) for laptop in laptops]


def back_ms(laptop: Laptop) -> int:
    return laptop.store.query(known_clock).back_ms(now_ms(laptop.store.clock))


def sync_all(laptops: list[Laptop]) -> None:
    for laptop in (*laptops, *laptops):
        assert laptop.sync().cause is None


def test_each_learns_how_far_its_clock_is_off_and_that_it_was_put_right(three: list[Laptop]) -> None:
    assert errors_ms(three) == [0, 0, 0]
    sync_all(three)
    behind, ahead, right = errors_ms(three)
    assert behind > 19 * 365 * DAY_MS
    assert (ahead, right) == (-DAY_MS, 0)
    assert three[0].store.query(status).clock.offset_ms == behind
    for laptop in three:
        laptop.store.clock.jump("right")  # type: ignore[attr-defined]
    assert errors_ms(three) == [0, 0, 0]
    sync_all(three)
    assert errors_ms(three) == [0, 0, 0]


def test_what_a_clock_that_ran_ahead_wrote_is_known_as_such_after_a_contact(three: list[Laptop]) -> None:
    """Without one it might as well be the clock of now that is wrong, which is said."""
    ahead = three[1]
    edit(ahead, people(ahead)[0], phone="081234901110")
    ahead.store.clock.jump("right")  # type: ignore[attr-defined]
    assert back_ms(ahead) == DAY_MS
    assert ahead.sync().cause is None
    assert back_ms(ahead) == 0
    ahead.store.clock.jump("year 2000")  # type: ignore[attr-defined]
    assert back_ms(ahead) > 19 * 365 * DAY_MS


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_whoever_saw_the_last_value_writes_the_next_whatever_the_clocks_say(
    three: list[Laptop], order: tuple[int, int, int]
) -> None:
    (person,) = people(three[0])
    for number, index in enumerate(order):
        sync_all(three)
        edit(three[index], person, phone=f"08123490111{number}")
    sync_all(three)
    assert three[0].rows(RESIDENT) == three[1].rows(RESIDENT) == three[2].rows(RESIDENT)
    phone = "SELECT phone FROM resident WHERE id = ?"
    assert three[0].store.query(lambda database: database.value(phone, person)) == "081234901112"


@pytest.mark.parametrize("first", [0, 1])
def test_invariant_4_of_two_slow_laptops_the_same_one_wins_whoever_sends_first(ground: Ground, first: int) -> None:
    """Whoever saw a row writes after it, also where the office wrote it an hour later than these clocks say."""
    clocks = [OwnClock(ground.clock, timedelta(hours=-2)), OwnClock(ground.clock, timedelta(hours=-1))]
    slow = [ground.laptop(f"laptop{n}", clock=clock) for n, clock in enumerate(clocks)]
    values = {**dict.fromkeys(RESIDENT.column_names), "name": "SITI NURAINI", "village": JATI}
    put_office_rows(
        ground.centre, REGENCY, [OfficeRow(RESIDENT.name, JATI, PERSON, values)], now_ms=now_ms(ground.clock)
    )
    for number, laptop in enumerate(slow):
        ground.clock.pass_by(minutes=1)
        assert laptop.sync().cause is None
        edit(laptop, PERSON, phone=f"+628120000990{number}")
    for laptop in (slow[first], slow[1 - first]):
        assert laptop.sync().cause is None
    (row,) = ground.rows(RESIDENT)
    assert "+6281200009901" in row


def test_the_time_that_a_laptop_claims_is_kept_as_it_claimed_it(ground: Ground, three: list[Laptop]) -> None:
    opened(three[0].store)
    three[0].store.execute(begin_incident, IncidentKind.POWER)
    sync_all(three)
    ((*_, at),) = ground.rows(INCIDENT)
    assert str(at).startswith("2000-01-01T")
    assert three[1].rows(INCIDENT) == ground.rows(INCIDENT)


def in_zone(laptop: Laptop, zone: str, day: date) -> str:
    """A shift whose lead confirms the day of its site."""
    present = (Attendant("Rina Wulandari", "lead", laptop.store.user),)
    shift = OpenShift(None, day, "Shift malam", "Balai", JATI, "23:00", "03:00", zone, 100, 0, present)
    return laptop.store.execute(open_shift, shift)


@pytest.mark.parametrize("hours_off", [(0, 0, 0), (0, 1, 2)])
def test_in_three_time_zones_each_shift_has_its_sites_day_and_all_facts_one_order(
    ground: Ground, hours_off: tuple[int, int, int]
) -> None:
    """Also where a clock shows the site's time and was told the zone of Probolinggo: it is an hour or two ahead."""
    clocks = [OwnClock(ground.clock, timedelta(hours=hours)) for hours in hours_off]
    three = [ground.laptop(f"laptop{n}", clock=clock) for n, clock in enumerate(clocks)]
    add_people(three[0].store, "SITI NURAINI")
    ground.clock.pass_by(hours=7, minutes=25)
    sync_all(three)
    assert errors_ms(three) == [-hours * DAY_MS // 24 for hours in hours_off]
    shifts = [in_zone(laptop, *site) for laptop, site in zip(three, ZONES.items(), strict=True)]
    (person,) = people(three[0])
    for number, laptop in enumerate(reversed(three)):
        sync_all(three)
        ground.clock.pass_by(minutes=1)
        edit(laptop, person, phone=f"08123490111{number}")
    sync_all(three)
    days = "SELECT day FROM shift_opening WHERE id = ?"
    for laptop in three:
        assert laptop.rows(SHIFT_OPENING) == ground.rows(SHIFT_OPENING)
        assert laptop.rows(RESIDENT) == ground.rows(RESIDENT)
        told = [laptop.store.query(lambda database, shift=shift: database.value(days, shift)) for shift in shifts]
        assert told == [day.isoformat() for day in ZONES.values()]
    (row,) = ground.rows(RESIDENT)
    assert "081234901112" in row, "whoever saw the last value writes the next"
