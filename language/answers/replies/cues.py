"""Finds in an answer the words that show what the person wants: «xong», «chưa», «gia hạn»."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from language.dates.mark import Mark
from language.dates.marks import marks_of
from language.line.fold import bare
from language.line.phrases import phrases
from language.line.vocabulary import book, group
from language.line.words import Line

TIMES = (
    "weekday",
    "date",
    "offset",
    "clock",
    "part",
    "part_day",
    "month_day",
    "week",
    "next",
    "filler",
    "bound",
)
NEAR = 5
SPOKEN_TO = ("em", "e", "anh")
SAID_WITH = (
    *(("urged", tag) for tag in ("not", "refuse", "future", "ask_end", "decline", "stop")),
    ("left_to_me", "partly"),
)
"""«không phải giục nữa» denies nothing, «yên tâm» without marks is no «tạm»."""
Span = tuple[int, int]


@dataclass
class Cues:
    """The cues of one line, by sort, with the words they cover."""

    line: Line

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        listed = phrases("answers", "cues")
        for i, word in enumerate(self.line.words):
            if self._is_a_unit(i):
                continue  # 500k, «180 kg»
            if word.text == "ban" and self._no_excuse(i):
                continue
            other = self._no_storm(i) or is_called(self.line, i)
            for tag, end in listed.all_at(self.line, i):
                if (other and end == i + 1) or self._says_nothing(tag, i, end):
                    continue
                found.setdefault(tag, []).append((i, end))
        for longer, tag in SAID_WITH:
            spans = found.pop(tag, []) if longer in found else []
            if left := [span for span in spans if not _inside(span, found[longer])]:
                found[tag] = left
        return found

    def _is_a_unit(self, i: int) -> bool:
        word = self.line.words[i]
        behind = i > 0 and self.line.words[i - 1].digits
        return behind and (word.text == "kg" or (word.text == "k" and word.glued))

    def _says_nothing(self, tag: str, i: int, end: int) -> bool:
        """«chưa in được cái nào cả» asks nothing, «xong rồi em nhé» promises nothing."""
        if tag == "not" and self.line.text_at(i) == "dung":
            return self.line.bare_at(i - 1) in ("ai", "dang", "su")  # «ai dùng»
        if tag == "question":
            return self._none_at_all(i, end) or self.line.bare_at(end) == "cung"
        if tag == "opinion" and self.line.bare_at(i) == "y":
            return self.line.bare_at(i - 1) in ("hoi", "xin", "lay")  # «hỏi ý kiến sếp đã»
        if tag == "partly" and self.line.text_at(i) in ("phần", "phan"):
            return self.line.bare_at(end) in ("mo", "qua", "thuong")  # «87 phần mộ»
        return tag == "future" and self._ends_with_whom(i, end)

    def _none_at_all(self, i: int, end: int) -> bool:
        """«cái nào cả», «chưa nhìn thấy bản nào»."""
        if self.line.bare_at(end - 1) != "nao":
            return False
        before = {self.line.bare_at(j) for j in range(max(0, i - NEAR), i)}
        return self.line.bare_at(end) == "ca" or "chua" in before

    def _ends_with_whom(self, i: int, end: int) -> bool:
        """«xong rồi em nhé»: who is spoken to, not «xong rồi em báo»."""
        addressed = end > i + 1 and self.line.bare_at(end - 1) in SPOKEN_TO
        return addressed and all(j in self.polite for j in range(end, len(self.line)))

    def _no_excuse(self, i: int) -> bool:
        """«12 ban», «cac ban», «tieu ban», «ban ctmt» are no «bận»."""
        before, after = self.line.bare_at(i - 1), self.line.bare_at(i + 1)
        return (
            before.isdecimal()
            or before in group("answers", "no_excuse_after")
            or after in group("answers", "no_excuse_before")
        )

    def _no_storm(self, i: int) -> bool:
        """«20 bao», «bao rác», «bao nhiêu», «ti nua bao»: the word alone is no «bão»."""
        before = self.line.bare_at(i - 1)
        told = before.isdecimal() or before in group("answers", "no_storm_after")
        other = told or self.line.bare_at(i + 1) in group("answers", "no_storm_before")
        return self.line.text_at(i) == "bao" and other

    def has(self, *sorts: str) -> bool:
        return any(sort in self.spans for sort in sorts)

    def first(self, sort: str) -> Span | None:
        """The earliest and there the longest."""
        spans = self.spans.get(sort)
        return min(spans, key=lambda s: (s[0], -s[1])) if spans else None

    def denied(self, sort: str) -> bool:
        """«không vướng gì», «chưa hủy»: a «not» just before every such cue."""
        spans = self.spans.get(sort, ())
        nots = [s for kind in ("not", "notyet") for s in self.spans.get(kind, ())]
        outside = [b for a, b in nots if not any(x <= a and b <= y for x, y in spans)]
        first = [s for s in spans if not any(x < s[0] < y for x, y in spans)]
        return bool(first) and all(any(0 <= a - b <= 2 for b in outside) for a, _ in first)

    def within(self, part: Span, *sorts: str) -> bool:
        return any(part[0] <= a < part[1] for sort in sorts for a, _ in self.spans.get(sort, ()))

    @cached_property
    def polite(self) -> set[int]:
        return {i for _, a, b in phrases("answers", "polite").find(self.line) for i in range(a, b)}

    @cached_property
    def marks(self) -> list[Mark]:
        return marks_of(self.line)

    @cached_property
    def times(self) -> set[int]:
        return {i for m in self.marks if m.kind in TIMES for i in range(m.start, m.end)}

    def covered(self, part: Span, *sorts: str, more: set[int] | None = None) -> bool:
        """Is every word of the part one of these cues, or politeness?"""
        known = set(self.polite) | (more or set())
        for sort in sorts:
            for a, b in self.spans.get(sort, ()):
                known.update(range(a, b))
        return all(i in known or not _matters(self.line, i) for i in range(*part))

    @cached_property
    def clauses(self) -> list[Span]:
        """The line cut at commas and at «nhưng»; pieces of pure politeness are left out."""
        out, start = [], 0
        for i in range(len(self.line) + 1):
            if i == len(self.line) or self.wall(i):
                end = i - self._says_reason(i)
                if end > start and not self.covered((start, end)):
                    out.append((start, end))
                start = i + 1
        return out

    def _says_reason(self, i: int) -> bool:
        """«lý do chờ dấu»: the first word is none of what stands before it."""
        return self.line.bare_at(i) == "do" and self.line.bare_at(i - 1) in ("ly", "li")

    def wall(self, i: int) -> bool:
        if self.line.text_at(i) not in group("answers", "wall"):
            return False
        before, after = (
            i and self.line.words[i - 1],
            i + 1 < len(self.line) and self.line.words[i + 1],
        )
        return not (before and after and before.digits and after.digits and after.glued)


def is_called(line: Line, i: int) -> bool:
    """«ong Vuong chua ky», «chị Xong xin nghỉ»: the name of somebody who is spoken of."""
    if not i or not line.words[i].capital or line.bare_at(i - 1) not in _callings():
        return False
    return any(word.text.isalpha() and not word.capital for word in line.words[i + 1 :])


@cache
def _callings() -> frozenset[str]:
    return frozenset(bare(one) for one in book("names")["beside"]["called"])


def _inside(span: Span, longer: Iterable[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in longer)


def _matters(line: Line, i: int) -> bool:
    text = line.text_at(i)
    return text[0].isalnum()
