"""Which areas are loaded afresh after a comparison, and which are left for the next one."""

from __future__ import annotations

from typing import cast

import pytest

from fieldkit.records.sums import Sum
from fieldkit.records.wire import AreaHead, AreaSum, PullReply, Sums, SumsReply
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.comparison import Comparison
from tests.laptops import JATI

REACHED = 7
TOLD = AreaSum(JATI, 3, f"{5:016x}", REACHED)


class Comparing:
    """A laptop that holds two rows of Jati, up to version 7."""

    def sums(self) -> dict[str, Sum]:
        return {JATI: Sum(2, 5)}

    def drop_strangers(self, area: str, known: set[str]) -> int:
        return 0


class Held:
    comparing = Comparing()

    def cursors(self, areas: list[AreaHead]) -> dict[str, int]:
        return {each.area: REACHED for each in areas}

    def apply_page(self, page: PullReply) -> None:
        return None


def reloaded(told: AreaSum, *unsure: str) -> list[str]:
    def ask(_asked: Sums) -> SumsReply:
        return SumsReply(epoch=1, sums=[told], unsure=list(unsure))

    def pull(cursors: dict[str, int], heads: dict[str, int]) -> PullReply:
        return PullReply(epoch=1, heads=heads, tables=[], removals=[], cursors=cursors, done=True)

    return list(Comparison(ask, cast("Exchange", Held()), pull).run([AreaHead(JATI, REACHED)]))


def test_an_area_that_differs_is_loaded_afresh() -> None:
    assert reloaded(TOLD) == [JATI]


@pytest.mark.parametrize("version", [REACHED + 1, REACHED + 100])
def test_what_the_centre_got_since_the_last_page_is_fetched_and_no_reason_to_begin_again(version: int) -> None:
    assert reloaded(AreaSum(JATI, 3, TOLD.sum, version)) == []


def test_an_area_that_changed_while_the_centre_counted_is_left_for_the_next_comparison() -> None:
    assert reloaded(TOLD, JATI) == []
