"""A day out planned in one sentence, in any order: what, when, where, who leads it, how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from domain.people import Locality, Person
from domain.plans import PointNames
from language.answers.activities import planned_words as listed
from language.answers.assignments.work_lines import find_person
from language.dates.moments import When, day_of
from language.line.fold import fold

FEW = 4
"""So many words a name has at most."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What it is called, its kind where that is said, and its points, each as one types it in a
    line of its own; `beside` is what was said of a point that is not named, `odd` what is none of
    this."""

    title: str = ""
    kind: str = ""
    points: tuple[str, ...] = ()
    beside: str = ""
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """A point as far as it was told."""

    place: str = ""
    leader: str = ""
    places: str = ""

    @property
    def besides(self) -> str:
        return ", ".join(filter(None, (self.leader, self.places)))


_TELLS = re.compile(r"\b(?:duoc|dc|da|co|het)\b(?: \w+){0,2} \d")
"""«ra quân 22/11 được 45 người» tells what came of it."""


def plans_a_day(folded: str, when: When) -> bool:
    """Whether a whole line plans a day: it says so, or it names what is done on a day ahead and
    where, by whom or by how many."""
    if _TAKES_PART.search(folded) or folded.count(" ") < 2 or so_many_go(folded):
        return False
    if when.kind == "ask" and when.why == "past" and _TELLS.search(folded):
        return False
    head = listed.head().match(folded)
    if head and head["sure"]:
        return bool(folded[head.end() :].strip(" ,.:-"))
    if when.kind == "before" or not (
        listed.deed().search(folded) or listed.several().search(folded)
    ):
        return False
    return bool(head) or (_is_ahead(when) and _says_more(folded) and not _PAST.search(folded))


def several_days(text: str) -> list[str]:
    """«ĐTN trồng cây 15 người, PN dọn rác 20»: each day for itself, where a line plans several;
    a list of points is of one."""
    if listed.several().search(fold(text)):
        return []
    parts: list[str] = []
    for piece in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
        if listed.deed().search(fold(piece)) or not parts:
            parts.append(piece)
        else:
            parts[-1] = f"{parts[-1]}, {piece}"
    told = [part for part in parts if listed.deed().search(fold(part)) and re.search(r"\d", part)]
    return parts if len(parts) > 1 and len(told) == len(parts) else []


def is_opening(words: str) -> bool:
    """«lên kế hoạch», and no more than that."""
    head = listed.head().fullmatch(fold(words).strip(" ,.:"))
    return head is not None


def is_of_a_day(folded: str) -> bool:
    """«buoi trong cay», «hoat dong thu 7»: it says that it is one, or what is done there."""
    return bool(_ONE.match(folded) or listed.deed().search(folded))


_ONE = re.compile(r"(?:(?:cai|cho|da|em oi) )*(?:buoi|hoat dong|hd|chuong trinh)\b")


def so_many_go(folded: str) -> bool:
    """«doan thanh nien co 15 ban di cho trung tam»: people who come, and no plan; «30 nguoi di
    don ve sinh» may be one."""
    found = _GO.search(folded)
    return found is not None and not listed.deed().match(folded[found.end() :])


def counts_who_go(folded: str) -> bool:
    """The same, whatever they go for: of whoever plans nothing it is no plan."""
    return bool(_GO.search(folded))


_GO = re.compile(
    r"\b\d{1,4} (?:(?:nguoi|ng|ban|chi em|chi|em|anh em|anh|bac|co|chu|doan vien|hoi vien"
    r"|thanh nien|hoc sinh|dong chi|dc|tnv|chau|suat) )(?:(?:se|cung|xin|dang ky) )*"
    r"(?:di|tham gia|den|toi) (?:(?:o|tai|ra|ve) )?"
)
_TAKES_PART = re.compile(r"\b(?:dk|dang ky|dki|bao cao|sdt)\b")
_PAST = re.compile(
    r"\b(?:da|xong|roi|vua roi|hom qua|m3|km|khoi rac|tan rac)\b|(?<!\d)(?<!\d )\b(?:duoc|dc)\b"
)


def _is_ahead(when: When) -> bool:
    return when.start is not None and day_of(when.start) > when.today


def _says_more(folded: str) -> bool:
    looks = (listed.many(), listed.led(), listed.gathers(), listed.several(), _HOUR)
    return any(look.search(folded) for look in looks)


_HOUR = re.compile(r"\b\d{1,2} ?(?:h|g|gio)\b|\b\d{1,2} ?[hg:] ?\d{2}\b")


def read_planned(text: str, when: When, known: PointNames) -> PlannedLine:
    """The line without its time, taken apart."""
    flat = without(text, when.used)
    said = _SEVERAL_APART.sub(r"\1,\2", flat)
    head, points = _points_apart(said)
    named = _with_place(list(pieces(head, known.people)), known.localities)
    title = _named(named)
    kind = kind_of(text)
    if points:
        told = _each(pieces(points, known.people))
        deeds = [one for one in told if listed.deed().fullmatch(fold(one.place))]
        if deeds and not title:
            title, told = title_of(deeds[0].place), [one for one in told if one not in deeds]
        lines = tuple(filter(None, (line_of(one, known.localities) for one in told)))
        title = title or title_of(", ".join(t.place for t in told))
        return PlannedLine(called(title, kind), kind, lines)
    one = _one(named, title, known.localities)
    line = line_of(one, known.localities, title)
    where = (line,) if line else ()
    name = called(title, kind, one.place)
    return PlannedLine(name, kind, where, "" if line else one.besides)


def called(title: str, kind: str, place: str = "") -> str:
    """«Tập huấn: …» stands before the title of a class already; where it is is no title."""
    found = listed.class_head().match(fold(title)) if kind == "training" else None
    rest = title[found.end() :] if found and _same(title) else ""
    return title_of(rest) if rest and fold(rest) != fold(place) else title


def _with_place(
    named: list[tuple[str, str]], localities: Sequence[Locality]
) -> list[tuple[str, str]]:
    """«…, nhà văn hóa khu 1, …»: a piece of its own that begins like a place is where it is, if
    nothing else says it."""
    if any(what == "where" for what, _ in named) or place_in(_named(named), localities):
        return named
    apart = [n for n, (what, said) in enumerate(named) if n and what == "words"]
    place = next((n for n in apart if listed.place().match(fold(named[n][1]))), None)
    return [
        ("where", said) if n == place else (what, said) for n, (what, said) in enumerate(named)
    ]


def kind_of(text: str) -> str:
    """What the words say it is; empty where they do not."""
    return next((kind for kind, look in listed.kinds().items() if look.search(fold(text))), "")


def is_of_points(text: str) -> bool:
    """«2 điểm: chợ 1, đường Trần Phú»."""
    return bool(listed.several().search(fold(text)))


_SEVERAL_APART = re.compile(r"(\d{1,2}) *[.)] *([^\d\s])")
"""«1) chợ 1, 2) đường Trần Phú»."""


_CHANGES_TO = re.compile(
    r"(?i)^(?:(?:thôi|thoi|à|a|ờ)[ ,]+)*(?:đổi|doi|để|de|thay|chuyển|chuyen|cho|sửa|sua)"
    r"(?: (?:sang|thành|thanh|bằng|bang|lại|lai))* (?=\S)"
)


def read_part(text: str, people: Sequence[Person]) -> str:
    """«40 người thôi», «chị Hoa phụ trách»: who leads a point and how many places it has, and
    nothing else."""
    said_of = _CHANGES_TO.sub("", text, count=1)
    found = [(what, trimmed(said)) for what, said in pieces(said_of, people)]
    told = [(what, said) for what, said in found if said]
    return ", ".join(s for _, s in told) if {w for w, _ in told} <= {"leader", "places"} else ""


def without(text: str, used: Sequence[tuple[int, int]]) -> str:
    """What is left of a line; where a moment stood, it is cut."""
    ends = [0, *(end for place in used for end in place), len(text)]
    kept = [text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)]
    return " ".join(", ".join(kept).split())


def _points_apart(said: str) -> tuple[str, str]:
    """«… 2 điểm: chợ 1, đường Trần Phú»: before it, and the points."""
    found = listed.several().search(fold(said))
    if found is None or not _same(said):
        return said, ""
    return said[: found.start()], said[found.end() :]


def _same(said: str) -> bool:
    """Whether places in the folded line are places in this one."""
    return len(fold(said)) == len(said)


def pieces(said: str, people: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Each piece, and what it is: `places`, `leader`, `where`, or plain words."""
    for piece in re.split(r"[,;\n]|(?<!\d)[.:]|[.:](?!\d)| - ", said):
        for part in _cut(piece.strip(), listed.many()):
            if listed.many().fullmatch(fold(part)):
                yield "places", part
                continue
            for bit in _cut_before(part, listed.gathers()):
                yield from _with_leader(bit, people)


