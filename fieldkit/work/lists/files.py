"""List files are read by a short-lived process of their own, so that none can take the app down or hold its window."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.host.apart import start_apart
from fieldkit.work.lists.frames import Kind, Opened, Request, decode_opened, decode_refusal, decode_rows, receive
from fieldkit.work.lists.opening import harmful
from fieldkit.work.lists.table import RawTable, Row, Rows

MAX_KEPT_BYTES = 1024**3
MAX_SECONDS = 600.0
_READER: Final = "fieldkit.work.lists.reader"
_HIDDEN_COMMAND: Final = "read-list"


def read_rows(path: Path, *, sheet: str | None = None) -> RawTable:
    """The rows of an .xlsx, .xls or .csv file, whatever its name ends in; FileError says what to do about any other.

    Without `sheet`, the first visible sheet whose header is known, or else the first that is not empty. Rows are kept
    in memory as they arrive; going through them waits for those that are still to come, and may raise FileError too.
    """
    arriving = _Arriving(Request(str(path), sheet))
    opened = arriving.opened()
    return RawTable(
        header=opened.header,
        rows=Rows(arriving.rows, 0),
        first_line=opened.first_line,
        row_count=opened.row_count,
        sheet=opened.sheet,
        sheet_names=opened.sheet_names,
        formulas=opened.formulas,
        serial_ahead_days=opened.serial_ahead_days,
        separator=opened.separator,
    )


class _Arriving:
    """What the reader has said so far. One thread takes it in; others wait for the part that they need."""

    def __init__(self, request: Request) -> None:
        self._opened: Opened | None = None
        self._frames: list[bytes] = []
        self._kept_bytes = 0
        self._refusal: FileError | None = None
        self._is_over = False
        self._news = threading.Condition()
        threading.Thread(target=self._take_in, args=(request,), name="list-file", daemon=True).start()

    def opened(self) -> Opened:
        """The table without its rows, once it is known."""
        with self._news:
            self._news.wait_for(lambda: self._opened is not None or self._is_over)
            if self._opened is None:
                raise self._refusal or harmful()
            return self._opened

    def rows(self) -> Iterator[Row]:
        """All rows from the first on."""
        number = 0
        while (frame := self._frame(number)) is not None:
            yield from decode_rows(frame)
            number += 1

    def _frame(self, number: int) -> bytes | None:
        with self._news:
            self._news.wait_for(lambda: number < len(self._frames) or self._is_over)
            if number < len(self._frames):
                return self._frames[number]
            if self._refusal is not None:
                raise self._refusal
            return None

    def _take_in(self, request: Request) -> None:
        refusal: FileError | None = harmful()
        try:
            with start_apart(_READER, _HIDDEN_COMMAND) as process:
                refusal = self._listen(process, request)
        except (OSError, EOFError, ValueError, msgspec.DecodeError):
            # It died, or was stopped: what came before is not the whole list.
            refusal = harmful()
        finally:
            with self._news:
                self._refusal, self._is_over = refusal, True
                self._news.notify_all()

    def _listen(self, process: subprocess.Popen[bytes], request: Request) -> FileError | None:
        limit = threading.Timer(MAX_SECONDS, process.kill)
        limit.daemon = True
        limit.start()
        try:
            return self._conversation(process, request)
        finally:
            limit.cancel()
            process.kill()

    def _conversation(self, process: subprocess.Popen[bytes], request: Request) -> FileError | None:
        if process.stdin is None or process.stdout is None:
            return harmful()
        process.stdin.write(msgspec.json.encode(request))
        process.stdin.close()
        while True:
            kind, content = receive(process.stdout)
            if kind is Kind.END:
                return None
            if kind is Kind.REFUSED:
                return decode_refusal(content)
            self._keep(kind, content)

    def _keep(self, kind: Kind, content: bytes) -> None:
        self._kept_bytes += len(content)
        if self._kept_bytes > MAX_KEPT_BYTES:
            raise ValueError
        with self._news:
            if kind is Kind.OPENED:
                self._opened = decode_opened(content)
            else:
                self._frames.append(content)
            self._news.notify_all()
