"""The process that opens a list file, within limits, and passes its rows on; it may die, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Final

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.host.apart import stay_within
from fieldkit.work.lists.frames import Kind, Request, encode_opened, encode_refusal, encode_rows, send
from fieldkit.work.lists.opening import harmful, open_table
from fieldkit.work.lists.table import MAX_ROWS, Row, Rows, too_many_rows

MEMORY_BYTES: Final = 3 * 1024**3
_ROWS_PER_FRAME: Final = 500
MOST_FRAME_BYTES: Final = 1 << 22
"""8 kB a row; those of a list have a few hundred bytes."""


def main() -> None:
    """Read the file that is asked for on the standard input, and write its frames to the standard output."""
    stay_within(MEMORY_BYTES)
    # By number: a program without a console has no sys.stdin and sys.stdout, but these it was given.
    with open(0, "rb") as asked, open(1, "wb") as told:
        request = msgspec.json.decode(asked.read(), type=Request)
        _answer(request, told)


def _answer(request: Request, told: IO[bytes]) -> None:
    try:
        table = open_table(Path(request.path), sheet=request.sheet)
        send(told, Kind.OPENED, encode_opened(table))
        told.flush()
        for rows in _batches(table.rows):
            send(told, Kind.ROWS, _within_reason(encode_rows(rows)))
        send(told, Kind.END)
    except FileError as error:
        send(told, Kind.REFUSED, encode_refusal(error))


def _within_reason(frame: bytes) -> bytes:
    """Some rows; FileError where they are longer than any list's: one text can stand in a million cells."""
    if len(frame) > MOST_FRAME_BYTES:
        raise harmful()
    return frame


def _batches(rows: Rows) -> Iterator[list[Row]]:
    """The rows, some at a time; FileError once there are more than any list has, whatever ends a line of it."""
    left, count = iter(rows), 0
    while batch := list(islice(left, _ROWS_PER_FRAME)):
        count += len(batch)
        if count > MAX_ROWS:
            raise too_many_rows()
        yield batch


if __name__ == "__main__":
    main()
