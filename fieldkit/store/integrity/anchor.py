"""Where the journal ended when somebody last looked, kept in a file beside the database.

Of a journal that was cut at its end nothing in the database tells. The file may lag behind, since it is written after
the journal; ahead of it, it tells of changes that are gone.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.identifiers import Origin, incarnation_number
from fieldkit.host._errors import folder_errors
from fieldkit.host.files import write_whole
from fieldkit.store.database import Database
from fieldkit.store.integrity.seals import seal_key
from fieldkit.store.meta import Meta

FILE_END: Final = ".end"
"""What the name of the file has behind that of the database."""
ANCHORED: Final = "anchored"
"""Meta key that says that there is such a file; a backup goes without, whatever lies where it is put back."""
_HASH_BYTES: Final = 16


class Anchor(msgspec.Struct, frozen=True):
    """The end of the journal at one time, under the key of the database."""

    origin: str = ""
    number: int = 0
    chain: str = ""
    proof: str = ""


def anchor_file(database_file: Path) -> Path:
    """Where it lies."""
    return database_file.with_name(database_file.name + FILE_END)


def lay_anchor(database: Database) -> None:
    """Note where the journal ends; nothing is written where it ends as before, or before the enrolment."""
    if not Meta(database).is_enrolled:
        return
    head = Meta(database).head
    told = Anchor(head.origin, head.number, head.chain.hex())
    told = msgspec.structs.replace(told, proof=_proof(database, told))
    with folder_errors():
        before = read_anchor(database)
    if told != before:
        write_whole(anchor_file(database.path), msgspec.json.encode(told))
    if not _is_anchored(database):
        with database.transaction():
            Meta(database).put(ANCHORED, 1)


def read_anchor(database: Database) -> Anchor | None:
    """What was noted; None where there is no note that this laptop wrote."""
    try:
        found = msgspec.json.decode(anchor_file(database.path).read_bytes(), type=Anchor)
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return found if found.proof == _proof(database, found) else None


def cut_at(database: Database) -> tuple[str, int] | None:
    """The origin and number up to which changes were written that are no longer there.

    None where nothing is missing, or nothing can be told: an honest laptop may have been copied without its note. What
    was taken along under a later origin of this laptop is not missing.
    """
    if not _is_anchored(database):
        return None
    try:
        anchor = read_anchor(database)
    except OSError:
        # Somebody else holds the file just now, such as a scanner for viruses.
        return None
    if anchor is None:
        return None
    held = database.value("SELECT chain FROM journal WHERE origin = ? AND number = ?", anchor.origin, anchor.number)
    is_there = not anchor.number or (held is not None and held.hex() == anchor.chain)
    return None if is_there or _went_on(database, anchor) else (anchor.origin, anchor.number)


def _went_on(database: Database, anchor: Anchor) -> bool:
    """Whether this laptop goes on under a later origin, of which its journal tells the office from where on."""
    return incarnation_number(Meta(database).origin) > incarnation_number(Origin(anchor.origin))


def _is_anchored(database: Database) -> bool:
    return Meta(database).get(ANCHORED) == "1"


def _proof(database: Database, anchor: Anchor) -> str:
    content = msgspec.json.encode((anchor.origin, anchor.number, anchor.chain))
    return blake2b(content, digest_size=_HASH_BYTES, key=seal_key(database), person=b"fieldkit-anchor").hexdigest()
