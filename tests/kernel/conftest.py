"""A town whose bot knows a few bare words, to test the house and not its work."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import storage.database
from actions.desk import action, view
from domain.access import Permission
from domain.letters import Care, Message, Press, toast
from domain.refusals import Refusal
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from storage import Work
from tests.helpers.one_thread import OnItsThread
from tests.town import Town, open_town

router = Router()
ECHO = "fault.not_recorded"
"""Any text with one blank will do: what is tested is the way, not the words."""


@action(needs=Permission.TALK)
def count(work: Work, word: str) -> Message:
    """Write a row for every word, so that a doubled deed is seen."""
    if word == "no":
        raise Refusal("not_found")
    if word == "bug":
        raise KeyError(word)
    work.log("said", "word", len(word), text=word)
    said = len(work.journal.history("word", len(word)))
    return Message(ECHO, {"code": f"{word} {said}"})


@action(needs=Permission.TALK)
def unsayable(work: Work) -> Message:
    """Done, but its answer has no words."""
    work.log("said", "word", 1)
    return Message("no.such.words")


@action(needs=Permission.TALK)
def write_to(work: Work, person_id: int, word: str, care: Care) -> Message:
    work.tell(person_id, f"word:{word}", Message(ECHO, {"code": word}), care=care)
    return toast(ECHO, code=word)


@action(needs=Permission.MANAGE_PEOPLE)
def rule(work: Work) -> Message:
    return Message(ECHO, {"code": "ruled"})


@view(needs=Permission.TALK)
def buttons(work: Work) -> Message:
    press = Press("say", 7, "x", label="Nói")
    return Message(ECHO, {"code": "press"}, buttons=((press,),))


@router.command("say")
async def on_say(turn: Turn) -> Message | None:
    return await turn.do(count, turn.args)


@router.command("unsayable")
async def on_unsayable(turn: Turn) -> Message | None:
    return await turn.do(unsayable)


@router.command("rule")
async def on_rule(turn: Turn) -> Message | None:
    return await turn.do(rule)


@router.command("buttons")
async def on_buttons(turn: Turn) -> Message | None:
    return await turn.see(buttons)


@router.button("say")
async def on_press(turn: Turn) -> Message | None:
    return await turn.do(count, f"pressed {turn.subject}")


@router.command("write")
async def on_write(turn: Turn) -> Message | None:
    care, word = turn.args.split()
    return await turn.do(write_to, 1, word, Care(care))


@router.command("twice")
async def on_twice(turn: Turn) -> Message | None:
    await turn.do(count, "first")
    return await turn.do(count, "second")


@pytest.fixture(autouse=True)
def threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the house itself is tried: each connection has its thread."""
    monkeypatch.setattr(storage.database, "Hop", OnItsThread)


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path, routers=(router,)) as town:
        yield town
