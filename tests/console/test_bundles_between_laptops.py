"""Two laptops in a village, by the command line alone: the bundle of the one goes home with the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted import JATI, Office, enrol, open_office, person, written

from fieldkit.console.talk import DONE, LATER, REFUSED


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "centre"
    folder.mkdir()
    opened = open_office(folder)
    yield opened
    opened.running.close()


def test_a_bundle_goes_home_with_another_laptop_and_its_receipt_comes_back(office: Office, tmp_path: Path) -> None:
    lead, table = enrol(office, tmp_path / "p1", "Meja ketua"), enrol(office, tmp_path / "p2", "Meja 2")
    assert lead.call("sync").code == DONE
    office.running.cable.pull()
    queue = written(tmp_path / "queue.jsonl", [person(serial) for serial in range(9901, 9904)])
    assert table.work("load", queue, "--open-village", JATI).code == DONE
    stick = tmp_path / "stick"
    stick.mkdir()
    bundle = stick / "meja2.fkbundle"
    assert table.call("bundle", "write", str(bundle)).code == DONE

    taken = lead.call("bundle", "take", str(bundle), "--json")
    assert taken.facts == {"news": "new", "laptop": "P2", "changes": table.waiting(), "closings": 0, "unsigned": 0}
    assert lead.call("bundle", "take", str(bundle), "--json").facts["news"] == "doubled"
    assert lead.call("count").facts["carried"] == 1
    assert lead.call("sync", "--json").code == LATER
    assert lead.call("bundle", "give", str(stick)).code == REFUSED

    office.running.cable.plug_in()
    done = lead.call("sync", "--json")
    assert (done.code, done.facts["carried"]) == (DONE, 0), done.err
    (name,) = lead.call("bundle", "give", str(stick), "--json").facts["files"]
    closed = table.call("bundle", "receipt", str(stick / name), "--json")
    assert (closed.code, closed.facts["waiting"]) == (DONE, 0), closed.err
    assert lead.call("sync").code == DONE
    assert lead.counts()["service_request"] == 3
