"""The points of an activity, as they are typed: a name, a place, a leader, so many places."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.activities import NewPoint
from domain.people import Locality, Person
from domain.plans import MOST_PLACES, Odd, PointChange, PointLines, PointNames, require_point
from domain.refusals import Refusal
from language.answers.assignments.work_lines import find_person
from language.dates.when import when
from language.line.fold import fold
from language.line.patterns import NO

_NUMBER = re.compile(r"[-−]?\s*[0-9][0-9.,]*")
_CAPACITY = re.compile(r"(?:toi da |khoang |can )?([0-9][0-9.,]*) ?(?:nguoi|cho|suat|ng)")
"""«20 người», «10 chỗ»: so many places."""
_PLACES_FIRST = re.compile(r"([0-9][0-9.,]* ?(?:nguoi|cho|suat)) (?:(?:o|tai) )?(?=.)")
_LEADING = (["phu", "trach"], ["pt"], ["do"], ["dan"], ["truong", "nhom"], ["truong", "diem"])
"""«Nga phụ trách», «phụ trách: Nga», «do Nga phụ trách»: who leads the point."""
_TAKES_IT = re.compile(
    r"\s+(?:se )?(?:lam truong (?:diem|nhom)|chiu trach nhiem|phu trach|dung diem|dung ra lo|lo"
    r"|day|dung lop|giang bai|giang)"
    r"(?: (?:diem|vu|viec|cho|phan|ca)(?: (?:nay|do|day))?)?(?: (?:nhe|nha|giup|luon))*$"
)
"""«anh Cảnh lo», «chị Hiền lo vụ này», «Nga đứng điểm»: the same, after the name."""
_POSITION = re.compile(r"(-?\d{1,3}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)")
_WHY = {"places_odd": "places", "said_twice": "twice"}
_NEW_PLACE = "noi moi"
_NEW_NAME = ("sua ten diem", "sua ten", "ten diem")


def read_position(text: str) -> tuple[float, float] | None:
    """«21.53, 107.97»: latitude and longitude."""
    found = _POSITION.fullmatch(text)
    return (float(found[1]), float(found[2])) if found else None


def read_point(
    line: str, localities: Sequence[Locality], people: Sequence[Person]
) -> tuple[NewPoint, Sequence[Odd]]:
    """«Nhà văn hóa thôn 5, Hải Xuân, Thao, 60»: name, place, leader, places; the first is the
    name, the rest in any order. What stands for none of them is told, not guessed."""
    pieces = _pieces(line)
    if not pieces:
        raise Refusal("point_unclear", text=line)
    name, places = _with_places(pieces[0])
    named = NewPoint(name, _place(name, localities))
    return _each_told(named, (*places, *pieces[1:]), localities, people)


def _with_places(piece: str) -> tuple[str, Sequence[str]]:
    """«10 chỗ Trà Cổ» is Trà Cổ, with ten places."""
    found = _PLACES_FIRST.match(fold(piece))
    return (piece[found.end() :], (found[1],)) if found else (piece, ())


_IN_ONE = re.compile(
    r"(?P<name>[^\d].*?) (?P<n>\d{1,4} ?(?:nguoi|cho|suat|ng))(?: (?P<who>.+ phu trach|do .+))?"
)


def _pieces(line: str) -> list[str]:
    """«NVH khu 2 Bình Ngọc 3 người Thọ phụ trách» is its name, its places and its leader; «cần 30
    người» is no name."""
    one, words = _IN_ONE.fullmatch(" ".join(fold(line).split())), " ".join(line.split())
    if one and len(words) == len(one[0]) and not re.search(r"[,|;]", line):
        if _CAPACITY.fullmatch(one[0]):
            return [words]
        return [words[slice(*one.span(part))] for part in ("name", "n", "who") if one[part]]
    return [piece.strip() for piece in re.split(r"[,|;]", line) if piece.strip()]


def _each_told(
    point: NewPoint,
    pieces: Sequence[str],
    localities: Sequence[Locality],
    people: Sequence[Person],
) -> tuple[NewPoint, Sequence[Odd]]:
    """What is understood is kept beside what is not; where nothing is, it is refused."""
    refused: list[tuple[str, Refusal]] = []
    told = NewPoint("")
    for piece in pieces:
        try:
            told = _once(told, _told(told, piece, localities, people))
        except Refusal as refusal:
            refused.append((piece, refusal))
    place = point.locality_id if told.locality_id is None else told.locality_id
    point = replace(told, name=point.name, locality_id=place, doubted=bool(refused))
    if refused and len(refused) == len(pieces):
        raise refused[0][1]
    return point, tuple(Odd(piece, _why(piece, no.code, people)) for piece, no in refused)


def _once(before: NewPoint, now: NewPoint) -> NewPoint:
    """A second leader or number in one line is another point's: it replaces nothing."""
    if any(said not in (None, getattr(now, name)) for name, said in _said(before).items()):
        raise Refusal("said_twice")
    return now


