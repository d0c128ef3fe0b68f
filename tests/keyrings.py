"""A keyring as an operating system has one, for tests that never touch the one of whoever runs them."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class RealKeyring(KeyringBackend):
    """Encrypts, as far as its module tells; tells any error it is given instead."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.error: Exception | None = None
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.error:
            raise self.error
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error:
            raise self.error
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.error:
            raise self.error
        del self.entries[service, username]


RealKeyring.__module__ = "keyring.backends.SecretService"
