"""Invariant 8: signed figures never change; a later closing supersedes, and what comes late stands beside them."""

from __future__ import annotations

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.domain.signing import canonical
from fieldkit.host.secrets import verify
from fieldkit.records.tables import CLOSING, INCIDENT
from fieldkit.store.queries.closing.addenda import addenda
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.unit import Unit
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.table.outcomes import note_step, undo_step
from tests.flows.enrolled import Ground, Laptop, signer
from tests.laptops import JATI, add_people, opened, registered


@pytest.fixture
def closed(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """A table whose lead closed its shift without a line, a second one that took a step back meanwhile; the shift."""
    table, other = ground.laptop("table"), ground.laptop("other")
    person = add_people(table.store, "SITI NURAINI")[0]
    who = signer(ground, table)
    shift = opened(table.store)
    request = registered(table.store, person).request_id
    step = table.store.execute(note_step, request, Step.RECORDED)
    table.sync()
    other.sync()
    other.store.execute(undo_step, step)
    table.store.execute(close_shift, CloseShift(shift, 46), who)
    return table, other, shift


def told(laptop: Laptop, shift: str) -> list[str]:
    """What stands beside the closing of a shift."""
    return [late.table for late in laptop.store.query(addenda, shift)]


def signed(laptop: Laptop, shift: str) -> list[SignedClosing]:
    return laptop.store.query(closings, shift)


def is_genuine(laptop: Laptop, closing: SignedClosing) -> bool:
    sql = "SELECT k.public_key FROM closing c JOIN user_key k ON k.id = c.key_id WHERE c.id = ?"
    return verify(laptop.store.query(lambda d: d.value(sql, closing.id)), closing.signature, closing.document.encode())


def sync_all(*laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        assert laptop.sync().cause is None


def test_invariant_8_what_comes_late_stands_beside_the_signed_figures(closed: tuple[Laptop, Laptop, str]) -> None:
    table, other, shift = closed
    before = signed(table, shift)
    assert told(table, shift) == []
    sync_all(table, other)
    for laptop in (table, other):
        assert signed(laptop, shift) == before
        assert is_genuine(laptop, before[0])
        assert told(laptop, shift) == ["request_step"]
        assert '"recorded":1' in before[0].document
        assert laptop.store.query(figures_of, shift).people_count.recorded == 0


def test_invariant_8_a_later_closing_supersedes_and_both_stay(closed: tuple[Laptop, Laptop, str]) -> None:
    table, other, shift = closed
    sync_all(table, other)
    (first,) = signed(table, shift)

    def again(unit: Unit) -> None:
        row = unit.row("SELECT kind, signer_id, key_id, at FROM closing WHERE id = ?", first.id)
        kind, signer_id, key_id, at = row or ("",) * 4
        unit.insert(
            CLOSING,
            JATI,
            shift_id=shift,
            kind=kind,
            number=2,
            supersedes_id=first.id,
            document=canonical({"format": 1}).decode(),
            signer_id=signer_id,
            key_id=key_id,
            signature="00",
            at=at,
        )

    table.store.execute(again)
    assert told(table, shift) == []
    sync_all(table, other)
    for laptop in (table, other):
        assert told(laptop, shift) == []
        assert [closing.number for closing in signed(laptop, shift)] == [1, 2]
        assert signed(laptop, shift)[0] == first


def test_invariant_8_whoever_writes_over_a_closing_changes_nothing(
    ground: Ground, closed: tuple[Laptop, Laptop, str]
) -> None:
    table, other, shift = closed
    sync_all(table, other)
    before, rows = signed(other, shift), ground.rows(CLOSING)
    other.store.execute(lambda unit: unit.update(CLOSING, before[0].id, document="{}", signature="00"))
    sync_all(other, table)
    assert ground.rows(CLOSING) == rows
    assert signed(table, shift) == signed(other, shift) == before


def test_own_work_after_the_closing_is_late_before_and_after_it_was_sent(closed: tuple[Laptop, Laptop, str]) -> None:
    table, _, shift = closed
    at = "2019-02-23T09:30:00.000Z"
    table.store.execute(lambda unit: unit.insert(INCIDENT, JATI, shift_id=shift, kind="power", began_at=at, at=at))
    assert told(table, shift) == ["incident"]
    table.sync()
    assert told(table, shift) == ["incident"]
