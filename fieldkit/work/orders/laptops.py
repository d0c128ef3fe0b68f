"""Laptops: let in by a code, given areas for a time, missing, found, and shut out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.orders.order import NAME_LENGTH, OrderKind, Wanted
from fieldkit.domain.text import text
from fieldkit.records.codes import enrol_verifier, new_code
from fieldkit.records.orders import GivenArea
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.orders.giving import give_order, require_admin
from fieldkit.work.orders.users import CodeGiven
from fieldkit.work.sign_in import Signer

CODE_LIFE: Final = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Given:
    """An area, on either side, and until when; without an end it stays."""

    area: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewLaptop:
    """A laptop that is to be let in."""

    name: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaptopAreas:
    """All that a laptop holds of this regency from now on."""

    device_id: str
    areas: tuple[Given, ...]


def order_laptop(unit: Unit, command: NewLaptop, signer: Signer) -> CodeGiven:
    """Let one laptop in; returns the code that it is told, good for three days from now."""
    require_admin(unit)
    name = " ".join(command.name.split())
    if not name or len(name) > NAME_LENGTH or not name.isprintable():
        raise RuleError(Problem("name", "no_name", text("Nama laptop belum diisi.")))
    if not command.areas:
        raise RuleError(Problem("areas", "no_area", text("Pilih paling sedikit satu wilayah.")))
    given = CodeGiven(row_id(unit.now_ms, os.urandom(10)), new_code(unit.meta.regency))
    give_order(
        unit,
        signer,
        Wanted(OrderKind.LAPTOP_NEW, given.subject),
        name=name,
        code_hash=enrol_verifier(given.code),
        until=instant(unit.now_utc + CODE_LIFE),
        areas=_given(Given(area) for area in command.areas),
    )
    return given


def order_areas(unit: Unit, command: LaptopAreas, signer: Signer) -> str:
    """What a laptop holds from now on, and until when; what is not named leaves it at its next contact."""
    require_admin(unit)
    if any(each.until is not None and each.until <= unit.now_utc for each in command.areas):
        raise RuleError(Problem("until", "is_over", text("Akhirnya sudah lewat. Pilih hari ini atau sesudahnya.")))
    return give_order(unit, signer, Wanted(OrderKind.LAPTOP_AREAS, command.device_id), areas=_given(command.areas))


def order_missing(unit: Unit, device_id: str, signer: Signer) -> str:
    """Nobody knows where a laptop is: from now on the three days run (F-P2)."""
    return give_order(unit, signer, Wanted(OrderKind.LAPTOP_MISSING, device_id))


def order_found(unit: Unit, device_id: str, signer: Signer) -> str:
    """A laptop that was missing is back in the right hands."""
    return give_order(unit, signer, Wanted(OrderKind.LAPTOP_FOUND, device_id))


def order_revoke(unit: Unit, device_id: str, signer: Signer) -> str:
    """Shut a laptop out for good: it may hand in its work, gets nothing, and wipes itself."""
    return give_order(unit, signer, Wanted(OrderKind.LAPTOP_REVOKE, device_id))


def _given(areas: Iterable[Given]) -> tuple[GivenArea, ...]:
    return tuple(GivenArea(each.area, instant(each.until) if each.until else "") for each in areas)
