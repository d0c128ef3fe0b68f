"""Which sheet of the list is to be printed, and for which shift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.list_sheet import ASKED_FOR, OF_ALL, SheetKind, sheet_label
from fieldkit.domain.text import text
from fieldkit.store.queries.lists.sheets import ComingPlan, SheetGiven
from fieldkit.ui.formats import count, day_short
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.pages.target_list.wording import day_and_time
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.rows import RowItem, RowList

_NO_PLAN: Final = "none"
MOST_PLANS: Final = 4


class SheetForm(DrawerForm):
    """Kind of sheet, the shift that people are called to, and which sheets went out before."""

    def __init__(self) -> None:
        kinds = [Choice(kind, say(sheet_label(kind))) for kind in ASKED_FOR]
        self.kind = ChoiceGroup(tr("Lembar"), kinds, columns=1)
        self.plan = ChoiceGroup(tr("Dipanggil ke"), [], columns=1)
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        fields = {"kind": self.kind, "plan": self.plan, "way": self.way}
        super().__init__("sheet", fields, save=tr("Keluarkan"))
        self._plans: dict[str, ComingPlan] = {}
        self.scope = Label("", "second-strong", wrap=True)
        self._given_title, self.given = Label(tr("Yang pernah keluar"), "label"), RowList(name=tr("Yang pernah keluar"))
        self.scope.setObjectName("sheet_scope")
        self.given.setObjectName("sheets_given")
        warned = tr("Berkasnya memuat nama warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.")
        self._warned = Label(warned, "hint", wrap=True)
        self.lay(self.kind, self.plan, self.way, self.scope, self._warned, self._given_title, self.given)
        for group in (self.kind, self.plan, self.way):
            group.chosen.connect(lambda _answer, here=group: self.right_again(here))

    def fill(self, scope: str, plans: Sequence[ComingPlan], given: Sequence[SheetGiven], time_zone: str) -> None:
        """Begin: the call list, for the next shift that is planned."""
        self._plans = {plan.id: plan for plan in plans}
        choices = [Choice(plan.id, _plan_words(plan)) for plan in plans]
        self.plan.set_choices([*choices, Choice(_NO_PLAN, tr("Tanpa jadwal"))])
        self.plan.set_value(plans[0].id if plans else _NO_PLAN)
        self.kind.set_value(SheetKind.CALL_LIST)
        self.way.set_value(SheetWay.PDF)
        self.scope.set_text(scope)
        self.given.set_items([_given_item(each, time_zone) for each in given])
        self._given_title.setVisible(bool(given))
        self.begin(None)

    def answer(self) -> tuple[SheetKind, ComingPlan | None, SheetWay]:
        """The kind, the shift and the way out; RuleError where no kind is chosen."""
        kind = self.kind.value()
        if kind is None:
            raise RuleError(Problem("kind", "no_kind", text("Belum dipilih lembar mana.")))
        return SheetKind(kind), self._plans.get(self.plan.value() or ""), SheetWay(self.way.value() or SheetWay.PDF)


def _plan_words(plan: ComingPlan) -> str:
    hours = f"{plan.planned_start.replace(':', '.')}–{plan.planned_end.replace(':', '.')}"
    return f"{day_short(date.fromisoformat(plan.day))} {hours} · {plan.site_name}"


def _given_item(given: SheetGiven, time_zone: str) -> RowItem:
    place = neighbourhood(given.rt, given.rw) or (tr("semua RT") if given.kind in OF_ALL else tr("tanpa RT"))
    people = tr("{n} orang", n=count(given.row_count))
    second = " · ".join((day_and_time(given.at, time_zone), place, people, given.user_name or tr("kantor")))
    return RowItem(given.at + given.rt + given.rw, say(sheet_label(given.kind)), second, icon="printer", wraps=True)
