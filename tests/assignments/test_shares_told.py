"""How much is left, an obstacle beside it, several pieces of work in one line: nothing is lost."""

import pytest

from language.line.fold import bare
from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town

STANDS = "SELECT number, percent, blocked <> '' FROM assignment WHERE number > 146 ORDER BY id"


@pytest.fixture(autouse=True)
async def two_pieces(town: Town) -> None:
    await number_from(town, 147)
    for what in ("Vận động 6 hộ", "Sửa biển nhà văn hóa"):
        await give(town, THANG, "Bình", what)
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("line", "percent", "hindered"),
    [
        ("147 ký thêm 2 hộ, còn 4 hộ", 33, False),
        ("147 còn 1 hộ", 83, False),
        ("147 mới làm 1 hộ, vướng vật liệu chưa về", 17, True),
        ("147 được 3 hộ, vướng giá", 50, True),
        ("147 60% chứ k phải 80", 60, False),
    ],
)
async def test_what_is_told_stands_there(
    town: Town, line: str, percent: int, hindered: bool, marks: bool
) -> None:
    said = await town.write(BINH, line if marks else bare(line))
    assert await town.sql(STANDS) == [(147, percent, hindered), (148, 0, False)]
    assert f"{percent}%" in said
    if hindered:
        assert "vướng mắc" in said
        assert "[[" not in said
        assert "]]" not in said


async def test_less_than_before_is_asked(town: Town) -> None:
    await town.write(BINH, "147 60%")
    assert "Ghi xuống 33%" in await town.write(BINH, "147 còn 4 hộ")
    assert await town.sql(STANDS) == [(147, 60, False), (148, 0, False)]
    said = await town.write(BINH, "147 mới ký 1 hộ, vướng chữ ký")
    assert "mới ký 1 hộ" in said
    assert await town.sql(STANDS) == [(147, 60, True), (148, 0, False)]


@pytest.mark.parametrize(
    "line",
    [
        "xong 147 còn 148 đang dở",
        "xong 147 con 148 dang do",
        "147 80%, 148 xong",
    ],
)
async def test_several_in_one_line_are_read_back_together(town: Town, line: str) -> None:
    before = await town.sql(STANDS)
    said = await town.write(BINH, line)
    assert "CHƯA GHI" in said
    assert "• 147" in said
    assert "• 148" in said
    assert await town.sql(STANDS) == before


async def test_figures_that_say_nothing_sure_are_opened_each(town: Town) -> None:
    before = await town.sql(STANDS)
    assert "2 việc" in await town.write(BINH, "147 80, 148 60")
    assert await town.sql(STANDS) == before
    assert "NV-2026-0148" in await town.tap(BINH, "148 – Sửa biển nhà…")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("việc nào sắp đến hạn", "Việc của đồng chí"),
        ("viec nao sap den han", "Việc của đồng chí"),
        ("em có mấy việc", "Việc của đồng chí"),
        ("147 hết vướng rồi", "NV-2026-0147"),
    ],
)
async def test_what_a_staff_member_types_of_their_own(town: Town, line: str, said: str) -> None:
    shown = await town.write(BINH, line)
    assert said in shown
    assert "Chưa hiểu" not in shown
