"""`fieldkit sync`: one round with the centre, and whether anything still waits."""

from __future__ import annotations

import signal
import threading

from fieldkit.console.laptop import Access, enrolled
from fieldkit.console.talk import DONE, LATER, Say, say_as, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.text import Text, text
from fieldkit.host.folders import open_folders
from fieldkit.store.keeping.farewell import wipe
from fieldkit.store.keeping.tampering import look_if_due
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from fieldkit.sync.progress import SyncOutcome


def run_sync(access: Access, *, as_json: bool, say: Say = print) -> int:
    """Send, fetch and prove once. A first Ctrl+C ends the round between two batches; nothing is lost by a second.

    A laptop that was revoked wipes itself, as in the window, once the centre has signed for all of its work.
    """
    try:
        with enrolled(access) as store:
            look_if_due(store)
            outcome = _round(store)
            wiped = outcome.is_released and wipe(store, open_folders(access.database)) is not None
    except FieldKitError as error:
        return told(error)
    sentence = _handed_in() if wiped else _sentence(outcome)
    say_as(_facts(outcome) | {"wiped": wiped}, sentence, as_json=as_json, say=say)
    if outcome.cause is not None:
        return told(outcome.cause)
    has_nothing = outcome.receipt is None and outcome.is_complete and not outcome.carried
    return DONE if outcome.all_sent or has_nothing else LATER


def _round(store: Store) -> SyncOutcome:
    stop = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: _stop_or_end(stop))
    engine = connect(Exchange(store), store.clock, lambda _: None)
    try:
        return engine.run(stop)
    finally:
        engine.close()
        signal.signal(signal.SIGINT, before)


def _stop_or_end(stop: threading.Event) -> None:
    if stop.is_set():
        raise KeyboardInterrupt
    stop.set()


def _facts(outcome: SyncOutcome) -> dict[str, object]:
    return {
        "sent": outcome.sent,
        "fetched": outcome.fetched,
        "waiting": outcome.waiting,
        "carried": outcome.carried,
        "all_sent": outcome.all_sent,
        "held_up_to": outcome.receipt.number if outcome.receipt else None,
        "exceptions": len(outcome.exceptions),
        "bytes_sent": outcome.bytes_sent,
        "bytes_received": outcome.bytes_received,
        "failed_step": outcome.failed_step,
    }


def _sentence(outcome: SyncOutcome) -> Text:
    counts = {"sent": outcome.sent, "fetched": outcome.fetched, "waiting": outcome.waiting, "carried": outcome.carried}
    if outcome.all_sent:
        return text("Semua terkirim. {sent} perubahan dikirim, {fetched} baris diambil.", **counts)
    if outcome.carried:
        return text(
            "{sent} perubahan dikirim, {fetched} baris diambil, {waiting} masih menunggu. Kiriman titipan yang masih "
            "menunggu: {carried}.",
            **counts,
        )
    return text("{sent} perubahan dikirim, {fetched} baris diambil, {waiting} masih menunggu.", **counts)


def _handed_in() -> Text:
    return text("Pusat memegang semua pekerjaan laptop ini. Data dan kuncinya sudah dihapus dari sini.")
