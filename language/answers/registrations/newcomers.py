"""What somebody says under a poster before they are known: that they agree, how old they are."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book

_SAYS = ("agrees", "enough", "wants")
MOST_WORDS = 5
"""Of a name."""
MOST_OF_A_NAME = 6
"""Of one that was asked for."""
_BORN = re.compile(r"\b(?:sinh nam|sn|nam sinh)\s*:?\s*((?:19|20)\d\d)\b")
_YEARS = re.compile(
    r"\b(?:(?P<under>duoi|chua du|chua den|chua toi) )?(?:(?:tren|du|hon|gan|moi|da) )*"
    r"(?P<years>\d{1,2}) ?(?:tuoi|t|years? old)\b"
)
_I_AM = re.compile(
    r"\b(?:i am|i m|im|toi|em|e|minh|tui|chau|con|co|chu|bac|ong|ba|anh|chi|nam nay)"
    r" (\d{2})(?: a| nhe| r)?$"
)
_OF_OTHERS = re.compile(r"\b(?:con|be|dua|nho|trai|gai|kid|son|daughter|child)\b[^,.;]{0,16}$")
"""«con trai 6 tuổi»: whoever comes along, and not the writer."""
_BARE = re.compile(
    r"(?:(?:toi|em|minh|tui|chau|con|bac|co|chu|ong|ba) (?:nam nay )?)?(\d{2})(?: (?:a|nhe))?"
)


@dataclass(frozen=True, slots=True)
class NewcomerSaid:
    """Whether somebody agrees or refuses, and their years; nothing where it was not said."""

    agrees: bool = False
    refuses: bool = False
    years: int | None = None
    under: bool = False
    enough: bool = False
    """«đủ rồi»: an answer to whether one is of age, and to nothing else."""
    wants: bool = False
    """«em đăng ký»: that one wishes to come; the notice is not agreed to by that."""
    name: str = ""
    """What they call themselves."""

    def __bool__(self) -> bool:
        said = self.agrees or self.refuses or self.enough or self.wants or self.name
        return bool(said) or self.years is not None


def read_newcomer(text: str, today: date) -> NewcomerSaid:
    """«đồng ý, 58 tuổi», «toi 58 tuoi», «sinh năm 1968», «em là Lan, 58 tuổi»."""
    name, left = _name(text)
    said = replace(_without_name(left, today), name=name)
    return said or _beside_a_question(text, today)


def _beside_a_question(text: str, today: date) -> NewcomerSaid:
    """«I agree, I am 24. What should I bring?»: the sentence that is no question."""
    sentences = re.findall(r"[^.?!\n]+[.?!\n]*", text)
    told = [one for one in sentences if "?" not in one and one.strip()]
    one = len(told) == 1 and len(sentences) > 1
    return _without_name(told[0], today) if one else NewcomerSaid()


def age_told(text: str) -> int | None:
    """«em học lớp 10, 15 tuổi, bố em đi cùng»: the first age that is nobody else's."""
    folded = fold(text)
    own = (one for one in _YEARS.finditer(folded) if not _OF_OTHERS.search(folded[: one.start()]))
    return next((int(one["years"]) - bool(one["under"]) for one in own), None)


def _name(text: str) -> tuple[str, str]:
    """How somebody calls themselves, and the other pieces of the line."""
    pieces = [piece for piece in _APART.split(text) if piece.strip()]
    named = [(called, piece) for piece in pieces if (called := _called(piece))]
    if len(named) != 1:
        return "", text
    return named[0][0], ", ".join(piece for piece in pieces if piece != named[0][1])


_APART = re.compile(
    r"(?i)\s*[,;\n]\s*|\s*(?:s[đd]t:? ?)?(?<!\d)0\d{8,10}(?!\d)\s*"
    r"|\s+(?=(?:[đd]k|[đd]ki|đăng ký|dang ky)\b)"
)
"""Signs, a telephone number, of which nothing is kept, and the wish to come."""


def _called(piece: str) -> str:
    """«tên em là Lan», «tôi là Lan», «Nguyễn Thị Lan»: a name and nothing besides."""
    piece = piece.strip(" .!:")
    found = _naming().match(piece)
    name = piece[found.end() :].strip(" .:") if found else piece
    words = name.split()
    letters = all(word.replace("'", "").isalpha() for word in words)
    if not (letters and 1 <= len(words) <= MOST_WORDS):
        return ""
    written = "surnames" if all(word[0].isupper() for word in words) else "plain_surnames"
    whole = len(words) > 1 and fold(words[0]) in _words(written)
    said = found and (not found["is"] or words[0][0].isupper())
    return name if whole or said else ""


