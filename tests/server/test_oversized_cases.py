"""What a laptop writes may be longer than a case can be; that keeps no other case from being filed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from field_pens import FieldLaptop, Ground, resident
from test_contradictions import cases, closing, handover, movement


def _holder_and_product(thief: FieldLaptop) -> None:
    thief.pen.insert("stock_movement", movement(3, "x" * 15_000, "used") | {"product": "y" * 15_000})


def _kind_of_a_closing(thief: FieldLaptop) -> None:
    for _ in range(2):
        thief.pen.insert("closing", closing("s1", kind="x" * 20_000))


def _very_many_members(thief: FieldLaptop) -> None:
    for _ in range(7_000):
        thief.pen.insert("card_handover", handover("q2"))


@pytest.mark.parametrize("poison", [_holder_and_product, _kind_of_a_closing, _very_many_members])
def test_a_case_of_very_long_parts_is_filed_and_so_are_all_others(
    ground: Ground, poison: Callable[[FieldLaptop], None]
) -> None:
    thief, other = ground.laptop(), ground.laptop()
    poison(thief)
    thief.push()
    for _ in range(2):
        other.pen.insert("card_handover", handover("q1"))
    other.push()
    assert ("handed_over_twice", "q1") in cases(other)


def test_a_case_about_very_long_values_is_filed_without_them(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    person = one.pen.insert("resident", resident())
    one.push()
    (version,) = (row["version"] for row in two.rows("resident").values())
    for laptop, sign in ((one, "\x01"), (two, "\x02")):
        laptop.pen.edit("resident", person, seen=version, name=sign * 20_000, nik=sign * 20_000)
        laptop.push()
    (row,) = one.rows("case_file").values()
    assert (row["kind"], row["subject"], row["details"]) == ("weighty", person, None)
