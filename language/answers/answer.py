"""An answer being read, and what it turned out to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import TypedDict

from language.answers.cues import Cues, Span
from language.dates.moments import Calendar, When, day_of
from language.dates.when import when_in
from language.figures.headcount import Turnout
from language.figures.turnout import turnout_in
from language.line.phrases import phrases
from language.line.restore import read, written_out
from language.line.spans import Place
from language.line.vocabulary import group
from language.line.words import Line

SENT_ON = ("ay", "nhe", "nha", "di", "no", "kia")
VISITS = ("an", "dam", "tham", "hoc", "le")
WHENEVER = ("khi", "bao", "luc", "chung")
ELDERS = ("anh", "chi", "bac", "co", "chu")


class Slots(TypedDict, total=False):
    """All that an answer may say besides what it wants. One that is not there was not told; one
    that is None was asked for in words that do not say it («xin thêm thời gian»)."""

    need_confirm: bool
    """Something in it is doubtful: it is asked before it counts."""
    # work
    task: str
    note: str
    reason: str | None
    proposal: str
    percent: int
    ratio: Sequence[int]
    done: bool
    scope: str
    expects_file: bool
    due: str | None
    due_raw: str | None
    add_days: int
    invalid: str
    # figures
    total: int | None
    delta: int | None
    range: Sequence[int]
    planned: int
    absent: int
    mismatch: int
    by_org: Mapping[str, int]
    by_point: Mapping[str, int]
    metrics: Mapping[str, float]
    approx: bool
    # activities
    people: int
    minutes: int
    point: str | None
    same_as_last: bool
    # talk
    kind: str
    action: str
    topic: str
    text: str
    locality: str
    age: int


@dataclass(frozen=True, slots=True)
class Reply:
    intent: str
    slots: Slots = field(default_factory=Slots)
    when: When | None = field(default=None, compare=False)
    turnout: Turnout | None = field(default=None, compare=False)
    typed: Slots = field(default_factory=Slots, compare=False)
    """The slots that hold somebody's words, letter for letter as they were typed."""
    used: tuple[Place, ...] = field(default=(), compare=False)
    """The words that show what is wanted."""
    noted: tuple[Place, ...] = field(default=(), compare=False)
    """The words that are kept as they are, as a note or a reason, apart from the rest."""

    @property
    def need_confirm(self) -> bool:
        """Something in it is doubtful: ask by buttons before it counts."""
        return bool(self.slots.get("need_confirm"))


def unknown() -> Reply:
    return Reply("unknown")


@dataclass
class Typed:
    """The words of a line, read once, whatever they may be an answer to."""

    text: str
    now: datetime
    calendar: Calendar | None = None

    @cached_property
    def line(self) -> Line:
        return read(self.text)

    @cached_property
    def cues(self) -> Cues:
        return Cues(self.line)

    @cached_property
    def when(self) -> When:
        return when_in(self.line, self.now, self.calendar)

    @cached_property
    def turnout(self) -> Turnout:
        return turnout_in(self.line, phrases("figures", "organisations"))


