"""The sheets of camat and lurah leave the laptop as PDF or workbook, into the folder of documents: figures alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.lists.ranking import Order
from fieldkit.domain.lists.targets import Target
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.targets.lists import stretches_of_rt
from fieldkit.store.queries.targets.page import TargetsView
from fieldkit.store.store import Store
from fieldkit.store.told import silent_laptops
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.targets.figures import is_signed
from fieldkit.ui.pages.office.targets.places import PlaceRow, villages
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.instants import at_site, moment

if TYPE_CHECKING:
    from fieldkit.reports.planning.target_sheets import PartLine, SheetState, TargetSheet

PDF: Final = "pdf"
BOOK: Final = "xlsx"
_WITH_PARTS: Final = "+"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """Of which place, in what, and whether each of its villages gets a sheet of its own."""

    view: TargetsView
    place: PlaceRow
    at: datetime
    way: str
    with_parts: bool = False


class SheetDrawer(QObject):
    """The ways out by digit."""

    closed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._shown: tuple[TargetsView, PlaceRow] | None = None
        self.acts, self._about = ActionPanel(columns=1, name=tr("Lembar target")), Label("", "second", wrap=True)
        held = QWidget()
        column(self._about, self.acts, None, gap=10, inside=held)
        held.setFocusProxy(self.acts)
        self._drawer = Drawer(page, tr("Lembar target"), held)
        self._drawer.setObjectName("target_sheets")
        self._drawer.closed.connect(self.closed)
        self.acts.picked.connect(self._write)

    def open(self, view: TargetsView, place: PlaceRow) -> None:
        """Ask in what the sheet of a place is wanted."""
        self._shown = view, place
        choices = [
            Choice(PDF, tr("Lembar ini (PDF)"), "printer"),
            Choice(BOOK, tr("Lembar ini (Excel)"), "table"),
        ]
        if place.is_district:
            choices += [
                Choice(PDF + _WITH_PARTS, tr("Dengan lembar tiap desa/kelurahan (PDF)"), "printer"),
                Choice(BOOK + _WITH_PARTS, tr("Dengan lembar tiap desa/kelurahan (Excel)"), "table"),
            ]
        self.acts.set_choices(choices)
        self._about.set_text(
            tr("{name}: target, daftar, terekam, dan sisanya. Hanya angka, tanpa nama warga.", name=place.name)
        )
        self._drawer.open_drawer()
        self.acts.focus_first()

    def first(self) -> Button | None:
        """The way out that Ctrl+Enter takes."""
        return self.acts.first()

    def step_out(self) -> bool:
        """Out of the drawer; False where it is not open."""
        return self._drawer.close_drawer()

    def _write(self, way: str) -> None:
        if self._shown is None:
            return
        view, place = self._shown
        self._drawer.close_drawer()
        at = at_site(self._context.clock.now_utc(), view.time_zone)
        wish = SheetWish(view, place, at, way.removesuffix(_WITH_PARTS), way.endswith(_WITH_PARTS))
        store, regions, folder = self._context.store, self._context.regions, self._context.folders.documents
        self._context.ask(self, lambda: written(wish, store, regions, folder), self._say)

    def _say(self, path: Path) -> None:
        said = tr("{name}, di folder {folder}.", name=path.name, folder=path.parent.name)
        self._context.messages.done(tr("Lembar target tersimpan"), said)


def written(wish: SheetWish, store: Store, regions: RegionTable, folder: Path) -> Path:
    """Write the sheets, and tell where. StoreError where the file can not be written."""
    # Workbooks and templates take their time to import, and most who look at the targets print nothing.
    from fieldkit.reports.planning.target_sheets import target_sheets_html, together, write_target_book
    from fieldkit.ui.papers.paper import write_pdf

    sheets = together(_sheets(wish, store, regions))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"target-{wish.place.id}-{wish.at.date().isoformat()}.{wish.way}"
    if wish.way == PDF:
        write_pdf(target_sheets_html(sheets), path)
    else:
        write_target_book(sheets, path)
    return path


def _sheets(wish: SheetWish, store: Store, regions: RegionTable) -> list[TargetSheet]:
    state = _state(wish, len(store.query(silent_laptops)))
    if not wish.place.is_district:
        return [_lurah(wish.place, store, regions, state)]
    parts = villages(wish.view, regions, Order.REMAINDER, wish.place.id)
    own = [each for each in parts if wish.with_parts and each.numbers.gross]
    return [_camat(wish.place, parts, regions, state), *(_lurah(each, store, regions, state) for each in own)]


def _state(wish: SheetWish, silent: int) -> SheetState:
    from fieldkit.reports.planning.target_sheets import SheetState

    approval = wish.view.approval
    if approval is None or not is_signed(wish.view):
        return SheetState(wish.at, silent=silent)
    signed_on = at_site(moment(approval.at), wish.view.time_zone).date()
    return SheetState(wish.at, approval.signer_name, signed_on, silent)


def _camat(place: PlaceRow, parts: tuple[PlaceRow, ...], regions: RegionTable, state: SheetState) -> TargetSheet:
    from fieldkit.reports.planning.target_sheets import PartLine

    lines = [
        PartLine(each.name, _quantity(each.target), each.numbers) for each in sorted(parts, key=lambda one: one.id)
    ]
    return _sheet(place, ("Desa / kelurahan", "Camat"), lines, regions, state)


def _lurah(place: PlaceRow, store: Store, regions: RegionTable, state: SheetState) -> TargetSheet:
    from fieldkit.reports.planning.target_sheets import PartLine

    parts = store.query(stretches_of_rt, place.id)
    lines = [PartLine(f"RT {each.rt or '–'} / RW {each.rw or '–'}", None, each.numbers) for each in parts]
    return _sheet(place, ("RT / RW", "Lurah / Kepala Desa"), lines, regions, state)


def _sheet(
    place: PlaceRow, words: tuple[str, str], lines: list[PartLine], regions: RegionTable, state: SheetState
) -> TargetSheet:
    from fieldkit.reports.planning.target_sheets import SheetPlace, target_sheet

    names, (parts, addressee) = regions.path_names(place.id), words
    government = f"Pemerintah {names[1]}".upper() if len(names) > 1 else ""
    title = place.name if place.is_district else f"{place.name}, Kec. {names[2]}" if len(names) > 2 else place.name
    # The papers are in Bahasa Indonesia whatever the language of the window.
    named = SheetPlace(government, title, parts, f"{addressee} {names[-1]}" if names else addressee)
    return target_sheet(named, place.target, lines, place.proposed, state)


def _quantity(target: Target | None) -> int | None:
    return target.quantity if target is not None else None
