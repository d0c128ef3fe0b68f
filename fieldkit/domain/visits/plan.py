"""The route of a home-visit pair: why and how somebody is visited, and how much fits into the time that is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.people.person import age_on
from fieldkit.domain.text import Text, text, words_of


class VisitNeed(StrEnum):
    """Why somebody can not come: a code, and nothing more is written down (F-P3)."""

    ELDERLY = "elderly"
    GRAVELY_ILL = "gravely_ill"
    DISABLED = "disabled"
    MENTAL_ILLNESS = "mental_illness"
    OTHER = "other"


class Access(StrEnum):
    """How the pair gets to the house (HV-1)."""

    CAR = "car"
    MOTORBIKE = "motorbike"
    ON_FOOT = "on_foot"


class StopPlace(StrEnum):
    """Where people are met (F-S4)."""

    HOME = "home"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class StopState(StrEnum):
    """Whether the pair still means to go there."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


_NEED_LABELS: Mapping[str, Text] = {
    VisitNeed.ELDERLY: text("Lansia"),
    VisitNeed.GRAVELY_ILL: text("Sakit berat"),
    VisitNeed.DISABLED: text("Disabilitas"),
    VisitNeed.MENTAL_ILLNESS: text("ODGJ"),
    VisitNeed.OTHER: text("Lainnya"),
}
_ACCESS_LABELS: Mapping[str, Text] = {
    Access.CAR: text("Mobil"),
    Access.MOTORBIKE: text("Motor"),
    Access.ON_FOOT: text("Jalan kaki"),
}
_PLACE_LABELS: Mapping[str, Text] = {
    StopPlace.HOME: text("Rumah warga"),
    StopPlace.NEIGHBOUR: text("Rumah tetangga"),
    StopPlace.OTHER: text("Tempat lain"),
}

# F-R6: normal 5-15 minutes, the elderly about 30, the disabled about 25; 25-30 at a bedside (HV-2).
_NORMAL_MINUTES: Final = 15
_ELDERLY_MINUTES: Final = 30
_MINUTES: Mapping[str, int] = {
    VisitNeed.ELDERLY: _ELDERLY_MINUTES,
    VisitNeed.GRAVELY_ILL: _ELDERLY_MINUTES,
    VisitNeed.DISABLED: 25,
    VisitNeed.MENTAL_ILLNESS: 25,
}
_ELDERLY_FROM: Final = 60
_WAY_MINUTES: Mapping[str, int] = {Access.ON_FOOT: 15}
_USUAL_WAY_MINUTES: Final = 10


def need_label(need: str) -> Text:
    """The word for a reason."""
    return _NEED_LABELS.get(need) or words_of(need)


def access_label(access: str) -> Text:
    """The word for a way."""
    return _ACCESS_LABELS.get(access) or words_of(access)


def place_label(place: str) -> Text:
    """The word for a kind of place."""
    return _PLACE_LABELS.get(place) or words_of(place)


def visit_minutes(need: str, birth_date: date | None, on: date) -> int:
    """About how long the recording of one person takes at home (F-R6); by age where the reason is not told."""
    is_old = birth_date is not None and age_on(birth_date, on) >= _ELDERLY_FROM
    return max(_MINUTES.get(need, _NORMAL_MINUTES), _ELDERLY_MINUTES if is_old else 0)


@dataclass(frozen=True, slots=True)
class RouteLoad:
    """How long a route takes: with its people, and on the way to its stops."""

    people: int
    people_minutes: int
    stops: int
    way_minutes: int

    @property
    def minutes(self) -> int:
        """Altogether."""
        return self.people_minutes + self.way_minutes


def route_load(stops: Iterable[tuple[str, Sequence[int]]]) -> RouteLoad:
    """The load of the stops that are left, each as its access and the minutes of the people who wait there."""
    left = [(access, minutes) for access, minutes in stops if minutes]
    return RouteLoad(
        sum(len(minutes) for _, minutes in left),
        sum(sum(minutes) for _, minutes in left),
        len(left),
        sum(_WAY_MINUTES.get(access, _USUAL_WAY_MINUTES) for access, _ in left),
    )


def pairs_of(leaders: Iterable[str], teams: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """By who leads a stop, the first leader of the same pair: leaders who are in one team go together."""
    pairs: dict[str, str] = {}
    for leader in leaders:
        mine = teams.get(leader, frozenset())
        pairs.setdefault(leader, next((key for key in pairs.values() if mine & teams.get(key, frozenset())), leader))
    return pairs


def free_minutes(shift_minutes: int | None, battery_minutes: int | None) -> int | None:
    """What is left of time and battery, whichever ends first; None where neither tells (HV-3)."""
    known = [each for each in (shift_minutes, battery_minutes) if each is not None]
    return max(0, min(known)) if known else None


def check_fits(load: RouteLoad, free: int | None) -> Problem | None:
    """What speaks against a route that takes longer than there is (HV-2: plan no more than fits)."""
    if free is None or load.minutes <= free:
        return None
    return Problem(
        "route",
        "too_long",
        text(
            "Tidak muat: rute jadi {minutes} mnt, waktu tinggal {free} mnt. Kurangi orang di rute, atau tambah waktu "
            "kunjungan kalau memang ada.",
            minutes=load.minutes,
            free=free,
        ),
    )


def check_wish(wished_for: date | None, today: date) -> Problem | None:
    """What speaks against the day for which a family asks."""
    if wished_for is None or wished_for >= today:
        return None
    message = text("Tanggal ini sudah lewat. Tulis hari yang masih bisa didatangi, atau kosongkan.")
    return Problem("wished_for", "wish_past", message)
