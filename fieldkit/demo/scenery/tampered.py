"""Somebody wrote into the laptop's data with another program: what is said at once, and where it is told in full."""

from __future__ import annotations

from contextlib import closing

from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.domain.checkup.finding import Topic
from fieldkit.store.database import Database
from fieldkit.store.keeping.tampering import look_through, seal_some
from fieldkit.ui.looking_through import LookingThrough
from fieldkit.ui.pages.checkup import CheckupPage
from fieldkit.ui.shell.window import CHECKUP
from fieldkit.ui.widgets.toasts import Toast


def be_tampered_with(laptop: PracticeLaptop) -> None:
    """Another program, which has the key, changes people and takes records away; the next look finds it."""
    store = laptop.store
    while seal_some(store):
        pass
    # One more connection, in which nobody watches.
    with closing(Database(store.path, store.key)) as other:
        other.run("UPDATE resident SET phone = '' WHERE seq IN (2, 3)")
        other.run("DELETE FROM request_step WHERE seq = (SELECT max(seq) FROM request_step)")
    look_through(store)


def tampered_scenes(stage: Stage) -> list[Scene]:
    """The toast, what waits to be decided, and the finding of the look at the laptop."""

    def tell() -> None:
        stage.go("today")()
        looking = stage.desktop.findChild(LookingThrough)
        if looking is not None:
            looking.found.emit()

    def untell() -> None:
        for toast in stage.hands.all(Toast):
            toast.dismiss()

    def look() -> None:
        stage.keys("sync", "Ctrl+E")()
        page = stage.desktop.main.page(CHECKUP) if stage.desktop.main is not None else None
        if isinstance(page, CheckupPage):
            page.card.table.select(Topic.JOURNAL)

    return [
        Scene("today-tampered", tell, untell),
        Scene("sync-tampered", stage.keys("sync", "Ctrl+D"), lambda: stage.hands.press("Esc")),
        Scene("checkup-tampered", look, lambda: stage.hands.press("Esc")),
    ]
