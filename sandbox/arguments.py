"""Reads the parameters of a call as strictly as Telegram does, and notes what it forgives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad
from sandbox.table import OBJECTS, UNIONS, Field, Method

# What Telegram says when the JSON of a parameter is broken, or is not what it expected.
BROKEN = {
    "reply_markup": ("Can't parse reply keyboard markup JSON object", "reply markup"),
    "reply_parameters": ("Can't parse reply parameters JSON object", "reply parameters"),
    "link_preview_options": (
        "Can't parse link preview options JSON object",
        "link preview options",
    ),
    "scope": ("Can't parse BotCommandScope JSON object", "BotCommandScope"),
    "commands": ("Can't parse commands JSON object", "BotCommand"),
    "media": ("Can't parse media JSON object", "InputMedia"),
    "menu_button": ("Can't parse menu button JSON object", "MenuButton"),
    "reaction": ("Can't parse reaction types JSON object", "ReactionType"),
}
WHILE: dict[str, str] = {
    "InlineKeyboardButton": "Can't parse inline keyboard button: ",
    "KeyboardButton": "Can't parse keyboard button: ",
    "BotCommand": "Can't parse BotCommand: ",
    "BotCommandScope": "Can't parse BotCommandScope: ",
    "MenuButton": "Can't parse menu button: ",
    "InputMedia": "Can't parse InputMedia: ",
    "ReactionType": "Can't parse ReactionType: ",
    "MessageEntity": "Can't parse MessageEntity: ",
}
KINDS: dict[str, type | tuple[type, ...]] = {
    "int": int,
    "str": str,
    "bool": bool,
    "float": (int, float),
}
NAMES = {"int": "Number", "str": "String", "bool": "Boolean", "float": "Number"}


@dataclass
class Arguments:
    """The parameters of one call, decoded, with the files that came along."""

    values: dict[str, Any]
    files: Mapping[str, Upload]
    complaints: list[str] = field(default_factory=list)

    def get(self, name: str, default: Any = None) -> Any:
        value = self.values.get(name)
        return default if value is None else value

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def need(self, name: str) -> Any:
        """The parameter, or Telegram's refusal where it is missing or empty."""
        value = self.values.get(name)
        if value is None or value == "":
            raise bad(f'Parameter "{name}" is required')
        return value


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


def read_arguments(
    method: Method, params: Mapping[str, Any], files: Mapping[str, Upload]
) -> Arguments:
    """Decode and check everything; what Telegram silently ignores becomes a complaint."""
    found = Arguments({}, files)
    for name, value in params.items():
        known = method.fields.get(name)
        if known is None:
            found.complaints.append(f'unknown parameter "{name}"')
        elif value is not None:
            found.values[name] = _decode(known, value, found)
    for known in method.fields.values():
        missing = known.name not in found.values and known.name not in files
        if known.required and missing:
            found.complaints.append(f'missing parameter "{known.name}"')
    return found


def _decode(known: Field, value: Any, found: Arguments) -> Any:
    scalar = [kind for kind in known.types if kind in KINDS or kind == "InputFile"]
    if scalar:
        return _scalar(known, value, found)
    if isinstance(value, str):
        if value == "":
            return None
        try:
            value = json.loads(value)
        except ValueError:
            raise bad(
                BROKEN.get(known.name, (f"Can't parse {known.name} JSON object", ""))[0]
            ) from None
    _shape(known.name, known.types[0], value)
    return _nested(known.types[0], value, known.name, found)


def _scalar(known: Field, value: Any, found: Arguments) -> Any:
    kinds = known.types
    text = isinstance(value, str)
    if "int" in kinds and not isinstance(value, bool):
        if isinstance(value, int):
            return value
        if text and value.strip().lstrip("-").isdigit():
            return int(value)
    if "float" in kinds and not isinstance(value, bool):
        try:
            return float(value)
        except (TypeError, ValueError):
            pass
    if "bool" in kinds:
        if isinstance(value, bool):
            return value
        if text and value.lower() in {"true", "false", "yes", "no", "1", "0"}:
            return value.lower() in {"true", "yes", "1"}
    if "str" in kinds and text:
        return value
    found.complaints.append(f'wrong type of "{known.name}": {type(value).__name__}')
    return {"int": 0, "float": 0.0, "bool": False}.get(kinds[0], str(value))


