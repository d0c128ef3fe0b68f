"""What is being typed, kept per user, so that a power cut or a lock loses none of it."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.identifiers import UserId
from fieldkit.store.database import Database


def keep_draft(database: Database, user: UserId, kind: str, content: str, at: datetime) -> None:
    """Keep the latest state of a form; use with `Store.write_local`."""
    database.run(
        "INSERT OR REPLACE INTO draft (user_id, kind, content, at) VALUES (?, ?, ?, ?)",
        user,
        kind,
        content,
        at.isoformat(),
    )


def drop_draft(database: Database, user: UserId, kind: str) -> None:
    """Forget the draft of a form that was saved or given up."""
    database.run("DELETE FROM draft WHERE user_id = ? AND kind = ?", user, kind)


def draft(database: Database, user: UserId, kind: str) -> str | None:
    """The kept state of a form; nobody sees another's."""
    found = database.value("SELECT content FROM draft WHERE user_id = ? AND kind = ?", user, kind)
    return None if found is None else str(found)
