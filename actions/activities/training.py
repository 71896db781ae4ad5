"""A class in the hands of whoever leads it: seats by hamlet, who is invited, what is read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.activities.asking import ask
from actions.activities.leading import led
from actions.desk import action, view
from actions.office.roster import fitting, known, one_of
from actions.registrations.hamlet_seats import filled, waiting_seats
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.kinds import LEARNS
from domain.letters import Message, Press, Rows
from domain.refusals import Refusal
from domain.seats import awake
from storage import Work
from storage.trainings import DECLINED, GOING, INVITED, SUBSTITUTE

P = Permission
SEATS, GUESTS, MATERIAL = "training.seats", "training.guests", "training.material"
INVITATION = "training.invitation"
MOST_INVITED = 60


@view(needs=P.PLAN_ACTIVITY)
def see_class(work: Work, activity_id: int) -> Message:
    return _page(work, _led_class(work, activity_id))


def _led_class(work: Work, activity_id: int) -> Activity:
    activity = led(work, activity_id)
    if activity.kind not in LEARNS:
        raise Refusal("not_found")
    return activity


def _class_ahead(work: Work, activity_id: int) -> Activity:
    """A class that is over, or called off, takes nobody."""
    activity = _led_class(work, activity_id)
    if not _is_ahead(work, activity):
        raise Refusal("training_over", title=activity.title)
    return activity


def _is_ahead(work: Work, activity: Activity) -> bool:
    return work.now < activity.starts and activity.stored in (
        Stage.DRAFT,
        Stage.OPEN,
        Stage.CLOSED,
    )


def _page(work: Work, activity: Activity) -> Message:
    guests = work.trainings.guests(activity.id)
    outside = work.trainings.outside(activity.id)
    counts = {
        answer: sum(one.answer == answer for one in guests) or None
        for answer in (INVITED, GOING, SUBSTITUTE, DECLINED)
    }
    clear, unclear = work.trainings.clear(activity.id)
    seats, room = list(work.trainings.seats(activity.id).values()), _room(work, activity)
    left = room - sum(number for _, number in seats) if room and seats else None
    facts = {
        **facts_of(work, activity),
        **counts,
        "guests": len(guests) or None,
        "outside": outside or None,
        "seats": seats,
        "left": left or None,
        "kept": len(materials(work, activity.id)) or None,
        "clear": clear or None,
        "unclear": unclear or None,
    }
    fills = ("seats", "guests") if _is_ahead(work, activity) else ()
    asks = tuple(Press(f"tr.{what}", activity.id) for what in (*fills, "material"))
    lists = (Press("tr.list", activity.id),) if guests or outside or seats else ()
    more = (*lists, *_read(work, activity.id))
    return Message("training.page", facts, (asks, more) if more else (asks,))


@view(needs=P.PLAN_ACTIVITY)
def see_guests(work: Work, activity_id: int) -> Message:
    """By what they answered: who goes, who goes instead of whom, who does not; how many from
    outside the roster."""
    activity = _led_class(work, activity_id)
    guests = work.trainings.guests(activity.id)
    names = {
        answer: work.people.names(*(one.person_id for one in guests if one.answer == answer))
        or None
        for answer in (INVITED, GOING, DECLINED)
    }
    instead = [
        {"name": work.people.name(one.substitute_id), "of": work.people.name(one.person_id)}
        for one in guests
        if one.answer == SUBSTITUTE
    ]
    facts = {"title": activity.title, **names, "instead": instead or None}
    hamlets = filled(work, activity.id)
    outside = work.trainings.outside(activity.id)
    rows = [{"name": name, "said": said, "many": many} for name, said, many in hamlets]
    return Message("training.list", {**facts, "outside": outside or None, "hamlets": rows or None})


def _read(work: Work, activity_id: int) -> tuple[Press, ...]:
    return (Press("tr.read", activity_id),) if materials(work, activity_id) else ()


def facts_of(work: Work, activity: Activity) -> dict[str, object]:
    points = [point.full for point in work.activities.points(activity.id)]
    return {"title": activity.title, "starts": activity.starts, "points": points}


def materials(work: Work, activity_id: int) -> list[Proof]:
    return work.attachments.about(f"activity:{activity_id}")


@action(needs=P.PLAN_ACTIVITY)
def ask_of_class(work: Work, activity_id: int, what: str) -> Message:
    """The seats, who is invited, or the material."""
    led_class = _led_class if what == MATERIAL else _class_ahead
    activity = led_class(work, activity_id)
    topic = ask(work, what, activity.id)
    return Message(what.replace(".", ".ask_", 1), {"title": activity.title}, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def set_seats(work: Work, activity_id: int, seats: Mapping[int, int]) -> Message:
    """«Ka Long 10, Hải Yên 8»: a hamlet's group is no larger; of those that were said before only
    what is named changes, and none are «0». What is too many together is kept until it is put
    right."""
    activity = _class_ahead(work, activity_id)
    if not seats:
        raise Refusal("training_seats_form")
    whole = _together(work, activity, seats)
    room, many = _to_divide(work, activity), sum(whole.values())
    if room is not None and many > room:
        kept = {"seats": {str(place): number for place, number in whole.items()}}
        work.expectations.expect(work.actor.me, Expectation(SEATS, activity.id, kept), work.now)
        less = (_room(work, activity) or room) > room
        facts = {"seats": _named(work, whole), "many": many, "room": room, "less": less}
        return Message("training.seats_over", facts, topic=f"{SEATS}:{activity.id}")
    work.trainings.set_seats(activity.id, whole)
    work.expectations.forget(work.actor.me, SEATS, activity.id)
    work.log("training.seats", "activity", activity.id, became=str(many))
    return _page(work, activity)


def _together(work: Work, activity: Activity, seats: Mapping[int, int]) -> dict[int, int]:
    """What stands, what was said a moment ago and was too many, and what is said now."""
    stands = {place: number for place, (_, number) in work.trainings.seats(activity.id).items()}
    waiting = work.expectations.find(work.actor.me, SEATS, activity.id, work.now)
    said = waiting.answers.get("seats", {}) if waiting else {}
    whole = {**stands, **{int(place): number for place, number in said.items()}, **seats}
    return {place: number for place, number in whole.items() if number}


def _named(work: Work, seats: Mapping[int, int]) -> list[tuple[str, int]]:
    return [(work.offices.locality_name(place), number) for place, number in seats.items()]


@action(needs=P.PLAN_ACTIVITY)
def invite(
    work: Work, activity_id: int, names: Sequence[str], outside: int | None = None
) -> Message:
    """Each of the roster is asked once: going, somebody else, or not. Whoever is not on it is
    only counted: asked first where it was not said."""
    activity = _class_ahead(work, activity_id)
    if activity.stored is Stage.DRAFT:
        raise Refusal("training_draft", title=activity.title)
    strangers = [name for name in names if not fitting(work, name)]
    if strangers:
        return _ask_outside(work, activity, names, strangers, outside or 0)
    people = list(dict.fromkeys(one_of(work, name) for name in names))
    if not (people or outside) or len(people) + (outside or 0) > MOST_INVITED:
        raise Refusal("training_guests_form", most=MOST_INVITED)
    coming = work.trainings.outside(activity.id) if outside is None else outside
    _require_room(work, activity, people, coming)
    if outside is not None:
        work.trainings.set_outside(activity.id, outside)
    return _invited(work, activity, people)


def _room(work: Work, activity: Activity) -> int | None:
    """The seats of all its points; nothing where one has no end."""
    each = [point.capacity for point in work.activities.points(activity.id)]
    return None if None in each else sum(seats for seats in each if seats is not None)


def _to_divide(work: Work, activity: Activity) -> int | None:
    """What the hamlets may have: the seats without those of single people and of guests."""
    room = _room(work, activity)
    if room is None:
        return None
    points = work.activities.points(activity.id)
    taken = sum(work.registrations.room(p.id, p.capacity or 0).taken for p in points)
    groups = sum(group.number for group in work.headcounts.said(activity.id))
    return room - (taken - groups)


def _require_room(work: Work, activity: Activity, people: Sequence[int], outside: int) -> None:
    """Who is invited, comes from outside or has registered sits on one and the same seats."""
    room = _room(work, activity)
    if room is None:
        return
    guests = work.trainings.guests(activity.id)
    silent = {one.person_id for one in guests if one.answer == INVITED}
    seated = {id_ for id_ in people if work.registrations.live(activity.id, id_)}
    sent = {one.person_id for one in guests if one.answer == SUBSTITUTE}
    points = work.activities.points(activity.id)
    seats = sum(work.registrations.room(p.id, p.capacity or 0).taken for p in points)
    taken = seats - work.trainings.outside(activity.id)
    many = len((silent | set(people)) - seated - sent) + outside
    kept = waiting_seats(work, activity.id)
    if many + taken + kept > room:
        facts = {"many": many, "taken": taken, "room": room, "kept": kept or None}
        raise Refusal("training_guests_over", **facts)


def _ask_outside(
    work: Work,
    activity: Activity,
    names: Sequence[str],
    strangers: Sequence[str],
    outside: int,
) -> Message:
    """Nobody is invited before it is said that these come from outside."""
    people = [one_of(work, name) for name in names if name not in strangers]
    many = len(strangers) + outside
    asked = Expectation(GUESTS, activity.id, {"people": people, "outside": many})
    work.expectations.expect(work.actor.me, asked, work.now)
    facts = {"names": strangers, "many": many, "invited": work.people.names(*people) or None}
    buttons = ((Press("tr.outside", activity.id, asked.mark),),)
    return Message("training.ask_outside", facts, buttons, topic=f"{GUESTS}:{activity.id}")


@action(needs=P.PLAN_ACTIVITY)
def take_outside(work: Work, activity_id: int, mark: str = "") -> Message:
    """«Ngoài danh sách»: those of the roster are invited, the others counted."""
    activity = _class_ahead(work, activity_id)
    asked = work.expectations.find(work.actor.me, GUESTS, activity.id, work.now)
    if asked is None or not asked.is_read_as(mark):
        raise Refusal("question_over")
    kept = asked.answers
    before = work.trainings.outside(activity.id)
    _require_room(work, activity, kept["people"], before + kept["outside"])
    work.trainings.set_outside(activity.id, before + kept["outside"])
    return _invited(work, activity, kept["people"])


def _invited(work: Work, activity: Activity, people: Sequence[int]) -> Message:
    """Each is asked, and may answer in words until it begins."""
    answers = (tuple(Press(f"tr.{how}", activity.id) for how in ("going", "instead", "no")),)
    asked = Expectation(INVITATION, activity.id, expires=activity.starts)
    for person_id in people:
        if work.trainings.invite(activity.id, person_id):
            tell_guest(work, activity, person_id, "training.invited", answers)
            work.expectations.expect(person_id, asked, work.now)
    work.expectations.forget(work.actor.me, GUESTS, activity.id)
    work.log("training.invited", "activity", activity.id, became=str(len(people)))
    page = _page(work, activity)
    return replace(page, facts={**page.facts, "now": work.people.names(*people) or None})


def tell_guest(
    work: Work, activity: Activity, person_id: int, kind: str, buttons: Rows, instead: str = ""
) -> None:
    """Nobody is woken by it."""
    read = _read(work, activity.id)
    facts = {**facts_of(work, activity), "instead": instead}
    message = Message(kind, facts, (*buttons, read) if read else buttons)
    key, hold = f"training:{activity.id}:{kind}:{person_id}", awake(work.now, work.zone)
    work.tell(person_id, key, message, drop_after=activity.ends, hold_until=hold)


@action(needs=P.PLAN_ACTIVITY)
def add_material(work: Work, activity_id: int, proof: Proof | None, link: str) -> Message:
    """A file, or a link."""
    activity = _led_class(work, activity_id)
    kept = proof if proof and proof.file_id else Proof("link", unique_id=link, name=link)
    if not kept.unique_id:
        raise Refusal("training_material_form")
    work.attachments.add(f"activity:{activity.id}", kept, work.now)
    work.expectations.forget(work.actor.me, MATERIAL, activity.id)
    work.log("training.material", "activity", activity.id)
    for guest in work.trainings.guests(activity.id):
        if guest.comes:
            tell_guest(work, activity, guest.comes, "training.material", ())
    return _page(work, activity)


def host_hears(work: Work, activity: Activity, kind: str) -> None:
    """Whoever called it together hears who sends somebody, and who does not come."""
    facts = {"name": known(work, work.actor.me).name, "title": activity.title}
    key = f"training:{activity.id}:{kind}:{work.actor.me}:{work.now:%d%H%M}"
    work.tell_at_work(activity.organiser_id, key, Message(kind, facts))
