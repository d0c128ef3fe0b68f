"""A drawer that is made when it is first opened: a page is up sooner without what few people open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from fieldkit.ui.widgets.overlays import Drawer

P = TypeVar("P", bound=QWidget)


class LateDrawer(Generic[P]):
    """`make` gives what is in it, `fill` has it show what the page shows, when it is made and whenever that changes."""

    def __init__(
        self,
        page: QWidget,
        title: str,
        make: Callable[[], P],
        *,
        width: int,
        closed: Callable[[], object] = lambda: None,
        name: str = "",
        fill: Callable[[P], object] = lambda _panel: None,
    ) -> None:
        self._page, self._title, self._name, self._width = page, title, name, width
        self._make, self._closed, self._fill = make, closed, fill
        self._parts: tuple[P, Drawer] | None = None

    @property
    def panel(self) -> P:
        """What is in it."""
        return self._there()[0]

    @property
    def made(self) -> P | None:
        """What is in it, once it was made."""
        return self._parts[0] if self._parts is not None else None

    @property
    def is_open(self) -> bool:
        """Whether it stands over the page."""
        return self._parts is not None and not self._parts[1].isHidden()

    def fill(self) -> None:
        """Another thing is shown on the page."""
        if self.made is not None:
            self._fill(self.made)

    def open(self) -> P:
        """Come in, and take the focus."""
        panel, drawer = self._there()
        drawer.open_drawer()
        return panel

    def offer_close(self, *, on: bool) -> None:
        """Whether the way out stands here, or in a form that is open in it."""
        self._there()[1].offer_close(on=on)

    def close(self) -> bool:
        """Leave, and give the focus back; False where it was not open."""
        return self._parts is not None and self._parts[1].close_drawer()

    def _there(self) -> tuple[P, Drawer]:
        if self._parts is None:
            panel = self._make()
            drawer = Drawer(self._page, self._title, panel, width=self._width)
            drawer.setObjectName(self._name)
            drawer.closed.connect(self._closed)
            self._parts = panel, drawer
            self._fill(panel)
        return self._parts
