"""The people who are registered by tests and figures: as many as a bench takes, each somebody of their own."""

from fieldkit.domain.people.nik import NikOutcome, check_nik
from tests.bench.syncing import REGISTRATIONS
from tests.laptops import SATURDAY, nik_of_walk_in


def test_no_two_walk_ins_of_a_bench_have_one_nik() -> None:
    niks = [nik_of_walk_in(number) for number in range(2 * REGISTRATIONS)]
    assert len(set(niks)) == 2 * REGISTRATIONS
    assert {check_nik(nik, on=SATURDAY).outcome for nik in niks} == {NikOutcome.OK}
