"""The four figures over the page: the own share, the nation's, what is missing, and the pace."""

from __future__ import annotations

from fieldkit.domain.lists.outlook import PACE_DAYS
from fieldkit.store.queries.coverage.page import CoverageView
from fieldkit.ui.formats import count, percent_text
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.wording import instant_text, near_day, per_day_text, source_text, target_text
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.layouts import holder, row, rule, stretched


class Tiles(Block):
    """Four figures beside each other, each with its sum and its day."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self.local, self.national = Figure(tr("Cakupan setempat"), tight=True), Figure(tr("Angka nasional"), tight=True)
        self.to_go, self.pace = Figure(tr("Menuju target"), tight=True), Figure(tr("Laju 7 hari"), tight=True)
        named = {"local": self.local, "national": self.national, "to_go": self.to_go, "pace": self.pace}
        for name, figure in named.items():
            figure.setObjectName(f"coverage_{name}")
        # Two and two, so that they stand below each other where the window is narrow.
        first = holder(row(stretched(self.local), rule(upright=True), stretched(self.national), gap=12))
        last = (rule(upright=True), stretched(self.to_go), rule(upright=True), stretched(self.pace))
        self.add(Flow([stretched(first), stretched(holder(row(*last, gap=12)))], gap=12))

    def show_view(self, view: CoverageView) -> None:
        """The figures of the place that is looked at."""
        self._show_local(view)
        self._show_national(view)
        standing, numbers = view.whole.standing, view.whole.standing.numbers
        left = tr("sisa {n} di daftar, terjangkau {m}", n=count(standing.unrecorded_on_list), m=count(numbers.left))
        missing = count(standing.to_go(view.target)) if standing.whole else "–"
        self.to_go.set(missing, tr("orang ke {target}", target=target_text(view.target)), foot=left)
        self._show_pace(view)

    def _show_local(self, view: CoverageView) -> None:
        standing = view.whole.standing
        if not standing.whole:
            self.local.set("–", "", foot=tr("belum ada daftar atau angka wajib KTP"))
            return
        numbers = {"n": count(standing.recorded), "m": count(standing.whole)}
        of = tr("{n} dari {m}", **numbers) if standing.base else tr("{n} dari {m} di daftar", **numbers)
        synced, zone = view.freshness.synced_at_ms, view.freshness.time_zone
        when = instant_text(synced, view.today, zone) if synced else tr("belum sinkron")
        self.local.set(percent_text(standing.share), "" if standing.base else tr("daftar"), foot=f"{of} · {when}")

    def _show_national(self, view: CoverageView) -> None:
        counted = view.whole.national
        if counted is None:
            self.national.set("–", "", foot=tr("belum ada untuk tempat ini"))
            return
        day = near_day(counted.as_of, view.today)
        is_base = view.whole.standing.base == counted
        said = tr("{day} · jadi dasar cakupan setempat", day=day)
        self.national.set(
            percent_text(counted.share), "", foot=said if is_base else tr("{day} · dasar belum tentu sama", day=day)
        )

    def _show_pace(self, view: CoverageView) -> None:
        found = view.outlook
        if not found.to_go:
            foot = tr("target sudah tercapai")
        elif found.needed is not None and found.by is not None:
            foot = tr("perlu {n} / hari sampai {day}", n=count(found.needed), day=near_day(found.by, view.today))
        else:
            foot = tr("batas sudah lewat") if found.by else tr("tanggal batas belum diisi di Jadwal")
        is_short = found.needed is not None and found.pace.per_day < found.needed
        is_week = found.pace.days == PACE_DAYS or not found.pace.people
        unit = tr("/ hari") if is_week else tr("/ hari, {n} hari terakhir", n=found.pace.days)
        pace = per_day_text(found.pace.per_day) if found.pace.people else "0"
        self.pace.set(pace, unit, foot=foot, tone="warn" if is_short else "")


def base_words(view: CoverageView) -> str:
    """What the share of the place is of, and of which day."""
    base = view.whole.standing.base
    return source_text(base, view.today) if base else ""
