"""What was read back is answered in words: passed on or left; of several, one is put right and all
is read back again."""

import pytest

from tests.helpers.assignments import four_of_a_section, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, says


@begun(autouse=True)
async def four(town: Town) -> None:
    """Bình has 147 and 149, Hoa 148; 150 is the head's own, from a leader."""
    await four_of_a_section(town)


ASKED = "sao việc 149 chậm thế"
PASSED = [
    *("ok", "u chuyen di", "ừ chuyển đi", "đúng rồi", "chuyển", "chuyển lời đi nhé", "gửi đi"),
    *("ok chuyen giup toi", "ừ hỏi đi", "vâng", "👍"),
]


@pytest.mark.parametrize("yes", PASSED)
async def test_a_typed_yes_passes_it_on(town: Town, yes: str) -> None:
    await town.write(THANG, ASKED)
    await town.write(THANG, yes)
    await town.later(minutes=12)
    assert await says(town, BINH, ASKED)


@pytest.mark.parametrize(
    "no", ["thôi", "không", "đừng chuyển", "dung chuyen nua", "khong can dau", "thôi khỏi"]
)
async def test_a_typed_no_leaves_it(town: Town, no: str) -> None:
    await town.write(THANG, ASKED)
    assert "Đã thôi" in await town.write(THANG, no)
    await town.later(minutes=12)
    assert not await says(town, BINH, ASKED)


async def test_a_wish_to_be_released_is_not_passed_on_by_taking_it(town: Town) -> None:
    await town.write(BINH, "147 em không nhận được vì đi học")
    await town.write(BINH, "nhận")
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]


LINE = "147 lùi t4, 149 in màu"
MENDED = [
    ("à nhầm, 148 chứ", "147: 25/11; 148: in màu"),
    ("a nham, 148 chu khong phai 147", "148: 25/11; 149: in màu"),
    ("không phải 149 mà là 148", "147: 25/11; 148: in màu"),
    ("148 chứ", "147: 25/11; 148: in màu"),
    ("147 t5 chứ", "147: 26/11; 149: in màu"),
    ("à nhầm, 147 lùi thứ 5", "147: 26/11; 149: in màu"),
    ("nham, 149 in 2 mat", "147: 25/11; 149: in 2 mat"),
    ("sửa lại 149: giao Hoa", "147: 25/11; 149: giao lại cho đ/c Nguyễn Thị Hoa"),
]


@pytest.mark.parametrize(("fix", "wanted"), MENDED)
async def test_one_of_several_is_put_right(town: Town, fix: str, wanted: str) -> None:
    await town.write(THANG, LINE)
    old = town.held(THANG, "Gửi")
    said = await town.write(THANG, fix)
    assert "Gửi 2 việc?" in said
    for one in wanted.split("; "):
        number, words = one.split(": ")
        assert any(f"• {number} " in line and words in line for line in said.splitlines())
    before = await row(town, "due_at")
    await town.press(THANG, *old)
    assert await row(town, "due_at") == before
    await town.write(THANG, "gửi")
    assert "Đã làm:" in await town.screen(THANG)


async def test_twice_in_a_row(town: Town) -> None:
    await town.write(THANG, LINE)
    await town.write(THANG, "à nhầm, 148 chứ")
    said = await town.write(THANG, "147 t5 chứ")
    assert "26/11" in said
    assert "148 Danh sách hộ nghèo" in said


@pytest.mark.parametrize(
    ("fix", "became"),
    [
        ("à nhầm, 149 80%", "149 Soạn giấy mời: tiến độ 80%"),
        ("a nham, 149 90% chu", "149 Soạn giấy mời: tiến độ 90%"),
        ("149 vướng kinh phí chứ", "149 Soạn giấy mời: báo vướng – «kinh phí»"),
    ],
)
async def test_of_ones_own_as_well(town: Town, fix: str, became: str) -> None:
    await town.write(BINH, "147 xong đủ 6 hộ, 149 70%")
    said = await town.write(BINH, fix)
    assert became in said
    assert "147 Vận động 6 hộ: báo xong" in said
    await town.write(BINH, "gửi")
    assert await row(town, "state") == ("review",)


@pytest.mark.parametrize("line", ["149 chưa rõ đâu", "cảm ơn em", "148 sao rồi", "nhắc Hoa"])
async def test_other_words_put_nothing_right(town: Town, line: str) -> None:
    await town.write(THANG, LINE)
    assert "Gửi 2 việc?" not in await town.write(THANG, line)


async def test_another_puts_nothing_right(town: Town) -> None:
    await town.write(THANG, LINE)
    await town.write(HOA, "à nhầm, 148 chứ")
    assert "Gửi 2 việc?" in await town.screen(THANG)
