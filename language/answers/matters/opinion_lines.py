"""People's opinions as they are typed: «đèn đường khu 2 hỏng, 5 hộ nói»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from language.line.once import fold
from language.line.vocabulary import book

SENSITIVE, HOUSEHOLD, NAMED, ACCUSED = "sensitive", "household", "named", "complaint"
"""What is kept of nobody: origin and belief, whose house it is, who speaks or is spoken of, who
is accused."""
_SAY = r"(?:noi|phan anh|keu|neu|kien nghi|de nghi|hoi|phan nan|mong|bao)"
_WEIGHT = re.compile(
    rf"\b(\d{{1,4}}) (?:ho|nha|nguoi|luot)(?: dan)?(?: (?:o )?(?:khu|thon|to|xom|ban) \w+)?"
    rf"(?: nua| khac| them)? (?:deu |cung )?{_SAY}\b"
)
_COUNT = re.compile(
    r"(?:^|[,;.(]) *(?:khoang |tam |hon |them )?(\d{1,4}) (?:ho|nha|nguoi|luot)(?: dan)?"
    r"(?: nua| khac)?(?: neu)? *(?=[,;.)]|$)"
)
"""«…, 12 hộ», standing by itself."""
_SAID = r"(?:nói|báo|phản ánh|kêu|nêu|kiến nghị|đề nghị|hỏi|phàn nàn|mong)"
_NOBODY = (
    r"(?!con\b|dân\b|dan\b|em\b|giáo\b|ý\b|hội\b|hoi\b|bộ\b|đoàn\b|doan\b|cả\b"
    r"|nước\b|nuoc\b|cống\b|cong\b)"
)
_SPEAKER = re.compile(
    rf"\b(?:ông|bà|anh|chị|bác|cô|chú|cụ) {_NOBODY}\w+(?: \w+){{0,3}}? {_SAID}\b"
    rf"|\b(?:ong|bac|chi) {_NOBODY}\w+(?: \w+){{0,3}}? {_SAY}\b"
)
"""With marks «cô» is not «có», nor «bà» «ba»; without them only what is nobody else's word."""
_NAMED = re.compile(r"\b(?:[ÔôOo]ng|[Bb]à|[Aa]nh|[Cc]hị|[Bb]ác|[Cc]ô|[Cc]hú|[Cc]ụ) [A-ZĐÀ-Ỹ]\w+")
_UNMARKED = re.compile(r"\b(?:ong|anh|chi) (?!Hoi\b|Bo\b|Doan\b)[A-Z][a-z]+\b")
"""«chi Hoa»: a small word of address and a name in capitals, without marks."""
_CALLED = re.compile(
    r"\bten(?: la)? (?!duong|cau|khu|pho|thon|truong|cho|cong|he|tieu|du|goi)\w+"
    r" (?:o|ben|nha|sap|quay|tren|duoi|so)\b"
)
"""«tên Lan ở sạp 12»."""
_UNMARKED_SAYS = re.compile(
    rf"\b(?:[Bb]a|[Cc]o|[Cc]hu|[Cc]u|[Bb]ac) (?!Hoi\b|Bo\b|Doan\b|Mat\b|Ban\b|Khu\b)"
    rf"[A-Z][a-z]+ {_SAY}\b"
)
"""«ba Hoa noi»: «ba» and «co» are words of their own too."""
_HOUSE = re.compile(
    rf"\b(?:hộ|nhà|gia đình) (?:ông|bà|anh|chị|bác|cô|chú|cụ) {_NOBODY}\w+"
    rf"|\b(?:ho|nha|gia dinh) ong {_NOBODY}\w+"
    rf"|\b(?:nha|gia dinh) (?:anh|bac|chi(?! (?:hoi|bo|doan|la|co|con|duoc)\b)) {_NOBODY}\w+"
)
_RESIDENT = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Cc]ụ) [A-ZĐÀ-Ỹ]\w+")
_PLACE = re.compile(
    r"\b(?:[Đđ]ường|[Pp]hố|[Nn]gõ|[Cc]ầu|[Cc]hợ|[Đđ]ền|[Mm]iếu|[Nn]úi|[Tt]hác|[Tt]rường|[Hh]ồ)"
    r" (?:Ông|Bà|Cô|Chú) [A-ZĐÀ-Ỹ]\w+"
)
"""«đường Bà Triệu» is nobody who lives."""
_WORDS = re.compile(r"\w+")
_PHONE = re.compile(r"\b0\d{8,10}\b")


@dataclass(frozen=True, slots=True)
class OpinionSaid:
    """Its topic, how many say so, and why nothing of it may be kept."""

    topic: str
    weight: int
    unfit: str = ""


def opinion_in(text: str) -> OpinionSaid:
    said = f" {' '.join(_WORDS.findall(fold(text)))} "
    found = _WEIGHT.search(said) or _COUNT.search(fold(text))
    weight = max(1, int(found[1])) if found else 1
    return OpinionSaid(_topic(said), weight, _unfit(text, said))


def topic_named(text: str) -> str:
    """«rác thải», «sang an ninh»: a topic that is said; none where nothing of it is."""
    words = _WORDS.findall(fold(text))
    said = f" {' '.join(words)} "
    named = (t for t, ways in _words("names").items() if any(f" {way} " in said for way in ways))
    found = _topic(said)
    return found if found != "other" else next(named, "")


def _topic(said: str) -> str:
    """The one whose words the line says first."""
    places = {
        topic: min((said.find(f" {word} ") for word in words if f" {word} " in said), default=-1)
        for topic, words in _words("topics").items()
    }
    known = {topic: at for topic, at in places.items() if at >= 0}
    return min(known, key=lambda topic: known[topic]) if known else "other"


def _unfit(text: str, said: str) -> str:
    for harmless in _words("unfit")["harmless"]:
        said = said.replace(f" {harmless} ", " ")
    if any(f" {word} " in said for word in _words("unfit")["sensitive"]):
        return SENSITIVE
    if _accusation().search(said) or _wrong().search(said):
        return ACCUSED
    text = _PLACE.sub(" ", text)
    if _HOUSE.search(text.lower()) or _RESIDENT.search(text):
        return HOUSEHOLD
    return NAMED if any(_names(text)) else ""


@cache
def _accusation() -> re.Pattern[str]:
    """«cán bộ địa chính nhận 5 triệu mới làm»: an official, money taken, then a service."""
    officials, takes, money, before = map("|".join, _words("accuses").values())
    return re.compile(
        rf" (?:{officials})(?: \w+){{0,3}} (?:{takes})(?: \w+){{0,2}} \d+ ?(?:{money})?"
        rf"(?: \w+){{0,4}} (?:{before}) "
    )


@cache
def _wrong() -> re.Pattern[str]:
    """«cán bộ thuế vòi vĩnh», «trưởng khu thu tiền sai»."""
    officials, does = map("|".join, _words("wrongs").values())
    return re.compile(rf" (?:{officials})(?: \w+){{0,4}} (?:{does}) ")


def _names(text: str) -> Iterator[object]:
    yield from (
        _SPEAKER.search(text.lower()),
        _NAMED.search(text),
        _UNMARKED.search(text),
        _UNMARKED_SAYS.search(text),
        _PHONE.search(text),
        _CALLED.search(fold(text)),
    )


@cache
def _words(group: str) -> dict[str, list[str]]:
    listed = book("opinions")[group].items()
    return {name: [fold(word) for word in words] for name, words in listed}
