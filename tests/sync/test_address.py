"""The address of the centre."""

from __future__ import annotations

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.sync.address import centre_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://pusat.contoh.go.id", "https://pusat.contoh.go.id"),
        (" https://pusat.contoh.go.id/ ", "https://pusat.contoh.go.id"),
        ("pusat.contoh.go.id", "https://pusat.contoh.go.id"),
        ("pusat.contoh.go.id:8443/fieldkit/", "https://pusat.contoh.go.id:8443/fieldkit"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("HTTPS://pusat.contoh.go.id", "https://pusat.contoh.go.id"),
    ],
)
def test_good_addresses_take_one_form(typed: str, address: str) -> None:
    assert centre_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://pusat.contoh.go.id",
        "http://10.0.0.5:8000",
        "http://localhost.contoh.go.id",
        "http://127.0.0.1.contoh.go.id",
        "ftp://pusat.contoh.go.id",
        "https://",
        "",
        "https://admin:rahasia@pusat.contoh.go.id",
        "http://127.0.0.1@pusat.contoh.go.id",
        "https://pusat.contoh.go.id?x=1",
        "https://pusat.contoh.go.id:99999",
        "https://pusat contoh",
        "https://[::1",
    ],
)
def test_an_address_that_can_not_be_used_is_told_beside_its_field(typed: str) -> None:
    with pytest.raises(RuleError) as refused:
        centre_address(typed)
    assert refused.value.problems[0].field == "centre_url"
