"""What the print spooler makes of a document that it was handed: Qt's engine for CUPS drops the answer.

Asked of CUPS' own library, which Qt has loaded by then. Where there is none, as on Windows, or where it tells nothing,
all that is known is that the document was handed over, and no more is said.
"""

from __future__ import annotations

import ctypes
import os
import time
from typing import Any, Final

from PySide6.QtPrintSupport import QPrinter

_LIBRARY: Final = "libcups.so.2"
_ERRORS_FROM: Final = 0x0400
"""Answers of IPP below that are good ones."""
_PENDING, _PROCESSING, _CANCELLED, _ABORTED = 3, 5, 7, 8
"""States of a job in IPP."""
_MINE, _ALL_STATES = 1, -1
_LOOK_FOR_S: Final = 2.0
"""A job that can not be printed is mostly given up at once; who stands at the table waits no longer."""
_LOOK_EVERY_S: Final = 0.1


class _Job(ctypes.Structure):
    """cups_job_t."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("printer", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size_kib", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed", ctypes.c_long),
        ("created", ctypes.c_long),
        ("begun", ctypes.c_long),
    )


def is_refused(printer: QPrinter) -> bool:
    """Whether the spooler refused what was just painted for it, or gives it up within a moment.

    To be called where it was painted: the library keeps its last answer for each thread.
    """
    library = None if printer.outputFileName() else _library()
    if library is None:
        return False
    return library.cupsLastError() >= _ERRORS_FROM or _is_given_up(library, printer.printerName())


def _library() -> Any | None:
    """None where Qt prints in another way."""
    try:
        return ctypes.CDLL(_LIBRARY, mode=os.RTLD_NOLOAD)
    except (AttributeError, OSError):
        return None


def _is_given_up(library: Any, printer: str) -> bool:
    until = time.monotonic() + _LOOK_FOR_S
    while (state := _state_of_last(library, printer)) in {_PENDING, _PROCESSING} and time.monotonic() < until:
        time.sleep(_LOOK_EVERY_S)
    return state in {_CANCELLED, _ABORTED}


def _state_of_last(library: Any, printer: str) -> int | None:
    """How the newest of the own jobs at a printer stands; None where the spooler tells of none."""
    jobs = ctypes.POINTER(_Job)()
    count = library.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), _MINE, _ALL_STATES)
    try:
        found = [(jobs[at].id, jobs[at].state) for at in range(max(0, count))]
    finally:
        library.cupsFreeJobs(count, jobs)
    return max(found)[1] if found else None
