"""The centre over HTTP (design.md, section 3): one method of `Doorway` and one route for each request of a laptop."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from litestar import Litestar, Request, Response, get, post
from litestar.background_tasks import BackgroundTask
from litestar.exceptions import HTTPException
from litestar.params import RawBody

from fieldkit.domain.areas import regency_of
from fieldkit.records.codes import code_regency
from fieldkit.records.relay import CarriedPiece
from fieldkit.records.squeeze import SQUEEZE
from fieldkit.records.sums import SHAPE
from fieldkit.records.wire import HEARTBEAT_HEADER, PROTOCOL, SCHEMA, EnrolRequest, Hello, LostRows, Pull, Sums
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.enrolment import check_request, enrol
from fieldkit.server.devices.guesses import guessers, in_line, one_try
from fieldkit.server.devices.guests import guest_prefixes, note_guest
from fieldkit.server.devices.heartbeats import note_heartbeat, silent_laptops
from fieldkit.server.devices.laptops import Device, authenticate
from fieldkit.server.devices.receiving import receiver_of
from fieldkit.server.devices.team import news_of_team
from fieldkit.server.devices.telephone import phone_lines
from fieldkit.server.doorway.bodies import (
    MAX_COMPRESSED_BYTES,
    answer,
    answer_json,
    read_body,
    read_push,
    trouble_answer,
)
from fieldkit.server.doorway.contract import DOCUMENT, document
from fieldkit.server.doorway.health import health_route
from fieldkit.server.doorway.leaving import let_go
from fieldkit.server.doorway.notices import notice_routes
from fieldkit.server.doorway.telephone import telephone_route
from fieldkit.server.feed.pull import AREAS_AT_MOST, pull
from fieldkit.server.feed.removals import Sweeping, forget_removals
from fieldkit.server.feed.sums import area_sums
from fieldkit.server.intake.lost_rows import take_lost_rows
from fieldkit.server.intake.pieces import forget_pieces, take_piece
from fieldkit.server.intake.push import receive
from fieldkit.server.keeping.restoration import require_open, restore_points
from fieldkit.server.ledger.origins import held_of, held_of_device
from fieldkit.server.ledger.receipts import last_receipt
from fieldkit.server.merge.authority import sender_of
from fieldkit.server.office.device_files import keep_device_files
from fieldkit.server.office.missions import keep_missions
from fieldkit.server.office.refill import bring_back_orders
from fieldkit.server.office.watch import Watch
from fieldkit.server.regencies import area_heads, epoch_of
from fieldkit.server.scope import any_covers, is_area
from fieldkit.server.tokens import bearer_token
from fieldkit.server.trouble import TroubleError, busy, malformed, revoked
from fieldkit.server.web.counting import Counting
from fieldkit.server.web.routes import web_router

OLDEST_PROTOCOL: Final = 1
_LOG: Final = logging.getLogger(__name__)
Asked = Request[Any, Any, Any]
Answered = Response[bytes]


class Doorway:
    """What the centre answers to each request; called in threads."""

    def __init__(self, centre: Centre, clock: Callable[[], int], counting: Counting | None = None) -> None:
        """Behind the pushes also what the pages show is counted, where there are any."""
        self._centre = centre
        self._counting = counting
        self._clock = clock
        self._watch = Watch(centre)
        self._sweeping = Sweeping(centre, forget_removals, forget_pieces)

    def hello(self, request: Asked) -> Answered:
        """Versions, time and epoch, what is held, and which areas may be read."""
        device, now_ms = self._known_device(request), self._clock()
        note_heartbeat(self._centre, device, request.headers.get(HEARTBEAT_HEADER), now_ms)
        if (known := let_go(self._centre, device, request.headers.get(HEARTBEAT_HEADER), now_ms)) is not device:
            device = known
            self._file(device.regency)
        with reading(self._centre.engine) as connection:
            held = held_of_device(connection, device.regency, device.id)
            if device.is_revoked:
                raise revoked(held, epoch_of(connection, device.regency), is_missing=device.is_missing)
            grants = sender_of(connection, device).grants
            message = Hello(
                protocol=PROTOCOL,
                schema=SCHEMA,
                oldest_protocol=OLDEST_PROTOCOL,
                server_time_ms=now_ms,
                epoch=epoch_of(connection, device.regency),
                held=held,
                areas=area_heads(connection, grants, now_ms),
                receiver=receiver_of(connection, device.regency),
                restores=restore_points(connection, [device.regency, *(regency_of(each.area) for each in grants)]),
                squeeze=SQUEEZE,
                team=news_of_team(connection, device, request.headers.get(HEARTBEAT_HEADER), now_ms),
                phone=phone_lines(connection, device, request.headers.get(HEARTBEAT_HEADER), now_ms),
            )
        hosts = note_guest(self._centre, device, grants, request.headers.get(HEARTBEAT_HEADER), now_ms)
        prefixes = guest_prefixes(self._centre, device, grants, now_ms)
        silent = silent_laptops(self._centre, device.regency, now_ms)
        response = answer(msgspec.structs.replace(message, prefixes=prefixes, silent=silent, shape=SHAPE))
        response.background = BackgroundTask(self._file, device.regency, hosts)
        return response

    def enrol(self, request: Asked, body: bytes) -> Answered:
        """A token for a code."""
        asked, now_ms = read_body(body, EnrolRequest), self._clock()
        _check_protocol(asked.protocol)
        address = request.client.host if request.client else ""
        check_request(asked)
        with reading(self._centre.engine) as connection:
            require_open(connection, code_regency(asked.code) or "")
        tried = guessers(address, asked.code)
        with in_line():
            enrolled = one_try(self._centre, tried, now_ms, lambda connection: enrol(connection, asked, now_ms))
        response = answer(enrolled)
        response.background = BackgroundTask(self._file, enrolled.regency)
        return response

    def push(self, request: Asked, body: bytes) -> Answered:
        """Take changes in; also from an old laptop, and from a revoked one."""
        device = self._known_device(request)
        response = answer(receive(self._centre, device, read_push(body), self._clock()))
        note_heartbeat(self._centre, device, request.headers.get(HEARTBEAT_HEADER), self._clock())
        # The laptop need not wait for it.
        response.background = BackgroundTask(self._look)
        return response

    def bundle(self, request: Asked, body: bytes) -> Answered:
        """Take a piece of a file that a laptop carries for another; also from a revoked one."""
        device = self._known_device(request)
        reply = take_piece(self._centre, device, read_body(body, CarriedPiece), self._clock())
        response = answer(reply)
        if reply.receipt:
            response.background = BackgroundTask(self._look)
        return response

    def lost(self, request: Asked, body: bytes) -> Answered:
        """Keep what a laptop still holds of what the centre lost, also while nothing is given out."""
        with reading(self._centre.engine) as connection:
            device = _device(connection, request)
            if device.is_revoked:
                raise revoked({}, epoch_of(connection, device.regency))
        handed_in = read_body(body, LostRows)
        reply = take_lost_rows(self._centre, device, handed_in)
        bring_back_orders(self._centre, handed_in, now_ms=self._clock())
        return answer(reply)

    def pull(self, request: Asked, body: bytes) -> Answered:
        """A page of rows."""
        _check_protocol(_protocol(request))
        with reading(self._centre.engine) as connection:
            device = _device(connection, request)
            if device.is_revoked:
                raise revoked({}, epoch_of(connection, device.regency))
            require_open(connection, device.regency)
            asked, now_ms = read_body(body, Pull), self._clock()
            granted = {each.area for each in sender_of(connection, device).grants if each.is_open(now_ms)}
            page, row_count = pull(connection, self._centre.bulk, granted, device.regency, asked)
        self._centre.metrics.gave_out(row_count)
        return answer_json(page)

    def sums(self, request: Asked, body: bytes) -> Answered:
        """Count and hash sum of the granted areas."""
        with reading(self._centre.engine) as connection:
            device, now_ms = _device(connection, request), self._clock()
            if device.is_revoked:
                raise revoked({}, epoch_of(connection, device.regency))
            require_open(connection, device.regency)
            granted = {each.area for each in sender_of(connection, device).grants if each.is_open(now_ms)}
        asked = read_body(body, Sums).areas
        if len(asked) > AREAS_AT_MOST:
            raise malformed("more areas than a regency has")
        asked = [area for area in asked if is_area(area) and any_covers(granted, area)]
        return answer(area_sums(self._centre, asked, device.regency))

    def receipt(self, request: Asked) -> Answered:
        """The signed word on what is held of an origin of the device; of its latest where none is named."""
        with reading(self._centre.engine) as connection:
            device = _device(connection, request)
            origin = request.query_params.get("origin", device.origin)
            if device.incarnation_of(origin) is None:
                raise malformed("the origin of another device")
            return answer(last_receipt(connection, held_of(connection, device.regency, origin), self._clock()))

    def _look(self) -> None:
        try:
            self._watch.look(self._clock())
            self._sweeping.sweep(self._clock())
            if self._counting:
                self._counting.look(self._clock())
        except (sa.exc.SQLAlchemyError, TroubleError) as error:
            # Nothing is lost: whoever pushes next has it looked at.
            _LOG.warning("%s", type(error).__name__)

    def _file(self, regency: str, hosts: Sequence[str] = ()) -> None:
        """Behind a request: bring the files of laptops up to date, and tell the hosts of a guest what it said of their
        people; if it fails, the next one does it."""
        with suppress(sa.exc.SQLAlchemyError, TroubleError):
            keep_device_files(self._centre, regency, self._clock())
            for host in hosts:
                keep_missions(self._centre, host, self._clock())

    def _known_device(self, request: Asked) -> Device:
        with reading(self._centre.engine) as connection:
            return _device(connection, request)


def build_app(
    centre: Centre,
    *,
    clock: Callable[[], int],
    revision: str | None = None,
    resources: Path | None = None,
    pause_s: float = 0,
) -> Litestar:
    """The web application of a centre; `clock` tells milliseconds since 1970.

    `revision` is that of the schema which this program knows; health looks at it where it is named.
    With `resources` there are the pages as well, whose figures are counted `pause_s` after a push.
    """
    counting = Counting(centre, pause_s) if resources else None
    pages = [web_router(centre, clock, counting, resources)] if counting and resources else []
    return Litestar(
        route_handlers=[
            *_routes(Doorway(centre, clock, counting)),
            *notice_routes(centre, clock),
            telephone_route(centre, clock),
            health_route(centre, revision),
            *pages,
        ],
        exception_handlers={
            TroubleError: _on_trouble,
            HTTPException: _on_http_error,
            sa.exc.OperationalError: _on_busy,
            sa.exc.TimeoutError: _on_busy,
            Exception: _on_fault,
        },
        request_max_body_size=MAX_COMPRESSED_BYTES,
        openapi_config=None,
        logging_config=None,
    )


def _routes(doorway: Doorway) -> list[Any]:
    @get("/v1/hello", sync_to_thread=True)
    def hello(request: Asked) -> Answered:
        return doorway.hello(request)

    @post("/v1/enrol", sync_to_thread=True)
    def enrol_device(request: Asked, body: RawBody) -> Answered:
        return doorway.enrol(request, body)

    @post("/v1/push", sync_to_thread=True)
    def take_push(request: Asked, body: RawBody) -> Answered:
        return doorway.push(request, body)

    @post("/v1/bundle", sync_to_thread=True)
    def take_carried(request: Asked, body: RawBody) -> Answered:
        return doorway.bundle(request, body)

    @post("/v1/pull", sync_to_thread=True)
    def give_page(request: Asked, body: RawBody) -> Answered:
        return doorway.pull(request, body)

    @get("/v1/receipt", sync_to_thread=True)
    def give_receipt(request: Asked) -> Answered:
        return doorway.receipt(request)

    @post("/v1/lost", sync_to_thread=True)
    def take_lost(request: Asked, body: RawBody) -> Answered:
        return doorway.lost(request, body)

    @post("/v1/sums", sync_to_thread=True)
    def give_sums(request: Asked, body: RawBody) -> Answered:
        return doorway.sums(request, body)

    @get(DOCUMENT, sync_to_thread=False)
    def describe() -> dict[str, Any]:
        return document()

    return [hello, enrol_device, take_push, take_lost, take_carried, give_page, give_receipt, give_sums, describe]


def _device(connection: sa.Connection, request: Asked) -> Device:
    return authenticate(connection, bearer_token(request.headers.get("authorization", "")))


def _protocol(request: Asked) -> int:
    named = request.headers.get("fieldkit-protocol", str(PROTOCOL))
    return int(named) if named.isascii() and named.isdigit() and len(named) < 10 else 0


def _check_protocol(protocol: int) -> None:
    if protocol < OLDEST_PROTOCOL:
        raise TroubleError(426, "too_old")


def _on_trouble(_request: Asked, error: TroubleError) -> Answered:
    return trouble_answer(error)


def _on_http_error(_request: Asked, error: HTTPException) -> Answered:
    codes = {404: "missing", 405: "missing", 413: "too_large"}
    status = error.status_code if error.status_code < 500 else 400
    return trouble_answer(TroubleError(status, codes.get(status, "malformed")))


def _on_busy(_request: Asked, _error: Exception) -> Answered:
    return trouble_answer(busy())


def _on_fault(_request: Asked, error: Exception) -> Answered:
    # The message of an error may quote a resident's data; where it happened tells enough.
    _LOG.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    return trouble_answer(TroubleError(500, "fault"))
