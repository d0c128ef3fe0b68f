"""Who stands on which list of work, day by day."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.national.work_lists import Patience, Track, WorkList, belongs_on, list_label, patience_of

DAY = date(2019, 3, 10)
USUAL = Patience()


@pytest.mark.parametrize(
    ("track", "expected"),
    [
        (Track("bio_captured", "2019-03-01", "2019-03-03"), WorkList.UPLOAD),
        (Track("unregistered", "2019-03-01", "2019-03-03"), WorkList.UPLOAD),
        (Track("unregistered", "2019-03-01", "2019-03-04"), None),
        (Track("unregistered", "2019-01-01"), None),
        (Track("sent", "2019-01-09"), WorkList.SLOW),
        (Track("sent", "2019-01-10"), None),
        (Track("received", "2018-01-10"), WorkList.SLOW),
        (Track("print_ready", "2019-03-01"), WorkList.UNPRINTED),
        (Track("print_ready", "2019-03-01", is_printed=True), None),
        (Track("enrol_failed", "2019-03-01", "2019-03-02"), WorkList.FAILED),
        (Track("deleted_at_centre", "2019-03-01", "2019-02-28"), WorkList.FAILED),
        (Track("deleted_at_centre", "2019-03-01", "2019-03-04"), None),
        (Track("deleted_at_centre", "2019-03-01", "2019-03-03"), WorkList.UPLOAD),
        (Track("", "2019-03-01", "2019-02-22"), WorkList.UPLOAD),
        (Track("", "2019-03-01", "2019-02-23"), None),
        (Track("duplicate", "2019-03-01"), WorkList.DOUBLE),
        (Track("other", "2019-03-01"), None),
    ],
)
def test_each_is_on_the_list_that_its_track_leads_to(track: Track, expected: WorkList | None) -> None:
    assert belongs_on(track, DAY, USUAL) is expected


def test_the_office_sets_how_long_it_waits() -> None:
    patient = patience_of({"national_upload_days": "30", "national_sfe_days": "soon"})
    assert patient == Patience(30, 60)
    assert belongs_on(Track("unregistered", "", "2019-03-03"), DAY, patient) is None
    assert patience_of({"national_upload_days": "0"}) == USUAL


def test_every_list_has_a_word() -> None:
    assert len({str(list_label(each)) for each in WorkList}) == len(WorkList)
