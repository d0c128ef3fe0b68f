"""The scenes of the registration table."""

from __future__ import annotations

from fieldkit.demo.cast import clear_people
from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.store.queries.lists.imported import residents_to_compare
from fieldkit.ui.pages.register import RegisterPage


def register_scenes(stage: Stage) -> list[Scene]:
    """Somebody of the list, a change of data, the choice of a printer, and the table between two people."""

    def out() -> None:
        stage.hands.press("Esc", "Esc")

    return [
        Scene("register-between", stage.keys("register", "Esc", "Esc")),
        Scene("register-recent", stage.keys("register", "Alt+U"), out),
        Scene("register-queue", stage.keys("register", "Ctrl+J"), lambda: stage.hands.press("Esc")),
        Scene("register-printer", stage.keys("register", "Alt+R"), out),
        Scene("register-office", lambda: _picked(stage, -2, "4", "Space"), out),
        Scene("register-seldom", stage.keys("register", "Ctrl+J", "7"), lambda: stage.hands.press("Esc")),
        Scene("register", lambda: _half_registered(stage)),
    ]


def _picked(stage: Stage, place: int, *strokes: str) -> None:
    stage.go("register")()
    page = stage.desktop.main.page("register") if stage.desktop.main is not None else None
    if isinstance(page, RegisterPage):
        page.pick(id_of(stage, place))
        stage.hands.press(*strokes)


def _half_registered(stage: Stage) -> None:
    """Somebody of the list, asked for the phone."""
    stage.go("register")()
    page = stage.desktop.main.page("register") if stage.desktop.main is not None else None
    if isinstance(page, RegisterPage):
        page.pick(id_of(stage, -1))
        if not page.form.state().reason:
            stage.hands.press("1", "1", "Space")
            stage.hands.write("081200009912")
        page.form.sheet.phone.focus_answer()


def id_of(stage: Stage, place: int) -> str:
    """The resident of the cast at a place of the list."""
    wanted = clear_people(stage.laptop.people)[place].nik
    known = stage.laptop.store.query(residents_to_compare)
    return next(resident for resident, nik, *_ in known if nik == wanted)
