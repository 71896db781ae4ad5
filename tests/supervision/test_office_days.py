"""What an office sets otherwise: a body's days, how far the radar looks, which steps there are."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose, visit
from tests.town import BINH, HANH, Town


@pytest.fixture
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def test_a_page_and_a_line_set_the_same(office: Town) -> None:
    town = office
    assert "Hạn trả lời kiến nghị, rồi công văn nhắc: 20 ngày" in await town.write(TRAN, "hạn gs")
    await town.tap(TRAN, "Gửi đơn vị trước")
    assert "từ 1 đến 366" in await town.write(TRAN, "lâu hơn")
    assert "từ 1 đến 366" in await town.write(TRAN, "0 ngày")
    assert "Gửi đơn vị trước cuộc: 10 ngày" in await town.write(TRAN, "10")
    assert "Gửi đơn vị trước cuộc: 7 ngày" in await town.write(HANH, "gửi đơn vị trước: 7 ngày")
    for line in ("gửi đơn vị trước: 7 ngày", "hạn tìm trùng: 30 ngày"):
        assert "chưa được phân quyền" in await town.write(BINH, line)
    assert "chưa được phân quyền" in await town.press(BINH, "v.days:0:radar")


async def until_it_is_sent(town: Town) -> str:
    """For the 30th; the last line is a paper of the 19th."""
    await propose(town, LIEN, when="30/11")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    return await town.write(TRAN, "GS1 số 40 ngày 19/11, Khải ký")


async def test_the_body_has_as_many_days_as_the_office_gives(office: Town) -> None:
    town = office
    assert "muộn so với quy định 15 ngày" in await until_it_is_sent(town)
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.sql("DELETE FROM visit_paper")
    await town.write(TRAN, "gửi đơn vị trước: 10 ngày")
    assert "muộn" not in await town.write(TRAN, "GS1 số 40 ngày 19/11, Khải ký")
    assert await visit(town, "stage", 1) == ("sent",)


async def test_a_step_that_is_left_out_is_passed_over(office: Town) -> None:
    town = office
    await town.write(TRAN, "các bước giám sát")
    await town.tap(TRAN, "gửi đơn vị")
    await until_it_is_sent(town)
    assert await visit(town, "stage", 1) == ("answered",)


async def test_the_radar_looks_as_far_as_the_office_says(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="1/12")
    await town.write(TRAN, "hạn tìm trùng: 30 ngày")
    assert "Chưa thấy trùng" in await propose(town, BINH, "tiếp công dân", when="1/3/2027")
    await town.write(TRAN, "hạn tìm trùng: 180 ngày")
    assert "🔴 GS-01" in await town.write(BINH, "GS2 trùng")
