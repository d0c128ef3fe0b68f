"""The forms that a resident fills in, by reason: data, since codes change and older ones still circulate (F-D4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from fieldkit.domain.requests.reasons import DEFAULT_FORMS

BIODATA: Final = "F-1.01"
"""Whoever has no NIK needs biodata first."""


def read_forms(setting: str) -> Mapping[str, tuple[str, ...]]:
    """The office's list, such as {"lost": ["F-1.02"]}; what it does not name, or can not be read, is as by default."""
    try:
        said = json.loads(setting or "{}")
    except ValueError:
        said = None
    if not isinstance(said, dict):
        return DEFAULT_FORMS
    own = {reason: tuple(map(str, codes)) for reason, codes in said.items() if isinstance(codes, list)}
    return {**DEFAULT_FORMS, **own}


def forms_for(reason: str, forms: Mapping[str, tuple[str, ...]], *, has_nik: bool) -> tuple[str, ...]:
    """The forms for somebody, biodata first where there is no NIK yet."""
    codes = forms.get(reason, ())
    return codes if has_nik or BIODATA in codes else (BIODATA, *codes)
