"""What a role may do on a laptop; the window only shows it, this holds it."""

from __future__ import annotations

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.roles import (
    BATCH_GIVERS,
    BATCH_TAKERS,
    CARD_LISTERS,
    CARD_WORKERS,
    FIELD_WORKERS,
    HEADS,
    LATE_REOPENING,
    LEADS,
    NOTICE_WORKERS,
    PLANNERS,
    RULE_WRITERS,
    STOCK_KEEPERS,
    TABLE_WORKERS,
    may_settle,
)
from fieldkit.domain.text import text
from fieldkit.store.unit import Unit


def require_lead(unit: Unit) -> None:
    """RuleError where the user who is signed in does not lead."""
    if role_of(unit) not in LEADS:
        raise RuleError(_NOT_LEAD)


def require_planner(unit: Unit) -> None:
    """RuleError where the user who is signed in does not decide for the office."""
    if role_of(unit) not in PLANNERS:
        raise RuleError(_NOT_PLANNER)


def require_head(unit: Unit) -> None:
    """RuleError where the user who is signed in does not sign for the office."""
    if role_of(unit) not in HEADS:
        raise RuleError(_NOT_HEAD)


def require_rule_writer(unit: Unit) -> None:
    """RuleError where the user who is signed in writes no rules of the office."""
    if role_of(unit) not in RULE_WRITERS:
        raise RuleError(_NOT_RULE_WRITER)


def require_list_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in has nothing to say about a list."""
    if role_of(unit) not in FIELD_WORKERS:
        raise RuleError(_NOT_LIST_WORKER)


def require_keeper(unit: Unit) -> None:
    """RuleError where the user who is signed in does not keep the stock."""
    if role_of(unit) not in STOCK_KEEPERS:
        raise RuleError(_NOT_KEEPER)


def require_visitor(unit: Unit) -> None:
    """RuleError where the user who is signed in makes no home visits."""
    if role_of(unit) not in FIELD_WORKERS:
        raise RuleError(_NOT_VISITOR)


def require_card_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in has nothing to do with cards."""
    if role_of(unit) not in CARD_WORKERS:
        raise RuleError(_NOT_CARD_WORKER)


def require_card_lister(unit: Unit) -> None:
    """RuleError where the user who is signed in takes out no list of cards."""
    if role_of(unit) not in CARD_LISTERS:
        raise RuleError(_NOT_CARD_LISTER)


def require_notice_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in tells nobody about cards."""
    if role_of(unit) not in NOTICE_WORKERS:
        raise RuleError(_NOT_NOTICE_WORKER)


def require_batch_giver(unit: Unit) -> None:
    """RuleError where the user who is signed in sends no cards to a district."""
    if role_of(unit) not in BATCH_GIVERS:
        raise RuleError(_NOT_BATCH_GIVER)


def require_batch_taker(unit: Unit) -> None:
    """RuleError where the user who is signed in takes no cards in at a district."""
    if role_of(unit) not in BATCH_TAKERS:
        raise RuleError(_NOT_BATCH_TAKER)


def require_table_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in only looks at the stock."""
    if role_of(unit) not in TABLE_WORKERS:
        raise RuleError(_NOT_TABLE_WORKER)


def require_field_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in does not work at a table."""
    if role_of(unit) not in FIELD_WORKERS:
        raise RuleError(_NOT_FIELD_WORKER)


def require_desk_worker(unit: Unit) -> None:
    """RuleError where the user who is signed in takes nobody in."""
    if role_of(unit) not in CARD_WORKERS:
        raise RuleError(_NOT_DESK_WORKER)


def require_caller(unit: Unit) -> None:
    """RuleError where the user who is signed in calls nobody back."""
    if role_of(unit) not in CARD_WORKERS:
        raise RuleError(_NOT_CALLER)


def require_settler(unit: Unit, kind: str) -> None:
    """RuleError where the user who is signed in may not decide a case of this kind."""
    role = role_of(unit)
    if role not in LEADS:
        raise RuleError(_NOT_LEAD)
    if not may_settle(kind, role):
        raise RuleError(_NOT_PLANNER if kind == LATE_REOPENING else _NOT_ADMIN)


def role_of(unit: Unit) -> str | None:
    """The role of the user who is signed in; None for nobody of the office."""
    role: str | None = unit.value("SELECT role FROM app_user WHERE id = ? AND active = 1", unit.user)
    return role


_NOT_LEAD = Problem("user", "not_lead", text("Hanya ketua tim yang bisa melakukan ini. Minta ketua tim masuk."))
_NOT_PLANNER = Problem(
    "user", "not_planner", text("Hanya perencana atau admin kantor yang bisa melakukan ini. Minta kantor masuk.")
)
_NOT_HEAD = Problem(
    "user", "not_head", text("Ini ditandatangani kepala dinas. Minta kepala dinas masuk di laptop ini.")
)
_NOT_RULE_WRITER = Problem(
    "user", "not_rule_writer", text("Aturan ditulis perencana, admin, atau kepala dinas. Minta salah satunya masuk.")
)
_NOT_LIST_WORKER = Problem(
    "user", "not_list_worker", text("Usulan daftar dicatat petugas lapangan dan kantor. Minta salah satunya masuk.")
)
_NOT_KEEPER = Problem(
    "user", "not_keeper", text("Hanya penyimpan blangko atau kantor yang bisa melakukan ini. Minta mereka masuk.")
)
_NOT_VISITOR = Problem(
    "user", "not_visitor", text("Kunjungan dicatat oleh petugas lapangan dan perencana. Minta salah satu masuk.")
)
_NOT_CARD_WORKER = Problem(
    "user", "not_card_worker", text("Kartu dicatat oleh petugas meja dan petugas kartu. Minta salah satu masuk.")
)
_NOT_CARD_LISTER = Problem(
    "user", "not_card_lister", text("Daftar serah terima dicetak ketua tim atau petugas kartu. Minta salah satu masuk.")
)
_NOT_NOTICE_WORKER = Problem(
    "user", "not_notice_worker", text("Kabar kartu dicatat petugas kartu dan kantor. Minta salah satunya masuk.")
)
_NOT_BATCH_GIVER = Problem(
    "user", "not_batch_giver", text("Kartu dikirim ke kecamatan oleh petugas kartu atau kantor. Minta mereka masuk.")
)
_NOT_BATCH_TAKER = Problem(
    "user",
    "not_batch_taker",
    text("Kartu diterima di kecamatan oleh ketua tim atau petugas kartu. Minta mereka masuk."),
)
_NOT_TABLE_WORKER = Problem(
    "user", "not_table_worker", text("Stok dicatat oleh petugas meja dan penyimpan blangko. Minta salah satu masuk.")
)
_NOT_FIELD_WORKER = Problem(
    "user", "not_field_worker", text("Ini dicatat petugas meja dan ketua tim. Minta salah satunya masuk.")
)
_NOT_DESK_WORKER = Problem(
    "user", "not_desk_worker", text("Warga didaftarkan petugas meja dan petugas kartu. Minta salah satunya masuk.")
)
_NOT_CALLER = Problem(
    "user", "not_caller", text("Yang dihubungi dicatat oleh petugas meja dan petugas kartu. Minta salah satu masuk.")
)
_NOT_ADMIN = Problem(
    "user",
    "not_admin",
    text("Hanya admin kantor yang boleh menyatakan pekerjaan hilang. Kasus ini tetap terbuka. Beri tahu kantor."),
)
