"""An activity that is planned: shown back, given its targets, opened or dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from actions.activities.asking import ask
from actions.activities.clashes import clashes
from actions.activities.leading import led
from actions.activities.news import acknowledge, cohosts, tell
from actions.activities.replacing import Replaced, tell_organiser, with_changes
from actions.assignments.overlaps import near
from actions.desk import action, view
from actions.registrations.facts import notes_of
from domain.access import Permission
from domain.activities import YOUNGEST, Activity, Point, Stage, may_lead, require_open
from domain.dialogue import Expectation
from domain.kinds import LEARNS
from domain.letters import HERE, Message, Place, Press, Rows
from domain.names import shorten
from domain.overlap import PlannedSpan
from domain.plans import Odd, places_short, require_targets, usual_weekday
from domain.refusals import Refusal
from domain.seats import awake
from domain.spoken import SEVERAL
from storage import Work

P = Permission
READ = "plan_read"
LEFT, ASKED = "left", "asked"
"""The words of which nothing was taken down, and whether it was asked if it goes without them."""
UNCLEAR, UNCLEAR_LETTERS = 3, 30
CHANGING = (Stage.DRAFT, Stage.OPEN, Stage.CLOSED, Stage.POSTPONED)
"""While it stands so, what is planned can be changed and may clash."""


def draw_plan(work: Work, activity_id: int) -> Message:
    """The plan as it stands, shown back."""
    activity = work.activities.get(activity_id)
    state, points = activity.state(work.now), work.activities.points(activity_id)
    facts = {
        **facts_of_plan(work, activity),
        **_doubts(work, activity, points, state),
        "points": [_point_line(point) for point in points],
        "state": state.value,
        "told": None,
        "unclear": [],
        "changes": [],
    }
    return Message("plan.card", facts, _buttons(activity, state), card=f"plan:{activity_id}")


def read_plan(
    work: Work, activity_id: int, more: Iterable[Odd] = (), mended: str = "", *, asks: bool = False
) -> Message:
    """The whole plan read back before anybody is told: «Gửi», «Sửa», «Thôi». Words of which
    nothing was taken down stay with it until they are said anew, and `asks` whether it goes
    without them."""
    heard = work.expectations.find(work.actor.me, READ, activity_id, work.now)
    before = heard.answers.get(LEFT, ()) if heard else ()
    left = [one for one in before if not _is_said_anew(one["text"], mended)]
    left += [{"text": one.text, "why": one.why or ""} for one in more]
    send = Press("plan.open", activity_id, label="@button.send")
    change = Press("plan.see", activity_id, HERE, label="@button.s.again")
    leave = Press("plan.dropyes", activity_id, label="@button.leave")
    answers = {LEFT: left, ASKED: asks} if left else {}
    work.expectations.expect(work.actor.me, Expectation(READ, activity_id, answers), work.now)
    work.spoken_of.note(work.actor.me, SEVERAL, work.now)
    shown, topic = draw_plan(work, activity_id), f"{READ}:{activity_id}"
    shown = replace(shown, kind="plan.read", buttons=((send, change, leave),), topic=topic)
    shown = replace(shown, facts={**shown.facts, "left": len(left) if asks else None})
    return with_unclear(shown, [Odd(**one) for one in left])


def _is_said_anew(before: str, now: str) -> bool:
    """«gio la 6h30», then «6h30»: half of the shorter line's words stand in the other."""
    said, again = ({*words.casefold().split()} for words in (before, now))
    return 2 * len(said & again) >= max(1, min(len(said), len(again)))


@action(needs=P.PLAN_ACTIVITY)
def wait(work: Work, activity_id: int, unclear: str = "") -> Message:
    """«chưa gửi vội»: it waits as it stands, and is shown once more, with the words of which
    nothing was taken down."""
    led(work, activity_id)
    return read_plan(work, activity_id, [Odd(unclear)] if unclear else ())


def show_again(work: Work, activity_id: int) -> Message:
    """A plan after a change: one that waits for its «Gửi» is read back anew."""
    if work.expectations.find(work.actor.me, READ, activity_id, work.now):
        return read_plan(work, activity_id)
    return draw_plan(work, activity_id)


def with_unclear(shown: Message, odd: Iterable[Odd]) -> Message:
    """A plan shown back, and the words of which nothing was taken down, each with its reason."""
    unclear = [{"text": shorten(one.text, UNCLEAR_LETTERS), "why": one.why or None} for one in odd]
    return replace(shown, facts={**shown.facts, "unclear": unclear[:UNCLEAR]})


