"""The templates that an office put in the place of built-in ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fieldkit.domain.checkup.finding import Finding
from fieldkit.domain.checkup.papers import BrokenTemplate, templates_finding
from fieldkit.host.places import resources_dir


def look_at_templates(folder: Path) -> Iterator[Finding | None]:
    """Read each of them; names that no paper asks for are only counted, since an office may call them what it likes."""
    known = {path.name for path in (resources_dir() / "documents").glob("*.html")}
    names = {path.name for path in folder.glob("*") if path.is_file()}
    own, broken = sorted(names & known), []
    for name in own:
        line = _fault(folder, name)
        broken += [BrokenTemplate(name, line)] if line else []
        yield None
    yield templates_finding(len(own), broken, len(names - known))


def _fault(folder: Path, name: str) -> int:
    # Jinja2 is imported only where an office has templates.
    from fieldkit.reports.making.filling import syntax_fault

    return syntax_fault(folder, name)
