"""A visit as it is proposed in a line: «đột xuất: gs niêm yết, một cửa Trà Cổ, tuần này, Khải
duyệt». What is said of announced or not, and of who approves it, is read wherever it stands."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from domain.visits import ProposalSaid, Species
from language.answers.supervision.short_answers import HIDDEN, OPEN, openness_in
from language.answers.supervision.team_lines import IsPerson, TeamSaid, nobody, team_cut
from language.answers.supervision.visit_words import (
    LONGEST,
    less_polite,
    listed,
    opening,
    openings,
)
from language.dates.moments import When, day_of
from language.line.fold import fold
from language.line.names import organisation

WhenOf = Callable[[str], When]
Window = tuple[date, date]
PRELUDE, NAME_WORDS = 9, 4
_COLON = re.compile(r"^([^:,]{1,40}):(?=\s)")
_PIECES = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")


@dataclass(frozen=True, slots=True)
class _Lead:
    """How the line begins: of which species, what stood before that, and what follows."""

    species: str
    before: str
    rest: str
    is_plain: bool
    is_plan: bool
    whose: str = ""
    """The organisation that proposes it, where that is said."""


@dataclass(frozen=True, slots=True)
class _Aside:
    """What is said beside the matter: announced or not, who approves it, when."""

    hidden: bool | None = None
    approver: str = ""
    when: When | None = None

    def __or__(self, other: "_Aside") -> "_Aside":
        hidden = self.hidden if other.hidden is None else other.hidden
        return _Aside(hidden, other.approver or self.approver, self.when or other.when)


def proposal_in(text: str, when_of: WhenOf, is_person: IsPerson = nobody) -> ProposalSaid | None:
    """What the line proposes, and who goes; a short opening needs a theme, a body and a time
    behind it."""
    lead = _lead(less_polite(text)) if "\n" not in text else None
    before = _beside(lead.before, when_of) if lead else None
    if lead is None or before is None:
        return None
    named = _team_cut(lead.rest, when_of, is_person)
    said = replace(_read(lead, named.rest, before, when_of), team=named.team, whose=lead.whose)
    return said if _is_enough(lead, before, said) else None


def _team_cut(text: str, when_of: WhenOf, is_person: IsPerson) -> TeamSaid:
    return team_cut(text, is_person, lambda words: _is_time(when_of(words)))


def beside_in(text: str, when_of: WhenOf, is_person: IsPerson) -> ProposalSaid | None:
    """«đoàn Trận, Lụa, 8h thứ tư», «đột xuất, a Khải duyệt»: what is said beside the matter, where
    the line says nothing else."""
    named, said = _team_cut(text, when_of, is_person), _Aside()
    for piece in filter(None, map(str.strip, _PIECES.split(named.rest))):
        rest, aside = _of_piece(piece, when_of)
        if rest or aside == _Aside():
            return None
        said |= aside
    if not named.team and said == _Aside(approver=said.approver) and not is_person(said.approver):
        return None
    return replace(_as_said(None, "", (), said), team=named.team)


def _lead(text: str) -> _Lead | None:
    """Where a visit's species opens the line, or follows what merely leads to it."""
    words = _uncalled(_COLON.sub(r"\1 ", text, count=1).split())
    for at in range(min(PRELUDE, len(words))):
        species, rest = opening(" ".join(words[at:]), openings("opens"))
        if species:
            return _led(" ".join(words[:at]), species, rest, " ".join(words[at:]))
    return None


def _uncalled(words: list[str]) -> list[str]:
    """Without whom it is said to: «a Trận ơi …»."""
    at = next((n for n, word in enumerate(words[:LONGEST], 1) if fold(word.strip(",")) == "oi"), 0)
    return words[at:]


def _led(before: str, species: str, rest: str, whole: str) -> _Lead:
    said = before.replace(":", " ")
    less, whose = _whose(said)
    leads = set(_phrases(less))
    plain = bool(opening(whole, openings("plain"))[0]) or "proposes" in leads
    return _Lead(species, less if plain else said, rest, plain, "plans" in leads, whose)


def _whose(before: str) -> tuple[str, str]:
    """«ccb đề xuất», «đề xuất pn»: what leads to a proposal, and the organisation whose it is."""
    words = before.split()
    spans = ((at, end) for at in range(len(words)) for end in range(len(words), at, -1))
    named = ((span, organisation(" ".join(words[slice(*span)]))) for span in spans)
    (at, end), whose = next(((span, one) for span, one in named if one), ((0, 0), ""))
    return " ".join(words[:at] + words[end:]), whose


