"""Who was away is told when the activity is over; whoever was there after all reads so instead."""

from actions.desk import action
from actions.registrations.seating import redraw
from domain.access import Permission, Role
from domain.activities import Point
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.registrations import DISPUTE_FOR, REVIEWS, Registration
from domain.seats import Standing
from storage import Work
from storage.rolls import Rolls

ABSENT, DISPUTE = "absent", "dispute"


@action(needs=Permission.RUN_TIMETABLE)
def tell_absences(work: Work) -> None:
    """When an activity ends, for the lists closed by then; later ones tell by themselves."""
    for activity in work.activities.between(work.now - 2 * DAY, work.now):
        if activity.ends <= work.now and work.offices.first_run(f"absent:{activity.id}", work.now):
            for point in work.activities.points(activity.id):
                if work.of(Rolls).of_point(point.id).closed_at:
                    tell_absent(work, point)


def tell_absent(work: Work, point: Point) -> None:
    for one in work.registrations.at_point(point.id, Standing.ABSENT):
        if one.person_id is not None:
            said = Expectation(ABSENT, one.id, expires=work.now + DISPUTE_FOR)
            work.expectations.expect(one.person_id, said, work.now)
        work.redraw(f"{ABSENT}:{one.id}", one.person_id)
        redraw(work, one)


def draw_absent(work: Work, registration_id: int) -> Message:
    """Away, says who, and the button to object; or put right."""
    one = work.registrations.get(registration_id)
    activity, card = work.activities.get(one.activity_id), f"{ABSENT}:{one.id}"
    if one.standing is not Standing.ABSENT:
        return Message("ledger.came", {"title": activity.title}, card=card)
    recorder = work.people.name_of_subject(one.recorded_by or "")
    facts = {"title": activity.title, "starts": activity.starts, "recorder": recorder}
    object_ = ((Press("s.dispute", one.id),),) if judges(work, one) else ()
    return Message("activity.absent", facts, object_, card=card, topic=card)


def put_right(work: Work, one: Registration) -> None:
    """Present after all: what was told and what was objected say so; who was not told yet
    never is."""
    work.redraw(f"{ABSENT}:{one.id}", one.person_id)
    work.outbox.drop_unseen(f"{ABSENT}:{one.id}")
    if one.disputed_at is not None:
        card = f"{DISPUTE}:{one.id}"
        work.redraw(card, *work.cards.holders(card))
        title = work.activities.get(one.activity_id).title
        work.nudge(one.person_id, f"came:{one.id}", Message("ledger.came", {"title": title}))


def judges(work: Work, one: Registration) -> list[int]:
    """Who looks: the point's leader; then those of the office who have not had their say; then
    nobody."""
    if one.reviews >= REVIEWS:
        return []
    leader = work.activities.point(one.point_id).leader_id
    if leader and not one.reviews:
        return [leader]
    office = [person.id for person in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
    return [person for person in office if not had_a_say(one, work.accounts.subject(person))]


def had_a_say(one: Registration, subject: str) -> bool:
    """Nobody looks at their own decision a second time."""
    return bool(one.reviews) and subject in (one.recorded_by, one.reviewer)
