"""Note that somebody can not come and asks for a visit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.domain.visits.plan import Access, VisitNeed, access_label, need_label
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.work.visits.requests import AskVisit

_UNTOLD: Final = "untold"


class AskState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed; why somebody can not come is kept nowhere before it is saved."""

    asked_by: str = ""
    note: str = ""
    access: str = ""
    access_note: str = ""
    wished_for: str = ""


class AskForm(DrawerForm):
    """Who asks for the visit, why as a code, and what the pair has to know of the way."""

    def __init__(self) -> None:
        self.asked_by = TextField(tr("Siapa yang meminta"), hint=tr("nama, hubungan"), limit=80)
        self.need = ChoiceGroup(tr("Kenapa tidak bisa datang"), _needs(), hint=tr("cukup kodenya"), columns=2)
        self.access = ChoiceGroup(tr("Sampai ke rumah dengan"), _ways(), columns=3)
        self.access_note = TextField(tr("Jalan ke rumah"), hint=tr("gang, patokan"), limit=80)
        self.wished_for = DateField(tr("Diminta datang tanggal"), hint=tr("boleh kosong"))
        self.note = TextField(tr("Catatan"), hint=tr("sakitnya cukup kode di atas"), limit=200)
        fields: Mapping[str, Findings] = {
            "asked_by": self.asked_by,
            "need": self.need,
            "access": self.access,
            "access_note": self.access_note,
            "note": self.note,
            "wished_for": self.wished_for,
        }
        super().__init__("ask", fields, save=tr("Simpan"))
        scrolled = self.lay(*fields.values())
        self.need.chosen.connect(lambda _need: scrolled.ensureWidgetVisible(self.access))
        self.access.chosen.connect(lambda _way: scrolled.ensureWidgetVisible(self.note))
        self.asked_by.edited.connect(lambda _typed: self._on_typed(self.asked_by))
        for field in (self.access_note, self.note, self.wished_for):
            field.edited.connect(lambda _typed, field=field: self._on_typed(field))
        self.access.chosen.connect(lambda _way: self.edited.emit())

    def fill(self, draft: str | None) -> None:
        """Begin afresh, or where the draft stopped."""
        state = decoded(draft, AskState)
        self.asked_by.set_value(state.asked_by)
        self.need.set_value(None)
        self.access.set_value(state.access or None)
        self.access_note.set_value(state.access_note)
        self.wished_for.set_value(state.wished_for)
        self.note.set_value(state.note)
        self.begin(draft)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        texts = (self.access_note.value(), self.wished_for.value())
        state = AskState(self.asked_by.value(), self.note.value(), self.access.value() or "", *texts)
        return msgspec.json.encode(state).decode()

    def command(self, resident_id: str) -> AskVisit:
        """What the form says; RuleError where nobody asks."""
        if not self.asked_by.value().strip():
            message = text("Belum ditulis siapa yang meminta. Petugas kunjungan bertanya ke orang ini dulu.")
            raise RuleError(Problem("asked_by", "nobody_asks", message))
        if self.wished_for.value().strip() and self.wished_for.date() is None:
            message = text("Tanggal ini tidak terbaca. Tulis seperti 23-02-2019.")
            raise RuleError(Problem("wished_for", "no_date", message))
        need, access = self.need.value(), self.access.value()
        return AskVisit(
            resident_id,
            self.asked_by.value(),
            self.note.value(),
            Access(access) if access else None,
            self.access_note.value(),
            self.wished_for.date(),
            need=None if need in (None, _UNTOLD) else VisitNeed(need),
        )

    def _on_typed(self, field: TextField) -> None:
        self.right_again(field)
        self.edited.emit()


def _needs() -> list[Choice]:
    told = [Choice(need, say(need_label(need))) for need in VisitNeed]
    return [*told, Choice(_UNTOLD, tr("Tidak disebut"))]


def _ways() -> list[Choice]:
    return [Choice(way, say(access_label(way))) for way in Access]
