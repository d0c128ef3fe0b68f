"""The laptop's schema as SQLAlchemy sees it: the travelling tables, and what stays on this laptop.

Only making and migrating a database needs this module; opening one does not import SQLAlchemy.
"""

from __future__ import annotations

import sqlalchemy as sa

from fieldkit.records.schema import NAMING, laptop_tables


def laptop_metadata() -> sa.MetaData:
    """All tables of the laptop, but the search index, which SQLAlchemy can not describe."""
    metadata = sa.MetaData(naming_convention=NAMING)
    laptop_tables(metadata)
    _journal(metadata)
    _states(metadata)
    _local(metadata)
    _from_other_tables(metadata)
    return metadata


def _text(name: str, *, key: bool = False, needed: bool = True, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=not needed, server_default=default)


def _number(name: str, *, key: bool = False, default: str | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False, server_default=default, autoincrement=False)


def _bytes(name: str, *, needed: bool = True) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=not needed)


def _journal(metadata: sa.MetaData) -> None:
    journal = sa.Table(
        "journal",
        metadata,
        _text("origin", key=True),
        _number("number", key=True),
        _number("command"),
        _number("command_size"),
        _text("table_name"),
        _text("row_id"),
        _bytes("header"),
        _bytes("salt", needed=False),
        _bytes("fields", needed=False),
        _bytes("digest", needed=False),
        _bytes("chain"),
        _text("verdict", needed=False),
        _text("reason", needed=False),
        _number("version", default="0"),
        _number("in_base", default="0"),
        sqlite_with_rowid=False,
    )
    sa.Index("ix_journal_overlay", journal.c.row_id, sqlite_where=sa.text("in_base = 0"))
    # With the verdict in it, which is always null there, what waits is counted without reading the journal.
    unsent = (journal.c.origin, journal.c.number, journal.c.verdict)
    sa.Index("ix_journal_unsent", *unsent, sqlite_where=sa.text("verdict IS NULL"))
    sa.Table(
        "base_row",
        metadata,
        _text("table_name", key=True),
        _text("row_id", key=True),
        _number("version"),
        _text("fields"),
        sqlite_with_rowid=False,
    )
    sa.Table("leaving", metadata, _text("table_name", key=True), _text("row_id", key=True), _text("area", key=True))


def _states(metadata: sa.MetaData) -> None:
    sa.Table(
        "request_state",
        metadata,
        _text("request_id", key=True),
        _text("shift_id"),
        _text("resident_id"),
        _text("state"),
        _text("step"),
        _text("since"),
        sa.Index("ix_request_state_shift_id", "shift_id"),
        sa.Index("ix_request_state_resident_id", "resident_id"),
    )
    residents = sa.Table(
        "resident_state",
        metadata,
        _text("resident_id", key=True),
        _text("state"),
        _text("since"),
        _text("shown_id", needed=False),
        _number("is_double", default="0"),
        sa.Index("ix_resident_state_state", "state"),
    )
    # Few rows are linked; the others stay out of these.
    shown, double = residents.c.shown_id, residents.c.is_double
    sa.Index("ix_resident_state_shown_id", shown, sqlite_where=shown.is_not(None))
    sa.Index("ix_resident_state_is_double", double, sqlite_where=sa.text("is_double = 1"))
    sa.Table(
        "national_state",
        metadata,
        _text("resident_id", key=True),
        *map(_text, ("status", "raw", "as_of", "since", "fact_id")),
        sa.Index("ix_national_state_status", "status", "since"),
    )


def _local(metadata: sa.MetaData) -> None:
    sa.Table("meta", metadata, _text("key", key=True), _text("value"))
    sa.Table("cursor", metadata, _text("area", key=True), _number("version"))
    sa.Table("draft", metadata, _text("user_id", key=True), _text("kind", key=True), _text("content"), _text("at"))
    sa.Table(
        "local_user",
        metadata,
        _text("user_id", key=True),
        _text("verifier"),
        _text("sealed_key"),
        _text("key_id"),
        _text("used_code", default=""),
        _number("failures", default="0"),
        _number("wait_s", default="0"),
        _number("wait_mark_s", default="0"),
    )
    sa.Table("column_mapping", metadata, _text("signature", key=True), _text("content"), _text("at"))
    sa.Table(
        "sync_receipt",
        metadata,
        _text("origin", key=True),
        _number("number", key=True),
        _text("chain"),
        _number("epoch"),
        _number("at_ms", key=True),
        _text("signature"),
    )
    sa.Table(
        "attention",
        metadata,
        _text("origin", key=True),
        _number("number", key=True),
        _text("verdict"),
        _text("reason"),
        _text("case_id"),
    )


def _from_other_tables(metadata: sa.MetaData) -> None:
    sa.Table(
        "carried_file",
        metadata,
        _text("digest", key=True),
        _text("origin"),
        _number("first"),
        _number("last"),
        _text("spans"),
        _number("changes"),
        _text("prefix"),
        _text("laptop_name"),
        _bytes("content"),
        _number("size_bytes"),
        _number("sent_bytes", default="0"),
        _number("taken_ms"),
        _bytes("receipt", needed=False),
        _number("answered_ms", default="0"),
        sa.Column("refusal", sa.Text, nullable=False, server_default=""),
        _number("returned_ms", default="0"),
    )
    sa.Table(
        "brought_closing",
        metadata,
        _text("id", key=True),
        *map(_text, ("area", "shift_id", "kind")),
        _number("number"),
        _text("supersedes_id", needed=False),
        *map(_text, ("document", "signer_id", "key_id", "signature", "at", "origin", "public_key")),
    )
