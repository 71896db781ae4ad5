"""What is said in a group: of a section's work what its members may know, else where to talk."""

from dataclasses import dataclass

from domain.access import Actor, Role
from domain.letters import Message, Press
from domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class LinkedChat:
    """A group that an office uses: one section's, or the whole office's."""

    unit_id: int | None = None


def section_of(actor: Actor) -> int | None:
    """For which section somebody sets a group up: the one that they head; the leaders and the
    office set it up for everybody."""
    if actor.is_any(Role.LEADER, Role.OFFICE_ADMIN) or len(actor.units) != 1:
        return None
    return next(iter(actor.units))


def must_belong(actor: Actor, chat: LinkedChat, own_unit: int | None) -> None:
    """Work is told in a group only to whoever works there, or leads."""
    leads = actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    if not (leads or (chat.unit_id and chat.unit_id in (own_unit, *actor.units))):
        raise Refusal("not_this_group")


def deep_link(username: str, payload: str) -> str:
    return f"https://t.me/{username}?start={payload}"


def to_private(username: str | None) -> tuple[tuple[Press, ...], ...]:
    """A button that opens the private chat."""
    link = deep_link(username, "nhom") if username else ""
    return ((Press("private", url=link),),) if link else ()


def group_note(kind: str, username: str | None) -> Message:
    """A short line for a group, with a button that opens the private chat."""
    return Message(kind, buttons=to_private(username))
