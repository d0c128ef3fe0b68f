"""The doorway keeps what its own OpenAPI document promises, whatever is asked (schemathesis).

CI asks a little, always the same; `python3 dev.py soak` asks more, with another seed each time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
import zstandard
from field_pens import PROBOLINGGO, FieldLaptop, Ground, ground_at, resident, trouble
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core import NOT_SET
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import APIOperation

from fieldkit.records.journal import SealedChange, digest, link
from fieldkit.records.tables import BY_NAME
from fieldkit.records.wire import EnrolRequest, Pull, Sums, pack
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.doorway.contract import OPERATIONS, PATHS, document
from fieldkit.server.doorway.gate import Gate, Patience
from fieldkit.server.doorway.rates import Rates
from fieldkit.server.doorway.routes import build_app
from tests.server.served_centre import run

EXAMPLES = int(os.environ.get("FIELDKIT_SOAK_EXAMPLES", "120")) // 4
SEED = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
CONTRACT = schemathesis.openapi.from_dict(document())
ASKED = {each.ok().label: each.ok() for each in CONTRACT.get_all_operations()}
NEVER_TIRED = Rates(device=1e9, address=1e9)
load_all_checks()
PROMISES = [
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    )
]


@contextmanager
def gated(ground: Ground) -> Iterator[TestClient[Any]]:
    """The doorway behind its gate, as it is run."""
    app = build_app(ground.centre, clock=ground.clock)
    with TestClient(Gate(app, ground.centre.metrics, NEVER_TIRED, Patience()), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def laptop(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FieldLaptop]:
    """A laptop that has handed in something, for many requests."""
    path = tmp_path_factory.mktemp("contract") / "centre.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    with ground_at(f"sqlite:///{path}") as ground, gated(ground) as client:
        laptop = ground.laptop()
        laptop.client = client
        laptop.pen.insert("resident", resident())
        laptop.push()
        yield laptop


def asked(laptop: FieldLaptop, case: Case) -> httpx.Response:
    """The answer to what schemathesis thought of, packed as bodies are."""
    body = None if case.body is NOT_SET else zstandard.compress(_plain(case.body))
    given = {str(name): str(value) for name, value in (case.headers or {}).items()}
    names = {"Authorization": f"Bearer {laptop.enrolment.token}", "Content-Type": "application/json"}
    headers = {name: value.encode("utf-8", "replace") for name, value in (names | given).items()}
    return laptop.client.request(case.method, case.formatted_path, params=case.query, headers=headers, content=body)


def _plain(body: object) -> bytes:
    return body if isinstance(body, bytes) else json.dumps(body).encode()


def keep(operation: APIOperation[Any, Any, Any], response: httpx.Response, status: int) -> None:
    """The answer is the one that was expected, and as the document has it."""
    assert response.status_code == status, response.content
    # A status of which the document does not tell would pass what follows.
    assert str(status) in document()["paths"][operation.path][operation.method]["responses"]
    operation.validate_response(response)


@pytest.mark.parametrize("label", ASKED)
def test_whatever_is_asked_is_answered_as_the_document_says(laptop: FieldLaptop, label: str) -> None:
    print(f"seed {SEED}")
    operation = ASKED[label]
    kinds = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode if _can_be(operation, mode)]

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(kinds))
    def ask(case: Case) -> None:
        case.validate_response(asked(laptop, case), checks=PROMISES)

    ask()


def test_whatever_is_written_into_a_sound_chain_is_taken_in(laptop: FieldLaptop) -> None:
    print(f"seed {SEED}")
    operation = ASKED["POST /v1/push"]

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), tables=st.lists(st.sampled_from(sorted(BY_NAME)), min_size=1))
    def ask(case: Case, tables: list[str]) -> None:
        first = len(laptop.pen.journal) + 1
        for change, table in zip(case.body["changes"], tables, strict=False):
            sealed(laptop, change, table)
        if len(laptop.pen.journal) >= first:
            keep(operation, laptop.ask("POST", "/v1/push", pack(laptop.pen.batch(first))), 200)

    ask()


def sealed(laptop: FieldLaptop, change: list[Any], table: str) -> None:
    """A change as schemathesis thought of it, as the next of its laptop: a command of its own about that table."""
    pen, [header, _, fields, *_] = laptop.pen, change
    number = len(pen.journal) + 1
    now = [header[0], pen.origin, number, number, 1, header[5], table, *header[7:]]
    written, salt = (json.dumps(now).encode(), json.dumps(fields).encode()), bytes(16)
    chain = link(pen.chain_at(number - 1), written[0], digest(salt, written[1]))
    pen.journal.append(SealedChange(written[0], salt, written[1], chain))


def _can_be(operation: APIOperation[Any, Any, Any], mode: GenerationMode) -> bool:
    """Where nothing can be given, nothing can be given wrong."""
    return mode is GenerationMode.POSITIVE or bool(operation.body or operation.query or operation.headers)


def test_the_document_is_openapi() -> None:
    CONTRACT.validate()


def test_the_document_names_every_route_that_there_is_and_no_other(sqlite_ground: Ground) -> None:
    app = build_app(sqlite_ground.centre, clock=sqlite_ground.clock)
    there = {(route.path, method) for route in app.routes for method in route.methods if method != "OPTIONS"}
    told = {(path, method.upper()) for path, methods in document()["paths"].items() for method in methods}
    assert told == there
    assert {path for path, _ in there} == PATHS


def test_the_document_is_given_to_anybody_and_printed_by_a_command(sqlite_ground: Ground) -> None:
    assert sqlite_ground.client.get("/v1/openapi.json").json() == document()
    assert json.loads(run("openapi")) == document()


def test_the_answers_to_honest_work_are_those_of_the_document(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.pen.insert("nothing_known", {})
    keep(ASKED["POST /v1/push"], laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())), 200)
    keep(ASKED["GET /v1/hello"], laptop.ask("GET", "/v1/hello"), 200)
    pull = pack(Pull(epoch=1, cursors={PROBOLINGGO: 0}))
    keep(ASKED["POST /v1/pull"], laptop.ask("POST", "/v1/pull", pull), 200)
    keep(ASKED["POST /v1/sums"], laptop.ask("POST", "/v1/sums", pack(Sums(areas=[PROBOLINGGO]))), 200)
    keep(ASKED["GET /v1/receipt"], laptop.ask("GET", "/v1/receipt"), 200)
    code = EnrolRequest(
        code=issue_code(sqlite_ground.centre, PROBOLINGGO, [PROBOLINGGO], now_ms=sqlite_ground.clock()),
        device_name="Laptop Jati",
        public_key="ab" * 32,
    )
    keep(ASKED["POST /v1/enrol"], sqlite_ground.client.post("/v1/enrol", content=pack(code)), 200)


def test_refusals_are_those_of_the_document(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.pen.insert("resident", resident())
    push, pull, enrol = (ASKED[f"POST /v1/{name}"] for name in ("push", "pull", "enrol"))
    keep(push, laptop.ask("POST", "/v1/push", pack(laptop.pen.batch(2))), 409)
    keep(push, laptop.ask("POST", "/v1/push", bytes(3 << 20)), 413)
    keep(pull, laptop.ask("POST", "/v1/pull", pack(Pull(epoch=2, cursors={}))), 409)
    keep(pull, laptop.ask("POST", "/v1/pull", pack(Pull(epoch=1, cursors={})), **{"FieldKit-Protocol": "0"}), 426)
    wrong = EnrolRequest(code="3574-AAAA-AAAA-AAAA", device_name="Laptop Jati", public_key="ab" * 32)
    told = [sqlite_ground.client.post("/v1/enrol", content=pack(wrong)) for _ in range(6)]
    keep(enrol, told[0], 400)
    keep(enrol, told[-1], 429)
    revoke(sqlite_ground.centre, PROBOLINGGO, laptop.enrolment.device_id, now_ms=sqlite_ground.clock())
    keep(ASKED["GET /v1/hello"], laptop.ask("GET", "/v1/hello"), 403)
    keep(pull, laptop.ask("POST", "/v1/pull", pack(Pull(epoch=1, cursors={}))), 403)
    keep(push, laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())), 200)


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.has_token], ids=lambda each: each.name)
def test_whatever_wants_a_token_says_so_to_whoever_has_none(sqlite_ground: Ground, operation: Any) -> None:
    response = sqlite_ground.client.request(operation.method, operation.path, content=b"")
    assert trouble(response)[1].code == "token"
    keep(ASKED[f"{operation.method.upper()} {operation.path}"], response, 401)


def test_an_answer_that_breaks_a_promise_is_found_out() -> None:
    response = httpx.Response(200, json={"number": "satu"}, request=httpx.Request("GET", "http://127.0.0.1/v1/receipt"))
    response.elapsed = timedelta(0)
    with pytest.raises(FailureGroup) as found:
        ASKED["GET /v1/receipt"].Case().validate_response(response, checks=PROMISES)
    assert {type(each).__name__ for each in found.value.exceptions} == {"JsonSchemaError", "MissingHeaders"}
