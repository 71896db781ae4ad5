"""«Địa bàn»: places that are weak or key for a time, with why; outside it is said otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from actions.desk import action, view
from actions.rooms import ReportPart
from domain.access import Duty, Hand, Permission, hands_of
from domain.behind import DAY, LIST, MATTER, TASK, VISIT, Behind, Row, behind
from domain.dialogue import Expectation
from domain.digest import Seen
from domain.letters import Message, Press, rows_of, toast
from domain.names import clean
from domain.people import Locality
from domain.periods import Week
from domain.refusals import Refusal, must_find
from domain.report import Part, ReportLine, first
from storage import Work
from storage.places import Done

P = Permission
TOPIC, NAME = "place", "places"
MARKS = ("weak", "key")
THINGS = {"days": DAY, "visits": VISIT, "tasks": TASK, "opinions": MATTER, "criteria": LIST}
MAY = (Hand.DUTY_HEAD, Hand.OFFICE, Hand.LEADER)
REASON_LETTERS, LONGEST = 120, timedelta(days=366)
OFFERED = (30, 90, 180)
"""Days until when, as buttons."""


def _may_mark(work: Work) -> bool:
    return not hands_of(work.actor, Duty.MOVEMENTS).isdisjoint(MAY)


@view(needs=P.PLAN_ACTIVITY)
def places(work: Work) -> Message:
    """Which are marked today, why, until when, and what was done there since Monday; who may mark
    has each as a button."""
    rows = work.places.marked(work.today, work.today)
    known = work.offices.localities(work.today)
    marked = {row.locality_id for row in rows}
    presses = [Press("pl.open", place.id, label=place.name[:18]) for place in known]
    facts = {
        "always": [p.name for p in known if p.priority and p.id not in marked] or None,
        "rows": [
            {
                **_facts(row.name, row.mark, row.reason, row.until),
                "since": row.since,
                **_done(work, row.locality_id),
            }
            for row in rows
        ],
    }
    buttons = rows_of(presses) if _may_mark(work) else ()
    return Message("place.list" if rows else "place.none", facts, buttons)


@view(needs=P.PLAN_ACTIVITY)
def known_places(work: Work) -> Sequence[Locality]:
    return work.offices.localities(work.today)


@view(needs=P.PLAN_ACTIVITY)
def done_there(work: Work, locality_id: int) -> Message:
    """«Hải Yên tuần này làm được gì»"""
    name = work.offices.locality_name(locality_id)
    return Message("place.done", {"name": name, **_done(work, locality_id)})


def _done(work: Work, locality_id: int) -> dict[str, Any]:
    """How many days out, visits, finished tasks, opinions and criteria since Monday."""
    since = Week.of(work.today).begins(work.zone)
    counts = _counts(work.places.done(locality_id, since, work.now))
    return {"done": counts or None, "nothing": None if counts else "yes"}


def _counts(done: Mapping[str, Sequence[Done]]) -> list[dict[str, Any]]:
    return [{"n": len(rows), "what": what} for what, rows in done.items() if rows]


def _facts(name: str, mark: str, reason: str, until: date) -> dict[str, object]:
    return {"name": name, "mark": mark, "reason": reason, "until": until}


def _must_mark(work: Work, locality_id: int) -> Locality:
    if not _may_mark(work):
        raise Refusal("no_permission", permission=P.PLAN_ACTIVITY.value)
    known = work.offices.localities(work.today)
    return must_find(next((place for place in known if place.id == locality_id), None))


@view(needs=P.PLAN_ACTIVITY)
def open_place(work: Work, locality_id: int) -> Message:
    place = _must_mark(work, locality_id)
    marked = work.places.marked(work.today, work.today)
    mine = [row for row in marked if row.locality_id == place.id]
    marks = [Press("pl.mark", place.id, mark, label=f"@place.mark.{mark}") for mark in MARKS]
    ends = [Press("pl.end", place.id)] if mine else []
    rows = [
        {
            **_facts(row.name, row.mark, row.reason, row.until),
            "since": row.since,
            **_done(work, place.id),
        }
        for row in mine
    ]
    return Message("place.one", {"name": place.name, "rows": rows}, rows_of([*marks, *ends]))


@action(needs=P.PLAN_ACTIVITY)
def ask_why(work: Work, locality_id: int, mark: str) -> Message:
    place = _must_mark(work, locality_id)
    if mark not in MARKS:
        raise Refusal("unknown_button")
    waits = Expectation(TOPIC, place.id, {"mark": mark})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {"name": place.name, "mark": mark, "example": work.today + timedelta(days=30)}
    return Message("place.ask", facts, topic=f"{TOPIC}:{place.id}")


@action(needs=P.PLAN_ACTIVITY)
def ask_until(work: Work, locality_id: int, mark: str, reason: str) -> Message:
    """The reason is kept; until when is a tap, or a day."""
    place, why = _must_mark(work, locality_id), clean(reason, REASON_LETTERS)
    waits = Expectation(TOPIC, place.id, {"mark": mark, "reason": why})
    work.expectations.expect(work.actor.me, waits, work.now)
    days = [work.today + timedelta(days=number) for number in OFFERED]
    offers = [Press("pl.until", place.id, f"{day}", label=f"{day:%d/%m/%Y}") for day in days]
    facts = {"name": place.name, "mark": mark, "reason": why}
    return Message("place.ask_until", facts, rows_of(offers), topic=f"{TOPIC}:{place.id}")


@action(needs=P.PLAN_ACTIVITY)
def mark_until(work: Work, locality_id: int, until: date) -> Message:
    """A day that was tapped, for what was said before."""
    asked = work.expectations.find(work.actor.me, TOPIC, locality_id, work.now)
    if asked is None:
        raise Refusal("question_over")
    said = asked.answers
    return mark_place.run(work, locality_id, said["mark"], said.get("reason", ""), until)


@action(needs=P.PLAN_ACTIVITY)
def mark_place(
    work: Work, locality_id: int, mark: str, reason: str, until: date | None
) -> Message:
    """With its reason, until a day; then it is a place like the others again."""
    place, why = _must_mark(work, locality_id), clean(reason, REASON_LETTERS)
    if mark not in MARKS:
        raise Refusal("unknown_button")
    if not why or until is None or not work.today <= until <= work.today + LONGEST:
        raise Refusal("place_form", example=work.today + timedelta(days=30))
    work.places.mark(place.id, mark, why, work.today, until)
    work.expectations.forget(work.actor.me, TOPIC, place.id)
    work.log("place.marked", "locality", place.id, became=mark)
    ends = ((Press("pl.end", place.id),),)
    return Message("place.kept", _facts(place.name, mark, why, until), ends)


@action(needs=P.PLAN_ACTIVITY)
def end_mark(work: Work, locality_id: int) -> Message:
    place = _must_mark(work, locality_id)
    if place.id not in {row.locality_id for row in work.places.marked(work.today, work.today)}:
        raise Refusal("place_unmarked", name=place.name)
    work.places.end(place.id, work.today)
    work.log("place.unmarked", "locality", place.id)
    return toast("place.ended", name=place.name)


def tell(work: Work, seen: Seen) -> Part | None:
    """What was done there in the week; neither the mark nor the reason goes outside."""
    if not seen.whole:
        return None
    week = seen.week
    marked = {row.locality_id: row.name for row in work.places.marked(week.monday, week.sunday)}
    lines = [_line(work, place, name, seen) for place, name in marked.items()]
    return Part(NAME, first(lines), busy=False) if lines else None


def _line(work: Work, place: int, name: str, seen: Seen) -> ReportLine:
    done = work.places.done(place, seen.week.begins(work.zone), seen.cut_off)
    counts = _counts(done)
    kind = "place.report_line" if counts else "place.report_none"
    return ReportLine(kind, {"name": name, "done": counts} if counts else {"name": name})


def behind_places(work: Work, seen: Seen) -> Iterator[Behind]:
    """What was done at each place that is weak or a key one."""
    if seen.whole:
        for row in work.places.marked(seen.week.monday, seen.week.sunday):
            done = work.places.done(row.locality_id, seen.week.begins(work.zone), seen.cut_off)
            for what, found in done.items():
                rows = (Row(THINGS[what], d.id, d.code, d.title, d.at) for d in found)
                yield behind(what, rows, row.name, row.locality_id)


PART = ReportPart(NAME, 22, tell, behind=behind_places)
