"""The figures of a report line, of one point or of several."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from domain.measures import MEASURES
from domain.turnout import MEASURE, Figures
from language.answers.replies.answer import Reply
from language.figures.headcount import Turnout
from language.line.fold import fold
from language.line.patterns import NO
from language.line.phrases import phrases
from language.line.vocabulary import words_of
from language.line.words import Line

_LETTERS = re.compile(r"\w+")
_GROUP_OF = re.compile(
    r"(?:.* )?(?:dang ky|dk)\b.*\bnhom (?:em |e |minh |toi |khu )?(\d{1,4})\b(?! ?[/h:]).*"
)
_OURS = r"(?:em|e|minh|toi|khu|chung em|bon em|chung toi|ben em|ben e)"
_COMES = r"(?:den|co|con|di|den duoc|duoc|dk|dang ky|tham gia)"
_GROUP_CAME = re.compile(
    rf"(?:ca )?(?:nhom (?:{_OURS} )?{_COMES}|(?:nhom|doan|ben|khu|thon|to) {_OURS}(?: {_COMES})?)"
    r" (\d{1,4})(?: (?:ng|nguoi|ban|dc))?(?: (?:a|nhe|thoi))*(?: (?:o|tai|den) [^\d]+\d?)?"
)
_OF_PLAN = re.compile(r"\bmoi diem\b|\bthem (?:mot |1 )?diem\b|\bdiem \d .*\bphu trach\b")
_OF_WORK = re.compile(
    r"\b(?:(?:lap|lam|mo|giao|nhan|in|viet|soan|phuc hoi) lai|khoi phuc|hoan tac|thu hoi"
    r"|huy(?! dong)|nhan (?:phan|viec)|(?:toi|em|e|minh|anh|chi|c|a) nhan|duyet|gia han"
    r"|doi han|don doc|(?:den|toi) dau|sao cham)\b"
)
"""What is done with work, and with nobody's number."""
_DATE = re.compile(r"\b\d{1,2}\s*/\s*\d{1,2}(?:/\d{2,4})?\b")
_UNTIL = re.compile(
    r"\b(?:lui|gia han|hoan|doi|doi han|keo dai|han|han cuoi|xin (?:den|toi)|(?:den|toi) han)\b"
)
_DENIED = re.compile(
    rf".*\d[^\d,;.]*\b(?:bi |la )?(?:sai|(?:{NO}) dung|nham|lon)"
    r"(?: (?:roi|r|nhe|a|c|chi|e|em|anh|day|do|ma))*[\s.!]*"
)
OTHERS = "KHAC"
AWAY = "absent_or_yes"
"""«vang 3»: three are missing, and nothing else is told."""
_MORE = re.compile(r"\b(?:them|nua)\b")
_BELOW_ZERO = re.compile(r"(?<!\w)[-−]\s*\d")


def figures_of(said: Turnout, raw: str) -> Figures | None:
    """The figures of a report line; None when there are none in it."""
    if is_until(raw) or denies_figures(raw):
        return None
    measures = {code: amount for code, amount in said.metrics.items() if code in MEASURES}
    if said.status == "none" and not measures:
        return None
    told = measures or said.by_org or said.why or said.absent is not None
    if said.total is None and not told:
        return None
    doubt, candidates = _doubt(said)
    away = said.total is None and not (said.by_org or said.candidates) and bool(said.absent)
    more_away = away and _MORE.search(fold(raw)) is not None
    either = tuple(one for one in said.either if one[0] in MEASURES)
    if either and not doubt:
        doubt = MEASURE
    settled = "" if doubt else said.why
    total = None if doubt not in ("", MEASURE) or settled in ("vague", "range") else said.total
    by_org = said.moved if said.status == "delta" else said.by_org
    parts = _parts(by_org, raw)
    return Figures(
        total=sum(parts.values()) if total and parts != by_org else total,
        parts=parts,
        measures=measures,
        raw=raw,
        doubt=doubt,
        candidates=candidates,
        change=said.status == "delta" or more_away,
        summed=said.summed,
        grows=said.grows,
        about=said.about,
        absent=said.absent,
        either=either,
    )


def is_until(text: str) -> bool:
    """«xin lùi đến 10/12»: a day until when, and nobody is counted."""
    said = fold(text)
    dates = _DATE.findall(said)
    return bool(dates and _UNTIL.search(said)) and not re.search(r"\d", _DATE.sub("", said))


def denies_figures(text: str) -> bool:
    """«Hải Tiến 10 người là sai rồi»: what was recorded is wrong, and the right number is not
    told."""
    return _DENIED.fullmatch(fold(text)) is not None


