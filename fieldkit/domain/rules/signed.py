"""What the head signs of a rule, and whether a signature is about a row (HO-3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from fieldkit.domain.rules.catalogue import SIGNED_KEYS
from fieldkit.domain.rules.keys import WITHDRAWN, bare_key
from fieldkit.domain.rules.versions import Setting, Version

RULED: Final = "rule"
TAKEN_BACK: Final = "rule_withdrawn"
"""Kinds of approvals."""


def document_of(version: Version, act: str, regency: str, signer: Mapping[str, str], at: str) -> dict[str, Any]:
    """What was read: the rule in words, in the language of documents, and each setting as it is kept."""
    return {
        "format": 1,
        "kind": act,
        "regency": regency,
        "rule": version.rule.name.value,
        "title": str(version.rule.label),
        "says": [f"{label}: {said}" for label, said in version.rule.lines(version.values)],
        "since": version.since.isoformat(),
        "signer": dict(signer),
        "at": at,
    }


def with_settings(document: Mapping[str, Any], settings: Iterable[Setting]) -> dict[str, Any]:
    """The document with the rows that it puts in force, or takes back."""
    rows = [
        {"id": each.id, "key": bare_key(each.key), "value": each.value, "since": each.since.isoformat()}
        for each in sorted(settings, key=lambda each: each.id)
    ]
    return {**document, "settings": rows}


def needs_signature(key: str) -> bool:
    """Whether nobody but the head makes a row stand under this key."""
    return key in SIGNED_KEYS


def is_approved(kind: str, document: Mapping[str, Any], row: Setting) -> bool:
    """Whether a signed document lets a row stand as it does: in force by a ruling, away by its withdrawal."""
    act = TAKEN_BACK if row.key.startswith(WITHDRAWN) else RULED
    told = {"id": row.id, "key": bare_key(row.key), "value": row.value, "since": row.since.isoformat()}
    named = document.get("settings")
    return kind == act and document.get("kind") == act and isinstance(named, list) and told in named


def day_of(since: str | None) -> date:
    """The day from which a row holds; one without a day was always so, one with no day of the calendar never is."""
    try:
        return date.fromisoformat(since) if since else date.min
    except ValueError:
        return date.max
