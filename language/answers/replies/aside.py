"""What is said instead of an answer: the question is left, or something else is asked."""

import re
from collections.abc import Mapping
from functools import cache

from language.line.fold import fold
from language.line.patterns import either
from language.line.vocabulary import book

MOST_WORDS = 14
"""A longer line says more than that it leaves, or asks."""


def leaves_aside(text: str, folded: str) -> bool:
    """«thôi, không hủy nữa», «khoan đã để tôi hỏi lại anh Khải», «để hỏi lại đã»."""
    return bool(_leaving().fullmatch(_plain(folded))) and _is_short(text)


def only_waits(text: str, folded: str) -> bool:
    """«khoan, để chị Hạnh xem đã», «đợi tí»: nothing goes yet, and nothing is dropped."""
    return leaves_aside(text, folded) and not _dropping().search(_plain(folded))


def takes_back(text: str, folded: str) -> bool:
    """«à nhầm, không phải buổi đó», «cứ để nguyên»: what was begun is not meant."""
    return bool(_taking_back().fullmatch(_plain(folded))) and _is_short(text)


def puts_off(text: str, folded: str) -> bool:
    """«để mai em báo», «lát em gửi ảnh»: not now."""
    return bool(_later().fullmatch(_plain(folded))) and _is_short(text)


def says_why(folded: str) -> bool:
    """«chờ số liệu của phường», «em vì mưa quá»."""
    return bool(_why().match(_plain(folded)))


def says_no_need(folded: str) -> bool:
    """«không cần nữa ạ»: a reason to call it off, where that is asked."""
    return bool(_no_need().fullmatch(_plain(folded)))


def asks(text: str, folded: str) -> bool:
    """«mấy giờ tập trung ạ», «mang gì theo?»: a question, not an answer to ours."""
    if text.rstrip(" .!").endswith("?"):
        return True
    return bool(_asking().fullmatch(_plain(folded))) and _is_short(text)


def thanks_others(folded: str) -> bool:
    """«gửi lời cảm ơn người tham gia Trà Cổ»: somebody else is to be thanked."""
    words = book("aside")["thanking"]
    said = rf"{_any(words['opens'])}(?: \w+){{0,2}}? {_any(words['whom'])}\b"
    told = rf"{_any(words['opens_told'])} {_any(words['whom_told'])} (?:da|vua|den) "
    return bool(re.match(rf"{said}|{told}", _plain(folded)))


def thanks_behind(text: str) -> str:
    """«em cảm ơn chị Mây nhé»: what stands behind the thanks, as where somebody is named."""
    said = " ".join(text.split())
    words = either(book("aside")["thanking"]["named"])
    polite = either(book("aside")["leaving"]["polite"])
    found = re.match(rf"(?:{polite}[ ,]+)*{words}[ ,]+", fold(said))
    return said[found.end() :] if found and len(fold(said)) == len(said) else ""


def sends_again(folded: str) -> bool:
    """«bổ sung sđt rồi ạ», «em gửi lại»; «mai em bổ sung» promises it."""
    words = book("aside")["sent_again"]
    again = re.search(rf"\b{either(words['any'])}\b", folded) is not None
    return again and re.search(rf"\b{either(words['not_yet'])}\b", folded) is None


def reports_a_paper(folded: str) -> bool:
    """«biên bản 4 trường đây ạ», «đ/c Đạt xin báo cáo: …»: told of one's own work."""
    return re.search(rf"\b{either(book('aside')['own_report']['any'])}\b", folded) is not None


def asks_beyond_work(folded: str) -> bool:
    """«mấy giờ họp giao ban», «ai phụ trách GPMB Hải Yên»: of what nobody gave the asker."""
    words = book("aside")["beyond_work"]
    said = _plain(folded)
    return re.search(rf"\b{either([*words['who'], *words['of']])}\b", said) is not None


def asks_for_a_room(folded: str) -> bool:
    """«phòng tầng 2 sáng thứ 5 còn trống không», «mượn phòng họp chiều mai»."""
    words = book("aside")["rooms"]
    said = _plain(folded)
    place = rf"\b{either(words['places'])}\b"
    rest, found = re.subn(place, " ", said)
    wants = [*words["wants"], *(words["meets"] if re.match(place, said) else ())]
    return bool(found) and re.search(rf"\b{either(wants)}\b", rest) is not None


_MORNING = re.compile(r"(?P<moved>\b(?:thanh|sang|la|den|toi) )?\b(?P<part>sang) $")
"""«đổi hạn thành sáng thứ 5», «doi sang sang mai»: the last is no word of moving."""


def mended(text: str, folded: str) -> str:
    """«ý là thứ 5 chứ», «nhầm, Hoa»: what is left of the line, which is meant instead; empty where
    nothing says that something else was meant."""
    said = " ".join(text.split())
    flat = folded if len(folded) == len(said) else ""
    found = _mending().fullmatch(flat) or _mending_behind().fullmatch(flat)
    if found is None:
        return ""
    start, end = found.span("right")
    part = _MORNING.search(flat[:start])
    marked = part and said[slice(*part.span("part"))].lower() == "sáng"
    return said[part.start("part") if part and (marked or part["moved"]) else start : end]


def _plain(folded: str) -> str:
    return " ".join(re.findall(r"\w+", folded))


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS


