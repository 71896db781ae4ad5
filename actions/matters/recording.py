"""Somebody raises a matter in one line: whose it is, from whom and until when may stand in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.desk import action
from actions.matters.cards import refresh, show
from actions.matters.known import handed_on, may_give, whose_turn
from actions.matters.raising import TOPIC, New, begin, must_raise
from actions.matters.stepping import move
from domain.access import Permission
from domain.calendar import DAY
from domain.evidence import Proof
from domain.letters import Message, toast
from domain.matters import NOBODY, WORDS_LETTERS, Assigned, Given, Matter, MatterKind
from domain.names import clean_lines
from storage import Work
from storage.lookups import BODY

P = Permission


@action(needs=P.FOLLOW_MATTERS)
def raise_matter(
    work: Work,
    code: str,
    words: str,
    proof: Proof | None = None,
    labels: Mapping[str, str] | None = None,
    weight: int = 1,
    said: Assigned = NOBODY,
) -> Message:
    """One line is enough; a photo may come along; whose it is and until when may stand in it."""
    kind = must_raise(work, code)
    if not proof and (before := _said_before(work, kind, words)):
        return toast("matter.said_before", code=before.code)
    known = said if may_give(work, kind) else NOBODY
    owner = known.person_id if not kind.owned_by else None
    new = New(
        words, owner_id=owner, labels=labels or {}, weight=weight, due=_ahead(work, said.due)
    )
    matter = _with_body(work, kind, begin(work, kind, new))
    if proof and proof.file_id:
        work.attachments.add(f"matter:{matter.id}", proof, work.now)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    if owner and (step := handed_on(work, matter)):
        matter = move(work, matter, step, Given(due=new.due))
    show(work, matter)
    names = work.people.names(*whose_turn(work, matter))
    return toast("matter.raised", code=matter.code, names=names, **_unsaid(work, kind, said))


def _said_before(work: Work, kind: MatterKind, words: str) -> Matter | None:
    """The very same words of the same person a moment ago: a bad line sent them twice."""
    return next(
        (
            one
            for one in work.matters.open()
            if (one.kind, one.raised_by) == (kind.code, work.actor.me)
            and work.now - one.raised_at <= DAY
            and clean_lines(words, WORDS_LETTERS) in work.matters.said(one.id).values()
        ),
        None,
    )


def _ahead(work: Work, due: datetime | None) -> datetime | None:
    return due if due and due > work.now else None


def _with_body(work: Work, kind: MatterKind, matter: Matter) -> Matter:
    """The one body of the office's list that its words name by its whole name."""
    said = " ".join(work.matters.said(matter.id).values()) if kind.names_body else ""
    named = work.lookups.named_in(BODY, said)
    if len(named) != 1:
        return matter
    found = replace(matter, body_id=next(iter(named)))
    work.matters.save(found)
    refresh(work, found)
    return found


def _unsaid(work: Work, kind: MatterKind, said: Assigned) -> dict[str, Any]:
    """What was spoken of and not understood: it is asked under the card."""
    no_limit = said.no_limit or (said.due and _ahead(work, said.due) is None)
    return {
        "unclear": "limit" if no_limit and kind.begins not in kind.limits else None,
        "who": said.called if said.called and may_give(work, kind) else None,
    }
