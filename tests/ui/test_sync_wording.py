"""The words of the page Sync for what the centre answers."""

from __future__ import annotations

import pytest

from fieldkit.domain.contradiction import CaseKind
from fieldkit.domain.orders.order import Hindrance
from fieldkit.records.tables import BY_NAME
from fieldkit.server import cases
from fieldkit.server.merge import contents, decide, proposals
from fieldkit.server.merge.contents import Unreadable
from fieldkit.store.queries.syncing import TABLE_OF_CASE, AttentionRow
from fieldkit.ui.pages.sync.wording import reason_text, verdict_badge

OF_CASES = {value for name, value in vars(cases).items() if name.isupper() and isinstance(value, str)}
UNREADABLE = {
    value.reason for module in (contents, proposals) for value in vars(module).values() if isinstance(value, Unreadable)
}
REASONS = sorted(OF_CASES | UNREADABLE | {decide.NO_ROW} | set(CaseKind) | set(Hindrance))


def words(reason: str) -> str:
    return reason_text(AttentionRow(7, "case", reason, "", "resident", ""))


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_that_the_centre_gives_has_words_of_its_own(reason: str) -> None:
    assert words(reason) != words("a reason of a newer centre")


def test_every_kind_of_contradiction_names_the_table_that_it_is_about() -> None:
    """Else the page calls it a record of the office."""
    assert set(TABLE_OF_CASE) == set(CaseKind)
    assert set(TABLE_OF_CASE.values()) <= set(BY_NAME)


def test_the_reasons_are_found_where_the_centre_declares_them() -> None:
    assert {"fork", "weighty", "malformed", "append_only", "unknown", "row", "same_number"} <= set(REASONS)


def test_an_edit_of_a_fact_was_read_and_is_not_used() -> None:
    badges = [
        verdict_badge(AttentionRow(7, "refused", each, "", "resident", "")) for each in ("append_only", "malformed")
    ]
    assert [word for word, _ in badges] == ["Tidak dipakai", "Tidak terbaca"]
