"""What leaders and heads type of work: an order to a section, a word to whoever is called by name,
a good word; each is read back, and reaches nobody else."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.scenes import BAC, NAM, move_in
from tests.town import HANH, HOA, LAN, THANG, Town, clock, says

WORD = "SELECT owner_id, about, due_at FROM matter WHERE kind = 'remark'"
GIVEN = "SELECT COUNT(*) FROM assignment"


@pytest.fixture(autouse=True)
async def week(town: Town) -> None:
    """139 is Nam's, 140 Hoa's, 141 the head's own."""
    await town.work(move_in(town))
    for who in (NAM, BAC):
        town.phone(who)
    await number_from(town, 139)
    await give(town, THANG, "Nam", "Vận động 6 hộ", "27/11")
    await give(town, THANG, "Hoa", "Rà soát tủ sách", "27/11")
    await give(town, LAN, "Thắng", "Kế hoạch quý", "27/11")


@pytest.mark.parametrize(
    "line",
    [
        "y kien chi dao 139: giao TTVD gap lai 6 ho, bao cao truoc 26/11",
        "139 giao TTVĐ gặp lại 6 hộ, báo cáo trước 26/11",
        "giao Tuyên truyền Vận động xử lý dứt điểm 139 trước 26/11",
    ],
)
async def test_an_order_to_a_section_goes_to_its_head(town: Town, line: str) -> None:
    said = await town.write(LAN, line)
    assert "Gửi đ/c Lê Văn Thắng, trả lời trước hết ngày thứ Tư, 25/11" in said
    assert await town.sql(WORD) == []
    await town.write(LAN, "gửi")
    [(owner, about, _)] = await town.sql(WORD)
    assert owner == town.person(THANG)
    assert about.startswith("assignment:")
    assert await town.sql(GIVEN) == [(4,)]


async def test_without_a_number_it_is_work_for_the_head(town: Town) -> None:
    assert "1. đ/c Lê Văn Thắng: rà soát hộ nghèo" in await town.write(
        LAN, "giao TTVĐ rà soát hộ nghèo, thứ 6"
    )
    assert await town.sql(GIVEN) == [(4,)]


async def test_a_directive_of_work_goes_to_its_lead(town: Town) -> None:
    said = await town.write(LAN, "cho ý kiến chỉ đạo việc 139: mời phòng Kinh tế cùng đi")
    assert "«mời phòng Kinh tế cùng đi»" in said
    assert "Gửi đ/c Vũ Hoài Nam" in said
    assert "Vũ Hoài Nam" in await town.write(THANG, "chỉ đạo 139: mời phòng Kinh tế cùng đi")


async def test_no_directive_goes_before_it_was_read_back(town: Town) -> None:
    said = await town.write(LAN, "ý kiến chỉ đạo: các tiểu ban báo cáo kết quả trước 27/11")
    assert "CHƯA GỬI" in said
    assert "Đỗ Thị Hạnh, trả lời trước hết ngày thứ Năm, 26/11" in said
    assert "Lê Văn Thắng" in await town.write(LAN, "ý kiến chỉ đạo: anh Thắng rà lại hộ nghèo")
    assert await town.sql(WORD) == []
    await town.write(LAN, "thôi")
    assert await town.sql(WORD) == []


