"""What the doorway promises: every route, its messages and all of its answers, as an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import Any, Final, TypeAlias

import msgspec

from fieldkit import __version__
from fieldkit.domain.orders.telephone import Unanswered
from fieldkit.records.journal import Header
from fieldkit.records.relay import CarriedPiece, CarriedReply
from fieldkit.records.wire import (
    CONTENT_TYPE,
    ENCODING,
    HEARTBEAT_HEADER,
    MAX_BODY_BYTES,
    Enrolment,
    EnrolRequest,
    Heartbeat,
    Hello,
    LostRows,
    LostRowsReply,
    PhoneAnswer,
    Pull,
    PullReply,
    Push,
    PushReply,
    Receipt,
    SignedQuestion,
    Sums,
    SumsReply,
    Trouble,
)
from fieldkit.server.doorway.bodies import MAX_COMPRESSED_BYTES
from fieldkit.server.notices.reports import INBOUND, REPORT

Part: TypeAlias = dict[str, Any]
"""A part of the document, as JSON has it."""
HEALTH: Final = "/v1/health"
DOCUMENT: Final = "/v1/openapi.json"
_ALWAYS: Final = {429: ("busy",), 500: ("fault",), 503: ("busy",)}
_WITH_TOKEN: Final = {401: ("token",)}
_WITH_BODY: Final = {400: ("malformed",), 408: ("busy",), 413: ("too_large",)}
_GIVES_OUT: Final = {403: ("revoked",), 503: ("busy", "restored")}
_STRING: Final[Part] = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Operation:
    """What is asked at one route, and how it may be answered: by status the codes of a Trouble."""

    path: str
    name: str
    tells: str
    answer: type[msgspec.Struct]
    body: type[msgspec.Struct] | None = None
    has_token: bool = True
    parameters: tuple[Part, ...] = ()
    troubles: tuple[Mapping[int, tuple[str, ...]], ...] = ()

    @property
    def method(self) -> str:
        """Whatever has a body is a POST."""
        return "post" if self.body else "get"

    def codes(self) -> dict[int, tuple[str, ...]]:
        """The codes of Trouble by status."""
        own = (_ALWAYS, _WITH_TOKEN if self.has_token else {}, _WITH_BODY if self.body else {}, *self.troubles)
        codes: dict[int, tuple[str, ...]] = {}
        for status, said in (each for group in own for each in group.items()):
            codes[status] = tuple(dict.fromkeys((*codes.get(status, ()), *said)))
        return dict(sorted(codes.items()))


def _header(name: str, tells: str, **what: Any) -> Part:
    return {"name": name, "in": "header", "description": tells, **what}


_BEAT: Final = _header(
    HEARTBEAT_HEADER,
    "How the laptop stands. One that can not be read is passed over.",
    content={CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Heartbeat"}}},
)
_PROTOCOL: Final = _header("FieldKit-Protocol", "The newest protocol that the laptop speaks.", schema=_STRING)
_ORIGIN: Final[Part] = {
    "name": "origin",
    "in": "query",
    "description": "An origin of this laptop; its present one where none is named.",
    "schema": _STRING,
}

OPERATIONS: Final = (
    Operation(
        "/v1/hello",
        "hello",
        "Versions, time and epoch, what is held of each origin, and the areas that may be read.",
        Hello,
        parameters=(_BEAT,),
        troubles=({403: ("revoked",)},),
    ),
    Operation(
        "/v1/enrol",
        "enrol",
        "Trade a one-time code for a token. Who guesses codes waits, longer each time.",
        Enrolment,
        EnrolRequest,
        has_token=False,
        troubles=({400: ("code",), 426: ("too_old",), 503: ("restored",)},),
    ),
    Operation(
        "/v1/push",
        "push",
        "Hand in changes, also from an old laptop or a revoked one. What was handed in before is answered as it was.",
        PushReply,
        Push,
        parameters=(_BEAT,),
        troubles=({409: ("chain", "fork")},),
    ),
    Operation(
        "/v1/bundle",
        "bundle",
        "Hand on a piece of a USB bundle of another laptop, also from a revoked one. Once whole it is taken in.",
        CarriedReply,
        CarriedPiece,
    ),
    Operation(
        "/v1/lost",
        "lost",
        "Hand in rows that the centre lost when it was restored. They count once the office has entered them.",
        LostRowsReply,
        LostRows,
        troubles=({403: ("revoked",)},),
    ),
    Operation(
        "/v1/pull",
        "pull",
        "A page of the rows above the cursors. Areas that are not granted are passed over.",
        PullReply,
        Pull,
        parameters=(_PROTOCOL,),
        troubles=({409: ("epoch",), 426: ("too_old",)}, _GIVES_OUT),
    ),
    Operation(
        "/v1/receipt",
        "receipt",
        "The signed word on what is held of an origin.",
        Receipt,
        parameters=(_ORIGIN,),
        troubles=({400: ("malformed",)},),
    ),
    Operation("/v1/sums", "sums", "Count and hash sum of the rows of areas.", SumsReply, Sums, troubles=(_GIVES_OUT,)),
    Operation(
        "/v1/telephone",
        "telephone",
        "The code that is read back to a laptop without a line, for an admin who signed what it is about.",
        PhoneAnswer,
        SignedQuestion,
        troubles=({409: tuple(each.value for each in Unanswered)}, _GIVES_OUT),
    ),
)
PATHS: Final = frozenset({*(each.path for each in OPERATIONS), HEALTH, DOCUMENT, REPORT, INBOUND})


@cache
def document() -> Part:
    """The OpenAPI document of this version of the centre."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "FieldKit", "version": __version__, "description": _ABOUT},
        "paths": {each.path: {each.method: _described(each)} for each in OPERATIONS} | _plain_paths(),
        "components": {"schemas": _schemas(), "securitySchemes": {"laptop": {"type": "http", "scheme": "bearer"}}},
    }


