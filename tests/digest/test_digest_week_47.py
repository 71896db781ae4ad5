"""The sample's week 47 in the weekly report: the golden figures, whatever week it is moved to."""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from actions.assignments.week_part import tasks_of_week
from actions.digest.facts import ALL, compute, seen_as
from actions.digest.printing import edition_of, report_of
from actions.rooms import report_parts
from actions.sample import load_sample
from actions.turnout.week_part import turnout_of_week
from domain.letters import Message
from domain.periods import Span, Week
from domain.report import ReportLine, WeeklyReport
from domain.report_reading import read
from domain.week_tasks import NextDue, WeekTasks, tasks_part
from domain.week_turnout import WeekTurnout, turnout_part
from storage import Database
from storage.bundled import sample_data
from storage.rows import dump, load
from tests.town import ICT
from texts import Catalogue, render
from texts.digest import MOST_CAPTION, MOST_TEXT, ROMAN, plain, units

HOUSE = Path(__file__).resolve().parents[2]
ANCHORS = (date(2026, 11, 23), date(2027, 3, 1), date(2026, 9, 9))


@dataclass(frozen=True)
class Told:
    """A report and the figures that its parts are told from."""

    report: WeeklyReport
    tasks: WeekTasks
    field: WeekTurnout
    due: tuple[NextDue, ...]


async def report_on(folder: Path, anchor: date, back: int = 0, scope: str = ALL) -> Told:
    """The report on the sample's week 47, or of so many weeks before it."""
    async with Database.open(folder / "office.db") as database:

        def look(connection: Any) -> Told:
            sample = load_sample(connection, anchor)
            week = Week(Week.of(anchor).monday - timedelta(weeks=1 + back))
            now = edition_of(sample.work, week)
            code, _, name = scope.partition(":")
            ids = {"org": sample.organisations, "unit": sample.units}.get(code, {})
            part = f"{code}:{ids[name]}" if name else scope
            seen = seen_as(sample.work, now, part, now.cut_off)
            tasks, due = tasks_of_week(sample.work, seen)
            field = turnout_of_week(sample.work, seen)
            return Told(compute(sample.work, now, part, now.cut_off), tasks, field, due)

        return await database.write(look)


def words(report: WeeklyReport, version: str, locale: str = "vi") -> str:
    return render(Catalogue().words(locale), Message(f"digest.{version}", report.dump()))[0]


@pytest.mark.parametrize("anchor", ANCHORS, ids=str)
async def test_the_golden_figures(tmp_path: Path, anchor: date) -> None:
    golden = sample_data()["expected_digest_week_47"]
    told = await report_on(tmp_path, anchor)
    tasks, field = told.tasks, told.field
    same = ("given", "due", "on_time", "late", "closed", "review", "open")
    assert {name: getattr(tasks, name) for name in same} == {name: golden[name] for name in same}
    assert tasks.unaccepted == golden["new"]
    assert tasks.percent == golden["rate"]
    overdue = [[row.code, row.title, row.days, row.blocked] for row in tasks.overdue]
    same_overdue = [[o[0], o[1], o[3], o[4] or ""] for o in golden["overdue"]]
    assert sorted(overdue) == sorted(same_overdue)
    assert [row[2] for row in overdue] == [2, 1, 0], "the worst first"
    assert (field.total, field.was) == (golden["people"], golden["prev_people"])
    assert dict(field.measures) == golden["metrics"]
    assert (field.together, field.events) == (golden["people_8w"], 16)
    assert field.missing == ("Hải Tiến",)
    codes = {o["short"]: o["code"] for o in sample_data()["organisations"]}
    assert {codes[short]: n for short, n in field.parts} == golden["byorg"]
    assert {row.code for row in told.due} == {row[0] for row in golden["next"]}


