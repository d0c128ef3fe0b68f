"""Invariant 4: batches repeated, cut, lost and reordered give the same state."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, NOW_MS, PROBOLINGGO, Clock, Pen, resident
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.records.wire import Push, PushReply
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import Device
from fieldkit.server.intake.push import receive
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.writing import OfficeRow, add_user, put_office_rows
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import CASE, DEVICE, DEVICE_GRANT, FIELD_HISTORY, METADATA, ORIGIN
from fieldkit.server.trouble import TroubleError

PEOPLE = ("person-1", "person-2")
LATE = "person-of-the-second"
"""Inserted by the second laptop; the others edit it unseen, perhaps before it arrives."""
LAPTOPS = 3

_edit = st.tuples(
    st.sampled_from([*PEOPLE, LATE]), st.sampled_from(["phone", "address", "remarks"]), st.sampled_from(["x", "y", "z"])
)
_work = st.lists(st.lists(_edit, min_size=1, max_size=5), min_size=LAPTOPS, max_size=LAPTOPS)
_step = st.tuples(st.integers(0, LAPTOPS - 1), st.integers(0, 8), st.integers(0, 8), st.booleans())
_weather = st.lists(_step, max_size=25)


@dataclass
class Hall:
    """A centre, and three laptops that worked apart."""

    centre: Centre
    pens: list[Pen]
    acknowledged: list[int] = field(default_factory=lambda: [0] * LAPTOPS)

    def send(self, laptop: int, batch: Push) -> PushReply | None:
        """Hand a batch in; None where it does not continue what is held."""
        device = Device(PROBOLINGGO, f"device-{laptop}", "x", f"P{laptop + 1}", 1, None)
        try:
            return receive(self.centre, device, batch, NOW_MS)
        except TroubleError as error:
            if error.body.code != "chain":
                raise
            return None

    def send_the_rest(self, laptop: int) -> None:
        """Hand in what was not acknowledged."""
        pen = self.pens[laptop]
        if self.acknowledged[laptop] < len(pen.journal):
            assert self.send(laptop, pen.batch(self.acknowledged[laptop] + 1)) is not None

    def step(self, laptop: int, first: int, last: int, is_lost: bool) -> None:
        """Hand in some range, perhaps again, perhaps too early; the answer may be lost."""
        pen = self.pens[laptop]
        first, last = 1 + first % len(pen.journal), 1 + last % len(pen.journal)
        if first <= last:
            reply = self.send(laptop, pen.batch(first, last))
            if reply is not None and not is_lost:
                self.acknowledged[laptop] = max(self.acknowledged[laptop], reply.receipt.number)

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row, without the order in which it came."""
        names = ("resident", "incident")
        with reading(self.centre.engine) as connection:
            return {
                name: sorted(map(tuple, connection.execute(_values(METADATA.tables[name]))), key=repr) for name in names
            }

    def losers(self) -> set[tuple[str, ...]]:
        """Values that another took the place of."""
        with reading(self.centre.engine) as connection:
            history = FIELD_HISTORY.c
            return set(map(tuple, connection.execute(sa.select(history.row, history.field, history.value))))


def _values(table: sa.Table) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(
        *(column for column in table.c if column.name not in ("version", "own_only", "field_marks", "origin"))
    )


