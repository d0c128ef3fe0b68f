"""A laptop's journal in memory: what the engine needs of fieldkit.store.syncing.exchange.Exchange, with real chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from fieldkit.domain.checkup.traffic import LineRound
from fieldkit.domain.clock import ClockCheck
from fieldkit.host.clock import SystemClock
from fieldkit.records.journal import Header, SealedChange, Seen, genesis, seal
from fieldkit.records.phone_codes import PhoneLine
from fieldkit.records.team import TeamLaptop
from fieldkit.records.wire import (
    AreaHead,
    ChangeOnWire,
    Enrolment,
    Held,
    PullReply,
    Push,
    PushReply,
    Receipt,
    RestorePoint,
    SilentLaptop,
)
from fieldkit.store.former import Former
from fieldkit.store.keeping.escrow import EscrowStanding, EscrowState, escrow_standing
from fieldkit.store.neighbours.carried import Carried
from fieldkit.store.queries.giving_back import last_word
from fieldkit.store.syncing.exchange import Connection
from fieldkit.store.syncing.loads import Start

ORIGIN = "3574-P2.1"


def change(number: int, before: bytes, origin: str = ORIGIN, remark: str = "") -> SealedChange:
    """A change that is a command of its own."""
    header = Header(
        format=1,
        origin=origin,
        number=number,
        command=number,
        command_size=1,
        stamp=number << 16,
        table="incident",
        row=f"0190b6a2-7c1e-7f00-8abc-{number:012d}",
        regency="35.74",
        area="35.74.03",
        user="u1",
        seen=Seen(),
        is_insert=True,
    )
    return seal(header, {"remark": remark or f"kendala {number}"}, number.to_bytes(16, "big"), before)


class TeamDouble:
    """No key, and nobody to seal to."""

    receiver = mark = ""

    def keep(self, laptops: Sequence[TeamLaptop] | None) -> None:
        """The double's centre knows no team."""
        assert laptops is None


class CarriedDouble:
    """Nobody handed anything over."""

    def waiting(self) -> int:
        return 0

    def to_send(self) -> list[Carried]:
        return []


class StoreDouble:
    """Where the office has no rescue key, nothing of the laptop's own is sealed."""

    clock = SystemClock()

    def query(self, ask: object, *about: object) -> EscrowStanding | None:
        """How it stands with the key, and that it is not given back: the things that a round asks."""
        if ask is last_word:
            return None
        assert ask is escrow_standing
        return EscrowStanding(EscrowState.NONE)


