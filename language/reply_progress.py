"""Reads how far a task is: so many per cent, not yet, only a part."""

import re
from typing import Any

from language.answer import Answer, Reply
from language.phrases import phrases


def how_far(answer: Answer) -> Reply | None:
    if answer.has("away") and not answer.has("done", "notyet") and percent_told(answer) is None:
        return None
    percent = percent_told(answer)
    if percent is not None and not (percent == 100 and not answer.has("not", "notyet")):
        slots: dict[str, Any] = {"percent": percent}
        if any(
            w.bare in ("khoang", "tam", "co", "chung", "gan", "hon", "do")
            and not (w.bare == "co" and w.text != "cỡ")
            for w in answer.line.words
        ):
            slots["approx"] = True
        return Reply("progress", slots)
    ratio = _ratio(answer)
    if ratio and not answer.has("notyet"):
        share = round(100 * ratio[0] / ratio[1])
        note = answer.words(*answer.all).replace("được ", "")
        return Reply("progress", {"percent": share, "note": note, "ratio": list(ratio)})
    if answer.has("notyet"):
        return _not_yet(answer)
    if answer.has("not") and answer.has("work", "done"):
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    if _part_of_mine(answer):
        return _own_part(answer)
    if answer.has("partly") and answer.has("work") and not answer.has("done"):
        return Reply("progress", {"note": answer.words(*answer.all)})
    if (answer.has("doing") and not answer.has("done")) or _unfinished(answer):
        rest = _object_follows(answer)
        return Reply("progress", {"note": _progress_note(answer)} if rest else {})
    return None


def _object_follows(answer: Answer) -> bool:
    """«đang làm» says no more; «đang hoàn thành báo cáo» does."""
    end = max((b for _, b in answer.cues.spans.get("doing", ())), default=0)
    small = (
        "a",
        "nhe",
        "em",
        "e",
        "roi",
        "r",
        "d",
        "c",
        "nha",
        "dc",
        "duoc",
        "day",
        "viec",
        "nay",
    )
    return any(
        w.text[0].isalnum() and w.bare not in small for w in answer.line.words[end:]
    ) or not answer.has("doing")


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
    slots: dict[str, Any] = {"note": answer.words(*answer.all)}
    if answer.has("done"):
        slots["done"] = False
    elif answer.has("work"):
        slots = {"percent": 0, **slots}
    return Reply("progress", slots)


def percent_told(answer: Answer) -> int | None:
    for i, word in enumerate(answer.line.words):
        if word.text == "%" and i and answer.line.words[i - 1].digits:
            return (
                answer.line.words[i - 1].value if answer.line.words[i - 1].value <= 100 else None
            )
        if (
            word.bare == "phan"
            and answer.line.bare_at(i + 1) == "tram"
            and i
            and answer.line.words[i - 1].digits
        ):
            return answer.line.words[i - 1].value
    bare = " ".join(w.bare for w in answer.line.words)
    if (
        re.search(r"\b(duoc|dc|xong|lam) (mot |1 )?nua\b(?! (gio|tieng|ngay))", bare)
        and "nữa" not in answer.line.given
    ):
        return 50
    return None


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
    slots: dict[str, Any] = {"scope": "part", "need_confirm": True}
    last = max(b for _, b in answer.cues.spans["part"])
    rest = next((c for c in answer.cues.clauses if c[0] >= last), None)
    if rest:
        slots = {"note": answer.words(*rest), **slots}
    return Reply("done", slots)
