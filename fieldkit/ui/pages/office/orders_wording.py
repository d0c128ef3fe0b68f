"""The words for orders that show no effect yet, for people and laptops alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fieldkit.domain.orders.order import OrderKind
from fieldkit.store.queries.orders.standing import GivenOrder
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import tr
from fieldkit.work.instants import at_site


def moment_words(at: datetime, time_zone: str) -> str:
    """Day and time in the office: "Sab 23 Feb 16.10"."""
    here = at_site(at, time_zone)
    return f"{day_short(here.date())} {clock(here)}"


def waiting_badge(orders: Sequence[GivenOrder]) -> tuple[str, str] | None:
    """Word and tone of the order that is furthest from its effect; None where none waits."""
    if any(each.is_refused for each in orders):
        return tr("Tidak dijalankan"), "err"
    if any(not each.is_sent for each in orders):
        return tr("Menunggu dikirim"), "warn"
    return (tr("Menunggu pusat"), "warn") if orders else None


def waiting_words(orders: Sequence[GivenOrder]) -> str:
    """What waits, and for what; empty where nothing does."""
    return "\n".join(_words(each) for each in orders)


def _words(given: GivenOrder) -> str:
    names = {
        OrderKind.USER_NEW: tr("Pengguna baru"),
        OrderKind.USER_ROLE: tr("Ganti peran"),
        OrderKind.USER_ACTIVE: tr("Tugas"),
        OrderKind.USER_START_CODE: tr("Kode PIN baru"),
        OrderKind.LAPTOP_NEW: tr("Laptop baru"),
        OrderKind.LAPTOP_AREAS: tr("Wilayah"),
        OrderKind.LAPTOP_MISSING: tr("Hilang"),
        OrderKind.LAPTOP_REVOKE: tr("Cabut"),
        OrderKind.LAPTOP_FOUND: tr("Ditemukan"),
    }
    what = names[given.order.kind]
    if given.is_refused:
        return tr("{what}: tidak dijalankan pusat, sebabnya di Sinkronisasi.", what=what)
    if given.is_sent:
        return tr("{what}: sudah di pusat, hasilnya datang di sinkron berikut.", what=what)
    return tr("{what}: menunggu dikirim. Berlaku sesudah sinkron.", what=what)
