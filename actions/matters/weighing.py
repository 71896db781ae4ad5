"""What is said again adds its weight to what is open."""

from actions.matters.cards import labels_of, refresh
from domain.matter_kinds import TOPIC
from domain.matters import Matter
from storage import Work


def add_weight(work: Work, matter: Matter, _: str) -> None:
    """It was raised before: whoever said it now counts there."""
    topic = labels_of(work, matter).get(TOPIC, "")
    twin = work.matters.twin(matter, TOPIC, topic)
    if twin is None:
        return
    work.matters.weigh(twin.id, matter.weight)
    row = work.log("weight", "matter", twin.id, facts={"of": matter.code, "by": matter.weight})
    work.log("joined", "matter", matter.id, facts={"row": row, "same": twin.code})
    refresh(work, twin)
