"""A request that is not answered with what it asked for: status and body of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fieldkit.records.wire import Held, Trouble

RETRY_AFTER_S: Final = 5


class TroubleError(Exception):
    """Ends a request, and its transaction, with a Trouble body. Meant for the client, so without words for people."""

    def __init__(self, status: int, code: str, detail: str = "", *, retry_after_s: int = 0, **told: Any) -> None:
        super().__init__(f"{status} {code} {detail}")
        self.status = status
        self.body = Trouble(code=code, detail=detail, **told)
        self.retry_after_s = retry_after_s


class ForkError(TroubleError):
    """An origin claims a number under which the centre holds other content."""

    def __init__(self, number: int, held: Held) -> None:
        super().__init__(409, "fork", f"change {number} is held with another hash", held=held)
        self.number = number


def malformed(detail: str) -> TroubleError:
    """The request can not be read."""
    return TroubleError(400, "malformed", detail)


def unchained(detail: str, held: Held) -> TroubleError:
    """The changes do not continue what is held."""
    return TroubleError(409, "chain", detail, held=held)


def unknown_token() -> TroubleError:
    """No device has this token."""
    return TroubleError(401, "token")


def revoked(holds: Mapping[str, Held], epoch: int, *, is_missing: bool = False) -> TroubleError:
    """The device may hand in its work, and gets nothing else: only what it needs to know for that is told."""
    return TroubleError(403, "revoked", holds=dict(holds), epoch=epoch, is_missing=is_missing)


def too_large(detail: str) -> TroubleError:
    """More than the centre takes at once."""
    return TroubleError(413, "too_large", detail)


def busy(status: int = 503, retry_after_s: int = RETRY_AFTER_S) -> TroubleError:
    """Not now; the same request may succeed later."""
    return TroubleError(status, "busy", retry_after_s=retry_after_s)
