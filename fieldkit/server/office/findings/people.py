"""People of one number, people recorded twice, and what was said of two rows being one person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.contradiction import (
    CaseKind,
    CaseState,
    Contradiction,
    recorded_twice,
)
from fieldkit.domain.national.file import TAKEN_BACK
from fieldkit.domain.national.status import NationalStatus
from fieldkit.domain.people.same_person import Identity, Link, disagreeing, disputed, links_by_rule, shown_ids
from fieldkit.domain.requests.service import Reason
from fieldkit.server.office.findings.window import Row, Window, areas_of
from fieldkit.server.office.links import links_of
from fieldkit.server.schema import IS_RECORDED, METADATA

_REQUEST: Final = METADATA.tables["service_request"].c
_STEP: Final = METADATA.tables["request_step"]
_STATUS: Final = METADATA.tables["national_status"].c
_FILE: Final = METADATA.tables["national_file"].c
_RESIDENT: Final = METADATA.tables["resident"]
_LINK: Final = METADATA.tables["same_person_link"].c
_CASE: Final = METADATA.tables["case_file"].c


def same_numbers(window: Window) -> None:
    """People who share a NIK and are not one person, and the links of those who are by rule."""
    people = _people_of_numbers(window, {*_shared_numbers(window), *_numbers_of_open_cases(window)})
    rows = {row.id: row for row in people}
    known = [Identity(row.id, row.nik, row.name, row.birth_date or "") for row in people]
    groups = [Contradiction(CaseKind.SAME_NUMBER, members[0], members) for members in disagreeing(known)]
    window.note(CaseKind.SAME_NUMBER, rows, groups, areas_of(people))
    said = {link.pair for link in _links(window, rows)}
    for pair in links_by_rule(known):
        if frozenset(pair) not in said:
            window.found.links[pair] = rows[pair[0]].area


def _shared_numbers(window: Window) -> Iterator[str]:
    """NIKs of new or edited people that somebody else has too."""
    one, other = _RESIDENT.alias(), _RESIDENT.alias()
    both = sa.and_(other.c.regency == one.c.regency, other.c.nik == one.c.nik, other.c.id != one.c.id)
    query = sa.select(one.c.nik).distinct().select_from(one.join(other, both))
    yield from window.connection.scalars(query.where(window.is_new(one.c), one.c.nik.is_not(None)))


def _numbers_of_open_cases(window: Window) -> Iterator[str]:
    """NIKs of everybody in an open case of which a row was edited: it may have no ground any more."""
    columns = _RESIDENT.c
    edited = set(window.values(columns.id, sa.and_(window.is_new(columns), columns.own_only == 0)))
    if not edited:
        return
    query = sa.select(_CASE.members).where(_CASE.regency == window.regency, _CASE.kind == CaseKind.SAME_NUMBER)
    for members in window.connection.scalars(query.where(_CASE.state == CaseState.OPEN)):
        ids = set(msgspec.json.decode(members, type=list[str]))
        if ids & edited:
            window.found.subjects |= {(CaseKind.SAME_NUMBER.value, each) for each in ids}
            yield from (nik for (nik,) in window.among(columns.id, ids, columns.nik) if nik)


def _people_of_numbers(window: Window, niks: set[str]) -> list[Row]:
    columns = _RESIDENT.c
    condition = sa.and_(columns.nik.is_not(None), window.bulk.among(columns.nik, niks))
    query = sa.select(columns.id, columns.nik, columns.name, columns.birth_date, columns.area)
    return list(window.connection.execute(query.where(columns.regency == window.regency, condition))) if niks else []


def recordings(window: Window) -> None:
    """People who were recorded twice, under whichever of their rows, and rows that are one person to some only."""
    people = set(_newly_recorded(window))
    for column in (_LINK.resident_id, _LINK.other_id):
        people |= set(window.values(column, window.is_new(_LINK)))
    links = _links(window, people)
    people |= {row for link in links for row in link.pair}
    rows = _recorded(window, people)
    found = recorded_twice(((row.id, row.resident_id) for row in rows), shown_ids(links))
    window.note(CaseKind.RECORDED_TWICE, people, found, areas_of(rows))
    pairs = {link.id: " ".join(sorted(link.pair)) for link in links}
    groups = [Contradiction(CaseKind.SAME_PERSON, pairs[members[0]], members) for members in disputed(links)]
    window.note(CaseKind.SAME_PERSON, pairs.values(), groups, {})


def _newly_recorded(window: Window) -> Iterator[str]:
    """Residents whose recording, or its taking back, or whose request is new."""
    step, request = _STEP.c, _REQUEST
    of_request = sa.and_(request.regency == step.regency, request.id == step.request_id)
    is_told = sa.or_(IS_RECORDED, step.corrects_id.is_not(None))
    query = sa.select(request.resident_id).distinct().where(of_request)
    yield from window.connection.scalars(query.where(window.is_new(step), is_told))
    yield from window.connection.scalars(query.where(window.is_new(request), IS_RECORDED))


def _recorded(window: Window, people: Collection[str]) -> list[Row]:
    """Requests of these residents that were recorded, and not by mistake; a wanted second recording is none, nor
    one whose record was deleted at the national centre since: the person was called back for the next (F-R4)."""
    step, later = _STEP.c, _STEP.alias().c
    taken_back = sa.exists().where(later.regency == step.regency, later.corrects_id == step.id)
    of_request = sa.and_(step.regency == _REQUEST.regency, step.request_id == _REQUEST.id)
    query = sa.select(_REQUEST.id, _REQUEST.resident_id, _REQUEST.area).distinct()
    query = query.where(_REQUEST.regency == window.regency, window.bulk.among(_REQUEST.resident_id, people))
    query = query.where(of_request, IS_RECORDED, ~taken_back, _REQUEST.reason != Reason.RE_RECORDING)
    query = query.where(~_was_deleted(step.at))
    return list(window.connection.execute(query)) if people else []


def _links(window: Window, people: Iterable[str]) -> list[Link]:
    return links_of(window.connection, window.bulk, window.regency, people)


def _was_deleted(recorded_at: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Whether a file that nobody took back says that the record of a request was deleted after it was made."""
    against = sa.exists().where(
        _FILE.regency == _STATUS.regency, _FILE.kind == TAKEN_BACK, _FILE.source == _STATUS.file_id
    )
    return sa.exists().where(
        _STATUS.regency == _REQUEST.regency,
        _STATUS.resident_id == _REQUEST.resident_id,
        _STATUS.status == NationalStatus.DELETED_AT_CENTRE.value,
        _STATUS.as_of > sa.func.substr(recorded_at, 1, 10),
        ~against,
    )
