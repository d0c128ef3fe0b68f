"""The commands of a push as proposals: what each change wants of which row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import is_health_side
from fieldkit.records.declaration import Table
from fieldkit.records.erasure import filled
from fieldkit.records.journal import FORMAT, Header
from fieldkit.records.tables import APART
from fieldkit.records.wire import Verdict
from fieldkit.server.ledger.batch import Change, Command
from fieldkit.server.merge.contents import CONTENTS, MALFORMED, UNKNOWN, Unreadable
from fieldkit.server.merge.rows import Key
from fieldkit.server.scope import regency_named

_NAME: Final = re.compile(r"[0-9A-Za-z_.:-]{1,64}")
_EDITED_FACT: Final = Unreadable(Verdict.REFUSED, "append_only")


class Proposal(msgspec.Struct, frozen=True, gc=False):
    """One readable change. An insert has all values in the order of the columns, an edit the changed ones by name."""

    header: Header
    table: Table
    key: Key
    """Which row it is about."""
    inserted: list[Any]
    edited: dict[str, Any]


class Reading(msgspec.Struct, frozen=True):
    """A command, and its proposals or what stands against reading it."""

    command: Command
    proposals: Sequence[Proposal]
    problem: Unreadable | None = None


def is_name(name: str) -> bool:
    """Whether this can be the id of a row."""
    return _NAME.fullmatch(name) is not None


def read_command(command: Command) -> Reading:
    """The proposals of a command; one that can not be read keeps all of them back."""
    if not command.is_whole:
        return Reading(command, (), MALFORMED)
    proposals: list[Proposal] = []
    for change in command.changes:
        proposal = _read(change)
        if isinstance(proposal, Unreadable):
            return Reading(command, (), proposal)
        proposals.append(proposal)
    return Reading(command, proposals)


def _read(change: Change) -> Proposal | Unreadable:
    header = change.header
    if header is None:
        return MALFORMED
    contents = CONTENTS.get(header.table)
    if contents is None or header.format != FORMAT:
        return UNKNOWN
    if not is_name(header.row) or not is_placed(header) or is_health_side(header.area) != (header.table in APART):
        return MALFORMED
    key = (header.table, header.regency, header.row)
    if header.is_insert:
        fields = change.fields if change.digest is None else filled(change.fields, contents.table)
        inserted = contents.of_insert(fields)
        return inserted if isinstance(inserted, Unreadable) else Proposal(header, contents.table, key, inserted, {})
    if contents.table.is_fact:
        return _EDITED_FACT
    edited = contents.of_edit(change.fields)
    return edited if isinstance(edited, Unreadable) else Proposal(header, contents.table, key, [], edited)


def is_placed(header: Header) -> bool:
    """Whether the row is in the regency of its area; an edit may name one in another, where it has gone."""
    named = regency_named(header.area)
    return named == header.regency or (
        not header.is_insert and named is not None and regency_named(header.regency) == header.regency
    )
