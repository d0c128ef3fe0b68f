"""The pages of whoever signed in, joined with what they stand on."""

from __future__ import annotations

from fieldkit.app.memory import leave_alone
from fieldkit.app.parts import Parts
from fieldkit.domain.roles import role_label
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import Messages
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.guide.key_card import KeyCardWriter
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import GUIDE, MainWindow
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.sync_driver import SyncDriver


def pages_of(user: AppUser, parts: Parts, sync: SyncDriver, place: str) -> tuple[MainWindow, StatusStrip]:
    """Rail, strip and pages of a user; the strip asks again when something was written."""
    window = MainWindow(page_specs(user.role, lambda: context), place=place)
    context = _context(user, parts, sync, Messages(window))
    strip = StatusStrip(window, context)
    KeyCardWriter(window, context)
    if parts.practice_pin:
        window.strip.set(_practice_segment(parts.practice_pin))
    window.set_user(user.name, say(role_label(user.role)))
    window.page_made.connect(leave_alone)
    window.incident_asked.connect(lambda: window.show_page("today", "incident"))
    return window, strip


def _context(user: AppUser, parts: Parts, sync: SyncDriver, messages: Messages) -> Context:
    return Context(
        parts.store,
        parts.lanes,
        parts.clock,
        user,
        parts.regions,
        parts.folders,
        messages,
        sync,
        parts.computer,
    )


def _practice_segment(pin: str) -> Segment:
    tip = tr("Warga dan petugas di sini rekaan. Tidak ada yang dikirim, dan semuanya terhapus saat jendela ditutup.")
    return Segment("practice", "student", tr("Latihan · PIN {pin}", pin=pin), "info", GUIDE, tip)
