"""Carries messages out over Telegram, at Telegram's pace, and says what became of them."""

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol
from weakref import WeakValueDictionary

from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.asking import StillAsked
from bot.calls import Calls
from bot.pace import Pace
from bot.transport import certainly_not_sent
from domain.letters import Care, Carried, Delivery, Fate, Message, Place, Venue
from domain.menus import MENUS, in_rows
from texts import Catalogue, Label, Words, render

log = logging.getLogger(__name__)
PLAIN_LINKS = {"is_disabled": True}
TOAST_LETTERS = 200
CAPTION = 1024
"""So many letters may stand under a photo; more are a message of their own."""
REMEMBERED, PICTURES = 20_000, 8
SAME = "message is not modified"
GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message to delete not found",
    "message can't be deleted",
)
OLD_QUERY = ("query is too old", "query id is invalid")


class PaperMaker(Protocol):
    """Makes the file that is called so from facts: its name and its bytes."""

    def __call__(
        self, name: str, words: Words, facts: Mapping[str, Any], /
    ) -> tuple[str, bytes]: ...


class Courier:
    def __init__(self, bot: Bot, pace: Pace, catalogue: Catalogue, make_paper: PaperMaker) -> None:
        self._bot, self._calls, self._pace = bot, Calls(bot), pace
        self._catalogue, self._make_paper = catalogue, make_paper
        self._lanes: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        """One chat hears its messages in their order."""
        self._pictures: OrderedDict[int, asyncio.Task[bytes | None]] = OrderedDict()
        self._looks: OrderedDict[tuple[int, int], int] = OrderedDict()
        """How messages look since we last wrote them: what has not changed is not sent."""
        self.asked = StillAsked()
        """Which messages of late ask by buttons: those are taken off."""

    async def deliver(self, delivery: Delivery, message: Message) -> Carried:
        """Carry a letter; one that may have arrived already says that it is sent again."""
        words = self._catalogue.words(delivery.locale, delivery.address, delivery.zone)
        carried = await self.send(
            words,
            delivery.chat_id,
            message,
            first=delivery.answers,
            silent=delivery.silent,
            over=delivery.card_message_id,
            captioned=delivery.card_captioned,
            again=delivery.care is Care.SURE and delivery.tries > 1,
        )
        if delivery.card and not message.topic:
            self.asked.bare(delivery.chat_id, carried.message_id or 0)
        return carried

    async def send(
        self,
        words: Words,
        chat_id: int,
        message: Message,
        *,
        first: bool = False,
        silent: bool = False,
        over: int | None = None,
        reply_to: int | None = None,
        again: bool = False,
        captioned: bool | None = None,
    ) -> Carried:
        """Send a message, or write it over an older one; `first` when somebody waits for it,
        `captioned` where the older one is a photo or a file, None where that is not known."""
        carried = await self._send(
            words,
            chat_id,
            message,
            first,
            silent=silent,
            over=over,
            reply_to=reply_to,
            again=again,
            captioned=captioned,
        )
        if carried.message_id:
            live = bool(message.card) and not message.topic
            self.asked.note(chat_id, carried.message_id, message, live=live)
        return carried

    async def close(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a question that is over, unless it was written over since."""
        if self.asked.may_ask(chat_id, message_id):
            self.asked.over(chat_id, message_id)
            self._looks.pop((chat_id, message_id), None)
            how = {"chat_id": chat_id, "message_id": message_id}
            await self._carry(self._bot.edit_message_reply_markup, False, how)

    async def _send(
        self,
        words: Words,
        chat_id: int,
        message: Message,
        first: bool,
        *,
        silent: bool,
        over: int | None,
        reply_to: int | None,
        again: bool,
        captioned: bool | None,
    ) -> Carried:
        html, rows = render(words, message)
        if again:
            html += f"\n{words('letter.again')}"
        how: dict[str, Any] = {"chat_id": chat_id, "parse_mode": "HTML"}
        look = hash((html, str(rows)))
        if over is not None and message.paper and captioned is not False:
            return await self._repaint(
                words, message, first, {**how, "message_id": over}, html, rows, captioned
            )
        if captioned and len(html) > CAPTION:
            over = None
        if over is not None and captioned:
            how |= {"caption": html, "message_id": over, "reply_markup": _inline(rows)}
            return await self._carry(self._bot.edit_message_caption, first, how)
        if over is not None:
            how |= {"text": html, "message_id": over, "reply_markup": _inline(rows)}
            how |= {"link_preview_options": PLAIN_LINKS}
            return await self._carry(self._calls.edit, first, how, look)
        how |= {
            "disable_notification": silent,
            "protect_content": message.protect or None,
            "reply_markup": _inline(rows) or _keyboard(words, message.keyboard),
        }
        if reply_to is not None:
            how["reply_parameters"] = {
                "message_id": reply_to,
                "allow_sending_without_reply": True,
            }
        if message.paper and message.card:
            return await self._paint(words, message, first, how, html)
        if message.paper:
            name, content = await asyncio.to_thread(
                self._make_paper, message.paper, words, message.facts
            )
            send = self._bot.send_photo if name.endswith(".png") else self._bot.send_document
            field = "photo" if name.endswith(".png") else "document"
            how |= {"caption": html, field: content, "filename": name}
            return await self._carry(send, first, how)
        if message.files:
            return await self._send_files(chat_id, first, html, message.files, how)
        how |= {"text": html, "link_preview_options": PLAIN_LINKS}
        carried = await self._carry(self._calls.send, first, how, look)
        if message.venue and carried.fate is Fate.SENT:
            await self._show(chat_id, first, message.venue)
        return carried

    async def _paint(
        self, words: Words, message: Message, first: bool, how: dict[str, Any], html: str
    ) -> Carried:
        """A picture with its words; where it cannot be made, or is refused, the words alone."""
        picture = await self._picture(words, message)
        if picture:
            shown = {**how, "caption": html, "photo": picture}
            carried = await self._carry(self._bot.send_photo, first, shown)
            if carried.fate is not Fate.IMPOSSIBLE:
                return carried
        alone = {**how, "text": html, "link_preview_options": PLAIN_LINKS}
        return await self._carry(self._calls.send, first, alone)

    async def _repaint(
        self,
        words: Words,
        message: Message,
        first: bool,
        how: dict[str, Any],
        html: str,
        rows: Sequence[Sequence[Label]],
        captioned: bool | None,
    ) -> Carried:
        """The same in place: the picture and its words; the words alone where it cannot be made
        anew, and where it is not known to be one."""
        markup = _inline(rows)
        picture = await self._picture(words, message)
        if picture:
            media = InputMediaPhoto(picture, caption=html, parse_mode="HTML")
            where = {n: how[n] for n in ("chat_id", "message_id")}
            shown = {**where, "media": media, "reply_markup": markup}
            carried = await self._carry(self._bot.edit_message_media, first, shown)
            if carried.fate not in (Fate.IMPOSSIBLE, Fate.GONE):
                return carried
        if captioned:
            under = {**how, "caption": html, "reply_markup": markup}
            return await self._carry(self._bot.edit_message_caption, first, under)
        alone = {**how, "text": html, "link_preview_options": PLAIN_LINKS, "reply_markup": markup}
        return await self._carry(self._calls.edit, first, alone)

    async def _picture(self, words: Words, message: Message) -> bytes | None:
        """Made once for all its readers."""
        key = hash((message.paper, words.locale, str(message.facts["picture"])))
        if key not in self._pictures:
            self._pictures[key] = asyncio.create_task(self._painted(words, message))
            while len(self._pictures) > PICTURES:
                self._pictures.popitem(last=False)
        return await asyncio.shield(self._pictures[key])

    async def _painted(self, words: Words, message: Message) -> bytes | None:
        try:
            made = asyncio.to_thread(self._make_paper, message.paper, words, message.facts)
            return (await made)[1]
        except ValueError as error:
            log.error("a picture could not be made: %s", type(error).__name__)
            return None

    async def _show(self, chat_id: int, first: bool, venue: Venue) -> None:
        """The map under the words. The words name the place too: a map that is lost on its way
        is not worth saying everything again."""
        how = {
            "chat_id": chat_id,
            "latitude": venue.lat,
            "longitude": venue.lon,
            "title": venue.title,
            "address": venue.address,
            "disable_notification": True,
        }
        await self._carry(self._bot.send_venue, first, how)

    def _remember_look(self, chat_id: int, message_id: int, look: int) -> None:
        self._looks[chat_id, message_id] = look
        while len(self._looks) > REMEMBERED:
            self._looks.popitem(last=False)

    async def _send_files(
        self,
        chat_id: int,
        first: bool,
        html: str,
        files: Sequence[tuple[str, str]],
        how: dict[str, Any],
    ) -> Carried:
        """Photos and files that Telegram keeps: the first bears the words and the buttons."""
        carried = Carried(Fate.SENT)
        sends = {
            "photo": (self._bot.send_photo, "photo"),
            "file": (self._bot.send_document, "document"),
            "voice": (self._bot.send_voice, "voice"),
        }
        for number, (kind, file_id) in enumerate(files[:10]):
            send, field = sends[kind]
            bare = {"chat_id": chat_id, "disable_notification": True}
            one = {**how, "caption": html} if number == 0 else bare
            done = await self._carry(send, first, {**one, field: file_id})
            if number == 0:
                carried = done
            if done.fate is not Fate.SENT:
                return done
        return carried

    async def take_away(self, chat_id: int, message_id: int) -> Fate:
        """Delete a message; one that is gone, or too old to be deleted, is no fault."""
        how = {"chat_id": chat_id, "message_id": message_id}
        return (await self._carry(self._bot.delete_message, False, how)).fate

    async def notice(self, words: Words, query_id: str, message: Message | None) -> bool:
        """Answer a press, outside the pace of messages; False when nobody may have seen it, for it
        came too late or Telegram did not take it."""
        text = noticed(render(words, message)[0]) if message else None
        alert = message is not None and message.place is Place.ALERT
        try:
            await self._calls.answer_press(callback_query_id=query_id, text=text, show_alert=alert)
        except BadRequest as error:
            if not any(old in str(error).lower() for old in OLD_QUERY):
                raise
            return False
        except TelegramError as error:
            log.info("a press was not answered: %s", type(error).__name__)
            return False
        return True

    async def _carry(self, send: Any, first: bool, how: dict[str, Any], look: int = 0) -> Carried:
        chat_id, over = how["chat_id"], how.get("message_id", 0)
        lane = self._lanes.setdefault(chat_id, asyncio.Lock())
        try:
            async with lane:
                if look and over and self._looks.get((chat_id, over)) == look:
                    return Carried(Fate.SENT, over, captioned=False)
                number = await self._pace.turn(chat_id, first=first)
                try:
                    message_id = _number(await send(**how))
                finally:
                    self._pace.landed(number)
                if look and message_id:
                    self._remember_look(chat_id, message_id, look)
        except BadRequest as error:
            return self._refused(str(error).lower(), how)
        except Forbidden:
            return Carried(Fate.UNREACHABLE)
        except ChatMigrated as error:
            return Carried(Fate.LATER, moved_to=error.new_chat_id)
        except RetryAfter as error:
            pause = pause_of(error)
            self._pace.hold(chat_id, pause.total_seconds())
            return Carried(Fate.LATER, pause=pause)
        except TelegramError as error:
            return Carried(Fate.NOT_SENT if certainly_not_sent(error) else Fate.IN_DOUBT)
        return Carried(Fate.SENT, message_id, captioned="text" not in how)

    def _refused(self, reason: str, how: Mapping[str, Any]) -> Carried:
        if SAME in reason:
            return Carried(Fate.SENT, how.get("message_id"), captioned="text" not in how)
        if any(gone in reason for gone in GONE):
            return Carried(Fate.GONE)
        if "chat not found" in reason:
            return Carried(Fate.UNREACHABLE)
        log.error("Telegram refused a message: %s", code_of(reason))
        return Carried(Fate.IMPOSSIBLE)


def code_of(reason: str) -> str:
    """Telegram's reason without what it quotes of the message."""
    return "_".join(re.split(r"[:'\"(]", reason)[0].split())[:64]


def pause_of(error: RetryAfter) -> timedelta:
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _number(sent: Any) -> int | None:
    """Of the message that came of a call, if one did."""
    if isinstance(sent, bool):
        return None
    return sent if isinstance(sent, int) else int(sent.message_id)


def _inline(rows: Sequence[Sequence[Label]]) -> dict[str, Any] | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(label) for label in row] for row in rows]}


