"""The words of a line, and all that is read of them whatever they may be an answer to."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from language.answers.replies.cues import Cues, Span
from language.dates.moments import Calendar, When
from language.dates.when import when_in
from language.figures.headcount import Turnout
from language.figures.turnout import turnout_in
from language.line.patterns import spelt
from language.line.phrases import phrases
from language.line.restore import read
from language.line.vocabulary import group
from language.line.words import Line

SENT_ON = ("ay", "nhe", "nha", "di", "no", "kia")
VISITS = ("an", "dam", "tham", "hoc", "le")
WHENEVER = ("khi", "bao", "luc", "chung")
TELLS = ("bao", "tra", "noi", "nhan", "thong")
KNOWS, NOT_KNOWN, KNOWN_NEAR = (
    ("biet", "ro", "hay"),
    ("chua", *spelt("không"), "cha", "chang"),
    3,
)
LATER_TODAY = ("toi", "mai", "chieu", "lat", "ti", "nua")
PROMISED_WITH, FEW_WORDS = ("lai", "sau", "nhe", "a", "nha", "so", "lien", "luon"), 5
COMPARED = ("gan", "xa", "nhanh", "tien", "som", "muon", "tot", "khoe", "nhieu", "it")
TENS = ("chuc", "tram")
EXCLAIMS = ("o", "ua", "a")
CALLS, CALLED_NEAR = ("goi", "alo", "nhan", "he"), 4
ELDERS = ("anh", "chi", "bac", "co", "chu")


@dataclass
class Typed:
    """Each thing is read once, however often and under whatever it is asked."""

    text: str
    now: datetime
    calendar: Calendar | None = None
    of_own_work: bool = False
    """It names work of whoever says it, and accuses nobody: «xong 139, 8 hộ đã nhận tiền»."""

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

    @property
    def all(self) -> Span:
        return 0, len(self.line)

    def has(self, *sorts: str) -> bool:
        return self.cues.has(*sorts)

    def only(self, *sorts: str, more: set[int] | None = None) -> bool:
        """At least one of these cues, and nothing else but politeness."""
        return self.has(*sorts) and self.cues.covered(self.all, *sorts, more=more)

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
        bares = {word.bare for word in self.line.words}
        return (
            bool({"tuy", "phu"} & bares) and bool({"hay", "co"} & bares) and "?" not in self.text
        )

    @property
    def _leaves_open(self) -> bool:
        """«để tôi xem thế nào rồi báo», «chưa rõ mấy người», «có nhận hay không mai tôi sẽ báo»:
        it is not known yet, and nobody is asked."""
        if "?" in self.text:
            return False
        if self._does_not_know or self.tells_when_counted:
            return True
        return self.has("wonders") or any(
            self.line.bare_at(a) == "hay" and self._told_by_me(b)
            for a, b in self.cues.spans.get("question", ())
        )

    @property
    def _does_not_know(self) -> bool:
        """«xin thêm ít hôm, chưa biết bao giờ mới xong»: more time is asked for, and no more."""
        line = self.line
        unknown = (i for i in range(1, len(line)) if line.bare_at(i) in KNOWS)
        denied = (i for i in unknown if line.bare_at(i - 1) in NOT_KNOWN)
        asked = [a for a, _ in self.cues.spans.get("question", ())]
        return self.has("extend", "extend_to") and any(
            i - 1 <= a <= i + KNOWN_NEAR for i in denied for a in asked
        )

    @property
    def tells_when_counted(self) -> bool:
        """«hai mươi hay hai lăm thì tôi chốt lại rồi tôi báo»: at the end a promise, not «để em
        báo», which asks first."""
        said = [w.bare for w in self.line.words if w.text[0].isalpha()]
        while said and said[-1] in PROMISED_WITH:
            said.pop()
        if len(said) < FEW_WORDS or said[-1] not in (*TELLS, "chot"):
            return False
        mine = set(group("answers", "self"))
        who = said[-2] in (*mine, "se", "moi", "roi") and bool(mine & set(said[1:-1]))
        return who and bool({"roi", "xong", "thi"} & set(said[:-1]) or said[-3] in LATER_TODAY)

    def _told_by_me(self, start: int) -> bool:
        """«… tôi sẽ báo», to the end of the line."""
        rest = [self.line.bare_at(i) for i in range(start, len(self.line))]
        promised = any(one in TELLS for one in rest[rest.index("se") :]) if "se" in rest else False
        return promised and bool(set(rest) & set(group("answers", "self")))

    @cached_property
    def asks(self) -> bool:
        """Is it a question?"""
        if self.promises or self._answers_later or self._finds_out:
            return False
        if self._depends or self._leaves_open:
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
        broken = self.line.text_at(last) == "hong" and (
            self.line.bare_at(last - 1) in group("answers", "broken_before")
            or self._tells_what_hinders(last)
        )
        over = self.line.text_at(last) == "hon" and self._more_so(last)
        if last in ends and last > 0 and not (broken or over or self._sets_against(last)):
            bare = self.line.bare_at(last)
            still = {self.line.bare_at(i) for i in range(max(0, last - 3), last)}
            # «hóa ra chưa», «còn mỗi chữ ký là chưa có»
            return bare != "chua" or not still & {"van", "con", "thi", "ma", "ra", "la"}
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
        often = often or (i == 1 and before.bare in EXCLAIMS)  # «ơ hay»
        praised = after.bare in group("answers", "praising") or before.bare == "rat" or often
        return not praised and before.text.isalpha() and after.text.isalpha()

    def _sets_against(self, last: int) -> bool:
        """«152 xong, 153 chưa», «việc kia xong rồi, việc này chưa»: not the other."""
        clauses = self.cues.clauses
        if len(clauses) < 2 or self.line.bare_at(last) != "chua":
            return False
        told = any(self.cues.within(clause, "done") for clause in clauses[:-1])
        return told and clauses[-1][1] - clauses[-1][0] <= 4

    def _more_so(self, last: int) -> bool:
        """«chắc 8h hon», «gan nha hon» are «hơn»."""
        near = {self.line.bare_at(i) for i in (last - 1, last - 2)}
        return bool(near & set(COMPARED)) or any(
            mark.kind == "clock" and mark.end == last for mark in self.cues.marks
        )

    def _trails(self, i: int) -> bool:
        bare = self.line.bare_at(i)
        if self.line.text_at(i) == "ảnh":
            return False
        return bare in group("answers", "question_tail") or not bare[:1].isalnum()

    def _tells_what_hinders(self, last: int) -> bool:
        """«154 vuong loa hong» is broken; «co vuong viec nay hong», «vuong gi hong» ask."""
        said = [self.line.bare_at(i) for i in range(last)]
        behind = said[said.index("vuong") + 1 :] if "vuong" in said else []
        return bool(behind) and not {"co", "con", "gi", "ai", "nao", "nua", "mac"} & set(said)

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
                or (word.bare == "ai" and self.line.bare_at(b) == "khac")
                or wished
                or (word.text == "hon" and self._more_so(a))
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
        if self.line.bare_at(a) == "dau" and before == "om":
            return True  # «vi om dau»
        if self.line.bare_at(a) == "hoi":
            sent = a == 0 and any(word.bare in SENT_ON for word in self.line.words[2:])
            return before in VISITS or (sent and not self.has("question"))
        looked = self.line.bare_at(a - 2) in ("xem", "coi")
        then = any(word.bare == "thi" for word in self.line.words[a:])
        return self.line.bare_at(a) == "ai" and before == "co" and looked and then

    def _about_a_figure(self, a: int, b: int) -> bool:
        """«40 gì đó», «30-40 ng gì á», «ba chục chị gì đấy»."""
        before = {self.line.bare_at(i) for i in range(max(0, a - 3), a)}
        figure = any(map(str.isdecimal, before)) or bool(before & set(TENS))
        return figure and phrases("figures", "approximate_after").at(self.line, a)[1] > b

    def _calls(self, b: int) -> bool:
        called = range(b, min(len(self.line), b + CALLED_NEAR))
        return any(self.line.bare_at(i) in CALLS for i in called)

    def _in_case(self, a: int, b: int) -> bool:
        """«có gì em hỏi lại», «có gì thì báo», «cần gì gọi em»: whatever it may be."""
        after = self.line.bare_at(b)
        if self.line.bare_at(a - 1) in ("can", "co") and self._calls(b):
            return True
        opened = self.line.bare_at(a - 1) == "co" and self.line.bare_at(a) == "gi"
        who = after in group("answers", "self") or (after in ELDERS and b + 2 < len(self.line))
        return opened and (after == "thi" or who) and self.line.bare_at(b + 1) != "oi"
