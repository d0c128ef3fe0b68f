"""Invented names and numbers as marks, and a search for them in whatever was left, however it is written there."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes

import zstandard
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fieldkit.domain.people.names import sound_key

_DEPTH = 3
_TAIL = 6
_MOST_BYTES = 1 << 26
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){6,}")
_ESCAPED = re.compile(rb"\\[uU]0{0,4}([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|=([0-9A-F]{2})")
_DIGITS = re.compile(rb"\d(?:[ ._/\-,:()\t\"'|\xa0\xc2]{0,3}\d){5,}")
_ZSTD, _GZIP, _ZIP, _PDF = b"\x28\xb5\x2f\xfd", b"\x1f\x8b\x08", b"PK\x03\x04", b"%PDF-"


@dataclass
class Marks:
    """Words that stand in no other text, and digits of people; each found mark is told as it was given."""

    words: frozenset[str]
    numbers: frozenset[str]
    _letters: re.Pattern[bytes] = field(init=False, repr=False)
    _digits: dict[int, set[bytes]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known = {form for word in self.words for form in (word.lower(), word.lower()[::-1], sound_key(word).lower())}
        self._letters = re.compile(b"|".join(re.escape(form.encode()) for form in sorted(known)))
        self._digits = {}
        for number in self.numbers:
            for form in (number.encode(), number[::-1].encode()):
                self._digits.setdefault(len(form), set()).add(form)

    def found_in(self, content: bytes, depth: int = _DEPTH) -> set[str]:
        """The marks in some bytes: as they are, in other letters and cases, or wrapped into another form."""
        found: set[str] = set()
        for plain in _spelled(content):
            found |= {each.decode() for each in self._letters.findall(plain.lower())}
            found |= self._numbers_in(plain)
        if depth:
            for inner in _unwrapped(content):
                found |= self.found_in(inner, depth - 1)
        return found

    def found_in_name(self, name: str) -> set[str]:
        """The marks in the name of a file, of which the last digits are enough to find a person."""
        digits = "".join(filter(str.isdigit, name))
        tails = {form for each in self.numbers for form in (each[-_TAIL:], each[-_TAIL:][::-1])}
        return self.found_in(name.encode()) | {tail for tail in tails if tail in digits}

    def _numbers_in(self, plain: bytes) -> set[str]:
        found = set()
        for run in _DIGITS.findall(plain):
            digits = bytes(each for each in run if 48 <= each <= 57)
            for size, known in self._digits.items():
                for start in range(len(digits) - size + 1):
                    if digits[start : start + size] in known:
                        found.add(digits[start : start + size].decode())
        return found


def scan(marks: Marks, folders: Iterable[Path], asked_for: Iterable[Path]) -> dict[str, set[str]]:
    """The files below some folders in which marks are found, other than those that a person asked for by name."""
    allowed, found = {path.resolve() for path in asked_for}, {}
    for path in files_below(folders):
        marked = marks.found_in_name(path.name)
        if path.resolve() not in allowed:
            marked |= marks.found_in(path.read_bytes())
        if marked:
            found[str(path)] = set(sorted(marked)[:5])
    return found


def files_below(folders: Iterable[Path]) -> list[Path]:
    """Every file, also hidden ones."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _spelled(content: bytes) -> Iterator[bytes]:
    """The bytes as they are, without the zeros of wider letters, and with escapes resolved."""
    yield content
    if b"\0" in content:
        yield content.replace(b"\0", b"")
    if b"\\u" in content or b"\\x" in content or b"\\U" in content or b"=" in content:
        yield _ESCAPED.sub(lambda each: bytes([int(next(filter(None, each.groups())), 16) & 0xFF]), content)
    if b"%" in content:
        yield unquote_to_bytes(content)
    if b"&#" in content:
        yield html.unescape(content.decode("latin-1")).encode("utf-8", "replace")


def _unwrapped(content: bytes) -> Iterator[bytes]:
    """What is packed, compressed or written in other letters inside."""
    for run in _BASE64.findall(content):
        for start in range(4):
            with suppress(binascii.Error):
                cut = run[start : len(run) - (len(run) - start) % 4]
                yield base64.b64decode(cut.translate(bytes.maketrans(b"-_", b"+/")), validate=True)
    for run in _HEX.findall(content):
        yield binascii.unhexlify(run)
        yield binascii.unhexlify(run[1 : len(run) - 1])
    yield from _packed(content)


def _packed(content: bytes) -> Iterator[bytes]:
    for start in _places(content, _ZSTD):
        with suppress(zstandard.ZstdError):
            yield zstandard.ZstdDecompressor().decompressobj().decompress(content[start:])
    for start in _places(content, _GZIP):
        with suppress(zlib.error):
            yield zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content[start:], _MOST_BYTES)
    for start in _places(content, b"\x78"):
        if content[start + 1 : start + 2] in {b"\x01", b"\x5e", b"\x9c", b"\xda"}:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[start:], _MOST_BYTES)
    if _ZIP in content:
        with suppress(zipfile.BadZipFile, NotImplementedError, OSError, zlib.error):
            archive = zipfile.ZipFile(io.BytesIO(content))
            yield from (name.filename.encode() + b"\n" + archive.read(name) for name in archive.infolist())
    if content.startswith(_PDF):
        with suppress(PyPdfError):
            yield "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()


def _places(content: bytes, mark: bytes) -> Iterator[int]:
    start = content.find(mark)
    while start >= 0:
        yield start
        start = content.find(mark, start + 1)
