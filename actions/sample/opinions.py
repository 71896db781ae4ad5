"""The sample's opinions: what came in week 47, what was forwarded, answered and is late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from actions.sample.sample import Sample
from domain.matter_kinds import OPINION, TOPIC

MONDAY, EARLIER = timedelta(days=6, hours=22), timedelta(days=15)
"""Before the anchor: the morning on which the week begins; and another week."""
LIMITS = {"sorted": timedelta(days=3), "forwarded": timedelta(days=20)}
EVENTS = {
    "new": "raised",
    "sorted": "sort",
    "forwarded": "forward",
    "answered": "answer",
    "told_back": "tell_back",
    "closed": "close",
}
BY, RAISER = "CB24", "CS01"


@dataclass(frozen=True, slots=True)
class SampleOpinion:
    """One: its topic, how long before the anchor it began, its states a day apart, and how many
    of the last of these came in the week."""

    topic: str
    states: Sequence[str]
    of_late: int = 0


def load_opinions(sample: Sample) -> None:
    for told in _all(sample):
        _load(sample, told)


def _all(sample: Sample) -> list[SampleOpinion]:
    """New in the week, the last of them not forwarded in time; of those before it some were
    answered, and as many as are not open any more were told back and closed."""
    row = sample.data["opinions"]
    topics = [code for code, many in row["codes"].items() for _ in range(many)]
    sent, waits = ("new", "sorted", "forwarded"), ("new", "sorted")
    fresh = [
        SampleOpinion(topic, sent if n < row["forwarded"] else waits, 3)
        for n, topic in enumerate(topics)
    ]
    still = row["open"] - row["week_new"]
    answered = [*sent, "answered"]
    return fresh + [
        SampleOpinion("other", answered, 1)
        if n < still
        else SampleOpinion("other", [*answered, "told_back", "closed"], 3)
        for n in range(row["answered_week"])
    ]


def _load(sample: Sample, told: SampleOpinion) -> None:
    work, anchor = sample.work, sample.moment(sample.data["anchor"])
    early, late = anchor - EARLIER, anchor - MONDAY
    first = len(told.states) - told.of_late
    moments = [
        early + timedelta(days=n) if n < first else late + timedelta(days=n - max(first, 0))
        for n in range(len(told.states))
    ]
    state, at = told.states[-1], moments[-1]
    matter = work.matters.add(
        OPINION.code,
        OPINION.prefix,
        "new",
        moments[0],
        raised_by=sample.people[RAISER],
        locality_id=sample.localities["KALONG"],
    )
    work.matters.mark(matter.id, TOPIC, told.topic)
    limit = LIMITS.get(state)
    ended = at if state == "closed" else None
    due = at + limit if limit else None
    work.matters.save(replace(matter, state=state, due_at=due, closed_at=ended))
    who = work.accounts.subject(sample.people[BY])
    for became, moment in zip(told.states, moments, strict=True):
        event = EVENTS[became]
        work.journal.write(event, "matter", matter.id, at=moment, who=who, became=became)
