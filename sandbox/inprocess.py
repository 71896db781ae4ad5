"""The library's transport without a wire: calls go straight into the pretend Telegram."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import unquote

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from sandbox.arguments import Upload
from sandbox.errors import AnswerLost, Unreachable
from sandbox.world import World


class InProcessRequest(BaseRequest):
    """Give it to `Bot(request=…, get_updates_request=…)` with the world's own token."""

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,
        **timeouts: Any,
    ) -> tuple[int, bytes]:
        """One call; nothing is shared with the bot's own transport, which the sandbox knows only
        over HTTP, and no timeout of the library's has a meaning without a wire."""
        path = url.split("/bot", 1)[1] if "/file/bot" not in url else ""
        if not path:
            content = self.world.file(unquote(url).split(f"{self.world.token}/", 1)[1])
            return (404, b'{"ok":false}') if content is None else (200, content)
        params = request_data.json_parameters if request_data else {}
        try:
            status, body = await self.world.call(
                path.rpartition("/")[2], params, _files(request_data)
            )
        except Unreachable:
            raise NetworkError("the sandbox is unreachable") from ConnectionRefusedError()
        except AnswerLost as lost:
            if lost.instead is not None:
                return 200, lost.instead
            if lost.hang:
                await asyncio.sleep(self.read_timeout)
                raise TimedOut from lost
            raise NetworkError("the answer was lost") from lost
        return status, json.dumps(body).encode()


def _files(data: RequestData | None) -> dict[str, Upload]:
    if data is None or not data.contains_files:
        return {}
    found = {}
    for name, (file_name, content, mime) in data.multipart_data.items():
        raw = content if isinstance(content, bytes) else content.read()
        found[name] = Upload(file_name, raw, mime)
    return found
