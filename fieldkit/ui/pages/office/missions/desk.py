"""The desk of mutual aid, worked from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from fieldkit.domain.missions.mission import MissionState, next_states, open_points
from fieldkit.domain.roles import PLANNERS
from fieldkit.domain.stock.holders import region_of
from fieldkit.domain.stock.movements import MovementKind
from fieldkit.store.drafts import draft
from fieldkit.store.queries.missions.missions import Mission, MissionsView, missions_view
from fieldkit.ui.context import Context
from fieldkit.ui.forms.stock_fields import LoanWith
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.form_desk import FormDesk
from fieldkit.ui.pages.office.missions.forms import MissionForm, StepForm, Typed
from fieldkit.ui.pages.office.missions.missions_card import MissionsCard
from fieldkit.ui.pages.office.missions.side import ACTS, MissionSide, step_label
from fieldkit.ui.pages.office.missions.wording import early_words, open_words, region_name, typed_of
from fieldkit.ui.widgets.buttons import bind
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse
from fieldkit.work.missions.mission import StepMission, step_mission, write_mission


class MissionsDesk(FormDesk):
    """Who helps here, and what is left to settle."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: MissionsView | None = None
        self._wanted = MissionState.AGREED
        self.may_plan = context.user.role in PLANNERS
        self.missions = MissionsCard(context.regions)
        self.side = MissionSide(context.regions, may_plan=self.may_plan)
        self.form, self.step_form = MissionForm(), StepForm()
        self._add_form(self.form, tr("Gotong royong"), self._save_terms, width=420)
        self._add_form(self.step_form, tr("Gotong royong"), self._save_step)
        self._arrange(self.missions, self.missions.table, self.side, 360)
        self._listen()

    def subtitle(self) -> str:
        """What the desk is for."""
        return tr("Tim daerah lain yang membantu di sini")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        acts = [("1 / 5", tr("Baru, ubah, langkah berikut, batalkan, pinjaman blangko"))] if self.may_plan else []
        return [
            *acts,
            ("Ctrl+Enter", tr("Langkah berikut; di isian: simpan")),
            ("Ctrl+J", tr("Ke tindakan")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, now = self._context.store, self._context.clock.now_utc()
        self._context.ask(self, lambda: store.query(missions_view, now), self._show)

    def shown(self) -> None:
        """To the form that is open or the table, or to the acts where there is nothing in it."""
        if self.form_over is not None:
            self.form_over.focus_first()
        elif self._view is not None and self._view.missions:
            self.missions.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.side.acts.focus_first()

    def _listen(self) -> None:
        self.missions.table.selected_row.connect(self._on_selected)
        self.side.acts.picked.connect(self._do)
        if self.may_plan:
            for digit, name in enumerate(ACTS, start=1):
                bind(self.missions.table, str(digit), partial(self._do, name))

    def _show(self, view: MissionsView) -> None:
        self._view = view
        self._offer(view)
        self.missions.show_missions(view.missions)
        self._on_selected(self._mission())

    def _on_selected(self, mission: Mission | None) -> None:
        self.side.show_mission(mission, self._today())
        if self.may_plan:
            self.lead(*self._next_step(mission, self._today()))

    def _today(self) -> date | None:
        zone = self._view.time_zone if self._view is not None else None
        return at_site(self._context.clock.now_utc(), zone).date() if zone is not None else None

    def _next_step(self, mission: Mission | None, today: date | None) -> tuple[str, Callable[[], None]]:
        """The filled button; none where only a day that has not come is waited for."""
        if mission is None or today is None or not next_states(mission.state):
            return tr("Gotong royong baru"), partial(self._do, "new")
        if early_words(mission, today):
            return "", partial(self._do, "next")
        return step_label(next_states(mission.state)[0]), partial(self._do, "next")

    def _offer(self, view: MissionsView) -> None:
        regions = self._context.regions
        near = [each.code for each in regions.children(view.regency.partition(".")[0]) if each.code != view.regency]
        known = [each.terms.guest_regency for each in view.missions]
        codes = dict.fromkeys([*near, *known])
        if not self._is_open(self.form):
            self.form.guest.set_options([(code, region_name(regions, code)) for code in codes])
            self.form.areas.offer([(each.code, each.name) for each in regions.children(view.regency)])

    def _mission(self) -> Mission | None:
        found: Mission | None = self.missions.table.selected()
        return found

    def _do(self, which: str) -> None:
        if self.form_over is not None:
            return
        acts: dict[str, Callable[[], None]] = {
            "new": lambda: self._open_terms(None),
            "change": lambda: self._open_terms(self._mission()),
            "next": self._go_on,
            "cancel": self._cancel,
            "blanks": self._to_stock,
        }
        if which == "new" or self._mission() is not None:
            acts[which]()

    def _open_terms(self, mission: Mission | None) -> None:
        kind = f"mission {mission.id}" if mission is not None else "mission"
        store, user = self._context.store, self._context.user.id
        known = typed_of(mission) if mission is not None else Typed()
        self.form.fill(mission.id if mission is not None else "", known, store.query(draft, user, kind))
        self._saver.begin(self.form, kind)
        title = tr("Ubah gotong royong") if mission is not None else tr("Gotong royong baru")
        self._open(self.form, title)

    def _go_on(self) -> None:
        mission = self._mission()
        following = next_states(mission.state) if mission is not None else ()
        if mission is None or not following:
            return
        self._wanted = following[0]
        if self._wanted is MissionState.SETTLED and open_points(mission.standing):
            about = tr("Belum beres:\n{points}\nBereskan dulu, atau tulis penjelasannya.", points=open_words(mission))
            self._open_step(tr("Selesaikan gotong royong"), about, tr("Selesaikan"))
        else:
            self._step(mission)

    def _cancel(self) -> None:
        mission = self._mission()
        if mission is None:
            return
        self._wanted = MissionState.CANCELLED
        if self._wanted not in next_states(mission.state):
            # Nobody is asked to explain what is refused anyhow.
            self._step(mission)
            return
        about = tr(
            "Gotong royong yang dibatalkan tidak bisa dimulai lagi. Laptop tamu melepas daftarnya saat terhubung lagi. "
            "Tulis kenapa dibatalkan."
        )
        self._open_step(tr("Batalkan gotong royong"), about, tr("Batalkan"))

    def _open_step(self, title: str, about: str, save: str) -> None:
        mission, store, user = self._mission(), self._context.store, self._context.user.id
        kind = f"mission_step {self._wanted} {mission.id if mission is not None else ''}"
        self.step_form.fill(about, save, store.query(draft, user, kind))
        self._saver.begin(self.step_form, kind)
        self._open(self.step_form, title)

    def _save_terms(self) -> None:
        command, store = self.form.command(), self._context.store
        self._saver.save(
            self.form,
            lambda: store.execute(write_mission, command),
            lambda inverse: self._done(tr("{name} tersimpan", name=command.name.strip()), inverse),
        )

    def _save_step(self) -> None:
        mission, store, form = self._mission(), self._context.store, self.step_form
        if mission is None:
            return
        work = partial(store.execute, step_mission, StepMission(mission.id, self._wanted, form.note.value()))
        self._saver.save(form, work, lambda inverse: self._done(self._step_words(), inverse))

    def _step(self, mission: Mission) -> None:
        work = partial(self._context.store.execute, step_mission, StepMission(mission.id, self._wanted, ""))
        self._context.ask(self, work, lambda inverse: self._done(self._step_words(), inverse))

    def _step_words(self) -> str:
        words = {
            MissionState.LISTS_SHARED: tr("Daftar dibagikan ke laptop tamu"),
            MissionState.RUNNING: tr("Gotong royong dimulai"),
            MissionState.SETTLED: tr("Gotong royong selesai"),
        }
        return words.get(self._wanted, tr("Gotong royong dibatalkan"))

    def _done(self, title: str, inverse: Inverse[Any]) -> None:
        self._close_forms()
        self._context.done(title, tr("Dikirim ke pusat saat ada jaringan."), inverse=inverse, undone=tr("Diurungkan"))
        self.shown()

    def _to_stock(self) -> None:
        """Blanks are lent and given back on the stock page, with the paper that both sides sign."""
        mission = self._mission()
        if mission is None:
            return
        owed = mission.loan.owed if mission.loan is not None else 0
        kind = MovementKind.GIVE_BACK if owed else MovementKind.BORROW
        quantity = owed or mission.terms.blanks_brought
        self.go.emit("stock", LoanWith(kind, region_of(mission.terms.guest_regency), quantity))
