"""How often one device, or one address, may ask. Counted per process: it shields the process, and decides nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Final

_KNOWN_AT_MOST: Final = 50_000
_BURST_S: Final = 20


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests a second that are answered for long; a burst of twenty seconds' worth is answered at once."""

    device: float = 50
    address: float = 500


class Brake:
    """One allowance for each asker, by a key; not for use in several threads."""

    def __init__(self, per_s: float, clock: Callable[[], float]) -> None:
        self._per_s = per_s
        self._clock = clock
        self._used: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, asker: str) -> int:
        """Whole seconds until this asker is answered again; 0 where it is now, which is counted."""
        now = self._clock()
        used, since = self._used.pop(asker, (0.0, now))
        used = max(used - (now - since) * self._per_s, 0.0)
        over = used + 1 - self._per_s * _BURST_S
        self._used[asker] = (used if over > 0 else used + 1, now)
        if len(self._used) > _KNOWN_AT_MOST:
            self._used.popitem(last=False)
        return ceil(over / self._per_s) if over > 0 else 0
