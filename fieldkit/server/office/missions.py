"""Missions of mutual aid at the centre: guest laptops get the host's lists for the days, and lose them afterwards.

Everything follows from what a planner of the host stated, and from what the laptops say of themselves. What was done is
told to the host as facts, one for each laptop whenever it changes; running it twice changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, is_health_side, regency_of
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.missions.mission import LAPTOP_WORD, SHARING, DataKnown, Terms, data_known, state_of
from fieldkit.records.missions import LaptopWord, laptop_word, read_laptop_word, read_listed
from fieldkit.records.tables import MISSION, MISSION_STEP
from fieldkit.records.wire import Verdict
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.devices.guests import guest_prefix
from fieldkit.server.devices.laptops import Device, devices
from fieldkit.server.merge.authority import is_of_centre
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.schema import GUEST_PREFIX, JOURNAL, METADATA, REGENCY
from fieldkit.server.scope import Grant, grants_of, is_area

_MISSION: Final = METADATA.tables[MISSION.name].c
_STEP: Final = METADATA.tables[MISSION_STEP.name].c
_AFTER: Final = timedelta(days=1)
_REMEMBERED: Final = timedelta(days=90)
"""A laptop that was silent for longer is another matter than its mission."""


@dataclass(frozen=True, slots=True)
class _Agreed:
    """A mission with where it stands, and the last word on each of its laptops."""

    id: str
    terms: Terms
    is_sharing: bool
    was_shared: bool
    words: Mapping[str, LaptopWord]
    from_ms: int
    until_ms: int


def keep_missions(centre: Centre, host: str, now_ms: int) -> int:
    """Bring grants and words of all missions in a regency in step with its facts; returns how many words it took."""
    zone = _zone(centre, host)
    if zone is None:
        return 0
    agreed = _missions(centre, host, zone, now_ms)
    for mission in agreed:
        _keep_grants(centre, host, mission, agreed, now_ms)

    def compose() -> list[OfficeRow]:
        missions = _missions(centre, host, zone, now_ms)
        return [row for mission in missions for row in _news(centre, host, mission, now_ms)]

    return put_composed_rows(centre, host, compose, now_ms=now_ms)


def _zone(centre: Centre, host: str) -> ZoneInfo | None:
    """The zone of a regency with a mission; None where there is none, which nearly always ends it."""
    query = sa.select(REGENCY.c.time_zone).join(METADATA.tables[MISSION.name], _MISSION.regency == REGENCY.c.regency)
    with reading(centre.engine) as connection:
        found = connection.scalar(query.where(REGENCY.c.regency == host).limit(1))
    return ZoneInfo(found) if found else None


def _missions(centre: Centre, host: str, zone: ZoneInfo, now_ms: int) -> list[_Agreed]:
    """Those of which anything may still change."""
    names = ("id", "regency", *MISSION.column_names)
    since = (datetime.fromtimestamp(now_ms / 1000, zone) - _REMEMBERED).date().isoformat()
    query = sa.select(*(_MISSION[name] for name in names)).where(_MISSION.regency == host, _MISSION.until_day >= since)
    with reading(centre.engine) as connection:
        rows = connection.execute(query).all()
        found = (_agreed(row, _steps(connection, host, row.id), zone) for row in rows)
        return [mission for mission in found if mission is not None]


def _steps(connection: sa.Connection, host: str, mission: str) -> list[tuple[str, str]]:
    """The steps of a mission that count: what is stored beside a case moves nothing, and of laptops only the centre
    tells."""
    this = (_STEP.regency == host, _STEP.mission_id == mission)
    query = sa.select(_STEP.state, _STEP.note, _STEP.origin, _STEP.version).where(*this)
    found = connection.execute(query.order_by(_STEP.at, _STEP.version, _STEP.id)).all()
    return [(row.state, row.note or "") for row in found if _counts(connection, host, row)]


def _counts(connection: sa.Connection, host: str, row: sa.Row[*tuple[Any, ...]]) -> bool:
    if row.state == LAPTOP_WORD or is_of_centre(row.origin):
        return is_of_centre(row.origin)
    journal = JOURNAL.c
    its = (journal.regency == host, journal.origin == row.origin, journal.feed_version == row.version)
    return connection.scalar(sa.select(journal.verdict).where(*its)) == Verdict.APPLIED.value


def _agreed(row: sa.Row[tuple[str, ...]], steps: Iterable[tuple[str, str]], zone: ZoneInfo) -> _Agreed | None:
    """None where the days are none that a clock reaches: whoever wrote them, nobody else waits for that."""
    told = list(steps)
    areas = tuple(area for area in read_listed(row.areas) if _may_be_given(area, row.regency))
    try:
        days = date.fromisoformat(row.from_day), date.fromisoformat(row.until_day)
        terms = Terms(row.name, row.guest_regency, *days, areas, read_listed(row.laptops))
        from_ms, until_ms = _ms(terms.lists_from, zone), _ms(terms.until_day + _AFTER, zone)
        _instant(from_ms)
    except (ValueError, OverflowError):
        return None
    words = (read_laptop_word(note) for state, note in told if state == LAPTOP_WORD)
    return _Agreed(
        row.id,
        terms,
        state_of(state for state, _ in told) in SHARING,
        any(state in SHARING for state, _ in told),
        {word.laptop: word for word in words if word is not None},
        from_ms,
        until_ms,
    )


def _may_be_given(area: str, host: str) -> bool:
    """Whatever a row says, a host gives its own areas only, and never what is health data (F-P3)."""
    return is_area(area) and regency_of(area) == host and not is_health_side(area)


def _ms(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)


def _keep_grants(centre: Centre, host: str, mission: _Agreed, agreed: Sequence[_Agreed], now_ms: int) -> None:
    """Of an area that several missions give to one laptop, the end of one takes nothing from the others."""
    laptops = _laptops(centre, host, mission)
    for prefix, device in laptops.items():
        wanted, said = _given(mission, prefix), _says(mission.words.get(prefix), mission)
        known = _known_grants(centre, device)
        for area in sorted(_had(mission, prefix) | wanted):
            span = _span((each for each in agreed if _is_about(each, mission, prefix, area)), now_ms)
            if span is None:
                ungrant(centre, device.regency, device.id, area, until_ms=min(now_ms, mission.until_ms))
            elif area not in wanted or not said or _has_ended(known.get(area), agreed, now_ms):
                grant(centre, device.regency, device.id, Grant(AreaCode(area), *span))
        if wanted and not said:
            guest_prefix(centre, host, device)


def _given(mission: _Agreed, prefix: str) -> set[str]:
    return set(mission.terms.areas) if _is_guest(mission, prefix) and mission.is_sharing else set()


def _had(mission: _Agreed, prefix: str) -> set[str]:
    """What a laptop was given and may have still; where that was never told, since the power failed, all of it."""
    word = mission.words.get(prefix)
    return set(word.areas if word is not None else mission.terms.areas if mission.was_shared else ())


def _is_about(other: _Agreed, mission: _Agreed, prefix: str, area: str) -> bool:
    return other.terms.guest_regency == mission.terms.guest_regency and area in _given(other, prefix)


def _span(missions: Iterable[_Agreed], now_ms: int) -> tuple[int, int] | None:
    """From when to when these give an area: what joins on to each other, and is now or comes next. The days of what
    is over stand while nothing else comes."""
    found: tuple[int, int] | None = None
    for begins, ends in sorted((each.from_ms, each.until_ms) for each in missions):
        if found is not None and begins <= found[1]:
            found = (found[0], max(found[1], ends))
        elif found is None or found[1] <= now_ms:
            found = (begins, ends)
    return found


def _known_grants(centre: Centre, device: Device) -> dict[str, Grant]:
    with reading(centre.engine) as connection:
        return {each.area: each for each in grants_of(connection, device.regency, device.id)}


def _has_ended(given: Grant | None, agreed: Iterable[_Agreed], now_ms: int) -> bool:
    """Whether a grant ended with another mission, so that the next one goes on. What was given or taken by hand stays
    as it is."""
    return given is not None and given.is_over(now_ms) and given.until_ms in {each.until_ms for each in agreed}


def _is_guest(mission: _Agreed, prefix: str) -> bool:
    return prefix in mission.terms.laptops


def _says(word: LaptopWord | None, mission: _Agreed) -> bool:
    """Whether what was told of a laptop is that it has just these areas for just these times."""
    times = (_instant(mission.from_ms), _instant(mission.until_ms))
    return word is not None and (word.areas, word.begins, word.until) == (mission.terms.areas, *times)


def _laptops(centre: Centre, host: str, mission: _Agreed) -> dict[str, Device]:
    """The active laptops of the guest regency that the mission names, or named before, by their prefix at home. The
    host's own laptops have what an admin ordered."""
    if mission.terms.guest_regency == host:
        return {}
    named = {*mission.terms.laptops, *mission.words}
    at_home = devices(centre, mission.terms.guest_regency)
    return {each.prefix: each for each in at_home if each.prefix in named and not each.is_revoked}


