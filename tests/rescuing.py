"""An office with a rescue key: made away from the centre, ruled by its head, and laptops that seal theirs to it."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.rescue_key import rescue_code
from fieldkit.host.escrow import LaptopSecrets, NewRescueKey, escrow, new_rescue_key
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.sealing import Cost
from fieldkit.store.keeping.places import escrow_file
from fieldkit.store.store import Store
from fieldkit.work.rules.versions import WriteRule, sign_rule, write_rule
from fieldkit.work.sign_in import Signer
from tests.laptops import KEY, SATURDAY, add_people, laptop
from tests.ruling import draft_of

WORDS = "empat kata dari brankas"
QUICK = Cost(rounds=1, memory_kib=128, lanes=1)


@cache
def rescue_key() -> NewRescueKey:
    """The office's key."""
    return new_rescue_key(WORDS, QUICK)


def sealed_laptop(folder: Path) -> Folders:
    """A laptop with a resident, sealed to the office and closed; its account need not have the key."""
    folders = open_folders(folder)
    store = laptop(folders.data)
    add_people(store, "SITI NURAINI")
    store.close()
    escrow_file(folders).write_bytes(msgspec.json.encode(escrow(LaptopSecrets(KEY, "token"), rescue_key().public_hex)))
    return folders


@cache
def another_key() -> NewRescueKey:
    """One that somebody else made."""
    return new_rescue_key(WORDS, QUICK)


def rule_rescue_key(store: Store, by: Signer, key: NewRescueKey, day: date = SATURDAY) -> None:
    """The head rules this key."""
    store.execute(write_rule, WriteRule(RuleName.RESCUE, {"rescue_key": rescue_code(key.public_hex)}, day))
    store.execute(sign_rule, draft_of(store, RuleName.RESCUE, day), by)


def disk_of(store: Store, target: Path) -> Path:
    """What lies on the disk of a laptop that broke at work: nothing was closed, its log is not taken in yet."""
    target.mkdir()
    for name in (store.path.name, f"{store.path.name}-wal", "rescue.json"):
        if (store.path.parent / name).exists():
            shutil.copyfile(store.path.parent / name, target / name)
    return target / store.path.name