_ABOUT: Final = cleandoc(
    f"""
    Bodies are JSON in one {ENCODING} frame that tells its size, of at most {MAX_COMPRESSED_BYTES} bytes, and
    {MAX_BODY_BYTES} once decompressed. What a header says about type and encoding of a body that comes in is not looked
    at. A push may also be squeezed where the hello says so, in the form of fieldkit/records/squeeze.py. Fields that are
    not known are passed over; numbers go up to 63 bits. What is no HTTP, or has a head that is too long or takes too
    long, is refused before all this, with nothing that a client need read.
    """
)


def _described(operation: Operation) -> Part:
    refused = {str(status): _refusal(status, codes) for status, codes in operation.codes().items()}
    told: Part = {
        "operationId": operation.name,
        "summary": operation.tells,
        "parameters": list(operation.parameters),
        "responses": {"200": _answer("As asked", _ref(operation.answer)), **refused},
    }
    if operation.body:
        packed = {"description": f"One {ENCODING} frame", **_content(_ref(operation.body)), "required": True}
        told["requestBody"] = packed
    return told | ({"security": [{"laptop": []}]} if operation.has_token else {})


def _refusal(status: int, codes: Iterable[str]) -> Part:
    headers = {}
    if status in (408, 429, 503):
        headers["Retry-After"] = {"description": "Seconds", "required": True, "schema": {"type": "integer"}}
    if status == 401:
        headers["WWW-Authenticate"] = {"required": True, "schema": {"const": "Bearer"}}
    schema = {**_ref(Trouble), "properties": {"code": {"enum": list(codes)}}}
    return _answer(" or ".join(codes), schema, headers)


def _answer(tells: str, schema: Part, headers: Part | None = None) -> Part:
    encoding = {"Content-Encoding": {"required": True, "schema": {"const": ENCODING}}}
    return {"description": tells, "headers": {**encoding, **(headers or {})}, **_content(schema)}


def _plain_paths() -> Part:
    """What is answered to anybody, in plain JSON."""
    status: Part = {"type": "object", "required": ["status"]}
    ready = {**status, "properties": {"status": {"const": "ok"}}}
    not_ready = {**status, "properties": {"status": {"enum": ["database", "schema"]}}}
    busy = _refusal(429, ("busy",))
    health = {
        "operationId": "health",
        "summary": "Whether this process can be sent requests.",
        "responses": {
            "200": {"description": "It can", **_content(ready)},
            "503": {"description": "It can not, and why", **_content(not_ready)},
        },
    }
    own = {"200": {"description": "OpenAPI", **_content({"type": "object"})}, "429": busy}
    return {
        HEALTH: {"get": health},
        DOCUMENT: {"get": {"operationId": "document", "summary": "This document.", "responses": own}},
        REPORT: {"get": _of_gateway("report", "What became of a message, by the gateway that took it.", 503)},
        INBOUND: {"post": _of_gateway("inbound", "What somebody wrote back, by the gateway.", 400, 408, 413, 503)},
    }


def _of_gateway(name: str, tells: str, *troubles: int) -> Part:
    asked = ["regency", "secret", *(["reference", "status"] if name == "report" else [])]
    codes = {400: ("malformed",), 413: ("too_large",)}
    refused = {str(each): _refusal(each, codes.get(each, ("busy",))) for each in (*troubles, 429)}
    told: Part = {"204": {"description": "Noted"}, "404": {"description": "The secret is another one"}, **refused}
    parameters = [{"name": each, "in": "query", "required": True, "schema": _STRING} for each in asked]
    return {"operationId": name, "summary": tells, "parameters": parameters, "responses": told}


def _content(schema: Part) -> Part:
    return {"content": {CONTENT_TYPE: {"schema": schema}}}


def _ref(kind: type[msgspec.Struct]) -> Part:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _schemas() -> Part:
    kinds: set[type[msgspec.Struct]] = {Trouble, Header, Heartbeat}
    kinds.update(each for operation in OPERATIONS for each in (operation.answer, operation.body) if each)
    _, found = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    for schema in found.values():
        schema["description"] = cleandoc(schema.get("description", ""))
    # They travel as the bytes that the laptop wrote, which the types of the message can not tell.
    header, _, fields, _ = found["ChangeOnWire"]["prefixItems"]
    header |= _ref(Header)
    fields |= {"type": "object"}
    return dict(sorted(found.items()))
