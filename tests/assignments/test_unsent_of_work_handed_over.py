"""A report that was read back and not sent ends when its work goes to another person."""

from tests.helpers.assignments import give
from tests.town import BINH, THANG, Town, clock


async def test_the_card_says_so_and_nobody_is_reminded(town: Town) -> None:
    await give(town, THANG, "Bình")
    assert "CHƯA GỬI" in await town.write(BINH, "xong 1, 6 hộ đã ký")
    draft = town.phone(BINH).last
    held = town.held(BINH, "Gửi")
    assert "Hoa" in await town.write(THANG, "giao lại 1 cho Hoa vì Bình đi học")
    await town.write(THANG, "đúng")
    await town.settle()
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]
    there = next(m for m in town.phone(BINH).messages if m.message_id == draft.message_id)
    assert "Gửi" not in there.labels
    await town.press(BINH, *held)
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]
    before = len(await town.heard(BINH))
    await town.go_to(clock(19, 18))
    assert not any("chưa gửi" in text.casefold() for text in (await town.heard(BINH))[before:])
