"""What was asked or read back about work that has ended, or changed hands, goes nowhere."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, THANG, Town, says

ABOUT = "SELECT topic FROM expectation WHERE topic LIKE 'work.%'"


async def from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


async def test_a_word_on_cancelled_work_is_not_sent(town: Town) -> None:
    await from_147(town)
    assert "Chuyển tới" in await town.write(THANG, "sao việc 147 chậm thế")
    await town.write(THANG, "hủy 147")
    await town.write(THANG, "trùng việc khác")
    await town.write(THANG, "ok")
    assert await town.sql(ABOUT) == []
    assert not await says(town, BINH, "chậm thế")


async def test_an_old_why_does_not_survive_a_hand_over(town: Town) -> None:
    await from_147(town)
    assert "Lý do?" in await town.write(BINH, "gia hạn 147 đến thứ 6 tuần sau")
    await town.write(THANG, "giao 147 cho Hoa vì Bình đi học")
    await town.write(THANG, "gửi")
    await town.write(THANG, "giao 147 cho Bình vì Hoa ốm")
    await town.write(THANG, "gửi")
    await town.later(minutes=30)
    assert not await says(town, HOA, "không có")
    await town.write(BINH, "147 bao gio xong z")
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]
