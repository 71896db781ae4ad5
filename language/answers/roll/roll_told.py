"""Who is there, as it is said at the roll: by name, by a line of the list, in groups."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from language.answers.roll.roll_lines import kind_of, numbers_on_roll
from language.line.fold import fold
from language.line.patterns import NO

_AWAY = rf"(?:vang|vang mat|thieu|(?:{NO}) (?:den|co mat)|chua den)"
_THERE = r"(?:co mat|co|den|toi|da den|da toi|den noi|den du)"
_STATE = re.compile(
    rf"(?:(?P<before>.+?) (?P<last>{_AWAY}|{_THERE})"
    rf"|(?P<first>{_AWAY}|{_THERE})[ :]+(?P<after>.+))"
)
_LISTED = ("absent", "present", "everybody")
_NUMBERED = ("absent", "present")
_NEXT = re.compile(r"(\d)\s+(?=(?:vắng|vang|có mặt|co mat)\b)", re.IGNORECASE)
_TITLES = r"(?:chi|anh|em|ban|co|chu|bac|ong|ba|chau|a|c|e)"
_TITLED = re.compile(rf"{_TITLES} \w+(?: \w+){{0,2}}")
_AND = re.compile(r"\s*[,;.\n]\s*|\s+(?:và|va|với|voi|cùng|cung)\s+", re.IGNORECASE)
_POLITE = re.compile(r"(?:[ ]+(?:thoi|roi|r|nhe|nha|a|em|e))+$")
_LATE = re.compile(
    r"(?i)[ ,]+(?:nhưng |nhung |hơi |hoi |mà |ma )*(?:muộn|muon|trễ|tre)"
    r"(?: (?:mất|mat|khoảng|khoang))?"
    r"(?: \d{1,3} ?(?:p|ph|phút|phut|')| nửa tiếng| nua tieng)?(?= *(?:[,;.\n]|$))"
)
"""«Hà đến rồi, muộn 15p»: whoever is late is there."""
_GROUP = re.compile(
    r"(?:(?:ca|con|va|rieng) )?(?:(?P<only>nhom(?= \d))|nhom|doan|doi|tap the)"
    r"(?: (?:em|e|toi|minh|chung em|dang ky|dk))*[ :]+(?:(?:hien|da|moi|chi) )*"
    rf"(?:(?:{_THERE}|du|duoc|co duoc|den duoc)[ :]+)*(?P<n>\d{{1,4}})"
    r"(?: ?(?:nguoi|ng|ban|em|dc|d/c|dong chi|hoi vien|chi em))?"
    r"(?P<of> ?(?:/|tren|trong)(?: ?tong)?(?: ?so)? ?\d{1,4}(?: ?(?:nguoi|ng|ban))?)?"
    rf"(?: (?:{_THERE}))*"
)
"""«nhóm có 15 trên 17», «đoàn em 12 bạn đến rồi»: how many of a group are there."""
_DU = r"(?:(?:moi nguoi|tat ca|ca nhom|ca doi|den|co mat)[ ,]+)*du(?: (?:ca|het|mat|roi|r))*"
_ONLY = r"(?:moi minh|moi|mot minh|minh|duy nhat)"
_BUT = re.compile(
    rf"{_DU}[ ,]+(?:chi )?(?:tru|thieu|vang)(?: (?:{_ONLY}|chi|co|ra))* (?P<a>\D+)"
    rf"|(?:chi )?(?:thieu|vang)(?: co)? {_ONLY}(?: co)? (?P<b>\D+)"
    rf"|chi (?:thieu|vang)(?: co)? (?P<c>\D+)"
    rf"|(?:{_DU}[ ,]+)?(?:chi|{_ONLY})(?: (?:co|{_ONLY}))* (?P<d>\D+?) (?:la )?(?:vang|{_AWAY})"
)
"""«thiếu mỗi Hùng», «đủ hết trừ Nam», «đủ rồi, mỗi Nam vắng»: everybody else is there."""
_WHOLE = re.compile(
    r"(?:(?:da|ca nhom|nhom|ca doan|diem|ca diem)[ ,]+)*du (?:ca |het |mat )*(?P<n>\d{1,4})"
    r" ?(?:nguoi|ng|ban|em|dong chi|dc|hoi vien|chi em)?"
)
"""«đủ cả 22 người»: everybody of the list and of the groups, counted together."""
_PRESENT = re.compile(r"\bco mat\b|\b(?:chi|moi) (?:co|den)\b")


@dataclass(frozen=True, slots=True)
class RollTold:
    """Who is there by name, the line of the list that stands beside it, how many came in groups;
    `unknown` are those whom no name on the list means; `others`: everybody else is there."""

    named: Mapping[int, bool]
    line: str = ""
    grouped: int | None = None
    unknown: tuple[str, ...] = ()
    others: bool = False
    listed: Mapping[int, bool] = field(default_factory=dict)
    """«có mặt 1, vắng 2»: by their numbers."""
    whole: int | None = None
    """«đủ cả 22 người»."""


def roll_told(text: str, names: Mapping[int, str]) -> RollTold | None:
    """«chi Yen co mat, nhom co 15 tren 17»: all that it says of the roll; None where a piece of
    it says something else, and for «nhóm đến 12» alone, which may change what was registered."""
    text = _LATE.sub("", text)
    if but := _all_but(text, names):
        return but
    if whole := _WHOLE.fullmatch(_POLITE.sub("", fold(text).strip(" .!"))):
        return RollTold({}, whole=int(whole["n"]))
    told, waiting, plain = RollTold({}), list[str](), True
    pieces = list(filter(None, _AND.split(_again(text))))
    by_number = len(pieces) > 1 and any(kind_of(piece) in _NUMBERED for piece in pieces)
    for piece in pieces:
        said = _POLITE.sub("", fold(piece))
        if told.grouped is None and (group := _GROUP.fullmatch(said)):
            told = replace(told, grouped=int(group["n"]))
            plain = bool(group["of"] or group["only"] or _PRESENT.search(said))
        elif by_number and kind_of(piece) in _NUMBERED:
            there = kind_of(piece) == "present"
            listed = {**told.listed, **dict.fromkeys(numbers_on_roll(piece), there)}
            told = replace(told, listed=listed)
        elif kind_of(piece) in _LISTED and not told.line:
            told = replace(told, line=piece)
        elif state := _STATE.fullmatch(said):
            called = [*waiting, _as_typed(piece, state)]
            there = not re.fullmatch(_AWAY, state["first"] or state["last"])
            told, waiting = _with(told, called, names, there=there), []
        else:
            waiting.append(piece.strip())
    is_one = not waiting and not (told.line and (told.named or told.unknown))
    people = all(map(_is_called_so, told.unknown))
    plain = plain or bool(told.named or told.line or told.unknown or told.listed)
    return told if is_one and people and plain and told != RollTold({}) else None


def _is_called_so(words: str) -> bool:
    """«chị Châu»; «chi co 6 nguoi» counts."""
    return _TITLED.fullmatch(fold(words)) is not None and not any(map(str.isdigit, words))


def _again(text: str) -> str:
    """«có mặt 1 2 vắng 3» is two pieces."""
    return _NEXT.sub(r"\1, ", text)


def _all_but(text: str, names: Mapping[int, str]) -> RollTold | None:
    flat = " ".join(text.split())
    said = _POLITE.sub("", fold(flat).rstrip(" .!"))
    found = _BUT.fullmatch(said)
    if found is None or found.lastgroup is None:
        return None
    who = flat if len(fold(flat)) == len(flat) else fold(flat)
    called = filter(None, _AND.split(who[slice(*found.span(found.lastgroup))]))
    return replace(_with(RollTold({}), called, names, there=False), others=True)


def _with(
    told: RollTold, called: Iterable[str], names: Mapping[int, str], there: bool
) -> RollTold:
    """The same, and these people."""
    for one in called:
        found = _called_so(one, names)
        if found is None or found in told.named:
            told = replace(told, unknown=(*told.unknown, one))
        else:
            told = replace(told, named={**told.named, found: there})
    return told


def _as_typed(piece: str, state: re.Match[str]) -> str:
    """The name with its marks, where it has some."""
    who = "after" if state["after"] else "before"
    return piece[slice(*state.span(who))] if len(fold(piece)) == len(piece) else state[who]


def _called_so(words: str, names: Mapping[int, str]) -> int | None:
    """The only one whose name ends with these words."""
    name = re.sub(rf"^{_TITLES} (?=.)", "", fold(words))
    fits = [one for one, full in names.items() if f" {fold(full)}".endswith(f" {name}")]
    return fits[0] if len(fits) == 1 else None
