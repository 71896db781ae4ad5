"""Learns the second reader's weights: `python -m tests.language.second_training`, in minutes.

It stands beside the tables that it learns from, and away from the program, which never needs
scikit-learn. It writes `language/second.bin`, how each row was ranked while its hand was held
out, and a few decisions of the model before its weights were made small.
"""

import csv
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, sqrt
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from language import second
from language.check.accuracy import PLACES
from language.check.second_opinion import ACTS, HELD_OUT, Labelled, grammar, labelled
from language.line.fold import bare
from language.second import BUCKETS, features, lead_over

WEIGHTS = Path(second.__file__).with_name("second.bin")
TRAINED = HELD_OUT.with_name("second_trained.csv")
CONTEXTS = ("assignment", "turnout", "activity", "none")
ALLOWED = 0.03
"""So many of the right and sure lines may be asked because the model doubts them."""
STRENGTH = 8.0
STRETCH = 300
"""A table that grew in waves is split into stretches of so many rows, each held out alone."""
BORROWED = 0.3
"""What a line of another context counts, where it means what can be meant here too."""
FIGURES = 0.3
"""What a line of figures counts: there are many, and all of one kind."""
SELDOM = 3
"""What is meant less often under a context cannot be learnt there."""
NOT_SHARED = ("unknown", "noise")
FIGURES_MEAN = {"ok": "turnout", "delta": "turnout", "fix": "correction"}
UNMET = ("second_hand", *(f"stranger_{n}" for n in range(1, 5)))
"""Tables that the grammar was not built on; each is one person's."""
Ranked = tuple[Labelled, Sequence[tuple[str, float]]]
SHORTS = {
    "không": ("ko", "k", "hk"),
    "được": ("đc", "dc"),
    "rồi": ("r", "rùi"),
    "em": ("e",),
    "anh": ("a",),
    "chị": ("c",),
    "người": ("ng",),
    "gì": ("j",),
    "vậy": ("v",),
    "với": ("vs",),
    "nhé": ("nha",),
    "làm": ("lm",),
    "đang": ("đag",),
    "hôm nay": ("hnay",),
    "xong": ("xog",),
    "báo cáo": ("bc",),
    "đăng ký": ("dk", "đk"),
    "phụ nữ": ("pn",),
    "thanh niên": ("tn",),
}
TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
SHAPES = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}


def rows(folders: Iterable[Path]) -> list[tuple[Labelled, float]]:
    """Every labelled row that is there, and what it counts."""
    found = []
    for folder in folders:
        found += [(row, 1.0) for row in stretches(labelled(folder))]
        found += [(row, FIGURES) for row in stretches(figures(folder))]
    seen = Counter((row.context, row.intent) for row, _ in found)
    return [(row, counts) for row, counts in found if seen[row.context, row.intent] >= SELDOM]


def stretches(labelled_rows: Iterable[Labelled]) -> Iterator[Labelled]:
    """Whoever wrote a whole table is held out whole, however many ways of typing are in it."""
    seen: dict[str, int] = {}
    for row in labelled_rows:
        seen[row.table] = seen.get(row.table, -1) + 1
        stretch = 0 if row.table in UNMET else seen[row.table] // STRETCH
        yield replace(row, hand=f"{row.table} {stretch}")


def figures(folder: Path) -> Iterator[Labelled]:
    """The tables of figures, as answers to «how many came?»."""
    for path in sorted(folder.glob("*turnout*.csv")):
        with path.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                if meant := FIGURES_MEAN.get(row["status"]):
                    yield Labelled(row["text"], "turnout", meant, path.stem, path.stem)


# the same line, as others type it


def ways(text: str) -> list[str]:
    """As it stands, then without marks, shortened, with the Vietnamese keyboard off."""
    short = shortened(text.lower(), random.Random(text))
    return [text, bare(text), short, bare(short), *([] if text.isascii() else [telex(text)])]


def shortened(text: str, chance: random.Random) -> str:
    for word, shorts in SHORTS.items():
        if chance.random() < 0.6:
            text = re.sub(rf"\b{word}\b", chance.choice(shorts), text)
    return text


def telex(text: str) -> str:
    return re.sub(r"\w+", lambda found: _telex_word(found[0]), text.lower())


