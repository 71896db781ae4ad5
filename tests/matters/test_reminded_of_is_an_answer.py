"""«CD-001 em đã nhắc các tiểu ban rồi»: what somebody did about an order answers it, and asks for
no letter on a recommendation."""

from tests.town import HANH, LAN, Town, says

ORDER = "ý kiến chỉ đạo: Văn phòng nhắc các tiểu ban báo cáo trước 11h thứ Tư"


async def test_that_others_were_reminded_answers_the_order(town: Town) -> None:
    await town.write(LAN, ORDER)
    assert await says(town, HANH, "CD-001")
    await town.write(HANH, "CD-001 em da nhac cac tieu ban roi")
    assert await says(town, HANH, "đã trả lời")
    assert not await says(town, HANH, "KN-001")
