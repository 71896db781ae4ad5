"""What is overdue and what is stuck stands in the morning's letter and in one's own list: once,
the worst first."""

import re

from tests.helpers.assignments import give, last, number_from
from tests.town import BINH, THANG, Town, clock


async def four(town: Town) -> None:
    """147 is due tomorrow; 148 is stuck; 149 is overdue, 150 longer, and stuck as well."""
    await number_from(town, 147)
    for what, when in (
        ("Dọn kênh khu 2", "26/11"),
        ("Lập danh sách hộ nghèo", "30/11"),
        ("Trang trí sân khấu", "23/11"),
    ):
        await give(town, THANG, "Bình", what, when)
    await give(town, THANG, "Bình", "Treo băng rôn", "20/11")
    for number in (147, 148, 149, 150):
        await town.write(BINH, f"nhận {number}")
    await town.write(BINH, "148 vướng thiếu mẫu biểu")
    await town.later(minutes=2)
    await town.write(BINH, "150 vướng hết vải")
    await town.go_to(clock(25, 7, 31))


def numbers(text: str) -> list[str]:
    """Those that stand at the head of a line, behind their mark."""
    found = (re.match(r"\W+ (?:[^\d:]+: )?(\d{3}) ", line) for line in text.splitlines())
    return [line[1] for line in found if line]


async def test_the_letter_of_the_morning(town: Town) -> None:
    await four(town)
    said = await last(town, BINH)
    assert numbers(said) == ["150", "149", "148", "147"]
    assert "🔴 Quá hạn: 150 Treo băng rôn" in said
    assert "«hết vải»" in said
    assert "⚠️ Đang vướng: 148 Lập danh sách" in said


async def test_ones_own_list(town: Town) -> None:
    await four(town)
    said = await town.write(BINH, "việc của tôi")
    assert numbers(said) == ["150", "149", "148", "147"]
    assert "⚠️ thiếu mẫu biểu" in said


async def test_what_waits_for_its_verdict_comes_last(town: Town) -> None:
    await four(town)
    await town.write(BINH, "xong 150, đã treo")
    await town.write(BINH, "gửi")
    assert numbers(await town.write(BINH, "việc của tôi")) == ["149", "148", "147", "150"]
