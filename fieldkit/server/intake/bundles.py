"""USB bundles at the office: what lies in one is received as a push is, and a signed receipt goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text, text
from fieldkit.records.bundle import BUNDLE, Answered, BundleHeader, ReceiptHeader, key_id, open_box, sign_receipt
from fieldkit.records.signed_file import damaged, read_file
from fieldkit.records.wire import Push, PushReply
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import Device, devices_by_key
from fieldkit.server.devices.receiving import receiving_key
from fieldkit.server.intake.push import receive
from fieldkit.server.ledger.origins import held_of
from fieldkit.server.regencies import epoch_of, feed_heads, signing_key
from fieldkit.server.trouble import TroubleError


class News(Enum):
    """What a bundle brought."""

    NEW = auto()
    DOUBLED = auto()
    """The centre holds exactly this already."""
    OUTDATED = auto()
    """The centre holds this already, and what the laptop wrote after it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A bundle that was received, and the receipt for it."""

    header: BundleHeader
    news: News
    held: int
    receipt: bytes


def take_bundle(centre: Centre, content: bytes, now_ms: int) -> Taken:
    """Receive what lies in a bundle; FileError, with nothing lost, where it is none of this centre's or damaged.

    A bundle that was received before changes nothing, and its receipt is made again.
    """
    file = read_file(BUNDLE, content)
    header = file.read_header(BundleHeader)
    file.require_signed_by(header.device_key)
    device, key, held = _known(centre, header)
    pushes = open_box(file.head, file.body, key)
    _require_as_told(pushes, header)
    answers = [Answered(*_ends(push), _received(centre, device, push, now_ms)) for push in pushes]
    receipt = _receipt(centre, header, answers, now_ms)
    return Taken(header, _news(header, held), answers[-1].reply.receipt.number, receipt)


def _known(centre: Centre, header: BundleHeader) -> tuple[Device, X25519PrivateKey, int]:
    """Who sent it, what opens it, and how much was held before."""
    with reading(centre.engine) as connection:
        if not feed_heads(connection, [header.regency]):
            raise _foreign()
        key = receiving_key(connection, header.regency)
        if key_id(key.public_key().public_bytes_raw()) != header.receiver:
            raise _foreign()
        for device in devices_by_key(connection, header.regency, header.device_key):
            if device.incarnation_of(header.origin) is not None:
                return device, key, held_of(connection, header.regency, header.origin).number
    raise _unknown_laptop()


def _require_as_told(pushes: Sequence[Push], header: BundleHeader) -> None:
    """The batches follow each other, and are what the header says."""
    ends = [_ends(push) for push in pushes]
    is_told = bool(ends) and (ends[0][0], ends[-1][1]) == (header.first, header.last)
    follow = all(last + 1 == first for (_, last), (first, _) in pairwise(ends))
    if not is_told or not follow or any(push.origin != header.origin for push in pushes):
        raise damaged()


def _ends(push: Push) -> tuple[int, int]:
    return push.first, push.first + len(push.changes) - 1


def _receipt(centre: Centre, header: BundleHeader, answers: Sequence[Answered], now_ms: int) -> bytes:
    with reading(centre.engine) as connection:
        epoch, signer = epoch_of(connection, header.regency), signing_key(connection, header.regency)
    said = ReceiptHeader(
        origin=header.origin,
        regency=header.regency,
        first=header.first,
        last=header.last,
        epoch=epoch,
        centre_key=signer.public_key().public_bytes_raw().hex(),
        at_ms=now_ms,
    )
    return sign_receipt(said, answers, signer)


def _received(centre: Centre, device: Device, push: Push, now_ms: int) -> PushReply:
    try:
        return receive(centre, device, push, now_ms)
    except TroubleError as error:
        raise _TOLD.get(error.body.code, damaged)() from error


def _news(header: BundleHeader, held: int) -> News:
    if held < header.last:
        return News.NEW
    return News.DOUBLED if held == header.last else News.OUTDATED


def news_of(news: News, **about: object) -> Text:
    """What a bundle brought, for whoever took it; `about` tells origin, first and last."""
    if news is News.NEW:
        return text("Perubahan {first} sampai {last} dari {origin} diterima. Bukti terimanya sudah ditulis.", **about)
    if news is News.DOUBLED:
        return text(
            "Kiriman {origin} ini sudah pernah diterima. Tidak ada yang berubah; buktinya ditulis lagi.", **about
        )
    return text(
        "Kiriman {origin} ini sudah lama: pusat memegang juga yang sesudah {last}. Buktinya ditulis lagi.", **about
    )


def _foreign() -> FileError:
    return FileError(
        text("Kiriman ini untuk pusat lain."),
        text("Tidak ada yang dibuka dan tidak ada yang hilang. Bawa ke kantor yang mendaftarkan laptopnya."),
    )


def _unknown_laptop() -> FileError:
    return FileError(
        text("Laptop yang menulis kiriman ini tidak terdaftar di sini."),
        text("Tidak ada yang dibuka dan tidak ada yang hilang. Periksa daftar laptop, atau hubungi kantor asalnya."),
    )


def _gap() -> FileError:
    return FileError(
        text("Sebelum kiriman ini ada perubahan yang belum sampai di pusat."),
        text("Tidak ada yang diambil. Ambil dulu kiriman yang lebih awal, atau buat lagi di laptopnya."),
    )


def _fork() -> FileError:
    return FileError(
        text("Pusat memegang catatan lain dengan nomor yang sama."),
        text("Tidak ada yang ditimpa. Mungkin laptop itu disalin; cocokkan dulu di kantor."),
    )


def _busy() -> FileError:
    return FileError(
        text("Pusat sedang ramai."), text("Yang sudah masuk aman. Ambil kiriman ini sekali lagi sebentar lagi.")
    )


_TOLD: Final = {"chain": _gap, "fork": _fork, "busy": _busy}
