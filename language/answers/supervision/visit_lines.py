"""Visits as they are typed: «gs niêm yết, một cửa Trần Phú, tuần này», «GS19 gộp GS5»."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.visits import PREFIX, How, VisitPaper
from language.answers.matters.matter_lines import SIGNS, paper_in
from language.answers.supervision.form_lines import form_parts_in
from language.answers.supervision.noted_lines import corrected_in
from language.answers.supervision.proposal_lines import begins_body
from language.answers.supervision.spot_lines import struck_in, visit_asked
from language.answers.supervision.team_changes import TeamChange, team_change_in
from language.answers.supervision.visit_words import (
    CODE,
    each_of,
    is_polite,
    is_somebody,
    less_courteous,
    less_polite,
    less_speaker,
    listed,
    opening,
    openings,
    other_in,
    turned,
)
from language.dates.moments import When, day_of
from language.line.fold import fold
from language.line.names import organisation
from language.line.vocabulary import book

WhenOf = Callable[[str], When]
Window = tuple[date, date]
_YEAR = re.compile(r"(\d{4})\s*[:,]?\s*(\d{1,5})(?:\s*cuộc)?", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?i)\s*gs\s+20\d\d\s*")
_A_YEAR = re.compile(r"(?i)\s*(?:năm|nam)?\s*(20\d\d)\s*")
_DAYS = re.compile(r"(?i)\s*(\d{1,4})(?:\s*ngày|\s*ngay)?\s*")
_DAY_FIRST = re.compile(
    r"(?i)^(ng[àa]y\s+\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?),?\s+(s[ốo]\s+[^\s,;]+)(.*)$"
)
BODY_WORDS = 7
WORDLESS = frozenset(
    {"settle", "agree", "refuse", "hide", "show", "revive", "part", "road"}
    | {"draft", "minutes", "agrees", "next"}
)
"""Words behind these say more than what is done: the line is not read."""
AT_THE_PLACE = frozenset({"arrived", "ends", "comes", "comes_not"})


@dataclass(frozen=True, slots=True)
class VisitLine:
    """Which visit is meant, what is to be done with it, with which other, in which words."""

    number: int
    does: str = ""
    other: int | None = None
    words: str = ""
    paper: VisitPaper | None = None
    stage: str = ""
    """The step that is named."""
    change: TeamChange | None = None
    parts: tuple[tuple[str, str], ...] = ()
    """What it is on, of whom, as it is to be from now on; what is `wrong` and what is `right`."""


def visit_line(text: str, today: date) -> VisitLine | None:
    """A line that begins with a visit's code, or with what is done with it, and is understood to
    its end."""
    each = (_behind_code(one, today) for one in (text, *turned(text, _does())))
    return next((found for found in each if found), None) or _asked(text)


def _behind_code(text: str, today: date) -> VisitLine | None:
    found = CODE.match(text)
    if found is None:
        return None
    number, rest = int(found[1]), text[found.end() :].strip()
    if not rest:
        return None if _OF_YEAR.fullmatch(text) else VisitLine(number)
    parts = {p: said for p, said in form_parts_in(rest).items() if p != "window"}
    if parts:
        return VisitLine(number, "amend", parts=tuple(parts.items()))
    if changed := corrected_in(rest):
        wrong, right = changed
        return VisitLine(number, "put_right", parts=(("wrong", wrong), ("right", right)))
    if struck_in(rest):
        return VisitLine(number, "strike", words=rest)
    if paper := signed_paper_in(rest, today):
        return VisitLine(number, "next", paper=paper)
    said = (rest, less_speaker(rest))
    each = (_step_in(number, rest, today), *(_done(number, one) for one in said))
    return (
        next((one for one in each if one), None) or _of_team(number, rest) or _there(number, rest)
    )


def _done(number: int, rest: str) -> VisitLine | None:
    """«gộp GS5», «hạn chế: …»: what is done, and its words."""
    does, words = opening(rest.replace(":", " : "), _does())
    words = words.strip(" :,") if does != "guest" else words.replace(" : ", ": ")
    if does == "invite" and fold(words) in listed("spot", "nobody"):
        words = ""
    if does == "invite":
        words = guest_in(words)
    if does == "arrived":
        words = words.replace(" : ", ": ")
    if does == "drop":  # «thôi, GS20 vẫn làm»: it is held after all
        held, behind = opening(words, _does())
        does, words = ("revive", behind) if held == "revive" else (does, words)
    if not does or (does in WORDLESS and not is_polite(words)):
        return None
    return VisitLine(number, does, other_in(words), words)


def guest_in(words: str) -> str:
    """«bà Lan đi cùng đoàn nhé»: who is invited."""
    said = less_polite(words).strip(" ,")
    ends = next((one for one in listed("invited", "ends") if fold(said).endswith(f" {one}")), "")
    return " ".join(said.split()[: -len(ends.split())]).strip(" ,") if ends else words


def invited_in(text: str) -> str:
    """«mời bà Lan đi cùng đoàn»: who, of a visit that is not named."""
    does, words = opening(text.replace(":", " : "), _does())
    name = guest_in(words.strip(" :,")) if does == "invite" else ""
    return name if name and name != words.strip(" :,") and is_somebody(name) else ""


def _of_team(number: int, rest: str) -> VisitLine | None:
    """«đoàn: Trận, Lụa», «có Trận với Lụa đi cùng», «thay Lụa bằng Tâm», «đoàn gồm ai»."""
    for which in ("opens", "bare", "along"):
        opens, behind = opening(rest.replace(":", " : "), listed("team", which))
        words = behind.strip(" :,")
        if opens and fold(words.strip(" ?.")) in listed("team", "asked"):
            return VisitLine(number)
        if opens and not words and which != "along":
            return VisitLine(number, "team_of")
        if opens and words and (which != "along" or words[0].isupper()):
            change = team_change_in(words)
            return _changed(number, change) or VisitLine(number, "team_of", words=words)
    if fold(rest).strip(" ?.") in (*listed("team", "asked"), *listed("coded", "opens")):
        return VisitLine(number)
    return _changed(number, team_change_in(rest))


def _changed(number: int, change: TeamChange | None) -> VisitLine | None:
    return VisitLine(number, "team_change", change=change) if change else None


def visits_each(text: str, today: date) -> tuple[VisitLine, ...]:
    """«GS19 duyệt, GS20 duyệt»: what is done with each."""
    lines = each_of(text)
    found = [line for one in lines if (line := visit_line(one, today)) and line.does]
    return tuple(found) if len(found) == len(lines) else ()


def visits_two(text: str, today: date) -> tuple[str, ...]:
    """«GS19 duyệt, đoàn Trận, Liên»: two things of one, a line each; nothing where either is not
    understood to its end."""
    found = CODE.match(text)
    if found is None or "\n" in text:
        return ()
    code, rest = f"{PREFIX}{found[1]}", text[found.end() :]
    for mark in re.finditer(r"[,;.]\s+|\s+(?:và|va|rồi|roi)\s+", rest):
        each = tuple(
            f"{code} {part.strip()}" for part in (rest[: mark.start()], rest[mark.end() :])
        )
        lines = [_behind_code(one, today) for one in each]
        if all(line and line.does for line in lines):
            return each
    return ()


def _there(number: int, rest: str) -> VisitLine | None:
    """«đến rồi, đang làm việc»: what they do there, and what follows behind a mark."""
    head = re.split(r"[,.;!\n]", rest, maxsplit=1)[0]
    does, polite = opening(head, _does())
    is_that = does in AT_THE_PLACE and less_polite(f"x {polite}") == "x"
    return VisitLine(number, does, words=rest[len(head) + 1 :].strip()) if is_that else None


def _step_in(number: int, rest: str, today: date) -> VisitLine | None:
    """«ra kế hoạch số 35/KH ngày 23/11, Khải ký», «kết thúc»: the step, and its paper."""
    stage, words = opening(rest.replace(":", " "), openings("steps"))
    words = _numbered(words.strip(" ,"))
    paper = signed_paper_in(words, today) or signed_paper_in(f"số {words}", today)
    is_said = is_polite(words) or (stage == "agreed" and _with_body(rest))
    is_step = bool(stage) and (paper is not None or is_said)
    return VisitLine(number, "next", paper=paper, stage=stage) if is_step else None


def _with_body(rest: str) -> bool:
    """«đã thống nhất với ubnd p Trần Phú»: with whom, and no more than that."""
    words = rest.split()
    at = next((n for n, w in enumerate(words, 1) if fold(w) in listed("step_words", "with")), 0)
    named = words[at:] if at else []
    return 1 < len(named) <= BODY_WORDS and "," not in rest and begins_body(" ".join(named))


def _numbered(words: str) -> str:
    """«cv số 77 ngày 2/12», «ngày 3/12 số 91»: the number before its day."""
    said = opening(words, listed("step_words", "papers"))[1].strip(" :,") or words
    return _DAY_FIRST.sub(r"\2 \1\3", said)


def joins_in(text: str) -> tuple[str, str]:
    """«gộp đoàn», «đi chung chuyến với của CCB nhé»: how two become one, where neither is
    named, and the organisation whose the other is."""
    does, words = opening(text, _does())
    if does not in set(How) or is_polite(words):
        return (does, "") if does in set(How) else ("", "")
    _, whose = opening(words, listed("coded", "theirs"))
    named = organisation(less_courteous(whose))
    return (does, named) if named else ("", "")


def hour_behind(text: str) -> VisitLine | None:
    """«GS21: 7h30 sáng thứ 4, …», «GS21 25/11, 7h30»: a time stands right behind the code."""
    found = CODE.match(text)
    rest = text[found.end() :].strip(" :,") if found else ""
    is_time = rest[:1].isdigit() and "?" not in rest
    return VisitLine(int(found[1]), "gather", words=rest) if found and is_time else None


def _asked(text: str) -> VisitLine | None:
    """«phiếu gs 15», «biên bản gs 15»: it is opened."""
    opens = visit_asked(text)
    rest = text.split(maxsplit=len(opens.split())) if opens else []
    found = CODE.fullmatch(rest[-1]) if len(rest) > 1 else None
    return VisitLine(int(found[1])) if found else None


def signed_paper_in(text: str, today: date) -> VisitPaper | None:
    """A paper's number and day, and who signed it where that is said."""
    if paper := paper_in(text, today):
        return VisitPaper(*paper)
    words = text.split()
    for many in range(len(words) - 1, 1, -1):
        signs = SIGNS.fullmatch(" ".join(words[many:]))
        paper = paper_in(" ".join(words[:many]).rstrip(" ,;"), today) if signs else None
        if signs and paper:
            return VisitPaper(*paper, (signs[1] or signs[2]).strip())
    return None


