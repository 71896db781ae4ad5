"""A «no» or a question that was typed is read back before anybody else hears of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.assignments.asking import other_side, release, say
from actions.assignments.cards import facts_of, must_see
from actions.assignments.leading import block, block_anew, going, note
from actions.desk import Action, action
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.letters import Message, Press, Rows, toast
from domain.refusals import Refusal
from storage import Work

TOPIC = "work.no"
_DEEDS: Mapping[str, Action[..., Message]] = {
    "n.block": block,
    "n.release": release,
    "n.note": note,
    "n.say": say,
}


@action(needs=Permission.OWN_WORK)
def ask_release(work: Work, assignment_id: int, reason: str) -> Message:
    """«Xin không nhận»: of which work, why, and who would hear it."""
    row = (Press("n.release", assignment_id), Press("n.drop", assignment_id))
    return _ask(work, going(work, assignment_id), reason, "work.release_check", (row,))


@action(needs=Permission.OWN_WORK)
def ask_heir(work: Work, assignment_id: int, reason: str, heir: int) -> Message:
    """«157 nhờ Bắc làm hộ»: who would do it instead, and who decides that."""
    give = Press("n.heir", assignment_id, label="@work.hand_wish_yes")
    rows = ((give, Press("n.drop", assignment_id)),)
    asked = _ask(work, going(work, assignment_id), reason, "work.hand_wish", rows, heir=heir)
    return replace(asked, facts={**asked.facts, "heir": work.people.name(heir)})


@action(needs=Permission.OWN_WORK)
def ask_word(
    work: Work, assignment_id: int, text: str, to: int | None = None, asks: bool = False
) -> Message:
    """A question or a wish about somebody's work: to whom it would go; `to` whoever is called by
    name, where they have a part in it, or a leader calls them. Where it `asks`, what is known of
    the work is said first."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    named = to and (to in _part_in(work, a) or work.actor.is_any(Role.LEADER))
    hears = to if to and named else other_side(work, a)
    row = (Press("n.say", a.id), Press("n.drop", a.id))
    asked = _ask(work, a, text, "work.word_check", (row,), to=hears)
    facts = {**asked.facts, "name": work.people.name(hears)}
    known = [_known(work, a)] if asks and a.lead_id != work.actor.person_id else []
    return replace(asked, facts={**facts, "known": known})


def _known(work: Work, a: Assignment) -> dict[str, Any]:
    facts = facts_of(work, a)
    return {name: facts[name] for name in ("state", "percent", "due", "blocked", "approver")}


def _part_in(work: Work, a: Assignment) -> set[int]:
    helpers = (s.person_id for s in work.assignments.supports(a.id))
    return {a.lead_id, a.assigner_id, *(one for one in helpers if one)} - {work.actor.person_id}


@action(needs=Permission.OWN_WORK)
def ask_no(work: Work, assignment_id: int, text: str) -> Message:
    """«chưa làm được 169»: an obstacle, a wish to be released, or only a note?"""
    row = (Press("n.block", assignment_id), Press("n.release", assignment_id))
    rows = (row, (Press("n.note", assignment_id),))
    return _ask(work, going(work, assignment_id), text, "work.no_ask", rows)


@action(needs=Permission.OWN_WORK)
def ask_besides(work: Work, assignment_id: int, text: str) -> Message:
    """«kẹt xe chút», while something else stands in the way: one more obstacle, another instead of
    it, or only a note?"""
    more = Press("n.block", assignment_id, label="@work.block_besides")
    rows = ((more, Press("n.anew", assignment_id)), (Press("n.note", assignment_id),))
    return _ask(work, going(work, assignment_id), text, "work.besides_ask", rows)


def _ask(
    work: Work, a: Assignment, text: str, kind: str, buttons: Rows, **whom: int | None
) -> Message:
    offered = [press.verb for row in buttons for press in row]
    waited = Expectation(TOPIC, a.id, {"text": text, "offered": offered, **whom})
    work.expectations.expect(work.actor.me, waited, work.now)
    facts = {**facts_of(work, a), "text": text}
    return Message(kind, facts, buttons, topic=f"{TOPIC}:{a.id}")


@action(needs=Permission.OWN_WORK)
def settle(work: Work, assignment_id: int, verb: str) -> Message:
    """Do with the words what was chosen."""
    waited = work.expectations.find(work.actor.me, TOPIC, assignment_id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, TOPIC, assignment_id)
    if verb == "n.heir":
        said, heir = str(waited.answers["text"]), int(waited.answers["heir"])
        return release.run(work, assignment_id, said, heir=heir)
    if verb == "n.say" and (to := waited.answers.get("to")):
        return say.run(work, assignment_id, str(waited.answers["text"]), to=int(to))
    if verb == "n.anew":
        wrong = work.assignments.get(assignment_id).blocked
        return block_anew.run(work, assignment_id, str(waited.answers["text"]), wrong)
    if verb in _DEEDS:
        return _DEEDS[verb].run(work, assignment_id, str(waited.answers["text"]))
    return toast("work.no_dropped", **facts_of(work, work.assignments.get(assignment_id)))
