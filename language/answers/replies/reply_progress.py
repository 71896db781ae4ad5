"""Reads how far a task is: so many per cent, not yet, only a part."""

import re
from itertools import pairwise

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.reply_limit import said_done
from language.line.numbers import in_words
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

HALF_DONE = re.compile(
    r"\b(duoc|dc|xong|lam) ((hon|gan|tam|khoang) )?(mot |1 )?nua\b(?! (gio|tieng|ngay))"
    r"|\bhalf (done|finished)\b"
)


_PARTS = {**in_words(5), "tu": 4} | {str(n): n for n in range(1, 6)}
_PARTS_DONE = re.compile(
    rf"\b(?P<done>{'|'.join(_PARTS)}) phan (?P<whole>{'|'.join(_PARTS)})\b(?! (?:viec|muc|tram))"
)
"""«mới được 1 phần 3», «hai phần ba rồi»."""


def headed_as_result(line: Line) -> bool:
    return bool(phrases("answers", "result_heads").at(line, 0)[0])


def how_far(answer: Answer) -> Reply | None:
    percent = percent_told(answer)
    if percent == 100 and not answer.has("not", "notyet", "done"):
        return Reply("progress", {"percent": percent, "need_confirm": True})
    if percent is None and answer.has("away") and not answer.has("done", "notyet"):
        return None
    if percent is not None and (percent < 100 or answer.has("not", "notyet")):
        slots: Slots = {"percent": percent}
        return Reply("progress", slots | ({"approx": True} if _about(answer) else {}))
    note = answer.words(*answer.all)
    ratio = _ratio(answer)
    if ratio and ratio[0] == ratio[1] and said_done(answer) and not answer.has("not", "notyet"):
        return None  # «đã hoàn thành 9/9 chi hội»
    if ratio and ratio[0] == ratio[1] and not answer.has("notyet"):
        whole: Slots = {"percent": 100, "note": note, "ratio": list(ratio)}
        return Reply("progress", whole | {"need_confirm": True})
    if ratio and not answer.has("notyet"):
        share = round(100 * ratio[0] / ratio[1])
        note = note.replace("được ", "")
        return Reply("progress", {"percent": share, "note": note, "ratio": list(ratio)})
    if answer.has("notyet"):
        return _not_yet(answer)
    if answer.promises:
        return Reply("progress", {"note": note})
    if answer.has("not") and answer.has("work", "done"):
        said: Slots = {"note": note, "done": False}
        doubted: Slots = {"note": note, "need_confirm": True}
        return Reply("progress", said if _not_done(answer) else doubted)
    return _own_part(answer) if _part_of_mine(answer) else _under_way(answer)


def _not_done(answer: Answer) -> bool:
    """«k xong», «chẳng xong được»: the «not» stands right before the word."""
    starts = {a for a, _ in answer.cues.spans.get("done", ())}
    return any(b in starts for _, b in answer.cues.spans["not"])


def _under_way(answer: Answer) -> Reply | None:
    if _can_do(answer):
        return None
    remains = answer.line.text_at(0) == "còn" and not answer.has("done", "accept")
    remains = remains or (_counts_what_is_left(answer) and not answer.has("done"))
    if (answer.has("partly") and answer.has("work") and not answer.has("done")) or remains:
        return Reply("progress", {"note": answer.words(*answer.all)})
    if (answer.has("doing") and not answer.has("done")) or _unfinished(answer):
        more = _object_follows(answer)
        return Reply("progress", {"note": _progress_note(answer)} if more else {})
    return None


def _counts_what_is_left(answer: Answer) -> bool:
    """«moi dc 2 khu, con 3 khu nua»."""
    counts = any(word.digits for word in answer.line.words)
    return counts and answer.has("partly") and answer.line.bare_at(0) in ("con", "moi")


def _can_do(answer: Answer) -> bool:
    """«em làm được, chị yên tâm» takes the work on; «em làm được 3 khu» tells how far it is."""
    spans = answer.cues.spans
    doing, taken = spans.get("doing", []), spans.get("accept", [])
    inside = all(any(a <= x and y <= b for a, b in taken) for x, y in doing)
    counts = any(word.digits for word in answer.line.words)
    return bool(doing) and inside and answer.has("left_to_me") and not counts


