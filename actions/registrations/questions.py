"""What volunteers ask about their day: answered from what is stored, or passed to the leader."""

from dataclasses import replace

from actions.desk import action, view
from actions.registrations.facts import facts_of
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press
from domain.refusals import Refusal
from domain.registrations import Registration, require_mine
from storage import Work

TOPIC = "day_answer"


@view(needs=Permission.REGISTER)
def stored(work: Work, registration_id: int, about: str) -> Message | None:
    """The rain plan, or what is known of breakfast, parking; nothing where nobody wrote it."""
    _, activity, _ = _own(work, registration_id)
    if about == "rain":
        return Message("activity.rain", facts_of(work, activity)) if activity.rain_plan else None
    if about == "children":
        return Message("activity.children", facts_of(work, activity))
    if about == "other" and activity.bring:
        return Message("activity.bring", facts_of(work, activity))
    text = work.plans.notes(activity.id).get(about)
    facts = {"title": activity.title, "starts": activity.starts, "about": about, "text": text}
    return Message("activity.note", facts) if text else None


@action(needs=Permission.REGISTER)
def pass_on(
    work: Work, registration_id: int, text: str, files: tuple[tuple[str, str], ...] = ()
) -> Message:
    """To the point's leader, or whoever planned the day, with a button to answer; a voice goes
    along."""
    return _passed(
        work, registration_id, Message("activity.question", {"text": text}, files=files)
    )


@action(needs=Permission.REGISTER)
def ask_for_group(work: Work, registration_id: int, people: int) -> Message:
    """More than one person may register: whoever leads the point hears how many, and answers."""
    asked = Message("activity.group_asked", {"people": people})
    return replace(_passed(work, registration_id, asked), place=Place.RESULT)


def _passed(work: Work, registration_id: int, asked: Message) -> Message:
    mine, activity, point = _own(work, registration_id)
    to = _asked(activity, point)
    facts = {**facts_of(work, activity), "by": mine.name, **asked.facts}
    letter = replace(asked, facts=facts, buttons=((Press("dq.answer", mine.id),),))
    work.nudge(to, f"activity_question:{mine.id}:{work.now:%Y%m%dT%H%M%S}", letter)
    return Message("activity.question_passed", {"name": work.people.name(to)})


@action(needs=Permission.REPORT_TURNOUT)
def ask_answer(work: Work, registration_id: int) -> Message:
    """«Trả lời»: wait for the words."""
    mine = _led(work, registration_id)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, mine.id), work.now)
    facts = {"name": mine.name}
    return Message("activity.answer_ask", facts, topic=f"{TOPIC}:{mine.id}")


@action(needs=Permission.REPORT_TURNOUT)
def answer(work: Work, registration_id: int, text: str) -> Message:
    """The words go back to whoever asked: after «Trả lời», or as a reply to the question."""
    mine = _led(work, registration_id)
    work.expectations.forget(work.actor.me, TOPIC, mine.id)
    told = Message("activity.answered", {"by": work.actor.name, "text": text})
    work.nudge(mine.person_id, f"day_answer:{mine.id}:{work.now:%Y%m%dT%H%M%S}", told)
    return Message("activity.answer_passed", {"name": mine.name})


def _own(work: Work, registration_id: int) -> tuple[Registration, Activity, Point]:
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    point = work.activities.point(mine.point_id)
    return mine, work.activities.get(mine.activity_id), point


def _asked(activity: Activity, point: Point) -> int | None:
    return point.leader_id or activity.organiser_id


def _led(work: Work, registration_id: int) -> Registration:
    mine = work.registrations.get(registration_id)
    point = work.activities.point(mine.point_id)
    if work.actor.me != _asked(work.activities.get(mine.activity_id), point):
        raise Refusal("no_permission")
    return mine