async def test_whoever_is_called_by_name_hears_it(town: Town) -> None:
    """Its lead is nudged and given nothing new; who gave it hears it although another leads."""
    assert "Chuyển tới đ/c Nguyễn Thị Hoa" in await town.write(THANG, "Hoa oi nhan viec 140 di em")
    await town.write(THANG, "thôi")
    said = await town.write(LAN, "Thắng ơi 139 để tôi gặp phường nhé")
    assert "Chuyển tới đ/c Lê Văn Thắng" in said
    await town.write(LAN, "gửi")
    assert await says(town, THANG, "để tôi gặp phường")
    assert not await says(town, NAM, "để tôi gặp phường")
    assert await town.sql(GIVEN) == [(4,)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("bieu duong 139 lam tot, dong ba con ky", "«lam tot, dong ba con ky»"),
        ("khen Nam việc 139, làm nhanh", "NV-2026-0139"),
        ("khen Nam việc 139", "nhắn lời biểu dương"),
        ("khen Nam lam tot viec 139", "«lam tot»"),
        ("Nam oi chi khen em van dong tot", "«van dong tot»"),
    ],
)
async def test_a_good_word_is_read_back(town: Town, line: str, said: str) -> None:
    shown = await town.write(THANG, line)
    assert said in shown
    assert "Vũ Hoài Nam" in shown
    assert not await says(town, NAM, "🌟")


async def test_a_good_word_put_right_is_no_praise_itself(town: Town) -> None:
    await town.write(THANG, "khen Nam việc 139, làm nhanh")
    said = await town.write(THANG, "à nhầm, Hoa")
    assert "Nguyễn Thị Hoa" in said
    assert "«làm nhanh»" in said
    assert "«làm rất khéo»" in await town.write(THANG, "sửa lại: làm rất khéo")
    await town.write(THANG, "gửi")
    await town.later(minutes=11)
    assert await says(town, HOA, "làm rất khéo")
    assert not await says(town, HOA, "nhầm")


async def test_more_time_that_nobody_asked_is_never_ones_own(town: Town) -> None:
    assert "→ thứ Tư, 2/12 17h00" in await town.write(THANG, "đồng ý cho Nam đến 2/12")
    await town.write(THANG, "thôi")
    await give(town, THANG, "Nam", "Mượn loa", "27/11")
    said = await town.write(THANG, "đồng ý cho Nam đến 2/12 thôi")
    assert "đồng chí nói về việc nào" in said


@pytest.mark.parametrize(
    "line",
    [
        "phong tang 2 sang thu 5 con trong ko",
        "muon phong hop tang 2 sang thu 5 8h-10h",
        "phòng tầng 2 hết chỗ rồi, chuyển xuống tầng 1",
        "tuần này phòng tầng 2 có những họp gì",
    ],
)
async def test_of_meeting_rooms_it_says_whom_to_ask(town: Town, line: str) -> None:
    assert "không giữ lịch phòng họp" in await town.write(THANG, line)
    await town.write(THANG, "giao Nam mượn loa")
    assert "không giữ lịch phòng họp" in await town.write(THANG, line)


async def test_a_room_to_be_seen_to_is_work(town: Town) -> None:
    assert "CHƯA GIAO" in await town.write(THANG, "Nam: mượn phòng họp tầng 2, thứ 5 tuần sau")


async def test_an_answer_with_a_reminder_in_it_answers(town: Town) -> None:
    """«CD-001 đã nhắc» is of no recommendation; «đạt» ends what was answered."""
    await town.write(LAN, "ý kiến chỉ đạo: nhắc các tiểu ban nộp báo cáo")
    await town.write(LAN, "gửi")
    await town.go_to(clock(19, 14))
    await town.write(HANH, "CD-001 da nhac cac tieu ban roi")
    assert await town.sql("SELECT state FROM matter") == [("answered",)]
    await town.write(LAN, "CD-001 đạt, cảm ơn Hạnh")
    assert await town.sql("SELECT state FROM matter") == [("closed",)]


async def test_a_word_on_other_work_is_no_answer_to_the_leader(town: Town) -> None:
    """It names 140, which is Hoa's, where 139 was asked about; right under the question it is
    one."""
    await town.write(LAN, "139 sao lâu thế em Nam")
    await town.write(LAN, "gửi")
    await town.write(NAM, "hoi Hoa sao 140 chua nhan")
    assert not await says(town, LAN, "140 chua nhan")
    await town.write(NAM, "139 chờ 140 của Hoa đã")
    assert await says(town, LAN, "139 chờ 140 của Hoa")
