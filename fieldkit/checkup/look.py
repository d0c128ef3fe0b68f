"""One look at everything, piece by piece, so that a page can show how far it is and others get their turn between."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fieldkit.checkup.installed import installed
from fieldkit.checkup.papers import look_at_templates
from fieldkit.domain.checkup.computer import (
    FolderState,
    clock_finding,
    folders_finding,
    space_finding,
    zone_finding,
)
from fieldkit.domain.checkup.data import (
    database_finding,
    journal_finding,
    no_data,
    refused,
    search_finding,
    unlooked,
)
from fieldkit.domain.checkup.finding import Finding, Topic
from fieldkit.domain.checkup.keeping import (
    backup_finding,
    doubtful_rescue_finding,
    keyless_finding,
    keyring_finding,
    no_rescue_finding,
    passphrase_finding,
    rescue_finding,
    unsealed_finding,
)
from fieldkit.domain.checkup.traffic import lease_finding, line_finding, sync_finding
from fieldkit.domain.checkup.versions import versions_finding
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import Clock, now_ms, zone_minutes
from fieldkit.host.computer import Computer
from fieldkit.host.folders import Folders, is_open_to_others, is_usable
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.integrity.journal import Place, look_on
from fieldkit.store.keeping.escrow import EscrowState, escrow_standing
from fieldkit.store.keeping.looking import (
    backup_is_sealed_to,
    has_data,
    in_second_place,
    is_sealed,
    keyring_with_key,
    latest_backup,
)
from fieldkit.store.keeping.places import DATABASE_FILE, database_file
from fieldkit.store.queries.checkup import (
    is_sound_table,
    search_facts,
    sync_facts,
    table_names,
    unsent,
)
from fieldkit.store.queries.clock import known_clock
from fieldkit.store.queries.phone_steps import last_opened_by_phone
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.queries.syncing import count_own_tamperings
from fieldkit.store.rounds import line_rounds
from fieldkit.work.lease import lease_now

_CHANGES_AT_ONCE: Final = 200
"""1 ms at the median, where 200,000 took 23 s in one piece."""
Pieces = Iterator[Finding | None]


@dataclass(frozen=True, slots=True)
class Laptop:
    """What is looked at. `open` gives a connection of its own, or a FieldKitError."""

    folders: Folders
    computer: Computer
    clock: Clock
    open: Callable[[], Database]


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a look is: `done` of `total` topics, now at `topic`; with its finding once that is known."""

    topic: Topic
    done: int
    total: int
    finding: Finding | None = None


def look_at(laptop: Laptop) -> Generator[Moment, None, None]:
    """Look at one topic after the other; between two moments nothing of the look is under way."""
    checks = _checks(laptop)
    for number, (topic, pieces) in enumerate(checks):
        yield Moment(topic, number, len(checks))
        for finding in _guarded(topic, pieces):
            yield Moment(topic, number, len(checks), finding)


def _guarded(topic: Topic, pieces: Pieces) -> Pieces:
    """What hinders one check is its finding; the others go on."""
    try:
        yield from pieces
    except FieldKitError as error:
        yield refused(error, topic)


def _checks(laptop: Laptop) -> Sequence[tuple[Topic, Pieces]]:
    """By topic, in their order; where the data does not open, or has an older form, what can be looked at even so."""
    why, is_older = _standing(laptop)
    checks: dict[Topic, Pieces] = {
        Topic.VERSIONS: _versions(laptop) if why is None else iter([versions_finding(installed(None))]),
        Topic.DATABASE: _tables(laptop, is_older=is_older) if why is None else iter([why]),
        Topic.KEY: _key(laptop),
        Topic.BACKUP: _inside(laptop, _backup) if why is None else _backup(laptop, None),
        Topic.SPACE: _space(laptop),
        Topic.FOLDERS: _folders(laptop),
        Topic.TEMPLATES: look_at_templates(laptop.folders.templates),
    }
    if why is not None or is_older:
        checks[Topic.REST], passed_over = iter([unlooked(list(_INSIDE))]), set(_INSIDE)
    else:
        checks |= {topic: _inside(laptop, look) for topic, look in _INSIDE.items()}
        passed_over = {Topic.REST}
    return [(topic, checks[topic]) for topic in Topic if topic not in passed_over]


def _standing(laptop: Laptop) -> tuple[Finding | None, bool]:
    """Why the data does not open, None where it does; and whether it has an older form."""
    if not has_data(laptop.folders):
        return no_data(), False
    try:
        with closing(laptop.open()) as database:
            return None, database.version < SCHEMA_VERSION
    except FieldKitError as error:
        return refused(error), False


