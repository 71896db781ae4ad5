"""Visits as they are typed: «gs niêm yết, một cửa Trần Phú, tuần này», «GS19 gộp GS5»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.visits import Named, OutsideSaid, ProposalSaid, Species, TeamRole, VisitPaper
from language.answers.matter_lines import paper_in
from language.answers.spot_lines import struck_in, visit_asked
from language.dates.moments import When, day_of
from language.line.once import fold
from language.line.vocabulary import book

WhenOf = Callable[[str], When]
Window = tuple[date, date]
_CODE = re.compile(r"(?i)\s*gs[- ]?(\d{1,4})(?![\d/.])\s*")
_YEAR = re.compile(r"(\d{4})\s*[:,]?\s*(\d{1,5})(?:\s*cuộc)?", re.IGNORECASE)
_SIGNS = re.compile(
    r"(?i)\s*(?:do\s+)?(?:(?:đ/c|đồng chí|dong chi|d/c)\s+)?"
    r"(?:(?:người |nguoi )?k[ýy]:?\s+(.+)|(.+?)\s+k[ýy])\s*[.]?"
)
_NAMED = re.compile(r"(?i)(?<!\w)gs[- ]?\d{1,4}(?![\d/.])")
_OF_YEAR = re.compile(r"(?i)\s*gs\s+20\d\d\s*")
_A_YEAR = re.compile(r"(?i)\s*(?:năm|nam)?\s*(20\d\d)\s*")
_DAYS = re.compile(r"(?i)\s*(\d{1,4})(?:\s*ngày|\s*ngay)?\s*")
LONGEST, CELLS = 5, 4


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


def visit_line(text: str, today: date) -> VisitLine | None:
    """A line that begins with a visit's code and is understood to its end."""
    text = _turned(text)
    found = _CODE.match(text)
    if found is None:
        return _asked(text)
    number, rest = int(found[1]), text[found.end() :].strip()
    if not rest:
        return None if _OF_YEAR.fullmatch(text) else VisitLine(number)
    if struck_in(rest):
        return VisitLine(number, "strike", words=rest)
    if paper := signed_paper_in(rest, today):
        return VisitLine(number, "next", paper=paper)
    if step := _step_in(number, rest, today):
        return step
    does, words = _opening(rest.replace(":", " : "), _does())
    words = words.strip(" :,") if does != "guest" else words.replace(" : ", ": ")
    if does == "invite" and fold(words) in _listed("spot", "nobody"):
        words = ""
    other = _CODE.fullmatch(words)
    return VisitLine(number, does, int(other[1]) if other else None, words) if does else None


def _step_in(number: int, rest: str, today: date) -> VisitLine | None:
    """«ra kế hoạch số 35/KH ngày 23/11, Khải ký», «kết thúc»: the step, and its paper."""
    stage, words = _opening(rest.replace(":", " "), _openings("steps"))
    words = words.strip(" ,")
    paper = signed_paper_in(words, today) or signed_paper_in(f"số {words}", today)
    is_step = bool(stage) and (paper is not None or not words)
    return VisitLine(number, "next", paper=paper, stage=stage) if is_step else None


def names_visit(text: str) -> bool:
    """A visit's code stands in it."""
    return _NAMED.search(text) is not None


def _turned(text: str) -> str:
    """«tách gs 33», «in giấy đi đường gs 1»: the code stands first."""
    words = text.split()
    for many in range(1, min(LONGEST, len(words) - 1) + 1):
        said, code = " ".join(words[:many]), " ".join(words[many:])
        if _CODE.fullmatch(code) and fold(said) in _does():
            return f"{code} {said}"
    return text


def _asked(text: str) -> VisitLine | None:
    """«phiếu gs 15», «biên bản gs 15»: it is opened."""
    opens = visit_asked(text)
    rest = text.split(maxsplit=len(opens.split())) if opens else []
    found = _CODE.fullmatch(rest[-1]) if len(rest) > 1 else None
    return VisitLine(int(found[1])) if found else None


def team_in(text: str) -> Sequence[Named]:
    """«Trận trưởng đoàn, Liên thư ký, Sơn, Đạt»"""
    return [_named(piece) for piece in re.split(r"[,;\n]", text) if piece.strip()]


def _named(piece: str) -> Named:
    """«Nghiêm trưởng đoàn», «Nghiêm (trưởng đoàn)», «thư ký: Liên»."""
    words = re.sub(r"[():]", " ", piece).split()
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        if part := _parts().get(fold(" ".join(words[:many]))):
            return Named(" ".join(words[many:]), TeamRole(part))
    for many in range(min(LONGEST, len(words) - 1), 0, -1):
        if part := _parts().get(fold(" ".join(words[-many:]))):
            return Named(" ".join(words[:-many]), TeamRole(part))
    return Named(piece.strip())


