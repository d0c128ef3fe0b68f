"""The longest stall of the window while it syncs: a day's work goes out, the list of the city comes in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fieldkit.app.desktop import Desktop
from fieldkit.demo.hands import Hands
from fieldkit.host.places import migrations_dir
from fieldkit.server.database import upgrade
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.known import KnownPeople
from tests.bench.figures import Figure, at_most
from tests.bench.laptop import DAY, big_list, checked
from tests.bench.lines import TickingClock
from tests.bench.syncing import enrolled, prepared, served, timed_round
from tests.bench.window import desktop_on, longest_stall_ms
from tests.laptops import opened, registered

LISTED: Final = 20_000
REGISTRATIONS: Final = 2_000
_BY_HAND_MS: Final = 24 * 60 * 60 * 1000
"""The round begins when the bench says so."""


def sync_stall_figures(folder: Path) -> list[Figure]:
    """One round by itself, with the page in sight that tells of each of its steps."""
    url = f"sqlite:///{folder / 'centre.db'}"
    upgrade(url, migrations_dir() / "centre")
    codes, user = prepared(url)
    with served(url) as address:
        store, office = (
            enrolled(folder / name, address, code, TickingClock()) for name, code in zip("ab", codes, strict=True)
        )
        store.user = office.user = user
        hand_in_list(office, folder)
        opened(store)
        for _ in range(REGISTRATIONS):
            registered(store)
        with desktop_on(store, folder, contact_after_ms=_BY_HAND_MS) as (desktop, hands), hands.noticing_faults():
            hands.press("F9")
            hands.settle()
            longest_ms = longest_stall_ms(lambda: whole_round(desktop, hands))
    return [at_most("stall syncing", longest_ms, "ms", 50)]


def hand_in_list(office: Store, folder: Path) -> None:
    """The list of the city goes to the centre."""
    rows = checked(big_list(folder, LISTED), KnownPeople()).rows
    office.execute(import_list, ImportList("Daftar", DAY, rows, False))
    _, outcome = timed_round(office)
    assert outcome.all_sent, outcome.cause


def whole_round(desktop: Desktop, hands: Hands) -> None:
    """From the first contact to the proof."""
    desktop.sync.start()
    hands.until(lambda: desktop.sync.state.outcome is not None, "the end of the round")
    outcome = desktop.sync.state.outcome
    assert outcome is not None
    assert outcome.all_sent, outcome.cause
    assert outcome.sent >= REGISTRATIONS
    assert outcome.fetched >= LISTED
