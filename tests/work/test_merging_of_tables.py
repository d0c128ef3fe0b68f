"""Several tables' signed documents as one: every part has its own rule, so that none is only the first table's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fieldkit.store.queries.closing.signed import closings
from fieldkit.work.closing.merging import RULES, merged
from fieldkit.work.closing.table import CloseShift, close_shift
from tests.closings import document
from tests.laptops import laptop, opened, signing_lead


def table(recorded: int, here: int, **changes: Any) -> str:
    """A table's document whose list knew so many recorded, so many of them by this table itself."""
    village = {"total": 1024, "recorded": recorded, "recorded_here": here, "visits": 4, "explained": 0, "away": 0}
    return json.dumps(document(**{"village": {**village, "left": 1024 - recorded}, **changes}))


def village(*documents: str) -> tuple[int, int]:
    told = merged(documents)["village"]
    return told["recorded"], told["left"]


def test_every_part_that_a_table_signs_has_a_rule(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    signer, shift = signing_lead(store), opened(store)
    store.execute(close_shift, CloseShift(shift, 46), signer)
    signed = json.loads(store.query(closings, shift)[-1].document)
    consumables = {"ribbon", "film"}
    assert set(signed) | consumables == set(RULES)


def test_two_tables_that_did_not_see_one_another_leave_what_both_left() -> None:
    """A1: 60 and 38 of 1,024 leave 926."""
    assert village(table(60, 60), table(38, 38)) == (98, 926)


def test_a_table_that_had_seen_the_other_counts_nobody_twice() -> None:
    assert village(table(60, 60), table(98, 38)) == (98, 926)
    assert village(table(70, 60), table(48, 38)) == (108, 916)


def test_one_table_alone_keeps_its_figures() -> None:
    assert village(table(60, 25)) == (60, 964)


def test_what_each_expected_of_the_same_day_stands_once_and_at_its_highest() -> None:
    told = merged(
        [table(1, 1, visits_planned=None, village_target=None), table(1, 1, visits_planned=6, village_target=500)]
    )
    assert (told["visits_planned"], told["village_target"]) == (6, 500)


def test_what_only_one_table_looked_up_is_not_told_beside_the_sum_of_both() -> None:
    ribbon = {"taken": 500, "used": 20, "left": 480, "told": 470}
    told = merged([table(1, 1, ribbon=ribbon), table(1, 1, ribbon={**ribbon, "told": None})])["ribbon"]
    assert told == {"taken": 1000, "used": 40, "left": 960, "told": None}


def test_where_one_table_keeps_no_count_of_film_the_others_stands() -> None:
    film = {"taken": 300, "used": 1, "left": 299, "told": None}
    assert merged([table(1, 1, film=film), table(1, 1)])["film"] == film


def test_equal_numbers_of_one_set_that_wait_are_two_numbers() -> None:
    waiting = [{"set": "A-03", "waiting": 7}]
    both = merged([table(1, 1, uploads=waiting), table(1, 1, uploads=waiting), table(1, 1, uploads=None)])
    assert both["uploads"] == [{"set": "A-03", "waiting": 14}]
    assert merged([table(1, 1, uploads=None)])["uploads"] is None


def test_the_letters_that_sent_the_tables_all_stand_and_no_number_of_one_paper_becomes_that_of_another() -> None:
    told = merged([table(1, 1, assignment_letter=letter) for letter in ("094/1", "094/2", "094/1")])
    assert (told["assignment_letter"], told["letter_number"]) == ("094/1, 094/2", "")
