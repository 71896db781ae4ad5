"""Sure, asked, or not understood: nothing acts wrongly, and what is common is never asked."""

import csv
from cProfile import Profile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language import Context, reply, turnout, when
from language.answers.replies.reply import reply_to
from language.answers.replies.typed import Typed
from language.certainty.certain import (
    Certainty,
    certainty_of,
    certainty_of_day,
    certainty_of_figures,
)
from language.certainty.listed import acts
from language.check.tables import REPLY_DUE, reply_clock
from language.line.fold import bare
from tests.helpers.lines import CONTEXTS, NOW, SEEDS, TYPED, anything

HERE = Path(__file__).parent
LOUD = (
    "đáng lẽ",
    "nếu",
    "dự kiến",
    "lần trước",
    "bên khu 4 nói",
    "hình như",
    "nghe nói",
    "mong là",
)
AFTER = ("?", "thì sao", "được không", "phải không", "nhưng thôi")


class Row(NamedTuple):
    kind: str
    context: Context
    text: str
    right: tuple[str, ...]


class Said(NamedTuple):
    intent: str
    sure: Certainty


@cache
def rows() -> tuple[Row, ...]:
    with (HERE / "our_kinds.csv").open(encoding="utf-8", newline="") as opened:
        return tuple(
            Row(r["kind"], cast(Context, r["context"]), r["text"], tuple(r["right"].split("|")))
            for r in csv.DictReader(opened)
        )


@cache
def said(text: str, context: Context) -> Said:
    typed = Typed(text, reply_clock(context))
    due = REPLY_DUE if context == "assignment" else None
    found = reply_to(typed, context, due)
    return Said(found.intent, certainty_of(found, typed, context, due))


def test_no_line_acts_wrongly() -> None:
    wrong = [
        (row, said(row.text, row.context))
        for row in rows()
        if said(row.text, row.context).sure.sure
        and said(row.text, row.context).intent not in row.right
        and said(row.text, row.context).intent in acts()
    ]
    assert not wrong


def test_nearly_every_line_is_right_or_asked_with_the_right_choice() -> None:
    useless = [row for row in rows() if not _useful(row)]
    assert len(useless) <= 0.04 * len(rows()), useless


def _useful(row: Row) -> bool:
    intent, sure = said(row.text, row.context)
    return bool(set(sure.choices) & set(row.right)) if sure.level == "ask" else intent in row.right


def test_what_is_common_is_not_asked() -> None:
    common = [row for row in rows() if row.kind == "common"]
    asked = [row.text for row in common if not said(row.text, row.context).sure.sure]
    assert len(common) > 100
    assert not asked


def test_at_most_three_are_offered_and_each_may_be_meant() -> None:
    for row in rows():
        sure = said(row.text, row.context).sure
        offered = sure.choices
        assert len(offered) <= 3
        assert sure.level != "ask" or not {"noise", "unknown"} & set(offered), row.text
        assert len(set(offered)) == len(offered)


@pytest.mark.parametrize("loud", LOUD)
def test_a_loud_word_makes_no_line_act(loud: str) -> None:
    for row in rows():
        was = said(row.text, row.context)
        if not was.sure.sure or was.intent not in acts():
            continue
        for typed in (f"{loud} {row.text}", bare(f"{loud} {row.text}")):
            now = said(typed, row.context)
            assert not (now.sure.sure and now.intent == was.intent), typed


@pytest.mark.parametrize("loud", AFTER)
def test_nor_does_one_at_its_end(loud: str) -> None:
    for row in rows():
        was = said(row.text, row.context)
        now = said(f"{row.text} {loud}", row.context)
        wished = was.intent in ("extend", "change_point")
        wish = wished and loud == "được không"  # the polite way to ask for it
        acted = was.sure.sure and was.intent in acts() and not wish
        assert not (acted and now.sure.sure and now.intent == was.intent), (row.text, loud)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("45 người, 12 cuốc", ("12",)),
        ("45 người 3 lần", ("3",)),
        ("45 người, dọn 2 km đường", ()),
        ("thứ 7 có 45 người", ()),
    ],
)
def test_a_figure_that_nobody_took_is_named(text: str, left: tuple[str, ...]) -> None:
    sure = certainty_of_figures(Typed(text, NOW))
    assert sure.left_figures == left
    assert sure.level == ("ask" if left else "sure")


