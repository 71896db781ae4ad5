"""«thứ 6 tôi nghỉ, Mai làm thay, vợ mới đẻ»: the day and who is named; why is kept nowhere."""

import pytest

from tests.town import BINH, Town


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("thu 6 toi nghi, Hoa lam thay, vo moi de", "thứ Sáu, 20/11"),
        ("thứ 6 tôi nghỉ, Hoa làm thay, vợ mới đẻ", "thứ Sáu, 20/11"),
        ("thu 6 toi nghi, Hoa lam thay, con om", "thứ Sáu, 20/11"),
        ("t6 em nghỉ, Hoa làm thay, vì nhà có việc", "thứ Sáu, 20/11"),
        ("nghi tu thu 3 den thu 5, Hoa lam thay, me bi om", "thứ Ba, 24/11 đến thứ Năm, 26/11"),
    ],
)
async def test_the_day_and_who_is_named_are_read(town: Town, line: str, days: str) -> None:
    said = await town.write(BINH, line)
    assert days in said
    assert "Hoa" in said
    await town.tap(BINH, "Đúng")
    assert await town.sql("SELECT count(*) FROM absence") == [(1,)]
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    why = line.rpartition(", ")[2]
    assert not [row for row in dump.splitlines() if why in row and 'INTO "inbox"' not in row]


async def test_another_thing_that_is_said_is_not_dropped(town: Town) -> None:
    await town.write(BINH, "thứ 6 tôi nghỉ, Hoa làm thay, Bắc đi họp")
    assert not town.phone(BINH).can_tap("Đúng")
