"""«156 xong, …» is a report, read back before it goes; one household more, and what waits for
others, is none."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, THANG, Town, clock, says

SENT = "SELECT state FROM completion"


@pytest.fixture(autouse=True)
async def one(town: Town) -> None:
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11", what="Rà soát hộ vướng mặt bằng")
    await town.write(BINH, "nhận 147")
    await town.later(hours=1)


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("147 xong, phan 3 nhom: gia, tai dinh cu, giay to", "phan 3 nhom: gia, tai dinh cu"),
        ("147 xong, có 2 kiến nghị quá hạn chưa trả lời", "có 2 kiến nghị quá hạn"),
        ("147 da kiem tra xong, so sach dung", "da kiem tra xong, so sach dung"),
        ("147 xong ca 2 nha r c, mái tôn mới", "ca 2 nha r c, mái tôn mới"),
        ("phòng họp trang trí xong c", "phòng họp trang trí xong c"),
        ("tap huan xong, 43 nguoi du", "tap huan xong, 43 nguoi du"),
        ("bao cao thang 11 xong roi a", "bao cao thang 11 xong roi a"),
        ("danh sách khu 3 hoàn thành rồi ạ", "danh sách khu 3 hoàn thành rồi ạ"),
    ],
)
async def test_a_report_is_read_back(town: Town, line: str, result: str) -> None:
    said = await town.write(BINH, line)
    assert "CHƯA GỬI" in said
    assert result in said
    assert await row(town, "state") == ("doing",)
    await town.write(BINH, "gửi")
    assert await row(town, "state") == ("review",)


@pytest.mark.parametrize(
    "line",
    [
        "147 da soan xong du thao, cho ben dien luc tra loi",
        "147 xong phần em, còn chờ phường ký",
        "soạn xong rồi, đang chờ công an xác nhận",
        "them 1 ho dong y roi",
        "147 xong het roi, con thieu chu ky",
        "ký xong 5 hộ, còn 1 hộ",
        "147 gần xong rồi ạ",
        "147 bao giờ xong hả chị?",
        "147 xong 3/6 hộ",
        "phòng họp trang trí chưa xong",
        "nếu mai xong thì em báo",
    ],
)
async def test_what_is_not_done_is_no_report(town: Town, line: str) -> None:
    assert "CHƯA GỬI" not in await town.write(BINH, line)
    assert await town.sql(SENT) == []


async def test_what_waits_for_others_is_asked_with_the_right_choices(town: Town) -> None:
    await town.write(BINH, "147 đã soạn xong dự thảo, chờ bên điện lực trả lời")
    assert town.phone(BINH).can_tap("Báo vướng mắc")
    await town.tap(BINH, "Chỉ ghi tiến độ")
    assert await town.sql(SENT) == []


async def test_one_more_of_several_works_is_no_report_of_the_one_that_is_named(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11", what="Vận động 6 hộ")
    await town.write(BINH, "nhận 148")
    await town.sql("DELETE FROM spoken_of")
    assert "việc nào" in await town.write(BINH, "them 1 ho dong y roi")
    said = await town.write(BINH, "viec 148 ay")
    assert "CHƯA GỬI" not in said
    assert await town.sql(SENT) == []
    assert await says(town, BINH, "148")
