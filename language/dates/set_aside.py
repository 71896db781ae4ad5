"""Moments that are named and not meant (denied, missed, or taken back for another), or told as
over: «hôm qua em nộp rồi», «tuần trước họp rồi mà»."""

from collections.abc import Iterator

from language.dates.clause import MOMENTS
from language.dates.mark import Mark
from language.line.phrases import Phrases, phrases
from language.line.vocabulary import group
from language.line.words import Line

Run = list[Mark]
NEAR = 3
"""A word that denies a moment stands so close to it."""
NEAR_DEED = 5
CLAUSE = 8
"""So far a clause goes on behind its day: «tuần này em chạy event kín rồi»."""
FESTIVALS = {"fixed", "fixed_lunar", "period", "lunar_span", "filler", "year", "next"}
DENIED_LIMITS = ("before", "by", "after")


def still_meant(line: Line, runs: list[Run]) -> list[Run]:
    """«t6 kẹt rồi, t7 đi, à thôi cn»: the last moment; a moment alone stays, and is asked."""
    told = [run for run in runs if _tells(run)]
    if not any(mark.kind == "next_day" for run in runs for mark in run):
        told = [run for run in told if not _only_a_festival(run)] or told
    out: list[Run] = []
    for run in runs:
        if run in told and _instead(line, run):
            run = _day_of_another(out, run)
            out = [kept for kept in out if not _tells(kept)]
        out.append(run)
    left = [run for run in out if not (_tells(run) and _set_aside(line, run, told))]
    told_of = (mark for run in left for mark in run if mark.sure or mark.kind != "part")
    named = any(mark.kind in MOMENTS and mark.value is not None for mark in told_of)
    return left if named else out


def _set_aside(line: Line, run: Run, told: list[Run]) -> bool:
    """A day that is missed, busy or off: «mai nghỉ tết tây rồi thứ 2 chị nộp»; a festival that
    is only spoken of beside a day: «15/12 ra quân chiến dịch Tết vì người nghèo»."""
    off = line.bare_at(run[0].start - 1) == "nghi" and run[0].kind == "fixed"
    if off or run not in told or missed(line, run) or _busy(line, run, told):
        return True
    return _against(line, run) or _forbidden(line, run)


def _only_a_festival(run: Run) -> bool:
    return {mark.kind for mark in run} <= FESTIVALS


def _against(line: Line, run: Run) -> bool:
    """«thứ hai tôi nộp, chứ bữa nay ai làm»: told to say why not then."""
    i = run[0].start - 1
    return line.text_at(i) in ("chứ", "chớ") and line.bare_at(i + 1) != "khong"


def _forbidden(line: Line, run: Run) -> bool:
    """«chớ có gửi bữa nay», «đừng làm hôm nay»: no day of the deed."""
    listed = phrases("days", "forbidden")
    first = run[0].start
    told = range(max(0, first - NEAR - 1), first)
    near = [i for i in told if listed.at(line, i)[0] and line.text_at(i) != "cho"]
    between = line.words[near[-1] + 1 : first] if near and run[0].kind != "bound" else ()
    return bool(between) and all(
        word.text.isalpha() and word.bare not in group("days", "keeps_in_mind") for word in between
    )


def _day_of_another(before: list[Run], run: Run) -> Run:
    """«thứ 7 tuần này à nhầm tuần sau»: the same day, of another week."""
    if weeks := [m for kept in before for m in kept if m.kind == "week" and m.value is not None]:
        run = list(_of_that_week(run, weeks[-1]))
    only = all(mark.kind in ("week", "month") for mark in run)
    days = [mark for kept in before[-1:] for mark in kept if mark.kind in ("weekday", "month_day")]
    return [*days, *run] if only else run


def _of_that_week(run: Run, week: Mark) -> Iterator[Mark]:
    """«tuần tới, cụ thể là từ thứ Ba đến thứ Năm»: the weekdays of the week that was named."""
    bare = not any(mark.kind in ("week", "date") for mark in run)
    for mark in run:
        yield mark
        if bare and mark.kind == "weekday":
            yield week


def missed(line: Line, run: Run) -> bool:
    """«thứ 6 không kịp», «không kịp bữa nay», «không trước thứ 5 được»."""
    listed = phrases("days", "missed")
    if _limit_denied(line, run) or listed.at(line, run[-1].end)[0]:
        return True
    return line.text_at(run[0].start) != "," and _ends_at(listed, line, run[0].start)


