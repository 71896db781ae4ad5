"""The numbers of a register as they are typed: «GP1 61/52/45, vướng giá 4, vắng chủ 2, do …»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from domain.registers import REGISTERS, Told
from language.answers.conclusions.item_lines import way_in
from language.line.fold import fold
from language.line.names import organisation
from language.line.patterns import NO, any_of
from language.line.vocabulary import book

_PREFIXES = "|".join(kind.prefix for kind in REGISTERS.values())
_CODE = re.compile(rf"(?i)\s*({_PREFIXES})[- ]?(\d{{1,4}})\b(?![/.]\d)[\s:,.?]*")
_SURE = re.compile(rf"(?i)\s*(?:{_PREFIXES})(?:-\d|[- ]?0\d)")
"""Nobody writes «gp 01» of anything else."""
_NUMBER = r"\d{1,6}"
_ROW = re.compile(rf"\s*({_NUMBER}(?:\s*[/;]\s*{_NUMBER}){{1,5}})(?!\s*/|\w)(.*)", re.DOTALL)
_SPACED = re.compile(rf"\s*({_NUMBER}(?:\s+{_NUMBER}){{1,5}})(?!\s*[/\w%])(.*)", re.DOTALL)
_SPACED_ON = re.compile(
    rf"(?i)\s*({_NUMBER}(?:\s+{_NUMBER}){{2,5}})\s+((?:vướng|vuong|vắng|vang|do|vì|vi)\s.*)",
    re.DOTALL,
)
"""«63 54 48 vướng giá 4»"""
_NAMED_ROW = re.compile(
    rf"(?P<name>\D*?)\s*(?P<row>{_NUMBER}(?:/{_NUMBER}){{2,5}}(?!/|\w).*)", re.DOTALL
)
_PAIR = re.compile(rf"(?P<name>\D*?)\s*(?P<first>{_NUMBER})\s*/\s*(?P<last>{_NUMBER})[ .]*")
MOST_OF_A_DAY = 99
"""A day with its month, or how many of a point came, has no more before its stroke."""
_PIECES = re.compile(r"[,;\n]|(?<=[\s\d])(?<!giảm )(?<!giam )(?=(?:giảm |giam )?(?:do|vì|vi) )")
_WHY = re.compile(r"(?i)(?:giảm|giam)?\s*(?:do|vì|vi)\s+(.+)")
_COUNTED = re.compile(rf"(.+?)[\s:]+({_NUMBER})(?: (?:ho|nguoi|hoi vien))?")
_COUNTED_FIRST = re.compile(
    rf"(?:con |co |da |vuong )*({_NUMBER}) (?:ho |nguoi |hoi vien )?(?:ve )?(.+)"
)
_RUN_ON = re.compile(r"(?<=[^\d\s]) (?=\d)")
"""«62 tiếp cận 55 đồng thuận», without marks."""
_RUN_AFTER = re.compile(r"(?<=\d) (?=[^\W\d])(?!(?i:hộ|ho|người|nguoi)\b)|(?<=\d hộ) |(?<=\d ho) ")
"""«vướng giá 4 vắng chủ 2», «giá 4 hộ vắng chủ 2»"""
_HOUSES = r"(?: (?:ho|nguoi|hoi vien|nha))?"
_MORE = re.compile(
    rf"(?:da |duoc )*(?:them|tang|\+) ?(?:duoc )?(?P<n>\d{{1,4}}){_HOUSES}(?: (?P<what>.+))?"
    rf"|(?P<of>.+?) (?:them|tang|\+) ?(?:duoc )?(?P<m>\d{{1,4}}){_HOUSES}(?: nua)?"
)
"""«thêm 2 hộ bàn giao», «bàn giao thêm 2»"""
_GAINED = re.compile(
    r"(?P<before>\D*?)(?P<verb>ket nap|phat trien|them)(?: (?:moi|them|duoc))* (?P<n>\d{1,3})"
    r" (?P<who>hoi vien|doan vien|hv|dv)(?: moi)?(?: (?P<after>.+))?"
)
_BEFORE = re.compile(r"^(?:(?:van|con|vuong|ve|da|duoc|hien) )+(?=\w)")
_AFTER = re.compile(r"(?: (?:duoc|con|la))+$")
_INSTEAD = re.compile(rf" (?:chu )?(?:{NO}) phai(?: la)? {_NUMBER}$")
_OF_WHAT = "(?:hộ|ho|người|nguoi|hội viên|hoi vien)"
_OPENED = re.compile(
    rf"(?i)\s*(?:(?P<again>mở lại|mo lai)|sửa|sua|xem)?\s*({_PREFIXES})(-?)(\d{{1,4}})\b"
    r"[\s:,]*(.*)",
    re.DOTALL,
)
_WHOLE = re.compile(
    rf"(.+?)[\s,;:]+(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*{_OF_WHAT}?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """Which register is meant, where the line says it, and what is told of it, where all of it
    was understood."""

    prefix: str
    number: int
    told: Told | None


@dataclass(frozen=True, slots=True)
class NamedRow:
    """«Hải Yên 63/54/45, vướng giá 4»: what stands before the numbers, and what they tell."""

    name: str
    told: Told


@dataclass
class _Heard:
    stuck: dict[str, int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    added: dict[str, int] = field(default_factory=dict)
    why: str = ""
    clears: bool = False


def register_line(text: str) -> RegisterLine | None:
    """A line that begins with a register's code and tells its numbers, understood or not."""
    plain = _without_slip(text)
    found = _CODE.match(plain)
    if found is None:
        return None
    rest = plain[found.end() :].strip()
    sure = _SURE.match(plain) is not None and _speaks_of_numbers(rest)
    if not (told_in(rest) or begins_a_row(rest) or sure):
        return None
    return RegisterLine(found[1].upper(), int(found[2]), told_in(rest))


