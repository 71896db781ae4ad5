"""What is followed to its end, as it is typed: «khó khăn: …», «KN31», «số 142 ngày 30/11»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from domain.matter_kinds import DOCUMENT, KINDS
from language.answers.matters.matter_steps import StepSaid, names_step, step_in
from language.answers.matters.matter_told import speaks_of_a_limit
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_CODE = re.compile(
    rf"(?i)\s*({'|'.join(kind.prefix for kind in KINDS.values())})[- ]?(\d{{1,6}})\s*"
)
_FIRST_CODE = re.compile(
    rf"(?i)\s*({'|'.join(kind.prefix for kind in KINDS.values())})[- ]?(\d{{1,6}})(?![\d/.:])\s*"
)
_NEXT_CODE = re.compile(_FIRST_CODE.pattern.replace("/.:", "/."))
"""«KN31, KN32: …»: behind the first a colon may stand."""
_A_CODE = re.compile(rf"(?<!\w){_NEXT_CODE.pattern.removeprefix('(?i)')}", re.IGNORECASE)
_ITS_PAPER = re.compile(rf"(?i){DOCUMENT.prefix}[- ]?\d[\w/.-]*[\s,]+(?:ngày|ngay)\s+\d")
"""«…, cv 215 ngày 23/11» behind another code is the number of its paper, and no other matter."""
AHEAD = timedelta(days=60)
"""A paper may bear a day that is still to come; one further ahead is of last year."""
MOST_WORDS, SEND = 4, "send"
_WORD = re.compile(r"[^\W_]+")
_BASIS = re.compile(r"[,;.(]\s*([^,;:.()]{3,20}?)\s*:\s*")
_PAPER = re.compile(
    r"(?i)(?:(?:đã|da|có|co|bằng|bang|theo|tại|tai|gửi|gui|công văn|cong van|cv|văn bản|van ban|vb"
    r"|trả lời|tra loi)\s+)*(?:số|so)?\s*([\w/.-]*\d[\w/.-]*)"
    r"[\s,;]+(?:ngày|ngay)?\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*[.]?"
)
SIGNER_WORDS = 6
SIGNS = re.compile(
    r"(?i)\s*(?:do\s+)?(?:(?:đ/c|đồng chí|dong chi|d/c)\s+)?"
    r"(?:(?:người |nguoi )?k[ýy]:?\s+(.+)|(.+?)\s+k[ýy])\s*[.]?"
)
"""«Khải ký», «người ký: Khải»: who signed a paper."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A kind of matter, and the words that were said of it."""

    kind: str
    words: str


def raised_in(text: str) -> Raised | None:
    """«ý kiến: đèn đường khu 2 hỏng»: what is raised by the line itself."""
    opening, colon, words = text.partition(":")
    kind = _openings().get(fold(opening)) if colon and words.strip() else None
    if kind is None and words.strip() and (paper := _before_the_colon(opening)):
        kind, words = DOCUMENT.code, f"{paper}: {words.strip()}"
    return Raised(kind, words.strip()) if kind else None


def _before_the_colon(opening: str) -> str:
    """«công văn đến số 512 UBND tỉnh ngày 20/11»: its number, whose and of which day."""
    found = _numbered().match(fold(opening))
    stands = found and re.search(rf"\b{any_of('matters', 'opens_paper', 'stands')}\b", found[1])
    return opening[found.start(1) :].strip() if found and not stands else ""


@cache
def _numbered() -> re.Pattern[str]:
    number = any_of("matters", "opens_paper", "number")
    return re.compile(rf"\s*{any_of('matters', 'opens', 'document')},? +({number} *\d.*)")


@cache
def _openings() -> dict[str, str]:
    opens = book("matters")["opens"].items()
    return {fold(said): kind for kind, ways in opens for said in ways}


