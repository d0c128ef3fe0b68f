"""What the centre of the country says of people of the list: a status file, taken in by the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.lively.planning import PLANNER
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.national.status import read_status
from fieldkit.store.queries.national.files import people_to_match
from fieldkit.store.queries.people import app_users
from fieldkit.work.national.check import Told
from fieldkit.work.national.people import Known
from fieldkit.work.national.taking_in import TakeInStatuses, take_in_statuses

_SAID: Final = (
    (70, ("SENT_FOR_ENROLLMENT",) * 3),
    (
        4,
        ("PRINT_READY_RECORD",) * 6
        + ("UNREGISTERED",) * 20
        + ("ENROLL_FAILURE_AT_CENTRAL", "ADJUDICATE_RECORD", "DUPLICATE_RECORD", "DELETED", "CARD_SHIPPED"),
    ),
)
"""How many days ago a file was of, and what it said of whom, one after the other."""
_APART: Final = 37
_OF_FILE: Final = 180


def hear_from_centre(laptop: PracticeLaptop) -> None:
    """Two files: an old one in which some were sent, and one of this week."""
    store = laptop.store
    planner = next(UserId(user.id) for user in store.query(app_users) if user.name == PLANNER)
    people = [Known._make(row) for row in store.query(people_to_match)][::_APART]
    with store.acting(planner):
        for days_ago, said in _SAID:
            day = DAY - timedelta(days_ago)
            named = people[: len(said)] if days_ago > _APART else people[3:_OF_FILE]
            told = [
                Told(who.id, who.village, str(read_status(raw)), raw, day.isoformat())
                for who, raw in zip(named, said * (len(named) // len(said) + 1), strict=False)
            ]
            command = TakeInStatuses(f"Status perekaman {day:%d-%m}", day, told, len(told), {})
            store.execute(take_in_statuses, command)