def when_asked(text: str, when_of: WhenOf) -> int | Window | None:
    """«gs 2027», «gs tháng 12», «tháng này gs ở đâu»: of which year or days the visits are
    asked for."""
    whole = text.strip(" ?")
    said = (_when_asked(one, when_of) for one in dict.fromkeys((whole, less_polite(whole))))
    return next((found for found in said if found), None)


def _when_asked(text: str, when_of: WhenOf) -> int | Window | None:
    opens, rest = opening(text, listed("asks", "opens"))
    folded = fold(text)
    closes = next((one for one in listed("asks", "closes") if folded.endswith(one)), "")
    if not opens and closes:
        rest = " ".join(text.split()[: -len(closes.split())])
    elif not opens:
        return None
    else:
        rest = _less_where(rest)
    year = _A_YEAR.fullmatch(rest)
    return int(year[1]) if year else window_in(rest, when_of)


def _less_where(rest: str) -> str:
    """«gs ngày 26/11 đi đâu»: the days alone."""
    said = fold(rest)
    where = next((one for one in listed("asks", "where") if said.endswith(f" {one}")), "")
    return " ".join(rest.split()[: -len(where.split())]) if where else rest


def burden_asked(text: str) -> str | None:
    """«UBND Ka Long năm nay bị giám sát mấy lần rồi»: the body as it was typed, empty for the one
    in hand; None where that is not asked."""
    asks = sorted(listed("burden", "asks"), key=len, reverse=True)
    words, said = text.strip(" ?.!").split(), fold(text.strip(" ?.!")).split()
    spans = ((n, one) for one in asks for n in range(len(said)) if _stands(said, n, one))
    at, one = next(spans, (0, ""))
    if not one:
        return None
    behind = " ".join(words[at + len(one.split()) :])
    name = _less_around(" ".join(words[:at]))
    is_here = not name or fold(name) in listed("burden", "here")
    fits = is_here or begins_body(name)
    return ("" if is_here else name) if fits and not _less_around(behind) else None


