"""Words for the codes of a signed document, also for codes that this version does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fieldkit.domain.areas import AreaCode, VillageKind, village_kind
from fieldkit.domain.text import Text
from fieldkit.reports.making.parts import known

OTHER_PRODUCTS: Final = {"kk": "KK", "kia": "KIA", "ikd": "IKD", "akta": "Akta"}
"""What is often served beside the card, and only counted (domain.md 6): its code and its word."""
_VILLAGE_KINDS: Final = {VillageKind.KELURAHAN: "Kelurahan", VillageKind.DESA: "Desa"}


def labelled(code: str, label: Callable[[str], Text]) -> str:
    """The word of the domain for a code; a dash where there is none."""
    return known(str(label(code)))


def product_counts(counts: dict[str, int]) -> tuple[tuple[str, int | None], ...]:
    """Other products of the shift by their word: the usual ones always, others behind them."""
    usual = tuple((word, counts.get(code)) for code, word in OTHER_PRODUCTS.items())
    return usual + tuple((code, number) for code, number in sorted(counts.items()) if code not in OTHER_PRODUCTS)


def village_kind_label(code: str) -> str:
    """Kelurahan or Desa, by the code of the village."""
    try:
        return _VILLAGE_KINDS[village_kind(AreaCode(code))]
    except (KeyError, ValueError):
        return "Kelurahan/Desa"


def village_label(code: str, name: str) -> str:
    """The village with its kind, by its code where the name is not known: "Kelurahan Jati"."""
    return f"{village_kind_label(code)} {name or code}"
