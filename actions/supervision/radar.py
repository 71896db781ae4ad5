"""What a proposal meets: other proposals, visits of the last half year, what others plan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import view
from actions.office.unannounced import hands, may_see
from actions.supervision.known import facts_of, may_hide, people_of, seen, seen_by_number
from domain.access import Hand, Permission
from domain.letters import Message, Press, Rows, rows_of
from domain.office_days import RADAR
from domain.overlap import By, Overlap, PlannedSpan, overlapping
from domain.visits import MERGES, PROPOSED, Visit, ways_together
from storage import Work

P = Permission
Met = tuple[PlannedSpan, Overlap]
SHOWN = 4
KNOWS_ALL = (Hand.DUTY_HEAD, Hand.LEADER)
"""They see at approval also what meets a visit that nobody is told of."""


def plan_of(work: Work, visit: Visit) -> PlannedSpan:
    """Its body and theme also as others wrote them down who knew of none; and what stands in
    every place is the body of each."""

    def one(found: int | None) -> frozenset[int]:
        return frozenset({found} if found else ())

    def named(found: int) -> frozenset[int]:
        return work.lookups.alike(found) if found else frozenset()

    return PlannedSpan(
        f"visit:{visit.id}",
        visit.on_day or visit.first,
        visit.day,
        subjects=named(visit.body_id) | akin(work, visit.body_id),
        places=one(visit.locality_id),
        themes=named(visit.theme_id),
        people=one(visit.head_id),
    )


def akin(work: Work, body_id: int) -> frozenset[int]:
    """Bodies of every place that it belongs to, or what belongs to it."""
    return work.lookups.akin(body_id, work.offices.localities(work.today))


def met_by(work: Work, visit: Visit) -> list[Met]:
    """Everything that it overlaps and the actor may see, the strongest first."""
    hidden = not hands(work).isdisjoint(KNOWS_ALL)
    plan, days = plan_of(work, visit), work.office_days.all()[RADAR]
    near = work.overlaps.near(plan, work.zone, hidden=hidden, days=days)
    found = overlapping(plan, near, days)
    kinds = ("visit", "outside", "activity", "assignment")
    ordered = sorted(found, key=lambda met: (-met[1].level, kinds.index(_kind(met[0]))))
    return [met for met in ordered if _counts(work, visit, met)]


def _kind(plan: PlannedSpan) -> str:
    return plan.about.partition(":")[0]


def _id(plan: PlannedSpan) -> int:
    return int(plan.about.partition(":")[2])


def _counts(work: Work, visit: Visit, met: Met) -> bool:
    """Days and work only where somebody would be in two places; never one's own trip."""
    plan, overlap = met
    if _kind(plan) == "visit":
        other = work.visits.get(_id(plan))
        together = other.id == visit.trip_id or other.trip_id == visit.id
        return may_see(work, other) and not together
    return _kind(plan) == "outside" or By.PERSON in overlap.common


def radar(
    work: Work,
    visit: Visit,
    chosen: int | None = None,
    besides: Mapping[str, Any] | None = None,
) -> Message:
    """What it meets; for the strongest of them, or the chosen one, what may be done; with what is
    to be said besides."""
    found = met_by(work, visit)
    visits = visits_of(work, found)
    other = next((v for v in visits if chosen in (None, v.id)), None)
    facts = {**_told(work, visit, found), **_with(work, visit, other), **(besides or {})}
    kind = "visit.radar" if found else "visit.free"
    shown = visits[:SHOWN]
    return Message(kind, facts, _buttons(work, visit, other, shown) if found else _open(visit))


def clash_of(work: Work, visit: Visit) -> tuple[dict[str, Any], ...]:
    """What a proposal meets, by its codes: who takes it into the year sees it there."""
    if visit.stage != PROPOSED or hands(work, visit).isdisjoint(KNOWS_ALL):
        return ()
    met = met_by(work, visit)[:SHOWN]
    return ({"codes": tuple(row_of(work, visit, one)["code"] for one in met)},) if met else ()


def visits_of(work: Work, found: Sequence[Met]) -> list[Visit]:
    """Of what it meets the visits, the strongest first."""
    return [work.visits.get(_id(plan)) for plan, _ in found if _kind(plan) == "visit"]


