"""The points that a person may report, and what is waited to be heard about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from actions.desk import action, glance, view
from actions.turnout.cards import about, ask_results, figures_of, is_counted_only, measured
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.hours import ROLL_FROM
from domain.kinds import LEARNS
from domain.letters import Message, Press, toast
from domain.names import shorten
from domain.periods import local
from domain.refusals import Refusal, must_find
from domain.turnout import (
    PointFigures,
    Report,
    official,
    reportable_points,
    reporting_days,
    require_echoed,
    require_reportable,
    word_of,
)
from storage import Work

P = Permission
LOOK_BACK = timedelta(days=14)
WAIT_FIGURES = timedelta(days=7)
HELD = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING, Stage.COUNTING)
TOPIC, HERE = "turnout", "turnout:0"
TO_PLACE, SAID, PHOTOS = "turnout.point", "said", "photos"
"""«Của điểm nào?»: a question of its own for what was sent, so that no other loses it; the
answers that keep the lines and the photos."""
MOST_ROWS, LABEL = 8, 28
Places = Sequence[tuple[Activity, Point]]
ReportedPlaces = list[tuple[Activity, Point, Report | None]]


def own_points(work: Work) -> list[tuple[Activity, Point]]:
    """The points this person may report, of days begun in the last two weeks, newest first."""
    who, lately = work.actor, reversed(work.activities.between(work.now - LOOK_BACK, work.now))
    days, whole = reporting_days(who, lately, work.now)
    points = work.activities.points_of(who.me, who.localities, [day.id for day in days], whole)
    return reportable_points(who, days, points)


def my_points(work: Work) -> ReportedPlaces:
    """The same, each with the report that counts."""
    return with_reports(work, own_points(work))


def with_reports(work: Work, mine: Places) -> ReportedPlaces:
    stands = official(work.turnouts.of_points([point.id for _, point in mine]))
    return [(activity, point, stands.get(point.id)) for activity, point in mine]


@view(needs=P.REPORT_TURNOUT)
def held_now(work: Work, asked: int) -> list[Press]:
    """The points that this person leads at this hour, from when the roll opens to as long after
    the day: a line that names nothing may be of them, number `asked` of all that was ever said."""
    around = work.activities.between(work.now - DAY, work.now + ROLL_FROM)
    days = [a for a in around if a.state(work.now) in HELD and work.now <= a.ends + ROLL_FROM]
    points = [(a, p) for a in days for p in work.activities.points(a.id)]
    led = [(a, p) for a, p in points if p.leader_id == work.actor.me]
    return [Press("t.point", p.id, str(asked), label=label(work, a, p)) for a, p in led]


def write_down(work: Work, activity: Activity, point: Point, said: PointFigures) -> int:
    """What the actor says of a point, with the weight that their word has there."""
    rank, proof = word_of(work.actor, point, activity)
    return work.turnouts.add(point.id, said, work.now, by=work.actor.me, rank=rank, proof=proof)


def silent(work: Work) -> list[tuple[Activity, Point]]:
    """Those of them that nobody has reported, and that are not locked."""
    return [(a, p) for a, p, r in my_points(work) if is_silent(a, r)]


def is_silent(activity: Activity, stands: Report | None) -> bool:
    return stands is None and activity.stored is not Stage.LOCKED


def wait_for_figures(work: Work, person_id: int, **answers: Any) -> None:
    """From now on a number this person types is a figure. One question a person at a time:
    `point` is the one meant, `off` and `reason_for` wait for a reason, `last` for photos, `read`
    for the yes to what was read back, `was` is the report that is being said anew."""
    waiting = Expectation(TOPIC, 0, answers, expires=work.now + WAIT_FIGURES)
    work.expectations.expect(person_id, waiting, work.now)


def to_place(work: Work) -> list[Expectation]:
    """What was sent and waits to be told its point, the newest first."""
    return [e for e in work.expectations.open(work.actor.me, work.now) if e.topic == TO_PLACE]


def ask_whose(
    work: Work,
    points: Iterable[tuple[Activity, Point]],
    ask: Message,
    more: Expectation | None = None,
    **sent: Sequence[Any],
) -> Message:
    """A button for each point that it may be of, or that what is asked anew with `more` may be of:
    the words and photos stay with them, under the moment at which they were first asked about."""
    newest = max((e.subject for e in to_place(work)), default=0)
    number = more.subject if more else max(int(work.now.timestamp()), newest + 1)
    waiting = Expectation(TO_PLACE, number, sent, expires=work.now + WAIT_FIGURES)
    work.expectations.expect(work.actor.me, waiting, work.now)
    there = (Press("t.kept", number, str(p.id), label=label(work, a, p)) for a, p in points)
    buttons = tuple((press,) for press in there)
    return replace(ask, buttons=buttons, topic=f"{TO_PLACE}:{number}")


def ask_for_figures(work: Work, person_id: int) -> None:
    """The clock asks; whoever has something read back already is not made to forget it."""
    waiting = work.expectations.find(person_id, TOPIC, 0, work.now)
    if waiting is None or not waiting.answers:
        wait_for_figures(work, person_id)


def reportable(work: Work, point_id: int, own: Places | None = None) -> tuple[Activity, Point]:
    """One's own points are looked through anyway; any other says why not."""
    mine = own_points(work) if own is None else own
    here = (place for place in mine if place[1].id == point_id)
    activity, point = next(here, None) or _anywhere(work, point_id)
    require_reportable(work.actor, point, activity, work.now)
    return activity, point


