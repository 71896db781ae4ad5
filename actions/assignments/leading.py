"""What the lead does with an assignment: accept it, report progress, say what is in the way."""

from dataclasses import replace
from datetime import datetime

from actions.assignments.cards import draw_assignment, facts_of, must_see
from actions.assignments.change import save, undo_row
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import must_lead
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation
from domain.hours import ONE_SENTENCE, UNDO_WITHIN
from domain.letters import HERE, Message, Place, Press, toast
from domain.obstacles import beside
from domain.refusals import Refusal, must_find
from storage import Work
from storage.bundles import Bundles

FALLS = "work.falls"
Files = tuple[tuple[str, str], ...]


def mine(work: Work, assignment_id: int) -> Assignment:
    """An assignment of the actor's own, or a refusal."""
    a = work.assignments.get(assignment_id)
    must_lead(work.actor, a)
    return a


def must_be_here(work: Work, person_id: int) -> None:
    """Nobody who left can be reminded or asked."""
    if work.people.get(person_id, work.today) is None:
        raise Refusal("person_gone", name=work.people.name(person_id))


def going(work: Work, assignment_id: int) -> Assignment:
    """One's own that is not over: nothing is asked about what has ended."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    return a


def ask_for(
    work: Work, topic: str, subject: int, kind: str, a: Assignment, *rows: object, **more: object
) -> Message:
    """Wait to hear something about an assignment, and ask for it."""
    work.expectations.expect(work.actor.me, Expectation(topic, subject), work.now)
    facts = {**facts_of(work, a), **more}
    return Message(kind, facts, rows, topic=f"{topic}:{subject}")  # type: ignore[arg-type]


def way_out(topic: str, subject: int) -> tuple[Press, ...]:
    """«Bỏ» under a question."""
    return (Press("q.leave", subject, topic, label="@button.g.drop"),)


@action(needs=Permission.OWN_WORK)
def leave_question(work: Work, topic: str, subject: int) -> Message:
    """«Bỏ», «thôi»: the question is not answered, and nothing is written."""
    if not work.expectations.forget(work.actor.me, topic, subject):
        raise Refusal("question_over")
    return Message("work.left", place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def accept(work: Work, assignment_id: int, expects: datetime | None = None) -> Message:
    """«Nhận việc», perhaps with the day when it will be done."""
    was = mine(work, assignment_id)
    became = rules.accept(was, work.now, expects)
    row = save(work, was, became, "accepted", undoable=True)
    done = (Press("a.done", was.id), Press("a.progress", was.id))
    facts = {**facts_of(work, was), "promised": became.expects_at}
    return Message("work.accepted", facts, (done, undo_row(row)), place=Place.TOAST)


@action(needs=Permission.OWN_WORK)
def accept_all(work: Work, bundle_id: int) -> Message:
    """«Đã nhận cả {n} việc»."""
    if work.of(Bundles).owner(bundle_id) != work.actor.me:
        raise Refusal("not_found")
    waiting = [
        a
        for a in work.of(Bundles).items(bundle_id)
        if a.state is Status.ASSIGNED and a.lead_id == work.actor.me
    ]
    if not waiting:
        raise Refusal("nothing_to_accept")
    for a in waiting:
        save(work, a, rules.accept(a, work.now), "accepted", undoable=True)
    return toast("work.accepted_all", count=len(waiting), codes=[a.code for a in waiting])


@action(needs=Permission.OWN_WORK)
def progress(work: Work, assignment_id: int, percent: int, note: str = "") -> Message:
    was = mine(work, assignment_id)
    if percent < (was.percent or 0):
        return _ask_falls(work, was, percent, note)
    return _progress(work, was, percent, note)


def _ask_falls(work: Work, was: Assignment, percent: int, note: str) -> Message:
    """Less than stood there: said back, with the words that came along."""
    rules.progress(was, percent, work.now)
    said = {"percent": percent, "note": note}
    work.expectations.expect(work.actor.me, Expectation(FALLS, was.id, said), work.now)
    facts = {**facts_of(work, was), "was": was.percent, "percent": percent, "note": note}
    lower = Press("a.falls", was.id, str(percent), label=f"@work.falls_yes={percent}")
    keep = Press("q.leave", was.id, FALLS, label=f"@work.falls_no={was.percent}")
    return Message("work.falls_ask", facts, ((lower, keep),), topic=f"{FALLS}:{was.id}")


@action(needs=Permission.OWN_WORK)
def fall(work: Work, assignment_id: int, percent: int | None = None) -> Message:
    """«Ghi 20%»: it is less than before, and meant so."""
    was = mine(work, assignment_id)
    heard = work.expectations.find(work.actor.me, FALLS, was.id, work.now)
    said = heard.answers if heard else {}
    if "percent" not in said or percent not in (None, said["percent"]):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, FALLS, was.id)
    saved = _progress(work, was, int(said["percent"]), str(said["note"]))
    return replace(saved, place=Place.RESULT)


def _progress(work: Work, was: Assignment, percent: int, note: str) -> Message:
    became = rules.progress(was, percent, work.now)
    row = save(
        work, was, became, "progress", text=note or None, undoable=True, facts={"percent": percent}
    )
    work.expectations.forget(work.actor.me, "work.progress", was.id)
    facts = {**facts_of(work, became), "percent": percent, "note": note}
    buttons = ((Press("a.done", was.id), Press("a.progress", was.id)), undo_row(row))
    return Message("work.progress_saved", facts, buttons, place=Place.TOAST)


@action(needs=Permission.OWN_WORK)
def note(work: Work, assignment_id: int, text: str) -> Message:
    """Words about how it goes, without a figure: kept in its history."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    work.log("note", "assignment", a.id, text=text)
    work.spoken_of.note(work.actor.me, f"assignment:{a.id}", work.now)
    work.expectations.forget(work.actor.me, "work.progress", a.id)
    return toast("work.noted", **facts_of(work, a), note=text)


