"""«ý là thứ 5 chứ», just after work was given or something was said to others: another limit."""

import pytest

from tests.helpers.assignments import number_from
from tests.helpers.scenes import NAM, move_in
from tests.town import HANH, LAN, THANG, Town

DUE = "SELECT due_at FROM assignment ORDER BY id DESC LIMIT 1"


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    await town.work(move_in(town))
    town.phone(NAM)
    await number_from(town, 157)
    await town.write(THANG, "Nam: in 30 bộ tài liệu, thứ 6")
    await town.write(THANG, "gửi")


MENDED = (
    ("y la thu 5 tuan sau chu", "thứ Năm, 26/11 17h00"),
    ("sửa lại là thứ Năm tuần sau", "thứ Năm, 26/11 17h00"),
    ("nhầm, 10h", "thứ Sáu, 20/11 10h00"),
    ("thế thì chuyển sang chiều thứ 4 tuần sau", "thứ Tư, 25/11 17h00"),
    ("157 sửa hạn lại 27/11", "thứ Sáu, 27/11 17h00"),
    ("the thi 157 han 27/11", "thứ Sáu, 27/11 17h00"),
    ("đổi hạn thành sáng thứ 4 tuần sau", "thứ Tư, 25/11 11h30"),
    ("lùi sang sáng thứ 4 tuần sau", "thứ Tư, 25/11 11h30"),
    ("doi han thanh sang thu 4 tuan sau", "thứ Tư, 25/11 11h30"),
    ("157 doi han thanh sang thu 4 tuan sau", "thứ Tư, 25/11 11h30"),
    ("157 sáng thứ 4 tuần sau nhé", "thứ Tư, 25/11 11h30"),
    ("doi han sang thu 4 tuan sau", "thứ Tư, 25/11 17h00"),
)


@pytest.mark.parametrize(("line", "due"), MENDED)
async def test_the_limit_of_what_was_given_is_read_back(town: Town, line: str, due: str) -> None:
    before = await town.sql(DUE)
    assert f"→ {due}" in await town.write(THANG, line)
    assert await town.sql(DUE) == before
    await town.write(THANG, "ok")
    assert await town.sql(DUE) != before


@pytest.mark.parametrize("line", ["thứ 5 chứ không phải Hoa", "nhầm, Hoa thứ 5", "y la to 200 to"])
async def test_what_says_more_moves_nothing(town: Town, line: str) -> None:
    assert "→" not in await town.write(THANG, line)


async def test_the_limit_of_ones_own_word_is_another(town: Town) -> None:
    await town.write(LAN, "ý kiến chỉ đạo: các tiểu ban báo cáo kết quả trước thứ Tư tuần sau")
    await town.write(LAN, "gửi")
    assert "hạn 26/11" in await town.write(LAN, "sửa lại là thứ Năm tuần sau")
    heard = [m for m in town.phone(HANH).messages if "các tiểu ban báo cáo" in m.text]
    assert "hạn 26/11" in heard[-1].text


async def test_an_open_draft_hears_its_day(town: Town) -> None:
    await town.write(THANG, "giao Nam mượn loa")
    assert "⏰ thứ Năm, 26/11" in await town.write(THANG, "đổi sang thứ 5 tuần sau nhé")
