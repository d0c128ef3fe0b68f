"""Pieces of a carried file: what continues is kept, what is unsound is refused, one laptop has nothing of another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.host.clock import now_ms
from fieldkit.records.relay import CarriedPiece, CarriedReply, digest_of
from fieldkit.server.database import writing
from fieldkit.server.devices.laptops import Device, devices
from fieldkit.server.intake import pieces
from fieldkit.server.intake.bundles import Taken
from fieldkit.server.intake.pieces import KEPT_MS, take_piece
from fieldkit.server.schema import REGENCY as REGENCY_TABLE
from fieldkit.server.trouble import TroubleError
from fieldkit.sync.bundle import make_bundle
from tests.flows.enrolled import Ground, ground_at
from tests.laptops import REGENCY, add_people

CONTENT = bytes(range(250)) * 4
WHOLE = CarriedPiece(digest=digest_of(CONTENT), size=len(CONTENT), start=0, content=CONTENT)


@pytest.fixture
def ground(centre_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(centre_database, tmp_path) as made:
        made.laptop("Meja ketua")
        made.laptop("Meja 2")
        yield made


def lead(ground: Ground) -> Device:
    """The laptop that carries."""
    return devices(ground.centre, REGENCY)[0]


def put(ground: Ground, content: bytes, start: int = 0, whole: bytes = CONTENT, **other: object) -> CarriedReply:
    """Bytes of a file from one on."""
    piece = CarriedPiece(digest=digest_of(whole), size=len(whole), start=start, content=content)
    return take_piece(ground.centre, lead(ground), msgspec.structs.replace(piece, **other), now_ms(ground.clock))


def kept(ground: Ground) -> int:
    """How many pieces the centre keeps."""
    with ground.centre.engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM bundle_piece")).scalar_one())


def test_pieces_are_kept_in_order_and_once(ground: Ground) -> None:
    """Invariant 4: repeated, cut and reordered they give the same file."""
    assert put(ground, b"").held == 0
    assert put(ground, CONTENT[:300]).held == 300
    assert put(ground, CONTENT[:300]).held == 300
    assert put(ground, CONTENT[600:900], 600).held == 300
    assert put(ground, CONTENT[300:600], 300).held == 600
    assert kept(ground) == 2


def test_a_whole_file_that_is_no_bundle_or_not_what_its_name_says_is_refused_with_a_reason(ground: Ground) -> None:
    assert put(ground, CONTENT) == CarriedReply(held=len(CONTENT), refusal="kind")
    other = put(ground, CONTENT, digest="ab" * 16)
    assert other == CarriedReply(held=len(CONTENT), refusal="damaged")


def test_a_bundle_in_any_cut_arrives_once_and_is_answered_however_often_it_is_asked_for(ground: Ground) -> None:
    table = ground.laptop("Meja 3")
    add_people(table.store, "SITI NURAINI")
    content = make_bundle(table.store).content
    for start in range(0, len(content), 700):
        reply = put(ground, content[start : start + 700], start, content)
    assert reply.receipt.startswith(b"FIELDKIT-RECEIPT")
    assert put(ground, b"", len(content), content).receipt.startswith(b"FIELDKIT-RECEIPT")
    with ground.centre.engine.connect() as connection:
        held = connection.execute(sa.text("SELECT held_number FROM origin WHERE origin = '3574-P3.1'")).scalar_one()
    assert held == table.store.meta.last_number


def test_a_file_that_was_taken_in_is_not_worked_through_again_in_the_same_epoch(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, taken, take = ground.laptop("Meja 3"), [], pieces.take_bundle
    add_people(table.store, "SITI NURAINI")
    content = make_bundle(table.store).content

    def watched(*given: Any) -> Taken:
        taken.append(take(*given))
        return taken[-1]

    monkeypatch.setattr(pieces, "take_bundle", watched)
    first = put(ground, content, 0, content)
    for _ in range(3):
        assert put(ground, content, 0, content) == put(ground, b"", len(content), content) == first
    assert len(taken) == 1
    with writing(ground.centre.engine) as connection:
        connection.execute(REGENCY_TABLE.update().values(epoch=2))
    assert put(ground, b"", len(content), content).receipt == taken[1].receipt != first.receipt


def test_pieces_of_one_laptop_are_not_those_of_another(ground: Ground) -> None:
    put(ground, CONTENT[:300])
    _, other = devices(ground.centre, REGENCY)
    asked = msgspec.structs.replace(WHOLE, content=b"")
    assert take_piece(ground.centre, other, asked, now_ms(ground.clock)).held == 0


def test_pieces_that_nobody_came_back_for_are_forgotten(ground: Ground) -> None:
    put(ground, CONTENT[:300])
    ground.clock.pass_by(seconds=KEPT_MS / 1000 + 1)
    assert put(ground, b"").held == 0
    assert kept(ground) == 0


def test_pieces_of_a_laptop_that_never_came_back_are_forgotten_once_another_pushes(ground: Ground) -> None:
    put(ground, CONTENT[:300])
    ground.clock.pass_by(seconds=KEPT_MS / 1000 + 1)
    worker = ground.laptop("Meja 3")
    add_people(worker.store, "SITI AMINAH")
    worker.sync()
    assert kept(ground) == 0


def test_a_laptop_can_not_fill_the_centre_with_files_that_never_end(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "MOST_HELD_BYTES", 700)
    assert put(ground, CONTENT[:300]).held == 300
    assert put(ground, CONTENT[:300], digest="ab" * 16).held == 300
    with pytest.raises(TroubleError) as told:
        put(ground, CONTENT[:300], digest="cd" * 16)
    assert (told.value.status, kept(ground)) == (413, 2)
    ground.clock.pass_by(seconds=KEPT_MS / 1000 + 1)
    assert put(ground, CONTENT[:300], digest="cd" * 16).held == 300


@pytest.fixture
def sqlite_ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        made.laptop("Meja ketua")
        yield made


def test_what_makes_no_sense_is_refused_and_nothing_is_kept(sqlite_ground: Ground) -> None:
    numbers = st.integers(-(1 << 63), (1 << 63) - 1)

    @settings(deadline=None)
    @given(digest=st.text(max_size=40), size=numbers, start=numbers)
    def is_refused(digest: str, size: int, start: int) -> None:
        piece = CarriedPiece(digest=digest, size=size, start=start, content=b"x")
        with pytest.raises(TroubleError) as told:
            take_piece(sqlite_ground.centre, lead(sqlite_ground), piece, 1)
        assert told.value.status in (400, 413)

    is_refused()
    for wrong in ({"size": -1}, {"start": -1}, {"start": 1}, {"size": 1 << 40}, {"digest": "AB" * 16}, {"digest": ""}):
        with pytest.raises(TroubleError):
            put(sqlite_ground, CONTENT, **wrong)
    assert kept(sqlite_ground) == 0
