"""A push as it came in: its chain recomputed from the bytes, and its changes gathered into commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from fieldkit.records.journal import HASH_BYTES, SALT_BYTES, Header, kept_digest, link, read_header
from fieldkit.records.wire import ChangeOnWire, Push
from fieldkit.server.ledger.origins import HeldOrigin
from fieldkit.server.trouble import malformed, unchained


class Change(msgspec.Struct, frozen=True, gc=False):
    """One change; `header` is None where its bytes can not be read.

    Where fields were erased by law, `digest` stands for all of them, `fields` are those that are left, and there is no
    salt.
    """

    number: int
    header: Header | None
    header_bytes: bytes
    salt: bytes | None
    fields: bytes
    chain: bytes
    digest: bytes | None = None
    is_stripped: bool = False
    """Whether fields were erased on their way in, of which the sender does not know."""


class Command(msgspec.Struct, frozen=True):
    """The changes that stand or fall together; `is_whole` is False where they contradict each other."""

    changes: Sequence[Change]
    is_whole: bool

    @property
    def number(self) -> int:
        """By which the command is known: the number of its first change."""
        return self.changes[0].number


def read_changes(push: Push, held: HeldOrigin) -> list[Change]:
    """The changes of a push that is sound in itself; TroubleError where chain or numbers are not."""
    chain, changes = _before(push), []
    for number, sent in enumerate(push.changes, push.first):
        change = _read(number, sent, chain)
        if change.header is not None and (change.header.number, change.header.origin) != (number, push.origin):
            raise unchained(f"number or origin of change {number}", held.told)
        changes.append(change)
        chain = change.chain
    if chain.hex() != push.after.lower():
        raise unchained("the hash after the last change", held.told)
    return changes


def commands(changes: Sequence[Change]) -> Iterator[Command]:
    """The commands of a run that begins with one; TroubleError where the last is cut."""
    start = 0
    while start < len(changes):
        size = _size(changes[start])
        run = changes[start : start + size]
        if len(run) < size:
            raise malformed(f"command {run[0].number} does not end in this batch")
        yield Command(run, _is_whole(run, size))
        start += size


def _before(push: Push) -> bytes:
    try:
        before = bytes.fromhex(push.before)
    except ValueError:
        raise malformed("before") from None
    if len(before) != HASH_BYTES or push.first < 1 or not push.changes:
        raise malformed("before, first or changes")
    return before


def _read(number: int, sent: ChangeOnWire, before: bytes) -> Change:
    header, fields = bytes(sent.header), bytes(sent.fields)
    salt, kept = _salt_or_digest(number, sent)
    chain = link(before, header, kept_digest(salt, fields, kept))
    return Change(number, _header(header), header, salt, fields, chain, kept)


def _salt_or_digest(number: int, sent: ChangeOnWire) -> tuple[bytes | None, bytes | None]:
    """The salt of a whole change, the digest of one that was erased; never both."""
    try:
        salt, kept = bytes.fromhex(sent.salt), bytes.fromhex(sent.digest)
    except ValueError:
        raise malformed(f"salt of change {number}") from None
    if (len(salt), len(kept)) not in ((SALT_BYTES, 0), (0, HASH_BYTES)):
        raise malformed(f"salt of change {number}")
    return (salt, None) if salt else (None, kept)


def _header(header: bytes) -> Header | None:
    try:
        return read_header(header)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _size(change: Change) -> int:
    """How many changes the command has that begins here; a header that says nothing sound stands alone."""
    header = change.header
    if header is None or header.command != change.number:
        return 1
    return max(header.command_size, 1)


def _is_whole(run: Sequence[Change], size: int) -> bool:
    number = run[0].number
    for change in run:
        header = change.header
        if header is None or header.command != number or header.command_size != size:
            return False
    return True
