"""An assignment: its states, and what may happen to it in each of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.refusals import Refusal

TITLE_LETTERS = 120
BECAME_WORK = "became_work"
"""What the journal calls it when something that was raised becomes somebody's work."""
REOPEN_WITHIN = timedelta(days=14)


class Status(StrEnum):
    ASSIGNED = "assigned"
    DOING = "doing"
    REVIEW = "review"
    DONE = "done"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


UNDER_WAY = (Status.ASSIGNED, Status.DOING)
OPEN = (Status.ASSIGNED, Status.DOING, Status.REVIEW)


class Evidence(StrEnum):
    """What a report of completion must bring."""

    NONE = "none"
    PHOTO = "photo"
    FILE = "file"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One piece of work with exactly one lead. Times are UTC; `original_due` never changes."""

    id: int
    code: str
    number: int
    title: str
    expected: str
    assigner_id: int
    lead_id: int
    approver_id: int
    original_due: datetime
    due_at: datetime
    issued_at: datetime
    unit_id: int | None = None
    content: str = ""
    source: str = ""
    urgent: bool = False
    urgent_reason: str = ""
    evidence: Evidence = Evidence.NONE
    expects_at: datetime | None = None
    state: Status = Status.ASSIGNED
    percent: int = 0
    blocked: str = ""
    extensions: int = 0
    reworks: int = 0
    accepted_at: datetime | None = None
    submitted_at: datetime | None = None
    closed_at: datetime | None = None
    ended_at: datetime | None = None
    result: str = ""
    suspended_from: Status | None = None
    group_id: int | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def under_way(self) -> bool:
        return self.state in UNDER_WAY

    def overdue(self, now: datetime) -> bool:
        """In review it never is: the approver holds it."""
        return self.under_way and now > self.due_at

    @property
    def on_time(self) -> bool | None:
        """By the deadline in force when the report was sent; None before that."""
        return None if self.submitted_at is None else self.submitted_at <= self.due_at


def check_new(title: str, due: datetime, now: datetime, urgent: bool, reason: str) -> None:
    """What an assignment needs before it may be issued."""
    if not 1 <= len(title) <= TITLE_LETTERS:
        raise Refusal("title_needed", most=TITLE_LETTERS)
    if due <= now:
        raise Refusal("due_past", due=due)
    if urgent and not reason:
        raise Refusal("urgent_reason_needed")


def _only(a: Assignment, *states: Status) -> None:
    if a.state not in states:
        raise Refusal("work_is_" + a.state.value, code=a.code)


def _reason(text: str) -> str:
    if not text.strip():
        raise Refusal("reason_needed")
    return text


def _next(a: Assignment, **changes: object) -> Assignment:
    return replace(a, version=a.version + 1, **changes)  # type: ignore[arg-type]


def accept(a: Assignment, now: datetime, expects: datetime | None = None) -> Assignment:
    """With the day that the lead promises, if it is within the limit."""
    if a.state is Status.DOING:
        raise Refusal("already_accepted", code=a.code, due=a.due_at)
    _only(a, Status.ASSIGNED)
    promised = expects if expects and now < expects <= a.due_at else a.expects_at
    return _next(a, state=Status.DOING, accepted_at=now, expects_at=promised)


def hand_over(a: Assignment, lead_id: int, unit_id: int | None, reason: str) -> Assignment:
    """Give it to somebody else, who has yet to accept it."""
    _only(a, *UNDER_WAY)
    _reason(reason)
    if lead_id == a.lead_id:
        raise Refusal("same_lead", code=a.code)
    return _next(
        a,
        lead_id=lead_id,
        unit_id=unit_id,
        state=Status.ASSIGNED,
        accepted_at=None,
        expects_at=None,
        blocked="",
    )


def progress(a: Assignment, percent: int, now: datetime) -> Assignment:
    """Whoever reports progress has accepted."""
    _only(a, *UNDER_WAY)
    if not 0 <= percent <= 100:
        raise Refusal("percent_odd", percent=percent)
    accepted = a.accepted_at or now
    return _next(a, state=Status.DOING, accepted_at=accepted, percent=percent)


def block(a: Assignment, why: str, now: datetime) -> Assignment:
    _only(a, *UNDER_WAY)
    accepted = a.accepted_at or now
    return _next(a, state=Status.DOING, accepted_at=accepted, blocked=_reason(why))


def unblock(a: Assignment) -> Assignment:
    _only(a, Status.DOING)
    if not a.blocked:
        raise Refusal("not_blocked", code=a.code)
    return _next(a, blocked="")


def expect(a: Assignment, day: datetime) -> Assignment:
    """The lead's own date; the deadline stays the assigner's."""
    _only(a, *UNDER_WAY)
    return _next(a, expects_at=day)


def check_report(a: Assignment, text: str, kinds: set[str]) -> None:
    """What a report of completion must have: words or something to see, and the evidence."""
    _only(a, *UNDER_WAY)
    if not text and not kinds:
        raise Refusal("result_needed", code=a.code)
    wanted = {Evidence.PHOTO: {"photo"}, Evidence.FILE: {"file", "photo"}}.get(a.evidence)
    if wanted and not wanted & kinds:
        raise Refusal("evidence_needed", code=a.code, evidence=a.evidence.value)
    _check_figures(a, text)


def _check_figures(a: Assignment, text: str) -> None:
    if a.evidence is Evidence.FIGURES and not any(c.isdigit() for c in text):
        raise Refusal("figures_needed", code=a.code)


def submit(a: Assignment, text: str, kinds: set[str], now: datetime) -> Assignment:
    """Report it done. People answer «xong» without having accepted: then they have."""
    check_report(a, text, kinds)
    return _next(
        a,
        state=Status.REVIEW,
        accepted_at=a.accepted_at or now,
        submitted_at=now,
        blocked="",
        result=text,
    )


def _unfinished(a: Assignment) -> int:
    """What is to be done again is not «100 %»: how much of it, the lead has yet to say."""
    return a.percent if a.percent < 100 else 0


def take_back(a: Assignment, blocked: str = "") -> Assignment:
    """The lead's own report comes back, where nobody has judged it; what stood in the way, and
    was never taken away, stands there again."""
    _only(a, Status.REVIEW)
    return _next(a, state=Status.DOING, submitted_at=None, result="", blocked=blocked)


def correct(a: Assignment, text: str) -> Assignment:
    """Other words for the result that waits; when it was reported stays."""
    _only(a, Status.REVIEW)
    _check_figures(a, text)
    return _next(a, result=text)


def approve(a: Assignment, now: datetime) -> Assignment:
    _only(a, Status.REVIEW)
    return _next(a, state=Status.DONE, closed_at=now)


def send_back(
    a: Assignment, comment: str, due: datetime | None, now: datetime, blocked: str = ""
) -> Assignment:
    """Return it for rework, with a comment and, where wanted, a new deadline; what stood in the
    way before the report stands there again."""
    _only(a, Status.REVIEW)
    _reason(comment)
    if due is not None and due <= now:
        raise Refusal("due_past", due=due)
    return _next(
        a,
        state=Status.DOING,
        submitted_at=None,
        percent=_unfinished(a),
        reworks=a.reworks + 1,
        due_at=due or a.due_at,
        blocked=blocked,
    )


def check_extension(a: Assignment, due: datetime, now: datetime) -> None:
    _only(a, *UNDER_WAY)
    if due <= now:
        raise Refusal("due_past", due=due)
    if due <= a.due_at:
        raise Refusal("due_not_later", due=a.due_at)


def extend(a: Assignment, due: datetime, now: datetime) -> Assignment:
    """The assigner agrees to another day; `original_due` stays."""
    check_extension(a, due, now)
    return _next(a, due_at=due, extensions=a.extensions + 1)


def as_before_more_time(a: Assignment, due: datetime) -> Assignment:
    """It was agreed by mistake."""
    return _next(a, due_at=due, extensions=a.extensions - 1)


def move_due(a: Assignment, due: datetime, now: datetime) -> Assignment:
    """The assigner moves the deadline; it counts as no extension."""
    _only(a, *UNDER_WAY)
    if due <= now:
        raise Refusal("due_past", due=due)
    if due == a.due_at:
        raise Refusal("due_same", code=a.code, due=due)
    return _next(a, due_at=due)


def suspend(a: Assignment, reason: str) -> Assignment:
    _only(a, *OPEN)
    _reason(reason)
    return _next(a, state=Status.SUSPENDED, suspended_from=a.state)


def resume(a: Assignment) -> Assignment:
    _only(a, Status.SUSPENDED)
    return _next(a, state=a.suspended_from or Status.ASSIGNED, suspended_from=None)


def cancel(a: Assignment, reason: str, now: datetime) -> Assignment:
    _only(a, *OPEN, Status.SUSPENDED)
    _reason(reason)
    return _next(a, state=Status.CANCELLED, ended_at=now, suspended_from=None)


def reopen(a: Assignment, reason: str, now: datetime) -> Assignment:
    """A mistake in the approval: back to work, within a fortnight."""
    _only(a, Status.DONE)
    _reason(reason)
    if a.closed_at is None or now - a.closed_at > REOPEN_WITHIN:
        raise Refusal("reopen_too_late", code=a.code, days=REOPEN_WITHIN.days)
    return _next(a, state=Status.DOING, closed_at=None, submitted_at=None, percent=_unfinished(a))
