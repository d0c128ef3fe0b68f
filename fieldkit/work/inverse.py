"""What takes back a thing that was done: an appended fact, never a deletion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from fieldkit.store.unit import Unit

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Inverse(Generic[C]):
    """A verb of `work` and the frozen command with which it takes something back."""

    verb: Callable[[Unit, C], object]
    command: C
