"""Which addresses stand for this computer."""

from __future__ import annotations

import pytest

from fieldkit.domain.people.addresses import is_loopback


@pytest.mark.parametrize(("host", "here"), [("127.0.0.2", True), ("::1", True), ("10.0.0.1", False), ("", False)])
def test_loopback_is_this_computer_only(host: str, here: bool) -> None:
    assert is_loopback(host) is here
