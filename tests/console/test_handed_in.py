"""A revoked laptop hands in its work by the command line as by the window: it wipes itself, and says so afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted import JATI, Office, ScriptedLaptop, enrol, open_office, person, written

from fieldkit.console.talk import DONE, REFUSED
from fieldkit.demo.centre import centre_url
from fieldkit.demo.office import REGENCY
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.laptops import devices


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "centre"
    folder.mkdir()
    opened = open_office(folder)
    yield opened
    opened.running.close()


def revoked(office: Office) -> None:
    """The only laptop is revoked."""
    centre = open_centre(centre_url(office.folder))
    try:
        (device,) = devices(centre, REGENCY)
    finally:
        centre.close()
    assert office.call("revoke", "--regency", REGENCY, device.id).code == DONE


def files(laptop: ScriptedLaptop) -> set[str]:
    """What still lies in the folder of the laptop."""
    return {path.name for path in laptop.folder.rglob("*") if path.is_file()}


def test_a_revoked_laptop_hands_in_what_waits_and_wipes_itself_on_the_command_line_too(
    office: Office, tmp_path: Path
) -> None:
    """Invariant 10: a revoked device can still hand in work. It keeps nothing of it afterwards."""
    laptop = enrol(office, tmp_path / "p1", "Laptop P1")
    queue = written(tmp_path / "queue.jsonl", [person(serial) for serial in range(9901, 9906)])
    assert laptop.work("load", queue, "--open-village", JATI).code == DONE
    waiting = laptop.waiting()
    revoked(office)

    done = laptop.call("sync", "--json")

    assert (done.code, done.facts["sent"], done.facts["wiped"]) == (REFUSED, waiting, True), done.err
    assert "tidak lagi terdaftar" in done.err
    assert files(laptop) == {"handed-in.json"}
    again = laptop.call("count")
    assert again.code == REFUSED
    assert "sudah menyerahkan semua pekerjaannya" in again.err
    assert files(laptop) == {"handed-in.json"}


def test_a_laptop_that_is_not_revoked_or_still_holds_work_wipes_nothing(office: Office, tmp_path: Path) -> None:
    """Invariant 13: nothing goes while something waits."""
    laptop = enrol(office, tmp_path / "p1", "Laptop P1")
    assert laptop.call("sync", "--json").facts["wiped"] is False
    queue = written(tmp_path / "queue.jsonl", [person(9901)])
    assert laptop.work("load", queue, "--open-village", JATI).code == DONE
    revoked(office)
    office.running.cable.pull()
    done = laptop.call("sync", "--json")
    assert done.facts["wiped"] is False
    assert laptop.waiting() > 0


def test_a_laptop_that_was_handed_in_begins_anew_with_another_code(office: Office, tmp_path: Path) -> None:
    laptop = enrol(office, tmp_path / "p1", "Laptop P1")
    revoked(office)
    assert laptop.call("sync", "--json").facts["wiped"] is True
    anew = enrol(office, tmp_path / "p1", "Laptop P1")
    assert "handed-in.json" not in files(anew)
    done = anew.call("sync")
    assert done.code == DONE, done.err
