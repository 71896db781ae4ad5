"""Words that nobody understood: what they call by its name is shown, and nothing is done."""

import pytest

from language.line.called import called
from tests.helpers.assignments import numbered
from tests.town import BINH, DUNG, HOA, MAI, THANG, Town

PLANNED = "thu 7 tuan sau trong cay khu 2 Ka Long 7h, Binh phu trach, 40 nguoi"


@pytest.mark.parametrize(
    "words",
    ["trong cay thi cho xe may de dau nhi", "vu trong cay kia xem lai cho chi cai phong bat"],
)
async def test_a_day_is_called_by_words_of_its_title(town: Town, words: str) -> None:
    await town.write(HOA, PLANNED)
    await town.write(HOA, "gửi")
    for _ in range(2):
        await town.write(HOA, "cảm ơn em")
    said = await town.write(HOA, words)
    assert "chưa hiểu" not in said
    assert f"«{words}»" in said
    assert any("rong cay" in label for label in town.phone(HOA).last.labels)


async def test_a_plan_that_waits_is_shown_again_with_what_was_not_written_down(town: Town) -> None:
    await town.write(HOA, PLANNED)
    said = await town.write(HOA, "lam cho no ra tam ra mon")
    assert "CHƯA GỬI" in said
    assert "Chưa ghi: lam cho no ra tam ra mon" in said
    for state in ("draft", "open"):  # over words of which nothing was taken down it is asked once
        await town.write(HOA, "gửi")
        assert await town.sql("SELECT state FROM activity") == [(state,)]


async def test_work_is_called_by_words_of_its_title(town: Town) -> None:
    await numbered(town, (THANG, "Bình", "Lắp camera an ninh khu 2", "thứ 6"))
    before = await town.sql("SELECT * FROM assignment")
    for who in (THANG, BINH):
        said = await town.write(who, "camera an ninh phuc tap phet")
        assert "chưa ghi gì: «camera an ninh phuc tap phet»" in said
        assert "NV-2026-0148" in await town.tap(who, "Lắp camera an ninh…")
    assert await town.sql("SELECT * FROM assignment") == before


async def test_what_is_not_ones_own_is_not_shown(town: Town) -> None:
    await numbered(town, (THANG, "Bình", "Lắp camera an ninh khu 2", "thứ 6"))
    for stranger in (DUNG, MAI):
        assert "Lắp camera" not in await town.write(stranger, "camera an ninh phuc tap phet")


def test_words_that_any_name_holds_call_nothing() -> None:
    names = {
        1: ["Danh sách hộ nghèo khu 3"],
        2: ["Dọn rác bãi biển Trà Cổ"],
        3: ["Kế hoạch tháng"],
    }
    assert called("gửi em danh sách đi", names) == []
    assert called("sua gio don rac thanh 6h30", names) == [2]
    assert called("danh sach ho ngheo the nao", names) == [1]
    assert called("rac don", names) == []
