"""Templates of an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.text import text


@dataclass(frozen=True, slots=True)
class BrokenTemplate:
    """A template of the office that can not be read, by the name of the built-in one that it replaces."""

    name: str
    line: int


def templates_finding(own: int, broken: Sequence[BrokenTemplate], unused: int) -> Finding:
    """Whether the office's own templates make papers; `unused` ones have a name that no paper asks for."""
    facts = {"own": own, "broken": [f"{each.name}:{each.line}" for each in broken], "unused": unused}
    if broken:
        names = ", ".join(f"{each.name} ({each.line})" for each in broken)
        return Finding(
            Topic.TEMPLATES,
            Grade.LOOK,
            text("Templat kantor rusak, dengan barisnya: {names}.", names=names),
            text("Dokumennya tetap dibuat, dengan templat bawaan."),
            text("Betulkan baris itu, atau hapus berkasnya dari map templates."),
            facts,
        )
    if unused:
        return Finding(
            Topic.TEMPLATES,
            Grade.LOOK,
            text("{n} berkas di map templates tidak dipakai dokumen mana pun.", n=unused),
            text("Namanya lain dari templat bawaan, jadi isinya tidak pernah tampak."),
            text("Samakan namanya dengan templat bawaan, atau hapus."),
            facts,
        )
    if not own:
        return Finding(
            Topic.TEMPLATES,
            Grade.FINE,
            text("Dokumen memakai templat bawaan."),
            text("Kantor belum menaruh templat sendiri di laptop ini."),
            facts=facts,
        )
    return Finding(
        Topic.TEMPLATES,
        Grade.FINE,
        text("{n} templat kantor terbaca.", n=own),
        text("Dokumen memakai templat itu di atas yang bawaan."),
        facts=facts,
    )
