"""The store's side of a sync: what to send, what was acknowledged, what came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final

import msgspec

from fieldkit.domain.checkup.traffic import LineRound
from fieldkit.domain.clock import FAR_OFF_MS, ClockCheck
from fieldkit.domain.errors import ChainError, KeyUnavailableError
from fieldkit.domain.identifiers import Origin, UserId
from fieldkit.domain.stamp import Stamp, observed, stamp_ms
from fieldkit.domain.text import text
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import PhoneLine
from fieldkit.records.tables import BY_NAME, RESIDENT
from fieldkit.records.wire import (
    AreaHead,
    Enrolment,
    Held,
    LostRows,
    PullReply,
    Push,
    PushReply,
    Receipt,
    RestorePoint,
    SilentLaptop,
)
from fieldkit.store.database import Database
from fieldkit.store.erasure import cleanse
from fieldkit.store.former import Former, former
from fieldkit.store.incarnation import own_origins, part_ways
from fieldkit.store.lease import phone_wanted, renew
from fieldkit.store.meta import USB_RECEIVER, Meta
from fieldkit.store.neighbours.carried import CarriedFiles
from fieldkit.store.neighbours.team import Team
from fieldkit.store.replica import Replica
from fieldkit.store.rounds import keep_round
from fieldkit.store.search import SEARCHED, index_new
from fieldkit.store.store import Store
from fieldkit.store.syncing.answers import acknowledge
from fieldkit.store.syncing.comparing import Comparing
from fieldkit.store.syncing.epoch import DOUBTED_ORIGINS, begin_epoch, drop_old_findings
from fieldkit.store.syncing.leaving import forget, leave_areas, let_go, remember, visits
from fieldkit.store.syncing.loads import Start, begin, complete, cursors, finish, note_caught_up
from fieldkit.store.syncing.lost import first_lost, forget_lost
from fieldkit.store.syncing.obeying import has_obeyed, obey, orders_in
from fieldkit.store.syncing.outgoing import count_held, count_waiting, next_batch, next_held
from fieldkit.store.syncing.reached import move_cursors
from fieldkit.store.told import (
    CLOCK_CHECK,
    GUEST_PREFIXES,
    SILENT_LAPTOPS,
    WRITTEN_AHEAD,
    clock_check,
    guest_prefixes,
    silent_laptops,
    written_ahead_ms,
)
from fieldkit.store.unit import Touched


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the centre is, and what lets this laptop in."""

    centre_url: str
    token: str = field(repr=False)
    centre_key: str
    device_id: str
    own_authority: str = ""
    """Certificates of the centre's own authority as PEM; empty where a public one vouches for it."""


