"""What a matter is marked with, out of a closed list: put right by a tap or a line."""

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import known, must_be_open, must_hold, seen
from domain.access import Permission
from domain.letters import Message, Place, Press, result, rows_of
from domain.matter_kinds import kind_of
from domain.matters import Labels, Matter
from domain.refusals import Refusal
from storage import Work

P = Permission


@view(needs=P.FOLLOW_MATTERS)
def page(work: Work, matter_id: int, sort: str) -> Message:
    """Each a button."""
    matter = seen(work, matter_id)
    labels = _must_mark(work, matter, sort)
    presses = [
        Press(f"m.is_{sort}", matter.id, one, label=f"@{labels.said_as}.{one}")
        for one in labels.among
    ]
    rows = rows_of(presses, 2)
    return Message(f"matter.ask_{sort}", {"code": matter.code}, rows, place=Place.NEW)


@action(needs=P.FOLLOW_MATTERS)
def put(work: Work, matter_id: int, sort: str, label: str) -> Message:
    """It was read otherwise."""
    matter = seen(work, matter_id)
    if label not in _must_mark(work, matter, sort).among:
        raise Refusal("unknown_button")
    work.matters.mark(matter.id, sort, label)
    work.log(sort, "matter", matter.id)
    refresh(work, matter)
    return result(f"matter.{sort}_set", code=matter.code, label=label)


@action(needs=P.FOLLOW_MATTERS)
def say(work: Work, prefix: str, number: int, sort: str, label: str) -> Message:
    """«YK1 lĩnh vực rác thải», «KN31 loại trả lời: một phần»; what names none is asked."""
    matter = known(work, prefix, number)
    if not label:
        return page.run(work, matter.id, sort)
    return put.run(work, matter.id, sort, label)


def _must_mark(work: Work, matter: Matter, sort: str) -> Labels:
    labels = kind_of(matter.kind).labels_of(sort)
    if labels is None:
        raise Refusal(f"no_{sort}", code=matter.code)
    must_be_open(matter)
    must_hold(work, matter, labels.by)
    if not labels.may_stand(matter):
        raise Refusal(f"{sort}_early", code=matter.code)
    return labels
