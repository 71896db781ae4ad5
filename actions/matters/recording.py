"""Somebody raises a matter in one line: whose it is, from whom and until when may stand in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.desk import action
from actions.matters.cards import refresh, show
from actions.matters.known import handed_on, may_give, whose_turn
from actions.matters.passing import tell_passed
from actions.matters.raising import TOPIC, New, begin, must_raise
from actions.matters.stepping import move
from domain.access import Permission, Role
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, toast
from domain.matters import NOBODY, WORDS_LETTERS, Assigned, Given, Matter, MatterKind
from domain.names import clean_lines
from domain.refusals import Refusal
from storage import Work
from storage.lookups import BODY

P = Permission
SAY_TO = "matter.say_to"


@action(needs=P.FOLLOW_MATTERS)
def raise_matter(
    work: Work,
    code: str,
    words: str,
    proof: Proof | None = None,
    topic: str = "",
    weight: int = 1,
    said: Assigned = NOBODY,
) -> Message:
    """One line is enough; a photo may come along; whose it is and until when may stand in it."""
    kind = must_raise(work, code)
    if kind.topics and (before := _said_before(work, kind, words)):
        return toast("matter.said_before", code=before.code)
    known = said if may_give(work, kind) else NOBODY
    owner = known.person_id if not kind.owned_by else None
    new = New(words, owner_id=owner, topic=topic, weight=weight, due=_ahead(work, said.due))
    matter = _with_body(work, kind, begin(work, kind, new))
    if proof and proof.file_id:
        work.attachments.add(f"matter:{matter.id}", proof, work.now)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    if owner and (step := handed_on(work, matter)):
        matter = move(work, matter, step, Given(due=new.due))
    show(work, matter)
    names = work.people.names(*whose_turn(work, matter))
    return toast("matter.raised", code=matter.code, names=names, **_unsaid(work, kind, said))


@action(needs=P.FOLLOW_MATTERS)
def ask_to(
    work: Work, code: str, words: str, to: Sequence[int] = (), due: datetime | None = None
) -> Message:
    """A leader's word: read back with whom it is for, the office where it names nobody, and not
    sent yet."""
    must_raise(work, code)
    others = [person for person in to if person != work.actor.person_id]
    until = _ahead(work, due)
    waits = Expectation(SAY_TO, 0, {"kind": code, "words": words, "to": others, "due": until})
    work.expectations.expect(work.actor.me, waits, work.now)
    office = [p.id for p in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
    heard = others or [person for person in office if person != work.actor.person_id]
    facts = {"words": words, "names": work.people.names(*heard), "due": until}
    buttons = ((Press("m.sayto", 0), Press("q.leave", 0, SAY_TO, label="@button.leave")),)
    return Message("matter.ask_to", facts, buttons, topic=f"{SAY_TO}:0")


@action(needs=P.FOLLOW_MATTERS)
def say_to(work: Work) -> Message:
    """«Gửi»: the first has it in hand, the others hear of it."""
    waited = work.expectations.find(work.actor.me, SAY_TO, 0, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, SAY_TO, 0)
    said, to = waited.answers, [int(one) for one in waited.answers["to"]]
    kind = must_raise(work, str(said["kind"]))
    owner = to[0] if to else None
    matter = begin(work, kind, New(str(said["words"]), owner_id=owner, due=said["due"]))
    show(work, matter)
    tell_passed(work, matter, str(said["words"]), to[1:])
    heard = to or [one for one in whose_turn(work, matter) if one != work.actor.person_id]
    return toast("matter.raised", code=matter.code, names=work.people.names(*heard))


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
    said = " ".join(work.matters.said(matter.id).values()) if kind.goes_out else ""
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
