"""A visit goes on step by step: settled at the conference, each step with the paper it issues."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.office.unannounced import hands
from actions.supervision.known import (
    SETTLED,
    approved_by,
    as_seen,
    facts_of,
    kept,
    refresh,
    seen,
    seen_by_number,
    trip_of,
    way_on,
    whose_turn,
)
from actions.supervision.radar import clash_of
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.issued import check_issued
from domain.letters import Message, Place, Press, result, toast
from domain.matter_kinds import RECOMMENDATION
from domain.names import clean, put_right
from domain.office_days import NOTICE
from domain.refusals import Refusal
from domain.visits import (
    ORDER,
    PROPOSED,
    SIGNER_LETTERS,
    STAGES,
    Visit,
    VisitPaper,
    VisitStage,
    late_notice,
    stage_of,
)
from storage import Work

P = Permission
PAPER = "visit.paper"
LEAVES_OUT = (Hand.DUTY_HEAD, Hand.OFFICE)


@action(needs=P.SUPERVISE)
def press(work: Work, visit_id: int, stage: str, version: int) -> Message:
    """Taken at once, or first asked for its paper."""
    visit = seen(work, visit_id)
    step = _must_take(work, visit, stage)
    if version != visit.version:
        raise Refusal("visit_moved_on", code=visit.code)
    return _ask_paper(work, visit, step) if step.paper else _taken(work, visit, step)


@action(needs=P.SUPERVISE)
def press_by_number(work: Work, number: int, paper: VisitPaper | None, stage: str = "") -> Message:
    """«GS19 bước tiếp», «GS19 số 12 ngày 3/10, Khải ký»: whatever comes next; a step that is named
    only where it is the next."""
    visit = seen_by_number(work, number)
    way = way_on(work, visit)
    if way is None:
        raise Refusal("visit_moved_on", code=visit.code)
    if stage not in ("", way.code):
        return _another(work, visit, way, stage, paper)
    step = _must_take(work, visit, way.code)
    if paper:
        return _with_paper(work, visit, step, paper)
    return _ask_paper(work, visit, step) if step.paper else _taken(work, visit, step)


def _another(
    work: Work, visit: Visit, way: VisitStage, stage: str, paper: VisitPaper | None
) -> Message:
    """A step that is named and does not come next: of one that is past the paper is still written
    down; of one that is to come it is said who must do what first."""
    step, names = stage_of(stage), work.people.names(*whose_turn(work, visit, way))
    if ORDER[stage] > ORDER[visit.stage]:
        said = {"stage": stage, "next": way.code}
        raise Refusal("visit_other_step", code=visit.code, names=names, **said)
    known = {one.stage for one in work.visits.papers(visit.id)}
    if paper is None or stage in known:
        raise Refusal("visit_step_past", code=visit.code, stage=stage, next=way.code)
    if hands(work, visit).isdisjoint(step.by):
        turn = work.people.names(*whose_turn(work, visit, step))
        raise Refusal("visit_step_not_yours", code=visit.code, stage=stage, names=turn)
    signer = _kept_paper(work, visit, stage, paper)
    work.log("paper", "visit", visit.id)
    refresh(work, visit)
    told: dict[str, Any] = {"stage": stage, "number": paper.number, "signer": signer}
    return result("visit.paper_kept", code=visit.code, **told)


@view(needs=P.SUPERVISE)
def may_settle(work: Work, number: int) -> bool:
    """Whether a yes of the actor takes it into the year: it waits for theirs, and for no other."""
    visit = seen_by_number(work, number)
    way = way_on(work, visit)
    waits = way is not None and way.code == SETTLED and not hands(work, visit).isdisjoint(way.by)
    return waits and not work.visits.wishes_of(visit.id)


@action(needs=P.SUPERVISE)
def settle_each(work: Work, numbers: Sequence[int]) -> Message:
    """«duyệt GS19, GS20»: all of them, or none where one may not be."""
    visits = [seen_by_number(work, number) for number in numbers]
    for visit in visits:
        move(work, visit, _must_take(work, visit, SETTLED))
    return result("visit.settled_each", codes=[visit.code for visit in visits])


@view(needs=P.SUPERVISE)
def code_of(work: Work, visit_id: int) -> str:
    """Which one it is asked of."""
    return seen(work, visit_id).code


@action(needs=P.SUPERVISE)
def give_paper(work: Work, visit_id: int, stage: str, paper: VisitPaper) -> Message:
    visit = seen(work, visit_id)
    return _with_paper(work, visit, _must_take(work, visit, stage), paper)


def _ask_paper(work: Work, visit: Visit, step: VisitStage) -> Message:
    waits = Expectation(PAPER, visit.id, {"stage": step.code})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {"code": visit.code, "stage": step.code}
    return Message("visit.wants_paper", facts, topic=f"{PAPER}:{visit.id}")


def _with_paper(work: Work, visit: Visit, step: VisitStage, paper: VisitPaper) -> Message:
    days = work.office_days.all()[NOTICE]
    late = late_notice(visit, paper.day, days) if step.code == "sent" else None
    signer = _kept_paper(work, visit, step.code, paper)
    work.expectations.forget(work.actor.me, PAPER, visit.id)
    taken = _taken(work, visit, step, signer)
    if late is None:
        return taken
    said: dict[str, Any] = {"latest": late, "days": days, "signer": signer}
    return result("visit.sent_late", code=visit.code, **said)


def _kept_paper(work: Work, visit: Visit, stage: str, paper: VisitPaper) -> str:
    """Who signed it."""
    check_issued(paper.day, work.today)
    signer = clean(paper.signer, SIGNER_LETTERS)
    work.visits.set_paper(visit.id, replace(paper, stage=stage, signer=signer))
    return signer


def put_paper_right(work: Work, visit: Visit, wrong: str, right: str) -> Message | None:
    """The newest of its papers that bears the wrong number, by whose step that was."""
    figures = wrong.split()[0], right.split()[0]
    each = [(one, put_right(one.number, *figures)) for one in work.visits.papers(visit.id)]
    paper, number = next(((one, to) for one, to in reversed(each) if to), (None, None))
    if paper is None or number is None:
        return None
    step = stage_of(paper.stage)
    if hands(work, visit).isdisjoint(step.by):
        names = work.people.names(*whose_turn(work, visit, step))
        raise Refusal("visit_step_not_yours", code=visit.code, stage=step.code, names=names)
    work.visits.set_paper(visit.id, replace(paper, number=number))
    work.log("paper", "visit", visit.id)
    refresh(work, visit)
    was: dict[str, Any] = {"stage": step.code, "was": paper.number, "now": number}
    return result("visit.paper_right", code=visit.code, **was)


def _must_take(work: Work, visit: Visit, code: str) -> VisitStage:
    """The step that comes next, by whose hand it is."""
    step = stage_of(code)
    way = way_on(work, visit)
    if way is None or way.code != step.code:
        raise Refusal("visit_moved_on", code=visit.code)
    if hands(work, visit).isdisjoint(step.by):
        names = work.people.names(*whose_turn(work, visit, step))
        raise Refusal("visit_step_not_yours", code=visit.code, stage=step.code, names=names)
    return step


def _taken(work: Work, visit: Visit, step: VisitStage, signer: str = "") -> Message:
    move(work, visit, step)
    own = work.matters.about(RECOMMENDATION.code, f"visit:{visit.id}")
    still = tuple(one.code for one in own if one.is_open) if step.code == "closed" else ()
    return toast("visit.done", code=visit.code, stage=step.code, still=still, signer=signer)


def move(work: Work, visit: Visit, step: VisitStage) -> Visit:
    """Take a step of somebody who may."""
    done = work.now if step.code == "visited" else visit.done_at
    kept(work, replace(visit, stage=step.code, done_at=done))
    work.log(step.code, "visit", visit.id, was=visit.stage, became=step.code)
    moved = work.visits.get(visit.id)
    if step.code == "visited":
        work.shown.over(visit.id)
        _tell_orderers(work, moved)
    if step.code == SETTLED:
        _tell_proposers(work, moved)
    refresh(work, moved)
    return moved


def _tell_orderers(work: Work, visit: Visit) -> None:
    """It took place: who proposed and who approved it hear so once, by its code; what was found
    they read on its card."""
    whole = (visit, *work.visits.merged_into(visit.id))
    ordered = {one.proposed_by for one in whole} | {p for v in whole for p in approved_by(work, v)}
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    message = Message("visit.took_place", {"code": visit.code, "by": work.actor.name}, opens)
    for person in ordered - {work.actor.person_id, None}:
        work.tell_at_work(person, f"visit.took_place:{visit.id}:{person}", message)


def _tell_proposers(work: Work, visit: Visit) -> None:
    """It was taken into the year: whoever proposed it, or what became one with it, hears so once,
    by its code alone where nobody else is told of it."""
    whole = (visit, *work.visits.merged_into(visit.id))
    message = Message("visit.settled_told", {"code": visit.code, "by": work.actor.name})
    told = replace(message, buttons=((Press("v.open", visit.id, label=visit.code),),))
    for person in {one.proposed_by for one in whole}:
        work.tell_at_work(person, f"visit.settled:{visit.id}:{person}", told)


@view(needs=P.SUPERVISE)
def settling(work: Work, after: int = 0) -> Message:
    """The conference goes through the proposals one by one."""
    return _next_proposal(work, after)


@action(needs=P.SUPERVISE)
def settle(work: Work, visit_id: int, version: int) -> Message:
    """One is agreed on; the next one comes up in its place."""
    press.run(work, visit_id, "settled", version)
    return replace(_next_proposal(work, visit_id), place=Place.EDIT)


def _next_proposal(work: Work, after: int) -> Message:
    if hands(work).isdisjoint(stage_of("settled").by):
        raise Refusal("no_permission", permission=P.SUPERVISE.value)
    waiting = [v for v in as_seen(work, work.visits.open()) if v.stage == PROPOSED]
    waiting = sorted(waiting, key=lambda v: (v.id <= after, v.id))
    if not waiting or (after and waiting[0].id <= after):
        return result("visit.settled_all", count=len(waiting) or None)
    one = waiting[0]
    facts = {**facts_of(work, one), "count": len(waiting), "apart": one.apart}
    facts |= {"clash": clash_of(work, one), "trip": trip_of(work, one)}
    buttons = (
        (Press("v.settle", one.id, str(one.version)), _later(one)),
        (Press("v.look", one.id), Press("v.open", one.id, label=one.code)),
    )
    return Message("visit.settling", facts, buttons)


def _later(visit: Visit) -> Press:
    return Press("v.pass", visit.id, label="@visit.later")


@view(needs=P.SUPERVISE)
def stages_page(work: Work) -> Message:
    """The steps, and which of them the office leaves out."""
    out = work.visits.left_out()
    rows = [{"stage": s.code, "mark": "out" if s.code in out else "in"} for s in STAGES[1:]]
    may = not hands(work).isdisjoint(LEAVES_OUT)
    changes = [
        (Press("v.stage", int(s.code not in out), s.code, label=f"@visit.stage.{s.code}"),)
        for s in STAGES
        if s.optional and may
    ]
    return Message("visit.stages", {"rows": rows}, (*changes, (Press("v.alldays"),)))


@action(needs=P.SUPERVISE)
def leave_out(work: Work, stage: str, out: bool) -> Message:
    """A step that the office does not use is passed over from now on."""
    if hands(work).isdisjoint(LEAVES_OUT):
        raise Refusal("no_permission", permission=P.SUPERVISE.value)
    if not stage_of(stage).optional:
        raise Refusal("unknown_button")
    work.visits.leave_out(stage, out=out)
    work.log("left_out" if out else "taken_in", "visit_stage", ORDER[stage])
    return replace(stages_page.run(work), place=Place.EDIT)
