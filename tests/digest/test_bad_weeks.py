"""What a weekly report must bear: nothing to tell or far too much, long names, nobody there, a
picture that is refused, a week to come."""

from datetime import datetime, timedelta

from domain.assignments import Assignment
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full
from tests.town import BINH, HANH, HOA, LAN, Town, clock
from texts.digest import MOST_CAPTION, MOST_TEXT, units

LIGHTS = ("🟢", "🟡", "🔴")
MANY, A_CARD = 300, 420
REMARK = "<b>Tuần ra quân tốt</b> & <i>cần giữ" + " nền nếp" * 500
LONG = "Nguyễn Phước Hoàng Tôn Nữ Quỳnh Phương Th"


async def test_a_remark_of_four_thousand_letters_comes_back_and_a_shorter_stands_as_typed(
    town: Town,
) -> None:
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Nhận xét")
    assert "600" in await town.write(HANH, REMARK[:4000])
    await town.write(HANH, REMARK[:600])
    await town.go_to(clock(23, 7))
    letter = next(text for text in await town.heard(LAN) if "tuần 47" in text.lower())
    assert "<b>Tuần ra quân tốt</b> & <i>cần giữ" in letter
    assert letter.count("nền nếp") < 100


async def late(town: Town, number: int, due: datetime) -> None:
    """So much of Bình's is overdue."""

    def give(work: Work) -> None:
        binh, lan = town.person(BINH), town.person(LAN)
        unit = work.offices.units(work.today)[1].id
        for n in range(1, number + 1):
            title, given = f"Việc rà soát số {n}", due - timedelta(days=1)
            new = Assignment(0, "", 0, title, title, lan, binh, lan, due, due, given, unit)
            work.assignments.add(new)

    await town.work(give)


def report(town: Town) -> str:
    return next(m.text for m in reversed(town.phone(LAN).messages) if "chốt 6h30" in m.text)


async def test_a_new_office_without_anything_has_no_light(town: Town) -> None:
    await town.go_to(clock(23, 7, 1))
    said = report(town)
    assert said.startswith("Trong tuần không có việc đến hạn, không có hoạt động.")
    assert not any(light in said for light in LIGHTS)
    full = await town.tap(LAN, "Bản đầy đủ")
    assert not any(light in full for light in LIGHTS)
    assert "0 lượt" not in full
    await town.tap(LAN, "Văn bản")
    for paper in ("Bản Word", "Bảng Excel"):
        await town.tap(LAN, paper)
        assert town.phone(LAN).last.kind == "document"


async def test_in_its_first_week_nothing_is_red(town: Town) -> None:
    await late(town, 4, clock(18, 17))
    await in_full(town, LAN)
    await town.go_to(clock(23, 7, 1))
    said = next(t for t in await town.heard(LAN) if "BÁO CÁO TUẦN 47" in t)
    assert "🟡 Đúng hạn 0/4" in said
    assert not any("0/4 🔴" in line for line in said.splitlines())


async def test_three_hundred_overdue_fit_and_each_can_be_opened(town: Town) -> None:
    await late(town, MANY, clock(18, 17))
    await town.go_to(clock(23, 7, 1))
    said = report(town)
    assert f"Quá hạn {MANY}" in said.splitlines()[0]
    assert units(said) <= MOST_CAPTION
    full = await town.tap(LAN, "Bản đầy đủ")
    assert units(full) <= MOST_TEXT
    assert f"… và {MANY - 5} việc khác" in full
    assert f"({MANY})" in await town.tap(LAN, "Việc quá hạn")
    for _ in range(2):
        page = await town.tap(LAN, "Trang sau")
        assert units(page) <= A_CARD
    assert "9. " in page
    assert "5. " in await town.tap(LAN, "Trang trước")


async def test_long_names_are_shortened_and_nothing_is_refused(town: Town) -> None:
    await town.sql(
        "UPDATE person SET name = :name WHERE id = :id", name=LONG, id=town.person(BINH)
    )
    await plan_saturday(town)
    await late(town, 9, clock(18, 17))
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    for table in ("unit", "organisation", "locality"):
        await town.sql(f"UPDATE {table} SET name = substr(name || :more, 1, 40)", more=LONG)
    await town.sql("UPDATE organisation SET short = substr(short || :more, 1, 40)", more=LONG)
    await town.go_to(clock(23, 7, 1))
    assert town.phone(LAN).last.kind == "photo"
    assert units(report(town)) <= MOST_CAPTION
    full = await town.tap(LAN, "Bản đầy đủ")
    assert f"đ/c {LONG}" in full
    await town.tap(LAN, "Xem chi tiết")
    await town.tap(LAN, "Việc quá hạn")


async def copies_by_organisation(town: Town) -> None:
    def copies(work: Work) -> str:
        return dump({**work.office.labels, "report": "organisation"})

    await town.sql("UPDATE office SET labels = :labels", labels=await town.work(copies))


async def test_an_organisation_without_people_has_its_part_too(town: Town) -> None:
    await copies_by_organisation(town)
    await plan_saturday(town)
    await town.work(
        lambda work: work.offices.add_organisation("TRONG", "Hội chưa có ai", "HCA", 9, work.today)
    )
    await town.go_to(clock(23, 7, 1))
    assert "chưa báo 3 điểm" in report(town)
    parts = await town.sql("SELECT count(*) FROM digest_part WHERE scope LIKE 'org:%'")
    assert parts == [(len(await town.sql("SELECT id FROM organisation")),)]


async def test_a_leader_of_no_section_and_no_organisation_reads_the_whole(town: Town) -> None:
    await copies_by_organisation(town)
    await town.sql(
        "UPDATE membership SET organisation_id = NULL WHERE person_id = :id", id=town.person(LAN)
    )
    await late(town, 1, clock(18, 17))
    await town.go_to(clock(23, 7, 1))
    assert report(town).startswith("Quá hạn 1")
    assert "Quá hạn 1" in await town.write(LAN, "/baocao")


async def test_a_leader_who_left_the_office_reads_no_more(town: Town) -> None:
    await late(town, 1, clock(18, 17))
    await town.go_to(clock(23, 7, 1))
    await town.work(lambda work: work.people.leave(town.person(LAN), work.today))
    assert "Việc rà soát" not in await town.tap(LAN, "Bản đầy đủ")
    assert "Quá hạn" not in await town.write(LAN, "/baocao")
    await town.go_to(clock(30, 7, 1))
    assert not any("Tuần 48" in m.text for m in town.phone(LAN).messages)


async def test_where_telegram_refuses_the_picture_the_words_go(town: Town) -> None:
    await plan_saturday(town)
    town.house.courier._make_paper = lambda *_: ("tuan-47.png", b"no picture")
    with town.expect_faults("image_process_failed"):
        await town.go_to(clock(23, 7, 1))
    assert [m.kind for m in town.phone(LAN).messages if "chốt 6h30" in m.text] == ["text"]
    assert report(town).startswith("chưa báo 3 điểm")
    assert await town.tap(LAN, "Bản đầy đủ")
    town.world.violations.clear()


async def test_a_week_to_come_is_answered_with_those_that_are(town: Town) -> None:
    await in_full(town, LAN)
    await town.go_to(clock(23, 7))
    for line in ("/baocao 52", "báo cáo tuần 60", "/baocao 0"):
        assert "47" in await town.write(LAN, line), line
