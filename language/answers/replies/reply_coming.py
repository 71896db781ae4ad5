"""Reads who comes to an activity: one person, a family, a group."""

from itertools import pairwise

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.cues import Span
from language.answers.replies.reply_limit import over
from language.answers.replies.reply_turnout import slots_of
from language.answers.replies.spoken import fillers
from language.line.numbers import number_at
from language.line.phrases import phrases
from language.line.vocabulary import book, group
from language.line.words import Line

House = tuple[int, Span]  # how many, and the words that say so
WHOLE = ("nha", "to", "lop", "doi", "nhom", "xom", "phong")
GOING = ("di", "cung", "tham", "dang", "dk", "minh", "tui", "bac", "chung")
ELDERS = ("chi", "anh", "co", "chu", "ong", "ba", "me")
WRITTEN = ("cho", "ghi", "them", "giup", "ho", "dang", "ky", "dk", "xin")
HOME = 4  # words back to «nhà»
FEW = 5  # more people than this are a group


def group_coming(answer: Answer) -> Reply | None:
    if answer.has("same"):
        return Reply("group_register", {"same_as_last": True})
    if _all_of_us(answer):
        return Reply("group_register", {"need_confirm": True})
    found = answer.turnout
    count = found.total if found.total is not None else found.planned
    if _pair(answer) and (found.total or found.planned or 0) <= FEW:
        return None
    if found.status == "ok" and found.by_org:
        parts: Slots = {"by_org": slots_of(found)["by_org"], "total": found.total}
        return Reply("group_register", parts, turnout=found)
    sent = "cử" in {word.text for word in answer.line.words}
    many = count is not None and count > (0 if sent else FEW)
    if found.status == "ok" and count is not None and many and not found.metrics:
        return Reply("group_register", _headcount(answer, count), turnout=found)
    if found.status in ("ask", "delta", "fix") and (found.by_org or (count or 0) > FEW):
        return Reply("group_register", {**slots_of(found), "need_confirm": True}, turnout=found)
    return None


def _all_of_us(answer: Answer) -> bool:
    """«cả nhà em đi luôn nha»: more than one, and nobody says how many; «cả nhà ơi» greets."""
    line = answer.line
    uncounted = not any(number_at(line, i) for i in range(len(line)))
    if answer.has("not", "notyet", "cancel", "away") or not answer.has("go"):
        return False
    whole = (i for i, w in enumerate(line.words) if w.text in ("cả", "ca") and not w.digits)
    named = (i for i in whole if line.bare_at(i + 1) in WHOLE)
    own = any(line.bare_at(i + 2) in (*group("answers", "self"), *GOING) for i in named)
    return own and uncounted and not answer.asks


def _headcount(answer: Answer, count: int) -> Slots:
    """«chi hội phụ nữ đăng ký 12»: one name takes the count; a bare number is asked."""
    found = phrases("figures", "organisations").find(answer.line)
    named = {tag for tag, a, _ in found if answer.line.text_at(a - 1) != "/"}  # «96-GM/MTTQ»
    if len(named) == 1:
        return {"by_org": {named.pop(): count}, "total": count}
    bare = sum(w.text[0].isalnum() for w in answer.line.words) == 1
    with_me = any(w.digits and _besides_me(answer, i) for i, w in enumerate(answer.line.words))
    doubtful = bare or bool(named) or with_me
    return {"total": count, "need_confirm": True} if doubtful else {"total": count}


def coming(answer: Answer) -> Reply | None:
    """Every word must be understood before a person is put on the list."""
    ours = _of_our_house(answer)
    if answer.has("not", "notyet", "cancel") or not (answer.has("go") or ours):
        return None
    if over(answer) or _on_the_way(answer) or _two_figures(answer):
        return None  # «hôm qua em có đi»
    people = ours[0] if ours else _people(answer)
    known = answer.cues.times | _counting(answer) | fillers(answer.line, "register")
    known |= set(range(*ours[1])) if ours else set()
    if answer.cues.covered(answer.all, "go", "accept", more=known):
        return Reply("register", {"people": people})
    first = next(iter(answer.cues.clauses), answer.all)
    if not (ours or answer.cues.within(first, "go")):
        return None
    if not answer.cues.covered(first, "go", "accept", more=known):
        return None
    note = answer.words(first[1] + 1, len(answer.line)).replace(" lúc ", " ")
    return Reply("register", {"people": people, "note": note})


