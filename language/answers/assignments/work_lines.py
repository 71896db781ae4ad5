"""Whom a name means, who is called at the beginning of a line, and lines of work: who, what, until
when, with whose help."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from domain.people import Person
from language.answers.assignments.briefing import briefing_line
from language.answers.assignments.giving import (
    is_handed,
    is_heading,
    opens_work,
    tells,
    turned_round,
    without_agreement,
    without_giving,
)
from language.answers.assignments.orders import Order, ends_apart, orders_in
from language.answers.assignments.people_named import (
    CalledFirst,
    called_first,
)
from language.answers.replies.limits import Due, due_in, end_of_week_asked
from language.dates.moments import Calendar
from language.line.fold import fold, tidy
from language.line.names import Colleague, Match, who
from language.line.patterns import any_of

FEW_WORDS = 4
LONGEST = 4096
EACH_OWN = re.compile(r"\b(?:moi (?:nguoi|ng|d/c|dc|dong chi|ban)|chia nhau)\b")
HAILED = re.compile(r"^[^,:]{1,30}\b(?:ơi|oi)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: the one, or those among whom it is to be asked."""

    one: int | None = None
    among: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.one is not None or bool(self.among)


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of the briefing: who, what, until when, with whose help."""

    said: str
    lead: Found
    what: str
    due: Due
    helpers: tuple[Found, ...] = ()
    firm: bool = False
    handed: bool = False
    """«ok giao việc băng rôn cho Nam»: the verb says it."""

    hailed: bool = False
    """«Nam ơi, soạn …»: somebody is called, and what is to be done follows."""

    each_own: bool = False
    """«Nam, Hoa, Bắc mỗi người 1 khu»: every one of them leads their own."""

    @property
    def dated(self) -> bool:
        """Until when was said, even if that day is to be asked."""
        return self.due.is_said

    @property
    def is_title(self) -> bool:
        """«KẾT LUẬN GIAO BAN 30/11» above the lines: nobody's work."""
        return not self.lead and is_heading(self.said)

    @property
    def is_given(self) -> bool:
        """«Tuyên: cho c xin số liệu quý 4»: somebody's, though no day is named."""
        words = len(self.what.split())
        named = (self.firm or self.hailed) and words >= FEW_WORDS
        plain = named or (self.handed and words > 1)
        return self.lead.one is not None and plain

    @property
    def is_ordered(self) -> bool:
        """«nam: lập ds hộ chưa nhận tiền»: said to one by name, and begins with what is to be
        done."""
        addressed = self.firm or self.hailed or self.handed
        return addressed and self.lead.one is not None and opens_work(self.what)

    @property
    def hands_over(self) -> bool:
        """«giao Nam hạn t6»: what is to be done stands elsewhere, or is asked."""
        return self.handed and self.lead.one is not None and self.dated and not self.what

    @property
    def is_for_unknown(self) -> bool:
        """«Nam: vận động 6 hộ, thứ 6», though nobody here is called so."""
        name, colon, what = self.what.partition(":")
        return not self.lead and self.dated and bool(name and colon and " " in what.strip())

    @property
    def is_for_anybody(self) -> bool:
        """«giao làm maket sân khấu» names nobody at all."""
        return not self.lead and self.handed and opens_work(self.what)

    @property
    def is_told(self) -> bool:
        """«Hoa nghỉ ốm», «Bắc đã in xong»: told of somebody, and nothing is given."""
        return bool(self.lead) and not self.handed and tells(self.what)

    @property
    def is_whole(self) -> bool:
        """«Tuyên chuẩn bị maket hội nghị, 10h mai»."""
        return bool(self.lead) and self.dated and " " in self.what


def find_person(text: str, people: Iterable[Person]) -> Found:
    return found_in(who(text, as_colleagues(people)))


def find_given(text: str, people: Iterable[Person]) -> Found:
    """«thôi để chị Mai làm nhé», where it was asked to whom it is given."""
    cut = fold(text) if len(fold(text)) == len(text) else ""
    framed = _given().fullmatch(cut)
    return find_person(text[slice(*framed.span("name"))], people) if framed else Found()


@cache
def _given() -> re.Pattern[str]:
    head, tail = any_of("names", "given_head"), any_of("names", "given_tail")
    return re.compile(rf"[ ,.]*(?:{head}[ ,]+)*(?P<name>.+?)(?:[ ,.]+{tail})*[ ,.!]*")


def calls_somebody(text: str, people: Iterable[Person]) -> CalledFirst | None:
    """Whom the line calls before it says anything."""
    return called_first(text, as_colleagues(people))


def read_lines(
    text: str, people: Sequence[Person], now: datetime, calendar: Calendar
) -> list[WorkLine]:
    """The briefing lane: one assignment a line."""
    colleagues = as_colleagues(people)
    read = (_orders(said, colleagues, now, calendar) for said in text.splitlines() if said)
    return [line for lines in read for line in lines]


def _orders(
    said: str, known: Sequence[Colleague], now: datetime, calendar: Calendar
) -> list[WorkLine]:
    """The orders of a line, each with its own limit; one that stands apart at the end is theirs
    who have none, and so is that of all where the others only say who does which part."""
    orders = orders_in(without_agreement(tidy(said[:LONGEST])), known)
    if len(orders) == 1 and not orders[0].helpers:
        return [_line(Order(said), said, known, now, calendar)]
    lines = [_line(one, said, known, now, calendar) for one in orders]
    parts = _are_parts(lines)
    shared = parts or ends_apart(orders[-1].text, now, calendar)
    due = lines[0 if parts else -1].due
    return [replace(one, due=due) if shared and not one.dated else one for one in lines]


def _line(
    order: Order, said: str, known: Sequence[Colleague], now: datetime, calendar: Calendar
) -> WorkLine:
    turned = turned_round(order.text)
    one = briefing_line(turned, known, now, calendar)
    helpers = tuple(map(found_in, (*one.helpers, *order.helpers)))
    due = end_of_week_asked(due_in(one.when, now), one.when)
    lead = found_in(one.who)
    handed = is_handed(said)
    what = one.what if lead or not handed else without_giving(one.what)
    hailed = bool(lead) and HAILED.search(order.text) is not None and opens_work(what)
    each_own = bool(helpers) and EACH_OWN.search(fold(what)) is not None
    return WorkLine(order.text, lead, what, due, helpers, one.firm, handed, hailed, each_own)


def _are_parts(lines: Sequence[WorkLine]) -> bool:
    """«Bắc và Ánh: chuẩn bị hội nghị thứ 6, Bắc hội trường, Ánh tài liệu»."""
    first, *others = lines
    team = {first.lead.one, *(helper.one for helper in first.helpers)}
    told = first.dated and len(team) > 1 and not any(one.dated for one in others)
    return told and all(one.lead.one in team for one in others)


def as_colleagues(people: Iterable[Person]) -> list[Colleague]:
    return [Colleague(str(p.id), p.name, p.title) for p in people]


def found_in(match: Match) -> Found:
    sure = match.one
    return Found(int(sure.key)) if sure else Found(among=tuple(int(p.key) for p in match.people))
