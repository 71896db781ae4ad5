"""Reads amounts written in digits or in words: «1.250», «1,2 nghìn», «bốn lăm», «chục rưỡi»."""

from dataclasses import dataclass
from functools import lru_cache

from language.line.fold import bare
from language.line.vocabulary import book
from language.line.words import Line, Word

COMMA = "phay"
MULTIPLES = {"ten", "tens", "hundred", "half"}
TENS_AND_MORE = ("tens", "hundred", "thousand")
BY_MARK, TELLS_A_DIGIT = "_by_mark", ("muoi", "chuc", "tram", "gio", "h")
"""«lam» is «làm» or «lắm», but «lam muoi ba» begins with five."""
Part = tuple[float, int]  # a value and the word after it


def in_words(most: int, least: int = 1) -> dict[str, int]:
    """«mot», «hai» … as they are typed without marks, up to so many; ten is the most."""
    listed = {**book("numbers")["digit"], "10": book("numbers")["ten"]["10"]}
    known = ((int(value), word) for value, words in listed.items() for word in words)
    return {bare(word): value for value, word in known if least <= value <= most}


@dataclass(frozen=True, slots=True)
class Number:
    value: float
    end: int  # the word after it
    words: bool = False  # written in words
    grouped: bool = False  # 1.250: thousands with a sign between
    other: float | None = None  # «2,500» of what is weighed or measured may be two and a half

    @property
    def whole(self) -> bool:
        return self.value == int(self.value)


def number_at(line: Line, i: int) -> Number | None:
    """The number that begins at word i."""
    if not 0 <= i < len(line.words):
        return None
    if i not in line.numbers:
        line.numbers[i] = _number_at(line, i)
    found: Number | None = line.numbers[i]
    return found


def _number_at(line: Line, i: int) -> Number | None:
    if line.words[i].digits:
        return _with_decimals(line, _thousands(line, _digits(line, i)))
    if not _may_be_number(line.words[i]) or _is_called_so(line, i):
        return None
    found = _hundreds(line, i)
    if found is None and _value(line, i, "thousand"):
        value, end = _after_thousand(line, 1000, i + 1)
        return Number(value, end, words=True) if end > i + 1 else None  # «nghìn hai»
    return _with_decimals(line, _thousands(line, Number(*found, words=True))) if found else None


def _with_decimals(line: Line, whole: Number) -> Number:
    """«một phẩy hai», «hai phẩy không năm»: behind the comma that is spoken."""
    j, noughts = whole.end + 1, ""
    if line.bare_at(whole.end) != COMMA or not whole.whole or j >= len(line):
        return whole
    while line.bare_at(j) == "khong":
        noughts, j = noughts + "0", j + 1
    rest = Number(line.words[j].value, j + 1) if _typed_short(line, j) else _spelt(line, j)
    if rest is None:
        return Number(whole.value, j, words=whole.words) if noughts else whole
    told = float(f"{int(whole.value)}.{noughts}{int(rest.value)}")
    return Number(told, rest.end, words=whole.words)


def _typed_short(line: Line, j: int) -> bool:
    return j < len(line) and line.words[j].digits and len(line.text_at(j)) < len("100")


def _spelt(line: Line, j: int) -> Number | None:
    found = _hundreds(line, j) if j < len(line) else None
    return Number(*found, words=True) if found else None


def _is_called_so(line: Line, i: int) -> bool:
    """«anh Ba», «Nguyễn Văn Năm», «danh ba Chu Van Nam»: a name, however much it sounds like a
    number; «năm người» is one."""
    if _is(line, i - 1, "middle") and _is(line, i - 2, "surnames"):
        return True
    if _is(line, i + 1, "surnames") and _is(line, i + 2, "middle"):
        return True
    alone = i + 1 == len(line)
    return _is(line, i - 1, "called") and (line.words[i].capital or alone)


def _is(line: Line, i: int, what: str) -> bool:
    """«cô», «co» call somebody; «CÓ» has its marks and calls nobody, «thì» is no «Thị»."""
    word = line.words[i] if 0 <= i < len(line) else None
    if word is None or not word.marked:
        return word is not None and word.bare in _beside(what)
    return word.text in book("names")["beside"][what]


@lru_cache(maxsize=4)
def _beside(what: str) -> frozenset[str]:
    return frozenset(bare(word) for word in book("names")["beside"][what])


@lru_cache(maxsize=1)
def _roles() -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    exact: dict[str, dict[str, int]] = {}
    unmarked: dict[str, dict[str, int]] = {}
    for section, values in book("numbers").items():
        for value, listed in values.items():
            for word in listed:
                exact.setdefault(word, {})[section.removesuffix(BY_MARK)] = int(value)
                unmarked.setdefault(bare(word), {})[section] = int(value)
    return exact, unmarked


