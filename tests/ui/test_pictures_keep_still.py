"""What a picture shows does not follow from how long it takes on this computer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldkit.demo.laptop import practice_laptop
from fieldkit.demo.screenshots import Look, _stage


def test_no_second_look_for_the_centre_comes_in_the_middle_of_a_picture(
    themed_app: QApplication, tmp_path: Path
) -> None:
    laptop = practice_laptop(tmp_path)
    with closing(laptop.store), _stage(themed_app, laptop, Look("light", 100), "id", signs_in=False) as stage:
        sync = stage.desktop.sync
        assert sync.state.next_try_s is not None
        assert not sync._timer.isActive()
