"""What the office page is made of: desks, how each is made, and what is said of each before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.ui.context import Context
from fieldkit.ui.shell.page import Page


class Desk(Page):
    """One kind of work of the office: a page within the office page, whose title and header slot it leaves alone."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """What waits at a desk, in one sentence. A tone and a count only where somebody must act."""

    text: str
    tone: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class DeskSpec:
    """A desk on the overview: its fixed digit, name in code, icon, label, how it is made, and its line.

    The line is asked for in the store lane, with the time in UTC.
    """

    digit: str
    name: str
    icon: str
    label: str
    factory: Callable[[Context], Desk]
    line: Callable[[Database, datetime], DeskLine]
