"""The pages of the window, a module or package each, in the order of the rail."""

from __future__ import annotations

from collections.abc import Callable

from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.roles import may_open
from fieldkit.ui.shell.page import Page, PageSpec


def page_specs(role: str, context: Callable[[], Context]) -> list[PageSpec]:
    """The pages that a role has. Each is imported and made when it is first shown."""
    specs = [
        PageSpec("F2", "today", "sun-horizon", tr("Hari ini"), lambda: _today(context())),
        PageSpec("F3", "register", "user-plus", tr("Pendaftaran"), lambda: _register(context())),
        PageSpec("F4", "list", "users-three", tr("Daftar sasaran"), lambda: _list(context())),
        PageSpec("F5", "visits", "house-line", tr("Kunjungan"), lambda: _visits(context())),
        PageSpec("F6", "cards", "identification-card", tr("Kartu"), lambda: _cards(context())),
        PageSpec("F7", "stock", "stack", tr("Blangko"), lambda: _stock(context())),
        PageSpec("F8", "close_shift", "clipboard-text", tr("Tutup shift"), lambda: _close_shift(context())),
        PageSpec("F9", "sync", "arrows-clockwise", tr("Sinkronisasi"), lambda: _sync(context())),
        PageSpec("F10", "schedule", "calendar-blank", tr("Jadwal"), lambda: _schedule(context()), group=1),
        PageSpec("F11", "coverage", "chart-bar", tr("Cakupan"), lambda: _coverage(context()), group=1),
        PageSpec("F12", "office", "buildings", tr("Kantor"), lambda: _office(context()), group=1),
    ]
    return [spec for spec in specs if may_open(role, spec.name)]


def _today(context: Context) -> Page:
    from fieldkit.ui.pages.today import TodayPage

    return TodayPage(context)


def _register(context: Context) -> Page:
    from fieldkit.ui.pages.register import RegisterPage

    return RegisterPage(context)


def _list(context: Context) -> Page:
    from fieldkit.ui.pages.target_list import TargetListPage

    return TargetListPage(context)


def _cards(context: Context) -> Page:
    from fieldkit.ui.pages.cards import CardsPage

    return CardsPage(context)


def _stock(context: Context) -> Page:
    from fieldkit.ui.pages.stock import StockPage

    return StockPage(context)


def _visits(context: Context) -> Page:
    from fieldkit.ui.pages.visits.page import VisitsPage

    return VisitsPage(context)


def _close_shift(context: Context) -> Page:
    from fieldkit.ui.pages.close_shift import CloseShiftPage

    return CloseShiftPage(context)


def _sync(context: Context) -> Page:
    from fieldkit.ui.pages.sync import SyncPage

    return SyncPage(context)


def _schedule(context: Context) -> Page:
    from fieldkit.ui.pages.schedule import SchedulePage

    return SchedulePage(context)


def _coverage(context: Context) -> Page:
    from fieldkit.ui.pages.coverage import CoveragePage

    return CoveragePage(context)


def _office(context: Context) -> Page:
    from fieldkit.ui.pages.office import OfficePage

    return OfficePage(context)
