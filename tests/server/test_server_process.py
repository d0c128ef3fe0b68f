"""The centre as it is run: a process of its own, by its commands, over a socket."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import os
import secrets
import signal
import socket
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from field_pens import PROBOLINGGO, FieldLaptop, Pen, ground_at, read, resident, trouble
from served_centre import refused, run, served

from fieldkit.domain.errors import CentreTroubleError
from fieldkit.domain.lease import DAY_MS
from fieldkit.records.phone_codes import LEASE, PhoneLine, ends, pin_matter, request
from fieldkit.records.wire import Enrolment, EnrolRequest, Hello, Receipt, pack
from fieldkit.server.doorway.process import Listening, bound_to
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.trust import own_authority


@pytest.fixture
def prepared(sqlite_database: str) -> str:
    """A database with one regency, by the commands."""
    run("init", "--database", sqlite_database)
    run("regency", "add", "--database", sqlite_database, PROBOLINGGO, "Kota Probolinggo")
    return sqlite_database


def enrolled(client: httpx.Client, database: str, user: str) -> FieldLaptop:
    """A laptop that enrolled with a code of the command line."""
    code = run("device", "code", "--database", database, "--regency", PROBOLINGGO)
    asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32)
    enrolment = read(client.post("/v1/enrol", content=pack(asked)), Enrolment)
    return FieldLaptop(client, enrolment, Pen(enrolment.origin, user))


def user_of(database: str, role: str = "lead") -> str:
    """The id of a new user."""
    user, code = run("user", "add", "--database", database, "--regency", PROBOLINGGO, "Rina", role).split("\t")
    assert code.isalnum()
    return user


def test_a_centre_that_starts_decides_what_an_older_one_parked(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ground_at(sqlite_database) as ground:
        laptop = ground.laptop()
        monkeypatch.delitem(CONTENTS, "resident")
        person = laptop.pen.insert("resident", resident())
        assert laptop.push().exceptions != []
    with served(sqlite_database) as (url, _), httpx.Client(base_url=url) as client:
        laptop.client = client
        assert list(laptop.rows("resident")) == [person]


def test_work_is_handed_in_and_outlives_the_process(prepared: str) -> None:
    user = user_of(prepared)
    with served(prepared) as (url, process), httpx.Client(base_url=url) as client:
        laptop = enrolled(client, prepared, user)
        person = laptop.pen.insert("resident", resident())
        receipt = laptop.push().receipt
        process.terminate()
        assert process.wait(60) == 0
    with served(prepared) as (url, _), httpx.Client(base_url=url) as client:
        laptop.client = client
        assert read(laptop.ask("GET", "/v1/receipt"), Receipt) == receipt
        assert list(laptop.rows("resident")) == [person]
        laptop.pen.insert("resident", resident())
        assert laptop.push().receipt.number == 2


def test_what_was_receipted_outlives_a_kill(prepared: str) -> None:
    user = user_of(prepared)
    with served(prepared) as (url, process), httpx.Client(base_url=url) as client:
        laptop = enrolled(client, prepared, user)
        laptop.pen.insert("resident", resident())
        receipt = laptop.push().receipt
        os.kill(process.pid, signal.SIGKILL)
        process.wait(60)
    with served(prepared) as (url, _), httpx.Client(base_url=url) as client:
        laptop.client = client
        assert read(laptop.ask("GET", "/v1/receipt"), Receipt) == receipt
        assert len(laptop.rows("resident")) == 1


def test_it_listens_on_this_computer_only_and_says_so(prepared: str) -> None:
    with served(prepared) as (url, _):
        assert url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{url}/v1/health").json() == {"status": "ok"}


def test_the_clock_can_be_moved_for_practice(prepared: str) -> None:
    user = user_of(prepared)
    with served(prepared, "--practice-clock-ms", "-86400000000") as (url, _), httpx.Client(base_url=url) as client:
        code = run("device", "code", "--database", prepared, "--regency", PROBOLINGGO)
        asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32)
        enrolment = read(client.post("/v1/enrol", content=pack(asked)), Enrolment)
        laptop = FieldLaptop(client, enrolment, Pen(enrolment.origin, user))
        told = read(laptop.ask("GET", "/v1/hello"), Hello).server_time_ms
    now = datetime.datetime.now(datetime.UTC)
    assert abs(now.timestamp() * 1000 - 86_400_000_000 - told) < 600_000


def test_a_revoked_laptop_is_listed_and_gets_nothing(prepared: str) -> None:
    with served(prepared) as (url, _), httpx.Client(base_url=url) as client:
        laptop = enrolled(client, prepared, "nobody")
        listed = run("device", "list", "--database", prepared, "--regency", PROBOLINGGO)
        assert listed == f"P1\t{laptop.enrolment.device_id}\taktif\tLaptop Jati\tbelum pernah melapor"
        run("revoke", "--database", prepared, "--regency", PROBOLINGGO, laptop.enrolment.device_id)
        assert trouble(laptop.ask("GET", "/v1/hello"))[1].code == "revoked"
    assert "dicabut" in run("device", "list", "--database", prepared, "--regency", PROBOLINGGO)


def read_out(device_id: str, matter: str) -> str:
    """What the first laptop reads out to the office today."""
    today = time.time_ns() // 1_000_000 // DAY_MS
    return request(device_id, "P1", PhoneLine(matter, today, ends(today)[0], ""), today).spoken


def test_calls_are_listed_oldest_first_with_whose_laptop_about_what_and_never_the_code(prepared: str) -> None:
    listing = ("device", "calls", "--database", prepared, "--regency", PROBOLINGGO)
    user = user_of(prepared)
    with served(prepared) as (url, _), httpx.Client(base_url=url) as client:
        laptop = enrolled(client, prepared, user)
    assert run(*listing) == ""
    spoken = [read_out(laptop.enrolment.device_id, matter) for matter in (LEASE, pin_matter(user))]
    codes = [run("device", "answer", "--database", prepared, "--regency", PROBOLINGGO, each) for each in spoken]
    listed = [line.split("\t") for line in run(*listing).splitlines()]
    assert [each[2:] for each in listed] == [["P1", "lease", "told", ""], ["P1", "pin", "told", user]]
    assert not any(code in field for code in codes for line in listed for field in line)


def test_regencies_and_users_are_listed(prepared: str) -> None:
    run("regency", "add", "--database", prepared, "82.71", "Kota Ternate")
    listed = run("regency", "list", "--database", prepared).splitlines()
    assert listed == [f"{PROBOLINGGO}\tAsia/Jakarta\tKota Probolinggo", "82.71\tAsia/Jayapura\tKota Ternate"]
    of_regency = ("--database", prepared, "--regency", PROBOLINGGO)
    user = user_of(prepared)
    assert run("user", "list", *of_regency) == f"{user}\tlead\taktif\tRina"
    assert run("user", "code", *of_regency, user) != run("user", "code", *of_regency, user)
    run("user", "revoke", *of_regency, user)
    assert run("user", "list", *of_regency) == f"{user}\tlead\tberhenti\tRina"
    assert "Tidak ada pengguna aktif" in refused("user", "code", *of_regency, user)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("regency", "add", "35.74.03", "Kademangan"), "bukan kode kabupaten"),
        (("regency", "add", "91.71", "Kota Jayapura", "--time-zone", "WIT"), "WIT bukan jam di Indonesia"),
        (("device", "code", "--regency", "35.10"), "belum dilayani"),
        (("device", "code", "--regency", PROBOLINGGO, "--area", "Jati"), "bukan kode wilayah"),
        (("user", "add", "--regency", "35.10", "Rina", "lead"), "belum dilayani"),
        (("revoke", "--regency", PROBOLINGGO, "nobody"), "Tidak ada laptop aktif"),
    ],
)
def test_a_command_that_can_not_be_done_says_why(prepared: str, words: tuple[str, ...], said: str) -> None:
    assert said in refused(*words, "--database", prepared)


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.sqlite", "postgresql://127.0.0.1:1/x", "nonsense"])
def test_a_database_that_can_not_be_opened_is_said_to_be_so(url: str) -> None:
    for words in (("init",), ("run",), ("device", "list", "--regency", PROBOLINGGO)):
        assert "Basis data tidak bisa dibuka" in refused(*words, "--database", url)


def test_a_database_that_is_not_ready_is_not_served(tmp_path: Path) -> None:
    assert "server init" in refused("run", "--port", "0", "--database", f"sqlite:///{tmp_path / 'new.sqlite'}")


def test_the_log_holds_no_resident_and_no_address(prepared: str) -> None:
    user = user_of(prepared)
    with served(prepared) as (url, process), httpx.Client(base_url=url) as client:
        laptop = enrolled(client, prepared, user)
        laptop.pen.insert("resident", resident(nik="3574035705909901"))
        laptop.push()
        client.post("/v1/push", content=b"x", headers={"Authorization": f"Bearer {laptop.enrolment.token}"})
        process.terminate()
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() + process.stderr.read() == ""


def test_a_laptop_that_has_the_certificate_of_the_centre_talks_to_it_over_tls(prepared: str, tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    options = ("--tls-certificate", str(certificate), "--tls-key", str(key))
    with served(prepared, "--host", "0.0.0.0", *options) as (url, _):
        port = url.rpartition(":")[2]
        assert url == f"https://0.0.0.0:{port}"
        with closing(Doorway(f"https://127.0.0.1:{port}", own_authority=own_authority(certificate))) as doorway:
            code = run("device", "code", "--database", prepared, "--regency", PROBOLINGGO)
            asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32)
            assert doorway.enrol(asked).regency == PROBOLINGGO
        with closing(Doorway(f"https://127.0.0.1:{port}")) as doorway, pytest.raises(CentreTroubleError) as told:
            doorway.enrol(asked)
        assert "dipercaya" in str(told.value.title)


def test_a_centre_for_a_network_does_not_run_without_tls(prepared: str) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.7", ""):
        said = refused("run", "--port", "0", "--database", prepared, "--host", host)
        assert "--tls-certificate" in said
        assert "--behind-proxy" in said


def test_certificate_and_key_go_together(prepared: str, tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    run_it = ("run", "--port", "0", "--database", prepared)
    assert "keduanya" in refused(*run_it, "--tls-certificate", str(certificate))
    assert "keduanya" in refused(*run_it, "--tls-key", str(key))
    assert "kedua berkasnya" in refused(*run_it, "--tls-certificate", str(key), "--tls-key", str(key))


def test_an_address_that_is_taken_is_said_to_be_so(prepared: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "tidak bisa mendengarkan" in refused("run", "--port", port, "--database", prepared)


def guess(url: str, asks_for: str) -> int:
    """The status of a wrong code that comes in for somebody."""
    code = f"3574-AAAA-AAAA-{secrets.token_hex(2).upper()}"
    asked = EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32)
    return httpx.post(f"{url}/v1/enrol", content=pack(asked), headers={"X-Forwarded-For": asks_for}).status_code


def test_only_behind_a_proxy_its_word_on_who_asks_is_believed(prepared: str) -> None:
    with served(prepared) as (url, _):
        assert [guess(url, f"192.0.2.{host}") for host in range(6)] == [400] * 5 + [429]
    with served(prepared, "--host", "0.0.0.0", "--behind-proxy") as (url, _):
        here = url.replace("0.0.0.0", "127.0.0.1")
        assert [guess(here, f"192.0.2.{host}") for host in range(6)] == [400] * 6
    with served(prepared, "--behind-proxy", "--proxy-address", "192.0.2.9") as (url, _):
        assert guess(url, "192.0.2.1") == 429


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "centre")])
    now = datetime.datetime.now(datetime.UTC)
    builder: Any = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - datetime.timedelta(days=1))
    builder = builder.not_valid_after(now + datetime.timedelta(days=1))
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
    signed = builder.sign(key, hashes.SHA256())
    paths = folder / "centre.crt", folder / "centre.key"
    paths[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
    return paths


def test_the_end_of_an_answer_does_not_wait_until_its_beginning_was_acknowledged() -> None:
    assert asyncio.run(_sends_at_once())


async def _sends_at_once() -> bool:
    taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def told(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = writer.get_extra_info("socket")
        taken.set_result(bool(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
        writer.close()

    with bound_to(Listening("127.0.0.1", 0)) as bound:
        async with await asyncio.start_server(told, sock=bound):
            _, writer = await asyncio.open_connection(*bound.getsockname())
            is_sent = await taken
            writer.close()
            await writer.wait_closed()
    return is_sent