def _news(centre: Centre, host: str, mission: _Agreed, now_ms: int) -> list[OfficeRow]:
    """What is not told yet of the laptops of a mission."""
    if not mission.was_shared:
        return []
    found, laptops = [], _laptops(centre, host, mission)
    named = dict.fromkeys((*mission.terms.laptops, *mission.words))
    for prefix in named:
        word = _word(centre, host, mission, prefix, laptops.get(prefix), now_ms)
        if word != mission.words.get(prefix):
            found.append(_step(host, mission, word, now_ms))
    return found


def _word(centre: Centre, host: str, mission: _Agreed, prefix: str, device: Device | None, now_ms: int) -> LaptopWord:
    before = mission.words.get(prefix)
    if device is None:
        return LaptopWord(prefix, DataKnown.NO_LAPTOP.value)
    is_given = mission.is_sharing and _is_guest(mission, prefix)
    given, seen_ms, holds = _guest(centre, host, device)
    end_ms = mission.until_ms if is_given else min(mission.until_ms, _end_of(before, now_ms))
    known = data_known(
        is_laptop=True, seen_ms=seen_ms, from_ms=mission.from_ms, end_ms=end_ms, now_ms=now_ms, holds=holds
    )
    areas = mission.terms.areas if is_given else ()
    return LaptopWord(prefix, known.value, device.name, given, areas, _instant(mission.from_ms), _instant(end_ms))


def _end_of(word: LaptopWord | None, now_ms: int) -> int:
    """When a laptop lost what it had: now, unless that was told before."""
    if word is None or word.areas or not word.until:
        return now_ms
    return int(datetime.fromisoformat(word.until).timestamp() * 1000)


def _guest(centre: Centre, host: str, device: Device) -> tuple[str, int | None, bool | None]:
    guest = GUEST_PREFIX.c
    query = sa.select(guest.prefix, guest.seen_ms, guest.holds).where(guest.regency == host)
    with reading(centre.engine) as connection:
        row = connection.execute(query.where(guest.home == device.regency, guest.device_id == device.id)).first()
    return (
        ("", None, None) if row is None else (row.prefix, row.seen_ms, None if row.holds is None else bool(row.holds))
    )


def _step(host: str, mission: _Agreed, word: LaptopWord, now_ms: int) -> OfficeRow:
    values = {"mission_id": mission.id, "state": LAPTOP_WORD, "note": laptop_word(word), "at": _instant(now_ms)}
    return OfficeRow(MISSION_STEP.name, host, row_id(now_ms, os.urandom(10)), values)


def _instant(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
