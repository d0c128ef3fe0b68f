"""The forms that go with a reason are data of the office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.requests.forms import BIODATA, forms_for, read_forms
from fieldkit.domain.requests.reasons import DEFAULT_FORMS
from fieldkit.domain.requests.service import Reason


def test_a_change_of_data_has_a_form_of_its_own() -> None:
    assert forms_for(Reason.DATA_CHANGE, DEFAULT_FORMS, has_nik=True) == ("F-1.02", "F-1.06")


@given(st.sampled_from(Reason))
def test_without_a_nik_the_biodata_come_first(reason: Reason) -> None:
    codes = forms_for(reason, DEFAULT_FORMS, has_nik=False)
    assert codes[0] == BIODATA
    assert codes[1:] == forms_for(reason, DEFAULT_FORMS, has_nik=True)


def test_an_office_names_older_forms_and_all_else_stays() -> None:
    forms = read_forms('{"lost": ["F-1.21"]}')
    assert forms_for(Reason.LOST, forms, has_nik=True) == ("F-1.21",)
    assert forms_for(Reason.DAMAGED, forms, has_nik=True) == ("F-1.02",)


@pytest.mark.parametrize("setting", ["", "[]", "{", '{"lost": 5}', "null"])
def test_a_setting_that_is_no_list_of_forms_changes_nothing(setting: str) -> None:
    assert read_forms(setting) == DEFAULT_FORMS
