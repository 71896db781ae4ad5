"""The programme as a list, a visit's card, and a year beside the year before."""

from datetime import date, timedelta
from typing import Any

from actions.checklists.cards import score_of
from actions.checklists.known import Begun
from actions.desk import action, view
from actions.matters.known import may_read
from actions.office.unannounced import hands, may_read_found, may_see
from actions.supervision.approving import choices
from actions.supervision.known import (
    as_seen,
    due_on,
    facts_of,
    may_hide,
    may_lead_visit,
    may_write,
    must,
    seen,
    seen_by_number,
    trip_of,
    way_on,
    whose_turn,
)
from actions.supervision.on_the_spot import PLACE
from actions.supervision.proposing import undecided
from actions.supervision.radar import clash_of
from actions.supervision.team import may_set_up, team_rows
from domain.access import Hand, Permission
from domain.checklist_kinds import VISIT
from domain.letters import Message, Press, Rows, paged, rows_of
from domain.matter_kinds import RECOMMENDATION
from domain.periods import Week
from domain.programmes import ProgrammeTally, YearChange, count
from domain.refusals import Refusal
from domain.visits import DROPPED, MERGED, MERGES, Finding, Visit, is_under_way
from storage import Work

P = Permission
A_PAGE, SHOWN = 12, 6
NOT_FOR = timedelta(days=180)
"""A place where nobody has been for so long is named."""
SETTLES, TELLS_YEAR = (Hand.LEADER,), (Hand.DUTY_HEAD, Hand.OFFICE)
SEALS = (Hand.DUTY, Hand.DUTY_HEAD, Hand.LEADER)
"""Whom the programme offers a sealed visit; others on the staff type it."""


def draw_visit(work: Work, visit_id: int) -> Message | None:
    """As its reader may see it now; None when it is nothing of theirs."""
    try:
        visit = seen(work, visit_id)
    except Refusal:
        return None
    inside = [facts_of(work, one) for one in as_seen(work, work.visits.merged_into(visit.id))]
    facts = {
        **facts_of(work, visit),
        "kept": work.visits.get(visit.kept_id).code if visit.kept_id else None,
        "trip": trip_of(work, visit),
        "inside": inside,
        **(_known_inside(work, visit) if may_read_found(work, visit) else {}),
    }
    secret, about = not visit.is_told, f"visit:{visit.id}"
    return Message("visit.card", facts, _buttons(work, visit), card=about, protect=secret)


def _known_inside(work: Work, visit: Visit) -> dict[str, Any]:
    """All but that it took place."""
    papers = work.visits.papers(visit.id)
    return {
        "apart": visit.apart,
        "clash": clash_of(work, visit),
        "waits": _waits(work, visit),
        **_of_the_visit(work, visit),
        "papers": [
            {"stage": p.stage, "number": p.number, "day": p.day, "signer": p.signer}
            for p in papers
        ],
    }


def _waits(work: Work, visit: Visit) -> list[dict[str, Any]]:
    """Whom its next step waits for, since when, until when."""
    step = way_on(work, visit)
    if step is None:
        return []
    steps = work.journal.history("visit", visit.id)
    since = next((row.at for row in reversed(steps) if row.event == visit.stage), None)
    names = work.people.names(*whose_turn(work, visit, step))
    due = due_on(work, visit, step)
    late = "yes" if due and due < work.today else None
    return [{"step": step.code, "names": names, "since": since, "due": due, "late": late}]


def _of_the_visit(work: Work, visit: Visit) -> dict[str, Any]:
    """Who goes, what was found, what came of it; what the body has still open from before."""
    kind, about = RECOMMENDATION.code, f"visit:{visit.id}"
    own = work.matters.about(kind, about)
    before = work.matters.open_of_body(kind, visit.body_id) if visit.is_open else []
    found = work.teams.found(visit.id)
    return {
        "team": team_rows(work, visit),
        "starts": visit.starts_at,
        "meets": visit.meets,
        "found": tuple(
            {"sort": one.sort.value, "words": one.words, "times": _again(one)}
            for one in found[-SHOWN:]
        ),
        "hung": _hung(work, about),
        "checked": _checked(work, visit),
        "result": visit.result,
        "guests": tuple(
            {"name": g.name, "comes": None if g.comes is None else str(g.comes), "words": g.words}
            for g in work.guests.of(visit.id)
        ),
        "asked": tuple(matter.code for matter in own if matter.state != "dropped"),
        "before": tuple(m.code for m in before if m.about != about and may_read(work, m)),
    }