def _phrases(text: str) -> Iterator[str]:
    """Which lists the words belong to that lead to a proposal."""
    while text:
        which, text = opening(text, openings("leads"))
        if not which:
            return
        yield which


def _beside(text: str, when_of: WhenOf) -> _Aside | None:
    """What stands before the species, where it is nothing but asides."""
    when = when_of(text) if text else When()
    rest, said = (when.rest if _usable(when) else text), _Aside(when=when or None)
    while rest.strip(" ,"):
        which, after = opening(rest.strip(" ,"), openings("leads"))
        if not which:
            which, after = opening(rest.strip(" ,"), openings("openness"))
        if not which:
            return None
        said |= _Aside(which == HIDDEN) if which in (HIDDEN, OPEN) else _Aside()
        rest = after
    return said


def _read(lead: _Lead, rest: str, before: _Aside, when_of: WhenOf) -> ProposalSaid:
    first, *more = _PIECES.split(rest.strip(" ,:"))
    theme, said = _of_theme(less_polite(first))
    left: list[str] = []
    for piece in more:
        words, aside = _of_piece(piece, when_of)
        said |= aside
        left += [words] if words else []
    if not said.when:
        left, said = _timed(left, said, when_of)
    if not (left and said.when):
        theme, body, aside = _without_commas(theme, when_of)
        left, said = [*body, *left], said | aside
    theme, left = _body_first(theme, left)
    return _as_said(lead.species, theme, left, before | said)


def _body_first(theme: str, left: list[str]) -> tuple[str, list[str]]:
    """«UBND Hải Yên, quỹ dân cư», «UBND Hải Yên về quỹ dân cư»: whom, and then what on."""
    words = theme.split()
    if left:
        turned = left[0][:1].islower() and _begins_body(words, 0)
        return (left[0], [theme, *left[1:]]) if turned else (theme, left)
    cut, skip = _about_at(words)
    if not cut and _begins_body(words, 0):
        cut = _name_ends(words) or len(words)
    return (" ".join(words[cut + skip :]), [" ".join(words[:cut])]) if cut else (theme, left)


def _about_at(words: list[str]) -> tuple[int, int]:
    """Where a body ends that opens the words, and how many words lead to what on."""
    if not _opens_body(words):
        return 0, 0
    ways = sorted(listed("plain", "about"), key=len, reverse=True)
    said = _bare(words)
    found = ((n, len(one.split())) for n in range(1, len(words) - 1) for one in ways)
    return next(((n, many) for n, many in found if " ".join(said[n : n + many]) in ways), (0, 0))


def begins_body(text: str) -> bool:
    """«ubnd phuong tran phu», «1 cửa Trà Cổ»: the first words say that it is a body."""
    return _opens_body(text.split())


def _opens_body(words: list[str]) -> bool:
    said = listed("bodies", "begins")
    return any(fold(" ".join(words[:many])) in said for many in (4, 3, 2, 1))


def _name_ends(words: list[str]) -> int:
    """Behind the first name with capitals that follows what the body is: small letters go on."""
    names = [n for n, word in enumerate(words) if word[0].isupper() and not word.isupper()]
    first = next(iter(names), 0)
    return next((n for n in range(first, len(words)) if n not in names), 0) if names else 0


def _timed(left: list[str], said: _Aside, when_of: WhenOf) -> tuple[list[str], _Aside]:
    """«trường Hoa Sen 27/11 8h»: the time behind a body, where no piece is a time."""
    for n, piece in enumerate(left):
        words = piece.split()
        at, when = _time_at_end(words, when_of)
        if when:
            return [*left[:n], " ".join(words[:at]), *left[n + 1 :]], replace(said, when=when)
    return left, said


def _as_said(species: str | None, theme: str, left: Sequence[str], said: _Aside) -> ProposalSaid:
    body = ", ".join(left)
    first, last = _window(said.when) or (None, None)
    starts = said.when.start if said.when and said.when.kind == "time" else None
    return ProposalSaid(
        Species(species) if species else None,
        theme,
        body,
        is_private(body),
        first,
        last,
        bool(said.hidden),
        announced=said.hidden is False,
        approver=said.approver,
        starts=starts if isinstance(starts, datetime) else None,
    )


