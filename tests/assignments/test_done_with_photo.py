"""Give, accept, report with photos, approve: the main job of the house."""

from tests.helpers.assignments import give
from tests.town import BINH, THANG, Town

FRIDAY = "thứ Sáu, 20/11 17h00"


async def test_the_main_job(town: Town) -> None:
    await town.write(THANG, "Giao việc")
    assert "Giao cho ai" in await town.screen(THANG)
    assert "Việc gì" in await town.tap(THANG, "Bình")
    assert "Hạn đến khi nào" in await town.write(THANG, "Vận động 6 hộ Hải Yên")
    assert "CHƯA GIAO" in await town.write(THANG, "thứ 6")
    assert "Đã giao NV-2026-0001" in await town.tap(THANG, "Giao việc")

    card = (await town.heard(BINH))[-1]
    assert "Việc mới – NV-2026-0001" in card
    assert FRIDAY in card
    assert "Đã ghi nhận" in await town.tap(BINH, "Nhận việc")
    assert "Đang làm" in (await town.heard(BINH))[-1]

    assert "kết quả bằng 1–2 câu" in await town.tap(BINH, "Báo xong")
    assert "CHƯA GỬI" in await town.write(BINH, "đã vận động 6/6 hộ, 5 hộ ký")
    await town.phone(BINH).photo()
    await town.settle()
    read_back = (await town.heard(BINH))[-1]
    assert "CHƯA GỬI" in read_back
    assert "1 ảnh" in read_back
    await town.tap(BINH, "Gửi")
    assert "Chờ đ/c Lê Văn Thắng duyệt" in (await town.heard(BINH))[-1]

    review = (await town.heard(THANG))[-1]
    assert "Chờ duyệt – NV-2026-0001" in review
    assert "5 hộ ký" in review
    await town.tap(THANG, "Xem minh chứng")
    assert town.phone(THANG).messages[-1].kind == "photo"
    await town.tap(THANG, "Đạt")
    assert "đã duyệt đạt" in (await town.heard(THANG))[-2]
    await town.later(minutes=1)
    assert "đã được duyệt đạt" in (await town.heard(BINH))[-1]
    [state] = await town.sql("SELECT state, submitted_at <= due_at FROM assignment")
    assert state == ("done", 1)


async def test_what_was_corrected_is_read_back_as_the_newest_message(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 1, 6 hộ đã ký")
    await town.phone(BINH).photo()
    await town.settle()
    await town.tap(BINH, "Sửa")
    assert not town.phone(BINH).can_tap("Gửi"), "what is being corrected cannot be sent"
    assert "kết quả bằng 1–2 câu" in "".join(await town.heard(BINH))
    said = await town.write(BINH, "8 hộ đã ký")
    assert "CHƯA GỬI" in said
    assert "8 hộ đã ký" in said
    assert "1 ảnh" in said
    assert sum("CHƯA GỬI" in text for text in await town.heard(BINH)) == 1
    await town.tap(BINH, "Gửi")
    assert "8 hộ đã ký" in (await town.heard(THANG))[-1]
