"""«Trao đổi lại»: a question and its answer, a wish for more time, a wish to be released."""

from datetime import date, datetime, timedelta

from actions.assignments.cards import facts_of, must_see
from actions.assignments.leading import Files, ask_for, going, mine, must_be_here, way_out
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import leads
from domain.assignments import Assignment
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.hours import WORK_ENDS
from domain.letters import Message, Press, Rows, rows_of, toast
from domain.periods import local, short_day
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry
from storage.requests import Request

ANSWERED_WITHIN = DAY
EXTENSION, RELEASE = "work.ext", "work.release"
REASONS = ("busy", "not_mine", "leave")


# a question and its answer


@action(needs=Permission.OWN_WORK)
def ask_question(work: Work, assignment_id: int) -> Message:
    """Wait for a question about an assignment, from whoever follows it."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    return ask_for(
        work, "work.say", a.id, "work.say_ask", a, name=work.people.name(other_side(work, a))
    )


@action(needs=Permission.OWN_WORK)
def ask_answer(work: Work, row_id: int) -> Message:
    """«Trả lời» under a question."""
    row, a = _said(work, row_id)
    return ask_for(work, "work.answer", row_id, "work.answer_ask", a, said=row.text)


@action(needs=Permission.OWN_WORK)
def say(
    work: Work, assignment_id: int, text: str, files: Files = (), to: int | None = None
) -> Message:
    """Carry a question to whom it was read back for, else to the other side: the lead's to the
    assigner, others' to the lead."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    work.expectations.forget(work.actor.me, "work.say", a.id)
    return _carry(work, a, to or other_side(work, a), text, files)


@action(needs=Permission.OWN_WORK)
def answer(work: Work, row_id: int, text: str, files: Files = ()) -> Message:
    """Carry the answer back to whoever asked."""
    row, a = _said(work, row_id)
    work.expectations.forget(work.actor.me, "work.answer", row_id)
    asked = row.text or ""
    return _carry(work, a, int(row.facts["by"]), text, files, answers=row.id, asked=asked)


def other_side(work: Work, a: Assignment) -> int:
    return a.assigner_id if leads(work.actor, a) else a.lead_id


def _carry(work: Work, a: Assignment, to: int, text: str, files: Files, **more: object) -> Message:
    if not text and not files:
        raise Refusal("words_needed")
    must_be_here(work, to)
    facts = {"to": to, "by": work.actor.me, "files": [list(file) for file in files], **more}
    row = work.log("said", "assignment", a.id, text=text, facts=facts)
    work.spoken_of.note(work.actor.me, f"assignment:{a.id}", work.now)
    at = work.ring_at()
    if not more:
        _await_answer(work, to, row, at)
    work.redraw(f"question:{row}", to, ring=True, at=at)
    later = at if at != work.now else None
    name = work.people.name(to)
    voice = not text and any(kind == "voice" for kind, _ in files)
    return toast("work.said", code=a.code, name=name, at=later, voice=voice)


def _await_answer(work: Work, to: int, row: int, rings: datetime) -> None:
    """From when it rings, the next words of whoever is asked are the answer."""
    question = Expectation("work.answer", row, expires=rings + ANSWERED_WITHIN)
    work.expectations.expect(to, question, rings)


def _said(work: Work, row_id: int) -> tuple[Entry, Assignment]:
    row = work.journal.row(row_id)
    if row is None or row.event != "said" or row.facts["to"] != work.actor.person_id:
        raise Refusal("not_found")
    return row, work.assignments.get(row.subject)


@view(needs=Permission.OWN_WORK)
def unanswered(work: Work, assignment_id: int) -> int | None:
    """The one question about an assignment that waits for the actor's answer."""
    me = work.actor.me
    said = [r for r in work.journal.history("assignment", assignment_id) if r.event == "said"]
    mine_last = max((r.id for r in said if r.facts["by"] == me), default=0)
    waiting = [r.id for r in said if r.facts["to"] == me and r.id > mine_last]
    return waiting[0] if len(waiting) == 1 else None


@view(needs=Permission.OWN_WORK)
def asked_about(work: Work, row_id: int) -> int:
    """The assignment that a question to the actor is about."""
    return _said(work, row_id)[1].id


def draw_question(work: Work, row_id: int) -> Message | None:
    """A question, or its answer, to whom it is meant for."""
    try:
        row, a = _said(work, row_id)
    except Refusal:
        return None
    by = work.people.name(row.facts["by"])
    asked = row.facts.get("asked", "")
    facts = {**facts_of(work, a), "by": by, "text": row.text, "asked": asked}
    files = tuple((kind, file_id) for kind, file_id in row.facts["files"])
    buttons = ((Press("q.answer", row_id), Press("a.open", a.id, label=str(a.number))),)
    kind = "work.answered" if "answers" in row.facts else "work.question"
    topic = "" if "answers" in row.facts else f"work.answer:{row_id}"
    return Message(kind, facts, buttons, card=f"question:{row_id}", topic=topic, files=files)


# more time


@action(needs=Permission.OWN_WORK)
def ask_until(work: Work, assignment_id: int) -> Message:
    """«Xin gia hạn»: until when, and why."""
    a = mine(work, assignment_id)
    rules.check_extension(a, max(a.due_at, work.now) + timedelta(seconds=1), work.now)
    rows = (*later_days(work, a, "a.until"), way_out(EXTENSION, a.id))
    return ask_for(work, EXTENSION, a.id, "work.ext_ask", a, *rows)


