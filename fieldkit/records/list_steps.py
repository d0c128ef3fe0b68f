"""What a step of a by-name list keeps beside its state: who took it, and which other version it was about."""

from __future__ import annotations

import msgspec

from fieldkit.domain.lists.version import VersionStep


class StepNote(msgspec.Struct, frozen=True, omit_defaults=True):
    """The note of a step."""

    user: str = ""
    other: str = ""


def version_step(id_: str, list_id: str, state: str, at: str, note: str) -> VersionStep:
    """A step as its row tells it; of a note that another program wrote nothing is known."""
    try:
        told = msgspec.json.decode(note, type=StepNote) if note else StepNote()
    except msgspec.MsgspecError:
        told = StepNote()
    return VersionStep(id_, list_id, state, at, told.user, told.other)
