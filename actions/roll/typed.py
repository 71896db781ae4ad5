"""The roll by one typed line, «vắng 3 7 12»: read back, and counted only after «Đúng»."""

from collections.abc import Iterable
from enum import StrEnum

from actions.desk import action
from actions.roll.call import mark, mark_everybody
from actions.roll.closing import close_now
from actions.roll.page import (
    ON_ROLL,
    happened,
    line_mark,
    listen,
    page_of,
    read_page,
    require_open,
    roll_of,
)
from domain.access import Permission
from domain.letters import Message
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
    people = work.registrations.at_point(point.id, *ON_ROLL)
    chosen = set(numbers)
    if not people or any(not 1 <= n <= len(people) for n in chosen):
        raise Refusal("roll_numbers", most=len(people))
    answers = {"absent": _away(people, said, chosen)}
    listen(work, activity, point, answers)
    return read_page(work, point, answers["absent"])


def _away(people: list[Registration], said: RollLine, chosen: set[int]) -> list[int]:
    """Who is not there, by their registrations."""
    numbered = enumerate(people, start=1)
    return [one.id for n, one in numbered if (n in chosen) is (said is RollLine.ABSENT)]


@action(needs=P.REPORT_TURNOUT)
def confirm_line(work: Work, point_id: int, read: str = "", *, and_close: bool = False) -> Message:
    """All are present but those who were named; perhaps the list is closed with it. An older
    «Đúng» counts nothing newer."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    heard = work.expectations.find(work.actor.me, "roll", point.id, work.now)
    if heard is None or "absent" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    if read and read != line_mark(heard.answers["absent"]):
        raise Refusal("nothing_to_confirm")
    away = set(heard.answers["absent"])
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
