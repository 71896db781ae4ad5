"""Every line of every list opens a card with all that its reader may do; a list is one screen."""

from datetime import timedelta

import pytest

from storage import Work
from tests.helpers.reports import overdue
from tests.town import BINH, HANH, LAN, THANG, Town
from texts.digest import units

A_CARD, MANY = 420, 12
ALL = ("Nhắc", "Hỏi", "Gia hạn", "Giao lại", "Biểu dương", "Ý kiến")


@pytest.fixture
async def busy(town: Town) -> Town:
    """Bình is late with twelve things, the first of them the longest; the last is blocked."""

    def give(work: Work) -> None:
        for number in range(1, MANY + 1):
            due = work.now - timedelta(days=20 - number)
            title = f"Đợt {number}: rà soát, cập nhật danh sách hộ khó khăn"
            overdue(work, town, title, due=due)

    await town.work(give)
    await town.sql("UPDATE assignment SET blocked = 'chưa có danh sách' WHERE id = :id", id=MANY)
    return town


@pytest.mark.parametrize("asked", ["việc đơn vị", "quá hạn"])
async def test_a_list_is_one_screen_and_turned_in_place(busy: Town, asked: str) -> None:
    town = busy
    first = await town.write(LAN, asked)
    assert "Đợt 1:" in first, "then the longest overdue"
    before = len(town.phone(LAN).messages)
    second, third = (await town.tap(LAN, "Trang sau"), await town.tap(LAN, "Trang sau"))
    assert f"Đợt {MANY}:" in (first if asked == "quá hạn" else third), "what is blocked first"
    assert all(units(page) <= A_CARD for page in (first, second, third))
    assert await town.tap(LAN, "Trang trước") == second
    assert len(town.phone(LAN).messages) == before


async def test_its_card_offers_all_six(busy: Town) -> None:
    town = busy
    await town.write(LAN, "việc đơn vị")
    await town.tap(LAN, "1")
    assert set(ALL) <= set(town.phone(LAN).last.labels)
    assert "NV-2026-0001" in await town.tap(LAN, "Gia hạn")
    await town.write(LAN, "27/11")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE id = 1")
    assert due.startswith("2026-11-27")
    await town.write(LAN, "việc đơn vị")
    await town.tap(LAN, "2")
    await town.tap(LAN, "Ý kiến")
    said = await town.write(LAN, "cần gặp dân thêm")
    assert "Gửi đ/c Nguyễn Văn Bình, Đỗ Thị Hạnh?" in said
    assert "CD-001" in await town.tap(LAN, "Gửi")


async def test_others_see_as_much_as_they_may(busy: Town) -> None:
    town = busy
    await town.write(THANG, "quá hạn")
    await town.tap(THANG, "2")
    labels = town.phone(THANG).last.labels
    assert {"Nhắc", "Hỏi", "Giao lại"} <= set(labels)
    assert "Ý kiến" not in labels
    await town.write(BINH, "/viec")
    await town.tap(BINH, "1")
    assert not set(ALL) & set(town.phone(BINH).last.labels)
    await town.write(HANH, "quá hạn")
    await town.tap(HANH, "1")
    assert "Ý kiến" not in town.phone(HANH).last.labels
