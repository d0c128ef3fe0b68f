"""Users of the office: added, given a role, dismissed and taken back, and the code by which a PIN is set."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.orders.order import NAME_LENGTH, USER_ROLES, OrderKind, Wanted
from fieldkit.domain.text import text
from fieldkit.records.codes import new_start_code
from fieldkit.records.start_codes import start_code_verifier
from fieldkit.store.unit import Unit
from fieldkit.work.orders.giving import give_order, require_admin
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class NewUser:
    """Somebody who is to sign in."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """A code that is told once; only what is derived from it is kept."""

    subject: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UserRole:
    """What somebody is from now on."""

    user_id: str
    role: str


@dataclass(frozen=True, slots=True)
class UserActive:
    """Whether somebody signs in from now on."""

    user_id: str
    is_active: bool


def order_user(unit: Unit, command: NewUser, signer: Signer) -> CodeGiven:
    """Add a user; returns the code by which the PIN is set on a laptop. RuleError where name or role are missing."""
    require_admin(unit)
    name = " ".join(command.name.split())
    problems = [each for each in (_name_problem(name), _role_problem(command.role)) if each]
    if problems:
        raise RuleError(*problems)
    given = CodeGiven(row_id(unit.now_ms, os.urandom(10)), new_start_code())
    wanted = Wanted(OrderKind.USER_NEW, given.subject, role=command.role)
    give_order(unit, signer, wanted, name=name, code_hash=start_code_verifier(given.code))
    return given


def order_role(unit: Unit, command: UserRole, signer: Signer) -> str:
    """Give a user another role; RuleError where no admin would be left."""
    require_admin(unit)
    problem = _role_problem(command.role)
    if problem:
        raise RuleError(problem)
    return give_order(unit, signer, Wanted(OrderKind.USER_ROLE, command.user_id, role=command.role))


def order_active(unit: Unit, command: UserActive, signer: Signer) -> str:
    """End the work of a user, or let somebody who left begin again; RuleError where no admin would be left."""
    require_admin(unit)
    return give_order(unit, signer, Wanted(OrderKind.USER_ACTIVE, command.user_id, is_active=command.is_active))


def order_start_code(unit: Unit, user_id: str, signer: Signer) -> CodeGiven:
    """A new code by which a user sets the PIN on a laptop; the one before no longer works."""
    given = CodeGiven(user_id, new_start_code())
    give_order(unit, signer, Wanted(OrderKind.USER_START_CODE, user_id), code_hash=start_code_verifier(given.code))
    return given


def _name_problem(name: str) -> Problem | None:
    if name and len(name) <= NAME_LENGTH and name.isprintable():
        return None
    return Problem("name", "no_name", text("Nama petugas belum diisi."))


def _role_problem(role: str) -> Problem | None:
    return None if role in USER_ROLES else Problem("role", "no_role", text("Peran petugas belum dipilih."))
