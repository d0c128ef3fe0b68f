"""Beside the table: what is known of the place that is selected, and what can be done, by digit."""

from __future__ import annotations

from fieldkit.ui.formats import count, day_long
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.targets.places import PlaceRow
from fieldkit.ui.pages.office.targets.places_card import sum_words
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label


class TargetSide(Card):
    """The acts, under the place that they are about."""

    def __init__(self, *, may_plan: bool, may_sign: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._choices = _choices(may_plan=may_plan, may_sign=may_sign)
        self.reason, self.until = Label("", "body", wrap=True), Label("", "second", wrap=True)
        self.odd = Label("", "second", "warn", wrap=True)
        self.village = Label("", "second", wrap=True)
        self.acts = ActionPanel(self._choices, columns=2, name=tr("Tindakan"))
        for name, part in {"reason": self.reason, "until": self.until, "odd": self.odd, "next": self.village}.items():
            part.setObjectName(f"target_{name}")
        self.acts.setObjectName("target_acts")
        self.add(self.reason, self.until, self.odd, self.village, self.acts, None)

    def names(self) -> list[str]:
        """The acts by their digits."""
        return [choice.id for choice in self._choices]

    def show_place(self, row: PlaceRow | None, following: PlaceRow | None, *, is_signed: bool) -> None:
        """The place that is selected, and the village where a shift would be planned."""
        self.set_title(row.name if row is not None else tr("Tindakan"))
        self.reason.set_text(say(row.reason) if row is not None else "")
        self.until.set_text(_until(row, is_signed=is_signed) if row is not None else "")
        odd = row is not None and not row.adds_up
        self.odd.set_text(sum_words(row) if row is not None and odd else "")
        self.odd.setVisible(odd)
        is_other = row is not None and following is not None and following.id != row.id
        self.village.setVisible(is_other)
        if following is not None:
            left = count(following.numbers.left)
            self.village.set_text(tr("Jadwalkan: {name}, sisa {n}.", name=following.name, n=left))


def _until(row: PlaceRow, *, is_signed: bool) -> str:
    if row.target is None:
        return tr("Belum ada target.")
    day = day_long(row.target.until) if row.target.until is not None else "–"
    told = tr("Target {n} orang sampai {day}.", n=count(row.target.quantity), day=day)
    return told if is_signed else f"{told} {tr('Belum ditandatangani seperti ini.')}"


def _choices(*, may_plan: bool, may_sign: bool) -> list[Choice]:
    plans = [
        Choice("set", tr("Tetapkan"), "flag"),
        Choice("share", tr("Bagi target"), "chart-bar"),
        Choice("take_back", tr("Cabut target"), "arrow-u-up-left"),
        Choice("plan", tr("Jadwalkan"), "calendar-plus"),
    ]
    looks = [
        Choice("sheet", tr("Buat lembar"), "printer"),
        Choice("order", tr("Ganti urutan"), "sort-ascending"),
        Choice("everywhere", tr("Semua desa"), "map-pin"),
    ]
    return [
        *(plans if may_plan else []),
        *looks,
        *([Choice("sign", tr("Tanda tangani"), "pencil-simple")] if may_sign else []),
    ]
