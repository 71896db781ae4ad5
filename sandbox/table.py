"""The table of methods, parameters and types that the Bot API takes, read from api.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Field:
    """One parameter of a method, or one field of an object."""

    name: str
    types: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class Method:
    name: str
    fields: dict[str, Field]


def _fields(line: str, shared: dict[str, str]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for item in filter(None, (part.strip() for part in line.split(","))):
        if item.startswith("+"):
            found |= _fields(shared[item[1:]], shared)
            continue
        name, types = item.split()
        required = name.endswith("!")
        name = name.rstrip("!")
        found[name] = Field(name, tuple(types.split("|")), required)
    return found


_RAW = tomllib.loads(files(__package__).joinpath("api.toml").read_text("utf-8"))
_SHARED: dict[str, str] = _RAW["shared"]

WORDS: dict[str, list[str]] = {name: line.split() for name, line in _RAW["words"].items()}
METHODS: dict[str, Method] = {
    name.lower(): Method(name, _fields(line, _SHARED)) for name, line in _RAW["methods"].items()
}
UNIONS: dict[str, tuple[str, ...]] = {
    name: tuple(part.strip() for part in line[1:].split("|"))
    for name, line in _RAW["types"].items()
    if line.startswith("=")
}
OBJECTS: dict[str, dict[str, Field]] = {
    name: _fields(line, _SHARED)
    for name, line in _RAW["types"].items()
    if not line.startswith("=")
}
