"""A matter: what somebody must answer or do, followed step by step to its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from domain.access import Duty, Hand, Role
from domain.calendar import DAY, WorkingCalendar
from domain.issued import check_issued
from domain.periods import local
from domain.refusals import Refusal
from domain.unkept import Unkept

WORDS_LETTERS = 500
PAPER_LETTERS = 40


class Need(StrEnum):
    """What a step cannot be taken without. The list is closed: a kind that needs another twice
    gets a room of its own."""

    NUMBER = "number"
    """The number and day of the paper."""
    ANSWER = "answer"
    """Words: an answer, a reason."""
    EVIDENCE = "evidence"
    RETURN = "return"
    """The day on which it comes back."""
    SECOND = "second"
    """Somebody else than whoever took the step before."""
    BODY = "body"
    OWNER = "owner"
    LIMIT = "limit"


TYPED = (Need.NUMBER, Need.ANSWER, Need.RETURN, Need.EVIDENCE)
"""What is asked when the step is tapped; a step has at most one of them."""
ASSIGNED = frozenset({Need.OWNER, Need.BODY, Need.LIMIT})
"""What is there before a step is taken: whoever assigns says it."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many days from the day on which a matter comes into a state."""

    days: int
    working: bool = False
    setting: str = ""
    """Of the office's days (`domain/office_days.py`) the one that stands for `days`."""

    def counted_from(self, now: datetime, calendar: WorkingCalendar) -> datetime:
        today = local(now, calendar.zone).date()
        if self.working:
            return calendar.due(calendar.add_days(today, self.days))
        return calendar.due(today + self.days * DAY)


