"""The bytes of a document that are signed: the same for the same content, whoever writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def canonical(document: Mapping[str, Any]) -> bytes:
    """The document as UTF-8 JSON with sorted keys and no spaces.

    Nothing is signed by guess: ValueError on NaN, infinities and broken text, TypeError on what JSON has no form for.
    """
    written = json.dumps(dict(document), ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return written.encode()