class Exchange:
    """What the sync engine reads and writes; each call is one durable transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def store(self) -> Store:
        """The store whose side it is."""
        return self._store

    @property
    def comparing(self) -> Comparing:
        """The side of it that compares what laptop and centre hold."""
        return Comparing(self._store)

    @property
    def carried(self) -> CarriedFiles:
        """The side of it that carries files of other laptops."""
        return CarriedFiles(self._store)

    @property
    def team(self) -> Team:
        """The side of it that knows the other laptops of the team."""
        return Team(self._store)

    def origin(self) -> str | None:
        """The origin of this laptop; None before its enrolment."""
        return self._store.query(_origin)

    def adopt(self, enrolment: Enrolment, device_secret: str, centre_url: str, own_authority: str = "") -> None:
        """Become the device that the centre enrolled; the journal has to be empty."""
        self._store.write_local(_adopt, enrolment, device_secret, centre_url, own_authority)
        self.move_token()

    def move_token(self) -> None:
        """Move the token into the keyring where there is one. One that refuses leaves it in the encrypted database."""
        tokens, token = self._store.tokens, self._store.query(_connection).token
        if tokens is None or not token:
            return
        with suppress(KeyUnavailableError):
            tokens.save(token)
            self._store.write_local(lambda database: Meta(database).put("token", ""))

    def bring_token_home(self) -> None:
        """Move the token into the database, before the keyring forgets it."""
        token = self.connection().token
        self._store.write_local(lambda database: Meta(database).put("token", token))

    def connection(self) -> Connection:
        """How to reach the centre."""
        found = self._store.query(_connection)
        if found.token or self._store.tokens is None:
            return found
        return replace(found, token=self._store.tokens.load())

    def held_by_centre(self, origin: str = "") -> int:
        """The last own number that the centre acknowledged, under an origin or the present one."""
        return self._store.query(_held, origin)

    def origins(self) -> list[Origin]:
        """Every origin that this laptop wrote under, the present one last."""
        return self._store.query(own_origins)

    def resume(self, held: Mapping[str, Held]) -> bool:
        """Go on in each of these origins where the centre stands: what it holds no longer waits again.

        What it holds and we have no verdict for is simply sent again: the centre answers as it did. Returns whether
        somebody else went on under the present origin: then all of it waits, until `part_ways` tells from where on.
        """
        return self._store.write_local(_resume, held)

    def part_ways(self, origin: str, known: Iterable[str], last_number: int | None = None) -> None:
        """Go on under a new origin with what follows a number, by default the last one; see `incarnation.part_ways`."""
        self._store.execute(part_ways, origin, last_number, known)

    def next_batch(self, limit_bytes: int, after: int = 0) -> Push | None:
        """Whole commands from the first unsent change after a number on, of about the limit; None where none waits.

        What waits under an earlier origin comes first.
        """
        return self._store.query(next_batch, limit_bytes, after)

    def decided_since(self, held: Mapping[str, Held]) -> list[str]:
        """The own origins of which the centre has decided something that it told this laptop it holds."""
        told = [(origin, held[origin].undecided) for origin in self.origins() if origin in held]
        return [
            origin
            for origin, undecided in told
            if undecided is not None and self._store.query(count_held, origin) > undecided
        ]

    def next_held(self, origin: str, after: int, limit_bytes: int) -> Push | None:
        """As `next_batch`, of what was sent under an origin and is held, above a number: sent again, it is answered
        as it stands."""
        return self._store.query(next_held, origin, after, limit_bytes)

    def acknowledge(self, batch: Push, reply: PushReply) -> None:
        """Note the verdicts, and move what the centre took from the overlay into the base."""
        self._store.take_in(acknowledge, batch, reply)

    def waiting(self) -> int:
        """Changes that no verdict has come for, counted now."""
        return self._store.query(count_waiting)

    def visits(self) -> tuple[str, ...]:
        """The regencies of others whose people are on this laptop."""
        return self._store.query(visits)

    def epoch(self) -> int:
        """The centre's epoch that the cursors belong to."""
        return self._store.query(lambda database: Meta(database).epoch)

    def set_epoch(self, epoch: int, restores: Sequence[RestorePoint] = ()) -> None:
        """Begin an epoch of the centre; cursors start at 0 again, and what it may have lost is set aside."""
        self._store.write_local(begin_epoch, epoch, restores)

    def first_lost(self) -> tuple[str, LostRows] | None:
        """The next piece of what the centre may have lost, and what it is called here."""
        return self._store.query(first_lost)

    def forget_lost(self, key: str) -> None:
        """The centre has this piece."""
        self._store.write_local(forget_lost, key)

    def keep_prefixes(self, prefixes: Mapping[str, str]) -> None:
        """Know the prefix of queue numbers in each regency that this laptop visits."""
        if prefixes != self._store.query(guest_prefixes):
            self._store.write_local(_keep_prefixes, prefixes)

    def keep_silent(self, laptops: Sequence[SilentLaptop]) -> None:
        """Know which other laptops have not reported for long."""
        if tuple(laptops) != self._store.query(silent_laptops):
            told = msgspec.json.encode(laptops).decode()
            self._store.write_local(lambda database: Meta(database).put(SILENT_LAPTOPS, told))

    def keep_clock(self, check: ClockCheck) -> None:
        """Know how far this laptop's clock is off; a little more or less is not worth a write.

        What is written from now on is stamped behind all that the centre had until now, however slow this clock is.
        """
        if check.offset_ms >= _SLOW_MS:
            self._store.write_local(_hear, check.read_ms + check.offset_ms)
        known = self._store.query(clock_check)
        if abs(check.offset_ms - known.offset_ms) >= FAR_OFF_MS // 2 or known.error_ms(check.read_ms):
            told = f"{check.offset_ms} {check.read_ms}"
            self._store.write_local(lambda database: Meta(database).put(CLOCK_CHECK, told))
        written_ms = self._store.query(lambda database: stamp_ms(Meta(database).head.stamp))
        is_ahead = written_ms - (check.read_ms + check.offset_ms) >= FAR_OFF_MS
        if is_ahead and written_ms > self._store.query(written_ahead_ms):
            self._store.write_local(lambda database: Meta(database).put(WRITTEN_AHEAD, written_ms))

    def known_line(self) -> str:
        """What a program before this one learnt of the line; empty where none did."""
        return self._store.query(lambda database: Meta(database).get(_KNOWN_LINE))

    def keep_line(self, words: str) -> None:
        """Know it at the next start."""
        self._store.write_local(lambda database: Meta(database).put(_KNOWN_LINE, words))

    def keep_round(self, known: LineRound) -> None:
        """Know how the line was in a round."""
        self._store.write_local(keep_round, known)

    def keep_receiver(self, receiver: str) -> None:
        """Know the key that USB bundles are sealed to."""
        if receiver and receiver != self._store.meta.get(USB_RECEIVER):
            self._store.write_local(lambda database: Meta(database).put(USB_RECEIVER, receiver))

    def phone_wanted(self) -> tuple[str, ...]:
        """Matters about which this laptop wants to recognise codes that are told over the telephone."""
        return self._store.query(phone_wanted, now_ms(self._store.clock))

    def keep_lease(self, centre_ms: int, lines: Sequence[PhoneLine]) -> None:
        """The centre was reached: the lease of this laptop begins anew."""
        self._store.write_local(renew, centre_ms, self._store.clock.monotonic_s(), lines)

    def cursors(self, areas: Sequence[AreaHead]) -> dict[str, int]:
        """How far each area has been fetched."""
        known = self._store.query(cursors)
        return {head.area: known.get(head.area, 0) for head in areas}

    def begin_fetching(self, areas: Sequence[AreaHead]) -> dict[str, Start]:
        """Where to go on in each area; at 0 where it is new, or where removes above its cursor are forgotten."""
        return self._store.write_local(begin, areas)

    def end_fetching(self, granted: Sequence[str], at_ms: int) -> list[str]:
        """Let go of what has left and of what this laptop is not given any more; the areas that were loaded afresh."""
        afresh: list[str] = []

        def end(database: Database) -> Touched:
            touched = leave_areas(database, granted)
            drop_old_findings(database, complete(database), touched)
            if areas := finish(database, granted):
                afresh.extend(areas)
                note_caught_up(database, at_ms, areas)
                let_go(database, touched)
            return touched

        self._store.take_in(end)
        return afresh

    def apply_page(self, reply: PullReply) -> int:
        """Take a page in, rows and cursors in one transaction; returns how many rows.

        Orders to erase come first: while the rows stand as they were, it is known what was here.
        """
        if orders := orders_in(reply):
            with self._store.acting(UserId("")):
                self._store.execute(obey, orders)
        return self._store.take_in(_apply_page, reply)

    def has_obeyed(self) -> bool:
        """Whether the word that an order to erase was carried out here still waits to be sent."""
        return self._store.query(has_obeyed)

    def cleanse(self) -> None:
        """Leave no copy of erased values in the file; saves wait meanwhile."""
        self._store.query(cleanse)

    def former(self) -> tuple[Former, ...]:
        """The origins of before this laptop was restored, and how far the centre is known to hold them."""
        return self._store.query(former)

    def save_receipt(self, receipt: Receipt) -> None:
        """Keep the centre's signed word."""
        self._store.write_local(_save_receipt, receipt)


