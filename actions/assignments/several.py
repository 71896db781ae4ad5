"""Several pieces of one's own work said in one line: all of them read back, then done together."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from actions.assignments import asking, completion, leading
from actions.assignments.leading import mine, way_out
from actions.assignments.read_back import shown, steps_read_back
from actions.desk import action
from domain import assignments as rules
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.evidence import Proof, along_with
from domain.letters import Message, Press, result, rows_of
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

TOPIC = "work.each"
WHY = "why"
"""The reason of more time is waited for."""
MOST = 12
ACCEPT, DONE, EXTEND, PROGRESS, NOTE = "accept", "done", "extend", "progress", "note"
BLOCK, UNBLOCK, WAIT, RELEASE, HEIR, SAY = "block", "unblock", "wait", "release", "heir", "say"
UNCLEAR, WHICH_DAY, NOT_YOURS = "unclear", "which_day", "not_yours"
NAMED = frozenset(
    {
        *(UNCLEAR, WHICH_DAY, NOT_YOURS, "evidence_needed", "figures_needed", "result_needed"),
        *("already_accepted", "not_blocked", "due_not_later", "due_past"),
        *(f"work_is_{state.value}" for state in rules.Status),
    }
)
"""What is only named: why it cannot be, or that it is to be told apart."""
SILENT = (ACCEPT, PROGRESS, NOTE)
"""What rings with nobody else, and needs no yes."""


@dataclass(frozen=True, slots=True)
class Each:
    """What is said of one piece of work."""

    number: int
    does: str
    about: int = 0
    words: str = ""
    due: datetime | None = None
    percent: int | None = None
    heir: int | None = None
    past: datetime | None = None


@action(needs=Permission.OWN_WORK)
def tell(
    work: Work,
    said: Sequence[Each],
    lines: Sequence[str],
    proofs: Sequence[Mapping[str, Any]] = (),
) -> Message:
    """Each number with what becomes of it; what cannot be is named too. What rings with nobody is
    done at once, all else is read back; the `lines` that say so are kept, so that one of them can
    be put right."""
    seen = [possible(work, one) for one in said[:MOST]]
    able = [one for one in seen if one.does not in NAMED]
    rows = [_row(work, one) for one in seen]
    silent = all(one.does in SILENT and not _falls(work, one) for one in able)
    if not able:
        return Message("work.each_none", {"rows": rows}, _alone(work, seen))
    if silent:
        for one in able:
            do_one(work, one, proofs)
        return Message("work.each_saved", {"rows": rows}, _alone(work, seen))
    why = any(one.does == EXTEND and not one.words for one in able)
    steps = [asdict(one) for one in able]
    kept = {"steps": steps, "proofs": list(proofs), "lines": list(lines), WHY: why}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, kept), work.now)
    send = () if why else (Press("a.each", 0, _mark(steps), label="@button.send"),)
    facts = {"rows": rows, "n": len(able), "proofs": len(proofs) or None}
    kind = "work.each_why" if why else "work.each_check"
    return Message(kind, facts, ((*send, *way_out(TOPIC, 0)),), topic=f"{TOPIC}:0")


def possible(work: Work, one: Each) -> Each:
    """The same, or why it cannot be done."""
    if one.does in NAMED:
        return one
    try:
        _try(work, mine(work, one.about), one)
    except Refusal as no:
        return replace(one, does=no.code if no.code in NAMED else UNCLEAR)
    return one


def _try(work: Work, a: Assignment, one: Each) -> None:
    """What the rules say to it, before anything is written down."""
    if one.does == ACCEPT:
        rules.accept(a, work.now, one.due)
    elif one.does == DONE:
        rules.check_report(a, one.words, _kinds(work, a))
    elif one.does == EXTEND and one.due:
        rules.check_extension(a, one.due, work.now)
    elif one.does == UNBLOCK:
        rules.unblock(a)
    elif not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)


def _kinds(work: Work, a: Assignment) -> set[str]:
    """What there is to see of it."""
    draft = completion.unsent(work, a.id)
    kept = [along_with(a.id), *([draft.about] if draft else ())]
    return {proof.kind for about in kept for proof in work.attachments.about(about)}


def _falls(work: Work, one: Each) -> bool:
    """Less than stood there is read back."""
    stood = mine(work, one.about).percent if one.does == PROGRESS else 0
    return one.percent is not None and one.percent < (stood or 0)


def _row(work: Work, one: Each) -> dict[str, Any]:
    a = work.assignments.get(one.about) if one.about else None
    only_far = one.percent is not None and not any(map(str.isalpha, one.words))
    facts = asdict(replace(one, past=None, words="" if only_far else one.words))
    facts |= {"due": None} if one.does in NAMED else {}
    return facts | {"title": a.title if a else "", "to": work.people.name(one.heir)}


def facts_of_one(work: Work, one: Each) -> dict[str, Any]:
    """The same where it is read back among other things."""
    said = _row(work, one)
    return {"due": one.due, "note": said["words"], "percent": one.percent, "name": said["to"]}


def _alone(work: Work, seen: Sequence[Each]) -> tuple[tuple[Press, ...], ...]:
    """What was not clear is opened by itself."""
    left = [one for one in seen if one.about and one.does in NAMED]
    titles = {one.about: work.assignments.get(one.about).title for one in left}
    presses = [
        Press("a.open", about, label=shorten(f"{one.number} – {titles[about]}", 20))
        for one in left
        if (about := one.about)
    ]
    return rows_of(presses, 1)


def _mark(kept: Sequence[Mapping[str, Any]]) -> str:
    return mark_of(repr([shown(step) for step in kept]))


@action(needs=Permission.OWN_WORK)
def carry_out(work: Work, mark: str = "", reason: str = "") -> Message:
    """«Gửi», or the reason that was asked for: all of them, or none."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    proofs = heard.answers["proofs"] if heard else ()
    kept = [Each(**step) for step in steps_read_back(work, TOPIC, mark, _mark)]
    kept = [replace(one, words=_why(one, reason)) for one in kept]
    for one in kept:
        do_one(work, one, proofs)
    return result("work.each_saved", rows=[_row(work, one) for one in kept])


def _why(one: Each, reason: str) -> str:
    """The reason that was asked for, of more time that had none."""
    return one.words or (reason if one.does == EXTEND else "")


def do_one(work: Work, one: Each, proofs: Sequence[Mapping[str, Any]] = ()) -> None:
    for proof in proofs:
        work.attachments.add(along_with(one.about), Proof(**proof), work.now)
    match one.does:
        case "accept":
            leading.accept.run(work, one.about, one.due)
        case "done":
            _report(work, one)
        case "extend":
            asking.extension.run(work, one.about, one.due, one.words)
        case "progress" if _falls(work, one):
            leading.progress.run(work, one.about, one.percent or 0, one.words)
            leading.fall.run(work, one.about)
        case "progress":
            leading.progress.run(work, one.about, one.percent or 0, one.words)
        case "heir" | "release":
            asking.release.run(work, one.about, one.words, heir=one.heir)
        case "block":
            leading.block.run(work, one.about, one.words)
        case "unblock":
            leading.unblock.run(work, one.about, one.words)
        case "wait":
            leading.wait_for_others.run(work, one.about, one.words)
        case "say":
            asking.say.run(work, one.about, one.words)
        case _:
            leading.note.run(work, one.about, one.words)


def _report(work: Work, one: Each) -> None:
    """It was read back already, and goes at once."""
    completion.add.run(work, one.about, one.words, happened=one.past, anew=True)
    if draft := completion.unsent(work, one.about):
        completion.send.run(work, draft.id)
