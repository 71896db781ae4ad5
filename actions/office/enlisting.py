"""A whole list of people at once, copied from a sheet: read back, then written down by a tap."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from actions.desk import action
from actions.office.newcomers import enrol, must_fit
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.names import fold
from domain.phones import phone_words
from domain.refusals import Refusal
from domain.roster import PersonSaid
from storage import Work

TOPIC = "enlisted"
MOST, SHOWN, NAMED = 100, 6, 8
P = Permission


@dataclass(frozen=True, slots=True)
class _Checked:
    """A row as it would be written down; `why` it cannot be, and by which cell; without one a
    section is missing."""

    said: PersonSaid
    answers: Mapping[str, Any]
    why: str = ""
    cell: str = ""


@action(needs=P.MANAGE_PEOPLE)
def read_list(work: Work, rows: Sequence[PersonSaid]) -> Message:
    """Who would be added, who is there already, and which rows say what the office does not know;
    nobody is written down yet."""
    if len(rows) > MOST:
        raise Refusal("list_too_long", most=MOST)
    read = _all_read(work, rows)
    new = [one for one in read if not one.why]
    facts = {"count": len(new), "known": _names(read, "known"), "unclear": _unclear(read)}
    if not new:
        return Message("enlist.nobody", facts)
    waits = Expectation(TOPIC, answers={"rows": [asdict(one.said) for one in new]})
    work.expectations.expect(work.actor.me, waits, work.now)
    add = Press("enlist.add", 0, waits.mark)
    facts |= {
        "rows": [_shown(work, one) for one in new[:SHOWN]],
        "more": len(new) - SHOWN if len(new) > SHOWN else None,
    }
    leave = Press("q.leave", 0, TOPIC, label="@button.leave")
    return Message("enlist.check", facts, ((add, leave),), topic=f"{TOPIC}:0")


@action(needs=P.MANAGE_PEOPLE)
def add_listed(work: Work, mark: str = "") -> Message:
    """«Ghi»: those who were read back, and no newer list; whoever came onto the roster meanwhile
    is not doubled."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None:
        raise Refusal("form_over")
    if not waiting.is_read_as(mark):
        raise Refusal("newer_list")
    work.expectations.forget(work.actor.me, TOPIC, 0)
    new = [one for one in _all_read(work, _rows(waiting)) if not one.why]
    for one in new:
        enrol(work, one.answers)
    without = sum(1 for one in new if not one.said.phone)
    return result(
        "enlist.added", count=len(new), numbered=len(new) - without, without=without or None
    )


def _rows(waiting: Expectation) -> list[PersonSaid]:
    rows = waiting.answers["rows"]
    return [PersonSaid(**{**row, "cells": tuple(row["cells"])}) for row in rows]


def _all_read(work: Work, rows: Sequence[PersonSaid]) -> list[_Checked]:
    people, parts = work.people.all(work.today), _parts(work)
    names = {fold(person.name) for person in people}
    phones = {person.phone for person in people if person.phone}
    read = list[_Checked]()
    for row in rows:
        is_known = row.phone in phones if row.phone else fold(row.name) in names
        read.append(_Checked(row, {}, "known") if is_known else _read(work, row, parts))
        names.add(fold(row.name))
        phones |= {row.phone} - {""}
    return read


def _parts(work: Work) -> dict[str, tuple[str, int]]:
    """What a cell may name: a section, an organisation, a place, by each of its names."""
    named: dict[str, list[tuple[int, tuple[str, ...]]]] = {
        "locality": [(p.id, (p.name,)) for p in work.offices.localities(work.today)],
        "organisation": [(o.id, (o.name, o.short, o.code)) for o in work.organisations],
        "unit": [(u.id, (u.name, u.short, u.code)) for u in work.offices.units(work.today)],
    }
    return {
        fold(name): (kind, one)
        for kind, ones in named.items()
        for one, names in ones
        for name in names
    }


def _read(work: Work, row: PersonSaid, parts: Mapping[str, tuple[str, int]]) -> _Checked:
    answers: dict[str, Any] = {"name": row.name, "role": row.role, "phone": row.phone}
    if len(row.name.split()) < 2:
        return _Checked(row, answers, "unclear", row.name)
    for cell in row.cells:
        kind, one = parts.get(fold(cell), ("", 0))
        if not kind or kind in answers:
            return _Checked(row, answers, "unclear", cell)
        answers[kind] = one
    answers.setdefault("organisation", work.organisations[0].id)
    try:
        must_fit(answers)
    except Refusal:
        return _Checked(row, answers, "unclear")
    return _Checked(row, answers)


def _names(read: Sequence[_Checked], why: str) -> list[str]:
    return [one.said.name for one in read if one.why == why][:NAMED]


def _unclear(read: Sequence[_Checked]) -> list[dict[str, str]]:
    rows = [one for one in read if one.why == "unclear"]
    return [
        {"name": one.said.name, "cell": one.cell, "heads": "" if one.cell else one.said.role}
        for one in rows[:NAMED]
    ]


def _shown(work: Work, one: _Checked) -> dict[str, Any]:
    said, where = one.said, one.answers
    place = where.get("unit"), where.get("locality")
    return {
        "name": said.name,
        "role": said.role,
        "where": work.offices.unit_name(place[0]) or work.offices.locality_name(place[1]),
        "phone": phone_words(said.phone) if said.phone else "",
    }