@dataclass(frozen=True, slots=True)
class Step:
    """One way on: from where, to where, by whose hand (the first is whose turn it is), what it
    needs, whom it rings, what it sets off elsewhere (`sets_off` of the room that does it).
    Whoever has a hand of `unless` takes another one."""

    event: str
    come_from: tuple[str, ...]
    to: str
    by: tuple[Hand, ...]
    needs: tuple[Need, ...] = ()
    rings: tuple[Hand, ...] = ()
    sets_off: str = ""
    unless: tuple[Hand, ...] = ()
    asked_as: str = ""
    """Which text asks for its words, where they are read further: a row of `matter.wants`."""

    @property
    def asks(self) -> Need | None:
        """What is to be typed or sent with it."""
        return next((need for need in TYPED if need in self.needs), None)


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list: one of it is guessed from words, shown on the card, put right by a tap or a
    line. `said_as` is where the texts call them, `by` who puts it right, `states` in which."""

    sort: str
    among: tuple[str, ...]
    said_as: str
    by: tuple[Hand, ...]
    read_at: str = "raised"
    """The event whose words say it."""
    states: tuple[str, ...] = ()
    """Any, where none is named."""

    def may_stand(self, matter: "Matter") -> bool:
        return matter.is_open and (not self.states or matter.state in self.states)


@dataclass(frozen=True, slots=True)
class Note:
    """What is typed beside the steps and stands on the card as it was said last: words of a row of
    the journal."""

    event: str
    letters: int
    by: tuple[Hand, ...]
    asked_in: str = ""
    """The state in which the card asks for it."""
    a_number: bool = False

    def check(self, said: str, code: str) -> None:
        if self.a_number and (" " in said or not any(map(str.isdigit, said))):
            raise Refusal(f"{self.event}_form", code=code)
        if not said:
            raise Refusal("words_needed")


@dataclass(frozen=True, slots=True)
class MatterKind:
    """A kind of matter. Its words are texts by kind and state, its code begins with `prefix`.

    `limits` say how long a state may last; where there are none, people set the limit. `ends` are
    its closed states, each with all that a matter has been given on whatever way to it. Those in
    `reads` see its card, those in `words` what was said in it.
    """

    code: str
    prefix: str
    duty: Duty | None
    raised_by: tuple[Hand, ...]
    begins: str
    ends: Mapping[str, frozenset[Need]]
    steps: tuple[Step, ...]
    keeps: int
    """So many days its words are kept once it is closed."""
    limits: Mapping[str, Limit] = field(default_factory=dict)
    reads: tuple[Hand, ...] = (Hand.RAISER, Hand.OWNER, Hand.DUTY, Hand.OFFICE, Hand.LEADER)
    words: tuple[Hand, ...] = (Hand.ANYBODY,)
    assigns: tuple[Hand, ...] = (Hand.DUTY_HEAD, Hand.OFFICE)
    """Who says whose it is, to whom it goes, and until when."""
    unwords: tuple[Hand, ...] = (Hand.RAISER, Hand.DUTY, Hand.DUTY_HEAD, Hand.OFFICE)
    """Who takes words out that name somebody, where they may read them."""
    labels: tuple[Labels, ...] = ()
    notes: tuple[Note, ...] = ()
    names_body: bool = False
    """A body that its words name is the one to whom it goes."""
    own: bool = False
    """Whoever raises it has it in hand, until it is given to somebody."""
    apart: bool = False
    """Its room tells it in a section of the report of its own."""
    unsaid: tuple[str, ...] = ()
    """States in which it is told nowhere as something that came."""
    given_at_once: bool = True
    """Whose it is and until when may stand in the words that raise it."""
    raiser_confirms: bool = True
    """Whether whoever raised it may be the second that a step needs."""
    unkept: frozenset[Unkept] = frozenset()
    """What is kept of nobody in its words, the later ones too; of what tells of the field."""
    replies: tuple[str, ...] = ()
    """Steps that words right under its card take, for whoever may; else they are a note."""
    goes_up: int | None = None
    """So many working days after its limit the leaders hear, once, that nobody has answered."""
    ages: tuple[int, int] | None = None
    """Open for so many days it is old, then very old, also where it has no limit."""
    numbered: bool = False
    """The report numbers them: listed as they were raised, and what is put off comes after."""
    owned_by: Role | None = None
    """Only somebody with this role may be its owner; anybody, where none is named."""

    def step(self, event: str) -> Step:
        found = next((step for step in self.steps if step.event == event), None)
        if found is None:
            raise Refusal("unknown_button")
        return found

    def labels_of(self, sort: str) -> Labels | None:
        return next((one for one in self.labels if one.sort == sort), None)

    def note(self, event: str) -> Note | None:
        return next((one for one in self.notes if one.event == event), None)

    @property
    def is_led(self) -> bool:
        """Whether it matters who concludes for the leaders, or whose work it is about."""
        return any({Hand.CHAIR, Hand.ASSIGNER} & {*step.by} for step in self.steps)

    def ways_on(self, state: str) -> list[Step]:
        return [step for step in self.steps if state in step.come_from]

    def here(self, days: Mapping[str, int]) -> "MatterKind":
        """With the limits that an office has set."""
        limits = {
            state: replace(limit, days=days.get(limit.setting, limit.days))
            for state, limit in self.limits.items()
        }
        return replace(self, limits=limits)

    def turns(self, state: str) -> list[Hand]:
        """Whose turn it may be in a state, the likeliest first; nobody's at its end."""
        ways = [] if state in self.ends else self.ways_on(state)
        return list(dict.fromkeys(hand for step in ways for hand in step.by))


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter. Times are UTC; its words and its history stand elsewhere."""

    id: int
    kind: str
    code: str
    state: str
    raised_at: datetime
    raised_by: int | None = None
    about: str = ""
    theme_id: int | None = None
    body_id: int | None = None
    locality_id: int | None = None
    owner_id: int | None = None
    owner_unit_id: int | None = None
    weight: int = 1
    paper: str = ""
    paper_day: date | None = None
    sent_at: datetime | None = None
    due_at: datetime | None = None
    returns_on: date | None = None
    closed_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def has_owner(self) -> bool:
        return self.owner_id is not None or self.owner_unit_id is not None

    def age(self, now: datetime) -> int:
        """Days since it was sent, or raised."""
        return (now - (self.sent_at or self.raised_at)).days

    def is_late(self, now: datetime) -> bool:
        return self.is_open and self.due_at is not None and now > self.due_at


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with a step: words, a paper's number and day, the day it returns on, whether
    something is attached, and whether somebody else took the step before."""

    words: str = ""
    paper: str = ""
    paper_day: date | None = None
    returns_on: date | None = None
    evidence: bool = False
    second: bool = True
    labels: Mapping[str, str] = field(default_factory=dict)
    """What its words say of each sort."""
    due: datetime | None = None
    """Until when an answer is asked for, where it was said with the paper."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Whose it becomes, to whom it goes in what words, and until when, as it was said; `called`
    are words that name nobody for certain, `no_limit` a limit that is no sure day."""

    person_id: int | None = None
    unit_id: int | None = None
    to: str = ""
    due: datetime | None = None
    called: str = ""
    no_limit: bool = False

    @property
    def is_somebody(self) -> bool:
        return self.person_id is not None or self.unit_id is not None


