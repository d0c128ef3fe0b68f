"""What an origin goes on from is its own work only where it is the same laptop's (decision 52)."""

from __future__ import annotations

from field_pens import PROBOLINGGO, FieldLaptop, Ground, Pen, resident

from fieldkit.domain.identifiers import in_incarnation
from fieldkit.server.cases import open_cases


def went_on(laptop: FieldLaptop, predecessor: Pen, number: int = 2) -> Pen:
    """A pen of the laptop in another incarnation, which says that it goes on from one that the centre holds."""
    pen = Pen(in_incarnation(laptop.pen.origin, number), laptop.pen.user, laptop.pen.clock)
    last = len(predecessor.journal)
    named = {"predecessor": predecessor.origin, "last_number": last, "last_chain": predecessor.chain_at(last).hex()}
    pen.insert("incarnation", {**named, "cause": "restored", "at": "2019-02-23T02:05:00Z"}, area=PROBOLINGGO)
    laptop.pen = pen
    return pen


def number_changed(ground: Ground, writer: FieldLaptop, goes_on: FieldLaptop, predecessor: Pen) -> str:
    """The NIK after somebody who goes on changed what the writer wrote, without having seen it."""
    person = writer.pen.insert("resident", resident(nik="1"))
    writer.pen.edit("resident", person, nik="2")
    writer.push()
    went_on(goes_on, predecessor).edit("resident", person, nik="3")
    goes_on.push()
    return str(ground.laptop().rows("resident")[person]["nik"])


def test_a_laptop_that_goes_on_changes_what_it_wrote_before(ground: Ground) -> None:
    laptop = ground.laptop()
    assert number_changed(ground, laptop, laptop, laptop.pen) == "3"
    assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["gap"]


def test_who_names_another_laptop_as_its_own_past_has_a_case_as_any_other(ground: Ground) -> None:
    """A laptop that knows another's journal, as one does that carried its bundle, must not write in its name."""
    writer, forger = ground.laptop(), ground.laptop()
    assert number_changed(ground, writer, forger, writer.pen) == "2"
    assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["gap", "weighty"]


def test_an_origin_does_not_go_on_from_a_later_one(ground: Ground) -> None:
    laptop = ground.laptop()
    later = laptop.pen = Pen(in_incarnation(laptop.pen.origin, 3), laptop.pen.user, ground.clock)
    assert number_changed(ground, laptop, laptop, later) == "2"