def later_days(work: Work, a: Assignment, verb: str, subject: int | None = None) -> Rows:
    """The next working days after the deadline, or after today when it has passed."""
    start = max(work.day(a.due_at), work.today)
    friday = start + timedelta(days=(4 - start.weekday()) % 7 or 7)
    near = work.calendar.add_days(start, 1), work.calendar.add_days(start, 3)
    days = dict.fromkeys(sorted((*near, work.calendar.on_or_after(friday))))
    return rows_of([day_press(work, verb, subject or a.id, day) for day in days])


def day_press(work: Work, verb: str, subject: int, day: date | datetime) -> Press:
    """A button with a day, which means its end, or a moment."""
    moment = day if isinstance(day, datetime) else work.calendar.due(day)
    here = local(moment, work.zone)
    clock = "" if here.time() == WORK_ENDS else f" {here.hour}h{here.minute:02}"
    day_said = short_day(here.date(), work.today)
    return Press(verb, subject, f"{here:%Y-%m-%dT%H.%M}", label=f"{day_said}{clock}")


@action(needs=Permission.OWN_WORK)
def extension(
    work: Work,
    assignment_id: int,
    due: datetime | None,
    reason: str,
    readings: tuple[datetime, ...] = (),
    files: Files = (),
) -> Message:
    """Ask for more time once day and reason are known; else ask for what is missing."""
    a = mine(work, assignment_id)
    if due is None:
        work.expectations.expect(
            work.actor.me, Expectation(EXTENSION, a.id, {"reason": reason}), work.now
        )
        choice = rows_of([day_press(work, "a.until", a.id, d) for d in readings if d > a.due_at])
        buttons = (*(choice or later_days(work, a, "a.until")), way_out(EXTENSION, a.id))
        return Message("work.ext_which", facts_of(work, a), buttons, topic=f"{EXTENSION}:{a.id}")
    rules.check_extension(a, due, work.now)
    if not reason and not files:
        waiting = Expectation(EXTENSION, a.id, {"due": due})
        work.expectations.expect(work.actor.me, waiting, work.now)
        facts = {**facts_of(work, a), "new_due": due}
        rows = (way_out(EXTENSION, a.id),)
        return Message("work.ext_why", facts, rows, topic=f"{EXTENSION}:{a.id}")
    work.expectations.forget(work.actor.me, EXTENSION, a.id)
    asked = work.requests.ask(a.id, "extension", work.actor.me, reason, work.now, due)
    return _sent(work, a, asked, "work.ext_sent", files)


def _sent(
    work: Work, a: Assignment, asked: Request, kind: str, files: Files, heir: int | None = None
) -> Message:
    work.log(
        f"{asked.kind}_asked",
        "assignment",
        a.id,
        text=asked.reason,
        facts={
            "request": asked.id,
            "due": asked.new_due,
            "from": a.due_at,
            "files": [list(file) for file in files],
            "heir": heir,
        },
    )
    at = work.ring_at(a.urgent)
    work.redraw(f"request:{asked.id}", work.decider_for(a.assigner_id), ring=True, at=at)
    work.redraw(f"assignment:{a.id}", *work.assignments.holders(f"assignment:{a.id}"))
    later = at if at != work.now else None
    facts = {**facts_of(work, a), "new_due": asked.new_due, "heir": work.people.name(heir)}
    return toast(kind, **facts, at=later)


@view(needs=Permission.OWN_WORK)
def my_extensions(work: Work) -> dict[int, int]:
    """The actor's own wishes for more time that nobody has answered, each with its assignment."""
    me = work.actor.person_id
    asked = [one for one in work.requests.pending() if one.kind == "extension"]
    return {one.id: one.assignment_id for one in asked if one.person_id == me}


@action(needs=Permission.OWN_WORK)
def withdraw(work: Work, request_id: int) -> Message:
    """«rút gia hạn»: nothing waits for an answer any more, and whoever was asked sees it."""
    asked = work.requests.get(request_id)
    a = mine(work, asked.assignment_id)
    if not asked.pending:
        raise Refusal(
            "already_handled",
            who=work.people.name(asked.decided_by),
            at=asked.decided_at,
            what=asked.state,
        )
    work.requests.drop(a.id, work.now, asked.kind)
    work.log(f"{asked.kind}_withdrawn", "assignment", a.id, facts={"request": asked.id})
    card = f"request:{asked.id}"
    work.redraw(card, *work.assignments.holders(card))
    work.redraw(f"assignment:{a.id}", *work.assignments.holders(f"assignment:{a.id}"))
    return toast("work.ext_withdrawn", **facts_of(work, a))


# release


@action(needs=Permission.OWN_WORK)
def ask_why(work: Work, assignment_id: int) -> Message:
    """«Không nhận được»: why, and who could do it instead."""
    a = going(work, assignment_id)
    presses = [Press("a.rel", a.id, code, label=f"@release.{code}") for code in REASONS]
    return ask_for(work, RELEASE, a.id, "work.release_ask", a, *rows_of(presses, 2))


@action(needs=Permission.OWN_WORK)
def release(
    work: Work, assignment_id: int, reason: str, files: Files = (), heir: int | None = None
) -> Message:
    """Ask to be released, perhaps in favour of a colleague; until it is decided the work stays
    in the lead's name."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    if not reason and not files:
        raise Refusal("reason_needed")
    work.expectations.forget(work.actor.me, RELEASE, a.id)
    asked = work.requests.ask(a.id, "release", work.actor.me, reason, work.now)
    kind = "work.hand_wished" if heir else "work.release_sent"
    return _sent(work, a, asked, kind, files, heir)
