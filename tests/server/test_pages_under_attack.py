"""What somebody tries who has no business on the centre's pages."""

from __future__ import annotations

import logging
import threading

import pytest
import sqlalchemy as sa
from field_pens import NOW_MS, PROBOLINGGO, Ground
from test_public_page import REFERENCE, ask, hand_in
from test_web_office_page import PASSPHRASE, browser, let_in, sign_in

from fieldkit.server.database import reading
from fieldkit.server.devices import guesses
from fieldkit.server.devices.guesses import FORGOTTEN_MS
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import WEB_SESSION, WRONG_CODE
from fieldkit.server.web import accounts
from fieldkit.server.web.accounts import give_code
from fieldkit.server.web.guard import LONGEST_FORM
from fieldkit.server.web.shown import Shown

_OWN = {"Sec-Fetch-Site": "same-origin"}
_WILD = ("\x00", "A\x00B", "\u202e", "٣٥٧٤", "' OR 1=1 --", "<script>", "\r\nSet-Cookie: a=b", "%s%n", "Z" * 700, "😀")


def test_a_session_that_somebody_else_planted_is_worth_nothing(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        before = client.cookies["fieldkit"]
        client.cookies.clear()
        client.cookies.set("fieldkit", "3574." + "0" * 43)
        assert client.get("/kantor").status_code == 303
        client.cookies.clear()
        client.cookies.set("fieldkit", before)
        answer = sign_in(client, login)
        assert answer.status_code == 303
        assert answer.cookies["fieldkit"] != before
        client.cookies.clear()
        client.cookies.set("fieldkit", before)
        assert client.get("/kantor").status_code == 303


@pytest.mark.parametrize("path", ["/masuk", "/kode", "/umum/35.74"])
def test_whatever_is_typed_is_answered_calmly(ground: Ground, path: str) -> None:
    with browser(ground) as client:
        for words in _WILD:
            ground.clock.now_ms += FORGOTTEN_MS
            form = {"nama": words, "sandi": f"{words} sandi yang panjang", "ulang": f"{words} sandi yang panjang"}
            answer = client.post(path, data={**form, "kode": words, "resi": words}, headers=_OWN)
            assert answer.status_code == (200 if path.startswith("/umum") else 400), words
            assert "<script>" not in answer.text
            assert not answer.cookies


def test_an_address_that_is_no_regency_has_no_page(ground: Ground) -> None:
    with browser(ground) as client:
        for regency in ("%00", "35.74%00", "..%2f..", "35.74.03", "%F0%9F%98%80"):
            assert client.get(f"/umum/{regency}").status_code == 404, regency


def test_a_form_that_is_far_too_large_is_not_read(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        for path in ("/masuk", "/kode", "/umum/35.74"):
            answer = client.post(path, content=b"nama=" + b"x" * LONGEST_FORM, headers=_OWN)
            assert answer.status_code == 413
            assert "terlalu panjang" in answer.text


def test_a_language_that_is_none_sets_no_cookie(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        answer = client.get("/masuk", params={"bahasa": "id\r\nSet-Cookie: fieldkit=x"})
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_a_name_that_nobody_has_costs_as_much_work_as_one_that_somebody_has(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fits = accounts._fits

    def counted(verifier: str, typed: str) -> bool:
        asked.append(verifier)
        return fits(verifier, typed)

    monkeypatch.setattr(accounts, "_fits", counted)
    other, _ = add_user(sqlite_ground.centre, PROBOLINGGO, name="Tanpa Sandi", role="head", now_ms=NOW_MS)
    unset, _ = give_code(sqlite_ground.centre, PROBOLINGGO, other, now_ms=NOW_MS)
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        for number, name in enumerate((login, unset, "3574-siapa-saja", "bukan nama")):
            assert sign_in(client, name, "salah sama sekali").status_code == 400
            assert len(asked) == number + 1
    assert all(verifier.startswith("$argon2id$") for verifier in asked)


def test_who_comes_while_many_passphrases_are_checked_is_sent_away_and_counts_as_no_guess(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        monkeypatch.setattr(guesses, "_IN_LINE", threading.BoundedSemaphore(1))
        with guesses.in_line():
            assert [sign_in(client, login, "salah").status_code for _ in range(9)] == [429] * 9
        assert sign_in(client, login).status_code == 303
    with reading(sqlite_ground.centre.engine) as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(WRONG_CODE)) == 0


def test_nobody_without_a_code_has_a_passphrase_hashed(sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    hashed = accounts._hashed

    def counted(passphrase: str) -> str:
        made.append(passphrase)
        return hashed(passphrase)

    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        monkeypatch.setattr(accounts, "_hashed", counted)
        form = {"nama": login, "kode": "3574-2222-2222-2222", "sandi": PASSPHRASE, "ulang": PASSPHRASE}
        answers = [client.post("/kode", data=form, headers=_OWN).status_code for _ in range(7)]
    assert (answers, made) == ([400] * 5 + [429] * 2, [])


def test_a_reference_is_not_told_apart_by_a_part_of_it(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        hand_in(sqlite_ground, client)
        tries = (
            REFERENCE[:9],
            REFERENCE + "A",
            REFERENCE[:-1] + "C",
            f"%{REFERENCE[1:]}",
            "_" * 10,
            f"{REFERENCE}\x00",
        )
        answers = {ask(client, each).text for each in tries}
        assert len(answers) == 1
        assert "Tidak ada kartu" in answers.pop()
        assert "Permohonan tercatat" in ask(client, REFERENCE).text


def test_one_regency_never_sees_the_figures_of_another(sqlite_ground: Ground) -> None:
    centre = sqlite_ground.centre
    add_regency(centre, "35.10", "Kabupaten Banyuwangi")
    other, _ = add_user(centre, "35.10", name="Joko Susilo", role="head", now_ms=NOW_MS)
    with browser(sqlite_ground) as client, browser(sqlite_ground) as stranger:
        let_in(sqlite_ground, client)
        login, code = give_code(centre, "35.10", other, now_ms=NOW_MS)
        form = {"nama": login, "kode": code, "sandi": PASSPHRASE, "ulang": PASSPHRASE}
        assert stranger.post("/kode", data=form, headers=_OWN).status_code == 303
        for _ in range(2):
            own, others = client.get("/kantor").text, stranger.get("/kantor").text
            assert ("Banyuwangi" in own, "Probolinggo" in own) == (False, True)
            assert ("Banyuwangi" in others, "Probolinggo" in others) == (True, False)
            assert "Rina" not in others


def test_neither_names_nor_passphrases_nor_codes_reach_the_log(
    sqlite_ground: Ground, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        sign_in(client, login, "salah sama sekali")
        client.get("/kantor")
        token = client.cookies["fieldkit"]
    for secret in (login, PASSPHRASE, token, "salah sama sekali", "Rina Wulandari"):
        assert secret not in caplog.text


def test_sessions_that_are_over_are_not_kept(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        for _ in range(3):
            sign_in(client, login)
    with reading(sqlite_ground.centre.engine) as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(WEB_SESSION)) == 1


def test_what_was_made_once_is_shown_until_its_stamp_is_another_and_the_oldest_goes_first() -> None:
    shown, made = Shown(most_bytes=10), list[str]()

    def get(key: str, stamp: int, words: str) -> str:
        def make() -> str:
            made.append(words)
            return words

        return shown.get(key, stamp, make)

    for key in ("a", "a", "b", "a", "c"):
        assert get(key, 1, "12345") == "12345"
    assert made == ["12345"] * 3
    assert get("a", 2, "new") == "new"
    assert get("b", 1, "again") == "again"
