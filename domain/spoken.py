"""What a message speaks of, by the card that it is or by its buttons: `assignment:147`."""

from collections.abc import Iterable

from domain.letters import Message, Press

THINGS = frozenset({"assignment", "point", "report", "request", "digest"})
"""Cards that speak of one thing."""
BY_VERB = {
    **dict.fromkeys(
        (
            *("a.open", "a.accept", "a.done", "a.progress", "a.pct", "a.block", "a.unblock"),
            *("a.talk", "a.ask", "a.question", "a.ext", "a.release", "a.manage", "a.nudge"),
            *("a.expect", "a.hand", "a.behalf", "a.rel", "a.until", "o.accept", "o.tell"),
        ),
        "assignment",
    ),
    **dict.fromkeys(("t.point", "t.fix", "t.off", "t.later", "t.nophoto", "t.because"), "point"),
    **dict.fromkeys(("c.open", "c.send", "c.edit", "c.drop", "c.pass", "c.back"), "report"),
    **dict.fromkeys(("d.say", "d.paste", "d.over"), "digest"),
}
"""What the subject of a button is, by its verb."""


FOLLOWED = {
    **dict.fromkeys(("ck.open", "ck.item", "ck.mark", "ck.close"), "checking"),
    **dict.fromkeys(("reg.open", "reg.tell", "reg.lead", "reg.team", "reg.close"), "register"),
    **dict.fromkeys(("tr.going", "tr.no", "tr.instead"), "training"),
    **dict.fromkeys(("m.open", "m.step", "m.own", "m.body", "m.topic", "m.due"), "matter"),
}
"""The same of what is followed, taught or told: a reply to it is about no piece of work."""
APART = frozenset(FOLLOWED.values())
ITEMS = frozenset({"ck.item", "ck.mark"})
"""Their choice begins with the number of an item: `checking:1.9`."""


def spoken_in(message: Message) -> list[str]:
    """What a message speaks of: the thing whose card it is, else all that buttons are about."""
    if message.card.partition(":")[0] in THINGS:
        return [message.card]
    return subjects_in(press for row in message.buttons for press in row)


def replied_in(presses: Iterable[Press]) -> list[str]:
    """What a message that was replied to is about, by its buttons: also what is followed, of a
    checklist with one item the item too."""
    pressed = list(presses)
    subjects = subjects_in(pressed)
    followed = [(FOLLOWED[press.verb], press) for press in pressed if press.verb in FOLLOWED]
    things = list(dict.fromkeys(f"{kind}:{press.subject}" for kind, press in followed))
    items = {press.arg.partition(".")[0] for _, press in followed if press.verb in ITEMS}
    if len(things) == 1 and len(items) == 1:
        return [*subjects, f"{things[0]}.{items.pop()}"]
    return [*subjects, *things]


def subjects_in(presses: Iterable[Press]) -> list[str]:
    """Everything that buttons are about."""
    kinds = ((BY_VERB.get(press.verb), press.subject) for press in presses)
    return list(dict.fromkeys(f"{kind}:{subject}" for kind, subject in kinds if kind))