def radar_of(work: Work, visit: Visit) -> dict[str, Any]:
    """What it meets, and no more."""
    return _told(work, visit, met_by(work, visit))


def _told(work: Work, visit: Visit, found: Sequence[Met]) -> dict[str, Any]:
    rows = [row_of(work, visit, met) for met in found[:SHOWN]]
    approver = work.people.name(visit.approver_id) or None
    said = {"approver": approver, "count": len(found) or None, "rows": rows}
    return {**facts_of(work, visit), **said}


def _with(work: Work, visit: Visit, other: Visit | None) -> dict[str, Any]:
    """What may be chosen; with one that may no longer be joined only being kept apart."""
    hows = [how.value for how in ways_together(visit, other)] if other else []
    code = other.code if other else None
    alone = None if hows else code
    unlike = _unlike(work, visit, other) if other and are_unlike(visit, other) else ()
    alone = None if unlike else alone
    return {"other": code if hows else None, "hows": hows, "alone": alone, "unlike": unlike}


def are_unlike(visit: Visit, other: Visit) -> bool:
    """Of one alone nobody is told beforehand, and either may still become as the other is."""
    both = (visit, other)
    return visit.unannounced != other.unannounced and all(one.stage in MERGES for one in both)


def _unlike(work: Work, visit: Visit, other: Visit) -> tuple[dict[str, Any], ...]:
    """Which is which, and who makes the announced one like the other, where the actor may not."""
    hidden, told = (visit, other) if visit.unannounced else (other, visit)
    heads = () if may_hide(work, told) else people_of(work, told, Hand.DUTY_HEAD)
    return ({"code": hidden.code, "other": told.code, "names": work.people.names(*heads)},)


def ways_alike(work: Work, visit: Visit, other: Visit) -> Message:
    """They do not go together as they are: what may be done first."""
    return Message("visit.unlike", _unlike(work, visit, other)[0], _alike(work, visit, other))


def _alike(work: Work, visit: Visit, other: Visit) -> Rows:
    both = [one for one in (visit, other) if may_hide(work, one)]
    return rows_of([Press("v.show" if one.unannounced else "v.hide", one.id) for one in both], 2)


def _open(visit: Visit) -> Rows:
    return ((Press("v.open", visit.id, label=visit.code),),)


def row_of(work: Work, visit: Visit, met: Met) -> dict[str, Any]:
    plan, overlap = met
    common = [by.value for by in overlap.common]
    said = {"level": int(overlap.level), "common": common, "window": [plan.first, plan.last]}
    match _kind(plan):
        case "visit":
            other = work.visits.get(_id(plan))
            twice = other.organisation_id == visit.organisation_id and visit.theme_id
            same = bool(twice) and other.theme_id == visit.theme_id and overlap.level == 3
            return {**facts_of(work, other), **said, "twice": same or None}
        case "outside":
            row = work.visits.outside(_id(plan))
            theme, body = (work.lookups.name(row[name]) for name in ("theme_id", "body_id"))
            return {**said, "theme": theme, "body": body, "code": row["whose"]}
        case "activity":
            return {**said, "code": work.activities.get(_id(plan)).title}
    return {**said, "code": work.assignments.get(_id(plan)).code}


def _buttons(work: Work, visit: Visit, other: Visit | None, visits: Sequence[Visit]) -> Rows:
    hows = ways_together(visit, other) if other else []
    joins = [
        Press("v.join", visit.id, f"{other.id}.{how.value}", label=f"@visit.how.{how.value}")
        for how in hows
        if other
    ]
    others = [
        Press("v.pair", visit.id, str(one.id), label=one.code) for one in visits if one != other
    ]
    alike = _alike(work, visit, other) if other and are_unlike(visit, other) else ()
    return (*rows_of(joins, 2), *alike, (Press("v.apart", visit.id),), *rows_of(others))


@view(needs=P.SUPERVISE)
def look(work: Work, visit_id: int, chosen: int | None = None) -> Message:
    """The radar of a proposal, once more: nothing is written down."""
    return _looked_at(radar(work, seen(work, visit_id), chosen))


def _looked_at(shown: Message) -> Message:
    return replace(shown, kind="visit.alone") if shown.kind == "visit.free" else shown


@view(needs=P.SUPERVISE)
def look_by_number(work: Work, number: int) -> Message:
    return _looked_at(radar(work, seen_by_number(work, number)))
