"""What waits in a journal that was tampered with arrives once, and as it was meant, whatever road it took before."""

from __future__ import annotations

import httpx
import pytest

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT, SERVICE_REQUEST
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.queries.syncing import attention
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.giving_back import give_back
from tests.flows.enrolled import Ground, Laptop, edit, kinds
from tests.flows.test_tampering_is_told import by_another_program
from tests.laptops import add_people, opened, registered
from tests.sealing import seal_all

BROKEN = "UPDATE journal SET chain = zeroblob(32) WHERE number = 2"


@pytest.fixture
def sent(ground: Ground) -> Laptop:
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI", "BUDI HARTONO")
    opened(laptop.store)
    assert laptop.sync().all_sent
    ground.clock.pass_by(minutes=1)
    return laptop


def broken(laptop: Laptop) -> None:
    seal_all(laptop.store)
    by_another_program(laptop.store.path, BROKEN)
    assert look_through(laptop.store)


def settled(ground: Ground, *laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        ground.clock.pass_by(minutes=1)
        assert laptop.sync().all_sent


def test_a_weighty_correction_of_what_waits_as_well_is_no_conflict_with_itself(ground: Ground, sent: Laptop) -> None:
    person = add_people(sent.store, "SUMIATI")[0]
    edit(sent, person, name="SUMIATUN")
    broken(sent)
    settled(ground, sent)
    assert kinds(ground) == ["tampered"]
    assert [row[7] for row in ground.rows(RESIDENT) if row[0] == person] == ["SUMIATUN"]
    assert sent.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_weighty_correction_twice_of_what_the_centre_gave(ground: Ground, sent: Laptop) -> None:
    person = str(sent.rows(RESIDENT)[0][0])
    edit(sent, person, name="SUMIATUN")
    edit(sent, person, name="SUMIATI")
    broken(sent)
    settled(ground, sent)
    assert kinds(ground) == ["tampered"]
    assert [row[7] for row in ground.rows(RESIDENT) if row[0] == person] == ["SUMIATI"]


def test_a_correction_of_what_was_sent_but_not_fetched(ground: Ground, sent: Laptop) -> None:
    person = str(sent.rows(RESIDENT)[0][0])
    edit(sent, person, name="SUMIATUN")
    sent.sync()
    edit(sent, person, name="SUMIATI")
    broken(sent)
    settled(ground, sent)
    assert kinds(ground) == ["tampered"]
    assert [row[7] for row in ground.rows(RESIDENT) if row[0] == person] == ["SUMIATI"]


def test_what_the_centre_took_without_the_laptop_hearing_of_it_is_not_doubled(ground: Ground, sent: Laptop) -> None:
    person = add_people(sent.store, "SUMIATI")[0]
    edit(sent, person, name="SUMIATUN")
    registered(sent.store)

    def gone(request: httpx.Request) -> None:
        if request.url.path.endswith("push"):
            raise httpx.ReadError("")

    sent.line.after = gone
    sent.sync()
    sent.line.after = lambda _: None
    count = len(ground.rows(SERVICE_REQUEST))
    assert count == 1
    broken(sent)
    settled(ground, sent)
    assert len(ground.rows(SERVICE_REQUEST)) == count
    assert kinds(ground) == ["tampered"]
    assert sent.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_bundle_of_before_that_comes_late_doubles_and_undoes_nothing(ground: Ground, sent: Laptop) -> None:
    person = str(sent.rows(RESIDENT)[0][0])
    edit(sent, person, phone="081234000001", name="SUMIATUN")
    registered(sent.store)
    stick = make_bundle(sent.store).content
    broken(sent)
    settled(ground, sent)
    edit(sent, person, phone="081234000002", name="SUMIATI")
    settled(ground, sent)
    for _ in range(2):
        take_bundle(ground.centre, stick, now_ms(ground.clock))
    settled(ground, sent)
    row = next(row for row in ground.rows(RESIDENT) if row[0] == person)
    assert "081234000002" in row
    assert "SUMIATI" in row
    assert len(ground.rows(SERVICE_REQUEST)) == 1
    assert sent.rows(RESIDENT) == ground.rows(RESIDENT)
    assert kinds(ground) == ["tampered", "weighty"], "the office sees both names, and decides"


def test_a_bundle_of_before_that_comes_first_doubles_nothing(ground: Ground, sent: Laptop) -> None:
    person = str(sent.rows(RESIDENT)[0][0])
    edit(sent, person, phone="081234000001", name="SUMIATUN")
    registered(sent.store)
    stick = make_bundle(sent.store).content
    broken(sent)
    take_bundle(ground.centre, stick, now_ms(ground.clock))
    settled(ground, sent)
    assert len(ground.rows(SERVICE_REQUEST)) == 1
    assert sent.rows(RESIDENT) == ground.rows(RESIDENT)
    assert kinds(ground) == ["tampered"]
    registered(sent.store)
    settled(ground, sent)
    assert len(ground.rows(SERVICE_REQUEST)) == 2


def test_a_laptop_given_back_tells_of_tampering_before_it_goes(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI", "BUDI HARTONO")
    assert laptop.sync().all_sent
    laptop.store.execute(give_back)
    broken(laptop)
    assert not laptop.sync().is_released
    assert laptop.sync().is_released
    assert kinds(ground) == ["tampered"]
    assert laptop.store.query(attention)
