"""Somebody asks which data are kept of them, or for a correction; what came of it is said by steps."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.areas import office_of
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.privacy.data_request import (
    DataRequestKind,
    DataRequestState,
    DataRequestWay,
    Ground,
    answers_to,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import DATA_REQUEST, DATA_REQUEST_STEP
from fieldkit.store.queries.data_requests.requests import DataRequest, data_request
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.instants import behind, instant
from fieldkit.work.inverse import Inverse
from fieldkit.work.places import place_of
from fieldkit.work.table.looks import Look, Seen, note_look


@dataclass(frozen=True, slots=True)
class AskData:
    """Who asks for what, of whose data, and how."""

    resident_id: str | None
    kind: DataRequestKind | None
    asked_by: str
    way: DataRequestWay | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EndRequest:
    """What came of a request; a refusal has its ground."""

    request_id: str
    state: DataRequestState
    note: str = ""
    ground: Ground | None = None


def ask_data(unit: Unit, command: AskData) -> str:
    """Write a request, from when on the three days run; returns its id."""
    require_planner(unit)
    problems = [each for each in (_kind_problem(command), _asker_problem(command), _person_problem(command)) if each]
    if problems:
        raise RuleError(*problems)
    area = place_of(unit, command.resident_id) if command.resident_id else None
    return unit.insert(
        DATA_REQUEST,
        area or office_of(unit.meta.regency),
        resident_id=command.resident_id,
        kind=command.kind,
        asked_by=" ".join(command.asked_by.split()),
        way=command.way,
        note=command.note.strip() or None,
        at=instant(unit.now_utc),
    )


def end_request(unit: Unit, command: EndRequest) -> str:
    """Say what came of an open request; returns the request, which `reopen_request` opens again."""
    require_planner(unit)
    asked = _the_open(unit, command.request_id)
    if command.state not in (*answers_to(DataRequestKind(asked.kind)), DataRequestState.WITHDRAWN):
        raise RuleError(Problem("state", "no_answer", text("Permintaan ini dijawab dengan cara lain.")))
    if command.state is DataRequestState.REFUSED and command.ground is None:
        raise RuleError(Problem("ground", "no_ground", text("Alasan menolak belum dipilih.")))
    told = ": ".join(filter(None, (command.ground or "", command.note.strip())))
    _step(unit, asked, command.state, told)
    return asked.id


def reopen_request(unit: Unit, request_id: str) -> Inverse[EndRequest] | None:
    """The last step was a mistake: the request is open again, and its three days run on from when it was asked.

    Returns what ends it again as it had been ended; None where it was open already.
    """
    require_planner(unit)
    asked = unit.query(data_request, request_id, unit.now_utc)
    if asked is None or asked.is_open:
        return None
    _step(unit, asked, DataRequestState.REOPENED, "")
    return Inverse(end_request, _ended_before(asked))


def _ended_before(asked: DataRequest) -> EndRequest:
    ground, _, note = asked.said.partition(": ")
    if asked.state is DataRequestState.REFUSED and ground in set(Ground):
        return EndRequest(asked.id, asked.state, note, Ground(ground))
    return EndRequest(asked.id, asked.state, asked.said)


def note_extract(unit: Unit, request_id: str) -> None:
    """Everything that is kept of the person leaves the laptop: who gave it, of whom and when (F-P5)."""
    require_planner(unit)
    asked = unit.query(data_request, request_id, unit.now_utc)
    if asked is not None and asked.resident_id:
        note_look(unit, Look(asked.resident_id, Seen.EXTRACT))


def _the_open(unit: Unit, request_id: str) -> DataRequest:
    asked = unit.query(data_request, request_id, unit.now_utc)
    if asked is None or not asked.is_open:
        raise RuleError(Problem("state", "not_open", text("Permintaan ini tidak terbuka lagi. Muat ulang daftarnya.")))
    return asked


def _step(unit: Unit, asked: DataRequest, state: DataRequestState, note: str) -> None:
    said = {"request_id": asked.id, "state": state, "note": note or None}
    newest = unit.value("SELECT max(at) FROM data_request_step WHERE request_id = ?", asked.id)
    unit.insert(DATA_REQUEST_STEP, asked.area, **said, at=behind(newest, unit.now_utc))


def _kind_problem(command: AskData) -> Problem | None:
    return None if command.kind else Problem("kind", "no_kind", text("Pilih apa yang diminta."))


def _asker_problem(command: AskData) -> Problem | None:
    if command.asked_by.strip():
        return None
    return Problem("asked_by", "nobody_asks", text("Tulis siapa yang meminta."))


def _person_problem(command: AskData) -> Problem | None:
    """Whose data it is about; somebody who is in no list yet is told so, by a refusal."""
    if command.resident_id or command.note.strip():
        return None
    return Problem("note", "no_person", text("Cari orangnya, atau tulis di catatan data siapa yang diminta."))
