"""A laptop that was out of touch for long, at the door; and one that goes back to the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QApplication

from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.domain.lease import DAY_MS, Lease, day_of
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import LEASE, new_line, pin_matter
from fieldkit.store.keeping.farewell import Farewell
from fieldkit.store.lease import keep_phone_lines, put_lease
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.start.farewell import FarewellScreen

_SECRET: Final = bytes(32)
_WARNED: Final = 11
_CLOSED: Final = 16


def silent_scenes(stage: Stage) -> list[Scene]:
    """The door warns, and is closed; its codes also stand where a PIN was forgotten."""
    keep_codes(stage)
    return [
        Scene("sign_in-lease_ends", silent_for(stage, _WARNED), silent_for(stage, 0)),
        Scene("sign_in-lease_over", silent_for(stage, _CLOSED), silent_for(stage, 0)),
    ]


def give_back_scenes(stage: Stage) -> list[Scene]:
    """What the page Sync offers, and what is asked before."""

    def ask() -> None:
        stage.go("sync")()
        button = stage.desktop.window.findChild(QAbstractButton, "give_back_button")
        if isinstance(button, QAbstractButton):
            button.click()

    def leave() -> None:
        modal = QApplication.activeModalWidget()
        if modal is not None:
            modal.close()

    return [Scene("sync-give_back", ask, leave)]


def farewell() -> FarewellScreen:
    """What is left of a laptop that went back."""
    return FarewellScreen(
        Farewell(
            2_184,
            1_550_912_700_000,
            "Kota Probolinggo",
            is_given_back=True,
            has_copy_elsewhere=True,
            has_data_aside=True,
        )
    )


def keep_codes(stage: Stage) -> None:
    """As a contact with the centre leaves them: by what codes of the office are recognised."""
    store = stage.laptop.store
    day, device_id = day_of(now_ms(stage.laptop.clock)), store.meta.get("device_id")
    matters = (LEASE, pin_matter(stage.laptop.lead.id))
    store.write_local(keep_phone_lines, [new_line(_SECRET, device_id, each, day) for each in matters])


def silent_for(stage: Stage, days: int) -> Callable[[], None]:
    """So many days without a contact."""

    def act() -> None:
        clock = stage.laptop.clock
        here_ms = now_ms(clock)
        stage.laptop.store.write_local(put_lease, Lease(here_ms - days * DAY_MS, here_ms, int(clock.monotonic_s())))
        door = stage.desktop.window.findChild(SignInScreen)
        if isinstance(door, SignInScreen):
            door.refresh()

    return act
