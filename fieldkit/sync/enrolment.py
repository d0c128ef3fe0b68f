"""How a laptop becomes one of the centre's."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.host.secrets import new_device_key
from fieldkit.records.wire import Enrolment, EnrolRequest
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway

LONGEST_NAME: Final = 80


def enrol(doorway: Doorway, exchange: Exchange, code: str, device_name: str) -> Enrolment:
    """Trade a one-time code for the right to sync; the code is not spent where the laptop could not take the answer."""
    _require_possible(exchange, code, device_name)
    key = new_device_key()
    request = EnrolRequest(code=code.strip().upper(), device_name=device_name.strip(), public_key=key.public_hex)
    enrolment = doorway.enrol(request)
    exchange.adopt(enrolment, key.secret_hex, doorway.base_url, doorway.own_authority)
    return enrolment


def _require_possible(exchange: Exchange, code: str, device_name: str) -> None:
    problems = []
    if exchange.origin() is not None:
        problems.append(Problem("code", "enrolled", text("Laptop ini sudah terdaftar di pusat. Kode tidak dipakai.")))
    elif not code.strip():
        problems.append(Problem("code", "code_missing", text("Kode pendaftaran belum diisi. Kodenya dari kantor.")))
    if not 0 < len(device_name.strip()) <= LONGEST_NAME or not device_name.isprintable():
        problems.append(
            Problem("device_name", "name_missing", text("Tulis nama laptop yang pendek, misalnya Laptop P2."))
        )
    if problems:
        raise RuleError(*problems)
