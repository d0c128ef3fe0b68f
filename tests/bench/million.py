"""A laptop that holds 1.4 million residents, as a stress case: what its app takes of the memory, how fast it finds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from fieldkit.demo.laptop import receive
from fieldkit.domain.areas import AreaLevel
from fieldkit.records.tables import RESIDENT, TARGET_LIST
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.practice import InventedPerson, invent_people
from tests.bench.asking import FROM_TREE, asked, said
from tests.bench.figures import Figure, at_most, p95
from tests.bench.laptop import DAY, SEED, regions, searches
from tests.bench.window import typed_names
from tests.laptops import REGENCY, StillClock, add_user, laptop, opened

PEOPLE: Final = 1_400_000
MEMORY_MB: Final = 250
_AT_ONCE: Final = 100_000
_COMMAND_ROWS: Final = 500


def million_figures(folder: Path) -> list[Figure]:
    """Search without the window, then the app by itself on a tour of all pages, then names typed letter by letter."""
    store = crowded_laptop(folder)
    user = store.user
    search = p95(searches(store))
    store.close()
    memory_mb = int(said(asked(folder, FROM_TREE, "memory", store))) / 1e6
    typed = p95(typed_names(laptop(folder), user, folder))
    return [
        at_most("memory, 1.4 million", memory_mb, "MB", MEMORY_MB),
        at_most("search, 1.4 million", search, "ms", 16),
        at_most("keystroke, 1.4 million", typed, "ms", 30),
    ]


def crowded_laptop(folder: Path, count: int = PEOPLE) -> Store:
    """A list of the whole city, as it came from the centre the day before, and an open shift."""
    clock = StillClock()
    clock.pass_by(days=-1)
    store = laptop(folder, clock)
    add_user(store, role="admin")
    villages = [(region.code, 1) for region in regions().descendants(REGENCY, AreaLevel.VILLAGE)]
    people = invent_people(count, seed=SEED, villages=villages, on=DAY)
    named = {"name": "Daftar", "as_of": DAY.isoformat(), "imported_at": f"{DAY.isoformat()}T02:00:00.000Z"}
    list_id = store.execute(lambda unit: unit.insert(TARGET_LIST, REGENCY, **named, row_count=count, reduced=0))
    while some := list(islice(people, _AT_ONCE)):
        store.execute(take_in, some, list_id)
        receive(store)
    clock.pass_by(days=1)
    opened(store)
    return store


def take_in(unit: Unit, people: Sequence[InventedPerson], list_id: str) -> None:
    """All of them, some to a command."""
    rows = ((person.village_code, _values(person, list_id)) for person in people)
    while some := list(islice(rows, _COMMAND_ROWS)):
        unit.next_command()
        unit.insert_many(RESIDENT, some)


def _values(person: InventedPerson, list_id: str) -> dict[str, Any]:
    return {
        "nik": person.nik,
        "kk": person.kk,
        "name": person.name,
        "birth_place": person.birth_place,
        "birth_date": person.birth_date.isoformat(),
        "sex": str(person.sex),
        "marital": str(person.marital),
        "village": person.village_code,
        "address": person.address,
        "rt": person.rt,
        "rw": person.rw,
        "phone": person.phone,
        "list_id": list_id,
    }
