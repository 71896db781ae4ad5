"""A Telegram in a process of its own: it hands updates out when they are due, keeps its own pace
strictly, and writes down when it was told what."""

import asyncio
import itertools
import json
import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

from sandbox.pace import Pace

ASKED_AT = 5
"""The message whose button everybody presses."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that a person does, so many seconds after the beginning."""

    at: float
    person: int
    press: str = ""
    text: str = ""
    over: int = ASKED_AT
    """The message whose button is pressed."""

    def update(self, number: int) -> dict[str, Any]:
        """As Telegram sends it."""
        chat = {"id": self.person, "type": "private"}
        who = {"id": self.person, "is_bot": False, "first_name": "x"}
        message: dict[str, Any] = {
            "message_id": self.over,
            "date": 1,
            "chat": chat,
            "text": self.text or "x",
        }
        if self.text:
            return {"update_id": number, "message": {**message, "from": who}}
        query = {"id": str(number), "from": who, "chat_instance": "1", "data": self.press}
        return {"update_id": number, "callback_query": {**query, "message": message}}


@dataclass(frozen=True, slots=True)
class Said:
    """A message or an edit: when, to whom, and whether it was an edit."""

    at: float
    chat: int
    is_edit: bool


@dataclass(slots=True)
class Book:
    """What Telegram saw, in seconds after the beginning."""

    answers: dict[int, tuple[float, str]] = field(default_factory=dict)
    """By the number of the update: when its press was answered, and with which words."""
    said: list[Said] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


class _Telegram:
    def __init__(self, comings: Sequence[Coming], delay: float, paced: bool) -> None:
        self._comings = [(c.at, c.update(n)) for n, c in enumerate(comings, start=1)]
        self._delay = delay
        self._pace = Pace() if paced else None
        self._ids = itertools.count(100)
        self._looks: dict[tuple[int, int], str] = {}
        self._began = 0.0
        self.book = Book()

    @property
    def _now(self) -> float:
        return time.monotonic() - self._began

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        is_json = request.content_type == "application/json"
        said = await request.json() if is_json else await request.post()
        data = {name: str(value) for name, value in said.items()}
        if method == "getme":
            return _ok({"id": 1, "is_bot": True, "first_name": "x", "username": "x"})
        if method == "getupdates":
            return _ok(await self._updates(int(data.get("offset", 0))))
        told = self._heard(method, data)
        await asyncio.sleep(self._delay)
        return told

    def _heard(self, method: str, data: dict[str, str]) -> web.Response:
        if method != "answercallbackquery":
            return self._speak(data)
        number = int(data["callback_query_id"])
        self.book.answers[number] = (self._now, data.get("text", ""))
        return _ok(True)

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        self._began = self._began or time.monotonic()
        first = max(0, offset - 1)
        due = [u for at, u in self._comings[first : first + 100] if at <= self._now]
        if not due:
            await asyncio.sleep(0.05)
        return due

    def _speak(self, data: dict[str, str]) -> web.Response:
        chat, edited = int(data.get("chat_id", 1)), int(data.get("message_id", 0))
        if self._pace and (wait := self._pace.take(chat)):
            self.book.violations.append(f"429 in chat {chat}")
            return _no(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        look = data.get("text", "") + data.get("reply_markup", "")
        if edited and self._looks.get((chat, edited)) == look:
            self.book.violations.append(f"not modified in chat {chat}")
            return _no(400, "Bad Request: message is not modified", {})
        message_id = edited or next(self._ids)
        self._looks[chat, message_id] = look
        self.book.said.append(Said(self._now, chat, bool(edited)))
        told = {"message_id": message_id, "date": 1, "chat": {"id": chat, "type": "private"}}
        return _ok({**told, "text": "x"})


def _ok(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode())


def _no(code: int, why: str, parameters: dict[str, int]) -> web.Response:
    told = {"ok": False, "error_code": code, "description": why, "parameters": parameters}
    return web.Response(status=code, body=json.dumps(told).encode())


def _serve(pipe: Connection, comings: Sequence[Coming], delay: float, paced: bool) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {(os.cpu_count() or 1) - 1})
    telegram = _Telegram(comings, delay, paced)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", telegram.answer)

    def tell() -> None:
        wanted, book = pipe.recv(), telegram.book
        answers, said = len(book.answers), len(book.said)
        counts = {"answers": answers, "acted": max(answers, said), "both": min(answers, said)}
        pipe.send(book if wanted == "book" else counts[wanted])

    async def run() -> None:
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        asyncio.get_running_loop().add_reader(pipe.fileno(), tell)
        pipe.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


class Telegram:
    """The same, seen from the process that is measured."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.address = f"http://127.0.0.1:{pipe.recv()}"

    def _ask(self, what: str) -> Any:
        self._pipe.send(what)
        return self._pipe.recv()

    def count(self, what: str) -> int:
        """How many `answers` there were, or how many were `acted` on."""
        return int(self._ask(what))

    async def answered(self, count: int) -> None:
        """Wait until so many presses have been answered."""
        while self._ask("answers") < count:  # noqa: ASYNC110 - it measures, it does not wait
            await asyncio.sleep(0.1)

    async def acted(self, count: int) -> None:
        """Wait until as many were answered, each with a notice or a message."""
        while self._ask("acted") < count:  # noqa: ASYNC110 - it measures, it does not wait
            await asyncio.sleep(0.05)

    async def answered_and_edited(self, count: int) -> None:
        """Wait until as many were answered, and have their message too."""
        while self._ask("both") < count:  # noqa: ASYNC110 - it measures, it does not wait
            await asyncio.sleep(0.05)

    def book(self) -> Book:
        book: Book = self._ask("book")
        return book


@contextmanager
def telegram(
    comings: Sequence[Coming], delay: float = 0.0, *, paced: bool = True
) -> Iterator[Telegram]:
    """A Telegram where all this happens; each call takes it `delay` seconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, comings, delay, paced), daemon=True)
    process.start()
    try:
        yield Telegram(ours)
    finally:
        process.kill()
        process.join()
