"""A line that calls a colleague by name and speaks of work by its number: to that work's lead, or
work for whoever is called; never a note to one's own."""

import pytest

from tests.helpers.assignments import give, given, number_from
from tests.town import BINH, HANH, HOA, LAN, Neighbour, Town, says

ASKED = (
    "anh Binh oi 139 xong chua, t4 phai xong nhe",
    "Bình: 139 xong chưa, thứ 4 phải xong",
    "binh oi viec 139 the nao roi",
)
ORDERED = (
    "Đ/c Dung xem lại hộ tôi việc 139, thứ 4 báo cáo",
    "Dung: xem lại việc 139, thứ 4 báo cáo",
    "dung xem lai ho toi viec 139, thu 4 bao cao",
)


async def of_binh(town: Town) -> None:
    """139 is Bình's; Hạnh has just accepted work of her own."""
    await number_from(town, 139)
    await give(town, LAN, "Bình")
    await give(town, LAN, "Hạnh", "Soạn báo cáo")
    await town.write(HANH, "nhận 140")


async def test_a_question_goes_to_the_lead_of_its_number(town: Town) -> None:
    await of_binh(town)
    for words in ASKED:
        assert "Chuyển tới đ/c Nguyễn Văn Bình" in await town.write(HANH, words), words
        assert not await says(town, BINH, words)
        await town.write(HANH, "thôi")
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'note'") == []
    await town.write(HANH, ASKED[0])
    await town.tap(HANH, "Chuyển lời")
    assert await says(town, BINH, "t4 phai xong nhe")


@pytest.mark.parametrize("who", [LAN, HANH])
async def test_whoever_is_called_is_given_the_work(town: Town, who: Neighbour) -> None:
    await of_binh(town)
    for words in ORDERED:
        said = await town.write(who, words)
        assert "CHƯA GIAO" in said, words
        assert "1. đ/c Lý Thị Dung: xem" in said
        assert "⏰ thứ Tư, 25/11" in said
        await town.write(who, "thôi")
    assert "đ/c Nguyễn Thị Hoa: xem lai viec 139" in await town.write(
        who,
        "c Hoa xem lai viec 139 ho chi",
    )


async def test_what_is_told_or_asked_of_somebody_gives_no_work(town: Town) -> None:
    for words in (
        "lan cn nay di dau",
        "c Lan sang nay di hop tinh",
        "Bình đã in xong 200 tờ rơi chiều qua",
        "Hoa thứ 5 có mặt chưa",
    ):
        assert "CHƯA GIAO" not in await town.write(HANH, words), words
        assert "Hạn đến khi nào" not in await town.screen(HANH), words
    await town.write(HANH, "ok")
    assert await given(town) == []
    assert "CHƯA GIAO" not in await town.write(HOA, ORDERED[0])


async def test_new_work_is_no_reason(town: Town) -> None:
    """«Lý do?», and an order to somebody: it is read back, and nothing is called off with it."""
    await of_binh(town)
    for words in ("hoa in 200 to roi, chieu t4", "139 a nham, hoa in 200 to roi, chieu t4"):
        assert "Lý do?" in await town.write(LAN, "hủy 139")
        assert "1. đ/c Nguyễn Thị Hoa: in 200 to roi\n⏰ thứ Tư" in await town.write(LAN, words)
        await town.write(LAN, "thôi")
        assert "không ghi gì" in await town.write(LAN, "thôi")
    assert await town.sql("SELECT state FROM assignment WHERE number = 139") == [("assigned",)]
    await town.write(LAN, "hủy 139")
    assert "Lý do: k can nua" in await town.write(LAN, "k can nua")


async def test_what_begins_with_the_work_is_given_too(town: Town) -> None:
    """«giao làm maket» asks who, «Bình ơi, làm ngay …» until when; «139 giao cho Hoa luôn đi, Bình
    bận quá» hands it over, and says why."""
    await of_binh(town)
    assert "Giao cho ai" in await town.write(LAN, "giao lam maket san khau")
    assert "Việc gì" not in await town.write(LAN, "Hoa")
    assert "đ/c Nguyễn Thị Hoa: lam maket san khau" in await town.screen(LAN)
    await town.write(LAN, "thôi")
    said = await town.write(LAN, "Binh oi, lam ngay cho chi danh sach ho ngheo")
    assert "đ/c Nguyễn Văn Bình: lam ngay cho chi danh sach ho ngheo" in said
    await town.write(LAN, "thôi")
    said = await town.write(LAN, "139 giao cho Hoa luon di, Binh ban qua")
    assert "Giao lại NV-2026-0139" in said
    assert "Lý do: Binh ban qua. Gửi?" in said
    assert "CHƯA GIAO" not in await town.write(LAN, "giao lai cho Hoa di, Binh ban")
