"""What is put right in words, a moment or a day later, changes what is named and nothing else."""

import pytest

from tests.helpers.assignments import give, last, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def work(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Thu quỹ vì người nghèo", "30/11")
    await town.write(BINH, "nhận 147, 148")


async def test_one_number_of_a_result_before_it_goes_and_after(town: Town) -> None:
    await town.write(BINH, "148 xong, thu được 20 hộ")
    assert "Kết quả: thu được 12 hộ" in await town.write(BINH, "nham, 12 ho chu k phai 20")
    await town.write(BINH, "gửi")
    said = await town.write(BINH, "nhầm 15 hộ chứ không phải 12")
    assert "Sửa thành: «thu được 15 hộ»" in said
    await town.write(BINH, "đúng")
    await town.later(days=1)
    said = await town.write(BINH, "hom qua em bao 148 nham, 18 ho chu k phai 15")
    assert "Sửa thành: «thu được 18 hộ»" in said
    await town.write(BINH, "đúng")
    assert "«thu được 18 hộ»" in await last(town, THANG)


async def test_one_number_of_a_note(town: Town) -> None:
    assert "Đã ghi vào NV-2026-0148" in await town.write(BINH, "148: đã gặp 20 hộ")
    assert "đã gặp 12 hộ" in await town.write(BINH, "nham, 12 ho chu k phai 20")


async def test_how_far_it_was_the_day_before(town: Town) -> None:
    await town.write(BINH, "148 70%")
    await town.later(days=1)
    said = await town.write(BINH, "hom qua em ghi nham, 148 moi 50%")
    assert "50% «148 moi 50%» thay cho 70%" in said
    await town.write(BINH, "đúng")
    far = "SELECT percent FROM assignment WHERE number IN (147, 148) ORDER BY number"
    assert await town.sql(far) == [(0,), (50,)]
