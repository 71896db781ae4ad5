"""The Bot API over HTTP, on this machine only."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox.arguments import Upload
from sandbox.errors import AnswerLost, Unreachable
from sandbox.world import World

HOST = "127.0.0.1"
Found = TypeVar("Found")
_open: dict[tuple[str, int], asyncio.Transport] = {}


class DroppableProtocol(H11Protocol):
    """A connection that the stand-in can cut, as a bad network does."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._peer = transport.get_extra_info("peername")
        _open[self._peer] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        _open.pop(self._peer, None)
        super().connection_lost(exc)


async def _drop(request: Request) -> Response:
    transport = _open.get((request.client.host, request.client.port)) if request.client else None
    if transport is not None:
        transport.abort()
    await asyncio.sleep(0)
    return Response(status_code=502)


def bot_routes(world: World) -> list[BaseRoute]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def call(request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        if token != world.token:
            return _refuse(401, "Unauthorized")
        try:
            params, files = await read_request(request)
        except (ValueError, ClientDisconnect):
            return _refuse(400, "Bad Request: can't parse the request")
        try:
            status, body = await while_connected(
                request, world.call(method, params, files), poll=method.lower() == "getupdates"
            )
        except Unreachable:
            return await _drop(request)
        except AnswerLost as lost:
            if lost.instead is not None:
                return Response(lost.instead, media_type="text/html")
            if lost.hang:
                await _gone(request)
            return await _drop(request)
        except asyncio.CancelledError:
            return Response(status_code=499)
        return JSONResponse(body, status)

    async def download(request: Request) -> Response:
        if request.path_params["token"] != world.token:
            return _refuse(401, "Unauthorized")
        content = world.file(request.path_params["path"])
        if content is None:
            return _refuse(404, "Not Found")
        return Response(content, media_type="application/octet-stream")

    return [
        Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
    ]


def _refuse(status: int, words: str) -> JSONResponse:
    return JSONResponse({"ok": False, "error_code": status, "description": words}, status)


async def _gone(request: Request) -> None:
    """Wait until the other side has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def while_connected(
    request: Request, work: Coroutine[Any, Any, Found], *, poll: bool = True
) -> Found:
    """Do the work; somebody who only waits for news, and hangs up, no longer waits."""
    task, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done() and poll:
            task.cancel()
        return await task
    finally:
        gone.cancel()


async def read_request(request: Request) -> tuple[Mapping[str, Any], dict[str, Upload]]:
    """Parameters from the query, JSON, a form or a multipart body, and the files in it."""
    params: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    files: dict[str, Upload] = {}
    if kind == "application/json":
        body = json.loads(await request.body() or b"{}")
        if not isinstance(body, dict):
            raise ValueError("an object is wanted")
        params |= body
    elif kind == "application/x-www-form-urlencoded":
        params |= dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    elif kind == "multipart/form-data":
        async with request.form(max_part_size=64 << 20) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    mime = value.content_type or "application/octet-stream"
                    files[name] = Upload(value.filename or name, await value.read(), mime)
                else:
                    params[name] = value
    return params, files


class Server(uvicorn.Server):
    """Leaves the signals to whoever started it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def serving(
    app: Starlette, port: int = 0, closing: Callable[[], None] | None = None
) -> AsyncIterator[int]:
    """Serve on loopback while the block runs; gives the port. OSError: the port is taken."""
    listener = socket.create_server((HOST, port))
    config = uvicorn.Config(
        app,
        http=DroppableProtocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    server = Server(config)
    task = asyncio.ensure_future(server.serve(sockets=[listener]))
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        if closing is not None:
            closing()
        await task
        listener.close()


def application(world: World, extra: list[BaseRoute] | None = None) -> Starlette:
    return Starlette(routes=[*bot_routes(world), *(extra or [])])
