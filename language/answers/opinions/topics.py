"""What people say: of which topic and how many say so («đèn đường khu 2 hỏng, 5 hộ nói»), and
which month is asked for."""

import re
from datetime import date
from functools import cache

from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_COUNT = re.compile(
    r"(?:^|[,;.(]) *(?:khoang |tam |hon |them )?(\d{1,4}) (?:ho|nha|nguoi|luot)(?: dan)?"
    r"(?: nua| khac)?(?: neu)? *(?=[,;.)]|$)"
)
"""«…, 12 hộ», standing by itself."""
_WORDS = re.compile(r"\w+")


def topic_in(text: str) -> str:
    return _topic(f" {' '.join(_WORDS.findall(fold(text)))} ")


def weight_in(text: str) -> int:
    said = f" {' '.join(_WORDS.findall(fold(text)))} "
    found = _weight().search(said) or _COUNT.search(fold(text))
    return max(1, int(found[1])) if found else 1


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


@cache
def _weight() -> re.Pattern[str]:
    """«12 hộ khu 3 kêu»."""
    says = any_of("unkept", "people", "says")
    return re.compile(
        r"\b(\d{1,4}) (?:ho|nha|nguoi|luot)(?: dan)?(?: (?:o )?(?:khu|thon|to|xom|ban) \w+)?"
        rf"(?: nua| khac| them)? (?:deu |cung )?{says}\b"
    )


@cache
def _words(group: str) -> dict[str, list[str]]:
    listed = book("topics")[group].items()
    return {name: [fold(word) for word in words] for name, words in listed}


MONTH_LINE = re.compile(r"(?i)nghe d[aâ]n n[oó]i(?: th[aá]ng)? (1[0-2]|0?[1-9])\b(?:/(\d{4}))?")


def heard_month(text: str, today: date) -> date:
    """The last such month that began; without one the present."""
    found = MONTH_LINE.match(text)
    first = date(int(found[2] or today.year), int(found[1]), 1) if found else today
    begun = first <= today or (found and found[2])
    return first.replace(day=1, year=first.year if begun else today.year - 1)
