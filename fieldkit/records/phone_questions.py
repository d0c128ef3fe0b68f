"""What an admin signs before the centre tells a code for the telephone: whose laptop, about what, now and once."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from fieldkit.domain.signing import canonical

KIND: Final = "phone_answer"


class PhoneQuestion(msgspec.Struct, frozen=True):
    """A signed document, which serves once; by its kind nothing else that somebody signed is taken for it."""

    kind: Literal["phone_answer"]
    id: str
    regency: str
    asker: str
    """The laptop at which it was signed."""
    laptop: str
    """The laptop from which the request was read out."""
    matter: str
    request: str
    at: str


def question_document(question: PhoneQuestion) -> bytes:
    """The bytes that are signed."""
    return canonical(msgspec.to_builtins(question))


def read_question(document: str) -> PhoneQuestion | None:
    """What a document asks; None where it is no such question."""
    try:
        return msgspec.json.decode(document, type=PhoneQuestion)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return None
