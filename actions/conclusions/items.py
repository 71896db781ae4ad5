"""What a leader types of an item that the report asks about: read back, then kept with it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from actions.assignments.read_back import steps_read_back
from actions.conclusions.carrying_out import check, conclude_matter, facts_of
from actions.conclusions.concluding import TOPIC as CONCLUDES
from actions.conclusions.concluding import may_conclude
from actions.conclusions.decisions import asked_of, words_of
from actions.desk import action, view
from actions.digest.facts import ALL
from actions.digest.recipients import scope_of
from actions.matters import stepping
from actions.matters.known import seen
from actions.matters.lists import open_matter
from actions.matters.owning import note
from domain.access import Permission, Role
from domain.conclusions import Concluded
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result, toast
from domain.matter_kinds import DECISION
from domain.matters import Given, Matter
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "digest_answer"
DECIDE, PUT_OFF, OPEN = "decide", "put_off", "open"
BECOMES = ("task", "until", "lead", "what", "due", "unit", "unit_due")
AT_ONCE = ("table", OPEN)
"""They decide nothing, so they are not read back."""


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """Which items of the report (none are all of them), which step is taken, in whose words,
    the day on which it comes back, and whether the words say no. `matter` is the one whose card
    was replied to; `lacks` says why nothing can be done with it yet."""

    numbers: Sequence[int]
    event: str
    words: str
    returns: date | None = None
    denies: bool = False
    concluded: Concluded | None = None
    matter: int = 0
    lacks: str = ""


ItemAnswered = tuple[Matter, ReportAnswer]


@view(needs=P.READ_DIGEST)
def open_item(work: Work, number: int) -> Message:
    """«mục 2 là gì»"""
    return open_matter.run(work, _meant(work, [number])[0].id)


@view(needs=P.READ_DIGEST)
def to_conclude(work: Work, number: int) -> int:
    """The item, where the reader's own word concludes it; else 0, for it is one opinion."""
    matter = _meant(work, [number])[0]
    return matter.id if may_conclude(work, matter) else 0


@view(needs=P.READ_DIGEST)
def asked_on(work: Work, matter_id: int) -> bool:
    """Whether a leader is asked on this card, and may still answer."""
    matter = seen(work, matter_id)
    if not work.actor.is_any(Role.LEADER) or matter.kind != DECISION.code:
        return False
    return matter.state == DECISION.begins or may_conclude(work, matter)


@view(needs=P.READ_DIGEST)
def concludes(work: Work, matter_id: int) -> bool:
    return may_conclude(work, seen(work, matter_id))


@view(needs=P.READ_DIGEST)
def which_item(work: Work) -> Message:
    """«đồng ý» under a report that asks several things."""
    rows = [{"n": n, "words": words_of(work, m)} for n, m in enumerate(_items(work), start=1)]
    return Message("digest.which_item", {"rows": rows, "n": len(rows)})


@view(needs=P.READ_DIGEST)
def open_items(work: Work) -> list[int]:
    """The numbers of what is still asked."""
    return [n for n, matter in enumerate(_items(work), start=1) if matter.is_open]


def _items(work: Work) -> list[Matter]:
    """What the last report asked, as it is numbered there; only the whole report asks."""
    kept = work.digests.last_sent()
    if kept is None or kept.sent_at is None or scope_of(work, work.actor) != ALL:
        return []
    return asked_of(work, kept.sent_at, kept.updated_at or kept.sent_at)


def _meant(work: Work, numbers: Sequence[int]) -> list[Matter]:
    items = _items(work)
    if not numbers:
        return [matter for matter in items if matter.is_open]
    if unknown := [n for n in numbers if not 1 <= n <= len(items)]:
        raise Refusal("no_report_item", number=unknown[0], there=len(items))
    return [items[n - 1] for n in dict.fromkeys(numbers)]


@action(needs=P.READ_DIGEST)
def answer(work: Work, said: Sequence[ReportAnswer]) -> Message:
    """Kept at once where nothing is decided by it; asked for its day; else read back."""
    steps = [
        (matter, _as_far_as_one_may(work, matter, one))
        for one in said
        if not one.lacks
        for matter in _of(work, one)
    ]
    unclear = [(one.words, one.lacks) for one in (*said, *(a for _, a in steps)) if one.lacks]
    steps = [(matter, one) for matter, one in steps if not one.lacks]
    for matter, one in steps:
        stepping.must_take(work, matter, "inquire" if one.event == OPEN else one.event)
    before = _read_back_before(work, {matter.id for matter, _ in steps})
    alone = len(steps) == 1 and not (unclear or before)
    if alone and steps[0][1].event in AT_ONCE:
        return _at_once(work, *steps[0])
    dayless = [m for m, one in steps if not _has_its_day(work, one)]
    if alone and dayless:
        return stepping.press_step.run(work, dayless[0].id, PUT_OFF, dayless[0].version)
    unclear += [(one.words, PUT_OFF) for _, one in steps if not _has_its_day(work, one)]
    steps = [step for step in steps if _has_its_day(work, step[1])]
    return _read_back(work, [*before, *steps], unclear)


