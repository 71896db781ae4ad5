"""The office's list of bodies: looked at, and put right by a line that is read back."""

from collections.abc import Collection

from actions.desk import action, view
from domain.access import CHANGES_BODIES, Duty, Permission, hands_of
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.names import clean
from domain.refusals import Refusal
from storage import Work
from storage.lookups import BODY

P = Permission
TOPIC = "body.change"
MERGE, DROP = "merge", "drop"
SHOWN, NAME_LETTERS = 20, 80


@view(needs=P.FOLLOW_MATTERS)
def bodies(work: Work) -> Message:
    """The newest first; whoever may is told how a name is put right."""
    found = work.lookups.newest(BODY, SHOWN)
    may = not hands_of(work.actor, Duty.SUPERVISION).isdisjoint(CHANGES_BODIES)
    rows = [{"name": one.name} for one in found]
    return Message("bodies.list", {"rows": rows, "may": "yes" if may else "no"})


@view(needs=P.FOLLOW_MATTERS)
def is_known(work: Work, name: str) -> bool:
    """Whether words name a body of the list, or several."""
    return bool(work.lookups.find(BODY, name))


@action(needs=P.FOLLOW_MATTERS)
def read_back(work: Work, way: str, name: str, to: str = "") -> Message:
    """What becomes of which body; nothing is changed yet."""
    if hands_of(work.actor, Duty.SUPERVISION).isdisjoint(CHANGES_BODIES):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    body, becomes = _one(work, name), clean(to, NAME_LETTERS)
    other = _one(work, to) if way == MERGE else 0
    asked = Expectation(TOPIC, 0, {"way": way, "body": body, "to": becomes, "other": other})
    work.expectations.expect(work.actor.me, asked, work.now)
    facts = {"name": work.lookups.name(body), "to": work.lookups.name(other) or becomes}
    send = Press("body.go", 0, asked.mark, label="@button.send")
    leave = Press("q.leave", 0, TOPIC, label="@button.leave")
    return Message(f"bodies.{way}", facts, ((send, leave),), topic=f"{TOPIC}:0")


def _one(work: Work, name: str) -> int:
    found = work.lookups.find(BODY, name)
    if len(found) != 1:
        names = ", ".join(one.name for one in found)
        raise Refusal("which_body", name=name, names=names or None)
    return found[0].id


@action(needs=P.FOLLOW_MATTERS)
def change(work: Work, mark: str = "") -> Message:
    """«Gửi»."""
    waited = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waited is None or not waited.is_read_as(mark):
        raise Refusal("question_over")
    kept = waited.answers
    work.expectations.forget(work.actor.me, TOPIC, 0)
    name = work.lookups.name(kept["body"])
    _carry_out(work, kept["way"], kept["body"], kept["to"], kept["other"])
    work.log("changed", "body", kept["body"])
    _show_anew(work, work.lookups.all_of(kept["other"] or kept["body"]))
    return result("bodies.done", name=name)


def _show_anew(work: Work, bodies: Collection[int]) -> None:
    """What bears them has the name of today on its card."""
    named = [f"matter:{one.id}" for one in work.matters.open() if one.body_id in bodies]
    named += [f"visit:{one.id}" for one in work.visits.open() if one.body_id in bodies]
    for subject in named:
        work.redraw(subject, *work.cards.holders(subject))


def _carry_out(work: Work, way: str, body: int, to: str, other: int) -> None:
    if way == MERGE:
        work.lookups.follow(body, other, work.today)
    elif way != DROP:
        work.lookups.rename(body, to)
    elif not work.lookups.drop(body):
        raise Refusal("body_in_use", name=work.lookups.name(body))
