"""The figures, points and days in a typed line: asked of language/."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from actions.activities.planning import Places, PointLines
from domain.activities import NewPoint
from domain.measures import MEASURES
from domain.names import fold
from domain.people import Locality, Person
from domain.plans import MOST_PLACES, require_point
from domain.refusals import Refusal
from domain.turnout import Figures
from handlers.kit.meaning import find_person
from language import reply, when
from language.figures.turnout import Turnout, turnout

_NUMBER = re.compile(r"[-−]?\s*[0-9][0-9.,]*")
_YES = frozenset(map(fold, ("đúng", "đúng rồi", "ok", "oke", "vâng", "chuẩn", "phải", "👍", "✅")))
_NO = frozenset(map(fold, ("không", "thôi", "bỏ", "không phải", "để nguyên")))


def open_vocabulary(now: datetime) -> None:
    """Read the word lists in before the first person waits for them."""
    reply("xong, mai gửi ảnh", now=now)
    turnout("ĐTN 20, 3 m3 rác")


def says_yes(text: str) -> bool:
    """«đúng», «ok»: an answer to something that was read back."""
    return fold(text).strip(" .!") in _YES


def says_no(text: str) -> bool:
    """«thôi», «không»: an answer to something that was read back."""
    return fold(text).strip(" .!") in _NO


_LEAVING = frozenset({"thoi", "bo", "bo qua", "bo dong nay", "khong", "quay lai"})


def leaves(text: str) -> bool:
    """«thôi», «bỏ qua»: the question is to be left."""
    return fold(text).strip(" .!") in _LEAVING


def says_not_held(text: str, now: datetime) -> bool:
    return reply(text, "turnout", now=now).intent == "no_event"


def names_assignment(text: str, now: datetime) -> bool:
    """«xong 147», «gia hạn 147 đến 24/11»: about work, although there is a number in it."""
    return bool(reply(text, "none", now=now).slots.get("task"))


def read_turnout(text: str) -> Figures | None:
    """The figures of a report line; None when there are none in it."""
    said = turnout(text)
    measures = {code: amount for code, amount in said.metrics.items() if code in MEASURES}
    if said.status == "none" and not measures:
        return None
    if said.total is None and not measures and not said.why:
        return None
    doubt, candidates = _doubt(said)
    settled = "" if doubt else said.why
    total = None if doubt or settled in ("vague", "range") else said.total
    return Figures(
        total=total,
        parts=said.by_org,
        measures=measures,
        raw=text,
        doubt=doubt,
        candidates=candidates,
        change=said.status == "delta",
    )


def _doubt(said: Turnout) -> tuple[str, tuple[int, ...]]:
    """Which question comes before the read-back, and what there is to choose from."""
    if said.status != "ask" or said.why in ("about", "strange", "computed"):
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


def split_by_point(text: str, points: Mapping[int, Sequence[str]]) -> list[tuple[int | None, str]]:
    """«Ka Long 42, Ninh Dương: ĐTN 20, PN 12»: which part of a text speaks of which point.

    `points` are the names each may be called by. Without a name in it the text stays whole.
    """
    found: list[tuple[int | None, list[str]]] = []
    for piece in re.split(r"[\n;,]", text):
        point_id, rest = _named(piece, points)
        if point_id is not None:
            found.append((point_id, [rest]))
        elif found:
            found[-1][1].append(rest)
        else:
            return [(None, text)]
    return [(point_id, ", ".join(filter(None, rest))) for point_id, rest in found]


def _named(piece: str, points: Mapping[int, Sequence[str]]) -> tuple[int | None, str]:
    """The point whose name begins a piece, and what follows the name."""
    words = piece.split()
    for count in range(len(words), 0, -1):
        head = fold(" ".join(words[:count])).strip(" :-–")
        for point_id, names in points.items():
            if any(head in (fold(name), f"diem {fold(name)}") for name in names):
                return point_id, " ".join(words[count:]).strip(" :-–")
    return None, piece.strip()


def read_point(line: str, localities: Sequence[Locality], people: Sequence[Person]) -> NewPoint:
    """«Nhà văn hóa thôn 5, Hải Xuân, Thao, 60»: name, place, leader, places; the first is the
    name, the rest in any order. What stands for none of them is refused, not guessed."""
    pieces = [piece.strip() for piece in re.split(r"[,|;]", line) if piece.strip()]
    if not pieces:
        raise Refusal("point_unclear", text=line)
    point = NewPoint(pieces[0], _place(pieces[0], localities))
    for piece in pieces[1:]:
        point = _told(point, piece, localities, people)
    return point


def read_points(text: str, known: Places) -> PointLines:
    """Every line that is a point, and those that are none; where none is, why the first is not."""
    points: list[NewPoint] = []
    odd: list[tuple[str, Refusal]] = []
    for line in filter(None, text.splitlines()):
        try:
            points.append(_sure_point(line, known))
        except Refusal as refusal:
            odd.append((line, refusal))
    if odd and not points:
        line, why = odd[0]
        raise Refusal(why.code, **{**why.facts, "line": line})
    return PointLines(tuple(points), tuple(line for line, _ in odd))


def _sure_point(line: str, known: Places) -> NewPoint:
    point = read_point(line, known.localities, known.people)
    require_point(point)
    if any(c.isdigit() for c in point.name) and _is_time(point.name, known.now):
        raise Refusal("point_is_time", text=point.name)
    return point


def _is_time(text: str, now: datetime) -> bool:
    found = when(text, now)
    return found.kind in ("day", "time", "ask") and not found.rest


def read_new_place(text: str, known: Places) -> NewPoint | None:
    """«nơi mới: Bãi biển Trà Cổ, cổng số 1»; a place of the office at the end is where it is."""
    name, _, there = text.partition(":")
    pieces = [piece.strip() for piece in there.split(",") if piece.strip()]
    if fold(name) != "noi moi" or not pieces:
        return None
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
    return name.strip() if fold(head) in ("sua ten diem", "sua ten", "ten diem") else ""


def read_point_change(text: str, people: Sequence[Person]) -> tuple[int | None, int | None]:
    """«Thao, 80», «80»: its leader and its places, in any order."""
    point = NewPoint("")
    for piece in filter(None, map(str.strip, re.split(r"[,|;]", text))):
        point = _told(point, piece, (), people)
    return point.leader_id, point.capacity


def _told(
    point: NewPoint, piece: str, localities: Sequence[Locality], people: Sequence[Person]
) -> NewPoint:
    if _NUMBER.fullmatch(piece):
        return replace(point, capacity=_places(piece))
    if place := _place(piece, localities):
        return replace(point, locality_id=place)
    if leader := find_person(piece, people).one:
        return replace(point, leader_id=leader)
    raise Refusal("point_unclear", text=piece)


def _places(piece: str) -> int:
    """Whole places, without signs: «-3» and «10.000» are asked again."""
    if not piece.isdigit() or len(piece) > 5:
        raise Refusal("places_odd", most=MOST_PLACES)
    return int(piece)


def _place(text: str, localities: Sequence[Locality]) -> int | None:
    """The place that a name ends with: «UBND xã Hải Tiến»."""
    said = f" {fold(text)}"
    return next((p.id for p in localities if said.endswith(f" {fold(p.name)}")), None)
