"""What Python looks through for things that nobody needs any more, and when."""

from __future__ import annotations

import gc
import linecache
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher

_YOUNG: Final = 2_000
"""So many things that came and stayed are worth a look."""
_LOOKS: Final = 10
"""After so many looks at what is young, what is older is looked through as well."""


def collect_here_alone() -> None:
    """The thread of the window, which calls this, alone frees what nobody needs any more, when its events are done.

    Python would do it in whichever thread makes the next thing, and a part of a window that a lane frees ends all.
    """
    gc.set_threshold(0)
    QAbstractEventDispatcher.instance().aboutToBlock.connect(collect_what_is_due)


def collect_what_is_due() -> None:
    """Look through what is young, and now and then through what is older, unless somebody put that off."""
    young, middle, old = gc.get_count()
    if gc.isenabled() and young > _YOUNG:
        gc.collect((middle >= _LOOKS) + (middle >= _LOOKS and old >= _LOOKS))


def leave_alone() -> None:
    """What the program and its pages are made of stays: to look through all of it stops every thread for a tenth of a
    second. PySide reads the source of each module that is imported, and Python would keep 20 MB of it.
    """
    gc.freeze()
    linecache.clearcache()


def look_through_all() -> None:
    """What was left alone so far may be in the way now."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def leave_nothing_alone() -> None:
    """The window is gone, and all that was made for it may go."""
    gc.unfreeze()
