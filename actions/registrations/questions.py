"""What volunteers ask about their day: answered from what is stored, or passed to the leader."""

from dataclasses import replace

from actions.desk import action, view
from actions.meant import waits_for_yes, yes_was_said
from actions.registrations.facts import facts_of
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import Expectation, mark_of
from domain.hours import MAY_ANSWER
from domain.letters import Message, Place, Press, result
from domain.names import shorten
from domain.refusals import Refusal
from domain.registrations import Registration, require_mine
from storage import Work

TOPIC, ASKED, TYPED = "day_answer", "day_asked", "day_answer.typed"
"""«Trả lời» waits for the words; a question was passed on; words that may answer it are kept."""
SHOWN, NAME = 3, 14


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
    if to:
        asked_now = Expectation(ASKED, mine.id, expires=work.now + MAY_ANSWER)
        work.expectations.expect(to, asked_now, work.now)
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
    for topic in (TOPIC, ASKED):
        work.expectations.forget(work.actor.me, topic, mine.id)
    told = Message("activity.answered", {"by": work.actor.name, "text": text})
    work.nudge(mine.person_id, f"day_answer:{mine.id}:{work.now:%Y%m%dT%H%M%S}", told)
    return Message("activity.answer_passed", {"name": mine.name})


@action(needs=Permission.REPORT_TURNOUT)
def ask_whether_answer(work: Work, text: str) -> Message:
    """A line after a question that was passed on: read back with whom it would go to."""
    waiting = work.expectations.open(work.actor.me, work.now)
    asked = [_led(work, one.subject) for one in waiting if one.topic == ASKED][:SHOWN]
    if not asked:
        raise Refusal("question_over")
    work.expectations.expect(work.actor.me, Expectation(TYPED, 0, {"text": text}), work.now)
    mark = mark_of(text)
    alone = len(asked) == 1
    labels = ["@button.send"] if alone else [shorten(one.name, NAME) for one in asked]
    rows = tuple(
        (Press("dq.say", one.id, mark, label=label),)
        for one, label in zip(asked, labels, strict=True)
    )
    facts = {"text": text, "names": [one.name for one in asked]}
    message = Message("activity.answer_read", facts, (*rows, (Press("dq.none"),)))
    return waits_for_yes(work, message, rows[0][0]) if alone else message


@action(needs=Permission.REPORT_TURNOUT)
def say_typed(work: Work, registration_id: int, mark: str) -> Message:
    """«Gửi Yến»: the words that were read back; older ones answer nothing."""
    kept = work.expectations.find(work.actor.me, TYPED, 0, work.now)
    if kept is None or mark_of(str(kept.answers["text"])) != mark:
        raise Refusal("words_gone")
    yes_was_said(work)
    said = answer.run(work, registration_id, str(kept.answers["text"]))
    return replace(said, place=Place.RESULT)


@action(needs=Permission.REPORT_TURNOUT)
def no_answer(work: Work) -> Message:
    """It was meant for none of them."""
    kept = work.expectations.find(work.actor.me, TYPED, 0, work.now)
    work.expectations.forget(work.actor.me, TYPED, 0)
    yes_was_said(work)
    if kept is None:
        raise Refusal("words_gone")
    return result("meant.dropped", text=kept.answers["text"])


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
