"""A push made small before it is compressed: what does not compress is sent as bytes, what can be told is left out.

The bytes of headers and fields are what the chain is taken over, so they come out again exactly as they went in.
Left out of a header are its format, its origin and its number, which the push tells; command and stamp are told as
the difference from what is expected. An id is told once, as 16 bytes; wherever it stands again it is pointed to.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from fieldkit.records.journal import FORMAT, SALT_BYTES
from fieldkit.records.wire import MAX_BODY_BYTES, MOST_CHANGES, ChangeOnWire, Push, TooManyError

SQUEEZE: Final = 1
"""Number of this form, by which a centre says that it reads it."""

_MOST_TEXT_BYTES: Final = MAX_BODY_BYTES // 2
_ID_BYTES: Final = 16
_ID: Final = re.compile(rb'"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})')
_ID_TEXT_BYTES: Final = 37
"""With the quotation mark before it."""
_MARK: Final = re.compile(rb"(\xff|\xfe.|\xfd.|\xfc...)", re.DOTALL)
_MARK_BYTES: Final = re.compile(rb"[\xfc-\xff]")
_NEW, _EARLY, _BACK, _FAR = 0xFF, 0xFE, 0xFD, 0xFC
"""No text in UTF-8 has these bytes. An id that is new; one of the first, by its place; one so many ids back; any."""
_EARLY_AT_MOST: Final = 64
_LONGEST_ORIGIN: Final = 64
_STAMP_BITS: Final = 63
"""Origin and stamp are told once and come out with every change: what is longer would grow beyond all measure."""
_LEADING_PARTS: Final = 6
"""Format, origin, number, command, size and stamp of a header."""


class _Squeezed(msgspec.Struct, array_like=True, frozen=True):
    origin: str
    first: int
    before: bytes
    after: bytes
    text: bytes
    """Header and fields of each change, a line each."""
    ids: bytes
    """New ids in the order in which they come up: the first byte of all, the second of all, and so on."""
    salts: bytes


_BEGINNING: Final = bytes([0x90 + len(_Squeezed.__struct_fields__)])
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Squeezed).decode
_decode_part = msgspec.json.Decoder(msgspec.Raw).decode


def is_squeezed(body: bytes) -> bool:
    """Whether a body is in this form: JSON begins with another byte."""
    return body.startswith(_BEGINNING)


def squeeze(push: Push) -> bytes | None:
    """The push made small, still to be compressed; None where it says something that can only be said in JSON."""
    if len(push.origin) > _LONGEST_ORIGIN:
        return None
    lines: list[bytes] = []
    leading, stamp = b'[%d,"%b",' % (FORMAT, push.origin.encode()), 0
    for number, change in enumerate(push.changes, push.first):
        whole = bytes(change.header)
        header, stamp = _shortened(whole, leading, number, stamp)
        # There is no place for the digest of a change that was erased.
        if not whole.startswith(b"[") or change.digest:
            return None
        lines += header, bytes(change.fields)
    text = b"\n".join(lines)
    if len(text) > _MOST_TEXT_BYTES or _MARK_BYTES.search(text) or text.count(b"\n") != len(lines) - 1:
        return None
    text, ids = _with_marks(text)
    salts = bytes.fromhex("".join([change.salt for change in push.changes]))
    before, after = bytes.fromhex(push.before), bytes.fromhex(push.after)
    return _encode(_Squeezed(push.origin, push.first, before, after, text, ids, salts))


def expand(body: bytes) -> Push:
    """The push again; TooManyError where it has too many changes, msgspec.MsgspecError or ValueError where it is none.

    What it holds is counted before it is made: it compresses as well as anybody likes.
    """
    squeezed = _decode(body)
    count, odd = divmod(len(squeezed.salts), SALT_BYTES)
    if count > MOST_CHANGES:
        raise TooManyError
    if odd:
        raise ValueError("salts of a push")
    if len(squeezed.origin) > _LONGEST_ORIGIN:
        raise ValueError("origin of a push")
    try:
        lines = _restored(squeezed, count)
    except (IndexError, OverflowError) as error:
        raise ValueError("marks of a push") from error
    # As in a push in JSON, nothing comes in that is none.
    parts = list(map(_decode_part, lines))
    salts, size = squeezed.salts.hex(), SALT_BYTES * 2
    told = [salts[start : start + size] for start in range(0, len(salts), size)]
    return Push(
        origin=squeezed.origin,
        first=squeezed.first,
        before=squeezed.before.hex(),
        after=squeezed.after.hex(),
        changes=list(map(ChangeOnWire, parts[::2], told, parts[1::2])),
    )


def _shortened(header: bytes, leading: bytes, number: int, stamp: int) -> tuple[bytes, int]:
    """A header without what the push tells, and its stamp; one that does not look as expected stays whole."""
    parts = header.split(b",", _LEADING_PARTS)
    try:
        command, told = int(parts[3]), int(parts[5])
    except (IndexError, ValueError):
        return header, stamp
    is_usual = header.startswith(b"%b%d,%d,%b,%d," % (leading, number, command, parts[4], told))
    if not is_usual or abs(told) >> _STAMP_BITS:
        return header, stamp
    return b"%d,%b,%d,%b" % (number - command, parts[4], told - stamp, parts[6]), told


def _restored(squeezed: _Squeezed, count: int) -> list[bytes]:
    """The lines, with whole headers."""
    text = _without_marks(squeezed.text, squeezed.ids)
    # Not before: a mark may hold the byte that ends a line.
    if text.count(b"\n") + 1 != 2 * count:
        raise ValueError("lines and salts of a push")
    lines = text.split(b"\n")
    leading, stamp = b'[%d,"%b",' % (FORMAT, squeezed.origin.encode()), 0
    for number, at in enumerate(range(0, len(lines), 2), squeezed.first):
        if not lines[at].startswith(b"["):
            back, size, further, rest = lines[at].split(b",", 3)
            stamp += int(further)
            if abs(stamp) >> _STAMP_BITS:
                raise ValueError("stamp of a change")
            lines[at] = b"%b%d,%d,%b,%d,%b" % (leading, number, number - int(back), size, stamp, rest)
    return lines


def _with_marks(text: bytes) -> tuple[bytes, bytes]:
    """The text with a mark for each id, and the ids that are new."""
    parts = _ID.split(text)
    places: dict[bytes, int] = {}
    for at in range(1, len(parts), 2):
        place = places.get(parts[at])
        if place is None:
            places[parts[at]] = len(places)
            parts[at] = b"\xff"
        else:
            parts[at] = _pointer(place, len(places))
    found = bytes.fromhex(b"".join(places).replace(b"-", b"").decode())
    return b"".join(parts), b"".join([found[byte::_ID_BYTES] for byte in range(_ID_BYTES)])


def _pointer(place: int, count: int) -> bytes:
    if place < _EARLY_AT_MOST:
        return b"\xfe%c" % place
    if count - place < 256:
        return b"\xfd%c" % (count - place)
    return b"\xfc" + place.to_bytes(3, "big")


def _without_marks(text: bytes, told: bytes) -> bytes:
    marks_at_most = sum(text.count(mark) for mark in (_NEW, _EARLY, _BACK, _FAR))
    if len(text) + marks_at_most * _ID_TEXT_BYTES > 2 * MAX_BODY_BYTES:
        raise ValueError("more text than a push may have")
    ids, new = _ids_of(told), 0
    parts = _MARK.split(text)
    for at in range(1, len(parts), 2):
        mark = parts[at]
        kind = mark[0]
        if kind == _NEW:
            parts[at] = ids[new]
            new += 1
        elif kind == _EARLY:
            parts[at] = ids[mark[1]]
        elif kind == _BACK:
            parts[at] = ids[new - mark[1]]
        else:
            parts[at] = ids[int.from_bytes(mark[1:], "big")]
    return b"".join(parts)


def _ids_of(told: bytes) -> list[bytes]:
    """The ids in their order, each with the quotation mark before it."""
    count, odd = divmod(len(told), _ID_BYTES)
    if odd:
        raise ValueError("ids of a push")
    found = bytearray(len(told))
    for byte in range(_ID_BYTES):
        found[byte::_ID_BYTES] = told[byte * count : (byte + 1) * count]
    text = found.hex().encode()
    return [
        b'"%b-%b-%b-%b-%b' % (text[s : s + 8], text[s + 8 : s + 12], text[s + 12 : s + 16], text[s + 16 : s + 20],
                              text[s + 20 : s + 32])
        for s in range(0, len(text), 2 * _ID_BYTES)
    ]  # fmt: skip
