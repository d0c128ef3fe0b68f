"""What a table's laptop tells the other laptops of its team: its signed closings, and the keys that they are signed
with. No resident is in it."""

from __future__ import annotations

import msgspec


class NotedClosing(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table `closing`, as its laptop wrote it."""

    id: str
    area: str
    shift_id: str
    kind: str
    number: int
    supersedes_id: str | None
    document: str
    signer_id: str
    key_id: str
    signature: str
    at: str


class NotedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table `user_key`."""

    id: str
    user_id: str
    public_key: str


class TableNote(msgspec.Struct, frozen=True, kw_only=True):
    """The closings of one table, newest first."""

    closings: list[NotedClosing]
    keys: list[NotedKey] = []
