"""What the process that reads a list says to the one that asked: frames over a pipe, nothing on a disk.

A frame is its kind (one byte), its length (four bytes), and msgpack.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import IO, Any, Final

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text
from fieldkit.work.lists.table import Cell, RawTable, Row

_HEAD: Final = struct.Struct("<cI")


class Kind(Enum):
    """What a frame holds."""

    OPENED = b"o"
    ROWS = b"r"
    REFUSED = b"x"
    END = b"e"


class Request(msgspec.Struct, frozen=True):
    """The file that is to be read, and which sheet of it."""

    path: str
    sheet: str | None


class Opened(msgspec.Struct, frozen=True):
    """A table without its rows; the fields are those of RawTable."""

    header: tuple[str, ...]
    first_line: int
    row_count: int
    sheet: str
    sheet_names: tuple[str, ...]
    formulas: tuple[str, ...]
    serial_ahead_days: int
    separator: str


class _Sentence(msgspec.Struct, frozen=True):
    source: str
    values: dict[str, str | int]


class _Refused(msgspec.Struct, frozen=True):
    title: _Sentence
    advice: _Sentence


def send(pipe: IO[bytes], kind: Kind, content: bytes = b"") -> None:
    """Write one frame."""
    pipe.write(_HEAD.pack(kind.value, len(content)))
    pipe.write(content)


def receive(pipe: IO[bytes]) -> tuple[Kind, bytes]:
    """Read one frame; EOFError if the other end fell silent in the middle, ValueError if it talks nonsense."""
    kind, size_bytes = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    return Kind(kind), _exactly(pipe, size_bytes)


def encode_opened(table: RawTable) -> bytes:
    """All of a table but its rows."""
    names = (table.sheet, table.sheet_names, table.formulas, table.serial_ahead_days, table.separator)
    return _encoder.encode(Opened(table.header, table.first_line, table.row_count, *names))


def decode_opened(content: bytes) -> Opened:
    """The table that was announced."""
    return msgspec.msgpack.decode(content, type=Opened)


def encode_refusal(error: FileError) -> bytes:
    """Why a file was not read, still to be translated."""
    return _encoder.encode(_Refused(_sentence(error.title), _sentence(error.advice)))


def decode_refusal(content: bytes) -> FileError:
    """The error as it was raised at the other end."""
    told = msgspec.msgpack.decode(content, type=_Refused)
    return FileError(Text(told.title.source, told.title.values), Text(told.advice.source, told.advice.values))


def encode_rows(rows: Iterable[Row]) -> bytes:
    """Some rows."""
    return _encoder.encode([row if _PLAIN.issuperset(map(type, row)) else _packed(row) for row in rows])


def decode_rows(content: bytes) -> Sequence[Row]:
    """The rows, each cell as it was."""
    return _rows_decoder.decode(content)


def _exactly(pipe: IO[bytes], size_bytes: int) -> bytes:
    content = pipe.read(size_bytes)
    if len(content) < size_bytes:
        raise EOFError
    return content


def _sentence(said: Text) -> _Sentence:
    return _Sentence(
        said.source, {name: value if isinstance(value, int) else str(value) for name, value in said.values.items()}
    )


def _packed(row: Row) -> list[Any]:
    return [cell if type(cell) in _PLAIN else _pack(cell) for cell in row]


def _pack(cell: Cell) -> msgspec.msgpack.Ext:
    """Dates and times, which msgpack would turn into text without a way back."""
    if isinstance(cell, timedelta):
        return msgspec.msgpack.Ext(_TIMEDELTA, str(cell // timedelta(microseconds=1)).encode())
    if isinstance(cell, datetime | date | time):
        return msgspec.msgpack.Ext(_CODES[type(cell)], cell.isoformat().encode())
    raise TypeError(type(cell).__name__)


def _unpack(code: int, content: memoryview) -> date | time | timedelta:
    written = str(content, "ascii")
    if code == _TIMEDELTA:
        return timedelta(microseconds=int(written))
    return _READERS[code](written)


_PLAIN: Final = frozenset((str, int, float, bool))
_CODES: Final = {date: 1, datetime: 2, time: 3}
_TIMEDELTA: Final = 4
_READERS: Final[Mapping[int, Callable[[str], date | time]]] = {
    1: date.fromisoformat,
    2: datetime.fromisoformat,
    3: time.fromisoformat,
}
_encoder: Final = msgspec.msgpack.Encoder()
_rows_decoder: Final = msgspec.msgpack.Decoder(list[list[Any]], ext_hook=_unpack)