def _telex_word(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tone = next((TONES[sign] for sign in apart if sign in TONES), "")
    plain = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    return "".join(SHAPES.get(letter, letter) for letter in plain) + tone


# learning


@dataclass(frozen=True)
class Learnt:
    intents: Sequence[str]
    bias: Sequence[float]
    weights: np.ndarray  # one row of buckets for each intent

    def ranked(self, x: csr_matrix) -> Sequence[tuple[str, float]]:
        scores = (x @ self.weights.T).ravel() + self.bias
        return sorted(zip(self.intents, map(float, scores), strict=True), key=lambda s: -s[1])


class Lesson:
    """All rows in all their ways, cut once, and what is learnt from some of them."""

    def __init__(self, told: Sequence[tuple[Labelled, float]]) -> None:
        self.rows = [row for row, _ in told]
        typed = [ways(row.text) for row in self.rows]
        self.x = matrix([way for many in typed for way in many])
        self.of = np.repeat(np.arange(len(told)), [len(many) for many in typed])
        self.first = np.cumsum([0, *(len(many) for many in typed)])[:-1]
        self.counts = np.concatenate(
            [counts * np.array([1.0] + [0.5] * (len(many) - 1))
             for (_, counts), many in zip(told, typed, strict=True)]
        )  # fmt: skip

    @cached_property
    def intents(self) -> dict[str, list[str]]:
        return {c: sorted({r.intent for r in self.rows if r.context == c}) for c in CONTEXTS}

    def learn(self, context: str, without: str = "") -> Learnt:
        known = self.intents[context]
        here = np.array([self._counts_here(row, context, without) for row in self.rows])
        counts = self.counts * here[self.of]
        meant = np.array([row.intent for row in self.rows])[self.of]
        used = counts > 0
        model = LogisticRegression(C=STRENGTH, max_iter=60, tol=1e-3)
        model.fit(self.x[used], meant[used], sample_weight=counts[used])
        assert set(model.classes_) <= set(known)
        return Learnt(list(model.classes_), model.intercept_, model.coef_)

    def _counts_here(self, row: Labelled, context: str, without: str) -> float:
        if row.hand == without:
            return 0.0
        if row.context == context:
            return 1.0
        shared = row.intent in self.intents[context] and row.intent not in NOT_SHARED
        return BORROWED if shared else 0.0

    def held_out(self) -> Iterator[Ranked]:
        """Every row, ranked by what was learnt from all other hands."""
        for hand, context in sorted({(row.hand, row.context) for row in self.rows}):
            learnt = self.learn(context, without=hand)
            sys.stderr.write(f"{hand}, {context}\n")
            for row, at in zip(self.rows, self.first, strict=True):
                if (row.hand, row.context) == (hand, context):
                    yield row, learnt.ranked(self.x[at])


def matrix(texts: Sequence[str]) -> csr_matrix:
    found = [features(text) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    values = np.concatenate([np.full(len(one), 1 / sqrt(len(one))) for one in found])
    return csr_matrix((values, np.concatenate(found), ends), shape=(len(texts), BUCKETS))


# what is kept of it


def margin_of(ranked: Sequence[Ranked]) -> float:
    """How far the model must lead before a sure reading is asked: no more than so many right.

    Neither of the lines that the grammar was built on, nor of those that it had never met.
    """
    leads: dict[bool, list[float]] = {True: [], False: []}
    for row, order in ranked:
        read, sure = grammar(row)
        if sure and read == row.intent and read in ACTS and "turnout" not in row.table:
            leads[row.table in UNMET].append(lead_over(read, order))
    return max(map(_beyond, leads.values()))


def _beyond(leads: Sequence[float]) -> float:
    ordered = sorted(leads, reverse=True)
    return ceil(1000 * ordered[int(ALLOWED * len(ordered))]) / 1000


def write_weights(learnt: dict[str, Learnt], margin: float) -> None:
    """A line of JSON, then each intent's column, a byte a bucket."""
    head, body = {}, b""
    for context, one in learnt.items():
        scale = float(np.abs(one.weights).max()) / 127
        head[context] = {
            "intents": list(one.intents),
            "bias": [round(float(b), 4) for b in one.bias],
            "scale": scale,
            "margin": margin,
        }
        body += np.rint(one.weights / scale).astype(np.int8).tobytes()
    WEIGHTS.write_bytes(json.dumps(head).encode() + b"\n" + body)


def write_held_out(ranked: Sequence[Ranked], margin: float) -> None:
    """The first intents in order, and how many of them lie within the margin."""
    kept = {}
    for row, order in ranked:
        within = sum(order[0][1] - score <= margin for _, score in order)
        names = [intent for intent, _ in order[: max(3, within)]]
        kept.setdefault(row.key, (within, " ".join(names)))
    _write(HELD_OUT, ("key", "within", "ranked"), ((k, *v) for k, v in sorted(kept.items())))


def write_decisions(lesson: Lesson, learnt: dict[str, Learnt]) -> None:
    some = range(0, len(lesson.rows), 61)
    decided = []
    for i in some:
        row = lesson.rows[i]
        first, score = learnt[row.context].ranked(lesson.x[lesson.first[i]])[0]
        decided.append((row.text, row.context, first, round(score, 3)))
    _write(TRAINED, ("text", "context", "first", "score"), decided)


def _write(path: Path, head: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        out = csv.writer(opened, lineterminator="\n")
        out.writerow(head)
        out.writerows(lines)


def main(folders: Iterable[Path]) -> None:
    lesson = Lesson(rows(folders))
    ranked = list(lesson.held_out())
    margin = margin_of(ranked)
    learnt = {context: lesson.learn(context) for context in CONTEXTS}
    write_weights(learnt, margin)
    write_held_out(ranked, margin)
    write_decisions(lesson, learnt)


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]] or PLACES)
