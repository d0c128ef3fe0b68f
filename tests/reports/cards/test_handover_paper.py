"""The list that is signed when cards are fetched, as it is printed and as a workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.requests.reasons import has_old_card
from fieldkit.domain.requests.service import Reason, RequestState
from fieldkit.reports.cards.handover_list import HandoverHead, HandoverList, handover_list, handover_list_html
from fieldkit.reports.cards.handover_workbook import write_handover_list
from fieldkit.store.queries.cards.queue import CardRow

AT = datetime(2019, 2, 23, 16, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
HEAD = HandoverHead(
    "Dinas Dukcapil",
    "Kota Probolinggo",
    "Kel. Jati",
    "Rak A/Bu Yuni",
    AT,
    "Yuni Lestari",
    ProxyRule.SAME_FAMILY_CARD,
)


def card(number: int, name: str, reason: Reason = Reason.FIRST_RECORDING) -> CardRow:
    return CardRow(
        f"q{number}", f"r{number}", name, f"P2-00{number}", f"K7QW4T2{number}", reason, RequestState.RECORDED,
        "2019-02-23T02:00:00.000Z", "", "own", f"990{number}", "35.74.03.1001", "35.74.03.1001",
        is_urgent=False, told_at="", card=Position(CardState.READY, "", "Rak A", "Yuni Lestari"),
    )  # fmt: skip


CARDS = (card(1, "SITI <NURAINI>"), card(2, "=BUDI", Reason.DAMAGED), card(3, "DWI ASTUTIK", Reason.DATA_CHANGE))


def paper() -> HandoverList:
    return handover_list(HEAD, CARDS)


def test_each_card_has_a_row_with_a_masked_nik_its_reference_and_where_it_lies() -> None:
    first = paper().lines[0]
    assert (first.number, first.name, first.nik, first.queue_no, first.place) == (
        1, "SITI <NURAINI>", "…9901", "P2-001", "Rak A",
    )  # fmt: skip
    assert first.reference.replace("-", "").replace(" ", "") == "K7QW4T21"
    assert "SITI &lt;NURAINI&gt;" in handover_list_html(paper())


def test_the_old_card_is_asked_for_only_where_there_is_one() -> None:
    assert [has_old_card(each.reason) for each in CARDS] == [False, True, True]
    assert [line.old_card for line in paper().lines] == ["–", "ada / tidak", "ada / tidak"]
    assert "KTP lama diterima, dari 2 yang diminta" in handover_list_html(paper())


def test_head_and_foot_tell_office_place_day_operator_and_how_many() -> None:
    html = handover_list_html(paper())
    for told in ("DINAS DUKCAPIL", "PEMERINTAH KOTA PROBOLINGGO", "Sabtu, 23 Februari 2019", "16.05", "Kel. Jati"):
        assert told in html
    assert html.count("Yuni Lestari") == 2
    assert paper().sums[0].text == "3"


@pytest.mark.parametrize("rule", list(ProxyRule))
def test_who_may_fetch_stands_on_the_list(rule: ProxyRule) -> None:
    rules = handover_list(replace(HEAD, proxy=rule), CARDS).rules
    assert ("saksi" in rules[0]) is (rule is not ProxyRule.FORBIDDEN)
    assert ("surat kuasa" in rules[0]) is (rule is ProxyRule.WITH_LETTER)


def test_the_name_of_the_file_tells_of_no_person_and_of_no_place_that_was_typed() -> None:
    assert paper().file_name == "Daftar serah terima KTP-el 2019-02-23 16.05"


def test_the_workbook_has_the_same_rows_and_runs_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write_handover_list(paper(), path)
    rows = list(load_workbook(path)["Serah terima"].iter_rows())
    (budi,) = [row for row in rows if row[1].value == "=BUDI"]
    assert budi[1].data_type == "s"
    assert [cell.value for cell in budi[2:6]] == ["…9902", paper().lines[1].reference, "P2-002", "Rak A"]
    assert [row[0].value for row in rows].count("Kartu di daftar ini: 3") == 1
