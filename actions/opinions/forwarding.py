"""What people say goes on to a body in one line: sorted on the way, under its paper."""

from dataclasses import replace
from datetime import date

from actions.desk import action
from actions.matters.asking import TO
from actions.matters.cards import refresh
from actions.matters.known import known, must_assign, ways_on
from actions.matters.owning import look_up
from actions.matters.stepping import answer_step, not_now, press_step
from actions.opinions.weighing import opens
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, result
from domain.matter_kinds import OPINION
from domain.matters import Given, Matter, Need, Step
from storage import Work
from storage.lookups import BODY

P = Permission


@action(needs=P.FOLLOW_MATTERS)
def forward(work: Work, number: int, to: str, paper: tuple[str, date] | None = None) -> Message:
    """«YK11 chuyển Phòng Quản lý đô thị, số 215 ngày 23/11»; a body that is not named whole is
    chosen first, a paper that was not said is asked for."""
    matter = must_assign(work, known(work, OPINION.prefix, number).id)
    step, matter = _on_the_way(work, matter)
    body = work.lookups.called(BODY, to)
    if body is None:
        waits = Expectation(TO, matter.id, {"then": step.event})
        work.expectations.expect(work.actor.me, waits, work.now)
        return look_up.run(work, matter.id, to, paper)
    work.matters.save(replace(matter, body_id=body.id))
    work.log("body", "matter", matter.id)
    refresh(work, work.matters.get(matter.id))
    if paper is None:
        return press_step.run(work, matter.id, step.event, matter.version)
    answer_step.run(work, matter.id, step.event, Given(paper=paper[0], paper_day=paper[1]))
    said = {"code": matter.code, "body": body.name, "paper": paper[0], "paper_day": paper[1]}
    return result("matter.forwarded", opens(matter), **said)


def _on_the_way(work: Work, matter: Matter) -> tuple[Step, Matter]:
    """The step by which it goes out, and the matter just before it."""
    goes = next(s for s in OPINION.steps if Need.BODY in s.needs)
    if matter.state not in goes.come_from:
        before = (s for s in ways_on(work, matter) if s.to in goes.come_from and not s.needs)
        step = next(before, None)
        if step is None:
            raise not_now(matter, goes)
        answer_step.run(work, matter.id, step.event, Given())
    return goes, work.matters.get(matter.id)
