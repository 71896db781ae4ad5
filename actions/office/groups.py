"""A group that an office, or one section, works in. Rights never come from a group."""

from actions.desk import action, view
from domain.access import Permission
from domain.groups import group_note, section_of, to_private
from domain.letters import Message, Place, Press
from domain.names import NAME_LETTERS, clean
from domain.refusals import Refusal
from storage import Work

LINK = Press("grp.link")


@action(needs=Permission.ASSIGN)
def link_group(work: Work, chat_id: int, title: str) -> Message | None:
    """«Gắn nhóm»: by a head for their section, by the leaders or the office for everybody."""
    unit_id = section_of(work.actor)
    known = work.offices.chat(chat_id)
    if known and known.unit_id != unit_id and not work.actor.may(Permission.MANAGE_PEOPLE):
        raise Refusal("group_taken")
    name = clean(title, NAME_LETTERS)
    if not work.offices.link_chat(chat_id, name, unit_id, work.now):
        raise Refusal("group_taken")
    work.log("linked", "group", abs(chat_id))
    return _linked(work, unit_id)


def _linked(work: Work, unit_id: int | None) -> Message:
    username = work.deployment.setting("username")
    unit = work.offices.unit_name(unit_id)
    facts = {"office": work.office.short, "unit": unit, "me": username}
    kind = "group.linked_unit" if unit else "group.linked"
    return Message(kind, facts, to_private(username), place=Place.EDIT)


@view(needs=Permission.TALK)
def explain(work: Work) -> Message:
    """What the bot does here, said once when it is added, with the one tap that sets it up."""
    username = work.deployment.setting("username")
    return Message("group.hello", {"me": username}, ((LINK,), *to_private(username)))


@view(needs=Permission.TALK)
def own_name(work: Work) -> str:
    """By what people call us in a group: `viecchung_bot`."""
    return (work.deployment.setting("username") or "").casefold()


@view(needs=Permission.TALK)
def only_privately(work: Work) -> Message:
    """What is said to a group in which somebody spoke to the bot."""
    return group_note("group.open", work.deployment.setting("username"))