def _is_enough(lead: _Lead, before: _Aside, said: ProposalSaid) -> bool:
    """With «đề xuất» anything; not announced, what or whom: it may stand nowhere else; of a plan
    for supervision its time; else theme, body, time. What was made or is asked, is none."""
    whole = bool(said.theme and said.body and said.first)
    what = said.theme or said.body
    told = {*fold(f"{said.theme} {said.body}").split()} & {*listed("plain", "told")}
    if lead.is_plain:
        return True
    if said.unannounced and what and not (told or _is_of_others(lead, said)):
        return True
    if before.when:
        return whole and not told and lead.species == Species.SUPERVISION
    if lead.is_plan and lead.species == Species.SUPERVISION:
        return bool(what and said.first) and not told
    return whole


def _is_of_others(lead: _Lead, said: ProposalSaid) -> bool:
    """«đã kiểm tra đột xuất …», «có đoàn kiểm tra đột xuất của tỉnh»: told; nobody proposes it."""
    before = lead.before.casefold().split()
    told = {*before} & {*listed("plain", "told").values()}
    seen = {fold(word) for word in before} & {*listed("plain", "seen")}
    return bool(told or seen or opening(said.theme, listed("plain", "others"))[0])


def _of_theme(text: str) -> tuple[str, _Aside]:
    """«đột xuất niêm yết», «niêm yết không báo trước»: what on, and what is said of the visit."""
    words, hidden = _without_marks(text)
    theme, sudden = _suddenly(words)
    return theme.strip(" :"), _Aside(hidden or sudden or None)


def _of_piece(piece: str, when_of: WhenOf) -> tuple[str, _Aside]:
    """A piece between commas: an aside, a time with or without one, else a body."""
    if aside := _aside(piece):
        return "", aside
    when = when_of(piece)
    if _usable(when):
        rest = when.rest.strip(" .,")
        aside = _aside(rest) if rest else _Aside()
        if aside:
            return "", replace(aside, when=when)
    words, hidden = _without_marks(piece)
    return words, _Aside(hidden or None)


def _aside(text: str) -> _Aside | None:
    """«đi đột xuất nhé», «công khai», «a Khải duyệt»"""
    if openness := openness_in(text):
        return _Aside(openness == HIDDEN)
    name = approver_in(text)
    return None if name is None else _Aside(approver=name)


def approver_in(text: str) -> str | None:
    """«a Khải duyệt ạ», «người duyệt: Nhàn», «trình chị Nhàn»: who; «xin duyệt» names nobody."""
    said = less_polite(text.replace(":", " "))
    end = next((one for one in _ends() if f" {fold(said)}".endswith(f" {one}")), "")
    named = said.split()[: -len(end.split()) or None]
    begins, rest = opening(" ".join(named), listed("approver", "before" if end else "begins"))
    fits = len(rest.split()) <= NAME_WORDS and rest.replace("/", "").replace(" ", "").isalpha()
    return rest.strip() if (end or begins) and (fits or not rest) else None


@cache
def _ends() -> list[str]:
    return sorted(listed("approver", "ends"), key=len, reverse=True)


def _without_commas(text: str, when_of: WhenOf) -> tuple[str, list[str], _Aside]:
    """«phân bón ở xã Hải Sơn tháng 1 anh Khải duyệt»: what on, of whom behind «ở» or beginning
    with what bodies are called, and when; asides at its end."""
    words, said = text.split(), _Aside()
    for _ in range(2):
        words, aside = _less_aside(words, when_of)
        said |= aside
    at, when = _time_at_end(words, when_of)
    words = _less_links(words[:at]) if when else words
    cut, skip = _body_at(words)
    body = [" ".join(words[cut + skip :])] if cut else []
    theme = " ".join(words[:cut] if cut else words)
    return theme, body, replace(said, when=when)


def _less_links(words: list[str]) -> list[str]:
    """«… phường Ka Long trong»: without what leads to the time."""
    return words[:-1] if fold(words[-1]) in listed("plain", "within") else words