@pytest.mark.parametrize(
    ("quiet", "loud"),
    [
        ("28/35 có mặt, em đang chạy xe về", "28 người đang trên đường tới"),
        ("27 có mặt, 3 vắng vì đang trực", "27 người, tụi em đang trên đường"),
        ("mưa mà vẫn ra được 29 người", "29 người đăng ký, mưa mà vẫn đi"),
        ("không hoãn ạ, 30 người", "hoãn sang CN, 28 người báo đi được"),
        ("bên phụ nữ 12, bên đoàn 15", "bên công an 15 người"),
        ("phụ nữ 12, còn bên đoàn 10", "phụ nữ 12, còn bên đoàn"),
        ("xong sớm nên về sớm, 24 người", "24 người, về sớm"),
        ("20 người, rác thì được tám bao", "trời tạnh thì được 20 người"),
        ("đi 30, mấy bác hàng xóm cũng ra", "đi 30, sao có mấy"),
        ("vắng 3, có 30, xin phép từ hôm trước", "từ hôm trước đến nay 30 người"),
        ("không ai vắng, 34 người", "không ai, 34 người"),
        ("cần gì gọi em 0912 345 678, 21 người", "cần gì không, 21 người"),
        ("vắng 4, còn lại 20 có mặt", "vắng 4, còn lại đi đủ"),
        ("hai mươi tám người", "tạm 28 người"),
        ("9000 người", "15000 người"),
    ],
)
def test_what_is_told_beside_the_figures_is_quiet(quiet: str, loud: str) -> None:
    assert certainty_of_figures(Typed(quiet, NOW)).level == "sure"
    assert certainty_of_figures(Typed(loud, NOW)).level == "ask"


def test_a_second_reader_only_makes_a_line_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = Typed("xong", NOW)
    found = reply_to(typed, "assignment")
    assert certainty_of(found, typed, "assignment").sure
    monkeypatch.setattr("language.certainty.certain.disagrees", lambda *_: True)
    doubted = certainty_of(found, typed, "assignment")
    assert (doubted.level, doubted.choices[:1]) == ("ask", ("done",))


# --- the words that a reader used -------------------------------------------


@settings(max_examples=60, deadline=None)
@given(anything | st.sampled_from(TYPED), st.sampled_from(CONTEXTS))
def test_used_words_lie_in_the_line_and_do_not_overlap(text: str, context: Context) -> None:
    found = reply(text, context, now=NOW)
    for used in (found.used, found.noted, turnout(text).used, when(text, NOW).used):
        ends = [0, *(end for _, end in used)]
        assert all(before <= a < b for before, (a, b) in zip(ends, used, strict=False))
        assert not used or used[-1][1] <= len(text)


def test_an_answer_names_its_words() -> None:
    text = "xong 147 rồi ạ, em gửi Zalo"
    found = reply(text, "assignment", now=NOW)
    assert [text[a:b] for a, b in found.used] == ["xong 147"]
    assert [text[a:b] for a, b in found.noted] == ["em gửi Zalo"]


def test_a_day_and_a_figure_name_their_words() -> None:
    day = when("gửi chị trước thứ 6 nhé", NOW)
    assert ["gửi chị trước thứ 6 nhé"[a:b] for a, b in day.used] == ["trước thứ 6"]
    report = turnout("có 45 người, 12 cuốc")
    assert ["có 45 người, 12 cuốc"[a:b] for a, b in report.used] == ["có 45 người,"]


@pytest.mark.parametrize(
    "text",
    [
        "mấy hôm nữa khỏe tôi làm",
        "mai mot ranh em qua",
        "xin lùi lại hai ngày so với hạn cũ",
        "lùi thêm 3 hôm nhé chị",
        "hôm sau em nộp",
        "t8 tuần sau",
    ],
)
def test_what_is_put_off_without_a_day_is_asked(text: str) -> None:
    found = when(text, NOW)
    assert (found.kind, certainty_of_day(found, NOW)) == ("none", "ask")


@pytest.mark.parametrize("seed", [*SEEDS, "nếu ", "đâu ", "chị Hoa ", "không xong "])
def test_a_hostile_line_takes_no_longer_than_its_length(seed: str) -> None:
    """Counted in calls: so many a letter, however long the line is."""

    def calls(length: int) -> int:
        typed = Typed((seed * 4096)[:length], datetime(2026, 11, 23, 7, tzinfo=NOW.tzinfo))
        found, counted = reply_to(typed, "turnout"), Profile()
        counted.runcall(certainty_of, found, typed, "turnout")
        return sum(one.callcount for one in counted.getstats())

    calls(100)  # the word lists are read in once
    assert calls(1000) < 100 * 1000
    assert calls(4000) < 100 * 4000
