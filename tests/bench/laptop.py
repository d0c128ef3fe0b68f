"""Start, search, register and import on one laptop."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import python_calamine

from fieldkit.domain.areas import AreaLevel
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.imported import residents_to_compare
from fieldkit.store.search import search_residents
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list, known_people
from fieldkit.work.lists.dry_run import DryRun, dry_run
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.known import KnownPeople
from fieldkit.work.lists.mapping import guess_mapping
from fieldkit.work.lists.rows import ListPlace, RowReader
from fieldkit.work.practice import invent_people, write_list_xlsx
from tests.bench.asking import BARE, FROM_TREE, asked, usual_start_s
from tests.bench.figures import Figure, at_most, p95, timed, within
from tests.laptops import JATI, KEY, REGENCY, add_user, laptop, opened, registered

RESIDENTS = 200_000
REGISTRATIONS = 1_000
QUERIES = 400
IMPORTS = 3
SEED = 2019
DAY = date(2019, 2, 23)


def regions() -> RegionTable:
    """The region codes."""
    return RegionTable(resources_dir() / "regions")


def big_list(folder: Path, count: int = RESIDENTS) -> Path:
    """A by-name list of invented people of the city."""
    villages = [region.code for region in regions().descendants(REGENCY, AreaLevel.VILLAGE)]
    shares = [(village, 1) for village in villages]
    path = folder / "list.xlsx"
    write_list_xlsx(invent_people(count, seed=SEED, villages=shares, on=DAY), path, regions())
    return path


def checked(path: Path, known: KnownPeople) -> DryRun:
    """The dry run of a list."""
    table = read_rows(path)
    reader = RowReader(guess_mapping(table.header), table.header, ListPlace(regions(), REGENCY, DAY))
    return dry_run(reader.rows(table), row_count=RESIDENTS, known=known)


def full_laptop(folder: Path) -> Store:
    """A laptop that holds 200,000 residents."""
    store = laptop(folder)
    add_user(store)
    found = checked(big_list(folder), KnownPeople())
    store.execute(import_list, ImportList("Daftar", DAY, found.rows, False))
    return store


def import_figures(folder: Path) -> list[Figure]:
    """A list of 200,000 rows: dry run and import against a bare read of the file, each in turn onto a new laptop."""
    path = big_list(folder)
    bare_s, dry_s, import_s = map(
        statistics.median, zip(*(import_round(path, folder / str(number)) for number in range(IMPORTS)), strict=True)
    )
    return [
        within("import dry run", dry_s, "s", bare_s, 2),
        within("import", dry_s + import_s, "s", bare_s, 5),
    ]


def import_round(path: Path, folder: Path) -> tuple[float, float, float]:
    """Seconds of the bare read, of the dry run and of the import."""
    store = laptop(folder)
    add_user(store)
    known = known_people(store.query(residents_to_compare))
    bare_s, dry_s = timed(lambda: bare_read(path)), timed(lambda: checked(path, known))
    rows = checked(path, known).rows
    import_s = timed(lambda: store.execute(import_list, ImportList("Daftar", DAY, rows, False)))
    store.close()
    return bare_s, dry_s, import_s


def bare_read(path: Path) -> int:
    """Every row, by python-calamine alone."""
    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return sum(1 for _ in sheet.iter_rows())


def search_figures(folder: Path) -> list[Figure]:
    """Words typed letter by letter over 200,000 residents."""
    store = full_laptop(folder)
    figure = at_most("search", p95(searches(store)), "ms", 5)
    store.close()
    return [figure]


def searches(store: Store) -> Iterator[float]:
    """Milliseconds of each query."""
    choice = random.Random(SEED)
    names = [row[0] for row in store.query(lambda d: d.rows("SELECT name FROM resident ORDER BY random() LIMIT 200"))]
    for _ in range(QUERIES):
        name = choice.choice(names)
        typed = name[: choice.randint(1, len(name))].lower()
        yield timed(lambda typed=typed: store.query(search_residents, typed, JATI)) * 1000


def register_figures(folder: Path) -> list[Figure]:
    """A walk-in: durable, encrypted, journalled, against one bare encrypted commit of a row of the same size."""
    store = laptop(folder)
    add_user(store)
    opened(store)
    bare = Database(folder / "bare.db", KEY)
    bare.run("CREATE TABLE walk_in (id INTEGER PRIMARY KEY, fields TEXT)")
    row = "x" * 600
    samples, references = [], []
    for _ in range(REGISTRATIONS):
        references.append(timed(lambda: bare_commit(bare, row)) * 1000)
        samples.append(timed(lambda: registered(store)) * 1000)
    store.close()
    bare.close()
    return [within("register", p95(samples), "ms", p95(references), 3)]


def bare_commit(database: Database, row: str) -> None:
    """One durable encrypted commit."""
    with database.transaction():
        database.run("INSERT INTO walk_in (fields) VALUES (?)", row)


def start_figures(folder: Path) -> list[Figure]:
    """From the start of the process to a window that can be worked with, as installed: with its bytecode there."""
    store = full_laptop(folder)
    opened(store)
    store.close()
    whole_s, bare_s = usual_start_s(asked(folder, FROM_TREE, "start", store)), usual_start_s(BARE)
    return [at_most("start", whole_s, "s", 1.0, bare_s)]
