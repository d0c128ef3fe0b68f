"""The drill through the window, from end to end and by keys alone: a day is worked and closed, the data is damaged, the
backup is put in place, and at the centre nothing is lost and nothing doubled (invariants 1, 4 and 6)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from starting import Begin

from fieldkit.demo.centre import RunningCentre, prepare_centre
from fieldkit.demo.day import DAY, PIN, _enrol, morning_clock
from fieldkit.demo.hands import Hands, rows_of
from fieldkit.demo.morning import BLANKS_TAKEN, open_shift
from fieldkit.demo.office import CENTRE_FILE, LEAD, REGENCY, PracticeOffice
from fieldkit.demo.table import Table
from fieldkit.demo.workday import RECORDED
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import ShiftedClock
from fieldkit.host.folders import Folders
from fieldkit.server.cases import GAP, open_cases
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.store.keeping.notes import backups_in
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.ui.rows.lists import QueueList
from fieldkit.ui.shell.strip import Strip
from fieldkit.ui.widgets.buttons import Button
from tests.flows.marked_day import EyesShut
from tests.laptops import add_people

SENT, WAITING = "SITI NURAINI", "BUDI HARTONO"
SECTOR_BYTES = 512


@pytest.fixture
def clock() -> ShiftedClock:
    return morning_clock()


@pytest.fixture
def centre(tmp_path: Path, clock: ShiftedClock) -> Iterator[tuple[RunningCentre, PracticeOffice]]:
    folder = tmp_path / "centre"
    folder.mkdir()
    office = prepare_centre(f"sqlite:///{folder / CENTRE_FILE}", clock, DAY)
    running = RunningCentre(folder, clock)
    yield running, office
    running.close()


def hands_at(begin: Begin, folder: Path) -> Hands:
    assert begin.launch is not None
    begin.launch.window.resize(1366, 690)
    return EyesShut(begin.launch.window, folder, begin.launch._lanes)


def signs_in(hands: Hands) -> None:
    names = hands.get(QueueList, "names")
    hands.until(lambda: bool(rows_of(names)), "the names of the team")
    hands.press(next(row.number for row in rows_of(names) if row.name == LEAD))
    hands.until_focused("pin")
    hands.write(PIN)
    hands.press("Enter")
    hands.until(lambda: bool(hands.all(Strip)), "the window behind the door")


def takes_in(hands: Hands, table: Table, name: str) -> str:
    """Somebody of the list is registered and recorded; the number on the slip."""
    table.go()
    table.search(name)
    hands.until(lambda: table._best_hit() == name, f"{name} as the best hit")
    hands.press("Enter")
    hands.until(lambda: table._on_the_form() == name, f"the form of {name}")
    table.first_recording()
    table.phone()
    number = table.save()
    hands.until(lambda: bool(table.waiting()), "the queue to show who was saved")
    table.serve(RECORDED)
    return number


def works(begin: Begin, folders: Folders, running: RunningCentre, pictures: Path) -> list[str]:
    """A day at the table: what was sent, what waits by the evening, and the closing; the numbers on the slips."""
    begin().wait_for("sign_in")
    hands = hands_at(begin, pictures)
    signs_in(hands)
    hands.until_focused("opening_blanks")
    open_shift(hands)
    table = Table(hands)
    numbers = [takes_in(hands, table, SENT)]
    syncs(hands)
    running.cable.pull()
    numbers.append(takes_in(hands, table, WAITING))
    closes(hands, folders)
    begin.end()
    return numbers


def syncs(hands: Hands) -> None:
    hands.press("F9")
    hands.until_shown("Semua terkirim")


def closes(hands: Hands, folders: Folders) -> None:
    """The shift is signed, and a backup made by its key."""
    hands.press("F8")
    hands.until(lambda: hands.is_asked("counted"), "the question how many blanks are left")
    hands.write(str(BLANKS_TAKEN))
    button = hands.get(Button, "close_and_sign")
    hands.until(button.isEnabled, "the shift to be ready for its signature")
    hands.press("Ctrl+Enter")
    hands.until_focused("sign_pin")
    hands.write(PIN)
    hands.press("Enter")
    hands.until_shown("sudah ditutup dan ditandatangani")
    hands.until(lambda: bool(backups_in(folders.backups)), "the backup of the closing")
    hands.press("F2", "Alt+C", "Ctrl+Enter")
    hands.until_shown("Cadangan dibuat")


def goes_on(begin: Begin, folders: Folders, running: RunningCentre, pictures: Path) -> None:
    """What the start finds, the way out that is filled, and the first sync after it."""
    app = begin()
    app.wait_for("trouble")
    assert app.button("trouble_accept").caption() == "Pulihkan cadangan"
    app.enter()
    app.wait_for("restore")
    app.ctrl_enter()
    app.wait_for("restored")
    assert f"disisihkan sebagai {DATABASE_FILE}.damaged-1, di map {folders.data}." in app.label("restored_aside")
    app.enter()
    app.wait_for("sign_in")
    hands = hands_at(begin, pictures)
    signs_in(hands)
    running.cable.plug_in()
    syncs(hands)
    begin.end()


def soil(path: Path) -> None:
    """What a stick or a disk does that goes bad: sectors of it hold something else."""
    content, choice = bytearray(path.read_bytes()), random.Random(2019)
    for at in range(0, len(content), SECTOR_BYTES):
        if at == 0 or choice.random() < 0.2:
            content[at : at + SECTOR_BYTES] = choice.randbytes(SECTOR_BYTES)
    path.write_bytes(content)


def test_data_that_is_damaged_after_the_closing_comes_back_by_keys_and_nothing_is_lost_or_doubled(
    begin: Begin, folders: Folders, centre: tuple[RunningCentre, PracticeOffice], clock: ShiftedClock, tmp_path: Path
) -> None:
    running, office = centre
    begin.clock = clock
    with closing(open_store(folders, str, clock)) as store:
        _enrol(store, running, office)
        store.user = UserId(office.lead_id)
        add_people(store, SENT, WAITING, on_list=False)
    numbers = works(begin, folders, running, tmp_path)
    signed = written_here(folders, clock)

    soil(folders.data / DATABASE_FILE)
    goes_on(begin, folders, running, tmp_path)

    with closing(open_centre(f"sqlite:///{tmp_path / 'centre' / CENTRE_FILE}")) as there:
        found = held(there)
        assert found["resident"] == sorted([SENT, WAITING])
        assert found["queue"] == sorted(numbers)
        assert found["closing"] == ["1"]
        assert {case.kind for case in open_cases(there, REGENCY)} <= {GAP}
        assert set(signed) <= set(found["journal"])
        assert len(found["journal"]) == len(set(found["journal"]))
        with reading(there.engine) as connection:
            assert all(is_whole(connection, (REGENCY, origin)) for origin in found["origins"])


def written_here(folders: Folders, clock: ShiftedClock) -> list[str]:
    """All that this laptop ever wrote, by origin and number."""
    with closing(open_store(folders, str, clock)) as store:
        return store.query(
            lambda database: [f"{o} {n}" for o, n in database.rows("SELECT origin, number FROM journal")]
        )


def held(centre: Centre) -> dict[str, list[str]]:
    """What the centre has of it."""
    asked = {
        "resident": "SELECT name FROM resident", "queue": "SELECT queue_no FROM service_request",
        "closing": "SELECT count(*) FROM closing", "journal": "SELECT origin || ' ' || number FROM journal",
        "origins": "SELECT DISTINCT origin FROM journal",
    }  # fmt: skip
    with reading(centre.engine) as connection:
        return {name: sorted(map(str, connection.scalars(sa.text(sql)))) for name, sql in asked.items()}