def _said(point: NewPoint) -> dict[str, int | None]:
    names = ("locality_id", "leader_id", "capacity")
    return {name: getattr(point, name) for name in names}


def _why(piece: str, code: str, people: Sequence[Person]) -> str:
    if code in _WHY:
        return _WHY[code]
    if find_person(_who_leads(piece), people).among:
        return "several"
    return "nobody" if _who_leads(piece) != piece else "nothing"


def read_points(text: str, known: PointNames) -> PointLines:
    """Every line that is a point, and those that are none; where none is, why the first is not."""
    points: list[NewPoint] = []
    odd: list[Odd] = []
    refused: list[tuple[str, Refusal]] = []
    for line in _lines(text):
        try:
            point, besides = _sure_point(line, known)
        except Refusal as refusal:
            refused.append((line, refusal))
        else:
            points.append(point)
            odd.extend(besides)
    if refused and not points:
        line, why = refused[0]
        raise Refusal(why.code, **{**why.facts, "line": line})
    return PointLines(tuple(points), (*odd, *(Odd(line) for line, _ in refused)))


def read_each(lines: Sequence[str], known: PointNames) -> PointLines:
    """Points of a sentence: of one whose leader or places are not understood the name stays."""
    found = [_at_least_named(line, known) for line in lines]
    odd = tuple(one for _, besides in found for one in besides)
    return PointLines(tuple(point for point, _ in found), odd)


def _at_least_named(line: str, known: PointNames) -> tuple[NewPoint, Sequence[Odd]]:
    try:
        return _sure_point(line, known)
    except Refusal as refusal:
        name, _, rest = line.partition(",")
        point = NewPoint(name.strip(), _place(name, known.localities), doubted=True)
        return point, (Odd(rest.strip(), _why(rest.strip(), refusal.code, known.people)),)


def _lines(text: str) -> list[str]:
    """A line a point; of «Ka Long, 20; Trà Cổ, 10» each is one."""
    lines = list[str]()
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(";") if part.strip()]
        several = len(parts) > 1 and all("," in part for part in parts)
        lines.extend(parts if several else [line] if line else [])
    return lines


def _sure_point(line: str, known: PointNames) -> tuple[NewPoint, Sequence[Odd]]:
    point, odd = read_point(line, known.localities, known.people)
    require_point(point)
    if any(c.isdigit() for c in point.name) and _is_time(point.name, known.now):
        raise Refusal("point_is_time", text=point.name)
    return point, odd


def _is_time(text: str, now: datetime) -> bool:
    found = when(text, now)
    return found.kind in ("day", "time", "ask") and not found.rest


def read_new_place(text: str, known: PointNames) -> NewPoint | None:
    """«nơi mới: Bãi biển Trà Cổ, cổng số 1»; a place of the office at the end is where it is."""
    name, _, there = text.partition(":")
    return read_place(there, known) if fold(name) == _NEW_PLACE and there.strip(" ,") else None


