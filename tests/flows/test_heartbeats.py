"""What a laptop tells the centre of itself, and who learns which laptops keep silent."""

from __future__ import annotations

import httpx
import pytest

from fieldkit import __version__
from fieldkit.host.clock import now_ms
from fieldkit.records.wire import SilentLaptop
from fieldkit.server.devices.heartbeats import Report, note_heartbeat, reports
from fieldkit.server.devices.laptops import devices, revoke
from fieldkit.store.told import silent_laptops
from fieldkit.sync.progress import Step
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import REGENCY, add_people, opened

CUT = httpx.ReadError("connection reset")


def report_of(ground: Ground, prefix: str) -> Report:
    return next(each for each in reports(ground.centre, REGENCY) if each.device.prefix == prefix)


def silent_at(laptop: Laptop) -> tuple[SilentLaptop, ...]:
    laptop.sync()
    return laptop.store.query(silent_laptops)


def test_a_laptop_tells_what_waits_its_version_and_its_clock(ground: Ground) -> None:
    laptop = ground.laptop("Laptop Jati")
    add_people(laptop.store, "SITI AMINAH", "BUDI SANTOSO")
    made = laptop.store.meta.last_number

    def lose_push(request: httpx.Request) -> None:
        if request.url.path.endswith("push"):
            raise CUT

    laptop.line.before = lose_push
    assert laptop.sync().failed_step is Step.SEND
    report = report_of(ground, "P1")
    assert (report.waiting, report.version) == (made, __version__)
    assert report.clock_ms == report.at_ms == now_ms(ground.clock)
    laptop.line.before = lambda _: None
    laptop.sync()
    assert report_of(ground, "P1").waiting == 0


def test_the_clock_of_a_laptop_is_told_as_it_is(ground: Ground) -> None:
    laptop = ground.laptop("Laptop Jati")
    device = devices(ground.centre, REGENCY)[0]
    note_heartbeat(ground.centre, device, '{"waiting":3,"version":"0.1.0","clock_ms":946684800000}', 7)
    report = report_of(ground, "P1")
    assert (report.at_ms, report.waiting, report.clock_ms) == (7, 3, 946684800000)
    laptop.sync()
    assert report_of(ground, "P1").clock_ms == now_ms(ground.clock)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "later",
        '{"waiting":-1,"version":"1","clock_ms":1}',
        '{"waiting":1e99,"version":"1","clock_ms":1}',
        '{"waiting":99999999999999999999,"version":"1","clock_ms":1}',
        '{"waiting":1,"version":"a\\u0000b","clock_ms":1}',
        '{"waiting":1,"version":"\\u001b[2J","clock_ms":1}',
    ],
)
def test_a_heartbeat_that_can_not_be_read_hinders_nothing(ground: Ground, header: str | None) -> None:
    ground.laptop("Laptop Jati", contacts=False)
    note_heartbeat(ground.centre, devices(ground.centre, REGENCY)[0], header, 7)
    assert report_of(ground, "P1").at_ms is None


def test_who_has_not_reported_for_a_day_is_told_to_the_others(ground: Ground) -> None:
    one, other = ground.laptop("Laptop Jati"), ground.laptop("Laptop Mayangan")
    opened(one.store)
    reported_ms = now_ms(ground.clock)
    ground.clock.pass_by(hours=23)
    assert silent_at(other) == ()
    ground.clock.pass_by(hours=1)
    assert silent_at(other) == (SilentLaptop("P1", "Laptop Jati", reported_ms, 0, __version__),)
    one.sync()
    assert silent_at(other) == ()


def test_a_laptop_that_never_reported_stands_first_and_a_revoked_one_is_not_asked(ground: Ground) -> None:
    gone, late, here = (ground.laptop(name, contacts=name != "Laptop Tiga") for name in ("A", "Laptop Tiga", "C"))
    ground.clock.pass_by(days=2)
    revoke(ground.centre, REGENCY, devices(ground.centre, REGENCY)[0].id, now_ms=now_ms(ground.clock))
    assert [(each.prefix, each.at_ms) for each in silent_at(here)] == [("P2", 0)]
    assert late.store.query(silent_laptops) == gone.store.query(silent_laptops) == ()


def test_who_has_been_silent_longest_stands_first(ground: Ground) -> None:
    """The list is cut at its end."""
    first, later, here = (ground.laptop(name) for name in ("A", "B", "C"))
    later.sync()
    ground.clock.pass_by(hours=1)
    first.sync()
    ground.clock.pass_by(days=2)
    assert [each.prefix for each in silent_at(here)] == ["P2", "P1"]


def test_a_revoked_laptop_still_tells_what_waits_there(ground: Ground) -> None:
    lost = ground.laptop("Laptop Jati")
    ground.clock.pass_by(hours=3)
    revoke(ground.centre, REGENCY, devices(ground.centre, REGENCY)[0].id, now_ms=now_ms(ground.clock))
    lost.sync()
    assert report_of(ground, "P1").at_ms == now_ms(ground.clock)
