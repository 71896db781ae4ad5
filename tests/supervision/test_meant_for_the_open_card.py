"""Words just after a card are of that card; on a visit they are notes of that day alone."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import FUND, KALONG, LIEN, TRACO, TRAN, office_of_visits, propose
from tests.town import HANH, HOA, Town, clock, says


@begun(autouse=True)
async def office(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, TRAN, FUND, TRACO, "tháng 2/2027")
    await propose(town, TRAN, "niêm yết thủ tục", KALONG, "tháng 9/2027")


LINE = f"đề xuất gs {FUND}, {TRACO}, tháng 3/2027"


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("nham, niêm yết thủ tục", "niêm yết thủ tục – UBND phường Trà Cổ"),
        ("nhầm, ubnd phuong ka long", f"{FUND} – {KALONG}"),
        ("à nhầm, tháng 4/2027", "tháng 4/2027"),
    ],
)
async def test_what_is_wrong_in_a_proposal_is_put_right(
    town: Town, line: str, becomes: str
) -> None:
    assert "Công khai hay" in await town.write(LIEN, LINE)
    said = await town.write(LIEN, line)
    assert "Công khai hay" in said
    assert becomes in said


async def test_what_is_asked_for_is_put_right(town: Town) -> None:
    """It asks of whom; «nhầm» before the name does not end that."""
    assert "Đối tượng là đơn vị nào" in await town.write(LIEN, f"đề xuất giám sát {FUND}")
    said = await town.write(LIEN, "nham, ubnd phuong ka long")
    assert f"{FUND} – {KALONG}" in said
    assert "Thời gian nào" in said


async def test_another_day_under_what_is_read_back(town: Town) -> None:
    assert "CHƯA GỬI" in await town.write(TRAN, "GS1 lùi: 15/3/2027")
    said = await town.write(TRAN, "nhầm, 10/3/2027")
    assert "CHƯA GỬI" in said
    assert "đổi sang 10/03/2027" in said


async def test_another_name_under_what_is_read_back(town: Town) -> None:
    assert "CHƯA GỬI" in await town.write(TRAN, "GS1 nội dung: tiếp công dân")
    said = await town.write(TRAN, "nhầm, niêm yết thủ tục")
    assert f"{FUND} → <b>niêm yết thủ tục" in said or f"{FUND} → niêm yết thủ tục" in said


async def test_a_second_plan_of_others_waits_with_the_first(town: Town) -> None:
    await town.write(HANH, "kế hoạch ngoài: HĐND thành phố, đất đai, UBND xã Hải Xuân, tháng 12")
    said = await town.write(
        HANH, "kế hoạch ngoài: Thanh tra, sữa học đường, UBND Bình Ngọc, tháng 1"
    )
    assert "đất đai" in said
    assert "sữa học đường" in said
    said = await town.write(
        HANH, "kế hoạch ngoài: Thanh tra, sữa học đường, UBND Ka Long, tháng 1"
    )
    assert "Bình Ngọc" not in said, "told once more, put right"
    await town.write(HANH, "đúng")
    assert await town.sql("SELECT whose FROM outside_plan") == [
        ("HĐND thành phố",),
        ("Thanh tra",),
    ]


FOUND = "SELECT words FROM finding"


async def there(town: Town) -> None:
    await propose(town, LIEN, FUND, KALONG, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE number = 3")
    await town.write(TRAN, "GS3 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa")


@pytest.mark.parametrize("line", ["da den r nhe", "em đến rồi ạ", "đã đến", "dạ đã đến nơi rồi"])
async def test_who_arrives_says_so_in_any_way(town: Town, line: str) -> None:
    await there(town)
    await town.write(LIEN, line)
    assert await says(town, LIEN, "GS-03: đã đến. Nhắn")
    assert await town.sql("SELECT count(*) FROM visit WHERE arrived_at IS NOT NULL") == [(1,)]
    await town.write(HOA, line)
    assert await says(town, HOA, "GS-03: đã đến. Nhắn"), "who comes after is asked what they see"


@pytest.mark.parametrize(
    "line",
    [
        "c Huong bao cai bang nay in tu nam 2023, chua co tien in lai",
        "a Khoa bi thu goi bao tuan nay p bận họp, chi tiep duoc 15 phut thoi",
        "chị Hương văn thư bảo chưa có sổ",
        "đ/c Nam nói bảng phí cũ rồi",
    ],
)
async def test_what_somebody_there_says_is_asked(town: Town, line: str) -> None:
    await there(town)
    await town.write(TRAN, "GS3 đã đến")
    await town.write(TRAN, "ưu điểm: cán bộ có mặt đúng giờ")
    assert "ghi là gì" in await town.write(TRAN, line)
    assert len(await town.sql(FOUND)) == 1


async def test_what_is_said_behind_a_second_arrival_is_kept(town: Town) -> None:
    await there(town)
    await town.write(TRAN, "GS3 đã đến")
    said = await town.write(LIEN, "gs-3 da den, bep an sach, k niem yet gia")
    assert "bep an sach, k niem yet gia" in said
    assert "ghi là gì" in said


async def test_words_of_a_later_day_are_no_notes(town: Town) -> None:
    """But those that say that they are."""
    await there(town)
    await town.write(TRAN, "GS3 đã đến")
    await town.write(TRAN, "ưu điểm: cán bộ có mặt đúng giờ")
    await town.go_to(clock(23, 9))
    for line in ("nam 2025 de xuat 580 giu 374", "/dautruong", "bảng phí cũ"):
        assert "ghi là gì" not in await town.write(TRAN, line)
    assert len(await town.sql(FOUND)) == 1
    await town.write(TRAN, "hạn chế: bảng phí cũ")
    assert len(await town.sql(FOUND)) == 2
