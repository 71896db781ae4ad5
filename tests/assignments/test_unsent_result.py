"""Under a result that was read back and not sent, only what belongs to it goes into it."""

import pytest

from language.line.fold import bare
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town

DRAFT = "SELECT text FROM completion"
READ_BACK = "đã vận động 6 hộ"


@begun(autouse=True)
async def read_back(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, f"xong 147, {READ_BACK}")
    assert await town.sql(DRAFT) == [(READ_BACK,)]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    "chat",
    [
        "trưa nay cả phòng đi ăn bún nhé",
        "hôm nay mưa to quá chị ơi",
        "em đang ở dưới cơ sở",
        "chị xem giúp em nhé",
        "chị Hoa gọi cho em với",
        "alo chị ơi",
        "mấy giờ họp vậy ạ",
    ],
)
async def test_chat_does_not_go_into_it(town: Town, chat: str, marks: bool) -> None:
    await town.write(BINH, chat if marks else bare(chat))
    assert await town.sql(DRAFT) == [(READ_BACK,)]
    assert await town.sql("SELECT state FROM completion") == [("draft",)]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    "more",
    [
        "thêm 2 hộ khu 3",
        "kèm biên bản",
        "có danh sách gửi phòng",
        "bà con nhất trí cao",
        "đã gửi phường",
    ],
)
async def test_what_adds_to_it_does(town: Town, more: str, marks: bool) -> None:
    more = more if marks else bare(more)
    await town.write(BINH, more)
    assert await town.sql(DRAFT) == [(f"{READ_BACK}\n{more}",)]


async def test_what_may_be_either_is_asked(town: Town) -> None:
    assert "Chưa ghi gì" in await town.write(BINH, "trời nắng, đường khô ráo")
    await town.tap(BINH, "Ghi vào kết quả")
    assert await town.sql(DRAFT) == [(f"{READ_BACK}\ntrời nắng, đường khô ráo",)]
    await town.tap(BINH, "Gửi")
    assert await town.sql("SELECT state FROM completion") == [("sent",)]
