"""A class as those see it who are taught: going or sending somebody, the material, understood."""

from actions.activities.news import acknowledge, concerned_at
from actions.activities.training import facts_of, host_hears, materials, tell_guest
from actions.desk import action, view
from actions.office.roster import known
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.dialogue import Expectation
from domain.hours import CLASS_ANSWERED, CLASS_ASKED
from domain.kinds import LEARNS
from domain.letters import Message, Place, Press, result
from domain.refusals import Refusal
from domain.seats import awake
from storage import Work
from storage.trainings import DECLINED, GOING, SUBSTITUTE

P = Permission
INSTEAD = "training.instead"


def _invited(work: Work, activity_id: int) -> Activity:
    """A class that has not begun, to which the actor was invited."""
    activity = work.activities.get(activity_id)
    if work.actor.me not in {one.person_id for one in work.trainings.guests(activity_id)}:
        raise Refusal("not_found")
    if work.now >= activity.starts or activity.stored is not Stage.OPEN:
        raise Refusal("training_over", title=activity.title)
    return activity


@action(needs=P.OWN_WORK)
def answer(work: Work, activity_id: int, going: bool) -> Message:
    activity = _invited(work, activity_id)
    said = GOING if going else DECLINED
    work.trainings.answer(activity.id, work.actor.me, said)
    work.log(f"training.{said}", "activity", activity.id)
    if not going:
        host_hears(work, activity, "training.declined_told")
    return Message(f"training.{said}", facts_of(work, activity), place=Place.RESULT)


@action(needs=P.OWN_WORK)
def ask_instead(work: Work, activity_id: int) -> Message:
    activity = _invited(work, activity_id)
    work.expectations.expect(work.actor.me, Expectation(INSTEAD, activity.id), work.now)
    topic = f"{INSTEAD}:{activity.id}"
    return Message("training.ask_instead", {"title": activity.title}, topic=topic)


@action(needs=P.OWN_WORK)
def send_instead(work: Work, activity_id: int, person_id: int) -> Message:
    """Somebody else of the roster, who is told; one who comes anyway is nobody's substitute."""
    activity, name = _invited(work, activity_id), known(work, person_id).name
    coming = {one.comes for one in work.trainings.guests(activity.id)}
    if person_id == work.actor.me or person_id in coming:
        raise Refusal("training_instead", name=name)
    guests = work.trainings.guests(activity.id)
    if any(one.person_id == person_id and one.answer == DECLINED for one in guests):
        raise Refusal("training_declined", name=name)
    work.trainings.answer(activity.id, work.actor.me, SUBSTITUTE, person_id)
    work.expectations.forget(work.actor.me, INSTEAD, activity.id)
    work.log("training.substitute", "activity", activity.id)
    sender = known(work, work.actor.me).name
    tell_guest(work, activity, person_id, "training.sent", acknowledge(activity), sender)
    host_hears(work, activity, "training.substitute_told")
    return result("training.substitute", name=name, title=activity.title)


@view(needs=P.REGISTER)
def read_material(work: Work, activity_id: int) -> Message:
    """The files and links, for whoever leads it or is taught."""
    activity = work.activities.get(activity_id)
    guests = {one.person_id for one in work.trainings.guests(activity_id)}
    if work.actor.person_id not in guests | _pupils(work, activity) | {activity.organiser_id}:
        raise Refusal("not_found")
    kept = materials(work, activity_id)
    files = tuple((one.kind, one.file_id) for one in kept if one.file_id)
    links = [one.name for one in kept if not one.file_id]
    return Message("training.read", {"title": activity.title, "links": links}, files=files)


def _pupils(work: Work, activity: Activity) -> set[int]:
    """Who comes: invited, sent, or registered."""
    sent = {one.comes for one in work.trainings.guests(activity.id) if one.comes}
    points = work.activities.points(activity.id)
    led = {point.leader_id for point in points}
    return sent | {id_ for point in points for id_ in concerned_at(work, point)} - led


@action(needs=P.RUN_TIMETABLE)
def ask_clear(work: Work) -> None:
    """After a class each of those who came is asked once: understood, or not yet."""
    for activity in work.activities.between(work.now - CLASS_ASKED, work.now):
        over = activity.kind in LEARNS and activity.state(work.now) is Stage.COUNTING
        if over and work.offices.first_run(f"training:{activity.id}", work.now):
            for person_id in _pupils(work, activity) - {activity.organiser_id}:
                _ask(work, activity, person_id)


def _ask(work: Work, activity: Activity, person_id: int) -> None:
    buttons = ((Press("tr.clear", activity.id), Press("tr.unclear", activity.id)),)
    message = Message("training.ask_clear", {"title": activity.title}, buttons)
    ends, hold = work.now + CLASS_ANSWERED, awake(work.now, work.zone)
    key = f"training:{activity.id}:clear:{person_id}"
    work.nudge(person_id, key, message, drop_after=ends, hold_until=hold)


@action(needs=P.REGISTER)
def say_clear(work: Work, activity_id: int, clear: bool) -> Message:
    """Counted, and told to nobody by name; another tap changes it."""
    activity = work.activities.get(activity_id)
    if activity.kind not in LEARNS or work.actor.person_id not in _pupils(work, activity):
        raise Refusal("not_found")
    if work.now < activity.ends:
        raise Refusal("not_over_yet", code=activity.code, ends=activity.ends)
    work.trainings.echo(activity.id, work.actor.me, clear=clear)
    kind = "training.clear_said" if clear else "training.unclear_said"
    return result(kind, title=activity.title)
