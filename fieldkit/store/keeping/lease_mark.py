"""How far the lease has come, kept beside the key as well: a database of before that is put back goes forward to it."""

from __future__ import annotations

import logging
from typing import Final

import msgspec

from fieldkit.domain.errors import KeyUnavailableError
from fieldkit.store.database import Database
from fieldkit.store.lease import LeaseMark, go_forward, lease_mark
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store

_LOG: Final = logging.getLogger(__name__)
_KEPT: Final = "lease_mark"
"""Meta key of the mark that was kept last, so that the keyring is asked only where there is news."""


def catch_up_lease(store: Store) -> None:
    """Once the file is open: nothing that this laptop has seen is unseen by putting an older file back."""
    if store.lease_mark is None:
        return
    try:
        mark = _read(store.lease_mark.load())
    except KeyUnavailableError:
        _LOG.warning("the keyring does not tell how far the lease has come")
        return
    if mark is not None:
        store.write_local(go_forward, mark, store.clock.monotonic_s())


def keep_lease_mark(store: Store) -> None:
    """After the lease went on, or a code served. A keyring that refuses just now is asked again the next time."""
    now = store.query(lease_mark)
    if store.lease_mark is None or now is None:
        return
    before = _read(store.meta.get(_KEPT))
    if before is not None and not now.is_news_after(before):
        return
    told = msgspec.json.encode(now).decode()
    try:
        store.lease_mark.save(told)
    except KeyUnavailableError:
        _LOG.warning("the keyring does not keep how far the lease has come")
        return
    store.write_local(_note, told)


def _read(told: str) -> LeaseMark | None:
    try:
        return msgspec.json.decode(told, type=LeaseMark) if told else None
    except msgspec.MsgspecError:
        return None


def _note(database: Database, told: str) -> None:
    Meta(database).put(_KEPT, told)
