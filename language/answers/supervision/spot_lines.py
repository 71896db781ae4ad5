"""What is typed on the spot: notes by their sorts; which one is taken away; what a guest said."""

import re
from collections.abc import Sequence
from functools import cache

from domain.visits import Finding, Sort, Struck
from language.answers.supervision.visit_words import LINE_ENDS
from language.line.fold import fold
from language.line.vocabulary import book

_NUMBER = re.compile(r"\b(\d{1,2})\b")
_SCORE = re.compile(r"(?:dat )?\d{1,2} ?(?:/|tren) ?\d{1,2} muc(?: dat)?")
SORTS = tuple(Sort)


def struck_in(text: str) -> Struck | None:
    """«xóa dòng ưu điểm đầu tiên», «bỏ dòng vừa rồi, ghi nhầm»: which note is no note."""
    said = " ".join(re.sub(r"[.,;:!«»]", " ", fold(text)).split())
    if said in _errs() - set(_listed("wrong")):
        return Struck()
    said = _less_err(said)
    rest, verb = _taken(said, "verbs", at_start=True)
    rest, named = _taken(rest if verb else said, "notes")
    rest, last = _taken(rest, "last")
    rest, wrong = _taken(rest, "wrong")
    sort = next((sort for label, sort in _sorts().items() if f" {label} " in f" {rest} "), None)
    if not ((verb and (named or last or wrong or sort)) or (wrong and not rest)):
        return None
    rest = " ".join(f" {rest} ".replace(f" {_label_of(sort, rest)} ", " ").split())
    rest, first = _taken(rest, "first")
    number = _NUMBER.search(rest)
    rest = " ".join(w for w in _NUMBER.sub("", rest).split() if w not in _listed("filler"))
    place = 1 if first else int(number[1]) if number else -1 if last or (wrong and not rest) else 0
    return Struck(sort, place, rest)


def changes_note(text: str) -> bool:
    """«à bỏ tên đồng chí Bình đi»: it begins with what is done to a note."""
    return _taken(_less_err(fold(text).strip(LINE_ENDS)), "verbs", at_start=True)[1]


def _less_err(said: str) -> str:
    """«nhầm, bỏ câu vừa rồi»: less what merely leads to what is done."""
    for one in sorted(_errs(), key=len, reverse=True):
        rest = said.removeprefix(f"{one} ").strip(LINE_ENDS)
        if rest != said and _taken(rest, "verbs", at_start=True)[1]:
            return rest
    return said


@cache
def _errs() -> frozenset[str]:
    noting = book("visits")["noting"]
    return frozenset(map(fold, (*noting["errs"], *noting["again"])))


def note_meant(said: Struck, notes: Sequence[Finding]) -> Finding | None:
    """The one that is plainly meant."""
    fit = [n for n in notes if said.sort in (None, n.sort) and said.words in fold(n.words)]
    at = said.place - 1 if said.place > 0 else said.place
    if said.place and -len(fit) <= at < len(fit):
        return fit[at]
    is_named = bool(said.sort or said.words) and not said.place
    return fit[0] if len(fit) == 1 and is_named else None


def _label_of(sort: Sort | None, said: str) -> str:
    return next(
        (one for one, s in _sorts().items() if s is sort and f" {one} " in f" {said} "), ""
    )


def _taken(said: str, which: str, *, at_start: bool = False) -> tuple[str, bool]:
    """Without the longest of these words, and whether one stood there."""
    for word in sorted(_listed(which), key=len, reverse=True):
        if at_start and f"{said} ".startswith(f"{word} "):
            return said[len(word) :].strip(), True
        if not at_start and f" {word} " in f" {said} ":
            return " ".join(f" {said} ".replace(f" {word} ", " ", 1).split()), True
    return said, False


def guest_words(text: str) -> str | None:
    """«ý kiến đại biểu Ba: cần công khai giá»: whose, and what they said."""
    opening, colon, _ = text.partition(":")
    said = fold(opening)
    opens = next((one for one in _listed("guest") if said.startswith(f"{one} ")), None)
    words = len(opens.split()) if opens and colon else 0
    return text.split(maxsplit=words)[words] if words else None


