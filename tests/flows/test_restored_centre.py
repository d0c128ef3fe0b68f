"""A centre that is put back to an earlier day is noticed, and gets back from the laptops what it lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from litestar.testing import TestClient

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.server.centre import open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.keeping.backup import back_up, restore
from fieldkit.server.keeping.restoration import confirm
from fieldkit.store.unit import Unit
from fieldkit.sync.progress import Step
from tests.flows.enrolled import URL, Ground, Laptop, ground_at
from tests.laptops import add_people
from tests.postgres_cluster import MIGRATIONS


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    upgrade(url, MIGRATIONS)
    with ground_at(url, tmp_path) as ground:
        yield ground


def restored(ground: Ground, backup: Path, *laptops: Laptop) -> Ground:
    """The centre as the backup held it, under the address of before."""
    url = f"sqlite:///{ground.folder / 'restored.sqlite'}"
    restore(url, backup, MIGRATIONS, now_ms=now_ms(ground.clock))
    centre = open_centre(url)
    ground.open.callback(centre.close)
    app = build_app(centre, clock=lambda: now_ms(ground.clock))
    client = ground.open.enter_context(TestClient(app, base_url=URL))
    for laptop in laptops:
        laptop.line.centre = client._transport
    return replace(ground, centre=centre, transport=client._transport)


def change(laptop: Laptop, person: str, **values: str) -> None:
    def verb(unit: Unit) -> None:
        unit.update(RESIDENT, person, **values)

    laptop.store.execute(verb)


def test_centre_restored_while_versions_are_re_used(ground: Ground) -> None:
    """Invariant 5: numbers that were given before the restore mean other rows after it, and nothing is lost."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    first, second = add_people(ani.store, "SITI NURAINI", "DEWI LESTARI", on_list=False)
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    back_up(str(ground.centre.engine.url), ground.folder / "backup")
    add_people(ani.store, "HANYA DI ANI", on_list=False)
    change(ani, first, phone="081234901111")
    change(ani, second, name="DEWI LESTARY")
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    change(budi, first, address="Jl. Ikan Hiu 2")
    ground.clock.pass_by(hours=1)

    after = restored(ground, ground.folder / "backup", ani, budi)
    add_people(budi.store, "HANYA DI BUDI", on_list=False)
    change(budi, second, remarks="Datang sore")
    assert budi.sync().failed_step is Step.FETCH
    assert confirm(after.centre)
    for laptop in (budi, ani, budi, ani):
        assert laptop.sync().all_sent

    assert ani.rows(RESIDENT) == budi.rows(RESIDENT) == after.rows(RESIDENT)
    told = {str(row[0]): str(row) for row in ani.rows(RESIDENT)}
    assert "081234901111" in told[first]
    assert "Jl. Ikan Hiu 2" in told[first]
    assert "DEWI LESTARY" in told[second]
    assert "Datang sore" in told[second]
    assert len(told) == 4


def test_a_version_of_before_the_restore_claims_to_have_seen_nothing(ground: Ground) -> None:
    """Invariant 6: a name that was given meanwhile is not lost under a number that was given twice."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    back_up(str(ground.centre.engine.url), ground.folder / "backup")
    (person,) = add_people(ani.store, *[f"WARGA {number}" for number in range(20)], "DEWI LESTARI", on_list=False)[-1:]
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    change(budi, person, remarks="Datang sore")
    assert budi.sync().all_sent
    for number in range(10):
        change(budi, person, remarks=f"Datang sore {number}")
        assert budi.sync().all_sent
    ground.clock.pass_by(hours=1)

    after = restored(ground, ground.folder / "backup", ani, budi)
    change(ani, person, name="DEWI LESTARY")
    ani.sync()
    budi.sync()
    change(budi, person, name="DEWI LASTARI")
    outcome = budi.sync()
    assert [exception.reason for exception in outcome.exceptions] == ["weighty"]
    assert confirm(after.centre)
    for laptop in (ani, budi):
        assert laptop.sync().all_sent
    assert ani.rows(RESIDENT) == budi.rows(RESIDENT) == after.rows(RESIDENT)