async def test_how_week_47_reads(tmp_path: Path) -> None:
    report = (await report_on(tmp_path, ANCHORS[0])).report
    text = words(report, "text")
    assert units(text) <= MOST_TEXT
    for said in (
        "BÁO CÁO TUẦN 47</b> (16–22/11/2026)",
        "🟡 Đúng hạn 9/13 việc đến hạn (69%; tuần trước 4/4)",
        "🔴 Quá hạn 3 · Chờ duyệt 1 · Chưa nhận 2",
        "👥 Đã báo 218 lượt người; chưa báo 1/5 điểm; tuần trước 212",
        "• Dân chủ - Pháp luật 1/3 🔴",
        "• Kiểm tra - Giám sát 0/1 🟡 (xong chậm 1)",
        "144/180 người (80%), Trà Cổ 85, Hải Xuân 59. <i>Chưa báo: Hải Tiến.</i>",
        "Cách biết số người: phụ trách điểm báo.",
        "PN 83, ĐTN 71, ND 28, CCB 21, LĐLĐ 15.",
        "4,9 km đường; 10 m³ rác; bóc xóa 64 quảng cáo sai quy định.",
        "16 buổi, 1.387 lượt người (chưa báo 1 điểm).",
        "Văn phòng chưa duyệt",
    ):
        assert said in text
    caption = words(report, "caption")
    assert units(caption) <= MOST_CAPTION
    for said in (
        "Quá hạn 3 · 218 lượt người (chưa báo 1 điểm)",
        "<b>QUÁ HẠN</b>: 141 DCPL từ 18/11; 143 DCPL từ 19/11; 139 TTVĐ từ 20/11",
        "<b>ĐÚNG HẠN 9/13</b>: VP 3/3; TTVĐ 5/6; KTGS 0/1; DCPL 1/3",
        "<b>RA QUÂN</b> 4/5 điểm: PN 83, ĐTN 71",
        "chưa báo Hải Tiến",
        "Tuần 47 (16–22/11/2026) · chốt 6h30 · Văn phòng chưa duyệt",
    ):
        assert said in caption
    assert not any(name in caption for name in ("Nam", "Dung", "Quý")), "it travels"


@pytest.mark.parametrize(("page", "locale"), [("README.md", "vi"), ("README.en.md", "en")])
async def test_the_readme_shows_lines_of_it(tmp_path: Path, page: str, locale: str) -> None:
    report = (await report_on(tmp_path, ANCHORS[0])).report
    told = re.sub(r"<[^>]+>", "", words(report, "text", locale)).splitlines()
    shown = (HOUSE / page).read_text("utf-8").split("```text\n")[1].split("\n```")[0]
    assert [line for line in shown.splitlines() if line not in told] == []


@pytest.mark.parametrize("back", range(1, 8))
async def test_earlier_weeks_by_the_plain_file(tmp_path: Path, back: int) -> None:
    """Turnout of weeks 40 to 46, added up from the file itself."""
    told = await report_on(tmp_path, ANCHORS[0], back)
    week = Week(ANCHORS[0] - timedelta(weeks=1 + back))
    held = [
        a
        for a in sample_data()["activities"]
        if week.monday <= date.fromisoformat(a["date"]) <= week.sunday
    ]
    came = sum(n for a in held for p in a["points"] for n in p["by_org"].values())
    field = told.field
    assert field.total == came
    assert len(field.activities) == len(held) == 2
    results: dict[str, float] = {}
    for activity in held:
        for code, amount in activity["metrics"].items():
            results[code] = round(results.get(code, 0) + amount, 3)
    assert dict(field.measures) == results
    assert (field.was is None) == (back == 7), "nothing is known of week 39"
    assert units(words(told.report, "text")) <= MOST_TEXT


async def test_an_organisation_reads_its_own_part(tmp_path: Path) -> None:
    told = await report_on(tmp_path, ANCHORS[0], scope="org:HPN")
    assert told.field.total == 83
    assert told.tasks.units == ()
    assert "139" not in str(told.tasks.overdue), "Nam is of the farmers' union"
    assert "Phần của Hội Liên hiệp Phụ nữ" in words(told.report, "text")


async def test_a_section_reads_its_own_part(tmp_path: Path) -> None:
    told = await report_on(tmp_path, ANCHORS[0], scope="unit:DCPL")
    assert (told.tasks.on_time, told.tasks.due) == (1, 3)
    assert "PHONG TRÀO" not in words(told.report, "text")


async def test_an_empty_week_is_one_line(tmp_path: Path) -> None:
    told = await report_on(tmp_path, ANCHORS[0], back=20)
    text = words(told.report, "text")
    assert "không có việc đến hạn, không có hoạt động" in text
    assert len(text.splitlines()) <= 4


async def test_a_long_week_keeps_what_matters(tmp_path: Path) -> None:
    told = await report_on(tmp_path, ANCHORS[0])
    points = (("Tên điểm rất dài " * 12, 10),) * 9
    held = tuple(replace(one, points=points) for one in told.field.activities)
    field = turnout_part(replace(told.field, activities=held))
    assert field is not None
    tasks = replace(told.tasks, overdue=told.tasks.overdue * 5)
    report = replace(
        told.report,
        parts=(tasks_part(tasks, told.due, "tiểu ban"), field),
        asks=("Ký công văn nhắc 2 kiến nghị",),
    )
    text = words(report, "text")
    assert units(text) <= MOST_TEXT
    assert "… và 10 việc khác" in text
    assert "NHÌN NHANH" in text
    assert "III. CẦN THƯỜNG TRỰC CHO Ý KIẾN" in text
    assert "TUẦN 48" not in text


