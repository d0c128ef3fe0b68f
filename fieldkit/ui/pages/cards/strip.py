"""The queue by state in figures and one bar, against what there is to print with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.card import CARE_OF_OFFICE, OF_BATCH, CardState
from fieldkit.domain.cards.print_order import Wait
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.store.queries.cards.queue import CardRow, PrintLimits
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.charts.shares import Share, ShareBar
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.layouts import holder, row, rule, stretched

NOW, SCARCE, HELD, ON_TABLE, READY, OUT, KEPT = "now", "scarce", "held", "on_table", "ready", "out", "kept"
_SCARCE: Final = (Wait.SCARCITY, Wait.POSTPONED)


def pile_of(card: CardRow) -> str:
    """Which figure a card counts in."""
    if card.card.state is CardState.QUEUED:
        return NOW if not card.wait else SCARCE if card.wait in _SCARCE else HELD
    if card.card.state in CARE_OF_OFFICE:
        return KEPT
    piles = dict.fromkeys((CardState.READY, *OF_BATCH), READY) | {CardState.HANDED_OVER: OUT}
    return piles.get(card.card.state, ON_TABLE)


class QueueStrip(Block):
    """Figures beside each other, and below them the same as one bar."""

    def __init__(self) -> None:
        super().__init__("card", gap=8)
        self.figures = {
            NOW: Figure(tr("Bisa dicetak di sini"), icon="printer"),
            SCARCE: Figure(tr("Tertunda"), icon="hourglass"),
            HELD: Figure(tr("Ditahan"), icon="hand-palm"),
            ON_TABLE: Figure(tr("Di meja"), icon="stack"),
            READY: Figure(tr("Siap diambil"), icon="map-pin"),
            OUT: Figure(tr("Diserahkan"), icon="handshake"),
        }
        self.bar = ShareBar(tr("Kartu menurut keadaan"))
        shown = list(self.figures.values())
        halves = [_beside(shown[:3]), _beside([None, *shown[3:]])]
        self.add(Flow([stretched(half) for half in halves], gap=14, whole=True), self.bar)
        for name, figure in self.figures.items():
            figure.setObjectName(f"cards_{name}")

    def show_view(self, view: CardsView) -> None:
        """The figures of the day."""
        piles = Counter(pile_of(card) for card in view.cards)
        feet = {
            NOW: _limits_line(view.limits),
            SCARCE: _short_of(view) if piles[SCARCE] else "",
            HELD: _held_line(view),
            ON_TABLE: tr("belum ditaruh") if piles[ON_TABLE] else "",
            READY: tr("{n} belum dikabari", n=_untold(view)) if piles[READY] else "",
            OUT: tr("hari ini"),
        }
        for name, figure in self.figures.items():
            figure.set(count(piles[name]), foot=feet[name], tone="warn" if name == SCARCE and piles[name] else "")
        self.bar.set_shares(_shares(piles), sum(piles.values()))


def _beside(figures: Sequence[Figure | None]) -> QWidget:
    """Figures with a line between them; None for one that stands before the first."""
    parts: list[QWidget] = [
        part for figure in figures for part in (rule(upright=True), *([stretched(figure)] if figure else []))
    ]
    return holder(row(*parts[1:], gap=14))


def _shares(piles: Counter[str]) -> list[Share]:
    return [
        Share(tr("Bisa dicetak"), piles[NOW], "accent"),
        Share(tr("Tertunda"), piles[SCARCE], "warn", is_hatched=True),
        Share(tr("Ditahan"), piles[HELD], "mute", is_hatched=True),
        Share(tr("Di meja"), piles[ON_TABLE], "info"),
        Share(tr("Siap diambil"), piles[READY], "ok"),
    ]


def _limits_line(limits: PrintLimits) -> str:
    """What there is to print with, such as "blangko 10 · ribbon 480": beside the blanks what there is less of."""
    parts = [tr("blangko {n}", n=count(limits.blanks))]
    film = limits.film
    if film is not None and (limits.ribbon is None or film < limits.ribbon):
        parts.append(tr("film {n}", n=count(film)))
    elif limits.ribbon is not None:
        parts.append(tr("ribbon {n}", n=count(limits.ribbon)))
    return " · ".join(parts)


def _short_of(view: CardsView) -> str:
    """What there is least of; nothing may be, where the head has a reason wait."""
    if all(card.wait != Wait.SCARCITY for card in view.cards):
        return tr("menurut aturan kantor")
    limits = view.limits
    least = limits.printable(max(limits.blanks, 0) + 1)
    if limits.ribbon is not None and limits.ribbon == least:
        return tr("ribbon kurang")
    return tr("film kurang") if limits.film is not None and limits.film == least else tr("blangko kurang")


def _held_line(view: CardsView) -> str:
    waits = Counter(card.wait for card in view.cards if card.wait)
    parts = [
        (Wait.NO_NIK, tr("{n} tanpa NIK", n=waits[Wait.NO_NIK])),
        (Wait.AT_CENTRE, tr("{n} di pusat", n=waits[Wait.AT_CENTRE])),
        (Wait.UNDER_AGE, tr("{n} belum 17", n=waits[Wait.UNDER_AGE])),
        (Wait.AT_OFFICE, tr("{n} di kantor", n=waits[Wait.AT_OFFICE])),
        (Wait.IN_QUESTION, tr("{n} diputuskan", n=waits[Wait.IN_QUESTION])),
    ]
    return " · ".join(words for wait, words in parts if waits[wait])


def _untold(view: CardsView) -> int:
    return sum(card.is_untold and card.card.state is CardState.READY for card in view.cards)
