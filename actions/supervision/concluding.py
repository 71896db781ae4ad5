"""A visit that was made: what came of it, and whether its team agrees with the draft."""

from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.office.unannounced import is_member
from actions.supervision.known import in_team, kept, refresh, seen_by_number
from actions.supervision.on_the_spot import P, attached, made
from actions.supervision.stepping import move
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, result, toast
from domain.matter_kinds import RECOMMENDATION
from domain.names import clean
from domain.refusals import Refusal
from domain.visits import (
    WORDS_LETTERS,
    Sort,
    Visit,
    is_settled,
    is_under_way,
    stage_of,
)
from storage import Work
from storage.rows import spell

RESULT, OBJECTS = "visit.result", "visit.objects"
DRAFT = "drafted"
"""What a message speaks of that asks whether one agrees with the draft."""


@view(needs=P.SUPERVISE)
def is_asked(work: Work, visit_id: int) -> bool:
    """The draft was shown to the actor, who is of the team, and nothing was concluded since."""
    visit = work.visits.get(visit_id)
    return is_member(work, visit) and visit.done_at is not None and visit.is_open


@action(needs=P.SUPERVISE)
def ask_result(work: Work, visit_id: int) -> Message:
    visit = made(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(RESULT, visit.id), work.now)
    return Message("visit.ask_result", {"code": visit.code}, topic=f"{RESULT}:{visit.id}")


@action(needs=P.SUPERVISE)
def ask_result_by_number(work: Work, number: int) -> Message:
    """«GS19 biên bản xong»"""
    return ask_result.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def conclude(work: Work, visit_id: int, words: str, proof: Proof | None = None) -> Message:
    """What came of it, in a line or by voice: it was made, whatever paper is still missing."""
    visit, said = made(work, visit_id), clean(words, WORDS_LETTERS)
    if not attached(work, visit, proof) and not said:
        raise Refusal("words_needed")
    work.expectations.forget(work.actor.me, RESULT, visit.id)
    kept(work, replace(visit, result=said or visit.result))
    work.log("result", "visit", visit.id)
    if is_under_way(visit):
        move(work, work.visits.get(visit.id), stage_of("visited"))
    refresh(work, visit)
    return toast("visit.concluded", code=visit.code)


@action(needs=P.SUPERVISE)
def conclude_by_number(work: Work, number: int, words: str, proof: Proof | None = None) -> Message:
    """«GS19 kết quả: nhắc nhở, 2 kiến nghị»"""
    return conclude.run(work, seen_by_number(work, number).id, words, proof)


@view(needs=P.SUPERVISE)
def may_be_made(work: Work, number: int) -> bool:
    """Nobody has made what is only proposed: such words are of something else."""
    return is_settled(seen_by_number(work, number))


@action(needs=P.SUPERVISE)
def finish_by_number(work: Work, number: int) -> Message:
    """«GS19 đã làm việc xong»: it was made, whatever paper is still missing."""
    visit = in_team(work, seen_by_number(work, number).id)
    if not is_under_way(visit) or visit.arrived_at is None:
        raise Refusal(
            "visit_not_arrived" if is_under_way(visit) else "visit_made", code=visit.code
        )
    moved = move(work, visit, stage_of("visited"))
    return toast("visit.done", code=visit.code, stage=moved.stage, still=(), signer="")


@action(needs=P.SUPERVISE)
def draft(work: Work, visit_id: int) -> Message:
    """The team is asked whether it agrees with the draft."""
    visit = in_team(work, visit_id)
    if visit.done_at is None:
        raise Refusal("visit_moved_on", code=visit.code)
    facts = {"code": visit.code, "result": visit.result, **_drafted(work, visit)}
    buttons = ((Press("v.yes", visit.id), Press("v.no", visit.id)),)
    there = [member for member in work.teams.of(visit.id) if member.comes is not False]
    asked = [member for member in there if member.person_id != work.actor.me]
    for member in asked:
        key = f"visit.draft:{visit.id}:{visit.version}:{member.person_id}"
        work.tell_at_work(member.person_id, key, Message("visit.draft", facts, buttons))
    if is_member(work, visit):
        work.teams.agrees(visit.id, work.actor.me, yes=True)
    work.log("draft", "visit", visit.id)
    return result("visit.draft_sent", code=visit.code, count=len(asked))


def _drafted(work: Work, visit: Visit) -> dict[str, Any]:
    """What was found, sort by sort, and what is recommended."""
    order = list(Sort)
    found = sorted(work.teams.found(visit.id), key=lambda note: order.index(note.sort))
    own = work.matters.about(RECOMMENDATION.code, f"visit:{visit.id}")
    asked = [one for one in own if one.state != "dropped"]
    return {
        "many": len(asked) or None,
        "found": tuple({"sort": n.sort.value, "words": n.words, "times": None} for n in found),
        "asked": tuple({"code": one.code, "what": work.matters.opening(one.id)} for one in asked),
    }


@action(needs=P.SUPERVISE)
def agree(work: Work, visit_id: int, yes: bool, why: str = "") -> Message:
    """Who does not agree says why; who agrees may say what is to be added. The head of the team
    hears it, and nothing of it is a finding."""
    visit, reason = in_team(work, visit_id), clean(why, WORDS_LETTERS)
    if not work.teams.agrees(visit.id, work.actor.me, yes=yes, why=reason):
        raise Refusal("visit_not_yours", code=visit.code)
    work.log("agrees" if yes else "agrees_not", "visit", visit.id)
    work.answered |= {("v.yes", visit.id), ("v.no", visit.id)}
    refresh(work, visit)
    if yes and not reason:
        return toast("visit.agreed", code=visit.code)
    _tell_head(work, visit, reason, yes=yes)
    if yes:
        own = "yes" if visit.head_id == work.actor.me else None
        return result("visit.agreed_adding", code=visit.code, why=reason, own=own)
    if reason:
        work.expectations.forget(work.actor.me, OBJECTS, visit.id)
        return result("visit.objected", code=visit.code)
    work.expectations.expect(work.actor.me, Expectation(OBJECTS, visit.id), work.now)
    return Message("visit.agreed_not", {"code": visit.code}, topic=f"{OBJECTS}:{visit.id}")


def _tell_head(work: Work, visit: Visit, reason: str, *, yes: bool) -> None:
    if visit.head_id == work.actor.me:
        return
    facts = {"code": visit.code, "name": work.actor.name, "why": reason or None}
    opens = ((Press("v.open", visit.id, label=visit.code), Press("v.found", visit.id)),)
    key = f"visit.objects:{visit.id}:{work.actor.me}:{spell(work.now)}"
    kind = "visit.adds" if yes else "visit.objects"
    work.tell_at_work(visit.head_id, key, Message(kind, facts, opens))


@action(needs=P.SUPERVISE)
def draft_by_number(work: Work, number: int) -> Message:
    """«GS19 xin ý kiến đoàn»"""
    return draft.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def agree_by_number(work: Work, number: int, yes: bool, why: str = "") -> Message:
    """«GS19 nhất trí», «GS19 chưa nhất trí: thêm ý bếp một chiều»"""
    return agree.run(work, seen_by_number(work, number).id, yes, why)