def _two_figures(answer: Answer) -> bool:
    """«nhà em 3 người đi được 2»: how many then? «1 bạn ốm, còn 2 người» says it."""
    line, times = answer.line, answer.cues.times
    told = [i for i, word in enumerate(line.words) if word.value != -1 and i not in times]
    several = len({line.words[i].value for i in told}) > 1
    return several and line.bare_at(told[-1] - 1) != "con"


def _of_our_house(answer: Answer) -> House | None:
    """«+2 nhé, em với bạn em», «cho nhà tôi ba người»: so many, the one who writes among them,
    where no other figure is told."""
    line = answer.line
    numbers = [(i, found) for i in range(len(line)) if (found := number_at(line, i))]
    told = [n for n in numbers if line.bare_at(n[1].end) not in ("vo", "me", "bo", "ban", "chi")]
    if len(told) != 1 or answer.asks or not 0 < told[0][1].value <= FEW:
        return None
    i, number = told[0]
    counts, end = phrases("figures", "people").at(line, number.end)
    if i == 1 and line.text_at(0) == "+":
        return int(number.value), (0, number.end)
    home = _home_before(line, i) if counts else -1
    return (int(number.value), (home, end)) if home >= 0 else None


def _home_before(line: Line, i: int) -> int:
    """Where «nhà tôi», «cho nhà bác» begins right before the figure."""
    near = (j for j in range(max(0, i - HOME), i) if line.text_at(j) in ("nhà", "nha"))
    whose = (*group("answers", "self"), *GOING, *ELDERS)
    home = next((j for j in near if line.bare_at(j + 1) in whose), -1)
    while home > 0 and line.bare_at(home - 1) in WRITTEN:
        home -= 1
    return home


def _on_the_way(answer: Answer) -> bool:
    """«đi rồi» tells that somebody has left, it registers nobody."""
    ends = [b for _, b in answer.cues.spans.get("go", ())]
    line = answer.line
    return any(line.bare_at(b) in ("roi", "r") and line.bare_at(b - 1) == "di" for b in ends)


def _people(answer: Answer) -> int:
    """«cho em 2 slot», «2 vợ chồng em đi», «em với chị Hoa đi»."""
    bare = [w.bare for w in answer.line.words]
    for i in range(len(bare)):
        number = number_at(answer.line, i)
        if not number or not number.whole or not 0 < number.value <= FEW:
            continue
        counts = phrases("figures", "people").at(answer.line, number.end)[0]
        if (counts and number.end < len(bare)) or (len(bare) == 1 and not number.words):
            return int(number.value) + _besides_me(answer, i)
    if _pair(answer):
        told = " ".join(bare).partition(_pair(answer))[0].split()[-1:]
        return int(told[0]) if told and told[0] in ("2", "3", "4", "5") else 2
    together = bare[0] in group("answers", "self") and _with_somebody(answer.line)
    return 2 if together else 1


def _besides_me(answer: Answer, i: int) -> bool:
    """«em đi cùng 2 bạn»: the two come along with the one who writes."""
    along = answer.line.bare_at(i - 1) in group("answers", "with")
    return along and answer.line.bare_at(0) in group("answers", "self")


def _with_somebody(line: Line) -> bool:
    """«với chị Hoa», «và Nam»; «em cũng đi» is one person."""
    small, known = group("answers", "with"), group("answers", "coming_word")
    for word, after in pairwise(line.words):
        if word.bare in small and word.text != "cũng" and (after.capital or after.bare in known):
            return True
    return False


def _pair(answer: Answer) -> str:
    text = " ".join(["", *(w.bare for w in answer.line.words), ""])
    return next((pair for pair in book("answers")["groups"]["pair"] if f" {pair} " in text), "")


def _counting(answer: Answer) -> set[int]:
    """The words that only say who comes along: «2 người», «nhà em», «với chị Hoa»."""
    line, known = answer.line, group("answers", "coming_word")
    out = {i for i, w in enumerate(line.words) if w.bare in known or 0 <= w.value <= FEW}
    for i, word in enumerate(line.words):
        small = number_at(line, i)
        if small and small.words and word.marked and 0 < small.value <= FEW:
            out.update(range(i, small.end))  # «một suất»
        if word.bare == "ban" and line.bare_at(i - 1).isdecimal():
            out.add(i)  # «2 bạn», never «bạn em đi»
        if word.bare == "nha" and line.bare_at(i + 1) in ("em", "e", "minh", "toi"):
            out.add(i)
        if word.bare in group("answers", "with"):
            near = range(i + 1, min(i + 4, len(line)))
            out |= {j for j in near if line.words[j].capital or line.bare_at(j) in known}
    return out
