"""Databases spread over the machines of a Citus cluster, made by way of its coordinator alone.

The coordinator knows how its workers are reached, and with what credentials; the tests need not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import psycopg
import sqlalchemy as sa

from fieldkit.server.centre import open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.keeping.distribution import distribute
from tests.postgres_cluster import MIGRATIONS, Cluster, plain

SHARDS = 4
_HAS_CITUS = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"
_NODES = "SELECT nodename, nodeport, groupid = 0 FROM pg_dist_node WHERE isactive AND noderole = 'primary'"
_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
_WAITING_THERE = "SELECT coalesce(sum(result::int), 0) FROM run_command_on_workers(%s)"
_ON_WORKER = "SELECT success, result FROM master_run_on_worker(ARRAY[%s], ARRAY[%s::int], ARRAY[%s], false)"


@dataclass(frozen=True)
class Node:
    """A machine, as the coordinator reaches it."""

    name: str
    port: int
    is_coordinator: bool


@dataclass(frozen=True)
class CitusCluster(Cluster):
    """A coordinator and its workers: what is migrated is distributed as well."""

    nodes: list[Node] = field(default_factory=list)

    def spread(self, url: sa.URL) -> None:
        """Make a database of the coordinator one of all machines, as an operator does."""
        for node in self.workers():
            _on_worker(self.url, node, f'CREATE DATABASE "{url.database}"')
        with psycopg.connect(plain(url), autocommit=True) as coordinator:
            coordinator.execute("CREATE EXTENSION IF NOT EXISTS citus")
            coordinator.execute(f'ALTER DATABASE "{url.database}" SET citus.shard_count = {SHARDS}')
        for node in self.nodes:
            _join(url, node)

    def drop(self, name: str | None) -> None:
        """Drop a database on all machines, whoever is still connected."""
        super().drop(name)
        for node in self.workers():
            _on_worker(self.url, node, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _made(self) -> sa.URL:
        url = self.empty_database()
        self.spread(url)
        upgrade(url.render_as_string(hide_password=False), MIGRATIONS)
        _distribute(url)
        return url

    def _empty(self, url: sa.URL) -> None:
        super()._empty(url)
        # A test of migrations leaves new tables, which lie on the coordinator alone.
        _distribute(url)

    def workers(self) -> list[Node]:
        """The machines that hold rows."""
        return [node for node in self.nodes if not node.is_coordinator]


def nodes_of(url: sa.URL) -> list[Node]:
    """The machines of the cluster that a database is spread over; none where it is not a coordinator's."""
    with psycopg.connect(plain(url)) as connection:
        if connection.execute(_HAS_CITUS).fetchone() is None:
            return []
        return [Node(*row) for row in connection.execute(_NODES).fetchall()]


def lock_waits(database: str) -> int:
    """How many transactions of a database wait for another, on whichever machine."""
    with psycopg.connect(plain(sa.make_url(database))) as connection:
        (count,) = connection.execute(_WAITING).fetchone() or (0,)
        if connection.execute(_HAS_CITUS).fetchone():
            (there,) = connection.execute(_WAITING_THERE, [_WAITING]).fetchone() or (0,)
            count += there
    return int(count)


def _join(url: sa.URL, node: Node) -> None:
    if node.is_coordinator:
        _run(url, "SELECT citus_set_coordinator_host(%s, %s)", node.name, node.port)
        return
    _on_worker(url, node, "CREATE EXTENSION IF NOT EXISTS citus")
    _run(url, "SELECT citus_add_node(%s, %s)", node.name, node.port)


def _on_worker(url: sa.URL, node: Node, sql: str) -> None:
    """Run a statement on a worker, in its database of the same name."""
    told = _run(url, _ON_WORKER, node.name, node.port, sql)
    if told is None or not told[0]:
        raise psycopg.OperationalError(f"{sql}: {told}")


def _run(url: sa.URL, sql: str, *values: object) -> tuple[object, ...] | None:
    with psycopg.connect(plain(url), autocommit=True) as connection:
        return connection.execute(sql, values).fetchone()


def _distribute(url: sa.URL) -> None:
    centre = open_centre(url.render_as_string(hide_password=False))
    try:
        distribute(centre)
    finally:
        centre.close()
