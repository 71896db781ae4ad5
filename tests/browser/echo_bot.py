"""A tiny bot with every kind of message: the page can be tested without the office."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from html import escape
from typing import Any

import aiohttp

from sandbox.pictures import plain_picture

BASE = os.environ.get("BOT_API_BASE_URL", "")
TOKEN = os.environ.get("BOT_TOKEN", "")
CLOCK = os.environ.get("CLOCK_URL", "")
CARD = (
    "<b>Việc NV-0139</b>\nVận động 6 hộ <i>Hải Yên</i> hiến đất làm đường, "
    "hạn <u>thứ Sáu 27/11</u>.\n"
    "<blockquote expandable>Kết luận giao ban ngày 23/11:\n1. Đến từng hộ, nghe ý kiến.\n"
    "2. Ghi biên bản, chụp ảnh.\n3. Báo Trưởng tiểu ban trước 17h00 thứ Sáu.\n"
    "4. Hộ chưa đồng thuận: nêu rõ lý do.</blockquote>"
    'Xem <a href="https://example.vn/ke-hoach">kế hoạch</a>, gõ /viec'
)
CARD_KEYS = [
    [
        {"text": "Nhận việc", "callback_data": "nhan", "style": "success"},
        {"text": "Trao đổi lại", "callback_data": "lai"},
    ],
    [{"text": "Chép sang Zalo", "copy_text": {"text": "NV-0139"}}],
]
MENU = [["Việc của tôi", "Báo số liệu"], ["Lịch tuần", "Văn phòng"]]
INVITE = "https://t.me/viecchung_sandbox_bot?start=moi-T7-2811"


def _form(params: dict[str, Any], files: dict[str, bytes]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, content in files.items():
        form.add_field(name, content, filename=f"{name}.png", content_type="image/png")
    return form


class Bot:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def call(self, method: str, files: dict[str, bytes] | None = None, **params: Any) -> Any:
        while True:
            url = f"{BASE}/bot{TOKEN}/{method}"
            async with self.session.post(url, data=_form(params, files or {})) as answer:
                told = await answer.json()
            if answer.status != 429:
                return told.get("result")
            await asyncio.sleep(told["parameters"]["retry_after"])

    async def say(self, chat: int, text: str, **more: Any) -> Any:
        return await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", **more)

    async def run(self) -> None:
        commands = [{"command": "viec", "description": "Việc của tôi"}]
        await self.call("setMyCommands", commands=commands)
        offset = 0
        while True:
            for update in await self.call("getUpdates", timeout=20, offset=offset) or []:
                offset = update["update_id"] + 1
                if query := update.get("callback_query"):
                    await self.pressed(query)
                elif message := update.get("message"):
                    await self.written(message)

    async def pressed(self, query: dict[str, Any]) -> None:
        chat, number = query["message"]["chat"]["id"], query["message"]["message_id"]
        alert = query["data"] == "lai"
        text = "Đề nghị nêu lý do." if alert else "Đã nhận việc"
        await self.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert
        )
        if not alert:
            keys = {"inline_keyboard": [[{"text": "Báo xong", "callback_data": "xong"}]]}
            done = f"{CARD}\n<b>Đã nhận.</b>"
            await self.call(
                "editMessageText",
                chat_id=chat,
                message_id=number,
                text=done,
                parse_mode="HTML",
                reply_markup=keys,
            )

    async def written(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        match text.split()[0] if text else "":
            case "/start":
                rows = [[{"text": word} for word in row] for row in MENU]
                keys = {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}
                await self.say(chat, f"Xin chào! {text[6:]}".strip(), reply_markup=keys)
            case "Việc" | "/viec":
                card = await self.say(chat, CARD, reply_markup={"inline_keyboard": CARD_KEYS})
                await self.call("pinChatMessage", chat_id=chat, message_id=card["message_id"])
            case "ảnh":
                media = [{"type": "photo", "media": f"attach://p{n}"} for n in range(3)]
                media[0]["caption"] = "Ba điểm ra quân"
                files = {f"p{n}": plain_picture(n + 4) for n in range(3)}
                await self.call("sendMediaGroup", files, chat_id=chat, media=media)
            case "riêng":
                words = (
                    "<b>Đậm</b> <i>nghiêng</i> <u>gạch dưới</u> <s>bỏ</s> <code>NV-0139</code>\n"
                    "<pre>bảng  số</pre><tg-spoiler>kín</tg-spoiler> #ra_quan"
                )
                await self.say(chat, words, protect_content=True, disable_notification=True)
            case "tệp":
                await self.call("sendDocument", {"document": b"abc" * 900}, chat_id=chat)
            case "mã":
                caption = f"Mời tham gia: {INVITE}"
                await self.call(
                    "sendPhoto", {"photo": plain_picture(9)}, chat_id=chat, caption=caption
                )
            case "đường":
                place = {"title": "Nhà văn hóa khu 5", "address": "Hải Yên, Móng Cái"}
                await self.call(
                    "sendVenue", chat_id=chat, latitude=21.53, longitude=107.95, **place
                )
            case "số":
                keys = {"keyboard": [[{"text": "Gửi số của tôi", "request_contact": True}]]}
                await self.say(chat, "Đề nghị gửi số.", reply_markup=keys)
            case _:
                await self.call("sendChatAction", chat_id=chat, action="typing")
                await asyncio.sleep(0.3)
                kind = next(
                    k
                    for k in ("text", "photo", "voice", "contact", "location", "document")
                    if k in message
                )
                await self.say(chat, f"Đã nhận: {escape(text or kind)}")

    async def watch_clock(self) -> None:
        n = -1
        while True:
            async with self.session.get(CLOCK, params={"after": n}) as answer:
                found = await answer.json()
            if found["n"] > max(n, 0):
                await self.say(900000018, f"Bây giờ là {found['now'][11:16]}")
                await self.session.post(f"{CLOCK}/done", json={"n": found["n"]})
            n = found["n"]


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        bot = Bot(session)
        await asyncio.gather(bot.run(), bot.watch_clock())


if __name__ == "__main__" and sys.argv[1:2] == ["run"]:
    asyncio.run(main())
