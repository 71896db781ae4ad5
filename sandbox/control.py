"""The sandbox's own API under /sandbox/: telephones, faults and the clock, for page and tests."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from sandbox.clock import Clock
from sandbox.errors import Impossible
from sandbox.http import while_connected
from sandbox.moments import moment
from sandbox.phone import Phone, PhoneError
from sandbox.pictures import size_of
from sandbox.things import JSON, Message
from sandbox.view import show_phone
from sandbox.world import World

LONG_POLL = 25.0


def control_routes(world: World) -> list[BaseRoute]:
    """Everything that is not the Bot API."""
    desk = _Desk(world)
    return [
        Route("/sandbox/phones", desk.phones, methods=["GET", "POST"]),
        Route("/sandbox/phones/{user:int}", desk.phone),
        Route("/sandbox/phones/{user:int}/act", desk.act, methods=["POST"]),
        Route("/sandbox/calls", desk.calls),
        Route("/sandbox/violations", desk.violations),
        Route("/sandbox/faults", desk.faults, methods=["GET", "POST"]),
        Route("/sandbox/clock", desk.clock),
        Route("/sandbox/clock/jump", desk.jump, methods=["POST"]),
        Route("/sandbox/clock/done", desk.clock_done, methods=["POST"]),
        Route("/sandbox/files/{file}", desk.file),
        Route("/sandbox/events", desk.events),
    ]


class _Desk:
    def __init__(self, world: World) -> None:
        self.world = world

    async def phones(self, request: Request) -> Response:
        if request.method == "POST":
            asked = await request.json()
            names = ("last_name", "language_code", "phone_number", "username", "started")
            known = {name: asked[name] for name in names if name in asked}
            phone = self.world.phone(int(asked["id"]), asked.get("first_name", ""), **known)
            return JSONResponse(show_phone(phone))
        return JSONResponse([show_phone(phone) for phone in self.world.phones.values()])

    def _phone(self, request: Request) -> Phone | None:
        return self.world.phones.get(request.path_params["user"])

    async def phone(self, request: Request) -> Response:
        phone = self._phone(request)
        return Response(status_code=404) if phone is None else JSONResponse(show_phone(phone))

    async def act(self, request: Request) -> Response:
        """`{"do": "write", "text": …}`: what the person does; 409 says why it cannot be."""
        phone, asked = self._phone(request), await request.json()
        if phone is None:
            return Response(status_code=404)
        try:
            await act(phone, asked)
        except Impossible as error:
            return JSONResponse(error.json(), 409)
        return JSONResponse(show_phone(phone))

    async def calls(self, request: Request) -> Response:
        after = int(request.query_params.get("after", 0))
        found = [call for call in self.world.calls if call.n > after]
        return JSONResponse([vars(call) | {"at": call.at.isoformat()} for call in found])

    async def violations(self, request: Request) -> Response:
        return JSONResponse([str(violation) for violation in self.world.violations])

    async def faults(self, request: Request) -> Response:
        """`{"unreachable": 60}`, `{"too_many": [chat, seconds]}`, `{"bad_gateway": 3}`, …"""
        if request.method == "POST":
            asked, faults = await request.json(), self.world.faults
            if not asked:
                faults.clear()
            if "unreachable" in asked:
                faults.unreachable(float(asked["unreachable"]))
            if "too_many" in asked:
                faults.too_many(*asked["too_many"])
            if "bad_gateway" in asked:
                faults.bad_gateway(float(asked["bad_gateway"]))
            if "lose_answers" in asked:
                faults.lose_answers(float(asked["lose_answers"]), *asked.get("methods", []))
            self.world.state.announce("faults")
        return JSONResponse(self.world.faults.on)

    @property
    def _clock(self) -> Clock:
        if not isinstance(self.world.clock, Clock):
            raise TypeError("this world's clock cannot jump")
        return self.world.clock

    async def clock(self, request: Request) -> Response:
        """The bot waits here for the next jump."""
        after = int(request.query_params.get("after", -1))
        try:
            n, now = await while_connected(request, self._clock.wait(after, LONG_POLL))
        except asyncio.CancelledError:
            return Response(status_code=499)
        return JSONResponse({"n": n, "now": now.isoformat()})

    async def jump(self, request: Request) -> Response:
        asked = await request.json()
        try:
            n = self._clock.jump(moment(asked["to"], self._clock()))
        except Impossible as error:
            return JSONResponse(error.json(), 409)
        self.world.state.announce("clock")
        settled = await self._clock.settled(n, float(asked.get("wait", 0)))
        return JSONResponse({"n": n, "now": self._clock().isoformat(), "settled": settled})

    async def clock_done(self, request: Request) -> Response:
        self._clock.done(int((await request.json())["n"]))
        self.world.state.announce("clock")
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        file = self.world.state.files.get(request.path_params["file"])
        if file is None:
            return Response(status_code=404)
        heads = {"content-disposition": f"inline; filename*=utf-8''{quote(file.name)}"}
        return Response(file.content, media_type=file.mime, headers=heads)

    async def events(self, request: Request) -> Response:
        """Server-sent events: every change, as it happens."""
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        listener: asyncio.Queue[JSON] = asyncio.Queue()
        self.world.state.listeners.add(listener)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    event = await asyncio.wait_for(listener.get(), 15)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event["kind"] == "closing":
                    return
                yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
        finally:
            self.world.state.listeners.discard(listener)


async def act(phone: Phone, asked: dict[str, Any]) -> None:
    """One act of a person, named by `do`."""
    message = _message(phone, asked.get("message"))
    reply_to = _message(phone, asked.get("reply_to"))
    content = base64.b64decode(asked.get("content", ""))
    match asked["do"]:
        case "start":
            await phone.start(asked.get("payload", ""))
        case "write":
            await phone.write(asked["text"], reply_to)
        case "tap":
            await phone.tap(asked["label"], _needed(message) if "message" in asked else None)
        case "press":
            await phone.press(asked["data"], int(asked["message"]))
        case "follow":
            await phone.follow(asked["url"])
        case "photo":
            if content and size_of(content) is None:
                raise PhoneError("this file is no picture", "Tệp này không phải là ảnh")
            await phone.photo(
                asked.get("caption"), asked.get("album"), content=content, reply_to=reply_to
            )
        case "document":
            name, mime = asked.get("name", "bao-cao.pdf"), asked.get("mime", "application/pdf")
            await phone.document(
                name, content or b"%PDF-1.4", mime, asked.get("caption"), reply_to
            )
        case "voice":
            await phone.voice(int(asked.get("duration", 5)), reply_to=reply_to)
        case "location":
            await phone.location(reply_to=reply_to)
        case "contact":
            await phone.contact(asked.get("own", True))
        case "forward":
            await phone.forward(_needed(message))
        case "forward_text":
            await phone.forward_text(phone.state.users[int(asked["author"])], asked["text"])
        case "edit":
            await phone.edit(_needed(message), asked["text"])
        case "delete":
            await phone.delete(_needed(message))
        case "block":
            await phone.block()
        case "unblock":
            await phone.unblock()
        case other:
            raise PhoneError(f"a telephone cannot «{other}»", f"Điện thoại không «{other}» được")


def _message(phone: Phone, number: Any) -> Message | None:
    found = phone.chat.messages.get(int(number)) if number is not None else None
    return None if found is None or found.deleted else found


def _needed(message: Message | None) -> Message:
    if message is None:
        raise PhoneError("that message is not there", "Tin đó không còn nữa")
    return message
