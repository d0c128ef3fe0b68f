"""The practice day, played through the real window: widgets, key strokes, store, centre over HTTP; nothing is faked."""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path

import typer

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.demo.cast import cast_of
from fieldkit.demo.day import DAY, PracticeDay, practice_day
from fieldkit.demo.evening import evening
from fieldkit.demo.hands import Hands
from fieldkit.demo.morning import morning
from fieldkit.demo.proof import Played, Proof, as_it_must_be, prove
from fieldkit.demo.workday import workday
from fieldkit.host.settings import Settings
from fieldkit.ui.threads import Lanes
from fieldkit.ui.widgets.motion import set_motion


def play_day(folder: Path, centre_url: str | None) -> int:
    """Play it, and end with one line of JSON; 0 only if everything is as it must be."""
    began_s = time.monotonic()
    with practice_day(folder, centre_url) as day:
        try:
            proof, played = _played(day, began_s)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return 1
    typer.echo(proof.as_json())
    return 0 if as_it_must_be(proof, played) else 1


def _played(day: PracticeDay, began_s: float) -> tuple[Proof, Played]:
    app = application(Settings())
    set_motion(False)
    lanes = Lanes()
    desktop = Desktop(Parts(day.store, lanes, day.clock, day.folders, day.regions, Settings()))
    hands = Hands(desktop.window, day.folder, lanes)
    try:
        with hands.noticing_faults():
            desktop.open()
            played = _scenes(hands, day)
        return prove(day, time.monotonic() - began_s), played
    except Exception:
        hands.picture("stopped-here")
        raise
    finally:
        desktop.window.close()
        desktop.close()
        app.processEvents()


def _scenes(hands: Hands, day: PracticeDay) -> Played:
    cast, played = cast_of(day.people.people, DAY), Played()
    morning(hands, day)
    workday(hands, cast, played)
    evening(hands, day, played)
    return played
