"""«Biểu dương»: a good word about a piece of work: read back, kept, seen by whoever did it."""

from collections.abc import Sequence

from actions.assignments.cards import facts_of
from actions.assignments.leading import ask_for, way_out
from actions.desk import action
from domain.access import Permission
from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from domain.names import clean_lines
from domain.refusals import Refusal, must_find
from storage import Work
from storage.journal import Entry

P = Permission
TOPIC, OF = "work.praise", "work.praise_of"
LETTERS = 200


@action(needs=P.DECIDE_WORK)
def ask_praise(work: Work, assignment_id: int) -> Message:
    a = _must_praise(work, assignment_id)
    return ask_for(work, TOPIC, a.id, "work.praise_ask", a, way_out(TOPIC, a.id))


def _must_praise(work: Work, assignment_id: int) -> Assignment:
    a = work.assignments.get(assignment_id)
    if not may_chase(work.actor, a) or a.lead_id == work.actor.person_id:
        raise Refusal("not_the_assigner", code=a.code)
    return a


@action(needs=P.DECIDE_WORK)
def read_back(work: Work, assignment_id: int, words: str) -> Message:
    """As whoever did it will read it."""
    a, said = _must_praise(work, assignment_id), clean_lines(words, LETTERS)
    if not said:
        raise Refusal("words_needed")
    work.expectations.expect(work.actor.me, Expectation(TOPIC, a.id, {"words": said}), work.now)
    send = Press("a.praised", a.id, mark_of(said), label="@button.send")
    leave = Press("q.leave", a.id, TOPIC, label="@button.leave")
    facts = {**facts_of(work, a), "words": said}
    return Message("work.praise_read", facts, ((send, leave),), topic=f"{TOPIC}:{a.id}")


@action(needs=P.DECIDE_WORK)
def praise(work: Work, assignment_id: int, mark: str = "") -> Message:
    """«Gửi»: to the lead and whoever helped; it stays with the work."""
    a = _must_praise(work, assignment_id)
    heard = work.expectations.find(work.actor.me, TOPIC, a.id, work.now)
    words = str(heard.answers.get("words", "")) if heard else ""
    if not words or (mark and mark != mark_of(words)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, a.id)
    row = work.log("praised", "assignment", a.id, text=words)
    facts = {**facts_of(work, a), "words": words, "by": work.actor.name}
    for person_id in _praised(work, must_find(work.journal.row(row))):
        _tell(work, person_id, row, Message("work.praised", facts))
    return result("work.praise_sent", **facts)


def praised_in(asked: Expectation) -> list[int]:
    """Who is praised."""
    return [int(one) for one in asked.answers.get("to", [asked.subject])]


@action(needs=P.DECIDE_WORK)
def ask_of(work: Work, people: Sequence[int], words: str, left: str = "") -> Message:
    """Of one or several, and of no piece of work: read back, or the words are asked for."""
    first, said = people[0], clean_lines(words, LETTERS)
    waits = Expectation(OF, first, {"words": said, "to": list(people)})
    work.expectations.expect(work.actor.me, waits, work.now)
    send = Press("v.praised", first, _mark(waits), label="@button.send")
    leave = Press("q.leave", first, OF, label="@button.leave")
    facts, topic = {"names": work.people.names(*people), "words": said}, f"{OF}:{first}"
    facts |= {"left": left}
    if not said:
        return Message("work.praise_of_ask", facts, ((leave,),), topic=topic)
    return Message("work.praise_of_read", facts, ((send, leave),), topic=topic)


def _mark(asked: Expectation) -> str:
    return mark_of(f"{praised_in(asked)} {asked.answers['words']}")


@action(needs=P.DECIDE_WORK)
def praise_person(work: Work, person_id: int, mark: str = "") -> Message:
    """«Gửi»: to each who is praised; it is kept."""
    heard = work.expectations.find(work.actor.me, OF, person_id, work.now)
    words = str(heard.answers.get("words", "")) if heard else ""
    if heard is None or not words or (mark and mark != _mark(heard)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, OF, person_id)
    people = praised_in(heard)
    for one in people:
        row = work.log("praised", "person", one, text=words)
        facts = {"name": work.people.name(one), "words": words, "by": work.actor.name}
        _tell(work, one, row, Message("work.praised_of", facts))
    return result("work.praise_of_sent", names=work.people.names(*people))


def _tell(work: Work, person_id: int, row: int, told: Message) -> None:
    work.tell_at_work(person_id, f"praised:{row}:{person_id}", told, undo=row)


def take_back_praise(work: Work, row: Entry) -> None:
    """«hoàn tác»: unheard it goes nowhere; whoever has heard it hears that it was a mistake."""
    work.log("praise_back", row.kind, row.subject, facts={"row": row.id})
    if work.outbox.take_back(row.id):
        return
    told = Message("work.praise_back", {"by": work.actor.name, "words": row.text})
    for person_id in _praised(work, row):
        work.tell_at_work(person_id, f"praise_back:{row.id}:{person_id}", told)


def _praised(work: Work, row: Entry) -> list[int]:
    if row.kind == "person":
        return [row.subject]
    a = work.assignments.get(row.subject)
    helpers = (part.person_id for part in work.assignments.supports(a.id))
    return [person_id for person_id in (a.lead_id, *helpers) if person_id]
