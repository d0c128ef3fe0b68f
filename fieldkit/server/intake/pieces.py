"""Files that a laptop carries for another: kept piece by piece until they are whole, and then taken in as by stick."""

from __future__ import annotations

import re
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.errors import FileError
from fieldkit.records.bundle import RECEIPT, ReceiptHeader
from fieldkit.records.relay import MOST_PIECE_BYTES, CarriedPiece, CarriedReply, digest_of
from fieldkit.records.signed_file import MOST_BYTES, damaged, read_file
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import Device
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.server.regencies import epoch_of, regencies
from fieldkit.server.schema import BUNDLE_PIECE, DEVICE
from fieldkit.server.trouble import busy, malformed, too_large

KEPT_MS: Final = 7 * 24 * 60 * 60 * 1000
"""Pieces stay so long: an answer that was lost is given again, and what waits for its forerunner is not sent again."""
MOST_HELD_BYTES: Final = 2 * MOST_BYTES
"""Of one laptop: whoever has its token may name as many files as they like."""
_ANSWER: Final = -1
"""Where the receipt of a file stands among its pieces."""
_DIGEST: Final = re.compile(r"[0-9a-f]{32}")


def take_piece(centre: Centre, device: Device, piece: CarriedPiece, now_ms: int) -> CarriedReply:
    """Keep a piece that continues what is held. The one that makes the file whole has it taken in, however often."""
    _require_sound(piece)
    held = _keep(centre, device, piece, now_ms)
    if held < piece.size:
        return CarriedReply(held=held)
    if receipt := _answered(centre, device, piece.digest):
        return CarriedReply(held=held, receipt=receipt)
    content = _whole(centre, device, piece.digest)
    try:
        if digest_of(content) != piece.digest:
            raise damaged()
        receipt = take_bundle(centre, content, now_ms).receipt
    except FileError as error:
        if error.code == "busy":
            raise busy() from None
        return CarriedReply(held=held, refusal=error.code)
    _keep_answer(centre, device, piece.digest, receipt, now_ms)
    return CarriedReply(held=held, receipt=receipt)


def forget_pieces(centre: Centre, now_ms: int) -> None:
    """Forget what is old, also of laptops that never came back."""
    for regency in regencies(centre):
        old = sa.and_(BUNDLE_PIECE.c.regency == regency.code, BUNDLE_PIECE.c.at_ms < now_ms - KEPT_MS)
        with writing(centre.engine) as connection:
            connection.execute(BUNDLE_PIECE.delete().where(old))


def _require_sound(piece: CarriedPiece) -> None:
    if piece.size > MOST_BYTES or len(piece.content) > MOST_PIECE_BYTES:
        raise too_large("carried file")
    fits = 0 <= piece.start <= piece.size - len(piece.content)
    if not _DIGEST.fullmatch(piece.digest) or piece.size <= 0 or not fits:
        raise malformed("piece")


def _keep(centre: Centre, device: Device, piece: CarriedPiece, now_ms: int) -> int:
    """How much is held with this piece; one that does not continue what is held is not kept."""
    this, column = _is_of(device), BUNDLE_PIECE.c
    with writing(centre.engine) as connection:
        # The same token may knock twice at once.
        connection.execute(sa.select(DEVICE.c.id).where(_is(device)).with_for_update())
        connection.execute(BUNDLE_PIECE.delete().where(this, column.at_ms < now_ms - KEPT_MS))
        size = sa.func.coalesce(sa.func.sum(sa.func.length(column.content)), 0)
        of_file = sa.and_(this, column.digest == piece.digest, column.start >= 0)
        held = int(connection.execute(sa.select(size).where(of_file)).scalar_one())
        if piece.start != held or not piece.content:
            return held
        if int(connection.execute(sa.select(size).where(this)).scalar_one()) + len(piece.content) > MOST_HELD_BYTES:
            raise too_large("carried files of a laptop")
        key = {"regency": device.regency, "device_id": device.id, "digest": piece.digest, "start": held}
        connection.execute(BUNDLE_PIECE.insert(), key | {"content": piece.content, "at_ms": now_ms})
    return held + len(piece.content)


def _whole(centre: Centre, device: Device, digest: str) -> bytes:
    column = BUNDLE_PIECE.c
    query = sa.select(column.content).where(_is_of(device), column.digest == digest, column.start >= 0)
    with reading(centre.engine) as connection:
        return b"".join(connection.scalars(query.order_by(column.start)))


def _answered(centre: Centre, device: Device, digest: str) -> bytes:
    """The receipt of a file that was taken in before, so that its last piece, sent again, costs no more than that.

    One of an epoch that is over says nothing of what the centre holds now.
    """
    column = BUNDLE_PIECE.c
    this = sa.and_(_is_of(device), column.digest == digest, column.start == _ANSWER)
    with reading(centre.engine) as connection:
        content = connection.scalar(sa.select(column.content).where(this))
        if content is None:
            return b""
        header = read_file(RECEIPT, content).read_header(ReceiptHeader)
        return bytes(content) if header.epoch == epoch_of(connection, header.regency) else b""


def _keep_answer(centre: Centre, device: Device, digest: str, receipt: bytes, now_ms: int) -> None:
    this = sa.and_(_is_of(device), BUNDLE_PIECE.c.digest == digest, BUNDLE_PIECE.c.start == _ANSWER)
    key = {"regency": device.regency, "device_id": device.id, "digest": digest, "start": _ANSWER}
    with writing(centre.engine) as connection:
        # The same token may knock twice at once.
        connection.execute(sa.select(DEVICE.c.id).where(_is(device)).with_for_update())
        connection.execute(BUNDLE_PIECE.delete().where(this))
        connection.execute(BUNDLE_PIECE.insert(), key | {"content": receipt, "at_ms": now_ms})


def _is_of(device: Device) -> sa.ColumnElement[bool]:
    return sa.and_(BUNDLE_PIECE.c.regency == device.regency, BUNDLE_PIECE.c.device_id == device.id)


def _is(device: Device) -> sa.ColumnElement[bool]:
    return sa.and_(DEVICE.c.regency == device.regency, DEVICE.c.id == device.id)
