"""The laptops that this one works with, and the key that they seal to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from fieldkit.records.bundle import OF_LAPTOP, box_key
from fieldkit.records.team import TeamLaptop, team_mark
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

_TEAM: Final = "team"
"""Meta key of the other laptops, as JSON."""


@dataclass(frozen=True, slots=True)
class Team:
    """The store's side of knowing one's team."""

    store: Store

    @property
    def receiver(self) -> str:
        """The public half of the own key, hex."""
        return self.store.query(own_box_key).public_key().public_bytes_raw().hex()

    @property
    def mark(self) -> str:
        """Which team is known here."""
        return team_mark(self.store.query(team_laptops))

    def keep(self, laptops: Sequence[TeamLaptop] | None) -> None:
        """Know these from now on; None where the centre had no news."""
        if laptops is not None:
            told = msgspec.json.encode(laptops).decode()
            self.store.write_local(lambda database: Meta(database).put(_TEAM, told))


def team_laptops(database: Database) -> tuple[TeamLaptop, ...]:
    """The other laptops, as the centre told them last."""
    return tuple(msgspec.json.decode(Meta(database).get(_TEAM, "[]"), type=list[TeamLaptop]))


def own_box_key(database: Database) -> X25519PrivateKey:
    """What opens a note for this laptop."""
    return box_key(bytes.fromhex(Meta(database).get("device_secret")), OF_LAPTOP)