@action(needs=Permission.OWN_WORK)
def wait_for_others(work: Work, assignment_id: int, text: str) -> Message:
    """«xong phần e, chờ CA ký»: kept in its history, and the assigner hears of it."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    row = work.log("waits", "assignment", a.id, text=text)
    facts = {**facts_of(work, a), "text": text}
    told = Message("work.waits_told", facts, ((Press("a.open", a.id, label=str(a.number)),),))
    at = work.tell_at_work(a.assigner_id, f"waits:{row}", told)
    return toast("work.waits_saved", **facts, at=at if at != work.now else None)


@action(needs=Permission.OWN_WORK)
def block(work: Work, assignment_id: int, why: str, files: Files = ()) -> Message:
    """Say what is in the way, beside what stands there; the assigner is told at once, in working
    hours."""
    was = mine(work, assignment_id)
    return _hindered(work, was, beside(was.blocked, why), why, files)


@action(needs=Permission.OWN_WORK)
def block_anew(work: Work, assignment_id: int, right: str, wrong: str) -> Message:
    """The same, instead of what was said just now; what stood there before stays."""
    was = mine(work, assignment_id)
    stood = was.blocked
    anew = stood.replace(wrong, right) if wrong and wrong in stood else beside(stood, right)
    return _hindered(work, was, anew, right)


@action(needs=Permission.OWN_WORK)
def fewer_left(
    work: Work, assignment_id: int, right: str, told: str, percent: int | None = None
) -> Message:
    """«còn 5 hộ, 75%»: how far it is, and fewer of what stood in the way."""
    was = mine(work, assignment_id)
    reached = percent if percent is not None and percent > was.percent else None
    if reached is not None:
        was = rules.progress(was, reached, work.now)
        save(
            work, mine(work, assignment_id), was, "progress", text=told, facts={"percent": reached}
        )
    saved = _hindered(work, was, right, told)
    return replace(saved, facts={**saved.facts, "told": told, "reached": reached})


def _hindered(work: Work, was: Assignment, why: str, said: str, files: Files = ()) -> Message:
    became = rules.block(was, why or ("@voice" if files else ""), work.now)
    row = save(work, was, became, "blocked", text=said, undoable=True)
    work.spoken_of.note(work.actor.me, f"assignment:{was.id}", work.now)
    work.expectations.forget(work.actor.me, "work.block", was.id)
    facts = {**facts_of(work, became), "blocked": why}
    told = Message(
        "work.blocked_told",
        facts,
        ((Press("a.question", was.id), Press("a.open", was.id, label=str(was.number))),),
        files=files,
    )
    at = work.tell_at_work(was.assigner_id, f"blocked:{row}", told, undo=row)
    later = at if at != work.now else None
    return Message(
        "work.blocked_saved",
        {**facts, "at": later, "voice": _aloud(files)},
        (undo_row(row),),
        place=Place.TOAST,
    )


@view(needs=Permission.OWN_WORK)
def goes_on(work: Work, assignment_id: int) -> bool:
    """Several messages within a minute are one sentence: an obstacle was told just now."""
    row = work.journal.last("assignment", mine(work, assignment_id).id)
    return row is not None and row.event == "blocked" and work.now - row.at <= ONE_SENTENCE


def _aloud(files: Files) -> bool:
    return any(kind == "voice" for kind, _ in files)


@action(needs=Permission.OWN_WORK)
def block_and_tell(
    work: Work, assignment_id: int, why: str, told: str, percent: int | None = None
) -> Message:
    """«mới làm 1 hộ, vướng vật liệu»: how far it is, and what is in the way; both are kept and
    said. A figure that is less than what stood there is a note."""
    was = mine(work, assignment_id)
    reached = percent if percent is not None and percent > was.percent else None
    if reached is not None:
        became = rules.progress(was, reached, work.now)
        save(work, was, became, "progress", text=told, facts={"percent": reached})
    else:
        note.run(work, assignment_id, told)
    saved = block.run(work, assignment_id, why)
    return replace(saved, facts={**saved.facts, "told": told, "reached": reached})


@action(needs=Permission.OWN_WORK)
def unblock(work: Work, assignment_id: int, text: str = "") -> Message:
    """Nothing stands in the way any more; what was told besides goes along."""
    was = mine(work, assignment_id)
    row = save(work, was, rules.unblock(was), "unblocked", text=text or None, undoable=True)
    work.nudge(
        was.assigner_id,
        f"unblocked:{row}",
        Message("work.unblocked_told", {**facts_of(work, was), "text": text}),
        silent=True,
        hold_until=work.now + UNDO_WITHIN,
        undo=row,
    )
    work.expectations.forget(work.actor.me, "work.block", was.id)
    return toast("work.unblocked", code=was.code)


@action(needs=Permission.OWN_WORK)
def expect_by(work: Work, assignment_id: int, day: datetime) -> Message:
    """The lead's own date of finishing; the deadline stays."""
    was = mine(work, assignment_id)
    became = rules.expect(was, day)
    work.expectations.forget(work.actor.me, "work.expect", was.id)
    save(work, was, became, "expects", undoable=True, facts={"day": day})
    return toast("work.expects_saved", **facts_of(work, became))


