"""Which orders there are, and what keeps one from being obeyed; the laptop asks before it signs, the centre again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.roles import ADMINS, VOUCHED_FOR
from fieldkit.domain.text import Text, text

USER_ROLES: Final = ("operator", "lead", "clerk", "keeper", "planner", "head", "admin", "viewer")
"""Which roles the office gives, as they are offered."""
NAME_LENGTH: Final = 200


class OrderKind(StrEnum):
    """What is ordered; the subject is a user or a laptop."""

    USER_NEW = "user_new"
    USER_ROLE = "user_role"
    USER_ACTIVE = "user_active"
    USER_START_CODE = "user_start_code"
    LAPTOP_NEW = "laptop_new"
    LAPTOP_AREAS = "laptop_areas"
    LAPTOP_MISSING = "laptop_missing"
    LAPTOP_REVOKE = "laptop_revoke"
    LAPTOP_FOUND = "laptop_found"


class Hindrance(StrEnum):
    """Why an order is not obeyed: the kind of the case that is opened about it."""

    UNREADABLE = "order_unreadable"
    NOT_ADMIN = "order_not_admin"
    NOT_SIGNED = "order_not_signed"
    NOT_OFFICE = "order_not_office"
    REPEATED = "order_repeated"
    OVERTAKEN = "order_overtaken"
    BEFORE_RESTORE = "order_before_restore"
    UNKNOWN_USER = "order_unknown_user"
    UNKNOWN_LAPTOP = "order_unknown_laptop"
    LAST_ADMIN = "order_last_admin"
    LAPTOP_REVOKED = "order_laptop_revoked"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an order is about, as the rule sees it: `role` and `is_active` where it sets them."""

    kind: OrderKind
    subject: str
    role: str | None = None
    is_active: bool | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A user of the office."""

    role: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Who works for the office and where its laptops stand, by id."""

    users: Mapping[str, Member] = field(default_factory=dict)
    laptops: Mapping[str, LaptopState] = field(default_factory=dict)


def matter_of(kind: OrderKind) -> frozenset[OrderKind]:
    """Orders of these kinds about one subject take each other's place: of them the newest holds, whenever it arrives.
    Empty where nothing newer can stand against one."""
    return next((matter for matter in _MATTERS if kind in matter), frozenset())


def only_takes(wanted: Wanted, standing: Standing) -> bool:
    """Whether an order gives nobody anything: obeyed once too often it locks somebody out, and lets nobody in."""
    if wanted.kind is OrderKind.USER_ROLE:
        member = standing.users.get(wanted.subject)
        # Who only looks is given work at the table by what takes authority from everybody else.
        return wanted.role == "viewer" or (
            wanted.role in VOUCHED_FOR and member is not None and member.role != "viewer"
        )
    if wanted.kind is OrderKind.USER_ACTIVE:
        return wanted.is_active is False
    return wanted.kind in _SHUTTING_OUT


def hindrance(wanted: Wanted, standing: Standing) -> Hindrance | None:
    """What keeps an order from being obeyed; None where nothing does. What holds already is no hindrance."""
    if wanted.kind in _ABOUT_NEW:
        return None
    if wanted.kind in _ABOUT_USERS:
        return _of_user(wanted, standing.users)
    return _of_laptop(wanted, standing.laptops)


def _of_user(wanted: Wanted, users: Mapping[str, Member]) -> Hindrance | None:
    user = users.get(wanted.subject)
    if user is None:
        return Hindrance.UNKNOWN_USER
    role = user.role if wanted.role is None else wanted.role
    is_active = user.is_active if wanted.is_active is None else wanted.is_active
    after = {**users, wanted.subject: Member(role, is_active)}
    return None if has_admin(after) else Hindrance.LAST_ADMIN


def has_admin(users: Mapping[str, Member]) -> bool:
    """Whether somebody is left who may order: the office must never lock itself out."""
    return any(each.is_active and each.role in ADMINS for each in users.values())


def _of_laptop(wanted: Wanted, laptops: Mapping[str, LaptopState]) -> Hindrance | None:
    state = laptops.get(wanted.subject)
    if state is None:
        return Hindrance.UNKNOWN_LAPTOP
    is_shut_out = state is LaptopState.REVOKED and wanted.kind is not OrderKind.LAPTOP_REVOKE
    return Hindrance.LAPTOP_REVOKED if is_shut_out else None


def hindrance_text(why: Hindrance) -> Text:
    """What is said where the order was to be signed."""
    return _WORDS[why]


_MATTERS: Final = (
    frozenset({OrderKind.USER_ROLE}),
    frozenset({OrderKind.USER_ACTIVE}),
    frozenset({OrderKind.USER_START_CODE}),
    frozenset({OrderKind.LAPTOP_AREAS}),
    frozenset({OrderKind.LAPTOP_MISSING, OrderKind.LAPTOP_FOUND}),
)
_SHUTTING_OUT: Final = frozenset({OrderKind.LAPTOP_MISSING, OrderKind.LAPTOP_REVOKE})
_ABOUT_NEW: Final = frozenset({OrderKind.USER_NEW, OrderKind.LAPTOP_NEW})
_ABOUT_USERS: Final = frozenset({OrderKind.USER_ROLE, OrderKind.USER_ACTIVE, OrderKind.USER_START_CODE})
_WORDS: Final[Mapping[Hindrance, Text]] = {
    Hindrance.UNREADABLE: text("Perintah ini tidak bisa dibaca. Ulangi dari laptop kantor yang versinya terbaru."),
    Hindrance.NOT_ADMIN: text("Hanya admin yang mengatur pengguna dan laptop. Minta admin masuk."),
    Hindrance.NOT_SIGNED: text("Tanda tangan perintah ini tidak cocok dengan kunci yang dikenal. Tidak dijalankan."),
    Hindrance.NOT_OFFICE: text("Perintah hanya diterima dari laptop kantor, yang memegang seluruh kabupaten."),
    Hindrance.REPEATED: text("Perintah yang sama sudah pernah dijalankan. Yang kedua tidak dijalankan."),
    Hindrance.OVERTAKEN: text(
        "Perintah yang lebih baru tentang hal yang sama sudah dijalankan. Yang lebih lama ini tidak dijalankan."
    ),
    Hindrance.BEFORE_RESTORE: text(
        "Perintah ini dari sebelum pusat dipulihkan. Apakah dulu dijalankan atau ditolak, pusat tidak tahu lagi. Beri "
        "lagi kalau masih berlaku."
    ),
    Hindrance.UNKNOWN_USER: text("Pengguna ini belum dikenal. Sinkronkan dulu, lalu coba lagi."),
    Hindrance.UNKNOWN_LAPTOP: text("Laptop ini belum terdaftar. Sinkronkan dulu, lalu coba lagi."),
    Hindrance.LAST_ADMIN: text("Ini admin terakhir yang aktif. Angkat admin lain dulu, baru yang ini diubah."),
    Hindrance.LAPTOP_REVOKED: text("Laptop ini sudah dicabut. Untuk memakainya lagi, daftarkan dengan kode baru."),
}