def _doubts(work: Work, activity: Activity, points: list[Point], state: Stage) -> dict[str, Any]:
    """What looks odd while it can still be changed; nothing of it is forbidden."""
    if state not in CHANGING:
        return {"clashes": [], "met": (), "odd_day": None, "usual_day": None, "places": None}
    usual = usual_weekday(activity, work.zone)
    return {
        "clashes": clashes(work, activity),
        "met": _met(work, activity, points),
        "odd_day": None if usual is None else activity.starts,
        "usual_day": usual,
        "places": places_short(points, activity.target),
    }


def _met(work: Work, activity: Activity, points: list[Point]) -> tuple[dict[str, Any], ...]:
    """Visits and work planned near its places; other days at a place are clashes of their own."""
    day = work.day(activity.starts)
    places = frozenset(p.locality_id for p in points if p.locality_id)
    people = frozenset(p.leader_id for p in points if p.leader_id)
    plan = PlannedSpan(f"activity:{activity.id}", day, day, places=places, people=people)
    return near(work, plan, ("visit", "assignment"))


def _point_line(point: Point) -> dict[str, Any]:
    return {
        "name": point.full,
        "landmark": point.landmark,
        "mapped": "🧭" if point.lat is not None else "",
        "leader": point.leader,
        "capacity": point.capacity,
        "target": point.target,
    }


def facts_of_plan(work: Work, activity: Activity) -> dict[str, Any]:
    """When, who holds it, what it needs and what is said of it; what is usual is left unsaid."""
    names = {o.id: o.short for o in work.organisations}
    targets = work.activities.targets(activity.id).items()
    return {
        "kind": activity.kind,
        "title": activity.title,
        "code": activity.code,
        "starts": activity.starts,
        "ends": activity.ends,
        "closes": activity.closes,
        "host": activity.host,
        "cohosts": [names.get(i, "?") for i in sorted(activity.cohost_ids)],
        "targets": [[names.get(i, "?"), number] for i, number in targets if i is not None],
        "target": activity.target or None,
        "least": activity.least or None,
        "warn_days": activity.warn_days if activity.least else None,
        "expected": list(work.plans.expected(activity.id).items()),
        "content": activity.content,
        "bring": activity.bring,
        "rain_plan": activity.rain_plan,
        "notes": notes_of(work, activity),
        "age": activity.min_age if activity.min_age > YOUNGEST else None,
        "children": "" if activity.children_allowed else "no",
    }


def _buttons(activity: Activity, state: Stage) -> Rows:
    here = activity.id
    points, target = Press("plan.points", here), Press("plan.target", here)
    details: tuple[Press, ...] = (Press("s.details", here), Press("plan.whole", here))
    keep = Press("plan.keep", here)
    learns = (Press("tr.see", here),) if activity.kind in LEARNS else ()
    if state is Stage.DRAFT:
        ready = (Press("plan.open", here), Press("plan.hears", here))
        when = Press("s.shift", here)
        last = (*learns, keep, Press("plan.drop", here))
        return (ready, (points, target, when), details, last)
    if state is Stage.CANCELLED:
        return ()
    manage = (*learns, Press("s.manage", here), keep)
    if state is Stage.OPEN:
        details = (*details, Press("s.go", here))
    if state in CHANGING:
        return ((points, target), details, manage)
    return (manage,)


@action(needs=P.PLAN_ACTIVITY)
def open_activity(work: Work, activity_id: int) -> Message:
    """«Mở»: from now on it stands; whoever leads a point or acts for a co-host is told."""
    activity = work.activities.get(activity_id)
    require_open(work.actor, activity, work.now)
    heard = work.expectations.find(work.actor.me, READ, activity_id, work.now)
    if heard and heard.answers.get(LEFT) and not heard.answers.get(ASKED):
        return replace(read_plan(work, activity_id, asks=True), place=Place.EDIT)
    work.expectations.forget(work.actor.me, READ, activity_id)
    work.activities.set_state(activity_id, Stage.OPEN)
    work.log("activity.opened", "activity", activity_id, was=Stage.DRAFT, became=Stage.OPEN)
    work.spoken_of.note(work.actor.me, f"day:{activity_id}", work.now)
    told = _tell_opened(work, work.activities.get(activity_id))
    shown = draw_plan(work, activity_id)
    return replace(shown, facts={**shown.facts, "told": told or None}, place=Place.EDIT)


def _tell_opened(work: Work, activity: Activity) -> int:
    """Whoever leads a point, or acts for a co-host; returns how many."""
    points = work.activities.points(activity.id)
    leaders = {p.leader_id for p in points if p.leader_id}
    for point in points:
        tell_leader(work, activity, point)
    beside = [person_id for person_id in cohosts(work, activity) if person_id not in leaders]
    tell_cohosts(work, activity, beside)
    return len({*leaders, *beside} - {work.actor.me})


