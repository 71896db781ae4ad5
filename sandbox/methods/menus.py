"""Commands by scope and language, the menu button, and how the bot describes itself."""

from __future__ import annotations

import re

from sandbox.access import find_chat
from sandbox.errors import bad
from sandbox.methods.registry import Handler, Turn, method
from sandbox.things import JSON

Scope = tuple[str, int, int, str]
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
LONGEST = {"name": 64, "description": 512, "short_description": 120}


def _language(turn: Turn) -> str:
    code: str = turn.args.get("language_code", "")
    if not LANGUAGE.fullmatch(code):
        raise bad("Invalid language code specified")
    return code


def _scope(turn: Turn) -> Scope:
    scope = turn.args.get("scope") or {"type": "default"}
    chat_id = scope.get("chat_id", 0)
    if scope["type"].startswith("chat"):
        chat = find_chat(turn.state, chat_id, write=False)
        if scope["type"] != "chat" and chat.private:
            raise bad("PEER_ID_INVALID")
    return scope["type"], chat_id, scope.get("user_id", 0), _language(turn)


@method("setMyCommands")
def set_my_commands(turn: Turn) -> bool:
    commands: list[JSON] = turn.args.get("commands") or []
    scope = _scope(turn)
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        command["command"] = command["command"].strip().removeprefix("/")
        command["description"] = command["description"].strip()
        if not command["command"]:
            raise bad("Command must be non-empty")
        if len(command["command"]) > 32:
            raise bad("Command length must not exceed 32")
        if not command["description"]:
            raise bad("Command description must be non-empty")
        if len(command["description"]) > 256:
            raise bad("Command description length must not exceed 256")
        if not COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
    if commands:
        turn.state.commands[scope] = commands
    else:
        turn.state.commands.pop(scope, None)
    turn.state.announce("commands")
    return True


@method("deleteMyCommands")
def delete_my_commands(turn: Turn) -> bool:
    turn.state.commands.pop(_scope(turn), None)
    turn.state.announce("commands")
    return True


@method("getMyCommands")
def get_my_commands(turn: Turn) -> list[JSON]:
    return turn.state.commands.get(_scope(turn), [])


@method("setChatMenuButton")
def set_chat_menu_button(turn: Turn) -> bool:
    chat_id = turn.args.get("chat_id", 0)
    if chat_id:
        find_chat(turn.state, chat_id, write=False)
    turn.state.menu_buttons[chat_id] = turn.args.get("menu_button") or {"type": "default"}
    return True


@method("getChatMenuButton")
def get_chat_menu_button(turn: Turn) -> JSON:
    kept = turn.state.menu_buttons
    default = kept.get(0, {"type": "default"})
    return kept.get(turn.args.get("chat_id", 0), default)


def _describe(what: str) -> tuple[Handler, Handler]:
    def write(turn: Turn) -> bool:
        text = turn.args.get(what, "")
        if len(text) > LONGEST[what]:
            raise bad(f"BOT_{what.upper()}_TOO_LONG")
        turn.state.profile[what, _language(turn)] = text
        return True

    def read(turn: Turn) -> JSON:
        kept = turn.state.profile
        return {what: kept.get((what, _language(turn))) or kept.get((what, ""), "")}

    return write, read


for _name, _what in (
    ("MyName", "name"),
    ("MyDescription", "description"),
    ("MyShortDescription", "short_description"),
):
    _write, _read = _describe(_what)
    method(f"set{_name}")(_write)
    method(f"get{_name}")(_read)
