"""What is asked about a plan: a line answers the newest question, a reply the one replied to."""

from dataclasses import replace

from domain.activities import Activity
from domain.dialogue import RINGING, SET_ASIDE, Expectation
from storage import Work

ABOUT_A_PLAN = frozenset({"details", "plan_add", "plan_point", "plan_target", "template", "where"})


def drop_ringing(work: Work, topic: str = "", subject: int = 0) -> str | None:
    """What was about to ring with everybody is dropped, but for this one question; returns of
    which day it was, where it was read back already."""
    dropped = None
    for old in work.expectations.open(work.actor.me, work.now):
        rings = old.topic in RINGING or "place" in old.answers
        if rings and (old.topic, old.subject) != (topic, subject):
            work.expectations.forget(work.actor.me, old.topic, old.subject)
            dropped = _day_of(work, old).title if old.answers else dropped
    return dropped


def _day_of(work: Work, old: Expectation) -> Activity:
    """Of a place the day is its point's."""
    at_point = "place" in old.answers
    day = work.activities.point(old.subject).activity_id if at_point else old.subject
    return work.activities.get(day)


def ask(work: Work, topic: str, subject: int) -> str:
    """Wait for one answer about a plan before all others; returns the message's topic."""
    drop_ringing(work)
    for old in work.expectations.open(work.actor.me, work.now):
        if old.topic in ABOUT_A_PLAN:
            aside = replace(old, answers={**old.answers, SET_ASIDE: True})
            work.expectations.expect(work.actor.me, aside, work.now)
    work.expectations.expect(work.actor.me, Expectation(topic, subject), work.now)
    return f"{topic}:{subject}"
