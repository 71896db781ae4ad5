"""A visit goes on step by step: settled at the conference, each step with the paper it issues."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.office.unannounced import hands
from actions.supervision.approving import approver_of, lacks
from actions.supervision.approving import ask as ask_approver
from actions.supervision.hushing import hush, read_already
from actions.supervision.known import (
    SETTLED,
    approved_by,
    as_seen,
    facts_of,
    is_its_leader,
    kept,
    led,
    must_say,
    refresh,
    seen,
    seen_by_number,
    tell_concerned,
    told_of,
    was_read_back,
    way_on,
    whose_turn,
)
from actions.supervision.team import brief, is_briefed, names_place, recall, told_guests
from actions.supervision.together import end_wishes
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.hours import SPOKEN_OF
from domain.issued import check_issued
from domain.letters import Message, Place, Press, result, toast
from domain.matter_kinds import RECOMMENDATION
from domain.names import clean, put_right
from domain.office_days import NOTICE
from domain.refusals import Refusal
from domain.visits import (
    DROPPED,
    MERGES,
    ORDER,
    SIGNER_LETTERS,
    STAGES,
    Visit,
    VisitPaper,
    VisitStage,
    check_window,
    late_notice,
    stage_of,
)
from storage import Work

P = Permission
PAPER, DROP, DROPPING = "visit.paper", "visit.drop", "visit.dropping"
PROPOSED = STAGES[0].code
DROPS = (Hand.RAISER, Hand.LEADER, Hand.DUTY_HEAD)
HIDES = (Hand.LEADER, Hand.DUTY_HEAD, Hand.RAISER)
HIDEABLE = ("visit", "assignment", "activity", "matter", "register")
"""The newest of what somebody did with these is what a word that names nothing is about."""
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


@action(needs=P.SUPERVISE)
def ask_drop(work: Work, visit_id: int) -> Message:
    visit = _must_drop(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(DROP, visit.id), work.now)
    return Message("visit.ask_drop", {"code": visit.code}, topic=f"{DROP}:{visit.id}")


@action(needs=P.SUPERVISE)
def drop(work: Work, visit_id: int, why: str) -> Message:
    """Read back with whom it will be told; nothing is done yet."""
    visit, reason = _must_drop(work, visit_id), must_say(why)
    work.expectations.forget(work.actor.me, DROP, visit.id)
    waits = Expectation(DROPPING, visit.id, {"version": visit.version, "why": reason})
    work.expectations.expect(work.actor.me, waits, work.now)
    names = work.people.names(*told_of(work, visit, at_once=is_briefed(work, visit)))
    facts = {**facts_of(work, visit), "why": reason, "names": names}
    buttons = ((Press("v.dropit", visit.id), Press("v.keepit", visit.id)),)
    return Message("visit.ask_dropping", facts, buttons, topic=f"{DROPPING}:{visit.id}")


@action(needs=P.SUPERVISE)
def drop_it(work: Work, visit_id: int) -> Message:
    """«Gửi»: it is not held; why is kept with it."""
    visit = _must_drop(work, visit_id)
    return _dropped(work, visit, str(was_read_back(work, visit, DROPPING)["why"]))


@action(needs=P.SUPERVISE)
def keep_it(work: Work, visit_id: int) -> Message:
    """«Thôi»: it is held."""
    work.expectations.forget(work.actor.me, DROPPING, visit_id)
    return result("visit.not_dropped", code=seen(work, visit_id).code)


def _dropped(work: Work, visit: Visit, reason: str) -> Message:
    recall(work, visit)
    told = is_briefed(work, visit)
    kept(work, replace(visit, stage=DROPPED, apart=reason, dropped_at=work.now))
    work.log("dropped", "visit", visit.id, was=visit.stage, became=DROPPED)
    refresh(work, visit)
    message = Message("visit.dropped_told", _said_of(work, visit, reason))
    tell_concerned(work, visit, message, at_once=told)
    back, guests = ((Press("v.revive", visit.id),),), told_guests(work, visit)
    return result("visit.dropped", back, code=visit.code, guests=guests)


def _said_of(work: Work, visit: Visit, reason: str) -> dict[str, Any]:
    """Of one that nobody is told of beforehand a message bears its code alone."""
    hidden = {"theme": "", "body": ""} if visit.unannounced else {}
    why = None if visit.unannounced else reason
    return {**facts_of(work, visit), **hidden, "by": work.actor.name, "why": why}


@action(needs=P.SUPERVISE)
def revive(work: Work, visit_id: int) -> Message:
    """It is held after all: where it stood before."""
    visit = led(work, visit_id)
    if visit.stage != DROPPED:
        raise Refusal("visit_stands", code=visit.code)
    if hands(work, visit).isdisjoint(DROPS) and not is_its_leader(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    check_window(visit.first, visit.last, work.today)
    before = work.journal.was_before("visit", visit.id, DROPPED) or PROPOSED
    kept(work, replace(visit, stage=before, apart="", dropped_at=None))
    work.log("revived", "visit", visit.id, was=DROPPED, became=before)
    refresh(work, visit)
    again = work.visits.get(visit.id)
    tell_concerned(work, again, Message("visit.revived_told", _said_of(work, visit, "")))
    brief(work, again, anew=is_briefed(work, again))
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    return result("visit.revived", opens, code=visit.code)


@action(needs=P.SUPERVISE)
def revive_by_number(work: Work, number: int) -> Message:
    """«GS22 khôi phục»"""
    return revive.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def drop_by_number(work: Work, number: int, why: str) -> Message:
    """«GS19 hủy: trùng với thanh tra»"""
    return drop.run(work, seen_by_number(work, number).id, why)


def _must_drop(work: Work, visit_id: int) -> Visit:
    visit = led(work, visit_id)
    if not visit.is_open or visit.done_at:
        raise Refusal("visit_moved_on", code=visit.code)
    if hands(work, visit).isdisjoint(DROPS) and not is_its_leader(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    return visit


@view(needs=P.SUPERVISE)
def ask_hide(work: Work, visit_id: int) -> Message:
    """By a tap: what it means is read first."""
    visit = _must_hide(work, visit_id, hidden=False)
    buttons = ((Press("v.hidden", visit.id), Press("v.open", visit.id, label=visit.code)),)
    facts = {**facts_of(work, visit), **read_already(work, visit)}
    return Message("visit.ask_hide", facts, buttons)


@view(needs=P.SUPERVISE)
def ask_show(work: Work, visit_id: int) -> Message:
    """What others read once cannot be hidden again: who will see it is said first."""
    visit = _must_hide(work, visit_id, hidden=True)
    buttons = ((Press("v.shown", visit.id), Press("v.open", visit.id, label=visit.code)),)
    return Message("visit.ask_show", facts_of(work, visit), buttons)


def may_hide(work: Work, visit: Visit) -> bool:
    """Its proposer too; but announced again, once it is in the year, by who decides alone."""
    held = hands(work, visit)
    decided = visit.unannounced and visit.stage != PROPOSED
    return not (held - {Hand.RAISER} if decided else held).isdisjoint(HIDES)


@view(needs=P.SUPERVISE)
def just_proposed(work: Work) -> int:
    """What the actor proposed a moment ago, and that is announced; 0 where they went on since."""
    last = work.journal.newest_of(work.actor.subject, HIDEABLE, work.now - SPOKEN_OF)
    visit = work.visits.get(last.subject) if last and last.kind == "visit" else None
    mine = visit is not None and visit.proposed_by == work.actor.me
    return visit.id if visit and mine and not visit.unannounced and visit.stage in MERGES else 0


def _must_hide(work: Work, visit_id: int, *, hidden: bool) -> Visit:
    visit = seen(work, visit_id)
    if not may_hide(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    if visit.unannounced != hidden or visit.stage not in MERGES:
        raise Refusal("visit_moved_on", code=visit.code)
    return visit


@action(needs=P.SUPERVISE)
def hide(work: Work, visit_id: int) -> Message:
    """From now on nobody is told of it beforehand but those who must know."""
    return _told_of(work, _must_hide(work, visit_id, hidden=False), hidden=True)


@action(needs=P.SUPERVISE)
def show(work: Work, visit_id: int) -> Message:
    """It is announced again, until the body would have been told."""
    return _told_of(work, _must_hide(work, visit_id, hidden=True), hidden=False)


def _told_of(work: Work, visit: Visit, *, hidden: bool) -> Message:
    """Those who know of it hear who decided, by its code alone. What its team was to hear no
    longer bears the place, and a gathering point that is the place is asked anew."""
    recall(work, visit)
    approver = approver_of(work, visit) if hidden else None
    was = read_already(work, replace(visit, approver_id=approver)) if hidden else {}
    told = replace(visit, unannounced=hidden, approver_id=approver)
    asks = hidden and names_place(work, visit, visit.meets)
    kept(work, replace(told, starts_at=None, on_day=None, meets="") if asks else told)
    if hidden:
        hush(work, work.visits.get(visit.id))
        end_wishes(work, visit)
    brief(work, work.visits.get(visit.id))
    work.log("hidden" if hidden else "shown", "visit", visit.id)
    refresh(work, visit)
    kind = "visit.hidden" if hidden else "visit.shown"
    facts = {"code": visit.code, "by": work.actor.name}
    tell_concerned(work, visit, Message(f"{kind}_told", facts), team=False)
    now = work.visits.get(visit.id)
    if lacks(work, now):
        return ask_approver(work, now, was)
    way = Press("v.open", visit.id, label=visit.code)
    back = (Press("v.shown", visit.id, label="@button.v.show"), Press("v.putoff", visit.id))
    return result(kind, (back if hidden else (way,),), code=visit.code, asks=asks or None, **was)


@view(needs=P.SUPERVISE)
def ask_show_by_number(work: Work, number: int) -> Message:
    """«GS19 báo trước lại»"""
    return ask_show.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def hide_by_number(work: Work, number: int) -> Message:
    """«GS19 không báo trước»"""
    return hide.run(work, seen_by_number(work, number).id)


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
