"""What laptop and centre say to each other: JSON by msgspec, compressed with zstd.

Raw parts carry bytes exactly as they were written, so that hashes hold. A push may also come squeezed (squeeze.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, TypeAlias

import msgspec
import zstandard

from fieldkit.records.phone_codes import PhoneLine
from fieldkit.records.team import TeamLaptop

PROTOCOL: Final = 2
ERASED_SINCE: Final = 2
"""The protocol from which on a change can be offered whose fields were erased."""
SCHEMA: Final = 1
"""Told in the hello. No new column raises it: whether both ends know the same ones is told by `sums.SHAPE`."""
MAX_BODY_BYTES: Final = 8 << 20
"""Largest decompressed body that either end accepts."""
MOST_CHANGES: Final = 30_000
"""Of one push, however small they are; 4 MB of true ones, the most that a laptop sends, hold fewer."""
CONTENT_TYPE: Final = "application/json"
ENCODING: Final = "zstd"
HEARTBEAT_HEADER: Final = "FieldKit-Heartbeat"

Whole: TypeAlias = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
"""A number that every database can hold."""
Cell: TypeAlias = str | Whole | None
"""A value of a row (docs/decisions/0001)."""


class TooManyError(ValueError):
    """A push of more changes than one may have."""


class _Quiet(msgspec.Struct, frozen=True):
    """Carries residents or secrets, so that its words are its class alone (design.md, section 3, invariant 12)."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Verdict(StrEnum):
    """The centre's answer to one command. All of them count as sent."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    MERGED = "merged"
    CASE = "case"
    HELD = "held"
    REFUSED = "refused"


class Held(msgspec.Struct, frozen=True):
    """How much of an origin the centre holds."""

    number: Whole
    chain: str
    """Hash after that change, hex."""
    undecided: Whole | None = None
    """How many of these changes have no verdict yet; None where that is not told."""


class AreaHead(msgspec.Struct, frozen=True):
    """An area that the device may read, up to which version it goes, and below which version removes are forgotten."""

    area: str
    head: Whole
    floor: Whole = 0


class LastWord(msgspec.Struct, array_like=True, frozen=True):
    """Where the work of a laptop that is given back ends: its last change, and the centre's epoch as it knows it."""

    origin: str
    number: Whole
    chain: str
    epoch: Whole


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True):
    """How a laptop stands, as JSON in the header FieldKit-Heartbeat of a hello and of the push that leaves nothing."""

    waiting: Whole
    """Changes that the centre does not hold once it has taken this request in."""
    version: str
    clock_ms: Whole
    receiver: str = ""
    """X25519 key of the laptop, hex: what other laptops of its team seal to it."""
    team: str | None = None
    """Mark of the team as the laptop knows it; None from one that does not ask."""
    visits: tuple[str, ...] | None = None
    """Regencies of others whose people are on this laptop; None from one that does not tell."""
    leaves_at: LastWord | None = None
    """From a laptop that is given back, once nothing waits there. Where just that is held, the centre lets it go."""
    phone: tuple[str, ...] | None = None
    """Matters about which it wants to recognise codes that are told over the telephone; None where there are none."""


class SilentLaptop(msgspec.Struct, array_like=True, frozen=True):
    """A laptop of the same regency that has not reported for long. 0 and empty where it never did."""

    prefix: str
    name: str
    at_ms: Whole
    waiting: Whole
    version: str


