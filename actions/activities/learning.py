"""A class as those see it who are taught: going or sending somebody, the material, understood."""

from actions.activities.news import acknowledge, concerned_at
from actions.activities.seats import leave_seat, take_seat
from actions.activities.training import INVITATION, facts_of, host_hears, materials, tell_guest
from actions.desk import action, view
from actions.office.roster import known
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.dialogue import Expectation
from domain.hours import CLASS_ANSWERED, CLASS_TOLD
from domain.kinds import LEARNS
from domain.letters import Message, Place, Press, result
from domain.refusals import Refusal
from domain.seats import COMING, Standing, awake
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
    _call_off_substitute(work, activity)
    if going:
        _require_free_hour(work, activity, work.actor.me)
        take_seat(work, activity, work.actor.me)
    else:
        leave_seat(work, activity, work.actor.me)
    work.trainings.answer(activity.id, work.actor.me, said)
    work.expectations.forget(work.actor.me, INVITATION, activity.id)
    work.log(f"training.{said}", "activity", activity.id)
    if not going:
        host_hears(work, activity, "training.declined_told")
    return Message(f"training.{said}", facts_of(work, activity), place=Place.RESULT)


def _call_off_substitute(work: Work, activity: Activity) -> None:
    """Whoever was sent before, and is not needed now, is told."""
    guests = work.trainings.guests(activity.id)
    mine = next(one for one in guests if one.person_id == work.actor.me)
    if mine.answer == SUBSTITUTE and mine.substitute_id:
        leave_seat(work, activity, mine.substitute_id)
        me = known(work, work.actor.me).name
        tell_guest(work, activity, mine.substitute_id, "training.not_sent", (), me)


def _require_free_hour(work: Work, activity: Activity, person_id: int) -> None:
    """Nobody has two places at one hour; of somebody else it is not said what the other is."""
    hours = (activity.starts, activity.ends)
    clash = work.own_registrations.clash(person_id, activity.id, *hours)
    if clash and person_id == work.actor.me:
        raise Refusal("activity_clash", title=clash[0], starts=clash[1])
    if clash:
        raise Refusal("training_busy", name=known(work, person_id).name)


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
    _require_free_hour(work, activity, person_id)
    _call_off_substitute(work, activity)
    leave_seat(work, activity, work.actor.me)
    take_seat(work, activity, person_id)
    work.trainings.answer(activity.id, work.actor.me, SUBSTITUTE, person_id)
    for topic in (INSTEAD, INVITATION):
        work.expectations.forget(work.actor.me, topic, activity.id)
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
    """After a class each of those who came is asked once: understood, or not yet; the day after,
    whoever called it together reads how many, where somebody answered."""
    for activity in work.activities.between(work.now - CLASS_ANSWERED, work.now):
        if activity.kind not in LEARNS:
            continue
        if work.now >= activity.starts + CLASS_TOLD:
            _tell_clear(work, activity)
        elif activity.state(work.now) is Stage.COUNTING:
            _ask_all(work, activity)


def _ask_all(work: Work, activity: Activity) -> None:
    if not work.offices.first_run(f"training:{activity.id}", work.now):
        return
    for person_id in _came(work, activity) - {activity.organiser_id}:
        _ask(work, activity, person_id)


def _tell_clear(work: Work, activity: Activity) -> None:
    clear, unclear = work.trainings.clear(activity.id)
    if not (clear or unclear):
        return
    if work.offices.first_run(f"training_told:{activity.id}", work.now):
        facts = {"title": activity.title, "clear": clear, "unclear": unclear}
        page = ((Press("tr.see", activity.id),),)
        message = Message("training.understood", facts, page)
        work.tell_at_work(activity.organiser_id, f"training:{activity.id}:understood", message)


def _came(work: Work, activity: Activity) -> set[int]:
    """Who was there; where no roll was called, who said that they come."""
    found = set()
    for point in work.activities.points(activity.id):
        called = work.registrations.at_point(point.id, Standing.PRESENT, Standing.ABSENT)
        coming = called or work.registrations.at_point(point.id, *COMING)
        found |= {one.person_id for one in coming if one.standing is not Standing.ABSENT}
    return {person_id for person_id in found if person_id}


def _ask(work: Work, activity: Activity, person_id: int) -> None:
    buttons = ((Press("tr.clear", activity.id), Press("tr.unclear", activity.id)),)
    message = Message("training.ask_clear", {"title": activity.title}, buttons)
    ends, hold = work.now + CLASS_ANSWERED, awake(work.now, work.zone)
    key = f"training:{activity.id}:clear:{person_id}"
    work.nudge(person_id, key, message, drop_after=ends, hold_until=hold)


@view(needs=P.REGISTER)
def asked_of(work: Work) -> int:
    """The class after which the actor was asked whether they understood; of two the later."""
    classes = [
        one
        for one in work.activities.between(work.now - CLASS_ANSWERED, work.now)
        if one.kind in LEARNS and work.now >= one.ends and work.actor.person_id in _came(work, one)
    ]
    return max(classes, key=lambda one: one.ends).id if classes else 0


@action(needs=P.REGISTER)
def say_clear(work: Work, activity_id: int, clear: bool) -> Message:
    """Counted, and told to nobody by name; another tap changes it."""
    activity = work.activities.get(activity_id)
    if activity.kind not in LEARNS or work.actor.person_id not in _came(work, activity):
        raise Refusal("not_found")
    if work.now < activity.ends:
        raise Refusal("not_over_yet", code=activity.code, ends=activity.ends)
    work.trainings.echo(activity.id, work.actor.me, clear=clear)
    kind = "training.clear_said" if clear else "training.unclear_said"
    other = Press("tr.unclear" if clear else "tr.clear", activity.id)
    return result(kind, ((other,),), title=activity.title)
