"""Work that came from outside: whoever heard of it passes it to who may give it."""

from datetime import datetime

from actions.assignments import drafting
from actions.assignments.leading import way_out
from actions.desk import action
from domain.access import Permission, Role
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work

TOPIC = "proposal"


@action(needs=Permission.OWN_WORK)
def ask(work: Work, text: str, due: datetime | None) -> Message:
    """«cv 312 đòi bc trước 25»: to whom it would go, before it goes."""
    name, said = work.people.name(_giver(work)), {"text": text, "due": due}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, said), work.now)
    send = Press("p.send", 0, mark_of(text))
    facts = {"name": name, "text": text, "due": due}
    return Message("work.proposal_check", facts, ((send, *way_out(TOPIC, 0)),), topic=f"{TOPIC}:0")


@action(needs=Permission.OWN_WORK)
def send(work: Work, mark: str = "") -> Message:
    """«Gửi»; an older one sends nothing newer."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None or mark not in ("", mark_of(heard.answers["text"])):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, TOPIC, 0)
    to, text, due = _giver(work), str(heard.answers["text"]), heard.answers["due"]
    kept = {"to": to, "by": work.actor.me, "due": due}
    row = work.log("proposed", "person", work.actor.me, text=text, facts=kept)
    facts = {"by": work.actor.name, "text": text, "due": due}
    told = Message("work.proposed", facts, ((Press("p.give", row),),))
    work.tell_at_work(to, f"proposed:{row}", told)
    return result("work.proposal_sent", name=work.people.name(to))


@action(needs=Permission.ASSIGN)
def give(work: Work, row_id: int) -> Message:
    """«Giao việc»: a draft of it, for whoever brought it; all of it may be changed."""
    row = work.journal.row(row_id)
    if row is None or row.event != "proposed" or row.facts["to"] != work.actor.me:
        raise Refusal("not_found")
    by, due = row.facts["by"], row.facts["due"]
    line = {"line": row.text, "what": row.text, "leads": [by], "due": due}
    return drafting.begin.run(work, [line])


def _giver(work: Work) -> int:
    """The head of the own section, else whoever runs the office."""
    me = work.people.get(work.actor.me, work.today)
    heads = work.people.with_role(Role.HEAD, work.today, me.unit_id) if me and me.unit_id else []
    found = heads or work.people.with_role(Role.OFFICE_ADMIN, work.today)
    if not found:
        raise Refusal("nobody_to_tell")
    return found[0].id