def noted_there(text: str) -> str:
    """«đoàn đang ở chợ, thiếu sổ theo dõi»: they are there, and what they note."""
    place, _, note = re.sub(r"[:;.]", ",", text).partition(",")
    opens = any(f"{fold(place)} ".startswith(f"{one} ") for one in _listed("there"))
    return text[len(place) + 1 :].strip() if opens and note.strip() else ""


def recommended(text: str) -> str:
    """«kn thay bảng phí», «kiến nghị: thay bảng phí»: what stands behind the word."""
    words = text.replace(":", " : ").split()
    opens = {fold(one) for one in book("visits")["does"]["recommend"]}
    for many in (2, 1):
        if fold(" ".join(words[:many])) in opens:
            return " ".join(words[many:]).lstrip(" :").replace(" : ", ": ")
    return ""


def said_here(text: str) -> str:
    """«đã đến», «biên bản xong», «gửi dự thảo»: what is done with the visit that one is on."""
    if _labels().match(text.strip()):
        return "found"
    if noted_there(text):
        return "there"
    if _SCORE.fullmatch(fold(text).strip(" .!")):
        return "score"
    if because := said_why(text):
        return because[0]
    return _here_in(text)


def _here_in(text: str) -> str:
    """Less who speaks, and what is polite, on either side: «em đã đến r nhé», «đã đến»."""
    ways = [fold(text).strip(" .!")]
    for said in ways:
        if said in _here():
            return _here()[said]
        ways += [one for one in _shorter(said) if one not in ways]
    return ""


def _shorter(said: str) -> list[str]:
    before = (said.removeprefix(f"{one} ") for one in _around("before"))
    after = (said.removesuffix(f" {one}") for one in _around("after"))
    return [one for one in (*after, *before) if one != said]


def said_why(text: str) -> tuple[str, str] | None:
    """«mai e k đi được, con ốm», «chưa nhất trí: thêm ý bếp»: that they do not, and why."""
    does, why = _headed(text)
    return (does, why) if does in ("comes_not", "agrees_not") else None


def agreed_with(text: str) -> str:
    """«nhất trí, đề nghị bổ sung lịch trực»: what one would add to what one agrees with."""
    does, more = _headed(text)
    return more if does == "agrees" else ""


def _headed(text: str) -> tuple[str, str]:
    head, mark, more = [*re.split(r"([,:;.])", text, maxsplit=1), "", ""][:3]
    return (_here_in(head), more.strip()) if mark and more.strip() else ("", "")


def _without(said: str) -> str:
    """Less who speaks before it, or a particle behind it."""
    before = next((one for one in _around("before") if said.startswith(f"{one} ")), "")
    after = next((one for one in _around("after") if said.endswith(f" {one}")), "")
    return (
        said.removeprefix(f"{before} ")
        if before
        else said.removesuffix(f" {after}" if after else "")
    )


@cache
def _around(side: str) -> tuple[str, ...]:
    return tuple(map(fold, book("visits")["around"][side]))


def wishes_for_time(text: str) -> bool:
    """«cho em xin gia hạn thêm 2 ngày»: one's own wish, and nothing that was found."""
    said = fold(text)
    while (less := _without(said)) != said:
        said = less
    return any(f"{said} ".startswith(f"{one} ") for one in _listed("wishes"))


def ends_notes(text: str) -> bool:
    """«xong», «hết rồi»: nothing more is noted."""
    return fold(text).strip(" .!") in _listed("ends")


def visit_asked(text: str) -> str | None:
    """What is asked for in «phiếu gs 15», «biên bản gs 15»: all before the code."""
    words = fold(text)
    return next((one for one in _listed("asked") if words.startswith(f"{one} ")), None)


@cache
def _listed(which: str) -> tuple[str, ...]:
    said: Sequence[str] = book("visits")["spot"][which]
    return tuple(sorted((fold(one) for one in said), key=len, reverse=True))


@cache
def _here() -> dict[str, str]:
    return {fold(said): does for does, ways in book("visits")["here"].items() for said in ways}


@cache
def _sorts() -> dict[str, Sort]:
    does = book("visits")["does"]
    return {fold(said): sort for sort in SORTS for said in does[sort.value]}


@cache
def _labels() -> re.Pattern[str]:
    """A label of a note, with its marks or without, and its colon."""
    does = book("visits")["does"]
    said = {form for sort in SORTS for one in does[sort.value] for form in (one, fold(one))}
    ways = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)({ways})\s*:\s*")
