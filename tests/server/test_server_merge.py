"""The rule by which an edited field fares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.records.declaration import Merge
from fieldkit.records.journal import Seen
from fieldkit.server.merge.fields import Edit, Fate, fate, known_version, mark_after
from fieldkit.server.merge.rows import Mark

_versions = st.integers(0, 5)
_stamps = st.integers(0, 5)
_origins = st.sampled_from(["A", "B", "C"])
_marks = st.none() | st.builds(Mark, _versions, _stamps, _origins, st.booleans())
_edits = st.builds(Edit, _origins, _stamps, _versions, st.booleans())
_merges = st.sampled_from([Merge.PLAIN, Merge.WEIGHTY, Merge.OFFICE])
_values = st.sampled_from([None, "1", "2"])


@given(_merges, _values, _marks, _edits)
def test_equal_values_never_conflict(merge: Merge, value: str | None, mark: Mark | None, edit: Edit) -> None:
    assert fate(merge, value, value, mark, edit) is Fate.EQUAL


@given(_merges, _marks, _edits)
def test_an_origin_never_conflicts_with_itself(merge: Merge, mark: Mark | None, edit: Edit) -> None:
    if mark is None or (mark.origin == edit.origin and not mark.is_shared):
        assert fate(merge, "1", "2", mark, edit) in (Fate.TAKEN, Fate.DENIED)


@given(_merges, _marks, _edits)
def test_what_was_seen_is_no_conflict(merge: Merge, mark: Mark | None, edit: Edit) -> None:
    if mark is not None and mark.version <= edit.known_version:
        assert fate(merge, "1", "2", mark, edit) in (Fate.TAKEN, Fate.DENIED)


@given(_marks, _edits)
def test_weighty_values_are_never_overwritten_unseen(mark: Mark | None, edit: Edit) -> None:
    outcome = fate(Merge.WEIGHTY, "1", "2", mark, edit)
    unseen = mark is not None and mark.version > edit.known_version
    unseen = unseen and mark is not None and (mark.origin != edit.origin or mark.is_shared)
    assert outcome is (Fate.CONTESTED if unseen else Fate.TAKEN)


@given(_marks, _edits)
def test_plain_values_go_by_the_stamp_and_then_by_the_origin(mark: Mark | None, edit: Edit) -> None:
    outcome = fate(Merge.PLAIN, "1", "2", mark, edit)
    if outcome in (Fate.WON, Fate.LOST):
        assert mark is not None
        assert (outcome is Fate.WON) == ((edit.stamp, edit.origin) > (mark.stamp, mark.origin))


@given(_values, _marks, _edits)
def test_only_the_office_writes_what_it_owns(current: str | None, mark: Mark | None, edit: Edit) -> None:
    outcome = fate(Merge.OFFICE, current, "3", mark, edit)
    assert (outcome is Fate.DENIED) == (not edit.is_of_office)


@given(_merges, _values, _values, _marks, _edits)
def test_a_mark_never_goes_back(
    merge: Merge, current: str | None, value: str | None, mark: Mark | None, edit: Edit
) -> None:
    outcome = fate(merge, current, value, mark, edit)
    after = mark_after(outcome, mark, edit, 9)
    if mark is not None:
        assert after is not None
        assert (after.stamp, after.version) >= (mark.stamp, mark.version)
    if outcome in (Fate.LOST, Fate.CONTESTED, Fate.DENIED):
        assert after == mark


def test_a_value_that_two_gave_is_nobody_s_own() -> None:
    mark = mark_after(Fate.EQUAL, Mark(7, 5, "A"), Edit("B", 6, 3, False), 9)
    assert mark == Mark(7, 6, "B", is_shared=True)
    for origin in "AB":
        assert fate(Merge.WEIGHTY, "1", "2", mark, Edit(origin, 8, 3, False)) is Fate.CONTESTED
    assert mark_after(Fate.WON, mark, Edit("A", 8, 3, False), 9) == Mark(9, 8, "A")


@pytest.mark.parametrize(("epoch", "known"), [(1, 7), (2, 0), (0, 0)])
def test_only_this_epoch_s_versions_were_seen(epoch: int, known: int) -> None:
    assert known_version(Seen(epoch, 7, 3), 1) == known
