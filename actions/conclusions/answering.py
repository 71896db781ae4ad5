"""What is asked is answered: read back with what it becomes, all of it on one card, then kept."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from actions.assignments.read_back import steps_read_back
from actions.conclusions.carrying_out import check, conclude_matter, facts_of
from actions.conclusions.decisions import words_of
from actions.conclusions.items import may_conclude, meant, presides
from actions.conclusions.telling import asker_of
from actions.conclusions.unconcluding import TOGETHER
from actions.desk import action
from actions.matters import stepping
from actions.matters.known import people_of, seen
from actions.matters.owning import note
from domain.access import Hand, Permission
from domain.conclusions import Concluded
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, Rows, result, rows_of, toast
from domain.matter_kinds import DECISION
from domain.matters import Given, Matter
from domain.names import given_name
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC, LIMIT = "digest_answer", "digest_limit"
LACKS_LIMIT = "conclusion_limit"
DECIDE, CONCLUDE, PUT_OFF, OPEN = "decide", "conclude", "put_off", "open"
BECOMES = ("task", "until", "lead", "what", "due", "unit", "unit_due")
SETTLED = (f"{DECISION.code}.{CONCLUDE}", f"{DECISION.code}.{PUT_OFF}")
AT_ONCE = ("table", OPEN)
"""They decide nothing, so they are not read back."""


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """Which items of the report (none are all of them), which step is taken, in whose words,
    the day on which it comes back, and whether the words say no. `matter` is the one whose card
    was replied to; `lacks` says why nothing can be done with it yet, `doubt` why it cannot
    become what it says."""

    numbers: Sequence[int]
    event: str
    words: str
    returns: date | None = None
    denies: bool = False
    concluded: Concluded | None = None
    matter: int = 0
    lacks: str = ""
    doubt: Refusal | None = None


ItemAnswered = tuple[Matter, ReportAnswer]


@action(needs=P.FOLLOW_MATTERS)
def answer(work: Work, said: Sequence[ReportAnswer]) -> Message:
    """Kept at once where nothing is decided by it; asked for its day; else read back."""
    steps = [
        (matter, _as_far_as_one_may(work, matter, one))
        for one in said
        if not one.lacks
        for matter in ([seen(work, one.matter)] if one.matter else meant(work, one.numbers))
    ]
    if len(steps) == len(said) == 1 and (doubt := steps[0][1].doubt):
        if doubt.code != LACKS_LIMIT:
            raise doubt
        return _ask_limit(work, *steps[0], doubt)
    unclear = [(one.words, one.lacks) for one in said if one.lacks]
    unclear += [(one.words, one.doubt.code) for _, one in steps if one.doubt]
    steps = [(matter, one) for matter, one in steps if not one.doubt]
    for matter, one in steps:
        stepping.must_take(work, matter, "inquire" if one.event == OPEN else one.event)
    before = _read_back_before(work, {matter.id for matter, _ in steps})
    alone = len(steps) == 1 and not (unclear or before)
    if alone and steps[0][1].event in AT_ONCE:
        return _at_once(work, *steps[0])
    dayless = [(matter, one) for matter, one in steps if not _has_its_day(work, one)]
    if alone and dayless:
        [(matter, _)] = dayless
        return stepping.press_step.run(work, matter.id, PUT_OFF, matter.version)
    unclear += [(one.words, PUT_OFF) for _, one in dayless]
    kept = [_kept(matter, one) for matter, one in steps if _has_its_day(work, one)]
    return _read_back(work, [*before, *kept], unclear)


def _ask_limit(work: Work, matter: Matter, one: ReportAnswer, doubt: Refusal) -> Message:
    """The words are kept: «báo cáo 18/12» alone answers it."""
    waits = Expectation(LIMIT, matter.id, {"words": one.words})
    work.expectations.expect(work.actor.me, waits, work.now)
    return Message("digest.wants_limit", dict(doubt.facts), topic=f"{LIMIT}:{matter.id}")


def _as_far_as_one_may(work: Work, matter: Matter, one: ReportAnswer) -> ReportAnswer:
    """A decision where the reader's word concludes; else an opinion beside others."""
    if one.event == DECIDE and not may_conclude(work, matter):
        event = "differ" if one.denies else "agree"
        return replace(one, event=event, concluded=None, doubt=None)
    if one.event not in (DECIDE, CONCLUDE):
        return one
    stepping.must_take(work, matter, CONCLUDE)
    said = replace(one.concluded or Concluded(one.words), chair=presides(work, matter))
    doubt = one.doubt or _in_doubt(work, matter, said)
    return replace(one, event=CONCLUDE, concluded=said, doubt=doubt)


def _in_doubt(work: Work, matter: Matter, said: Concluded) -> Refusal | None:
    """Why it cannot become what it says."""
    try:
        check(work, matter, said)
    except Refusal as doubt:
        return doubt
    return None


def _has_its_day(work: Work, one: ReportAnswer) -> bool:
    return one.event != PUT_OFF or (one.returns is not None and one.returns > work.today)


def _at_once(work: Work, matter: Matter, one: ReportAnswer) -> Message:
    if one.event == OPEN:
        note.run(work, matter.id, one.words)
        return toast("digest.left_open", code=matter.code, text=one.words)
    return stepping.press_step.run(work, matter.id, one.event, matter.version)


def _kept(matter: Matter, one: ReportAnswer) -> dict[str, Any]:
    return {
        "id": matter.id,
        "code": matter.code,
        "version": matter.version,
        "event": f"{DECISION.code}.{one.event}",
        "said": one.words,
        "day": one.returns.isoformat() if one.returns and one.event == PUT_OFF else None,
        "becomes": asdict(one.concluded) if one.concluded else None,
    }


