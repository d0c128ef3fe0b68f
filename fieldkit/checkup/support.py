"""A file for whoever helps from afar: what was found, versions, counts, settings and the log, and nothing of a person.

It is put together as text that is shown first; what is written is that text to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from fieldkit.checkup.look import Laptop
from fieldkit.domain.checkup.finding import Finding, worst
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.masking import masked
from fieldkit.host.settings import SETTINGS_FILE, Settings, load_settings
from fieldkit.store.database import Database
from fieldkit.store.keeping.looking import has_data
from fieldkit.store.queries.checkup import row_counts

_MOST_LINES: Final = 400
_HEAD: Final = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [\w.]+ "
_FAULT: Final = r"[A-Za-z_.]*(?:Error|Exception|Interrupt|Exit|Warning|Timeout)|  [\w.<>-]+:\d+ [\w<>]+"
_LINE: Final = re.compile(rf"(?P<head>{_HEAD})(?P<said>.*)|{_FAULT}")
"""What FieldKit itself writes: a line of the log, or class and places of a fault."""
_CAPITALS: Final = re.compile(r"\b[A-Z][A-Z'.]{2,}")
"""So residents are written, and hardly anything else in a log."""
_LOUD: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Z']{2,}(?![A-Za-z])")
"""The same where names of classes stand, some of which begin in capitals."""
_LEFT_OUT: Final = "(...)"
_BLOT: Final = "***"


def support_of(laptop: Laptop, findings: Sequence[Finding]) -> str:
    """The file about a laptop that was looked at; of a database that does not open it tells no counts."""
    try:
        database = laptop.open() if has_data(laptop.folders) else None
    except FieldKitError:
        database = None
    names, tables = (frozenset[str](), {}) if database is None else _people_and_counts(database)
    settings = load_settings(laptop.folders.data / SETTINGS_FILE)
    log = _masked_log(laptop.folders.logs, names)
    return support_text(findings, tables, settings, log, laptop.clock.now_utc())


def support_text(
    findings: Sequence[Finding], tables: Mapping[str, int], settings: Settings, log: Sequence[str], at: datetime
) -> str:
    """All of it, as JSON with a line for each thing."""
    told = {
        "made_at": at.isoformat(timespec="seconds"),
        "worst": worst(findings),
        "findings": [finding_fields(each) for each in findings],
        "rows_by_table": dict(tables),
        "settings": _shown(settings),
        "log": list(log),
    }
    return msgspec.json.format(msgspec.json.encode(told)).decode() + "\n"


def finding_fields(finding: Finding) -> dict[str, Any]:
    """A finding for a script."""
    return {
        "topic": finding.topic,
        "grade": finding.grade,
        "what": str(finding.what),
        "meaning": str(finding.meaning),
        "advice": str(finding.advice) if finding.advice is not None else "",
        "facts": dict(finding.facts),
    }


def support_name(at: datetime) -> str:
    """The name of the file."""
    return f"fieldkit-bantuan-{at:%Y%m%d-%H%M%S}.json"


def _masked_log(folder: Path, names: Iterable[str]) -> list[str]:
    """The end of the log, masked once more; lines that FieldKit does not write are left out, and so is every name."""
    files = sorted(folder.glob("fieldkit.log*"), key=lambda path: path.stat().st_mtime)
    lines = [line for path in files[-2:] for line in path.read_text("utf-8", errors="replace").splitlines()]
    blots = [re.compile(re.escape(name), re.IGNORECASE) for name in sorted(names, key=len, reverse=True) if name]
    return [_blotted(line, blots) for line in lines[-_MOST_LINES:]]


def _people_and_counts(database: Database) -> tuple[frozenset[str], dict[str, int]]:
    """Names of the office's people, to be blotted out, and the rows of each table."""
    try:
        return _names(database), row_counts(database)
    except FieldKitError:
        return frozenset(), {}
    finally:
        database.close()


def _names(database: Database) -> frozenset[str]:
    names = {part for (name,) in database.rows("SELECT name FROM app_user") for part in (name, *name.split())}
    return frozenset(name for name in names if len(name) > 2)


def _blotted(line: str, blots: Iterable[re.Pattern[str]]) -> str:
    found = _LINE.fullmatch(line)
    if found is None:
        return _LEFT_OUT
    head, said = found["head"] or "", found["said"]
    kept = _LOUD.sub(_BLOT, masked(line)) if said is None else _CAPITALS.sub(_BLOT, masked(said))
    kept = kept.replace(str(Path.home()), "~")
    for blot in blots:
        kept = blot.sub(_BLOT, kept)
    return head + kept


def _shown(settings: Settings) -> dict[str, object]:
    """Only what is known to be nobody's secret; of an address no more than the machine."""
    address = urlsplit(settings.centre_url)
    return {
        "language": settings.language,
        "theme": settings.theme,
        "text_scale": settings.text_scale,
        "lock_after_min": settings.lock_after_min,
        "centre": f"{address.scheme}://{address.hostname}" if address.hostname else "",
        "unknown_settings": len(settings.rest),
    }
