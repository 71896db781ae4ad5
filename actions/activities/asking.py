"""What is asked about a plan: the newest question alone stays open, and a line answers it."""

from domain.dialogue import Expectation
from storage import Work

ABOUT_A_PLAN = frozenset(
    {
        "calloff",
        "details",
        "plan_add",
        "plan_point",
        "plan_target",
        "postpone",
        "shift",
        "template",
        "where",
    }
)


def ask(work: Work, topic: str, subject: int) -> str:
    """Wait for one answer, and for no other about a plan; returns the message's topic."""
    for old in work.expectations.open(work.actor.me, work.now):
        if old.topic in ABOUT_A_PLAN:
            work.expectations.forget(work.actor.me, old.topic, old.subject)
    work.expectations.expect(work.actor.me, Expectation(topic, subject), work.now)
    return f"{topic}:{subject}"
