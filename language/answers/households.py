"""What in a line names a household, its house or its land, and the line without that: «139 vướng:
nhà bà Sim không chịu» is «139 vướng: 1 hộ không chịu»."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from unicodedata import normalize

from language.line.fold import fold, one_tone_place
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "unkept", "households")
AT_HOME = ("of_land", "of_people", "of_homes")
"""What is said of a household that is called one."""
SOON, NEAR, LONGEST_NAME = 3, 60, 5
"""So many words may stand before what a household does; so many letters back its «hộ» is looked
for."""
ELDERS = ("ong", "ba", "cu")
_WORD = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"(?<!\d)\d{1,2} *$")
"""«2 hộ bà Sim, bà Tám»; of more figures it is a piece of work."""
_GAPS = (
    (re.compile(r"\( *\)"), " "),
    (re.compile(r" +"), " "),
    (re.compile(r" +([,;.:)])"), r"\1"),
    (re.compile(r"([,;:])(?:[,;:])+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class HouseholdNamed:
    """Where it stands, how many are named there, and how they are called."""

    start: int
    end: int
    many: int = 1
    called: tuple[str, ...] = ()


def households_in(text: str, colleagues: Collection[str] = ()) -> Sequence[HouseholdNamed]:
    """Each of them; who is called as a colleague is one only where it speaks of their land."""
    found = list[HouseholdNamed]()
    for one in sorted(_found(text, colleagues), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def without_households(text: str, colleagues: Collection[str] = ()) -> str:
    """The same line with their number alone."""
    word = "hộ" if not text.isascii() else "ho"
    pieces, at = list[str](), 0
    for one in households_in(text, colleagues):
        before = text[at : one.start]
        counted = _COUNT.search(before) is not None
        said = "" if not one.many else word if counted else f"{one.many} {word}"
        pieces += [before, said]
        at = one.end
    line = "".join([*pieces, text[at:]])
    for gap, instead in _GAPS:
        line = gap.sub(instead, line)
    return line.strip()


def _found(text: str, colleagues: Collection[str]) -> Iterator[HouseholdNamed]:
    bare = "".join(map(_letter, text))
    for home in _homes().finditer(bare):
        if not _is_typed(text, home, "home", "homes") or _for_them().search(bare, 0, home.start()):
            continue
        named = _called_from(text, bare, home.end()) or _by_full_name(text, bare, home)
        if named is None:
            continue
        lives = HouseholdNamed(
            home.start(), _address(text, bare, named.end), named.many, named.called
        )
        known = set(lives.called) & set(colleagues)
        if not known or _acts(bare, lives.end, *AT_HOME):
            yield lives
    yield from _people(text, bare, colleagues)
    yield from _addresses(text, bare)


def _people(text: str, bare: str, colleagues: Collection[str]) -> Iterator[HouseholdNamed]:
    """«bà Sim chưa bàn giao», «bà Hồng ở số nhà 3»: who is spoken of as a household."""
    for said in _someone().finditer(bare):
        named = _called_from(text, bare, said.start(), at_home=False)
        if named is None:
            continue
        end = _address(text, bare, named.end)
        elder = said["called"] in ELDERS and not set(named.called) & set(colleagues)
        if elder and (among := _in_brackets(bare, named)):
            yield among
        lives_there = _numbered().search(bare, named.end, end)
        if lives_there or _acts(bare, end, "of_land", *(["of_people"] if elder else [])):
            yield HouseholdNamed(named.start, end, named.many, named.called)


def _in_brackets(bare: str, named: HouseholdNamed) -> HouseholdNamed | None:
    """«vướng giá 4 (ông Tám, bà Sim)»: who is counted before."""
    before, after = bare[: named.start].rstrip(), bare[named.end :].lstrip()
    if not (before.endswith("(") and after.startswith(")")):
        return None
    counted = _COUNT.search(f"{before[:-1].rstrip()} ") is not None
    return HouseholdNamed(named.start, named.end, 0) if counted else None


def _addresses(text: str, bare: str) -> Iterator[HouseholdNamed]:
    """«2 hộ ở số nhà 14 đường Hùng Vương», «nhà số 14 chưa đồng ý», «thửa 125 tờ 14»: a house or
    a plot of whoever is counted, or does what only a household does."""
    for house in _numbered().finditer(bare):
        end = _address(text, bare, house.start())
        near = bare[max(0, house.start() - NEAR) : house.start()]
        counted = _counted().search(near)
        if counted:
            yield HouseholdNamed(house.start(), end, 0)
        elif _acts(bare, end, *AT_HOME):
            yield HouseholdNamed(house.start(), end)
    for plot in _plots().finditer(bare):
        if _typed(text, plot, "plot") in book("unkept")["households"]["parcels"] or plot["sheet"]:
            yield HouseholdNamed(plot.start(), plot.end())


def _called_from(text: str, bare: str, at: int, *, at_home: bool = True) -> HouseholdNamed | None:
    """«bà Sim, ông Tám và chị Hoa» from there on; of no house the capital alone tells a name
    where the title may be another word."""
    begins, end, called = at, at, list[str]()
    while said := _next_called(not called).match(bare, end):
        name = _name(text, bare, said.end())
        titled = _is_typed(text, said, "called", "called")
        first = at_home and not called
        if not (titled and name and _is_somebody(text, bare, said, name, first)):
            break
        called.append(bare[name[0] : name[1]].rpartition(" ")[2])
        end = name[1]
    return HouseholdNamed(begins, end, len(called), tuple(called)) if called else None


def _is_somebody(
    text: str, bare: str, said: re.Match[str], name: tuple[int, int], at_home: bool
) -> bool:
    capital = _has_capital(text, *name)
    if _is_nobody(bare[name[0] : name[1]].split()[0], capital):
        return False
    if capital or not at_home:
        return capital
    surely = _typed(text, said, "called") in book("unkept")["households"]["surely"]
    return surely or _acts(bare, name[1], *AT_HOME)


def _by_full_name(text: str, bare: str, home: re.Match[str]) -> HouseholdNamed | None:
    """«hộ Nguyễn Văn Tâm»; «hộ Tâm chưa ký»."""
    name = _name(text, bare, home.end())
    if name is None:
        return None
    words = bare[name[0] : name[1]].split()
    capital = _has_capital(text, *name)
    if _is_nobody(words[0], capital):
        return None
    last = (words[-1],)
    full = len(words) > 1 and words[0] in _folded("surnames")
    if full:
        return HouseholdNamed(home.start(), name[1], 1, last)
    if (
        len(words) == 1
        and capital
        and home["home"] != "nha"
        and _acts(bare, name[1], *AT_HOME, soon=0)
    ):
        return HouseholdNamed(home.start(), name[1], 1, last)
    return None


def _name(text: str, bare: str, at: int) -> tuple[int, int] | None:
    """Words with a capital; in small letters one word, or a surname and what follows it."""
    words = list[re.Match[str]]()
    for word in _WORD.finditer(text, at):
        gap = text[words[-1].end() if words else at : word.start()]
        if gap.strip() or len(words) == LONGEST_NAME:
            break
        if words and not _goes_on(text, words, word):
            break
        words.append(word)
    if not words:
        return None
    return words[0].start(), words[-1].end()


def _goes_on(text: str, words: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    if _has_capital(text, *words[0].span()):
        return _capital(word[0])
    so_far = [fold(one[0]) for one in words]
    if so_far[0] not in _folded("surnames"):
        return False
    middle = fold(word[0]) in _folded("middle")
    return middle if len(words) == 1 else len(words) == 2 and so_far[1] in _folded("middle")


def _address(text: str, bare: str, at: int) -> int:
    """Where it ends what is said of where they live, from there on."""
    end = at
    while part := _street().match(bare, end):
        end = part.end()
        if part["named"] and not (name := _name(text, bare, end)):
            return part.start()
        if part["named"] and name:
            end = name[1] if _has_capital(text, *name) else _two_words(bare, name[0])
    return end


def _two_words(bare: str, at: int) -> int:
    """«duong hung vuong» in small letters, up to what the household does."""
    words = list(_WORD.finditer(bare, at))[:2]
    acts = _acts_of("of_land", soon=0)
    ends = [w.end() for n, w in enumerate(words) if not n or not acts.match(bare, words[0].end())]
    return ends[-1]


def _acts(bare: str, at: int, *parts: str, soon: int = SOON) -> bool:
    return _acts_of(*parts, soon=soon).match(bare, at) is not None


@cache
def _acts_of(*parts: str, soon: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[ ,:]+\w+){{0,{soon}}}?[ ,:]+{_any(*parts)}\b")


@cache
def _homes() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:cac |may |nhung )?(?P<home>{_any('homes')})(?: {_any('between')})*(?= )"
    )


@cache
def _for_them() -> re.Pattern[str]:
    """«nhận hộ chị Hoa»: for her."""
    return re.compile(rf"\b{_any('behalf')} $")


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<called>{_any('called')}) ")


@cache
def _next_called(first: bool) -> re.Pattern[str]:
    joint = " ?" if first else rf"(?: ?,| va)? (?:{_any('homes')} )?"
    return re.compile(rf"{joint}(?P<called>{_any('called')}) ")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{_any('at')} )?\b{_any('house_numbers')} \d+\w*")


@cache
def _street() -> re.Pattern[str]:
    number = rf"(?:{_any('house_numbers')}|{_any('streets')}|nha) (?:so )?\d+\w*(?:/\d+)*"
    return re.compile(rf" ?,? ?(?:{_any('at')} )?(?:{number}|(?P<named>\b(?:duong|pho) )(?!\d))")


@cache
def _counted() -> re.Pattern[str]:
    """«2 hộ», «hộ nghèo» just before."""
    return re.compile(rf"\b(?:ho|gia dinh)(?: {_any('between')})? *$")


@cache
def _plots() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<plot>{_any('parcels')}) \d+\w*(?P<sheet>,? {_any('sheets')} \d+\w*)?"
    )


def _is_nobody(word: str, capital: bool) -> bool:
    """«nhà bà con», «nhà ông Trưởng khu»."""
    offices = {fold(one) for one in book("unkept")["people"]["offices"]}
    others = {fold(one) for one in book("unkept")["people"]["nobody"]} | _folded("nobody")
    return word in offices | _folded("titles") or (not capital and word in others)


@cache
def _folded(part: str) -> frozenset[str]:
    return frozenset(map(fold, book("unkept")["households"][part]))


def _typed(text: str, found: re.Match[str], part: str) -> str:
    return one_tone_place(text[found.start(part) : found.end(part)].lower())


def _is_typed(text: str, found: re.Match[str], part: str, listed: str) -> bool:
    """«cô» and «co», and not «có»."""
    typed = _typed(text, found, part)
    return typed.isascii() or typed in book("unkept")["households"][listed]


@lru_cache(maxsize=512)
def _letter(sign: str) -> str:
    """Without its marks, and one sign as before, so that a place here is a place in the text."""
    low = sign if sign.isspace() else normalize("NFD", sign)[0].lower()
    return {"đ": "d"}.get(low, low[:1])


def _has_capital(text: str, start: int, end: int) -> bool:
    """In a line that is all capitals none tells anything."""
    return _capital(text[start:end]) and not text.isupper()


def _capital(word: str) -> bool:
    return word[:1].isupper()
