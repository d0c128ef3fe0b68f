"""The main window: rail, header, page, strip, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from fieldkit.host.settings import Settings
from fieldkit.ui.idle import LOCK_KEYS
from fieldkit.ui.language import tr
from fieldkit.ui.shell.header import Header
from fieldkit.ui.shell.page import Page, PageAsked, PageSpec
from fieldkit.ui.shell.rail import Rail
from fieldkit.ui.shell.strip import Strip
from fieldkit.ui.text_size import bind_text_size, step_text_size
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.overlays import Drawer, KeysOverlay
from fieldkit.ui.widgets.stops import step
from fieldkit.ui.widgets.toasts import Toast, ToastHost

if TYPE_CHECKING:
    from fieldkit.ui.shell.preferences import Preferences

NARROW_RAIL = 1240
GUIDE = "guide"
"""The page that explains the others; it is opened by F1 F1, and is not in the rail."""
CHECKUP = "checkup"
"""The page that tells how the laptop stands; it is opened from Sync and from the strip, and is not in the rail."""
_NUMBER_KEYS = {f"F{number + 1}": f"Ctrl+{number}" for number in range(1, 10)} | {"F11": "Ctrl+0", "F12": "Ctrl+-"}


class MainWindow(QWidget):
    """The frame around pages. It knows nothing of what they show."""

    lock_asked = Signal()
    key_card_asked = Signal()
    incident_asked = Signal()
    restore_asked = Signal()
    settings_asked = Signal()
    settings_changed = Signal(object)
    text_size_changed = Signal(int)
    page_made = Signal()
    page_shown = Signal(str)
    status_changed = Signal()

    def __init__(self, specs: Sequence[PageSpec], *, product: str = "FieldKit", place: str = "") -> None:
        super().__init__()
        self.setWindowTitle(product)
        self.setProperty("ground", "bg")
        self._specs = {spec.name: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._apart: dict[str, Page] = {}
        self._slots: dict[str, QWidget | None] = {}
        self._frames: dict[str, Fitted] = {}
        self.current_name = ""
        self.rail = Rail([spec for spec in specs if spec.key], product=product, place=place)
        self.header, self.strip, self._stack = Header(), Strip(), QStackedWidget()
        self._arrange()
        self._toasts = ToastHost(self._middle)
        self._keys = KeysOverlay(self._middle)
        self._drawers: dict[str, Drawer] = {}
        self._preferences: Preferences | None = None
        self._listen()
        self._bind_keys()

    @property
    def current_page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self.current_name)

    def page(self, name: str) -> Page:
        """A page, made when it is first asked for."""
        if name not in self._pages:
            self._put_in(name, self._apart.pop(name) if name in self._apart else self._make(name))
        return self._pages[name]

    def made_ahead(self) -> Iterator[None]:
        """Make the pages that nobody has asked for yet; each turn does a piece, so that none holds the window long."""
        for name, spec in self._specs.items():
            if name not in self._pages:
                spec.load()
                yield
            if name not in self._pages:
                self._apart[name] = self._make(name)
                yield
            self.page(name)
            yield
            self._frames[name].ensurePolished()
            yield

    def show_page(self, name: str, argument: object = None) -> None:
        """Go to a page; one that this user lacks is passed over."""
        if name not in self._specs:
            return
        page = self.page(name)
        # Before the page is another one: the focus goes back to where the drawer took it from.
        self._uncover()
        self.current_name = name
        self._stack.setCurrentWidget(self._frames[name])
        page.refresh_if_stale()
        self.rail.set_current(name)
        self._show_header()
        if argument is not None:
            page.opened_with(argument)
        page.shown()
        self.page_shown.emit(name)

    def come_back(self) -> None:
        """Who was here is back: the page as it was left, also the caret, with what came in meanwhile."""
        page = self.current_page
        if page is not None:
            page.refresh_if_stale()

    def data_changed(self) -> None:
        """Something was written: the visible page asks again, the others when they are shown."""
        for page in self._pages.values():
            page.mark_stale()

    def set_count(self, name: str, count: int, tone: str = "warn") -> None:
        """How much waits on a page for someone; amber waits, red stops."""
        self.rail.set_count(name, count, tone)

    def set_user(self, name: str, role: str) -> None:
        """Who works here now."""
        self.rail.set_user(name, role)

    def set_place(self, place: str) -> None:
        """Name of the regency."""
        self.rail.set_place(place)

    def toast(
        self,
        title: str,
        text: str = "",
        *,
        tone: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        key: str = "Ctrl+Backspace",
    ) -> Toast:
        """Say that something was done, with at most one action."""
        toast = Toast(title, text, tone=tone, action=action, on_action=on_action, key=key if action else "")
        self._toasts.show_toast(toast)
        return toast

    def labels(self) -> list[tuple[str, str]]:
        """Name and label of the pages in the rail."""
        return [(spec.name, spec.label) for spec in self._specs.values() if spec.key]

    def common_keys(self) -> list[tuple[str, str]]:
        """The keys that work on every page."""
        return _common_keys()

    def toasts(self) -> list[Toast]:
        """Those on the screen."""
        return self._toasts.toasts()

    def show_about(self) -> None:
        """What this program is, and what it is made of."""
        # Hardly ever asked for, so it is not made with the window.
        from fieldkit.ui.shell.about import WIDTH, About

        if "about" not in self._drawers:
            self._drawers["about"] = Drawer(self._middle, tr("Tentang FieldKit"), About(), width=WIDTH)
        self._open_over("about")

    def show_settings(self, settings: Settings) -> None:
        """How the window looks and speaks, to be chosen anew; what is chosen is told by `settings_changed`."""
        from fieldkit.ui.shell.preferences import WIDTH, Preferences

        if self._preferences is None:
            self._preferences = Preferences()
            self._preferences.changed.connect(self.settings_changed)
            self._drawers["settings"] = Drawer(self._middle, tr("Setelan"), self._preferences, width=WIDTH)
        self.settings_are(settings)
        self._open_over("settings")

    def settings_are(self, settings: Settings) -> None:
        """The settings in force are others now."""
        if self._preferences is not None:
            self._preferences.show_settings(settings)

    def step_text_size(self, steps: int) -> None:
        """Larger or smaller text, at once and everywhere."""
        percent = step_text_size(steps)
        if percent is not None:
            self._fit()
            self.text_size_changed.emit(percent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone in the rail where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The rail follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc reaches this when nobody nearer took it: one step out of the page."""
        page = self.current_page
        if event.key() == Qt.Key.Key_Escape and page is not None and page.step_out():
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in the order in which the window is read; from a part that is just going, Qt finds the next one."""
        here = QApplication.focusWidget()
        is_going = here is not None and not here.isVisible()
        return super().focusNextPrevChild(forward) if is_going else step(self, forward=forward)

    def _arrange(self) -> None:
        self._middle = QWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        column(self.header, stretched(self._stack), gap=0, inside=self._middle)
        column(_beside(self.rail, self._middle), self.strip, gap=0, inside=self)

    def _listen(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self._keys.print_asked.connect(self.key_card_asked)
        self.rail.lock_asked.connect(self.lock_asked)
        self.rail.settings_asked.connect(self.settings_asked)
        self.strip.clicked.connect(self._open_segment)

    def _bind_keys(self) -> None:
        for spec in self._specs.values():
            for keys in filter(None, (spec.key, _NUMBER_KEYS.get(spec.key))):
                self._bind(keys, partial(self.show_page, spec.name))
        self._bind("Ctrl+PgDown", lambda: self._neighbour(1))
        self._bind("Ctrl+PgUp", lambda: self._neighbour(-1))
        self._bind("Ctrl+I", lambda: self._open_segment(self.strip.worst().name))
        self._bind(LOCK_KEYS, self.lock_asked.emit)
        self._bind("Ctrl+K", self.incident_asked.emit)
        self._bind("Ctrl+,", self.settings_asked.emit)
        self._bind("F1", self._help)
        self._bind("Shift+F1", self.show_about)
        bind(self, "Ctrl+Backspace", self._toasts.act_on_last, everywhere=True, once=True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, keys, self._press_primary, everywhere=True, once=True)
        for keys, act in self._page_keys():
            self._bind(keys, act)
        bind_text_size(self, self.step_text_size)

    def _page_keys(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            ("Ctrl+F", self._search),
            ("/", self._search),
        ]

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        bind(self, keys, act, everywhere=True)

    def _make(self, name: str) -> Page:
        page = self._specs[name].factory()
        page.go.connect(self.show_page)
        page.status_changed.connect(self.status_changed)
        page.key_card_asked.connect(self.key_card_asked)
        page.header_changed.connect(lambda: self._show_header() if self.current_name == name else None)
        # At once: a part of it that the page shows before it lies in anything would be a window of its own.
        self._slots[name] = page.header_slot()
        return page

    def _put_in(self, name: str, page: Page) -> None:
        frame = Fitted(page)
        self._pages[name], self._frames[name] = page, frame
        self._stack.addWidget(frame)
        self.page_made.emit()

    def _show_header(self) -> None:
        page = self.current_page
        if page is not None:
            self.header.show_page(page.title, page.subtitle())
            self.header.show_slot(self._slots[self.current_name])

    def _open_over(self, name: str) -> None:
        self._uncover(but=name)
        self._drawers[name].open_drawer()

    def _uncover(self, but: str = "") -> None:
        """What stands over the page goes; it would also cover the next one."""
        self._keys.close_keys()
        for name, drawer in self._drawers.items():
            if name != but:
                drawer.close_drawer()

    def _neighbour(self, step: int) -> None:
        names = [name for name, _ in self.labels()]
        at = names.index(self.current_name) if self.current_name in names else -step
        self.show_page(names[(at + step) % len(names)])

    def _open_segment(self, name: str) -> None:
        asked = self.strip.segments[name].segment.page
        if asked == CHECKUP:
            self._aside(CHECKUP)
        else:
            self.show_page(asked)

    def _press_primary(self) -> None:
        page = self.current_page
        button = page.worked_at().primary if page is not None else None
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()

    def _search(self) -> None:
        page = self.current_page
        field = page.worked_at().search_field if page is not None else None
        if field is not None and field.isVisible():
            field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.line.selectAll()

    def _help(self) -> None:
        if self._keys.isVisible():
            self._keys.close_keys()
            self._aside(GUIDE)
            return
        page = self.current_page
        own = page.keys() if page is not None else []
        title = tr("Tombol di {page}", page=page.title) if page is not None else tr("Tombol")
        self._keys.open_keys(title, [*own, *(common for common in _common_keys() if common[0] not in dict(own))])

    def _aside(self, name: str) -> None:
        """To a page that stands beside the others, and knows the way back."""
        page = self.current_page
        if page is not None and self.current_name != name:
            self.show_page(name, PageAsked(self.current_name, page.section()))

    def _fit(self) -> None:
        logical = self.width() * 100 / look().scale.percent
        self.rail.set_narrow(logical < NARROW_RAIL)


def _beside(side: QWidget, middle: QWidget) -> QWidget:
    """Rail at its width, the page over the rest."""
    holder = QWidget()
    row(side, stretched(middle), gap=0, inside=holder)
    stretched(holder)
    return holder


def _common_keys() -> list[tuple[str, str]]:
    return [
        ("F2 / F12", tr("Halaman, dari Hari ini sampai Kantor")),
        ("Ctrl+PgUp / Ctrl+PgDn", tr("Halaman sebelah")),
        ("Ctrl+F / /", tr("Cari")),
        ("Ctrl+Enter", tr("Tombol utama halaman ini")),
        ("Esc", tr("Satu langkah keluar, yang diketik tetap ada")),
        ("Ctrl+K", tr("Catat kendala")),
        ("Ctrl+I", tr("Ke halaman yang perlu dilihat")),
        ("Ctrl+Shift+Plus / Ctrl+Shift+Minus", tr("Ukuran huruf")),
        (LOCK_KEYS, tr("Kunci layar")),
        ("Ctrl+,", tr("Setelan: tampilan, bahasa, kunci layar")),
        ("Shift+F1", tr("Tentang FieldKit: versi dan lisensi")),
    ]
