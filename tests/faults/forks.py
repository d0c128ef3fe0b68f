"""Processes that are killed: forked, so that nothing but themselves ends with them."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count


@dataclass
class Fate:
    """Kills its own process at the so-manieth moment; at none where it is 0."""

    moment: int
    passed: Iterator[int] = field(default_factory=lambda: count(1))

    def pass_by(self, *_: object) -> None:
        if next(self.passed) == self.moment:
            os.kill(os.getpid(), signal.SIGKILL)


def forked(act: Callable[[], None]) -> int:
    """A process that does this; its id."""
    child = os.fork()
    if child:
        return child
    try:
        act()
        os._exit(0)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
        os._exit(1)


def was_killed(child: int) -> bool:
    """Wait for its end; that it came by itself is False."""
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)
