"""Laptops of a team learn from the centre who the others are, and which keys to seal to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fieldkit.host.clock import now_ms
from fieldkit.records.bundle import OF_LAPTOP, box_key
from fieldkit.records.team import TeamLaptop, team_mark
from fieldkit.records.wire import Heartbeat
from fieldkit.server.database import reading
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.heartbeats import note_heartbeat
from fieldkit.server.devices.laptops import devices, revoke
from fieldkit.server.devices.team import news_of_team, team_of
from fieldkit.store.neighbours.team import own_box_key, team_laptops
from fieldkit.store.syncing.exchange import Exchange
from tests.flows.enrolled import Ground, Laptop, ground_at
from tests.laptops import REGENCY

JATI, KEDOPOK = "35.74.03.1004", "35.74.04"


@pytest.fixture
def ground(centre_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(centre_database, tmp_path) as made:
        yield made


def team(laptop: Laptop) -> dict[str, TeamLaptop]:
    """Whom a laptop knows, by prefix."""
    return {each.prefix: each for each in laptop.store.query(team_laptops)}


def laptop_for(ground: Ground, name: str, *areas: str) -> Laptop:
    """A laptop with only these areas."""
    return ground.laptop(name, issue_code(ground.centre, REGENCY, areas=areas, now_ms=now_ms(ground.clock)))


def test_two_laptops_of_one_place_learn_each_others_keys(ground: Ground) -> None:
    one, other = ground.laptop("Meja 1"), laptop_for(ground, "Meja 2", JATI)
    one.sync()
    other.sync()
    known = team(one)["P2"]
    assert (known.name, team(other)["P1"].name) == ("Meja 2", "Meja 1")
    assert known.receiver == other.store.query(own_box_key).public_key().public_bytes_raw().hex()
    secret = bytes.fromhex(other.store.meta.get("device_secret"))
    assert known.receiver == box_key(secret, OF_LAPTOP).public_key().public_bytes_raw().hex()
    assert set(team(one)) == {"P2"}


def test_who_works_elsewhere_or_was_revoked_is_not_of_the_team(ground: Ground) -> None:
    """Invariant 10: a laptop learns of nobody with whom it shares no area."""
    one = laptop_for(ground, "Jati", JATI)
    laptop_for(ground, "Kedopok", KEDOPOK)
    gone = ground.laptop("Hilang")
    one.sync()
    assert set(team(one)) == {"P3"}
    device = Exchange(gone.store).connection().device_id
    assert revoke(ground.centre, REGENCY, device, now_ms=now_ms(ground.clock))
    one.sync()
    assert team(one) == {}


def test_the_team_is_told_only_where_it_is_not_known_and_never_to_who_does_not_ask(ground: Ground) -> None:
    one = ground.laptop("Meja 1")
    ground.laptop("Meja 2")
    at_ms, (device, _) = now_ms(ground.clock), devices(ground.centre, REGENCY)

    def news(**told: object) -> list[TeamLaptop] | None:
        beat = {"waiting": 0, "version": "1", "clock_ms": 1, **told}
        with reading(ground.centre.engine) as connection:
            return news_of_team(connection, device, msgspec.json.encode(beat).decode(), at_ms)

    with reading(ground.centre.engine) as connection:
        here = team_of(connection, device, at_ms)
    assert news(team="") == here
    assert news(team=team_mark(here)) is None
    assert news() is None
    one.sync()
    assert one.store.query(lambda database: team_mark(team_laptops(database))) == team_mark(here)


def test_a_key_that_is_none_is_not_kept(ground: Ground) -> None:
    one = ground.laptop("Meja 1")
    ground.laptop("Meja 2")
    _, device = devices(ground.centre, REGENCY)
    for key in ("", "zz", "AB" * 32, "ab" * 33):
        beat = Heartbeat(waiting=0, version="1", clock_ms=1, receiver=key)
        note_heartbeat(ground.centre, device, msgspec.json.encode(beat).decode(), 7)
        one.sync()
        assert team(one)["P2"].receiver == ""
