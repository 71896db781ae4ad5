"""What is changed of an open day in a line: read back as one, with whom it reaches, then «Gửi»."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from actions.activities.asking import drop_ringing
from actions.activities.changing import shift
from actions.activities.details import save_details
from actions.activities.leading import led, led_ahead, led_point
from actions.activities.news import concerned, tell_all
from actions.activities.plans import draw_plan, read_plan
from actions.activities.points import add_more, ask_where_to, drop, stands_empty, with_leader
from actions.activities.points import change as change_point
from actions.activities.replacing import Replaced, with_changes
from actions.activities.whereabouts import change_place
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, NewPoint, Point, Stage
from domain.dialogue import Expectation, mark_of
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place, Press
from domain.plans import Details, PointChange, require_capacity, require_host, require_point
from domain.refusals import Refusal
from domain.registrations import capacity
from storage import Work

P = Permission
TOPIC, LINES = "amend", "lines"
POINT, GONE = "point", "gone"
REPLACED = {"seats": "places", "leader": "leader", "place": "place"}
"""What is said of a draft, where it stands otherwise than before."""
OF_POINT = frozenset({"seats", "leader", "place"})


@dataclass(frozen=True, slots=True)
class Amended:
    """Details of the day, and of a point its leader, its places, where it is."""

    details: Details = field(default_factory=Details)
    more_bring: str = ""
    leader_id: int | None = None
    seats: int | None = None
    more_seats: int = 0
    there: NewPoint | None = None
    points: Sequence[NewPoint] = ()
    dropped: Sequence[int] = ()
    starts: datetime | None = None
    lasts: timedelta | None = None
    """Another time: of a draft alone, an open day is moved by itself."""

    @property
    def is_of_a_point(self) -> bool:
        return bool(self.leader_id or self.seats or self.more_seats or self.there)


@view(needs=P.PLAN_ACTIVITY)
def stands_as(work: Work, activity_id: int) -> Activity:
    return led_ahead(work, activity_id)


@dataclass(frozen=True, slots=True)
class Said:
    """A line, what it says, and the point that it names."""

    text: str
    amended: Amended
    point_id: int | None = None


@action(needs=P.PLAN_ACTIVITY)
def propose(work: Work, activity_id: int, lines: Sequence[Said]) -> Message:
    """Each thing as it was and as it will be; nobody hears before «Gửi». What was not sent yet
    goes with it. A draft is changed at once; whoever comes to a point that goes is asked where
    to go first."""
    activity = led_ahead(work, activity_id)
    if activity.stored is Stage.DRAFT:
        return _redrafted(work, activity, lines)
    if full := [p for said in lines for p in said.amended.dropped if not stands_empty(work, p)]:
        return ask_where_to(work, full[0])
    rows = _all_rows(work, activity, lines)
    if not rows:
        raise Refusal("nothing_amended", title=activity.title)
    dropped = drop_ringing(work)
    found = [(said, _point(work, activity, said.amended, said.point_id)) for said in lines]
    kept = [{"text": said.text, "point": point.id if point else None} for said, point in found]
    asked = Expectation(TOPIC, activity.id, {LINES: kept})
    work.expectations.expect(work.actor.me, asked, work.now)
    send = Press("s.amend", activity.id, _mark(kept), label="@button.send")
    leave = Press("s.amendno", activity.id, label="@button.leave")
    reached = _reached(work, activity, lines) or None
    facts = {**_facts(activity, rows), "n": reached, "dropped": dropped}
    return Message("plan.amend_read", facts, ((send, leave),), topic=f"{TOPIC}:{activity.id}")


def _redrafted(work: Work, activity: Activity, lines: Sequence[Said]) -> Message:
    """Nobody knows of it yet: what was said is done, and the whole is read back again."""
    rows = [row for row in _all_rows(work, activity, lines) if row["what"] in REPLACED]
    before = draw_plan(work, activity.id).facts
    for said in lines:
        _carry_out(work, activity.id, said)
    if before == draw_plan(work, activity.id).facts:
        raise Refusal("nothing_amended", title=activity.title)
    told = [
        Replaced(REPLACED[r["what"]], r["was"], r["now"], r["at"] or "") for r in rows if r["was"]
    ]
    said_now = " ".join(said.text for said in lines)
    return with_changes(read_plan(work, activity.id, mended=said_now), told)


def _mark(kept: Sequence[Mapping[str, Any]]) -> str:
    return mark_of("\n".join(str(line["text"]) for line in kept))


@view(needs=P.PLAN_ACTIVITY)
def unsent(work: Work, activity_id: int) -> Sequence[Mapping[str, Any]]:
    """The lines that were read back a moment ago and wait for their «Gửi»."""
    waiting = work.expectations.find(work.actor.me, TOPIC, activity_id, work.now)
    fresh = waiting and waiting.at and work.now - waiting.at <= SPOKEN_OF
    return waiting.answers[LINES] if waiting and fresh and not waiting.is_set_aside else ()


@view(needs=P.PLAN_ACTIVITY)
def kept(work: Work, activity_id: int, mark: str = "") -> Sequence[Mapping[str, Any]]:
    """The words that were read back, and of which point each line is."""
    led_ahead(work, activity_id)
    waiting = work.expectations.find(work.actor.me, TOPIC, activity_id, work.now)
    if waiting is None or (mark and mark != _mark(waiting.answers[LINES])):
        raise Refusal("question_over")
    found: Sequence[Mapping[str, Any]] = waiting.answers[LINES]
    return found


@action(needs=P.PLAN_ACTIVITY)
def amend(work: Work, activity_id: int, lines: Sequence[Said]) -> Message:
    """As it was read back; of a place everybody there is told, of the rest whoever comes."""
    activity = led_ahead(work, activity_id)
    rows = _all_rows(work, activity, lines)
    told = _reached(work, activity, lines)
    rings = any(_rings(activity, said.amended) for said in lines)
    work.expectations.forget(work.actor.me, TOPIC, activity.id)
    for said in lines:
        _carry_out(work, activity_id, said)
    if rings:
        tell_all(work, activity.id, "activity.amended", {"rows": rows})
    facts = {**_facts(activity, rows), "n": told or None}
    seen = ((Press("plan.see", activity.id),),)
    return Message("plan.amended", facts, seen, place=Place.EDIT)


def _carry_out(work: Work, activity_id: int, said: Said) -> None:
    """One line, on what stands after those before it."""
    activity = led_ahead(work, activity_id)
    point = _point(work, activity, said.amended, said.point_id)
    whole = _whole(activity, point, said.amended)
    if whole.starts:
        shift.run(work, activity_id, whole.starts, lasts=whole.lasts)
        activity = led_ahead(work, activity_id)
    if not whole.details.says_nothing:
        save_details(work, activity, whole.details)
    if point and (whole.leader_id or whole.seats):
        change_point.run(work, point.id, PointChange(whole.leader_id, whole.seats))
    if whole.points:
        add_more.run(work, activity_id, whole.points)
    if point and whole.there:
        place = {"name": whole.there.name, "locality_id": _locality(whole.there, point)}
        change_place(work, activity, point, place)
    for gone in whole.dropped:
        drop.run(work, gone)


@action(needs=P.PLAN_ACTIVITY)
def leave_amending(work: Work, activity_id: int) -> Message:
    """«Thôi»: nobody has heard of it."""
    activity = led(work, activity_id)
    work.expectations.forget(work.actor.me, TOPIC, activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("activity.time_kept", facts, place=Place.EDIT)


def _point(work: Work, activity: Activity, said: Amended, point_id: int | None) -> Point | None:
    """The point that is meant; where there are several it has to be named."""
    if not said.is_of_a_point:
        return None
    points = work.activities.points(activity.id)
    if point_id is None and len(points) != 1:
        raise Refusal("amend_which_point", points=[p.short for p in points])
    _, point = led_point(work, point_id or points[0].id)
    return point


def _whole(activity: Activity, point: Point | None, said: Amended) -> Amended:
    """«thêm» is added to what stands."""
    more = said.more_bring
    bring = ", ".join(filter(None, (activity.bring, more))) if more else said.details.bring
    seats = said.seats
    if said.more_seats and point and point.capacity is not None:
        seats = point.capacity + said.more_seats
    return replace(said, details=replace(said.details, bring=bring), seats=seats)


def _all_rows(work: Work, activity: Activity, lines: Sequence[Said]) -> list[dict[str, Any]]:
    """Of all lines; what a later one says of the same thing stands instead."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for said in _with_what_came_before(lines):
        point = _point(work, activity, said.amended, said.point_id)
        for row in _rows(work, activity, _whole(activity, point, said.amended), point):
            new = row["now"] if row["what"] in (POINT, GONE) else ""
            rows[row["what"], row["at"] or "", new] = row
    return list(rows.values())


