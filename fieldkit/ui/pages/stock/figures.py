"""The figures above the stock: what is here, what can be printed with it, and how long it lasts."""

from __future__ import annotations

from fieldkit.domain.stock.supply import Supply, Tone
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.wording import days_figure, days_foot, prints_figure
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.layouts import row, rule, stretched


class Figures(Block):
    """Five figures beside each other."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self.blanks = Figure(tr("Blangko di sini"), tight=True)
        self.ribbon, self.film = Figure(tr("Ribbon"), tight=True), Figure(tr("Film"), tight=True)
        self.printable = Figure(tr("Bisa dicetak kini"), track=True, tight=True)
        self.days = Figure(tr("Cukup untuk"), tight=True)
        parts = []
        named = {"blanks": self.blanks, "ribbon": self.ribbon, "film": self.film}
        for name, figure in {**named, "printable": self.printable, "days": self.days}.items():
            figure.setObjectName(f"figure_{name}")
            parts += [stretched(figure, 5 if name in {"printable", "days"} else 4), rule(upright=True)]
        self.setObjectName("stock_figures")
        self.add(row(*parts[:-1], gap=12))

    def show_supply(self, supply: Supply, in_box: int, prints_per_ribbon: int) -> None:
        """The supply of the holder that is looked at."""
        tone = "" if supply.tone is Tone.OK else supply.tone.value
        box = tr("{n} di kotak rusak", n=count(in_box))
        self.blanks.set(count(supply.blanks), tr("keping"), foot=box, tone="err" if supply.blanks < 0 else "")
        for figure, prints in ((self.ribbon, supply.ribbon), (self.film, supply.film)):
            foot = tr("± {n} rol", n=_rolls(prints, prints_per_ribbon)) if prints else tr("tidak dihitung di sini")
            figure.set(prints_figure(prints), tr("cetak"), foot=foot)
        share = supply.printable / supply.ready if supply.ready else None
        waiting = tr("{n} menunggu dicetak", n=count(supply.ready))
        short = "warn" if supply.unserved else ""
        self.printable.set(count(supply.printable), tr("kartu"), foot=waiting, share=share, tone=short)
        self.days.set(days_figure(supply), tr("hari"), foot=days_foot(supply), tone=tone if not short else "")


def _rolls(prints: int, per_ribbon: int) -> str:
    return count(max(0, -(-prints // per_ribbon)))
