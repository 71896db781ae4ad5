"""What is said again adds its weight to what is open."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.matters.cards import labels_of, refresh
from domain.matter_kinds import OPINION, TOPIC
from domain.matters import Matter
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
    if twin is None:
        return
    work.of(Voices).join(matter, twin)
    row = work.log(WEIGHT, "matter", twin.id, facts={"of": matter.code, "by": matter.weight})
    work.log("joined", "matter", matter.id, facts={"row": row})
    refresh(work, twin)
