"""The terms that rules consist of: how each is kept as text, checked, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from fieldkit.domain.cards.print_order import URGENT, check_ranks, read_ranks
from fieldkit.domain.errors import Problem
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import Reason
from fieldkit.domain.rules.rescue_key import key_print, read_rescue_code
from fieldkit.domain.text import Text, text


class Kind(StrEnum):
    """How a term is asked for."""

    CHOICE = "choice"
    NUMBER = "number"
    LINE = "line"
    DAY = "day"
    ORDER = "order"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Term:
    """One answer of a rule. `default` holds where nothing was ruled; a value that `reads` refuses counts as that."""

    key: str
    label: Text
    kind: Kind
    default: str
    reads: Callable[[str], bool]
    says: Callable[[str], Text]
    wrong: Text
    options: tuple[tuple[str, Text], ...] = ()
    low: int = 0
    high: int = 0
    hint: Text | None = None
    only_with: tuple[str, str] | None = None
    """The key and the value of the term without which this one says nothing."""

    def counts(self, values: Mapping[str, str]) -> bool:
        """Whether it says anything beside these."""
        return self.only_with is None or values.get(self.only_with[0]) == self.only_with[1]

    def tidy(self, typed: str) -> str:
        """What was typed as it is kept."""
        return " ".join(typed.split())

    def problems(self, value: str) -> tuple[Problem, ...]:
        """What keeps a value from being kept."""
        return () if self.reads(value) else (Problem(self.key, "unreadable", self.wrong),)


def choice(key: str, label: Text, *options: tuple[str, Text], default: str = "") -> Term:
    """One of a few; the first where no other one is the default."""
    words = dict(options)
    wrong = text("Pilih salah satu.")
    return Term(
        key, label, Kind.CHOICE, default or options[0][0], words.__contains__, words.__getitem__, wrong, options
    )


def number(key: str, label: Text, default: int, low: int, high: int) -> Term:
    """A whole number within limits."""

    def reads(value: str) -> bool:
        return value.isascii() and value.isdigit() and low <= int(value) <= high

    wrong = text("Tulis angka dari {low} sampai {high}.", low=low, high=high)
    return Term(key, label, Kind.NUMBER, str(default), reads, plain, wrong, low=low, high=high)


def line(
    key: str, label: Text, default: str, reads: Callable[[str], bool], wrong: Text, hint: Text | None = None
) -> Term:
    """A line that is read by a rule of its own."""
    return Term(key, label, Kind.LINE, default, reads, plain, wrong, hint=hint)


def name(key: str, label: Text, hint: Text | None = None) -> Term:
    """Any words, or none."""
    return line(key, label, "", lambda value: len(value) <= _LONGEST, text("Terlalu panjang. Singkatkan."), hint)


def percent(key: str, label: Text, default: str) -> Term:
    """A share of a hundred, with a comma or a point."""
    wrong = text("Tulis persen di atas 0 sampai 100, misalnya 98 atau 98,5.")
    return Term(key, label, Kind.LINE, default, _is_percent, _percent_words, wrong)


def day_or_none(key: str, label: Text, hint: Text, only_with: tuple[str, str]) -> Term:
    """A day that may be left open, beside another term alone."""
    wrong = text("Tanggal ini tidak terbaca. Tulis seperti 23-02-2019.")
    return Term(key, label, Kind.DAY, "", _is_day, _day_words, wrong, hint=hint, only_with=only_with)


def key_code(key: str, label: Text, hint: Text) -> Term:
    """The office's rescue key as its sheet shows it; people compare its print. Nothing where there is none."""
    wrong = text("Kode ini tidak tersalin benar. Cocokkan tiap kelompok dengan lembarnya, lalu ketik lagi.")
    return Term(key, label, Kind.LINE, "", _is_key_code, _key_words, wrong, hint=hint)


def order(key: str, label: Text, default: str) -> Term:
    """Reasons in their turn."""
    wrong = text("Urutan ini tidak terbaca. Setiap alasan punya satu tempat.")
    return Term(key, label, Kind.ORDER, default, _is_order, _order_words, wrong)


def reasons(key: str, label: Text, options: Iterable[Reason], none: Text) -> Term:
    """Some reasons, or none of them."""
    words = tuple((reason.value, reason_label(reason)) for reason in options)
    known = {word for word, _ in words}

    def says(value: str) -> Text:
        named = [label for word, label in words if word in value.split()]
        return joined(named, ", ") if named else none

    wrong = text("Alasan tidak dikenal.")
    return Term(key, label, Kind.REASONS, "", lambda value: known >= set(value.split()), says, wrong, words)


def _is_key_code(value: str) -> bool:
    return not value or read_rescue_code(value) is not None


def _key_words(value: str) -> Text:
    key = read_rescue_code(value)
    return text("sidik {print}", print=key_print(key)) if key else text("belum ada")


def plain(value: str) -> Text:
    """A value that says itself."""
    return Text("{value}", {"value": value or "–"})


def joined(parts: Sequence[Text], between: str) -> Text:
    """Several texts as one, each in the language of whoever reads it."""
    names = [f"part{at}" for at in range(len(parts))]
    return Text(between.join(f"{{{each}}}" for each in names), dict(zip(names, parts, strict=True)))


_LONGEST: Final = 200
_HUNDRED: Final = 100


def _is_percent(value: str) -> bool:
    bare = value.replace(",", ".")
    is_number = bare.isascii() and bare.replace(".", "", 1).isdecimal() and len(bare) <= len("99.99")
    return is_number and 0 < Decimal(bare) <= _HUNDRED


def _percent_words(value: str) -> Text:
    return Text("{value} %", {"value": value.replace(".", ",")})


def _is_day(value: str) -> bool:
    try:
        return not value or bool(date.fromisoformat(value))
    except ValueError:
        return False


def _day_words(value: str) -> Text:
    return Text("{day}", {"day": date_numeric(date.fromisoformat(value))}) if value else text("tanpa batas")


def _is_order(value: str) -> bool:
    ranks = read_ranks(value)
    return bool(ranks) and not check_ranks(ranks)


def _order_words(value: str) -> Text:
    ranks = [joined([place_label(each) for each in sorted(rank)], ", ") for rank in read_ranks(value)]
    numbered = [Text("{n}. {rank}", {"n": at, "rank": rank}) for at, rank in enumerate(ranks, 1)]
    return joined(numbered, " · ")


def place_label(place: str) -> Text:
    """The word for a reason in the order, or for whoever was let through."""
    return text("Mendesak, disetujui") if place == URGENT else reason_label(place)