def _shape(name: str, kind: str, value: Any) -> None:
    """Refuse an object where an array is wanted, and the other way round."""
    what = BROKEN.get(name, ("", kind.strip("[]")))[1]
    if kind.startswith("[") and not isinstance(value, list):
        if name == "message_ids":
            raise bad("Expected an Array of message identifiers")
        raise bad(f"Expected an Array of {what}")
    if not kind.startswith("[") and not isinstance(value, dict):
        raise bad(f"Object expected as {what}")


def _nested(kind: str, value: Any, path: str, found: Arguments) -> Any:
    if kind.startswith("["):
        if not isinstance(value, list):
            if path in {"keyboard", "inline_keyboard"}:
                owner = " of the InlineKeyboardMarkup" if path == "inline_keyboard" else ""
                raise bad(f'Field "{path}"{owner} must be an Array of Arrays')
            raise _WrongType(f'Field "{path}" must be of type Array')
        return [_nested(kind[1:-1], item, path, found) for item in value]
    if kind in KINDS:
        return _leaf(kind, value, path, found)
    if kind in UNIONS and isinstance(value, dict):
        kind = _member(kind, value)
    fields = OBJECTS.get(kind)
    if fields is None:
        return value
    if not isinstance(value, dict):
        if kind == "KeyboardButton" and isinstance(value, str):
            return {"text": value}
        raise bad(f"{_while(kind)}expected an Object")
    return _object(kind, fields, value, found)


def _object(
    kind: str, fields: dict[str, Field], value: dict[str, Any], found: Arguments
) -> dict[str, Any]:
    for name in value.keys() - fields.keys():
        found.complaints.append(f'unknown field "{name}" in {kind}')
    result: dict[str, Any] = {}
    for known in fields.values():
        item = value.get(known.name)
        if item is None:
            if known.required:
                raise bad(f'{_while(kind)}Can\'t find field "{known.name}"')
            continue
        wanted = known.types[0]
        if len(known.types) > 1 and isinstance(item, str):
            wanted = "str"
        try:
            result[known.name] = _nested(wanted, item, known.name, found)
        except _WrongType as wrong:
            raise bad(f"{_while(kind)}{wrong}") from None
    return result


class _WrongType(Exception):
    pass


def _leaf(kind: str, value: Any, path: str, found: Arguments) -> Any:
    if isinstance(value, KINDS[kind]) and (kind == "bool" or not isinstance(value, bool)):
        return value
    if kind == "str" and isinstance(value, (int, float)) and not isinstance(value, bool):
        found.complaints.append(f'wrong type of "{path}": a number for a String')
        return str(value)
    if kind in {"int", "float"} and isinstance(value, str):
        found.complaints.append(f'wrong type of "{path}": a string for a Number')
        if value.lstrip("-").replace(".", "", 1).isdigit():
            return float(value) if kind == "float" else int(float(value))
    raise _WrongType(f'Field "{path}" must be of type {NAMES[kind]}')


def _while(kind: str) -> str:
    for name, words in WHILE.items():
        if kind == name or kind in UNIONS.get(name, ()):
            return words
    return ""


def _member(union: str, value: dict[str, Any]) -> str:
    """Which of the types a value of a union is: by its `type`, or by the field only it has."""
    members = UNIONS[union]
    if union == "ReplyMarkup":
        for name in members:
            if next(iter(OBJECTS[name])) in value:
                return name
        return members[0] if value else "Empty"
    if len(members) == 1:
        return members[0]
    tag = str(value.get("type", "")).replace("_", "").lower()
    for name in members:
        if name.removeprefix(union).lower() == tag:
            return name
    if not tag:
        raise bad(f'{_while(union)}Can\'t find field "type"')
    unsupported = {
        "BotCommandScope": "Unsupported type specified",
        "MenuButton": "MenuButton has unsupported type",
        "ReactionType": "invalid reaction type specified",
    }
    raise bad(_while(union) + unsupported.get(union, f'type "{value["type"]}" is unsupported'))
