"""Laptops that come back from a backup, and disks that were copied: nothing is lost, and nobody is doubled."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import Origin
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CASE_FILE, INCARNATION, RESIDENT, SERVICE_REQUEST
from fieldkit.records.wire import Verdict
from fieldkit.server.cases import COPY, FORK, GAP, open_cases
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.gaps import accept, accepted, gaps
from fieldkit.server.office.writing import add_user
from fieldkit.store.former import Former, former
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.syncing import attention
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.work.cases import settle_case
from tests.flows.enrolled import Ground, Laptop, edit, kinds, tell
from tests.flows.restoring import opened_at
from tests.laptops import REGENCY, add_people, opened, registered


def backed_up(laptop: Laptop, ground: Ground) -> Path:
    return back_up(laptop.store, ground.folder / "backups").path


def copied(laptop: Laptop, ground: Ground) -> Path:
    """The disk of a laptop, byte by byte: no mark tells that it is a copy."""
    laptop.store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
    target = ground.folder / f"copy-of-{laptop.store.path.name}"
    shutil.copyfile(laptop.store.path, target)
    return target


def settled(*laptops: Laptop) -> None:
    """Rounds until everybody knows everything."""
    for laptop in (*laptops, *laptops):
        assert laptop.sync().all_sent


def assert_agreed(ground: Ground, *laptops: Laptop) -> None:
    """Invariants 3 and 5: equal rows everywhere, and whole chains at both ends."""
    for table in (RESIDENT, SERVICE_REQUEST, INCARNATION):
        for laptop in laptops:
            assert laptop.rows(table) == ground.rows(table), table.name
    for laptop in laptops:
        assert laptop.store.query(chain_is_whole)
        for origin in Exchange(laptop.store).origins():
            with reading(ground.centre.engine) as connection:
                assert is_whole(connection, (REGENCY, origin))


def admin_of(ground: Ground) -> str:
    """Who may accept that work is lost."""
    return add_user(ground.centre, REGENCY, name="Hendra Gunawan", role="admin", now_ms=now_ms(ground.clock))[0]


def names(laptop: Laptop) -> list[str]:
    return sorted(str(row[7]) for row in laptop.rows(RESIDENT))


def test_restore_with_pending_work(ground: Ground) -> None:
    """What waited in the copy goes out under the origin that it was written under, before the new one."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    assert laptop.sync().all_sent
    add_people(laptop.store, "BUDI HARTONO", on_list=False)
    waiting = Exchange(laptop.store).waiting()
    backup = backed_up(laptop, ground)
    laptop.store.close()

    restored = opened_at(ground, backup)
    add_people(restored.store, "DEWI LESTARI", on_list=False)
    assert restored.store.meta.origin == "3574-P1.2"
    assert Exchange(restored.store).waiting() == waiting + 2
    outcome = restored.sync()

    assert outcome.all_sent
    assert outcome.receipt is not None
    assert outcome.receipt.origin == "3574-P1.2"
    assert names(restored) == ["BUDI HARTONO", "DEWI LESTARI", "SITI NURAINI"]
    settled(restored)
    assert_agreed(ground, restored)
    assert kinds(ground) == [GAP]


