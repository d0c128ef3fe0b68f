"""A laptop that broke is opened by the packed program with the key from the office's safe, and its work comes home."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from fieldkit.demo.centre import centre_url
from fieldkit.demo.office import REGENCY, PracticeOffice
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.versions import Stage
from fieldkit.host.clock import SystemClock, now_ms
from fieldkit.host.folders import open_folders
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import DATABASE_FILE, escrow_file
from fieldkit.store.queries.rules.versions import rules_view
from fieldkit.work.rules.versions import WriteRule, sign_rule, write_rule
from fieldkit.work.sign_in import check_in, set_first_pin
from shipping.scripted import PHRASE, PIN, Scripted, answer, enrol, queued, require
from shipping.trial import TrialError

_SAFE: Final = "sapi biru minum kopi susu"
_NEW: Final = "kambing putih suka melon"
_KEY_WORDS: Final = ("--key-passphrase-fd", "0")


def rescued(table: Scripted, folder: Path, url: str) -> int:
    """The key is made and ruled, the table seals its own to it and breaks, the office brings its work home, and the
    table opens again; how many changes came home."""
    key = str(folder / "kantor.fkrescue")
    code = rescue_key(table, key, folder / "brankas.html")
    office = replace(table, folder=folder / "office", office=_admin(folder))
    enrol(office, url)
    rule(office, code)
    for each in (office, table):
        each.call("sync", "--json")
    table.work("load", str(queued(folder, "1991-03-04")))
    brought = office.work("rescue", "open", str(broken(table, folder)), "--key", key, *_KEY_WORDS, secrets=(_SAFE,))
    sent = office.call("sync", "--json")
    changes = unlock(table, key)
    came_home = {"whole": brought["whole"], "all_sent": sent["all_sent"], "changes": brought["changes"]}
    require(came_home, {"whole": True, "all_sent": True, "changes": changes})
    return changes


def rescue_key(laptop: Scripted, file: str, sheet: Path) -> str:
    """The office's key is made, and opens again; its code."""
    made = answer(
        laptop.tried, ("rescue", "new-key", file, "--sheet", str(sheet), *_KEY_WORDS, "--json"), (_SAFE, _SAFE)
    )
    require(answer(laptop.tried, ("rescue", "check", file, *_KEY_WORDS, "--json"), (_SAFE,)), made)
    return str(made["code"])


def rule(office: Scripted, code: str) -> None:
    """The head rules the key: the one step that no command has, done from the tree."""
    with closing(open_store(open_folders(office.folder), lambda: PHRASE, SystemClock())) as store:
        head = UserId(office.office.lead_id)
        set_first_pin(store, head, office.office.lead_start_code, PIN)
        store.user, signer = head, check_in(store, head, PIN)
        store.execute(write_rule, WriteRule(RuleName.RESCUE, {"rescue_key": code}, office.day))
        (draft,) = store.query(rules_view, office.day).of(RuleName.RESCUE, Stage.DRAFT)
        store.execute(sign_rule, draft.id, signer)


def broken(table: Scripted, folder: Path) -> Path:
    """What can be read of its disk: database, log, and the key as it was sealed to the office."""
    disk = folder / "disk"
    disk.mkdir()
    sealed, data = escrow_file(open_folders(table.folder)), open_folders(table.folder).data
    for file in (sealed, *data.glob(f"{DATABASE_FILE}*")):
        shutil.copyfile(file, disk / file.name)
    return disk / DATABASE_FILE


def unlock(table: Scripted, key: str) -> int:
    """Nobody knows its passphrase any more: it gets a new one, and nothing else changed; how much waits there."""
    where = ("--database", str(table.folder), "--passphrase-fd", "0")
    answer(table.tried, ("rescue", "unlock", "--key", key, *_KEY_WORDS, *where, "--json"), (_SAFE, _NEW, _NEW))
    waiting = answer(table.tried, ("count", *where), (_NEW,))["waiting"]
    if not waiting:
        raise TrialError("what was loaded before it broke does not wait to be sent")
    return int(waiting)


def _admin(folder: Path) -> PracticeOffice:
    """Who plans for the office and signs for it, with a laptop of the office."""
    centre = open_centre(centre_url(folder))
    try:
        now = now_ms(SystemClock())
        admin, start_code = add_user(centre, REGENCY, name="Sri Rahayu", role="admin", now_ms=now)
        return PracticeOffice(admin, start_code, issue_code(centre, REGENCY, areas=[REGENCY], now_ms=now))
    finally:
        centre.close()
