"""Who of the colleagues is away, as the office tells it: «hôm nay Lụa ốm, Bền đi học 2 ngày»."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.absences import AbsenceSaid
from language.answers.office.absence_lines import stand_in_said
from language.dates.moments import When, day_of
from language.line.fold import fold
from language.line.patterns import NO, OK

WhenOf = Callable[[str], When]
ReadOwn = Callable[[str], AbsenceSaid | None]
"""«nghỉ t5, Hoa làm thay» as whoever is away says it."""
_ME = r"(?:em|e|toi|t|minh|mk|tui|chau|con|me|bo|vo|chong|nha|ai|ca nha|moi nguoi)"
_HELLO = r"(?:(?:da|bao cao|bc|thua|vang|nay)[ ,:]+)*"
_WORD = (
    rf"(?!(?:{_ME}|{OK}|xin|duoc|se|da|chua|moi|dang|di|thoi|tu|tong|phoi|phong|{NO})\b)[^\W\d]+"
)
_NAME = (
    r"(?P<who>(?!(?:co|cho|de|nho|dong y|neu|hop|giao|bao|nhac|cua|bu|le|tet|luon|het|pho|truong"
    rf"|mua|ban|lich|khi nao)\b)(?:(?:em|e|chau) )?{_WORD}(?: {_WORD}){{0,3}}?)"
)
_MOOD = r"(?:(?:deu|cung|dang|bi|phai|se|lai|xin|xin phep|duoc|hom nay|con) )*"
_SURE = (
    r"(?:nghi\b(?: (?:phep|om|hop|lam|viec|buoi|che do|thai san|khong luong|dot xuat))*"
    r"|om\b(?: nang)?|sot\b|met\b|vang(?: mat)?\b|con om|nha co (?:viec|dam|hieu)"
    rf"|di kham(?: benh)?|(?:di|nam|nhap) vien|ve que"
    rf"|(?:{NO}) (?:di lam|den co quan|co mat)(?: duoc| dc)?\b)"
)
_ELSEWHERE = (
    r"(?:(?:di )?(?:tap huan|cong tac)|di (?:hoc|hop|vang)|hop|ban viec(?: (?:rieng|nha))?)\b"
    r"(?: (?!(?:nop|xong|bao|gui|lam|ve|nen|den|roi|mai|sang|chieu|hom|ngay|thu|t\d|tu|va|ca|het|"
    r"tuan|cn)\b)[^\W\d]+){0,4}"
)
_SHORT = r"(?:ve som|den muon|di muon|vao muon|ra ngoai)\b"
_PIECE = re.compile(
    rf"{_HELLO}{_NAME} {_MOOD}"
    rf"(?:(?P<sure>{_SURE})|(?P<elsewhere>{_ELSEWHERE})|(?P<short>{_SHORT}))"
    r"(?: (?:(?:nen|va|phai|xin|xin phep) )*nghi(?: phep| om| lam)*(?= |$))?(?P<rest>(?:[ ,].*)?)"
)
_NAME_ALONE = re.compile(rf"(?:(?:va|ca|cung) )?{_NAME}")
_HEADING = re.compile(
    rf"{_HELLO}(?:(?:co quan|phong|van phong|ta|minh) )?(?:(?:co|nhung ai|danh sach|ds) )*"
    r"(?:nghi|vang)(?: (?:phep|om|hop|mat|gom|co))*"
)
_APART = re.compile(r"\s*[,;\n]\s*|\s+(?:va|và|với|voi)\s+(?=[^\W\d])")
_NOBODY = re.compile(
    rf"(?:thi )?(?:(?:{NO})(?: co)?(?: can| phai)?|khoi)"
    r"(?: (?:can|co|bo tri|cu))*(?: (?:ai|nguoi))+"
    r"(?: (?:lam|truc|thay|ho))*(?: (?:dau|nhe|nha|a|ca))*"
)
_BARE_DAY = re.compile(r" (?:[1-9]|[12]\d|3[01])(?: ?(?:den|đến|-) ?(?:[1-9]|[12]\d|3[01]))?")
"""«Lụa nghỉ 24»."""
_STANDS = re.compile(r"(?:(?:da |co |de |nho |giao )?.+ )?(?:lam|truc|thay|lo|nhan)\b.*")
_ADDRESS = frozenset(["anh", "chị", "chi", "em", "e", "cô", "co", "chú", "chu", "bác", "cháu"])
"""Whoever says «tuần sau anh nghỉ» speaks of themselves; «Ánh», «Bắc» are names."""
_AROUND = frozenset(
    ["a", "nhe", "nha", "roi", "luon", "day", "ca", "ngay", "ah", "em", "chi", "anh"]
)
_DAYS_OFF = r"nghi(?: (?:phep|om|lam|viec))*"
_DROPPED = (
    re.compile(
        rf"{_HELLO}(?:thoi )?(?:xoa|bo|huy|rut|go)(?: bo| lai)?"
        rf"(?: (?:lich|ngay|don|phan|cai|dong|dang ky))* {_DAYS_OFF}(?: (?:cua|cho))? {_NAME}"
        r"(?: (?:di|nhe|nha|a|giup|voi|em|e|toi|chi))*"
    ),
    re.compile(
        rf"{_HELLO}{_NAME} (?:thi )?(?:{NO}|thoi|khoi|het)(?: (?:co|con|can|xin|phai))*"
        rf" {_DAYS_OFF}(?: (?:nua|dau|roi|r|nhe|a))*"
    ),
    re.compile(
        rf"{_HELLO}{_NAME} (?:(?:van|se|lai|da|thi|het om|khoi|khoe)[ ,]+)*"
        r"(?:di lam|den lam|den co quan|co mat)"
        r"(?: (?:lai|binh thuong|som|roi|r|nhe|nha|a|ca ngay))*"
    ),
)
_SLIP = re.compile(r"(?:(?:a|da|oi|uh|u)[ ,]+)*(?:nham|lon)(?: (?:roi|r))*[ ,:.]+")
_NOT_THAT = re.compile(rf"[ ,]+(?:chu )?(?:{NO}) phai .+")


@dataclass(frozen=True, slots=True)
class Away:
    """Who it is, as they were called, and the days. Whoever only comes late or leaves early has
    none. `sure`: they are plainly not at work; «đi tập huấn» may be an order to go. `nobody`
    stands in, in so many words. `slip`: it is put right."""

    called: str
    said: AbsenceSaid | None
    words: str
    sure: bool = True
    nobody: bool = False
    slip: bool = False


@dataclass(slots=True)
class _Piece:
    called: list[str]
    words: str
    days: str = ""
    rest: str = ""
    sure: bool = True
    short: bool = False
    nobody: bool = False


def away_told(text: str, when_of: WhenOf, own: ReadOwn) -> list[Away]:
    """Each who is named, in the order of the line; none where one piece of it says anything
    else."""
    said = re.sub(r"(?i)^\s*(?:báo cáo|bao cao|bc)\s*:\s*", "", text).strip(" .!")
    slip = _SLIP.match(fold(said))
    if slip:
        said = said[slip.end() :]
        other = _NOT_THAT.search(fold(said))
        said = said[: other.start()] if other else said
    if len(fold(said)) != len(said) or not _may_be(fold(said)):
        return []
    pieces = _pieces(said, when_of)
    found = [one for piece in pieces or () for one in _each(piece, when_of, own)]
    whole = bool(found) and len(found) == sum(len(one.called) for one in pieces or ())
    whole = whole and not any(one.called.lower() in _ADDRESS for one in found)
    return [replace(one, slip=bool(slip)) for one in found] if whole else []


def _may_be(folded: str) -> bool:
    """Some word of it says that somebody is not there."""
    return re.search(rf"\b(?:{_SURE}|{_ELSEWHERE}|{_SHORT})", folded) is not None


def _pieces(said: str, when_of: WhenOf) -> list[_Piece] | None:
    """A piece for each who is away, with what is said of them behind a comma."""
    found, names, common, listed = list[_Piece](), list[str](), "", ""
    lead = ""
    head, colon, tail = said.partition(":")
    if colon and (heading := _heading(head, when_of)) is not None:
        common, listed, said = heading, head, tail
    elif colon:
        return None
    for words in filter(None, _apart(said)):
        if not (found or names) and _is_days(words, when_of):
            lead = f"{words} và "
            continue
        piece = _read(f"{lead}{words}", when_of)
        lead = ""
        if piece is not None:
            piece.called = [*names, *piece.called]
            common = common or piece.days
            piece.days = piece.days or common
            found, names = [*found, piece], []
        elif not _goes_on(words, found, when_of):
            days, rest = _day_first(words, when_of)
            name = _NAME_ALONE.fullmatch(fold(rest))
            if name is None:
                return None
            common = days or common
            names.append(rest[name.start("who") :])
    if names and listed:
        found += [_Piece([name], name, common) for name in names]
    elif names:
        return None
    return found


def _apart(said: str) -> Iterator[str]:
    at = 0
    for cut in _APART.finditer(said):
        yield said[at : cut.start()].strip()
        at = cut.end()
    yield said[at:].strip()


def _heading(words: str, when_of: WhenOf) -> str | None:
    """«hôm nay nghỉ: …»: its days."""
    when = when_of(words)
    left = " ".join(fold(when.rest if when else words).split()).strip(" ,")
    days = " ".join(words[slice(*span)] for span in when.used)
    return days if _HEADING.fullmatch(left) else None


def _day_first(words: str, when_of: WhenOf) -> tuple[str, str]:
    """«mai chị Tâm nghỉ»: the day that it begins with, and what stands behind."""
    when = when_of(words)
    first = when.used[0] if when.used else (0, 0)
    begins = when.start is not None and not words[: first[0]].strip()
    return (words[: first[1]], words[first[1] :].strip(" ,")) if begins else ("", words)


def _day_inside(words: str, when_of: WhenOf) -> tuple[str, str] | None:
    """«Bình mai nghỉ»: the day behind the name, and the line without it."""
    when = when_of(words)
    start, end = when.used[0] if when.used else (0, 0)
    before, after = words[:start].strip(), words[end:].strip()
    name = _NAME_ALONE.fullmatch(fold(before)) if before else None
    away = re.match(rf"{_MOOD}(?:{_SURE}|{_ELSEWHERE}|{_SHORT})", fold(after))
    return (words[start:end], f"{before} {after}") if name and away else None


def _read(words: str, when_of: WhenOf) -> _Piece | None:
    days, rest = _day_first(words, when_of)
    found = _PIECE.fullmatch(fold(rest))
    if not days and (inside := _day_inside(words, when_of)):
        days, rest = inside
        found = _PIECE.fullmatch(fold(rest)) or found
    if found is None or len(found.string) != len(rest):
        return None
    after = rest[found.start("rest") :]
    if _BARE_DAY.fullmatch(after):
        after = f" ngày{after}"
    piece = _Piece([rest[slice(*found.span("who"))]], words, days, after)
    piece.sure, piece.short = not found["elsewhere"], bool(found["short"])
    return piece


def _is_days(words: str, when_of: WhenOf) -> bool:
    """«mai», «cả ngày thứ 5»: days, and nothing else."""
    when = when_of(words)
    return bool(when) and not (set(fold(when.rest).split()) - _AROUND)


def _goes_on(words: str, found: list[_Piece], when_of: WhenOf) -> bool:
    """«mai», «không cần ai thay», «Tâm làm thay»: of whoever was named before."""
    if not found:
        return False
    folded, last = fold(words), found[-1]
    if _is_days(words, when_of):
        last.rest = f"{last.rest} và {words}" if last.rest.strip() else f" {words}"
    elif _NOBODY.fullmatch(folded):
        last.nobody = True
    elif stand_in_said(words) or (_STANDS.fullmatch(folded) and "thay" in folded):
        last.rest = f"{last.rest}, {words}"
    else:
        return False
    return True


def _each(piece: _Piece, when_of: WhenOf, own: ReadOwn) -> Iterator[Away]:
    own_days = bool(when_of(piece.rest))
    words = f"nghỉ{piece.rest}" if own_days else f"{piece.days or 'hôm nay'} nghỉ{piece.rest}"
    said = None if piece.short else own(words)
    for name in piece.called:
        if said or piece.short:
            yield Away(name, said, piece.words, piece.sure, piece.nobody)


def away_dropped(text: str, when_of: WhenOf) -> tuple[str, date | None] | None:
    """«bỏ nghỉ của Bền», «mai Bền đi làm bình thường»: who is at work after all, from which day
    on where that is said."""
    when = when_of(text)
    left = " ".join((when.rest if when.start else text).split()).strip(" .,!")
    folded = fold(left)
    found = next((m for m in (look.fullmatch(folded) for look in _DROPPED) if m), None)
    called = left[slice(*found.span("who"))] if found and len(folded) == len(left) else ""
    if not called or called.lower() in _ADDRESS:
        return None
    return called, day_of(when.start) if when.start else None
