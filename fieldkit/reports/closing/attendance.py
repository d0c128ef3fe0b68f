"""The annex: who was served, with the NIK masked. It is not part of what was signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.formats import clock
from fieldkit.domain.people.nik import mask_number
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import step_label
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.parts import NONE, known
from fieldkit.store.queries.closing.visitors import Visitor
from fieldkit.work.instants import at_site, moment

_SEXES: Final[dict[str, str]] = {Sex.MALE: "L", Sex.FEMALE: "P"}
_HIDDEN: Final = "*" * 12


@dataclass(frozen=True, slots=True, repr=False)
class VisitorLine:
    """A line of the attendance list."""

    number: int
    queue_no: str
    name: str
    sex: str
    nik: str
    neighbourhood: str
    reason: str
    outcome: str
    time: str


def visitor_line(number: int, visitor: Visitor, time_zone: str) -> VisitorLine:
    """The line of a visitor; no number of a resident leaves here unmasked."""
    return VisitorLine(
        number,
        visitor.queue_no,
        visitor.name,
        _SEXES.get(visitor.sex, NONE),
        _masked(visitor),
        f"{known(visitor.rt)}/{known(visitor.rw)}",
        labelled(visitor.reason, reason_label),
        labelled(visitor.step, step_label),
        clock(at_site(moment(visitor.at), time_zone)),
    )


def _masked(visitor: Visitor) -> str:
    if visitor.nik:
        return mask_number(visitor.nik)
    return f"{_HIDDEN}{visitor.nik_tail[-4:]}" if visitor.nik_tail else NONE
