"""What is installed here."""

from __future__ import annotations

from collections.abc import Mapping

from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.text import text


def versions_finding(versions: Mapping[str, str]) -> Finding:
    """The versions by name, for whoever helps."""
    return Finding(
        Topic.VERSIONS,
        Grade.FINE,
        text("FieldKit {version}.", version=versions.get("fieldkit", "")),
        text("Protokol {protocol}, skema {schema}, SQLite {sqlite}, Qt {qt}, Python {python}, {system}.", **versions),
        facts=dict(versions),
    )