def _hung(work: Work, about: str) -> tuple[str, ...]:
    """«📎 2 📍 21.5329, 107.9701»: photos and voices, and the place as the phone said it."""
    hung = work.attachments.about(about)
    places = [one for one in hung if one.kind == PLACE]
    files = [f"📎 {len(hung) - len(places)}"] if len(hung) > len(places) else []
    return (*files, *(f"📍 {one.latitude}, {one.longitude}" for one in places[-1:]))


def _checked(work: Work, visit: Visit) -> tuple[dict[str, Any], ...]:
    """How much of its checklist was met, as far as it was looked at."""
    found = work.checklists.of(VISIT.code, f"visit:{visit.id}")
    counted = score_of(Begun(work, found)) if found else {}
    return (counted,) if counted else ()


def _again(found: Finding) -> int | None:
    return found.times if found.times > 1 else None


def _of_the_day(work: Work, visit: Visit) -> list[Press]:
    """What is tapped before, on the spot, and after it."""
    found = []
    if may_set_up(work, visit) and not visit.arrived_at:
        found += [Press("v.team", visit.id), Press("v.gather", visit.id)]
        found += [Press("v.road", visit.id)] if visit.head_id else []
        found.append(Press("v.invite", visit.id))
    mine = may_write(work, visit)
    if mine and is_under_way(visit) and not visit.arrived_at:
        found.append(Press("v.arrive", visit.id))
    if mine and visit.arrived_at and visit.is_open:
        found += [Press("v.found", visit.id), Press("v.check", visit.id)]
        found.append(Press("v.recommend", visit.id))
        found += [Press("v.result", visit.id)] if not visit.done_at else []
    if mine and visit.done_at and visit.is_open:
        found.append(Press("v.draft", visit.id))
    return found


def _buttons(work: Work, visit: Visit) -> Rows:
    held, way = hands(work, visit), way_on(work, visit)
    steps = []
    if way and not held.isdisjoint(way.by):
        arg = f"{visit.version}.{way.code}"
        steps = [Press("v.step", visit.id, arg, label=f"@visit.do.{way.code}")]
    rest = [Press("v.look", visit.id)] if visit.stage in MERGES else []
    if visit.stage in MERGES and may_hide(work, visit):
        rest.append(Press("v.show" if visit.unannounced else "v.hide", visit.id))
    if visit.is_open and not visit.done_at and may_lead_visit(work, visit):
        rest += [Press("v.putoff", visit.id), Press("v.drop", visit.id)]
    if (visit.stage == MERGED or visit.trip_id) and may_lead_visit(work, visit):
        rest.append(Press("v.part", visit.id))
    if visit.stage == DROPPED and may_lead_visit(work, visit):
        rest.append(Press("v.revive", visit.id))
    approver = rows_of([Press("v.whoapproves", visit.id)] if choices(work, visit) else [])
    return (*rows_of(steps), *approver, *rows_of(_of_the_day(work, visit), 2), *rows_of(rest, 2))


@view(needs=P.SUPERVISE)
def open_visit(work: Work, visit_id: int) -> Message:
    card = draw_visit(work, visit_id)
    if card is None:
        raise Refusal("not_found")
    return card


@view(needs=P.SUPERVISE)
def open_by_number(work: Work, number: int) -> Message:
    return open_visit.run(work, seen_by_number(work, number).id)


@view(needs=P.SUPERVISE)
def programme(work: Work, page: int = 0, of_year: int = 0) -> Message:
    """The year's programme in numbers, and what is still to be done of it."""
    year = of_year or work.today.year
    visits = as_seen(work, work.visits.of_year(year))
    waiting = sorted((v for v in visits if v.is_open and not v.done_at), key=lambda v: v.day)
    shown = waiting[page * A_PAGE : (page + 1) * A_PAGE]
    facts = {
        "year": year,
        **numbers(count(visits, work.now).whole),
        "count": len(waiting),
        "rows": [facts_of(work, visit) for visit in shown],
        "undecided": len(open_ones := undecided(work)) or None,
    }
    opens = [Press("v.open", visit.id, label=visit.code) for visit in waiting]
    again = [Press("v.undecided", one) for one in open_ones[:1]]
    rest = [*again, Press("v.begin"), Press("v.asked"), Press("v.years"), Press("v.cover")]
    if not hands(work).isdisjoint(SEALS):
        rest.append(Press("v.seal"))
    if not hands(work).isdisjoint(SETTLES):
        rest += [Press("v.pass"), Press("v.paper"), Press("v.book")]
    turns = paged(opens, page, lambda n: Press("v.list", n, str(of_year)))
    return Message("visit.programme", facts, (*turns, *rows_of(rest, 2)))


