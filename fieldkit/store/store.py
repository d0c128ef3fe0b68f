"""The laptop's store: every write is `execute(verb, command)`, every read a query shaped for one screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import Clock
from fieldkit.host.keys import KeyringTokenStore
from fieldkit.store.database import Database
from fieldkit.store.derive import derive
from fieldkit.store.incarnation import go_on_from_copy, is_copy
from fieldkit.store.integrity.anchor import lay_anchor
from fieldkit.store.integrity.seals import marked, seal, watch
from fieldkit.store.lease import forget_phone_lines
from fieldkit.store.meta import Meta
from fieldkit.store.unit import Touched, Unit
from fieldkit.store.upgrade import bring_up

P = ParamSpec("P")
R = TypeVar("R")
Verb = Callable[Concatenate[Unit, P], R]
Query = Callable[Concatenate[Database, P], R]
Changed = frozenset[str]
"""Names of the tables whose rows changed."""
_NO_MORE: Final = (
    "CREATE TRIGGER given_up BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'this laptop gave up its data'); END"
)
_SEALED_AT_END: Final = 40
"""Blocks of rows that closing the file waits for; a day's work is less."""


class Store:
    """The one door to the encrypted database of this laptop. Thread-safe; calls wait for each other."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        migrations: Path,
        clock: Clock,
        before_upgrade: Callable[[Database], object] = lambda _: None,
    ) -> None:
        self.clock = clock
        self.path = path
        self.key = key
        self.migrations = migrations
        self.tokens: KeyringTokenStore | None = None
        """Where the token is kept; None where it is kept in the database."""
        self.lease_mark: KeyringTokenStore | None = None
        """Where it is kept how far the lease has come, also when an older database is put back; None for nowhere."""
        self.opened_at = clock.now_utc()
        """What was under way before this was cut off."""
        self.user = UserId("")
        self.on_changed: Callable[[Changed], None] = lambda _: None
        self._lock = threading.RLock()
        self._database = Database(path, key)
        try:
            bring_up(self._database, migrations, before_upgrade)
            watch(self._database)
            if is_copy(self._database):
                self.execute(go_on_from_copy)
                self.write_local(forget_phone_lines)
        except BaseException:
            self._database.close()
            raise

    @property
    def meta(self) -> Meta:
        """What this laptop knows of itself."""
        return Meta(self._database)

    def execute(self, verb: Verb[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a verb of `work` in one durable transaction; once this returns, a power cut loses nothing."""
        with self._lock:
            with self._database.transaction():
                unit = Unit(self._database, self.user, self.clock.now_utc())
                result = verb(unit, *args, **kwargs)
                unit.finish()
                derive(self._database, unit.touched)
            self._tell(unit.touched)
        return result

    @contextmanager
    def acting(self, user: UserId) -> Iterator[None]:
        """Write in the name of a user who is not signed in: setting the first PIN comes before."""
        with self._lock:
            before, self.user = self.user, user
            try:
                yield
            finally:
                self.user = before

    def query(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query; nothing but frozen dataclasses leaves."""
        with self._lock:
            return query(self._database, *args, **kwargs)

    def write_local(self, write: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a write to what stays on this laptop (drafts, sign-in, receipts) in one durable transaction."""
        with self._lock, self._database.transaction():
            return write(self._database, *args, **kwargs)

    def take_in(self, write: Callable[Concatenate[Database, P], Touched], *args: P.args, **kwargs: P.kwargs) -> int:
        """Run a write of what came from the centre; returns the number of rows taken in."""
        with self._lock:
            with self._database.transaction():
                touched = write(self._database, *args, **kwargs)
                derive(self._database, touched)
            self._tell(touched)
        return sum(map(len, touched.rows.values()))

    def retire(self, may: Callable[[Database], R | None], then: Callable[[R], object]) -> R | None:
        """Close the file for good and do what follows, if the database says so; nothing is written in between.

        Another program that has the file open is refused each save from then on. Where what follows fails, nothing
        is closed.
        """
        with self._lock:
            with self._database.transaction():
                told = may(self._database)
                if told is not None:
                    then(told)
                    self._database.run(_NO_MORE)
            if told is not None:
                self._database.close()
            return told

    def close(self) -> None:
        """Close the file; committed work is safe."""
        with self._lock:
            # What can not be noted now is noted the next time.
            with suppress(FieldKitError):
                self._leave_sealed()
            self._database.close()

    def _leave_sealed(self) -> None:
        """Seal what was written lately, and note where the journal ends."""
        with self._database.transaction():
            for block in marked(self._database, _SEALED_AT_END):
                seal(self._database, block)
        lay_anchor(self._database)

    def _tell(self, touched: Touched) -> None:
        if touched.tables:
            self.on_changed(frozenset(touched.tables))