def _inside(laptop: Laptop, look: Callable[[Laptop, Database], Pieces]) -> Pieces:
    """Each look has a connection of its own: one that met a damaged page answers nothing more."""
    with closing(laptop.open()) as database:
        yield from look(laptop, database)


def _versions(laptop: Laptop) -> Pieces:
    with closing(laptop.open()) as database:
        yield versions_finding(installed(database))


def _tables(laptop: Laptop, *, is_older: bool) -> Pieces:
    with closing(laptop.open()) as database:
        names = table_names(database)
    broken: list[str] = []
    for name in names:
        with closing(laptop.open()) as database:
            broken += [] if is_sound_table(database, name) else [name]
        yield None
    yield database_finding(broken, is_older=is_older)


def _journal(_laptop: Laptop, database: Database) -> Pieces:
    place: Place | None = Place()
    is_whole = True
    while place is not None and is_whole:
        place, broken = look_on(database, place, _CHANGES_AT_ONCE)
        is_whole = broken is None
        yield None
    changes = int(database.value("SELECT count(*) FROM journal"))
    yield journal_finding(changes, is_whole=is_whole, tamperings=count_own_tamperings(database))


def _search(_laptop: Laptop, database: Database) -> Pieces:
    found = search_facts(database)
    yield search_finding(found.residents, found.missing, found.strays)


def _key(laptop: Laptop) -> Pieces:
    if is_sealed(laptop.folders):
        yield passphrase_finding()
    elif backend := keyring_with_key(laptop.folders):
        yield keyring_finding(backend)
    else:
        yield keyless_finding()


def _rescue(laptop: Laptop, database: Database) -> Pieces:
    standing = escrow_standing(database, laptop.clock.now_utc())
    if standing.state is EscrowState.NONE:
        yield no_rescue_finding()
    elif standing.state is EscrowState.DUE:
        yield unsealed_finding(standing.ruled)
    elif standing.state is EscrowState.SEALED:
        yield rescue_finding(standing.ruled, is_in_backup=backup_is_sealed_to(laptop.folders, standing.ruled))
    else:
        is_signed = standing.state is EscrowState.CHANGED
        yield doubtful_rescue_finding(standing.ruled, is_signed=is_signed)


def _backup(laptop: Laptop, database: Database | None) -> Pieces:
    waiting = unsent(database) if database is not None else None
    here, second = latest_backup(laptop.folders), in_second_place(laptop.folders)
    yield backup_finding(here, second, now_ms(laptop.clock), waiting)


def _space(laptop: Laptop) -> Pieces:
    file = database_file(laptop.folders)
    size = file.stat().st_size if file.exists() else 0
    yield space_finding(laptop.computer.free_bytes(laptop.folders.data), size)


def _folders(laptop: Laptop) -> Pieces:
    folders = laptop.folders
    places = {
        "data": folders.data,
        "backups": folders.backups,
        "documents": folders.documents,
        "logs": folders.logs,
        DATABASE_FILE: database_file(folders),
    }
    if not places[DATABASE_FILE].exists():
        del places[DATABASE_FILE]
    yield folders_finding({name: _state(path) for name, path in places.items()})


def _state(path: Path) -> FolderState:
    if not path.exists():
        return FolderState.MISSING
    if not is_usable(path):
        return FolderState.CLOSED
    return FolderState.OPEN if is_open_to_others(path) else FolderState.FINE


def _clock(laptop: Laptop, database: Database) -> Pieces:
    yield clock_finding(known_clock(database), now_ms(laptop.clock))


def _zone(laptop: Laptop, database: Database) -> Pieces:
    now, zone = laptop.clock.now_utc(), site_zone(database)
    yield zone_finding(zone, zone_minutes(zone, now), laptop.computer.minutes_ahead(now))


def _sync(laptop: Laptop, database: Database) -> Pieces:
    yield sync_finding(sync_facts(database), now_ms(laptop.clock))


def _lease(laptop: Laptop, database: Database) -> Pieces:
    yield lease_finding(lease_now(database, laptop.clock), last_opened_by_phone(database))


def _line(_laptop: Laptop, database: Database) -> Pieces:
    yield line_finding(line_rounds(database))


_INSIDE: Final[Mapping[Topic, Callable[[Laptop, Database], Pieces]]] = {
    Topic.JOURNAL: _journal,
    Topic.SEARCH: _search,
    Topic.RESCUE: _rescue,
    Topic.CLOCK: _clock,
    Topic.ZONE: _zone,
    Topic.SYNC: _sync,
    Topic.LEASE: _lease,
    Topic.LINE: _line,
}
"""What needs an open database of this FieldKit's form."""
