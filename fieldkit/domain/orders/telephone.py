"""Why a request read out over the telephone gets no answer; the laptop asks before it is signed, the centre again."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.text import Text, text

NEAR_MS: Final = 3_600_000
"""Whoever signs does it now: so far may the clock of the laptop be from the centre's."""


class Unanswered(StrEnum):
    """What stands against an answer, as the centre names it to the laptop."""

    UNREAD = "phone_unread"
    REVOKED = "phone_revoked"
    MISSING = "phone_missing"
    NOT_ADMIN = "phone_not_admin"
    NOT_SIGNED = "phone_not_signed"
    NOT_OFFICE = "phone_not_office"
    LATE = "phone_late"
    REPEATED = "phone_repeated"


def unanswered(why: Unanswered) -> RuleError:
    """The same in words, beside the request."""
    return RuleError(Problem("request", why, _WORDS[why]))


def mistrusted(state: str | None) -> Unanswered | None:
    """Nothing is told to who has a laptop that was shut out, or that nobody knows where it is."""
    return _MISTRUSTED.get(state or "")


_MISTRUSTED: Final[Mapping[str, Unanswered]] = {
    LaptopState.REVOKED: Unanswered.REVOKED,
    LaptopState.MISSING: Unanswered.MISSING,
}
_WORDS: Final[Mapping[Unanswered, Text]] = {
    Unanswered.UNREAD: text(
        "Kode permintaan ini tidak dikenal. Minta dibacakan lagi huruf demi huruf, termasuk nomor laptop di depannya."
    ),
    Unanswered.REVOKED: text("Laptop ini sudah dicabut. Tidak ada kode untuk laptop ini; minta dibawa ke kantor."),
    Unanswered.MISSING: text(
        "Laptop ini dicatat hilang. Kalau sudah ditemukan, catat dulu di Kantor, lalu minta kode lagi."
    ),
    Unanswered.NOT_ADMIN: text("Hanya admin yang menjawab kode permintaan. Minta admin masuk."),
    Unanswered.NOT_SIGNED: text(
        "Tanda tangan ini tidak cocok dengan kunci yang dikenal pusat. Sinkronkan dulu, lalu coba lagi."
    ),
    Unanswered.NOT_OFFICE: text("Pusat hanya menjawab laptop kantor, yang memegang seluruh kabupaten."),
    Unanswered.LATE: text(
        "Jam laptop ini selisih lebih dari satu jam dengan pusat. Sinkronkan atau betulkan jamnya, lalu coba lagi."
    ),
    Unanswered.REPEATED: text("Pertanyaan ini sudah pernah dijawab. Tanda tangani lagi untuk jawaban baru."),
}
