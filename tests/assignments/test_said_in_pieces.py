"""Several messages are one sentence, a figure that was told is put right, a question goes on."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town, says


async def taken(town: Town) -> None:
    await number_from(town, 152)
    await give(town, THANG, "Bình", when="thứ 6")
    await town.write(BINH, "nhận 152")


async def blocked(town: Town) -> str:
    [(said,)] = await town.sql("SELECT blocked FROM assignment WHERE number = 152")
    return str(said)


async def test_an_obstacle_in_three_messages_is_one(town: Town) -> None:
    await taken(town)
    assert "đang vướng gì" in await town.write(BINH, "vướng 152")
    await town.write(BINH, "dân không cho vào")
    await town.write(BINH, "phải chờ phường")
    assert await blocked(town) == "dân không cho vào; phải chờ phường"


async def test_another_obstacle_of_later_stands_beside_it(town: Town) -> None:
    await taken(town)
    await town.write(BINH, "152 vướng dân không cho vào")
    await town.later(minutes=5)
    await town.write(BINH, "152 vướng kinh phí chưa duyệt")
    assert await blocked(town) == "dân không cho vào; kinh phí chưa duyệt"


@pytest.mark.parametrize("line", ["nhầm, 70%", "sửa lại 70%", "à 70% chứ k phải 60"])
async def test_how_far_it_is_is_put_right(town: Town, line: str) -> None:
    await taken(town)
    await town.write(BINH, "152 60%")
    assert "NV-2026-0152 – 70%" in await town.write(BINH, line)


@pytest.mark.parametrize("line", ["có cần ảnh không", "152 có cần nộp bản giấy ko ạ"])
async def test_what_nothing_here_answers_goes_to_whoever_gave_the_work(
    town: Town, line: str
) -> None:
    await taken(town)
    assert "Chuyển tới đ/c Lê Văn Thắng về việc NV-2026-0152" in await town.write(BINH, line)
    assert not await says(town, THANG, line), "it is read back first"
    await town.tap(BINH, "Chuyển lời")
    assert await says(town, THANG, line)
    assert town.phone(THANG).can_tap("Trả lời")
    await town.write(THANG, "chỉ cần ảnh chụp")
    assert await says(town, BINH, "chỉ cần ảnh chụp")