class RestorePoint(msgspec.Struct, array_like=True, frozen=True):
    """Up to which version of an epoch the backup had come that the centre was restored from."""

    regency: str
    epoch: int
    head: int


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to GET /v1/hello."""

    protocol: Whole
    schema: Whole
    """Of the centre's tables. Nobody decides by it: what either end does not know falls away. Older laptops need it."""
    oldest_protocol: Whole
    server_time_ms: Whole
    epoch: Whole
    held: dict[str, Held]
    areas: list[AreaHead]
    wait_s: Whole = 0
    prefixes: dict[str, str] = {}
    """Prefix of queue numbers in each regency that the laptop visits as a guest, given by that regency."""
    silent: list[SilentLaptop] = []
    """Laptops that have not reported for long; the window shows them to lead and office."""
    shape: str = ""
    """What the centre's sums are taken over; empty where it has none."""
    receiver: str = ""
    """X25519 key that USB bundles are sealed to, hex; empty where the centre takes none."""
    restores: list[RestorePoint] = []
    """What came above these points is lost to the centre, and asked for."""
    squeeze: int = 0
    """The newest form of a squeezed push (records/squeeze.py) that the centre reads, and all before; 0: JSON only."""
    team: list[TeamLaptop] | None = None
    """The other laptops of its team; None where the laptop knows them already, or did not ask."""
    phone: list[PhoneLine] = []
    """By what it recognises the codes of the matters that it named."""


class EnrolRequest(_Quiet, frozen=True, kw_only=True):
    """Body of POST /v1/enrol."""

    code: str
    device_name: str
    public_key: str
    """Ed25519 key of the device, hex."""
    protocol: Whole = PROTOCOL


class Enrolment(_Quiet, frozen=True, kw_only=True):
    """Answer to POST /v1/enrol. The token is told once and only here."""

    device_id: str
    token: str
    origin: str
    regency: str
    regency_name: str
    areas: list[str]
    centre_key: str
    """Ed25519 key that signs receipts, hex."""
    receiver: str = ""
    """X25519 key that USB bundles are sealed to, hex."""


class ChangeOnWire(_Quiet, array_like=True, frozen=True):
    """One change: the bytes of header and fields as they were written, and the salt as hex.

    Where fields were erased by law, `fields` holds what is left of them, and there is no salt but the digest (hex)
    that stands for all of them in the chain.
    """

    header: msgspec.Raw
    salt: str
    fields: msgspec.Raw
    digest: str = ""


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """Body of POST /v1/push: changes of one origin, numbered from `first` on, ending at the end of a command."""

    origin: str
    first: Whole
    before: str
    """Chain hash before the first change, hex."""
    after: str
    changes: Annotated[list[ChangeOnWire], msgspec.Meta(extra_json_schema={"maxItems": MOST_CHANGES})]


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The centre's word that it holds an origin up to a number. Signed over `receipt_bytes`."""

    origin: str
    number: Whole
    chain: str
    epoch: Whole
    at_ms: Whole
    signature: str = ""


class FeedRun(msgspec.Struct, array_like=True, frozen=True):
    """Changes number .. number + count - 1 took feed versions version .. version + count - 1."""

    number: Whole
    count: Whole
    version: Whole


class CommandVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """A command that was not simply applied. `number` is its first change."""

    number: Whole
    verdict: Verdict
    reason: str = ""
    case_id: str = ""


