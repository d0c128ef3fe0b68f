"""How long to wait before the next try: growing, capped, and spread so that laptops do not come all at once."""

from __future__ import annotations

from random import Random
from typing import Final

FIRST_S: Final = 2.0
CAP_S: Final = 60.0


def wait_s(
    failures: int, random: Random, *, retry_after_s: float = 0, first_s: float = FIRST_S, cap_s: float = CAP_S
) -> float:
    """Seconds to wait after so many failures in a row: capped, then full jitter, and never less than was asked for."""
    ceiling = min(cap_s, first_s * 2.0 ** min(failures - 1, 32)) if failures > 0 else 0.0
    return retry_after_s + random.uniform(0, ceiling)