def read_place(there: str, known: PointNames) -> NewPoint:
    """«NVH khu 2», «Bãi biển Trà Cổ, cổng số 1»."""
    pieces = [piece.strip() for piece in there.split(",") if piece.strip()]
    if any(_NUMBER.fullmatch(piece) for piece in pieces[1:]):
        raise Refusal("point_unclear", text=there)
    where = _place(pieces[-1], known.localities) or _place(pieces[0], known.localities)
    named = {fold(place.name) for place in known.localities}
    if len(pieces) > 1 and fold(pieces[-1]) in named:
        pieces.pop()
    return NewPoint(", ".join(pieces), where)


def read_new_name(text: str) -> str:
    """«sửa tên điểm: Cầu Ka Long»: the same place, spelt right."""
    head, _, name = text.partition(":")
    return name.strip() if fold(head) in _NEW_NAME else ""


_DROPS = re.compile(r"(?:bo|xoa|huy)(?: bot)? diem (?:so |thu )?(\d{1,2})(?: (?:di|nhe|nha|a))*")
_IS_LED_BY = re.compile(
    r"(?:diem )?(?P<point>.+?)(?: thi)?(?: la(?: do)?| do| giao(?: cho)?) (?P<who>[^\d,]+?)"
    rf"(?: (?:phu trach|lo|dung diem))?[, ]+(?:chu )?(?:{NO}|hong) (?:phai|la)(?: la)? "
    r"(?P<former>[^\d,]+?)(?: (?:nhe|nha|a|em|dau))*"
)


def dropped_point(folded: str) -> int | None:
    """«bỏ điểm 3»: which of them, as they stand."""
    found = _DROPS.fullmatch(folded)
    return int(found[1]) if found else None


def led_by_another(folded: str) -> tuple[str, str, str] | None:
    """«điểm Hải Yên là anh Cảnh chứ không phải Minh»: the point, its leader, and who is not."""
    found = _IS_LED_BY.fullmatch(folded)
    return (found["point"], found["who"], found["former"]) if found else None


def points_called(folded: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    """Every point whose name or place holds the words."""
    return [point for point, called in names.items() if folded in fold(" ".join(called))]


def read_point_change(text: str, people: Sequence[Person]) -> PointChange:
    """«Thao, 80», «80»: its leader and its places, in any order."""
    point, odd = _each_told(NewPoint(""), _pieces(text), (), people)
    return PointChange(point.leader_id, point.capacity, odd)


def _told(
    point: NewPoint, piece: str, localities: Sequence[Locality], people: Sequence[Person]
) -> NewPoint:
    if _NUMBER.fullmatch(piece):
        return replace(point, capacity=_places(piece))
    if said := _CAPACITY.fullmatch(fold(piece)):
        return replace(point, capacity=_places(said[1]))
    if place := _place(piece, localities):
        return replace(point, locality_id=place)
    if leader := _leader(piece, people):
        return replace(point, leader_id=leader)
    raise Refusal("point_unclear", text=piece)


def _leader(piece: str, people: Sequence[Person]) -> int | None:
    """A name may end like a word: it is read as it stands, then without the word."""
    whole = find_person(piece, people)
    return whole.one if whole.one or whole.among else find_person(_who_leads(piece), people).one


def _who_leads(piece: str) -> str:
    """«do Nga phụ trách» -> «Nga»."""
    words, folded = piece.replace(":", " ").split(), fold(piece.replace(":", " ")).split()
    left = len(_TAKES_IT.sub("", " ".join(folded)).split())
    words, folded = words[:left], folded[:left]
    for lead in _LEADING:
        if folded[: len(lead)] == lead:
            words, folded = words[len(lead) :], folded[len(lead) :]
        if folded[-len(lead) :] == lead:
            words, folded = words[: -len(lead)], folded[: -len(lead)]
    return " ".join(words)


def _places(piece: str) -> int:
    """Whole places, without signs: «-3» and «10.000» are asked again."""
    if not piece.isdigit() or len(piece) > 5:
        raise Refusal("places_odd", most=MOST_PLACES)
    return int(piece)


def _place(text: str, localities: Sequence[Locality]) -> int | None:
    """The place that a name ends with: «UBND xã Hải Tiến»."""
    said = f" {fold(text)}"
    return next((p.id for p in localities if said.endswith(f" {fold(p.name)}")), None)
