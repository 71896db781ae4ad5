"""The live cards of every room: how each looks now to its reader."""

from functools import cache

from actions.desk import view
from actions.rooms import Drawing, rooms
from domain.access import Permission
from domain.letters import Message
from storage import Work


@cache
def cards() -> dict[str, Drawing]:
    """Every kind of card and who draws it; two rooms never draw one kind."""
    found: dict[str, Drawing] = {}
    for room in rooms():
        if twice := found.keys() & room.cards.keys():
            raise RuntimeError(f"{twice} is drawn twice")
        found.update(room.cards)
    return found


def arrived(work: Work, subject: str) -> None:
    """What follows when a card first stands on somebody's telephone."""
    kind, _, number = subject.partition(":")
    for room in rooms():
        if kind in room.arrived:
            room.arrived[kind](work, int(number))


def is_drawn(subject: str) -> bool:
    """Whether a card can be drawn anew; others only mark where something was said."""
    return subject.partition(":")[0] in cards()


def draw(work: Work, subject: str) -> Message | None:
    """Draw a card such as `assignment:147` for the actor; None when there is nothing to see."""
    kind, _, number = subject.partition(":")
    drawing = cards().get(kind)
    return drawing(work, int(number)) if drawing and number.isdigit() else None


@view(needs=Permission.TALK)
def labelled_card(work: Work, chat_id: int) -> Message | None:
    """The newest card of a chat as it is now: its labels may be typed."""
    return draw(work, work.cards.newest(chat_id, work.now))
