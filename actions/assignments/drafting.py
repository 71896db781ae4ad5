"""The draft of what is to be given: asked for who, what and when, shown once, issued by a tap."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from actions.assignments.giving import GIVEN, NewWork, give
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_give, must_give
from domain.assignments import State
from domain.calendar import WorkingCalendar
from domain.dialogue import Expectation
from domain.letters import NEXT_PAGE, Message, Place, Press, Rows, paged, rows_of, toast
from domain.names import given_name
from domain.people import Person
from domain.periods import local
from domain.refusals import Refusal
from storage import Work

TOPIC = "give"
PEOPLE = ("leads", "also", "supports")
MOST_ROWS = 20
Row = dict[str, Any]
"""A line of the draft: leads, what, due, and what stands under «Thêm»."""


@dataclass(frozen=True, slots=True)
class OfficeClock:
    """The office's own time and calendar, for reading what people type."""

    now: datetime
    calendar: WorkingCalendar


@view(needs=Permission.TALK)
def office_clock(work: Work) -> OfficeClock:
    return OfficeClock(local(work.now, work.office.zone), work.calendar)


@view(needs=Permission.ASSIGN)
def candidates(work: Work) -> list[Person]:
    """Everybody to whom the actor may give work: a head only in the own section."""
    people = [p for p in work.people.all(work.today) if p.roles]
    me = work.actor.person_id
    return [p for p in people if p.id != me and may_give(work.actor, p.unit_id)]


@view(needs=Permission.ASSIGN)
def roster(work: Work) -> list[Person]:
    """Everybody of the office, to find a name in."""
    return [p for p in work.people.all(work.today) if p.roles]


@action(needs=Permission.ASSIGN)
def begin(work: Work, rows: list[Row]) -> Message:
    """A new draft; an older one is forgotten."""
    work.expectations.forget(work.actor.me, "briefing", 0)
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Refusal("too_many_rows", most=MOST_ROWS)
    return _on(work, {"rows": rows})


@action(needs=Permission.ASSIGN)
def wait_for_lines(work: Work) -> Message:
    """The briefing lane: one message of lines is awaited."""
    work.expectations.expect(work.actor.me, Expectation("briefing"), work.now)
    return Message("give.ask_lines", topic="briefing:0")


@action(needs=Permission.ASSIGN)
def fill(work: Work, answers: Mapping[str, Any], changes: Row, row: int) -> Message:
    """Write an answer into a line and ask for what is still missing."""
    rows = [dict(r) for r in answers["rows"]]
    if not 0 <= row < len(rows):
        raise Refusal("draft_gone")
    rows[row] |= changes
    for lead_id in rows[row].get("leads", ()):
        lead = work.people.get(lead_id, work.today)
        must_give(work.actor, lead.unit_id if lead else None, work.people.name(lead_id))
    return _on(work, {"rows": rows})


@action(needs=Permission.ASSIGN)
def ask_again(work: Work, answers: Mapping[str, Any], row: int, what: str) -> Message:
    """Ask for one thing of a line: to correct it, or what stands under «Thêm»."""
    if not 0 <= row < len(answers["rows"]):
        raise Refusal("draft_gone")
    return _ask(work, {**answers, "row": row, "asking": what})


@action(needs=Permission.ASSIGN)
def leave_out(work: Work, answers: Mapping[str, Any], row: int) -> Message:
    """Take one line out of the draft; the last one takes the draft with it."""
    rows = [r for n, r in enumerate(answers["rows"]) if n != row]
    if rows:
        return _on(work, {"rows": rows})
    work.expectations.forget(work.actor.me, TOPIC, 0)
    return Message("give.dropped", place=Place.EDIT)


@action(needs=Permission.ASSIGN)
def issue_draft(work: Work, answers: Mapping[str, Any]) -> Message:
    """One tap issues all: one deed."""
    if any(_missing(row) for row in answers["rows"]):
        return _on(work, answers)
    return give.run(work, [_new(row) for row in answers["rows"]], TOPIC)


