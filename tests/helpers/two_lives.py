"""What stories ask who compare two lives of one office: every line that may be typed, and every
deed and view with many arguments."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from actions.desk import Action
from domain.refusals import Refusal
from handlers.kit.router import Router
from handlers.routes import routers
from language.line.vocabulary import book
from storage import Work
from storage.accounts import actor_by_telegram
from tests.helpers.lines import column
from tests.helpers.rights import chosen, deeds
from tests.town import Neighbour, Town
from texts import Catalogue

RANDOM = {
    "office.arrival.invite",
    "supervision.guests.invite",
    "supervision.guests.invite_to",
}
"""They draw a code, a secret."""
CODES = re.compile(r"\b(GS|KN|BK|KK)-?\s?0*\d+")


def every_line() -> list[str]:
    """Each command, each label of a keyboard, each line that says one thing: as people type it."""
    router, words = Router().include(routers()), Catalogue().words()
    alone: Mapping[str, list[str]] = book("intents")["alone"]
    commands = [f"/{name}" for name in router.commands]
    labels = [words(f"menu.{name}") for name in router.labels]
    known = [alone[name][0] for name in router.lines if name in alone]
    typed = {row["meant"]: row["text"] for row in column("common_lines")}
    others = [typed[name] for name in router.lines if name not in alone and name in typed]
    return [*dict.fromkeys((*commands, *labels, *known, *others))]


async def hears_of(town: Town, who: Neighbour | int, lines: Iterable[str]) -> list[str]:
    """All that somebody heard who asks for all that, with its buttons; codes without numbers."""
    for line in lines:
        await town.write(who, line)
    said = town.phone(who).messages
    bare = (f"{m.text} {[button.text for button in m.buttons or ()]}" for m in said)
    return [CODES.sub(r"\1", one) for one in bare]


def all_of(
    connection: Any, town: Town, people: Iterable[int], but: Iterable[str] = ()
) -> dict[str, str]:
    """What each deed and view says to each of them, with many arguments; each is taken back."""
    found = {}
    left_out = RANDOM | {*but}
    for number in people:
        actor = actor_by_telegram(connection, number, town.now, town.office_id)
        for name, deed in deeds().items():
            if actor is None or not actor.may(deed.needs) or name in left_out:
                continue
            for turn, arguments in enumerate(chosen(deed, town.now)):
                said = _said_by(connection, deed, actor, town, arguments)
                found[f"{number} {name} {turn}"] = said
    return found


def _said_by(
    connection: Any, deed: Action[..., Any], actor: Any, town: Town, arguments: Any
) -> str:
    connection.execute("SAVEPOINT probe")
    try:
        return repr(deed.run(Work(connection, actor, town.now), *arguments))
    except Refusal as refusal:
        return f"{refusal.code} {refusal.facts}"
    except Exception as error:  # noqa: BLE001 - arguments that no handler would hand on
        return type(error).__name__
    finally:
        connection.execute("ROLLBACK TO probe")
        connection.execute("RELEASE probe")
