"""Whatever is proposed and merged in whatever order, the programme's numbers fit together."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.office_days import NOTICE, USUAL
from domain.programmes import YearChange, count
from domain.refusals import Refusal
from domain.visits import (
    MERGED,
    STAGES,
    How,
    Species,
    Visit,
    check_subject,
    check_together,
    check_window,
    due_of,
    late_notice,
    next_stage,
    ways_together,
)
from language.answers.supervision.outside_lines import outside_in
from language.answers.supervision.proposal_lines import is_private, proposal_in
from language.answers.supervision.visit_lines import signed_paper_in, visit_line, year_in
from language.reading import Reading
from tests.town import ICT

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)
TODAY = date(2026, 11, 19)
INSPECTION: dict[str, Any] = {"species": Species.INSPECTION}
OFF = [stage.code for stage in STAGES if stage.optional]


def visit(id_: int, **how: Any) -> Visit:
    plain = Visit(
        id_, f"GS-{id_:02}", 2026, Species.SUPERVISION, "proposed", 1, 1, 1,
        date(2026, 12, 1), date(2026, 12, 31), NOW,
    )  # fmt: skip
    return replace(plain, **how)


species = st.sampled_from(Species)
proposals = st.lists(
    st.builds(
        lambda species, org, body, theme: (species, org, body, theme),
        species,
        st.integers(1, 4),
        st.integers(1, 3),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=12,
)
wishes = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from(How)), max_size=20
)


def played(
    rows: list[tuple[Species, int, int, int]], asked: list[tuple[int, int, How]]
) -> list[Visit]:
    """Every wish is agreed to, where the rules let it be."""
    found = {
        n: visit(n, species=s, organisation_id=o, body_id=b, theme_id=t)
        for n, (s, o, b, t) in enumerate(rows)
    }
    for one, other, how in asked:
        if one not in found or other not in found:
            continue
        try:
            check_together(found[one], found[other], how)
        except Refusal:
            continue
        if how is How.TRIP:
            found[one] = replace(found[one], trip_id=other)
            continue
        found[one] = replace(found[one], stage=MERGED, kept_id=other, merged_at=NOW)
        for n, each in found.items():
            found[n] = replace(each, kept_id=other) if each.kept_id == one else each
    return list(found.values())


@given(proposals, wishes)
def test_nothing_is_saved_twice_and_nothing_is_lost(
    rows: list[tuple[Species, int, int, int]], asked: list[tuple[int, int, How]]
) -> None:
    visits = played(rows, asked)
    programme = count(visits, NOW)
    whole, own = programme.whole, programme.by_organisation.values()
    assert whole.proposed == len(rows) == whole.kept + whole.saved
    for name in ("proposed", "kept", "saved", "done", "doing", "trips"):
        assert sum(getattr(tally, name) for tally in own) == getattr(whole, name)
    known = {one.id: one for one in visits}
    for one in visits:
        assert one.kept_id is None or known[one.kept_id].kept_id is None, "no chains"
        assert one.kept_id is None or known[one.kept_id].species is Species.SUPERVISION


@given(species, species, st.booleans())
def test_what_may_become_one(one: Species, other: Species, same_theme: bool) -> None:
    first, second = visit(1, species=one), visit(2, species=other, theme_id=1 if same_theme else 2)
    ways = ways_together(first, replace(second, body_id=2))
    assert How.TRIP in ways
    assert (How.TEAM in ways) == (one is other is Species.SUPERVISION)
    assert (How.THEME in ways) == (one is other is Species.SUPERVISION and same_theme)
    assert ways == ways_together(replace(second, body_id=2), first)


@pytest.mark.parametrize(
    ("one", "other", "how", "code"),
    [
        ({}, {"stage": MERGED, "kept_id": 3}, How.TEAM, "visit_merged"),
        ({"stage": MERGED, "kept_id": 3}, {}, How.TRIP, "visit_merged"),
        ({}, {"stage": "dropped"}, How.TEAM, "visit_too_far"),
        ({}, {"stage": "sent"}, How.TRIP, "visit_too_far"),
        ({}, INSPECTION, How.TEAM, "visit_species"),
        (INSPECTION, INSPECTION, How.TEAM, "visit_charter"),
        ({}, {"theme_id": 2}, How.THEME, "visit_theme"),
    ],
)  # fmt: skip
def test_what_may_not(one: dict[str, Any], other: dict[str, Any], how: How, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_together(visit(1, **one), visit(2, **other), how)
    assert refused.value.code == code


def test_nothing_is_merged_with_itself() -> None:
    with pytest.raises(Refusal):
        check_together(visit(1), visit(1), How.TRIP)


def test_a_private_shop_is_no_subject_of_supervision() -> None:
    check_subject(Species.INSPECTION, private=True)
    check_subject(Species.SUPERVISION, private=False)
    with pytest.raises(Refusal):
        check_subject(Species.SUPERVISION, private=True)


@pytest.mark.parametrize(
    ("name", "private"),
    [
        ("Cửa hàng giả định C", True),
        ("cong ty TNHH A", True),
        ("CĐCS Công ty giả định A", False),
        ("UBND xã Vạn Ninh", False),
        ("Ban quản lý chợ", False),
    ],
)
def test_who_is_private(name: str, private: bool) -> None:
    assert is_private(name) is private


@given(st.sets(st.sampled_from(OFF)), species, st.booleans())
def test_every_visit_comes_to_its_end_step_by_step(
    off: set[str], kind: Species, hidden: bool
) -> None:
    one, passed = visit(1, species=kind, unannounced=hidden), []
    while step := next_stage(one, off):
        passed.append(step.code)
        one = replace(one, stage=step.code)
    order = [stage.code for stage in STAGES]
    assert passed == sorted(passed, key=order.index)
    assert passed[-1] == "closed"
    assert not set(passed) & off
    assert {"settled", "planned", "visited", "concluded"} <= set(passed)
    assert not (hidden and {"sent", "answered", "agreed"} & set(passed))
    assert not (kind is Species.INSPECTION and {"agreed", "advised", "answered"} & set(passed))


@given(st.integers(-40, 40))
def test_the_body_has_its_fifteen_days(days: int) -> None:
    one = visit(1, on_day=TODAY + timedelta(days=days))
    assert (late_notice(one, TODAY) is None) == (days >= USUAL[NOTICE])


def test_a_step_is_due_by_the_window_and_after_the_visit() -> None:
    one = visit(1)
    steps = {stage.code: stage for stage in STAGES}
    assert due_of(one, steps["sent"], None) == date(2026, 11, 16)
    assert due_of(one, steps["visited"], None) == date(2026, 12, 31)
    assert due_of(one, steps["settled"], None) is None
    assert due_of(one, steps["concluded"], None) is None
    assert due_of(one, steps["concluded"], TODAY) == date(2026, 12, 4)


def test_a_window_lies_ahead() -> None:
    check_window(date(2026, 11, 1), TODAY, TODAY)
    with pytest.raises(Refusal):
        check_window(date(2026, 10, 1), date(2026, 10, 31), TODAY)


def test_the_article_s_own_figures() -> None:
    change = YearChange(580, 374)
    assert (change.by, change.percent) == (-206, -35.5)


def read(text: str) -> Reading:
    return Reading(text, NOW.astimezone(ICT))


@pytest.mark.parametrize(
    ("line", "kind", "theme", "body", "first", "last"),
    [
        ("gs thu chi quỹ khu dân cư, UBND Ka Long, tháng 10", "supervision",
         "thu chi quỹ khu dân cư", "UBND Ka Long", date(2027, 10, 1), date(2027, 10, 31)),
        ("de xuat gs niem yet, 1 cua Tran Phu, tuan nay", "supervision",
         "niem yet", "1 cua Tran Phu", date(2026, 11, 16), date(2026, 11, 22)),
        ("kt điều lệ hội, hội ccb Hải Tiến, quý 1", "inspection",
         "điều lệ hội", "hội ccb Hải Tiến", date(2027, 1, 1), date(2027, 3, 31)),
        ("Đề xuất giám sát bếp ăn trường học", "supervision", "bếp ăn trường học", "", None, None),
    ],
)  # fmt: skip
def test_lines_of_people(
    line: str, kind: str, theme: str, body: str, first: date | None, last: date | None
) -> None:
    said = read(line).proposal
    assert said is not None
    assert (said.species, said.theme, said.body) == (kind, theme, body)
    assert (said.first, said.last) == (first, last)
    assert not said.unannounced
    hidden = read(f"{line}, không báo trước").proposal
    assert hidden is not None
    assert hidden.unannounced


@pytest.mark.parametrize(
    ("line", "theme"),
    [
        ("gs dot xuat khong bao truoc bep an, truong mam non, 26/11", "bep an"),
        ("gs bep an khong bao truoc, truong mam non, 26/11", "bep an"),
        ("gs bếp ăn, trường mầm non, 26/11, đột xuất", "bếp ăn"),
        ("đề xuất gs bếp ăn, trường mầm non, đột xuất, không báo trước", "bếp ăn"),
        ("de xuat gs niem yet dot xuat, 1 cua Tran Phu, tuan sau", "niem yet"),
        ("giám sát vệ sinh chợ đột xuất, chợ Ka Long, 26/11", "vệ sinh chợ"),
    ],
)
def test_unannounced_wherever_it_is_said(line: str, theme: str) -> None:
    said = read(line).proposal
    assert said is not None
    assert (said.theme, said.unannounced) == (theme, True)


def test_a_sudden_relief_is_a_theme() -> None:
    said = read("gs chi trợ cấp đột xuất, UBND Ka Long, tháng 10").proposal
    assert said is not None
    assert (said.theme, said.unannounced) == ("chi trợ cấp đột xuất", False)


@pytest.mark.parametrize(
    "line",
    [
        "kt xong rồi, mai gửi",
        "gs 3, vắng 2",
        "kiểm tra giúp em cái máy in",
        "gs, tuần này",
        "GS19",
    ],
)
def test_what_proposes_nothing(line: str) -> None:
    assert read(line).proposal is None
    assert proposal_in(line, lambda text: read(text).when) is None


@pytest.mark.parametrize(
    ("line", "does", "other", "words"),
    [
        ("GS19", "", None, ""),
        ("gs-19", "", None, ""),
        ("gs19 gộp gs5", "team", 5, "gs5"),
        ("GS19 đi chung chuyến với GS-05", "trip", 5, "GS-05"),
        ("GS19 giữ riêng: đợt cao điểm", "apart", None, "đợt cao điểm"),
        ("gs19 ko đồng ý", "refuse", None, ""),
    ],
)
def test_a_visit_by_its_code(line: str, does: str, other: int | None, words: str) -> None:
    said = visit_line(line, TODAY)
    assert said is not None
    assert (said.number, said.does, said.other, said.words) == (19, does, other, words)


@pytest.mark.parametrize("line", ["gs 19/11 đi đâu", "gs19 là cuộc nào", "gs", "19"])
def test_no_visit_by_its_code(line: str) -> None:
    assert visit_line(line, TODAY) is None


def test_a_paper_and_who_signed_it() -> None:
    paper = signed_paper_in("số 12/KH ngày 3/11, đ/c Khải ký", TODAY)
    assert paper is not None
    assert (paper.number, paper.day, paper.signer) == ("12/KH", date(2026, 11, 3), "Khải")
    bare = signed_paper_in("số 12 ngày 3/11", TODAY)
    assert bare is not None
    assert bare.signer == ""
    line = visit_line("GS19 số 12 ngày 3/11, Khải ký", TODAY)
    assert line is not None
    assert (line.does, line.paper and line.paper.number) == ("next", "12")


def test_outside_plans_are_typed_or_pasted() -> None:
    sheet = "Thanh tra tỉnh\tquỹ dân cư\tUBND Ka Long\ttháng 12\nHĐND\tchợ\tBQL chợ\tquý 1"
    rows = read(f"kế hoạch ngoài:\n{sheet}").outside
    assert [(row.whose, row.body) for row in rows] == [
        ("Thanh tra tỉnh", "UBND Ka Long"),
        ("HĐND", "BQL chợ"),
    ]
    assert len(read("kế hoạch ngoài: Thanh tra, chợ, BQL chợ, tháng 12").outside) == 1
    assert outside_in("kế hoạch ngoài: Thanh tra, chợ", lambda text: read(text).when) == ()


def test_a_year_before_the_program() -> None:
    assert year_in("gs năm 2025: 580 cuộc") == (2025, 580)
    assert year_in("gs năm nay thế nào") is None
