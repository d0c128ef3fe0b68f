"""The slip that a resident takes home: the ways to give it, and what became of each (OP-6, F-K8)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text

PUBLIC_PAGE: Final = "public_page"
"""The key of the setting by which an office opens or closes its page for everybody: on, or off."""
_GROUP: Final = 5


class ReceiptWay(StrEnum):
    """How a table gives its receipts. On the screen they are copied by hand."""

    SCREEN = "screen"
    THERMAL_58 = "thermal_58"
    THERMAL_80 = "thermal_80"
    A6 = "a6"
    A4 = "a4"


class ReceiptOutcome(StrEnum):
    """A print is asked for; what came of it is a fact of its own.

    PRINTED says that the spooler took it and did not give it up within a moment. Whether paper came out, only whoever
    stands there sees, and can have it printed again.
    """

    ASKED = "asked"
    PRINTED = "printed"
    FAILED = "failed"


_LABELS: Mapping[ReceiptWay, Text] = {
    ReceiptWay.SCREEN: text("Layar saja"),
    ReceiptWay.THERMAL_58: text("Struk 58 mm"),
    ReceiptWay.THERMAL_80: text("Struk 80 mm"),
    ReceiptWay.A6: text("Kertas A6"),
    ReceiptWay.A4: text("Kertas A4"),
}


def way_label(way: ReceiptWay) -> Text:
    """The word for a way on its button."""
    return _LABELS[way]


def grouped(reference: str) -> str:
    """A reference in groups that are easily copied: K7Q2M 9XRTB."""
    return " ".join(reference[start : start + _GROUP] for start in range(0, len(reference), _GROUP))


def short_name(name: str) -> str:
    """A name as it may lie about on a slip: SITI NURAINI is SITI N."""
    first, *others = name.split() or [""]
    return " ".join([first, *(f"{other[0]}." for other in others)])
