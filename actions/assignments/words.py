"""What is decided in words: which report or request is meant, and what is read back first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from actions.assignments import deciding, managing, verdicts
from actions.assignments.cards import facts_of
from actions.assignments.leading import way_out
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_approve, may_decide, must_decide, waits_for
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

ORDER, VERDICT = "work.order", "work.verdict.which"
SHOWN, LABEL_LETTERS = 9, 28


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report, or a wish of the lead's, that waits for a decision of the reader's."""

    kind: Literal["report", "extension", "release"]
    id: int
    assignment_id: int


@view(needs=Permission.DECIDE_WORK)
def waiting(work: Work) -> list[Waiting]:
    """All that waits for the reader, as in «Chờ duyệt»: what was asked of somebody else does not,
    though a leader may decide it."""
    leads_all = [a.id for a in work.assignments.to_approve(work.actor.me)]
    reports = [w for one in leads_all for w in _of(work, work.assignments.get(one))]
    wishes = [_wish(r) for r, a in _pending(work) if waits_for(work.actor, a)]
    return list(dict.fromkeys([*reports, *wishes]))


@view(needs=Permission.DECIDE_WORK)
def wishes(work: Work) -> list[Waiting]:
    """Whatever the reader may decide, of whoever it was asked: where somebody is named."""
    return [_wish(r) for r, a in _pending(work) if may_decide(work.actor, a)]


def _pending(work: Work) -> list[tuple[Any, Assignment]]:
    return [(r, work.assignments.get(r.assignment_id)) for r in work.requests.pending()]


@view(needs=Permission.DECIDE_WORK)
def since(work: Work, one: Waiting) -> datetime:
    """When it was sent."""
    if one.kind == "report":
        report = work.completions.get(one.id)
        return report.sent_at or report.began_at
    return work.requests.get(one.id).asked_at


@view(needs=Permission.DECIDE_WORK)
def has_seen(work: Work, one: Waiting) -> bool:
    """Whether its card ever stood on the reader's telephone: what nobody saw, «đạt» does not
    mean."""
    kind = "report" if one.kind == "report" else "request"
    return work.actor.me in work.cards.holders(f"{kind}:{one.id}")


@view(needs=Permission.DECIDE_WORK)
def waiting_of(work: Work, assignment_id: int) -> list[Waiting]:
    """What waits for the reader about one assignment."""
    return _of(work, work.assignments.get(assignment_id))


@view(needs=Permission.DECIDE_WORK)
def behind(work: Work, kind: str, number: int) -> list[Waiting]:
    """What the card is about that was replied to; what was decided already is refused later."""
    if kind == "report":
        report = work.completions.get(number)
        a = work.assignments.get(report.assignment_id)
        return [Waiting("report", report.id, a.id)] if may_approve(work.actor, a) else []
    if kind == "request":
        asked = work.requests.get(number)
        return [_wish(asked)]
    return waiting_of.run(work, number) if kind == "assignment" else []


@view(needs=Permission.DECIDE_WORK)
def numbered(work: Work, number: int) -> Assignment | None:
    return work.assignments.by_number(number)


def _of(work: Work, a: Assignment) -> list[Waiting]:
    found: list[Waiting] = []
    report = work.completions.last(a.id) if a.state is Status.REVIEW else None
    if report and may_approve(work.actor, a):
        found.append(Waiting("report", report.id, a.id))
    if may_decide(work.actor, a):
        found += [_wish(asked) for asked in work.requests.pending(a.id)]
    return found


def _wish(asked: Any) -> Waiting:
    return Waiting(asked.kind, asked.id, asked.assignment_id)


@view(needs=Permission.DECIDE_WORK)
def nothing_waits(work: Work, assignment_id: int) -> Message:
    """It was named, and there is nothing about it to decide."""
    a = work.assignments.get(assignment_id)
    open_it = (Press("a.open", a.id, label=str(a.number)),)
    return Message("work.nothing_to_decide", facts_of(work, a), (open_it,))


