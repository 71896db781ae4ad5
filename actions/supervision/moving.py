"""A visit is moved: day, hour and place are read back with whom it will be told, and taken back
for ten minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from actions.desk import action, view
from actions.office.unannounced import those_who_know
from actions.supervision.known import (
    concerned,
    facts_of,
    kept,
    led,
    own_last,
    refresh,
    seen,
    seen_by_number,
    was_read_back,
)
from actions.supervision.radar import met_by, row_of
from actions.supervision.team import (
    GATHER,
    brief,
    busy_names,
    is_briefed,
    must_not_tell,
    recall,
    set_up,
    tell_moved,
    tell_no_longer,
    told_guests,
)
from domain.access import Permission
from domain.dialogue import Expectation
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result, toast
from domain.names import clean
from domain.refusals import Refusal
from domain.visits import ORDER, WORDS_LETTERS, Visit, check_window
from storage import Work
from storage.rows import moment, stamp_or_none

P = Permission
PUT_OFF, MOVE = "visit.put_off", "visit.move"
SHOWN = 3
DAYS = ("first", "last", "own_first", "own_last", "on_day")


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int) -> Message:
    visit = _must_put_off(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(PUT_OFF, visit.id), work.now)
    return Message("visit.ask_put_off", {"code": visit.code}, topic=f"{PUT_OFF}:{visit.id}")


@view(needs=P.SUPERVISE)
def day_of(work: Work, visit_id: int) -> date | None:
    """Its day, where it has one: an hour without a day is of that."""
    visit = set_up(work, visit_id)
    return _only_day(visit)


def _only_day(visit: Visit) -> date | None:
    return visit.on_day or (visit.first if visit.first == visit.last else None)


@view(needs=P.SUPERVISE)
def weekday_of(work: Work, visit_id: int, nearest: date) -> date:
    """The same weekday of the visit's own week, or within its days; where another of its days may
    be meant as well, it is asked."""
    visit = seen(work, visit_id)
    only = _only_day(visit)
    span = range(visit.first.toordinal(), visit.last.toordinal() + 1)
    within = [day for day in map(date.fromordinal, span) if day.weekday() == nearest.weekday()]
    near = [nearest] if nearest in within else []
    own = [only + timedelta(nearest.weekday() - only.weekday())] if only else near or within
    meant = {*own, *near}
    fits = sorted(day for day in meant if day >= work.today)
    if len(fits) > 1:
        raise Refusal("visit_which_week", code=visit.code, first=fits[0], second=fits[1])
    return fits[0] if fits else nearest


@view(needs=P.SUPERVISE)
def number_meant(work: Work, number: int) -> int:
    """The visit of a code."""
    return seen_by_number(work, number).id


@view(needs=P.SUPERVISE)
def code_of(work: Work, visit_id: int) -> str:
    return set_up(work, visit_id).code


@action(needs=P.SUPERVISE)
def put_off(work: Work, visit_id: int, first: date, last: date, left: str = "") -> Message:
    """To other days; hour and gathering point are said anew, the body hears of it from people.
    What else was said is shown and not kept."""
    visit = _must_put_off(work, visit_id)
    check_window(first, last, work.today)
    work.expectations.forget(work.actor.me, PUT_OFF, visit.id)
    if (first, last) == facts_of(work, visit)["window"]:
        return _as_it_was(visit)
    moved = replace(visit, first=first, last=last, own_first=None, own_last=None)
    return _read_back(work, visit, replace(moved, on_day=None, starts_at=None, meets=""), left)


@action(needs=P.SUPERVISE)
def gather(
    work: Work,
    visit_id: int,
    starts: datetime,
    meets: str = "",
    left: str = "",
    *,
    same: bool = False,
    sure: bool = True,
) -> Message:
    """The team hears of it half a day before: day, hour, gathering point. What was said once is
    moved; words that are neither are shown and not kept; a place that is not `sure` is read
    back."""
    visit = set_up(work, visit_id)
    if starts <= work.now:
        raise Refusal("due_past", due=starts)
    point = visit.meets if same else clean(meets, WORDS_LETTERS) or visit.meets
    must_not_tell(work, visit, point)
    work.expectations.forget(work.actor.me, GATHER, visit.id)
    work.expectations.forget(work.actor.me, PUT_OFF, visit.id)
    moved = replace(visit, starts_at=starts, on_day=work.day(starts), meets=point)
    if (visit.starts_at, visit.meets) == (starts, point):
        return _as_it_was(visit)
    within = visit.first <= moved.day <= visit.last
    if visit.starts_at or visit.on_day or not within or left or not sure:
        return _read_back(work, visit, moved, left)
    return _first_told(work, visit, moved)


def _first_told(work: Work, visit: Visit, moved: Visit) -> Message:
    """Nobody was told of another hour, so nobody hears of a move."""
    recall(work, visit)
    kept(work, moved)
    work.log("gather", "visit", visit.id)
    refresh(work, visit)
    brief(work, work.visits.get(visit.id))
    said = {"starts": moved.starts_at, "meets": moved.meets, "guests": told_guests(work, visit)}
    return toast("visit.gathers", code=visit.code, **said, busy=busy_names(work, moved))


def _as_it_was(visit: Visit) -> Message:
    window = (visit.on_day or visit.first, visit.on_day or visit.last)
    said: dict[str, Any] = {"starts": visit.starts_at, "meets": visit.meets, "window": window}
    return result("visit.not_moved", code=visit.code, **said)


def _read_back(work: Work, visit: Visit, moved: Visit, left: str = "") -> Message:
    """As it will be told, and to whom; nothing is done yet."""
    waits = Expectation(MOVE, visit.id, {"version": visit.version, **_as_kept(moved)})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {
        **_told_of(work, moved, visit),
        "names": work.people.names(*_hears(work, visit, moved)),
        "clash": [row_of(work, moved, one)["code"] for one in met_by(work, moved)[:SHOWN]],
        "team": "yes" if is_briefed(work, visit) else None,
        "left": left,
        "busy": busy_names(work, moved) if moved.starts_at else [],
    }
    buttons = ((Press("v.moved", visit.id), Press("v.unmoved", visit.id)),)
    return Message("visit.ask_move", facts, buttons, topic=f"{MOVE}:{visit.id}")


def _hears(work: Work, visit: Visit, moved: Visit) -> Sequence[int]:
    """Those who are told at once, but the one who moves it: of an hour the team hears when it is
    near, unless it knew another."""
    people = list(dict.fromkeys(concerned(work, visit, team=moved.starts_at is None)))
    told = those_who_know(work, f"visit:{visit.id}", people)
    going = [m.person_id for m in work.teams.of(visit.id)] if is_briefed(work, visit) else []
    return [one for one in dict.fromkeys((*told, *going)) if one != work.actor.person_id]


def _told_of(work: Work, moved: Visit, was: Visit) -> dict[str, Any]:
    """What it becomes, beside what it was."""
    window = (was.on_day or was.first, was.on_day or was.last)
    return {
        **facts_of(work, moved),
        "starts": moved.starts_at,
        "meets": moved.meets,
        "window": None if moved.starts_at else facts_of(work, moved)["window"],
        "was": was.starts_at,
        "was_days": None if was.starts_at else window,
    }


def _as_kept(visit: Visit) -> dict[str, Any]:
    """Days, hour and place, to be written down."""
    days = {name: _iso(getattr(visit, name)) for name in DAYS}
    return {**days, "starts_at": stamp_or_none(visit.starts_at), "meets": visit.meets}


def _with(visit: Visit, said: Mapping[str, Any]) -> Visit:
    """The same read again."""
    days: dict[str, Any] = {
        name: date.fromisoformat(said[name]) if said[name] else None for name in DAYS
    }
    starts = moment(said["starts_at"]) if said["starts_at"] else None
    return replace(visit, **days, starts_at=starts, meets=said["meets"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@action(needs=P.SUPERVISE)
def carry_out(work: Work, visit_id: int) -> Message:
    """«Gửi»: it is moved, and those who were named hear of it."""
    visit = set_up(work, visit_id)
    _must_be_ahead(work, moved := _with(visit, was_read_back(work, visit, MOVE)))
    names = work.people.names(*_hears(work, visit, moved))
    row = _move(work, visit, moved, "moved")
    was_told = visit.stage in ("sent", "answered") or None
    said: dict[str, Any] = {"code": visit.code, "told": was_told, "names": names}
    back = ((Press("v.unmove", row), Press("v.open", visit.id, label=visit.code)),)
    return result("visit.moved", back, **said, guests=told_guests(work, visit))


@action(needs=P.SUPERVISE)
def leave_it(work: Work, visit_id: int) -> Message:
    """«Thôi»: it stays as it is."""
    work.expectations.forget(work.actor.me, MOVE, visit_id)
    return _as_it_was(set_up(work, visit_id))


def _must_be_ahead(work: Work, moved: Visit) -> None:
    if moved.starts_at and moved.starts_at <= work.now:
        raise Refusal("due_past", due=moved.starts_at)
    check_window(moved.first, moved.last, work.today)


def _move(work: Work, visit: Visit, moved: Visit, event: str) -> int:
    """Written down, and told to whom it concerns; the number of its row in the journal."""
    recall(work, visit)
    knew = is_briefed(work, visit)
    kept(work, moved)
    now = work.visits.get(visit.id)
    facts = {"version": now.version, **_as_kept(visit)}
    row = work.log(event, "visit", visit.id, facts=facts)
    refresh(work, visit)
    no_hour = now.starts_at is None
    tell_moved(work, now, visit, at_once=knew and no_hour, team=no_hour)
    again = knew and (is_briefed(work, now) or not visit.unannounced)
    if knew and now.starts_at and not again:
        tell_no_longer(work, now)
    brief(work, now, anew=again)
    return row


@action(needs=P.SUPERVISE)
def take_back(work: Work, row_id: int) -> Message:
    """«Hoàn tác», for ten minutes, where nothing became of it since."""
    row, visit = own_last(work, row_id, "moved", set_up)
    before = _with(visit, row.facts)
    _must_be_ahead(work, before)
    _move(work, visit, before, "moved_back")
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    return result("visit.moved_back", opens, **_told_of(work, before, visit))


@view(needs=P.SUPERVISE)
def last_moved(work: Work) -> tuple[int, datetime | None]:
    """What the actor moved in the last ten minutes and nothing became of since."""
    rows = work.journal.standing("visit", work.actor.subject, ["moved"], work.now - TAKEN_BACK)
    found = next(iter(rows), None)
    return (found.id, found.at) if found else (0, None)


def _must_put_off(work: Work, visit_id: int) -> Visit:
    visit = led(work, visit_id)
    gone = ORDER.get(visit.stage, len(ORDER)) >= ORDER["visited"]
    if gone or visit.arrived_at or not visit.is_open:
        raise Refusal("visit_moved_on", code=visit.code)
    return visit