def signed_paper_in(text: str, today: date) -> VisitPaper | None:
    """A paper's number and day, and who signed it where that is said."""
    if paper := paper_in(text, today):
        return VisitPaper(*paper)
    words = text.split()
    for many in range(len(words) - 1, 1, -1):
        signs = _SIGNS.fullmatch(" ".join(words[many:]))
        paper = paper_in(" ".join(words[:many]).rstrip(" ,;"), today) if signs else None
        if signs and paper:
            return VisitPaper(*paper, (signs[1] or signs[2]).strip())
    return None


def when_asked(text: str, when_of: WhenOf) -> int | Window | None:
    """«gs 2027», «gs tháng 12», «tháng này gs ở đâu»: of which year or days the visits are
    asked for."""
    whole = text.strip(" ?")
    said = (_when_asked(one, when_of) for one in dict.fromkeys((whole, _less_polite(whole))))
    return next((found for found in said if found), None)


def _when_asked(text: str, when_of: WhenOf) -> int | Window | None:
    opens, rest = _opening(text, _listed("asks", "opens"))
    folded = fold(text)
    closes = next((one for one in _listed("asks", "closes") if folded.endswith(one)), "")
    if not opens and closes:
        rest = " ".join(text.split()[: -len(closes.split())])
    elif not opens:
        return None
    year = _A_YEAR.fullmatch(rest)
    return int(year[1]) if year else window_in(rest, when_of)


def _spoken(text: str) -> str:
    """«em đề xuất giám sát …, tuần này ạ»: without who speaks, and without what is only polite."""
    who = {fold(one): one for one in book("visits")["around"]["before"]}
    speaker, rest = _opening(text, who)
    while (more := _opening(rest, who))[0]:
        rest = more[1]
    plain = _opening(rest, _openings("plain"))[0] if speaker else ""
    return _less_polite(rest if plain else text)


def _less_polite(text: str) -> str:
    """«tuần này gs ở đâu ạ» asks what it asks without its last word."""
    words, polite = text.split(), _listed("asks", "polite")
    while len(words) > 2 and fold(words[-1]) in polite:
        words = words[:-1]
    return " ".join(words)


def paper_asked(text: str) -> tuple[str, int] | None:
    """«in chương trình gs 2027», «danh sách hiệp thương năm 2026»: which paper, of which year."""
    which, rest = _opening(_less_polite(text), _openings("papers"))
    year = _A_YEAR.fullmatch(rest) if which else None
    return (which, int(year[1])) if year else None


def proposal_in(text: str, when_of: WhenOf) -> ProposalSaid | None:
    """What the line proposes; a short opening needs a theme, a body and a time behind it."""
    pieces = [_without_marks(piece) for piece in _spoken(text).split(",")]
    first, *more = [words for words, _ in pieces]
    species, theme = _opening(first, _openings("opens"))
    if not species or "\n" in text:
        return None
    left, window = _parted(more, when_of)
    if not more:
        theme, left, window = _without_commas(theme, when_of)
    theme, sudden = _suddenly(theme)
    hidden = sudden or any(marked for _, marked in pieces)
    is_plain = bool(_opening(first, _openings("plain"))[0])
    if not is_plain and not (theme and left and window):
        return None
    body = left[0] if left else ""
    first_day, last_day = window or (None, None)
    return ProposalSaid(
        Species(species), theme, body, is_private(body), first_day, last_day, hidden
    )


def _without_marks(piece: str) -> tuple[str, bool]:
    """«đột xuất không báo trước bếp ăn»: what is left, and whether nobody is told beforehand.
    «trợ cấp đột xuất» is a theme: the short word counts alone, or beside the long ones."""
    words, hidden = piece.split(), False
    for mark in _listed("marks", "unannounced"):
        words, found = _cut(words, mark.split())
        hidden |= found
    for mark in _listed("marks", "sudden"):
        rest, found = _cut(words, mark.split())
        if found and (hidden or not rest):
            words, hidden = rest, True
    return " ".join(words), hidden


def _without_commas(text: str, when_of: WhenOf) -> tuple[str, list[str], Window | None]:
    """«phân bón ở xã Hải Sơn tháng 1»: what on, of whom behind «ở», and when at its end."""
    words = text.split()
    tails = range(max(1, len(words) - LONGEST), len(words))
    windows = ((at, window_in(" ".join(words[at:]), when_of)) for at in tails)
    end, window = next(((at, w) for at, w in windows if w), (len(words), None))
    said = words[:end]
    inside = range(1, len(said) - 1)
    at = next((n for n in inside if fold(said[n]) in _listed("plain", "place")), 0)
    body = [" ".join(said[at + 1 :])] if at else []
    return " ".join(said[:at] if at else said), body, window


def _suddenly(theme: str) -> tuple[str, bool]:
    """«gs đột xuất khám chữa bệnh», «gs niêm yết đột xuất»: it is of the visit, unless a benefit
    stands before it («trợ cấp đột xuất»)."""
    words = theme.split()
    for mark in _listed("marks", "sudden"):
        rest, found = _cut(words, mark.split())
        before = _before(words, mark.split())
        if found and not any(before.endswith(f" {one}") for one in _listed("marks", "emergency")):
            return " ".join(rest), True
    return theme, False


