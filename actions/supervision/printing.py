"""What is printed of visits: for the conference, the programme, for the road, for those above a
silent body."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from actions.desk import view
from actions.matters.known import may_read
from actions.office.unannounced import has_in_hand, may_see
from actions.supervision.known import as_seen, facts_of, must, seen
from actions.supervision.radar import met_by, row_of
from actions.supervision.team import SETS, goes_along, is_briefed, team_rows, told_guests
from domain.access import Hand, Permission
from domain.letters import Message
from domain.matter_kinds import BASIS, RECOMMENDATION
from domain.matters import Matter
from domain.office_days import ANSWER
from domain.refusals import Refusal
from domain.visits import STAGES, Visit
from storage import Work
from storage.bundled import presets

P = Permission
PRINTS = (Hand.LEADER, Hand.DUTY, Hand.DUTY_HEAD, Hand.OFFICE)
SHOWN = 3


@view(needs=P.SUPERVISE)
def conference(work: Work, of_year: int = 0) -> Message:
    """What is to be settled, on paper; of one year where it is named."""
    must(work, PRINTS)
    standing = work.visits.open()
    open_ones = [v for v in standing if of_year in (0, v.year)]
    proposed = [v for v in open_ones if v.stage == STAGES[0].code]
    waiting = [visit for visit in proposed if not visit.unannounced]
    told = [visit for visit in standing if visit.is_told]
    rows = tuple(_for_conference(work, visit, told) for visit in waiting)
    years = sorted({visit.year for visit in waiting}) or [of_year or work.today.year]
    year = "-".join(map(str, dict.fromkeys((years[0], years[-1]))))
    hidden = len(as_seen(work, proposed)) - len(waiting)
    facts = {"office": work.office.name, "year": year, "rows": rows, "count": len(rows)}
    facts |= {"hidden": hidden or None}
    return Message("visit.conference", facts, paper="conference_list")


def _for_conference(work: Work, visit: Visit, others: Sequence[Visit]) -> dict[str, Any]:
    met = [row_of(work, visit, one) for one in met_by(work, visit)[:SHOWN]]
    codes = tuple(row["code"] for row in met if not row.get("hidden"))
    inside = tuple(one.code for one in as_seen(work, work.visits.merged_into(visit.id)))
    trip = tuple(one.code for one in others if _share_a_trip(visit, one))
    told = {"inside": inside, "trip": trip}
    return {**facts_of(work, visit), **told, "met": codes, "apart": visit.apart}


def _share_a_trip(visit: Visit, other: Visit) -> bool:
    """Whichever of them goes along with the other, or both with a third."""
    trip = visit.trip_id or visit.id
    return other.id != visit.id and (other.trip_id or other.id) == trip


@view(needs=P.SUPERVISE)
def programme(work: Work, of_year: int = 0) -> Message:
    """The year's programme on paper; what is not announced stands there when it was made."""
    must(work, PRINTS)
    year = of_year or work.today.year
    visits = [v for v in work.visits.of_year(year) if not v.unannounced or v.done_at]
    kept = [v for v in visits if v.kept_id is None and v.dropped_at is None]
    rows = tuple(_of_programme(work, visit, visits) for visit in sorted(kept, key=_when))
    facts = {"office": work.office.name, "year": year, "rows": rows, "count": len(rows)}
    return Message("visit.programme_paper", facts, paper="programme_list")


def _when(visit: Visit) -> tuple[date, str]:
    return visit.day, visit.code


def _of_programme(work: Work, visit: Visit, visits: Sequence[Visit]) -> dict[str, Any]:
    """With those who go along: what was merged into it, and the trip that it shares."""
    along = (one.organisation_id for one in visits if visit.id in (one.kept_id, one.trip_id))
    others = sorted({*along} - {visit.organisation_id})
    names = tuple(work.offices.organisation_name(one) for one in others)
    return {**facts_of(work, visit), "along": names}


@view(needs=P.SUPERVISE)
def road(work: Work, visit_id: int) -> Message:
    """For whoever sends the team and for the team, once it knows the hour; what is not told yet is
    blank."""
    visit, goes = work.visits.get(visit_id), goes_along(work, visit_id)
    if not goes and not has_in_hand(work, visit, SETS):
        raise Refusal("visit_not_yours", code=seen(work, visit.id).code)
    secret = visit.unannounced and visit.arrived_at is None
    known = may_see(work, visit)
    hour = known or is_briefed(work, visit)
    facts = {
        "office": work.office.name,
        "code": visit.code,
        "species": visit.species.value,
        "theme": work.lookups.name(visit.theme_id) if known or goes else "",
        "place": "" if secret else work.lookups.name(visit.body_id),
        "starts": visit.starts_at if hour else None,
        "meets": visit.meets if hour else "",
        "team": tuple({"name": m["name"], "part": m["part"]} for m in team_rows(work, visit)),
        "guests": told_guests(work, visit),
    }
    return Message("visit.road", facts, paper="road_paper", protect=secret)


@view(needs=P.SUPERVISE)
def road_by_number(work: Work, number: int) -> Message:
    """«GS19 giấy đi đường»"""
    return road.run(work, work.visits.by_number(number).id)


@view(needs=P.SUPERVISE)
def letter(work: Work, number: int) -> Message:
    """«KN31 công văn nhắc»: of all that the same body has not answered for twenty days."""
    matter = work.matters.by_number(RECOMMENDATION.code, number)
    if not may_read(work, matter):
        raise Refusal("not_found")
    must(work, PRINTS)
    if not is_silent(work, matter):
        raise Refusal("visit_letter_early", code=matter.code, days=work.office_days.all()[ANSWER])
    if not work.matters.was(matter.id, "called"):
        raise Refusal("visit_letter_call", code=matter.code)
    same = work.matters.open_of_body(RECOMMENDATION.code, matter.body_id or 0)
    silent = (one for one in same if _is_called(work, one) and may_read(work, one))
    rows = tuple(_asked(work, one) for one in silent)
    facts = {
        "office": work.office.name,
        "place": presets()[work.office.preset].place_in(work.office.short),
        "forms": (_organisation_of(work, matter), work.office.preset),
        "code": matter.code,
        "body": work.lookups.name(matter.body_id),
        "rows": rows,
    }
    return Message("visit.letter", facts, paper="reminder_letter")


def _organisation_of(work: Work, matter: Matter) -> str:
    """Whose recommendation it is, by the visit that it comes from: its papers have a form."""
    kind, _, number = matter.about.partition(":")
    codes = {one.id: one.code for one in work.organisations}
    visit = work.visits.get(int(number)) if kind == "visit" else None
    return codes.get(visit.organisation_id, "") if visit else ""


def is_silent(work: Work, matter: Matter) -> bool:
    """Sent, and without an answer for longer than the office waits, or than it was given: then
    those above it are written to."""
    if matter.state != "sent" or matter.sent_at is None:
        return False
    waits = timedelta(work.office_days.all()[ANSWER])
    return matter.is_late(work.now) if matter.due_at else work.now - matter.sent_at > waits


def _is_called(work: Work, matter: Matter) -> bool:
    """They were telephoned first."""
    return is_silent(work, matter) and work.matters.was(matter.id, "called")


def _asked(work: Work, matter: Matter) -> dict[str, Any]:
    words = work.matters.opening(matter.id)
    paper = {"paper": matter.paper, "day": matter.paper_day}
    return {**paper, "basis": work.matters.said_with(matter.id, BASIS) or None, "what": words}