def tell_cohosts(work: Work, activity: Activity, people: Iterable[int]) -> None:
    if activity.stored is not Stage.OPEN:
        return
    facts = {"title": activity.title, "starts": activity.starts, "host": activity.host}
    message = Message("plan.you_cohost", facts, acknowledge(activity))
    for person_id in people:
        tell(work, activity, person_id, message, awake(work.now, work.zone))


def tell_leader(work: Work, activity: Activity, point: Point) -> None:
    """Whoever leads a point of an open activity knows it, and taps «Đã biết»; nobody is woken."""
    if activity.stored is Stage.OPEN and point.leader_id:
        facts = {"title": activity.title, "starts": activity.starts, "point": point.full}
        message = Message(
            "plan.you_lead", {**facts, "capacity": point.capacity}, acknowledge(activity)
        )
        tell(work, activity, point.leader_id, message, awake(work.now, work.zone))


@view(needs=P.PLAN_ACTIVITY)
def ask_drop(work: Work, activity_id: int) -> Message:
    """«Bỏ» lies beside other buttons, and a dropped draft does not come back: asked once."""
    activity = _draft(work, activity_id)
    sure = (Press("plan.dropyes", activity.id), Press("plan.see", activity.id))
    return Message("plan.ask_drop", {"title": activity.title, "starts": activity.starts}, (sure,))


def _draft(work: Work, activity_id: int) -> Activity:
    activity = led(work, activity_id)
    if activity.stored is Stage.CANCELLED:
        raise Refusal("plan_cancelled", title=activity.title, starts=activity.starts)
    if activity.stored is not Stage.DRAFT:
        raise Refusal("already_opened", code=activity.code)
    return activity


@action(needs=P.PLAN_ACTIVITY)
def drop_draft(work: Work, activity_id: int) -> Message:
    """A draft that comes to nothing."""
    _draft(work, activity_id)
    work.expectations.forget(work.actor.me, READ, activity_id)
    work.activities.set_state(activity_id, Stage.CANCELLED)
    work.log("activity.dropped", "activity", activity_id, was=Stage.DRAFT, became=Stage.CANCELLED)
    return replace(draw_plan(work, activity_id), place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def ask_target(work: Work, activity_id: int) -> Message:
    activity = led(work, activity_id)
    topic = ask(work, "plan_target", activity_id)
    facts = {"title": activity.title}
    return Message("plan.ask_target", facts, topic=topic)


@view(needs=P.PLAN_ACTIVITY)
def point_names(work: Work, activity_id: int) -> dict[int, tuple[str, ...]]:
    """What each of its points may be called by."""
    points = work.activities.points(led(work, activity_id).id)
    return {p.id: tuple(filter(None, (p.name, p.locality))) for p in points}


@action(needs=P.PLAN_ACTIVITY)
def set_target(
    work: Work,
    activity_id: int,
    total: int | None,
    parts: Mapping[str, int],
    places: Mapping[int, int],
) -> Message:
    """How many are hoped for: by organisation, by place, or the whole."""
    activity = led(work, activity_id)
    total = sum(places.values()) or total
    ids = {o.code: o.id for o in work.organisations}
    targets: dict[int | None, int] = {ids[code]: n for code, n in parts.items() if code in ids}
    if not targets and total:
        targets = {None: total}
    require_targets(targets)
    work.expectations.forget(work.actor.me, "plan_target", activity_id)
    work.activities.set_targets(activity_id, targets)
    for point in work.activities.points(activity_id):
        work.activities.set_point_target(point.id, places.get(point.id))
    work.log("activity.target", "activity", activity_id, became=str(sum(targets.values())))
    change = Replaced("target", activity.target or None, sum(targets.values()))
    changes = [change] if change.was and change.was != change.now else []
    tell_organiser(work, activity, changes)
    return with_changes(draw_plan(work, activity_id), changes)


@view(needs=P.PLAN_ACTIVITY)
def see_whole(work: Work, activity_id: int) -> Message:
    """«Xem đủ»: every word of it, where the card has room for the main things only."""
    activity = work.activities.get(activity_id)
    points = [_point_line(point) for point in work.activities.points(activity.id)]
    return Message("plan.whole", {**facts_of_plan(work, activity), "points": points})


@view(needs=P.PLAN_ACTIVITY)
def see_plan(work: Work, activity_id: int) -> Message:
    """Whoever does not lead it may still read it, and come."""
    message, activity = draw_plan(work, activity_id), work.activities.get(activity_id)
    if may_lead(work.actor, activity):
        return message
    come = activity.state(work.now) is Stage.OPEN
    return replace(message, buttons=((Press("s.go", activity_id),),) if come else ())
