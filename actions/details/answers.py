"""What a leader types of an item that the report asks about: read back, then kept with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions.desk import action, view
from actions.digest.facts import ALL
from actions.digest.recipients import scope_of
from actions.matters import stepping
from actions.matters.carrying_out import keep
from actions.matters.concluding import may_conclude
from actions.matters.decisions import asked_of, words_of
from actions.matters.lists import open_matter
from actions.matters.owning import note
from domain.access import Permission
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
AT_ONCE = ("table", OPEN)
"""They decide nothing, so they are not read back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Which items of the report (none are all of them), which step is taken, in whose words,
    the day on which it comes back, and whether the words say no."""

    numbers: Sequence[int]
    event: str
    words: str
    returns: date | None = None
    denies: bool = False


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
def answer(work: Work, said: Sequence[Answer]) -> Message:
    """Kept at once where nothing is decided by it; asked for its day; else read back."""
    steps = [
        (matter, _as_far_as_one_may(work, matter, one))
        for one in said
        for matter in _meant(work, one.numbers)
    ]
    for matter, one in steps:
        stepping.must_take(work, matter, "inquire" if one.event == OPEN else one.event)
    if len(steps) == 1 and steps[0][1].event in AT_ONCE:
        return _at_once(work, *steps[0])
    dayless = [m for m, one in steps if one.event == PUT_OFF and not _later(work, one.returns)]
    if dayless:
        return stepping.press_step.run(work, dayless[0].id, PUT_OFF, dayless[0].version)
    return _read_back(work, steps)


def _as_far_as_one_may(work: Work, matter: Matter, one: Answer) -> Answer:
    """A decision where the reader's word concludes; else an opinion beside others."""
    if one.event != DECIDE:
        return one
    opinion = "differ" if one.denies else "agree"
    return replace(one, event="conclude" if may_conclude(work, matter) else opinion)


def _later(work: Work, day: date | None) -> bool:
    return day is not None and day > work.today


def _at_once(work: Work, matter: Matter, one: Answer) -> Message:
    if one.event == OPEN:
        note.run(work, matter.id, one.words)
        return toast("digest.left_open", code=matter.code, text=one.words)
    return stepping.press_step.run(work, matter.id, one.event, matter.version)


def _read_back(work: Work, steps: Sequence[tuple[Matter, Answer]]) -> Message:
    kept = [_kept(matter, one) for matter, one in steps]
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"steps": kept}), work.now)
    rows = [{"words": words_of(work, m), **_kept(m, one), "day": one.returns} for m, one in steps]
    send = Press("d.answer", 0, mark_of(repr(kept)), label="@button.send")
    drop = Press("q.leave", 0, TOPIC, label="@button.g.drop")
    return Message("digest.answer_check", {"rows": rows}, ((send, drop),), topic=f"{TOPIC}:0")


def _kept(matter: Matter, one: Answer) -> dict[str, Any]:
    event = f"{DECISION.code}.{one.event}"
    return {
        "id": matter.id,
        "code": matter.code,
        "version": matter.version,
        "event": event,
        "said": one.words,
        "day": one.returns.isoformat() if one.returns else None,
    }


@action(needs=P.READ_DIGEST)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Gửi» under what was read back; where an item has moved on since, nothing is kept."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    kept = heard.answers["steps"] if heard else []
    if not kept or mark not in ("", mark_of(repr(kept))):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, TOPIC, 0)
    for one in kept:
        _take(work, one)
    return result("digest.answered", rows=[{"code": o["code"], "event": o["event"]} for o in kept])


def _take(work: Work, one: dict[str, Any]) -> None:
    matter = work.matters.get(int(one["id"]))
    if matter.version != one["version"]:
        raise Refusal("matter_moved_on", code=matter.code)
    if one["event"] == f"{DECISION.code}.conclude":
        keep(work, matter, Concluded(str(one["said"]), chair=work.actor.me))
        return
    step = stepping.must_take(work, matter, str(one["event"]).partition(".")[2])
    day = date.fromisoformat(one["day"]) if one["day"] else None
    stepping.move(work, matter, step, Given(words=str(one["said"]), returns_on=day))