@action(needs=Permission.OWN_WORK)
def ask_progress(work: Work, assignment_id: int) -> Message:
    a = going(work, assignment_id)
    levels = tuple(Press("a.pct", a.id, str(n), label=f"{n}%") for n in (25, 50, 75))
    blocked = (Press("a.block", a.id),)
    return ask_for(work, "work.progress", a.id, "work.progress_ask", a, levels, blocked)


@action(needs=Permission.OWN_WORK)
def ask_block(work: Work, assignment_id: int) -> Message:
    return ask_for(work, "work.block", assignment_id, "work.block_ask", going(work, assignment_id))


@action(needs=Permission.OWN_WORK)
def ask_expected(work: Work, assignment_id: int) -> Message:
    return ask_for(
        work, "work.expect", assignment_id, "work.expect_ask", going(work, assignment_id)
    )


@view(needs=Permission.OWN_WORK)
def talk_it_over(work: Work, assignment_id: int) -> Message:
    """«Trao đổi lại»."""
    a = mine(work, assignment_id)
    row = (Press("a.ask", a.id, HERE), Press("a.ext", a.id, HERE))
    return Message("work.talk", facts_of(work, a), (row, (Press("a.release", a.id, HERE),)))


@view(needs=Permission.OWN_WORK)
def open_card(work: Work, assignment_id: int) -> Message:
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    return must_find(draw_assignment(work, assignment_id))
