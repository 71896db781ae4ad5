"""What a section's group may read of its work: what is overdue, and whose it is."""

from actions.assignments.lists import line_of
from actions.desk import view
from actions.office.groups import LINK
from domain.access import Permission
from domain.groups import must_belong, to_private
from domain.letters import Message
from storage import Work

SHOWN = 9


@view(needs=Permission.OWN_WORK)
def late_here(work: Work, chat_id: int) -> Message:
    """«ai quá hạn» in a group: number, work, whose and how long; no words of obstacles, nothing
    to tap but the way to the private chat."""
    private = to_private(work.deployment.setting("username"))
    chat = work.offices.chat(chat_id)
    if chat is None:
        return Message("group.not_linked", buttons=((LINK,), *private))
    me = work.people.get(work.actor.me, work.today)
    must_belong(work.actor, chat, me.unit_id if me else None)
    late = [a for a in work.assignments.of_unit(chat.unit_id) if a.overdue(work.now)]
    late.sort(key=lambda a: (a.due_at, a.number))
    facts = {
        "unit": work.offices.unit_name(chat.unit_id),
        "count": len(late),
        "none": None if late else True,
        "lines": [line_of(work, a) for a in late[:SHOWN]],
        "more": len(late) - SHOWN if len(late) > SHOWN else None,
    }
    return Message("group.late" if late else "group.nothing_late", facts, private)
