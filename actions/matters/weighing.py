"""What people say is put under its topic, its number on another platform kept; what is said
again adds its weight to what is open."""

from actions.desk import action, view
from actions.matters.cards import labels_of, note, refresh
from actions.matters.known import hands, known, must_be_open, seen
from domain.access import Permission
from domain.letters import Message, Press, rows_of, toast
from domain.matter_kinds import BY_PREFIX, kind_of
from domain.matters import ELSEWHERE, TOPIC, Matter
from domain.names import clean
from domain.refusals import Refusal
from storage import Work

P = Permission
ELSEWHERE_LETTERS = 40


@view(needs=P.FOLLOW_MATTERS)
def topics_page(work: Work, matter_id: int) -> Message:
    matter = _must_sort(work, matter_id)
    presses = [
        Press("m.is_topic", matter.id, topic, label=f"@topic_of.{topic}")
        for topic in kind_of(matter.kind).topics
    ]
    return Message("matter.ask_topic", {"code": matter.code}, rows_of(presses, 2))


@action(needs=P.FOLLOW_MATTERS)
def set_topic(work: Work, matter_id: int, topic: str) -> Message:
    """It was guessed otherwise."""
    matter = _must_sort(work, matter_id)
    if topic not in kind_of(matter.kind).topics:
        raise Refusal("unknown_button")
    work.matters.mark(matter.id, TOPIC, topic)
    work.log(TOPIC, "matter", matter.id)
    refresh(work, matter)
    return toast("matter.topic_set", code=matter.code, topic=topic)


@action(needs=P.FOLLOW_MATTERS)
def say_topic(work: Work, prefix: str, number: int, topic: str) -> Message:
    """«YK1 lĩnh vực rác thải»; what names none is asked."""
    matter = known(work, prefix, number)
    if not kind_of(matter.kind).topics:
        raise Refusal("matter_no_topic", code=matter.code)
    if not topic:
        return topics_page.run(work, matter.id)
    return set_topic.run(work, matter.id, topic)


def _must_sort(work: Work, matter_id: int) -> Matter:
    matter = seen(work, matter_id)
    must_be_open(matter)
    if hands(work, matter).isdisjoint(kind_of(matter.kind).sorts):
        raise Refusal("matter_not_yours", code=matter.code)
    return matter


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


@action(needs=P.FOLLOW_MATTERS)
def note_elsewhere(work: Work, prefix: str, number: int, there: str) -> Message:
    """«YK1 pakn 12345»: people raised it on another platform too, under this number."""
    kind = BY_PREFIX.get(prefix)
    if kind is None or not kind.topics:
        raise Refusal("not_found")
    matter = _must_sort(work, work.matters.by_number(kind.code, number).id)
    said = clean(there, ELSEWHERE_LETTERS)
    if " " in said or not any(map(str.isdigit, said)):
        raise Refusal("elsewhere_form", code=matter.code)
    note(work, matter, ELSEWHERE, said)
    refresh(work, matter)
    return toast("matter.elsewhere_kept", code=matter.code, number=said)
