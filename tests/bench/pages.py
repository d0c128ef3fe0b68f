"""Every page after its key, on a laptop amid its campaign: 60,000 residents, 2,000 registrations, 500 cards, and counts
of the obligated in every place: 1.3 million in all.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, product
from pathlib import Path
from typing import Final

from fieldkit.app.desktop import Desktop
from fieldkit.demo.hands import Hands
from fieldkit.demo.laptop import receive
from fieldkit.demo.measured import ROUNDS, walk
from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.national.counts import Source
from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import POPULATION_COUNT
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.cards.printing import print_card
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.known import KnownPeople
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.table.outcomes import note_step
from tests.bench.figures import Figure, at_most, p95
from tests.bench.laptop import DAY, big_list, checked, regions
from tests.bench.window import desktop_on
from tests.laptops import JATI, REGENCY, ZONE, StillClock, add_user, laptop, let_print, registered

RESIDENTS: Final = 60_000
SHIFTS: Final = 4
REGISTRATIONS_EACH: Final = 500
CARDS: Final = 500
OBLIGATED: Final = 1_300_000
_OPENED_AT: Final = time(2, 0)
GOAL_MS: Final = 150
SLOWER_MS: Final = {"coverage": 300}
"""Pages with a goal of their own."""


def page_figures(folder: Path) -> list[Figure]:
    """From the key of a page until what it asks for is shown and painted; everything was written anew before each."""
    store = busy_laptop(folder)
    user, now_utc = store.user, store.clock.now_utc()
    store.close()
    at_once = walked_at_once(folder, user, now_utc)
    store = laptop(folder, StillClock(now_utc))
    store.user = user
    shown: dict[str, list[float]] = defaultdict(list)
    with desktop_on(store, folder) as (desktop, hands), hands.noticing_faults():
        until_made_ahead(desktop, hands)
        for name, took_ms in chain.from_iterable(walk(desktop, hands) for _ in range(ROUNDS + 1)):
            shown[name].append(took_ms)
    return [figure for name, samples in shown.items() for figure in figures_of(name, at_once[name], samples)]


def walked_at_once(folder: Path, user: str, now_utc: datetime) -> dict[str, float]:
    """Milliseconds of each page in a process of its own, in which nothing was imported for anything else."""
    command = [sys.executable, "-m", "tests.bench.pages_app", str(folder), user, now_utc.isoformat()]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {name: float(took_ms) for name, took_ms in map(str.split, run.stdout.splitlines())}


def figures_of(name: str, at_once_ms: float, samples: list[float]) -> list[Figure]:
    """Of somebody who does not let the window rest; the first time after it rested, and every time after that.

    At once, a page is imported and made when its key is pressed; otherwise that is behind it.
    """
    goal = SLOWER_MS.get(name, GOAL_MS)
    return [
        at_most(f"page {name}", p95(samples[1:]), "ms", goal),
        at_most(f"page {name}, first", samples[0], "ms", goal),
        at_most(f"page {name}, at once", at_once_ms, "ms", goal),
    ]


def until_made_ahead(desktop: Desktop, hands: Hands) -> None:
    """Nobody touches anything until all pages are made: seconds after somebody signed in."""
    finished: list[bool] = []
    assert desktop.ahead is not None
    desktop.ahead.finished.connect(lambda: finished.append(True))
    hands.until(lambda: bool(finished), "the pages made ahead")


def busy_laptop(folder: Path) -> Store:
    """A list of the whole city, four shifts in Jati, most of those who came recorded, and cards for a quarter."""
    clock = StillClock(datetime.combine(DAY - timedelta(days=SHIFTS), _OPENED_AT, UTC))
    store = laptop(folder, clock)
    add_user(store, role="admin")
    rows = checked(big_list(folder, RESIDENTS), KnownPeople()).rows
    store.execute(import_list, ImportList("Daftar", DAY, rows, False))
    # The list came from the centre: what waits to be sent is the work of four days.
    receive(store)
    let_print(store)
    store.execute(count_places)
    people = iter(store.query(lambda d: d.rows("SELECT id FROM resident WHERE birth_date < '2001-01-01' ORDER BY id")))
    for day in (DAY - timedelta(days=number) for number in reversed(range(SHIFTS))):
        clock.now = datetime.combine(day, _OPENED_AT, UTC)
        store.execute(lambda unit: unit.meta.put(CURRENT_SHIFT, ""))
        store.execute(open_shift, _session(day, store.user))
        for number in range(REGISTRATIONS_EACH):
            clock.now += timedelta(seconds=40)
            serve(store, number, next(people)[0])
    return store


def count_places(unit: Unit) -> None:
    """Who must have a card, by the own and by the national count, twice a year for three years."""
    levels = (AreaLevel.DISTRICT, AreaLevel.VILLAGE)
    places = [(REGENCY, OBLIGATED)]
    for level in levels:
        below = list(regions().descendants(REGENCY, level))
        places += [(region.code, OBLIGATED // len(below)) for region in below]
    for place, obligated in places:
        for half_year, source in product(range(6), Source):
            day = date(2016 + half_year // 2, 6 * (half_year % 2) + 6, 30).isoformat()
            recorded = obligated * (90 + half_year) // 100 - 50 * (source is Source.NATIONAL)
            told = {"place": place, "source": source, "as_of": day, "obligated": obligated, "recorded": recorded}
            unit.insert(POPULATION_COUNT, REGENCY, **told, at=f"{day}T03:00:00.000Z")


def _session(day: date, lead: str) -> OpenShift:
    who = (Attendant("Rina Wulandari", "admin", lead),)
    place = "Kantor Kelurahan Jati"
    return OpenShift(None, day, "Shift", place, JATI, "09:00", "15:00", ZONE, REGISTRATIONS_EACH, CARDS, who)


def serve(store: Store, number: int, resident: str) -> None:
    """Of ten people one still waits, and one is sent home; of the others every third gets a card, as far as they go."""
    request = registered(store, resident).request_id
    if number % 10 == 9:
        return
    store.execute(note_step, request, Step.FAILED_EQUIPMENT if number % 10 == 8 else Step.RECORDED)
    if number % 10 < 8 and number < 3 * CARDS // SHIFTS and number % 3 == 0:
        store.execute(print_card, request)