def _parts(said: Mapping[str, int], raw: str) -> Mapping[str, int]:
    """«đi 3 người, PN 2, ĐTN 1»: the first number is the sum of the others, and nobody besides."""
    known = {code: number for code, number in said.items() if code != OTHERS}
    number = said.get(OTHERS)
    is_sum = number and number == sum(known.values())
    told = is_sum and re.search(rf"(?<!\d){number} (?:nguoi|ng)\b", fold(raw))
    return known if told else said


def _doubt(said: Turnout) -> tuple[str, tuple[int, ...]]:
    """Which question comes before the read-back, and what there is to choose from."""
    if said.status != "ask" or said.why in ("about", "strange", "computed", "measure", AWAY):
        return "", ()
    if said.why == "mismatch" and len(said.candidates) > 1:
        return "mismatch", said.candidates
    if said.why == "nobody":
        return "nobody", (0,)
    if said.span:
        low, high = said.span
        return "choose", tuple(dict.fromkeys((low, (low + high) // 2, high)))
    if len(said.candidates) > 1:
        return "choose", said.candidates[:3]
    return "vague", ()


def registers(line: Line) -> bool:
    """The word of registering is said."""
    return any(tag for tag, _, _ in phrases("figures", "registers").find(line))


def begins_registering(line: Line) -> bool:
    """«dk 12 ng o Tra Co», «pn 12 dang ky Tra Co»: before that word nothing stands but an
    organisation and how many."""
    found = [start for _, start, _ in phrases("figures", "registers").find(line)]
    before = line.words[: min(found)] if found else []
    named = [start for _, start, _ in phrases("figures", "organisations").find(line)]
    begins = not before or 0 in named
    return bool(found) and begins and is_counting(" ".join(word.bare for word in before))


_SO_MANY_CAME = re.compile(r"\b(?:den|co mat|thuc te|duoc) (?:co |duoc )?\d")


def tells_both(found: Turnout, folded: str) -> bool:
    """«đăng ký 35, đến 31»: how many were to come, and how many came; «25 người, dtn 10 pn 15»
    are the same people twice."""
    if found.planned is None or found.total is None:
        return False
    are_parts = bool(found.by_org) and sum(found.by_org.values()) == found.total == found.planned
    return not are_parts or bool(_SO_MANY_CAME.search(folded))


def group_of(said: Reply, line: Line, found: Turnout, raw: str) -> Figures | None:
    """«dk 12 ng», «đăng ký ĐTN 8, PN 4», «ccb dk 5 bác»: a group, of a line that registers."""
    total, told = said.slots.get("total"), figures_of(found, raw)
    if told and said.intent == "group_register" and told.doubt and len(told.candidates) > 1:
        return told
    if told and said.intent == "group_register" and (whole := _whole(told, found, raw)):
        return whole
    named = {tag for tag, _, _ in phrases("figures", "organisations").find(line)}
    if said.intent != "group_register" and found.status == "ok" and len(named) == 1:
        total = found.planned if found.total is None else None
        return Figures(total, dict.fromkeys(named, total), raw=raw) if total else None
    if said.intent == "group_register" and total:
        return Figures(total, said.slots.get("by_org", {}), raw=raw)
    return None


def _whole(told: Figures, found: Turnout, raw: str) -> Figures | None:
    """«đăng ký 48 người, trong đó PN 10, đoàn 6, còn lại dân»: all of them, and its parts; without
    such a word it is asked which number it is."""
    parts = sum(told.parts.values())
    if not told.parts or not found.planned or parts >= found.planned:
        return None
    if _OF_THEM.search(fold(raw)):
        return Figures(found.planned, told.parts, raw=raw)
    several = (parts, found.planned) if told.total == parts else ()
    return (
        Figures(parts, told.parts, raw=raw, doubt="range", candidates=several) if several else None
    )


_OF_THEM = re.compile(r"\b(?:trong do|gom|con lai|con la)\b")


def group_named(raw: str) -> Figures | None:
    """«dang ky nhom 15»"""
    group = _GROUP_OF.fullmatch(fold(raw))
    return Figures(int(group[1]), raw=raw) if group else None


def group_came(text: str) -> int | None:
    """«nhom den 12»: how many a group is that was counted before."""
    found = _GROUP_CAME.fullmatch(fold(text).strip(" .!"))
    return int(found[1]) if found else None


def place_named(text: str, points: Mapping[int, Sequence[str]]) -> int | None:
    """The only point whose name stands in the line."""
    line = f" {' '.join(_LETTERS.findall(fold(text)))} "
    found = {
        point
        for point, names in points.items()
        if any(f" {' '.join(_LETTERS.findall(fold(name)))} " in line for name in names)
    }
    return found.pop() if len(found) == 1 else None


def goes_to(folded: str, names: Sequence[str]) -> bool:
    """«o Binh Ngoc», «ra Trà Cổ»."""
    called = "|".join(re.escape(fold(name)) for name in names)
    where = rf"\b(?:o|tai|ra|den|di|toi|ve)(?: (?:ben|khu|diem))? (?:{called})\b"
    return re.search(where, folded) is not None


def is_counting(text: str) -> bool:
    """«dtn 20 pn 15 vang 3»: every word of it is a figure's, and none a reason's."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    return all(word in _counting_words() for word in words)


@cache
def _counting_words() -> frozenset[str]:
    return frozenset(words_of("figures")) | {"ng", "ban", "va"}


def is_of_work(folded: str) -> bool:
    """«lập lại 161», «161 tôi nhận phần MTTQ thôi»: the number is a task's."""
    return bool(_OF_WORK.search(folded))


def counts_people(line: Line) -> bool:
    """«có mặt 161», «161 bà con», «dtn 161»: a word of people stands there, and of how many."""
    sections = ("people", "total", "present", "absent", "organisations")
    return any(list(phrases("figures", section).find(line)) for section in sections)


def is_of_plan(folded: str) -> bool:
    """«30 nguoi moi diem», «them diem cho Binh Ngoc, 3 nguoi»."""
    return bool(_OF_PLAN.search(folded))


_OUR_OWN_GO = re.compile(
    r"\b(?:khu|thon|to|doan|nhom|chi hoi|chi doan|hoi|ben)\b[^,;:]{0,30}"
    r"\b(?:di|tham gia|cu|huy dong) (?:duoc |khoang )?\d{1,3} ?(?:nguoi|ng|ban|em|ba con)\b"
)


def so_many_of_ours(folded: str) -> bool:
    """«khu em đi 48 người»: how many go of one's own."""
    return bool(_OUR_OWN_GO.search(folded))


_CAME = re.compile(
    r"\bco mat\b|\bda (?:den|toi)\b|\b(?:den|toi) (?:roi|r|du|muon|tre|noi)\b"
    r"|\b(?:chi|moi)(?: (?:co|duoc|dc))* \d+ ?(?:nguoi|ng|ban|em|chi em|bac)? (?:den|toi|ra)\b"
    r"|\b(?:hom nay|sang nay|chieu nay|nay) (?:chi |moi )?(?:den|co mat)(?: (?:duoc|co))? \d"
    r"|\bdu (?:ca |het )\d+ ?(?:nguoi|ng|ban)\b"
    r"|\d.*\bvang(?: mat)? \d"
    rf"|\b(?:{NO}) (?:co )?ai (?:den|toi)\b"
)


def came(folded: str) -> bool:
    """«chỉ có 40 người đến thôi», «bà Sửu đến rồi», «k ai đến nữa»: people who are there."""
    return _CAME.search(folded) is not None


_HOW_MANY = re.compile(r"\b(?:bao nhieu|may nguoi|may ng|ai|nhung ai)\b")


def asks_number(folded: str) -> bool:
    """«có bao nhiêu người», «ai đăng ký rồi»: a number, or names, are asked."""
    return _HOW_MANY.search(folded) is not None


def is_below_zero(text: str) -> bool:
    """«-5»: no number of people."""
    return bool(_BELOW_ZERO.search(text))


def split_by_point(text: str, points: Mapping[int, Sequence[str]]) -> list[tuple[int | None, str]]:
    """«Ka Long 42, Ninh Dương: ĐTN 20, PN 12»: which part of a text speaks of which point.

    `points` are the names each may be called by. Without a name in it the text stays whole.
    """
    heads = dict(_heads(points))
    found: list[tuple[int | None, list[str]]] = []
    for piece in re.split(r"[\n;]|(?<!\d),|,(?!\d)", text):
        point_id, rest = _named(piece, heads)
        if point_id is not None:
            found.append((point_id, [rest]))
        elif found:
            found[-1][1].append(rest)
        else:
            return [(None, text)]
    return [(point_id, ", ".join(filter(None, rest))) for point_id, rest in found]


def _heads(points: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """How a piece may begin, and the point that it names; the first point keeps its name."""
    for point_id, names in reversed(list(points.items())):
        for name in map(fold, names):
            yield name, point_id
            yield f"diem {name}", point_id


def _named(piece: str, heads: Mapping[str, int]) -> tuple[int | None, str]:
    """The point whose name begins a piece, and what follows the name."""
    words, folded = piece.split(), fold(piece).split()
    if len(folded) != len(words):
        words = folded
    for count in range(len(words), 0, -1):
        head = " ".join(folded[:count]).strip(" :-–")
        if head in heads:
            return heads[head], " ".join(words[count:]).strip(" :-–")
    return None, piece.strip()
