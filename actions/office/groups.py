"""A group that an office uses for announcements. Rights never come from a group."""

from actions.desk import action, view
from domain.access import Permission
from domain.groups import group_note
from domain.letters import Message
from domain.names import NAME_LETTERS, clean
from storage import Work
from storage.rows import stamp


@action(needs=Permission.MANAGE_PEOPLE)
def link_group(work: Work, chat_id: int, title: str) -> Message | None:
    work.offices.link_chat(chat_id, clean(title, NAME_LETTERS), stamp(work.now))
    work.log("linked", "group", abs(chat_id))
    return Message("group.linked", {"office": work.office.short})


@view(needs=Permission.TALK)
def only_privately(work: Work) -> Message:
    """What is said to a group in which somebody spoke to the bot."""
    return group_note("group.open", work.deployment.setting("username"))
