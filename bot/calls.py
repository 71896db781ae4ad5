"""The few calls of every tap, said to Telegram directly: no objects are made only to be taken
apart again. Everything rarer goes through the library's own bot."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

from telegram import Bot
from telegram.request import RequestData


class Fields:
    """What a transport asks of the library's `RequestData`: values without files."""

    contains_files = False

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    @cached_property
    def json_parameters(self) -> dict[str, str]:
        """For a form: every value a text."""
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self._values.items()
        }

    @cached_property
    def json_payload(self) -> bytes:
        return json.dumps(self._values).encode()


class Calls:
    """Over the bot's own transport, which tells what a failure means."""

    def __init__(self, bot: Bot) -> None:
        self._request, self._url = bot.request, bot.base_url

    async def send(self, **how: Any) -> int:
        """A new message; its number."""
        return int((await self._call("sendMessage", how))["message_id"])

    async def edit(self, **how: Any) -> int:
        """Written over an older one."""
        return int((await self._call("editMessageText", how))["message_id"])

    async def answer_press(self, **how: Any) -> None:
        await self._call("answerCallbackQuery", how)

    async def _call(self, method: str, how: Mapping[str, Any]) -> Any:
        """Fields that say nothing are left out."""
        values = Fields({name: value for name, value in how.items() if value is not None})
        return await self._request.post(f"{self._url}/{method}", cast(RequestData, values))
