"""One version, wherever it is said."""

from __future__ import annotations

import tomllib

from typer.testing import CliRunner

import fieldkit
from fieldkit.__main__ import commands
from shipping.parts import ROOT


def test_the_program_tells_the_one_version_that_the_wheel_is_named_by_too() -> None:
    said = CliRunner().invoke(commands, ["--version"])
    assert (said.exit_code, said.stdout) == (0, f"FieldKit {fieldkit.__version__}\n")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "fieldkit/__init__.py"
