"""What the other tables closed with, as far as it is here: by stick, or down from the centre. Only to be read."""

from __future__ import annotations

from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount
from fieldkit.store.queries.closing.tables import TableClosing
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import moment


class OtherTables(Card):
    """The closing of each other table with its figures; gone while there is none."""

    def __init__(self) -> None:
        super().__init__(tr("Laporan meja lain"), gap=2)
        self.setObjectName("other_tables")
        self._shown: tuple[tuple[TableClosing, ...], str] | None = None
        self._rows = RowList(name=tr("Laporan meja lain"))
        self.add(self._rows)
        self.hide()

    def show_closings(self, closings: tuple[TableClosing, ...], time_zone: str) -> None:
        """Show these, the first one signed first."""
        self.setVisible(bool(closings))
        if self._shown != (closings, time_zone):
            self._shown = (closings, time_zone)
            self._rows.set_items([_item(each, time_zone) for each in closings])


def _item(closing: TableClosing, time_zone: str) -> RowItem:
    name = " · ".join(filter(None, (closing.table or tr("Meja lain"), closing.signer_name)))
    when = day_clock(int(moment(closing.at).timestamp() * 1000), time_zone)
    return RowItem(
        closing.id, name, f"{_when(closing, when)}\n{_figures(closing)}", icon="clipboard-text",
        badge=_badge(closing), wraps=True,
    )  # fmt: skip


def _when(closing: TableClosing, when: str) -> str:
    if closing.number > 1:
        return tr("Ditutup {when}, ditandatangani ke-{n} kali", when=when, n=closing.number)
    return tr("Ditutup {when}", when=when)


def _figures(closing: TableClosing) -> str:
    if not closing.is_signed:
        return tr("Tanda tangannya tidak cocok, jadi angkanya tidak dihitung. Tanyakan ke meja itu.")
    if closing.is_taken_back:
        return tr("Dibuka lagi di mejanya, jadi angka ini tidak dihitung. Tunggu penutupan berikutnya.")
    figures = closing.figures
    if figures is None:
        return tr("Angkanya belum bisa dibaca di laptop ini. Tanyakan ke meja itu.")
    return "\n".join((_people(figures.people), _cards(figures.cards), _blanks(figures.blanks)))


def _people(people: PeopleCount) -> str:
    return tr("Datang {n}, terekam {recorded}", n=count(people.arrived), recorded=count(people.recorded))


def _cards(cards: CardCount) -> str:
    return tr("Kartu dicetak {n}, diserahkan {handed}", n=count(cards.printed), handed=count(cards.handed_over))


def _blanks(blanks: BlankCount) -> str:
    if blanks.counted is None:
        return tr("Blangko dibawa {n}, belum dihitung kembali", n=count(blanks.taken))
    words = tr("Blangko dibawa {n}, dihitung kembali {counted}", n=count(blanks.taken), counted=count(blanks.counted))
    off = blanks.difference or 0
    if off > 0:
        return tr("{blanks}, kurang {n}", blanks=words, n=count(off))
    return tr("{blanks}, lebih {n}", blanks=words, n=count(-off)) if off else words


def _badge(closing: TableClosing) -> tuple[str, str]:
    if not closing.is_signed:
        return tr("Tidak dihitung"), "err"
    if closing.is_taken_back:
        return tr("Dibuka lagi"), "warn"
    return (tr("Lewat USB"), "info") if closing.is_brought else (tr("Dari pusat"), "ok")