def _cut(said: str, look: re.Pattern[str]) -> list[str]:
    """Before it, itself, behind it."""
    if not _same(said):
        return [said]
    ends = [0, *(end for found in look.finditer(fold(said)) for end in found.span()), len(said)]
    return [part for a, b in pairwise(ends) if (part := said[a:b].strip(" ,.-"))]


def _cut_before(said: str, look: re.Pattern[str]) -> list[str]:
    found = look.search(fold(said)) if _same(said) else None
    parts = [said[: found.start()], said[found.start() :]] if found else [said]
    return [part for one in parts if (part := one.strip(" ,.-"))]


def _with_leader(piece: str, people: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """«dọn biển Trà Cổ a Sơn phụ trách» is the words before the name, and who leads it."""
    words = piece.split()
    cut = _name_of_leader(words, people)
    if cut is None:
        yield _sort(piece), piece
        return
    first, last = cut
    if before := " ".join(words[:first]):
        yield _sort(before), before
    yield "leader", " ".join(words[first:last])
    if after := " ".join(words[last:]):
        yield "words", after


def _sort(piece: str) -> str:
    """«tập trung tại NVH», «ở Hải Hòa» is where."""
    folded = fold(piece)
    is_place = listed.gathers().match(folded) or listed.at().match(folded)
    return "where" if is_place else "words"


def _name_of_leader(words: Sequence[str], people: Sequence[Person]) -> tuple[int, int] | None:
    """From which word to which it is said who leads: a colleague's name before «phụ trách», or
    behind «do», «phụ trách»; without a colleague so called, the words between."""
    folded = [fold(word) for word in words]
    for last in range(len(words), 0, -1):
        for first in range(last):
            if fold(" ".join(words[first:last])) in listed.leading("after") and first:
                start = _begins(words[:first], people)
                return (start, last) if start is not None else None
    for first in range(len(words) - 1):
        for end in range(first + 1, len(words)):
            if " ".join(folded[first:end]) in listed.leading("before"):
                for last in range(min(len(words), end + FEW), end, -1):
                    if _is_one(words[end:last], people):
                        return first, last
    return None


def _begins(words: Sequence[str], people: Sequence[Person]) -> int | None:
    """Where a name begins that ends here: the longest that somebody bears, with what stands
    before it («do», «anh»)."""
    for first in range(max(0, len(words) - FEW), len(words)):
        if _is_one(words[first:], people):
            led = first and fold(words[first - 1]) in listed.leading("before")
            return first - 1 if led else first
    return max(0, len(words) - 2) if len(words) <= FEW else None


def _is_one(words: Sequence[str], people: Sequence[Person]) -> bool:
    return bool(find_person(" ".join(words), people))


def _each(pieces: Iterator[tuple[str, str]]) -> list[PlannedPoint]:
    """A point begins with its words; who leads it and how many follow."""
    told: list[PlannedPoint] = []
    for what, said in pieces:
        if what in ("words", "where"):
            told.append(PlannedPoint(_place_of(said)))
        elif told:
            told[-1] = more(told[-1], what, said)
    return [one for one in told if one.place]


def more(told: PlannedPoint, what: str, said: str) -> PlannedPoint:
    if what == "leader":
        return replace(told, leader=told.leader or _CALLED_OF.sub("", said))
    return replace(told, places=told.places or _digits(said))


_CALLED_OF = re.compile(r"(?i)^(?:của|cua) +")


def _digits(said: str) -> str:
    return f"{re.sub(r'[^0-9]', '', said)} người"


def _one(
    named: Sequence[tuple[str, str]], title: str, localities: Sequence[Locality]
) -> PlannedPoint:
    told = PlannedPoint()
    for what, said in named:
        if what in ("leader", "places"):
            told = more(told, what, said)
        elif what == "where":
            told = replace(told, place=told.place or _place_of(said))
    return told if told.place else replace(told, place=place_in(title, localities))


def _place_of(said: str) -> str:
    """«tập trung tại NVH khu 2» is NVH khu 2."""
    return trimmed(listed.without_at(said))


def place_in(title: str, localities: Sequence[Locality]) -> str:
    """«dọn vệ sinh biển Trà Cổ» is done at «biển Trà Cổ»."""
    folded = fold(title)
    if not _same(title):
        return ""
    if found := listed.at_in().search(folded):
        return trimmed(title[found.end() :])
    deed = listed.deed().match(folded)
    rest = title[deed.end() :].strip() if deed else ""
    named = any(f" {fold(rest)}".endswith(f" {fold(p.name)}") for p in localities)
    return rest if rest and (named or listed.place().match(fold(rest))) else ""


def line_of(one: PlannedPoint, localities: Sequence[Locality], title: str = "") -> str:
    """As it is typed in the form; where the name has no place of the office, the title may."""
    if not one.place:
        return ""
    has = any(f" {fold(one.place)}".endswith(f" {fold(p.name)}") for p in localities)
    inside = [p.name for p in localities if f" {fold(p.name)} " in f" {fold(title)} "]
    where = "" if has or len(inside) != 1 else inside[0]
    return ", ".join(filter(None, (one.place, where, one.besides)))


def _named(pieces: Sequence[tuple[str, str]]) -> str:
    """What is left is its name, without the words that say that one is planned."""
    words = [trimmed(said) for what, said in pieces if what == "words"]
    return title_of(", ".join(filter(None, map(without_head, words))))


def without_head(words: str) -> str:
    found = listed.head().match(fold(words)) if _same(words) else None
    return trimmed(words[found.end() :]) if found else words


def title_of(words: str) -> str:
    return words[:1].upper() + words[1:]


def trimmed(words: str) -> str:
    """Without the small words around it."""
    small, kept = (
        listed.words("around", "any") | listed.words("heads", "ends"),
        words.strip(" ,.:;-").split(),
    )
    while kept and fold(kept[-1]) in small:
        kept.pop()
    while kept and fold(kept[0]) in listed.words("around", "any"):
        if listed.deed().match(fold(" ".join(kept))):
            break  # «ngày hiến máu» is what is done
        kept.pop(0)
    return " ".join(kept).strip(" ,.:;-")