@view(needs=Permission.ASSIGN)
def given_before(work: Work, chat_id: int, message_id: int) -> Message:
    """A second tap on «Giao việc»: it is done, and nothing is given twice."""
    kind, _, first = (work.outbox.card_at(chat_id, message_id) or "").partition(":")
    if kind != GIVEN or work.assignments.get(int(first)).state is State.CANCELLED:
        raise Refusal("draft_gone")
    return toast("give.already")


def _new(row: Row) -> NewWork:
    kept = {name: row[name] for name in NewWork.__dataclass_fields__ if row.get(name)}
    tuples = {name: tuple(value) for name, value in kept.items() if isinstance(value, list)}
    return NewWork(**{**kept, **tuples})


def _missing(row: Row) -> str:
    return next((name for name in ("leads", "what", "due") if not row.get(name)), "")


def _on(work: Work, answers: Mapping[str, Any]) -> Message:
    """Ask for the next thing that is missing, or show the whole draft."""
    answers = {"rows": [_not_past(work, row) for row in answers["rows"]]}
    for number, row in enumerate(answers["rows"]):
        if missing := _missing(row):
            return _ask(work, {**answers, "row": number, "asking": missing})
    _wait(work, {**answers, "row": 0, "asking": ""})
    return draft_table(work, answers["rows"])


def _not_past(work: Work, row: Row) -> Row:
    """A day that has passed is asked again."""
    due = row.get("due")
    return {**row, "past": due, "due": None} if due and due <= work.now else row


def _wait(work: Work, answers: Mapping[str, Any]) -> None:
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, answers), work.now)


def _ask(work: Work, answers: Mapping[str, Any]) -> Message:
    _wait(work, answers)
    return _question(work, answers)


def _question(work: Work, answers: Mapping[str, Any], page: int = 0) -> Message:
    row, number = answers["rows"][answers["row"]], answers["row"]
    facts = {
        "line": row.get("line") if len(answers["rows"]) > 1 else "",
        "what": row.get("what", ""),
        "name": row.get("name", ""),
        "past": row.get("past"),
    }
    buttons = _CHOICES[answers["asking"]](work, row, number, page)
    return Message(f"give.ask_{answers['asking']}", facts, buttons, topic=f"{TOPIC}:0")


@view(needs=Permission.ASSIGN)
def more_people(work: Work, answers: Mapping[str, Any], page: int) -> Message:
    """«Trang sau»: the same question with other names."""
    if answers["asking"] not in PEOPLE:
        raise Refusal("draft_gone")
    return replace(_question(work, answers, page), place=Place.EDIT)


def _people_buttons(work: Work, row: Row, number: int, page: int) -> Rows:
    """Those whom a name may mean, or everybody; namesakes by their whole names."""
    choices = row.get("choices")
    people = [p for p in candidates.run(work) if not choices or p.id in choices]
    taken = {*row.get("leads", ()), *row.get("supports", ())}
    free = [p for p in people if p.id not in taken]
    given = Counter(given_name(p.name) for p in free)
    presses = [_person_press(p, number, given[given_name(p.name)] > 1) for p in free]
    return paged(presses, page, lambda other: Press("g.page", other, label=NEXT_PAGE))


def _person_press(person: Person, number: int, whole: bool) -> Press:
    label = person.name if whole else given_name(person.name)
    return Press("g.who", person.id, str(number), label=label)


def _day_buttons(work: Work, row: Row, number: int, _: int) -> Rows:
    """The two readings of what was typed, or the next working days."""
    days: list[datetime] = list(row.get("readings", ()))
    if not days:
        first = work.calendar.on_or_after(work.today)
        wanted = [first, work.calendar.add_days(first, 1), _friday(work), _friday(work, 1)]
        days = [work.calendar.due(day) for day in dict.fromkeys(sorted(wanted))]
    ahead = [day for day in days if day > work.now]
    return rows_of([_day_press(work, day, number) for day in ahead])