def said_name(text: str) -> str:
    """«sai rồi, Kiều Oanh thôi», «tên em là Kiều Oanh Vũ»: the name alone."""
    pieces = [piece.strip() for piece in text.split(",")]
    said = [piece for piece in pieces if piece and fold(piece) not in _words("wrong")]
    if len(said) != 1:
        return text
    opening = _naming().match(said[0])
    words = said[0][opening.end() if opening and not opening["is"] else 0 :].split()
    while len(words) > 1 and words[-1] in book("newcomers")["newcomer"]["ends"]:
        words.pop()
    return " ".join(words) or text


_BESIDE_IT = re.compile(r"[^\W\d_]\s*[/|(\[_–—]\s*[^\W\d_]")
"""A sign parts the name from what stands beside it: «Minh/Tổ 4»."""


def is_no_name(text: str) -> bool:
    """«em không đi được nữa ạ»: a sentence, which somebody is not called."""
    said = said_name(text)
    words = said.split()
    known, marked = _words("deeds"), set(book("newcomers")["newcomer"]["marked_deeds"])
    tells = known & {fold(word).strip(".,!?") for word in words}
    tells |= marked & {word.strip(".,!?") for word in said.lower().split()}
    counts = any(word[0].isdigit() for word in words) and not _BESIDE_IT.search(said)
    return len(words) > MOST_OF_A_NAME or (len(words) > 1 and bool(tells or counts))


_CALLED_SO = re.compile(r"[^\W\d_][^\W\d_]*")


def fuller_name(text: str, known: str) -> str:
    """«Trần Hải Yến», «Nguyễn Văn Tùng nhé» of whoever is known as «Yến», «Tùng»: words with a
    capital each, and nothing besides."""
    words = said_name(text).rstrip(" .!").split()
    named = all(_CALLED_SO.fullmatch(w) and w[0].isupper() and not w[1:].isupper() for w in words)
    if not named or not 1 < len(words) <= MOST_OF_A_NAME:
        return ""
    said, listed = fold(" ".join(words)).split(), fold(known).split()
    return " ".join(words) if said[-1:] == listed[-1:] and said != listed else ""


def _without_name(text: str, today: date) -> NewcomerSaid:
    said = " ".join(re.findall(r"\w+", fold(text)))
    if _plain(said) in _words("refuses"):
        return NewcomerSaid(refuses=True)
    years, under, rest = _age(said, today)
    pieces = set(_pieces(_plain(rest)))
    agrees, enough, wants = (bool(pieces & _words(kind)) for kind in _SAYS)
    if pieces - _known() or (years is None and not pieces):
        return NewcomerSaid()
    return NewcomerSaid(agrees, False, years, under, enough, wants=wants)


def _plain(said: str) -> str:
    return " ".join(_aside().sub(" ", said).split())


def _pieces(words: str) -> list[str]:
    """«ok dong y dang ky»: in words that are known by heart, as far as they go."""
    known = _known()
    found, left = [], words.split()
    while left:
        size = 2 if " ".join(left[:2]) in known else 1
        found.append(" ".join(left[:size]))
        left = left[size:]
    return found


def _age(said: str, today: date) -> tuple[int | None, bool, str]:
    """The years, whether fewer than that, and what is left of the line. Of a year of birth
    the birthday is taken as still to come."""
    if born := _BORN.search(said):
        return today.year - int(born[1]) - 1, False, said.replace(born[0], " ")
    if aged := _YEARS.search(said):
        return int(aged["years"]), bool(aged["under"]), said.replace(aged[0], " ")
    if aged := _I_AM.search(said):
        return int(aged[1]), False, said.replace(aged[0], " ")
    if bare := _BARE.fullmatch(said):
        return int(bare[1]), False, ""
    return None, False, said


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*map(_words, _SAYS))


@cache
def _naming() -> re.Pattern[str]:
    opens, is_ = _any_of("names"), _any_of("is")
    polite = rf"(?:{_any_of('aside')} )?"
    return re.compile(rf"{polite}(?:{opens}|(?P<is>{is_}))\b\s*:?\s*", re.IGNORECASE)


def _any_of(name: str) -> str:
    """Each with its marks, and with none."""
    typed = {spelt for one in book("newcomers")["newcomer"][name] for spelt in (one, fold(one))}
    return "(?:" + "|".join(map(re.escape, sorted(typed, key=len, reverse=True))) + ")"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, book("newcomers")["newcomer"][name]))


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('aside'), key=len, reverse=True))})\b")
