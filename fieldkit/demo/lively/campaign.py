"""The weeks before the practice day, as the office knows them: counts of the obligated, and who was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.office import JATI, REGENCY, ZONE
from fieldkit.domain.lists.outlook import CAMPAIGN_DAY
from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.domain.national.counts import Source
from fieldkit.domain.requests.service import Reason, Step
from fieldkit.records.tables import (
    LIST_PROPOSAL,
    POPULATION_COUNT,
    REQUEST_STEP,
    SERVICE_REQUEST,
    SETTING,
    SHIFT_OPENING,
)
from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.told import SILENT_LAPTOPS
from fieldkit.store.unit import Unit

_OWN_DAY: Final = "2019-01-31"
_NATIONAL_DAY: Final = "2018-12-31"
_VOTE: Final = "2019-04-11"
_DAYS: Final = 22
"""Of work before the practice day."""
_GAPS: Final = (85, 82, 69, 77, 68, 77, 71, 69, 70, 65, 66, 63, 61, 74, 68, 72, 67)
"""How many of a thousand were not recorded when the own office counted, village after village."""
_PASSED_GAP: Final = 21
"""The same of the villages with the shortest lists."""
_EXPLAINED_EACH: Final = 7
"""Of so many people one is explained by the field."""
_PACES: Final = (96, 128, 74, 139, 118, 62, 121)
"""People recorded a day, over and over."""


def live_campaign(laptop: PracticeLaptop) -> None:
    """What came in from the whole city by the practice day; one laptop has not reported."""
    store = laptop.store
    lists = dict(store.query(list_villages))
    store.execute(_count, lists)
    store.execute(_record, _day_by_day(store.query(_unrecorded)))
    store.execute(_explain, store.query(_unrecorded)[::_EXPLAINED_EACH])
    told_ms = int((laptop.clock.now_utc() - timedelta(days=2)).timestamp() * 1000)
    silent = msgspec.json.encode([SilentLaptop("P-04", "Kedopok", told_ms, 60, "")]).decode()
    store.write_local(lambda database: Meta(database).put(SILENT_LAPTOPS, silent))


def _count(unit: Unit, lists: dict[str, int]) -> None:
    """By the own office and by the nation, each village, and the districts and the city as their sums."""
    unit.insert(SETTING, REGENCY, key=CAMPAIGN_DAY, value=_VOTE)
    obligated, missing = Counter[str](), Counter[str]()
    passed = sorted(lists, key=lambda village: lists[village])[:2]
    for number, (village, listed) in enumerate(sorted(lists.items())):
        gap = _PASSED_GAP if village in passed else _GAPS[number % len(_GAPS)]
        for place in (village, village[:8], REGENCY):
            obligated[place] += listed * 1000 // gap
            missing[place] += listed
    for number, (place, people) in enumerate(obligated.items()):
        _told(unit, place, Source.LOCAL, _OWN_DAY, people, missing[place])
        _told(unit, place, Source.NATIONAL, _NATIONAL_DAY, people, missing[place] + people * (4 + number % 6) // 1000)


def _told(unit: Unit, place: str, source: Source, day: str, obligated: int, missing: int) -> None:
    told = {"place": place, "source": source, "as_of": day, "obligated": obligated, "recorded": obligated - missing}
    unit.insert(POPULATION_COUNT, REGENCY, **told, at=f"{day}T03:00:00.000Z")


def _unrecorded(database: Database) -> list[tuple[str, str]]:
    """People of other villages of whom nothing is known yet, a few of each village in turn."""
    return [
        (village, id_)
        for village, id_ in database.rows(
            "SELECT r.village, r.id FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id "
            "WHERE r.list_id IS NOT NULL AND s.state IS NULL AND r.village <> ? AND r.birth_date < '2001' "
            "ORDER BY row_number() OVER (PARTITION BY r.village ORDER BY r.id), r.village",
            JATI,
        )
    ]


def _day_by_day(people: Sequence[tuple[str, str]]) -> list[tuple[date, list[tuple[str, str]]]]:
    """So many of them for each day."""
    waiting, found = list(people), []
    for number in range(_DAYS):
        many = _PACES[number % len(_PACES)]
        found.append((DAY - timedelta(days=_DAYS - number), waiting[:many]))
        del waiting[:many]
    return found


def _record(unit: Unit, days: Sequence[tuple[date, list[tuple[str, str]]]]) -> None:
    for day, people in days:
        at = f"{day.isoformat()}T03:00:00.000Z"
        shifts = {village: _shift(unit, village, day, at) for village in sorted({village for village, _ in people})}
        for number, (village, resident) in enumerate(people):
            request = unit.insert(SERVICE_REQUEST, village, **_asked(shifts[village], resident, number), at=at)
            unit.insert(REQUEST_STEP, village, request_id=request, step=Step.RECORDED, at=at)


def _explain(unit: Unit, people: Sequence[tuple[str, str]]) -> None:
    """What the field found of some, and nobody has decided."""
    kinds = (ProposalKind.DECEASED, ProposalKind.MOVED, ProposalKind.NOT_FOUND, ProposalKind.AWAY)
    for number, (village, resident) in enumerate(people):
        said = {"resident_id": resident, "kind": kinds[number % len(kinds)], "at": f"{DAY.isoformat()}T03:00:00.000Z"}
        unit.insert(LIST_PROPOSAL, village, **said)


def _shift(unit: Unit, village: str, day: date, at: str) -> str:
    hours = {"planned_start": "09:00", "planned_end": "12:00", "time_zone": ZONE}
    told = {"day": day.isoformat(), "name": "Shift pagi", "site_name": "Kantor Kelurahan", "village": village}
    return unit.insert(SHIFT_OPENING, village, **told, **hours, lead_id=unit.user, at=at)


def _asked(shift: str, resident: str, number: int) -> dict[str, object]:
    return {
        "shift_id": shift,
        "resident_id": resident,
        "reason": Reason.FIRST_RECORDING,
        "papers": "[]",
        "queue_no": f"P3-{number + 1:03}",
        "receipt_ref": "",
        "phone_answer": "none",
        "sms_consent": 0,
        "on_list": 1,
        "out_of_hours": 0,
    }
