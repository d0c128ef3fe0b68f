"""A bundle that another table brought by stick is taken in at the village: its closing is read, its work carried on.

The file is sealed to the centre and stays as it is. Only the note in it, which tells the closings of that table, is for
the laptops of the team.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from fieldkit.domain.errors import FileError
from fieldkit.domain.identifiers import laptop_of, origin_of
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import now_ms
from fieldkit.host.files import write_out
from fieldkit.records.bundle import BUNDLE, RECEIPT_SUFFIX, BundleHeader, Span, key_id, open_note
from fieldkit.records.note import TableNote
from fieldkit.records.relay import digest_of
from fieldkit.records.signed_file import SignedFile, read_file
from fieldkit.records.team import TeamLaptop
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins
from fieldkit.store.meta import USB_RECEIVER, Meta
from fieldkit.store.neighbours.brought import count_signed, keep_brought
from fieldkit.store.neighbours.carried import (
    CarriedFile,
    carried_files,
    carried_spans,
    keep_carried,
    note_returned,
    ready_receipts,
)
from fieldkit.store.neighbours.team import own_box_key, team_laptops
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Touched

OUTDATED: Final = "outdated"
"""Code of the error for a file whose work a later one holds that is here already."""


class BroughtNews(Enum):
    """What a bundle from another table brought."""

    NEW = auto()
    DOUBLED = auto()
    """This very file is carried already."""
    ANSWERED = auto()
    """And the centre has signed for it: the receipt for the other laptop lies here."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A bundle that was taken in."""

    news: BroughtNews
    prefix: str
    laptop_name: str
    changes: int
    closings: int
    """How many closings in it carry their signer's signature, so that they count here."""
    unsigned: int
    """How many do not: they are carried on as well, and the office looks at them."""
    is_of_before: bool
    """Whether it was written before the centre was restored: the centre decides what of it is new."""


def take_from_table(store: Store, content: bytes) -> Brought:
    """Carry a bundle on to the centre, and read the closings in it; FileError, and nothing changed, where it may not.

    The same file again changes nothing.
    """
    file = read_file(BUNDLE, content)
    header = file.read_header(BundleHeader)
    file.require_signed_by(header.device_key)
    laptop, digest = store.query(_sender, header), digest_of(content)
    news = store.query(_news, header, digest)
    note, closings = store.query(_note_in, file), list[str]()
    carried = CarriedFile(digest, tuple(header.spans), laptop.prefix, laptop.name, content)

    def keep(database: Database) -> Touched:
        keep_carried(database, carried, now_ms(store.clock))
        closings.extend(keep_brought(database, header.origin, note))
        touched = Touched()
        touched.add("carried_file", [digest])
        touched.add("brought_closing", closings)
        return touched

    store.take_in(keep)
    signed = store.query(count_signed, closings)
    changes, is_of_before = sum(map(_size, header.spans)), 0 < header.epoch < Exchange(store).epoch()
    return Brought(news, laptop.prefix, laptop.name, changes, signed, len(closings) - signed, is_of_before)


def news_of(brought: Brought) -> Text:
    """What a bundle brought, for whoever took it in."""
    about = {"laptop": f"{brought.prefix} {brought.laptop_name}", "changes": brought.changes}
    if brought.news is BroughtNews.ANSWERED:
        return text("Kiriman {laptop} ini sudah sampai di pusat. Buktinya ada di laptop ini.", **about)
    if brought.news is BroughtNews.DOUBLED:
        return text("Kiriman {laptop} ini sudah ada di laptop ini. Tidak ada yang berubah.", **about)
    if brought.is_of_before:
        return text(
            "Kiriman {laptop} diambil: {changes} perubahan, ditulis sebelum pusat dipulihkan. Pusat yang memilah.",
            **about,
        )
    return text("Kiriman {laptop} diambil: {changes} perubahan dibawa ke pusat oleh laptop ini.", **about)


def closings_of(brought: Brought) -> Text:
    """And what became of the closings in it."""
    about = {"closings": brought.closings, "unsigned": brought.unsigned}
    if brought.unsigned:
        return text(
            "Tanda tangan {unsigned} tutup shift tidak cocok. Tetap dibawa ke pusat, tapi tidak dihitung di sini.",
            **about,
        )
    if brought.closings:
        return text("Tutup shift yang terbaca dan tanda tangannya cocok: {closings}.", **about)
    return text("Tidak ada tutup shift yang bisa dibaca di sini.")


