"""What stands against what in a case: the contested values of a row, as they travel with the case."""

from __future__ import annotations

import msgspec


class Said(msgspec.Struct, frozen=True):
    """A value, and who wrote it when and where; empty where the centre does not know it."""

    value: str | int | None
    user: str = ""
    origin: str = ""
    at: str = ""

    def __repr__(self) -> str:
        """Nothing of what was said: it may be a NIK (invariant 12)."""
        return f"Said(user={self.user!r}, origin={self.origin!r}, at={self.at!r})"


class Clash(msgspec.Struct, frozen=True):
    """Two values of one field: the one in use, and the one that is proposed."""

    field: str
    current: Said
    proposed: Said


class CaseDetails(msgspec.Struct, frozen=True):
    """The column `details` of a case; more may be in it some day."""

    clashes: list[Clash] = []


def encoded_details(details: CaseDetails) -> str:
    """As the column holds it."""
    return msgspec.json.encode(details).decode()


def decoded_details(column: str | None) -> CaseDetails:
    """What the column says; nothing where another version wrote what this one can not read."""
    try:
        return msgspec.json.decode(column, type=CaseDetails) if column else CaseDetails()
    except (msgspec.DecodeError, msgspec.ValidationError):
        return CaseDetails()
