"""What opens this laptop, sealed to the office's rescue key: beside the database, in each backup's note, at the centre.

The key is the one of the rule that its head signed, and that signature is checked here: whoever has stolen the centre
can not put a key of their own in its place. Another key than the one before is gone by only once somebody here has
compared its print with the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from hashlib import blake2b
from typing import Final

import msgspec

from fieldkit.domain.areas import office_of
from fieldkit.domain.roles import HEADS
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.rescue_key import key_print, read_rescue_code
from fieldkit.domain.rules.signed import is_approved
from fieldkit.domain.rules.versions import Setting
from fieldkit.host.escrow import Escrow, LaptopSecrets, escrow
from fieldkit.host.files import write_whole
from fieldkit.host.secrets import verify
from fieldkit.records.tables import KEY_COPY
from fieldkit.store.database import Database
from fieldkit.store.keeping.notes import kept_escrow
from fieldkit.store.keeping.places import ESCROW_FILE
from fieldkit.store.meta import Meta
from fieldkit.store.queries.rules.versions import office_settings
from fieldkit.store.queries.shifts import site_day
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit

_TRUSTED: Final = "rescue_key"
"""Meta key of the rescue key that this laptop goes by."""
_SEALED: Final = "rescue_sealed"
"""Meta key of what was sealed last, to which key: a digest."""


class EscrowState(Enum):
    """Whether the office could open this laptop."""

    NONE = auto()
    """The office has no rescue key."""
    UNSIGNED = auto()
    """What stands in its place carries no signature of the head: nothing is sealed to it."""
    CHANGED = auto()
    """It is another one than before, and nobody here has compared it yet."""
    DUE = auto()
    """It is sealed with the next sync."""
    SEALED = auto()


@dataclass(frozen=True, slots=True)
class EscrowStanding:
    """How it stands, with the prints to compare; empty where there is no key."""

    state: EscrowState
    ruled: str = ""
    trusted: str = ""


def escrow_standing(database: Database, now_utc: datetime) -> EscrowStanding:
    """Whether the office could open this laptop if its own key were lost."""
    meta = Meta(database)
    trusted, ruled = meta.get(_TRUSTED), _ruled(database, now_utc)
    if ruled is None:
        return EscrowStanding(EscrowState.NONE, trusted=_print(trusted))
    state = EscrowState.DUE
    if not _is_signed(database, ruled):
        state = EscrowState.UNSIGNED
    elif trusted and trusted != _key_of(ruled):
        state = EscrowState.CHANGED
    elif meta.get(_SEALED).startswith(_key_of(ruled)):
        state = EscrowState.SEALED
    return EscrowStanding(state, _print(_key_of(ruled)), _print(trusted))


def trust_rescue_key(unit: Unit, shown: str) -> None:
    """Somebody compared the print that was shown with the sheet: from now on this laptop goes by that key."""
    ruled = unit.query(_ruled, unit.now_utc)
    if ruled is not None and _print(_key_of(ruled)) == shown:
        unit.meta.put(_TRUSTED, _key_of(ruled))


def keep_escrow(store: Store) -> bool:
    """Seal what opens this laptop where that is due; whether something was written that the centre is to have."""
    standing = store.query(escrow_standing, store.clock.now_utc())
    if standing.state not in {EscrowState.DUE, EscrowState.SEALED}:
        return False
    ruled = store.query(_ruled, store.clock.now_utc())
    secrets = LaptopSecrets(store.key, Exchange(store).connection().token)
    mark = _mark(_key_of(ruled), secrets) if ruled else ""
    if not mark or (store.meta.get(_SEALED) == mark and kept_escrow(store.path.parent) is not None):
        return False
    sealed = escrow(secrets, mark.partition(" ")[0])
    write_whole(store.path.with_name(ESCROW_FILE), msgspec.json.encode(sealed))
    store.execute(_note_sealed, sealed, mark)
    return True


def _note_sealed(unit: Unit, sealed: Escrow, mark: str) -> None:
    meta = unit.meta
    meta.put(_TRUSTED, sealed.rescue_key)
    meta.put(_SEALED, mark)
    unit.insert(
        KEY_COPY,
        office_of(meta.regency),
        laptop=meta.origin,
        rescue_key=sealed.rescue_key,
        box=sealed.box,
        at=unit.now_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )


def _ruled(database: Database, now_utc: datetime) -> Setting | None:
    """The row that is in force now; None where it names no key."""
    today = site_day(database, now_utc)
    begun = [each for each in office_settings(database) if each.key == RuleKey.RESCUE_KEY and each.since <= today]
    last = max(begun, key=lambda each: (each.since, each.id), default=None)
    return last if last is not None and read_rescue_code(last.value) else None


def _is_signed(database: Database, row: Setting) -> bool:
    """Whether a head signed just this row, with a key that is known here to be of that head."""
    for kind, document, signature, public_key in database.rows(_APPROVALS):
        if verify(public_key, signature, document.encode()) and is_approved(kind, msgspec.json.decode(document), row):
            return True
    return False


def _key_of(row: Setting) -> str:
    return read_rescue_code(row.value) or ""


def _mark(rescue_key: str, secrets: LaptopSecrets) -> str:
    digest = blake2b(secrets.key + secrets.token.encode(), digest_size=16, person=b"fieldkit-escrow")
    return f"{rescue_key} {digest.hexdigest()}"


def _print(rescue_key: str) -> str:
    return key_print(rescue_key) if rescue_key else ""


_APPROVALS: Final = (
    "SELECT a.kind, a.document, a.signature, k.public_key FROM approval a "
    "JOIN user_key k ON k.id = a.key_id AND k.user_id = a.signer_id JOIN app_user u ON u.id = a.signer_id "
    f"WHERE u.role IN ({', '.join(repr(role) for role in sorted(HEADS))})"
)