@dataclass
class LaptopDouble:
    """Journal, cursors and receipts of one laptop."""

    centre_key: str = ""
    centre_url: str = "http://127.0.0.1:8000"
    enrolled: bool = True
    line: str = ""
    rounds: list[LineRound] = field(default_factory=list)
    """What was noted of the line."""
    journal: list[SealedChange] = field(default_factory=list)
    acknowledged: int = 0
    centre_epoch: int = 1
    positions: dict[str, int] = field(default_factory=dict)
    loading: dict[str, int] = field(default_factory=dict)
    rows: list[list[object]] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    """Sizes of the batches that were acknowledged."""
    most_in_batch: int = 1_000_000
    adopted: tuple[Enrolment, str, str] | None = None
    own_authority: str = ""
    parted: list[tuple[str, tuple[str, ...], int | None]] = field(default_factory=list)
    prefixes: dict[str, str] = field(default_factory=dict)
    silent: list[SilentLaptop] = field(default_factory=list)
    renewed_ms: int = 0

    @property
    def comparing(self) -> LaptopDouble:
        """What compares is not doubled: the double's centre has no sums, so that nobody asks."""
        return self

    @property
    def carried(self) -> CarriedDouble:
        """Nothing is carried."""
        return CarriedDouble()

    @property
    def team(self) -> TeamDouble:
        """A laptop that works alone."""
        return TeamDouble()

    @property
    def store(self) -> StoreDouble:
        """Its office has no rescue key."""
        return StoreDouble()

    def has_obeyed(self) -> bool:
        """No order ever comes here."""
        return False

    def cleanse(self) -> None:
        """Nothing is ever erased here."""

    def write(self, count: int) -> None:
        """Let the user save so many commands."""
        for _ in range(count):
            before = self.journal[-1].chain if self.journal else genesis(ORIGIN)
            self.journal.append(change(len(self.journal) + 1, before))

    def origin(self) -> str | None:
        return ORIGIN if self.enrolled else None

    def adopt(self, enrolment: Enrolment, device_secret: str, centre_url: str, own_authority: str = "") -> None:
        self.adopted = (enrolment, device_secret, centre_url)
        self.own_authority = own_authority

    def connection(self) -> Connection:
        return Connection(self.centre_url, "token-1", self.centre_key, "d1", self.own_authority)

    def held_by_centre(self) -> int:
        return self.acknowledged

    def origins(self) -> list[str]:
        return [ORIGIN]

    def resume(self, held: Mapping[str, Held]) -> bool:
        number, chain = held[ORIGIN].number, held[ORIGIN].chain
        if number and (number > len(self.journal) or self.journal[number - 1].chain.hex() != chain):
            return True
        self.acknowledged = min(self.acknowledged, number)
        return False

    def part_ways(self, origin: str, known: Iterable[str], last_number: int | None = None) -> None:
        self.parted.append((origin, tuple(known), last_number))

    def next_batch(self, limit_bytes: int, after: int = 0) -> Push | None:
        taken: list[SealedChange] = []
        first, size = max(self.acknowledged, after), 0
        for each in self.journal[first:]:
            size += len(each.header) + len(each.fields)
            if taken and (size > limit_bytes or len(taken) == self.most_in_batch):
                break
            taken.append(each)
        if not taken:
            return None
        before = self.journal[first - 1].chain if first else genesis(ORIGIN)
        changes = [ChangeOnWire(msgspec.Raw(each.header), each.salt.hex(), msgspec.Raw(each.fields)) for each in taken]
        return Push(origin=ORIGIN, first=first + 1, before=before.hex(), after=taken[-1].chain.hex(), changes=changes)

    def decided_since(self, held: Mapping[str, Held]) -> list[str]:
        return []

    def acknowledge(self, batch: Push, reply: PushReply) -> None:
        self.acknowledged = batch.first + len(batch.changes) - 1
        self.batches.append(len(batch.changes))

    def waiting(self) -> int:
        return len(self.journal) - self.acknowledged

    def visits(self) -> tuple[str, ...]:
        return ()

    def epoch(self) -> int:
        return self.centre_epoch

    def set_epoch(self, epoch: int, restores: Sequence[RestorePoint] = ()) -> None:
        if epoch != self.centre_epoch:
            self.centre_epoch, self.positions = epoch, {}

    def first_lost(self) -> None:
        """The double never loses an epoch's rows."""

    def keep_prefixes(self, prefixes: dict[str, str]) -> None:
        self.prefixes = dict(prefixes)

    def keep_silent(self, laptops: Sequence[SilentLaptop]) -> None:
        self.silent = list(laptops)

    def phone_wanted(self) -> tuple[str, ...]:
        return ()

    def keep_lease(self, centre_ms: int, lines: Sequence[PhoneLine]) -> None:
        self.renewed_ms = centre_ms

    def keep_clock(self, check: ClockCheck) -> None:
        self.clock_check = check

    def known_line(self) -> str:
        return self.line

    def keep_line(self, words: str) -> None:
        self.line = words

    def keep_round(self, known: LineRound) -> None:
        self.rounds.append(known)

    def keep_receiver(self, receiver: str) -> None:
        self.receiver = receiver

    def begin_fetching(self, areas: Sequence[AreaHead]) -> dict[str, Start]:
        at = {each.area: self.positions.get(each.area, 0) for each in areas}
        self.loading = {each.area: each.head for each in areas if not at[each.area]} | self.loading
        return {
            area: Start(cursor, self.loading.get(area, cursor), area in self.loading) for area, cursor in at.items()
        }

    def end_fetching(self, granted: Sequence[str], at_ms: int) -> list[str]:
        self.positions = {area: at for area, at in self.positions.items() if area in granted}
        self.loading = {area: head for area, head in self.loading.items() if self.positions.get(area, 0) < head}
        return []

    def apply_page(self, reply: PullReply) -> int:
        rows = [row for page in reply.tables for row in page.rows]
        self.rows += rows
        self.positions |= reply.cursors
        return len(rows)

    def former(self) -> tuple[Former, ...]:
        return ()

    def save_receipt(self, receipt: Receipt) -> None:
        self.receipts.append(receipt)
