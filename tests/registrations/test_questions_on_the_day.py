"""What somebody who comes asks on the day is answered from what is stored, else by the leader."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, MAI, SON, Town, clock, says


@pytest.fixture(params=[clock(19, 9), clock(21, 8)])
async def comes(town: Town, request: pytest.FixtureRequest) -> Town:
    """Before the day, and while it is on."""
    day = await open_saturday(town, 40, bring="găng tay")
    await join(town, MAI, day)
    await town.go_to(request.param)
    return town


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("mang gì", "găng tay"),
        ("mang gì đi ạ", "găng tay"),
        ("mấy giờ về", "7h00 – 10h00"),
        ("mấy giờ xong ạ", "7h00 – 10h00"),
    ],
)
async def test_what_is_stored_answers(comes: Town, words: str, said: str) -> None:
    assert said in await comes.write(MAI, words)
    assert not await says(comes, CUONG, words)


@pytest.mark.parametrize(
    "words", ["gửi xe ở đâu", "có được về sớm không ạ", "ở đó có chỗ rửa tay không"]
)
async def test_else_the_leader_is_asked(comes: Town, words: str) -> None:
    assert "Đã chuyển câu hỏi" in await comes.write(MAI, words)
    assert await says(comes, CUONG, words)
    await comes.tap(CUONG, "Trả lời")
    await comes.write(CUONG, "được nhé em")
    assert await says(comes, MAI, "được nhé em")


async def test_whoever_has_no_place_asks_nobody(comes: Town) -> None:
    for who in (SON, BINH):
        await comes.write(who, "ở đó có chỗ rửa tay không")
    assert not await says(comes, CUONG, "rửa tay")
