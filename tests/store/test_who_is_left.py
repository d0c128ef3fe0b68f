"""Who of a list is left to record: one answer on the list and on the schedule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldkit.domain.lists.proposal import EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.lists.overview import VillageLeft, villages_left
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose
from tests.laptops import JATI, add_people, add_user, laptop

PUTUSSIBAU_SELATAN, KALIS, SILAT_HILIR = "61.06.17.2001", "61.06.18.2001", "61.06.15.2004"
"""A village of each."""


def test_only_the_offices_word_takes_somebody_out_of_who_is_left(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    people = add_people(store, *(f"WARGA {number}" for number in range(10)))
    paper = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-0099", date(2019, 1, 10))
    said = tuple(store.execute(propose, Propose(each, ProposalKind.DECEASED, *paper)) for each in people[:4])
    assert store.query(villages_left) == (VillageLeft(JATI, 10, 10, 4),)
    add_user(store, "Bu Tutik", "planner")
    store.execute(decide, Decide(said, OfficeDecision.APPROVED))
    assert store.query(villages_left) == (VillageLeft(JATI, 10, 6, 0),)
    assert store.query(list_counts, JATI).left == 6


def test_a15_the_districts_of_6106_stand_by_what_is_left_of_them(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    for village, people in ((SILAT_HILIR, 820), (PUTUSSIBAU_SELATAN, 1_001), (KALIS, 930)):
        add_people(store, *(f"WARGA {number}" for number in range(people)), village=village)
    ranked = [(each.village, each.left) for each in store.query(villages_left)]
    assert ranked == [(PUTUSSIBAU_SELATAN, 1_001), (KALIS, 930), (SILAT_HILIR, 820)]