async def test_a_long_screen_keeps_what_is_asked(tmp_path: Path) -> None:
    """Sixty silent points: the last lines go, the first and the foot stay."""
    told = await report_on(tmp_path, ANCHORS[0])
    silent = tuple(f"Nhà văn hóa khu phố {number}" for number in range(60))
    field = turnout_part(replace(told.field, points=100, missing=silent))
    assert field is not None
    parts = (tasks_part(told.tasks, told.due, "tiểu ban"), field)
    asks = (ReportLine("said", {"no": None, "text": "Ký công văn"}),) * 5
    report = replace(told.report, parts=parts, asks=("Ký công văn",) * 5, asks_brief=asks)
    caption = words(report, "caption")
    assert units(caption) <= MOST_CAPTION
    assert "5. Ký công văn" in caption
    assert "QUÁ HẠN" in caption
    assert caption.splitlines()[-1].startswith("Tuần 47 (16–22/11/2026)")


async def test_what_is_passed_on_names_nobody(tmp_path: Path) -> None:
    report = (await report_on(tmp_path, ANCHORS[0])).report
    assert "– đ/c " in words(report, "text")
    assert "– đ/c " not in words(report, "paste")


async def test_a_report_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    report = (await report_on(tmp_path, ANCHORS[0])).report
    stored = load(dump(report.dump()))
    assert read(stored) == report
    del stored["approved"], stored["asks"]
    stored["parts"][0]["was"] = stored["parts"][0].pop("missing")
    assert read(stored) == report


async def test_a_report_of_an_older_version_still_reads(tmp_path: Path) -> None:
    """Tasks and turnout stood in it by name; proofs and rests, who waits and the last weeks came
    later; what was counted besides is no longer read."""
    told = await report_on(tmp_path, ANCHORS[0])
    report = told.report.dump()
    followed = asdict(ReportLine("matter.report_line", {"kind": "difficulty", "open": 1}))
    older = {
        **{name: report[name] for name in report if name not in ("parts", "approved", "asks")},
        "unit": "tiểu ban",
        "tasks": asdict(told.tasks),
        "turnout": asdict(told.field),
        "next": {"due": [asdict(x) for x in told.due], "activities": []},
        "parts": [{"name": "matters", "lines": [followed], "caption": []}],
    }
    stored = load(dump(older))
    for late in ("known", "rest", "off", "places", "bars"):
        del stored["turnout"][late]
    for activity in stored["turnout"]["activities"]:
        del activity["known"], activity["proofs"], activity["name"]
    for late in ("reopened", "waiting", "stopped"):
        del stored["tasks"][late]
    stored["tasks"]["overdue"] = [{**row, "red": True} for row in stored["tasks"]["overdue"]]
    text = words(read(stored), "text")
    assert "144/180 người (80%), Trà Cổ 85, Hải Xuân 59." in text
    assert "Cách biết số người" not in text
    assert "• Khó khăn từ cơ sở: đang mở 1" in text
    assert text.splitlines()[:8] == words(told.report, "text").splitlines()[:8]


def test_every_section_has_its_number() -> None:
    """At a glance, what is asked, the week after, and each part."""
    assert len(ROMAN) >= len(report_parts()) + 3


def test_units_are_telegrams() -> None:
    assert units("▲") == 1
    assert units("📊") == 2
    assert units("<b>a</b> &amp;") == 3
    assert plain("<b>a</b> &amp; b") == "a & b"


async def test_the_command_prints_the_same(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "office.db") as database:
        await database.write(lambda c: load_sample(c, ANCHORS[0]))
        now = datetime(2026, 11, 23, 7, 0, tzinfo=ICT)
        printed = await database.read(lambda c: report_of(c, None, now))
    assert printed is not None
    assert printed.week == "2026-W47"
    assert "218 lượt người" in words(printed, "text")


async def test_site_clearance_stands_as_its_file_says(tmp_path: Path) -> None:
    """Two projects, by the three numbers and the whole, with what was handed over in the week."""
    told = await report_on(tmp_path, ANCHORS[0])
    [part] = [part for part in told.report.parts if part.name == "registers"]
    found = [
        (
            line.facts["name"],
            tuple(number["n"] for number in line.facts["numbers"]),
            line.facts["whole"],
            line.facts["change"],
        )
        for line in part.lines
    ]
    counts = ("reached", "agreed", "handed")
    assert found == [
        (
            one["project"],
            tuple(one[name] for name in counts),
            one["total"],
            f"▲{one['delta']['handed']}",
        )
        for one in sample_data()["gpmb"]
    ]


