"""The words for what a laptop holds and what of it is not here."""

from __future__ import annotations

from datetime import date

from fieldkit.records.phone_codes import PhoneStep
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.orders.loss import Held, HeldList
from fieldkit.store.queries.phone_steps import PhoneCall
from fieldkit.ui.formats import count, day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.rows import LaptopRow
from fieldkit.ui.pages.office.orders_wording import moment_words
from fieldkit.ui.places import village_label

_SHOWN = 5


def held_lines(regions: RegionTable, held: Held) -> str:
    """How many people of which villages, from which lists, and whether reasons of health are there."""
    lines = [tr("Data {n} orang di {m} desa/kelurahan", n=count(held.people), m=count(len(held.villages)))]
    largest = sorted(held.villages, key=lambda each: -each.people)[:_SHOWN]
    lines += [f"{village_label(regions, each.village)}: {count(each.people)}" for each in largest]
    lines += [
        tr(
            "Daftar {name} per {day}: {n}",
            name=each.name,
            day=day_short(date.fromisoformat(each.as_of)),
            n=count(each.people),
        )
        for each in held.lists[:_SHOWN]
    ]
    lines.append(
        tr("Alasan kunjungan (data kesehatan): ada, paling banyak {n} orang", n=count(held.needs))
        if held.has_health
        else tr("Alasan kunjungan (data kesehatan): tidak ada")
    )
    return "\n".join(lines)


def _list_line(held: HeldList) -> str:
    day = day_short(date.fromisoformat(held.as_of))
    line = tr("Daftar {name} per {day}: {n}", name=held.name, day=day, n=count(held.people))
    return tr("{line}, tanpa NIK lengkap", line=line) if held.is_reduced else line


def unsent_line(row: LaptopRow) -> str:
    """What the centre has of its work, and what it said to have besides."""
    laptop = row.laptop
    if laptop is None:
        return ""
    if laptop.seen is None:
        return tr("Belum pernah melapor. Yang ditulis di sana tidak diketahui.")
    when = moment_words(laptop.seen, row.time_zone)
    return tr(
        "Pusat memegang {held} catatannya. Terakhir melapor {when}: {waiting} belum terkirim. Yang ditulis sesudah itu "
        "tidak diketahui.",
        held=count(laptop.held),
        when=when,
        waiting=count(laptop.unsent),
    )


def call_lines(row: LaptopRow) -> str:
    """What was told over the telephone about it, the newest first; empty where nothing was."""
    calls = row.laptop.calls if row.laptop is not None else ()
    if not calls:
        return ""
    said = [f"{moment_words(each.at, row.time_zone)}: {_call_words(each)}" for each in calls]
    return "\n".join([tr("Lewat telepon"), *said])


def _call_words(call: PhoneCall) -> str:
    name = call.name or tr("seseorang")
    if call.is_pin:
        told, taken = tr("kode PIN {name} dibacakan", name=name), tr("PIN {name} diganti", name=name)
    else:
        told, taken = tr("kode pembuka dibacakan"), tr("dibuka lagi dengan kode")
    words = {
        PhoneStep.TOLD: told,
        PhoneStep.ANSWERED: tr("dijawab {name}", name=name),
        PhoneStep.TAKEN: taken,
        PhoneStep.ENTERED: tr("{name} masuk pertama sesudah itu", name=name),
    }
    return words[PhoneStep(call.kind)] if call.kind in set(PhoneStep) else call.kind