def _origin(database: Database) -> str | None:
    meta = Meta(database)
    return meta.origin if meta.is_enrolled else None


def _connection(database: Database) -> Connection:
    meta = Meta(database)
    return Connection(*(meta.get(key) for key in ("centre_url", "token", "centre_key", "device_id", "own_authority")))


def _adopt(database: Database, enrolment: Enrolment, device_secret: str, centre_url: str, own_authority: str) -> None:
    meta = Meta(database)
    if meta.last_number:
        raise ChainError(
            text("Laptop ini sudah berisi pekerjaan."),
            text("Pendaftaran laptop hanya untuk laptop kosong. Minta kantor memindahkan pekerjaannya dulu."),
        )
    values = {
        "origin": enrolment.origin,
        "regency": enrolment.regency,
        "regency_name": enrolment.regency_name,
        "device_id": enrolment.device_id,
        "token": enrolment.token,
        "centre_key": enrolment.centre_key,
        USB_RECEIVER: enrolment.receiver,
        "device_secret": device_secret,
        "centre_url": centre_url,
        "own_authority": own_authority,
        "areas": " ".join(enrolment.areas),
    }
    for key, value in values.items():
        meta.put(key, value)


def _held(database: Database, origin: str) -> int:
    sql = "SELECT coalesce(max(number), 0) FROM journal WHERE origin = ? AND verdict IS NOT NULL"
    return int(database.value(sql, origin or Meta(database).origin))


