"""«cho em xin giấy chứng nhận buổi 21/11»: the ledger, with the paper under it."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.helpers.roll import came
from tests.town import MAI, SON, Town, clock


@pytest.mark.parametrize(
    "words",
    [
        "cho em xin giấy chứng nhận buổi 21/11",
        "cho e xin giay xac nhan buoi don kenh hom thu 7",
        "giấy xác nhận đâu ạ",
        "em muốn xin giấy xác nhận tình nguyện",
        "giấy chứng nhận của em bao giờ có ạ?",
        "buổi hôm qua có giấy chứng nhận không",
    ],
)
async def test_the_paper_lies_under_the_ledger(town: Town, words: str) -> None:
    await came(town, MAI, SON)
    said = await town.write(MAI, words)
    assert "Sổ tình nguyện" in said
    assert "21/11" in said
    await town.tap(MAI, "Giấy chứng nhận")
    assert await town.sql("SELECT count(*) FROM certificate") == [(1,)]


async def test_of_a_day_to_come_it_is_a_question(town: Town) -> None:
    day = await open_saturday(town, 20, starts=clock(28, 7))
    await join(town, MAI, day)
    assert "Đã chuyển câu hỏi" in await town.write(MAI, "buổi này có giấy chứng nhận không ạ")