@contextmanager
def hall(template: Path, folder: Path, pens: Sequence[Pen]) -> Iterator[Hall]:
    """A fresh centre that knows two people and the laptops."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        path = Path(own) / "centre.sqlite"
        shutil.copyfile(template, path)
        centre = open_centre(f"sqlite:///{path}")
        try:
            _open(centre)
            yield Hall(centre, list(pens))
        finally:
            centre.close()


def _open(centre: Centre) -> None:
    add_regency(centre, PROBOLINGGO, "Kota Probolinggo")
    add_user(centre, PROBOLINGGO, name="Rina", role="lead", now_ms=NOW_MS, user_id="lead")
    people = [OfficeRow("resident", JATI, person, resident(phone="x")) for person in PEOPLE]
    # Before the laptops went out: no stamp of theirs is behind what they saw.
    put_office_rows(centre, PROBOLINGGO, people, now_ms=NOW_MS - 60_000)
    with writing(centre.engine) as connection:
        for laptop in range(LAPTOPS):
            _enrol(connection, laptop)


def _enrol(connection: sa.Connection, laptop: int) -> None:
    key = {"regency": PROBOLINGGO, "device_id": f"device-{laptop}", "area": PROBOLINGGO, "from_ms": 0}
    connection.execute(DEVICE_GRANT.insert(), key)
    device = {
        "regency": PROBOLINGGO,
        "id": f"device-{laptop}",
        "name": "x",
        "token_hash": str(laptop),
        "public_key": "",
    }
    connection.execute(DEVICE.insert(), device | {"prefix": f"P{laptop + 1}", "incarnation": 1})


def written(work: Sequence[Sequence[tuple[str, str, str]]], *, field_of: str = "") -> list[Pen]:
    """The journals of the laptops: facts and edits, all made on what stood at the beginning."""
    pens = []
    for laptop, edits in enumerate(work):
        pen = Pen(f"3574-P{laptop + 1}.1", "lead", Clock(NOW_MS - 1000 + laptop))
        shown: dict[tuple[str, str], str] = {(person, "phone"): "x" for person in PEOPLE}
        if laptop == 1:
            pen.insert("resident", resident(), row=LATE)
        for person, chosen, value in edits:
            name = field_of or chosen
            pen.insert("incident", {"shift_id": "s", "kind": "power", "began_at": AT, "at": AT})
            # A laptop sends what changed only.
            if shown.get((person, name)) != value:
                shown[person, name] = value
                pen.edit("resident", person, seen=3, **{name: value})
        pens.append(pen)
    return pens


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hall")


_some = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@_some
@given(work=_work, weather=_weather, order=st.permutations(range(LAPTOPS)))
def test_the_state_is_the_same_in_any_weather(
    sqlite_template: Path, folder: Path, work: Any, weather: Any, order: Sequence[int]
) -> None:
    pens = written(work)
    with hall(sqlite_template, folder, pens) as calm:
        for laptop in range(LAPTOPS):
            calm.send_the_rest(laptop)
        expected = calm.state()
    with hall(sqlite_template, folder, pens) as stormy:
        for step in weather:
            stormy.step(*step)
        for laptop in order:
            stormy.send_the_rest(laptop)
        assert stormy.state() == expected
        with reading(stormy.centre.engine) as connection:
            for pen in pens:
                assert is_whole(connection, (PROBOLINGGO, pen.origin))
                held = connection.scalar(sa.select(ORIGIN.c.held_number).where(ORIGIN.c.origin == pen.origin))
                assert held == len(pen.journal)


@_some
@given(work=_work, order=st.permutations(range(LAPTOPS)))
def test_the_same_answer_comes_however_often_it_is_asked_for(
    sqlite_template: Path, folder: Path, work: Any, order: Sequence[int]
) -> None:
    with hall(sqlite_template, folder, written(work)) as there:
        first = {laptop: there.send(laptop, there.pens[laptop].batch(1)) for laptop in order}
        before = there.state()
        last = order[-1]
        again = there.send(last, there.pens[last].batch(1))
        # Whether nobody else was at work meanwhile is told once only: afterwards a laptop has to ask.
        assert again == msgspec.structs.replace(first[last], as_sent=False)
        assert there.state() == before


@_some
@given(work=_work, order=st.permutations(range(LAPTOPS)), is_weighty=st.booleans())
def test_no_value_is_lost_silently(
    sqlite_template: Path, folder: Path, work: Any, order: Sequence[int], is_weighty: bool
) -> None:
    pens = written(work, field_of="nik" if is_weighty else "phone")
    with hall(sqlite_template, folder, pens) as there:
        for laptop in order:
            there.send_the_rest(laptop)
        kept = (
            there.losers()
            | set(_contested(there.centre))
            | set(_current(there.centre, "nik" if is_weighty else "phone"))
        )
    for pen in pens:
        for person, name, value in _last_words(pen):
            assert (person, name, value) in kept


def _last_words(pen: Pen) -> set[tuple[str, str, str]]:
    """What a laptop said last of each field: what it replaced itself is no loss."""
    last: dict[tuple[str, str], str] = {}
    for change in pen.journal:
        table, row = msgspec.json.decode(change.header)[6:8]
        if table == "resident":
            fields = msgspec.json.decode(change.fields, type=dict[str, Any])
            last.update({(row, name): value for name, value in fields.items() if name in ("phone", "nik")})
    return {(row, name, msgspec.json.encode(value).decode()) for (row, name), value in last.items()}


def _current(centre: Centre, name: str) -> list[tuple[str, str, str]]:
    column = METADATA.tables["resident"].c
    with reading(centre.engine) as connection:
        found = connection.execute(sa.select(column.id, column[name]))
        return [(row, name, msgspec.json.encode(value).decode()) for row, value in found]


def _contested(centre: Centre) -> Iterator[tuple[str, str, str]]:
    with reading(centre.engine) as connection:
        for row, details in connection.execute(sa.select(CASE.c.row, CASE.c.details)):
            for name, both in msgspec.json.decode(details)["fields"].items():
                for side in ("current", "proposed"):
                    yield row, name, msgspec.json.encode(both[side]).decode()