def _less_aside(words: list[str], when_of: WhenOf) -> tuple[list[str], _Aside]:
    """Without an aside that follows the time."""
    for many in range(min(LONGEST + 1, len(words) - 2), 0, -1):
        aside = _aside(" ".join(words[-many:]))
        if aside and _time_at_end(words[:-many], when_of)[1]:
            return words[:-many], aside
    return words, _Aside()


def _time_at_end(words: list[str], when_of: WhenOf) -> tuple[int, When | None]:
    for at in range(max(1, len(words) - LONGEST), len(words)):
        when = when_of(" ".join(words[at:]))
        if _is_time(when):
            return at, when
    return len(words), None


def _body_at(words: list[str]) -> tuple[int, int]:
    """Where the body begins, and how many words lead to it."""
    inside = range(1, len(words) - 1)
    at = next((n for n in inside if fold(words[n]) in listed("plain", "place")), 0)
    if at:
        return at, 1
    found = next((n for n in inside if _begins_body(words, n)), 0)
    is_of = found > 1 and fold(words[found - 1]) in listed("plain", "others")
    return (found - 1, 1) if is_of else (found, 0)


def _begins_body(words: list[str], at: int) -> bool:
    """«trường Hoa Sen», not «trường học»; without marks right before its name: «cho» is many
    things."""
    for many in (3, 2, 1):
        said, name = " ".join(words[at : at + many]), words[at + many :]
        if fold(said) in listed("bodies", "sure") and name:
            return True
        if fold(said) in listed("bodies", "begins"):
            is_marked = said.isupper() or said.casefold() != fold(said)
            return any(word[0].isupper() for word in (name if is_marked else name[:1]))
    return False


def _is_time(when: When) -> bool:
    """All of the words are a time."""
    return _usable(when) and not when.rest.strip(" .,")


def _usable(when: When) -> bool:
    return when.kind in ("day", "span", "time") and when.start is not None


def _window(when: When | None) -> Window | None:
    if when is None or when.start is None:
        return None
    return day_of(when.start), day_of(when.end or when.start)


def _without_marks(piece: str) -> tuple[str, bool]:
    """«đột xuất không báo trước bếp ăn»: what is left, and whether nobody is told beforehand.
    «trợ cấp đột xuất» is a theme: the short word counts alone, or beside the long ones."""
    words, hidden = piece.split(), False
    for mark in listed("marks", "unannounced"):
        words, found = _cut(words, mark.split())
        hidden |= found
    for mark in listed("marks", "sudden"):
        rest, found = _cut(words, mark.split())
        if found and (hidden or not rest) and _is_of_visit(words, mark.split()):
            words, hidden = rest, True
    return " ".join(words), hidden


def _suddenly(theme: str) -> tuple[str, bool]:
    """«gs đột xuất khám chữa bệnh», «gs niêm yết đột xuất»: it is of the visit, unless a benefit
    stands before it («trợ cấp đột xuất»)."""
    words = theme.split()
    for mark in listed("marks", "sudden"):
        rest, found = _cut(words, mark.split())
        if found and _is_of_visit(words, mark.split()):
            return " ".join(rest), True
    return theme, False


def _is_of_visit(words: list[str], mark: list[str]) -> bool:
    """Not «trợ cấp đột xuất», not «bí mật nhà nước»."""
    before, after = _around(words, mark)
    benefit = any(before.endswith(f" {one}") for one in listed("marks", "emergency"))
    return not benefit and not any(after.startswith(f"{one} ") for one in listed("marks", "theme"))


def _around(words: list[str], mark: list[str]) -> tuple[str, str]:
    """What stands before the mark and behind it, in plain letters."""
    said, many = _bare(words), len(mark)
    at = next((i for i in range(len(words)) if said[i : i + many] == mark), 0)
    return f" {' '.join(said[:at])}", f"{' '.join(said[at + many :])} "


def _cut(words: list[str], mark: list[str]) -> tuple[list[str], bool]:
    said, many = _bare(words), len(mark)
    at = next((i for i in range(len(words)) if said[i : i + many] == mark), None)
    return (words, False) if at is None else (words[:at] + words[at + many :], True)


def _bare(words: list[str]) -> list[str]:
    return [word.strip(".:") for word in fold(" ".join(words)).split()]


def is_private(name: str) -> bool:
    """Whether it is a shop, a firm: nobody of the state."""
    said = f"{fold(name)} "
    return any(said.startswith(f"{word} ") for word in listed("private", "begins"))