def matter_code(text: str) -> tuple[str, int] | None:
    """«KN31», «kn-031»: the letters of its kind, and its number."""
    found = _CODE.fullmatch(text)
    return (found[1].upper(), int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class MatterLine:
    """Which matters are meant, which step may be taken, with what; no step where it is only
    said."""

    codes: tuple[tuple[str, int], ...]
    step: StepSaid
    paper: tuple[str, date] | None = None
    more: str = ""
    """What stands behind the paper."""
    all: str = ""
    """Everything behind the codes."""

    @property
    def is_step_alone(self) -> bool:
        return bool(self.step.events) and not self.step.words


def matter_line(text: str, today: date) -> MatterLine | None:
    """«KN31 KN32 số 142 ngày 30/11»; of one alone also words that are no step."""
    codes, rest = list[tuple[str, int]](), _turned(text.strip())
    while found := (_NEXT_CODE if codes else _FIRST_CODE).match(rest):
        if codes and _is_its_paper(codes[0][0], rest):
            break
        codes.append((found[1].upper(), int(found[2])))
        rest = rest[found.end() :].strip(" ,;:")
    if not codes or not rest:
        return None
    step = step_in(codes[0][0], rest)
    paper, more = paper_and_more(step.words if step.events else rest, today)
    if paper and not step.events:
        return MatterLine(tuple(codes), StepSaid((SEND,)), paper, more, rest)
    if step.events or len(codes) == 1:
        return MatterLine(tuple(codes), step, paper, more, rest)
    return None


def pieces_of(text: str, prefix: str) -> list[tuple[int, str]]:
    """«XK2 đồng ý, XK3 đưa ra giao ban»: each number with its words; none where the line does not
    begin with one, or names another kind."""
    found = list(_A_CODE.finditer(text))
    if (
        not found
        or text[: found[0].start()].strip()
        or {one[1].upper() for one in found} != {prefix}
    ):
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    spoken = (text[one.end() : end].strip(" ,;:.") for one, end in zip(found, ends, strict=True))
    return [(int(one[2]), words) for one, words in zip(found, spoken, strict=True)]


def each_matter(text: str) -> tuple[tuple[tuple[str, int], str], ...]:
    """«KN21 gửi UBND Trà Cổ hạn 20/12, KN22 hạn 25/12»: each code, behind a mark, with its own
    words; one without any has those of the next."""
    found = list(_A_CODE.finditer(text))
    found = [one for one in found if not _is_its_paper(found[0][1], text[one.start(1) :])]
    before = [text[: one.start(1)].rstrip(" ") for one in found]
    if len(found) < 2 or before[0] or not all(said[-1] in ",;:\n" for said in before[1:]):
        return ()
    ends = [*(one.start() for one in found[1:]), len(text)]
    said = [text[one.end() : end].strip(" ,;:.\n") for one, end in zip(found, ends, strict=True)]
    whole = [next(filter(None, said[n:]), "") for n in range(len(said))]
    each = zip(found, whole, strict=True)
    return (
        tuple(((one[1].upper(), int(one[2])), words) for one, words in each) if whole[-1] else ()
    )


def _is_its_paper(prefix: str, text: str) -> bool:
    """The number and day of the paper of what is named first, which is none itself."""
    return prefix.upper() != DOCUMENT.prefix and _ITS_PAPER.match(text) is not None


def _turned(text: str) -> str:
    """«nhắc KN24», «mở lại KN19, lịch trực chưa có»: the code stands first."""
    words = text.split()
    for many in range(1, min(MOST_WORDS, len(words))):
        found = _FIRST_CODE.match(" ".join(words[many:]))
        if found and names_step(words[:many]):
            rest = " ".join(words[many:])
            return f"{found[0].strip()} {' '.join(words[:many])} {rest[found.end() :]}".strip()
    return text


def response_in(text: str) -> str:
    """«cv 210, tiếp thu một phần»: of which kind the answer is; the most words of it decide."""
    alone = " ".join(_WORD.findall(fold(text)))
    found = [s for s in _responses() if s == alone or (" " in s and f" {s} " in f" {alone} ")]
    return _responses()[max(found, key=len)] if found else ""


@cache
def _responses() -> dict[str, str]:
    listed = book("matters")["responses"].items()
    return {fold(said): meant for meant, ways in listed for said in ways}


def basis_in(text: str) -> tuple[str, str]:
    """«niêm yết mức phí mới, căn cứ: Điều 5 …»: what is asked, and the law it goes by."""
    for found in _BASIS.finditer(text):
        if fold(found[1]) in {fold(mark) for mark in book("matters")["basis"]["marks"]}:
            return text[: found.start()].strip(" ,;."), text[found.end() :].strip()
    return text, ""


def paper_in(text: str, today: date) -> tuple[str, date] | None:
    """«số 142/BC ngày 30/11»: a paper's number and its day, the nearest such day."""
    found = _PAPER.fullmatch(text.strip())
    if found is None:
        return None
    number, day, month, year = found.groups()
    try:
        on = date(int(year or today.year), int(month), int(day))
        if not year and on - today > AHEAD:
            on = on.replace(year=today.year - 1)
    except ValueError:
        return None
    return number, on


def paper_and_more(text: str, today: date) -> tuple[tuple[str, date] | None, str]:
    """«số 120 ngày 23/11, đề nghị trả lời trước 10/12»: the paper, and what stands behind it; who
    signed it is on the paper."""
    found = _PAPER.match(text.strip())
    if found is None:
        return None, ""
    more = text.strip()[found.end() :]
    if len(more.split()) <= SIGNER_WORDS and SIGNS.fullmatch(more.strip(" ,;")):
        more = ""
    apart = not more or more[0] in ",;" or (found[0][-1:].isspace() and speaks_of_a_limit(more))
    return (paper_in(found[0], today), more.strip(" ,;")) if apart else (None, "")