def _stands(said: list[str], at: int, phrase: str) -> bool:
    return said[at : at + len(phrase.split())] == phrase.split()


def _less_around(text: str) -> str:
    """Without what only asks, before it and behind it."""
    words = text.strip(" ,").split()
    around = sorted(listed("burden", "around"), key=len, reverse=True)
    while words:
        said = fold(" ".join(words)).replace(",", " ").split()
        many = next((len(one.split()) for one in around if _stands(said, 0, one)), 0)
        last = next(
            (len(o.split()) for o in around if _stands(said, len(said) - len(o.split()), o)), 0
        )
        if not many and not last:
            break
        words = words[many:] if many else words[:-last]
    return " ".join(words).strip(" ,")


def paper_asked(text: str) -> tuple[str, int] | None:
    """«in chương trình gs 2027», «danh sách hiệp thương năm 2026»: which paper, of which year."""
    which, rest = opening(less_polite(text), openings("papers"))
    year = _A_YEAR.fullmatch(rest) if which else None
    return (which, int(year[1])) if year else None


def window_in(text: str, when_of: WhenOf) -> Window | None:
    """«tháng 10», «tuần này», «5-10/12»: the first day and the last."""
    found = days_and_more(text, when_of)
    return found[0] if found and not found[1] else None


def days_and_more(text: str, when_of: WhenOf) -> tuple[Window, str] | None:
    """«tháng 1 để tránh trùng thanh tra»: the days, and what is said besides."""
    when = when_of(text)
    if when.kind not in ("day", "span") or when.start is None:
        return None
    return (day_of(when.start), day_of(when.end or when.start)), when.rest.strip(" .,")


def year_in(text: str) -> tuple[int, int] | None:
    """«gs năm 2025: 580 cuộc»"""
    opens, rest = opening(text, listed("year", "opens"))
    found = _YEAR.fullmatch(rest.strip()) if opens else None
    return (int(found[1]), int(found[2])) if found else None


def days_in(text: str) -> tuple[str, int] | None:
    """«hạn trả lời kiến nghị: 30 ngày»"""
    name, rest = opening(text.replace(":", " "), openings("days"))
    number = number_of_days(rest) if name else None
    return (name, number) if number else None


def number_of_days(text: str) -> int | None:
    """«30», «30 ngày»"""
    found = _DAYS.fullmatch(text)
    return int(found[1]) if found else None


@cache
def _does() -> dict[str, str]:
    return {fold(said): does for does, ways in book("visits")["does"].items() for said in ways}
