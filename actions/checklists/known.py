"""Whose hand is in a checklist, and what hangs on its items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from actions.assignments.cards import helps
from actions.office.unannounced import may_know, may_read_drafts
from domain.access import Hand, Permission, hands_of
from domain.checklist_kinds import kind_of
from domain.checklists import ListItem, ListKind, Marks, Mode, lacking
from domain.refusals import Refusal
from storage import Work
from storage.checklists import Checking

P = Permission
TASK = "assignment"


@dataclass(frozen=True)
class Begun:
    """A checklist with its items and how they stand, or stood at a moment: what was marked since
    then was not there."""

    work: Work
    row: Checking
    until: datetime | None = None

    @property
    def now(self) -> datetime:
        return self.until or self.work.now

    @property
    def kind(self) -> ListKind:
        return kind_of(self.row.kind)

    @cached_property
    def items(self) -> list[ListItem]:
        return self.work.checklists.items_of(self.row.id)

    @cached_property
    def marks(self) -> Marks:
        marks = self.work.checklists.marks(self.row.id)
        return {item: mark for item, mark in marks.items() if mark.at <= self.now}

    @cached_property
    def hands(self) -> frozenset[Hand]:
        """Of what is looked at on a visit that the actor may not know of, none."""
        about = self.row.about
        if not (may_know(self.work, about) and may_read_drafts(self.work, about)):
            return frozenset()
        if self.row.about.startswith(TASK) and self.kind.duty is None:
            return hands_about(self.work, self.row.about)
        return hands_of(self.work.actor, self.kind.duty, self.row.begun_by, self._here)

    @property
    def is_open(self) -> bool:
        """What was recognised is open again when it no longer holds."""
        claimed = self.kind.mode is Mode.CLAIM
        return self.row.is_open or (
            claimed and bool(lacking(self.kind, self.items, self.marks, self.now))
        )

    @property
    def _here(self) -> int | None:
        """Whoever answers for the place has it as their own."""
        actor = self.work.actor
        return actor.person_id if self.row.locality_id in actor.localities else None

    def may(self, by: Sequence[Hand]) -> bool:
        return not self.hands.isdisjoint(by)


def hands_about(work: Work, about: str) -> frozenset[Hand]:
    """What is nobody's duty belongs to the people of the task that it is about."""
    task = work.assignments.get(number_of(about))
    held = hands_of(work.actor, None, task.assigner_id, task.lead_id, task.unit_id)
    beside = work.actor.person_id is not None and helps(work, task)
    return held | {Hand.BESIDE} if beside else held


def number_of(about: str) -> int:
    return int(about.partition(":")[2])


def seen(work: Work, checking_id: int) -> Begun:
    """One that the actor may see; to everybody else there is none."""
    found = Begun(work, work.checklists.get(checking_id))
    if not found.may(found.kind.reads):
        raise Refusal("not_found")
    return found


def must(work: Work, checking_id: int, by: str) -> Begun:
    """One that is open, in which the actor may do this (`marks`, `judges`, `closes`)."""
    found = seen(work, checking_id)
    if not found.may(getattr(found.kind, by)):
        raise Refusal("checklist_not_yours", code=found.row.code)
    if not found.is_open and by != "marks":
        raise Refusal("checklist_closed", code=found.row.code)
    return found


def may_begin(work: Work, kind: ListKind) -> bool:
    own = work.actor.person_id if work.actor.localities else None
    return not hands_of(work.actor, kind.duty, None, own).isdisjoint(kind.begins)


def must_begin(work: Work, kind: ListKind) -> None:
    if not may_begin(work, kind):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