@dataclass
class Answer:
    typed: Typed
    context: str
    due: datetime | None
    quotes: dict[str, str] = field(default_factory=dict)
    """What was written out, and the very letters that it stands for."""
    told: dict[str, Span] = field(default_factory=dict)
    """The same, and the words of the line that it stands for."""

    @cached_property
    def text(self) -> str:
        return self.typed.text

    @cached_property
    def now(self) -> datetime:
        return self.typed.now

    @cached_property
    def line(self) -> Line:
        return self.typed.line

    @cached_property
    def cues(self) -> Cues:
        return self.typed.cues

    @property
    def when(self) -> When:
        return self.typed.when

    @property
    def turnout(self) -> Turnout:
        return self.typed.turnout

    @property
    def all(self) -> Span:
        return 0, len(self.line)

    def has(self, *sorts: str) -> bool:
        return self.cues.has(*sorts)

    def only(self, *sorts: str, more: set[int] | None = None) -> bool:
        """At least one of these cues, and nothing else but politeness."""
        return self.has(*sorts) and self.cues.covered(self.all, *sorts, more=more)

    def words(self, start: int, end: int) -> str:
        written = written_out(self.line, start, end)
        self.quotes[written] = self.line.piece(start, end)
        self.told[written] = start, end
        return written

    def clause(self, n: int) -> Span | None:
        return self.cues.clauses[n] if n < len(self.cues.clauses) else None

    @cached_property
    def promises(self) -> bool:
        """«khi nào xong em báo» promises, «khi nào em báo» asks."""
        _, start = phrases("answers", "topics").tag(self.line, 0)
        if not self.has("question") or "?" in self.text or not start:
            return False
        selves = group("answers", "self")
        who = next((i for i, w in enumerate(self.line.words) if w.bare in selves), 0)
        opened = (start, who)
        return who > start and not self.cues.covered(opened) and self.hands_in(who)

    def hands_in(self, i: int) -> bool:
        """Does the line end with «em báo», «em gửi nhé», and nothing that says it is over?"""
        rest = (i, len(self.line))
        told = any(w.bare in ("roi", "r", "da") for w in self.line.words[i:])
        return not told and self.cues.within(rest, "submit") and self.cues.covered(rest, "submit")

    @property
    def _answers_later(self) -> bool:
        """«khi mô ra trạm tui nói cho»: whenever that may be."""
        asked = self.cues.spans.get("question", ())
        whenever = all(self.line.bare_at(a) in WHENEVER for a, _ in asked)
        return self.has("later_on") and whenever and "?" not in self.text

    @property
    def _finds_out(self) -> bool:
        """«để tôi hỏi lại xem nó gửi chưa»: it asks nobody here."""
        line = self.line
        looks = next((i for i, w in enumerate(line.words) if w.bare in ("xem", "coi")), 0)
        opened = (i for i in range(looks) if line.text_at(i) in ("để", "de"))
        asked = any(line.bare_at(i + 2) == "hoi" for i in opened)
        return asked and "?" not in self.text and not self.has("question")

    @property
    def _depends(self) -> bool:
        """«còn tùy con có người trông hay không»: it is not settled, and nobody is asked."""
        bares = [word.bare for word in self.line.words]
        open_yet = {"tuy", "phu"} & set(bares) and ("hay", "khong") in pairwise(bares)
        return bool(open_yet) and "?" not in self.text

    @cached_property
    def asks(self) -> bool:
        """Is it a question?"""
        if self.promises or self._answers_later or self._finds_out:
            return False
        if self._depends:
            return False
        if self.has("question") or self._alternatives:
            return True
        last = len(self.line) - 1
        if self.line.accented and self.line.text_at(last) in ("à", "hả", "ư"):
            return True
        while last > 0 and self._trails(last):
            last -= 1
        ends = {b - 1: a for a, b in self.cues.spans.get("ask_end", ())}
        if last == 1 and self.line.bare_at(0) == "da" and self.line.bare_at(1) == "chua":
            return False  # «dạ chưa ạ» answers
        broken = self.line.text_at(last) == "hong" and self.line.bare_at(last - 1) in group(
            "answers", "broken_before"
        )
        if last in ends and last > 0 and not (broken or self._sets_against(last)):
            bare = self.line.bare_at(last)
            still = {self.line.bare_at(i) for i in range(max(0, last - 3), last)}
            return bare != "chua" or not still & {"van", "con", "thi", "ma", "ra"}  # «hóa ra chưa»
        return self._ask_word(last)

    @cached_property
    def _alternatives(self) -> bool:
        """«nộp bản giấy hay bản mềm ạ»: one of two, and no figures that are only about so many."""
        line = self.line
        if self.has("not", "notyet", "done", "later") or bool(self.when):
            return False
        joins = (i for i in range(1, len(line) - 1) if line.text_at(i) == "hay")
        return any(self._named_both(i) for i in joins)

    def _named_both(self, i: int) -> bool:
        before, after = self.line.words[i - 1], self.line.words[i + 1]
        often = before.bare in group("answers", "self")  # «em hay đi»
        praised = after.bare in group("answers", "praising") or before.bare == "rat" or often
        return not praised and before.text.isalpha() and after.text.isalpha()

    def _sets_against(self, last: int) -> bool:
        """«152 xong, 153 chưa», «việc kia xong rồi, việc này chưa»: not the other."""
        clauses = self.cues.clauses
        if len(clauses) < 2 or self.line.bare_at(last) != "chua":
            return False
        told = any(self.cues.within(clause, "done") for clause in clauses[:-1])
        return told and clauses[-1][1] - clauses[-1][0] <= 4

    def _trails(self, i: int) -> bool:
        bare = self.line.bare_at(i)
        if self.line.text_at(i) == "ảnh":
            return False
        return bare in group("answers", "question_tail") or not bare[:1].isalnum()

    def _ask_word(self, last: int) -> bool:
        """«gì», «đâu», «ai» ask where they are marked, or stand at the end."""
        if self.has("not", "notyet"):
            return False  # «chưa làm gì cả», «không ai đi»
        for a, b in self.cues.spans.get("ask_word", ()):
            word = self.line.words[a]
            if word.bare == "hoi" and (
                self.has("later") or self.line.bare_at(b) in ("lai", "sau")
            ):
                continue  # «để em hỏi lại» asks nobody here
            wished = self.line.text_at(a - 1) == "ước"  # «ước gì»
            wished = wished or (word.bare == "sao" and self.line.bare_at(a - 1) == "biet")
            if (
                self._about_a_figure(a, b)
                or self._visits_or_whoever(a)
                or self._in_case(a, b)
                or self.line.bare_at(b) in ("cung", "ngo")
                or wished
            ):
                continue  # «40 gì đó», «có gì em hỏi lại», «ai cũng đi», «ai ngờ»
            marked = word.bare == "ai" or (word.marked and word.text not in ("nào", "mấy", "à"))
            if marked or (
                b - 1 == last and a > 0 and word.bare not in ("a", "hoi", "rua", "mo", "rang")
            ):
                return True
        return False

    def _visits_or_whoever(self, a: int) -> bool:
        """«ăn hỏi», «thăm hỏi» and «xem có ai thì giao» ask nobody; nor does «hỏi o Hoa ấy»."""
        before = self.line.bare_at(a - 1)
        if self.line.bare_at(a) == "hoi":
            sent = a == 0 and any(word.bare in SENT_ON for word in self.line.words[2:])
            return before in VISITS or (sent and not self.has("question"))
        looked = self.line.bare_at(a - 2) in ("xem", "coi")
        then = any(word.bare == "thi" for word in self.line.words[a:])
        return self.line.bare_at(a) == "ai" and before == "co" and looked and then

    def _about_a_figure(self, a: int, b: int) -> bool:
        """«40 gì đó», «30-40 ng gì á»."""
        figure = any(self.line.bare_at(i).isdecimal() for i in (a - 1, a - 2))
        return figure and phrases("figures", "approximate_after").at(self.line, a)[1] > b

    def _in_case(self, a: int, b: int) -> bool:
        """«có gì em hỏi lại», «có gì thì báo»: whatever it may be."""
        after = self.line.bare_at(b)
        opened = self.line.bare_at(a - 1) == "co" and self.line.bare_at(a) == "gi"
        who = after in group("answers", "self") or (after in ELDERS and b + 2 < len(self.line))
        return opened and (after == "thi" or who) and self.line.bare_at(b + 1) != "oi"


def stamp(moment: date | datetime | None) -> str | None:
    """As the tables write it: 2026-11-23 or 2026-11-23T17:00."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return day_of(moment).isoformat() if moment else None
