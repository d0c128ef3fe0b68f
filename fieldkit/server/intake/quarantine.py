"""Work that a revoked device hands in: kept whole, receipted, and applied by nobody but the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from fieldkit.records.wire import Verdict
from fieldkit.server.cases import REVOKED, grow_case, open_case
from fieldkit.server.devices.laptops import Device
from fieldkit.server.ledger.batch import Command
from fieldkit.server.ledger.origins import HeldOrigin
from fieldkit.server.merge.authority import Sender
from fieldkit.server.merge.unit import Outcome, Unit
from fieldkit.server.schema import JOURNAL, ORIGIN
from fieldkit.server.trouble import too_large

LIMIT_BYTES: Final = 64 << 20
"""What a revoked device may hand in altogether: many times what a laptop writes in a month."""
_ROW_BYTES: Final = 256
"""Of a change beside its header and fields: whoever fills the disk makes these as small as can be."""


def quarantined(unit: Unit, sender: Sender, held: HeldOrigin, run: Sequence[Command]) -> list[Outcome]:
    """Put commands aside under one case; TroubleError 413 where the device has handed in too much."""
    if _bytes_put_aside(unit.connection, sender.device) > LIMIT_BYTES:
        raise too_large("work of a revoked device")
    return [Outcome(Verdict.CASE, REVOKED, _case_of(unit, sender.device, held, run))] * len(run)


def _case_of(unit: Unit, device: Device, held: HeldOrigin, run: Sequence[Command]) -> str:
    """The one case of a device until somebody settles it: each would travel to every laptop of the regency."""
    first, last = run[0].number, run[-1].changes[-1].number
    case = open_case(unit.connection, device.regency, REVOKED, _origins(device))
    if case is None:
        details = {"device": device.id, "first": first, "last": last}
        return unit.cases.open(held.regency, REVOKED, ("", ""), (held.origin, first), details)
    if case.origin == held.origin:
        grow_case(unit.connection, case, last=last)
    return case.id


def _origins(device: Device) -> sa.Select[str]:
    """Of a device: whoever has its token may name as many as they like."""
    origin = ORIGIN.c
    return sa.select(origin.origin).where(origin.regency == device.regency, origin.device_id == device.id)


def _bytes_put_aside(connection: sa.Connection, device: Device) -> int:
    journal = JOURNAL.c
    size = _ROW_BYTES + sa.func.length(journal.header) + sa.func.coalesce(sa.func.length(journal.fields), 0)
    query = sa.select(sa.func.coalesce(sa.func.sum(size), 0)).where(journal.regency == device.regency)
    query = query.where(journal.origin.in_(_origins(device)), journal.reason == REVOKED)
    return int(connection.execute(query).scalar_one())
