"""A matter's one card: where it stands, what was said, and what its reader can do with it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.matters.known import hands, may_assign, may_read, may_read_words, ways_on
from actions.rooms import may_set_off, of_matters
from domain.access import Hand
from domain.assignment_rights import may_approve
from domain.assignments import BECAME_WORK, Assignment, Status
from domain.letters import Message, Press, Rows, rows_of
from domain.matter_kinds import CONCLUSION, DECISION, kind_of
from domain.matters import ASSIGNED, Given, Matter, Step, missing
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

TOLD = {Status.REVIEW: "reported", Status.DONE: "done"}
"""What stands of a matter where its work is so far."""
SHOWN = 6
"""So many of the last things that happened to it stand on its card."""


def draw_matter(work: Work, matter_id: int) -> Message | None:
    """As its reader may see it now; None when it is nothing of theirs."""
    try:
        matter = work.matters.get(matter_id)
    except Refusal:
        return None
    return _drawn(work, matter) if may_read(work, matter) else None


def _drawn(work: Work, matter: Matter) -> Message:
    words = work.matters.said(matter.id) if may_read_words(work, matter) else {}
    rows = work.journal.history("matter", matter.id)
    steps = [_happened(row, matter, words) for row in rows if row.event != BECAME_WORK]
    began = next((row.id for row in rows if row.event == "raised"), 0)
    more = of_matters(matter.kind)
    facts = {
        **facts_of(work, matter),
        "words": words.get(began),
        "whose": work.people.name(matter.owner_id) or work.offices.unit_name(matter.owner_unit_id),
        "about": about(work, matter),
        "week": _week(work, matter),
        "became": _became(work, matter),
        **labels_of(work, matter),
        **{one.event: _last(one.event, rows, words) for one in kind_of(matter.kind).notes},
        "weight": matter.weight if matter.weight > 1 else None,
        "paper": matter.paper or None,
        "paper_day": matter.paper_day,
        "returns": matter.returns_on,
        "files": len(work.attachments.about(f"matter:{matter.id}")) or None,
        "steps": steps[-SHOWN:],
        "told": None,
        **(more.on_card(work, matter) if more else {}),
        **_by_its_work(work, matter),
    }
    return Message("matter.card", facts, _buttons(work, matter), card=f"matter:{matter.id}")


def _by_its_work(work: Work, matter: Matter) -> dict[str, Any]:
    """What was given as work stands as that does: its limit, and what was reported by whom; what
    waits for a yes is late with nobody."""
    task = given_as(work, matter)
    report = work.completions.last(task.id) if task and task.state in TOLD else None
    if task is None or report is None:
        late = bool(task and task.is_open and task.due_at < work.now)
        return {"due": task.due_at, "mark": "late" if late else "open"} if task else {}
    told = {"who": work.people.name(report.person_id), "at": report.sent_at, "text": report.text}
    state = f"{matter.kind}.{TOLD[task.state]}"
    return {"due": task.due_at, "mark": "open", "state": state, "told": [told]}


def labels_of(work: Work, matter: Matter) -> Mapping[str, str]:
    """What it is marked with, where its kind marks at all."""
    kind = kind_of(matter.kind)
    return work.matters.labels(matter.id) if kind.labels else {}


def facts_of(work: Work, matter: Matter) -> dict[str, Any]:
    """What a line says of it, without its words."""
    return {
        "code": matter.code,
        "kind": matter.kind,
        "state": f"{matter.kind}.{matter.state}",
        "due": matter.due_at if matter.is_open else None,
        "mark": "late" if matter.is_late(work.now) else "open" if matter.is_open else "closed",
        "body": work.lookups.name(matter.body_id),
        "theme": work.lookups.name(matter.theme_id),
        "locality": work.offices.locality_name(matter.locality_id),
        "owner": work.people.name(matter.owner_id),
        "owner_unit": work.offices.unit_name(matter.owner_unit_id),
    }


def _happened(row: Entry, matter: Matter, words: Mapping[int, str]) -> dict[str, Any]:
    """One line of its history: when, who, what, in which words, where they stand not above."""
    kind = kind_of(matter.kind)
    headed = row.event == "raised" or kind.note(row.event)
    said = None if headed else words.get(row.id)
    steps = {step.event for step in kind.steps}
    which = matter.kind if row.event in steps else "any"
    event = f"{which}.{row.event}"
    return {"at": row.at, "who": row.who_name, "for": row.for_name, "event": event, "said": said}


def _last(event: str, rows: Sequence[Entry], words: Mapping[int, str]) -> str | None:
    """What was said the last time, where it is still kept."""
    said = [words.get(row.id) for row in rows if row.event == event]
    return said[-1] if said else None


def about(work: Work, matter: Matter) -> str:
    """The code of what it came from."""
    kind, _, number = matter.about.partition(":")
    if kind == "assignment":
        return work.assignments.get(int(number)).code
    if kind == "visit":
        return work.visits.get(int(number)).code
    return work.matters.get(int(number)).code if kind == "matter" else ""


def _week(work: Work, matter: Matter) -> int | None:
    """Of the report that it was said about."""
    kind, _, number = matter.about.partition(":")
    return work.digests.get(int(number)).week.number if kind == "digest" else None


def given_as(work: Work, matter: Matter) -> Assignment | None:
    """The open work that it became, which has the limit now."""
    steps = kind_of(matter.kind).steps
    given = {step.to for step in steps if step.sets_off == "assignment"}
    return work_of(work, matter) if matter.state in given else None


def work_of(work: Work, matter: Matter) -> Assignment | None:
    """The work that it became."""
    return next(reversed(work.assignments.of_source(matter.code)), None)


def _became(work: Work, matter: Matter) -> list[str]:
    """The codes of what came of it: conclusions, work."""
    if matter.kind != DECISION.code:
        return [one.code for one in work.assignments.of_source(matter.code)]
    return [one.code for one in work.matters.about(CONCLUSION.code, f"matter:{matter.id}")]


def _buttons(work: Work, matter: Matter) -> Rows:
    steps = [
        _press(matter, step.event)
        for step in ways_on(work, matter)
        if _leads_on(work, matter, step) and may_set_off(work, matter, step.sets_off)
    ]
    steps += _beside(work, matter)
    own_word = Hand.RAISER in kind_of(matter.kind).assigns
    to = [] if own_word else [Press("m.body", matter.id)]
    whose = [Press("m.own", matter.id), *to, Press("m.due", matter.id)]
    files = [Press("m.files", matter.id)] if work.attachments.about(f"matter:{matter.id}") else []
    rest = [*(whose if may_assign(work, matter) else ()), *files]
    return (*_of_its_work(work, matter), *rows_of(steps, 2), *rows_of(rest))


def _leads_on(work: Work, matter: Matter, step: Step) -> bool:
    """What waits for an owner, a body or a limit is a button of whoever may say so."""
    lacks = missing(matter, step, Given(), work.today)
    return may_assign(work, matter) or not ASSIGNED.intersection(lacks)


def _of_its_work(work: Work, matter: Matter) -> Rows:
    """A yes to what was reported is given here, by whoever may."""
    task = given_as(work, matter)
    if task is None or task.state is not Status.REVIEW or not may_approve(work.actor, task):
        return ()
    report = work.completions.last(task.id)
    return ((Press("c.pass", report.id), Press("a.report", task.id)),) if report else ()


def _beside(work: Work, matter: Matter) -> list[Press]:
    """What is written down beside its steps: notes, labels."""
    kind, held = kind_of(matter.kind), hands(work, matter)
    notes = [one.event for one in kind.notes
             if matter.state == one.asked_in and not held.isdisjoint(one.by)]  # fmt: skip
    labels = [one.sort for one in kind.labels
              if one.may_stand(matter) and not held.isdisjoint(one.by)]  # fmt: skip
    return [Press(f"m.{one}", matter.id) for one in (*notes, *labels)]


def _press(matter: Matter, event: str) -> Press:
    label = f"@matter.do.{matter.kind}.{event}"
    return Press("m.step", matter.id, f"{matter.version}.{event}", label=label)


def refresh(work: Work, matter: Matter, ring: Iterable[int] = ()) -> None:
    """Whoever has the card sees it as it is; these are rung by a new one, when work may ring."""
    subject = f"matter:{matter.id}"
    rung = [person for person in ring if person != work.actor.person_id]
    for person in rung:
        work.cards.forget(person, subject)
    work.redraw(subject, *work.cards.holders(subject))
    work.redraw(subject, *rung, ring=True, at=work.ring_at())
    own = of_matters(matter.kind)
    for other in own.named_on(work, matter) if own else ():
        work.redraw(f"matter:{other}", *work.cards.holders(f"matter:{other}"))


def show_what_became(work: Work, a: Assignment) -> None:
    """The matter that this work came of says on its card how it stands."""
    if matter := work.matters.coded(a.source):
        subject = f"matter:{matter.id}"
        work.redraw(subject, *work.cards.holders(subject))


def note(work: Work, matter: Matter, event: str, words: str) -> None:
    """Words that are no step, with a row of its history."""
    work.matters.say(matter.id, work.log(event, "matter", matter.id), words)


def show(work: Work, matter: Matter) -> None:
    """Whoever acts has it before them, as a message of its own."""
    work.redraw(f"matter:{matter.id}", work.actor.person_id, ring=True)
