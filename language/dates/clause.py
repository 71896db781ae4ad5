"""Puts marks that stand together into clauses: one moment, or two with «đến», «và» between."""

from dataclasses import dataclass, field

from language.dates.mark import Mark
from language.dates.point import COUNTED_FROM, DAY_FIELDS, TimePoint
from language.line.phrases import phrases
from language.line.words import Line

MOMENTS = (
    *DAY_FIELDS,
    "clock",
    "no_hour",
    "part",
    "part_day",
    "same_hour",
    "office",
    "duration",
    "edge",
    "weekend",
)
NEAR = 12  # marks looked at ahead, so that a hostile line stays linear
MENDED = ("weekday", "month_no", "quarter_no", "date", "month_day")  # by «tới», «vừa rồi»
THROUGH = ("until", "moved")
LIMITS = ("before", "by", "to_end", "within", "until")


@dataclass(slots=True)
class Clause:
    """Marks that stand together: one moment, or two with «đến», «và», «hoặc» between them."""

    points: list[TimePoint] = field(default_factory=lambda: [TimePoint()])
    joins: list[str] = field(default_factory=list)
    bound: str = ""
    every: str = ""
    marks: list[Mark] = field(default_factory=list)
    offered: bool = False
    """«trước thứ 6 hay để thứ 7»: one of two, which stands apart."""

    @property
    def has_day(self) -> bool:
        return any(p.has_day or p.has("duration") for p in self.points)

    @property
    def has_hour(self) -> bool:
        return any(p.has_hour for p in self.points)

    @property
    def speaks(self) -> bool:
        return (
            bool(self.every)
            or any(p.says_something or p.has("no_hour") for p in self.points)
            or self._makes_a_moment
        )

    @property
    def _makes_a_moment(self) -> bool:
        """«hết tháng», «trong 3 ngày»: only the limit makes a unit a moment."""
        units = any(
            p.has("duration", "no_hour", "week", "month", "quarter", "year") for p in self.points
        )
        counted = self.bound == "from" and any(
            p.has("duration") and p.has(*COUNTED_FROM) for p in self.points
        )
        return counted or (self.bound in ("by", "to_end", "within", "before") and units)


def clause_of(line: Line, run: list[Mark]) -> Clause:
    clause = Clause()
    for n, mark in enumerate(run):
        _add(clause, line, mark, run[n + 1 : n + 1 + NEAR])
    while clause.joins and not clause.points[-1].marks:
        clause.points.pop()
        clause.joins.pop()
    used = [m for m in clause.marks if m.kind != "filler"]
    clause.marks = used
    return clause


def _add(clause: Clause, line: Line, mark: Mark, ahead: list[Mark]) -> None:
    point = clause.points[-1]
    if mark.kind == "filler":
        return
    if mark.kind == "every":
        clause.every = _stronger(clause.every, mark.value)
    elif mark.kind == "next" or (
        mark.kind in ("bound", "join") and _is_mod(point, line, mark, ahead)
    ):
        apart = bool(clause.marks) and mark.start - clause.marks[-1].end > 1
        if not point.has(*MENDED) or point.mod or apart:
            return  # «30/11 là hạn cuối rồi»
        point.mod = _mod_of(line, mark)
    elif mark.kind in ("bound", "join"):
        if not _bound_or_join(clause, line, mark, ahead):
            clause.offered |= mark.value == "or"
            return
    elif not point.put(mark):
        clause.joins.append("")
        clause.points.append(TimePoint())
        clause.points[-1].put(mark)
    clause.marks.append(mark)


def _stronger(old: str, new: str) -> str:
    return new if not old or old == "EACH" else old


