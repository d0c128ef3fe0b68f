"""Keyrings for tests, which never touch the one of whoever runs them."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given, unless it forgets; tells any error it is given instead."""

    priority = 1

    def __init__(self, error: Exception | None = None, *, forgets: bool = False) -> None:
        super().__init__()
        self.error = error
        self.forgets = forgets
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.error:
            raise self.error
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error:
            raise self.error
        if not self.forgets:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.error:
            raise self.error
        del self.entries[service, username]


class RealKeyring(MemoryKeyring):
    """Encrypts, as far as its module tells."""


RealKeyring.__module__ = "keyring.backends.SecretService"


@pytest.fixture
def account_keyring(monkeypatch: pytest.MonkeyPatch) -> RealKeyring:
    """The keyring of whoever runs the program, for one test; it encrypts, and holds nothing yet."""
    backend = RealKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return backend
