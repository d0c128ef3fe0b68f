"""The desk of requests about personal data: asked, answered with a copy, corrected or refused, in three days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fieldkit.domain.privacy.data_request import DataRequestKind, DataRequestState, Ground
from fieldkit.domain.roles import PLANNERS
from fieldkit.domain.zones import zone_of
from fieldkit.host.drives import carried_drive
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.data_requests.kept import KeptRow, kept_of_person, named_things
from fieldkit.store.queries.data_requests.requests import DataRequest, data_requests
from fieldkit.store.search import search_residents
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.data_requests.forms import AskForm, ExtractForm, RefuseForm
from fieldkit.ui.pages.office.data_requests.requests_card import RequestsCard
from fieldkit.ui.pages.office.data_requests.side import RequestSide
from fieldkit.ui.pages.office.data_requests.wording import person_name
from fieldkit.ui.pages.office.form_desk import FormDesk
from fieldkit.ui.papers.ways import SheetWay, ask_way_out
from fieldkit.ui.widgets.buttons import bind
from fieldkit.work.data_requests.requests import (
    EndRequest,
    ask_data,
    end_request,
    note_extract,
    reopen_request,
)
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DRAFT: Final = "data_request"


@dataclass(frozen=True, slots=True)
class ExtractNames:
    """The name of the office, and what ids stand for."""

    office: str
    things: dict[str, str]


class DataRequestsDesk(FormDesk):
    """Requests, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._may_write = context.user.role in PLANNERS
        self._zone = zone_of(context.store.meta.regency)
        self.requests, self.side = RequestsCard(self._zone), RequestSide(may_write=self._may_write)
        self.ask_form, self.refuse_form, self.extract_form = AskForm(context.regions), RefuseForm(), ExtractForm()
        self._add_form(self.ask_form, tr("Permintaan baru"), self._save_request, width=440)
        self._add_form(self.refuse_form, tr("Tolak permintaan"), self._save_refusal, width=440)
        self._add_form(self.extract_form, tr("Salinan data"), self._begin_extract, width=440)
        self._arrange(self.requests, self.requests.table, self.side, 320)
        self._listen()

    def subtitle(self) -> str:
        """The rule that counts here."""
        return tr("Dijawab dalam 3 x 24 jam")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        writes = [
            ("1 / 6", tr("Permintaan baru, salinan, orangnya, dibetulkan, tolak, tarik atau buka lagi")),
            ("Ctrl+Enter", tr("Langkah berikut; di isian: simpan")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]
        return [*(writes if self._may_write else []), ("Ctrl+J", tr("Ke tindakan"))]

    def refresh(self) -> None:
        """Ask for all requests again."""
        store, now = self._context.store, self._context.clock.now_utc()
        self._context.ask(self, lambda: store.query(data_requests, now), self._show)

    def _listen(self) -> None:
        self.requests.table.selected_row.connect(self._on_selected)
        self.side.acts.picked.connect(self._do)
        for digit, name in enumerate(self.side.names(), start=1):
            bind(self.requests.table, str(digit), partial(self._do, name))
        self.ask_form.searched.connect(self._search)

    def _show(self, requests: list[DataRequest]) -> None:
        self.requests.show_requests(requests)
        self._on_selected(self.requests.table.selected())

    def _on_selected(self, request: DataRequest | None) -> None:
        self.side.show_request(request, self._zone)
        if self._may_write:
            self.lead(*self._next_step(request))

    def _next_step(self, request: DataRequest | None) -> tuple[str, Callable[[], None]]:
        if request is None or not request.is_open:
            return tr("Permintaan baru"), partial(self._do, "new")
        if not request.resident_id:
            return tr("Tolak dengan alasan"), partial(self._do, "refuse")
        if request.kind == DataRequestKind.ACCESS:
            return tr("Beri salinan dan jawab"), partial(self._do, "extract")
        return tr("Buka orangnya"), partial(self._do, "person")

    def _do(self, which: str) -> None:
        request = self.requests.table.selected()
        if self.form_over is not None:
            return
        if which == "new":
            self.ask_form.fill(self._left(_DRAFT))
            self._saver.begin(self.ask_form, _DRAFT)
            self._open(self.ask_form)
        elif request is not None:
            acts: dict[str, Callable[[DataRequest], None]] = {
                "extract": self._open_extract,
                "person": self._go_to_person,
                "corrected": self._corrected,
                "refuse": self._open_refusal,
                "turn": self._turn,
            }
            acts[which](request)

    def _search(self, typed: str) -> None:
        store, form = self._context.store, self.ask_form
        self._context.ask(
            self, lambda: store.query(search_residents, typed, ""), lambda hits: form.show_hits(typed, hits)
        )

    def _save_request(self) -> None:
        form, store = self.ask_form, self._context.store
        command = form.command()
        self._saver.save(form, lambda: store.execute(ask_data, command), self._asked)

    def _asked(self, request_id: str) -> None:
        self._close_forms()
        self.requests.table.select(request_id)
        self._context.done(
            tr("Permintaan dicatat"),
            tr("Jam 3 x 24 jam berjalan sejak sekarang."),
            inverse=Inverse(end_request, EndRequest(request_id, DataRequestState.WITHDRAWN)),
            undone=tr("Permintaan ditarik"),
        )
        self.shown()

    def _open_extract(self, request: DataRequest) -> None:
        if not request.resident_id:
            told = tr("Tidak ada data orang ini di sini. Jawab dengan menolak: data itu tidak disimpan.")
            self._context.messages.done(tr("Tidak ada yang disalin"), told)
            return
        about = tr("Semua yang disimpan tentang {name}, untuk {who}.", name=request.name, who=request.asked_by)
        self.extract_form.fill(about)
        self._open(self.extract_form)

    def _begin_extract(self) -> None:
        request, store = self.requests.table.selected(), self._context.store
        way = SheetWay(self.extract_form.way.value() or SheetWay.PAPER)
        if request is None:
            return

        def found(told: tuple[list[KeptRow], ExtractNames, Path | None]) -> None:
            rows, names, drive = told
            out = ask_way_out(self, way, tr("Simpan salinan ke mana"), drive)
            if out is not None:
                note = partial(store.execute, note_extract, request.id)
                self._context.ask(self, note, lambda _: self._bring(request, rows, names, way, out))

        day = at_site(self._context.clock.now_utc(), self._zone).date().isoformat()
        self._context.ask(self, lambda: (*store.query(_kept, request.resident_id, day), carried_drive()), found)

    def _bring(
        self, request: DataRequest, rows: list[KeptRow], names: ExtractNames, way: SheetWay, out: Path | QPrinter
    ) -> None:
        # Only now: what makes papers takes longer to import than the desk may take to open.
        from fieldkit.reports.people.kept_data import ExtractHead
        from fieldkit.ui.pages.office.data_requests.extract_files import bring_out

        store = self._context.store
        at = at_site(self._context.clock.now_utc(), self._zone)
        head = ExtractHead(names.office, store.meta.get("regency_name") or "", at, names.things)
        self._context.ask(
            self, lambda: bring_out(head, rows, way, out), lambda _none: self._gone_out(request), lane="network"
        )

    def _gone_out(self, request: DataRequest) -> None:
        self._close_forms()
        if request.is_open and request.kind == DataRequestKind.ACCESS:
            self._end(request, EndRequest(request.id, DataRequestState.ANSWERED), tr("Salinan diberikan"))
        else:
            self._context.messages.done(tr("Salinan dikeluarkan"), tr("Permintaannya tetap seperti adanya."))

    def _go_to_person(self, request: DataRequest) -> None:
        if request.resident_id:
            self.go.emit("list", request.resident_id)

    def _corrected(self, request: DataRequest) -> None:
        self._end(request, EndRequest(request.id, DataRequestState.CORRECTED), tr("Data sudah dibetulkan"))

    def _open_refusal(self, request: DataRequest) -> None:
        if request.is_open:
            kind = f"data_request_refusal {request.id}"
            self.refuse_form.fill(self._left(kind))
            self._saver.begin(self.refuse_form, kind)
            self._open(self.refuse_form)

    def _left(self, kind: str) -> str | None:
        return self._context.store.query(draft, self._context.user.id, kind)

    def _save_refusal(self) -> None:
        request, form, store = self.requests.table.selected(), self.refuse_form, self._context.store
        if request is None:
            return
        ground = form.ground.value()
        command = EndRequest(
            request.id, DataRequestState.REFUSED, form.note.value(), Ground(ground) if ground else None
        )
        title = tr("Permintaan {name} ditolak", name=person_name(request))
        self._saver.save(form, lambda: store.execute(end_request, command), lambda _: self._ended(request, title))

    def _turn(self, request: DataRequest) -> None:
        if request.is_open:
            self._end(request, EndRequest(request.id, DataRequestState.WITHDRAWN), tr("Permintaan ditarik"))
            return
        work = partial(self._context.store.execute, reopen_request, request.id)
        told, undone = tr("Permintaan dibuka lagi"), tr("Permintaan ditutup seperti semula")
        self._context.ask(
            self,
            work,
            lambda inverse: self._context.done(told, person_name(request), inverse=inverse, undone=undone),
        )

    def _end(self, request: DataRequest, command: EndRequest, title: str) -> None:
        work = partial(self._context.store.execute, end_request, command)
        self._context.ask(self, work, lambda _: self._ended(request, title))

    def _ended(self, request: DataRequest, title: str) -> None:
        self._close_forms()
        inverse = Inverse(reopen_request, request.id)
        self._context.done(title, person_name(request), inverse=inverse, undone=tr("Permintaan dibuka lagi"))
        self.shown()


def _kept(database: Database, resident_id: str, day: str) -> tuple[list[KeptRow], ExtractNames]:
    return kept_of_person(database, resident_id), ExtractNames(office_name(database, day), named_things(database))
