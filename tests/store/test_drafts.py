"""Drafts are kept per user."""

from __future__ import annotations

from pathlib import Path

from fieldkit.domain.identifiers import UserId
from fieldkit.store.drafts import draft, drop_draft, keep_draft
from tests.laptops import laptop

RINA, AGUS = UserId("rina"), UserId("agus")


def test_a_draft_survives_reopening_and_nobody_sees_anothers(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    store.write_local(keep_draft, RINA, "register", '{"phone": "0812"}', store.clock.now_utc())
    store.close()
    again = laptop(tmp_path)
    assert again.query(draft, RINA, "register") == '{"phone": "0812"}'
    assert again.query(draft, AGUS, "register") is None


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    store.write_local(keep_draft, RINA, "register", "{}", store.clock.now_utc())
    store.write_local(drop_draft, RINA, "register")
    assert store.query(draft, RINA, "register") is None