def _is_mod(point: TimePoint, line: Line, mark: Mark, ahead: list[Mark]) -> bool:
    """«thứ 7 trước», «thứ 6 sau»: after a weekday and before nothing."""
    if not point.has("weekday") or point.has("date") or point.mod or mark.end - mark.start > 1:
        return False
    if line.bare_at(mark.start) not in ("truoc", "sau", "toi", "den", "qua"):
        return False
    if line.text_at(mark.start) == "quá" or line.text_at(mark.start - 1) == ",":
        return False  # «trước thứ 5, quá là khóa link»
    if line.bare_at(mark.start) == "toi" and line.bare_at(mark.end) == "luc":
        return True  # «chiều thứ ba tới lúc 15h»
    following = next((m for m in ahead if m.kind != "filler"), None)
    if following and following.kind in ("clock", "part") and not point.has("clock", "part"):
        return line.bare_at(mark.start) == "toi"  # «thứ 2 tới 8h»
    return following is None or following.kind in ("bound", "join", "every")


def _mod_of(line: Line, mark: Mark) -> str:
    if mark.kind == "next":
        return str(mark.value)
    bare = line.bare_at(mark.start)
    return {"truoc": "past", "qua": "past", "sau": "after"}.get(bare, "coming")


def _bound_or_join(clause: Clause, line: Line, mark: Mark, ahead: list[Mark]) -> bool:
    """A bound opens the clause; the same word between two moments joins them."""
    if not any(m.kind in MOMENTS for m in ahead) or _lasts(line, mark, ahead):
        return False
    if line.bare_at(mark.start) == "het" and line.text_at(mark.end) == ",":
        return False  # «tuần này nghỉ hết, tuần sau mới làm»
    point = clause.points[-1]
    if _only_a_dash(point, line, mark, ahead[0]) and clause.bound != "from":
        return False
    if not point.marks and not clause.joins:
        clause.bound = mark.value if mark.kind == "bound" else clause.bound
        return mark.kind == "bound"
    joins = _joins(clause, line, mark)
    opened = mark.kind == "join" or clause.bound == "from" or _same_sort(point, ahead)
    if joins and opened:
        clause.joins.append(joins)
        clause.points.append(TimePoint())
    else:
        clause.bound = clause.bound or mark.value
    return True


def _lasts(line: Line, mark: Mark, ahead: list[Mark]) -> bool:
    """«triển khai trong quý IV», «kéo dài trong tháng 12»: all that time, and no limit."""
    if mark.value != "within" or ahead[0].kind == "duration":
        return False
    listed = phrases("days", "lasting_deed")
    return any(listed.at(line, i)[0] for i in range(max(0, mark.start - NEAR), mark.start))


def _only_a_dash(point: TimePoint, line: Line, mark: Mark, following: Mark) -> bool:
    """«26/11 - 17h» is one moment, «17h - 19h» are two."""
    day_then_hour = point.has_day and not point.has_hour and following.kind in ("clock", "part")
    return day_then_hour and line.text_at(mark.start) in ("-", "–", "—")


def _joins(clause: Clause, line: Line, mark: Mark) -> str:
    moved = mark.value == "moved" or (clause.bound == "from" and mark.value in ("to", "until"))
    if moved and _moving(line, mark):
        return "instead"
    if mark.kind == "join":
        return str(mark.value)
    begins = clause.bound == "from" or clause.points[-1].has("month_day")
    through = mark.value in THROUGH or (mark.value == "to_end" and begins)
    return "to" if through else ""


def _moving(line: Line, mark: Mark) -> bool:
    """«chuyển từ thứ 5 sang thứ 6», «thứ 5 dời sang thứ 6»: a verb of moving, not too far."""
    wanted = ("any", "sang") if mark.value == "moved" else ("any",)
    near = range(max(0, mark.start - NEAR), mark.end)
    return any(phrases("days", "moving").tag(line, i)[0] in wanted for i in near)


def _same_sort(point: TimePoint, ahead: list[Mark]) -> bool:
    sort = next((m for m in ahead if m.kind != "filler"), None)
    return bool(sort) and (point.has("clock") or point.has_day or point.has("part", "office"))
