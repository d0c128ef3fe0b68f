"""Who comes first and who may come instead: approvals of who leads, and rules of the office with their day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.areas import regency_of
from fieldkit.domain.cards.card import CardState, Placing
from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.cards.print_order import check_ranks, write_ranks
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_PLACE, PRINT_APPROVAL, SETTING
from fieldkit.store.queries.cards.facts import approvals_of, position_of
from fieldkit.store.queries.cards.rules import PRINT_ORDER, PROXY_RULE
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead, require_planner
from fieldkit.work.cards.written import area_of, behind_the_last, refused
from fieldkit.work.days import today


@dataclass(frozen=True, slots=True)
class SignOrder:
    """The order of printing as the head signed it, and the day from which it holds."""

    ranks: tuple[frozenset[str], ...]
    valid_from: date


@dataclass(frozen=True, slots=True)
class SetProxyRule:
    """Who may come for somebody's card, and the day from which that holds."""

    rule: ProxyRule
    valid_from: date


def approve_print(unit: Unit, request_id: str, reason: str) -> str:
    """Who leads lets a card be printed before others, for a reason (F-B3)."""
    require_lead(unit)
    if not reason.strip():
        words = text("Alasan mendesak belum ditulis. Tulis singkat kenapa kartu ini didahulukan.")
        raise RuleError(Problem("reason", "no_reason", words))
    if unit.query(approvals_of, request_id):
        raise refused("approved", text("Kartu ini sudah disetujui sebagai mendesak."))
    return unit.insert(
        PRINT_APPROVAL,
        area_of(unit, request_id),
        request_id=request_id,
        reason=reason.strip(),
        approved_by=unit.user,
        at=behind_the_last(unit, request_id),
    )


def withdraw_approval(unit: Unit, request_id: str) -> None:
    """Take back that a card is urgent: it waits its turn again. What another laptop approved meanwhile stands."""
    require_lead(unit)
    if unit.query(position_of, request_id).state is not CardState.QUEUED:
        raise refused("printed", text("Kartunya sudah dicetak, jadi persetujuannya tetap di kisahnya."))
    approvals = unit.query(approvals_of, request_id)
    if not approvals:
        raise refused("not_approved", text("Kartu ini sudah tidak mendesak."))
    area, at = area_of(unit, request_id), behind_the_last(unit, request_id)
    for approval in approvals:
        unit.insert(CARD_PLACE, area, request_id=request_id, state=Placing.UNDONE, place=approval, at=at)


def sign_order(unit: Unit, command: SignOrder) -> str:
    """The order of printing that the head signed, from a day on; the office writes it, and days before keep theirs."""
    problems = (*_office_alone(unit, command.valid_from), *check_ranks(command.ranks))
    if problems:
        raise RuleError(*problems)
    return _set(unit, PRINT_ORDER, write_ranks(command.ranks), command.valid_from)


def set_proxy_rule(unit: Unit, command: SetProxyRule) -> str:
    """Another rule of the office from a day on; days before keep theirs."""
    problems = _office_alone(unit, command.valid_from)
    if problems:
        raise RuleError(*problems)
    return _set(unit, PROXY_RULE, command.rule, command.valid_from)


def _office_alone(unit: Unit, valid_from: date) -> tuple[Problem, ...]:
    """What is against a rule of this day; RuleError where whoever is signed in does not decide for the office."""
    require_planner(unit)
    if valid_from >= today(unit):
        return ()
    words = text("Hari itu sudah lewat, dan hari yang lewat tetap dengan aturannya. Pilih hari ini atau sesudahnya.")
    return (Problem("since", "past_day", words),)


def _set(unit: Unit, key: str, value: str, valid_from: date) -> str:
    area = regency_of(unit.meta.get("regency"))
    return unit.insert(SETTING, area, key=key, value=value, valid_from=valid_from.isoformat())
