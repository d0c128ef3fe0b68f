"""Correcting what is known about a person while registering them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Paper, Reason
from fieldkit.work.table.corrections import Correction, _known, register_corrected
from fieldkit.work.table.registration import Register
from tests.laptops import add_user, laptop


def test_a_correction_never_erases_what_is_known() -> None:
    assert _known(Correction("slamet  riyanto", None, None, " ", "", "02")) == {"name": "SLAMET RIYANTO", "rw": "02"}


def test_a_correction_is_written_as_the_list_writes_it() -> None:
    told = Correction("Siti Aminah", Sex.FEMALE, date(1987, 11, 12), " Jl. Ikan Hiu 3 ", "01", "05")
    assert _known(told) == {
        "name": "SITI AMINAH",
        "sex": "female",
        "birth_date": "1987-11-12",
        "address": "Jl. Ikan Hiu 3",
        "rt": "01",
        "rw": "05",
    }


def test_what_was_pasted_and_nobody_sees_is_not_written() -> None:
    told = Correction("Siti\u00ad Ami\u200dnah", None, None, "Jl. Ikan\u200b Hiu 3\u202c ", "01\ufeff")
    assert _known(told) == {"name": "SITI AMINAH", "address": "Jl. Ikan Hiu 3", "rt": "01"}


@pytest.mark.parametrize("name", [" ", "\u200d\ufeff"])
def test_nobody_is_left_without_a_name(tmp_path: Path, name: str) -> None:
    store = laptop(tmp_path)
    add_user(store)
    command = Register(
        "0190", None, Reason.LOST, None, (Paper.FAMILY_CARD,), "", "", PhoneOwner.OWN, "0812", "", "", False
    )
    with pytest.raises(RuleError) as caught:
        store.execute(register_corrected, command, Correction(name, None, None))
    assert [problem.field for problem in caught.value.problems] == ["name"]
