"""An item is ticked, checked, claimed, verified or returned; a checklist is brought to its end."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.assignments import cards as tasks
from actions.checklists.cards import facts_of, refresh, stands, ways
from actions.checklists.known import TASK, Begun, must, number_of, seen
from actions.desk import action, view
from domain.access import Permission
from domain.checklists import (
    JUDGED,
    Item,
    Mark,
    Mode,
    Said,
    Status,
    is_complete,
    lacking,
    marked,
)
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, rows_of, toast
from domain.refusals import Refusal
from storage import Work

P = Permission
PROOF, WHY = "checklist.proof", "checklist.why"
SAYS = {
    Mode.TICK: {"": Status.DONE, "yes": Status.DONE, "no": Status.OPEN},
    Mode.CHECK: {"yes": Status.MET, "no": Status.UNMET, "aside": Status.ASIDE},
    Mode.CLAIM: {"": Status.CLAIMED, "yes": Status.VERIFIED, "no": Status.RETURNED},
}
"""What is meant by a number and a word under a checklist of each mode."""


@view(needs=P.FOLLOW_MATTERS)
def open_item(work: Work, checking_id: int, number: int) -> Message:
    """How one item can be marked, and the photos that hang on it."""
    found = seen(work, checking_id)
    item = _item(found, number)
    presses = [
        Press("ck.mark", checking_id, f"{number}.{to.value}", label=f"@checklist.do.{to.value}")
        for to in ways(found, item)
    ]
    proofs = work.attachments.about(_about(checking_id, number))
    facts = {"code": found.row.code, "number": number, "text": item.text}
    files = tuple((proof.kind, proof.file_id) for proof in proofs)
    shown = {**facts, "mark": stands(found, item).value, "proofs": len(proofs) or None}
    return Message("checklist.item", shown, rows_of(presses, 2), files=files)


def _item(found: Begun, number: int) -> Item:
    item = next((item for item in found.items if item.number == number), None)
    if item is None:
        raise Refusal("checklist_item", many=len(found.items))
    return item


def _about(checking_id: int, number: int) -> str:
    return f"checking:{checking_id}.{number}"


@action(needs=P.FOLLOW_MATTERS)
def press(work: Work, checking_id: int, number: int, to: Status) -> Message:
    """Marked at once, or first asked for the photo or the reason that it needs."""
    found = must(work, checking_id, "judges" if to in JUDGED else "marks")
    try:
        return mark(work, found, number, to, Said())
    except Refusal as refusal:
        topic = {"checklist_photo": PROOF, "words_needed": WHY}.get(refusal.code)
        if topic is None:
            raise
    return _ask(work, found, topic, {"item": number, "to": to.value})


def _ask(work: Work, found: Begun, topic: str, waits: Mapping[str, Any]) -> Message:
    number, asked = int(waits["item"]), Expectation(topic, found.row.id, waits)
    work.expectations.expect(work.actor.me, asked, work.now)
    facts = {"code": found.row.code, "number": number, "text": _item(found, number).text}
    kind = topic.replace("checklist.", "checklist.ask_", 1)
    kept = {"kept": waits.get("why") or None} if topic == PROOF else {}
    return Message(kind, {**facts, **kept}, topic=f"{topic}:{found.row.id}")


def wait_for(work: Work, found: Begun, items: Sequence[tuple[int, str]]) -> Message:
    """The photo of the first of these items, then those of the others; why is kept with each."""
    (number, why), *more = items
    waits = {"item": number, "to": Status.UNMET.value, "why": why, "more": [*map(list, more)]}
    return _ask(work, found, PROOF, waits)


@action(needs=P.FOLLOW_MATTERS)
def answer(
    work: Work,
    checking_id: int,
    number: int,
    to: Status,
    why: str = "",
    proof: Proof | None = None,
) -> Message:
    """With the photo or the words that it was waiting for."""
    found = must(work, checking_id, "judges" if to in JUDGED else "marks")
    waited = work.expectations.find(work.actor.me, PROOF, checking_id, work.now)
    held = dict(waited.answers) if waited and waited.answers.get("item") == number else {}
    why, sent = why or str(held.get("why", "")), bool(proof and proof.file_id)
    if held and not sent and to is Status.UNMET:
        return _ask(work, found, PROOF, {**held, "why": why})
    done = mark(work, found, number, to, Said(sent, why))
    if proof and sent:
        hang(work, checking_id, number, proof)
    for topic in (PROOF, WHY):
        waits = work.expectations.find(work.actor.me, topic, checking_id, work.now)
        if waits and waits.answers.get("item") == number:
            work.expectations.forget(work.actor.me, topic, checking_id)
    more = [(int(one), str(words)) for one, words in held.get("more", ())]
    return wait_for(work, found, more) if more else done


def hang(work: Work, checking_id: int, number: int, proof: Proof) -> None:
    work.attachments.add(_about(checking_id, number), proof, work.now)


@action(needs=P.FOLLOW_MATTERS)
def told(
    work: Work, checking_id: int, number: int, word: str, why: str, proof: Proof | None
) -> Message:
    """«3», «3 đạt», «3 trả lại: ảnh mờ» under the card."""
    to = SAYS[seen(work, checking_id).kind.mode].get(word)
    if to is None:
        raise Refusal("checklist_form")
    return answer.run(work, checking_id, number, to, why, proof)


def mark(work: Work, found: Begun, number: int, to: Status, said: Said) -> Message:
    """One item as it stands from now on; whoever has to hears of it."""
    row, kind = found.row, found.kind
    if not found.is_open and kind.closes:
        raise Refusal("checklist_closed", code=row.code)
    new = Mark(number, to, work.actor.me, work.now)
    kept = marked(kind, found.items, found.marks, new, said)
    work.checklists.mark(row.id, kept)
    was = stands(found, _item(found, number))
    work.log("marked", "checking", row.id, was=was.value, became=kept.status.value)
    after = Begun(work, row)
    if not kind.closes:
        whole = is_complete(kind, after.items, after.marks, work.now)
        work.checklists.close(row.id, work.now if whole else None)
    _tell(work, after, kept)
    return toast("checklist.marked", number=number, mark=kept.status.value, **facts_of(after))


def _tell(work: Work, found: Begun, mark: Mark) -> None:
    """Cards show it; who claimed hears what was said of it, who decides what was claimed."""
    row = found.row
    refresh(work, row.id)
    if row.about.startswith(TASK):
        tasks.refresh(work, work.assignments.get(number_of(row.about)))
    message = Message(
        "checklist.news",
        {**facts_of(found), "number": mark.item, "mark": mark.status.value, "why": mark.why},
        ((Press("ck.open", row.id, label=row.code),),),
    )
    for person in _whom(work, found, mark):
        key = f"checking:{row.id}:{mark.item}:{mark.status}:{work.now:%Y%m%d%H%M%S}:{person}"
        work.tell_at_work(person, key, message)


def _whom(work: Work, found: Begun, mark: Mark) -> list[int]:
    if found.kind.mode is not Mode.CLAIM:
        return []
    if mark.status in (Status.CLAIMED, Status.SECOND) and found.kind.duty:
        return list(work.duties.leaders(found.kind.duty, work.today))
    return [mark.claimed_by] if mark.claimed_by else []


@action(needs=P.FOLLOW_MATTERS)
def close(work: Work, checking_id: int) -> Message:
    """A visit is over, a model is recognised: never before every item has what it needs."""
    found = must(work, checking_id, "closes")
    left = lacking(found.kind, found.items, found.marks, work.now)
    if left or not found.items:
        raise Refusal("checklist_lacks", code=found.row.code, numbers=left)
    work.checklists.close(checking_id, work.now)
    work.log("closed", "checking", checking_id)
    refresh(work, checking_id)
    return toast("checklist.ended", **facts_of(found))
