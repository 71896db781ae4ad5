"""The people of the sample office, with their telephones."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from sandbox.world import World


@dataclass(frozen=True)
class Account:
    key: str
    id: int
    name: str
    title: str
    phone: str
    stranger: bool = False  # has not pressed START yet


_RAW = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
PEOPLE = [Account(**row) for row in _RAW["person"]]
BY_KEY = {person.key: person for person in PEOPLE}
SHOWN: list[int] = [BY_KEY[key].id for key in _RAW["shown"]]


def settle(world: World) -> None:
    """Give everybody a telephone; all but strangers have pressed START some other day."""
    for person in PEOPLE:
        world.phone(person.id, person.name, phone_number=person.phone, started=not person.stranger)
