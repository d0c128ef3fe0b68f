"""Days and hours are those of the site, whatever zone the laptop is set to: nothing asks the laptop for its own."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dev
from fieldkit.store.keeping.notes import BackupNote, KnownBackup, Opens
from fieldkit.store.keeping.offered import Offered, OwnPhrase, Place
from fieldkit.ui.start.restore import made_words
from fieldkit.ui.start.trouble import last_backup_words

_NEVER = {"today", "utcnow", "localtime", "currentDateTime", "currentDate", "currentTime", "toLocalTime", "mktime"}
_WITH_ZONE = {"now": 0, "astimezone": 0, "fromtimestamp": 1}
"""Calls that mean the laptop's own zone where they get no other, and the place of that argument."""


TELLS_IT = "host/computer.py"
"""Tells the zone to whoever looks whether it is that of the site; no day or hour that people read comes from there."""


def asks_the_laptop(code: str) -> Iterator[int]:
    """Lines that ask for the zone of this computer."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name, of = node.func.attr, ast.unparse(node.func.value).split(".")[-1]
        if name in _NEVER and of in ("date", "datetime", "dt", "time", "QDate", "QDateTime", "QTime"):
            yield node.lineno
        is_bare = len(node.args) <= _WITH_ZONE.get(name, -1) and not node.keywords
        if is_bare and (name == "astimezone" or of in ("datetime", "date")):
            yield node.lineno


def test_no_line_asks_for_the_zone_of_the_laptop() -> None:
    rooms = dev.ROOT / "fieldkit"
    asked = [path for path in rooms.rglob("*.py") if not path.as_posix().endswith(TELLS_IT)]
    found = [f"{path.name}:{line}" for path in asked for line in asks_the_laptop(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "code",
    ["datetime.now()", "dt.date.today()", "at.astimezone()", "datetime.fromtimestamp(x)", "QDate.currentDate()"],
)
def test_each_way_to_ask_is_found(code: str) -> None:
    assert list(asks_the_laptop(code))


@pytest.mark.parametrize("code", ["datetime.now(UTC)", "at.astimezone(zone)", "datetime.fromtimestamp(x, UTC)"])
def test_a_zone_that_is_named_is_let_pass(code: str) -> None:
    assert not list(asks_the_laptop(code))


_DAY = """
import sys, tempfile
from pathlib import Path
sys.path[:0] = ["tests/ui", "tests"]
from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.host.settings import Settings
from fieldkit.ui.threads import InlineLanes
from fieldkit.ui.widgets.painted import Painted
from desk import make_desk
app = application(Settings())
with tempfile.TemporaryDirectory() as folder:
    desk = make_desk(Path(folder))
    desk.open_shift(time_zone=sys.argv[1])
    desktop = Desktop(Parts(desk.store, InlineLanes(), desk.clock, desk.folders, desk.regions, Settings()))
    desktop.open()
    desktop.sign_in(desk.lead)
    main = desktop.main
    print(main.page("today").subtitle(), "|", main.strip._clock.text())
    desktop.close()
"""


@pytest.mark.parametrize("laptop_zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize(
    ("site_zone", "hour"), [("Asia/Jakarta", "16.05"), ("Asia/Makassar", "17.05"), ("Asia/Jayapura", "18.05")]
)
def test_the_window_tells_the_time_of_the_site(laptop_zone: str, site_zone: str, hour: str) -> None:
    environment = {**os.environ, "TZ": laptop_zone, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _DAY, site_zone]
    done = subprocess.run(
        command, env=environment, cwd=dev.ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert "Sabtu, 23 Februari 2019" in done.stdout
    assert hour in done.stdout


@pytest.mark.parametrize(
    ("origin", "time"),
    [("3574-P2.1", "06.30"), ("7371-P2.1", "07.30"), ("9471-P2.3", "08.30"), ("", "06.30")],
)
def test_a_backup_is_told_by_the_clock_of_its_regency_before_any_key_opens_it(origin: str, time: str) -> None:
    made = datetime(2019, 2, 22, 23, 30, tzinfo=UTC)
    note = BackupNote(origin, "i", int(made.timestamp() * 1000), 7, 0)
    assert made_words(note)[1] == f"Sab 23 Feb {time}"
    offered = Offered(KnownBackup(Path("x.fkb"), note), Opens.OWN, Place.HERE, OwnPhrase.NONE)
    assert f"Sab 23 Feb {time}" in last_backup_words([offered])
