"""`fieldkit bundle`: the road home by USB, from the laptop's side."""

from __future__ import annotations

from pathlib import Path

from fieldkit.console.laptop import Access, enrolled
from fieldkit.console.talk import DONE, Say, say_as, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.text import Text, text
from fieldkit.host.files import write_out
from fieldkit.sync.bundle import make_bundle, read_brought, take_receipt
from fieldkit.work.relay import closings_of, news_of, take_from_table, write_receipts


def run_write(access: Access, file: Path, *, as_json: bool, say: Say = print) -> int:
    """Write what waits into a file; it goes on waiting here until its receipt is read."""
    try:
        with enrolled(access) as store:
            bundle = make_bundle(store)
            write_out(file, bundle.content)
    except FieldKitError as error:
        return told(error)
    facts = {
        "first": bundle.first,
        "last": bundle.last,
        "changes": bundle.changes,
        "bytes": len(bundle.content),
    }
    sentence = text("{changes} perubahan ditulis. Tetap menunggu di sini sampai buktinya dibaca.", **facts)
    say_as(facts, sentence, as_json=as_json, say=say)
    return DONE


def run_receipt(access: Access, file: Path, *, as_json: bool, say: Say = print) -> int:
    """Read the centre's receipt for a bundle, and tell what waits then."""
    try:
        with enrolled(access) as store:
            closed = take_receipt(store, read_brought(file))
    except FieldKitError as error:
        return told(error)
    facts = {"first": closed.first, "last": closed.last, "waiting": closed.waiting, "exceptions": closed.exceptions}
    sentence = text("Pusat menerima sampai perubahan {last}. {waiting} masih menunggu.", **facts)
    say_as(facts, sentence, as_json=as_json, say=say)
    return DONE


def run_take(access: Access, file: Path, *, as_json: bool, say: Say = print) -> int:
    """Take in the bundle of another table: it goes on to the centre with the next sync."""
    try:
        with enrolled(access) as store:
            brought = take_from_table(store, read_brought(file))
    except FieldKitError as error:
        return told(error)
    facts = {
        "news": brought.news.name.lower(),
        "laptop": brought.prefix,
        "changes": brought.changes,
        "closings": brought.closings,
        "unsigned": brought.unsigned,
    }
    say_as(
        facts,
        Text("{news} {closings}", {"news": news_of(brought), "closings": closings_of(brought)}),
        as_json=as_json,
        say=say,
    )
    return DONE


def run_give(access: Access, folder: Path, *, as_json: bool, say: Say = print) -> int:
    """Write the receipts for other tables into a folder."""
    try:
        with enrolled(access) as store:
            files = write_receipts(store, folder)
    except FieldKitError as error:
        return told(error)
    say_as({"files": files}, text("Bukti yang ditulis: {files}.", files=", ".join(files)), as_json=as_json, say=say)
    return DONE
