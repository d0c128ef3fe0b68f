"""The table of people: role, papers, on how many laptops a PIN is set, and what waits."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.planning.schedule import skill_label
from fieldkit.domain.roles import role_label
from fieldkit.store.queries.orders.people import OfficeUser, Paper
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.orders_wording import waiting_badge
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched


class PeopleCard(Card):
    """Everybody who signs in or did."""

    def __init__(self) -> None:
        self._sum = Label("", "hint")
        super().__init__(tr("Pengguna"), right=self._sum, gap=4, edges=(12, 12, 12, 8))
        columns = [
            Column(tr("Nama"), lambda each: (each.name, say(role_label(each.role))), kind="two", width="stretch"),
            Column(tr("PIN"), keys_words),
            Column(tr("Surat & sertifikat"), papers_words, tone=_papers_tone),
            Column(tr("Keadaan"), state_badge, kind="badge"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Pengguna"))
        self.table.setObjectName("people_table")
        self.add(stretched(self.table))

    def show_people(self, people: Sequence[OfficeUser], select: str = "") -> None:
        """These, with one selected."""
        before = self.table.selected()
        kept = select or (before.id if before is not None else "")
        active = sum(each.is_active for each in people)
        self._sum.set_text(tr("{n} aktif", n=count(active)))
        self.table.rows_model.set_rows(people)
        if people and not (kept and self.table.select(kept)):
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))


def keys_words(user: OfficeUser) -> str:
    """On how many laptops a PIN was set."""
    return tr("{n} laptop", n=count(user.keys)) if user.keys else tr("Belum dibuat")


def papers_words(user: OfficeUser) -> str:
    """The papers that hold, and the one that ended where none does."""
    valid = [paper for paper in user.papers if paper.is_valid]
    if not user.papers:
        return "–"
    return ", ".join(say(skill_label(each.kind)) for each in valid) or tr("Habis masa berlaku")


def paper_lines(papers: Sequence[Paper]) -> str:
    """Each paper and until when it holds."""
    return "\n".join(_paper_line(each) for each in papers)


def state_badge(user: OfficeUser) -> tuple[str, str]:
    """Where a user stands, or what waits."""
    waiting = waiting_badge(user.waiting)
    if waiting is not None:
        return waiting
    return (tr("Aktif"), "ok") if user.is_active else (tr("Berhenti"), "mute")


def _papers_tone(user: OfficeUser) -> str:
    return "warn" if user.papers and not any(each.is_valid for each in user.papers) else ""


def _paper_line(paper: Paper) -> str:
    name = say(skill_label(paper.kind))
    if not paper.is_valid:
        return tr("{paper}: sudah tidak berlaku", paper=name)
    if paper.valid_until is None:
        return tr("{paper}: berlaku", paper=name)
    return tr("{paper}: berlaku sampai {day}", paper=name, day=date_numeric(paper.valid_until))
