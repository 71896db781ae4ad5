"""«tổng bao nhiêu người rồi», «ai phụ trách điểm Trà Cổ»: who works for a day hears its figure."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join_at
from tests.town import BINH, CUONG, HOA, LAN, MAI, SON, Neighbour, Town, clock


@begun
async def day(town: Town) -> Town:
    """Three points of twenty on Saturday: a group of seventeen, and Mai; another day on Sunday."""
    found = await open_saturday(
        town, 20, 3, title="Trồng cây", bring="găng tay", rain_plan="vào nhà văn hóa"
    )
    await join_at(town, MAI, found, "Trà Cổ (20)")
    await town.press(CUONG, f"s.group:{found}")
    await town.write(CUONG, "PN 5, ĐTN 12")
    await town.tap(CUONG, "Đúng")
    await open_saturday(town, 20, starts=clock(22, 7), title="Dọn rác bãi biển")
    return town


@pytest.mark.parametrize("who", [HOA, CUONG, BINH, LAN])
@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("tổng bao nhiêu người rồi", "Sẽ đến: 18 người"),
        ("tong bao nhieu nguoi roi", "Trà Cổ: 1 người/20 chỗ"),
        ("thứ 7 đăng ký được bao nhiêu rồi", "Sẽ đến: 18 người"),
        ("bao nhieu nguoi di thu 7", "Sẽ đến: 18 người"),
        ("con thieu bao nhieu cho", "Còn 42 chỗ"),
        ("Trà Cổ còn bao nhiêu chỗ", "Trà Cổ: còn 19 chỗ"),
        ("ai phu trach diem Tra Co", "Trà Cổ: Nguyễn Văn Bình"),
        ("ai phụ trách buổi trồng cây", "Hải Yên: chưa có người phụ trách"),
        ("chủ nhật bao nhiêu người đăng ký", "Dọn rác bãi biển"),
        ("thứ 7 tập trung ở đâu", "Bãi biển Trà Cổ"),
    ],
)
async def test_before_the_day(day: Town, who: Neighbour, words: str, figure: str) -> None:
    assert figure in await day.write(who, words)


async def test_groups_that_are_silent(day: Town) -> None:
    assert "Các nhóm đã đăng ký đủ" in await day.write(HOA, "điểm nào ai chưa báo")
    quiet = await day.write(HOA, "chủ nhật nhóm nào chưa đăng ký")
    assert "Nhóm chưa đăng ký: Vũ Văn Cường" in quiet


@pytest.mark.parametrize("words", ["điểm nào ai chưa báo", "diem nao chua bao", "ai chưa báo"])
async def test_once_it_began(day: Town, words: str) -> None:
    await day.go_to(clock(21, 10, 40))
    await day.write(CUONG, "Ka Long 15 người")
    await day.tap(CUONG, "Đúng")
    silent = await day.write(HOA, words)
    assert "Chưa báo: Trà Cổ (Nguyễn Văn Bình)" in silent
    assert "Ka Long" not in silent
    assert "15 người, 1/3 điểm" in await day.write(HOA, "tổng bao nhiêu người rồi")
    assert "Chưa báo: Trà Cổ" in await day.write(HOA, "đã ai báo Trà Cổ chưa")


async def test_what_is_stored_of_the_day(day: Town) -> None:
    assert "găng tay" in await day.write(CUONG, "mang gì ạ?")
    assert "nhà văn hóa" in await day.write(CUONG, "neu mua thi sao")


@pytest.mark.parametrize(
    "words", ["việc này ai phụ trách", "còn mấy ngày nữa", "mấy giờ rồi", "ai chưa nộp báo cáo"]
)
async def test_other_questions_are_none_of_these(day: Town, words: str) -> None:
    assert "Trồng cây" not in await day.write(HOA, words)


async def test_whoever_only_comes_along_is_told_no_figures(day: Town) -> None:
    for who in (MAI, SON):
        assert "Sẽ đến" not in await day.write(who, "tổng bao nhiêu người rồi")


async def test_of_the_day_that_was_shown_just_now(day: Town) -> None:
    """Sunday was before its organiser, and Saturday's figure was told."""
    [(code,)] = await day.sql("SELECT code FROM activity WHERE title = 'Dọn rác bãi biển'")
    await day.write(HOA, code)
    assert "Dọn rác bãi biển" in await day.write(HOA, "tổng bao nhiêu")
    await day.later(minutes=30)
    assert "Trồng cây" in await day.write(HOA, "tổng bao nhiêu")


async def test_on_monday_saturday_is_asked_about(day: Town) -> None:
    await day.go_to(clock(23, 8))
    assert "Chưa báo: Ka Long" in await day.write(HOA, "ai chưa báo")


async def test_a_list_of_a_place_measures_nothing(day: Town) -> None:
    """«hai yen» without marks is no two stones of rice, whatever is asked for."""
    await day.go_to(clock(21, 10, 40))
    await day.press(BINH, "t.mine")
    for who in (BINH, HOA):
        said = await day.write(who, "danh sach hai yen")
        assert "tấn" not in said
        assert "con số" not in said


@pytest.mark.parametrize("words", ["ha den roi muon 15p", "em tới muộn 20p", "15p nữa em tới"])
async def test_minutes_are_no_people(day: Town, words: str) -> None:
    await day.go_to(clock(21, 10, 40))
    await day.press(BINH, "t.mine")
    said = await day.write(BINH, words)
    assert "15 người" not in said
    assert "20 người" not in said
