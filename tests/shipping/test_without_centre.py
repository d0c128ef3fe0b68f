"""The installed program comes without the centre, and says so in words."""

from __future__ import annotations

import sys

import pytest

from fieldkit import __main__ as program
from fieldkit.demo import run


def test_who_asks_the_installed_program_for_the_centre_is_told_where_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "argv", ["fieldkit", "server", "run"])
    with pytest.raises(SystemExit) as ended:
        program.main()
    assert ended.value.code == 2
    assert "tidak membawa pusat" in capsys.readouterr().err


def test_the_practice_day_of_the_installed_program_asks_for_a_centre(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda _name: None)
    assert run.run_demo(play=True, out=None) == 2
    assert "--centre" in capsys.readouterr().err
