"""The road home without any network: waiting changes in a file, and the centre's receipt for them in another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.host.clock import now_ms
from fieldkit.records.brought import brought_bytes
from fieldkit.records.bundle import (
    RECEIPT,
    Answered,
    BundleHeader,
    ReceiptHeader,
    key_id,
    read_answers,
    seal_bundle,
    spans_of,
)
from fieldkit.records.signed_file import MOST_BYTES, damaged, read_file
from fieldkit.records.wire import Push
from fieldkit.store.neighbours.brought import table_note
from fieldkit.store.neighbours.team import team_laptops
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.usb import own_batch, unsent, usb_keys
from fieldkit.sync.proof import require_covers, require_genuine

BUNDLE_SUFFIX: Final = ".fkbundle"
_BATCH_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True, repr=False)
class Bundle:
    """A bundle that is ready to be written; its name says whose it is and which changes it holds."""

    content: bytes
    first: int
    last: int
    """Of the origin that it is named after; `changes` counts those of all."""
    changes: int
    name: str


@dataclass(frozen=True, slots=True)
class Closed:
    """What a receipt closed, and what waits after it."""

    first: int
    last: int
    waiting: int
    exceptions: int


def make_bundle(store: Store) -> Bundle:
    """Everything that waits, in whole commands; it goes on waiting until the receipt. FileError where nothing does.

    The closings that were signed here lie beside it, for the laptops of the team. A laptop that was restored or copied
    hands in what waits under each of its origins at once.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    keys = store.query(usb_keys)
    pushes = store.query(unsent, _BATCH_BYTES)
    if not pushes:
        raise _nothing()
    if not keys.receiver:
        raise _no_receiver()
    signer = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(keys.device_secret))
    spans, receiver = spans_of(pushes), bytes.fromhex(keys.receiver)
    origin, first, last = msgspec.structs.astuple(spans[0])
    header = BundleHeader(
        origin=origin,
        regency=keys.regency,
        first=first,
        last=last,
        device_key=signer.public_key().public_bytes_raw().hex(),
        receiver=key_id(receiver),
        made_ms=now_ms(store.clock),
        epoch=Exchange(store).epoch(),
        also=spans[1:],
    )
    readers = [bytes.fromhex(each.receiver) for each in store.query(team_laptops) if each.receiver]
    content = seal_bundle(header, pushes, receiver, signer, store.query(table_note), readers)
    changes = sum(span.last - span.first + 1 for span in spans)
    return Bundle(content, first, last, changes, f"{origin}-{first}-{last}{BUNDLE_SUFFIX}")


def take_receipt(store: Store, content: bytes) -> Closed:
    """Close what the receipt speaks of, as its answers would have on a line; FileError, and nothing changed, else."""
    exchange, file = Exchange(store), read_file(RECEIPT, content)
    header = file.read_header(ReceiptHeader)
    file.require_signed_by(header.centre_key)
    _require_ours(exchange, header)
    answered = [(_batch(store, header, each), each.reply) for each in read_answers(file.body)]
    for batch, reply in answered:
        require_genuine(reply.receipt, header.centre_key, batch.origin, header.epoch)
        require_covers(reply.receipt, batch)
    for batch, reply in answered:
        exchange.acknowledge(batch, reply)
        exchange.save_receipt(reply.receipt)
    exceptions = sum(len(reply.exceptions) for _, reply in answered)
    return Closed(header.first, header.last, exchange.waiting(), exceptions)


def _require_ours(exchange: Exchange, header: ReceiptHeader) -> None:
    if header.centre_key != exchange.connection().centre_key:
        raise _of_another_centre()
    if not {span.origin for span in header.spans} <= set(exchange.origins()):
        raise _of_another_laptop()
    if header.epoch != exchange.epoch():
        raise _outdated() if header.epoch < exchange.epoch() else _of_a_restored_centre()
    if all(span.last <= exchange.held_by_centre(span.origin) for span in header.spans):
        raise _known()


def _batch(store: Store, header: ReceiptHeader, answered: Answered) -> Push:
    origin = answered.reply.receipt.origin
    is_told = any(origin == span.origin for span in header.spans)
    batch = store.query(own_batch, origin, answered.first, answered.last) if is_told else None
    if batch is None:
        raise damaged()
    return batch


def _nothing() -> FileError:
    return FileError(
        text("Tidak ada yang menunggu dikirim."), text("Semua sudah diterima pusat, jadi kiriman USB tidak dibuat.")
    )


def _no_receiver() -> FileError:
    return FileError(
        text("Laptop ini belum tahu kunci pusat untuk kiriman USB."),
        text("Pekerjaan tetap aman di sini. Sambungkan sekali ke pusat, lalu buat kirimannya lagi."),
    )


def _of_another_centre() -> FileError:
    return FileError(
        text("Bukti ini bukan dari pusat laptop ini."),
        text("Tidak ada yang ditandai terkirim, semua tetap menunggu di sini. Minta bukti dari kantor sendiri."),
    )


def _of_another_laptop() -> FileError:
    return FileError(
        text("Bukti ini untuk laptop lain."),
        text("Tidak ada yang ditandai terkirim. Baca di laptop yang menulis kirimannya."),
    )


def _outdated() -> FileError:
    return FileError(
        text("Bukti ini dari sebelum pusat dipulihkan."),
        text("Tidak ada yang ditandai terkirim, semua tetap menunggu di sini. Sambungkan, atau kirim lewat USB lagi."),
    )


def _of_a_restored_centre() -> FileError:
    return FileError(
        text("Pusat dipulihkan sejak laptop ini terakhir tersambung."),
        text("Kirimannya sudah di pusat, tetapi di sini belum ditandai terkirim. Sambungkan sekali, lalu beres."),
    )


def _known() -> FileError:
    return FileError(
        text("Bukti ini sudah pernah dibaca, atau kirimannya sudah sampai lewat jalan lain."),
        text("Tidak ada yang perlu dilakukan, dan tidak ada yang berubah."),
    )


def read_brought(path: Path) -> bytes:
    """The content of a file that somebody brought; FileError where it can not be read."""
    try:
        content = brought_bytes(path, MOST_BYTES)
    except OSError as error:
        raise FileError(
            text("Berkas itu tidak bisa dibaca."), text("Belum ada yang diubah. Periksa letaknya, lalu coba lagi.")
        ) from error
    if content is None:
        raise damaged()
    return content