def _read_back_before(work: Work, anew: Set[int]) -> list[dict[str, Any]]:
    """What waits for «Gửi» already stays on the one card, but for what is said anew, and where
    the item has not moved on since."""
    waits = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    kept = [one for one in waits.answers["steps"] if one["id"] not in anew] if waits else []
    return [one for one in kept if work.matters.get(one["id"]).version == one["version"]]


def _read_back(
    work: Work, kept: Sequence[dict[str, Any]], unclear: Sequence[tuple[str, str]] = ()
) -> Message:
    """All of them on one card; what is not clear is named, and how it is said."""
    lacking = [{"said": said, "lacks": lacks} for said, lacks in unclear]
    if not kept:
        return Message("digest.answer_unclear", {"rows": lacking})
    for one in kept:
        for asked in (stepping.TOPIC, LIMIT):
            work.expectations.forget(work.actor.me, asked, one["id"])
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"steps": kept}), work.now)
    buttons, topic = _buttons(work, kept), f"{TOPIC}:0"
    if len(kept) == 1 and kept[0]["becomes"] and not lacking:
        return Message("matter.conclude_read", _whole(work, kept[0]), buttons, topic=topic)
    rows = [_row(work, one) for one in kept]
    facts = {"rows": rows, "unclear": lacking or None}
    return Message("digest.answer_check", facts, buttons, topic=topic)


def _buttons(work: Work, kept: Sequence[Mapping[str, Any]]) -> Rows:
    """Where the office writes down what was concluded, whoever presided is a tap."""
    drop = Press("q.leave", 0, TOPIC, label="@button.leave")
    send = Press("d.answer", 0, _mark(kept), label="@button.send")
    chairs = [one["becomes"]["chair"] for one in kept if one["becomes"]]
    others = [] if work.actor.me in chairs or not chairs else _leaders(work, kept)
    presided = [
        Press("m.chair", 0, str(p), label=given_name(work.people.name(p)))
        for p in others
        if p not in chairs
    ]
    return ((*(() if None in chairs else (send,)), drop), *rows_of(presided))


def _leaders(work: Work, kept: Sequence[Mapping[str, Any]]) -> Sequence[int]:
    return people_of(work, work.matters.get(kept[0]["id"]), [Hand.LEADER])


def _mark(kept: Sequence[Mapping[str, Any]]) -> str:
    chair = [one["becomes"] and one["becomes"]["chair"] for one in kept]
    return mark_of(repr([(o["id"], o["version"], o["event"], o["said"]) for o in kept] + chair))


def _row(work: Work, one: Mapping[str, Any]) -> dict[str, Any]:
    """What is decided of one item, and what it becomes."""
    whole = _whole(work, one) if one["becomes"] else {}
    becomes = {name: whole[name] for name in BECOMES if whole}
    day = date.fromisoformat(one["day"]) if one["day"] else None
    words = words_of(work, work.matters.get(one["id"]))
    return {**becomes, **one, "words": words, "day": day}


def _whole(work: Work, one: Mapping[str, Any]) -> dict[str, Any]:
    matter = work.matters.get(one["id"])
    asker = asker_of(work, matter)
    return {
        **facts_of(work, matter, Concluded(**one["becomes"])),
        "item": words_of(work, matter),
        "asker": work.people.name(asker) if asker != work.actor.person_id else "",
    }


@action(needs=P.FOLLOW_MATTERS)
def set_chair(work: Work, person_id: int) -> Message:
    """Another one presided."""
    waits = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waits is None:
        raise Refusal("question_over")
    kept = waits.answers["steps"]
    if person_id not in _leaders(work, kept):
        raise Refusal("not_found")
    said = [
        {**one, "becomes": one["becomes"] and {**one["becomes"], "chair": person_id}}
        for one in kept
    ]
    return replace(_read_back(work, said), place=Place.EDIT)


@action(needs=P.FOLLOW_MATTERS)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Gửi» under what was read back; where an item has moved on since, nothing is kept. One
    conclusion alone is told with what it became, and is taken back by a tap."""
    kept = steps_read_back(work, TOPIC, mark, _mark)
    became = [_take(work, one) for one in kept]
    undo = _undo(work, kept)
    if len(kept) == 1 and became[0]:
        return result("matter.conclude_done", undo, **became[0])
    rows = [{"code": one["code"], "event": one["event"]} for one in kept]
    return result("digest.answered", undo, rows=rows)


def _undo(work: Work, kept: Sequence[Mapping[str, Any]]) -> Rows:
    """What was sent by one tap is taken back by one, all of it."""
    settled = [o["id"] for o in kept if o["event"] in SETTLED]
    if len(settled) > 1:
        work.log(TOGETHER, "matters", settled[0], facts={"all": settled})
    return ((Press("m.unconclude", settled[0]),),) if settled else ()


def _take(work: Work, one: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a conclusion became."""
    matter, event = work.matters.get(int(one["id"])), str(one["event"]).partition(".")[2]
    if matter.version != one["version"]:
        raise Refusal("matter_moved_on", code=matter.code)
    if one["becomes"]:
        said = Concluded(**one["becomes"])
        if said.chair is None:
            raise Refusal("who_presided", code=matter.code)
        return conclude_matter(work, matter, said)
    if event == OPEN:
        note.run(work, matter.id, str(one["said"]))
        return None
    day = date.fromisoformat(one["day"]) if one["day"] else None
    step, given = stepping.must_take(work, matter, event), Given(str(one["said"]), returns_on=day)
    stepping.move(work, matter, step, given)
    return None
