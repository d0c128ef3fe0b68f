"""How this laptop gives receipts: chosen once, so that nothing has to be answered at the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_WAY: Final = "receipt_way"
_PRINTER: Final = "receipt_printer"


@dataclass(frozen=True, slots=True)
class ReceiptSetting:
    """The way, and the printer for it; without a printer it is the one of the system."""

    way: ReceiptWay = ReceiptWay.SCREEN
    printer: str = ""


def receipt_setting(database: Database) -> ReceiptSetting:
    """What was chosen on this laptop; the screen before that, and for a way that a newer program chose."""
    way = Meta(database).get(_WAY)
    if way not in set(ReceiptWay):
        return ReceiptSetting()
    return ReceiptSetting(ReceiptWay(way), Meta(database).get(_PRINTER))


def keep_receipt_setting(database: Database, setting: ReceiptSetting) -> None:
    """Keep a choice; use with `Store.write_local`."""
    meta = Meta(database)
    meta.put(_WAY, setting.way)
    meta.put(_PRINTER, setting.printer)
