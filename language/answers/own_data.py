"""What words tell of somebody that is kept of nobody: origin, whose house, who speaks, who is
accused."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from domain.unkept import Unkept
from language.answers.households import households_in
from language.answers.replies.cues import Cues
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book, group

_bare = partial(any_of, "unkept")
_WORDS = re.compile(r"\w+")
_PHONE = re.compile(r"\b0\d{8,10}\b")
_CALLED = re.compile(
    r"\bten(?: la)? (?!duong|cau|khu|pho|thon|truong|cho|cong|he|tieu|du|goi)\w+"
    r" (?:o|ben|nha|sap|quay|tren|duoi|so)\b"
)
"""«tên Lan ở sạp 12»."""
_NAME, _BARE_NAME = r"[A-ZĐÀ-Ỹ]\w+", r"[A-Z][a-z]+"
"""With marks, and without."""


def unkept_in(text: str) -> Sequence[Unkept]:
    """Why nothing of it may be kept, the gravest reason first."""
    said = f" {' '.join(_WORDS.findall(fold(text)))} "
    return [why for why, found in _reasons(text, said) if found]


def accuses_an_official(cues: Cues) -> bool:
    """«xong 139, trưởng thôn ăn chặn»: somebody of the state did wrong; «cả 8 hộ đã nhận tiền»
    took what is theirs."""
    line, paid_in = cues.line, group("answers", "paid")
    paid = all(line.bare_words(*at) in paid_in for at in cues.spans["complaint"])
    if paid:
        return Unkept.ACCUSED in unkept_in(line.given)
    return re.search(rf"\b{_bare('accused', 'officials')}\b", fold(line.given)) is not None


def _reasons(text: str, said: str) -> Iterator[tuple[Unkept, object]]:
    for harmless in _folded("origin", "harmless"):
        said = said.replace(f" {harmless} ", " ")
    told = any(f" {told} " in said for told in _folded("origin", "told"))
    yield Unkept.ORIGIN, told or _is_private(said)
    yield Unkept.ACCUSED, _takes_money().search(said) or _does_wrong().search(said)
    text = _street().sub(" ", text)
    house = _house().search(text.lower()) or _house_of_a_name().search(text)
    house = house or _at_a_number().search(fold(text)) or _resident().search(text)
    yield Unkept.HOUSEHOLD, house or households_in(text)
    yield Unkept.NAMED, any(_names(text))


def _is_private(said: str) -> bool:
    """«vợ chồng trưởng khu cãi nhau», «trưởng thôn say rượu»."""
    is_work = any(f" {word} " in said for word in _folded("private", "work"))
    return not is_work and _private().search(said) is not None


def _names(text: str) -> Iterator[object]:
    yield _speaker().search(text.lower())
    yield _acts().search(text) or _acts_in_small().search(fold(text))
    yield from (named.search(text) for named in _named())
    yield from (_PHONE.search(text), _CALLED.search(fold(text)))


@cache
def _takes_money() -> re.Pattern[str]:
    """«cán bộ địa chính nhận 5 triệu mới làm»: an official, money taken, then a service."""
    officials, takes, money, before = (
        _bare("accused", part) for part in ("officials", "takes", "money", "before")
    )
    return re.compile(
        rf" {officials}(?: \w+){{0,3}} {takes}(?: \w+){{0,2}} \d+ ?{money}?"
        rf"(?: \w+){{0,4}} {before} "
    )


@cache
def _private() -> re.Pattern[str]:
    whose = f"(?:{_bare('private', 'of')}|{_bare('accused', 'officials')})"
    return re.compile(rf" {whose}(?: \w+){{0,5}} {_bare('private', 'deeds')} ")


@cache
def _does_wrong() -> re.Pattern[str]:
    """«cán bộ thuế vòi vĩnh», «trưởng khu thu tiền sai»."""
    officials, does = (_bare("accused", part) for part in ("officials", "does"))
    unless = "".join(f"(?<! {word})" for word in _folded("accused", "unless"))
    return re.compile(rf" {officials}(?: \w+){{0,4}}{unless} {does} ")


@cache
def _speaker() -> re.Pattern[str]:
    """With marks «cô» is not «có», nor «bà» «ba»; without them only what is nobody else's word."""
    said, bare = _typed(_people("says")), rf"{_bare('people', 'says')}(?! (?:khac|nay|do|kia|o)\b)"
    speaking = _typed(_people("bare")["speaking"])
    return re.compile(
        rf"\b{_typed(_people('called'))} {_somebody()}(?: \w+){{0,3}}? {said}\b"
        rf"|\b{speaking} {_somebody()}(?: \w+){{0,3}}? {bare}\b"
    )


