r"""What is written of a fault and in a log, in which no resident can be found (design.md, section 3, invariant 12).

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
from pathlib import Path
from types import TracebackType
from typing import Final

LAYOUT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
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
        record.msg, record.args = _without_words_of(record), None
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


def _without_words_of(record: logging.LogRecord) -> str:
    """The message, with its class in place of what the fault itself says: asyncio, for one, writes it there."""
    message = record.getMessage()
    for error in _chain(record.exc_info[1] if record.exc_info else None):
        for words in filter(None, (repr(error), str(error))):
            message = message.replace(words, type(error).__qualname__)
    return message


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those behind it; one that leads back to itself ends."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(error: BaseException) -> Iterator[str]:
    for each in _chain(error):
        yield type(each).__qualname__
        for frame in traceback.extract_tb(each.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"


def tell_faults() -> None:
    """Whatever this process says of a fault on its error stream, it says so; for a process without a log of its own."""
    said = logging.StreamHandler()
    said.setLevel(logging.WARNING)
    said.setFormatter(MaskingFormatter(LAYOUT))
    logging.getLogger().addHandler(said)
    log_faults()


@contextmanager
def faults_logged() -> Iterator[None]:
    """The same for a while."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    log_faults()
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def note_fault(error: BaseException) -> None:
    """Something that nobody caught: its class and places go to the log."""
    logging.getLogger("fieldkit").critical("unexpected", exc_info=(type(error), error, error.__traceback__))


def log_faults() -> None:
    """From now on what nobody caught goes to the log, without its message: that could name a resident."""
    sys.excepthook = lambda kind, error, trace: _note(error)
    threading.excepthook = lambda fault: _note(fault.exc_value)
    sys.unraisablehook = lambda fault: _note(fault.exc_value)


def _note(error: BaseException | None) -> None:
    if error is not None:
        note_fault(error)
