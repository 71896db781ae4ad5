"""Who may do what. The only table of rights in the project; of whose things, a rule beside the
thing says, named here at its right."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.periods import OFFICE_ZONE
from domain.refusals import Refusal


class Permission(StrEnum):
    TALK = "talk"
    ARRIVE = "arrive"
    OWN_WORK = "work.own"
    ASSIGN = "work.assign"
    READ_WORK = "work.read"
    DECIDE_WORK = "work.decide"
    """Give, see, approve, hand over; whose work: `domain/assignment_rights.py`."""
    RECORD_FOR_OTHERS = "work.record_for_others"
    PLAN_ACTIVITY = "activity.plan"
    """Plan, open, change, postpone, cancel; which ones: `may_lead` in `domain/activities.py`."""
    REGISTER = "activity.register"
    REGISTER_GROUP = "activity.register_group"
    REPORT_TURNOUT = "turnout.report"
    """At which points: `may_report` in `domain/turnout.py`."""
    LOCK_TURNOUT = "turnout.lock"
    SEE_VOLUNTEERS = "volunteers.see"
    """Of which activities: `may_lock`, `may_see_names` in `domain/activities.py`."""
    READ_DIGEST = "digest.read"
    APPROVE_DIGEST = "digest.approve"
    FOLLOW_MATTERS = "matters.follow"
    """Raise, read, step; which kind, and which step of it: `hands_of` below, and each kind's own
    row in `domain/matter_kinds.py`."""
    SUPERVISE = "supervision"
    """Propose, see, lead visits; which: `hands_of` below, and each step's row in
    `domain/visits.py`."""
    MANAGE_PEOPLE = "people.manage"
    SEE_SCHEDULE = "schedule.see"
    RUN_TIMETABLE = "timetable.run"


class Role(StrEnum):
    """Roles are grants with dates, not job titles."""

    STRANGER = "stranger"
    VOLUNTEER = "volunteer"
    POINT_LEADER = "point_leader"
    """Never granted: whoever on the roster leads a point has it."""
    BASE = "base"
    STAFF = "staff"
    DEPUTY_HEAD = "deputy_head"
    HEAD = "head"
    OFFICE_ADMIN = "office_admin"
    LEADER = "leader"
    SYSADMIN = "sysadmin"
    CLOCK = "clock"
    OPERATOR = "operator"


class Hand(StrEnum):
    """By what somebody has a hand in a thing that is followed to its end."""

    ANYBODY = "anybody"
    """Whoever may follow matters at all."""
    RAISER = "raiser"
    OWNER = "owner"
    BESIDE = "beside"
    """Helps with the task."""
    DUTY = "duty"
    DUTY_HEAD = "duty_head"
    OFFICE = "office"
    LEADER = "leader"
    CHAIR = "chair"
    """Who concludes for the leaders: whoever carries that duty, each leader where nobody does."""
    ASSIGNER = "assigner"
    """Who gave the work that it is about: of their own work their yes suffices."""
    PAPERS = "papers"
    """Who numbers the papers that go out."""
    CLOCK = "clock"


class Duty(StrEnum):
    """What a section or one person answers for, beside the roles: the office says who."""

    SUPERVISION = "supervision"
    OPINIONS = "opinions"
    MOVEMENTS = "movements"
    TRAINING = "training"
    CHAIR = "chair"
    DOCUMENTS = "documents"


CHANGES_BODIES = frozenset({Hand.OFFICE, Hand.DUTY_HEAD})
"""Who puts the name of a body outside right: the office, and whoever decides in supervision."""
OF_ONE_LEADER = frozenset({Duty.CHAIR})
"""No section carries these, only one of the leaders."""
P = Permission
_VOLUNTEER = frozenset({P.TALK, P.ARRIVE, P.REGISTER})
_BASE = _VOLUNTEER | {
    P.OWN_WORK,
    P.REGISTER_GROUP,
    P.REPORT_TURNOUT,
    P.SEE_SCHEDULE,
    P.FOLLOW_MATTERS,
}
_STAFF = _BASE | {P.PLAN_ACTIVITY, P.SUPERVISE}
_HEAD = _STAFF | {
    P.ASSIGN,
    P.READ_WORK,
    P.DECIDE_WORK,
    P.LOCK_TURNOUT,
    P.READ_DIGEST,
    P.SEE_VOLUNTEERS,
}
_OFFICE_ADMIN = _HEAD | {P.RECORD_FOR_OTHERS, P.APPROVE_DIGEST, P.MANAGE_PEOPLE}
_LEADER = (_HEAD - {P.REPORT_TURNOUT, P.LOCK_TURNOUT}) | {P.APPROVE_DIGEST}

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.STRANGER: frozenset({P.TALK, P.ARRIVE, P.REGISTER}),
    Role.VOLUNTEER: _VOLUNTEER,
    Role.POINT_LEADER: _VOLUNTEER | {P.REPORT_TURNOUT},
    Role.BASE: _BASE,
    Role.STAFF: _STAFF,
    Role.DEPUTY_HEAD: _HEAD,
    Role.HEAD: _HEAD,
    Role.OFFICE_ADMIN: _OFFICE_ADMIN,
    Role.LEADER: _LEADER,
    Role.SYSADMIN: frozenset({P.TALK}),
    Role.CLOCK: frozenset({P.RUN_TIMETABLE}),
    Role.OPERATOR: frozenset({P.MANAGE_PEOPLE}),
}
"""What only some may do with some things (own unit, own points, approver)
is ownership, and a rule beside the thing refuses it."""


@dataclass(frozen=True)
class Actor:
    """Whoever is asking, inside one office.

    `units` are the sections they head, `organisations` those they belong to,
    `localities` those they answer for; `duties` are carried by their section or by themselves,
    `leads` those of them that they decide in; `stands_for` whose work they do while those are
    away, `decides_for` whose decisions.
    """

    office_id: int
    person_id: int | None
    roles: frozenset[Role]
    units: frozenset[int] = frozenset()
    organisations: frozenset[int] = frozenset()
    localities: frozenset[int] = frozenset()
    duties: frozenset[Duty] = frozenset()
    leads: frozenset[Duty] = frozenset()
    stands_for: frozenset[int] = frozenset()
    decides_for: frozenset[int] = frozenset()
    locale: str = "vi"
    address: str = "dong_chi"
    name: str = ""
    subject: str = ""
    zone: ZoneInfo = OFFICE_ZONE
    """By whose clock they are spoken to: the office's."""
    known_in: int = 0
    """The office that they were recognised in, which `zone` is of."""

    def may(self, permission: Permission) -> bool:
        return any(permission in GRANTS[role] for role in self.roles)

    def require(self, permission: Permission) -> None:
        if not self.may(permission):
            raise Refusal("no_permission", permission=permission.value)

    def is_any(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @cached_property
    def me(self) -> int:
        """The person's id; a stranger has none and is refused."""
        if self.person_id is None:
            raise Refusal("unknown_person")
        return self.person_id


def holders(permission: Permission) -> Iterable[Role]:
    """Which roles hold a right, for saying who could help."""
    return (role for role, rights in GRANTS.items() if permission in rights)


def operator_of(office_id: int) -> Actor:
    """Whoever sits at the machine and lets the first people in."""
    return Actor(office_id, None, frozenset({Role.OPERATOR}), subject="operator")


def clock_of(office_id: int, zone: ZoneInfo = OFFICE_ZONE) -> Actor:
    """The office's own timetable, acting by itself."""
    return Actor(office_id, None, frozenset({Role.CLOCK}), zone=zone)


def hands_of(
    actor: Actor,
    duty: Duty | None,
    raised_by: int | None = None,
    owner_id: int | None = None,
    owner_unit_id: int | None = None,
    assigner_id: int | None = None,
    chairs: Collection[int] = (),
) -> frozenset[Hand]:
    """Every hand that somebody has in a thing: by their roles, the duty that it belongs to, and
    what is theirs in it. A section's own is its head's."""
    me = actor.person_id
    decides_as = {me, *actor.decides_for} - {None}
    held = {
        Hand.ANYBODY: actor.may(Permission.FOLLOW_MATTERS),
        Hand.RAISER: me is not None and me == raised_by,
        Hand.OWNER: (me is not None and me == owner_id)
        or owner_id in actor.stands_for
        or owner_unit_id in actor.units,
        Hand.DUTY: duty in actor.duties,
        Hand.DUTY_HEAD: duty in actor.leads,
        Hand.OFFICE: actor.is_any(Role.OFFICE_ADMIN),
        Hand.LEADER: actor.is_any(Role.LEADER),
        Hand.CHAIR: bool(decides_as & {*chairs}) or (not chairs and actor.is_any(Role.LEADER)),
        Hand.ASSIGNER: assigner_id in decides_as,
        Hand.PAPERS: Duty.DOCUMENTS in actor.duties,
        Hand.CLOCK: actor.is_any(Role.CLOCK),
    }
    return frozenset(hand for hand, is_held in held.items() if is_held)
