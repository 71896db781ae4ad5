"""What makes a moment doubtful that was read: a condition, a denial, a figure left beside it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from language.dates.clause import Clause
from language.dates.mark import Mark, has_marks
from language.dates.moments import When
from language.dates.point import ask
from language.dates.point_dates import months_on
from language.dates.set_aside import missed
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

_OTHERS_OF = ("so", "nguoi", "mau", "dia")
"""«chưa chốt số», «chưa chắc người»: another thing is in doubt."""
ENDS = (".", ",", "ạ", "a", "nhé", "nha", "nhe")
SENTENCE_ENDS = (".", "!", ";", "…")
NEAR, FAR = 6, 12
EVENING = 17
OF_MONTH, BEFORE = ("by", "to_end", "within"), ("han", "muon", "cham", "tre", "deadline", "dl")
"""«hết t7», «trong t7» may be of a month; «hạn t7» is of a week."""


def doubted(
    found: When, line: Line, runs: list[list[Mark]], clauses: list[Clause], now: datetime
) -> When:
    """What is denied, hangs on a condition, has perhaps passed, or leaves a figure unread beside
    it is asked."""
    first = clauses[0]
    if found.kind in ("none", "ask", "every"):
        return found
    if any(missed(line, run) for run in runs):
        return ask(found, why="denied")
    if any(_conditional(line, clause) for clause in clauses):
        return ask(found, why="conditional")
    if why := _left_open(found, line, runs) or _unsure(line, clauses) or _only_about(line, first):
        return ask(found, why=why)
    if _which_week(line, first):
        return ask(found, why="vague")
    added = not first.points[0].has("duration") and _added_to_it(line, runs)
    if added or _from_old_limit(line, first):
        return ask(found, why="shifted")
    if free := _free_again(found, line, first, runs):
        return ask(found, free, why="several")
    if month := _short_month(found, line, first, now):
        return ask(found, month, why="weekday_or_month")
    if later := _next_month(found, first, now):
        return ask(found, later, why="tonight")
    if later := _then_or_last(found, line, first):
        return ask(later, found, why="past")
    if isinstance(found.start, date) and _told_as_past(line, first):
        return ask(found, replace(found, start=found.start - timedelta(days=7)), why="past")
    return ask(found, why="left") if _leaves_a_figure(line, first, found) else found


def _left_open(found: When, line: Line, runs: list[list[Mark]]) -> str:
    """«qua tết rồi tính» names no moment, «tuần sau họp hôm nào» asks for the day."""
    told = [run for run in runs if any(mark.kind != "join" for mark in run)]
    listed, end = phrases("days", "left_open"), told[-1][-1].end
    if any(listed.at(line, i)[0] for i in range(end - 1, min(end + 2, len(line)))):
        return "open"
    asked = found.kind == "span" and any(phrases("days", "which_day").find(line))
    return "which_day" if asked else ""


def _unsure(line: Line, clauses: list[Clause]) -> str:
    """«định vào 20/12, mà không chắc», «hình như thứ 6»: the one who says it does not know."""
    last = clauses[-1].marks[-1].end
    told = [(i, end) for _, i, end in phrases("days", "doubtful").find(line)]
    near = any(i <= last + FAR and _of_the_day(line, i, end) for i, end in told)
    return "doubtful" if near else ""


def _of_the_day(line: Line, i: int, end: int) -> bool:
    """«chưa chắc», but «chưa chốt số»; «chủ nhật thì phải», but «chủ nhật thì phải nộp»."""
    if line.bare_words(i, end) == "thi phai":
        return not line.text_at(end).isalpha() or line.bare_at(end) in group("days", "polite")
    return line.bare_at(end) not in _OTHERS_OF


def _then_or_last(found: When, line: Line, clause: Clause) -> When | None:
    """«họp xong thứ 5 rồi em gửi»: last Thursday, or this one and then?"""
    point, last = clause.points[0], clause.marks[-1].end
    then = line.bare_at(last - 1) in ("roi", "r") and line.bare_at(last) in group(
        "days", "subject"
    )
    then = (
        then
        and line.bare_at(last - 2) != "vua"
        and line.text_at(last + 1).isalpha()
        and not point.has("week")
    )
    if not then or point.mod != "past" or not isinstance(found.start, date):
        return None
    return replace(found, start=found.start + timedelta(days=7)) if found.kind == "day" else None


def _told_as_past(line: Line, clause: Clause) -> bool:
    """«đã họp hôm chủ nhật»: the one that is over?"""
    point, first = clause.points[0], clause.marks[0].start
    if not point.has("weekday") or point.mod or len(point.marks) > 1 or len(clause.points) > 1:
        return False
    near = range(max(0, first - NEAR), first)
    said = ("đã",) if has_marks(line) else ("đã", "da")
    return line.bare_at(first - 1) == "hom" and any(line.text_at(i) in said for i in near)


def _only_about(line: Line, clause: Clause) -> str:
    """«độ 10 ngày nữa», «khoảng nửa tháng nữa»: nobody knows which day."""
    length = clause.points[0].get("duration")
    if not length or length.value[1] in ("minute", "hour") or length.value[2] != "ahead":
        return ""
    near = range(max(0, length.start - 3), length.start)
    rough = phrases("days", "rough")
    about = any(rough.at(line, i)[1] == length.start for i in near)
    return "about" if about or _foreseen(line, length) else ""


def _foreseen(line: Line, length: Mark) -> bool:
    """«nửa tháng nữa thì xong»: so it looks from far off, and no day is promised."""
    far = length.value[1] not in ("day", "workday")
    return far and bool(phrases("days", "foreseen").at(line, length.end)[0])


def _short_month(found: When, line: Line, clause: Clause, now: datetime) -> When | None:
    """«hết t7» said in July or June: Saturday, or the month?"""
    mark, opens = clause.points[0].get("weekday"), clause.marks[0]
    if not mark or line.text_at(mark.start) != "t" or len(clause.points) > 1:
        return None
    no, whole = mark.value[0] + 2, clause.bound in OF_MONTH or clause.points[0].has("edge")
    near = no in (now.month, months_on(now.date(), 1).month)
    if not near or not whole or line.bare_at(opens.start) in BEFORE:
        return None
    first = months_on(now.date().replace(day=1), int(no != now.month))
    return When(found.kind, months_on(first, 1) - timedelta(days=1))


def _next_month(found: When, clause: Clause, now: datetime) -> When | None:
    """«ngày 30» said on the evening of the 30th: today's, or next month's?"""
    point = clause.points[0]
    today = found.kind == "day" and found.start == now.date() and len(point.marks) == 1
    if not today or now.hour < EVENING or not point.has("month_day"):
        return None
    return When("day", months_on(now.date(), 1))


def _leaves_a_figure(line: Line, clause: Clause, found: When) -> bool:
    """«chiều 26», «7 8 giờ»: a small figure beside the moment, and nothing that it counts; in
    «mai 31», «thứ 6 27/11» the day is only said once more."""
    first, last = clause.marks[0].start, clause.marks[-1].end
    behind = first > 0 and 0 < line.words[first - 1].value < 32 and _opens_figure(line, first - 1)
    if behind and clause.points[0].has("clock"):
        return True
    ends = last + 1 >= len(line) or line.text_at(last + 1) in ENDS
    said_again = (
        found.kind == "day" and last < len(line) and _is_day(found, line.words[last].value)
    )
    return ends and last < len(line) and 0 < line.words[last].value < 32 and not said_again


def _is_day(found: When, figure: int) -> bool:
    return isinstance(found.start, date) and found.start.day == figure


def _opens_figure(line: Line, i: int) -> bool:
    return i == 0 or line.text_at(i - 1).isalpha()


def _conditional(line: Line, clause: Clause) -> bool:
    """«nếu mưa thì chuyển sang chủ nhật», «mai, nếu mưa thì hoãn»."""
    first, last = clause.marks[0].start, clause.marks[-1].end
    if _condition_in(line, max(0, first - FAR), first, backwards=True):
        return True
    changes, ahead = phrases("days", "changes"), range(last, min(last + FAR, len(line)))
    undone = next((i for i in ahead if line.bare_at(i) == "thi" and changes.at(line, i)[0]), last)
    return undone > last and _condition_in(line, last, undone)


def _condition_in(line: Line, start: int, end: int, *, backwards: bool = False) -> bool:
    """A word of condition between these words; `backwards`: in the sentence that ends there."""
    stops = [i for i in range(start, end) if line.text_at(i) in SENTENCE_ENDS] if backwards else []
    listed = phrases("days", "conditional")
    tags = ((listed.tag(line, i)[0], i) for i in range(stops[-1] + 1 if stops else start, end))
    return any(tag == "any" or (tag == "marked" and line.words[i].accented) for tag, i in tags)


def _free_again(found: When, line: Line, clause: Clause, runs: list[list[Mark]]) -> When | None:
    """«hết 20/12 em mới thi xong, từ 21 trở đi …»: by then, or only from then on?"""
    opens, end = clause.marks[0], clause.marks[-1].end
    through = "het" in (line.bare_at(opens.start), line.bare_at(opens.end - 1))
    if found.kind != "before" or found.start is None or not through:
        return None
    bounds = [mark for run in runs for mark in run if mark.kind == "bound"]
    later = any(m.start > opens.start and m.value in ("from", "after") for m in bounds)
    if not (later or _only_then(line, end)):
        return None
    whole = not isinstance(found.start, datetime)
    return When("after", found.start + timedelta(days=1) if whole else found.start)


def _only_then(line: Line, end: int) -> bool:
    """«hết thứ 6 em mới rảnh»; «mới xong được» is by then."""
    for i in range(end, end + NEAR):
        if line.text_at(i) in ("mới", "moi") and line.bare_at(i + 1) != "nguoi":
            done = {line.bare_at(j) for j in range(i + 1, i + NEAR)}
            return not done & group("days", "done_then")
    return False


def _shifted(line: Line, length: Mark) -> bool:
    """«lùi hai ngày so với hạn cũ», «xin thêm 2 ngày»: from the old limit on, not from today."""
    moving = phrases("days", "moving", "added")
    near = range(max(0, length.start - NEAR), length.start)
    return any(moving.at(line, i)[0] for i in near) or bool(phrases("days", "shifted").find(line))


def unnamed(line: Line, runs: list[list[Mark]]) -> str:
    """«mấy hôm nữa», «mai mốt», «lùi hai ngày so với hạn cũ»: put off, and no day is named."""
    if phrases("days", "unnamed").find(line):
        return "unnamed"
    lengths = (mark for run in runs for mark in run if mark.kind == "duration")
    return "shifted" if any(_shifted(line, length) for length in lengths) else ""


def _which_week(line: Line, clause: Clause) -> bool:
    """«tuần thứ 2 của tháng 12»."""
    months = any(point.has("month", "month_no") for point in clause.points)
    return months and any(line.bare_words(i, i + 2) == "tuan thu" for i in range(len(line)))


def _added_to_it(line: Line, runs: list[list[Mark]]) -> bool:
    """«hạn 30/11, em xin thêm 2 ngày»: so much later than the day that is named."""
    lengths = [mark for run in runs for mark in run if mark.kind == "duration"]
    return any(
        phrases("days", "added").at(line, mark.start - 1)[1] == mark.start for mark in lengths
    )


def _from_old_limit(line: Line, clause: Clause) -> bool:
    """«gia hạn 3 ngày so với hạn cũ»."""
    return clause.points[0].has("duration") and bool(phrases("days", "shifted").find(line))
