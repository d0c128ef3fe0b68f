"""What concerns nobody but the office comes to laptops that hold the whole regency, and to no other (invariant 10)."""

from __future__ import annotations

from fieldkit.domain.privacy.data_request import DataRequestKind, DataRequestState, DataRequestWay
from fieldkit.domain.privacy.data_request import Ground as Why
from fieldkit.records.tables import DATA_REQUEST, DATA_REQUEST_STEP
from fieldkit.work.data_requests.requests import AskData, EndRequest, ask_data, end_request
from tests.flows.enrolled import Ground, in_areas, kinds, planner
from tests.laptops import JATI


def test_a_request_about_somebody_who_is_on_no_list_stays_with_the_office(ground: Ground) -> None:
    office, other = planner(ground, ground.laptop("office")), ground.laptop("other")
    table = in_areas(ground, "table", JATI)
    asked = AskData(None, DataRequestKind.ACCESS, "SUMIATI", DataRequestWay.LETTER, "NIK 3574034107909901, Jl. Mawar 3")
    request = office.store.execute(ask_data, asked)
    office.store.execute(end_request, EndRequest(request, DataRequestState.REFUSED, "SUMIATI", Why.NOT_HERE))
    ground.clock.pass_by(minutes=1)
    for laptop in (office, other, table, office):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)
    for each in (DATA_REQUEST, DATA_REQUEST_STEP):
        assert len(ground.rows(each)) == 1
        assert other.rows(each) == ground.rows(each)
        assert table.rows(each) == []
    assert kinds(ground) == []
