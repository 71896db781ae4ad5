"""What was typed, read: the only place where the handlers meet the language floor."""

import re
from collections.abc import Mapping, Sequence

from domain.measures import MEASURES
from domain.names import fold
from domain.turnout import Figures
from language.turnout import Turnout, turnout

_YES = frozenset(map(fold, ("đúng", "đúng rồi", "ok", "oke", "vâng", "chuẩn", "phải", "👍", "✅")))
_NOT_HELD = re.compile(r"^(điểm |bên |chỗ )?\w{0,6} ?(khong|ko|k|hong) (to chuc|dien ra|lam)")
_DOUBTS: Mapping[str, str] = {"mismatch": "mismatch", "nobody": "nobody"}


def says_yes(text: str) -> bool:
    """«đúng», «ok»: an answer to something that was read back."""
    return fold(text).strip(" .!") in _YES


def says_not_held(text: str) -> bool:
    return bool(_NOT_HELD.match(fold(text)))


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
