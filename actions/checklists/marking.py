"""An item is ticked, checked, claimed, verified or returned; a checklist is brought to its end."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.assignments import cards as tasks
from actions.checklists.cards import draw_checking, facts_of, refresh, stands, ways
from actions.checklists.known import TASK, Begun, must, number_of, seen
from actions.desk import action, view
from domain.access import Permission, Role
from domain.checklists import (
    JUDGED,
    MOST_ITEMS,
    WAYS,
    ItemMark,
    ItemSaid,
    ItemStatus,
    ListItem,
    MarkSaid,
    Mode,
    is_complete,
    items_of,
    lacking,
    marked,
)
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.hours import SPOKEN_OF
from domain.letters import Message, Press, rows_of, toast
from domain.refusals import Refusal, must_find
from storage import Work
from storage.checklists import Checking

P = Permission
PROOF, WHY, SHOWN = "checklist.proof", "checklist.why", "checklist.shown"
SAYS = {
    Mode.TICK: {"": ItemStatus.DONE, "yes": ItemStatus.DONE, "no": ItemStatus.OPEN},
    Mode.CHECK: {"yes": ItemStatus.MET, "no": ItemStatus.UNMET, "aside": ItemStatus.ASIDE},
    Mode.CLAIM: {"": ItemStatus.CLAIMED, "yes": ItemStatus.VERIFIED, "no": ItemStatus.RETURNED},
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
    mark = found.marks.get(number)
    told = {"why": mark.why, "by": work.people.name(mark.by)} if mark else {}
    facts = {"code": found.row.code, "number": number, "text": item.text, **told}
    files = tuple((proof.kind, proof.file_id) for proof in proofs)
    shown = {**facts, "mark": stands(found, item).value, "proofs": len(proofs) or None}
    return Message("checklist.item", shown, rows_of(presses, 2), files=files)


@action(needs=P.FOLLOW_MATTERS)
def look_at(work: Work, checking_id: int, number: int) -> Message:
    """One item; where it can only be claimed, its photo is enough."""
    card, found = open_item.run(work, checking_id, number), seen(work, checking_id)
    if ways(found, _item(found, number)) != [ItemStatus.CLAIMED]:
        return card
    waits = Expectation(SHOWN, checking_id, {"item": number}, expires=work.now + SPOKEN_OF)
    work.expectations.expect(work.actor.me, waits, work.now)
    return replace(card, topic=f"{SHOWN}:{checking_id}")


def _item(found: Begun, number: int) -> ListItem:
    item = next((item for item in found.items if item.number == number), None)
    if item is None:
        raise Refusal("checklist_item", many=found.items[-1].number)
    return item


def _about(checking_id: int, number: int) -> str:
    return f"checking:{checking_id}.{number}"


@action(needs=P.FOLLOW_MATTERS)
def press(work: Work, checking_id: int, number: int, to: ItemStatus) -> Message:
    """Marked at once, or first asked for the photo or the reason that it needs."""
    found = must(work, checking_id, "judges" if to in JUDGED else "marks")
    return _marked_or_asked(work, found, number, to, "", None)


def _marked_or_asked(
    work: Work, found: Begun, number: int, to: ItemStatus, why: str, proof: Proof | None
) -> Message:
    row = found.row
    try:
        return answer.run(work, row.id, number, to, why, proof)
    except Refusal as refusal:
        topic = {"checklist_photo": PROOF, "words_needed": WHY}.get(refusal.code)
        if topic is None:
            raise
    return _ask(work, found, topic, {"item": number, "to": to.value, "why": why, "more": []})


def _ask(work: Work, found: Begun, topic: str, waits: dict[str, Any]) -> Message:
    """What was said last is asked first; what waits for its photo goes on waiting behind it."""
    row, before = found.row, _waited(work, topic, found.row.id)
    waited = [{**before, "more": []}, *before.get("more", [])] if before else []
    behind = [one for one in waited if one["item"] != waits["item"]]
    waits = {**waits, "more": waits["more"] or behind}
    work.expectations.forget(work.actor.me, SHOWN, row.id)
    work.expectations.expect(work.actor.me, Expectation(topic, row.id, waits), work.now)
    text = _item(found, waits["item"]).text
    facts = {"code": row.code, "number": waits["item"], "text": text, "kept": waits["why"] or None}
    kind = topic.replace("checklist.", "checklist.ask_", 1)
    return Message(kind, facts, topic=f"{topic}:{row.id}")


def _waited(work: Work, topic: str, checking_id: int) -> dict[str, Any]:
    asked = work.expectations.find(work.actor.me, topic, checking_id, work.now)
    return dict(asked.answers) if asked else {}


@action(needs=P.FOLLOW_MATTERS)
def answer(
    work: Work,
    checking_id: int,
    number: int,
    to: ItemStatus,
    why: str = "",
    proof: Proof | None = None,
) -> Message:
    """With the photo or the words that it was waiting for."""
    found = must(work, checking_id, "judges" if to in JUDGED else "marks")
    sent, held = bool(proof and proof.file_id), _waited(work, PROOF, checking_id)
    held = held if held.get("item") == number and held["to"] == to.value else {}
    why = why or str(held.get("why", ""))
    if held and why and not sent:
        return _ask(work, found, PROOF, {**held, "why": why})
    done = _mark(work, found, number, to, MarkSaid(sent, why))
    if proof and sent:
        work.attachments.add(_about(checking_id, number), proof, work.now)
    more = held.get("more", [])
    for topic in (PROOF, WHY, SHOWN):
        if _waited(work, topic, checking_id).get("item") == number:
            work.expectations.forget(work.actor.me, topic, checking_id)
    return _ask(work, found, PROOF, {**more[0], "more": more[1:]}) if more else done


@action(needs=P.FOLLOW_MATTERS)
def shown(work: Work, checking_id: int, said: ItemSaid, proof: Proof | None) -> Message:
    """A photo of the item that its words name; what had been asked for goes on waiting."""
    held = _waited(work, PROOF, checking_id)
    waits = next((one for one in held.get("more", ()) if one["item"] == said.number), None)
    if waits is None:
        return told.run(work, checking_id, [said], proof)
    more = [{**held, "more": []}, *(one for one in held["more"] if one is not waits)]
    first = Expectation(PROOF, checking_id, {**waits, "more": more})
    work.expectations.expect(work.actor.me, first, work.now)
    return answer.run(work, checking_id, waits["item"], ItemStatus(waits["to"]), said.words, proof)


@action(needs=P.FOLLOW_MATTERS)
def told(work: Work, checking_id: int, said: Sequence[ItemSaid], proof: Proof | None) -> Message:
    """«3», «3 đạt», «3 trả lại: ảnh mờ» under the card; several items in one line."""
    found = seen(work, checking_id)
    claimed = [one.number for one in said if _waits(found, one)]
    fresh = [one for one in said if one.number not in claimed]
    if not fresh:
        raise Refusal("checklist_claimed", code=found.row.code, numbers=claimed)
    # the first of them is asked first: it is told last
    done = [_told(work, found, one.number or 0, one, proof) for one in reversed(fresh)]
    if len(done) == 1:
        return done[0]
    asked = next((message for message in reversed(done) if message.topic), None)
    return asked or must_find(draw_checking(work, checking_id))


def _told(work: Work, found: Begun, number: int, said: ItemSaid, proof: Proof | None) -> Message:
    to = _way(found, _item(found, number), said.word)
    if to is None or (said.note and not (proof and to is ItemStatus.CLAIMED)):
        raise Refusal("checklist_form")
    if to is ItemStatus.RETURNED and not found.may(found.kind.judges):
        mark = stands(found, _item(found, number)).value
        raise Refusal("checklist_unclaimed", code=found.row.code, number=number, mark=mark)
    must(work, found.row.id, "judges" if to in JUDGED else "marks")
    return _marked_or_asked(work, found, number, to, said.words, proof)


def _waits(found: Begun, said: ItemSaid) -> bool:
    """«đạt» of what was claimed already, by whoever does not judge it."""
    item = _item(found, said.number or 0)
    claimed = found.kind.mode is Mode.CLAIM and not ways(found, item)
    return (
        claimed
        and SAYS[Mode.CLAIM].get(said.word) is ItemStatus.VERIFIED
        and (
            found.may(found.kind.marks)
            and stands(found, item) not in WAYS[Mode.CLAIM][ItemStatus.CLAIMED]
        )
    )


def _way(found: Begun, item: ListItem, word: str) -> ItemStatus | None:
    """«đạt» of what was not claimed yet is a claim, by whoever may make one."""
    to, may_be = SAYS[found.kind.mode].get(word), ways(found, item)
    claims = to is ItemStatus.VERIFIED and to not in may_be and ItemStatus.CLAIMED in may_be
    return ItemStatus.CLAIMED if claims else to


def _mark(work: Work, found: Begun, number: int, to: ItemStatus, said: MarkSaid) -> Message:
    row, kind = found.row, found.kind
    if not found.is_open and kind.closes:
        raise Refusal("checklist_closed", code=row.code)
    new = ItemMark(number, to, work.actor.me, work.now)
    kept = marked(kind, found.items, found.marks, new, said)
    work.checklists.mark(row.id, kept)
    was = stands(found, _item(found, number))
    work.log("marked", "checking", row.id, was=was.value, became=kept.status.value)
    after = Begun(work, row)
    if not kind.closes:
        whole = is_complete(kind, after.items, after.marks, work.now)
        work.checklists.close(row.id, work.now if whole else None)
    _tell(work, after, kept)
    if kind.closes and kind.mode is Mode.CLAIM:
        _tell_complete(work, after)
    return toast("checklist.marked", number=number, mark=kept.status.value, **facts_of(after))


@action(needs=P.FOLLOW_MATTERS)
def add_steps(work: Work, checking_id: int, lines: Sequence[str]) -> Message:
    """Behind those there are; what was ticked stays ticked, and the list keeps its version."""
    found = _steps_of_mine(work, checking_id)
    last = work.checklists.last_number(checking_id)
    fresh = [replace(item, number=last + item.number) for item in items_of(lines)]
    if len(found.items) + len(fresh) > MOST_ITEMS:
        raise Refusal("checklist_long", many=len(found.items) + len(fresh), most=MOST_ITEMS)
    for item in fresh:
        work.checklists.add_item(checking_id, item)
    return _relisted(work, found.row)


@action(needs=P.FOLLOW_MATTERS)
def drop_step(work: Work, checking_id: int, number: int) -> Message:
    """The others keep their numbers; the last one is not dropped, nor what is ticked."""
    found = _steps_of_mine(work, checking_id)
    item = _item(found, number)
    if stands(found, item) is ItemStatus.DONE:
        raise Refusal("checklist_ticked", number=number, text=item.text)
    if len(found.items) == 1:
        raise Refusal("checklist_empty")
    work.checklists.strike_item(checking_id, item)
    return _relisted(work, found.row)


def _steps_of_mine(work: Work, checking_id: int) -> Begun:
    """By whoever may give the task its steps, while it is under way."""
    found = seen(work, checking_id)
    if found.kind.mode is not Mode.TICK or not found.row.about.startswith(TASK):
        raise Refusal("not_found")
    task = work.assignments.get(number_of(found.row.about))
    if not found.may(found.kind.begins) or not task.under_way:
        raise Refusal("checklist_not_yours", code=task.code)
    return found


def _relisted(work: Work, row: Checking) -> Message:
    found = Begun(work, row)
    whole = is_complete(found.kind, found.items, found.marks, work.now)
    work.checklists.close(row.id, work.now if whole else None)
    work.log("relisted", "checking", row.id)
    refresh(work, row.id)
    tasks.refresh(work, work.assignments.get(number_of(row.about)))
    return must_find(draw_checking(work, row.id))


def _tell(work: Work, found: Begun, mark: ItemMark) -> None:
    """Cards show it; who claimed hears what was said of it, who decides what was claimed."""
    row = found.row
    refresh(work, row.id)
    if row.about.startswith(TASK):
        tasks.refresh(work, work.assignments.get(number_of(row.about)))
    message = Message(
        "checklist.news",
        {**facts_of(found), "number": mark.item, "mark": mark.status.value, "why": mark.why},
        ((Press("ck.item", row.id, str(mark.item), label=row.code),),),
    )
    for person in _whom(work, found, mark):
        key = f"checking:{row.id}:{mark.item}:{mark.status}:{work.now:%Y%m%d%H%M%S}:{person}"
        work.tell_at_work(person, key, message)


def _tell_complete(work: Work, found: Begun) -> None:
    """Every criterion is verified: it waits for whoever recognises it."""
    if not (found.row.is_open and is_complete(found.kind, found.items, found.marks, work.now)):
        return
    row = found.row
    message = Message(
        "checklist.complete", facts_of(found), ((Press("ck.open", row.id, label=row.code),),)
    )
    for leader in work.people.with_role(Role.LEADER, work.today):
        key = f"complete:{row.id}:{work.now:%Y%m%d%H%M%S}:{leader.id}"
        work.tell_at_work(leader.id, key, message)


def _whom(work: Work, found: Begun, mark: ItemMark) -> list[int]:
    """Who verifies; where a second one is asked, each of them but the first and the claimant."""
    if found.kind.mode is not Mode.CLAIM:
        return []
    if mark.status is ItemStatus.SECOND and found.kind.duty:
        verify = work.duties.people(found.kind.duty, work.today)
        return [one for one in verify if one not in (work.actor.me, mark.claimed_by)]
    if mark.status in (ItemStatus.CLAIMED, ItemStatus.SECOND) and found.kind.duty:
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
    after = Begun(work, work.checklists.get(checking_id))
    if found.kind.mode is not Mode.CLAIM:
        return toast("checklist.ended", **facts_of(after))
    _tell_recognised(work, after)
    return toast("checklist.recognised", **facts_of(after))


def _tell_recognised(work: Work, found: Begun) -> None:
    """Whoever founded it, whoever claimed anything there, and who decides in it."""
    row, duty = found.row, found.kind.duty
    claimed = [mark.claimed_by for mark in found.marks.values()]
    leaders = work.duties.leaders(duty, work.today) if duty else []
    message = Message("checklist.recognised_told", facts_of(found))
    for person in dict.fromkeys((row.begun_by, *claimed, *leaders)):
        if person != work.actor.me:
            work.tell_at_work(person, f"recognised:{row.id}:{work.now:%Y%m%d%H}:{person}", message)
