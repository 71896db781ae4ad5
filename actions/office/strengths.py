"""What people are good at: they tell it themselves, the head of their section confirms it."""

from collections.abc import Sequence

from actions.desk import action, view
from actions.office.roster import known
from domain.access import Permission, Role
from domain.letters import Message, Place, Press, rows_of
from domain.people import Person
from domain.refusals import Refusal
from domain.strengths import STRENGTHS
from storage import Work


@view(needs=Permission.OWN_WORK)
def my_strengths(work: Work) -> Message:
    """«Sở trường»: each a tap, ticked once confirmed."""
    return _page(work)


@view(needs=Permission.ASSIGN)
def who_can(work: Work, strengths: Sequence[str]) -> Message:
    """«ai biết làm video»: in the order of the roster, with what they have in hand."""
    known_of, open_work = work.strengths.confirmed(), work.strengths.open_work()
    rows = [
        {"name": one.name, "open": open_work.get(one.id, 0)}
        for one in work.people.all(work.today)
        if known_of.get(one.id, set()) & set(strengths) and one.id not in work.away
    ]
    none = None if rows else "yes"
    return Message("strengths.who", {"strengths": list(strengths), "rows": rows, "none": none})


@action(needs=Permission.OWN_WORK)
def tell_strength(work: Work, strength: str) -> Message:
    """A tap tells it, another takes it back."""
    if strength not in STRENGTHS:
        raise Refusal("unknown_button")
    me = work.actor.me
    if not work.strengths.take_back(me, strength):
        work.strengths.tell(me, strength)
        work.log("strength.told", "person", me, became=strength)
        _ask_head(work)
    return _page(work, Place.EDIT)


@action(needs=Permission.OWN_WORK)
def tell_strengths(work: Work, strengths: Sequence[str]) -> Message:
    """«em biết làm video»: what was told before stays as it is."""
    me = work.actor.me
    for strength in strengths:
        if strength in STRENGTHS and strength not in work.strengths.told(me):
            work.strengths.tell(me, strength)
            work.log("strength.told", "person", me, became=strength)
    _ask_head(work)
    return _page(work)


def _ask_head(work: Work) -> None:
    """One card holds all that waits for a yes."""
    person = known(work, work.actor.me)
    for head in _heads(work, person):
        if head.id != person.id:
            at = work.ring_at()
            work.redraw(f"strengths:{person.id}", head.id, ring=True, at=at)


def _heads(work: Work, person: Person) -> list[Person]:
    """Of the section; of who is in none, the leaders."""
    if person.unit_id is None:
        return work.people.with_role(Role.LEADER, work.today)
    return work.people.with_role(Role.HEAD, work.today, person.unit_id)


def draw_told(work: Work, person_id: int) -> Message | None:
    """What somebody tells of themselves, to who may confirm it."""
    person = work.people.get(person_id, work.today)
    if person is None or not _may_confirm(work, person):
        return None
    told = work.strengths.told(person_id)
    facts = {
        "name": person.name,
        "waits": [one for one, confirmed in told.items() if not confirmed] or None,
        "known": [one for one, confirmed in told.items() if confirmed] or None,
    }
    row = (Press("str.yes", person_id), Press("str.no", person_id))
    waits = (row,) if facts["waits"] else ()
    return Message("strengths.told", facts, waits, card=f"strengths:{person_id}")


def _may_confirm(work: Work, person: Person) -> bool:
    """Nobody confirms what they told of themselves."""
    heads = [head.id for head in _heads(work, person)]
    return work.actor.person_id != person.id and work.actor.person_id in heads


@action(needs=Permission.DECIDE_WORK)
def judge_strengths(work: Work, person_id: int, right: bool) -> Message:
    person = known(work, person_id)
    if not _may_confirm(work, person):
        raise Refusal("no_permission")
    me = work.actor.me
    count = work.strengths.confirm(person_id, me) if right else work.strengths.refuse(person_id)
    if not count:
        raise Refusal("nothing_waits")
    event = "confirmed" if right else "refused"
    row = work.log(f"strength.{event}", "person", person_id)
    work.redraw(f"strengths:{person_id}", *work.assignments.holders(f"strengths:{person_id}"))
    told = Message(f"strengths.{event}", {"by": work.actor.name})
    work.tell_at_work(person_id, f"strength:{row}", told)
    return Message(f"strengths.{event}_said", {"name": person.name}, place=Place.TOAST)


def _page(work: Work, place: Place = Place.NEW) -> Message:
    told = work.strengths.told(work.actor.me)
    rows = [
        {"strength": one, "how": "confirmed" if confirmed else "waits"}
        for one, confirmed in told.items()
    ]
    presses = [Press("str.tell", 0, one, label=f"@strength.{one}") for one in STRENGTHS]
    return Message(
        "strengths.page", {"rows": rows, "none": not rows or None}, rows_of(presses, 2), place
    )
