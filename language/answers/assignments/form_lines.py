"""What a form of giving work may be answered with: a limit alone, a name, what is to be done."""

import re

from language.answers.assignments.briefing import PERIODS, closes
from language.answers.assignments.decisions import AROUND_A_DAY
from language.dates.marks import marks_of
from language.line.once import fold
from language.line.restore import read
from language.line.vocabulary import group

NO_LIMITS = PERIODS | {"quarter", "year"}
LONGEST_STRANGER = 4
"""Words of a name that nobody here bears, with its address."""


def is_a_limit(text: str, rest: str) -> bool:
    """«thứ 6 là được», «trước 30/11 nhé», by what is left beside the day; «tháng 11», «quý này»
    are what a report is of."""
    kinds = {mark.kind for mark in marks_of(read(text))} - {"filler"}
    words = set(re.findall(r"\w+", fold(rest)))
    around = AROUND_A_DAY | group("names", "around_limit")
    return bool(kinds - NO_LIMITS) and (words <= around or closes(rest))


def may_be_a_stranger(text: str) -> bool:
    """«Tèo», «đ/c Phạm Văn Tèo»: letters alone, and few of them."""
    words = text.replace("/", "").replace(".", " ").split()
    return len(words) <= LONGEST_STRANGER and all(map(str.isalpha, words))