def test_restore_with_lost_work(ground: Ground) -> None:
    """What the centre took in after the backup comes back; the office is told from where on nothing is known."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    assert laptop.sync().all_sent
    backup = backed_up(laptop, ground)
    left_at = laptop.store.meta.head
    add_people(laptop.store, "BUDI HARTONO", on_list=False)
    assert laptop.sync().all_sent
    add_people(laptop.store, "HILANG BERSAMA LAPTOP", on_list=False)
    laptop.store.close()

    restored = opened_at(ground, backup)
    settled(restored)

    assert names(restored) == ["BUDI HARTONO", "SITI NURAINI"]
    assert_agreed(ground, restored)
    (case,) = open_cases(ground.centre, REGENCY)
    assert case.kind == GAP
    assert case.details["predecessor"] == "3574-P1.1"
    assert case.details["last_number"] == left_at.number


def test_the_first_change_of_a_new_incarnation_names_the_one_before(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    head = laptop.store.meta.head
    backup = backed_up(laptop, ground)
    restored = opened_at(ground, backup)
    (row,) = restored.rows(INCARNATION)
    assert row[4:8] == (head.origin, head.number, head.chain.hex(), "restored")
    assert restored.store.meta.last_number == 1


def test_a_restored_laptop_does_not_contradict_what_it_wrote_itself_before(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    (person,) = add_people(laptop.store, "SITI NURAINI", on_list=False)
    assert laptop.sync().all_sent
    laptop.store.execute(correct_name, person, "SITI NURAINY")
    backup = backed_up(laptop, ground)
    laptop.store.close()
    restored = opened_at(ground, backup)
    restored.store.execute(correct_name, person, "SITI NURAENI")
    settled(restored)
    assert names(restored) == ["SITI NURAENI"]
    assert kinds(ground) == [GAP]
    assert_agreed(ground, restored)


def test_a_backup_that_is_restored_twice_makes_two_incarnations(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    backup = backed_up(laptop, ground)
    laptop.store.close()
    again = ground.folder / "again.db"
    shutil.copyfile(backup, again)
    first, second = opened_at(ground, backup), opened_at(ground, again)
    add_people(first.store, "SITI NURAINI", on_list=False)
    add_people(second.store, "BUDI HARTONO", on_list=False)
    settled(first, second)
    assert first.store.meta.origin != second.store.meta.origin
    assert names(first) == ["BUDI HARTONO", "SITI NURAINI"]
    assert_agreed(ground, first, second)


def test_a_restored_laptop_learns_what_became_of_an_edit_that_was_held_before(ground: Ground) -> None:
    """Invariant 6: what waited at the centre under the origin of before is asked for again, too."""
    laptop, late = ground.laptop("P1"), ground.laptop("P2")
    person = add_people(late.store, "SITI NURAINI", on_list=False)[0]
    tell(laptop, late.rows(RESIDENT))
    edit(laptop, person, phone="+6281200009901")
    assert [each.verdict for each in laptop.sync().exceptions] == [Verdict.HELD]
    backup = backed_up(laptop, ground)
    laptop.store.close()
    restored = opened_at(ground, backup)
    assert restored.sync().all_sent
    assert [each.verdict for each in restored.store.query(attention)] == ["held", "case"]

    settled(late, restored)

    (gap,) = restored.store.query(attention)
    assert gap.reason == "gap"
    with pytest.raises(RuleError, match="admin kantor"):
        restored.store.execute(settle_case, gap.case_id, Decision.RIGHT, "Dicocokkan dengan kertas")
    assert_agreed(ground, restored, late)


def test_two_laptops_restored_from_one_backup_give_out_no_number_twice_in_one_hall(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither has met the centre yet, and both begin the same incarnation: a number on a slip is one person's."""
    laptop = ground.laptop("P1")
    opened(laptop.store)
    assert registered(laptop.store).queue_no == "P1-001"
    backup = backed_up(laptop, ground)
    laptop.store.close()
    again = ground.folder / "again.db"
    shutil.copyfile(backup, again)
    drawn = iter((b"\x03\x0a", b"\x0b\x04"))
    monkeypatch.setattr("fieldkit.store.incarnation.urandom", lambda _size: next(drawn))
    first, second = opened_at(ground, backup), opened_at(ground, again)
    monkeypatch.undo()
    numbers = [registered(each.store, nik="").queue_no for each in (first, second) for _ in range(2)]
    assert numbers == ["P1B-DL002", "P1B-DL003", "P1B-ME002", "P1B-ME003"]
    settled(first, second)
    assert_agreed(ground, first, second)


