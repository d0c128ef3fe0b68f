"""USB bundles at the office: what lies in one is received as a push is, and a signed receipt goes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text, text
from fieldkit.records.bundle import (
    BUNDLE,
    Answered,
    BundleHeader,
    ReceiptHeader,
    Span,
    batches_in,
    key_id,
    open_box,
    sign_receipt,
    spans_of,
)
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
    box = open_box(file, key)
    if spans_of(batches_in(box)) != header.spans:
        raise damaged()
    answers = [Answered(*_ends(push), _received(centre, device, push, now_ms)) for push in batches_in(box)]
    receipt = _receipt(centre, header, answers, now_ms)
    return Taken(header, _news(header, held), answers[-1].reply.receipt.number, receipt)


def _known(centre: Centre, header: BundleHeader) -> tuple[Device, X25519PrivateKey, dict[str, int]]:
    """Who sent it, what opens it, and how much was held of each of its origins before."""
    with reading(centre.engine) as connection:
        if not feed_heads(connection, [header.regency]):
            raise _foreign()
        key = receiving_key(connection, header.regency)
        if key_id(key.public_key().public_bytes_raw()) != header.receiver:
            raise _foreign()
        origins = [span.origin for span in header.spans]
        for device in devices_by_key(connection, header.regency, header.device_key):
            if all(device.incarnation_of(origin) is not None for origin in origins):
                held = {origin: held_of(connection, header.regency, origin).number for origin in origins}
                return device, key, held
    raise _unknown_laptop()


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
        also=header.also,
    )
    return sign_receipt(said, answers, signer)


def _received(centre: Centre, device: Device, push: Push, now_ms: int) -> PushReply:
    try:
        return receive(centre, device, push, now_ms)
    except TroubleError as error:
        raise _TOLD.get(error.body.code, damaged)() from error


def _news(header: BundleHeader, held: Mapping[str, int]) -> News:
    def is_behind(span: Span) -> bool:
        return held[span.origin] < span.last

    if any(map(is_behind, header.spans)):
        return News.NEW
    is_last = all(held[span.origin] == span.last for span in header.spans)
    return News.DOUBLED if is_last else News.OUTDATED


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
        "foreign",
    )


def _unknown_laptop() -> FileError:
    return FileError(
        text("Laptop yang menulis kiriman ini tidak terdaftar di sini."),
        text("Tidak ada yang dibuka dan tidak ada yang hilang. Periksa daftar laptop, atau hubungi kantor asalnya."),
        "unknown",
    )


def _gap() -> FileError:
    return FileError(
        text("Sebelum kiriman ini ada perubahan yang belum sampai di pusat."),
        text("Tidak ada yang diambil. Ambil dulu kiriman yang lebih awal, atau buat lagi di laptopnya."),
        "gap",
    )


def _fork() -> FileError:
    return FileError(
        text("Pusat memegang catatan lain dengan nomor yang sama."),
        text("Tidak ada yang ditimpa. Mungkin laptop itu disalin; cocokkan dulu di kantor."),
        "fork",
    )


def _busy() -> FileError:
    return FileError(
        text("Pusat sedang ramai."),
        text("Yang sudah masuk aman. Ambil kiriman ini sekali lagi sebentar lagi."),
        "busy",
    )


_TOLD: Final = {"chain": _gap, "fork": _fork, "busy": _busy}