def _button(label: Label) -> dict[str, Any]:
    press = label.press
    if press.url:
        return {"text": label.text, "url": press.url}
    if press.copy:
        return {"text": label.text, "copy_text": {"text": press.copy[:256]}}
    return {"text": label.text, "callback_data": press.pack()}


def _keyboard(words: Words, name: str) -> dict[str, Any] | None:
    if not name:
        return None
    if name == "none":
        return {"remove_keyboard": True}
    if name == "contact":
        ask = {"text": words("menu.contact"), "request_contact": True}
        return {"keyboard": [[ask]], "resize_keyboard": True, "one_time_keyboard": True}
    rows = [[{"text": label} for label in row] for row in _labels(words, name)]
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


def _labels(words: Words, name: str) -> Sequence[Sequence[str]]:
    return in_rows(words(f"menu.{label}") for label in MENUS[name])


def noticed(html: str) -> str:
    """As much as a notice holds: Telegram counts in UTF-16, where «🤝» is two."""
    units = _bare(html).encode("utf-16-le")[: 2 * TOAST_LETTERS]
    return units.decode("utf-16-le", "ignore")


def _bare(html: str) -> str:
    """A toast knows no formatting."""
    for mark in ("<b>", "</b>", "<i>", "</i>"):
        html = html.replace(mark, "")
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