def _before(words: list[str], mark: list[str]) -> str:
    """What stands before the mark, in plain letters."""
    said, many = _bare(words), len(mark)
    at = next((i for i in range(len(words)) if said[i : i + many] == mark), 0)
    return f" {' '.join(said[:at])}"


def _cut(words: list[str], mark: list[str]) -> tuple[list[str], bool]:
    said, many = _bare(words), len(mark)
    at = next((i for i in range(len(words)) if said[i : i + many] == mark), None)
    return (words, False) if at is None else (words[:at] + words[at + many :], True)


def _bare(words: list[str]) -> list[str]:
    return [word.strip(".") for word in fold(" ".join(words)).split()]


def _parted(pieces: Sequence[str], when_of: WhenOf) -> tuple[list[str], Window | None]:
    """A body and a window."""
    rest = [piece for piece in pieces if piece]
    windows = {piece: window_in(piece, when_of) for piece in rest}
    left = [piece for piece in rest if windows[piece] is None]
    return left, next((found for found in windows.values() if found), None)


def window_in(text: str, when_of: WhenOf) -> Window | None:
    """«tháng 10», «tuần này», «5-10/12»: the first day and the last."""
    when = when_of(text)
    if when.kind not in ("day", "span") or when.start is None or when.rest.strip(" .,"):
        return None
    return day_of(when.start), day_of(when.end or when.start)


def is_private(name: str) -> bool:
    """Whether it is a shop, a firm: nobody of the state."""
    said = f"{fold(name)} "
    return any(said.startswith(f"{word} ") for word in _listed("private", "begins"))


def outside_in(text: str, when_of: WhenOf) -> Sequence[OutsideSaid]:
    """A row a line, typed with commas or pasted from a sheet; nothing where one is not whole."""
    opening, colon, rest = text.partition(":")
    whose = _others(opening) if colon else ""
    if whose:
        rest = "\n".join(f"{whose}, {_on(line)}" for line in rest.splitlines() if line.strip())
    elif not colon or fold(opening) not in _listed("outside", "opens"):
        return ()
    lines = [line for line in rest.splitlines() if line.strip()]
    rows = [_outside(line, when_of) for line in lines]
    return [row for row in rows if row] if all(rows) else ()


def _others(opening: str) -> str:
    """«kế hoạch HĐND tỉnh»: who of others plans."""
    begins, rest = _opening(opening, _listed("outside", "begins"))
    known = any(f"{fold(rest)} ".startswith(f"{one} ") for one in _listed("outside", "whose"))
    return rest.strip() if begins and known else ""


def _on(line: str) -> str:
    """«giám sát tiếp công dân, …»: what it is on."""
    opens, rest = _opening(line.strip(), _listed("outside", "theme"))
    return rest if opens else line.strip()


def _outside(line: str, when_of: WhenOf) -> OutsideSaid | None:
    cells = [cell.strip() for cell in re.split(r"\t" if "\t" in line else r"[,;]", line)]
    window = window_in(cells[-1], when_of)
    whole = len(cells) == CELLS and all(cells) and window
    return OutsideSaid(cells[0], cells[1], cells[2], *window) if whole and window else None


def year_in(text: str) -> tuple[int, int] | None:
    """«gs năm 2025: 580 cuộc»"""
    opens, rest = _opening(text, _listed("year", "opens"))
    found = _YEAR.fullmatch(rest.strip()) if opens else None
    return (int(found[1]), int(found[2])) if found else None


def days_in(text: str) -> tuple[str, int] | None:
    """«hạn trả lời kiến nghị: 30 ngày»"""
    name, rest = _opening(text.replace(":", " "), _openings("days"))
    number = number_of_days(rest) if name else None
    return (name, number) if number else None


def number_of_days(text: str) -> int | None:
    """«30», «30 ngày»"""
    found = _DAYS.fullmatch(text)
    return int(found[1]) if found else None


def _opening(text: str, known: dict[str, str]) -> tuple[str, str]:
    """What the first words mean, the most of them that mean something, and what follows."""
    words = text.split()
    bare = fold(" ".join(words[:LONGEST])).split()
    for many in range(len(bare), 0, -1):
        if found := known.get(" ".join(bare[:many])):
            return found, " ".join(words[many:])
    return "", text


@cache
def _listed(part: str, what: str) -> dict[str, str]:
    """The words of one list, each under its own name."""
    return {fold(said): said for said in book("visits")[part][what]}


@cache
def _does() -> dict[str, str]:
    return {fold(said): does for does, ways in book("visits")["does"].items() for said in ways}


@cache
def _parts() -> dict[str, str]:
    return {fold(said): part for part, ways in book("visits")["parts"].items() for said in ways}


@cache
def _openings(which: str) -> dict[str, str]:
    listed = book("visits")[which].items()
    return {fold(said): meant for meant, ways in listed for said in ways}
