"""The app of somebody who asks for page after page as soon as they have signed in; says how long each took."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from fieldkit.demo.measured import walk
from fieldkit.domain.identifiers import UserId
from tests.bench.window import desktop_on
from tests.laptops import StillClock, laptop

folder = Path(sys.argv[1])
store = laptop(folder, StillClock(datetime.fromisoformat(sys.argv[3])))
store.user = UserId(sys.argv[2])
with desktop_on(store, folder) as (desktop, hands), hands.noticing_faults():
    for name, took_ms in walk(desktop, hands):
        print(name, took_ms, flush=True)
