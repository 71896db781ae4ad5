"""What an answer speaks of: the number of a task, the topic of a question."""

import re

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.typed import Typed
from language.line.phrases import phrases

BEFORE = ("nv", "viec", "so", "vu", "ma", "#")
CODE = re.compile(r"nv-?\d{4}-0*(\d{1,4})", re.IGNORECASE)
REPORTS, LARGE = ("bao", "cao", "bc", "da"), len("100")
"""«12 bao xong» are bags."""
AROUND = {"nv", "viec", "so", "nhiem", "vu", "ma", "bao", "cao"}
TOPICS = (
    "age",
    "template",
    "due",
    "bring",
    "place",
    "time",
    "weather",
    "count",
    "transport",
    "who",
    "how",
    "content",
)
VERBS = ("done", "notyet", "extend", "accept", "decline", "blocked")


def task_number(answer: Answer | Typed) -> str:
    """«nv 0152», «việc 147», «xong 147», «NV-2026-0147»: without the leading zeros."""
    code = CODE.search(answer.text)
    if code:
        return code[1]
    for i, word in enumerate(answer.line.words):
        if word.digits and 2 <= len(word.text) <= 4 and _is_code(answer, i):
            return word.text.lstrip("0")
    return ""


PAPERS = ("van ban", "cong van", "to trinh", "quyet dinh", "vb")
"""Their numbers are no work's: «văn bản số 45 đây ạ, báo xong lại»."""


def _is_of_paper(answer: Answer | Typed, i: int) -> bool:
    place = i - 1 if answer.line.bare_at(i - 1) == "so" else i
    before = answer.line.bare_at(place - 1)
    return before in PAPERS or f"{answer.line.bare_at(place - 2)} {before}" in PAPERS


def _is_code(answer: Answer | Typed, i: int) -> bool:
    if _is_of_paper(answer, i):
        return False
    after = answer.line.text_at(i + 1)
    point = after == "." and answer.line.bare_at(i + 2).isdecimal()
    if point or after in ("%", "/", "h", "-") or answer.line.text_at(i - 1) in ("/", ".", "-"):
        return False
    if answer.line.bare_at(i - 1) in BEFORE:
        return True
    if i + 1 < len(answer.line) and phrases("days", "counted_after").at(answer.line, i + 1)[0]:
        return False
    spans = [span for sort in VERBS for span in answer.cues.spans.get(sort, ())]
    following = [*spans, *answer.cues.spans.get("doing", ())]
    told = _after_report(answer, i + 1)
    return any(b == i for _, b in spans) or (i == 0 and any(a == told for a, _ in following))


def _after_report(answer: Answer | Typed, i: int) -> int:
    """«150 báo cáo xong», «150 đã hoàn thành»: behind the words that only say that it is told."""
    large = len(answer.line.text_at(i - 1)) >= LARGE
    while large and answer.line.bare_at(i) in REPORTS:
        i += 1
    return i


def task_words(answer: Answer) -> set[int]:
    """The words that only name the task."""
    number = task_number(answer)
    if not number:
        return set()
    code = CODE.search(answer.text)
    place = code.span() if code else (0, 0)
    return {
        i
        for i, w in enumerate(answer.line.words)
        if w.text.lstrip("0") == number or w.bare in AROUND or place[0] <= w.start < place[1]
    }


def question(answer: Answer) -> Reply | None:
    return Reply("question", question_slots(answer)) if answer.asks else None


def question_slots(answer: Answer) -> Slots:
    slots: Slots = {"text": answer.words(*answer.all)}
    topics = {tag for tag, _, _ in phrases("answers", "topics").find(answer.line)}
    if answer.context != "assignment":
        topics.discard("due")
    topic = next((t for t in TOPICS if t in topics), "")
    if topic:
        slots["topic"] = topic
    age = next((w.value for w in answer.line.words if w.digits), None)
    return slots | {"age": age} if topic == "age" and age is not None else slots
