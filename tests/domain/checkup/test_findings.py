"""Each finding for each standing: how bad it is, and that it says what it is, means and asks for."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.checkup.computer import (
    FolderState,
    clock_finding,
    folders_finding,
    space_finding,
    zone_finding,
)
from fieldkit.domain.checkup.data import database_finding, journal_finding, search_finding, unlooked
from fieldkit.domain.checkup.finding import Finding, Grade, Topic, topic_name, worst
from fieldkit.domain.checkup.keeping import (
    BackupFacts,
    SecondPlace,
    backup_finding,
    doubtful_rescue_finding,
    no_rescue_finding,
    rescue_finding,
    unsealed_finding,
)
from fieldkit.domain.checkup.papers import BrokenTemplate, templates_finding
from fieldkit.domain.checkup.traffic import LineRound, SyncFacts, lease_finding, line_finding, sync_finding
from fieldkit.domain.clock import ClockCheck, KnownClock
from fieldkit.domain.lease import LeaseStanding, LeaseState

NOW_MS = 1_550_912_700_000
HOUR_MS, DAY_MS = 3_600_000, 86_400_000
SIZES = st.integers(0, 2**44)
COUNTS = st.integers(0, 10**7)
TIMES = st.integers(0, 2 * NOW_MS)
STATES = st.sampled_from(FolderState)
FINDINGS = st.one_of(
    st.builds(space_finding, st.none() | SIZES, SIZES),
    st.builds(folders_finding, st.fixed_dictionaries({"data": STATES, "logs": STATES})),
    st.builds(
        clock_finding, st.builds(KnownClock, st.builds(ClockCheck, st.integers(-(2**40), 2**40), TIMES), TIMES), TIMES
    ),
    st.builds(
        zone_finding,
        st.sampled_from(["Asia/Jakarta", "Asia/Jayapura", "Nowhere"]),
        st.none() | st.integers(-720, 840),
        st.integers(-720, 840),
    ),
    st.builds(database_finding, st.lists(st.sampled_from(["resident", "journal"])), is_older=st.booleans()),
    st.builds(journal_finding, COUNTS, is_whole=st.booleans(), tamperings=st.integers(0, 3)),
    st.builds(search_finding, COUNTS, COUNTS, COUNTS),
    st.builds(
        backup_finding,
        st.none() | st.builds(BackupFacts, TIMES, SIZES, COUNTS),
        st.none() | st.builds(SecondPlace, st.booleans(), TIMES, COUNTS),
        TIMES,
        st.none() | COUNTS,
    ),
    st.builds(no_rescue_finding),
    st.builds(unsealed_finding, st.just("BCDF-GHJK")),
    st.builds(doubtful_rescue_finding, st.just("BCDF-GHJK"), is_signed=st.booleans()),
    st.builds(rescue_finding, st.just("BCDF-GHJK"), is_in_backup=st.none() | st.booleans()),
    st.builds(line_finding, st.lists(st.builds(LineRound, TIMES, SIZES, SIZES, COUNTS, st.integers(0, 9)))),
    st.builds(sync_finding, st.builds(SyncFacts, st.booleans(), TIMES, COUNTS, COUNTS, COUNTS), TIMES),
    st.builds(
        lease_finding,
        st.none() | st.builds(LeaseStanding, st.sampled_from(LeaseState), *(st.integers(0, 400) for _ in range(3))),
    ),
    st.builds(templates_finding, COUNTS, st.lists(st.builds(BrokenTemplate, st.just("kop.html"), COUNTS)), COUNTS),
)


@given(FINDINGS)
def test_whatever_is_found_is_told_in_words_and_what_is_bad_says_what_to_do(finding: Finding) -> None:
    told = [str(part) for part in (finding.what, finding.meaning, finding.advice) if part is not None]
    assert all(words and "{" not in words and words.endswith(".") for words in told)
    assert finding.grade in (Grade.FINE, Grade.UNKNOWN) or finding.advice is not None
    assert str(topic_name(finding.topic))


def test_a_clock_that_is_off_or_went_back_is_told_with_how_much() -> None:
    right = ClockCheck(0, NOW_MS - DAY_MS)
    fine = clock_finding(KnownClock(right, NOW_MS - DAY_MS), NOW_MS)
    ahead = clock_finding(KnownClock(ClockCheck(-2 * HOUR_MS, NOW_MS - 1000), NOW_MS), NOW_MS)
    back = clock_finding(KnownClock(right, NOW_MS + 3 * HOUR_MS), NOW_MS)
    assert [fine.grade, ahead.grade, back.grade] == [Grade.FINE, Grade.LOOK, Grade.LOOK]
    assert str(ahead.what) == "Jam laptop maju 2 jam."
    assert str(back.what) == "Jam laptop 3 jam lebih awal dari catatan terakhir."


def test_disk_backup_and_line_have_their_limits() -> None:
    assert [space_finding(free, 10**9).grade for free in (10**8, 10**9, 2_500 * 10**6, 50 * 10**9)] == [
        Grade.STOP,
        Grade.LOOK,
        Grade.LOOK,
        Grade.FINE,
    ]
    old, fresh = BackupFacts(NOW_MS - 4 * DAY_MS, 10**6, 2), BackupFacts(NOW_MS - HOUR_MS, 10**6, 2)
    assert [backup_finding(each, None, NOW_MS, 7).grade for each in (None, old, fresh)] == [
        Grade.LOOK,
        Grade.LOOK,
        Grade.FINE,
    ]
    assert backup_finding(old, None, NOW_MS, 0).grade is Grade.FINE
    good, cut = LineRound(NOW_MS, 50_000, 90_000, 200, 0), LineRound(NOW_MS, 50_000, 90_000, 200, 2)
    assert [line_finding(each).grade for each in ([], [good, good], [good, cut])] == [
        Grade.UNKNOWN,
        Grade.FINE,
        Grade.LOOK,
    ]


def test_work_that_waits_for_days_and_cases_are_looked_at() -> None:
    def grade(last_ms: int, waiting: int, attention: int = 0) -> Grade:
        return sync_finding(SyncFacts(True, last_ms, waiting, 0, attention), NOW_MS).grade

    assert grade(NOW_MS - HOUR_MS, 900) is Grade.FINE
    assert grade(NOW_MS - 4 * DAY_MS, 1) is Grade.LOOK
    assert grade(NOW_MS - 4 * DAY_MS, 0) is Grade.FINE
    assert grade(NOW_MS, 0, 1) is Grade.LOOK


def test_the_worst_counts_and_what_is_unknown_is_worse_than_fine() -> None:
    fine, unknown = journal_finding(1, is_whole=True), line_finding([])
    look, stop = templates_finding(0, [], 1), journal_finding(1, is_whole=False)
    assert worst([]) is Grade.FINE
    assert worst([fine, unknown]) is Grade.UNKNOWN
    assert worst([look, unknown, fine]) is Grade.LOOK
    assert worst([look, stop, fine]) is Grade.STOP


def test_a_chain_that_was_mended_after_tampering_is_told_until_the_case_is_settled() -> None:
    assert journal_finding(9, is_whole=True, tamperings=1).grade is Grade.LOOK
    assert journal_finding(9, is_whole=False, tamperings=1).grade is Grade.STOP
    assert journal_finding(9, is_whole=True, tamperings=0).grade is Grade.FINE


def test_what_was_not_looked_at_is_named() -> None:
    assert str(unlooked([Topic.JOURNAL, Topic.SEARCH]).what) == "Belum diperiksa: Rantai catatan, Indeks pencarian."


def test_the_second_place_is_told_with_its_number_and_its_age() -> None:
    here = BackupFacts(NOW_MS - HOUR_MS, 10**6, 2)
    places = [None, SecondPlace(False), SecondPlace(True), SecondPlace(True, NOW_MS - 2 * DAY_MS, 3)]
    found = [backup_finding(here, place, NOW_MS, 0) for place in places]
    assert [str(each.meaning).rpartition("cadangan. ")[2] for each in found] == [
        "Tempat kedua belum ada: kalau laptop hilang, cadangannya ikut hilang.",
        "Tempat kedua tidak terpasang, jadi isinya belum dihitung.",
        "Di tempat kedua belum ada cadangan laptop ini.",
        "Di tempat kedua ada 3, yang terakhir dibuat 2 hari yang lalu.",
    ]
    assert [each.facts["second"] for each in found] == ["none", "gone", "there", "there"]
    assert (found[3].facts["second_count"], found[3].facts["second_age_s"]) == (3, 2 * DAY_MS // 1000)


def test_what_waits_is_never_called_safe_at_the_centre() -> None:
    def meaning(waiting: int, carried: int) -> str:
        return str(sync_finding(SyncFacts(True, NOW_MS - HOUR_MS, waiting, carried, 2), NOW_MS).meaning)

    assert meaning(0, 0).endswith("aman di sini dan di pusat.")
    for waits in (meaning(3, 0), meaning(0, 1)):
        assert waits.endswith("Yang menunggu baru ada di laptop ini.")
        assert "aman" not in waits


def test_a_lease_is_told_with_what_comes_after_it_and_how_it_begins_anew() -> None:
    runs, soon, grace, over = (
        lease_finding(LeaseStanding(state, left, 14, 14 - left))
        for state, left in zip(LeaseState, (9, 3, 0, 0), strict=True)
    )
    assert [each.grade for each in (runs, soon, grace, over)] == [Grade.FINE, Grade.LOOK, Grade.LOOK, Grade.STOP]
    assert str(soon.what) == "Terbuka 3 hari lagi tanpa kabar, dari 14."
    assert all("telepon kantor" in str(each.advice) for each in (soon, grace, over))
    assert lease_finding(None).grade is Grade.UNKNOWN


def test_a_lease_that_a_code_renewed_tells_on_which_day() -> None:
    runs = LeaseStanding(LeaseState.RUNS, 9, 14, 5)
    told = lease_finding(runs, date(2019, 3, 15))
    assert str(told.meaning).endswith("Terakhir dibuka dengan kode lewat telepon: 15-03-2019.")
    assert told.facts["opened_by_phone"] == "2019-03-15"
    assert "telepon" not in str(lease_finding(runs).meaning)