def _busy(line: Line, run: Run, told: list[Run]) -> bool:
    """«mai tôi không rảnh, mốt tôi đi»: no day at all while another is named; of «mai em nghỉ buổi
    sáng» there is one alone."""
    listed, end = phrases("days", "busy"), run[-1].end
    later = [other for other in told if other[0].start >= end]
    if later and all(mark.kind == "part" for other in later for mark in other):
        return False
    others = [other[0].start for other in later]
    last = min([end + CLAUSE, len(line), *others])
    for i in range(end, last):
        if not line.text_at(i).isalnum():
            return False
        tag = listed.tag(line, i)[0]
        if tag == "mine":
            return _mine(line, i)
        if tag and (i == end or (tag == "any" and (line.words[i].marked or _mine(line, i)))):
            return True
    return False


def _mine(line: Line, i: int) -> bool:
    return line.bare_at(i - 1) in group("days", "subject")


def _limit_denied(line: Line, run: Run) -> bool:
    """«không kịp trước thứ 6», «không nộp trước 15/12», «không trước thứ 5 được»."""
    first = run[0]
    if first.kind != "bound":
        return False
    if first.value == "from":
        kept = phrases("days", "limit_kept").at(line, run[-1].end)[0]
        return bool(kept) and line.bare_at(first.end - 1) == "truoc"
    if first.value == "before" and _denied_behind(line, run[-1].end):
        return True
    return first.value in DENIED_LIMITS and _denied_deed(line, first)


def _denied_behind(line: Line, i: int) -> bool:
    """«trước thứ Hai tôi không nhận»: what is denied is told behind its limit."""
    i += line.bare_at(i) in group("days", "subject")
    told, end = phrases("days", "not", "forbidden").at(line, i)
    return bool(told) and line.text_at(end).isalpha()


def _denied_deed(line: Line, bound: Mark) -> bool:
    """«không nộp trước», «không nhận hồ sơ sau»; «khu chưa nộp gửi trước» tells another deed."""
    near = range(max(0, bound.start - NEAR_DEED), bound.start)
    denied = [i for i in near if phrases("days", "not", "forbidden").at(line, i)[0]]
    if not denied:
        return False
    between = [line.words[i] for i in range(denied[-1] + 1, bound.start)]
    if not all(
        word.text.isalpha() and word.bare not in group("days", "turns") for word in between
    ):
        return False
    deeds = [word for word in between if word.bare not in group("days", "may_do")]
    return len(deeds) <= 1 or bound.value == "after"


def _instead(line: Line, run: Run) -> bool:
    """«thu 4 a nham thu 5», «hạn 10/12 căng quá, xin dời sang 12/12», «thứ hai đi họp nên thứ tư
    mới nộp được»."""
    first = run[0].start
    if _ends_at(phrases("days", "instead"), line, first):
        return True
    rather = line.bare_at(first - 1) in group("days", "rather")
    if rather and run[0].kind != "bound" and line.bare_at(first - 2) not in ("hay", "la", "hoac"):
        return True
    moving = phrases("days", "moving")
    bounds = [mark for mark in run if mark.kind == "bound" and mark.value in ("moved", "until")]
    near = range(max(0, first - NEAR_DEED), bounds[0].end) if bounds else ()
    return any(moving.at(line, i)[0] for i in near)


def _ends_at(listed: Phrases, line: Line, end: int) -> bool:
    return any(listed.at(line, start)[1] == end for start in range(max(0, end - NEAR), end))


def _tells(run: Run) -> bool:
    return any(mark.kind in MOMENTS for mark in run)


FAR = 8
OVER, ALREADY = ("rồi", "roi", "r", "rùi"), ("đã", "da")
NOT_YET = ("chua", "neu", "thi", "se", "phai")


def told_over(line: Line) -> bool:
    """A deed, and «rồi» behind it or «đã» before it."""
    if any(word.bare in NOT_YET for word in line.words) or "?" in line.given:
        return False
    deeds = (i for i, w in enumerate(line.words) if w.bare in group("days", "told_deeds"))
    return any(
        line.text_at(i - 1) in ALREADY
        or any(line.text_at(j) in OVER for j in range(i + 1, i + FAR))
        for i in deeds
    )