NOBODY = Assigned()


def missing(matter: Matter, step: Step, given: Given, today: date) -> list[Need]:
    """What the step still needs."""
    there = {
        Need.NUMBER: bool(given.paper and given.paper_day),
        Need.ANSWER: bool(given.words.strip()),
        Need.EVIDENCE: given.evidence,
        Need.RETURN: given.returns_on is not None and given.returns_on > today,
        Need.SECOND: given.second,
        Need.BODY: matter.body_id is not None,
        Need.OWNER: matter.has_owner,
        Need.LIMIT: matter.due_at is not None,
    }
    return [need for need in step.needs if not there[need]]


def check_way(matter: Matter, step: Step) -> None:
    if not matter.is_open and matter.state not in step.come_from:
        raise Refusal("matter_closed", code=matter.code, state=f"{matter.kind}.{matter.state}")
    if matter.state not in step.come_from:
        raise Refusal("matter_moved_on", code=matter.code)


def take(
    kind: MatterKind,
    matter: Matter,
    step: Step,
    given: Given,
    now: datetime,
    calendar: WorkingCalendar,
) -> Matter:
    """The matter after a step; refused where it leads nowhere from here, or lacks something."""
    check_way(matter, step)
    today = local(now, calendar.zone).date()
    if Need.NUMBER in step.needs:
        check_issued(given.paper_day, today)
    lacks = missing(matter, step, given, today)
    if lacks:
        raise Refusal("matter_needs", code=matter.code, need=lacks[0].value)
    return replace(
        matter,
        state=step.to,
        paper=given.paper if Need.NUMBER in step.needs else matter.paper,
        paper_day=given.paper_day if Need.NUMBER in step.needs else matter.paper_day,
        sent_at=now if Need.NUMBER in step.needs else matter.sent_at,
        due_at=given.due or _due_after(kind, matter, step, now, calendar),
        returns_on=given.returns_on if Need.RETURN in step.needs else None,
        closed_at=now if step.to in kind.ends else None,
        version=matter.version + 1,
    )


def _due_after(
    kind: MatterKind, matter: Matter, step: Step, now: datetime, calendar: WorkingCalendar
) -> datetime | None:
    """A step that stays where it was moves no limit; what is put off has none but its day. What
    people said before a limit began to count stands."""
    if Need.RETURN in step.needs:
        return None
    if not kind.limits or step.to == matter.state:
        return matter.due_at
    limit = kind.limits.get(step.to)
    if limit and matter.due_at and not kind.limits.get(matter.state) and matter.due_at > now:
        return matter.due_at
    return limit.counted_from(now, calendar) if limit else None