@view(needs=Permission.DECIDE_WORK)
def no_wish_of(work: Work, person_id: int) -> Message:
    """«Nhàn đến thứ 4 được», and no wish of theirs waits."""
    return Message("work.no_wish_of", {"name": work.people.name(person_id)})


# several


@action(needs=Permission.DECIDE_WORK)
def ask_which(
    work: Work, found: Sequence[Waiting], said: Mapping[str, Any], asked: int
) -> Message:
    """Keep what was said, as number `asked` of all that was ever said, and ask about what."""
    picks = [[one.kind, one.id, one.assignment_id] for one in found[:SHOWN]]
    kept = Expectation(VERDICT, asked, {**said, "picks": picks})
    work.expectations.expect(work.actor.me, kept, work.now)
    presses = [
        Press("v.pick", asked, f"{one.kind}.{one.id}", label=_label(work, one))
        for one in found[:SHOWN]
    ]
    rows = (*rows_of(presses, 1), way_out(VERDICT, asked))
    return Message("work.which_verdict", {"text": said["text"]}, rows, topic=f"{VERDICT}:{asked}")


def _label(work: Work, one: Waiting) -> str:
    a = work.assignments.get(one.assignment_id)
    return shorten(f"{a.number} – {a.title}", LABEL_LETTERS)


# read back


@action(needs=Permission.ASSIGN)
def ask_move(work: Work, assignment_id: int, due: datetime) -> Message:
    """«gia hạn 141 đến thứ 6»: shown as it will be, before anybody hears of it."""
    a = work.assignments.get(assignment_id)
    must_decide(work.actor, a)
    if due == a.due_at:
        raise Refusal("due_same", code=a.code, due=due)
    return _read_back(work, a, "work.move_check", {"due": due}, new_due=due)


@action(needs=Permission.ASSIGN)
def ask_hand(work: Work, assignment_id: int, person_id: int, reason: str) -> Message:
    """«ok giao Bắc nhé»: with the reason that was given, else with what the lead gave; an order
    is no reason of its own, so it is asked."""
    a = work.assignments.get(assignment_id)
    managing.new_unit(work, a, person_id)
    wishes = [r.reason for r in work.requests.pending(a.id) if r.kind == "release"]
    why = reason or next(iter(wishes), "")
    if not why:
        return managing.ask_hand_why.run(work, a.id, person_id)
    name = work.people.name(person_id)
    return _read_back(
        work, a, "work.hand_check", {"to": person_id, "why": why}, name=name, why=why
    )


@action(needs=Permission.ASSIGN)
def ask_verdict(work: Work, assignment_id: int, passes: bool, comment: str) -> Message:
    """«nhầm, đạt rồi»: which verdict it becomes, before anybody hears of it."""
    a = work.assignments.get(assignment_id)
    kind = "work.pass_check" if passes else "work.return_check"
    return _read_back(work, a, kind, {"passes": passes, "why": comment}, why=comment)


def _read_back(
    work: Work, a: Assignment, kind: str, order: Mapping[str, Any], **more: Any
) -> Message:
    work.expectations.expect(work.actor.me, Expectation(ORDER, a.id, order), work.now)
    buttons = ((Press("v.go", a.id), *way_out(ORDER, a.id)),)
    return Message(kind, {**facts_of(work, a), **more}, buttons, topic=f"{ORDER}:{a.id}")


@action(needs=Permission.ASSIGN)
def carry_out(work: Work, assignment_id: int) -> Message | None:
    """«Gửi» under what was read back."""
    order = work.expectations.find(work.actor.me, ORDER, assignment_id, work.now)
    if order is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, ORDER, assignment_id)
    if "passes" in order.answers:
        passes, why = bool(order.answers["passes"]), str(order.answers["why"])
        return verdicts.decide_anew.run(work, assignment_id, passes, why)
    if to := order.answers.get("to"):
        why = str(order.answers["why"])
        return managing.hand_over.run(work, assignment_id, int(to), why)
    due, wishes = order.answers["due"], work.requests.pending(assignment_id)
    asked = next((r for r in wishes if r.kind == "extension"), None)
    if asked:
        return deciding.grant.run(work, asked.id, due)
    return managing.move_due.run(work, assignment_id, due)
