"""A file that goes from hand to hand: a line that says what it is, a header in clear, a signature, and a body.

    FIELDKIT-<KIND> <format>\n | length of the header, 4 bytes | header, JSON | Ed25519 signature, 64 bytes | body

The signature is over everything else, so that no byte can be another one unnoticed.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMATS: Final = (1, 2)
"""What this version reads; each file is written in the lowest that can hold it, so that an older reader goes on."""
MOST_BYTES: Final = 1 << 28
_SIGNATURE_BYTES: Final = 64
_MOST_HEADER_BYTES: Final = 1 << 14
_LENGTH: Final = struct.Struct(">I")
_START: Final = b"FIELDKIT-"
H = TypeVar("H", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, repr=False)
class SignedFile:
    """The parts of such a file. `head` is all that stands before the signature."""

    format: int
    head: bytes
    header: bytes
    signature: bytes
    body: bytes

    def read_header(self, kind: type[H]) -> H:
        """What the header says; FileError where it does not."""
        try:
            return msgspec.json.decode(self.header, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise damaged() from error

    def require_signed_by(self, public_hex: str) -> None:
        """FileError unless exactly these bytes were signed with the private half of this key."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))
            key.verify(self.signature, self.head + self.body)
        except (InvalidSignature, ValueError) as error:
            raise damaged() from error


def head_of(kind: str, header: msgspec.Struct, number: int = FORMATS[0]) -> bytes:
    """Everything before the signature, in the format of this number."""
    encoded = msgspec.json.encode(header)
    return _START + f"{kind} {number}\n".encode() + _LENGTH.pack(len(encoded)) + encoded


def signed(head: bytes, body: bytes, key: Ed25519PrivateKey) -> bytes:
    """The whole file."""
    return head + key.sign(head + body) + body


def read_file(kind: str, content: bytes) -> SignedFile:
    """The parts of a file; FileError where it is damaged, of another kind, or of a newer FieldKit."""
    line, _, _ = content[: len(_START) + 40].partition(b"\n")
    if not line.startswith(_START):
        raise another_kind()
    named, _, number = line.removeprefix(_START).partition(b" ")
    if named != kind.encode():
        raise another_kind()
    if not number.isdigit():
        raise damaged()
    if int(number) not in FORMATS:
        raise newer()
    return _parts(content, len(line) + 1, int(number))


def _parts(content: bytes, start: int, number: int) -> SignedFile:
    if not start + _LENGTH.size <= len(content) <= MOST_BYTES:
        raise damaged()
    (length,) = _LENGTH.unpack_from(content, start)
    header_end = start + _LENGTH.size + length
    body_start = header_end + _SIGNATURE_BYTES
    if length > _MOST_HEADER_BYTES or body_start > len(content):
        raise damaged()
    header = content[start + _LENGTH.size : header_end]
    return SignedFile(number, content[:header_end], header, content[header_end:body_start], content[body_start:])


def damaged() -> FileError:
    """Not the bytes that were written."""
    return FileError(
        text("Berkas ini rusak atau terpotong."),
        text("Tidak ada yang diambil dan tidak ada yang hilang. Salin lagi dari asalnya, atau buat yang baru."),
        "damaged",
    )


def another_kind() -> FileError:
    """A file of something else."""
    return FileError(
        text("Ini bukan berkas yang dicari."),
        text("Tidak ada yang diubah. Kiriman USB dan bukti terimanya adalah dua berkas yang berbeda; pilih lagi."),
        "kind",
    )


def newer() -> FileError:
    """A later version of FieldKit wrote it."""
    return FileError(
        text("Berkas ini ditulis FieldKit yang lebih baru."),
        text("Tidak ada yang diubah. Pasang FieldKit versi terbaru di sini, lalu coba lagi."),
        "newer",
    )
