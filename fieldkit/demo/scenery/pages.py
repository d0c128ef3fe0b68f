"""The scenes of a day, page by page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from keyring.backends.fail import Keyring as RefusingKeyring

from fieldkit.demo.day import LIST_AS_OF
from fieldkit.demo.office import JATI
from fieldkit.demo.scenery.cards import card_scenes, night_print_scenes
from fieldkit.demo.scenery.checkup import checkup_scenes
from fieldkit.demo.scenery.closing import closing_scenes
from fieldkit.demo.scenery.lists import list_scenes
from fieldkit.demo.scenery.office import office_scenes
from fieldkit.demo.scenery.planning import planning_scenes
from fieldkit.demo.scenery.register import register_scenes
from fieldkit.demo.scenery.silence import farewell, give_back_scenes, silent_scenes
from fieldkit.demo.scenery.stage import Act, Scene, Stage, nothing
from fieldkit.demo.scenery.stock import stock_scenes
from fieldkit.demo.scenery.today import today_scenes
from fieldkit.demo.scenery.visits import visit_scenes
from fieldkit.domain.errors import KeyUnavailableError
from fieldkit.domain.formats import date_numeric
from fieldkit.host.escrow import Escrow
from fieldkit.host.keys import KeyringKeyStore
from fieldkit.store._errors import damaged
from fieldkit.store.keeping.notes import BackupNote, KnownBackup, Opens
from fieldkit.store.keeping.offered import Offered, OwnPhrase, Place
from fieldkit.store.keeping.places import State
from fieldkit.store.keeping.restore import Restored, SetAside
from fieldkit.ui.language import tr
from fieldkit.ui.start.enrolment import EnrolScreen
from fieldkit.ui.start.first_sync import FirstSyncScreen
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.passphrase import NewPassphraseScreen, PassphraseScreen
from fieldkit.ui.start.restore import RestoredScreen, RestoreScreen
from fieldkit.ui.start.trouble import TroubleScreen, last_backup_words
from fieldkit.ui.start.unlock import UnlockScreen
from fieldkit.work.practice import write_list_xlsx

_ROWS_OF_THE_FILE: Final = 400


def door_scenes(stage: Stage) -> list[Scene]:
    """Sign-in."""
    return [
        Scene("sign_in", nothing),
        Scene("sign_in-pin", lambda: stage.hands.press("3"), lambda: stage.hands.press("Esc")),
        Scene("sign_in-forgotten", lambda: stage.hands.press("3", "Alt+L"), lambda: stage.hands.press("Esc", "Esc")),
        Scene("sign_in-guide", lambda: stage.hands.press("F1"), lambda: stage.hands.press("Esc")),
        Scene("sign_in-first_code", lambda: stage.hands.press("1"), lambda: stage.hands.press("Esc")),
        *silent_scenes(stage),
    ]


def morning_scenes(stage: Stage) -> list[Scene]:
    """Before the first shift: the form that opens it, and a list that comes in."""
    file = stage.laptop.folders.data / "daftar-kelurahan-jati.xlsx"
    jati = [person for person in stage.laptop.people if person.village_code == JATI]
    write_list_xlsx(jati[:_ROWS_OF_THE_FILE] + jati[:3], file, stage.laptop.regions)

    def columns() -> None:
        stage.keys("office", "1")()
        stage.hands.write(str(file))
        stage.hands.press("Ctrl+Enter")

    def check() -> None:
        columns()
        stage.hands.write(date_numeric(LIST_AS_OF))
        stage.hands.press("Ctrl+Enter")

    return [
        Scene("today-opening", stage.go("today")),
        Scene("register-no_shift", stage.go("register")),
        *give_back_scenes(stage),
        Scene("office-columns", columns, lambda: stage.hands.press("Esc")),
        Scene("office-check", check, lambda: stage.hands.press("Esc", "Esc")),
    ]


def desk_scenes(stage: Stage) -> list[Scene]:
    """In the afternoon, with a queue and without a network."""
    back = ("Esc",)
    return [
        Scene("today", stage.go("today")),
        Scene("today-blanks", stage.keys("today", "B", "2"), lambda: stage.hands.press(*back)),
        *today_scenes(stage),
        *register_scenes(stage),
        *list_scenes(stage),
        *visit_scenes(stage),
        Scene("close_shift", stage.go("close_shift")),
        Scene("sync", stage.go("sync")),
        Scene("sync-proof", stage.keys("sync", "Ctrl+P"), lambda: stage.hands.press(*back)),
        *checkup_scenes(stage),
        *office_scenes(stage),
        Scene("keys", stage.keys("register", "F1"), lambda: stage.hands.press(*back)),
        Scene("settings", stage.keys("register", "Ctrl+,"), lambda: stage.hands.press(*back)),
        Scene("about", stage.keys("register", "Shift+F1"), lambda: stage.hands.press(*back)),
        Scene("guide", stage.keys("register", "F1", "F1"), lambda: stage.hands.press(*back)),
        *planning_scenes(stage),
        *card_scenes(stage),
        *stock_scenes(stage),
    ]


def evening_scenes(stage: Stage) -> list[Scene]:
    """The queue is empty, and one blank is missing."""

    def count_one_less() -> None:
        stage.go("close_shift")()
        stage.hands.press("Ctrl+U")
        stage.hands.write("34")

    return [Scene("close_shift-ready", stage.go("close_shift")), Scene("close_shift-difference", count_one_less)]


def night_scenes(stage: Stage) -> list[Scene]:
    """Both shifts are signed; the way home is next."""
    return [
        Scene("close_shift-signed", stage.go("close_shift")),
        *closing_scenes(stage),
        Scene("today-evening", stage.go("today")),
        Scene("sync-evening", stage.go("sync")),
        *night_print_scenes(stage),
    ]


def start_scenes(stage: Stage) -> list[Scene]:
    """The screens before there is anything to sign in to."""
    window = stage.desktop.window

    def shown(make: Callable[[], StartScreen]) -> Act:
        return lambda: window.setCurrentIndex(window.addWidget(make()))

    def gone() -> None:
        last = window.currentWidget()
        if last is not None:
            window.removeWidget(last)
            last.deleteLater()

    makes: dict[str, Callable[[], StartScreen]] = {
        "start-new_passphrase": NewPassphraseScreen,
        "start-passphrase": PassphraseScreen,
        "start-enrolment": lambda: EnrolScreen("https://pusat.contoh.go.id"),
        "start-first_sync": lambda: FirstSyncScreen(stage.desktop.sync),
        "start-trouble": _trouble,
        "start-damaged": _damaged,
        "start-restore": lambda: RestoreScreen(_backups()),
        "start-restored": _restored,
        "start-unlock": lambda: UnlockScreen(needs_phrase=False),
        "start-farewell": farewell,
    }
    return [Scene(name, shown(make), gone) for name, make in makes.items()]


def _trouble() -> TroubleScreen:
    """What is said where the keyring refuses."""
    screen = TroubleScreen()
    try:
        KeyringKeyStore("practice", RefusingKeyring()).load()  # type: ignore[no-untyped-call]
    except KeyUnavailableError as error:
        screen.show_error(error)
    return screen


def _damaged() -> TroubleScreen:
    """What is said where the file can not be read."""
    screen = TroubleScreen()
    screen.show_error(damaged(), help_=tr("Pulihkan cadangan"), other=tr("Coba lagi"))
    screen.show_backups(last_backup_words(_backups()))
    return screen


def _restored() -> RestoredScreen:
    """What is said on a laptop that goes on from the backup of another one."""
    folder, note = Path("/home/operator/.local/share/FieldKit"), _backups()[-1].backup.note
    aside = SetAside(folder / "fieldkit.db.replaced-1", State.REPLACED)
    return RestoredScreen(Restored(3_120, aside, note, is_of_another=True))


def _backups() -> list[Offered]:
    """Of this laptop, and of one that broke."""
    made_ms, hour_ms = 1_550_921_100_000, 3_600_000
    escrow = Escrow("00" * 32, "")
    return [
        Offered(
            KnownBackup(Path(f"{at}.fkb"), BackupNote(origin, "practice", at_ms, number, at_ms, escrow=escrow)),
            place,
            opens,
            OwnPhrase.NONE,
        )
        for at, (origin, at_ms, number, place, opens) in enumerate(
            (
                ("3574-P2.1", made_ms, 1_284, Place.HERE, Opens.OWN),
                ("3574-P2.1", made_ms - 7 * hour_ms, 702, Place.SECOND, Opens.OWN),
                ("3574-P5.1", made_ms - 24 * hour_ms, 3_120, Place.STICK, Opens.RESCUE),
            )
        )
    ]