def _may_be_number(word: Word) -> bool:
    """Most words are none: that is seen at once."""
    exact, unmarked = _roles()
    return word.text in exact if word.marked else word.bare in unmarked


def is_multiple(word: Word) -> bool:
    """«trăm», «hăm», «rưỡi»: words that belong to no other thing than a number."""
    told = _roles()[0].get(word.text, {}) if word.marked else {}
    return bool(MULTIPLES & told.keys())


def _value(line: Line, i: int, *roles: str) -> int | None:
    """What word i is worth in one of these roles. Marks are evidence, but may be missing."""
    if not 0 <= i < len(line):
        return None
    word: Word = line.words[i]
    if word.text == "nam" and (line.accented or line.text_at(i + 1) == "nữ"):
        return None  # «sáu nam» are men
    exact, unmarked = _roles()
    worth = exact.get(word.text) if word.marked else unmarked.get(word.bare)
    if worth is None and word.bare == "muoi" and word.text.startswith("mư"):
        worth = exact["mươi"]  # «bốn mưới», «hai mượi»: with the wrong mark
    if worth and line.bare_at(i + 1) in TELLS_A_DIGIT:
        roles = (*roles, *(role + BY_MARK for role in roles))
    return next((worth[role] for role in roles if role in worth), None) if worth else None


def _digits(line: Line, i: int) -> Number:
    value, j = float(line.words[i].value), i + 1
    sign = line.text_at(j)
    while _group_at(line, j, sign) and 0 < line.words[i].value < 1000:
        value, j = value * 1000 + line.words[j + 1].value, j + 2
    if j > i + 1:
        return _grouped(line, i, value, j)
    if _spaced_group(line, i):
        return Number(value * 1000 + line.words[i + 1].value, i + 2, grouped=True)
    if _decimal_at(line, j):
        places = line.text_at(j + 1)
        return Number(value + int(places) / 10 ** len(places), j + 2)
    return Number(value, j)


def _grouped(line: Line, i: int, value: float, j: int) -> Number:
    """«1.250», «1.200,5»; a comma before three figures may also begin a decimal."""
    if _sign_at(line, j) and line.text_at(j) != line.text_at(i + 1):
        places = line.text_at(j + 1)
        return Number(value + int(places) / 10 ** len(places), j + 2, grouped=True)
    doubtful = j == i + 3 and line.text_at(i + 1) == ","
    return Number(value, j, grouped=True, other=value / 1000 if doubtful else None)


def _sign_at(line: Line, j: int) -> bool:
    return (
        j + 1 < len(line)
        and line.text_at(j) in (".", ",")
        and line.words[j].glued
        and line.words[j + 1].glued
        and line.words[j + 1].digits
    )


def _group_at(line: Line, j: int, sign: str) -> bool:
    return _sign_at(line, j) and line.text_at(j) == sign and len(line.text_at(j + 1)) == 3


def _decimal_at(line: Line, j: int) -> bool:
    return _sign_at(line, j) and len(line.text_at(j + 1)) < 3


def _spaced_group(line: Line, i: int) -> bool:
    """«1 250»: one digit, a space and exactly three digits, nothing more."""
    after = line.text_at(i + 1)
    return (
        len(line.text_at(i)) == 1
        and line.words[i].value > 0
        and len(after) == 3
        and after.isdecimal()
        and not line.text_at(i + 2).isdecimal()
        and not line.text_at(i - 1).isdecimal()
    )


def _hundreds(line: Line, i: int) -> Part | None:
    """Below one thousand: «hai trăm năm mươi», «trăm hai», «một trăm linh năm»."""
    if _value(line, i, "hundred"):
        rest = _after_hundred(line, 100, i + 1)
        return rest if rest[1] > i + 1 else None  # «trăm» alone says nothing
    head = _tens(line, i)
    if head and head[0] < 10 and _value(line, head[1], "hundred"):
        return _after_hundred(line, head[0] * 100, head[1] + 1)
    return head


def _after_hundred(line: Line, value: float, j: int) -> Part:
    if _value(line, j, "half"):
        return value + 50, j + 1
    if _value(line, j, "odd"):
        unit = _value(line, j + 1, "last", "digit")
        return (value + unit, j + 2) if unit is not None else (value, j)
    rest = _tens(line, j) or _short_last(line, j)
    if not rest or not rest[0]:
        return value, j
    alone = rest[1] == j + 1 and rest[0] < 10  # «trăm hai» is 120
    return value + rest[0] * (10 if alone else 1), rest[1]


