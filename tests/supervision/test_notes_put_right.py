"""What is said of a note just written puts it right or takes it away; what is said to somebody is
asked, and never kept silently."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.town import Town

STALLS = "thiếu bảng giá 3 quầy"


@pytest.fixture
async def there(town: Town) -> Town:
    """They are there, and the first note is written."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa")
    await town.write(TRAN, "GS1 đã đến")
    await town.write(TRAN, STALLS)
    return town


async def notes(town: Town) -> list[str]:
    return [words for (words,) in await town.sql("SELECT words FROM finding ORDER BY id")]


@pytest.mark.parametrize(
    "line",
    ["nhầm, bỏ câu vừa rồi", "xóa câu cuối", "à nhầm bỏ dòng vừa rồi", "GS1 nhầm, bỏ câu vừa rồi"],
)
async def test_the_last_one_is_taken_away(there: Town, line: str) -> None:
    assert f"đã bỏ «{STALLS}»" in await there.write(TRAN, line)
    assert await notes(there) == []


@pytest.mark.parametrize(
    "line",
    [
        "à 2 quầy thôi",
        "nhầm, 2 quầy",
        "sửa lại: thiếu bảng giá 2 quầy",
        "đính chính: 2 quầy nhé",
        "2 quầy chứ không phải 3",
        "không phải, 2 quầy cơ",
    ],
)
async def test_it_is_put_right_and_read_back(there: Town, line: str) -> None:
    assert "thiếu bảng giá 2 quầy (hạn chế)" in await there.write(TRAN, line)
    assert await notes(there) == ["thiếu bảng giá 2 quầy"]


async def test_of_several_in_one_note_only_the_one_that_is_meant(there: Town) -> None:
    await there.write(TRAN, "2 hộ không có sổ, quầy 2 không có cân")
    await there.write(TRAN, "nhầm, quầy 3 không có cân")
    assert await notes(there) == [STALLS, "2 hộ không có sổ, quầy 3 không có cân"]


@pytest.mark.parametrize("line", ["à 2 hộ thôi", "à quầy 5 cơ", "nhầm, chợ này không có cân"])
async def test_what_is_not_plain_is_asked(there: Town, line: str) -> None:
    assert f"sửa chỗ nào trong «{STALLS}»" in await there.write(TRAN, line)
    assert await notes(there) == [STALLS]


@pytest.mark.parametrize(
    "line",
    ["chờ em chút", "alo", "sếp ơi họ mời cơm", "họ mời cơm", "nãy ghi sai, bỏ đi", "tốt"],
)
async def test_what_is_said_to_somebody_is_no_note(there: Town, line: str) -> None:
    said = await there.write(TRAN, line)
    assert "đã ghi" not in said
    assert await notes(there) == [STALLS]
    if "ghi là hạn chế?" in said:
        await there.tap(TRAN, "Không")
    await there.write(TRAN, "hồ sơ thiếu chữ ký")
    assert await notes(there) == [STALLS, "hồ sơ thiếu chữ ký"]
