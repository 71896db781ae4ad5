"""A leader's typed questions are answered: what waits for me, who is the slowest, what became of
what I gave."""

import pytest

from storage import Work
from tests.helpers.assignments import give, number_from
from tests.helpers.reports import overdue
from tests.town import BINH, LAN, THANG, Town, clock


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    await number_from(town, 147)
    await give(town, LAN, "Bình", "Vận động 6 hộ", "27/11")
    await town.tap(BINH, "Nhận việc")


@pytest.mark.parametrize(
    "words",
    [
        "co gi cho toi khong",
        "có việc gì chờ tôi duyệt không",
        "tôi phải duyệt những gì",
        "ai dang xin toi gi",
        "cái gì cần tôi quyết",
        "co ai xin gi khong",
        "hôm nay có gì cần tôi cho ý kiến không",
    ],
)
async def test_what_waits_for_me(town: Town, words: str) -> None:
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    assert "147" in await town.write(LAN, words)
    assert "Chờ đồng chí (1)" in town.phone(LAN).last.text


@pytest.mark.parametrize(
    "words",
    [
        "viec toi giao toi dau roi",
        "các việc tôi giao thế nào",
        "mấy việc tôi giao làm chưa",
        "việc tôi đã giao mọi người làm đến đâu rồi",
    ],
)
async def test_what_became_of_what_i_gave(town: Town, words: str) -> None:
    await give(town, THANG, "Hoa", "Soạn giấy mời", "20/11")
    said = await town.write(LAN, words)
    assert "147" in said
    assert "148" not in said


@pytest.mark.parametrize(
    "words",
    ["ai cham nhat", "ai dang chậm nhất vậy", "viec nao qua han lau nhat", "phòng nào trễ nhất"],
)
async def test_the_slowest_stands_first(town: Town, words: str) -> None:
    """What is blocked stood first, and the longest overdue below it."""

    def prepare(work: Work) -> None:
        overdue(work, town, "Đất Hải Yên", due=clock(18, 9), stuck="giá bồi thường")
        overdue(work, town, "Danh sách", due=clock(12, 17))

    await town.work(prepare)
    said = await town.write(LAN, words)
    assert said.index("149") < said.index("148")
    assert "Chậm nhất: đ/c Nguyễn Văn Bình, việc 149, quá 5 ngày làm việc" in said


async def test_who_gave_nothing_is_told_so_without_a_gap(town: Town) -> None:
    """A line that was nothing but an optional part stood there empty."""
    said = await town.write(THANG, "viec toi giao toi dau roi")
    assert said.endswith("Hiện không có việc nào.")
    assert "\n\n" not in said