def _speaks_of_numbers(rest: str) -> bool:
    """It names what a register counts, and a number."""
    said = f" {_plain(rest)} "
    known = (*_counts(), *_reasons())
    return re.search(r"\d", rest) is not None and any(f" {word} " in said for word in known)


def row_in(text: str) -> NamedRow | None:
    """«61/52/45, vướng giá 4» out of the blue: three numbers at least, and no date."""
    found = _NAMED_ROW.fullmatch(_without_slip(text))
    if found is None or re.match(r"\d{1,2}/\d{1,2}/\d{4}", found["row"]):
        return None
    told = told_in(found["row"])
    return NamedRow(found["name"].strip(" :,"), told) if told else None


def pair_in(text: str) -> NamedRow | None:
    """«Hải Tiến 210/160»: two numbers, the second the smaller; «15/17» came of so many, and
    «31/11» is a day that does not exist."""
    found = _PAIR.fullmatch(_without_slip(text))
    first, last = (int(found["first"]), int(found["last"])) if found else (0, 0)
    if found is None or first <= max(last, MOST_OF_A_DAY):
        return None
    return NamedRow(found["name"].strip(" :,"), Told([first, last]))


def told_in(text: str) -> Told | None:
    """«61/52/45, vướng giá 4, do kiểm đếm lại», «như cũ», «bàn giao 45»; None where something
    in it is not understood."""
    plain = _without_slip(text)
    if fold(plain).strip(" .") in _listed("same", "words"):
        return Told([], same=True)
    found = _numbers_first(plain)
    heard = _Heard()
    pieces = _PIECES.split(found[2] if found else plain)
    if not all(_hear(piece.strip(" .:"), heard) for piece in pieces if piece.strip(" .:")):
        return None
    if not (found or heard.named or heard.added):
        return None
    numbers = [int(number) for number in re.findall(_NUMBER, found[1])] if found else []
    told = Told(numbers, heard.stuck, heard.why, heard.named, clears=heard.clears)
    return replace(told, added=heard.added)


def _numbers_first(plain: str) -> re.Match[str] | None:
    ways = (way.fullmatch(plain) for way in (_ROW, _SPACED, _SPACED_ON))
    return next((found for found in ways if found), None)


def fall_reason(text: str) -> str:
    """«do hai hộ đổi ý»: why, without the word that says so."""
    said = _WHY.fullmatch(text.strip())
    return (said[1] if said else text).strip()


def begins_a_row(text: str) -> bool:
    """It tells numbers, whatever else stands there."""
    return _ROW.match(_without_slip(text)) is not None


@dataclass(frozen=True, slots=True)
class RegisterOpened:
    """Which register a line begins with; `again` where it is to be opened again, `rest` what is
    said behind it and asks for nothing."""

    prefix: str
    number: int
    again: bool
    rest: str = ""