def digit_at(line: Line, i: int) -> int:
    """What a word alone counts: «tổ hai chín người» is nine people of the second."""
    return _value(line, i, "digit") or 0


def _tens(line: Line, i: int) -> Part | None:
    ten = _value(line, i, "ten")
    if ten:
        return _short_ten(line, ten, i)
    if _value(line, i, "tens") and _value(line, i + 1, "half"):
        return 15, i + 2  # «chục rưỡi»
    unit = _value(line, i, "digit")
    if unit is None:
        return None
    if unit and (_value(line, i + 1, "tens") or _ten_for_tens(line, i + 1, unit)):
        return _after_tens(line, unit * 10, i + 2)
    last = (_value(line, i + 1, "last") or _spoken_last(line, i, unit)) if unit > 1 else None
    return (unit * 10 + last, i + 2) if last else (unit, i + 1)


def _ten_for_tens(line: Line, i: int, unit: int) -> bool:
    """«hai mười ba» is twenty-three; «chín mười người» are nine or ten."""
    word = line.words[i] if i < len(line) else None
    return word is not None and word.text == "mười" and 1 < unit < 9


def _spoken_last(line: Line, i: int, unit: int) -> int | None:
    """«bốn bảy» is forty-seven, «ba bốn» three or four; «ba nam», «hai Bảy» may be people."""
    last = _value(line, i + 1, "digit")
    if not last or last == unit + 1 or _value(line, i + 2, "digit", *TENS_AND_MORE) is not None:
        return None
    pair, counts = line.words[i : i + 2], line.bare_at(i + 2) in ("nguoi", "ng", "dong")
    plain = (counts or any(word.accented for word in pair)) and not pair[1].capital
    return last if plain and (counts or pair[1].text != "năm") else None


def _short_last(line: Line, i: int) -> Part | None:
    """«hai trăm mốt», «nghìn tư»."""
    unit = _value(line, i, "last")
    return (unit, i + 1) if unit in (1, 4) else None


def _short_ten(line: Line, ten: int, i: int) -> Part | None:
    """«mười», «mười lăm», «hăm mốt»: the short twenty never stands alone."""
    value, end = _after_tens(line, ten, i + 1)
    return (value, end) if ten == 10 or end > i + 1 else None


def _after_tens(line: Line, value: float, j: int) -> Part:
    if _value(line, j, "half"):
        return value + 5, j + 1
    odd = _value(line, j + 1, "last", "digit") if _value(line, j, "odd") else None
    if odd and value > 10:
        return value + odd, j + 2  # «chín chục lẻ tám»
    unit = _value(line, j, "last", "digit")
    if not unit or _value(line, j + 1, "tens", "hundred", "thousand"):
        return value, j
    return value + unit, j + 1


def _thousands(line: Line, found: Number) -> Number:
    """«1,2 nghìn», «2k», «3 chục», «một nghìn hai trăm»."""
    j = found.end
    if found.grouped or j >= len(line):
        return found
    if not found.words and found.whole and found.value < 100:
        found = _mixed(line, found)
        j = found.end
    short = line.bare_at(j) == "k" and line.words[j].glued
    scale = 1000 if short else _value(line, j, "thousand")
    if not scale or (short and found.value >= 10):
        return found
    if short and _one_digit(line, j + 1):  # «1k2»
        return Number(found.value * 1000 + line.words[j + 1].value * 100, j + 2)
    value, end = _after_thousand(line, round(found.value * scale, 3), j + 1)
    return Number(value, end, words=found.words)


def _one_digit(line: Line, j: int) -> bool:
    typed_on = j < len(line) and line.words[j].glued and line.words[j].digits
    return typed_on and len(line.text_at(j)) == 1


def _mixed(line: Line, found: Number) -> Number:
    """A digit before a word: «3 chục», «2 trăm rưỡi»."""
    j = found.end
    if _value(line, j, "tens"):
        return Number(*_after_tens(line, found.value * 10, j + 1), words=True)
    if _value(line, j, "hundred"):
        return Number(*_after_hundred(line, found.value * 100, j + 1), words=True)
    return found


def _after_thousand(line: Line, value: float, j: int) -> Part:
    if _value(line, j, "half"):
        return value + 500, j + 1
    if j < len(line) and line.words[j].digits:
        return value, j
    rest = _hundreds(line, j) or _short_last(line, j)
    if not rest or not rest[0]:
        return value, j
    alone = rest[1] == j + 1 and rest[0] < 10  # «nghìn hai» is 1.200
    return value + rest[0] * (100 if alone else 1), rest[1]
