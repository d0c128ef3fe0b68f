"""A laptop breaks and its key is gone: the office opens it with the key from its safe, and every change comes home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldkit.checkup.look import Laptop as Looked
from fieldkit.checkup.look import look_at
from fieldkit.domain.checkup.finding import Grade, Topic
from fieldkit.domain.errors import KeyUnavailableError, RuleError
from fieldkit.domain.rules.rescue_key import key_print, rescue_code
from fieldkit.host.clock import now_ms
from fieldkit.host.computer import ThisComputer
from fieldkit.host.escrow import open_escrow, open_rescue_key
from fieldkit.host.folders import open_folders
from fieldkit.records.tables import KEY_COPY, LOOK, RESIDENT, SERVICE_REQUEST, SETTING
from fieldkit.server.database import reading
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.writing import put_office_row
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.escrow import EscrowState, escrow_standing, trust_rescue_key
from fieldkit.store.keeping.looking import reader
from fieldkit.store.keeping.notes import kept_escrow
from fieldkit.store.keeping.rescue import found_in, key_copies, opened_broken
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.rescue import bring_home, note_rescue
from tests.flows.enrolled import Ground, Laptop, kinds, signer
from tests.laptops import JATI, KEY, REGENCY, SATURDAY, add_people, opened, registered
from tests.rescuing import WORDS, another_key, disk_of, rescue_key, rule_rescue_key


def own_folder(ground: Ground, name: str, *areas: str) -> Laptop:
    """A laptop whose files lie in a folder of their own."""
    (ground.folder / name).mkdir()
    code = issue_code(ground.centre, REGENCY, areas=list(areas or [REGENCY]), now_ms=now_ms(ground.clock))
    return ground.laptop(f"{name}/fieldkit", code)


def office_with_key(ground: Ground) -> Laptop:
    """The office's laptop, whose head has ruled the key."""
    office = own_folder(ground, "office")
    rule_rescue_key(office.store, signer(ground, office, "head"), rescue_key())
    assert office.sync().all_sent
    return office


def private() -> X25519PrivateKey:
    return open_rescue_key(rescue_key().content, WORDS)


def rescued(ground: Ground, office: Laptop, file: Path) -> None:
    """As `fieldkit rescue open` does it."""
    copies = office.store.query(key_copies, rescue_key().public_hex)
    with opened_broken(open_folders(ground.folder / "office"), file, private(), ground.clock, copies) as broken:
        found = broken.query(found_in)
        assert found.is_whole
        office.store.execute(note_rescue, found.origin)
        bring_home(office.store, broken, make_bundle(broken).content if found.waiting else b"")


def standing(laptop: Laptop) -> EscrowState:
    return laptop.store.query(escrow_standing, laptop.store.clock.now_utc()).state


def told_of_rescue(ground: Ground, laptop: Laptop) -> tuple[Grade, dict[str, object]]:
    """What `fieldkit doctor` and the page tell of the rescue key."""
    seen = seen_by_doctor(ground, laptop)
    (finding,) = [each.finding for each in look_at(seen) if each.finding and each.finding.topic is Topic.RESCUE]
    return finding.grade, dict(finding.facts)


def seen_by_doctor(ground: Ground, laptop: Laptop) -> Looked:
    path = laptop.store.path
    return Looked(open_folders(path.parent), ThisComputer(), ground.clock, lambda: reader(path, KEY))


def test_the_checkup_tells_whether_the_office_could_open_laptop_and_backup(ground: Ground) -> None:
    bare = own_folder(ground, "bare", JATI)
    assert told_of_rescue(ground, bare) == (Grade.UNKNOWN, {"state": "none"})
    folders = open_folders(bare.store.path.parent)
    back_up(bare.store, folders.backups)
    office_with_key(ground)
    bare.sync()
    print_ = key_print(rescue_key().public_hex)
    sealed = {"state": "sealed", "print": print_}
    assert told_of_rescue(ground, bare) == (Grade.LOOK, sealed | {"in_backup": False})
    add_people(bare.store, "SITI NURAINI", on_list=False)
    ground.clock.pass_by(minutes=1)
    back_up(bare.store, folders.backups)
    assert told_of_rescue(ground, bare) == (Grade.FINE, sealed | {"in_backup": True})


def test_the_checkup_names_a_rescue_key_that_no_head_signed(ground: Ground) -> None:
    table = own_folder(ground, "table", JATI)
    put_by_thief(ground, rescue_code(another_key().public_hex))
    table.sync()
    print_ = key_print(another_key().public_hex)
    assert told_of_rescue(ground, table) == (Grade.LOOK, {"state": "unsigned", "print": print_})


