"""Reads who comes to an activity: one person, a family, a group."""

from language.answer import Answer, Reply
from language.numbers import number_at
from language.phrases import phrases
from language.reply_turnout import slots_of

FEW = 5  # more people than this are a group


PAIRS = {
    "vo chong",
    "hai vo chong",
    "2 vo chong",
    "me con",
    "2 me con",
    "hai me con",
    "anh em",
    "2 anh em",
    "hai anh em",
    "bo con",
    "chi em",
    "2 chi em",
    "hai chi em",
}


def group(answer: Answer) -> Reply | None:
    if answer.has("same"):
        return Reply("group_register", {"same_as_last": True})
    found = answer.turnout
    family = any(
        f" {pair} " in f" {' '.join(w.bare for w in answer.line.words)} " for pair in PAIRS
    )
    if family and (found.total or found.planned or 0) <= FEW:
        return None
    if found.status == "ok" and found.by_org:
        parts = {"by_org": slots_of(found)["by_org"], "total": found.total}
        return Reply("group_register", parts, turnout=found)
    count = found.total if found.total is not None else found.planned
    if found.status == "ok" and count is not None and count > FEW and not found.metrics:
        bare = len([w for w in answer.line.words if w.text[0].isalnum()]) == 1
        slots: dict[str, object] = {"total": count}
        named = {tag for tag, _, _ in phrases("figures", "organisations").find(answer.line)}
        if len(named) == 1:
            slots = {"by_org": {named.pop(): count}, "total": count}
        elif bare or named:
            slots["need_confirm"] = True
        return Reply("group_register", slots, turnout=found)
    if found.status in ("ask", "delta", "fix") and (found.by_org or (count or 0) > FEW):
        return Reply("group_register", {**slots_of(found), "need_confirm": True}, turnout=found)
    return None


def coming(answer: Answer) -> Reply | None:
    """Every word must be understood before a person is put on the list."""
    if answer.has("not", "notyet", "cancel") or not (answer.has("go") or _people(answer) > 1):
        return None
    if any(
        answer.line.bare_at(b) in ("roi", "r")
        for a, b in answer.cues.spans.get("go", ())
        if answer.line.bare_at(b - 1) == "di"
    ):
        return None  # «đi rồi»: already on the way
    people = max(1, _people(answer))
    known = answer.cues.times | _counting(answer)
    if answer.cues.covered(answer.all, "go", "accept", more=known) and answer.has("go"):
        return Reply("register", {"people": people})
    clauses = answer.cues.clauses
    if (
        clauses
        and answer.cues.within(clauses[0], "go")
        and answer.cues.covered(clauses[0], "go", "accept", more=known)
    ):
        rest = (clauses[0][1] + 1, len(answer.line))
        return Reply("register", {"people": people, "note": _short(answer, *rest)})
    return None


def _short(answer: Answer, start: int, end: int) -> str:
    return answer.words(start, end).replace(" lúc ", " ")


def _people(answer: Answer) -> int:
    """«cho em 2 slot», «2 vợ chồng em đi», «em với chị Hoa đi»."""
    bare = [w.bare for w in answer.line.words]
    text = " ".join(bare)
    for i in range(len(bare)):
        number = number_at(answer.line, i)
        if not number or not number.whole or not 0 < number.value <= FEW:
            continue
        counts = phrases("figures", "people").at(answer.line, number.end)[0]
        if (counts and number.end < len(bare)) or (len(bare) == 1 and not number.words):
            return int(number.value)
    for pair in PAIRS:
        if f" {pair} " in f" {text} ":
            told = text.partition(pair)[0].split()[-1:]
            return int(told[0]) if told and told[0] in ("2", "3", "4", "5") else 2
    both = {"voi", "va", "cung"} & set(bare)
    return 2 if both and bare[0] in ("em", "e", "toi", "minh", "mk", "t", "chau", "con") else 1


def _counting(answer: Answer) -> set[int]:
    known = {
        "nguoi",
        "ng",
        "slot",
        "suat",
        "vo",
        "chong",
        "me",
        "con",
        "hai",
        "anh",
        "chi",
        "voi",
        "va",
        "cung",
        "khu",
        "bo",
        "nua",
        "them",
        "chan",
        "ve",
    }
    out = {
        i
        for i, w in enumerate(answer.line.words)
        if w.bare in known or (w.digits and w.value <= FEW)
    }
    both = [i for i, w in enumerate(answer.line.words) if w.bare in ("voi", "va", "cung")]
    out |= {
        i
        for i, w in enumerate(answer.line.words)
        if w.bare == "nha" and answer.line.bare_at(i + 1) in ("em", "e", "minh", "toi")
    }
    for i in both:  # «với chị Hoa»: the name
        out |= {
            j
            for j in range(i + 1, min(i + 4, len(answer.line)))
            if answer.line.words[j].capital or answer.line.bare_at(j) in known
        }
    return out