def _with_what_came_before(lines: Sequence[Said]) -> Iterator[Said]:
    """«thêm chổi» after «thêm xẻng» is both of them."""
    more: list[str] = []
    for said in lines:
        more = [] if said.amended.details.bring else more
        more += filter(None, [said.amended.more_bring])
        yield replace(said, amended=replace(said.amended, more_bring=", ".join(more)))


def _rows(
    work: Work, activity: Activity, said: Amended, point: Point | None
) -> list[dict[str, Any]]:
    """Each thing, as it was and as it will be; what would stay the same is none."""
    require_host(work.actor, activity, said.details)
    told = said.details
    notes = work.plans.notes(activity.id)
    pairs: list[tuple[str, Any, Any]] = [
        ("bring", activity.bring, told.bring),
        ("rain_plan", activity.rain_plan, told.rain_plan),
        *((about, notes.get(about, ""), text) for about, text in (told.notes or {}).items()),
    ]
    if point and said.seats:
        require_capacity(said.seats, work.registrations.room(point.id, capacity(point)).taken)
        pairs.append(("seats", point.capacity, said.seats))
    if point and said.leader_id:
        pairs.append(("leader", point.leader, work.people.name(said.leader_id)))
    if point and said.there:
        require_point(said.there)
        pairs.append(("place", point.full, said.there.name))
    at = point.short if point else None
    for number, new in enumerate(said.points):
        require_point(new)
        pairs.append((f"{POINT}{number}", "", _told(work, new)))
    for number, gone in enumerate(said.dropped):
        pairs.append((f"{GONE}{number}", "", work.activities.point(gone).full))
    return [
        {
            "what": what.rstrip("0123456789"),
            "was": str(was or "") or None,
            "now": str(now),
            "at": _at(what, at),
        }
        for what, was, now in pairs
        if now and now != was
    ]


