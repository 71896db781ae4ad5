"""Friday evening «anh/chị có đi được không?», an hour before the start."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from actions.desk import action, view
from actions.registrations.facts import activity_labels, facts_of, place_facts
from actions.registrations.leaving import leave
from actions.registrations.questions import pass_on, stored
from actions.registrations.registering import ask_family, my_place, read_company
from actions.registrations.seating import hear_of_place, lapse_unconfirmed, settle, told
from domain.access import Permission, Role
from domain.activities import Activity, Point, Stage
from domain.calendar import DAY
from domain.consent import Purpose
from domain.dialogue import WEEKEND, Expectation
from domain.hours import (
    CADRES,
    CADRES_HEAR,
    EVENING,
    LOOKED_SINCE,
    TOLD_BEFORE,
    WEEKDAYS,
    WORK_ENDS,
)
from domain.letters import Message, Press, result
from domain.people import Person
from domain.periods import at
from domain.plans import is_closed_early
from domain.refusals import Refusal
from domain.registrations import CARD, capacity, require_ahead, venue_of
from domain.seats import COMING, Phase, Standing, awake, news_day, phase
from storage import Work

EVENING_TOPIC = "evening"
SECOND = timedelta(seconds=1)
AHEAD = timedelta(days=4)


def ahead(work: Work, within: timedelta) -> Iterator[Activity]:
    """The activities that will be held, and begin soon."""
    for activity in work.activities.between(work.now, work.now + within + SECOND):
        if activity.state(work.now) in (Stage.OPEN, Stage.CLOSED):
            yield activity


def next_point(work: Work, what: str, activity: Activity) -> Point | None:
    """The next of a day's points of which this is not done, each once: one write a point, so that
    people who tap come between."""
    key = f"{what}:{activity.id}:{activity.version}"
    if work.offices.has_run(key):
        return None
    for point in work.activities.points(activity.id):
        if work.offices.first_run(f"{key}:{point.id}", work.now):
            return point
    work.offices.first_run(key, work.now)
    return None


@action(needs=Permission.RUN_TIMETABLE)
def ask_evening(work: Work) -> bool:
    """The evening before: each is asked once; silence is counted, a no frees the place. True when
    there may be another point."""
    for activity in ahead(work, 2 * DAY):
        if phase(activity.starts, work.now, work.zone) is Phase.FIRST_TAP and (
            point := next_point(work, "evening.ask", activity)
        ):
            _ask_point(work, activity, point)
            return True
    return False


def _ask_point(work: Work, activity: Activity, point: Point) -> None:
    for one in work.registrations.at_point(point.id, *COMING):
        if one.standing is Standing.HELD:
            continue
        facts = {**facts_of(work, activity), "point": point.full, "landmark": point.landmark}
        yes_no = (Press("s.come", one.id), Press("s.stay", one.id))
        work.nudge(
            one.person_id,
            f"evening:{one.id}:{activity.version}",
            Message("activity.evening", facts, (yes_no,), topic=f"{EVENING_TOPIC}:{one.id}"),
            drop_after=activity.starts,
            urgent=True,
        )
        if one.person_id is not None:
            until = activity.starts - TOLD_BEFORE
            question = Expectation(EVENING_TOPIC, one.id, expires=until)
            work.expectations.expect(one.person_id, question, work.now)


@action(needs=Permission.REGISTER)
def come(work: Work, registration_id: int) -> Message:
    """«Có đi»."""
    mine = my_place(work, registration_id)
    activity = work.activities.get(mine.activity_id)
    require_ahead(activity, work.now)
    work.registrations.set_evening(mine.id, yes=True)
    work.expectations.forget(work.actor.me, EVENING_TOPIC, mine.id)
    if mine.standing is Standing.REGISTERED:
        settle(work, mine, Standing.CONFIRMED)
    mine = work.registrations.get(mine.id)
    return told(work, activity, work.activities.point(mine.point_id), mine)


@action(needs=Permission.REGISTER)
def come_with(work: Work, registration_id: int) -> Message:
    """«đi 2 người»: the yes counts, and who comes along is asked."""
    come.run(work, registration_id)
    asked = ask_family.run(work, registration_id)
    return replace(asked, facts={**asked.facts, "coming": True})


@action(needs=Permission.REGISTER)
def come_as(
    work: Work, registration_id: int, adults: int, children: int, way: str = ""
) -> Message:
    """«mai em đi, còn 2 người»: the yes counts, and the number is read back; one for which
    there is no place is asked."""
    come.run(work, registration_id)
    try:
        asked = read_company.run(work, registration_id, adults, children, way)
    except Refusal:
        asked = ask_family.run(work, registration_id)
    return replace(asked, facts={**asked.facts, "coming": True})


@action(needs=Permission.REGISTER)
def come_and_ask(work: Work, registration_id: int, about: str, text: str) -> Message:
    """«có đi ạ, gửi xe ở đâu?»: the yes counts, and the question is answered or passed on."""
    come.run(work, registration_id)
    known = stored.run(work, registration_id, about)
    answer = known or pass_on.run(work, registration_id, text)
    return replace(answer, facts={**answer.facts, "coming": True})


@view(needs=Permission.REGISTER)
def not_sure_yet(work: Work, registration_id: int) -> Message:
    """«để xem»: nothing is written, and the question stays open."""
    mine = my_place(work, registration_id)
    yes_no = (Press("s.come", mine.id), Press("s.stay", mine.id))
    return Message("activity.evening_open", {}, (yes_no,), topic=f"{EVENING_TOPIC}:{mine.id}")


@action(needs=Permission.REGISTER)
def stay(work: Work, registration_id: int) -> Message:
    """«Không đi»: the place goes on at once."""
    mine = my_place(work, registration_id)
    work.registrations.set_evening(mine.id, yes=False)
    work.expectations.forget(work.actor.me, EVENING_TOPIC, mine.id)
    return leave(work, mine)


@action(needs=Permission.REGISTER)
def late(work: Work, registration_id: int) -> Message:
    """«Đến muộn»: the leader hears how many before the start, and sees who in the roll call."""
    mine = my_place(work, registration_id)
    work.registrations.set_late(mine.id)
    return result("activity.toast.late")


@action(needs=Permission.RUN_TIMETABLE)
def remind_hour(work: Work) -> bool:
    """An hour before: still on, where, what to bring, whom to call; who waits is told of
    places left. True when there may be another point."""
    for activity in ahead(work, TOLD_BEFORE):
        if point := next_point(work, "hour", activity):
            _remind_point(work, activity, point)
            return True
    return False


def _remind_point(work: Work, activity: Activity, point: Point) -> None:
    lapse_unconfirmed(work, point)
    for one in work.registrations.at_point(point.id, *COMING):
        facts = {**facts_of(work, activity), **place_facts(work, activity, point, one)}
        late = ((Press("s.late", one.id),),)
        message = Message("activity.hour", facts, late, venue=venue_of(point))
        key = f"hour:{one.id}:{activity.version}"
        work.nudge(one.person_id, key, message, drop_after=activity.ends, urgent=True)
    left = work.registrations.room(point.id, capacity(point)).left
    for one in work.registrations.all_waiting(point.id, left):
        facts = {**facts_of(work, activity), "point": point.full, "left": left}
        key = f"hour:{one.id}:{activity.version}"
        message = Message("activity.places_left", facts, ((Press("s.take", one.id),),))
        hear_of_place(work, one, activity.starts)
        work.nudge(one.person_id, key, message, drop_after=activity.starts, urgent=True)


@action(needs=Permission.RUN_TIMETABLE)
def tell_cadres(work: Work) -> None:
    """On Thursday, and on Friday to the silent: how many come from your khu?"""
    here = work.here
    hour = CADRES.get(WEEKDAYS[here.weekday()])
    if hour is None or not hour <= here.time() < WORK_ENDS:
        return
    if not work.offices.first_run(f"cadres:{here:%F}", work.now):
        return
    coming = [a for a in ahead(work, AHEAD) if not is_closed_early(a, work.now, work.zone)]
    for cadre in work.people.with_role(Role.BASE, work.today) if coming else ():
        theirs = [a for a in coming if _hears(work, a, cadre)]
        silent = [a for a in theirs if not work.headcounts.said(a.id, None, cadre.locality_id)]
        if silent:
            labels = activity_labels([(work, a) for a in silent[:4]])
            buttons = tuple(
                (Press("s.group", a.id, label=label),)
                for a, label in zip(silent[:4], labels, strict=True)
            )
            rows = [{"title": a.title, "starts": a.starts} for a in silent[:4]]
            message = Message("activity.cadres", {"rows": rows}, buttons, topic=f"{WEEKEND}:0")
            key = f"cadres:{here:%F}:{cadre.id}"
            work.nudge(cadre.id, key, message, drop_after=work.now + CADRES_HEAR)
            until = max(activity.starts for activity in silent)
            work.expectations.expect(cadre.id, Expectation(WEEKEND, expires=until), work.now)


def _hears(work: Work, activity: Activity, cadre: Person) -> bool:
    audience = work.activities.audience(activity.id)
    return audience.hears(cadre.organisation_id, cadre.locality_id)


@action(needs=Permission.RUN_TIMETABLE)
def tell_volunteers(work: Work) -> bool:
    """Thursday evening: the weekend's days, to those who agreed to hear of them; what is opened
    later is told the next evening. Who has a place or gave it up is not asked again. One day is
    one write; True when there may be another."""
    zone = work.zone
    for activity in ahead(work, 7 * DAY):
        due = at(news_day(activity.starts, zone), EVENING, zone)
        if work.now < due or awake(work.now, zone) != work.now:
            continue
        if not work.offices.first_run(f"news:{activity.id}", work.now):
            continue
        known = work.registrations.people(activity.id)
        told = [one for one in work.consents.willing(Purpose.NEWS) if one not in known]
        work.redraw_all(f"{CARD}:{activity.id}", told, ring=True)
        return True
    return False


def expected(work: Work, activity: Activity) -> int:
    """How many people have said that they come, groups included."""
    counts = work.registrations.counts(activity.id)
    alone = sum(
        c["people"] + c["adults"] + c["children"] for s, c in counts.items() if s in COMING
    )
    groups = sum(group.number for group in work.headcounts.said(activity.id))
    return int(alone + groups)


@action(needs=Permission.RUN_TIMETABLE)
def refresh_cards(work: Work) -> None:
    """Announcements on people's screens say again how many places are left, and whoever waits
    sees their number in the line move."""
    for activity_id in work.registrations.changed_since(work.now - LOOKED_SINCE, work.now):
        work.redraw_all(f"{CARD}:{activity_id}", work.registrations.spectators(activity_id))
