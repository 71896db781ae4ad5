"""Keyboards, checked as strictly as Telegram checks them, and a little more."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.links import USER, check_link
from sandbox.table import WORDS
from sandbox.things import JSON, Chat

ACTIONS = WORDS["button_actions"]
STYLES = {"", "default", "primary", "danger", "success"}
MOST_BUTTONS = 100
MOST_IN_ROW = 8


def check_markup(
    markup: Any, chat: Chat, complaints: list[str], *, inline_only: bool = False
) -> JSON | None:
    """The markup to keep, or Telegram's refusal; silent losses go to `complaints`."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline(markup, complaints)
    if inline_only:
        raise bad("Inline keyboard expected")
    if "keyboard" in markup:
        _reply(markup["keyboard"], chat, complaints)
    elif not markup.get("remove_keyboard") and not markup.get("force_reply"):
        complaints.append("reply_markup that does nothing")
        return None
    placeholder = markup.get("input_field_placeholder", "")
    if len(placeholder) > 64:
        raise bad("BUTTON_PLACEHOLDER_INVALID")
    return dict(markup)


def _inline(markup: JSON, complaints: list[str]) -> JSON | None:
    rows: list[list[JSON]] = markup["inline_keyboard"]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        if not row:
            complaints.append("an empty row of buttons")
        if len(row) > MOST_IN_ROW:
            complaints.append(f"{len(row)} buttons in a row: phones show at most {MOST_IN_ROW}")
        for button in row:
            _inline_button(button, complaints)
    return {"inline_keyboard": [row for row in rows if row]} if any(rows) else None


def _inline_button(button: JSON, complaints: list[str]) -> None:
    used = [action for action in ACTIONS if button.get(action) not in (None, "", False)]
    if not button["text"].strip():
        raise bad("Inline keyboard button text must be non-empty")
    if button.get("style", "").lower() not in STYLES:
        raise bad("Can't parse inline keyboard button: invalid button style specified")
    if not used and "switch_inline_query" not in str(button.keys()):
        raise bad(
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(used) > 1:
        complaints.append(f"a button with more than one action: {', '.join(used)}")
    if len(button.get("callback_data", "").encode()) > 64:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url", "")
    if url and not USER.fullmatch(url) and not check_link(url):
        raise bad(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if len(button.get("copy_text", {}).get("text", "x")) not in range(1, 257):
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _reply(rows: list[list[JSON]], chat: Chat, complaints: list[str]) -> None:
    for row in rows:
        if not row:
            complaints.append("an empty row of buttons")
        if len(row) > 12:
            complaints.append(f"{len(row)} buttons in a row: Telegram drops all after 12")
        for button in row:
            if not button["text"].strip():
                raise bad("Keyboard button text must be non-empty")
            for wish, name in (
                ("request_contact", "Phone number"),
                ("request_location", "Location"),
            ):
                if button.get(wish) and not chat.private:
                    raise bad(f"{name} can be requested in private chats only")
    if sum(map(len, rows)) > 300:
        complaints.append("more than 300 buttons: Telegram drops the rest")
    if not any(rows):
        raise bad("reply keyboard is empty")