def _anywhere(work: Work, point_id: int) -> tuple[Activity, Point]:
    point = work.activities.point(point_id)
    return work.activities.get(point.activity_id), point


def get_report(work: Work, report_id: int) -> Report:
    return must_find(work.turnouts.get(report_id))


def my_echo(work: Work, report_id: int) -> Report:
    found = get_report(work, report_id)
    if found.recorded_by != work.actor.me:
        raise Refusal("not_found")
    require_echoed([found])
    require_its_day(work, found)
    return found


def require_its_day(work: Work, said: Report) -> None:
    """What was read back for a day counts for no other, when the activity was moved since."""
    starts = work.activities.get(said.activity_id).starts
    if said.event_at and work.day(said.event_at) != work.day(starts):
        raise Refusal("figure_day_moved", was=said.event_at, starts=starts)


@dataclass(frozen=True)
class Nameable:
    """The points that somebody may report, newest first: the day, and what a line may call it."""

    points: Sequence[tuple[date, Point]]
    today: date
    classes: Mapping[int, str] = field(default_factory=dict)
    """What those are called where people are taught."""
    codes: Mapping[str, int] = field(default_factory=dict)
    """The newest point of each activity, by its code."""

    @cached_property
    def days(self) -> frozenset[date]:
        return frozenset(day for day, _ in self.points)

    def names(self, of: date | None) -> Mapping[int, tuple[str, ...]]:
        """Its name, its place, perhaps of one day alone; a name is the newest point's."""
        named: dict[int, tuple[str, ...]] = {}
        taken: set[str] = set()
        for point in (point for day, point in self.points if of in (None, day)):
            names = tuple(n for n in (point.name, point.locality) if n and n not in taken)
            taken.update(names)
            named[point.id] = names
        return named


@glance(needs=P.REPORT_TURNOUT)
def nameable(work: Work) -> Nameable:
    """What a line may be about."""
    own = own_points(work)
    points = [(work.day(activity.starts), point) for activity, point in own]
    classes = {point.id: activity.title for activity, point in own if activity.kind in LEARNS}
    codes = {activity.code: point.id for activity, point in reversed(own)}
    return Nameable(points, work.today, classes, codes)


@action(needs=P.REPORT_TURNOUT)
def mine(work: Work) -> Message:
    """The points one may report, with what is known of each; then a number is enough."""
    points = my_points(work)[:MOST_ROWS]
    if not points:
        return Message("turnout.none")
    wait_for_figures(work, work.actor.me)
    rows = [_row(activity, point, report) for activity, point, report in points]
    buttons = tuple((Press("t.point", p.id, label=label(work, a, p)),) for a, p, _ in points)
    return Message("turnout.mine", {"rows": rows}, buttons, topic=HERE)


def _row(activity: Activity, point: Point, report: Report | None) -> dict[str, Any]:
    known = "missing" if report is None else "not_held" if report.not_held else "said"
    total = report.total if report else None
    proof = report.proof.value if report and not report.not_held else None
    facts = {"code": activity.code, "state": known, "total": total, "proof": proof}
    return {**about(activity, point), **facts}


def label(work: Work, activity: Activity, point: Point) -> str:
    """`21/11 Ka Long – Dọn bờ kênh`: the day, the place, and which of the day's activities."""
    day = local(activity.starts, work.zone)
    return shorten(f"{day.day}/{day.month:02} {point.short} – {activity.title}", LABEL)


@action(needs=P.REPORT_TURNOUT)
def ask_point(work: Work, point_id: int, *, anew: bool = False) -> Message:
    """Ready to hear this one point's figures, the first time or again; after a roll call what
    came of it and whether the groups came too, unless the number itself is to be put right."""
    activity, point = reportable(work, point_id)
    alone = None if anew else results_alone(work, point_id)
    if alone is None:
        work.turnouts.drop_echoes(work.actor.me, point_id)
    wait_for_figures(work, work.actor.me, point=point_id)
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    if stands and is_counted_only(stands) and not anew:
        return ask_results(work, activity, point, stands, alone)
    known = figures_of(work, stands) if stands else {}
    if stands and not stands.not_held:
        known["proof"] = stands.proof.value
    known |= {"measures": measured(alone)} if alone else {}
    facts = {**known, **about(activity, point), "locked": activity.stored is Stage.LOCKED}
    buttons = ((Press("t.off", point_id), Press("t.later", point_id)),)
    kind = "turnout.fix" if stands else "turnout.request"
    return Message(kind, facts, buttons, card=f"point:{point_id}", topic=HERE)


def results_alone(work: Work, point_id: int) -> Report | None:
    """What came of it, as its reporter told it today before anybody was counted."""
    mine = (one for one in work.turnouts.echoed(point_id) if one.recorded_by == work.actor.me)
    today = [one for one in mine if work.day(one.reported_at) == work.today]
    last = today[-1] if today else None
    return last if last and last.measures and last.total is None and not last.parts else None


@view(needs=P.REPORT_TURNOUT)
def read_back_at(work: Work, point_id: int) -> list[int]:
    """What its reporter had read back there, and has not said yes to."""
    mine = (one for one in work.turnouts.echoed(point_id) if one.recorded_by == work.actor.me)
    return [one.id for one in mine]


@view(needs=P.REPORT_TURNOUT)
def report_later(work: Work, point_id: int) -> Message:
    """«Báo sau»; where something is recorded already, that is said."""
    reportable(work, point_id)
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    if stands is None:
        return toast("turnout.later")
    total = None if stands.not_held else stands.total
    return toast("turnout.kept", total=total, not_held=stands.not_held or None)
