"""Questions of those who come: answered from what is stored, or by the leader of the point."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, HOA, MAI, NEIGHBOURS, SON, Town, says

RAIN = "UPDATE activity SET rain_plan = 'dời sang Chủ nhật'"


@pytest.mark.parametrize("words", ["mua thi sao", "mai mua to co di ko", "mưa thì sao ạ?"])
async def test_the_rain_plan_is_told(town: Town, words: str) -> None:
    day = await open_saturday(town)
    await town.sql(RAIN)
    await join(town, MAI, day)
    assert "dời sang Chủ nhật" in await town.write(MAI, words)


async def test_whom_to_call(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    assert "Cần hỏi, gọi" in await town.write(MAI, "sdt chi phu trach")
    assert "Cần hỏi, gọi" not in await town.write(SON, "sdt chi phu trach")


@pytest.mark.parametrize("words", ["co an sang ko", "gui xe o dau", "mua thi sao"])
async def test_what_is_not_stored_goes_to_the_leader_and_comes_back(
    town: Town, words: str
) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    assert "Đã chuyển câu hỏi" in await town.write(MAI, words)
    heard = [who for who in NEIGHBOURS if await says(town, who, f"«{words}»")]
    assert len(heard) == 1
    leader = heard[0]
    await town.tap(leader, "Trả lời")
    await town.write(leader, "Có, lúc 6 giờ ở nhà văn hóa")
    assert "Có, lúc 6 giờ ở nhà văn hóa" in (await town.heard(MAI))[-1]
    assert not await says(town, SON, "6 giờ ở nhà văn hóa")


REPLIES = [
    "mang gang tay thoi, cuoc xeng co san",
    "co nhe, mang 2 doi",
    "chua biet",
    "ok",
    "chot 7h",
]


@pytest.mark.parametrize("words", REPLIES)
async def test_a_reply_to_the_question_answers_it_whatever_else_is_open(
    town: Town, words: str
) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "co an sang ko")
    [leader] = [who for who in NEIGHBOURS if await says(town, who, "«co an sang ko»")]
    asked = next(m for m in town.phone(leader).messages if "«co an sang ko»" in m.text)
    await town.press(leader, f"s.group:{day}")
    await town.write(leader, "PN 12")
    assert "Đã gửi câu trả lời" in await town.write(leader, words, reply_to=asked)
    assert words in (await town.heard(MAI))[-1]


async def test_only_who_was_asked_may_answer(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "co an sang ko")
    [(mine,)] = await town.sql("SELECT id FROM registration")
    await town.press(SON, f"dq.answer:{mine}")
    assert not await says(town, SON, "Trả lời Mai")


NOTES = "gửi xe: sân nhà văn hóa\năn sáng: có bánh mì"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("gui xe o dau", "sân nhà văn hóa"),
        ("có chỗ để xe không ạ", "sân nhà văn hóa"),
        ("co an sang ko", "có bánh mì"),
        ("mang theo gang tay ko", "ủng, găng tay"),
    ],
)
async def test_what_the_office_wrote_down_is_told(town: Town, words: str, told: str) -> None:
    day = await open_saturday(town, bring="ủng, găng tay")
    await join(town, MAI, day)
    await town.press(HOA, f"s.details:{day}")
    assert "sân nhà văn hóa" in await town.write(HOA, NOTES)
    assert told in await town.write(MAI, words)
    assert not await says(town, CUONG, f"«{words}»")


async def test_a_newcomer_is_told_too(town: Town) -> None:
    day = await open_saturday(town)
    await town.press(HOA, f"s.details:{day}")
    await town.write(HOA, NOTES)
    await town.phone(SON).start(f"act-{day}")
    assert "có bánh mì" in await town.write(SON, "co an sang ko")
