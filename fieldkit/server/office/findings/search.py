"""The whole search: one look at a window after another finds the same, whatever the windows were."""

from __future__ import annotations

from typing import Final

from fieldkit.server.office.findings.cards import batches, cards, handover_records
from fieldkit.server.office.findings.closings import closings, reopenings, team_closings
from fieldkit.server.office.findings.lists import lists
from fieldkit.server.office.findings.people import recordings, same_numbers
from fieldkit.server.office.findings.stock import balances, counts, inverses, lots
from fieldkit.server.office.findings.window import Findings, Window

_SEARCHES: Final = (
    cards,
    batches,
    handover_records,
    lists,
    closings,
    team_closings,
    reopenings,
    balances,
    inverses,
    lots,
    counts,
    same_numbers,
    recordings,
)


def search(window: Window) -> Findings:
    """Everything that contradicts among what is new and what is about the same."""
    for each in _SEARCHES:
        each(window)
    return window.found
