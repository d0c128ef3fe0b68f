"""Tables of the centre. Every key and every unique index begins with the regency, by which it can be distributed."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.records.schema import NAMING, centre_tables

METADATA: Final = sa.MetaData(naming_convention=NAMING)
centre_tables(METADATA)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=primary_key, nullable=False, autoincrement=False)


def _instant(name: str) -> sa.Column[int]:
    """Milliseconds since 1970; null while it has not happened."""
    return sa.Column(name, sa.BigInteger, nullable=True)


REGENCY: Final = sa.Table(
    "regency",
    METADATA,
    _key("regency"),
    _text("name"),
    _number("epoch"),
    _text("time_zone"),
    sa.Column("watched_version", sa.BigInteger, nullable=False, server_default="0"),
    _instant("closed_ms"),
    sa.Column("removals_floor", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("notices_at_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("notices_epoch", sa.BigInteger, nullable=False, server_default="0"),
)

CENTRE_KEY: Final = sa.Table(
    "centre_key", METADATA, _key("regency"), sa.Column("private_key", sa.LargeBinary, nullable=False)
)

FEED_COUNTER: Final = sa.Table("feed_counter", METADATA, _key("regency"), _number("number"))

DEVICE: Final = sa.Table(
    "device",
    METADATA,
    _key("regency"),
    _key("id"),
    _text("name"),
    _text("token_hash"),
    _text("public_key"),
    _text("prefix"),
    _number("incarnation"),
    _instant("revoked_ms"),
    _instant("enrolled_ms"),
    _instant("missing_ms"),
    _instant("found_ms"),
    sa.UniqueConstraint("regency", "token_hash"),
    sa.UniqueConstraint("regency", "prefix"),
)

# The last word of each laptop on how it stands; `clock_ms` is what its own clock said.
HEARTBEAT: Final = sa.Table(
    "heartbeat",
    METADATA,
    _key("regency"),
    _key("device_id"),
    _number("at_ms"),
    _number("waiting"),
    _text("version"),
    _number("clock_ms"),
    sa.Column("receiver", sa.Text, nullable=False, server_default=""),
)

# What a laptop carries for another, sealed to the centre; `start` is where a piece stands in its file.
BUNDLE_PIECE: Final = sa.Table(
    "bundle_piece",
    METADATA,
    _key("regency"),
    _key("device_id"),
    _key("digest"),
    _number("start", primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    _number("at_ms"),
)

DEVICE_GRANT: Final = sa.Table(
    "device_grant",
    METADATA,
    _key("regency"),
    _key("device_id"),
    _key("area"),
    _number("from_ms"),
    _instant("until_ms"),
)

ENROL_CODE: Final = sa.Table(
    "enrol_code",
    METADATA,
    _key("regency"),
    _key("code_hash"),
    _text("areas"),
    _number("expires_ms"),
    _instant("used_ms"),
    _text("device_id", nullable=True),
    _text("name", nullable=True),
)

# Orders of the office that were looked at, and what kept one from being obeyed; by the digest a copy is known.
ORDER_DONE: Final = sa.Table(
    "order_done",
    METADATA,
    _key("regency"),
    _key("order_id"),
    _text("digest"),
    _text("hindrance"),
    _number("at_ms"),
    sa.Index("ix_order_done_digest", "regency", "digest"),
)

# Keys of users of which it is known whose they are, and the code that proved it, which serves once.
BOUND_KEY: Final = sa.Table(
    "bound_key",
    METADATA,
    _key("regency"),
    _key("key_id"),
    _text("verifier", nullable=True),
    _number("at_ms"),
    sa.UniqueConstraint("regency", "verifier"),
)

# What an admin signed to be told a code for the telephone, about which laptop and at which: each serves once.
PHONE_ANSWER: Final = sa.Table(
    "phone_answer",
    METADATA,
    _key("regency"),
    _key("id"),
    _text("device_id"),
    _text("asker_id"),
    _text("user_id"),
    _text("key_id"),
    _text("document"),
    _text("signature"),
    _number("at_ms"),
)

# Under regency "" stands what is counted for the whole centre.
WRONG_CODE: Final = sa.Table(
    "wrong_code", METADATA, _key("regency"), _key("who"), _number("failures"), _number("last_ms")
)

# `regency` is the host, `home` the regency of the device: when it was last in touch, and whether it then said that
# people of the host are on it (null from a program that does not tell).
GUEST_PREFIX: Final = sa.Table(
    "guest_prefix",
    METADATA,
    _key("regency"),
    _key("home"),
    _key("device_id"),
    _text("prefix"),
    _instant("seen_ms"),
    sa.Column("holds", sa.SmallInteger, nullable=True),
    sa.UniqueConstraint("regency", "prefix"),
)

ORIGIN: Final = sa.Table(
    "origin",
    METADATA,
    _key("regency"),
    _key("origin"),
    _text("device_id"),
    _number("held_number"),
    sa.Column("chain", sa.LargeBinary, nullable=False),
)

# Fields may be erased by law, and the salt with them; from then on the digest stands for all of them in the chain.
JOURNAL: Final = sa.Table(
    "journal",
    METADATA,
    _key("regency"),
    _key("origin"),
    _number("number", primary_key=True),
    sa.Column("header", sa.LargeBinary, nullable=False),
    sa.Column("salt", sa.LargeBinary, nullable=True),
    sa.Column("fields", sa.LargeBinary, nullable=True),
    sa.Column("digest", sa.LargeBinary, nullable=True),
    sa.Column("chain", sa.LargeBinary, nullable=False),
    _number("command"),
    _text("verdict"),
    _text("reason"),
    _text("case_id"),
    sa.Column("feed_version", sa.BigInteger, nullable=True),
    _number("received_ms"),
)
IS_UNDECIDED: Final = JOURNAL.c.verdict == sa.literal_column("'held'")
"""Of changes that wait for their row, or for a newer centre; in the words of the index, so that it is used."""
sa.Index(
    "ix_journal_undecided",
    JOURNAL.c.regency,
    JOURNAL.c.origin,
    JOURNAL.c.number,
    sqlite_where=IS_UNDECIDED,
    postgresql_where=IS_UNDECIDED,
)

RECEIPT: Final = sa.Table(
    "receipt",
    METADATA,
    _key("regency"),
    _key("origin"),
    _number("number", primary_key=True),
    sa.Column("chain", sa.LargeBinary, nullable=False),
    _number("epoch"),
    _number("at_ms"),
    _text("signature"),
)

CASE: Final = sa.Table(
    "case",
    METADATA,
    _key("regency"),
    _key("id"),
    _text("kind"),
    _text("table"),
    _text("row"),
    _text("details"),
    _number("opened_ms"),
    _text("origin"),
    _number("number"),
    _instant("settled_ms"),
    sa.Column("is_filed", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Index("ix_case_origin", "regency", "origin", "number"),
)
IS_UNFILED: Final = CASE.c.is_filed == sa.literal_column("0")
"""Of cases that travel to nobody yet; in the words of the index, so that it is used."""
sa.Index("ix_case_unfiled", CASE.c.regency, CASE.c.id, sqlite_where=IS_UNFILED, postgresql_where=IS_UNFILED)

# What a field held, or was to hold, before a change that met another one. Key: the change that came later.
FIELD_HISTORY: Final = sa.Table(
    "field_history",
    METADATA,
    _key("regency"),
    _key("origin"),
    _number("number", primary_key=True),
    _key("field"),
    _text("table"),
    _text("row"),
    _text("value"),
    _text("value_origin"),
    _number("value_stamp"),
    sa.Index("ix_field_history_row", "regency", "row"),
)

# Edits that wait for their row. `home` is the regency under which their journal entry stands.
HELD_EDIT: Final = sa.Table(
    "held_edit",
    METADATA,
    _key("regency"),
    _key("row"),
    _key("origin"),
    _number("number", primary_key=True),
    _text("table"),
    _text("home"),
)

# What `sums` counted last. Under area "" stands up to which version, and over which columns.
AREA_SUM: Final = sa.Table(
    "area_sum",
    METADATA,
    _key("regency"),
    _key("area"),
    _number("count"),
    _text("sum"),
    _number("version"),
)

# Up to where the backup had come that a regency was restored from, by the epoch that ended with it.
RESTORE_POINT: Final = sa.Table(
    "restore_point", METADATA, _key("regency"), _number("epoch", primary_key=True), _number("head")
)

# What laptops still hold of what was lost at a restore; of each row the newest. Waits for the office.
LOST_ROW: Final = sa.Table(
    "lost_row",
    METADATA,
    _key("regency"),
    _key("table"),
    _key("row"),
    _text("area"),
    _number("epoch"),
    _number("version"),
    _text("fields"),
    _text("device_id"),
)

REMOVAL: Final = sa.Table(
    "removal",
    METADATA,
    _key("regency"),
    _key("table"),
    _key("row"),
    _key("area"),
    _number("version"),
    sa.Column("at_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Index("ix_removal_feed", "regency", "version"),
)

# Who may look at the office's page, under which name, and the code by which a passphrase is set.
WEB_ACCOUNT: Final = sa.Table(
    "web_account",
    METADATA,
    _key("regency"),
    _key("user_id"),
    _text("login"),
    _text("verifier", nullable=True),
    _text("code_hash", nullable=True),
    _instant("code_until_ms"),
    sa.UniqueConstraint("regency", "login"),
)

WEB_SESSION: Final = sa.Table(
    "web_session",
    METADATA,
    _key("regency"),
    _key("token_hash"),
    _text("user_id"),
    _number("seen_ms"),
    _number("until_ms"),
)

# How much of what an address, or everybody in a regency, may ask of the public page is used up, in thousandths.
WEB_ALLOWANCE: Final = sa.Table(
    "web_allowance", METADATA, _key("regency"), _key("who"), _number("used"), _number("at_ms")
)

# What the pages show of a regency, as it was counted behind the pushes up to a version.
OFFICE_SUM: Final = sa.Table(
    "office_sum", METADATA, _key("regency"), _number("version"), _number("at_ms"), _text("document")
)

IS_RECORDED: Final = sa.literal_column("step IN ('recorded', 'recorded_with_exception')", sa.Boolean)
"""Of steps that say so."""


def _index(table: str, column: str, where: sa.ColumnElement[bool] | None = None) -> None:
    columns = METADATA.tables[table].c
    sa.Index(f"ix_{table}_{column}", columns.regency, columns[column], sqlite_where=where, postgresql_where=where)


# What the search for contradictions asks for.
_index("card_handover", "request_id")
_index("closing", "shift_id")
_index("service_request", "resident_id")
_index("same_person_link", "resident_id")
_index("same_person_link", "other_id")
_index("stock_movement", "from_holder")
_index("stock_movement", "to_holder")
_index("case_file", "subject")
_index("erasure", "row_id")
_index("request_step", "request_id")
# What the notices ask for.
_index("notice_step", "request_id")
_index("notice_step", "reference")
_index("notice_stop", "phone")
_index("request_step", "corrects_id", METADATA.tables["request_step"].c.corrects_id.is_not(None))
_index("resident", "nik", METADATA.tables["resident"].c.nik.is_not(None))
_index("service_request", "receipt_ref")
_index("card_print", "request_id")
_index("card_check", "request_id")
_index("card_place", "request_id")
