"""Two proposals become one, or share a trip: one asks, the other says yes in a tap."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.meant import waits_for_yes
from actions.office.unannounced import may_see, those_who_know
from actions.supervision.hushing import hush
from actions.supervision.known import (
    approved_by,
    facts_of,
    is_its_leader,
    kept,
    led,
    must_say,
    people_of,
    refresh,
    seen,
    seen_by_number,
    whose_answer,
)
from actions.supervision.radar import are_unlike, met_by, visits_of, ways_alike
from actions.supervision.team import brief, recall
from domain.access import Duty, Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, Rows, result
from domain.refusals import Refusal
from domain.visits import (
    MERGED,
    MERGES,
    STAGES,
    How,
    Visit,
    check_together,
    holding,
    number_of,
    ways_together,
)
from storage import Work
from storage.rows import spell
from storage.visits import JoiningWish

P = Permission
APART, APART_ANEW = "visit.apart", "visit.apart_anew"
JOINING, WISH = "joining", "wish"
"""What it meets, and what was asked of it: a line just after that names nothing is about it."""


@action(needs=P.SUPERVISE)
def begin(work: Work, visit_id: int, other_id: int, how: How) -> Message:
    """By a tap: whoever may do it at once reads first what becomes one with what."""
    visit, other = led(work, visit_id), seen(work, other_id)
    if are_unlike(visit, other):
        return ways_alike(work, visit, other)
    check_together(visit, other, how)
    if not _answers_for(work, other):
        return ask.run(work, visit_id, other_id, how)
    return _read_back(work, visit, other, how)


@action(needs=P.SUPERVISE)
def begin_meant(work: Work, visit_id: int, how: How, whose: str = "") -> Message:
    """«gộp đoàn», «gộp với của CCB», just after what it meets was shown: with the only one that it
    may be."""
    visit = led(work, visit_id)
    met = visits_of(work, met_by(work, visit))
    if whose:
        theirs = {o.id for o in work.offices.organisations(work.today) if o.code == whose}
        met = [one for one in met if one.organisation_id in theirs]
    fits = [one for one in met if how in ways_together(visit, one)]
    unlike = [one for one in met if are_unlike(visit, one)]
    if not fits and unlike:
        return ways_alike(work, visit, unlike[0])
    if not fits and len(met) == 1:
        check_together(visit, met[0], how)
    if len(fits) != 1:
        raise Refusal("visit_with_which", number=number_of(visit.code))
    return begin.run(work, visit.id, fits[0].id, how)


def _read_back(work: Work, visit: Visit, other: Visit, how: How) -> Message:
    """What becomes one with what, and in what they differ."""
    facts = {
        **facts_of(work, visit),
        "how": how.value,
        "with": other.code,
        "their_org": work.offices.organisation_name(other.organisation_id),
        "their_theme": work.lookups.name(other.theme_id),
        "their_body": work.lookups.name(other.body_id),
        "their_window": facts_of(work, other)["window"],
        "differs": _differs(visit, other),
    }
    yes = Press("v.joined", visit.id, f"{other.id}.{how.value}", label=f"@visit.how.{how.value}")
    read = Message("visit.join_read", facts, ((yes, Press("v.look", visit.id)),))
    return waits_for_yes(work, read, yes)


def _differs(visit: Visit, other: Visit) -> tuple[str, ...]:
    pairs = {
        "body": visit.body_id != other.body_id,
        "theme": visit.theme_id != other.theme_id,
        "window": (visit.first, visit.last) != (other.first, other.last),
    }
    return tuple(name for name, is_other in pairs.items() if is_other)


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int, other_id: int, how: How) -> Message:
    """Whoever answers for the other one is asked; one's own needs nobody's yes."""
    visit, other = led(work, visit_id), seen(work, other_id)
    check_together(visit, other, how)
    if _answers_for(work, other):
        return _join(work, visit, other, how)
    wish = work.visits.ask(visit.id, other.id, how, work.actor.me, work.now)
    work.log("asked", "visit", visit.id)
    asked = _put_to_them(work, wish, visit, other, how)
    return result("visit.asked", code=other.code, names=work.people.names(*asked))


def _put_to_them(work: Work, wish: int, visit: Visit, other: Visit, how: How) -> Sequence[int]:
    """Whoever answers for the other is asked."""
    message, asked = _wished(work, wish, visit, other, how), _whom_to_ask(work, visit, other)
    for person in asked:
        work.tell_at_work(person, f"visit.wish:{wish}:{visit.version}:{person}", message)
    return asked


def _whom_to_ask(work: Work, visit: Visit, other: Visit) -> Sequence[int]:
    """Whose answer it is; of what nobody is told of nobody learns by being asked."""
    heads = people_of(work, other, Hand.DUTY_HEAD)
    return those_who_know(work, f"visit:{visit.id}", whose_answer(work, other)) or heads


def _wished(work: Work, wish: int, visit: Visit, other: Visit, how: How) -> Message:
    """Where an unannounced one goes is not said."""
    facts = {**facts_of(work, other), "how": how.value, "into": facts_of(work, visit)["org"]}
    place = "" if visit.unannounced else work.lookups.name(visit.body_id)
    facts |= {"with": visit.code, "place": place}
    buttons = ((Press("v.agree", wish), Press("v.refuse", wish)),)
    return Message("visit.merge_ask", facts, buttons)


@view(needs=P.SUPERVISE)
def ask_again(work: Work) -> Message | None:
    """What the actor was asked last and has not answered, where other things came since."""
    mine = [one for one in work.visits.open() if work.actor.me in whose_answer(work, one)]
    each = ((wish, one) for one in mine for wish in work.visits.wishes_of(one.id))
    found = {wish.id: (wish, one) for wish, one in each if wish.into_id == one.id}
    if not found:
        return None
    wish, other = found[max(found)]
    return _wished(work, wish.id, work.visits.get(wish.visit_id), other, wish.how)


def end_wishes(work: Work, visit: Visit) -> None:
    """It was hidden meanwhile: what was asked of it, or by it, is answered by nobody any more, and
    nobody hears why."""
    for wish in work.visits.wishes_of(visit.id):
        work.visits.answered(wish.id, work.now)


@action(needs=P.SUPERVISE)
def ask_by_number(work: Work, number: int, other: int, how: How) -> Message:
    """«GS19 gộp GS5»: read back before anything becomes one."""
    visit, into = seen_by_number(work, number), seen_by_number(work, other)
    if are_unlike(led(work, visit.id), into):
        return ways_alike(work, visit, into)
    check_together(visit, into, how)
    return _read_back(work, visit, into, how)


def _answers_for(work: Work, visit: Visit) -> bool:
    mine = visit.proposed_by == work.actor.me or is_its_leader(work, visit)
    return mine or Duty.SUPERVISION in work.actor.leads


@action(needs=P.SUPERVISE)
def say(work: Work, wish_id: int, agreed: bool) -> Message:
    """Yes or no, once; what changed meanwhile is looked at again."""
    wish = work.visits.wish(wish_id)
    other = seen(work, wish.into_id)
    if not _answers_for(work, other):
        raise Refusal("visit_not_yours", code=other.code)
    if not (wish.is_open and work.visits.answered(wish.id, work.now)):
        raise Refusal("visit_answered", code=other.code)
    visit = work.visits.get(wish.visit_id)
    if not may_see(work, visit):
        raise Refusal("visit_answered", code=other.code)
    asker = (wish.asked_by,)
    said = _join(work, visit, other, wish.how, asker) if agreed else _refused(work, visit, other)
    _tell_asker(work, wish, visit, other, agreed)
    return said


@action(needs=P.SUPERVISE)
def say_by_number(work: Work, number: int, agreed: bool) -> Message:
    """«GS5 đồng ý»: the newest that waits for an answer."""
    visit = seen_by_number(work, number)
    waiting = work.visits.wishes_of(visit.id)
    if not waiting:
        raise Refusal("visit_not_asked", code=visit.code)
    return say.run(work, waiting[0].id, agreed)


def _refused(work: Work, visit: Visit, other: Visit) -> Message:
    work.log("refused", "visit", visit.id)
    return result("visit.refused", code=other.code, other=visit.code)


def _tell_asker(work: Work, wish: JoiningWish, visit: Visit, other: Visit, agreed: bool) -> None:
    facts = {"code": other.code, "other": visit.code, "how": wish.how.value}
    kind = "visit.joined" if agreed else "visit.refused"
    opens = ((Press("v.open", other.id, label=other.code),),)
    work.tell_at_work(wish.asked_by, f"visit.said:{wish.id}", Message(kind, facts, opens))


def _join(
    work: Work, visit: Visit, other: Visit, how: How, asked: Collection[int | None] = ()
) -> Message:
    """The newer goes into the older, whose window then holds both; a trip leaves both."""
    check_together(visit, other, how)
    if how is How.TRIP:
        kept(work, replace(visit, trip_id=other.trip_id or other.id))
        work.log("trip", "visit", visit.id)
    else:
        gone = replace(visit, stage=MERGED, kept_id=other.id, merged_at=work.now)
        kept(work, gone)
        work.visits.follow(visit.id, other.id)
        kept(work, holding(other, work.visits.merged_into(other.id)))
        recall(work, visit)
        if other.unannounced:
            hush(work, work.visits.get(other.id))
        work.log("merged", "visit", visit.id, was=visit.stage, became=MERGED)
        work.log("took_in", "visit", other.id)
    refresh(work, visit, other)
    facts = {"code": other.code, "other": visit.code, "how": how.value}
    _tell_owners(work, visit, other, Message("visit.joined_told", {**facts, **_by(work)}), asked)
    return result("visit.joined", _apart_again(visit), **facts)


def _by(work: Work) -> dict[str, str]:
    return {"by": work.actor.name}


def _apart_again(visit: Visit) -> Rows:
    """The way back, and its card."""
    return ((Press("v.part", visit.id), Press("v.open", visit.id, label=visit.code)),)


def _tell_owners(
    work: Work, visit: Visit, other: Visit, message: Message, but: Collection[int | None] = ()
) -> None:
    """Whoever proposed either, approved it or leads its team hears of it by the codes alone, with
    the way back."""
    whose = {person for one in (visit, other) for person in _whose(work, one)}
    told = replace(message, buttons=_apart_again(visit))
    for person in sorted(whose - {*but}):
        key = f"{message.kind}:{visit.id}:{other.id}:{spell(work.now)}:{person}"
        work.tell_at_work(person, key, told)


def _whose(work: Work, visit: Visit) -> Iterator[int]:
    yield from people_of(work, visit, Hand.RAISER)
    yield from people_of(work, visit, Hand.OWNER)
    yield from approved_by(work, visit)


@action(needs=P.SUPERVISE)
def part(work: Work, visit_id: int) -> Message:
    """It stands by itself again, where it stood, while the body was not told of the other; each
    has its own days again."""
    visit = led(work, visit_id)
    other_id = visit.kept_id or visit.trip_id
    if other_id is None:
        raise Refusal("visit_moved_on", code=visit.code)
    other = work.visits.get(other_id)
    if visit.stage == MERGED and other.stage not in MERGES:
        raise Refusal("visit_too_far", code=other.code)
    before = work.journal.was_before("visit", visit.id, MERGED) or STAGES[0].code
    stands = before if visit.stage == MERGED else visit.stage
    alone = replace(visit, stage=stands, kept_id=None, trip_id=None, merged_at=None)
    kept(work, holding(replace(alone, **_hidden_with(visit, other)), ()))
    other = _without(work, visit, other)
    brief(work, work.visits.get(visit.id))
    work.log("parted", "visit", visit.id, was=visit.stage, became=stands)
    refresh(work, visit, other)
    facts = {"code": visit.code, "other": other.code}
    _tell_owners(work, visit, other, Message("visit.parted_told", {**facts, **_by(work)}))
    window = facts_of(work, other)["window"]
    return result("visit.parted", _open(visit), **facts, window=window)


def _without(work: Work, visit: Visit, other: Visit) -> Visit:
    """What it was one with has its own days again, and those of what stays with it."""
    if visit.stage == MERGED and other.own_first:
        kept(work, holding(other, work.visits.merged_into(other.id)))
    return work.visits.get(other.id)


def _hidden_with(visit: Visit, other: Visit) -> dict[str, Any]:
    """Out of one that nobody is told of it stays so: announced, it would name the same point."""
    if visit.stage != MERGED or other.is_told:
        return {}
    return {"unannounced": True, "approver_id": visit.approver_id or other.approver_id}


def _open(visit: Visit) -> Rows:
    return ((Press("v.open", visit.id, label=visit.code),),)


@action(needs=P.SUPERVISE)
def part_by_number(work: Work, number: int) -> Message:
    """«GS33 tách ra»"""
    return part.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def ask_apart(work: Work, visit_id: int) -> Message:
    visit = led(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(APART, visit.id), work.now)
    return Message("visit.ask_apart", {"code": visit.code}, topic=f"{APART}:{visit.id}")


@action(needs=P.SUPERVISE)
def set_apart(work: Work, visit_id: int, why: str) -> Message:
    """It stays by itself; why is kept with it. What follows behind a semicolon is no reason, and
    another reason takes the place of the one that stands only after a yes."""
    visit, (first, _, left) = led(work, visit_id), why.partition(";")
    reason = must_say(first)
    if visit.apart and visit.apart.casefold() != reason.casefold():
        waits = Expectation(APART_ANEW, visit.id, {"why": reason})
        work.expectations.expect(work.actor.me, waits, work.now)
        facts = {"code": visit.code, "was": visit.apart, "why": reason, "left": left.strip()}
        buttons = ((Press("v.apartanew", visit.id), Press("v.apartkept", visit.id)),)
        return Message("visit.ask_apart_anew", facts, buttons, topic=f"{APART_ANEW}:{visit.id}")
    return _kept_apart(work, visit, reason, left.strip())


def _kept_apart(work: Work, visit: Visit, reason: str, left: str = "") -> Message:
    kept(work, replace(visit, apart=reason))
    work.expectations.forget(work.actor.me, APART, visit.id)
    work.log("apart", "visit", visit.id)
    refresh(work, visit)
    return result("visit.kept_apart", code=visit.code, why=reason, left=left)


@action(needs=P.SUPERVISE)
def set_apart_anew(work: Work, visit_id: int, yes: bool) -> Message:
    """«Thay», or the reason stands as it is."""
    visit = led(work, visit_id)
    waited = work.expectations.find(work.actor.me, APART_ANEW, visit.id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, APART_ANEW, visit.id)
    return _kept_apart(work, visit, str(waited.answers["why"]) if yes else visit.apart)


@action(needs=P.SUPERVISE)
def set_apart_by_number(work: Work, number: int, why: str) -> Message:
    """«GS19 giữ riêng: đợt cao điểm»"""
    return set_apart.run(work, seen_by_number(work, number).id, why)
