"""A real PostgreSQL for tests, started by them, and a fresh migrated database of either kind for each test."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import sqlalchemy as sa

from fieldkit.server.database import upgrade
from tests.quick_files import quick_folder

if TYPE_CHECKING:
    import pwd

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations" / "centre"
_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
_PREFIX = "fieldkit-pg-"
_IN_USE = "in-use"
"""Locked for as long as the run lives."""
_START_S = 60
_STOP_S = 30


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL server on which databases may be made and dropped."""

    url: sa.URL
    template: str = ""
    emptied: list[sa.URL] = field(default_factory=list)
    """Databases of earlier tests: emptying one is much faster than making one."""
    crash: Callable[[], None] = lambda: None
    """Stop a server of our own at once, as a power cut does, and start it again."""

    def fresh_database(self) -> sa.URL:
        """A migrated, empty database."""
        return self.emptied.pop() if self.emptied else self._made()

    def empty_database(self) -> sa.URL:
        """A database without tables; whoever asked drops it."""
        name = f"fieldkit_{uuid.uuid4().hex}"
        self.run(f'CREATE DATABASE "{name}"')
        return self.url.set(database=name)

    def give_back(self, url: sa.URL) -> None:
        """Keep a database for the next test where it can be emptied, else drop it."""
        try:
            self._empty(url)
        except (psycopg.Error, sa.exc.DBAPIError):
            self.drop(url.database)
        else:
            self.emptied.append(url)

    def drop(self, name: str | None) -> None:
        """Drop a database, whoever is still connected."""
        self.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def close(self) -> None:
        """Drop what was kept for tests to come."""
        for name in filter(None, (self.template, *(url.database for url in self.emptied))):
            self.drop(name)

    def run(self, sql: str) -> None:
        """Run a statement outside of a transaction."""
        with psycopg.connect(plain(self.url), autocommit=True) as connection:
            connection.execute(sql)

    def _made(self) -> sa.URL:
        name = f"fieldkit_{uuid.uuid4().hex}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"')
        return self.url.set(database=name)

    def _empty(self, url: sa.URL) -> None:
        with psycopg.connect(plain(url), options="-c lock_timeout=5s") as connection:
            tables = connection.execute(_TABLES).fetchall()
            connection.execute("; ".join(f'DELETE FROM "{name}"' for (name,) in tables))


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """The server named by FIELDKIT_TEST_DATABASE, or one of our own that ends with the tests."""
    named = os.environ.get("FIELDKIT_TEST_DATABASE")
    if named:
        yield from _named(sa.make_url(named).set(drivername="postgresql+psycopg"))
        return
    with _folder_of_its_own() as folder:
        yield from _own_cluster(folder, _FAST)


@pytest.fixture
def postgres_database(postgres_cluster: Cluster) -> Iterator[str]:
    """URL of a migrated, empty PostgreSQL database."""
    url = postgres_cluster.fresh_database()
    yield url.render_as_string(hide_password=False)
    postgres_cluster.give_back(url)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database, closed."""
    path = tmp_path_factory.mktemp("centre") / "template.sqlite"
    upgrade(f"sqlite:///{path}", MIGRATIONS)
    return path


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """URL of a migrated, empty SQLite database."""
    path = tmp_path / "centre.sqlite"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def centre_database(request: pytest.FixtureRequest) -> str:
    """URL of a migrated, empty database, of each kind in turn."""
    name = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def new_database(request: pytest.FixtureRequest, centre_database: str, tmp_path: Path) -> Iterator[str]:
    """URL of a database without tables, of the same kind as `centre_database`."""
    if centre_database.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'restored.sqlite'}"
        return
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    url = cluster.empty_database()
    yield url.render_as_string(hide_password=False)
    cluster.drop(url.database)


def plain(url: sa.URL) -> str:
    """A URL as the driver itself takes it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


@contextmanager
def _folder_of_its_own() -> Iterator[Path]:
    """Not below pytest's own folder, which the user postgres may not enter. What killed runs left goes first."""
    for left in quick_folder().glob(f"{_PREFIX}*"):
        with suppress(OSError), (left / _IN_USE).open() as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=quick_folder()))
    with (folder / "new").open("w") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        (folder / "new").rename(folder / _IN_USE)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


def _named(url: sa.URL) -> Iterator[Cluster]:
    """The server of a database that somebody named; where that is a Citus coordinator, with its workers."""
    from tests.citus_cluster import CitusCluster, nodes_of

    nodes = nodes_of(url)
    if not nodes:
        yield from _prepared(url)
        return
    cluster = CitusCluster(url, nodes=nodes)
    try:
        yield cluster
    finally:
        cluster.close()


def _prepared(url: sa.URL, crash: Callable[[], None] = lambda: None) -> Iterator[Cluster]:
    """The cluster with a migrated template database, which is dropped at the end."""
    cluster = Cluster(url, f"fieldkit_template_{uuid.uuid4().hex}", crash=crash)
    cluster.run(f'CREATE DATABASE "{cluster.template}"')
    try:
        upgrade(url.set(database=cluster.template).render_as_string(hide_password=False), MIGRATIONS)
        yield cluster
    finally:
        cluster.close()


@contextmanager
def durable_cluster(folder: Path) -> Iterator[Cluster]:
    """A server of our own that keeps what it says it kept, for measuring."""
    yield from _own_cluster(folder, {})


def _own_cluster(folder: Path, speed: Mapping[str, str]) -> Iterator[Cluster]:
    account = _account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, port = folder / "data", _free_port()
    _run_as(account, "initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    settings = (
        {"max_connections": "200"}
        | dict(speed)
        | {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": str(folder)}
    )
    options = [f"--{name}={value}" for name, value in settings.items()]
    server = _Server(folder / "log", [_binary("postgres"), "-D", str(data), *options], _user(account))
    server.start()
    try:
        url = sa.make_url(f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres")
        server.wait_for(url)
        yield from _prepared(url, partial(server.crash, url))
    finally:
        server.process.send_signal(signal.SIGINT)
        server.process.wait(_STOP_S)


@dataclass
class _Server:
    """A PostgreSQL of our own, as a process."""

    log: Path
    command: list[str]
    user: dict[str, Any]

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, **self.user)

    def crash(self, url: sa.URL) -> None:
        """Nothing is written any more; what was committed is found again by its log."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(_STOP_S)
        self.start()
        self.wait_for(url)

    def wait_for(self, url: sa.URL) -> None:
        deadline = time.monotonic() + _START_S
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                psycopg.connect(plain(url)).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        pytest.fail(f"PostgreSQL did not start: {self.log.read_text(errors='replace')[-2000:]}")


def _account() -> pwd.struct_passwd | None:
    """Whom to run as: PostgreSQL refuses root. None where we are somebody else already."""
    if os.geteuid() != 0:
        return None
    import pwd

    return pwd.getpwnam("postgres")


def _user(account: pwd.struct_passwd | None) -> dict[str, Any]:
    return (
        {"cwd": "/"}
        if account is None
        else {"cwd": "/", "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    )


def _run_as(account: pwd.struct_passwd | None, program: str, *arguments: str) -> None:
    subprocess.run([_binary(program), *arguments], check=True, capture_output=True, **_user(account))


def _binary(program: str) -> str:
    if not _BINARIES:
        pytest.fail(
            "No PostgreSQL below /usr/lib/postgresql: apt-get install postgresql, or set FIELDKIT_TEST_DATABASE."
        )
    return str(_BINARIES[-1] / program)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
