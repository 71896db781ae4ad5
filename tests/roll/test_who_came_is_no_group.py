"""Who came is of the roll or of the day that was held, and never a group that is registered for a
day to come, though that is asked too; a question, and a day that it names, count nobody."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock

GROUPS = "SELECT sum(number) FROM headcount"


@pytest.fixture
async def morning(town: Town) -> Town:
    """Cường leads Saturday's point, where Mai, Sơn and a group of seventeen come; of Sunday it was
    asked how many his khu sends."""
    day = await open_saturday(town, 60)
    await open_saturday(town, 60, starts=clock(22, 7), title="Trồng cây")
    for who in (MAI, SON):
        await join(town, who, day)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 5, ĐTN 12")
    await town.tap(CUONG, "Đúng")
    for at in (clock(19, 14), clock(20, 9), clock(21, 6, 46)):
        await town.go_to(at)
    return town


CAME = [
    "nhom chi co 40 nguoi den thoi",
    "chi co 6 nguoi den, vang 4",
    "chị Châu đến rồi, thêm 12 người nữa",
    "chi co 1 nguoi den, k ai den nua, lop co 9 em hoc sinh",
    "có mặt 15 người",
]


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize("words", CAME)
async def test_it_is_of_the_roll(morning: Town, words: str, opened: bool) -> None:
    if opened:
        await morning.press(CUONG, "s.roll:1")
    said = await morning.write(CUONG, words)
    assert "Trồng cây" not in said
    assert "đăng ký cho buổi nào" not in said
    assert "Điểm danh – Cầu Ka Long" in said
    assert await morning.sql(GROUPS) == [(17,)]


async def test_the_group_is_counted_where_it_is_called(morning: Town) -> None:
    await morning.press(CUONG, "s.roll:1")
    said = await morning.write(CUONG, "nhom chi co 14 nguoi den thoi")
    assert "Nhóm có mặt: 14" in said


@pytest.mark.parametrize(
    "words",
    [
        "nd 8 pn 5, sua duoc 1 nha, vang 2",
        "ND 8, PN 5, sửa được 1 nhà, vắng 2",
        "nd 8 pn 5, lop xong 1 nha, vang 2 nguoi",
        "co mat 13, nd 8 pn 5, 1 ho, vang 2",
    ],
)
async def test_it_is_of_the_day_that_is_over(morning: Town, words: str) -> None:
    await morning.go_to(clock(21, 10, 31))
    said = await morning.write(CUONG, words)
    assert "13 người: ND 8, PN 5" in said
    assert "vắng 2" in said
    assert "21/11" in said
    assert await morning.sql(GROUPS) == [(17,)]


@pytest.mark.parametrize("words", ["chủ nhật này khu em 12 người", "dk 12 nguoi chu nhat"])
async def test_who_is_to_come_is_a_group(morning: Town, words: str) -> None:
    assert "22/11" in await morning.write(CUONG, words)


ASKED = [
    "hom 22 co ai dang ky chua",
    "ai dang ky trong cay hom 22",
    "trong cay bao nhieu nguoi dang ky",
    "bữa 22 bao nhiêu người đăng ký rồi",
    "dk trong cay bay h la bao nhieu nguoi",
]


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("words", ASKED)
async def test_a_question_is_answered(morning: Town, words: str, later: bool) -> None:
    if later:
        await morning.go_to(clock(21, 10, 31))
        await morning.write(CUONG, "dtn 20 pn 15")
    said = await morning.write(CUONG, words)
    assert "Trồng cây, Chủ nhật, 22/11" in said
    assert "Sẽ đến" in said
    assert await morning.sql(GROUPS) == [(17,)]


async def test_a_question_under_a_card_leaves_it(morning: Town) -> None:
    await morning.go_to(clock(21, 10, 31))
    await morning.write(CUONG, "dtn 20 pn 15")
    assert "Sẽ đến" in await morning.write(CUONG, "bao nhieu nguoi dang ky")
    assert "Đã ghi: 35" in await morning.write(CUONG, "dung")


@pytest.mark.parametrize("words", ["vang 3", "them 5 chi nua"])
async def test_after_the_roll_a_piece_is_of_the_figures(morning: Town, words: str) -> None:
    await morning.press(CUONG, "s.roll:1")
    await morning.write(CUONG, "đủ")
    await morning.tap(CUONG, "Đúng, chốt luôn")
    await morning.go_to(clock(21, 10, 31))
    await morning.write(CUONG, "dtn 20 pn 15")
    said = await morning.write(CUONG, words)
    assert "ĐTN 20, PN 15" in said
    assert "CHƯA GHI" in said
