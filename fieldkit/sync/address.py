"""The address of the centre: https, or plain http to this very computer."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

from fieldkit.domain.people.addresses import is_loopback
from fieldkit.domain.text import text
from fieldkit.sync._errors import bad_address

_SCHEMES: Final = ("https", "http")


def centre_address(typed: str) -> str:
    """The address in one form, without a slash at the end; RuleError on field centre_url where it can not be used."""
    address = typed.strip()
    parts = _split(address if "://" in address else f"https://{address}")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise bad_address(text("Alamat pusat harus diawali https, supaya data tidak bisa dibaca di jalan."))
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_good = parts.port != 0 and bool(parts.hostname) and parts.scheme in _SCHEMES
    except ValueError:
        is_good = False
    if not is_good or "@" in parts.netloc or parts.query or parts.fragment or any(map(str.isspace, address)):
        raise bad_address(text("Alamat pusat belum benar. Contoh: https://pusat.contoh.go.id"))
    return parts
