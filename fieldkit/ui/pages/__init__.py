"""The pages of the window, a module or package each, in the order of the rail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.roles import may_open
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.window import CHECKUP, GUIDE


def page_specs(role: str, context: Callable[[], Context]) -> list[PageSpec]:
    """The pages that a role has. Each is imported and made when it is first shown, or in a moment of rest before."""

    def page(
        key: str, name: str, icon: str, label: str, load: Callable[[], Callable[[Context], Page]], group: int = 0
    ) -> PageSpec:
        return PageSpec(key, name, icon, label, lambda: load()(context()), group, load)

    specs = [
        page("F2", "today", "sun-horizon", tr("Hari ini"), _today),
        page("F3", "register", "user-plus", tr("Pendaftaran"), _register),
        page("F4", "list", "users-three", tr("Daftar sasaran"), _list),
        page("F5", "visits", "house-line", tr("Kunjungan"), _visits),
        page("F6", "cards", "identification-card", tr("Kartu"), _cards),
        page("F7", "stock", "stack", tr("Blangko"), _stock),
        page("F8", "close_shift", "clipboard-text", tr("Tutup shift"), _close_shift),
        page("F9", "sync", "arrows-clockwise", tr("Sinkronisasi"), _sync),
        page("F10", "schedule", "calendar-blank", tr("Jadwal"), _schedule, 1),
        page("F11", "coverage", "chart-bar", tr("Cakupan"), _coverage, 1),
        page("F12", "office", "buildings", tr("Kantor"), _office, 1),
    ]
    own = [spec for spec in specs if may_open(role, spec.name)]
    checkup = page("", CHECKUP, "heartbeat", tr("Pemeriksaan laptop"), _checkup)
    return [
        *own,
        checkup,
        PageSpec("", GUIDE, "book-open", tr("Panduan"), lambda: _guide(role, [spec.name for spec in own])),
    ]


def _guide(role: str, pages: Sequence[str]) -> Page:
    from fieldkit.ui.pages.guide import GuidePage

    return GuidePage(role, pages)


def _checkup() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.checkup import CheckupPage

    return CheckupPage


def _today() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.today import TodayPage

    return TodayPage


def _register() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.register import RegisterPage

    return RegisterPage


def _list() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.target_list import TargetListPage

    return TargetListPage


def _cards() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.cards import CardsPage

    return CardsPage


def _stock() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.stock import StockPage

    return StockPage


def _visits() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.visits.page import VisitsPage

    return VisitsPage


def _close_shift() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.close_shift import CloseShiftPage

    return CloseShiftPage


def _sync() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.sync import SyncPage

    return SyncPage


def _schedule() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.schedule import SchedulePage

    return SchedulePage


def _coverage() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.coverage import CoveragePage

    return CoveragePage


def _office() -> Callable[[Context], Page]:
    from fieldkit.ui.pages.office import OfficePage

    return OfficePage
