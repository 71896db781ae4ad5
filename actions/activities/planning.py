"""An activity by a form: what kind, what title, when, which points; or like another one."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.activities.asking import ask
from actions.activities.copying import callers_of, copied
from actions.activities.plans import draw_plan, read_plan, with_unclear
from actions.activities.points import ADD, add_point
from actions.desk import action, view
from domain.access import Permission
from domain.activities import NewPoint, Plan, Stage, code_of
from domain.dialogue import Expectation
from domain.kinds import KINDS
from domain.letters import LABEL_LETTERS, Message, Press, Rows
from domain.names import shorten
from domain.periods import at, local, short_day
from domain.plans import (
    MOST_POINTS,
    Odd,
    PointLines,
    PointNames,
    Sentence,
    closing,
    example_start,
    require_start,
    title_of,
)
from domain.refusals import Refusal
from storage import Work

P = Permission
PLAN, HERE, PART = "plan", "plan:0", "plan_part.which"
QUESTIONS = ("kind", "title", "starts", "points")
"""The whole form; its only state is the answers so far."""
LASTS = "lasts"
"""So many seconds, where its end was said."""
SAID, ODD, BESIDE = "said", "odd", "beside"
"""That it was said in one sentence; what of it was not taken down; what is of a point yet to be
named."""
KEPT = (*QUESTIONS, LASTS, SAID, ODD, BESIDE)
SUGGESTED = 2


@action(needs=P.PLAN_ACTIVITY)
def begin_blank(work: Work) -> Message:
    """An empty form; an unfinished one is forgotten."""
    return _ask(work, {})


@action(needs=P.PLAN_ACTIVITY)
def begin_like(work: Work, activity_id: int) -> Message:
    """Like another activity: only the date is asked."""
    like = work.activities.get(activity_id)
    return _ask(work, {"like": like.id, "kind": like.kind, "title": like.title})


@action(needs=P.PLAN_ACTIVITY)
def begin_with(work: Work, said: Sentence) -> Message:
    """A day said in one sentence: what it leaves out is asked, the whole is read back."""
    answers: dict[str, Any] = {SAID: True}
    if said.title:
        answers["title"] = title_of(said.title)
    if said.starts:
        answers["starts"] = _checked(work, "starts", said.starts)
    if kind := said.kind or _kind_on(work, said.starts):
        answers["kind"] = kind
    if said.lasts:
        answers[LASTS] = int(said.lasts.total_seconds())
    if said.lines.points:
        answers["points"] = [asdict(point) for point in said.lines.points]
        answers[ODD] = [asdict(one) for one in said.lines.unclear]
    if said.beside:
        answers[BESIDE] = said.beside
    return _next(work, answers)


def _kind_on(work: Work, starts: datetime | None) -> str:
    """The kind that is held on this weekday; on any other it is none of these."""
    if starts is None:
        return ""
    day = local(starts, work.zone).weekday()
    return next((kind.code for kind in KINDS.values() if kind.weekday == day), "other")


def _next(work: Work, answers: Mapping[str, Any]) -> Message:
    """The next question of the form, or the draft."""
    if any(q not in answers for q in QUESTIONS):
        return _ask(work, answers)
    points = tuple(NewPoint(**point) for point in answers["points"])
    odd = tuple(Odd(**one) for one in answers.get(ODD, ()))
    return _drafted(work, answers, PointLines(points, odd))


def _ask(work: Work, answers: Mapping[str, Any]) -> Message:
    asking = next(q for q in QUESTIONS if q not in answers)
    work.expectations.expect(
        work.actor.me, Expectation(PLAN, 0, {**answers, "asking": asking}), work.now
    )
    kind = "plan.ask_day" if "like" in answers else f"plan.ask_{asking}"
    zone = work.zone
    needy = [p.name for p in work.offices.localities(work.today) if p.priority]
    hours = {"focus": needy, "usual": at(work.today, _usual(work, answers), zone)}
    facts = {**_facts(answers), **hours, "example": example_start(work.here)}
    return Message(kind, facts, _choices(work, asking, answers), topic=HERE)


def _facts(answers: Mapping[str, Any]) -> dict[str, Any]:
    facts = {name: said for name, said in answers.items() if name not in (SAID, ODD, "points")}
    return {BESIDE: None, **facts}


def _usual(work: Work, answers: Mapping[str, Any]) -> time:
    """The hour of the activity that is copied, else of its kind."""
    if "like" in answers:
        like = work.activities.get(answers["like"])
        return local(like.starts, work.zone).time()
    return KINDS[answers.get("kind", "other")].starts


def _weekday(work: Work, answers: Mapping[str, Any]) -> int | None:
    if "like" in answers:
        like = work.activities.get(answers["like"])
        return local(like.starts, work.zone).weekday()
    return KINDS[answers["kind"]].weekday


def _choices(work: Work, asking: str, answers: Mapping[str, Any]) -> Rows:
    if asking == "kind":
        return tuple((Press("plan.kind", 0, code, label=f"@kind.{code}"),) for code in KINDS)
    if asking == "starts":
        days = _next_days(work.today, _weekday(work, answers))
        return (
            tuple(
                Press("plan.day", 0, f"{day}", label=short_day(day, work.today)) for day in days
            ),
        )
    return ()


def _next_days(today: date, weekday: int | None) -> list[date]:
    """The next two days on which such activities are usually held."""
    ahead = (today + timedelta(days=n) for n in range(1, 22))
    return [d for d in ahead if weekday in (None, d.weekday())][:SUGGESTED]


@view(needs=P.PLAN_ACTIVITY)
def places(work: Work) -> PointNames:
    waiting = work.expectations.find(work.actor.me, PLAN, 0, work.now)
    people = [person for person in work.people.all(work.today) if person.roles]
    usual = _usual(work, waiting.answers if waiting else {})
    now = work.here
    return PointNames(work.offices.localities(work.today), people, usual, now)


@action(needs=P.PLAN_ACTIVITY)
def fill(work: Work, answer: str | datetime, lasts: timedelta | None = None) -> Message:
    """The next answer of the form; of a day, how long it lasts where that was said."""
    waiting = _waiting(work)
    asking = str(waiting.answers["asking"])
    if asking == "points":
        raise Refusal("plan_gone")
    checked = _checked(work, asking, answer)
    if like := waiting.answers.get("like"):
        return _drafted_like(work, like, checked, lasts)
    said = {LASTS: int(lasts.total_seconds())} if lasts else {}
    return _next(work, {**_kept(waiting), asking: checked, **said})


def _kept(waiting: Expectation) -> dict[str, Any]:
    return {name: waiting.answers[name] for name in KEPT if name in waiting.answers}


@action(needs=P.PLAN_ACTIVITY)
def fill_title(
    work: Work, title: str, starts: datetime, lasts: timedelta | None, rest: str
) -> Message:
    """The name and when, in one line; what else was said is shown, to be said with its point."""
    answers = _kept(_waiting(work, "title"))
    answers |= {"title": title_of(title), "starts": _checked(work, "starts", starts)}
    said = {LASTS: int(lasts.total_seconds())} if lasts else {}
    asked = _next(work, {**answers, **said})
    return replace(asked, facts={**asked.facts, "left": rest})


def _waiting(work: Work, asking: str = "") -> Expectation:
    waiting = work.expectations.find(work.actor.me, PLAN, 0, work.now)
    if waiting is None or asking not in ("", waiting.answers.get("asking")):
        raise Refusal("plan_gone")
    return waiting


def _checked(work: Work, asking: str, answer: str | datetime) -> Any:
    if asking == "starts":
        if not isinstance(answer, datetime):
            raise Refusal("when_unclear", example=example_start(work.here))
        require_start(answer, work.here)
        return answer
    if asking == "kind" and answer not in KINDS:
        raise Refusal("unknown_button")
    return title_of(str(answer)) if asking == "title" else answer


def _drafted_like(work: Work, like: int, starts: datetime, lasts: timedelta | None) -> Message:
    work.expectations.forget(work.actor.me, PLAN, 0)
    source = work.activities.get(like)
    return draw_plan(work, copied(work, source, starts, callers_of(work, source), lasts))


@action(needs=P.PLAN_ACTIVITY)
def fill_day(work: Work, day: date) -> Message:
    """A suggested day, at the usual hour."""
    waiting = _waiting(work, "starts")
    return fill.run(work, at(day, _usual(work, waiting.answers), work.zone))


@action(needs=P.PLAN_ACTIVITY)
def finish(work: Work, lines: PointLines) -> Message:
    """The last answer: the draft is kept and shown back; a line that is no point is asked anew."""
    return _drafted(work, _waiting(work, "points").answers, lines)


def _drafted(work: Work, answers: Mapping[str, Any], lines: PointLines) -> Message:
    """The draft, of which nobody is told; one that was said in a sentence waits for its «Gửi»."""
    if not 1 <= len(lines.points) <= MOST_POINTS:
        raise Refusal("too_many_points", most=MOST_POINTS)
    work.expectations.forget(work.actor.me, PLAN, 0)
    activity_id = _added(work, _plan_of(work, answers), lines.points)
    if answers.get(SAID):
        return read_plan(work, activity_id, lines.unclear)
    shown = draw_plan(work, activity_id)
    if not lines.unclear:
        return shown
    return with_unclear(replace(shown, topic=ask(work, ADD, activity_id)), lines.unclear)


def _added(work: Work, plan: Plan, points: Sequence[NewPoint]) -> int:
    code = code_of(plan.kind, local(plan.starts, work.zone).date())
    closes = closing(plan.starts, work.now, work.zone)
    activity_id = work.activities.add(plan, code, closes, work.now, Stage.DRAFT)
    for point in points:
        add_point(work, activity_id, point)
    work.log("activity.drafted", "activity", activity_id, became=Stage.DRAFT)
    return activity_id


def _plan_of(work: Work, answers: Mapping[str, Any]) -> Plan:
    kind = KINDS[answers["kind"]]
    person = work.people.get(work.actor.me, work.today)
    host = person.organisation_id if person else None
    said = answers.get(LASTS)
    lasts = timedelta(seconds=said) if said else kind.lasts
    return Plan(kind.code, answers["title"], answers["starts"], lasts, host, work.actor.me)


@action(needs=P.PLAN_ACTIVITY)
def ask_part(work: Work, parts: Sequence[str]) -> Message:
    """Several days were said in one line: each is planned by a tap."""
    work.expectations.expect(work.actor.me, Expectation(PART, 0, {"parts": list(parts)}), work.now)
    rows = tuple(
        (Press("plan.part", n, label=shorten(part, LABEL_LETTERS)),)
        for n, part in enumerate(parts, start=1)
    )
    facts = {"rows": [{"text": part} for part in parts]}
    return Message("plan.several_days", facts, rows, topic=f"{PART}:0")