def _hear(database: Database, centre_ms: int) -> None:
    """Know what time it was at the centre."""
    meta = Meta(database)
    meta.put("stamp", int(observed(meta.stamp, Stamp(centre_ms << 16))))


def _resume(database: Database, held: Mapping[str, Held]) -> bool:
    taken = {origin for origin, each in held.items() if not _is_ours(database, origin, each)}
    meta = Meta(database)
    present, doubted = meta.origin, set(meta.get(DOUBTED_ORIGINS).split())
    for origin, each in held.items():
        # Where somebody else went on under an earlier origin, a centre that was restored tells by its answers what
        # it still holds of it.
        if origin not in taken or origin == present or origin in doubted:
            database.run(_WAIT_AGAIN, origin, 0 if origin in taken else each.number)
    if doubted & held.keys():
        meta.put(DOUBTED_ORIGINS, " ".join(sorted(doubted - held.keys())))
    return present in taken


def _is_ours(database: Database, origin: str, held: Held) -> bool:
    """Whether the last change that the centre holds is one that was written here."""
    ours = database.value("SELECT chain FROM journal WHERE origin = ? AND number = ?", origin, held.number)
    return not held.number or (ours is not None and ours.hex() == held.chain.lower())


def _keep_prefixes(database: Database, prefixes: Mapping[str, str]) -> None:
    Meta(database).put(GUEST_PREFIXES, msgspec.json.encode(prefixes).decode())


def _apply_page(database: Database, reply: PullReply) -> Touched:
    replica, touched = Replica(database), Touched()
    for page in reply.tables:
        table = BY_NAME.get(page.table)
        if table is None:
            continue
        are_new = replica.take(table, page.columns, page.rows)
        if are_new and table is RESIDENT:
            places = itemgetter(*map(page.columns.index, SEARCHED))
            index_new(database, list(map(places, page.rows)))
        ids = [str(row[0]) for row in page.rows]
        forget(database, ids)
        touched.add(table.name, ids, is_indexed=are_new)
    remember(database, reply.removals)
    let_go(database, touched)
    move_cursors(database, reply.cursors)
    return touched


def _save_receipt(database: Database, receipt: Receipt) -> None:
    _hear(database, receipt.at_ms)
    database.run(
        "INSERT OR REPLACE INTO sync_receipt (origin, number, chain, epoch, at_ms, signature) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        receipt.origin,
        receipt.number,
        receipt.chain,
        receipt.epoch,
        receipt.at_ms,
        receipt.signature,
    )


_KNOWN_LINE: Final = "line"
_SLOW_MS: Final = 1_000
"""Nobody sees a row of the centre and edits it in less."""
_WAIT_AGAIN: Final = (
    "UPDATE journal SET verdict = NULL, in_base = 0 WHERE origin = ? AND number > ? AND verdict IS NOT NULL"
)