def _about(answer: Answer) -> bool:
    about = ("khoang", "tam", "chung", "gan", "hon", "do")
    return any(w.bare in about or w.text == "cỡ" for w in answer.line.words)


def _object_follows(answer: Answer) -> bool:
    """«đang làm» says no more; «đang hoàn thành báo cáo» does."""
    if not answer.has("doing"):
        return True
    end = max(b for _, b in answer.cues.spans["doing"])
    small = group("answers", "doing_tail")
    return any(w.text[0].isalnum() and w.bare not in small for w in answer.line.words[end:])


def _unfinished(answer: Answer) -> bool:
    if not answer.has("done", "doing"):
        return False
    return answer.has("partly") or (
        answer.has("doing") and any(w.bare in ("dang", "dg", "dag") for w in answer.line.words)
    )


def _progress_note(answer: Answer) -> str:
    note = answer.words(*answer.all)
    return note.removeprefix("mới ").replace("phần ", "") if note.startswith("mới ") else note


def _not_yet(answer: Answer) -> Reply:
    slots: Slots = {"note": answer.words(*answer.all)}
    if _denies_itself(answer) or _taken_not_begun(answer):
        slots["need_confirm"] = True
    elif answer.has("done"):
        slots["done"] = False
    elif answer.has("work"):
        slots = {"percent": 0, **slots}
    return Reply("progress", slots)


def _denies_itself(answer: Answer) -> bool:
    """«chưa phải là chưa xong»: a «not» of a «not»."""
    starts = sorted(a for a, _ in answer.cues.spans["notyet"])
    return any(answer.line.bare_at(a + 1) == "phai" and b - a < 5 for a, b in pairwise(starts))


def _taken_not_begun(answer: Answer) -> bool:
    """«đã nhận, chưa làm»: is the work taken with it?"""
    clauses = answer.cues.clauses
    said = {answer.line.bare_at(i) for i in range(*clauses[0])} if len(clauses) == 2 else set()
    alone = len(clauses) == 2 and answer.cues.covered(clauses[0], "accept")
    return alone and "nhan" in said and not answer.has("done")


def percent_told(answer: Answer) -> int | None:
    line = answer.line
    for i, word in enumerate(line.words[:-1]):
        if not word.digits or _is_not_that(answer, i):
            continue
        if line.text_at(i + 1) == "%":
            return word.value if word.value <= 100 else None
        if line.bare_at(i + 1) == "phan" and line.bare_at(i + 2) == "tram":
            return word.value
    said = " ".join(w.bare for w in line.words)
    if parts := _PARTS_DONE.search(said):
        done, whole = _PARTS[parts["done"]], _PARTS[parts["whole"]]
        return round(100 * done / whole) if done < whole else None
    half = HALF_DONE.search(said)
    return 50 if half and "nữa" not in line.given else None


def _is_not_that(answer: Answer, i: int) -> bool:
    """«không phải 80% mà 60%»."""
    line = answer.line
    denied = i - 2 if line.bare_at(i - 1) == "la" else i - 1
    return line.bare_at(denied) == "phai" and denied - 1 in {
        a for a, _ in answer.cues.spans.get("not", ())
    }


def _ratio(answer: Answer) -> tuple[int, int] | None:
    w = answer.line.words
    for i in range(1, len(w) - 1):
        if w[i].text in ("/", "trên") and w[i - 1].digits and w[i + 1].digits:
            a, b = w[i - 1].value, w[i + 1].value
            counted = i + 2 < len(w) and phrases("days", "counted_after").at(answer.line, i + 2)[0]
            achieved = i > 1 and w[i - 2].bare in ("duoc", "dc", "xong", "thanh", "dat")
            if 0 <= a <= b and b and (counted or achieved):
                return a, b
    return None


def _part_of_mine(answer: Answer) -> bool:
    return (
        answer.has("part")
        and answer.has("done")
        and not answer.has("future")
        and "mới" not in answer.line.given.lower()
    )


def _own_part(answer: Answer) -> Reply:
    slots: Slots = {"scope": "part", "need_confirm": True}
    last = max(b for _, b in answer.cues.spans["part"])
    rest = next((c for c in answer.cues.clauses if c[0] >= last), None)
    if rest:
        slots = {"note": answer.words(*rest), **slots}
    return Reply("done", slots)
