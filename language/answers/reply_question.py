"""Reads what a question is about, so that the right person or card can answer it."""

from typing import Any

from language.answers.answer import Answer, Reply
from language.line.phrases import phrases

ORDER = (
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


def question(answer: Answer) -> Reply | None:
    return Reply("question", question_slots(answer)) if answer.asks else None


def question_slots(answer: Answer) -> dict[str, Any]:
    slots: dict[str, Any] = {"text": answer.words(*answer.all)}
    topics = {tag for tag, _, _ in phrases("answers", "topics").find(answer.line)}
    if answer.context != "assignment":
        topics.discard("due")
    topic = next((t for t in ORDER if t in topics), "")
    if topic:
        slots["topic"] = topic
    age = next((w.value for w in answer.line.words if w.digits), None)
    return slots | {"age": age} if topic == "age" and age is not None else slots
