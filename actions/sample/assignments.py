"""The sample's assignments: eight weeks of them, each as far as it has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from actions.sample.sample import Sample
from domain.assignments import Assignment, Status
from domain.hours import CUT_OFF_BEFORE, SEND_BEFORE
from domain.work_counts import STOPPED
from storage.completions import Completion

STATES = {
    "da_giao": Status.ASSIGNED,
    "dang_lam": Status.DOING,
    "cho_nghiem_thu": Status.REVIEW,
    "hoan_thanh": Status.DONE,
    "tra_lai": Status.DOING,
    "tam_dung": Status.SUSPENDED,
    "huy": Status.CANCELLED,
}
AGREED_AFTER = timedelta(days=1)
"""The file does not say when an extension was agreed: the day after the work was accepted."""
RETURNED_BEFORE = timedelta(days=1)
"""Nor when a report was returned: the day before the one that passed."""
STOPPED_AFTER = timedelta(days=2)
"""Nor when work was stopped: so long after it was accepted, and before the figures are frozen."""
Row = Mapping[str, Any]


def load_assignments(sample: Sample) -> None:
    for row in sample.data["tasks"]:
        _load(sample, row)


def _load(sample: Sample, row: Row) -> None:
    given, accepted = sample.moment(row["given_at"]), sample.moment_or_none(row["accepted_at"])
    people, assignments = sample.people, sample.work.assignments
    first = assignments.add(
        Assignment(
            id=0,
            code="",
            number=0,
            title=row["title"],
            expected=row["title"],
            source=row["source"],
            assigner_id=people[row["assigner"]],
            lead_id=people[row["lead"]],
            approver_id=people[row["assigner"]],
            unit_id=sample.units[row["unit"]],
            original_due=sample.moment(row["original_due"]),
            due_at=sample.moment(row["original_due"]),
            issued_at=given,
        ),
        number=int(row["code"].rpartition("-")[2]),
        code=row["code"],
    )
    for code in row["supports"]:
        assignments.add_support(first.id, person_id=people[code])
    assignments.add_localities(first.id, (sample.localities[code] for code in row["localities"]))
    _write(sample, first, "issued", given, row["assigner"], became=Status.ASSIGNED)
    if accepted:
        _write(sample, first, "accepted", accepted, row["lead"], became=Status.DOING)
    extended = _extend(sample, row, first, (accepted or given) + AGREED_AFTER)
    stands = _as_it_stands(sample, row, extended)
    if stands.state in STOPPED:
        _stop(sample, row, extended, stands)
    else:
        assignments.save(extended, stands, sample.work.now)
    if accepted:
        percent = 0 if stands.submitted_at else stands.percent
        assignments.stand(replace(stands, state=Status.DOING, percent=percent), accepted)
    _report(sample, row, first.id)


def _stop(sample: Sample, row: Row, a: Assignment, stands: Assignment) -> None:
    at = (stands.accepted_at or a.issued_at) + STOPPED_AFTER
    at = min(at, sample.work.now - CUT_OFF_BEFORE - SEND_BEFORE)
    ended = at if stands.state is Status.CANCELLED else None
    sample.work.assignments.save(a, replace(stands, ended_at=ended), at)
    _write(sample, a, stands.state.value, at, row["assigner"], became=stands.state)


def _extend(sample: Sample, row: Row, a: Assignment, agreed: datetime) -> Assignment:
    """The deadline as it was moved, with the request that led to it."""
    due = sample.moment(row["due_at"])
    if not row["extensions"]:
        return a
    by, requests = sample.people[row["assigner"]], sample.work.requests
    asked = requests.ask(a.id, "extension", a.lead_id, "", agreed - timedelta(hours=2), due)
    requests.decide(asked.id, "granted", by, agreed, due)
    _write(sample, a, "extended", agreed, row["assigner"], facts={"due": due})
    later = replace(a, due_at=due, extensions=row["extensions"], version=a.version + 1)
    return sample.work.assignments.save(a, later, agreed)


def _as_it_stands(sample: Sample, row: Row, a: Assignment) -> Assignment:
    return replace(
        a,
        state=STATES[row["state"]],
        percent=row["percent"],
        blocked=row.get("blocked") or "",
        reworks=row["reworks"],
        accepted_at=sample.moment_or_none(row["accepted_at"]),
        submitted_at=sample.moment_or_none(row["submitted_at"]),
        closed_at=sample.moment_or_none(row["closed_at"]),
        version=a.version + 1,
    )


def _report(sample: Sample, row: Row, assignment_id: int) -> None:
    """The report that was sent, and before it those that were returned."""
    sent = sample.moment_or_none(row["submitted_at"])
    if sent is None:
        return
    for _ in range(row["reworks"]):
        back = sent - RETURNED_BEFORE
        _save_report(sample, row, assignment_id, back, "returned", back + timedelta(hours=2))
    closed = sample.moment_or_none(row["closed_at"])
    _save_report(sample, row, assignment_id, sent, "passed" if closed else "sent", closed)


def _save_report(
    sample: Sample, row: Row, assignment_id: int, sent: datetime, state: str, at: datetime | None
) -> None:
    completions, lead = sample.work.completions, sample.people[row["lead"]]
    draft: Completion = completions.begin(assignment_id, lead, sent)
    by = sample.people[row["assigner"]] if at else None
    completions.save(replace(draft, state=state, sent_at=sent, decided_at=at, decided_by=by))
    a = sample.work.assignments.get(assignment_id)
    sample.work.assignments.stand(replace(a, state=Status.REVIEW), sent)
    _write(sample, a, "submitted", sent, row["lead"], became=Status.REVIEW)
    if at:
        done = state == "passed"
        became = Status.DONE if done else Status.DOING
        event = "approved" if done else "returned"
        sample.work.assignments.stand(replace(a, state=became), at)
        _write(sample, a, event, at, row["assigner"], became=became)


def _write(
    sample: Sample,
    a: Assignment,
    event: str,
    at: datetime,
    by: str,
    became: Status | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    who = sample.work.accounts.subject(sample.people[by])
    state = became.value if became else None
    sample.work.journal.write(event, "assignment", a.id, at=at, who=who, became=state, facts=facts)
