"""A line with figures."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Self

from domain.turnout import Figures
from language.answers.activities.planned import counts_who_go
from language.answers.registrations.coming import joined
from language.answers.turnout import group_changes, headcounts
from language.answers.turnout.figure_days import (
    class_among,
    code_in,
    dates_in,
    day_among,
    names_another,
    names_plainly,
)
from language.answers.turnout.group_changes import GroupChange, among
from language.answers.turnout.headcounts import (
    denies_figures,
    figures_of,
    group_came,
    group_named,
    group_of,
    is_below_zero,
    is_counting,
    place_named,
    split_by_point,
)
from language.line.fold import fold
from language.reading.work import OfWork

_WORKERS = re.compile(r"\b\d+ cn\b(?! (?:nay|toi|tuan))")


def _counts_workers(folded: str) -> bool:
    """«dk 20 cn»: twenty of them, before it is a Sunday."""
    return bool(_WORKERS.search(folded))


class OfFigures(OfWork):
    """How many came, where, and what came of it."""

    @cached_property
    def figures(self) -> Figures | None:
        """People, parts and results; None when there are none in it."""
        return figures_of(self._typed.turnout, self.text)

    @cached_property
    def denies_figures(self) -> bool:
        """«10 người là sai rồi»: that it is wrong, without the right number."""
        return denies_figures(self.text)

    @cached_property
    def target(self) -> Figures | None:
        """The same where a number below nought is none."""
        return None if is_below_zero(self.text) else self.figures

    @cached_property
    def only_figures(self) -> bool:
        """«dtn 20 pn 15 vang 3»: so many people and nothing else, whatever was asked."""
        said = self.figures
        counted = said is not None and (said.total is not None or bool(said.parts))
        return counted and not self.names_assignment and is_counting(self.text)

    @cached_property
    def is_of_work(self) -> bool:
        """«lập lại 161 nhé», «164 thôi, Sơn nhầm»: so large a number, with words of work."""
        ordered = self.orders_by_number and not is_counting(self.text)
        return bool(self.numbers) and bool(ordered or headcounts.is_of_work(self.words))

    @property
    def may_be_of_work(self) -> bool:
        """«161», «161 nhé»: so large a number, and no word of people beside it."""
        counted = headcounts.counts_people(self._typed.line)
        return self.is_of_work or (bool(self.numbers) and not counted)

    @cached_property
    def group(self) -> Figures | None:
        """«dk 12 ng»: how many are to be registered together; «5/12» is a day, and no five."""
        if self.dates and (undated := self.of_day(self.dates)[1]).text != self.text:
            return undated.group
        registers = headcounts.registers(self._typed.line)
        said = self._group() if registers else None
        return said or group_named(self.text)

    def _group(self) -> Figures | None:
        line, found = self._typed.line, self._typed.turnout
        return group_of(self.reply("activity"), line, found, self.text)

    @property
    def group_of_a_day(self) -> Figures | None:
        """«hoi phu nu dang ky 15 chi em thu 7», «pn 12 dang ky Tra Co»: how many are registered,
        for a day, or in a line that begins so."""
        begins = headcounts.begins_registering(self._typed.line)
        if not (self.day_ahead or begins) or self.names_assignment:
            return None
        return self.group if self.registers_group else None

    @cached_property
    def registers_group(self) -> bool:
        """«dk cho xã tôi 25 người, dtn 10 pn 15» is of a day to come; «đăng ký 35, đến 31» tells
        who came."""
        return self.group is not None and not headcounts.tells_both(
            self._typed.turnout, self.words
        )

    @cached_property
    def day_ahead(self) -> date | None:
        """«thứ 7 này», «sáng mai», «5/12»: the day to come that is named."""
        named_so = self.when.kind in ("day", "time", "span") and not _counts_workers(self.words)
        start = self.when.start if named_so else None
        day = start.date() if isinstance(start, datetime) else start
        named = next(iter(self.dates), day)
        return named if named and named > self.now.date() else None

    @cached_property
    def days_ahead(self) -> Sequence[date]:
        """«t7 và cn»: each day to come that is named."""
        pieces = [self.of(piece) for piece in joined(self.text) if piece]
        return list(dict.fromkeys(day for piece in pieces if (day := piece.day_ahead)))

    @cached_property
    def days_given_up(self) -> Sequence[date]:
        """«cn em bận không đi được, t7 vẫn đi»: the days that somebody does not come."""
        pieces = [self.of(piece) for piece in joined(self.text) if piece]
        named = [(one, day) for one in pieces if (day := one.day_ahead)]
        return [day for one, day in named if one.reply("activity").intent == "unregister"]

    @cached_property
    def of_group(self) -> Figures | None:
        """What a line says of a group that is spoken of: its number, or how many more or fewer;
        that it comes late counts nobody."""
        said, now = self.figures, group_changes.becomes(self._without_day)
        if now is not None:
            return Figures(now, raw=self.text)
        grown = said is not None and said.change and said.total is not None
        if self.reply("activity").intent == "late" or grown:
            return said if grown else None
        gives_up = self.reply("activity").intent == "unregister"
        change = (
            0
            if said and said.parts
            else group_changes.more_or_fewer(self._without_day, gives_up=gives_up)
        )
        return Figures(change, raw=self.text, change=True) if change else self.group or among(said)

    @cached_property
    def tells_who_came(self) -> bool:
        """«chi co 6 nguoi den, vang 4», «nd 8 pn 5, vang 2»: of a roll, or of a day that was held;
        whoever registers people, or names a day to come, tells how many will."""
        if self.day_ahead or headcounts.registers(self._typed.line):
            return False
        said = self.figures
        return bool(said and said.measures) or headcounts.came(self.words)

    @property
    def counts_who_come(self) -> bool:
        """A number that a group ahead may have: none stands in «có bao nhiêu người đăng ký»."""
        said = self.figures
        number = said is not None and bool(said.people or said.candidates or said.change)
        asks_it = self._typed.asks and headcounts.asks_number(self.words)
        return (number or self.group is not None) and not (asks_it or self.tells_who_came)

    @property
    def _without_day(self) -> str:
        """«không đi thứ 7 nữa» without the day's name, whose number is no figure."""
        return self.words if self.when.kind == "none" else fold(self.when.rest)

    @property
    def gives_up_no_number(self) -> bool:
        """«em bận, không đi dọn rác thứ 7 nữa»: it says who comes no more, and no number."""
        said = self.group_change.figures
        leaves = self.reply("activity").intent == "unregister"
        return leaves and not (said and (said.people or said.candidates or said.total == 0))

    @cached_property
    def group_change(self) -> GroupChange:
        """«thêm 4», «đổi lại pn 10 thôi», «dtn 15 chứ không phải mttq»."""
        denied = group_changes.denied_in(self.words)
        if denied is None:
            now = self.of_group
            whole = now is not None and now.summed and bool(now.parts)
            return GroupChange(now, group_changes.is_partly(self.words) and not whole)
        said, whose = self.of(self.words[: denied.start()]), self.of(f"{denied['what']} 1")
        known = whose.figures if whose.figures and whose.figures.parts else None
        return GroupChange(said.figures if known else None, True, known)

    def days_named(
        self, days: Mapping[int, date], names: Mapping[int, Sequence[str]]
    ) -> list[int]:
        """«thứ 7», «28/11», «bãi biển»: the days ahead that a line may be about."""
        day, _ = self.of_day(set(days.values()))
        return group_changes.days_named(self.words, day, days, names)

    @property
    def asks_which_day(self) -> bool:
        """«thế thứ 7 hay chủ nhật đây»: a day on either side, and neither is chosen."""
        sides = self.words.split(" hay ")
        return len(sides) == 2 and all(self.of(side).day_ahead for side in sides)

    @property
    def group_came(self) -> int | None:
        """«nhom den 12», «nhóm 15 thành 18»: the number of a group that was counted before."""
        return group_came(self.text) or group_changes.becomes(self._without_day)

    @property
    def people_who_go(self) -> Figures | None:
        """«PN 12 người đi Bình Ngọc», «thứ 7 này khu em đi 48 người»: how many go, and where or
        when."""
        ours = self.day_ahead is not None and headcounts.so_many_of_ours(self.words)
        goes = ours or counts_who_go(self.words)
        return self.figures if goes and not self._typed.asks else None

    def place_named(self, called: Mapping[int, Sequence[str]]) -> int | None:
        """«ĐTN 12 o Binh Ngoc»: the only point that is named anywhere in the line."""
        return place_named(self.text, called)

    def place_gone_to(self, called: Mapping[int, Sequence[str]]) -> int | None:
        """«12 nguoi o Binh Ngoc», «ra Trà Cổ»: where they go, and not where they are from."""
        return next((one for one in called if headcounts.goes_to(self.words, called[one])), None)

    def by_point(self, called: Mapping[int, Sequence[str]]) -> Sequence[tuple[int | None, Self]]:
        """«Ka Long 42, Trà Cổ 12»: which part of the line speaks of which point."""
        named = tuple((point, tuple(names)) for point, names in called.items())
        return self._once(
            ("points", named),
            lambda: [
                (point, self.of(piece)) for point, piece in split_by_point(self.text, called)
            ],
        )

    def of_day(self, days: Collection[date]) -> tuple[date | None, Self]:
        """«28/11 dtn 25»: the one of these days that is named, and the line without it."""
        day, rest = day_among(self.text, self.when, days)
        return day, self.of(rest)

    @property
    def is_ahead(self) -> bool:
        """«thứ 7 này đi 5 người»: a day to come is named, so nobody came yet."""
        start = self.when.start
        day = start.date() if isinstance(start, datetime) else start
        return self.when.kind in ("day", "time") and day is not None and day > self.now.date()

    @property
    def is_from_today(self) -> bool:
        """The same, or of today itself."""
        start = self.when.start
        day = start.date() if isinstance(start, datetime) else start
        return self.is_ahead or (self.when.kind in ("day", "span") and day == self.now.date())

    @cached_property
    def day_said(self) -> date | None:
        """«thứ 7 này», «mai», «hôm nay», «28/11»: the day that is plainly named; «thứ 7» alone may
        be the last one or the next."""
        start = self.when.start
        day = start.date() if isinstance(start, datetime) else start
        plain = self.when.kind in ("day", "time") and names_plainly(
            self.words, day, self.now.date()
        )
        return next(iter(self.dates), day if plain else None)

    @cached_property
    def is_of_plan(self) -> bool:
        """«30 người mỗi điểm», «thêm điểm cho Bình Ngọc»: places of a plan, not who came."""
        return headcounts.is_of_plan(self.words)

    @cached_property
    def dates(self) -> list[date]:
        """«9/12»: every date that is written as one."""
        return dates_in(self.text, self.now.date())

    def of_class(self, titles: Mapping[int, str]) -> tuple[list[int], Self] | None:
        """«lớp 3 có 42 người»: which of these classes, and the line without it."""
        found = class_among(self.text, titles)
        return (found[0], self.of(found[1])) if found else None

    @cached_property
    def names_another(self) -> bool:
        """«bỏ ý kiến YK-009 đi»: about what stands under a code."""
        return names_another(self.text)

    @cached_property
    def activity_code(self) -> str:
        """«TH-2711»."""
        return code_in(self.text)

    @cached_property
    def put_right(self) -> Self | None:
        """«nhầm, 38 thôi», «sửa lại 42»: the right words, where no report is named."""
        said = self.correction
        return self.of(said.words) if said and said.words and said.number is None else None

    @cached_property
    def not_held(self) -> bool:
        """«mưa to nên hoãn»: there was no day out."""
        return self.reply("turnout").intent == "no_event"
