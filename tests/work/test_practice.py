"""Invented people: nobody real, always the same, as many as wanted, where they are wanted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldkit.domain.people.nik import NikOutcome, check_kk, check_nik
from fieldkit.domain.people.person import age_on
from fieldkit.domain.people.phone import check_phone
from fieldkit.domain.people.sex import Sex
from fieldkit.records.regions import RegionTable
from fieldkit.work import practice_names
from fieldkit.work.practice import (
    DOUBLES,
    JATI,
    MANGUNHARJO,
    OTHER_SEX_IN_NIK,
    PROBOLINGGO_DAY,
    PROBOLINGGO_PEOPLE,
    PROBOLINGGO_VILLAGES,
    SERIAL_ZERO,
    UNUSABLE_NIKS,
    WITHOUT_NIK,
    InventedPerson,
    PracticeList,
    invent_people,
    probolinggo_list,
    write_list_xlsx,
)

REGIONS = RegionTable(Path(__file__).parents[2] / "resources" / "regions")
DAY = date(2019, 2, 23)


@pytest.fixture(scope="module")
def people() -> list[InventedPerson]:
    return list(invent_people(3_000, seed=1, villages=[(JATI, 1), (MANGUNHARJO, 2)], on=DAY))


@pytest.fixture(scope="module")
def probolinggo() -> PracticeList:
    return probolinggo_list()


def test_the_same_seed_invents_the_same_people_and_another_seed_others(people: list[InventedPerson]) -> None:
    again = list(invent_people(3_000, seed=1, villages=[(JATI, 1), (MANGUNHARJO, 2)], on=DAY))
    others = list(invent_people(3_000, seed=2, villages=[(JATI, 1), (MANGUNHARJO, 2)], on=DAY))
    assert again == people != others


@pytest.mark.parametrize(
    ("count", "shares", "numbers"),
    [(3, (1, 2), (1, 2)), (10, (1, 1, 1), (4, 3, 3)), (0, (1,), (0,)), (7, (0, 5), (0, 7))],
)
def test_people_are_divided_by_share_to_the_last_one(
    count: int, shares: tuple[int, ...], numbers: tuple[int, ...]
) -> None:
    villages = [(code, share) for (code, _), share in zip(PROBOLINGGO_VILLAGES, shares, strict=False)]
    found = Counter(person.village_code for person in invent_people(count, seed=1, villages=villages, on=DAY))
    assert tuple(found[code] for code, _ in villages) == numbers


def test_every_nik_is_sound_unlikely_to_be_anybodys_and_given_once(people: list[InventedPerson]) -> None:
    for person in people:
        check = check_nik(
            person.nik or "", on=DAY, birth_date=person.birth_date, sex=person.sex, home_regency="35.74",
            is_known_district=REGIONS.is_known_district,
        )  # fmt: skip
        assert (check.outcome, check.findings) == (NikOutcome.OK, ())
        assert check.nik is not None
        assert check.nik[12:14] == "99"
    assert len({person.nik for person in people}) == len(people)


def test_where_all_serials_of_an_age_are_given_other_ages_are_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldkit.work.practice._SERIALS", 2)
    crowd = list(invent_people(6_000, seed=3, villages=[(JATI, 1)], on=DAY))
    assert len({person.nik for person in crowd}) == 6_000
    assert sum(age_on(person.birth_date, DAY) < 18 for person in crowd) <= 2 * 2 * 740


def test_family_cards_are_sound_and_shared_within_a_village_only(people: list[InventedPerson]) -> None:
    assert all(check_kk(person.kk).findings == () and person.kk[12:14] == "99" for person in people)
    villages: dict[str, set[str]] = {}
    for person in people:
        villages.setdefault(person.kk, set()).add(person.village_code)
    assert 1_500 < len(villages) < 2_700
    assert all(len(codes) == 1 for codes in villages.values())


def test_most_are_turning_17_some_are_old_and_nobody_is_too_young(people: list[InventedPerson]) -> None:
    ages = [age_on(person.birth_date, DAY) for person in people]
    assert min(ages) == 16
    assert max(ages) < 95
    assert 0.65 < sum(age < 18 for age in ages) / len(ages) < 0.78
    assert sum(age >= 60 for age in ages) > 100


def test_names_are_various_and_in_capitals(people: list[InventedPerson]) -> None:
    assert all(person.name == person.name.upper() for person in people)
    assert len({person.name for person in people}) > 2_000
    lists = [value for value in vars(practice_names).values() if isinstance(value, tuple)]
    assert all(len(set(parts)) == len(parts) for parts in lists)
    assert len({part for parts in lists for part in parts}) > 400


def test_some_have_no_phone_and_no_number_is_likely_to_be_anybodys(people: list[InventedPerson]) -> None:
    phones = [person.phone for person in people if person.phone]
    assert 0.6 < len(phones) / len(people) < 0.9
    assert all(phone[4:8] == "0000" and check_phone(phone).can_take_sms for phone in phones[:200])


def test_probolinggo_has_the_people_that_the_seed_tells(probolinggo: PracticeList) -> None:
    counts = Counter(person.village_code for person in probolinggo.people)
    assert len(probolinggo.people) == PROBOLINGGO_PEOPLE == 12_222
    assert [code for code, _ in counts.most_common(2)] == [MANGUNHARJO, JATI]
    assert counts[JATI] == 1_024
    assert counts == dict(PROBOLINGGO_VILLAGES)
    assert set(counts) == {v.code for d in REGIONS.children("35.74") for v in REGIONS.children(d.code)}


def test_probolinggo_is_dirty_in_known_numbers(probolinggo: PracticeList) -> None:
    checks = Counter[str]()
    for person in probolinggo.people:
        check = check_nik(person.nik or "", on=PROBOLINGGO_DAY, birth_date=person.birth_date, sex=person.sex)
        checks.update(finding.code for finding in check.findings)
    assert checks == {"no_nik": WITHOUT_NIK, "sex_mismatch": OTHER_SEX_IN_NIK, "serial_zero": SERIAL_ZERO}
    niks = [person.nik for person in probolinggo.people if person.nik]
    assert len(set(niks)) == len(niks)
    doubles, unusable = probolinggo.spoiled[:DOUBLES], probolinggo.spoiled[DOUBLES:]
    assert set(doubles) <= set(probolinggo.people)
    assert len(unusable) == UNUSABLE_NIKS
    assert all(check_nik(person.nik or "", on=PROBOLINGGO_DAY).outcome is NikOutcome.REJECT for person in unusable)


def test_the_list_as_an_excel_file_has_numbers_as_text(tmp_path: Path, people: list[InventedPerson]) -> None:
    path = tmp_path / "daftar.xlsx"
    write_list_xlsx(people[:3], path, REGIONS)
    workbook = load_workbook(path)
    header, first, *_ = list(workbook["Daftar"].iter_rows(values_only=True))
    workbook.close()
    row = dict(zip(map(str, header), first, strict=True))
    assert row["NIK"] == people[0].nik
    assert (row["NO"], row["KELURAHAN"], row["KECAMATAN"]) == (1, "JATI", "MAYANGAN")
    assert row["JK"] == ("L" if people[0].sex is Sex.MALE else "P")
    assert isinstance(row["NO KK"], str)
