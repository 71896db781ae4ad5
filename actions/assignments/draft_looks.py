"""How a draft of work looks: what is asked, and the table before the one tap."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from actions.assignments.hearing import hears_late
from actions.assignments.overlaps import named_in, near
from actions.assignments.suggesting import suggestions
from actions.assignments.whom import candidates
from domain.access import Role
from domain.assignment_rights import may_give
from domain.hours import WORK_ENDS
from domain.letters import NEXT_PAGE, Message, Place, Press, Rows, paged, rows_of
from domain.names import given_name, shorten
from domain.people import Person
from domain.periods import local, short_day
from storage import Work

TOPIC = "draft"
PEOPLE = ("leads", "also", "supports")
NEEDED = ("leads", "what", "due")
EXTRAS = ("also", "supports", "evidence", "expected", "urgent_reason")
EVIDENCE = ("none", "photo", "file", "figures")
MET, LABEL_LETTERS = 3, 18
NOW = "now"
"""«Gửi ngay» instead of «Giao»."""
Row = dict[str, Any]
"""A line of the draft: leads, what, due, and what stands under «Thêm»."""
Answers = Mapping[str, Any]
"""The draft: its rows, which thing of which row is asked, and the mark that its buttons carry."""


def missing(row: Row) -> str:
    return next((name for name in NEEDED if not row.get(name)), "")


def card_of(mark: int) -> str:
    return f"draft:{mark}"


# the questions


def question(work: Work, answers: Answers, page: int = 0) -> Message:
    """Who, what or when, of one line; with a way out."""
    rows, asking = answers["rows"], answers["asking"]
    row = rows[answers["row"]]
    facts = {
        "line": row.get("line") or row.get("what", "") if len(rows) > 1 else "",
        "what": row.get("what", ""),
        "leads": work.people.names(*row.get("leads", ())),
        "name": row.get("name", ""),
        "past": row.get("past"),
        "missing": row.get("missing"),
        "kept": answers.get("kept"),
        "changed": answers.get("changed"),
        "aside": aside_of(work, answers),
        "left": len(rows) if answers.get("left") else None,
        "suited": _suited(work, row) if asking == "leads" and not row.get("choices") else [],
    }
    buttons = (*_CHOICES[asking](work, answers, page), (_way_out(answers),))
    return Message(f"give.ask_{asking}", facts, buttons, topic=f"{TOPIC}:0")


def _suited(work: Work, row: Row) -> list[dict[str, Any]]:
    """Who might do it, with reasons; whoever gives it decides."""
    people = candidates.run(work)
    return suggestions(work, row.get("what", ""), row.get("wants", ()), people)


def more_lines(answers: Answers) -> Message:
    """«Thêm việc»: one message of further lines."""
    back = Press("g.back", answers["mark"])
    return Message("give.ask_more_lines", buttons=((back,),), topic=f"{TOPIC}:0")


def which_row(work: Work, answers: Answers) -> Message:
    """Of which line the words are, by its number."""
    lines, mark = _short_lines(work, answers["rows"]), answers["mark"]
    numbers = [Press("g.which", mark, str(line["n"]), label=str(line["n"])) for line in lines]
    facts = {"text": answers["words"], "lines": lines}
    return Message("give.ask_row", facts, rows_of(numbers), topic=f"{TOPIC}:0")


def _way_out(answers: Answers) -> Press:
    """Back to the table from a whole line; a line that lacks something is left out."""
    rows, row, mark = answers["rows"], answers["row"], answers["mark"]
    if not missing(rows[row]):
        return Press("g.back", mark)
    if len(rows) > 1:
        return Press("g.drop", mark, str(row), label="@give.leave_out")
    return Press("g.drop", mark, "all")


def _asked(answers: Answers, choice: str) -> str:
    """What a button of a question carries: its line, the question, the choice."""
    return f"{answers['row']}.{answers['asking']}.{choice}"


def _people_buttons(work: Work, answers: Answers, page: int) -> Rows:
    """Those whom a name may mean, or everybody; namesakes by their whole names."""
    row, mark = answers["rows"][answers["row"]], answers["mark"]
    choices = row.get("choices")
    people = [p for p in candidates.run(work) if not choices or p.id in choices]
    taken = {*row.get("leads", ()), *row.get("supports", ())}
    free = [p for p in people if p.id not in taken]
    given = Counter(given_name(p.name) for p in free)
    presses = [_person_press(p, answers, given[given_name(p.name)] > 1) for p in free]
    return paged(presses, page, lambda other: Press("g.page", mark, f"{other}", NEXT_PAGE))


def _helper_buttons(work: Work, answers: Answers, page: int) -> Rows:
    """The sections, then the people."""
    row, mark = answers["rows"][answers["row"]], answers["mark"]
    free = [u for u in work.offices.units(work.today) if u.id not in row.get("units", ())]
    presses = [
        Press("g.pick", mark, f"{answers['row']}.units.{unit.id}", label=_short(unit.short))
        for unit in free
    ]
    return (*(rows_of(presses, 2) if page == 0 else ()), *_people_buttons(work, answers, page))


def _short(name: str) -> str:
    return shorten(name, LABEL_LETTERS)


def _person_press(person: Person, answers: Answers, whole: bool) -> Press:
    label = person.name if whole else given_name(person.name)
    return Press("g.pick", answers["mark"], _asked(answers, str(person.id)), label=label)


def _day_buttons(work: Work, answers: Answers, _: int) -> Rows:
    """The two readings of what was typed, or the next working days."""
    days: list[datetime] = list(answers["rows"][answers["row"]].get("readings", ()))
    if not days:
        first = work.calendar.on_or_after(work.today)
        wanted = [first, work.calendar.add_days(first, 1), _friday(work), _friday(work, 1)]
        days = [work.calendar.due(day) for day in dict.fromkeys(sorted(wanted))]
    return rows_of([_day_press(work, day, answers) for day in days if day > work.now])


def _day_press(work: Work, day: datetime, answers: Answers) -> Press:
    here = local(day, work.zone)
    clock = "" if here.time() == WORK_ENDS else f" {here.hour}h{here.minute:02}"
    moment = _asked(answers, here.strftime("%Y-%m-%dT%H.%M"))
    return Press(
        "g.pick", answers["mark"], moment, label=f"{short_day(here.date(), work.today)}{clock}"
    )


def _friday(work: Work, weeks: int = 0) -> date:
    return work.today + timedelta(days=(4 - work.today.weekday()) % 7 + 7 * weeks)


def _evidence_buttons(_: Work, answers: Answers, __: int) -> Rows:
    mark = answers["mark"]
    presses = [
        Press("g.pick", mark, _asked(answers, kind), label=f"@evidence.{kind}")
        for kind in EVIDENCE
    ]
    return rows_of(presses, 2)


def _nothing(_: Work, __: Answers, ___: int) -> Rows:
    return ()


_CHOICES = {
    "leads": _people_buttons,
    "what": _nothing,
    "due": _day_buttons,
    "also": _people_buttons,
    "supports": _helper_buttons,
    "evidence": _evidence_buttons,
    "expected": _nothing,
    "urgent_reason": _nothing,
}


# the table


def table(work: Work, answers: Answers) -> Message:
    """What will be given, before the one tap."""
    rows, mark = answers["rows"], answers["mark"]
    lines = [_line(work, number, row) for number, row in enumerate(rows, start=1)]
    late = max(filter(None, (_late(work, row) for row in rows)), default=None)
    facts = {
        "lines": lines,
        "count": len(rows),
        "kept": answers.get("kept"),
        "changed": answers.get("changed"),
        "aside": aside_of(work, answers),
        "left": len(rows) if answers.get("left") else None,
        "late": late,
        "met": _met(work, rows),
    }
    buttons = _one_row(mark) if len(rows) == 1 else _many_rows(mark, len(rows))
    if late:
        buttons = ((Press("g.go", mark, NOW, label="@give.now"),), *buttons)
    if answers.get("aside"):
        buttons = (*buttons, (Press("g.join", mark),))
    return Message("give.draft", facts, buttons, card=card_of(mark))


def aside_of(work: Work, answers: Answers) -> list[dict[str, Any]]:
    """The earlier draft, that was left for something else; one block, where there is one."""
    lines = _short_lines(work, answers.get("aside") or ())
    return [{"lines": lines}] if lines else []


def _short_lines(work: Work, rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {"n": n, "leads": work.people.names(*row.get("leads", ())), "what": row.get("what", "")}
        for n, row in enumerate(rows, start=1)
    ]


def _met(work: Work, rows: Sequence[Row]) -> tuple[dict[str, Any], ...]:
    """What each line overlaps, of each the strongest; it may be given all the same."""
    plans = (named_in(work, row["what"], work.day(row["due"]), row["leads"]) for row in rows)
    found = ((n, near(work, plan)) for n, plan in enumerate(plans, start=1))
    return tuple({"n": n, **met[0]} for n, met in found if met)[:MET]


def _late(work: Work, row: Row) -> datetime | None:
    """When its people would hear of it, where that is not before the limit."""
    urgent = bool(row.get("urgent"))
    heard = (hears_late(work, row["due"], lead, urgent=urgent) for lead in row["leads"])
    return next(filter(None, heard), None)


def _line(work: Work, number: int, row: Row) -> dict[str, Any]:
    files = len(row.get("files", ())) or None
    elsewhere = _elsewhere(work, row)
    return {
        "n": number,
        "leads": work.people.names(*row["leads"]),
        "what": row["what"],
        "due": row["due"],
        "supports": helpers_of(work, row),
        "evidence": row.get("evidence") if row.get("evidence") != "none" else None,
        "urgent": row.get("urgent_reason", ""),
        "expected": row.get("expected", ""),
        "source": row.get("source", ""),
        "files": files if row.get("source") else None,
        "sent": None if row.get("source") else files,
        "elsewhere": [f"{p.name}, {work.offices.unit_name(p.unit_id)}" for p in elsewhere],
        "refused": [p.name for p in elsewhere if not may_give(work.actor, p.unit_id)],
    }


def helpers_of(work: Work, row: Row) -> list[str]:
    """The people and the sections that help."""
    units = map(work.offices.unit_name, row.get("units", ()))
    return [*work.people.names(*row.get("supports", ())), *units]


def _elsewhere(work: Work, row: Row) -> list[Person]:
    """Who leads it and belongs to another section than the one that its giver heads; the office
    gives to all of them."""
    own = frozenset() if work.actor.is_any(Role.OFFICE_ADMIN) else work.actor.units
    leads = [work.people.get(one, work.today) for one in row["leads"]] if own else []
    return [p for p in leads if p and p.unit_id is not None and p.unit_id not in own]


def _one_row(mark: int) -> Rows:
    first = (Press("g.go", mark), Press("g.more", mark, "0"))
    return (first, _fixes(mark, 0), _ends(mark, "@button.g.drop"))


def _many_rows(mark: int, count: int) -> Rows:
    go = Press("g.go", mark, label=f"@give.all={count}")
    numbers = rows_of([Press("g.row", mark, str(n), label=str(n + 1)) for n in range(count)])
    return ((go,), *numbers, _ends(mark, "@give.drop_all"))


def _ends(mark: int, drop: str) -> tuple[Press, ...]:
    return (Press("g.add_line", mark), Press("g.drop", mark, "all", label=drop))


def _fixes(mark: int, row: int) -> tuple[Press, ...]:
    return tuple(
        Press("g.fix", mark, f"{row}.{name}", label=f"@give.fix.{name}") for name in NEEDED
    )


def row_look(work: Work, answers: Answers, row: int) -> Message:
    """What may be changed in one line of the table."""
    line, mark = answers["rows"][row], answers["mark"]
    more = Press("g.more", mark, str(row)), Press("g.drop", mark, str(row)), Press("g.back", mark)
    leads = work.people.names(*line.get("leads", ()))
    facts = {"what": line.get("what"), "leads": leads}
    return Message("give.row", facts, (_fixes(mark, row), more), place=Place.EDIT)


def extras_look(answers: Answers, row: int) -> Message:
    """«Thêm»: what most assignments do not need."""
    mark = answers["mark"]
    presses = [Press("g.fix", mark, f"{row}.{name}", label=f"@give.fix.{name}") for name in EXTRAS]
    buttons = (*rows_of(presses, 2), (Press("g.back", mark),))
    return Message("give.more", {}, buttons, place=Place.EDIT)


def over(message: Message) -> Message:
    """The same in place of the pressed message."""
    return replace(message, place=Place.EDIT)
