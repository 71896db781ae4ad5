"""«Biểu dương»: a good word about a piece of work: read back, kept, seen by whoever did it."""

from actions.assignments.cards import facts_of
from actions.assignments.leading import ask_for, way_out
from actions.desk import action
from domain.access import Permission
from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from domain.names import clean_lines
from domain.refusals import Refusal
from storage import Work

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
    for person_id in [a.lead_id, *(s.person_id for s in work.assignments.supports(a.id))]:
        work.tell_at_work(person_id, f"praised:{row}:{person_id}", Message("work.praised", facts))
    return result("work.praise_sent", **facts)


@action(needs=P.DECIDE_WORK)
def ask_of(work: Work, person_id: int, words: str) -> Message:
    """Of somebody, and of no piece of work: read back, or the words are asked for."""
    name, said = work.people.name(person_id), clean_lines(words, LETTERS)
    work.expectations.expect(work.actor.me, Expectation(OF, person_id, {"words": said}), work.now)
    send = Press("v.praised", person_id, mark_of(said), label="@button.send")
    leave = Press("q.leave", person_id, OF, label="@button.leave")
    facts, topic = {"name": name, "words": said}, f"{OF}:{person_id}"
    if not said:
        return Message("work.praise_of_ask", facts, ((leave,),), topic=topic)
    return Message("work.praise_of_read", facts, ((send, leave),), topic=topic)


@action(needs=P.DECIDE_WORK)
def praise_person(work: Work, person_id: int, mark: str = "") -> Message:
    """«Gửi»: to whoever is praised; it is kept."""
    heard = work.expectations.find(work.actor.me, OF, person_id, work.now)
    words = str(heard.answers.get("words", "")) if heard else ""
    if not words or (mark and mark != mark_of(words)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, OF, person_id)
    row = work.log("praised", "person", person_id, text=words)
    facts = {"name": work.people.name(person_id), "words": words, "by": work.actor.name}
    work.tell_at_work(person_id, f"praised:{row}", Message("work.praised_of", facts))
    return result("work.praise_of_sent", name=facts["name"])