def _read_back_before(work: Work, anew: Set[int]) -> list[ItemAnswered]:
    """What waits for «Gửi» already stays on the one card, but for what is said anew."""
    items, found = {matter.id: matter for matter in _items(work)}, list[ItemAnswered]()
    for waits in reversed(work.expectations.open(work.actor.me, work.now)):
        if waits.topic == TOPIC:
            found += _still_so(items, waits.answers["steps"])
        elif waits.topic == CONCLUDES and waits.subject in items:
            said = Concluded(**waits.answers)
            found.append(
                (items[waits.subject], ReportAnswer((), "conclude", said.words, concluded=said))
            )
            work.expectations.forget(work.actor.me, CONCLUDES, waits.subject)
    return [(matter, one) for matter, one in found if matter.id not in anew]


def _still_so(
    items: Mapping[int, Matter], kept: Sequence[Mapping[str, Any]]
) -> list[ItemAnswered]:
    """Where the item has not moved on since."""
    there = [(items[one["id"]], one) for one in kept if one["id"] in items]
    return [(matter, _kept_of(one)) for matter, one in there if matter.version == one["version"]]


def _kept_of(one: Mapping[str, Any]) -> ReportAnswer:
    event, words = str(one["event"]).partition(".")[2], str(one["said"])
    day = date.fromisoformat(one["day"]) if one["day"] else None
    becomes = Concluded(**one["becomes"]) if one["becomes"] else None
    return ReportAnswer((), event, words, day, concluded=becomes)


def _has_its_day(work: Work, one: ReportAnswer) -> bool:
    return one.event != PUT_OFF or _later(work, one.returns)


def _of(work: Work, one: ReportAnswer) -> list[Matter]:
    return [seen(work, one.matter)] if one.matter else _meant(work, one.numbers)


def _as_far_as_one_may(work: Work, matter: Matter, one: ReportAnswer) -> ReportAnswer:
    """A decision where the reader's word concludes; else an opinion beside others."""
    if one.event != DECIDE:
        return one
    if not may_conclude(work, matter):
        return replace(one, event="differ" if one.denies else "agree", concluded=None)
    return replace(one, event="conclude", lacks=_in_doubt(work, matter, one.concluded))


def _in_doubt(work: Work, matter: Matter, said: Concluded | None) -> str:
    """Why it cannot become what it says."""
    try:
        if said:
            check(work, matter, said)
    except Refusal as doubt:
        return doubt.code
    return ""


def _later(work: Work, day: date | None) -> bool:
    return day is not None and day > work.today


def _at_once(work: Work, matter: Matter, one: ReportAnswer) -> Message:
    if one.event == OPEN:
        note.run(work, matter.id, one.words)
        return toast("digest.left_open", code=matter.code, text=one.words)
    return stepping.press_step.run(work, matter.id, one.event, matter.version)


def _read_back(
    work: Work, steps: Sequence[ItemAnswered], unclear: Sequence[tuple[str, str]] = ()
) -> Message:
    """All of them on one card; what is not clear is named, and how it is said."""
    kept = [_kept(matter, one) for matter, one in steps]
    lacking = [{"said": said, "lacks": lacks} for said, lacks in unclear]
    if not kept:
        return Message("digest.answer_unclear", {"rows": lacking})
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"steps": kept}), work.now)
    rows = [_row(work, matter, one) for matter, one in steps]
    send = Press("d.answer", 0, _mark(kept), label="@button.send")
    drop = Press("q.leave", 0, TOPIC, label="@button.g.drop")
    facts = {"rows": rows, "unclear": lacking or None}
    return Message("digest.answer_check", facts, ((send, drop),), topic=f"{TOPIC}:0")


def _mark(kept: Sequence[dict[str, Any]]) -> str:
    return mark_of(repr([(o["id"], o["version"], o["event"], o["said"]) for o in kept]))


def _row(work: Work, matter: Matter, one: ReportAnswer) -> dict[str, Any]:
    """What is decided of one item, and what it becomes."""
    row = {"words": words_of(work, matter), **_kept(matter, one), "day": one.returns}
    if one.concluded is None or one.event != "conclude":
        return row
    becomes = facts_of(work, matter, one.concluded)
    return {**{name: becomes[name] for name in BECOMES}, **row}


def _kept(matter: Matter, one: ReportAnswer) -> dict[str, Any]:
    event = f"{DECISION.code}.{one.event}"
    return {
        "id": matter.id,
        "code": matter.code,
        "version": matter.version,
        "event": event,
        "said": one.words,
        "day": one.returns.isoformat() if one.returns else None,
        "becomes": asdict(one.concluded) if one.concluded else None,
    }


@action(needs=P.READ_DIGEST)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Gửi» under what was read back; where an item has moved on since, nothing is kept."""
    kept = steps_read_back(work, TOPIC, mark, _mark)
    for one in kept:
        _take(work, one)
    return result("digest.answered", rows=[{"code": o["code"], "event": o["event"]} for o in kept])


def _take(work: Work, one: dict[str, Any]) -> None:
    matter = work.matters.get(int(one["id"]))
    if matter.version != one["version"]:
        raise Refusal("matter_moved_on", code=matter.code)
    if one["event"] == f"{DECISION.code}.conclude":
        becomes = one.get("becomes") or {"words": str(one["said"])}
        conclude_matter(work, matter, Concluded(**{**becomes, "chair": work.actor.me}))
        return
    if one["event"] == f"{DECISION.code}.{OPEN}":
        note.run(work, matter.id, str(one["said"]))
        return
    step = stepping.must_take(work, matter, str(one["event"]).partition(".")[2])
    day = date.fromisoformat(one["day"]) if one["day"] else None
    stepping.move(work, matter, step, Given(words=str(one["said"]), returns_on=day))
