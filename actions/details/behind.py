"""From every figure of a part of the report to what it counts, to its card, and back, in one
message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.activities.plans import see_plan
from actions.assignments.leading import open_card
from actions.checklists.beginning import open_checking
from actions.desk import Action, view
from actions.digest.readers import told_as
from actions.matters.lists import open_matter
from actions.registers.telling import open_register
from actions.rooms import report_parts
from actions.supervision.lists import open_visit
from domain.access import Permission
from domain.behind import (
    DAY,
    LIST,
    MATTER,
    REGISTER,
    TASK,
    VISIT,
    Behind,
    BehindWay,
    Row,
    some,
)
from domain.digest import Seen
from domain.drilling import SHOWN
from domain.letters import NEXT_PAGE, Message, Place, Press, Rows, is_text, paged, rows_of
from domain.names import shorten
from domain.periods import Span, local
from domain.refusals import Refusal, must_find
from storage import Work

P = Permission
LABEL = 18
OPENS: dict[str, Action[[int], Message]] = {
    TASK: open_card,
    MATTER: open_matter,
    VISIT: open_visit,
    LIST: open_checking,
    REGISTER: open_register,
    DAY: see_plan,
}
"""What shows each kind of thing, and the right that it needs."""


def parts_to_open(work: Work, seen: Seen) -> list[str]:
    """The parts of which some figure counts something."""
    chosen = work.chosen_reports.get()
    return [
        part.name
        for part in report_parts()
        if part.behind and part.name not in chosen.without and some(part.behind(work, seen))
    ]


def title_of(seen: Seen) -> dict[str, Any]:
    kind = seen.week.kind if isinstance(seen.week, Span) else "week"
    return {"kind": kind, "number": seen.week.number}


def figures_of(work: Work, seen: Seen, part: str) -> Sequence[Behind]:
    for one in report_parts():
        if one.name == part and one.behind:
            return some(one.behind(work, seen))
    raise Refusal("unknown_button")


@view(needs=P.READ_DIGEST)
def figures(work: Work, number: int, way: BehindWay) -> Message:
    """The figures of a part that count something, each a button."""
    seen = told_as(work, number)
    found = figures_of(work, seen, way.part)
    first = way.page * SHOWN
    rows = [
        {"number": n, **_told(way.part, one)}
        for n, one in enumerate(found[first : first + SHOWN], start=first + 1)
    ]
    opens = [
        Press("d.fig", number, BehindWay(way.part, one.called).pack(), label=str(n))
        for n, one in enumerate(found, start=1)
    ]
    turns = paged(
        opens,
        way.page,
        lambda n: Press("d.part", number, replace(way, page=n).pack(), label=NEXT_PAGE),
        SHOWN,
    )
    up = Press("d.by", number, "again", label="@drill.up")
    facts = {**title_of(seen), "part": way.part, "rows": rows}
    return Message("behind.part", facts, (*turns, (up,)), Place.EDIT)


def _told(part: str, one: Behind) -> dict[str, Any]:
    """What it is called, of whom, and how much it is."""
    n = {"result": ((one.measure, one.n),)} if one.measure else {"n": one.n}
    return {"figure": f"{part}.{one.figure}", "of": one.of, "what": one.what, **n}


def _of(work: Work, seen: Seen, way: BehindWay) -> Behind:
    found = figures_of(work, seen, way.part)
    return must_find(next((one for one in found if one.called == way.called), None))


@view(needs=P.READ_DIGEST)
def rows(work: Work, number: int, way: BehindWay) -> Message:
    """What one figure counts, some on a page; each that has a card opens it."""
    seen = told_as(work, number)
    one = _of(work, seen, way)
    shown = one.rows[way.page * SHOWN : (way.page + 1) * SHOWN]
    facts = {
        **title_of(seen),
        **_told(way.part, one),
        "rows": [_row(work, row, one.measure) for row in shown],
    }
    opens = [
        Press("d.one", number, replace(way, thing=row.thing, id=row.id).pack(), label=_label(row))
        for row in _once(shown)
        if row.id and work.actor.may(OPENS[row.thing].needs)
    ]
    page = _page_of(figures_of(work, seen, way.part), one)
    turns = _turns(number, way, len(one.rows), page)
    return Message("behind.rows", facts, (*rows_of(opens, 2), *turns), Place.EDIT)


def _once(shown: Sequence[Row]) -> list[Row]:
    """Several points of one day open one card."""
    return list({(row.thing, row.id): row for row in reversed(shown)}.values())[::-1]


def _label(row: Row) -> str:
    return shorten(row.name.partition("/")[0], LABEL)


def _row(work: Work, row: Row, measure: str) -> dict[str, Any]:
    n = {"result": ((measure, row.n),)} if measure else {"n": row.n}
    day = local(row.day, work.zone).date() if isinstance(row.day, datetime) else row.day
    return {"name": row.name, "title": row.title, "day": day, **n, **row.more}


def _page_of(figures: Sequence[Behind], one: Behind) -> int:
    """On which page of its part it stands: back is where one came from."""
    return [figure.called for figure in figures].index(one.called) // SHOWN


def _turns(number: int, way: BehindWay, count: int, page: int) -> Rows:
    beside = []
    if way.page:
        before = replace(way, page=way.page - 1).pack()
        beside.append(Press("d.fig", number, before, label="@button.page_before"))
    if count > (way.page + 1) * SHOWN:
        after = replace(way, page=way.page + 1).pack()
        beside.append(Press("d.fig", number, after, label="@button.page_after"))
    up = Press("d.part", number, BehindWay(way.part, page=page).pack(), label="@drill.up")
    return rows_of([*beside, up])


@view(needs=P.READ_DIGEST)
def thing(work: Work, number: int, way: BehindWay) -> Message:
    """One of them as it stands now, in the same message, and back to the others."""
    one = _of(work, told_as(work, number), way)
    if (way.thing, way.id) not in {(row.thing, row.id) for row in one.rows}:
        raise Refusal("not_found")
    opens = OPENS[way.thing]
    if not work.actor.may(opens.needs):
        raise Refusal("no_permission", permission=opens.needs.value)
    card = opens.run(work, way.id)
    if card.protect or not is_text(replace(card, venue=None)):
        return card
    back = Press("d.fig", number, replace(way, thing="", id=0).pack(), label="@drill.up")
    return replace(
        card, buttons=(*card.buttons, (back,)), place=Place.EDIT, card="", topic="", venue=None
    )
