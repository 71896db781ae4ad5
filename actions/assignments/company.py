"""«Làm chung»: a lead wishes for a colleague; whoever gave the work adds them by a tap."""

from actions.assignments.cards import facts_of, refresh
from actions.assignments.leading import going, way_out
from actions.desk import action
from domain.access import Permission
from domain.assignment_rights import must_decide, must_give
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

ASK, TOPIC = "work.join", "company"
"""What its lead reads back, and what is asked of whoever gave the work."""


@action(needs=Permission.OWN_WORK)
def ask(work: Work, assignment_id: int, person_id: int) -> Message:
    """«cho e với Hoa làm chung»: who would join, and who is asked, before anybody is."""
    a = going(work, assignment_id)
    _must_be_new(work, a, person_id)
    work.expectations.expect(work.actor.me, Expectation(ASK, a.id, {"with": person_id}), work.now)
    facts = {**facts_of(work, a), "name": work.people.name(person_id)}
    row = (Press("j.send", a.id), *way_out(ASK, a.id))
    return Message("work.join_check", facts, (row,), topic=f"{ASK}:{a.id}")


@action(needs=Permission.OWN_WORK)
def send(work: Work, assignment_id: int) -> Message:
    """«Gửi»: whoever gave the work is asked; who gave it to themselves adds at once."""
    heard = work.expectations.find(work.actor.me, ASK, assignment_id, work.now)
    if heard is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, ASK, assignment_id)
    a, person_id = going(work, assignment_id), int(heard.answers["with"])
    kept = {"with": person_id, "by": work.actor.me}
    row = work.log("company_asked", "assignment", a.id, facts=kept)
    if a.assigner_id == work.actor.me:
        return _join(work, a, person_id, {"row": row})
    facts = {**facts_of(work, a), "by": work.actor.name, "name": work.people.name(person_id)}
    buttons = ((Press("j.yes", row), Press("j.no", row)),)
    work.expectations.expect(a.assigner_id, Expectation(TOPIC, row), work.now)
    asked = Message("work.join_asked", facts, buttons, topic=f"{TOPIC}:{row}")
    at = work.tell_at_work(a.assigner_id, f"company:{row}", asked)
    later = at if at != work.now else None
    return result("work.join_sent", **facts_of(work, a), at=later)


@action(needs=Permission.DECIDE_WORK)
def agree(work: Work, row_id: int) -> Message:
    """«Đồng ý»: the colleague is beside the lead from now on, and both hear it."""
    row, a = _asked(work, row_id)
    work.expectations.forget(work.actor.me, TOPIC, row_id)
    return _join(work, a, int(row.facts["with"]), {"row": row_id})


@action(needs=Permission.ASSIGN)
def add(work: Work, assignment_id: int, person_id: int) -> Message:
    """«147 thêm Hoa làm cùng», from whoever decides about it, without anybody's wish."""
    a = work.assignments.get(assignment_id)
    must_decide(work.actor, a)
    person = work.people.get(person_id, work.today)
    must_give(work.actor, person.unit_id if person else None, work.people.name(person_id))
    _must_be_under_way(a)
    return _join(work, a, person_id, {})


@action(needs=Permission.DECIDE_WORK)
def refuse(work: Work, row_id: int) -> Message:
    row, a = _asked(work, row_id)
    work.expectations.forget(work.actor.me, TOPIC, row_id)
    facts = {**facts_of(work, a), "name": work.people.name(int(row.facts["with"]))}
    work.log("company_refused", "assignment", a.id, facts={"row": row_id})
    work.tell_at_work(a.lead_id, f"company_no:{row_id}", Message("work.join_refused", facts))
    return result("work.join_left", **facts)


def _asked(work: Work, row_id: int) -> tuple[Entry, Assignment]:
    row = work.journal.row(row_id)
    if row is None or row.event != "company_asked":
        raise Refusal("not_found")
    a = work.assignments.get(row.subject)
    must_decide(work.actor, a)
    said = work.journal.history("assignment", a.id)
    if any(r.event.startswith("company_") and r.facts.get("row") == row_id for r in said):
        raise Refusal("question_over")
    _must_be_under_way(a)
    return row, a


def _must_be_under_way(a: Assignment) -> None:
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)


def _join(work: Work, a: Assignment, person_id: int, asked: dict[str, int]) -> Message:
    """Whoever joins hears it by the card; `asked` is the row of the wish, if it was one."""
    _must_be_new(work, a, person_id)
    part = work.assignments.add_support(a.id, person_id=person_id)
    kept = {**asked, "with": person_id}
    row = work.log("company_agreed", "assignment", a.id, facts=kept)
    work.redraw(f"part:{part}", person_id, ring=True, at=work.ring_at(a.urgent))
    refresh(work, a)
    facts = {**facts_of(work, a), "name": work.people.name(person_id)}
    if a.lead_id != work.actor.me:
        work.tell_at_work(a.lead_id, f"company_yes:{row}", Message("work.join_agreed", facts))
    return result("work.joined", **facts)


def beside(work: Work, a: Assignment) -> set[int | None]:
    """Who leads it, and who helps."""
    return {a.lead_id, *(s.person_id for s in work.assignments.supports(a.id))}


def _must_be_new(work: Work, a: Assignment, person_id: int) -> None:
    if person_id in beside(work, a):
        raise Refusal("already_beside", name=work.people.name(person_id), code=a.code)