def numbers(tally: ProgrammeTally) -> dict[str, Any]:
    """What there is none of falls away."""
    found = {"proposed": tally.proposed, "kept": tally.kept, "done": tally.done}
    rare = {"saved": tally.saved, "doing": tally.doing, "trips": tally.trips}
    return {**found, **{name: number or None for name, number in rare.items()}}


@view(needs=P.SUPERVISE)
def this_week(work: Work) -> Message:
    """«tuần này giám sát ở đâu»: those that fall into it, as far as the reader may know."""
    week = Week.of(work.today)
    return _within(work, "visit.this_week", week.monday, week.sunday)


@view(needs=P.SUPERVISE)
def in_window(work: Work, first: date, last: date) -> Message:
    """«gs tháng 12», «gs tuần sau»."""
    return _within(work, "visit.in_window", first, last)


def _within(work: Work, kind: str, begins: date, ends: date) -> Message:
    found = [
        visit
        for visit in work.visits.open()
        if (visit.on_day or visit.first) <= ends and visit.day >= begins and may_see(work, visit)
    ]
    opens = rows_of([Press("v.open", visit.id, label=visit.code) for visit in found])
    rows = [facts_of(work, visit) for visit in found]
    none, window = None if rows else "yes", (begins, ends)
    facts = {"count": len(rows) or None, "none": none, "rows": rows, "window": window}
    return Message(kind, facts, opens)


@view(needs=P.SUPERVISE)
def years(work: Work, year: int | None = None) -> Message:
    """This year's programme beside the one before, by organisation and by body."""
    now = year or work.today.year
    visits = as_seen(work, work.visits.of_year(now))
    counted = count(visits, work.now)
    was = _in_year(work, now - 1)
    change = YearChange(was, counted.whole.kept) if was else None
    facts = {
        "year": now,
        "before": now - 1,
        **numbers(counted.whole),
        "was": was,
        "unknown": now - 1 if was is None else None,
        "by": f"{change.by:+d}".replace("-", "−") if change else None,
        "percent": change.percent if change else None,
        "rows": [
            {"org": work.offices.organisation_name(o), **numbers(tally)}
            for o, tally in counted.by_organisation.items()
        ],
        "bodies": _bodies(work, visits),
    }
    return Message("visit.years", facts)


def _in_year(work: Work, year: int) -> int | None:
    """What was told of a year, else what the programme kept in it."""
    kept = count(as_seen(work, work.visits.of_year(year)), work.now).whole.kept
    return work.visits.told_of_year(year) or kept or None


def _bodies(work: Work, visits: list[Visit]) -> list[tuple[str, int]]:
    """Bodies that are visited more than once."""
    kept: dict[int, int] = {}
    for visit in visits:
        if visit.stage != MERGED and not visit.dropped_at:
            kept[visit.body_id] = kept.get(visit.body_id, 0) + 1
    often = sorted(kept.items(), key=lambda pair: -pair[1])
    return [(work.lookups.name(body), n) for body, n in often if n > 1][:A_PAGE]


@view(needs=P.SUPERVISE)
def coverage(work: Work) -> Message:
    """Where nobody has been for long, priority places first; and who is visited too often."""
    visited = work.visits.last_by_place()
    places = [
        {"name": place.name, "last": visited.get(place.id), "first": place.priority or None}
        for place in work.offices.localities(work.today)
        if _is_long_ago(work, visited.get(place.id))
    ]
    places.sort(key=lambda row: (not row["first"], str(row["last"] or "")))
    visits = as_seen(work, work.visits.of_year(work.today.year))
    facts = {
        "count": len(places) or None,
        "rows": tuple(places[:A_PAGE]),
        "bodies": tuple(_bodies(work, visits)),
        "months": NOT_FOR.days // 30,
    }
    return Message("visit.coverage", facts)


def _is_long_ago(work: Work, last: date | None) -> bool:
    return last is None or work.today - last >= NOT_FOR


@action(needs=P.SUPERVISE)
def tell_year(work: Work, year: int, visits: int) -> Message:
    """«gs năm 2025: 580 cuộc»: a year that the program did not see."""
    must(work, TELLS_YEAR)
    if not (2000 < year < work.today.year and 0 < visits < 100_000):
        raise Refusal("visit_year")
    work.visits.set_year(year, visits)
    work.log("told", "visits_of_year", year)
    return years.run(work, year + 1)
