r"""The log of this computer, in which no resident can be found (design.md, section 3, invariant 12).

Numbers that could be a NIK, a KK or a phone are masked, and tracebacks tell where and what class, never what value.
Of an object that is handed to a logger only the class is written, and dataclasses about a resident have `repr=False`.
Names can not be told from other words, so the rule is for the writer: **no name, address or remark of a resident is
ever handed to a logger**, neither in the message nor in its arguments. Row ids and change numbers say which row it was.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from fieldkit.host._errors import folder_errors

_FILE: Final = "fieldkit.log"
_MAX_BYTES: Final = 1 << 20
_KEPT: Final = 5
_LAYOUT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
_TALKATIVE: Final = ("httpx", "httpcore", "hpack", "keyring", "sqlalchemy", "alembic")

_SEPARATORS: Final = r"[ ._/\-\u00a0]"
_NIK: Final = re.compile(rf"(?a)\d(?:{_SEPARATORS}?\d){{15,}}")
_PHONE: Final = re.compile(
    rf"(?a)(?:\+|(?<!\d)0|(?<!\d)62)(?:[()]|{_SEPARATORS})*\d(?:(?:[()]|{_SEPARATORS})?\d){{7,}}"
)
_LONG_RUN: Final = re.compile(r"(?a)\d{9,}")


def masked(message: str) -> str:
    """The message with everything that could be a NIK, a KK or a phone number made unreadable."""
    for pattern in (_NIK, _PHONE, _LONG_RUN):
        message = pattern.sub(_stars, message)
    return message


def _stars(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    head, tail = (6, 4) if len(digits) >= 16 else (3, 2)
    return f"{digits[:head]}{'*' * 6}{digits[-tail:]}"


class MaskingFormatter(logging.Formatter):
    """Writes a record masked, and a traceback without the message of its exception."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; a traceback another handler may have cached on it is not used."""
        record = logging.makeLogRecord(record.__dict__)
        record.exc_text = None
        record.args = _spoken(record.args)
        return masked(super().format(record))

    def formatException(  # noqa: N802 - named by logging
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Class and places of an exception, and of those behind it."""
        error = ei[1]
        return "" if error is None else "\n".join(_places(error))


class _NamedArguments(dict[str, object]):
    """What a message asks for by name; whoever asks for all of it is told no more than that."""

    def __repr__(self) -> str:
        return "dict"


def _spoken(args: tuple[object, ...] | Mapping[str, object] | None) -> tuple[object, ...] | Mapping[str, object] | None:
    """The arguments of a message, with the class in place of whatever is no plain word or number."""
    if isinstance(args, Mapping):
        return _NamedArguments({name: _word(value) for name, value in args.items()})
    return tuple(map(_word, args)) if args else args


def _word(value: object) -> object:
    """A command or a row would be written with everything in it, and so would an error that quotes one."""
    return value if value is None or isinstance(value, str | int | float) else type(value).__name__


def _places(error: BaseException) -> list[str]:
    lines = []
    seen: set[int] = set()
    behind: BaseException | None = error
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        lines.append(type(behind).__qualname__)
        frames = traceback.extract_tb(behind.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return lines


def open_log(folder: Path) -> logging.Handler:
    """Write the root logger to a rotating file in this folder. The caller closes the handler at the end."""
    with folder_errors():
        handler = RotatingFileHandler(folder / _FILE, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(MaskingFormatter(_LAYOUT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


@contextmanager
def faults_logged() -> Iterator[None]:
    """What nobody caught goes to the log, without its message: that could name a resident."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("fieldkit").critical("unexpected", exc_info=(kind, error, trace))

    sys.excepthook = note
    threading.excepthook = lambda fault: note(fault.exc_type, fault.exc_value or Exception(), fault.exc_traceback)
    sys.unraisablehook = lambda fault: note(fault.exc_type, fault.exc_value or Exception(), fault.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