@cache
def _acts() -> re.Pattern[str]:
    """«ba Lan khu 2 doi y»: whose no it is; a number is followed by no name."""
    either = _capital(map(fold, _people("called")))
    return re.compile(
        rf"\b{either} {_no_office()}{_BARE_NAME}(?: \w+){{0,3}}? (?i:{_bare('people', 'acts')})\b"
    )


@cache
def _acts_in_small() -> re.Pattern[str]:
    """«do chi hoa doi y»: only what is nobody else's word without its marks."""
    speaking = _typed(_people("bare")["speaking"])
    return re.compile(rf"\b{speaking} {_somebody()}(?: \w+){{0,3}}? {_bare('people', 'acts')}\b")


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """«chị Hoa»; «chi Hoa», «ba Lan» in small letters; «co Hoa noi», for «co» is a word of its own
    too; «cô giáo Hương»."""
    called, says = _people("called"), _bare("people", "says")
    titles = [*_people("titles"), *map(fold, _people("titles"))]
    small = _typed((*_people("bare")["named"], *_people("small")))
    either, opening = _capital(map(fold, called)), _capital(_people("small"))
    return (
        re.compile(rf"\b{_capital((*called, 'ong'))} {_NAME}"),
        re.compile(rf"(?:\b{small}|^{opening}) {_no_office()}{_BARE_NAME}\b"),
        re.compile(rf"\b{either} {_no_office()}{_BARE_NAME} {says}\b"),
        re.compile(rf"\b{_capital(titles)} {_no_office()}(?:{_NAME}|{_BARE_NAME})"),
    )


@cache
def _house() -> re.Pattern[str]:
    """«hộ bà Chín», «nha ong bay»; «nha chi hoi» is the chapter's."""
    houses, bare = _typed(_people("households")), _bare("people", "households")
    homes, at_home = (_typed(_people("bare")[part]) for part in ("homes", "at_home"))
    return re.compile(
        rf"\b{houses} {_typed(_people('called'))} {_somebody()}"
        rf"|\b{bare} ong {_somebody()}"
        rf"|\b{homes} (?:{at_home}|chi(?! (?:hoi|bo|doan|la|co|con|duoc)\b)) {_somebody()}"
    )


@cache
def _house_of_a_name() -> re.Pattern[str]:
    """«nha ba Lan», «ho co Hoa»: without marks only the capital tells a name."""
    houses, either = (_capital(map(fold, _people(part))) for part in ("households", "called"))
    return re.compile(rf"\b{houses} {either} {_no_office()}{_BARE_NAME}\b")


@cache
def _at_a_number() -> re.Pattern[str]:
    """«số nhà 15 đường Hòa Bình kêu cống tắc»: who speaks is told by where they live; «đèn trước
    số nhà 15» is a lamp."""
    return re.compile(
        rf"(?:^|[,;:.(]) *(?:ho |gia dinh )?(?:so nha|nha so) \d+\w*(?: \w+){{0,5}}? "
        rf"{_bare('people', 'says')}\b"
    )


@cache
def _resident() -> re.Pattern[str]:
    return re.compile(rf"\b{_capital(('ông', 'bà', 'cụ'))} {_NAME}")


@cache
def _street() -> re.Pattern[str]:
    """«đường Bà Triệu» is nobody who lives."""
    return re.compile(rf"\b{_capital(_people('places'))} (?:Ông|Bà|Cô|Chú) {_NAME}")


@cache
def _no_office() -> str:
    """«co Mat tran» is nobody."""
    return rf"(?!{_typed(_people('offices'))}\b)"


@cache
def _somebody() -> str:
    return rf"(?!{_typed(_people('nobody'))}\b)\w+"


def _typed(words: Iterable[str]) -> str:
    """Any of them with their marks."""
    return f"(?:{'|'.join(words)})"


def _capital(words: Iterable[str]) -> str:
    """The same, and as a sentence begins."""
    return _typed(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _people(part: str) -> Any:
    return book("unkept")["people"][part]


@cache
def _folded(group: str, part: str) -> Sequence[str]:
    return [fold(word) for word in book("unkept")[group][part]]
