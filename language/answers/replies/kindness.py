"""What is told beside thanks: «6/6 hộ đã ký, cảm ơn chị» answers, and is polite besides."""

import re
from functools import cache

from language.answers.replies.typed import Typed
from language.line.either import any_of
from language.line.spans import words_in

KIND = ("thanks", "greeting")
STOPS = (",", ".", ";", "!", ":")


def tells_beside(typed: Typed) -> bool:
    """A figure that is no date, or what was done; what follows the thanks is what they are for."""
    line, dates = typed.line, words_in(typed.line, typed.when.used)
    opens = {a for kind in KIND for a, _ in typed.cues.spans.get(kind, ())}
    beside, kind = [], False
    for i, word in enumerate(line.words):
        kind = (kind and word.text not in STOPS) or i in opens
        if not kind:
            beside.append(i)
    counts = any(line.words[i].digits and i not in dates for i in beside)
    return counts or bool(_did().search(" ".join(line.words[i].bare for i in beside)))


@cache
def _did() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('aside', 'result', 'did')}\b")