def _told(work: Work, new: NewPoint) -> str:
    """«nhà văn hóa Ka Long – Sơn – 20»: a point to come."""
    leader_id = with_leader(work, new).leader_id
    leader = work.people.name(leader_id) if leader_id else ""
    return " – ".join(filter(None, (new.name, leader, str(new.capacity or ""))))


def _at(what: str, point: str | None) -> str | None:
    return point if what in OF_POINT else None


def _facts(activity: Activity, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": activity.title, "starts": activity.starts, "rows": rows}


def _rings(activity: Activity, said: Amended) -> bool:
    """What to bring, rain, parking concern everybody who comes."""
    told = bool(said.more_bring) or not said.details.says_nothing
    return told and activity.stored is not Stage.DRAFT


def _reached(work: Work, activity: Activity, lines: Sequence[Said]) -> int:
    """How many hear of it: everybody of what concerns all, and who leads a point from now on, or
    no longer."""
    everybody = any(_rings(activity, one.amended) or one.amended.there for one in lines)
    heard = set(concerned(work, activity)) if everybody else set()
    for said in lines:
        heard |= _leaders(work, activity, said)
    return len(heard - {work.actor.me})


def _leaders(work: Work, activity: Activity, said: Said) -> set[int]:
    amended, point = said.amended, _point(work, activity, said.amended, said.point_id)
    gone = [work.activities.point(id_).leader_id for id_ in amended.dropped]
    new = [with_leader(work, one).leader_id for one in amended.points]
    changed = [amended.leader_id, point.leader_id] if point and amended.leader_id else []
    return {id_ for id_ in (*gone, *new, *changed) if id_}


def _locality(there: NewPoint, point: Point) -> int | None:
    return there.locality_id or point.locality_id