async def test_model_places_stand_as_their_file_says(tmp_path: Path) -> None:
    """Two hamlets by criteria, one ward's houses by how many were recognised."""
    told = await report_on(tmp_path, ANCHORS[0])
    [part] = [part for part in told.report.parts if part.name == "models"]
    found = [(one.facts["done"], one.facts["total"], one.facts["fresh"]) for one in part.lines]
    assert found == [
        (one["done"], one["total"], f"▲{one['delta']}" if one["delta"] else "")
        for one in sample_data()["models"]
    ]
    for said in (
        "• Thôn mẫu Thôn Đông, xã Vạn Ninh: 8/10 tiêu chí (▲1)",
        "• Thôn mẫu Thôn 3, xã Hải Đông: 6/10 tiêu chí",
        "• Nhà mẫu Vạn Ninh: 46/60 nhà (▲3)",
    ):
        assert said in words(told.report, "text")


async def test_past_moments_agree_with_each_other(tmp_path: Path) -> None:
    """Week 46 had what was verified in week 47, October had nothing and November everything; work
    that was reported on 2/11 was said to be done on 1/11."""
    async with Database.open(tmp_path / "office.db") as database:

        def look(connection: Any) -> list[WeeklyReport]:
            work = load_sample(connection, ANCHORS[0]).work
            spans = (Week.parse("2026-W46"), Span.month(2026, 10), Span.month(2026, 11))
            return [compute(work, edition_of(work, one), ALL, work.now) for one in spans]

        week, october, november = await database.write(look)
    for before in (week, october):
        said = words(before, "text")
        assert "Thôn Đông, xã Vạn Ninh: 7/10 tiêu chí" in said
        assert "43/60 nhà" in said
        assert "▲" not in "".join(one for one in said.split("\n") if "mẫu" in one)
    said = words(november, "text")
    assert "8/10 tiêu chí (▲1)" in said
    assert "46/60 nhà (▲3)" in said
    late = {one.facts["no"]: one.facts["percent"] for one in october.named("work").details}
    assert late[122] < 100


async def test_opinions_stand_as_their_file_says(tmp_path: Path) -> None:
    """New by topic, forwarded, answered, open, late."""
    told = await report_on(tmp_path, ANCHORS[0])
    [part] = [part for part in told.report.parts if part.name == "matters"]
    [line] = [line for line in part.lines if line.kind == "matter.report_heard"]
    golden = sample_data()["opinions"]
    topics = {"lighting": "Chiếu sáng", "waste": "Rác thải", "drainage": "Thoát nước"}
    assert {topics[one["topic"]]: one["n"] for one in line.facts["topics"]} == golden["topics"]
    same = {
        "fresh": "week_new",
        "forwarded": "forwarded",
        "answered": "answered_week",
        "open": "open",
        "late": "overdue",
    }
    assert {name: line.facts[name] for name in same} == {
        name: golden[theirs] for name, theirs in same.items()
    }
    assert (
        "• Ý kiến nhân dân: mới 5 (Chiếu sáng 2; Rác thải 2; Thoát nước 1); đã chuyển 4;"
        " đã có trả lời 3; đã báo lại bà con 1; đang mở 7; <b>quá hạn 1</b>; chưa báo lại 2"
    ) in words(told.report, "text")


async def test_trainings_stand_as_their_file_says(tmp_path: Path) -> None:
    """Two classes held, the third with its seats; none of them is a day out."""
    told = await report_on(tmp_path, ANCHORS[0])
    [part] = [part for part in told.report.parts if part.name == "training"]
    [year], [coming] = part.lines, part.next
    *held, third = sample_data()["trainings"]
    people = sum(one["people"] for one in held)
    assert year.facts == {"classes": len(held), "n": people, "silent": None}
    assert (coming.facts["n"], coming.facts["seats"]) == (third["registered"], third["seats"])
    text = words(told.report, "text")
    assert "• Từ đầu năm: 2 lớp, 99 lượt người." in text
    assert "• Tập huấn 27/11, 8h00: Công dân số, lớp 3 (đăng ký 31/50)." in text
    earlier = await report_on(tmp_path / "then", ANCHORS[0], back=5)
    [part] = [part for part in earlier.report.parts if part.name == "training"]
    assert part.lines[0].facts["n"] == 52
