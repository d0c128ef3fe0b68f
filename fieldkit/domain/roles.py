"""Roles, what each may decide, and its word; `work` holds it on the laptop, and the centre again for what arrives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fieldkit.domain.text import Text, text, words_of

LEADS: Final = frozenset({"lead", "planner", "admin"})
"""Who opens and closes shifts, takes lists in, and writes what the office owns."""
PLANNERS: Final = frozenset({"planner", "admin"})
"""Who draws the calendar (PL-3), and decides what the field proposes about a list (PL-7)."""
ADMINS: Final = frozenset({"admin"})
"""Who orders users and laptops."""
HEADS: Final = frozenset({"head", "admin"})
"""Who signs rules, targets and exceptions for the office (HO-3)."""
RULE_WRITERS: Final = PLANNERS | HEADS
"""Who writes a rule of the office down; what is policy holds only once one of `HEADS` has signed it."""
STOCK_KEEPERS: Final = frozenset({"keeper", "planner", "admin"})
"""Who takes lots in, issues, counts, lends and destroys."""
FIELD_WORKERS: Final = LEADS | {"operator"}
"""Who works at a table: notes what was looked at before leaving (TL-1), what goes wrong there (TL-3), what is wrong
with a list (F-T3), and makes home visits."""
CARD_WORKERS: Final = FIELD_WORKERS | {"clerk"}
"""Who takes people in and calls them, prints, checks, puts away and hands over cards; to print, papers are needed
besides (F-B6)."""
CARD_LISTERS: Final = LEADS | {"clerk"}
"""Who takes out the list that is signed when cards are fetched (NC-4): names on paper are answered for (F-P5)."""
NOTICE_WORKERS: Final = PLANNERS | {"clerk"}
"""Who tells people that their card is ready where the centre can not, and notes how that went (NC-1)."""
BATCH_GIVERS: Final = PLANNERS | {"clerk"}
"""Who sends cards that nobody fetched to their district, and signs for it (NC-3)."""
BATCH_TAKERS: Final = LEADS | {"clerk"}
"""Who counts them in at the district."""
TABLE_WORKERS: Final = CARD_WORKERS | STOCK_KEEPERS
"""Who books what a table takes, uses and gives back."""
VOUCHED_FOR: Final = frozenset({"operator", "viewer"})
"""For whose new key whoever leads may vouch: nobody who signs for the office or for its stock."""
LOST_WORK: Final = "gap"
"""The kind of case where a restored laptop may have lost work for good."""
TAMPERING: Final = "tampered"
"""The kind of case where somebody wrote into a laptop's data past FieldKit."""
LATE_REOPENING: Final = "reopened_late"
"""The kind of case where a lead opened a shift again that was the office's to open."""
SETTLERS: Final[Mapping[str, frozenset[str]]] = {LOST_WORK: ADMINS, TAMPERING: ADMINS, LATE_REOPENING: PLANNERS}
"""Who decides the kinds of cases that not everybody decides who leads."""


def may_settle(kind: str, role: str | None) -> bool:
    """Whether a role may decide a case of a kind: that work is lost for good, only an admin says (design.md, 3); what
    is to be thought of tampering, and of what a lead may not, is not for the team to say."""
    return role in SETTLERS.get(kind, LEADS)


def may_vouch_for(role: str) -> bool:
    """Whether the key of somebody with this role may be proved by the word of whoever leads."""
    return role in VOUCHED_FOR


def role_label(role: str) -> Text:
    """What somebody is in the office or does in a team; what was typed by hand stands for itself."""
    return _LABELS.get(role) or words_of(role)


_LABELS: Final[Mapping[str, Text]] = {
    "operator": text("Operator"),
    "lead": text("Ketua tim"),
    "planner": text("Perencana"),
    "head": text("Kepala dinas"),
    "admin": text("Admin"),
    "keeper": text("Penyimpan blangko"),
    "clerk": text("Petugas kartu"),
    "viewer": text("Pembaca"),
    "recording_operator": text("Operator perekaman"),
    "print_operator": text("Petugas cetak"),
    "support_officer": text("Petugas pendukung"),
    "support": text("Petugas pendukung"),
    "off": text("Tidak ikut"),
}
"""Roles of the office (`app_user.role`), then what people do at a table or in a team."""
