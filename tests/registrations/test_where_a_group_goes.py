"""A group goes where it names or answers for, within the places; else it is asked and told."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import group_form
from tests.town import BINH, CUONG, DUNG, HOA, Town, clock, says

WHERE = "SELECT point.name, number FROM headcount JOIN point ON point.id = point_id"


async def no_point_is_his(town: Town) -> int:
    day = await open_saturday(town, points=3, capacity=20)
    sql = "UPDATE point SET leader_id = NULL, locality_id = (SELECT max(id) FROM locality)"
    await town.sql(sql)
    return day


async def test_the_point_that_a_cadre_leads_before_that_of_their_place(town: Town) -> None:
    await open_saturday(town, points=3, capacity=20)
    await town.sql("UPDATE point SET leader_id = :id WHERE id = 3", id=town.person(CUONG))
    await town.sql("UPDATE point SET leader_id = NULL WHERE id = 1")
    assert "Nhà văn hóa khu 4" in await town.write(CUONG, "đk 12 người")


async def test_where_no_point_is_theirs_it_is_asked_by_a_tap(town: Town) -> None:
    await no_point_is_his(town)
    assert "Đến điểm nào" in await town.write(CUONG, "đk 12 người")
    assert "Đến điểm nào" in await town.write(CUONG, "đúng"), "nothing was read back yet"
    point = next(label for label in town.phone(CUONG).last.labels if label.endswith("(20)"))
    assert "12 người" in await town.tap(CUONG, point)
    await town.tap(CUONG, "Đúng")
    assert await town.sql(WHERE) == [("Cầu Ka Long", 12)]


async def test_or_in_words(town: Town) -> None:
    await no_point_is_his(town)
    await town.write(CUONG, "đk 12 người")
    assert "Bãi biển Trà Cổ" in await town.write(CUONG, "bãi biển Trà Cổ")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(WHERE) == [("Bãi biển Trà Cổ", 12)]


QUESTIONS = [
    "thu 7 nay tap trung o dau, may gio",
    "the thu 7 hay chu nhat day",
    "ai phu trach buoi thu 7",
    "co phai mang cuoc xeng khong",
]


@pytest.mark.parametrize("words", QUESTIONS)
async def test_a_question_chooses_no_day(town: Town, words: str) -> None:
    await open_saturday(town, 60, title="Thu 7 tinh nguyen, don ve sinh")
    await open_saturday(town, 60, starts=clock(22, 7), title="Dọn bờ kênh")
    assert "buổi nào" in await town.write(CUONG, "đăng ký 9 người")
    said = await town.write(CUONG, words)
    assert "CHƯA GHI" not in said
    assert "trả lời câu nào" not in said
    assert "Số người của nhóm" not in said
    assert "21/11" in await town.write(CUONG, "thứ 7")


@pytest.mark.parametrize("words", QUESTIONS)
async def test_a_question_is_no_number_of_what_was_read_back(town: Town, words: str) -> None:
    await open_saturday(town, 60, 3, title="Thu 7 tinh nguyen, don ve sinh")
    await town.write(CUONG, "đăng ký 9 người")
    said = await town.write(CUONG, words)
    assert "CHƯA GHI" not in said
    assert "Số người của nhóm" not in said
    assert await town.sql(WHERE) == []
    assert "PN 12" in await town.write(CUONG, "PN 12")


async def test_a_day_weeks_away_knows_its_points_by_name_too(town: Town) -> None:
    day = await open_saturday(town, points=3, capacity=20, starts=clock(28, 7))
    await town.sql("UPDATE activity SET starts_at = unixepoch('2026-12-12')")
    await group_form(town, day)
    assert "Bãi biển Trà Cổ" in await town.write(CUONG, "PN 12 ở Trà Cổ")


async def test_too_many_are_shown_where_there_is_room(town: Town) -> None:
    await open_saturday(town, points=3, capacity=20)
    await town.sql("UPDATE point SET capacity = 60 WHERE id = 2")
    assert "chỉ còn 20 chỗ" in await town.write(CUONG, "đk 50 người")
    assert "Trà Cổ (60)" in town.phone(CUONG).last.labels
    assert not town.phone(CUONG).can_tap("Hải Yên (20)")
    assert "chỉ còn" not in await town.tap(CUONG, "Trà Cổ (60)")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(WHERE) == [("Bãi biển Trà Cổ", 50)]


async def test_who_answers_for_the_point_hears_of_too_many(town: Town) -> None:
    await open_saturday(town, points=3, capacity=20)
    await town.write(CUONG, "đk 50 người ở Trà Cổ")
    assert "Vượt 30 chỗ: đã báo" in await town.tap(CUONG, "Đúng")
    for who in (BINH, HOA):
        assert await says(town, who, "50 người, vượt 30 chỗ")


async def test_an_older_read_back_does_not_count_for_another_point(town: Town) -> None:
    await open_saturday(town, points=3, capacity=20)
    await town.write(CUONG, "đk 12 người")
    older = town.held(CUONG, "Đúng")
    await town.write(CUONG, "đk 12 người ở Trà Cổ")
    await town.press(CUONG, *older)
    assert await town.sql(WHERE) == []


async def test_who_has_no_ward_is_asked_the_point(town: Town) -> None:
    await open_saturday(town, points=2, capacity=60)
    assert "Đến điểm nào" in await town.write(DUNG, "dtn 25 dang ky thu 7")
    point = next(label for label in town.phone(DUNG).last.labels if label.endswith("(60)"))
    assert "Ka Long: ĐTN 25 = 25 người" in await town.tap(DUNG, point)
    await town.tap(DUNG, "Đúng")
    assert await town.sql(WHERE) == [("Cầu Ka Long", 25)]
    assert "ĐTN 20 = 20 người (thay ĐTN 25)" in await town.write(
        DUNG, "dtn 20 dang ky thu 7, cầu Ka Long"
    )
    await town.tap(DUNG, "Đúng")
    assert await town.sql(WHERE) == [("Cầu Ka Long", 20)]
    await town.write(DUNG, "rút nhóm")
    assert await town.sql(WHERE) == []


async def test_who_has_no_ward_and_goes_elsewhere_is_counted_once(town: Town) -> None:
    await open_saturday(town, points=2, capacity=60)
    await town.write(DUNG, "dtn 25 dang ky thu 7, cầu Ka Long")
    await town.tap(DUNG, "Đúng")
    assert "Trà Cổ: ĐTN 25 = 25 người" in await town.write(
        DUNG, "dtn 25 đăng ký thứ 7, bãi biển Trà Cổ"
    )
    await town.tap(DUNG, "Đúng")
    assert await town.sql(WHERE) == [("Bãi biển Trà Cổ", 25)]


async def test_who_has_no_ward_reads_whose_number_would_be_replaced(town: Town) -> None:
    await open_saturday(town, capacity=60)
    await town.write(CUONG, "pn 12 đăng ký thứ 7")
    await town.tap(CUONG, "Đúng")
    assert "thay" not in await town.write(DUNG, "dtn 25 dang ky thu 7")
    await town.tap(DUNG, "Đúng")
    assert "(thay PN 12" in await town.write(HOA, "pn 9 dang ky thu 7")


@pytest.fixture
async def nowhere(town: Town) -> Town:
    """The only point lies in no ward of the office, and Dung has none."""
    await open_saturday(town, capacity=60)
    await town.sql("UPDATE point SET locality_id = NULL")
    return town


@pytest.mark.parametrize("tapped", [True, False])
async def test_where_neither_has_a_ward_it_is_asked(nowhere: Town, tapped: bool) -> None:
    assert "Nhóm từ nơi nào" in await nowhere.write(DUNG, "dtn 25 dang ky thu 7")
    if tapped:
        read = await nowhere.tap(DUNG, "Trà Cổ")
    else:
        read = await nowhere.write(DUNG, "Trà Cổ")
    assert "Trà Cổ: ĐTN 25 = 25 người" in read
    assert await nowhere.sql(WHERE) == []
    await nowhere.write(DUNG, "đúng")
    assert await nowhere.sql(WHERE) == [("Cầu Ka Long", 25)]
    assert "Trà Cổ: ĐTN 28 = 28 người (thay ĐTN 25)" in await nowhere.write(DUNG, "thêm 3 người")


async def test_nothing_is_recorded_before_its_ward_is_known(nowhere: Town) -> None:
    await nowhere.write(DUNG, "dtn 25 dang ky thu 7")
    for words in ("đúng", "ok"):
        await nowhere.write(DUNG, words)
    await nowhere.press(DUNG, "g.from:1:99")
    await nowhere.press(CUONG, "g.from:1:2")
    assert await nowhere.sql(WHERE) == []
    assert "Ka Long: PN 12" in await nowhere.write(CUONG, "pn 12 đăng ký thứ 7")
