"""A card is handed over: identity shown, by the owner or by whom the office lets come instead (F-K3, F-K4, NC-4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.requests.reasons import has_old_card
from fieldkit.domain.text import text


class ProxyRule(StrEnum):
    """Who may come for the card of somebody else; offices differ, so it is a dated setting."""

    FORBIDDEN = "forbidden"
    SAME_FAMILY_CARD = "same_family_card"
    WITH_LETTER = "with_letter"
    """Family of the same KK, and anybody else with a letter of the owner."""


class Relation(StrEnum):
    """Who received the card."""

    OWNER = "owner"
    SAME_FAMILY_CARD = "same_family_card"
    WITH_LETTER = "with_letter"


class PlaceKind(StrEnum):
    """Where a card is handed over."""

    FIELD = "field"
    OFFICE = "office"
    HOME = "home"


DEFAULT_PROXY_RULE: Final = ProxyRule.SAME_FAMILY_CARD
_LETS: Final = {
    ProxyRule.FORBIDDEN: frozenset({Relation.OWNER}),
    ProxyRule.SAME_FAMILY_CARD: frozenset({Relation.OWNER, Relation.SAME_FAMILY_CARD}),
    ProxyRule.WITH_LETTER: frozenset(Relation),
}


@dataclass(frozen=True, slots=True)
class Receiving:
    """What is asked of whoever comes for a card. `old_card_taken` is None while that was not answered."""

    received_by: str
    identity_shown: str
    relation: str = Relation.OWNER
    witness: str = ""
    old_card_taken: bool | None = None
    place_kind: str = PlaceKind.FIELD


def proxy_rule_on(rules: Iterable[tuple[date, str]], day: date) -> ProxyRule:
    """The rule in force on a day, of settings with the day from which they hold."""
    begun = [(since, rule) for since, rule in rules if since <= day and rule in set(ProxyRule)]
    return ProxyRule(max(begun)[1]) if begun else DEFAULT_PROXY_RULE


def check_receiving(received: Receiving, rule: ProxyRule, reason: str | None) -> tuple[Problem, ...]:
    """What keeps a card from being handed over. Where the reason is not known here, the old card is asked for."""
    found = (
        _receiver_problem(received),
        _identity_problem(received),
        _relation_problem(received, rule),
        _witness_problem(received),
        _old_card_problem(received, reason),
    )
    return tuple(problem for problem in found if problem)


def _receiver_problem(received: Receiving) -> Problem | None:
    if received.received_by.strip():
        return None
    return Problem(
        "received_by", "no_receiver", text("Penerima belum ditulis. Tulis nama orang yang menerima kartunya.")
    )


def _identity_problem(received: Receiving) -> Problem | None:
    if received.identity_shown.strip():
        return None
    return Problem("identity_shown", "no_identity", text("Identitas belum dicatat. Minta KK atau KTP lama."))


def _relation_problem(received: Receiving, rule: ProxyRule) -> Problem | None:
    if received.relation in _LETS[rule]:
        return None
    if received.relation not in set(Relation):
        return Problem(
            "relation", "no_relation", text("Pilih dulu siapa yang menerima: pemiliknya sendiri, atau wakil.")
        )
    if rule is ProxyRule.FORBIDDEN:
        words = text(
            "Aturan kantor: kartu hanya diambil pemiliknya sendiri. Minta pemiliknya datang, atau catat permintaan "
            "kunjungan supaya kartunya diantar."
        )
    else:
        words = text(
            "Aturan kantor: wakil harus dari KK yang sama. Minta keluarga satu KK yang datang, atau pemiliknya sendiri."
        )
    return Problem("relation", "proxy_forbidden", words)


def _witness_problem(received: Receiving) -> Problem | None:
    is_own = received.relation == Relation.OWNER and received.place_kind != PlaceKind.HOME
    if is_own or received.witness.strip():
        return None
    return Problem(
        "witness",
        "no_witness",
        text("Saksi belum ditulis. Untuk wakil dan serah di rumah, tulis nama petugas atau RT yang melihat."),
    )


def _old_card_problem(received: Receiving, reason: str | None) -> Problem | None:
    if received.old_card_taken is not None or not (reason is None or has_old_card(reason)):
        return None
    return Problem(
        "old_card_taken",
        "old_card_not_asked",
        text("KTP lama belum dijawab. Minta KTP lamanya; kalau tidak dibawa, pilih Tidak ada."),
    )
