"""Where to go next: most people left within reach first, then the better place to work in (PL-4, F-S3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.formats import count
from fieldkit.domain.planning.site import Access, Quality, Surroundings, access_label, network_label, power_label
from fieldkit.domain.text import Text, text


class Order(StrEnum):
    """What is looked at first: where most are left, or where work goes best."""

    REMAINDER = "remainder"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A place of recording, with what was found there."""

    name: str
    surroundings: Surroundings


@dataclass(frozen=True, slots=True)
class Candidate:
    """A village or district where people are left, and the places known there."""

    code: str
    left: int
    sites: tuple[KnownSite, ...] = ()

    @property
    def best_site(self) -> KnownSite | None:
        """The place there where work goes best; None where none is known."""
        return min(self.sites, key=lambda site: (_burden(site.surroundings), site.name), default=None)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where a candidate stands, and the reason in words."""

    place: int
    candidate: Candidate
    reason: Text


def ranked(candidates: Iterable[Candidate], order: Order = Order.REMAINDER) -> tuple[Ranked, ...]:
    """All of them, the next one to go to first; where nobody is left stands at the end."""
    standing = sorted(candidates, key=lambda each: _key(each, order))
    return tuple(
        Ranked(place, each, _reason(each, earlier, order))
        for place, (each, earlier) in enumerate(zip(standing, (None, *standing), strict=False), start=1)
    )


def site_words(site: KnownSite | None) -> Text:
    """The best place, with signal, power and the way to it, as they were found."""
    if site is None:
        return text("belum ada tempat yang tercatat")
    found = site.surroundings
    told = ((network_label, found.network), (power_label, found.power), (access_label, found.access))
    words = [label(said) for label, said in told if said]
    if not words:
        return text("{site}: belum dicek", site=site.name)
    return text("{site}: {found}", site=site.name, found=_joined(words))


def _joined(words: list[Text]) -> Text:
    joined = words[0]
    for word in words[1:]:
        joined = Text("{first}, {second}", {"first": joined, "second": word})
    return joined


def _key(candidate: Candidate, order: Order) -> tuple[object, ...]:
    burden = _burden_of(candidate)
    first = (-candidate.left, burden) if order is Order.REMAINDER else (burden, -candidate.left)
    return (candidate.left <= 0, *first, candidate.code)


def _burden_of(candidate: Candidate) -> tuple[int, int]:
    best = candidate.best_site
    return _burden(best.surroundings) if best is not None else (_QUALITIES[Quality.UNKNOWN], _ACCESS_UNKNOWN)


def _burden(found: Surroundings) -> tuple[int, int]:
    """How hard work is there; what nobody has looked at stands between what is known as good and as bad."""
    return _QUALITIES[found.quality], _ACCESSES.get(found.access, _ACCESS_UNKNOWN)


def _reason(each: Candidate, before: Candidate | None, order: Order) -> Text:
    values = {"left": count(each.left), "site": site_words(each.best_site)}
    if each.left <= 0:
        return text("Semua yang terjangkau sudah terekam.")
    if before is None:
        return Text(_FIRST[order].source, values)
    return Text(_AFTER[order, _compared(each, before, order)].source, values)


def _compared(each: Candidate, before: Candidate, order: Order) -> str:
    """What decided between it and the one before."""
    is_even, burdens = each.left == before.left, (_burden_of(each), _burden_of(before))
    if order is Order.REMAINDER:
        return "fewer" if not is_even else ("harder" if burdens[0] != burdens[1] else "alike")
    return "harder" if burdens[0] != burdens[1] else ("fewer" if not is_even else "alike")


_QUALITIES: Final[Mapping[Quality, int]] = {
    Quality.GOOD: 0,
    Quality.WEAK_NETWORK: 1,
    Quality.UNSTEADY_POWER: 1,
    Quality.UNKNOWN: 2,
    Quality.NO_NETWORK: 3,
    Quality.NO_POWER: 4,
}
_ACCESSES: Final[Mapping[str, int]] = {Access.CAR: 0, Access.MOTORBIKE: 1, Access.BOAT: 3, Access.FOOT: 4}
_ACCESS_UNKNOWN: Final = 2
_FIRST: Final[Mapping[Order, Text]] = {
    Order.REMAINDER: text("Sisa terjangkau paling banyak, {left} orang. Tempat terbaik: {site}."),
    Order.SITE: text("Tempat terbaik: {site}. Sisa terjangkau {left} orang."),
}
_AFTER: Final[Mapping[tuple[Order, str], Text]] = {
    (Order.REMAINDER, "fewer"): text("Sisa terjangkau {left} orang. Tempat terbaik: {site}."),
    (Order.REMAINDER, "harder"): text("Sisanya sama, {left} orang, tetapi tempatnya lebih sulit: {site}."),
    (Order.REMAINDER, "alike"): text("Sisanya sama, {left} orang, dan tempatnya setara: {site}."),
    (Order.SITE, "harder"): text("Tempatnya lebih sulit: {site}. Sisa terjangkau {left} orang."),
    (Order.SITE, "fewer"): text("Tempatnya setara, {site}, tetapi sisanya lebih sedikit: {left} orang."),
    (Order.SITE, "alike"): text("Tempatnya setara, {site}, dan sisanya sama: {left} orang."),
}
