"""The desk of laptops: let in, given areas for a time, missing, found and shut out, with the PIN of an admin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.zones import zone_of
from fieldkit.store.drafts import draft
from fieldkit.store.queries.orders.laptops import LaptopsView, office_laptops
from fieldkit.store.queries.orders.loss import Held, held_in
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.signing import Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.call_form import CallForm, matter_words
from fieldkit.ui.pages.office.laptops.calls import Calls, read_back
from fieldkit.ui.pages.office.laptops.forms import AreasForm, LaptopForm, Places
from fieldkit.ui.pages.office.laptops.laptops_card import LaptopsCard
from fieldkit.ui.pages.office.laptops.notice import write_notice
from fieldkit.ui.pages.office.laptops.rows import LaptopRow, laptop_rows
from fieldkit.ui.pages.office.laptops.side import LaptopSide
from fieldkit.ui.pages.office.signing_desk import SigningDesk
from fieldkit.ui.pages.office.told_once import tell_code
from fieldkit.ui.places import district_name, village_label
from fieldkit.ui.widgets.buttons import bind
from fieldkit.work.orders.laptops import (
    LaptopAreas,
    NewLaptop,
    order_areas,
    order_found,
    order_laptop,
    order_missing,
    order_revoke,
)
from fieldkit.work.orders.telephone import Call
from fieldkit.work.orders.users import CodeGiven

_DRAFT: Final = "laptop"
_CALL: Final = "call"


class LaptopsDesk(SigningDesk):
    """Laptops, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._zone = zone_of(context.store.meta.regency)
        self._held = Held()
        self._places: Places = ()
        self.laptops = LaptopsCard(context.regions)
        self.side = LaptopSide(context.regions, may_order=self._may_order)
        self.new_form, self.areas_form = LaptopForm(), AreasForm(context.regions)
        self.call_form = CallForm(self._zone)
        self.calls = Calls(context, self.call_form, self.signing)
        self._add_form(self.new_form, tr("Laptop baru"), self._sign_new)
        self._add_form(self.areas_form, tr("Wilayah laptop"), self._sign_areas, width=420)
        self._add_form(self.call_form, tr("Jawab telepon"), self.calls.submit)
        self._arrange(self.laptops, self.laptops.table, self.side, 360)
        self._listen()

    def subtitle(self) -> str:
        """What is done here, and by whom."""
        return tr("Laptop dan daftarnya") if self._may_order else tr("Laptop dan daftarnya, diatur admin")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        orders = [
            ("1 / 6", tr("Laptop baru, wilayah, hilang atau ditemukan, cabut, surat, jawab telepon")),
            ("Ctrl+Enter", tr("Langkah berikut; di isian: tanda tangani dengan PIN")),
        ]
        return [*(orders if self._may_order else [("1", tr("Surat pemberitahuan"))]), ("Ctrl+J", tr("Ke tindakan"))]

    def refresh(self) -> None:
        """Ask for all laptops again."""
        store = self._context.store
        self._context.ask(self, lambda: store.query(office_laptops), self._show)

    def _listen(self) -> None:
        self.laptops.table.selected_row.connect(self._on_selected)
        self.side.acts.picked.connect(self._do)
        self.calls.found.connect(self.laptops.table.select)
        self.calls.answered.connect(self._read_back)
        for digit, name in enumerate(self.side.names(), start=1):
            bind(self.laptops.table, str(digit), partial(self._do, name))

    def _show(self, view: LaptopsView) -> None:
        self.laptops.show_rows(laptop_rows(view, self._context.clock.now_utc(), self._zone))
        self._on_selected(self.laptops.table.selected())

    def _on_selected(self, row: LaptopRow | None) -> None:
        store, areas = self._context.store, row.areas if row is not None else ()
        self._context.ask(self, lambda: store.query(held_in, areas), partial(self._show_row, row))

    def _show_row(self, row: LaptopRow | None, held: Held) -> None:
        selected = self.laptops.table.selected()
        if row is not None and selected is not None and selected.id != row.id:
            return
        self._held = held
        self.side.show_row(row, held)
        self._put_forward(row)

    def _put_forward(self, row: LaptopRow | None) -> None:
        if row is not None and row.clock is not None:
            self.lead(tr("Surat pemberitahuan"), partial(self._do, "notice"))
        elif self._may_order:
            self.lead(tr("Laptop baru"), partial(self._do, "new"))
        else:
            self.lead("", self.shown)

    def _do(self, which: str) -> None:
        if self.form_over is not None:
            return
        row = self.laptops.table.selected()
        acts: dict[str, Callable[[], None]] = {
            "new": self._open_new,
            "areas": partial(self._open_areas, row),
            "missing": partial(self._turn, row),
            "found": partial(self._turn, row),
            "revoke": partial(self._revoke, row),
            "notice": partial(self._write, row),
            "call": self._open_call,
        }
        acts[which]()

    def _open_new(self) -> None:
        self.new_form.fill(self._all_places(), self._kept(_DRAFT))
        self._saver.begin(self.new_form, _DRAFT)
        self._open(self.new_form)

    def _open_areas(self, row: LaptopRow | None) -> None:
        if row is not None and row.laptop is not None:
            now, kind = row.now, f"laptop_areas {row.id}"
            held = [each for each in row.laptop.holdings if each.until is None or each.until > now]
            self.areas_form.fill(held, self._all_places(), self._zone, self._kept(kind))
            self._saver.begin(self.areas_form, kind)
            self._open(self.areas_form)

    def _open_call(self) -> None:
        self.call_form.fill(self._kept(_CALL))
        self._saver.begin(self.call_form, _CALL)
        self._open(self.call_form)
        self.calls.begin()

    def _read_back(self, call: Call, code: str) -> None:
        """Shown, and forgotten with the answer."""
        name = f"{call.laptop.prefix} {call.laptop.name}"
        self._saver.save(self.call_form, lambda: None, self._end_call)
        what = f"{name}. {matter_words(call)}."
        self.told = tell_code(self.window(), tr("Bacakan jawaban ini"), what, code, read_back())

    def _end_call(self, _none: None) -> None:
        self._close_forms()

    def _kept(self, kind: str) -> str | None:
        return self._context.store.query(draft, self._context.user.id, kind)

    def _sign_new(self) -> None:
        form, store = self.new_form, self._context.store
        command = NewLaptop(form.name.value(), form.areas())
        question = Question(
            tr("Daftarkan {name}", name=command.name or tr("laptop")),
            tr("Satu laptop boleh masuk dengan kode ini, dalam tiga hari."),
            tr("Tanda tangani"),
        )

        def ordered(given: CodeGiven) -> None:
            what = tr("Berlaku sesudah laptop ini sinkron. Ketik di laptop baru, di layar pendaftaran.")
            self._tell(tr("Kode untuk {name}", name=command.name), what, given)

        self._sign(question, lambda signer: store.execute(order_laptop, command, signer), ordered, form)

    def _sign_areas(self) -> None:
        row, form, store = self.laptops.table.selected(), self.areas_form, self._context.store
        if row is None:
            return
        command = LaptopAreas(row.id, form.given())
        question = Question(
            tr("Wilayah {name}", name=row.name),
            tr("{n} wilayah. Yang tidak disebut hilang dari laptop itu saat tersambung.", n=count(len(command.areas))),
            tr("Tanda tangani"),
        )
        title = tr("Wilayah {name} diatur", name=row.name)
        self._sign(
            question, lambda signer: store.execute(order_areas, command, signer), lambda _: self._done(title), form
        )

    def _turn(self, row: LaptopRow | None) -> None:
        if row is None or row.laptop is None:
            return
        store, verb = self._context.store, order_found if row.is_lost else order_missing
        lost = tr("Jam 3 x 24 jam berjalan sejak sekarang. Data warga di laptop ini tampil di samping.")
        found = tr("Laptop ini kembali di tangan yang benar, dan dipakai lagi.")
        question = Question(
            tr("{name} ditemukan", name=row.name) if row.is_lost else tr("{name} hilang", name=row.name),
            found if row.is_lost else lost,
            tr("Tanda tangani"),
        )
        self._sign(question, lambda signer: store.execute(verb, row.id, signer), lambda _: self._done(question.title))

    def _revoke(self, row: LaptopRow | None) -> None:
        if row is None or row.laptop is None:
            return
        store = self._context.store
        own = tr("Ini laptop yang sedang dipakai.") if row.is_own else ""
        what = tr(
            "Pekerjaannya masih diterima, data tidak lagi dikirim ke sana, dan laptop itu menghapus isinya sendiri. "
            "Tidak bisa dibatalkan."
        )
        question = Question(tr("Cabut {name}", name=row.name), f"{what} {own}".strip(), tr("Cabut"))
        title = tr("{name} dicabut", name=row.name)
        self._sign(question, lambda signer: store.execute(order_revoke, row.id, signer), lambda _: self._done(title))

    def _write(self, row: LaptopRow | None) -> None:
        laptop = row.laptop if row is not None else None
        if row is None or laptop is None or laptop.known_lost is None:
            self._context.messages.done(
                tr("Laptop ini tidak hilang"), tr("Surat pemberitahuan dibuat untuk laptop yang hilang.")
            )
            return
        known, held = laptop.known_lost, self._held
        work = partial(write_notice, self._context, row, laptop, known, held)
        self._context.ask(
            self,
            work,
            lambda path: self._context.messages.done(
                tr("Surat pemberitahuan tersimpan"),
                tr("{name}, di folder {folder}.", name=path.name, folder=path.parent.name),
            ),
        )

    def _all_places(self) -> Places:
        if not self._places:
            regions, regency = self._context.regions, self._context.store.meta.regency
            villages = (
                (one.code, village_label(regions, one.code)) for one in regions.descendants(regency, AreaLevel.VILLAGE)
            )
            districts = (
                (one.code, district_name(regions, one.code)) for one in regions.descendants(regency, AreaLevel.DISTRICT)
            )
            whole = (regency, tr("Seluruh daerah"))
            self._places = (whole, *sorted(districts, key=_by_name), *sorted(villages, key=_by_name))
        return self._places


def _by_name(place: tuple[str, str]) -> str:
    return place[1]
