"""The office's page: who gets in, what it shows, and that nobody else can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, NOW_MS, PROBOLINGGO, Ground, ground_at, new_id, request_for, resident
from litestar.testing import TestClient

from fieldkit.host.places import resources_dir
from fieldkit.records.wire import HEARTBEAT_HEADER, Heartbeat
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.keeping.restoration import begin_epoch
from fieldkit.server.office.writing import add_user, dismiss_user, put_office_row
from fieldkit.server.schema import WEB_ACCOUNT, WEB_SESSION
from fieldkit.server.web.accounts import give_code, shut_out
from fieldkit.server.web.sessions import IDLE_MS, LONGEST_MS
from tests.server.served_centre import refused, run

PASSPHRASE = "tiga ayam kampung"
_OWN = {"Sec-Fetch-Site": "same-origin"}


@contextmanager
def browser(ground: Ground) -> Iterator[TestClient]:
    """Somebody with a browser on the computer of the centre."""
    app = build_app(ground.centre, clock=ground.clock, resources=resources_dir())
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client


def let_in(ground: Ground, client: TestClient, user: str = "") -> str:
    """Set a passphrase for the lead, and stay signed in; returns the sign-in name."""
    login, code = give_code(ground.centre, PROBOLINGGO, user or ground.lead, now_ms=ground.clock())
    form = {"nama": login, "kode": code, "sandi": PASSPHRASE, "ulang": PASSPHRASE}
    answer = client.post("/kode", data=form, headers=_OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/kantor")
    return login


def sign_in(client: TestClient, login: str, passphrase: str = PASSPHRASE) -> httpx.Response:
    """Hand in the form."""
    return client.post("/masuk", data={"nama": login, "sandi": passphrase}, headers=_OWN)


def test_who_is_not_signed_in_is_sent_to_the_way_in(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        answer = client.get("/kantor")
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk")


def test_a_code_sets_a_passphrase_that_lets_in(ground: Ground) -> None:
    with browser(ground) as client:
        login = let_in(ground, client)
        assert login == "3574-rina-wulandari"
        client.cookies.clear()
        answer = sign_in(client, login.upper())
        cookie = answer.headers["set-cookie"].lower()
        page = client.get("/kantor")
    assert answer.status_code == 303
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie
    assert page.status_code == 200
    assert "Kota Probolinggo" in page.text
    assert "Rina Wulandari" in page.text


def test_neither_token_nor_passphrase_nor_code_is_kept_in_the_clear(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        token = client.cookies["fieldkit"]
    with reading(sqlite_ground.centre.engine) as connection:
        account = connection.execute(sa.select(WEB_ACCOUNT)).one()
        session = connection.execute(sa.select(WEB_SESSION)).one()
    assert account.verifier.startswith("$argon2id$")
    assert PASSPHRASE not in str(account)
    assert token not in str(session)


def test_a_code_serves_once(sqlite_ground: Ground) -> None:
    login, code = give_code(sqlite_ground.centre, PROBOLINGGO, sqlite_ground.lead, now_ms=NOW_MS)
    form = {"nama": login, "kode": code, "sandi": PASSPHRASE, "ulang": PASSPHRASE}
    with browser(sqlite_ground) as client:
        told = [client.post("/kode", data=form, headers=_OWN).status_code for _ in range(2)]
    assert told == [303, 400]


def test_a_code_ends_after_a_day(sqlite_ground: Ground) -> None:
    login, code = give_code(sqlite_ground.centre, PROBOLINGGO, sqlite_ground.lead, now_ms=NOW_MS)
    sqlite_ground.clock.now_ms += 24 * 60 * 60 * 1000
    form = {"nama": login, "kode": code, "sandi": PASSPHRASE, "ulang": PASSPHRASE}
    with browser(sqlite_ground) as client:
        assert client.post("/kode", data=form, headers=_OWN).status_code == 400


@pytest.mark.parametrize(
    ("passphrase", "again"), [("pendek", "pendek"), (PASSPHRASE, "lain sama sekali"), ("a" * 201,) * 2]
)
def test_a_passphrase_that_does_not_do_is_not_kept(sqlite_ground: Ground, passphrase: str, again: str) -> None:
    login, code = give_code(sqlite_ground.centre, PROBOLINGGO, sqlite_ground.lead, now_ms=NOW_MS)
    form = {"nama": login, "kode": code, "sandi": passphrase, "ulang": again}
    with browser(sqlite_ground) as client:
        answer = client.post("/kode", data=form, headers=_OWN)
        assert answer.status_code == 400
        assert sign_in(client, login, passphrase).status_code == 400


def test_a_wrong_passphrase_and_a_name_that_nobody_has_are_answered_alike(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        wrong, nobody = sign_in(client, login, "salah sama sekali"), sign_in(client, "3574-siapa-saja")
    assert wrong.status_code == nobody.status_code == 400
    assert wrong.text.replace(login, "") == nobody.text.replace("3574-siapa-saja", "")


def test_who_guesses_waits_and_a_new_code_forgives(ground: Ground) -> None:
    with browser(ground) as client:
        login = let_in(ground, client)
        told = [sign_in(client, login, "salah sama sekali").status_code for _ in range(6)]
        assert told == [400] * 5 + [429]
        assert sign_in(client, login).status_code == 429
        ground.clock.now_ms += 31_000
        assert sign_in(client, login).status_code == 303


def guess(ground: Ground, login: str) -> None:
    """A stranger at the same address tries until told to wait."""
    with browser(ground) as stranger:
        while sign_in(stranger, login, "tiga ayam jago").status_code != 429:
            pass


def test_a_stranger_who_guesses_keeps_nobody_out_who_signed_in_by_this_browser_before(ground: Ground) -> None:
    with browser(ground) as client:
        login = let_in(ground, client)
        guess(ground, login)
        assert sign_in(client, login).status_code == 303
        assert sign_in(client, login).status_code == 303, "again and again"


def test_who_guesses_by_a_browser_that_is_known_waits_as_well(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        told = [sign_in(client, login, "tiga ayam jago").status_code for _ in range(6)]
        assert told == [400] * 5 + [429]


def test_a_browser_is_known_for_its_own_user_and_passphrase_alone(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client, browser(sqlite_ground) as other:
        login = let_in(sqlite_ground, client)
        user, _ = add_user(sqlite_ground.centre, PROBOLINGGO, name="Suroso", role="head", now_ms=NOW_MS)
        let_in(sqlite_ground, other, user)
        before = dict(client.cookies)
        let_in(sqlite_ground, client)
        guess(sqlite_ground, login)
        assert sign_in(other, login).status_code == 429, "known as somebody else"
        client.cookies.clear()
        client.cookies.update(before)
        assert sign_in(client, login).status_code == 429, "known by the passphrase of before"


@pytest.mark.parametrize("role", ["operator", "keeper", "clerk"])
def test_roles_that_do_not_lead_get_no_code(sqlite_ground: Ground, role: str) -> None:
    user, _ = add_user(sqlite_ground.centre, PROBOLINGGO, name="Joko", role=role, now_ms=NOW_MS)
    with pytest.raises(ValueError, match="nobody"):
        give_code(sqlite_ground.centre, PROBOLINGGO, user, now_ms=NOW_MS)


@pytest.mark.parametrize("role", ["head", "planner", "admin", "viewer"])
def test_who_leads_or_reads_gets_in(sqlite_ground: Ground, role: str) -> None:
    user, _ = add_user(sqlite_ground.centre, PROBOLINGGO, name="Joko", role=role, now_ms=NOW_MS)
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client, user)
        assert client.get("/kantor").status_code == 200


def test_two_of_one_name_have_each_a_sign_in_name(sqlite_ground: Ground) -> None:
    other, _ = add_user(sqlite_ground.centre, PROBOLINGGO, name="Rina Wulandari", role="head", now_ms=NOW_MS)
    names = [
        give_code(sqlite_ground.centre, PROBOLINGGO, user, now_ms=NOW_MS)[0] for user in (sqlite_ground.lead, other)
    ]
    assert names == ["3574-rina-wulandari", "3574-rina-wulandari-2"]


def test_a_session_ends_with_the_user_the_account_the_pause_and_the_day(sqlite_ground: Ground) -> None:
    ground = sqlite_ground
    with browser(ground) as client:

        def is_in() -> bool:
            return client.get("/kantor").status_code == 200

        let_in(ground, client)
        ground.clock.now_ms += IDLE_MS - 1
        assert is_in()
        ground.clock.now_ms += IDLE_MS
        assert not is_in()
        let_in(ground, client)
        for _ in range(LONGEST_MS // (IDLE_MS // 2) - 1):
            ground.clock.now_ms += IDLE_MS // 2
            assert is_in()
        ground.clock.now_ms += IDLE_MS // 2
        assert not is_in()
        let_in(ground, client)
        shut_out(ground.centre, PROBOLINGGO, ground.lead)
        assert not is_in()
        let_in(ground, client)
        dismiss_user(ground.centre, PROBOLINGGO, ground.lead, now_ms=ground.clock())
        assert not is_in()


def test_signing_out_needs_the_mark_of_the_page_and_ends_the_session(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        token = client.cookies["fieldkit"]
        mark = re.search(r'name="tanda" value="([0-9a-f]+)"', client.get("/kantor").text)
        assert mark is not None
        assert client.post("/keluar", data={"tanda": "0" * 64}, headers=_OWN).status_code == 403
        assert client.get("/kantor").status_code == 200
        assert client.post("/keluar", data={"tanda": mark[1]}, headers=_OWN).status_code == 303
        client.cookies.set("fieldkit", token)
        assert client.get("/kantor").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://lain.example"}],
)
@pytest.mark.parametrize("path", ["/masuk", "/kode", "/keluar", "/umum/35.74"])
def test_a_form_of_another_page_is_not_taken(sqlite_ground: Ground, path: str, headers: dict[str, str]) -> None:
    with browser(sqlite_ground) as client:
        assert client.post(path, data={"nama": "x"}, headers=headers).status_code == 403


def test_cookies_go_over_tls_alone_where_the_centre_is_not_on_this_computer(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        login = let_in(sqlite_ground, client)
        form = {"nama": login, "sandi": PASSPHRASE}
        answer = client.post("/masuk", data=form, headers={**_OWN, "Host": "pusat.example"})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-fieldkit=")
    assert "secure" in cookie.lower()


@pytest.mark.parametrize("path", ["/kantor", "/masuk", "/kode", "/umum/35.74", "/umum/11.01"])
def test_every_page_keeps_to_itself(sqlite_ground: Ground, path: str) -> None:
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        answer = client.get(path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script|style=|https?://| on[a-z]+=", answer.text)


def test_the_language_is_chosen_once_and_kept(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        assert 'lang="id"' in client.get("/kantor").text
        assert "Stock of blanks" in client.get("/kantor?bahasa=en").text
        assert "Stock of blanks" in client.get("/kantor").text
        assert "Stok blangko" in client.get("/kantor?bahasa=id").text


def test_after_a_restore_the_page_is_closed_until_an_admin_has_confirmed(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        begin_epoch(sqlite_ground.centre, NOW_MS)
        assert client.get("/kantor").status_code == 503


def test_what_was_typed_is_never_taken_for_a_page(sqlite_ground: Ground) -> None:
    with browser(sqlite_ground) as client:
        answer = sign_in(client, '3574-x"><b>siapa</b>')
    assert "<b>siapa" not in answer.text


def test_the_page_shows_lists_pace_stock_cards_laptops_and_the_week(ground: Ground) -> None:
    laptop = ground.laptop()
    pen = laptop.pen
    shift = pen.insert("shift_opening", _shift())
    people = [new_id() for _ in range(4)]
    for number, person in enumerate(people):
        pen.insert("resident", resident(f"WARGA {number}", list_id="list-1"), row=person)
    request = pen.insert("service_request", request_for(people[0], shift_id=shift, reason="first_recording"))
    pen.insert("request_step", {"request_id": request, "step": "recorded", "at": AT})
    pen.insert("list_proposal", {"resident_id": people[1], "kind": "away", "at": AT})
    moves = [("receive", "supplier", "office", 50, None), ("print_use", "table:3574-P1", "used", 1, request)]
    for kind, giver, taker, pieces, of in moves:
        pen.insert("stock_movement", _movement(kind, giver, taker, pieces, of, shift))
    done = pen.insert("card_print", {"request_id": request, "movement_id": "m", "shift_id": shift, "at": AT})
    pen.insert("card_check", {"print_id": done, "request_id": request, "result": "ok", "at": "2019-02-23T02:06:00Z"})
    pen.insert(
        "card_place", {"request_id": request, "state": "ready", "place": "Loket Jati", "at": "2019-02-23T02:07:00Z"}
    )
    put_office_row(ground.centre, PROBOLINGGO, "shift_plan", _plan(), area=PROBOLINGGO, now_ms=NOW_MS)
    _count(ground, "national", 169_067, 155_769)
    with browser(ground) as client:
        laptop.client = client
        laptop.push()
        let_in(ground, client)
        ground.clock.now_ms += 60_000
        page = client.get("/kantor").text
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "169.067 155.769 92,13 % 5,87 % 9.917" in text  # A12
    assert "Mayangan 4 1 0 1 2 0 25,00 % 33,33 %" in text
    assert "92,14 % 155.770 dari 169.067: angka nasional Jum 5 Jan 2018, ditambah 1 yang direkam sejak itu" in text
    assert "Angka nasional 92,13 % Jum 5 Jan 2018, dasarnya belum tentu sama" in text
    assert "Menuju 98 % 9.916 orang di daftar sisa 3, terjangkau 2" in text
    assert "Laju 7 hari 1 / hari" in text
    assert "Kantor 50 – – 50" in text
    assert "Loket Jati 1" in text
    assert "Kecamatan pemilik Kartu Mayangan 1" in text
    assert "P1 Laptop Jati" in text
    assert "Balai Kel. Jati" in text
    assert "Per Sab 23 Feb 2019 09.05." in text


def test_a_laptop_that_is_revoked_is_not_waited_for_any_more(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop()
    beat = msgspec.json.encode(Heartbeat(waiting=0, version="1", clock_ms=NOW_MS)).decode()
    with browser(sqlite_ground) as client:
        let_in(sqlite_ground, client)
        laptop.client = client
        laptop.pen.insert("resident", resident())
        laptop.push()
        assert "Belum melapor: P1." in client.get("/kantor").text
        laptop.ask("GET", "/v1/hello", **{HEARTBEAT_HEADER: beat})
        assert "Semua 1 laptop melapor" in client.get("/kantor").text
        assert revoke(sqlite_ground.centre, PROBOLINGGO, laptop.enrolment.device_id, now_ms=NOW_MS)
        assert "Belum ada laptop yang didaftarkan." in client.get("/kantor").text


def test_the_commands_give_a_code_list_and_revoke(sqlite_database: str) -> None:
    where = ("--database", sqlite_database, "--regency", PROBOLINGGO)
    with ground_at(sqlite_database) as ground:
        lead = ground.lead
    login, code = run("web", "code", *where, lead).split("\t")
    assert login == "3574-rina-wulandari"
    assert code.startswith("3574-")
    assert run("web", "list", *where) == f"{lead}\t{login}\tmenunggu kode dipakai"
    run("web", "revoke", *where, lead)
    assert run("web", "list", *where) == ""
    assert "user list" in refused("web", "code", *where, "tidak-ada")


def _shift() -> dict[str, object]:
    return {
        "day": "2019-02-23", "name": "Pagi", "site_name": "Balai Kel. Jati", "village": JATI, "planned_start": "09:00",
        "planned_end": "12:00", "time_zone": "Asia/Jakarta", "lead_id": "u", "target_count": 60, "at": AT,
    }  # fmt: skip


def _plan() -> dict[str, object]:
    plan = {name: value for name, value in _shift().items() if name != "at"}
    return {**plan, "day": "2019-02-25", "state": "published"}


def _movement(kind: str, giver: str, taker: str, pieces: int, request: str | None, shift: str) -> dict[str, object]:
    ends = {"from_holder": giver, "to_holder": taker, "quantity": pieces}
    return {"shift_id": shift, "product": "blank", "kind": kind, **ends, "request_id": request, "at": AT}


def _count(ground: Ground, source: str, obligated: int, recorded: int) -> None:
    row = {"place": PROBOLINGGO, "source": source, "as_of": "2018-01-05", "obligated": obligated, "recorded": recorded}
    put_office_row(ground.centre, PROBOLINGGO, "population_count", {**row, "at": AT}, area=PROBOLINGGO, now_ms=NOW_MS)
