"""What Python looks through for things that nobody needs any more, and when."""

from __future__ import annotations

import gc
import linecache


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
