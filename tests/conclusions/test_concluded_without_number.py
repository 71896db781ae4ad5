"""What a leader concludes of no item: read back before anybody hears, and taken back in words."""

import pytest

from tests.helpers.assignments import number_from
from tests.town import DUNG, HANH, LAN, THANG, Town, says


@pytest.fixture(autouse=True)
async def before(town: Town) -> None:
    await number_from(town, 147)


async def conclusions(town: Town) -> list[str]:
    return [s for (s,) in await town.sql("SELECT state FROM matter WHERE kind = 'conclusion'")]


@pytest.mark.parametrize(
    "words",
    [
        "kết luận: Thắng làm kế hoạch Tết, 5/12; Hạnh chuẩn bị hội trường, 26/11",
        "ket luan giao ban sang nay: 1. TTVD xong ke hoach Tet giao Thang 5/12. "
        "2. VP chuan bi hoi truong giao Hanh 26/11",
        "kết luận:\n1. Thắng làm kế hoạch Tết, 5/12\n2. Hạnh chuẩn bị hội trường, 26/11",
        "KL giao ban: Thắng: kế hoạch Tết, 5/12; Hạnh: hội trường, 26/11",
    ],
)
async def test_several_are_read_back_together(town: Town, words: str) -> None:
    said = await town.write(LAN, words)
    assert "CHƯA GIAO" in said
    assert "1. đ/c Lê Văn Thắng" in said
    assert "2. đ/c Đỗ Thị Hạnh" in said
    assert "5/12" in said
    assert "26/11" in said
    assert await town.sql("SELECT 1 FROM assignment WHERE number > 146") == []
    await town.write(LAN, "ok")
    assert await says(town, THANG, "NV-2026-0147")
    assert await says(town, HANH, "NV-2026-0148")


@pytest.mark.parametrize(
    ("words", "hears"),
    [
        ("kết luận: đẩy nhanh công tác Tết", "Đỗ Thị Hạnh"),
        ("ket luan: giao Thang lam ke hoach Tet, 5/12", "Lê Văn Thắng"),
        ("kết luận: Thắng lo kế hoạch Tết, 5/12", "Lê Văn Thắng"),
    ],
)
async def test_one_is_read_back_with_whom_it_reaches(town: Town, words: str, hears: str) -> None:
    said = await town.write(LAN, words)
    assert "CHƯA GHI" in said
    assert f"Gửi đ/c {hears}" in said
    assert await conclusions(town) == []
    assert "Đã ghi KL-001" in await town.write(LAN, "gửi") or await conclusions(town) == ["open"]


async def test_thoi_writes_nothing(town: Town) -> None:
    await town.write(LAN, "kết luận: đẩy nhanh công tác Tết")
    await town.write(LAN, "thôi")
    await town.write(LAN, "gửi")
    assert await conclusions(town) == []


@pytest.mark.parametrize(
    "words", ["bo ket luan luc nay", "thu hồi cái vừa gửi", "hủy kết luận vừa rồi", "rút kết luận"]
)
async def test_taken_back_in_words(town: Town, words: str) -> None:
    await town.write(LAN, "kết luận: đẩy nhanh công tác Tết")
    await town.write(LAN, "gửi")
    assert "KL-001" in await town.write(LAN, words)
    assert await conclusions(town) == ["unsaid"]


@pytest.mark.parametrize("words", ["rút ý kiến", "huy y kien vua roi", "thu hồi ý kiến chỉ đạo"])
async def test_an_open_one_is_left(town: Town, words: str) -> None:
    await town.write(LAN, "kết luận: đẩy nhanh công tác Tết")
    await town.write(LAN, words)
    await town.write(LAN, "gửi")
    assert await conclusions(town) == []


async def test_what_is_named_is_taken_back_and_nothing_else(town: Town) -> None:
    await town.write(LAN, "kết luận: đẩy nhanh công tác Tết")
    await town.write(LAN, "gửi")
    await town.write(LAN, "Thắng: soạn giấy mời, 26/11")
    await town.write(LAN, "ok")
    await town.write(LAN, "bỏ kết luận lúc nãy")
    assert await conclusions(town) == ["unsaid"]
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("assigned",)]


async def test_after_ten_minutes_it_stands(town: Town) -> None:
    await town.write(LAN, "kết luận: đẩy nhanh công tác Tết")
    await town.write(LAN, "gửi")
    await town.later(minutes=15)
    await town.write(LAN, "bỏ kết luận lúc nãy")
    assert await conclusions(town) == ["open"]


async def test_whoever_gives_no_work_concludes_nothing(town: Town) -> None:
    await town.write(DUNG, "kết luận: Thắng làm kế hoạch, 5/12; Hạnh chuẩn bị, 26/11")
    assert await conclusions(town) == []
    assert await town.sql("SELECT 1 FROM assignment WHERE number > 146") == []