@cache
def _any_of_leaving() -> Mapping[str, str]:
    """Each list of its words, as a part of a pattern."""
    return {name: _any(phrases) for name, phrases in book("aside")["leaving"].items()}


@cache
def _leaving() -> re.Pattern[str]:
    any_of = _any_of_leaving()
    polite, stop, undo = any_of["polite"], any_of["stop"], any_of["not"]
    undone = rf"{undo}(?: {any_of['deeds']}){{1,2}}(?: \w+){{0,2}} {any_of['ends']}"
    unneeded = rf"{stop}(?: {polite})* {undo}(?: can|(?: {any_of['deeds']}){{1,2}})"
    # «thôi k cần», «bỏ đi, không xin gia hạn»
    said = rf"{stop}|{any_of['alone']}|{undone}|{unneeded}|{_thinking(any_of)}"
    around = rf"(?:{polite}|{stop}|{undone})"
    return re.compile(rf"(?:{around} )*(?:{said})(?: {polite})*")


@cache
def _dropping() -> re.Pattern[str]:
    """«thôi» drops, «thôi để tôi hỏi lại» does not."""
    words = book("aside")["leaving"]
    at_once, wants = _any(words["drops_at_once"]), _any(words["still_wants"])
    return re.compile(rf"\b{_any(words['drops'])}\b|\b{at_once}\b(?!.* {wants}\b)")


def _thinking(any_of: Mapping[str, str]) -> str:
    """«để em hỏi lại», «để tôi hỏi Mây đã», «để mai tính»; after «thôi» also «để em coi»."""
    considers, whom = any_of["considers"], r"(?: [^\W\d]+){0,3}"
    wants = rf"{any_of['first']}(?: \w+){{0,2}}"
    first = rf"{wants} {any_of['thinks']}(?: .*)?|{wants} {considers}{whom} {any_of['before_it']}"
    later = rf"{any_of['first']} {any_of['another_time']}(?: \w+){{0,2}} {considers}"
    stopped = rf"{any_of['stop']}(?: {any_of['polite']})* {wants} {considers}{whom}"
    return rf"{first}|{later}|{stopped}"


@cache
def _taking_back() -> re.Pattern[str]:
    any_of = _any_of_leaving()
    polite, mistaken, stays = any_of["polite"], any_of["mistaken"], any_of["as_it_was"]
    not_that = rf"{any_of['not']} phai {any_of['that']} {any_of['there']}"
    begun = rf"(?:{mistaken}|{any_of['stop']})(?: {polite})*(?: {not_that})?"
    stays = rf"(?:{stays}|{any_of['keeps']}(?: \d{{1,2}}(?:/\d{{1,2}})?)?)"
    kept = rf"(?:{begun}(?: {polite})* )?(?:{any_of['still']} )?{stays}"
    said = rf"{kept}|{mistaken}(?: {polite})*(?: {not_that})?"
    return re.compile(rf"(?:{polite} )*(?:{said})(?: {polite})*")


@cache
def _later() -> re.Pattern[str]:
    later, tells, polite = (
        _any(book("aside")["leaving"][n]) for n in ("later", "tells", "polite")
    )
    return re.compile(rf"(?:{polite} )*{later}(?: \w+){{0,2}} {tells}(?: \w+)?(?: {polite})*")


@cache
def _why() -> re.Pattern[str]:
    words = book("aside")
    polite, begins = _any(words["leaving"]["polite"]), _any(words["why"]["begins"])
    return re.compile(rf"(?:{polite} )*{begins}\b")


@cache
def _no_need() -> re.Pattern[str]:
    words = book("aside")
    polite = _any(words["leaving"]["polite"])
    return re.compile(rf"{_any(words['why']['no_need'])}(?: {polite})*")


@cache
def _mending() -> re.Pattern[str]:
    words = {name: either(phrases) for name, phrases in book("aside")["mended"].items()}
    instead = rf"{words['instead']} (?:[^\W\d]+ \d{{0,2}} ?){{1,2}}?{words['by']} "
    opens = rf"(?:(?:{words['opens']}[ ,.:]+)+|{instead})"
    opened = rf"(?:{words['before']}[ ,]+)*{opens}(?:{words['between']} )*"
    ends = rf"(?:[ ,]+(?:{words['ends']}|{words['small']}))*"
    return re.compile(rf"{opened}(?P<right>.+?){ends}[ .!]*")


@cache
def _mending_behind() -> re.Pattern[str]:
    """«thứ 5 chứ»: only the end says it."""
    words = {name: either(phrases) for name, phrases in book("aside")["mended"].items()}
    ends = rf"[ ,]+{words['ends']}(?:[ ,]+{words['small']})*"
    return re.compile(rf"(?:{words['between']} )*(?P<right>.+?){ends}[ .!]*")


@cache
def _asking() -> re.Pattern[str]:
    words = book("aside")
    begins, ends = _any(words["asking"]["begins"]), _any(words["asking"]["ends"])
    polite = _any([*words["leaving"]["polite"], *words["asking"]["around"]])
    whether = rf"(?:.* )?có (?:\w+ ){{1,5}}(?:{'|'.join(words['asking']['or_not'])})"
    asked = rf"{begins}(?: .*)?|(?:.* {ends}|{fold(whether)})(?: {polite})*"
    return re.compile(rf"(?:{polite} )*(?:{asked})")


def _any(phrases: list[str]) -> str:
    return "(?:" + "|".join(re.escape(fold(one)) for one in phrases) + ")"