def test_every_change_of_a_broken_laptop_comes_home_once(ground: Ground) -> None:
    office, table = office_with_key(ground), own_folder(ground, "table", JATI)
    assert table.sync().all_sent
    add_people(table.store, "SITI NURAINI", "BUDI HARTONO", on_list=False)
    opened(table.store)
    assert table.sync().all_sent
    people = add_people(table.store, "DEWI LESTARI", "EKO PRASETYO", on_list=False)
    numbers = [registered(table.store, person).queue_no for person in people]
    waiting = Exchange(table.store).waiting()
    disk = disk_of(table.store, ground.folder / "broken")
    admin = signer(ground, office, "admin")

    for _ in range(2):
        rescued(ground, office, disk)
        assert office.sync().all_sent

    assert waiting > 0
    assert len(ground.rows(RESIDENT)) == 4
    queue = 4 + SERVICE_REQUEST.column_names.index("queue_no")
    assert sorted(str(row[queue]) for row in ground.rows(SERVICE_REQUEST)) == numbers
    assert office.rows(RESIDENT) == ground.rows(RESIDENT)
    with reading(ground.centre.engine) as connection:
        assert is_whole(connection, (REGENCY, table.store.meta.origin))
    looks = [row[4:7] for row in ground.rows(LOOK)]
    assert looks == [(table.store.meta.origin, "rescue", admin.user_id)] * 2
    assert kinds(ground) == []
    # The disk comes back to life: it goes on where it was, and nothing is there twice.
    assert table.sync().all_sent
    assert table.store.meta.origin.endswith(".1")
    assert len(ground.rows(RESIDENT)) == 4
    assert kinds(ground) == []
    assert list((ground.folder / "office").glob("rescue-*")) == []


def test_the_copy_at_the_centre_opens_a_disk_without_the_one_beside_the_database(ground: Ground) -> None:
    office, table = office_with_key(ground), own_folder(ground, "table", JATI)
    table.sync()
    add_people(table.store, "SITI NURAINI", on_list=False)
    disk = disk_of(table.store, ground.folder / "broken")
    (ground.folder / "broken" / "rescue.json").unlink()
    signer(ground, office, "planner")
    with pytest.raises(KeyUnavailableError, match="tidak ditemukan"), _opened(ground, disk):
        pass
    office.sync()
    rescued(ground, office, disk)
    assert office.sync().all_sent
    assert len(ground.rows(RESIDENT)) == 1


def _opened(ground: Ground, disk: Path):  # type: ignore[no-untyped-def]
    return opened_broken(open_folders(ground.folder / "office"), disk, private(), ground.clock)


def test_key_copies_come_to_the_laptops_of_the_office_and_to_no_village(ground: Ground) -> None:
    office, table = office_with_key(ground), own_folder(ground, "table", JATI)
    other = own_folder(ground, "other", JATI)
    for laptop in (table, other, office, table, other):
        assert laptop.sync().cause is None
    assert len(ground.rows(KEY_COPY)) == 3
    assert office.rows(KEY_COPY) == ground.rows(KEY_COPY)
    origins = [row[4] for row in other.rows(KEY_COPY)]
    assert set(origins) <= {other.store.meta.origin}
    assert kinds(ground) == []


def test_what_is_sealed_holds_key_and_token_and_is_sealed_once(ground: Ground) -> None:
    office_with_key(ground)
    table = own_folder(ground, "table", JATI)
    assert standing(table) is EscrowState.SEALED
    kept = kept_escrow(table.store.path.parent)
    assert kept is not None
    secrets = open_escrow(kept, private())
    assert (secrets.key, secrets.token) == (KEY, Exchange(table.store).connection().token)
    last = table.store.meta.last_number
    table.sync()
    assert table.store.meta.last_number == last


def test_a_key_that_no_head_signed_is_sealed_to_by_no_laptop(ground: Ground) -> None:
    """Whoever has the centre writes rows as they like; they lack the head's key."""
    table = own_folder(ground, "table", JATI)
    put_by_thief(ground, rescue_code(another_key().public_hex))
    table.sync()
    assert table.rows(SETTING) == ground.rows(SETTING)
    assert standing(table) is EscrowState.UNSIGNED
    assert kept_escrow(table.store.path.parent) is None


def put_by_thief(ground: Ground, code: str) -> None:
    """The centre itself writes a setting."""
    row = {"key": "rescue_key", "value": code, "valid_from": SATURDAY.isoformat()}
    put_office_row(ground.centre, REGENCY, SETTING.name, row, area=REGENCY, now_ms=now_ms(ground.clock))


def test_another_key_is_gone_by_only_once_somebody_has_compared_its_print(ground: Ground) -> None:
    office, table = office_with_key(ground), own_folder(ground, "table", JATI)
    head = signer(ground, office, "head")
    tomorrow = SATURDAY + timedelta(days=1)
    rule_rescue_key(office.store, head, another_key(), tomorrow)
    office.sync()
    ground.clock.pass_by(days=1)
    table.sync()
    assert standing(table) is EscrowState.CHANGED
    kept = kept_escrow(table.store.path.parent)
    assert kept is not None
    assert kept.rescue_key == rescue_key().public_hex
    table.store.execute(trust_rescue_key, key_print(rescue_key().public_hex))
    assert standing(table) is EscrowState.CHANGED
    table.store.execute(trust_rescue_key, key_print(another_key().public_hex))
    table.sync()
    kept = kept_escrow(table.store.path.parent)
    assert kept is not None
    assert kept.rescue_key == another_key().public_hex
    assert standing(table) is EscrowState.SEALED


def test_who_does_not_decide_for_the_office_rescues_nothing(ground: Ground) -> None:
    office = office_with_key(ground)
    signer(ground, office, "lead")
    with pytest.raises(RuleError):
        office.store.execute(note_rescue, "3574-P2.1")
