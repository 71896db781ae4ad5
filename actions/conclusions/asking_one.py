"""A word is asked for of one leader, or of all of them: read back with whom it reaches, then put
to them."""

from dataclasses import dataclass

from actions.conclusions.decisions import about_work
from actions.desk import action
from actions.matters.cards import show
from actions.matters.known import whose_turn
from actions.matters.raising import New, begin, must_raise
from domain.access import Duty, Permission, Role
from domain.dialogue import Expectation
from domain.letters import Message, Press, toast
from domain.matter_kinds import DECISION
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "leader_asked"


@dataclass(frozen=True, slots=True)
class Whom:
    """One leader, the chair, those who lead an organisation (by its code); else all of them. A
    `title` is somebody's there, or nobody's."""

    person_id: int | None = None
    chair: bool = False
    organisation: str = ""
    title: str = ""
    deputy: bool = False


@action(needs=P.FOLLOW_MATTERS)
def read_back(work: Work, words: str, whom: Whom) -> Message:
    must_raise(work, DECISION.code)
    owner = _owner(work, whom)
    asked = Expectation(TOPIC, 0, {"words": words, "owner": owner})
    work.expectations.expect(work.actor.me, asked, work.now)
    to = work.people.name(owner) if owner else None
    facts = {"text": words, "to": to, "leaders": None if to else _leaders(work)}
    send = Press("m.asked_of", 0, asked.mark, label="@button.send")
    leave = Press("q.leave", 0, TOPIC, label="@button.leave")
    return Message("matter.asked_check", facts, ((send, leave),), topic=f"{TOPIC}:0")


@action(needs=P.FOLLOW_MATTERS)
def send(work: Work, mark: str = "") -> Message:
    """«Gửi»: it is asked, and they hear of it."""
    asked = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if asked is None or not asked.is_read_as(mark):
        raise Refusal("words_gone")
    must_raise(work, DECISION.code)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    words, owner = str(asked.answers["words"]), asked.answers["owner"]
    matter = begin(work, DECISION, New(words, about_work(work, words), owner))
    show(work, matter)
    names = work.people.names(*whose_turn(work, matter))
    return toast("matter.raised", code=matter.code, names=names, unclear=None, who=None)


def _leaders(work: Work) -> str:
    return work.office.label("leaders").partition(",")[0]


def _owner(work: Work, whom: Whom) -> int | None:
    """Who it is; where that is nobody, or more than one, all of them are asked."""
    if whom.person_id:
        return _one_leader(work, whom.person_id)
    if whom.title:
        return _titled(work, whom)
    if whom.chair:
        found = work.duties.people(Duty.CHAIR, work.today)
    else:
        codes = {o.code: o.id for o in work.organisations}
        leaders = work.people.with_role(Role.LEADER, work.today)
        own = codes.get(whom.organisation)
        found = [one.id for one in leaders if own and one.organisation_id == own]
    return found[0] if len(found) == 1 else None


def _titled(work: Work, whom: Whom) -> int:
    """Who leads that organisation; a deputy is known of the chair's own alone, where there is one
    other leader."""
    chair = next(iter(work.duties.people(Duty.CHAIR, work.today)), None)
    leaders = work.people.with_role(Role.LEADER, work.today)
    own = next((one.organisation_id for one in leaders if one.id == chair), None)
    codes = {o.code: o.id for o in work.organisations}
    of = codes.get(whom.organisation) if whom.organisation else own
    found = [one.id for one in leaders if of and one.organisation_id == of]
    if whom.deputy:
        found = [one for one in found if one != chair] if of == own else []
    elif chair in found:
        return int(chair or 0)
    if len(found) != 1:
        names = [work.people.name(one) for one in found] or None
        raise Refusal("nobody_of_title", title=whom.title, names=names)
    return found[0]


def _one_leader(work: Work, person_id: int) -> int:
    person = work.people.get(person_id, work.today)
    if person is None or Role.LEADER not in person.roles:
        raise Refusal("not_a_leader", name=work.people.name(person_id))
    return person_id
