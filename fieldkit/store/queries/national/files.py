"""Files of national data as they came in, and the people whom the rows of the next one may be about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.national.file import TAKEN_BACK
from fieldkit.store.database import Database
from fieldkit.store.national import files_taken_back


@dataclass(frozen=True, slots=True)
class NationalFile:
    """A file, or a count that was typed in. `word_id` is the word that took it back; empty while it counts."""

    id: str
    kind: str
    name: str
    source: str
    as_of: str
    row_count: int
    known: int
    findings: str
    imported_at: str
    word_id: str = ""

    @property
    def counts(self) -> bool:
        """Whether what it told is used."""
        return not self.word_id


def national_files(database: Database) -> list[NationalFile]:
    """The files, the last one taken in first."""
    gone = files_taken_back(database)
    rows = database.rows(_FILES, TAKEN_BACK)
    words = {source: id_ for id_, source in database.rows(_WORDS, TAKEN_BACK) if id_ not in gone}
    return [NationalFile(*(*row, words.get(row[0], "") if row[0] in gone else "")) for row in rows]


def people_to_match(database: Database) -> list[tuple[str, str, str, str, str, str, int, str, str, str]]:
    """Everybody on this laptop by the row that shows: (id, nik, name, birth date, tail of the NIK, village, whether on
    a list, and status, text and day of what the centre said last)."""
    return [
        (id_, nik, name, birth, tail, village, on_list, status, raw, as_of)
        for id_, nik, name, birth, tail, village, on_list, status, raw, as_of in database.rows(_PEOPLE)
    ]


_FILES: Final = (
    "SELECT id, kind, name, source, as_of, row_count, known, coalesce(findings, ''), imported_at FROM national_file "
    "WHERE kind <> ? ORDER BY imported_at DESC, id DESC"
)
_WORDS: Final = "SELECT id, source FROM national_file WHERE kind = ? ORDER BY id"
_PEOPLE: Final = (
    "SELECT coalesce(s.shown_id, r.id), coalesce(r.nik, ''), r.name, coalesce(r.birth_date, ''), "
    "coalesce(r.nik_tail, ''), r.village, r.list_id IS NOT NULL, coalesce(n.status, ''), coalesce(n.raw, ''), "
    "coalesce(n.as_of, '') FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id "
    "LEFT JOIN national_state n ON n.resident_id = coalesce(s.shown_id, r.id)"
)
