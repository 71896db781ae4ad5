"""The roll by one typed line, «vắng 3 7 12»: read back, and counted only after «Đúng»."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from actions.desk import action
from actions.roll.call import mark, mark_everybody
from actions.roll.closing import close_now
from actions.roll.page import (
    ON_ROLL,
    came_by_code,
    happened,
    line_mark,
    listen,
    on_roll,
    page_of,
    read_page,
    require_open,
    roll_of,
)
from domain.access import Permission
from domain.letters import Message, Place
from domain.refusals import Refusal
from domain.registrations import Registration
from domain.seats import Standing
from storage import Work

P = Permission


class RollLine(StrEnum):
    """What a typed line of numbers says of those numbers."""

    ABSENT = "absent"
    PRESENT = "present"


@action(needs=P.REPORT_TURNOUT)
def read_line(work: Work, point_id: int, said: RollLine, numbers: Iterable[int]) -> Message:
    """Who is away by what was typed; no number at all is «đủ»: nobody is."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    people, chosen = on_roll(work, point), set(numbers)
    known = {n for n, _ in people}
    if not people or not chosen <= known:
        raise Refusal("roll_numbers", most=max(known, default=0))
    answers = {"absent": _away(people, said, chosen)}
    listen(work, activity, point, answers)
    return read_page(work, point, answers["absent"])


def _away(
    people: Iterable[tuple[int, Registration]], said: RollLine, chosen: set[int]
) -> list[int]:
    """Who is not there, by their registrations."""
    return [one.id for n, one in people if (n in chosen) is (said is RollLine.ABSENT)]


@action(needs=P.REPORT_TURNOUT)
def keep_codes(work: Work, point_id: int) -> Message:
    """Whoever gave the code stays present; the line is read back anew."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    coded = {one.id for _, one in on_roll(work, point) if came_by_code(one)}
    answers = {"absent": [one for one in _heard(work, point.id) if one not in coded]}
    listen(work, activity, point, answers)
    return replace(read_page(work, point, answers["absent"]), place=Place.EDIT)


def _heard(work: Work, point_id: int) -> list[int]:
    """Who is away by the line that was read back."""
    heard = work.expectations.find(work.actor.me, "roll", point_id, work.now)
    if heard is None or "absent" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    return list(heard.answers["absent"])


@action(needs=P.REPORT_TURNOUT)
def confirm_line(work: Work, point_id: int, read: str = "", *, and_close: bool = False) -> Message:
    """All are present but those who were named; perhaps the list is closed with it. An older
    «Đúng» counts nothing newer."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    said = _heard(work, point.id)
    if read and read != line_mark(said):
        raise Refusal("nothing_to_confirm")
    away = set(said)
    if not away:
        mark_everybody(work, activity, point)
    else:
        work.rolls.open(point.id, happened(work, activity))
        work.rolls.set_everyone(point.id, everyone=False)
        for one in work.registrations.at_point(point.id, *ON_ROLL):
            became = Standing.ABSENT if one.id in away else Standing.PRESENT
            if one.standing is not became:
                mark(work, activity, one, became)
    listen(work, activity, point)
    return close_now(work, activity, point) if and_close else page_of(work, activity, point, 0)
