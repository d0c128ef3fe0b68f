"""200,000 residents from a real centre into a new laptop, encrypted and searchable."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fieldkit.records.tables import RESIDENT
from fieldkit.store.database import Database
from fieldkit.store.search import search_residents
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.known import KnownPeople
from tests.bench.figures import Figure, at_most, timed, within
from tests.bench.laptop import DAY, RESIDENTS, big_list, checked
from tests.bench.syncing import enrolled, newly_enrolled, prepared, served, timed_round
from tests.laptops import JATI, KEY
from tests.postgres_cluster import durable_cluster

_COLUMNS = ("id", "regency", "area", "version", *RESIDENT.column_names)


def first_load_figures(folder: Path) -> list[Figure]:
    """One laptop brings a list to the centre; the next one gets it in its first round."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        url = cluster.fresh_database().render_as_string(hide_password=False)
        codes, user = prepared(url)
        with served(url) as address:
            first = enrolled(folder / "a", address, codes[0])
            first.user = user
            rows = checked(big_list(folder), KnownPeople()).rows
            first.execute(import_list, ImportList("Daftar", DAY, rows, False))
            _, outcome = timed_round(first)
            assert outcome.all_sent, outcome.cause
            second = newly_enrolled(folder / "b", address, codes[1])
            load_s, outcome = timed_round(second)
            assert outcome.fetched > RESIDENTS, outcome.cause
    assert second.query(search_residents, "siti", JATI), "searchable"
    bare_s = bare_insert_s(folder / "bare.db", second)
    return [
        at_most("first-load", load_s, "s", 10),
        within("first-load, to bare", load_s, "s", bare_s, 4),
    ]


def bare_insert_s(path: Path, store: Store) -> float:
    """Seconds of one executemany of the same rows into an encrypted table that has a key and nothing else."""
    rows = store.query(lambda database: database.rows(f"SELECT {', '.join(_COLUMNS)} FROM resident"))
    bare = Database(path, KEY)
    bare.run(f"CREATE TABLE resident (id TEXT PRIMARY KEY, {', '.join(_COLUMNS[1:])})")

    def insert() -> None:
        with bare.transaction():
            bare.run_many(f"INSERT INTO resident VALUES ({', '.join('?' * len(_COLUMNS))})", rows)

    seconds = timed(insert)
    bare.close()
    return seconds
