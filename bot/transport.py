"""The way to Telegram: requests over aiohttp, so that a hundred at once stay fast."""

import json
import time
from typing import Any

import aiohttp
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
KEEP_ALIVE_SECONDS = 30.0
AS_JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):
    """The request never reached Telegram: it may be repeated without harm."""


class Garbled(NetworkError):
    """What came back is no answer of Telegram's: whether it obeyed is not known."""

    def __init__(self) -> None:
        super().__init__("garbled")


def certainly_not_sent(error: TelegramError) -> bool:
    """Whether a failed request cannot have been obeyed by Telegram."""
    return isinstance(error, (NotSent, InvalidToken)) or isinstance(
        error.__cause__, ConnectionRefusedError
    )


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's requests over one pool of connections.

    Args:
        connections: at most so many requests at once; the others wait.
        proxy: the server's own way out, if any.
    """

    def __init__(self, connections: int = 64, proxy: str = "") -> None:
        self._connections, self._proxy = connections, proxy or None
        self._session: aiohttp.ClientSession | None = None
        self._used_at = 0.0

    def quiet_for(self) -> float:
        """Seconds since the last answer came this way."""
        return time.monotonic() - self._used_at

    @property
    def read_timeout(self) -> float:
        return READ_SECONDS

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer; one that cannot be read is in doubt, and is written to no log: it
        may hold what people said."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise Garbled from None
        if not isinstance(answer, dict):
            raise Garbled
        return answer

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=KEEP_ALIVE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector, trust_env=False, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def rebuild(self) -> None:
        """Throw a broken pool away and begin anew."""
        await self.shutdown()
        await self.initialize()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: (HTTP status, body). NotSent when it cannot have arrived, TimedOut or
        NetworkError when that is in doubt."""
        if self._session is None:
            raise NotSent("the transport is closed")
        read = READ_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=read)
        try:
            async with self._session.request(
                method, url, timeout=timeout, proxy=self._proxy, **_body(request_data)
            ) as response:
                answer = response.status, await response.read()
                self._used_at = time.monotonic()
                return answer
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


def _body(data: RequestData | None) -> dict[str, Any]:
    """As JSON, which costs a fifth of a form; files need one."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": data.json_payload, "headers": AS_JSON}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
