"""Said of one piece of work and meant of another; a report and a photo are taken back in words."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.sent import photo, proofs
from tests.town import BINH, THANG, Town, says

DONE = "SELECT number, percent, blocked FROM assignment WHERE number > 146 ORDER BY number"
PROOFS = """
SELECT number FROM attachment JOIN assignment a ON about = 'work:' || a.id ORDER BY number
"""


@pytest.fixture(autouse=True)
async def two_pieces(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")


SLIPS = (
    *("a nham viec 148 chu khong phai 147", "nhầm, 148 chứ ko phải 147", "ko phải 147 mà là 148"),
    *("147 em ghi nhầm, của 148", "nhầm rồi, 148 cơ", "oops, 148 not 147"),
)


@pytest.mark.parametrize("slip", SLIPS)
async def test_how_far_it_is_goes_over(town: Town, slip: str) -> None:
    await town.write(BINH, "147 40%, còn 4 hộ")
    await town.later(minutes=3)
    said = await town.write(BINH, slip)
    assert "NV-2026-0148 – 40%" in said
    assert "Đã bỏ ở NV-2026-0147" in said
    assert await town.sql(DONE) == [(147, 0, ""), (148, 40, "")]


@pytest.mark.parametrize("slip", SLIPS)
async def test_a_draft_goes_over_with_its_photo(town: Town, slip: str) -> None:
    await town.write(BINH, "xong 147, 15 hộ ký rồi")
    await photo(town)
    said = await town.write(BINH, slip)
    assert "Báo xong NV-2026-0148" in said
    assert "Kết quả: 15 hộ ký rồi" in said
    assert "1 ảnh" in said
    await town.write(BINH, "gửi")
    states = "SELECT state FROM assignment WHERE number > 146 ORDER BY number"
    assert await town.sql(states) == [("doing",), ("review",)]


async def test_whoever_heard_of_an_obstacle_hears_that_there_is_none(town: Town) -> None:
    await town.write(BINH, "147 vướng kinh phí chưa duyệt")
    await town.later(minutes=3)
    await town.write(BINH, "nham, 148 chu k phai 147")
    assert await town.sql(DONE) == [(147, 0, ""), (148, 0, "kinh phí chưa duyệt")]
    await town.later(minutes=1)
    assert await says(town, THANG, "NV-2026-0147 – Vận động 6 hộ không còn vướng")
    assert await says(town, THANG, "báo vướng ở NV-2026-0148")


async def test_what_was_sent_with_it_goes_along_and_nothing_older(town: Town) -> None:
    await photo(town, caption="147 40%")
    await town.later(minutes=40)
    await photo(town, caption="147 60%")
    await town.write(BINH, "nham, 148 chu k phai 147")
    assert await town.sql(PROOFS) == [(147,), (148,)]


async def test_what_is_long_past_goes_nowhere(town: Town) -> None:
    await town.write(BINH, "147 40%")
    await town.later(minutes=40)
    assert "Chưa có điều nào" in await town.write(BINH, "nham, 148 chu k phai 147")
    assert await town.sql(DONE) == [(147, 40, ""), (148, 0, "")]


@pytest.mark.parametrize(
    "words", ["rut lai bao cao vua roi", "thu hồi báo cáo 147", "cho em lấy lại báo cáo vừa gửi"]
)
async def test_a_report_is_taken_back(town: Town, words: str) -> None:
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await town.write(BINH, "gửi")
    await town.later(hours=1)
    assert "CHƯA GỬI" in await town.write(BINH, words)
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("doing",)]
    await town.write(BINH, "gửi")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("review",)]


async def test_one_that_was_never_sent_is_dropped(town: Town) -> None:
    assert "Không có báo cáo nào" in await town.write(BINH, "rut lai bao cao")
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    assert "Đã bỏ báo cáo" in await town.write(BINH, "rut lai bao cao vua roi")


@pytest.mark.parametrize(
    "words", ["xoa anh vua gui", "bỏ giúp em cái ảnh vừa rồi", "xoa giup e 3 anh vua gui nham"]
)
async def test_a_photo_goes(town: Town, words: str) -> None:
    assert "Không có ảnh" in await town.write(BINH, words)
    await photo(town, caption="147 60%")
    await photo(town, caption="148 30%", album=3)
    assert "Đã xóa 3 ảnh, tệp vừa gửi của NV-2026-0148" in await town.write(BINH, words)
    assert await proofs(town, "work") == 1
    await photo(town)
    assert "Đã xóa 1 ảnh" in await town.write(BINH, words)
    assert "Đã xóa 1 ảnh, tệp vừa gửi của NV-2026-0147" in await town.write(BINH, words)
    assert await proofs(town, "work") == 0


async def test_of_two_albums_the_last_goes(town: Town) -> None:
    for size in (3, 2):
        await photo(town, caption="148 30%", album=size)
    for size in (2, 3):
        assert f"Đã xóa {size} ảnh" in await town.write(BINH, "xoa anh vua gui")


async def test_a_photo_goes_from_what_is_shown(town: Town) -> None:
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await photo(town)
    await town.write(BINH, "xoa anh vua gui")
    assert await proofs(town, "completion") == 0
