"""What official papers share: the letterhead, the day in words, how they begin and end, and who signs them."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import Final, TypeVar

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.formats import clock, day_long
from fieldkit.domain.roles import role_label
from fieldkit.domain.text import text
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.parts import NONE, Letterhead, Signature, known
from fieldkit.reports.making.spelling import spelled
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.work.instants import at_site, moment

TO_BE_WRITTEN: Final = "." * 40
"""Room for what is written by hand."""
TRUE: Final = "Berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
_PRINT: Final = 16
_Document = TypeVar("_Document", bound=msgspec.Struct)


class OfficePart(msgspec.Struct, frozen=True):
    """Whose document it is."""

    name: str = ""
    regency: str = ""
    address: str = ""
    team: str = ""


class SignerPart(msgspec.Struct, frozen=True):
    """Who signed."""

    name: str = ""
    role: str = ""


def read_back(document: str, kind: type[_Document]) -> _Document:
    """A signed record; FileError where it can not be read."""
    try:
        return msgspec.json.decode(document, type=kind)
    except msgspec.DecodeError as error:
        raise FileError(
            text("Berita acara ini tidak bisa dibaca."),
            text("Berkas yang ditandatangani tetap tersimpan. Beri tahu kantor, sebutkan nomornya."),
        ) from error


def letterhead(office: str, regency: str, address: str = "") -> Letterhead:
    """The head of a paper, with a dash for what is not known."""
    return Letterhead(f"Pemerintah {regency}".upper() if regency else NONE, known(office.upper()), address)


def preamble(day: date, deed: str) -> str:
    """How a record begins: when, and what was done."""
    on = f"Pada hari ini, {weekday(day)} tanggal {day_spelled(day)}"
    return f"{on}, yang bertanda tangan di bawah ini menyatakan telah {deed}, dengan rincian berikut."


def place_and_day(place: str, day: date, blank: str = TO_BE_WRITTEN) -> str:
    """Where and when a paper is signed; `blank` is the room for a place that is not known."""
    return f"{place or blank}, {date_words(day)}"


def signed(signer: SignerPart, at: str, time_zone: str) -> Signature:
    """The place of whoever signed already."""
    how = f"Ditandatangani di FieldKit, {instant_words(at_site(moment(at), time_zone))}"
    return Signature(labelled(signer.role, role_label), known(signer.name), how)


def to_sign(quality: str, name: str = "") -> Signature:
    """The place of somebody who signs on paper."""
    return Signature(quality, name or f"({TO_BE_WRITTEN})", "Nama, NIP, cap")


def print_line(number: str, record: SignedRecord) -> str:
    """The number and the print of the signed bytes, so that paper and centre can be held side by side."""
    return f"Nomor {number} · sidik {grouped_print(sha256(record.document.encode()).hexdigest())}"


def grouped_print(digest: str) -> str:
    """The first of a print, in groups of four, as papers show it."""
    shown = digest[:_PRINT].upper()
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))


def date_words(day: date) -> str:
    """The day without its weekday: "23 Februari 2019"."""
    return day_long(day).partition(", ")[2]


def weekday(day: date) -> str:
    """The name of the day alone: "Sabtu"."""
    return day_long(day).partition(",")[0]


def day_spelled(day: date) -> str:
    """The day in words, behind "tanggal": "dua puluh tiga bulan Februari tahun dua ribu sembilan belas"."""
    return f"{spelled(day.day)} bulan {date_words(day).split()[1]} tahun {spelled(day.year)}"


def instant_words(at: datetime) -> str:
    """A time at the site with its zone: "23 Februari 2019 pukul 19.05 WIB"."""
    return f"{date_words(at.date())} pukul {clock(at)} {at.tzname()}"