class PushReply(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /v1/push. A command without an exception was applied; a change in no run changed nothing."""

    receipt: Receipt
    feed: list[FeedRun]
    exceptions: list[CommandVerdict]
    heads: list[AreaHead]
    as_sent: bool = False
    """Whether every row of these changes stands as a laptop has it that knew it as it was before them."""


class Pull(msgspec.Struct, frozen=True, kw_only=True):
    """Body of POST /v1/pull: cursors by area; `heads` by area as the first page told them, empty on the first page."""

    epoch: Whole
    cursors: dict[str, Whole]
    heads: dict[str, Whole] = {}
    origin: str = ""
    """Rows that only this origin wrote, and that the centre left as they were, are left out; empty: none are."""
    limit_bytes: Whole = 1 << 20
    """How much JSON a page may hold before it is compressed."""


class Sums(msgspec.Struct, frozen=True, kw_only=True):
    """Body of POST /v1/sums: the areas to tell the sums of."""

    areas: list[str]


class AreaSum(msgspec.Struct, array_like=True, frozen=True):
    """Rows of an area at its last version: how many, and the sum of their hashes in hex."""

    area: str
    count: Whole
    sum: str
    version: Whole


class SumsReply(msgspec.Struct, frozen=True, kw_only=True):
    """The sums of all areas below those that were asked for; an area that is not named has no rows."""

    epoch: Whole
    sums: list[AreaSum]
    unsure: list[str] = []
    """Areas that changed while they were counted."""


LEADING_COLUMNS: Final = ("id", "regency", "area", "version")


class TablePage(_Quiet, frozen=True, kw_only=True):
    """Rows of one table: names once, then arrays. The first four columns are LEADING_COLUMNS."""

    table: str
    columns: list[str]
    rows: list[list[Cell]]


class LostRows(_Quiet, frozen=True, kw_only=True):
    """Body of POST /v1/lost: rows as a laptop held them, with their versions of an epoch that is over."""

    epoch: int
    tables: list[TablePage]


class LostRowsReply(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /v1/lost. What was handed in counts once the office has entered it."""

    kept: int


class Removal(msgspec.Struct, array_like=True, frozen=True):
    """A row that left an area of the device. It is dropped unless it stands in another area by now."""

    table: str
    row: str
    area: str
    version: Whole


class PullReply(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the state above the cursors, and the cursors to go on from."""

    epoch: Whole
    heads: dict[str, Whole]
    tables: list[TablePage]
    removals: list[Removal]
    cursors: dict[str, Whole]
    done: bool
    floors: dict[str, int] = {}
    """Below which version removes are forgotten in an area, where any are: from below it one has to begin at 0."""


class SignedQuestion(_Quiet, frozen=True, kw_only=True):
    """Body of POST /v1/telephone: a question of `phone_questions`, signed with an admin's own key."""

    document: str
    signer_id: str
    key_id: str
    signature: str


class PhoneAnswer(_Quiet, frozen=True, kw_only=True):
    """Answer to POST /v1/telephone: what is read back to whoever calls."""

    code: str


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Body of every answer that is not 2xx. `code` is stable.

    token (401), revoked (403), chain, fork and epoch (409), too_large (413), too_old (426), malformed (400),
    code (400: the enrolment code), busy (408, 429 and 503, with Retry-After), missing (404), fault (500),
    restored (503, with Retry-After: the centre takes in work and gives nothing out yet), those of
    `domain/orders/telephone.py` (409: what is asked for over the telephone is not answered).
    """

    code: str
    detail: str = ""
    held: Held | None = None
    """With chain and fork: what is held of the origin that was pushed."""
    holds: dict[str, Held] = {}
    """With revoked: what is held of each origin of the laptop, so that it can hand in the rest."""
    epoch: Whole = 0
    """With revoked: the epoch that receipts are given in; 0 where it is not told."""
    is_missing: bool = False
    """With revoked: whether the office does not know where the laptop is, so that it waits for nobody there."""


_encoder = msgspec.json.Encoder()


def pack(message: msgspec.Struct, *, level: int = 3) -> bytes:
    """A message as compressed bytes."""
    return compress(_encoder.encode(message), level)


def compress(plain: bytes, level: int = 3) -> bytes:
    """A body in one frame that tells its size."""
    return zstandard.ZstdCompressor(level=level).compress(plain)


def unpack(body: bytes, max_bytes: int = MAX_BODY_BYTES) -> bytes:
    """The JSON of a compressed body; zstandard.ZstdError where it is damaged, or larger than allowed."""
    size = zstandard.frame_content_size(body)
    if size < 0 or size > max_bytes:
        raise zstandard.ZstdError("body without a size, or larger than allowed")
    return zstandard.ZstdDecompressor().decompress(body, max_output_size=max_bytes)


def receipt_bytes(receipt: Receipt) -> bytes:
    """What the centre signs."""
    return f"{receipt.origin}\n{receipt.number}\n{receipt.chain}\n{receipt.epoch}\n{receipt.at_ms}".encode()
