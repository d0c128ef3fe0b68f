"""All rules of an office: their terms, and which of them only the head may put in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.cards.pick_up import DEFAULT_PROXY_RULE, ProxyRule
from fieldkit.domain.cards.print_order import DEFAULT_TABLE, write_ranks
from fieldkit.domain.errors import Problem
from fieldkit.domain.lease import LEASE_DAYS
from fieldkit.domain.lists.outlook import DEFAULT_TARGET
from fieldkit.domain.notices import rule as notices
from fieldkit.domain.requests.service import Reason
from fieldkit.domain.rules.interim import InterimLetter
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.terms import (
    Term,
    choice,
    day_or_none,
    joined,
    key_code,
    line,
    name,
    number,
    order,
    percent,
    reasons,
)
from fieldkit.domain.stock.lots import PRINTS_PER_RIBBON
from fieldkit.domain.text import Text, text


class RuleName(StrEnum):
    """The rules in the order in which they are shown."""

    PRINT_ORDER = "print_order"
    SCARCITY = "scarcity"
    PROXY = "proxy"
    INTERIM = "interim"
    NOTICES = "notices"
    TARGET = "target"
    OFFICE = "office"
    NATIONAL = "national"
    RIBBON = "ribbon"
    PUBLIC = "public"
    RESCUE = "rescue"
    LEASE = "lease"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is ruled together: all its terms begin on one day. `is_signed` where it is policy (HO-3)."""

    name: RuleName
    label: Text
    terms: tuple[Term, ...]
    is_signed: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """The settings that it consists of."""
        return tuple(term.key for term in self.terms)

    def tidy(self, typed: Mapping[str, str]) -> dict[str, str]:
        """What was typed as it is kept; a term that was not answered is as it was never ruled."""
        told = {term.key: term.tidy(typed.get(term.key, term.default)) for term in self.terms}
        return {term.key: told[term.key] if term.counts(told) else term.default for term in self.terms}

    def problems(self, values: Mapping[str, str], since: date) -> tuple[Problem, ...]:
        """What keeps these values from being ruled."""
        found = tuple(problem for term in self.terms for problem in term.problems(values[term.key]))
        return found or _check_together(values, since)

    def says(self, values: Mapping[str, str]) -> Text:
        """The rule in one line: of several terms each with its label."""
        lines = self.lines(values)
        if len(lines) == 1:
            return lines[0][1]
        told = [Text("{label}: {said}", {"label": label, "said": said}) for label, said in lines]
        return joined(told, "; ")

    def lines(self, values: Mapping[str, str]) -> list[tuple[Text, Text]]:
        """Label and words of each term."""
        told = self.readable(values)
        return [(term.label, term.says(told[term.key])) for term in self.terms if term.counts(told)]

    def readable(self, values: Mapping[str, str]) -> dict[str, str]:
        """What holds of these values: what can not be read is as it was never ruled."""
        held = {term.key: values.get(term.key, term.default) for term in self.terms}
        return {term.key: held[term.key] if term.reads(held[term.key]) else term.default for term in self.terms}


def _check_together(values: Mapping[str, str], since: date) -> tuple[Problem, ...]:
    until = values.get(RuleKey.INTERIM_UNTIL, "")
    if not until or date.fromisoformat(until) >= since:
        return ()
    words = text("Suket berakhir sebelum aturannya mulai. Tulis hari terakhir sesudah hari mulai, atau kosongkan.")
    return (Problem(RuleKey.INTERIM_UNTIL, "ends_before", words),)


def _notice(key: notices.Key, label: Text, default: str, wrong: Text) -> Term:
    return line(key, label, default, lambda value: notices.read_setting(key, value) is not None, wrong)


_PROXIES: Final = (
    (ProxyRule.FORBIDDEN.value, text("Hanya pemiliknya sendiri")),
    (ProxyRule.SAME_FAMILY_CARD.value, text("Juga keluarga satu KK")),
    (ProxyRule.WITH_LETTER.value, text("Siapa saja dengan surat kuasa")),
)
_NOTICE_TERMS: Final = (
    _notice(
        notices.Key.DAYS,
        text("Tiga kabar, hari ke-"),
        "0 60 120",
        text("Tulis tiga hari yang makin besar, misalnya 0 60 120."),
    ),
    number(notices.Key.MONTHS, text("Dalam bulan"), 6, 1, 24),
    choice(
        notices.Key.READING,
        text("Kartu masuk berkas kecamatan"),
        (notices.Reading.WHOLE_WINDOW, text("setelah seluruh waktunya lewat")),
        (notices.Reading.AFTER_THIRD, text("segera setelah kabar ketiga")),
    ),
    _notice(
        notices.Key.HOURS,
        text("Jam kirim"),
        "08:00-20:00",
        text("Tulis jam seperti 08:00-20:00, di antara pukul 08.00 dan 20.00."),
    ),
    choice(
        notices.Key.COUNTS,
        text("Kabar dihitung kalau"),
        (notices.Counts.ACCEPTED, text("diterima operator")),
        (notices.Counts.DELIVERED, text("sampai di HP")),
    ),
    choice(
        notices.Key.POSTINGS,
        text("Pengumuman di kelurahan untuk yang tanpa nomor"),
        ("off", text("tidak dihitung sebagai kabar")),
        ("on", text("dihitung sebagai kabar")),
    ),
)
_WITH_LETTERS: Final = (RuleKey.INTERIM, InterimLetter.ALLOWED)
_POSTPONABLE: Final = (Reason.LOST, Reason.DAMAGED, Reason.DATA_CHANGE, Reason.MOVED, Reason.RE_RECORDING)

