"""A head orders work by its number: called off, joined, handed over, moved, hurried, judged; each
line is read back whole, and nothing of it is passed on as talk."""

import pytest

from tests.helpers.assignments import four_of_a_section, given, report, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, says


@begun(autouse=True)
async def three(town: Town) -> None:
    """Bình has 147 and 149, Hoa 148; 150 is the head's own, from a leader."""
    await four_of_a_section(town)


async def test_called_off_by_its_number(town: Town) -> None:
    assert "Lý do?" in await town.write(THANG, "147 thôi")
    await town.write(THANG, "trùng với 148")
    assert await row(town, "state") == ("cancelled",)


@pytest.mark.parametrize("line", ["147 thôi, trùng với 148", "hủy 147 vì trùng với 148"])
async def test_called_off_with_its_reason_is_read_back(town: Town, line: str) -> None:
    assert "hủy, kèm: «trùng với 148»" in await town.write(THANG, line)
    assert await row(town, "state") == ("assigned",)
    await town.write(THANG, "gửi")
    assert await row(town, "state") == ("cancelled",)


async def test_each_hears_only_what_is_said_of_theirs(town: Town) -> None:
    said = await town.write(THANG, "147 thôi, 148 đợi thứ 6 tuần sau, nhắc 149")
    assert "hủy, kèm: «thôi»" in said
    await town.write(THANG, "gửi")
    await town.later(minutes=12)
    heard = [*await town.heard(BINH), *await town.heard(HOA)]
    assert any("đã hủy" in one for one in heard)
    assert not any("đợi" in one or "nhắc 149" in one for one in heard)


async def test_of_several_each_may_have_a_reason_of_its_own(town: Town) -> None:
    said = await town.write(THANG, "147 thôi, trùng việc khác; 149 giao Hoa, Bình đi học")
    assert "hủy, kèm: «trùng việc khác»" in said
    assert "kèm: «Bình đi học»" in said


@pytest.mark.parametrize("line", ["147 thêm Hoa làm cùng", "147 thêm Hoa", "them Hoa vao 147"])
async def test_somebody_joins(town: Town, line: str) -> None:
    assert "thêm đ/c Nguyễn Thị Hoa" in await town.write(THANG, line)
    assert not await says(town, HOA, "Phối hợp – NV-2026-0147")
    await town.write(THANG, "gửi")
    assert await says(town, HOA, "Phối hợp – NV-2026-0147")
    assert await says(town, BINH, "cùng làm với đồng chí việc NV-2026-0147")
    assert "không có gì để làm" in await town.write(THANG, line)


async def test_nobody_of_another_section_joins_or_takes_over(town: Town) -> None:
    assert "không thuộc bộ phận" in await town.write(THANG, "147 thêm Dung")
    assert "trao đổi với Văn phòng" in await town.write(THANG, "147 giao Dung")
    assert (await given(town))[1][0] == "Bình"


async def test_several_change_hands_at_once(town: Town) -> None:
    said = await town.write(THANG, "147, 149 giao Hoa")
    assert said.count("giao lại cho đ/c Nguyễn Thị Hoa") == 2
    await town.write(THANG, "ok")
    assert [name for name, _ in await given(town)][1:4] == ["Hoa", "Hoa", "Hoa"]


async def test_handed_over_with_a_new_day(town: Town) -> None:
    said = await town.write(THANG, "147 giao Hoa, thứ 6 tuần sau xong")
    assert "cho đ/c Nguyễn Thị Hoa, hạn thứ Sáu, 27/11 17h00. Lý do?" in said
    await town.write(THANG, "Bình đi học")
    assert (await given(town))[1] == ("Hoa", "2026-11-27")


async def test_each_has_its_own_day(town: Town) -> None:
    said = await town.write(THANG, "147 lùi t4, 149 lùi thêm 2 ngày")
    assert "đến thứ Tư, 25/11" in said
    assert "đến thứ Sáu, 27/11" in said
    await town.write(THANG, "gửi")
    found = "SELECT date(due_at, 'unixepoch') FROM assignment WHERE number IN (147, 149)"
    assert await town.sql(found) == [("2026-11-25",), ("2026-11-27",)]


async def test_more_time_for_whoever_leads_it_alone(town: Town) -> None:
    assert "gia hạn, đến thứ Tư" in await town.write(THANG, "147 cho Bình đến thứ 4")
    await town.write(THANG, "thôi")
    assert "không chủ trì" in await town.write(THANG, "147 cho Hoa đến thứ 4")
    assert "CHƯA LÀM" not in await town.write(BINH, "147 cho Bình đến thứ 4")
    assert (await given(town))[1] == ("Bình", "2026-11-20")


async def test_hurried_with_these_words(town: Town) -> None:
    assert "nhắc, kèm: «gấp lên»" in await town.write(THANG, "147 gấp lên nhé")
    await town.write(THANG, "gửi")
    assert await says(town, BINH, "«gấp lên»")


@pytest.mark.parametrize("line", ["bỏ hạn 147", "147 bo han", "147 không cần hạn"])
async def test_no_work_is_without_a_limit(town: Town, line: str) -> None:
    assert "việc nào cũng có hạn" in await town.write(THANG, line)
    assert (await given(town))[1] == ("Bình", "2026-11-20")


@pytest.mark.parametrize("line", ["150 thêm Hoa", "150 thôi, trùng việc", "150 gia hạn Hoa"])
async def test_what_another_gave_is_not_decided(town: Town, line: str) -> None:
    said = await town.write(THANG, line)
    assert "Gửi 1 việc?" not in said
    assert "người giao" in said or "gia hạn" in line


async def test_steps_under_a_head(town: Town) -> None:
    said = await town.write(THANG, "147 chia bước: khảo sát; họp dân; ký")
    assert "0/3" in said
    assert "2. họp dân" in said


@pytest.mark.parametrize(
    "line",
    [
        "147 đạt, 149 thiếu danh sách khách",
        "147 dat 149 thieu danh sach khach",
        "đạt 147, 149 thiếu danh sách khách",
        "149 trả lại, thiếu danh sách khách; 147 duyệt",
        "147 ok còn 149 chưa đạt thiếu danh sách khách\n148 đạt",
    ],
)
async def test_one_passes_and_one_goes_back(town: Town, line: str) -> None:
    """148, which nobody reported, is given no verdict."""
    await report(town)
    await report(town, "xong 149, đã gửi 20 giấy")
    await town.write(THANG, line)
    assert await row(town, "state") == ("review",)
    await town.write(THANG, "gửi")
    await town.later(minutes=12)
    states = "SELECT number, state FROM assignment WHERE number IN (147, 148, 149) ORDER BY 1"
    assert await town.sql(states) == [(147, "done"), (148, "assigned"), (149, "doing")]
    assert any("khach" in s or "khách" in s for s in await town.heard(BINH))


async def test_what_is_none_of_it_is_read_on(town: Town) -> None:
    for line in ("147 vướng giá đền bù", "150 được 70%", "xong 150, đã gửi"):
        assert "CHƯA LÀM" not in await town.write(THANG, line)
        await town.write(THANG, "thôi")