def _day_press(work: Work, day: datetime, number: int) -> Press:
    here = local(day, work.office.zone)
    clock = "" if here.hour == 17 and not here.minute else f" {here.hour}h{here.minute:02}"
    return Press("g.when", number, here.strftime("%Y-%m-%dT%H.%M"), label=f"{here:%d/%m}{clock}")


def _friday(work: Work, weeks: int = 0) -> date:
    return work.today + timedelta(days=(4 - work.today.weekday()) % 7 + 7 * weeks)


def _evidence_buttons(work: Work, row: Row, number: int, _: int) -> Rows:
    kinds = ("none", "photo", "file", "figures")
    presses = [Press("g.proof", number, kind, label=f"@evidence.{kind}") for kind in kinds]
    return rows_of(presses, 2)


def _nothing(work: Work, row: Row, number: int, _: int) -> Rows:
    return ()


_CHOICES = {
    "leads": _people_buttons,
    "what": _nothing,
    "due": _day_buttons,
    "also": _people_buttons,
    "supports": _people_buttons,
    "evidence": _evidence_buttons,
    "expected": _nothing,
    "urgent_reason": _nothing,
}


def draft_table(work: Work, rows: list[Row]) -> Message:
    """What will be given, before the one tap."""
    lines = [
        {
            "n": number,
            "leads": [work.people.name(p) for p in row["leads"]],
            "what": row["what"],
            "due": row["due"],
            "supports": [work.people.name(p) for p in row.get("supports", ())],
            "evidence": row.get("evidence") if row.get("evidence") != "none" else None,
            "urgent": row.get("urgent_reason", ""),
            "expected": row.get("expected", ""),
        }
        for number, row in enumerate(rows, start=1)
    ]
    facts = {"lines": lines, "count": len(rows)}
    go = Press("g.go", 0, label=f"@give.all={len(rows)}" if len(rows) > 1 else "")
    if len(rows) == 1:
        fix = tuple(
            Press("g.fix", 0, name, label=f"@give.fix.{name}") for name in ("leads", "what", "due")
        )
        return Message("give.draft", facts, ((go, Press("g.more")), fix, (Press("g.drop"),)))
    numbers = rows_of([Press("g.row", n, label=str(n + 1)) for n in range(len(rows))], 3)
    return Message("give.draft", facts, ((go,), *numbers, (Press("g.drop", 0, "all"),)))


@view(needs=Permission.ASSIGN)
def row_menu(work: Work, answers: Mapping[str, Any], row: int) -> Message:
    """What may be changed in one line of the table."""
    if not 0 <= row < len(answers["rows"]):
        raise Refusal("draft_gone")
    line = answers["rows"][row]
    fixes = [Press("g.fix", row, f, label=f"@give.fix.{f}") for f in ("leads", "what", "due")]
    more = (Press("g.more", row), Press("g.drop", row, "row"), Press("g.back"))
    leads = [work.people.name(p) for p in line.get("leads", ())]
    return Message(
        "give.row",
        {"what": line.get("what"), "leads": leads},
        (tuple(fixes), more),
        place=Place.EDIT,
    )


@view(needs=Permission.ASSIGN)
def more_menu(work: Work, row: int) -> Message:
    """«Thêm»: what most assignments do not need."""
    names = ("also", "supports", "evidence", "expected", "urgent_reason")
    presses = [Press("g.fix", row, name, label=f"@give.fix.{name}") for name in names]
    return Message("give.more", {}, (*rows_of(presses, 2), (Press("g.back"),)), place=Place.EDIT)


@view(needs=Permission.ASSIGN)
def show_draft(work: Work, answers: Mapping[str, Any]) -> Message:
    message = draft_table(work, answers["rows"])
    return Message(message.kind, message.facts, message.buttons, place=Place.EDIT)