RULES: Final = (
    Rule(
        RuleName.PRINT_ORDER,
        text("Urutan cetak"),
        (order(RuleKey.PRINT_ORDER, text("Kalau blangko kurang, dicetak dulu"), write_ranks(DEFAULT_TABLE.ranks)),),
    ),
    Rule(
        RuleName.SCARCITY,
        text("Ditunda selama blangko langka"),
        (
            reasons(
                RuleKey.POSTPONED, text("Yang ditunda"), _POSTPONABLE, text("Tidak ada; urutan cetak yang menentukan")
            ),
        ),
    ),
    Rule(
        RuleName.PROXY,
        text("Pengambilan oleh wakil"),
        (choice(RuleKey.PROXY, text("Siapa boleh mengambilkan kartu"), *_PROXIES, default=DEFAULT_PROXY_RULE),),
    ),
    Rule(
        RuleName.INTERIM,
        text("Suket pengganti KTP-el"),
        (
            choice(
                RuleKey.INTERIM,
                text("Suket"),
                (InterimLetter.FORBIDDEN, text("tidak diterbitkan")),
                (InterimLetter.ALLOWED, text("boleh diterbitkan")),
            ),
            day_or_none(RuleKey.INTERIM_UNTIL, text("Hari terakhir"), text("boleh kosong"), _WITH_LETTERS),
        ),
    ),
    Rule(RuleName.NOTICES, text("Kabar kartu jadi"), _NOTICE_TERMS),
    Rule(
        RuleName.TARGET,
        text("Target cakupan"),
        (percent(RuleKey.TARGET, text("Dari wajib KTP"), str(DEFAULT_TARGET)),),
    ),
    Rule(
        RuleName.OFFICE,
        text("Nama dan alamat kantor"),
        (
            name(RuleKey.OFFICE_NAME, text("Nama di dokumen dan resi")),
            name(RuleKey.OFFICE_ADDRESS, text("Alamat")),
            name(notices.Key.OFFICE, text("Nama di pesan singkat"), text("pendek, misalnya Dukcapil")),
            name(notices.Key.INFO, text("Nomor untuk bertanya")),
        ),
        is_signed=False,
    ),
    Rule(
        RuleName.NATIONAL,
        text("Batas tunggu data pusat"),
        (
            number(RuleKey.UPLOAD_DAYS, text("Unggahan belum terkonfirmasi setelah hari"), 7, 1, 365),
            number(RuleKey.SFE_DAYS, text("SFE terlalu lama setelah hari"), 60, 1, 365),
        ),
        is_signed=False,
    ),
    Rule(
        RuleName.RIBBON,
        text("Cetakan per ribbon"),
        (number(RuleKey.PRINTS_PER_RIBBON, text("Kartu dari satu ribbon"), PRINTS_PER_RIBBON, 1, 5_000),),
        is_signed=False,
    ),
    Rule(
        RuleName.PUBLIC,
        text("Halaman untuk umum"),
        (
            choice(
                RuleKey.PUBLIC,
                text("Stok blangko dan letak kartu di internet"),
                ("on", text("boleh dilihat siapa saja")),
                ("off", text("ditutup")),
            ),
        ),
        is_signed=False,
    ),
    Rule(
        RuleName.RESCUE,
        text("Kunci darurat laptop"),
        (
            key_code(
                RuleKey.RESCUE_KEY,
                text("Kode dari lembar kunci darurat"),
                text("18 kelompok huruf dan angka"),
            ),
        ),
    ),
    Rule(
        RuleName.LEASE,
        text("Laptop tanpa kabar"),
        (number(RuleKey.LEASE_DAYS, text("Datanya tidak dibuka lagi setelah hari"), LEASE_DAYS, 3, 90),),
    ),
)
RULE: Final[Mapping[str, Rule]] = {rule.name: rule for rule in RULES}
RULE_OF_KEY: Final[Mapping[str, Rule]] = {key: rule for rule in RULES for key in rule.keys}
SIGNED_KEYS: Final = frozenset(key for rule in RULES if rule.is_signed for key in rule.keys)
"""Settings that only the signature of the head puts in force."""
