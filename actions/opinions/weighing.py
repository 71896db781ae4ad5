"""What is said again adds its weight to what is open, also where it is named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.matters.cards import labels_of, refresh
from actions.matters.known import known, must_be_open, ways_on
from actions.matters.stepping import move, not_now
from domain.access import Permission
from domain.letters import Message, Press, Rows, result
from domain.matter_kinds import OPINION, TOPIC
from domain.matters import Given, Matter, Step
from domain.refusals import Refusal
from storage import Work
from storage.opinions import Voices

WEIGHT = "weight"


def twin_of(work: Work, matter: Matter) -> Matter | None:
    """What may be the same, raised before; only while it is not yet on its way."""
    joins = {state for one in OPINION.steps if one.sets_off == WEIGHT for state in one.come_from}
    topic = labels_of(work, matter).get(TOPIC) if matter.state in joins else None
    return work.of(Voices).twin(matter, TOPIC, topic) if topic else None


def may_join(work: Work, matter: Matter) -> bool:
    return twin_of(work, matter) is not None


def on_card(work: Work, matter: Matter) -> Mapping[str, Any]:
    twin = twin_of(work, matter)
    return {"twin": ({"code": twin.code},) if twin else None}


def named_on(work: Work, matter: Matter) -> Sequence[int]:
    """What was raised after it in the same place, and may be the same."""
    return work.of(Voices).after(matter)


def add_weight(work: Work, matter: Matter, _: str) -> None:
    """It was raised before: whoever said it now counts there."""
    topic = labels_of(work, matter).get(TOPIC, "")
    twin = work.of(Voices).twin(matter, TOPIC, topic)
    if twin:
        _joined(work, matter, twin)


def _joined(work: Work, matter: Matter, twin: Matter) -> None:
    work.of(Voices).join(matter, twin)
    row = work.log(WEIGHT, "matter", twin.id, facts={"of": matter.code, "by": matter.weight})
    work.log("joined", "matter", matter.id, facts={"row": row})
    refresh(work, twin)


@action(needs=Permission.FOLLOW_MATTERS)
def join(work: Work, number: int, to: int) -> Message:
    """«YK2 trùng YK1»: the one that is named counts there, whatever it is about."""
    matter, twin = known(work, OPINION.prefix, number), known(work, OPINION.prefix, to)
    must_be_open(twin)
    step = _must_join(work, matter)
    moved = move(work, matter, replace(step, sets_off=""), Given())
    _joined(work, moved, twin)
    refresh(work, moved)
    now = work.matters.get(twin.id)
    facts = {"code": matter.code, "same": twin.code, "more": matter.weight, "weight": now.weight}
    return result("matter.joined", opens(twin), **facts)


def _must_join(work: Work, matter: Matter) -> Step:
    """Where another was named, it need not look like the same."""
    must_be_open(matter)
    if step := next((s for s in ways_on(work, matter) if s.sets_off == WEIGHT), None):
        return step
    step = next(s for s in OPINION.steps if s.sets_off == WEIGHT)
    if matter.state not in step.come_from:
        raise not_now(matter, step)
    raise Refusal("matter_not_yours", code=matter.code)


def opens(matter: Matter) -> Rows:
    return ((Press("m.open", matter.id, label=matter.code),),)
