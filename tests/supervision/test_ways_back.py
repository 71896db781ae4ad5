"""What concerns others is read first, told to whoever it concerns, and has a way back."""

import pytest

from tests.helpers.supervision import (
    LIEN,
    TRACO,
    TRAN,
    call_off,
    move,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import BINH, DUNG, LAN, Town, says


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN)
    await propose(town, BINH, when="tháng 11")
    return town


async def test_who_proposed_them_hears_of_a_merge_and_takes_them_apart(office: Town) -> None:
    town = office
    await town.write(TRAN, "GS2 trùng")
    read = await town.tap(TRAN, "Gộp đoàn")
    assert "GS-02" in read
    assert "GS-01" in read
    assert await visit(town, "stage", 2) == ("proposed",)
    await town.tap(TRAN, "Gộp đoàn")
    assert await visit(town, "stage, kept_id", 2) == ("merged", 1)
    for who in (LIEN, BINH):
        assert await says(town, who, "Lê Văn Trận: GS-02 – gộp vào GS-01")
    assert "đã tách khỏi GS-01" in await town.write(BINH, "tách gs 2")
    assert await visit(town, "stage, kept_id, merged_at", 2) == ("proposed", None, None)
    assert await says(town, LIEN, "GS-02 đã tách khỏi GS-01")


async def test_hidden_by_two_taps_and_announced_again(office: Town) -> None:
    town = office
    await town.write(LAN, "GS1")
    assert "không báo trước?" in await town.tap(LAN, "Không báo trước")
    assert await visit(town, "unannounced", 1) == (0,)
    await town.tap(LAN, "Giữ kín")
    assert await visit(town, "unannounced", 1) == (1,)
    assert await says(town, LIEN, "GS-01: nay không báo trước")
    await town.tap(LAN, "Báo trước lại")
    assert await visit(town, "unannounced", 1) == (0,)
    await town.write(LAN, "GS1 không báo trước")
    assert "không giữ kín lại được" in await town.write(LAN, "GS1 báo trước lại")
    assert await visit(town, "unannounced", 1) == (1,)
    await town.tap(LAN, "Cho thấy")
    assert await visit(town, "unannounced", 1) == (0,)


async def test_not_held_is_told_and_taken_back(office: Town) -> None:
    town = office
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Không tổ chức")
    await call_off(town, TRAN, "trùng thanh tra")
    assert await says(town, LIEN, "không tổ chức (đ/c Lê Văn Trận). Lý do: trùng thanh tra")
    await town.tap(TRAN, "Vẫn tổ chức")
    assert await visit(town, "stage, apart, dropped_at", 1) == ("proposed", "", None)
    assert await says(town, LIEN, "vẫn tổ chức (đ/c Lê Văn Trận)")
    await propose(town, LIEN, "tiếp công dân", TRACO)
    await call_off(town, TRAN, "GS3 hủy: bận")
    assert "vẫn tổ chức" in await town.write(TRAN, "GS3 khôi phục")


@pytest.mark.parametrize(
    "line",
    ["thôi, GS2 vẫn làm", "thoi gs2 van to chuc", "gs2 vẫn giám sát nhé", "GS2 thôi vẫn đi"],
)
async def test_that_it_is_held_after_all_calls_nothing_off(office: Town, line: str) -> None:
    assert "vẫn như kế hoạch" in await office.write(TRAN, line)
    assert await visit(office, "dropped_at", 2) == (None,)


async def test_what_is_typed_is_read_back_with_what_differs(office: Town) -> None:
    town = office
    await propose(town, LIEN, "tiếp công dân", TRACO)
    assert "Khác nhau: nơi, nội dung, thời gian" in await town.write(TRAN, "GS3 gộp với GS2")
    assert await visit(town, "stage", 3) == ("proposed",)
    await town.tap(TRAN, "Gộp đoàn")
    assert await visit(town, "stage, kept_id", 3) == ("merged", 2)


async def test_taken_apart_it_stands_where_it_stood_and_who_decides_hears(office: Town) -> None:
    town = office
    await town.write(LAN, "GS2 duyệt")
    await town.write(TRAN, "GS2 đoàn: Dung trưởng đoàn, Liên")
    await town.write(TRAN, "GS2 số 12 ngày 18/11, Lan ký")
    stood = await visit(town, "stage, first, last, on_day, approver_id, unannounced", 2)
    assert stood[0] == "agreed"
    await together(town, TRAN, "GS2 gộp GS1")
    for who in (LAN, DUNG):
        assert await says(town, who, "GS-02 – gộp vào GS-01")
    await town.write(TRAN, "GS2 tách ra")
    assert await visit(town, "stage, first, last, on_day, approver_id, unannounced", 2) == stood
    for who in (LAN, DUNG):
        assert await says(town, who, "GS-02 đã tách khỏi GS-01")


async def test_taken_apart_each_has_its_own_days_again(office: Town) -> None:
    """What holds others' days besides keeps those of what stays with it."""
    town = office
    await propose(town, TRAN, when="tháng 1/2027")
    own = await visit(town, "first, last", 1)
    await together(town, TRAN, "GS2 gộp GS1")
    await together(town, TRAN, "GS3 gộp GS1")
    assert await visit(town, "first, last", 1) == ("2026-11-01", "2027-01-31")
    assert "GS-01: 1/11–31/12" in await town.write(TRAN, "GS3 tách ra")
    assert await visit(town, "first, last", 1) == ("2026-11-01", own[1])
    await town.write(TRAN, "GS2 tách ra")
    assert await visit(town, "first, last, own_first, own_last", 1) == (*own, None, None)
    assert await visit(town, "first, last", 2) == ("2026-11-01", "2026-11-30")


async def test_days_that_were_said_since_are_its_own(office: Town) -> None:
    town = office
    await together(town, TRAN, "GS2 gộp GS1")
    await move(town, TRAN, "GS1 lùi: tháng 2/2027")
    await town.write(TRAN, "GS2 tách ra")
    assert await visit(town, "first, last", 1) == ("2027-02-01", "2027-02-28")


@pytest.mark.parametrize("line", ["GS2 hủy: trùng thanh tra", "hủy GS2: trùng thanh tra"])
@pytest.mark.parametrize("way", ["thôi", "Thôi", "gửi"])
async def test_calling_off_is_read_back(office: Town, line: str, way: str) -> None:
    """Nothing is done, and nobody told, before it is sent; «thôi» leaves it."""
    town = office
    said = await town.write(TRAN, line)
    for words in ("CHƯA GỬI", "Lý do: trùng thanh tra", "Sẽ báo: "):
        assert words in said
    assert await visit(town, "stage", 2) == ("proposed",)
    await (town.tap(TRAN, way) if way == "Thôi" else town.write(TRAN, way))
    assert await visit(town, "stage", 2) == ("dropped" if way == "gửi" else "proposed",)
    assert await says(town, LAN, "không tổ chức") is False


async def test_what_changed_meanwhile_is_not_called_off(office: Town) -> None:
    town = office
    await town.write(TRAN, "GS2 hủy: trùng thanh tra")
    await town.sql("UPDATE visit SET version = version + 1 WHERE number = 2")
    assert "bước khác" in await town.tap(TRAN, "Gửi")
    assert await visit(town, "stage", 2) == ("proposed",)
