"""Answers to an activity: coming, not coming, late, another place, a group, a question."""

import itertools

from language.answer import Answer, Reply
from language.numbers import number_at
from language.phrases import phrases
from language.reply_question import question
from language.reply_turnout import slots_of
from language.words import Word

HOMOGRAPHS = ("vang", "huy", "ban", "nghi", "rut", "chiu", "om")
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


def about_activity(answer: Answer) -> Reply | None:
    for reader in (question, _late, _other_point, _not_sure, _not_coming, _group, _coming, _ack):
        found = reader(answer)
        if found:
            return found
    return None


def _late(answer: Answer) -> Reply | None:
    if not answer.has("late") or (answer.has("not") and not _minutes(answer)):
        return None
    minutes = _minutes(answer)
    return Reply("late", {"minutes": minutes} if minutes else {"need_confirm": True})


def _minutes(answer: Answer) -> int:
    w = answer.line.words
    for i, word in enumerate(w):
        if word.digits and answer.line.bare_at(i + 1) in ("p", "ph", "phut", "'"):
            return word.value
        if word.digits and answer.line.bare_at(i + 1) in ("tieng", "gio", "h"):
            return word.value * 60
        if word.bare == "nua" and answer.line.bare_at(i + 1) in ("tieng", "gio"):
            return 30
    return 0


def _other_point(answer: Answer) -> Reply | None:
    if not answer.has("change_point") or (answer.has("cancel") and not answer.has("go")):
        return None
    end = max(b for _, b in answer.cues.spans["change_point"])
    rest = [w for w in answer.line.words[end:] if w.text[0].isalnum()]
    while rest and rest[0].bare in ("diem", "o", "ben"):
        rest = rest[1:]
    while rest and rest[-1].bare in ("a", "nhe", "nha", "duoc", "dc", "di", "voi", "giup"):
        rest = rest[:-1]
    if not rest:
        return Reply("change_point", {"point": None, "need_confirm": True})
    return Reply("change_point", {"point": " ".join(_title(answer, w) for w in rest)})


def _title(answer: Answer, word: Word) -> str:
    restored = {
        "cau": "Cầu",
        "cho": "Chợ",
        "nha": "Nhà",
        "van": "Văn",
        "hoa": "Hóa",
        "truong": "Trường",
        "khu": "Khu",
        "ben": "Bến",
        "bai": "Bãi",
        "bien": "Biển",
    }
    if not word.marked and word.bare in restored and not any(w.marked for w in answer.line.words):
        return restored[word.bare]
    return word.text.capitalize()


def _not_sure(answer: Answer) -> Reply | None:
    return Reply("later", {"note": answer.words(*answer.all)}) if answer.has("later") else None


def _not_coming(answer: Answer) -> Reply | None:
    if answer.has("notyet") and answer.has("go") and not answer.has("cancel"):
        return Reply("later", {"note": answer.words(*answer.all)})
    if answer.has("event") or _conditional(answer) or _double(answer) or _comes_after_all(answer):
        return None
    if not _cancels(answer) and not _negates(answer) and not answer.has("away"):
        return None
    guessed = not _negates(answer) and _only_homographs(answer)
    if guessed and (answer.has("go") or answer.only("accept")):
        return None  # «vang em di a» is «vâng», «ban em di» is «bạn»
    if answer.has("away") and _negated(answer, "away") and not _cancels(answer):
        return None
    slots: dict[str, object] = {}
    for clause in answer.cues.clauses:
        if not answer.cues.covered(clause, "cancel", "go", "not", "work", more=answer.cues.times):
            slots["reason"] = answer.words(*clause)
    if not (_cancels(answer) or _negates(answer)) or (guessed and slots):
        slots["need_confirm"] = True  # «em đi công tác» only lets it be guessed
    return Reply("unregister", slots)


def _only_homographs(answer: Answer) -> bool:
    """Without marks «vang», «huy», «ban» may be «vâng», a name, «bạn»."""
    spans = [s for sort in ("cancel", "away") for s in answer.cues.spans.get(sort, ())]
    words = answer.line.words
    return all(
        b == a + 1 and not words[a].marked and words[a].bare in HOMOGRAPHS for a, b in spans
    )


def _conditional(answer: Answer) -> bool:
    """«nếu không mưa em đi», «mưa thì em không đi»: nothing is decided."""
    return any(w.bare in ("neu", "thi", "lo", "ngo") for w in answer.line.words)


def _double(answer: Answer) -> bool:
    """«không thể không đi»."""
    starts = sorted({a for a, _ in answer.cues.spans.get("not", ())})
    return any(0 < b - a <= 2 for a, b in itertools.pairwise(starts))


def _comes_after_all(answer: Answer) -> bool:
    """«em bận đến 8h, 8h30 em đến»: one clause says no, another comes."""
    clauses = answer.cues.clauses
    no = [c for c in clauses if answer.cues.within(c, "cancel", "away", "not")]
    coming = [c for c in clauses if c not in no and _arrives(answer, c)]
    return bool(no) and bool(coming)


def _arrives(answer: Answer, clause: tuple[int, int]) -> bool:
    words = answer.line.words[clause[0] : clause[1]]
    return answer.cues.within(clause, "go") or any(w.bare in ("den", "toi", "di") for w in words)


def _cancels(answer: Answer) -> bool:
    return answer.has("cancel") and not _negated(answer, "cancel")


def _negated(answer: Answer, sort: str) -> bool:
    """«không bận», «đừng xóa tên»: a «not» right before every such word."""
    ends = {b for _, b in answer.cues.spans.get("not", ())}
    starts = [a for a, b in answer.cues.spans[sort] if not _inside(answer, sort, a, b)]
    return all(a in ends for a in starts)


def _inside(answer: Answer, sort: str, a: int, b: int) -> bool:
    return any(x <= a and b <= y and (x, y) != (a, b) for x, y in answer.cues.spans[sort])


def _negates(answer: Answer) -> bool:
    """A «not» before «đi», with nothing but a few small words between."""
    goes = [a for a, _ in answer.cues.spans.get("go", ())]
    nots = [b for _, b in answer.cues.spans.get("not", ())]
    return any(0 <= a - b <= 2 for a in goes for b in nots)


def _group(answer: Answer) -> Reply | None:
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


def _coming(answer: Answer) -> Reply | None:
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


def _ack(answer: Answer) -> Reply | None:
    return Reply("noise", {"kind": "ack"}) if answer.only("accept") else None
