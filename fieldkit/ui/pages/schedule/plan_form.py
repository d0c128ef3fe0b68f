"""The form of a shift: when, where, who, with which set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from fieldkit.domain.errors import RuleError
from fieldkit.domain.formats import clock, date_numeric
from fieldkit.domain.planning.clashes import ClashKind
from fieldkit.domain.planning.schedule import PlanKind, doubts_of_day, plan_kind_label, set_state_label
from fieldkit.store.queries.planning.register import Member, Register, Team
from fieldkit.store.queries.planning.schedule import Plan
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.crew import CrewPicker, written_crew
from fieldkit.ui.pages.schedule.fields_form import Answers, FieldsForm
from fieldkit.ui.pages.schedule.layouts import Free
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField, NumberField, TimeField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.planning.plans import PlanShift

_MOST: Final = 9_999
_USUAL_HOURS: Final = 3


class PlanForm(FieldsForm):
    """A new shift, or one that changes."""

    def __init__(self) -> None:
        self.day = DateField(tr("Tanggal"))
        self.start, self.end = TimeField(tr("Mulai"), hint=""), TimeField(tr("Selesai"), hint="")
        self.kind = ChoiceGroup(tr("Jenis"), [Choice(kind, say(plan_kind_label(kind))) for kind in PlanKind], columns=2)
        self.village = ComboBox(tr("Kelurahan atau desa"))
        self.site = ComboBox(tr("Tempat"))
        self.place = TextField(tr("Nama tempat"), hint=tr("seperti di pengumuman"), limit=80)
        self.team, self.set = ComboBox(tr("Tim")), ComboBox(tr("Alat"))
        self.target = NumberField(tr("Target orang"), high=_MOST)
        self.override = NoteField(tr("Alasan tanpa alat siaga"), hint=tr("dicatat atas nama Anda"), lines=2)
        self.crew = CrewPicker(tr("Petugas"))
        self._register: Register | None = None
        self.today: date | None = None
        fields = {
            "day": self.day, "start": self.start, "end": self.end, "kind": self.kind, "village": self.village,
            "site": self.site, "place": self.place, "team": self.team, "set": self.set, "target": self.target,
            "reason": self.override,
        }  # fmt: skip
        super().__init__("plan", fields, save=tr("Simpan"))
        self._lay_out()
        self._listen()

    def offer(self, known: Register, villages: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from."""
        self._register = known
        self.village.set_options(villages)
        teams = [(team.id, team.name) for team in known.teams if team.is_active]
        self.team.set_options(teams)
        sets = [(one.code, _set_words(one.code, one.state, is_ready=one.is_ready)) for one in known.sets]
        self.set.set_options(sets)
        self.crew.offer(known.people)

    def begin_new(self, free: Free, village: str, draft: str | None) -> None:
        """A new shift at a free place of the calendar."""
        end = min(free.start.hour + _USUAL_HOURS, 23)
        self.fill(
            {
                "day": date_numeric(free.day),
                "start": clock(free.start),
                "end": clock(free.start.replace(hour=end)),
                "kind": PlanKind.FIELD,
                "village": village,
                "team": free.team_id,
                "crew": written_crew(self._members(free.team_id)),
            },
            draft,
        )

    def begin_change(self, plan: Plan, draft: str | None) -> None:
        """A shift that is there."""
        self.fill(answers_of(plan), draft)

    def set_answers(self, answers: Answers) -> None:
        """Fill by program; the places are those of the village."""
        self._offer_sites(answers.get("village", ""))
        super().set_answers(answers)
        team = self._members(answers.get("team", ""))
        self.crew.read(answers.get("crew", ""), [member.user_id for member in team])
        self.override.setVisible(bool(answers.get("reason")))

    def answers(self) -> Answers:
        """What is said so far."""
        return super().answers() | {"crew": self.crew.written()}

    def command(self) -> PlanShift:
        """What the form says."""
        team = self.team.value() or ""
        crew = self.crew.crew()
        as_it_is = set(crew) == {(member.user_id, member.role) for member in self._members(team)}
        return PlanShift(
            self.day.date(),
            self.start.time(),
            self.end.time(),
            self.kind.value() or PlanKind.FIELD,
            self.village.value() or "",
            self.site.value() or "",
            self.place.value(),
            team,
            self.set.value() or "",
            self.target.number() or 0,
            () if as_it_is else crew,
            self.override.value(),
        )

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field; where the last set would leave, the reason can be written here."""
        if any(problem.code == ClashKind.STANDBY for problem in error.problems):
            self.override.setVisible(True)
        # A village without known places has no field for them.
        shown = [
            replace(one, field="place") if one.field == "site" and self.site.isHidden() else one
            for one in error.problems
        ]
        super().show_problems(RuleError(*shown))

    def doubt_day(self) -> None:
        """Amber beside a day that is not like others."""
        day, known = self.day.date(), self._register
        if day is None or known is None:
            return
        self.day.clear_finding()
        for problem in doubts_of_day(day, known.holiday(day), known.vote_day, self.today):
            self.day.show_problem(problem)

    def _lay_out(self) -> None:
        hours = holder(row(stretched(self.day, 2), stretched(self.start), stretched(self.end), gap=10))
        gear = holder(row(stretched(self.set, 2), stretched(self.target), gap=10))
        self.scrolled = self.lay(
            hours, self.kind, self.village, self.site, self.place, self.team, gear, self.override, self.crew
        )

    def _listen(self) -> None:
        self.village.chosen.connect(self._on_village)
        self.site.chosen.connect(self._on_site)
        self.team.chosen.connect(self._on_team)
        self.day.left.connect(self.doubt_day)
        self.crew.edited.connect(self.edited)

    def _on_village(self, village: str) -> None:
        self._offer_sites(village)
        only = [self.site.combo.itemData(number) for number in range(self.site.combo.count())]
        if len(only) == 1:
            self.site.set_value(only[0])
            self._on_site(only[0])
        elif self.site.value() is None:
            self.place.set_value(self.village.combo.currentText())

    def _on_site(self, site_id: str) -> None:
        site = self._register.site(site_id) if self._register is not None else None
        if site is not None:
            self.place.set_value(site.name)
            self.right_again(self.place)

    def _on_team(self, team_id: str) -> None:
        self.crew.read(written_crew(self._members(team_id)))

    def _offer_sites(self, village: str) -> None:
        sites = self._register.sites if self._register is not None else ()
        self.site.set_options([(site.id, site.name) for site in sites if site.village == village])
        self.site.setVisible(bool(self.site.combo.count()))

    def _members(self, team_id: str) -> tuple[Member, ...]:
        team: Team | None = self._register.team(team_id) if self._register is not None else None
        return team.members if team is not None else ()


def answers_of(plan: Plan) -> Answers:
    """A shift as the form says it."""
    day: date = plan.day
    return {
        "day": date_numeric(day),
        "start": clock(plan.start),
        "end": clock(plan.end),
        "kind": plan.kind or PlanKind.FIELD,
        "village": plan.village,
        "site": plan.site_id,
        "place": plan.site_name,
        "team": plan.team_id,
        "set": plan.set_code,
        "target": str(plan.target or ""),
        "reason": plan.override_reason,
        "crew": written_crew(plan.staff),
    }


def _set_words(code: str, state: str, *, is_ready: bool) -> str:
    return code if is_ready else f"{code} · {say(set_state_label(state))}"
