"""What a lead tells after a reminder reaches whoever reminded; a photo that is only shown stays,
and a result said before «xong 139» is the result."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, THANG, Town, clock


@pytest.fixture(autouse=True)
async def one(town: Town) -> None:
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="27/11", what="Vận động 6 hộ")
    await town.write(BINH, "nhận 147")


@pytest.mark.parametrize(
    "line",
    ["e dang lam, duoc 60% r c", "147 con 1 ho thoi c", "147 đã gặp hộ khu 2, hộ khu 3 hẹn mai"],
)
async def test_whoever_chased_hears_the_answer(town: Town, line: str) -> None:
    await town.write(THANG, "nhắc 147")
    await town.later(hours=1)
    await town.write(BINH, line)
    await town.later(minutes=1)
    told = [text for text in await town.heard(THANG) if "trả lời lời nhắc" in text]
    assert len(told) == 1
    assert line in told[0]


async def test_what_is_told_without_a_chase_rings_nobody(town: Town) -> None:
    await town.write(BINH, "147 60%")
    await town.write(THANG, "nhắc 147")
    await town.later(hours=1)
    await town.write(BINH, "147 70%")
    await town.write(BINH, "147 80%")
    told = [text for text in await town.heard(THANG) if "trả lời lời nhắc" in text]
    assert len(told) == 1
    assert "70%" in told[0]


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("ho cuoi ky roi c oi! xong 147", "ho cuoi ky roi"),
        ("đã trao đủ 6 suất quà, báo xong 147", "đã trao đủ 6 suất quà"),
        ("6/6 hộ ký hết rồi ạ. Xong việc 147 nhé", "6/6 hộ ký hết rồi"),
    ],
)
async def test_a_result_before_the_word_is_the_result(town: Town, line: str, result: str) -> None:
    said = await town.write(BINH, line)
    assert "CHƯA GỬI" in said
    assert result in said
    await town.write(BINH, "gửi")
    assert await row(town, "state") == ("review",)


@pytest.mark.parametrize("line", ["còn 1 hộ chưa ký, mai xong 147", "bao giờ xong 147?"])
async def test_what_leaves_it_open_is_no_report(town: Town, line: str) -> None:
    assert "CHƯA GỬI" not in await town.write(BINH, line)


@pytest.mark.parametrize(
    "line", ["gui cho c xem thoi chu chua xong", "chưa xong đâu ạ, gửi chị xem thôi"]
)
async def test_a_photo_that_is_only_shown_is_kept_with_its_words(town: Town, line: str) -> None:
    await give(town, THANG, "Bình", when="27/11", what="Lợp mái tôn")
    await town.write(BINH, "nhận 148")
    await town.sql("DELETE FROM spoken_of")
    await town.phone(BINH).photo(caption="mong nha ong Binh")
    assert "việc nào" in await town.screen(BINH)
    await town.write(BINH, "148")
    await town.write(BINH, line)
    kept = await town.sql("SELECT text FROM journal WHERE text LIKE '%mong nha ong Binh%'")
    assert kept
    assert await town.sql("SELECT count(*) FROM attachment") == [(1,)]
