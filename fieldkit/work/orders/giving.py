"""One row for whatever an admin orders: its document, and who signed it."""

from __future__ import annotations

import os
from typing import Any

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.orders.order import Hindrance, Wanted, hindrance, hindrance_text
from fieldkit.domain.roles import ADMINS
from fieldkit.domain.signing import canonical
from fieldkit.records.orders import Order, order_document
from fieldkit.records.tables import OFFICE_ORDER
from fieldkit.store.queries.orders.standing import office_standing
from fieldkit.store.unit import Unit
from fieldkit.work.authority import role_of
from fieldkit.work.instants import behind
from fieldkit.work.sign_in import Signer


def give_order(unit: Unit, signer: Signer, wanted: Wanted, **more: Any) -> str:
    """Sign an order and keep it; returns its id. RuleError where the centre would not obey it, as far as is known."""
    require_admin(unit)
    why = hindrance(wanted, unit.query(office_standing))
    if why is not None:
        raise RuleError(Problem("order", why, hindrance_text(why)))
    newest = unit.value("SELECT max(at) FROM office_order WHERE subject = ?", wanted.subject)
    at, regency = behind(newest, unit.now_utc), unit.meta.regency
    order_id = row_id(unit.now_ms, os.urandom(10))
    said = {"id": order_id, "epoch": unit.meta.epoch, "role": wanted.role or "", "active": wanted.is_active, **more}
    order = Order(kind=wanted.kind, subject=wanted.subject, at=at, regency=regency, **said)
    document = canonical(order_document(order))
    return unit.insert_as(
        order_id,
        OFFICE_ORDER,
        regency,
        kind=wanted.kind,
        subject=wanted.subject,
        document=document.decode(),
        signer_id=signer.user_id,
        key_id=signer.key_id,
        signature=signer.sign(document),
        at=at,
    )


def require_admin(unit: Unit) -> None:
    """RuleError where the user who is signed in does not order users and laptops."""
    if role_of(unit) not in ADMINS:
        raise RuleError(Problem("user", "not_admin", hindrance_text(Hindrance.NOT_ADMIN)))
