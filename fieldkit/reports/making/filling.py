"""Templates filled with their values: those of the house here, those of an office in a process that may be ended.

A template is a program: one that an office edited may go on for ever, or write until the memory is full. Of the values
it can read what a paper shows, and it reaches no file but the templates, and no network.
"""

from __future__ import annotations

import pickle
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence, Set
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fieldkit.host.apart import COUNTS_WORK, start_apart, stay_within
from fieldkit.host.places import resources_dir

MEMORY_BYTES: Final = 1 << 30
MOST_LETTERS: Final = 4_000_000
"""Of a filled template; the longest paper, a list of 2,000 people, has a fifth of it."""
MAX_CPU_SECONDS = 30
"""Of work: a right template takes less than one, on a laptop that does many other things too."""
MAX_SECONDS = 300.0 if COUNTS_WORK else float(MAX_CPU_SECONDS)
"""By the clock on the wall, for whatever waits without working."""
_MOST_ANSWER_BYTES: Final = 32 << 20
_THIS: Final = "fieldkit.reports.making.filling"
_HIDDEN_COMMAND: Final = "fill-template"


class FaultKind(StrEnum):
    """What can be wrong with a template."""

    BROKEN = "broken"
    MISSING = "missing"
    ENDLESS = "endless"


class TemplateFaultError(Exception):
    """A template that can not be filled, and where."""

    def __init__(self, kind: FaultKind, name: str = "", line: int = 0) -> None:
        super().__init__(kind)
        self.kind, self.name, self.line = kind, name, line


class _Answer(msgspec.Struct, frozen=True):
    """What the process says: the HTML, or what is wrong."""

    html: str = ""
    fault: FaultKind | None = None
    name: str = ""
    line: int = 0


class _Templates(FileSystemLoader):
    """Templates of several folders; one that some editor did not save as UTF-8 is broken like any other."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("not UTF-8", line, template) from error


def fill(name: str, template_dirs: Sequence[Path], values: Mapping[str, object]) -> str:
    """The template with its values, in this process; TemplateFaultError where it is broken."""
    folders = [*template_dirs, resources_dir() / "documents"]
    environment = ImmutableSandboxedEnvironment(
        loader=_Templates(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    try:
        return environment.get_template(name).render(**values)
    except TemplateNotFound as error:
        raise TemplateFaultError(FaultKind.MISSING, str(error.name)) from error
    except TemplateSyntaxError as error:
        raise TemplateFaultError(FaultKind.BROKEN, error.name or name, error.lineno) from error
    # The values are plain; so whatever else goes wrong is in the template, which may hold any expression.
    except Exception as error:
        raise TemplateFaultError(FaultKind.BROKEN, *_place_in_template(error, name, folders)) from error


def syntax_fault(folder: Path, name: str) -> int:
    """The line of an office's template that can not be read, or that includes what is not there; 0 where all is well.

    It is only read, not filled: whether it ends is told when a paper is made.
    """
    loader = _Templates([folder, resources_dir() / "documents"])
    environment = Environment(loader=loader, autoescape=True)
    try:
        source, _, _ = loader.get_source(environment, name)
        tree, known = environment.parse(source, name), set(loader.list_templates())
    except TemplateSyntaxError as error:
        return error.lineno
    included = [
        *((each.lineno, each.template) for each in tree.find_all(nodes.Include)),
        *((each.lineno, each.template) for each in tree.find_all(nodes.Extends)),
    ]
    return next((line for line, named in included if _is_lost(named, known)), 0)


def _is_lost(named: nodes.Expr, known: Set[str]) -> bool:
    return isinstance(named, nodes.Const) and named.value not in known


def fill_apart(name: str, template_dirs: Sequence[Path], values: Mapping[str, object]) -> str:
    """The same by a process of little memory and half a minute of work; TemplateFaultError where it ends badly."""
    request = pickle.dumps((MAX_CPU_SECONDS, name, list(template_dirs), dict(values)))
    try:
        answer = msgspec.json.decode(_asked_apart(request), type=_Answer)
    except (OSError, msgspec.DecodeError) as error:
        raise TemplateFaultError(FaultKind.ENDLESS) from error
    if answer.fault is not None:
        raise TemplateFaultError(answer.fault, answer.name, answer.line)
    return answer.html


def main() -> None:
    """The process: fill what is asked for on the standard input, and answer on the standard output."""
    # By number: a program without a console has no sys.stdin and sys.stdout, but these it was given.
    with open(0, "rb") as asked, open(1, "wb") as told:
        cpu_seconds, name, folders, values = pickle.load(asked)  # noqa: S301 - see the import
        stay_within(MEMORY_BYTES, cpu_seconds)
        told.write(msgspec.json.encode(_answer(name, folders, values)))


def _answer(name: str, folders: Sequence[Path], values: Mapping[str, Any]) -> _Answer:
    try:
        html = fill(name, folders, values)
    except TemplateFaultError as fault:
        return _Answer(fault=fault.kind, name=fault.name, line=fault.line)
    return _Answer(html) if len(html) <= MOST_LETTERS else _Answer(fault=FaultKind.ENDLESS)


def _asked_apart(request: bytes) -> bytes:
    """What the process says before its time is over; OSError where it died of the question."""
    with start_apart(_THIS, _HIDDEN_COMMAND) as process:
        limit = threading.Timer(MAX_SECONDS, process.kill)
        limit.start()
        try:
            if process.stdin is None or process.stdout is None:
                raise OSError
            process.stdin.write(request)
            process.stdin.close()
            return process.stdout.read(_MOST_ANSWER_BYTES)
        finally:
            limit.cancel()
            process.kill()


def _place_in_template(error: Exception, name: str, folders: Sequence[Path]) -> tuple[str, int]:
    """File and line of the innermost template frame."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent in folders]
    return (Path(frames[-1].filename).name, frames[-1].lineno or 0) if frames else (name, 0)


if __name__ == "__main__":
    main()