def register_opened(text: str) -> RegisterOpened | None:
    """«GP-01», «mở lại GP-01», «GP-01 62 hộ»."""
    found = _OPENED.fullmatch(text)
    asked = found is not None and way_in(fold(found[5])) == "show"
    if found is None or (found[5].strip() and not (found[3] or asked)):
        return None
    again = bool(found["again"]) and not found[5].strip()
    rest = "" if asked else found[5].strip(" .!")
    return RegisterOpened(found[2].upper(), int(found[4]), again, rest)


@dataclass(frozen=True, slots=True)
class RegisterNumbers:
    """Numbers of a register that is called by its name, or not at all."""

    called: str
    told: Told | None


def register_numbers(text: str) -> RegisterNumbers | None:
    """«Tuyến Hải Yên: 62 hộ tiếp cận, 55 đồng thuận, 48 bàn giao»: two of its words at least."""
    opening, colon, rest = text.partition(":")
    pieces = _parts(rest if colon else text)
    known = [piece for piece in pieces if _is_of_a_register(piece)]
    if len(known) < 2:
        return None
    return RegisterNumbers(opening.strip() if colon else "", told_in(rest if colon else text))


def _is_of_a_register(piece: str) -> bool:
    said = fold(piece)
    first, last = _COUNTED_FIRST.fullmatch(said), _COUNTED.fullmatch(said)
    words = {_bare(found) for found in (first and first[2], last and last[1]) if found}
    return any(one in _counts() or one in _beside() for one in words)


def _parts(text: str) -> list[str]:
    pieces = (piece.strip(" .") for piece in re.split(r"[,;\n]", text))
    parts = ([piece] if piece[:1].isdigit() else _RUN_AFTER.split(piece) for piece in pieces)
    return [part for several in parts for part in several if part]


@cache
def _beside() -> frozenset[str]:
    return frozenset(map(_bare, book("registers")["beside"]["counts"]))


@dataclass(frozen=True, slots=True)
class NamedMore:
    """«tuyến Hải Yên thêm 2 hộ bàn giao»: the words before it, and what is told of it."""

    name: str
    told: Told


def register_more(text: str) -> NamedMore | None:
    """«tuyến Hải Yên bàn giao 47»: the words that name it are as few as leave a report behind."""
    words = text.split()
    if not re.search(r"\d", text) or re.match(r"\d", words[0]):
        return None
    for cut in range(1, len(words)):
        told = told_in(" ".join(words[cut:]))
        if told and (told.added or told.named) and not told.numbers:
            return NamedMore(" ".join(words[:cut]).strip(" ,:"), told)
    return None


@dataclass(frozen=True, slots=True)
class MembersSaid:
    """So many new members, of whom and where, as far as the line says it."""

    more: int
    organisation: str
    words: str
    surely: bool
    """«kết nạp» is nothing else; «thêm 5 đv» may be of a day."""


def members_said(text: str) -> MembersSaid | None:
    """«kết nạp 3 hội viên pn khu 2», «dtn thêm 5 đv»"""
    found = _GAINED.fullmatch(" ".join(fold(text).split()).strip(" .!"))
    if found is None:
        return None
    words = re.findall(r"\w+", f"{found['before']} {found['after'] or ''}")
    spans = sorted(
        ((a, b) for a in range(len(words)) for b in range(a + 1, min(a + 4, len(words)) + 1)),
        key=lambda span: span[0] - span[1],
    )
    named = ((span, organisation(" ".join(words[slice(*span)]))) for span in spans)
    (a, b), code = next((one for one in named if one[1]), ((0, 0), ""))
    if not code and found["who"] in ("doan vien", "dv"):
        code = "DTN"
    left = " ".join(words[:a] + words[b:])
    return MembersSaid(int(found["n"]), code, left, found["verb"] != "them")


def registers_named(words: str, names: Mapping[int, str]) -> list[int]:
    """Those whose names hold these words; all where nothing is named."""
    said = _plain(words)
    return [id_ for id_, name in names.items() if said in _plain(name)]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))


