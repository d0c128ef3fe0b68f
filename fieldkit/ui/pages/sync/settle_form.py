"""Settle one case: what was decided by whom, and why."""

from __future__ import annotations

import msgspec

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.contested import Contested
from fieldkit.store.queries.settlements import Settled
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.side_by_side import SideBySide
from fieldkit.ui.pages.sync.wording import day_clock, reason_text, record_name
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.clashes import Holds
from fieldkit.work.instants import moment


class SettleState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    decision: str = ""
    note: str = ""


class SettleForm(DrawerForm):
    """A decision by digit, its reason, and the name that will stand under it."""

    def __init__(self, user_name: str, regions: RegionTable) -> None:
        self.decision = ChoiceGroup(tr("Keputusan"), [], columns=1)
        self.note = NoteField(tr("Alasan"), hint=tr("apa yang dipastikan, kepada siapa"), lines=2)
        super().__init__("settle", {"decision": self.decision, "note": self.note}, save=tr("Simpan keputusan"))
        self._what, self._why = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        self._sides = SideBySide(regions)
        self._by = Label(tr("Diputuskan oleh {name}", name=user_name), "second", "ink2", wrap=True)
        self._by.setObjectName("settle_by")
        self._is_clash, self._time_zone = False, "UTC"
        self._elsewhere = Notice(tone="info")
        self._elsewhere.setObjectName("settled_elsewhere")
        scrolled = self.lay(
            self._what, self._why, self._sides, self.decision, self.note, self._by, over=[self._elsewhere]
        )
        # The digit moves the focus on, and what it moves to must be seen.
        self.decision.chosen.connect(lambda _decision: scrolled.ensureWidgetVisible(self.note))
        self.decision.chosen.connect(lambda _decision: self._answered(self.decision))
        self.note.edited.connect(lambda _note: self._answered(self.note))

    def fill(self, about: AttentionRow, contested: Contested | None, time_zone: str, draft: str | None) -> None:
        """Begin with a case afresh, or where the draft stopped."""
        state = decoded(draft, SettleState)
        self._is_clash, self._time_zone = contested is not None, time_zone
        self.wait_again()
        self._what.set_text(record_name(about))
        self._why.set_text(reason_text(about))
        self._sides.show_contested(contested, time_zone)
        self.decision.set_choices(_decisions() if contested is None else _sides())
        self.decision.set_value(state.decision or None)
        self.note.set_value(state.note)
        self.begin(draft)

    def show_settled(self, settled: Settled | None) -> None:
        """The case was settled elsewhere while it was open here: how, and what was typed stays to be read."""
        title, how = tr("Perkara ini tidak menunggu keputusan lagi"), ""
        if settled is not None:
            title, how = tr("Perkara ini sudah diputuskan di tempat lain"), self._how(settled)
        kept = tr("Yang diketik di sini tetap terlihat dan tidak dikirim. Tekan Esc untuk kembali.")
        self._elsewhere.show()
        self._elsewhere.set(title, "\n".join(filter(None, [how, kept])))
        self.save_button.setEnabled(False)

    def wait_again(self) -> None:
        """The case waits for a decision."""
        self._elsewhere.hide()
        self.save_button.setEnabled(True)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode(SettleState(self.decision.value() or "", self.note.value())).decode()

    def answers(self) -> tuple[Decision | Holds, str]:
        """Decision and reason; RuleError where nothing was decided."""
        decision = self.decision.value()
        if decision is None:
            raise RuleError(Problem("decision", "no_decision", text("Keputusannya belum dipilih. Tekan 1, 2, atau 3.")))
        return Holds(decision) if decision in set(Holds) else Decision(decision), self.note.value()

    def _how(self, settled: Settled) -> str:
        names = {each.id: each.caption for each in _decisions()}
        if self._is_clash:
            names[Decision.MISTAKE] = tr("Tetap pakai yang sekarang")
        when = day_clock(int(moment(settled.at).timestamp() * 1000), self._time_zone)
        said = tr("{name}, {when}", name=settled.user, when=when)
        return ". ".join(filter(None, [said, names.get(settled.decision), settled.note]))

    def _answered(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()


def _decisions() -> list[Choice]:
    return [
        Choice(Decision.RIGHT, tr("Keduanya benar, ada alasannya")),
        Choice(Decision.MISTAKE, tr("Salah satu keliru dicatat")),
        Choice(Decision.CORRECTED, tr("Sudah dibetulkan dengan catatan lain")),
    ]


def _sides() -> list[Choice]:
    return [
        Choice(Holds.CURRENT, tr("Tetap pakai yang sekarang")),
        Choice(Holds.PROPOSED, tr("Pakai yang diusulkan")),
        Choice(Decision.CORRECTED, tr("Sudah dibetulkan dengan catatan lain")),
    ]
