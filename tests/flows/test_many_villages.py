"""A laptop of a large regency: some have more than 800 villages, and a laptop may be given each by its code."""

from __future__ import annotations

from fieldkit.records.tables import RESIDENT
from tests.flows.enrolled import Ground, in_areas, people
from tests.laptops import JATI, add_people

VILLAGES = (JATI, *(f"35.74.{district:02}.{village:04}" for district in range(4, 22) for village in range(2001, 2051)))
"""901: more than any regency has."""
PLACES = (JATI, VILLAGES[450], VILLAGES[-1])


def test_a_laptop_of_nine_hundred_villages_loads_pushes_fetches_and_compares_its_sums(ground: Ground) -> None:
    here, there = in_areas(ground, "here", *VILLAGES), in_areas(ground, "there", *VILLAGES)
    for number, place in enumerate(PLACES):
        add_people(here.store, f"SITI {'ABC'[number]}", village=place)
    assert here.sync().cause is None
    assert there.sync().cause is None
    assert sorted(people(there)) == sorted(people(here))
    assert here.rows(RESIDENT) == there.rows(RESIDENT) == ground.rows(RESIDENT)
    late = in_areas(ground, "late", *VILLAGES)
    assert late.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_village_among_nine_hundred_that_differs_is_found_and_loaded_afresh(ground: Ground) -> None:
    here = in_areas(ground, "here", *VILLAGES)
    for number, place in enumerate(PLACES):
        add_people(here.store, f"SITI {'ABC'[number]}", village=place)
    here.sync()
    here.sync()
    here.store.write_local(lambda database: database.run("UPDATE resident SET name = 'LAIN' WHERE area = ?", PLACES[1]))
    ground.clock.pass_by(hours=12)
    assert here.sync().reloaded == (PLACES[1],)
    assert here.rows(RESIDENT) == ground.rows(RESIDENT)