def _hear(piece: str, heard: _Heard) -> bool:
    """One piece of a line; whether it was understood."""
    folded = fold(piece)
    bare = _INSTEAD.sub("", folded)
    if folded in _listed("clears", "words"):
        heard.clears = True
        return True
    if said := _WHY.fullmatch(piece):
        stuck = _COUNTED.fullmatch(fold(said[1]))
        if stuck and _bare(stuck[1]) in _reasons():
            return _count(_bare(stuck[1]), stuck[2], heard)
        heard.why = said[1]
        return True
    if _withdrawn().fullmatch(folded):
        heard.why = piece
        return True
    if more := _MORE.fullmatch(bare):
        return _add(more, heard)
    if (counted := _COUNTED.fullmatch(bare)) and _count(_bare(counted[1]), counted[2], heard):
        return True
    if (first := _COUNTED_FIRST.fullmatch(bare)) and _count(_bare(first[2]), first[1], heard):
        return True
    run = _RUN_ON.split(piece) if piece[0].isdigit() else _RUN_AFTER.split(piece)
    if len(run) > 1:
        return all(_hear(part, heard) for part in run)
    return bare in _listed("polite", "words")


def _count(words: str, number: str, heard: _Heard) -> bool:
    if reason := _reasons().get(words):
        heard.stuck[reason] = heard.stuck.get(reason, 0) + int(number)
    elif counts := _counts().get(words):
        heard.named[counts] = int(number)
    return words in _reasons() or words in _counts()


@cache
def _withdrawn() -> re.Pattern[str]:
    """«hôm nay có 1 hộ đổi ý»: why a number fell."""
    return re.compile(
        rf"(?:(?:hom nay|tuan nay|sang nay) )?(?:co )?(?:them )?{_NUMBER} (?:ho|nguoi) "
        rf"(?:da )?{any_of('registers', 'withdrawn', 'words')}"
    )


def unheard(text: str) -> str:
    """The first piece of a line of numbers that is not understood: «vuong gia 4 lung tung»."""
    plain = _without_slip(text)
    code = _CODE.match(plain)
    rest = plain[code.end() :] if code else plain
    found = _numbers_first(rest)
    pieces = (piece.strip(" .:") for piece in _PIECES.split(found[2] if found else rest))
    return next((piece for piece in pieces if piece and not _hear(piece, _Heard())), "")


def teams_unread(text: str) -> str:
    """«hd 1» of «pn 2, nd 1, hd 1»: a number of whom nobody knows."""
    words = r"[^\W\d]+(?: [^\W\d]+)*"
    pieces = re.findall(rf"{words}[ :]*\d+|\d+ *{words}", fold(text))
    said = (re.sub(r"[\d:]", "", piece).split() for piece in pieces)
    known = (" ".join(word for word in one if word not in ("va", "nguoi")) for one in said)
    return next((one for one in known if one and not organisation(one)), "")


def _add(more: re.Match[str], heard: _Heard) -> bool:
    """«thêm 2 hộ» alone does not say of what."""
    what = _bare(more["what"] or more["of"] or "").removesuffix(" nua")
    count = _counts().get(what, "")
    heard.added[count] = int(more["n"] or more["m"])
    return bool(count) or not what


def _bare(said: str) -> str:
    """«về vướng còn giá» is «giá», «đồng thuận còn» «đồng thuận»."""
    return _AFTER.sub("", _BEFORE.sub("", fold(said)))


def _without_slip(text: str) -> str:
    """«nhầm, 62/53/45»"""
    text = " ".join(text.split())
    folded = fold(text)
    slip = re.match(rf"{any_of('registers', 'slip', 'words')}[ ,:]+", folded)
    return text[slip.end() :] if slip and len(folded) == len(text) else text


@cache
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, book("registers")[section][name]))


@cache
def _reasons() -> Mapping[str, str]:
    return _by_words("reasons")


@cache
def _counts() -> Mapping[str, str]:
    return _by_words("counts")


def _by_words(section: str) -> Mapping[str, str]:
    listed = book("registers")[section].items()
    return {_bare(said): name for name, ways in listed for said in ways}


def founded_in(text: str) -> tuple[str, int] | None:
    """«Tuyến Hải Yên - Ninh Dương, 64 hộ»: a name and its whole."""
    found = _WHOLE.fullmatch(text.strip())
    return (found[1].strip(" ,;:"), int(found[2].replace(".", ""))) if found else None
