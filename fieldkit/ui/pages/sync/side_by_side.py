"""Two contested values beside each other: what is in use, what is proposed, and who wrote each, where and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.contested import Contested, ContestedField, Side
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import sex_long
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.cards import Block
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, drop, row, stretched
from fieldkit.work.instants import moment

_NUMBERS = frozenset({"nik", "kk"})


class SideBySide(QWidget):
    """Left what 1 keeps, right what 2 takes."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self._shown: QWidget | None = None
        self._box = column(gap=0, inside=self)
        self.setObjectName("side_by_side")

    def show_contested(self, contested: Contested | None, time_zone: str) -> None:
        """Show these values; nothing where there are none."""
        if self._shown is not None:
            drop(self._box, self._shown)
            self._shown = None
        self.setVisible(contested is not None)
        if contested is None:
            return
        self._shown = QWidget()
        current = self._block(
            "1", tr("Dipakai sekarang"), [(each, each.current) for each in contested.fields], time_zone
        )
        proposed = self._block("2", tr("Diusulkan"), [(each, each.proposed) for each in contested.fields], time_zone)
        current.setObjectName("side_current")
        proposed.setObjectName("side_proposed")
        row(stretched(current), stretched(proposed), gap=10, inside=self._shown)
        self._box.addWidget(self._shown)

    def _block(self, digit: str, title: str, sides: list[tuple[ContestedField, Side]], time_zone: str) -> QWidget:
        block = Block("sunken", gap=6, edges=(10, 8, 10, 10))
        block.add(row(KeyCap(digit), Label(title, "label"), None, gap=6))
        words = [title]
        for field, side in sides:
            name, value, said = (
                field_name(field.field),
                self._value(field.field, side.value),
                said_line(side, time_zone),
            )
            lines = (Label(name, "hint"), Label(value, "strong", wrap=True), Label(said, "second", "ink2", wrap=True))
            block.add(column(*lines, gap=2))
            words.append(f"{name} {value}, {said}")
        block.setAccessibleName(". ".join(words))
        return block

    def _value(self, field: str, value: str) -> str:
        if not value:
            return tr("kosong")
        if field in _NUMBERS:
            return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
        if field == "birth_date":
            return date_numeric(date.fromisoformat(value))
        if field == "village":
            return village_label(self._regions, value)
        return sex_long(value) or value if field == "sex" else value


def field_name(field: str) -> str:
    """A contested field as the form calls it."""
    names = {
        "nik": tr("NIK"),
        "nik_tail": tr("Ujung NIK"),
        "kk": tr("Nomor KK"),
        "name": tr("Nama"),
        "birth_date": tr("Tanggal lahir"),
        "sex": tr("Jenis kelamin"),
        "village": tr("Tempat tinggal"),
    }
    return names.get(field, field)


def said_line(side: Side, time_zone: str) -> str:
    """Who wrote a value, on which laptop, and when."""
    laptop = tr("laptop {device}", device=side.laptop) if side.laptop else ""
    when = day_clock(int(moment(side.at).timestamp() * 1000), time_zone) if side.at else ""
    return " · ".join(filter(None, (side.user, laptop, when))) or tr("tidak tercatat siapa")
