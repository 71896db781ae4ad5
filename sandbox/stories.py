"""The guided tour: stories of a few steps, each done by a person or by the clock."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import Impossible
from sandbox.moments import moment
from sandbox.people import BY_KEY
from sandbox.phone import Phone
from sandbox.world import World

JUMP_WITHIN = 60.0
ACTS = {"start", "write", "reply", "repeat", "tap"}
DOINGS = ACTS | {"follow", "photo", "document", "voice", "location", "contact"}


class StoryError(Impossible):
    """A step could not be done, or nobody saw what was to be seen."""


@dataclass(frozen=True)
class Step:
    """Who does what, what is said about it, and the words that must then appear."""

    do: str
    vi: str
    en: str
    who: str = ""
    what: str = ""
    expect: str = ""
    see: str = ""  # on whose telephone; the doer's if empty
    of: str = ""  # whose words are repeated, or whose link is followed
    within: float = 20.0

    @property
    def seen_by(self) -> str:
        return self.see or self.who


@dataclass(frozen=True)
class Story:
    id: str
    order: int
    vi: str
    en: str
    steps: list[Step] = field(default_factory=list)


def load_stories() -> dict[str, Story]:
    """All stories whose feature is built, in their order."""
    found = []
    for path in files(__package__).joinpath("stories").iterdir():
        if path.name.endswith(".toml"):
            raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
            steps = [Step(**step) for step in raw.pop("step")]
            found.append(Story(id=path.name.removesuffix(".toml"), steps=steps, **raw))
    return {story.id: story for story in sorted(found, key=lambda story: story.order)}


def _phone(world: World, key: str) -> Phone:
    return world.phone(BY_KEY[key].id)


async def do_step(world: World, step: Step) -> None:
    """Do a step for the reader and wait for what is to be seen."""
    try:
        since = world.state.version
        heard = len(_phone(world, step.seen_by).toasts) if step.expect else 0
        if step.do == "clock":
            await jump(world, step.what)
        elif step.do == "repeat":
            await _phone(world, step.who).write(_said(_phone(world, step.of), step.what))
        elif step.do == "follow":
            await _phone(world, step.who).follow(_said(_phone(world, step.of), step.what))
        elif step.do != "note":
            await _act(_phone(world, step.who), step)
        if step.expect:
            await _phone(world, step.seen_by).learns(step.expect, step.within, since, heard)
    except Impossible as error:
        raise StoryError(error.en, error.vi) from error


async def jump(world: World, words: str) -> None:
    """Move the clock and wait until the bot has done everything that became due."""
    clock = world.clock
    if not isinstance(clock, Clock):
        raise TypeError("this world's clock cannot jump")
    n = clock.jump(moment(words, clock()))
    world.state.announce("clock")
    if not await clock.settled(n, JUMP_WITHIN):
        raise StoryError(
            f"the bot did not finish the jump to {words}", "Trợ lý chưa làm xong việc đến hạn"
        )
    world.state.announce("clock")


async def _act(phone: Phone, step: Step) -> None:
    match step.do:
        case "start":
            await phone.start(step.what)
        case "write":
            await phone.write(step.what)
        case "reply":
            await phone.write(step.what, reply_to=phone.last)
        case "tap":
            await _tap(phone, step)
        case "photo":
            await phone.photo(step.what or None)
        case "document":
            await phone.document(step.what or "bao-cao.pdf")
        case "voice":
            await phone.voice()
        case "location":
            await phone.location()
        case "contact":
            await phone.contact()
        case other:
            raise ValueError(f"nobody can «{other}»")


def _said(phone: Phone, pattern: str) -> str:
    """The newest words of a kind on somebody's telephone, as if they read them aloud."""
    texts = [
        *(message.text for message in phone.messages),
        *(toast.text for toast in phone.toasts),
    ]
    found = [match[0] for text in texts for match in re.finditer(pattern, text)]
    if not found:
        raise StoryError(
            f"{phone.name} has nothing to read aloud", f"Máy {phone.name} chưa có gì để đọc to"
        )
    return found[-1]


async def _tap(phone: Phone, step: Step) -> None:
    """Tap as soon as the button is there."""

    def there() -> bool:
        return phone.can_tap(step.what)

    await phone.state.until(there, step.within)
    await phone.tap(step.what)
