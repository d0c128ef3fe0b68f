"""The field of a NIK: masked, checked at the sixteenth digit, warned about and never blocked (F-N2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Signal

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.nik import bare_number, check_nik, mask_number, shared_nik_problem
from fieldkit.domain.people.sex import Sex
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.fields import TextField

DIGITS: Final = 16
LONGEST: Final = 24
"""Room for blanks and dots between the digits."""
_SEVERITY_ORDER: Final = (Severity.STOP, Severity.WARN, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a NIK is compared with."""

    on: date
    village: str = ""
    sex: Sex | None = None
    birth_date: date | None = None


class NikField(TextField):
    """The NIK of one person."""

    completed = Signal(str)
    """All sixteen digits stand here: somebody else may be known by this number."""

    def __init__(
        self,
        is_known_district: Callable[[str], bool] | None = None,
        shared: Callable[[str], Problem] = shared_nik_problem,
    ) -> None:
        """`shared` says what to do about a number under which another name is known."""
        super().__init__(tr("NIK"), hint=tr("16 angka"), mask=mask_number, limit=LONGEST, digits=True)
        self.setObjectName("nik")
        self._is_known_district = is_known_district
        self._stated = Stated(date.max)
        self._shared, self._shared_problem = ("", ""), shared
        self.edited.connect(self._on_edited)
        self.left.connect(self.check)

    def compare_with(self, stated: Stated) -> None:
        """What the list or the form says of the person; a NIK that is there is checked against it."""
        self._stated = stated
        if len(bare_number(self.value())) == DIGITS:
            self.check()

    def check(self) -> None:
        """Say what looks wrong."""
        stated = self._stated
        found = check_nik(
            self.value(),
            on=stated.on,
            birth_date=stated.birth_date,
            sex=stated.sex,
            home_regency=regency_of(stated.village) or None,
            is_known_district=self._is_known_district,
        )
        shared = (self._shared_problem(self._shared[1]),) if self.is_shared() else ()
        show_worst(self, (*shared, *found.findings) if self.value() else ())

    def show_shared(self, nik: str, name: str) -> None:
        """Somebody else is known by this number, if it is still the one; without a name nobody is."""
        self._shared = (nik, name) if name else ("", "")
        self.check()

    def is_shared(self) -> bool:
        """Whether somebody else is known by the number that stands here."""
        return bool(self._shared[0]) and bare_number(self.value()) == self._shared[0]

    def ask_again(self) -> None:
        """A number that was typed before stands here again: whose it is has to be asked anew."""
        number = bare_number(self.value())
        if len(number) == DIGITS:
            self.completed.emit(number)

    def look_again(self) -> None:
        """It looks itself, at each digit."""

    def _on_edited(self, typed: str) -> None:
        self._shared = ("", "")
        if len(bare_number(typed)) == DIGITS:
            self.check()
            self.ask_again()
        else:
            self.clear_finding()


def show_worst(field: TextField, findings: tuple[Problem, ...]) -> None:
    """Of all that was found, the one that weighs most."""
    worst = sorted(findings, key=lambda found: _SEVERITY_ORDER.index(found.severity))
    if worst:
        field.show_problem(worst[0])
    else:
        field.clear_finding()
