"""The message itself: one part of GSM-7, without NIK or full name, and it says that cards are free (F-K6, F-D5)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

ONE_PART: Final = 160
"""Characters of GSM-7 in a message that is not cut."""
STOP_WORDS: Final = frozenset({"STOP", "BERHENTI", "UNREG", "BATAL"})
"""What somebody writes back who wants no more messages (F-K5)."""
_TWICE: Final = frozenset("[]{}\\^~|€")
_PLAIN: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_SHOWN: Final = 3
_LONGEST_NAME: Final = 16
_PLACE: Final = 24
"""So much of the place is said before the number to ask at."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message says: about whom, where the card lies, and who tells it. `place` is that among the three."""

    place: int
    name: str
    pick_up_at: str
    receipt_ref: str
    office: str
    info: str = ""


def septets(text: str) -> int | None:
    """How long a text is in GSM-7; None where it has other characters."""
    if any(char not in _PLAIN and char not in _TWICE for char in text):
        return None
    return len(text) + sum(char in _TWICE for char in text)


def wording(notice: Notice) -> str:
    """The text of a notice; what does not fit into one part is left out, the place of the card last."""
    who, office = discreet_name(notice.name), _plain(notice.office)[:30] or "Dukcapil"
    state = "sudah jadi" if notice.place == 1 else f"belum diambil, kabar ke-{notice.place}"
    after = " Setelah ini dikirim ke kecamatan." if notice.place >= 3 else ""
    info = f" Info {_plain(notice.info)[:20]}." if notice.info.strip() else ""
    before = f"{office}: KTP-el a.n. {who} {state}. Ambil di "
    behind = f".{after} Bawa KK & resi. Gratis.{{info}} Ref {_plain(notice.receipt_ref)}"
    place = _plain(notice.pick_up_at)
    is_tight = len(before) + len(behind.format(info=info)) + min(len(place), _PLACE) > ONE_PART
    behind = behind.format(info="" if is_tight else info)
    return before + place[: ONE_PART - len(before) - len(behind)].rstrip(" .,") + behind


def discreet_name(name: str) -> str:
    """A name that its owner knows and a stranger can not look up: SITI AMINAH is SITI A., SUMIATI is SUM."""
    first, *others = _plain(name).upper().split() or [""]
    if not others:
        return f"{first[: min(_SHOWN, max(len(first) - 1, 1))]}."
    if all(len(other.rstrip(".")) <= 1 for other in others):
        return first[:_LONGEST_NAME]
    return f"{first[:_LONGEST_NAME]} {others[-1][0] if len(others) == 1 else others[0][0]}."


def is_stop(words: str) -> bool:
    """Whether what came in asks for no more messages."""
    first = words.strip().upper().split()[:1]
    return bool(first) and first[0].strip(".!,\"'") in STOP_WORDS


def _plain(text: str) -> str:
    """In letters that every phone has, one line."""
    folded = unicodedata.normalize("NFKD", text.replace("–", "-").replace("’", "'"))
    kept = (char for char in folded if char.isascii() and char in _PLAIN and char not in "{}")
    return " ".join("".join(char if char.isprintable() else " " for char in kept).split())
