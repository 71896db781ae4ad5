"""The sample's programme of the year and its recommendations, as they stand in week 47."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.calendar import DAY
from domain.matter_kinds import RECOMMENDATION
from domain.periods import at
from domain.visits import MERGED, Species, Visit
from storage.lookups import BODY, THEME
from storage.visits import Proposal

SPECIES = {"giam_sat": Species.SUPERVISION, "kiem_tra": Species.INSPECTION}
STAGES = {
    "da_ket_thuc": "closed",
    "dang_thuc_hien": "planned",
    "trong_chuong_trinh": "settled",
    "gop": MERGED,
}
PROPOSER, SENT_BEFORE, ANSWER_WITHIN = "CB19", 60, 20
PROPOSED_BEFORE, MERGED_BEFORE = timedelta(days=330), timedelta(days=300)


def load_supervision(sample: Sample) -> None:
    known: dict[str, Visit] = {}
    for row in sample.data["supervision"]:
        known[row["code"]] = _visit(sample, row)
    for row in sample.data["supervision"]:
        _settle(sample, row, known)
    _recommendations(sample)


def _listed(sample: Sample, sort: str, name: str) -> int:
    found = sample.work.lookups.find(sort, name)
    return found[0].id if found else sample.work.lookups.add(sort, name, sample.since)


def _visit(sample: Sample, row: Mapping[str, Any]) -> Visit:
    """The file names its month; the thirteenth is the first of the year after."""
    year = date.fromisoformat(sample.data["anchor"][:10]).year
    first = _month(year, row["month"])
    last = _month(year, row["month"] + 1) - DAY
    proposal = Proposal(
        SPECIES[row["form"]],
        sample.organisations[row["org"]],
        _listed(sample, THEME, row["theme"]),
        _listed(sample, BODY, row["subject"]),
        first + sample.shift,
        last + sample.shift,
        sample.work.today.year,
        sample.localities.get(row["locality"] or ""),
        row["unannounced"],
    )
    by, proposed = sample.people[PROPOSER], sample.work.now - PROPOSED_BEFORE
    return sample.work.visits.add(proposal, by, proposed, is_told=True)  # all of them were held


def _month(year: int, month: int) -> date:
    years, of_year = divmod(month - 1, 12)
    return date(year + years, of_year + 1, 1)


def _settle(sample: Sample, row: Mapping[str, Any], known: Mapping[str, Visit]) -> None:
    visit, stage = known[row["code"]], STAGES[row["state"]]
    kept, trip = (known.get(row.get(name) or "") for name in ("merged_into", "trip_with"))
    merged = sample.work.now - MERGED_BEFORE if kept else None
    sample.work.visits.save(
        replace(
            visit,
            stage=stage,
            kept_id=kept.id if kept else None,
            trip_id=trip.id if trip else None,
            merged_at=merged,
            done_at=_done(sample, visit) if stage == "closed" else None,
        )
    )


def _done(sample: Sample, visit: Visit) -> datetime:
    """In its own month, and never later than a fortnight ago."""
    ended = at(visit.last, time(), sample.work.zone) - timedelta(days=visit.id % 9)
    return min(ended, sample.work.now - timedelta(days=14))


def _recommendations(sample: Sample) -> None:
    """So many sent, answered, remedied; of the unanswered the first are late."""
    told = sample.data["recommendations"]
    for number in range(told["total"]):
        late = told["answered"] <= number < told["answered"] + told["overdue"]
        _recommend(sample, number < told["answered"], number < told["remedied"], late)


def _recommend(sample: Sample, answered: bool, remedied: bool, late: bool) -> None:
    work, by = sample.work, sample.people[PROPOSER]
    sent = work.now - timedelta(days=SENT_BEFORE if answered or late else ANSWER_WITHIN // 2)
    code = RECOMMENDATION
    state = "closed" if remedied else "answered" if answered else "sent"
    matter = work.matters.add(code.code, code.prefix, code.begins, sent, raised_by=by)
    work.matters.save(
        replace(
            matter,
            state=state,
            body_id=_listed(sample, BODY, sample.data["supervision"][0]["subject"]),
            paper=str(100 + matter.id),
            paper_day=work.day(sent),
            sent_at=sent,
            due_at=None if answered else sent + timedelta(days=ANSWER_WITHIN),
            closed_at=sent + 2 * timedelta(days=ANSWER_WITHIN) if remedied else None,
        )
    )
    steps = ["sent", *(["answered"] if answered else []), *(["closed"] if remedied else [])]
    for days, became in enumerate(steps):
        at = sent + timedelta(days=ANSWER_WITHIN * days)
        event = {"sent": "send", "answered": "answer", "closed": "confirm"}[became]
        work.journal.write(event, "matter", matter.id, at=at, who="clock", became=became)
