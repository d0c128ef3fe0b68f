"""Laptops that help in another regency share no prefix with anybody there."""

from __future__ import annotations

from field_pens import PROBOLINGGO, FieldLaptop, Ground, read

from fieldkit.records.wire import Hello
from fieldkit.server.regencies import add_regency

HOME = "35.13"
OTHER_HOME = "35.10"


def prefixes(laptop: FieldLaptop) -> dict[str, str]:
    return read(laptop.ask("GET", "/v1/hello"), Hello).prefixes


def test_each_guest_is_given_a_prefix_of_its_own_and_keeps_it(ground: Ground) -> None:
    for home in (HOME, OTHER_HOME):
        add_regency(ground.centre, home, home)
    hosts = [ground.laptop() for _ in range(2)]
    guests = [ground.laptop("35.74.03", regency=home) for home in (HOME, HOME, OTHER_HOME)]
    assert {laptop.enrolment.origin for laptop in guests} == {"3513-P1.1", "3513-P2.1", "3510-P1.1"}
    assert [prefixes(guest) for guest in guests] == [{PROBOLINGGO: f"T{number}"} for number in (1, 2, 3)]
    assert [prefixes(guest) for guest in guests] == [{PROBOLINGGO: f"T{number}"} for number in (1, 2, 3)]
    assert [prefixes(host) for host in hosts] == [{}, {}]


def test_a_guest_of_two_regencies_has_a_prefix_in_each(ground: Ground) -> None:
    for home in (HOME, OTHER_HOME):
        add_regency(ground.centre, home, home)
    ground_guest = ground.laptop("35.74.03", "35.10.01", HOME, regency=HOME)
    assert prefixes(ground_guest) == {PROBOLINGGO: "T1", OTHER_HOME: "T1"}


def test_no_prefix_is_given_in_a_regency_that_the_centre_does_not_host(ground: Ground) -> None:
    add_regency(ground.centre, HOME, HOME)
    assert prefixes(ground.laptop("35.99.01", regency=HOME)) == {}
