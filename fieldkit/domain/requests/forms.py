"""The forms that a resident fills in, by reason: data, since codes change and older ones still circulate (F-D4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from fieldkit.domain.requests.service import Reason

BIODATA: Final = "F-1.01"
"""Whoever has no NIK needs biodata first."""
_APPLICATION: Final = "F-1.02"
_CHANGE: Final = "F-1.06"
DEFAULT_FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(Reason, (_APPLICATION,)),
    Reason.DATA_CHANGE: (_APPLICATION, _CHANGE),
    Reason.PICK_UP: (),
}


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
