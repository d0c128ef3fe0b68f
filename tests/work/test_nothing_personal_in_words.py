"""What is printed or logged of a command or of a row on a screen names no resident (invariant 12)."""

from __future__ import annotations

import dataclasses
import importlib
import logging
import pkgutil
from collections.abc import Iterator
from datetime import date
from io import StringIO

import msgspec
import pytest

import fieldkit.domain
import fieldkit.reports
import fieldkit.store.queries
import fieldkit.work
from fieldkit.domain.masking import MaskingFormatter
from fieldkit.domain.people.sex import Sex
from fieldkit.records.wire import Enrolment, EnrolRequest, TablePage
from fieldkit.reports.making.parts import Letterhead
from fieldkit.work.lists.mapping import ColumnMapping
from fieldkit.work.table.registration import NewPerson, Register
from tests.laptops import form

PERSONAL = {"nik", "nik_tail", "kk", "phone", "contact_name", "birth_date", "birth_place", "address"}
"""A class with one of these fields is about a resident, and so are those with the id of one and a name."""
ABOUT_NOBODY = {Letterhead, ColumnMapping}
"""The address of the office; the places of columns in a file."""
MARK = "ZUBAIDAH"


def classes() -> Iterator[type]:
    """Every dataclass of the rules, the verbs, the screens and the reports."""
    for package in (fieldkit.domain, fieldkit.work, fieldkit.store.queries, fieldkit.reports):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            here = [each for each in vars(module).values() if isinstance(each, type)]
            yield from (each for each in here if dataclasses.is_dataclass(each) and each.__module__ == module.__name__)


def told_fields(kind: type) -> set[str]:
    """The fields of a resident that the words for an object of this class would tell."""
    names = {each.name for each in dataclasses.fields(kind)}
    about = names & PERSONAL
    if "name" in names and (about or "resident_id" in names):
        about.add("name")
    if "__repr__" not in vars(kind) or kind in ABOUT_NOBODY:
        return set()
    return {each.name for each in dataclasses.fields(kind) if each.repr} & about


def test_invariant_12_words_for_an_object_tell_nothing_of_a_resident() -> None:
    known = list(classes())
    assert Register in known
    telling = {f"{kind.__module__}.{kind.__name__}": told_fields(kind) for kind in known}
    telling = {name: fields for name, fields in telling.items() if fields}
    assert telling == {}, "give the dataclass repr=False, or the fields field(repr=False)"


def logged(message: str, *given: object) -> str:
    """What the log of this computer would keep."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(MaskingFormatter("%(message)s"))
    logger = logging.getLogger("test.personal")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.warning(message, *given)
    finally:
        logger.removeHandler(handler)
    return stream.getvalue()


def marked() -> object:
    """A registration in which everything about the person is marked."""
    person = NewPerson(MARK, Sex.FEMALE, date(1990, 5, 2), address=f"Jl. {MARK} 4")
    answers = {"nik": "3574034205909901", "kk": "3574030101199902", "phone": "081234509903", "contact_name": MARK}
    return form(new_person=person, **answers)


@pytest.mark.parametrize("message", ["saved %s", "saved %r", "saved %s after all"])
def test_a_command_that_is_logged_names_nobody(message: str) -> None:
    line = logged(message, marked())
    assert "Register" in line
    for personal in (MARK, "3574034205909901", "3574030101199902", "081234509903", "1990"):
        assert personal not in line


def test_a_command_within_other_words_names_nobody() -> None:
    line = logged(f"saved {marked()} and {[marked()]}")
    for personal in (MARK, "3574034205909901", "3574030101199902", "081234509903"):
        assert personal not in line


def test_rows_and_messages_that_are_logged_tell_their_class_only() -> None:
    page = TablePage(table="resident", columns=["id", "name"], rows=[["r1", MARK]])
    line = logged("took %s, %s, %s", page, [page], {"name": MARK})
    assert MARK not in line
    assert "TablePage" in line
    assert MARK not in logged(f"took {page}")


def test_a_plain_word_or_number_is_logged_as_it_is() -> None:
    assert logged("sent %d of %s, %.1f s, %s", 3, "3574-P2.1", 1.25, None) == "sent 3 of 3574-P2.1, 1.2 s, None\n"
    assert logged("mapping %(a)s", {"a": 1}) == "mapping 1\n"


def test_secrets_of_the_enrolment_are_not_told() -> None:
    parts = {"device_id": "d1", "origin": "3574-P2.1", "regency": "35.74", "regency_name": "X"}
    enrolment = msgspec.convert(parts | {"areas": [], "centre_key": "00", "token": MARK}, Enrolment)
    assert MARK not in repr(enrolment)
    assert MARK not in repr(EnrolRequest(code=MARK, device_name="P2", public_key="00"))
