"""Rules of the office for tests, put in force as its head would."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.rules.catalogue import RULE, RuleName
from fieldkit.domain.rules.versions import Stage
from fieldkit.records.tables import APP_USER
from fieldkit.store.queries.rules.versions import rules_view
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.rules.versions import WriteRule, sign_rule, write_rule
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from tests.laptops import REGENCY

CODE = "KODE-9902"
PIN = "918273"
HEAD = "Bambang Wicaksono"


def add_head(store: Store, name: str = HEAD) -> UserId:
    """A head of the office, who has a PIN on this laptop; who is signed in stays so."""
    code = hashlib.sha256(CODE.encode()).hexdigest()

    def verb(unit: Unit) -> UserId:
        return UserId(unit.insert(APP_USER, REGENCY, name=name, role="head", active=1, start_code_hash=code))

    head = store.execute(verb)
    set_first_pin(store, head, CODE, PIN)
    return head


def head_of(store: Store) -> Signer:
    """The PIN of a new head is right just now."""
    return check_in(store, add_head(store), PIN)


def put_in_force(store: Store, name: RuleName, values: Mapping[str, str], since: date) -> None:
    """A rule as a head wrote and signed it; who is signed in stays so."""
    signer = head_of(store)
    with store.acting(signer.user_id):
        store.execute(write_rule, WriteRule(name, values, since))
        if RULE[name].is_signed:
            store.execute(sign_rule, draft_of(store, name, since), signer)


def draft_of(store: Store, name: RuleName, since: date) -> str:
    """The id of the draft of a rule for a day."""
    view = store.query(rules_view, since)
    return next(each.id for each in view.of(name, Stage.DRAFT) if each.since == since)
