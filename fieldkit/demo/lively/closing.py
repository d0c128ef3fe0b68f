"""The other table of the hall: its closing of the evening came by stick, signed by whoever led there."""

from __future__ import annotations

import json
from typing import Any, Final

from fieldkit.demo.day import PIN
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.domain.signing import canonical
from fieldkit.host.secrets import SealedKey, new_signing_key, sign
from fieldkit.records.note import NotedClosing, NotedKey, TableNote
from fieldkit.store.database import Database
from fieldkit.store.neighbours.brought import keep_brought
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.queries.shifts import last_shift
from fieldkit.store.unit import Touched
from fieldkit.work.instants import instant

_ORIGIN: Final = "3574-P2.1"
_SHIFT, _CLOSING, _KEY = (f"01691a00-0000-7000-8000-00000000990{n}" for n in range(1, 4))
_WHO_LED: Final = "Dedi Kurniawan"
_PEOPLE: Final = {
    "arrived": 21,
    "recorded": 17,
    "incomplete_papers": 2,
    "already_recorded": 1,
    "left": 1,
    "failed": 0,
    "forwarded": 0,
    "other": 0,
    "still_open": 0,
}
_COUNTS: Final[dict[str, Any]] = {
    "people_count": _PEOPLE,
    "stock": {"taken": 20, "printed": 12, "spoiled": 1, "returned": 0, "on_hand": 7},
    "cards": {"printed": 12, "handed_over": 10},
    "card_count": {"printed": 12, "handed_over": 10, "held": 2},
    "counted": 6,
    "difference": 1,
    "reason": "miscounted_at_issue",
    "note": "Serah terima dihitung 19, ditulis 20",
    "other_products": {"kk": 4, "kia": 2},
}


def bring_other_table(laptop: PracticeLaptop) -> None:
    """The lead has taken in the stick of the other table, after the own one was closed."""
    shift = laptop.store.query(last_shift)
    signed = laptop.store.query(closings, shift.id) if shift is not None else []
    if not signed:
        return
    key, at = new_signing_key(PIN), instant(laptop.clock.now_utc())
    signer = str(laptop.store.query(lambda d: d.value("SELECT id FROM app_user WHERE name = ?", _WHO_LED)))
    note = TableNote(
        closings=[_closing(signed[-1], key, signer, at)],
        keys=[NotedKey(id=_KEY, user_id=signer, public_key=key.public_hex)],
    )

    def keep(database: Database) -> Touched:
        touched = Touched()
        touched.add("brought_closing", keep_brought(database, _ORIGIN, note))
        return touched

    laptop.store.take_in(keep)


def _closing(own: SignedClosing, key: SealedKey, signer: str, at: str) -> NotedClosing:
    told = json.loads(own.document)
    document = canonical({**told, **_COUNTS, "shift": {**told["shift"], "id": _SHIFT}, "incidents": []})
    return NotedClosing(
        id=_CLOSING,
        area=told["shift"]["village"],
        shift_id=_SHIFT,
        kind="table",
        number=1,
        supersedes_id=None,
        document=document.decode(),
        signer_id=signer,
        key_id=_KEY,
        signature=sign(key.sealed, PIN, document),
        at=at,
    )
