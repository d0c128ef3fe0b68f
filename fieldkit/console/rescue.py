"""`fieldkit rescue`: the office's key for laptops whose own key is lost, and what it opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldkit.console.laptop import Access, Who, enrolled, new_passphrase, sign_in
from fieldkit.console.talk import DONE, Ask, Say, say_as, secret, told
from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.domain.rules.rescue_key import key_print, rescue_code
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import SystemClock
from fieldkit.host.escrow import new_rescue_key, open_rescue_key, read_rescue_file
from fieldkit.host.files import write_out
from fieldkit.host.folders import open_folders
from fieldkit.reports.rescue_sheet import rescue_sheet_html
from fieldkit.store.keeping.own_key import unlock
from fieldkit.store.keeping.rescue import Found, found_in, key_copies, opened_broken
from fieldkit.store.store import Store
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.rescue import BroughtHome, bring_home, note_rescue

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey


@dataclass(frozen=True, slots=True)
class RescueKey:
    """Where the office's key lies, and where its words come from; None: ask at the terminal."""

    file: Path
    passphrase_fd: int | None = None

    def opened(self, ask: Ask) -> X25519PrivateKey:
        """The private half."""
        words = secret(self.passphrase_fd, ask, str(text("Frasa kunci darurat: ")))
        return open_rescue_key(read_rescue_file(self.file), words)


def run_new_key(key: RescueKey, sheet: Path | None, ask: Ask, *, as_json: bool, say: Say = print) -> int:
    """Make a key, away from any network: a file for the safe, and the code for the rule that the head signs."""
    try:
        for path in filter(None, (key.file, sheet)):
            _require_new(path)
        made = new_rescue_key(new_passphrase(key.passphrase_fd, ask, text("Frasa untuk kunci darurat: ")))
        code, print_ = rescue_code(made.public_hex), key_print(made.public_hex)
        write_out(key.file, made.content)
        if sheet is not None:
            write_out(sheet, rescue_sheet_html(code, print_, made.content.decode()).encode())
    except FieldKitError as error:
        return told(error)
    sentence = text(
        "Kunci darurat dibuat.\nSidik: {print}\nKode untuk aturan kantor:\n{code}\nSimpan berkasnya di brankas, "
        "frasanya di tempat lain, dan jangan pernah di pusat.",
        print=print_,
        code=code,
    )
    say_as({"code": code, "print": print_}, sentence, as_json=as_json, say=say)
    return DONE


def run_check(key: RescueKey, ask: Ask, *, as_json: bool, say: Say = print) -> int:
    """Whether file and words still fit, and which key it is."""
    try:
        public = key.opened(ask).public_key().public_bytes_raw().hex()
    except FieldKitError as error:
        return told(error)
    facts = {"code": rescue_code(public), "print": key_print(public)}
    say_as(facts, text("Kunci darurat ini terbuka. Sidik: {print}", **facts), as_json=as_json, say=say)
    return DONE


def run_unlock(access: Access, key: RescueKey, *, as_json: bool, say: Say = print) -> int:
    """Give a laptop back its own key, which its account lost or whose passphrase nobody knows."""
    try:
        folders = open_folders(access.database)
        rescue = key.opened(access.ask)
        unlock(folders, rescue, lambda: new_passphrase(access.passphrase_fd, access.ask, text("Frasa sandi baru: ")))
    except FieldKitError as error:
        return told(error)
    sentence = text("Laptop ini terbuka lagi. Data, nomor, dan yang menunggu dikirim tetap seperti semula.")
    say_as({"unlocked": True}, sentence, as_json=as_json, say=say)
    return DONE


def run_open(
    access: Access, who: Who, key: RescueKey, file: Path, out: Path | None, *, as_json: bool, say: Say = print
) -> int:
    """Open a broken laptop's database, say what is in it, and bring its work home with this laptop or in a file."""
    try:
        with enrolled(access) as office:
            user = sign_in(office, who, access.ask)
            rescue = key.opened(access.ask)
            copies = office.query(key_copies, rescue.public_key().public_bytes_raw().hex())
            with opened_broken(open_folders(access.database), file, rescue, SystemClock(), copies) as broken:
                found = broken.query(found_in)
                office.execute(note_rescue, found.origin)
                brought = _bring(office, broken, found, out)
    except FieldKitError as error:
        return told(error)
    facts = {
        "origin": found.origin,
        "last_number": found.last_number,
        "waiting": found.waiting,
        "carried": found.carried,
        "people": found.people,
        "whole": found.is_whole,
        "changes": brought.changes,
        "files": brought.files,
        "by": user.name,
    }
    say_as(facts, _sentence(found, brought, out), as_json=as_json, say=say)
    return DONE


def _bring(office: Store, broken: Store, found: Found, out: Path | None) -> BroughtHome:
    bundle = make_bundle(broken) if found.waiting else None
    if out is None or bundle is None:
        return bring_home(office, broken, bundle.content if bundle else b"")
    _require_new(out)
    write_out(out, bundle.content)
    return BroughtHome(bundle.changes, 0)


def _sentence(found: Found, brought: BroughtHome, out: Path | None) -> Text:
    about = {
        "origin": found.origin,
        "last": found.last_number,
        "people": found.people,
        "changes": brought.changes,
        "state": text("utuh") if found.is_whole else text("rusak sebagian"),
    }
    if not found.waiting and not found.carried:
        return text(
            "{origin}, {people} warga, sampai perubahan {last}, {state}. Tidak ada yang menunggu: semua sudah di "
            "pusat.",
            **about,
        )
    if out is not None:
        return text(
            "{origin}, {people} warga, sampai perubahan {last}, {state}. {changes} perubahan ditulis ke berkas; bawa "
            "ke pusat.",
            **about,
        )
    return text(
        "{origin}, {people} warga, sampai perubahan {last}, {state}. {changes} perubahan dibawa laptop ini; "
        "sinkronkan sekarang.",
        **about,
    )


def _require_new(path: Path) -> None:
    if path.exists():
        raise FileError(
            text("Berkas {name} sudah ada.", name=path.name),
            text("Tidak ada yang ditimpa. Sebut nama yang belum dipakai."),
        )
