"""How the laptop stands, with one thing to be looked at, and what a helper is given."""

from __future__ import annotations

from typing import Final

from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.domain.checkup.traffic import LineRound
from fieldkit.host.clock import now_ms
from fieldkit.host.keys import PassphraseKeyStore
from fieldkit.host.sealing import Cost
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.places import wrapped_key
from fieldkit.store.rounds import keep_round

_QUICK: Final = Cost(1, 128, 1)
_PHRASE: Final = "hanya untuk gambar latihan"


def checkup_scenes(stage: Stage) -> list[Scene]:
    """The findings, and the file that is read before it is written."""
    _prepare(stage)
    back = ("Esc",)
    return [
        Scene("checkup", stage.keys("sync", "Ctrl+E")),
        Scene("checkup-support", stage.keys("sync", "Ctrl+E", "Ctrl+P"), lambda: stage.hands.press(*back)),
    ]


def _prepare(stage: Stage) -> None:
    folders, store = stage.laptop.folders, stage.laptop.store
    if folders.templates.exists():
        return
    folders.templates.mkdir()
    (folders.templates / "kop.html").write_text("<h1>{{ office }}</h1>\n{% if %}", encoding="utf-8")
    PassphraseKeyStore(wrapped_key(folders), _PHRASE, _QUICK).save(store.key)
    back_up(store, folders.backups)
    store.write_local(keep_round, LineRound(now_ms(stage.laptop.clock), 21_000, 34_000, 410, 1))
    store.write_local(keep_round, LineRound(now_ms(stage.laptop.clock), 18_000, 30_000, 380, 0))
