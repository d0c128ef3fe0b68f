"""Whose a key is. A key that nothing proves vouches for nobody: what is signed with it is a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.identifiers import in_incarnation, origin_of
from fieldkit.domain.roles import LEADS, may_vouch_for
from fieldkit.records.journal import Header
from fieldkit.records.start_codes import Voucher, key_statement, proves, told_to, voucher_of
from fieldkit.records.tables import APP_USER, USER_KEY
from fieldkit.server.bulk import Bulk
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, Row, RowBook
from fieldkit.server.merge.verifying import verifies
from fieldkit.server.schema import BOUND_KEY

_COLUMNS: Final = ("regency", "key_id", "verifier", "at_ms")
_AT: Final = CONTENTS[USER_KEY.name].position


class Bonds:
    """The keys that are bound to a person, as far as one push looks at them, and those that it binds."""

    def __init__(self, connection: sa.Connection, bulk: Bulk, now_ms: int) -> None:
        self._connection = connection
        self._bulk = bulk
        self._now_ms = now_ms
        self._bound: set[tuple[str, str]] = set()
        self._spent: set[tuple[str, str]] = set()
        self._new: list[tuple[Any, ...]] = []

    def load(self, keys: Iterable[Key], verifiers: Iterable[tuple[str, str]]) -> None:
        """Ask which of these keys (table, regency, id) are bound, and which codes have served."""
        self._bound |= self._ask("key_id", ((regency, row) for _, regency, row in keys))
        self._spent |= self._ask("verifier", verifiers)

    def is_bound(self, regency: str, key_id: str) -> bool:
        """Whether it is known whose this key is."""
        return (regency, key_id) in self._bound

    def bind(self, proposal: Proposal, rows: RowBook) -> bool:
        """Bind a new key to its user, if its proof holds; a code serves once."""
        regency, key_id = proposal.header.regency, proposal.header.row
        user, verifier = rows.get(_user(proposal)), _verifier(proposal, rows)
        if user is None or not user.value("active"):
            return False
        by_code = bool(verifier) and (regency, verifier) not in self._spent and _is_proved(proposal, verifier)
        if not by_code and not self._is_vouched(proposal, user, rows):
            return False
        self._bound.add((regency, key_id))
        if by_code:
            self._spent.add((regency, verifier))
        self._new.append((regency, key_id, verifier if by_code else None, self._now_ms))
        return True

    def write(self) -> None:
        """Write what was bound."""
        if self._new:
            self._bulk.insert(self._connection, BOUND_KEY, _COLUMNS, self._new)

    def _is_vouched(self, proposal: Proposal, user: Row, rows: RowBook) -> bool:
        voucher = _voucher(proposal)
        if voucher is None:
            return False
        regency = proposal.header.regency
        signer, key = (rows.get(place) for place in _of_voucher(regency, voucher))
        return (
            signer is not None
            and key is not None
            and bool(signer.value("active"))
            and signer.value("role") in LEADS
            and may_vouch_for(user.value("role"))
            and key.value("user_id") == voucher.signer_id
            and self.is_bound(regency, voucher.key_id)
            and verifies(key.value("public_key"), voucher.signature, _statement(proposal).decode())
        )

    def _ask(self, column: str, wanted: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for regency, name in wanted:
            names[regency].add(name)
        this, found = BOUND_KEY.c[column], set[tuple[str, str]]()
        for regency, these in names.items():
            query = sa.select(this).where(BOUND_KEY.c.regency == regency, self._bulk.among(this, sorted(these)))
            found |= {(regency, name) for name in self._connection.scalars(query)}
        return found


def rows_of_proof(proposal: Proposal) -> list[Key]:
    """The rows by which a new key is proved; empty for everything else."""
    if proposal.table is not USER_KEY or not proposal.header.is_insert or not is_name(_told(proposal, "user_id")):
        return []
    voucher = _voucher(proposal)
    return [_user(proposal), *(_of_voucher(proposal.header.regency, voucher) if voucher else ())]


def verifiers_of_proof(proposal: Proposal, rows: RowBook) -> list[tuple[str, str]]:
    """The code by which a new key may be proved, with its regency, once the rows are there."""
    if proposal.table is not USER_KEY or not proposal.header.is_insert:
        return []
    verifier = _verifier(proposal, rows)
    return [(proposal.header.regency, verifier)] if verifier else []


def _verifier(proposal: Proposal, rows: RowBook) -> str:
    user = rows.get(_user(proposal))
    return str(user.value("start_code_hash") or "") if user is not None else ""


def _user(proposal: Proposal) -> Key:
    return (APP_USER.name, proposal.header.regency, _told(proposal, "user_id"))


def _of_voucher(regency: str, voucher: Voucher) -> tuple[Key, Key]:
    return (APP_USER.name, regency, voucher.signer_id), (USER_KEY.name, regency, voucher.key_id)


def _voucher(proposal: Proposal) -> Voucher | None:
    voucher = voucher_of(_told(proposal, "proof"))
    return voucher if voucher and is_name(voucher.signer_id) and is_name(voucher.key_id) else None


def _is_proved(proposal: Proposal, verifier: str) -> bool:
    return _serves(proposal.header, verifier) and proves(verifier, _told(proposal, "proof"), _statement(proposal))


def _serves(header: Header, verifier: str) -> bool:
    """Whether a code serves at the laptop that writes; one that was told over the telephone does at its own alone."""
    laptop = told_to(verifier)
    return not laptop or in_incarnation(header.origin, 1) == origin_of(header.regency, laptop, 1)


def _statement(proposal: Proposal) -> bytes:
    return key_statement(proposal.header.regency, _told(proposal, "user_id"), _told(proposal, "public_key"))


def _told(proposal: Proposal, name: str) -> str:
    return str(proposal.inserted[_AT[name]] or "")