def write_receipts(store: Store, folder: Path) -> list[str]:
    """Write the receipts for other tables onto a stick; the names of the files. FileError where none is ready."""
    ready = store.query(ready_receipts)
    if not ready:
        raise _none_ready()
    names = [f"{each.name}{RECEIPT_SUFFIX}" for each in ready]
    for name, each in zip(names, ready, strict=True):
        write_out(folder / name, each.content)
    store.take_in(_returned, [each.digest for each in ready], now_ms(store.clock))
    return names


def _returned(database: Database, digests: Sequence[str], at_ms: int) -> Touched:
    note_returned(database, digests, at_ms)
    touched = Touched()
    touched.add("carried_file", digests)
    return touched


def _size(span: Span) -> int:
    return span.last - span.first + 1


def _sender(database: Database, header: BundleHeader) -> TeamLaptop:
    """The laptop that wrote it, as the centre told of it."""
    meta = Meta(database)
    if header.regency != meta.regency or header.receiver != key_id(bytes.fromhex(meta.get(USB_RECEIVER))):
        raise _foreign()
    families = {laptop_of(span.origin) for span in header.spans}
    if families & {laptop_of(origin) for origin in own_origins(database)}:
        raise _own()
    for laptop in team_laptops(database):
        if families == {laptop_of(origin_of(meta.regency, laptop.prefix, 1))}:
            if laptop.device_key != header.device_key:
                raise _signed_by_another(laptop.prefix)
            return laptop
    raise _unknown_laptop()


def _news(database: Database, header: BundleHeader, digest: str) -> BroughtNews:
    """Whether the file is new here; FileError where a later one that is carried holds all of it."""
    for known in carried_files(database):
        if known.digest == digest:
            return BroughtNews.ANSWERED if known.is_answered else BroughtNews.DOUBLED
    if any(_covers(spans, header.spans) for spans in carried_spans(database)):
        raise _outdated()
    return BroughtNews.NEW


def _covers(later: Sequence[Span], earlier: Sequence[Span]) -> bool:
    """Whether one file holds all that another does."""
    return all(
        any(one.origin == each.origin and one.first <= each.first and one.last >= each.last for one in later)
        for each in earlier
    )


def _note_in(database: Database, file: SignedFile) -> TableNote:
    """The note for this laptop; an empty one where there is none. What can not be read hinders no work on its way."""
    with suppress(FileError):
        return open_note(file, own_box_key(database)) or _NOTHING
    return _NOTHING


def _foreign() -> FileError:
    return FileError(
        text("Kiriman ini untuk pusat lain."),
        text("Tidak ada yang dibuka dan tidak ada yang hilang. Bawa ke kantor yang mendaftarkan laptopnya."),
        "foreign",
    )


def _own() -> FileError:
    return FileError(
        text("Kiriman ini ditulis laptop ini sendiri."),
        text("Di sini tidak ada yang perlu diambil. Bawa ke kantor, atau ke laptop ketua tim."),
        "own",
    )


def _unknown_laptop() -> FileError:
    return FileError(
        text("Laptop yang menulis kiriman ini belum dikenal di sini."),
        text(
            "Tidak ada yang diambil dan tidak ada yang hilang, semuanya tetap di laptop itu. Sambungkan laptop ini "
            "sekali ke pusat lalu coba lagi, atau bawa berkasnya ke kantor."
        ),
        "unknown",
    )


def _signed_by_another(prefix: str) -> FileError:
    return FileError(
        text("Tanda tangan kiriman ini bukan dari laptop {prefix}.", prefix=prefix),
        text("Tidak ada yang diambil dan tidak ada yang hilang. Buat lagi di laptop itu, atau tanyakan ke kantor."),
        "signature",
    )


def _outdated() -> FileError:
    return FileError(
        text("Kiriman yang lebih baru dari laptop itu sudah ada di sini."),
        text("Isi berkas ini termuat semua di dalamnya, jadi tidak ada yang perlu diambil."),
        OUTDATED,
    )


def _none_ready() -> FileError:
    return FileError(
        text("Belum ada bukti untuk meja lain."),
        text("Buktinya datang setelah kiriman mereka sampai di pusat lewat laptop ini. Sinkronkan dulu."),
    )


_NOTHING: Final = TableNote(closings=[])
