"""The same strictness over a wire: forms, JSON, uploads, cut connections, the clock."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.control import control_routes
from sandbox.http import application, serving
from sandbox.phone import Phone
from sandbox.pictures import plain_picture
from sandbox.world import World


class Wire:
    """A client of the stand-in."""

    def __init__(self, session: aiohttp.ClientSession, world: World, base: str) -> None:
        self.session, self.world, self.base = session, world, base

    def url(self, method: str) -> str:
        return f"{self.base}/bot{self.world.token}/{method}"


@pytest.fixture
def world() -> World:
    world = World()
    world.pace = None
    return world


@pytest.fixture
async def wire(world: World) -> AsyncIterator[Wire]:
    async with (
        serving(application(world, control_routes(world)), closing=world.close) as port,
        aiohttp.ClientSession() as session,
    ):
        yield Wire(session, world, f"http://127.0.0.1:{port}")


async def test_four_ways_to_call(wire: Wire, nam: Phone) -> None:
    values = {"chat_id": str(nam.user.id), "text": "chào"}
    for more in ({"params": values}, {"json": values}, {"data": values}):
        async with wire.session.post(wire.url("sendMessage"), **more) as answer:  # type: ignore[arg-type]
            assert (await answer.json())["result"]["text"] == "chào"
    form = aiohttp.FormData(values)
    form.add_field("photo", plain_picture(3), filename="ảnh.png", content_type="image/png")
    async with wire.session.post(wire.url("sendPhoto"), data=form) as answer:
        body = await answer.json()
    assert body["result"]["photo"][-1]["width"] == 320
    assert [str(v) for v in wire.world.violations] == ['sendPhoto: unknown parameter "text"']
    async with wire.session.get(wire.url("getMe")) as answer:
        assert (await answer.json())["result"]["username"] == "viecchung_sandbox_bot"


async def test_refusals_over_http(wire: Wire, nam: Phone) -> None:
    async with wire.session.get(wire.url("makeTea")) as answer:
        assert answer.status == 404
    async with wire.session.get(f"{wire.base}/bot1:x/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"
    values = {"chat_id": nam.user.id, "text": "<b>x", "parse_mode": "HTML"}
    async with wire.session.post(wire.url("sendMessage"), json=values) as answer:
        assert answer.status == 400
        assert "can't parse entities" in (await answer.json())["description"]


async def test_files_over_http(wire: Wire, nam: Phone) -> None:
    sent = await nam.document(content=b"abc")
    values = {"file_id": sent.content["document"]["file_id"]}
    async with wire.session.get(wire.url("getFile"), params=values) as answer:
        path = (await answer.json())["result"]["file_path"]
    base = f"{wire.base}/file/bot{wire.world.token}"
    async with wire.session.get(f"{base}/{path}") as answer:
        assert await answer.read() == b"abc"
    async with wire.session.get(f"{base}/documents/none.pdf") as answer:
        assert answer.status == 404


async def test_a_poller_that_hangs_up_is_no_conflict(wire: Wire, nam: Phone) -> None:
    poll = asyncio.ensure_future(wire.session.get(wire.url("getUpdates"), params={"timeout": 20}))
    await wire.world.state.until(lambda: wire.world.state.queue.polled, 0.5)
    poll.cancel()
    await asyncio.sleep(0.2)
    assert not wire.world.state.queue.polled
    await nam.write("còn đây")
    async with wire.session.get(wire.url("getUpdates")) as answer:
        assert len((await answer.json())["result"]) == 1
    assert not wire.world.violations


async def test_a_cut_connection_and_a_lost_answer(wire: Wire, nam: Phone) -> None:
    values = {"chat_id": nam.user.id, "text": "x"}
    wire.world.faults.unreachable(0.3)
    with pytest.raises(aiohttp.ClientConnectionError):
        await wire.session.post(wire.url("sendMessage"), json=values)
    assert not nam.messages
    await asyncio.sleep(0.35)
    wire.world.faults.lose_answers(1)
    with pytest.raises(aiohttp.ClientConnectionError):
        await wire.session.post(wire.url("sendMessage"), json=values)
    assert len(nam.messages) == 1
    wire.world.faults.lose_answers(1, hang=True)
    with pytest.raises(TimeoutError):
        await wire.session.post(
            wire.url("sendMessage"), json=values, timeout=aiohttp.ClientTimeout(0.3)
        )
    assert len(nam.messages) == 2


async def test_phones_over_the_control_api(wire: Wire) -> None:
    phones = f"{wire.base}/sandbox/phones"
    person = {"id": 900000018, "first_name": "Nam", "started": True}
    async with wire.session.post(phones, json=person) as answer:
        assert (await answer.json())["name"] == "Nam"
    act = f"{phones}/900000018/act"
    async with wire.session.post(act, json={"do": "write", "text": "chào"}) as answer:
        assert (await answer.json())["messages"][-1]["text"] == "chào"
    async with wire.session.post(act, json={"do": "tap", "label": "Nhận"}) as answer:
        assert answer.status == 409
        found = await answer.json()
        assert "has no button «Nhận»" in found["error"]
        assert "không có nút «Nhận»" in found["vi"]
    async with wire.session.post(act, json={"do": "forward", "message": 5}) as answer:
        assert (await answer.json())["vi"] == "Tin đó không còn nữa"
    async with wire.session.post(act, json={"do": "photo", "content": "dGV4dA=="}) as answer:
        assert (await answer.json())["error"] == "this file is no picture"
    async with wire.session.get(f"{phones}/77") as answer:
        assert answer.status == 404
    async with wire.session.post(f"{wire.base}/sandbox/faults", json={"unreachable": 9}) as answer:
        assert "unreachable" in await answer.json()
    async with wire.session.post(f"{wire.base}/sandbox/faults", json={}) as answer:
        assert await answer.json() == {}


async def test_events_stream(wire: Wire, nam: Phone) -> None:
    async with wire.session.get(f"{wire.base}/sandbox/events") as stream:
        assert await stream.content.readline() == b"retry: 1000\n"
        await nam.write("chào")
        line = b""
        while not line.startswith(b"data: "):
            line = await asyncio.wait_for(stream.content.readline(), 2)
    assert json.loads(line[6:])["kind"] == "message"


async def test_the_clock_jumps_and_the_bot_reports(wire: Wire) -> None:
    clock = f"{wire.base}/sandbox/clock"

    async def talk(url: str, **more: Any) -> tuple[int, Any]:
        async with wire.session.request(
            "POST" if "json" in more else "GET", url, **more
        ) as answer:
            return answer.status, await answer.json()

    _, first = await talk(clock)
    assert first["n"] == 0
    waiting = asyncio.ensure_future(talk(clock, params={"after": 0}))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    to = (wire.world.clock() + timedelta(days=2)).isoformat()
    jumping = asyncio.ensure_future(talk(f"{clock}/jump", json={"to": to, "wait": 5}))
    _, seen = await asyncio.wait_for(waiting, 1)
    assert (seen["n"], seen["now"][:16]) == (1, to[:16])
    assert not jumping.done()
    await talk(f"{clock}/done", json={"n": 1})
    _, jumped = await asyncio.wait_for(jumping, 1)
    assert jumped["settled"]
    status, refused = await talk(f"{clock}/jump", json={"to": first["now"]})
    assert (status, refused["error"]) == (409, "the clock only goes forward")


async def test_a_port_in_use_is_one_plain_line(wire: Wire) -> None:
    port = wire.base.rpartition(":")[2]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "serve", "--port", port),
        stderr=asyncio.subprocess.PIPE,
    )
    _, words = await process.communicate()
    assert process.returncode == 1
    assert re.fullmatch(rf"port {port} .*--port\n", words.decode())