def test_clone_that_makes_two_people(ground: Ground) -> None:
    """Both copies register somebody under the same number; both people arrive, each of them once."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    opened(laptop.store)
    assert laptop.sync().all_sent
    clone = opened_at(ground, copied(laptop, ground))
    registered(laptop.store)
    registered(clone.store)
    assert laptop.sync().all_sent
    outcome = clone.sync()

    assert outcome.all_sent
    assert clone.store.meta.origin == "3574-P1.2"
    settled(laptop, clone)
    assert len(laptop.rows(SERVICE_REQUEST)) == 2
    assert len(laptop.rows(RESIDENT)) == 3
    assert_agreed(ground, laptop, clone)
    assert sorted(kinds(ground)) == [COPY, FORK]


def test_a_clone_with_work_that_both_copies_hold_doubles_nobody(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    for name in ("BUDI HARTONO", "DEWI LESTARI", "EKO PRASETYO"):
        add_people(laptop.store, name, on_list=False)
    clone = opened_at(ground, copied(laptop, ground))
    add_people(laptop.store, "HANYA DI SINI", on_list=False)
    add_people(clone.store, "HANYA DI SALINAN", on_list=False)
    add_people(clone.store, "DAN INI", on_list=False)
    assert laptop.sync().all_sent
    settled(clone, laptop)
    assert len(names(laptop)) == 7
    assert_agreed(ground, laptop, clone)
    (copy,) = [case for case in open_cases(ground.centre, REGENCY) if case.kind == COPY]
    assert copy.details["last_number"] == 5


def test_a_clone_without_work_of_its_own_learns_what_the_other_wrote(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    assert laptop.sync().all_sent
    clone = opened_at(ground, copied(laptop, ground))
    add_people(laptop.store, "BUDI HARTONO", on_list=False)
    assert laptop.sync().all_sent
    settled(clone, laptop)
    assert names(clone) == ["BUDI HARTONO", "SITI NURAINI"]
    assert_agreed(ground, laptop, clone)


def test_the_receipt_of_before_a_restore_says_held_to_and_later_unknown_until_the_office_signs(ground: Ground) -> None:
    """What was sent after the backup is held as well: the centre's own signed word tells how far."""
    laptop = ground.laptop("P1")
    backup = backed_up(laptop, ground)
    add_people(laptop.store, "SITI NURAINI")
    assert laptop.sync().all_sent
    held = laptop.store.meta.last_number
    add_people(laptop.store, "HILANG BERSAMA LAPTOP", on_list=False)
    laptop.store.close()
    restored = opened_at(ground, backup)
    assert restored.store.query(former) == (Former(Origin("3574-P1.1"), 0),)
    settled(restored)
    assert restored.store.query(former) == (Former(Origin("3574-P1.1"), held),)
    restored.line.calls.clear()
    assert restored.sync().cause is None
    assert restored.line.calls.count("receipt") == 1, "that of the present origin"
    (case,) = gaps(ground.centre, REGENCY)
    admin = admin_of(ground)
    assert accept(ground.centre, REGENCY, case.id, admin, "Sudah dicocokkan", now_ms=now_ms(ground.clock))
    settled(restored)
    assert restored.store.query(former) == ()


def test_a_gap_that_nobody_can_fill_is_signed_by_the_office_and_listed_as_such(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    backup = backed_up(laptop, ground)
    laptop.store.close()
    restored = opened_at(ground, backup)
    assert restored.sync().all_sent
    (case,) = gaps(ground.centre, REGENCY)
    at_ms = now_ms(ground.clock)
    assert not accept(ground.centre, REGENCY, case.id, "nobody", "Sudah dicocokkan", now_ms=at_ms)
    admin = admin_of(ground)
    assert not accept(ground.centre, REGENCY, case.id, ground.lead, "Sudah dicocokkan", now_ms=at_ms)
    assert not accept(ground.centre, REGENCY, "no-case", admin, "Sudah dicocokkan", now_ms=at_ms)
    assert gaps(ground.centre, REGENCY) == [case]
    assert accepted(ground.centre, REGENCY) == []
    assert accept(ground.centre, REGENCY, case.id, admin, "Sudah dicocokkan", now_ms=at_ms)
    assert gaps(ground.centre, REGENCY) == []
    (kept,) = accepted(ground.centre, REGENCY)
    assert (kept.case, kept.user_id, kept.note) == (case, admin, "Sudah dicocokkan")
    add_people(restored.store, "SITI NURAINI", on_list=False)
    settled(restored)
    (row,) = [row for row in restored.rows(CASE_FILE) if row[0] == case.id]
    assert admin in row


def correct_name(unit: Unit, person: str, name: str) -> None:
    unit.update(RESIDENT, person, name=name)
