"""A centre and laptops that come back from their backups."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from litestar.testing import TestClient

from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.server.centre import open_centre
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.keeping.backup import back_up, restore
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from tests.flows.enrolled import URL, Ground, Laptop, WeatheredLine
from tests.laptops import KEY
from tests.postgres_cluster import MIGRATIONS

BACKUP: Final = "centre.backup"


def backed_up(ground: Ground) -> None:
    """What the centre holds at this moment lies in its backup."""
    back_up(ground.centre.engine.url.render_as_string(hide_password=False), ground.folder / BACKUP)


def restored(ground: Ground, database: str, *laptops: Laptop) -> Ground:
    """The centre as the backup held it, in another database under the address of before."""
    restore(database, ground.folder / BACKUP, MIGRATIONS, now_ms=now_ms(ground.clock))
    centre = open_centre(database)
    ground.open.callback(centre.close)
    app = build_app(centre, clock=lambda: now_ms(ground.clock))
    client = ground.open.enter_context(TestClient(app, base_url=URL))
    for laptop in laptops:
        laptop.line.centre = client._transport
    return replace(ground, centre=centre, transport=client._transport)


def opened_at(ground: Ground, path: Path) -> Laptop:
    """The laptop whose database lies there."""
    store = Store(path, KEY, migrations_dir(), ground.clock)
    ground.open.callback(store.close)
    store.user = ground.lead
    line = WeatheredLine(ground.transport)
    engine = connect(Exchange(store), ground.clock, lambda _: None, line)
    ground.open.callback(engine.close)
    return Laptop(store, line, engine, [])
