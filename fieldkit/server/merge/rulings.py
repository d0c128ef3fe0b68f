"""Settings that are policy stand only under a signature of the head, which comes with them in one command (HO-3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import msgspec

from fieldkit.domain.rules.keys import DRAFT, WITHDRAWN
from fieldkit.domain.rules.signed import day_of, is_approved, needs_signature
from fieldkit.domain.rules.versions import Setting
from fieldkit.records.tables import APPROVAL, SETTING
from fieldkit.server.cases import SIGNATURE
from fieldkit.server.merge.authority import Sender, Standing
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal
from fieldkit.server.merge.rows import Key, RowBook
from fieldkit.server.merge.signatures import is_signed
from fieldkit.server.merge.unit import Unit

_APPROVAL: Final = CONTENTS[APPROVAL.name].position
_SETTING: Final = CONTENTS[SETTING.name].position
_KEPT: Final = ("key", "value", "valid_from")
_UNSIGNED: Final = Standing(SIGNATURE, is_of_office=False)


def weighed(unit: Unit, sender: Sender, proposals: Sequence[Proposal], standings: Sequence[Standing]) -> list[Standing]:
    """The same standings, but for settings that nobody signed: the case is about the signature."""
    if sender.is_office or not any(each.table is SETTING for each in proposals):
        return list(standings)
    approved, known = list(_approvals(unit, sender.home, proposals, standings)), dict[Key, Setting]()
    found = []
    for proposal, stands in zip(proposals, standings, strict=True):
        before, after = _turned(proposal, known, unit.rows)
        policy = any(needs_signature(each.key) for each in (before, after) if each is not None)
        is_bare = policy and not any(is_approved(kind, document, after) for kind, document in approved if after)
        is_signed = policy and not is_bare and _puts_in_force(before, after)
        signed = msgspec.structs.replace(stands, is_signed=True) if is_signed else stands
        found.append(_UNSIGNED if is_bare and not stands.doubt else signed)
    return found


def _puts_in_force(before: Setting | None, after: Setting | None) -> bool:
    """Whether a draft becomes a rule that somebody took back meanwhile, who did not know that the head had signed."""
    was_withdrawn = before is not None and before.key.startswith(WITHDRAWN + DRAFT)
    return was_withdrawn and after is not None and not after.key.startswith(WITHDRAWN)


def _turned(proposal: Proposal, known: dict[Key, Setting], rows: RowBook) -> tuple[Setting | None, Setting | None]:
    """A setting before and after a change of this command; None for what is not there, or has not arrived."""
    if proposal.table is not SETTING:
        return None, None
    before = known.get(proposal.key) or _held(proposal, rows)
    if proposal.header.is_insert:
        key, value, since = (proposal.inserted[_SETTING[name]] for name in _KEPT)
    elif before is None:
        return None, None
    else:
        told = proposal.edited
        key, value = told.get("key", before.key), told.get("value", before.value)
        since = told.get("valid_from", before.since.isoformat() if before.since > date.min else None)
    known[proposal.key] = Setting(proposal.header.row, str(key), str(value), day_of(since))
    return before, known[proposal.key]


def _approvals(
    unit: Unit, home: str, proposals: Sequence[Proposal], standings: Sequence[Standing]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Kind and document of what the head signed in this command, under the own name and for the own regency."""
    for proposal, stands in zip(proposals, standings, strict=True):
        if proposal.table is not APPROVAL or stands.doubt or not is_signed(proposal, home, unit.rows, unit.bonds):
            continue
        kind, document, signer = (proposal.inserted[_APPROVAL[name]] for name in ("kind", "document", "signer_id"))
        if signer == proposal.header.user and home == proposal.header.regency:
            yield kind, _read(document)


def _held(proposal: Proposal, rows: RowBook) -> Setting | None:
    row = rows.get(proposal.key)
    if row is None:
        return None
    key, value, since = (row.value(name) for name in _KEPT)
    return Setting(proposal.header.row, str(key), str(value), day_of(since))


def _read(document: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(document, type=dict[str, Any])
    except msgspec.MsgspecError:
        return {}
