"""What staff ask of colleagues, and tell of their work without a card."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def two(town: Town) -> None:
    """147 is Bình's, 148 Hoa's."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")
    await give(town, THANG, "Hoa", "Soạn kế hoạch 8/3", "30/11")


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("xong du 20 bao", "du 20 bao"),
        ("147 xong thu dc 20 bao", "thu dc 20 bao"),
        ("xong phát đủ 120 tờ", "phát đủ 120 tờ"),
    ],
)
async def test_done_with_so_many_is_a_result(town: Town, line: str, result: str) -> None:
    said = await town.write(BINH, line)
    assert "CHƯA GỬI" in said
    assert f"Kết quả: {result}" in said


@pytest.mark.parametrize("line", ["xong gần 20 bao", "xong trong 2 ngày"])
async def test_what_may_not_be_done_is_no_result(town: Town, line: str) -> None:
    await town.write(BINH, line)
    assert await town.sql("SELECT count(*) FROM completion") == [(0,)]


@pytest.mark.parametrize(
    "line", ["hỏi Hoa sao 148 trễ", "hoi Hoa sao 148 tre", "chị Hoa ơi 148 xong chưa"]
)
async def test_of_work_that_one_does_not_follow_it_is_said(town: Town, line: str) -> None:
    assert "148 không thuộc phần" in await town.write(BINH, line)


async def test_whoever_follows_it_asks_its_lead(town: Town) -> None:
    assert "Chuyển tới đ/c Nguyễn Văn Bình" in await town.write(THANG, "hoi Binh sao 147 cham")
    assert "Chuyển tới đ/c Nguyễn Văn Bình" in await town.write(THANG, "anh Bình 147 xong chưa")


async def test_who_has_not_accepted_is_for_heads_to_see(town: Town) -> None:
    assert "148 Soạn kế hoạch" in await town.write(THANG, "ai chưa nhận việc")
    assert "chưa được phân quyền" in await town.write(BINH, "ai chưa nhận việc")


@pytest.mark.parametrize(
    "line",
    [
        "đã hướng dẫn cách đăng ký cho 12 hộ",
        "hộ khu 5 khiếu nại em đã đến gặp rồi",
        "đã tiếp dân khiếu nại đất đai, dân đồng ý rút đơn",
    ],
)
async def test_an_account_is_kept_and_asked_about(town: Town, line: str) -> None:
    said = await town.write(BINH, line)
    assert f"«{line}»" in said
    assert "muốn nói gì" in said


@pytest.mark.parametrize("line", ["hướng dẫn cách gửi ảnh", "dạ hướng dẫn em cách đăng ký"])
async def test_who_wants_to_be_shown_gets_the_help(town: Town, line: str) -> None:
    assert "Trợ giúp" in await town.write(BINH, line)


@pytest.mark.parametrize(
    "line",
    ["tôi muốn khiếu nại nhà bà Năm", "tố cáo ông trưởng khu 2", "dân tố cáo Hoa nhận tiền"],
)
async def test_who_complains_is_sent_to_the_reception(town: Town, line: str) -> None:
    assert "tiếp công dân" in await town.write(BINH, line)


async def test_an_order_about_a_household_that_complains_is_work(town: Town) -> None:
    said = await town.write(THANG, "Hoa: rà soát hộ khu 5 khiếu nại, thứ 6")
    assert "đ/c Nguyễn Thị Hoa: rà soát hộ khu 5 khiếu nại" in said
