"""What staff tell of their own work by its number is of that work: no complaint, no percentage, no
lost word."""

import pytest

from tests.helpers.assignments import notes
from tests.helpers.sent import taken
from tests.town import BINH, THANG, Town, says

ELSEWHERE = "giống khiếu nại, tố cáo"


@pytest.mark.parametrize(
    "line",
    [
        "xong 147 ca 8 ho da nhan tien",
        "xong 147, hộ khu 3 đã nhận tiền đền bù",
        "147 xong, da van dong dan nhan tien den bu",
        "xong 147, đã giải quyết đơn khiếu nại của 2 hộ",
    ],
)
async def test_one_s_own_result_is_no_complaint(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    said = await town.write(BINH, line)
    assert "Báo xong NV-2026-0147" in said
    assert ELSEWHERE not in said


async def test_under_the_draft_of_another(town: Town) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    said = await town.write(BINH, "xong 149 da van dong dan nhan tien den bu")
    assert "Báo xong NV-2026-0149" in said
    assert "6 hộ đã ký" not in said


@pytest.mark.parametrize("line", ["147 8 ho da nhan tien", "147 còn 2 hộ chưa chịu nhận tiền"])
async def test_nothing_of_it_is_lost(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    assert ELSEWHERE not in (said := await town.write(BINH, line))
    assert "Đã ghi" in said or "muốn nói gì" in said


@pytest.mark.parametrize(
    "line",
    [
        "xong 147, trưởng thôn ăn chặn tiền của dân",
        "xong 147, can bo dia chinh nhan tien cua dan",
        "8 hộ đã nhận tiền hối lộ",
        "xong 999, cả 8 hộ đã nhận tiền",
    ],
)
async def test_whoever_accuses_an_official_has_another_door(town: Town, line: str) -> None:
    await taken(town, 147)
    assert ELSEWHERE in await town.write(BINH, line)
    assert await notes(town) == []


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("xong 147, da lam viec UBND phuong, nhat tri tang 5%", "nhat tri tang 5%"),
        ("xong 147 moi 86 hoi vien", "moi 86 hoi vien"),
        ("xong 147, 3 ho: ong A, ba B, ong C", "3 ho: ong A, ba B, ong C"),
        ("xong 147: 3 ho khu A khu B khu C da dong y", "3 ho khu A khu B khu C da dong y"),
        ("xong 147, 18 gian hang", "18 gian hang"),
        ("xong 147 co 18 gian hang, mo 9/1", "co 18 gian hang, mo 9/1"),
        ("xong 147 UBND da co y kien, thong nhat lich 12/1", "thong nhat lich 12/1"),
    ],
)
async def test_done_is_read_back(town: Town, line: str, result: str) -> None:
    await taken(town, 147, 149)
    said = await town.write(BINH, line)
    assert "CHƯA GỬI" in said
    assert f"{result}\n" in said
    assert await notes(town) == []


@pytest.mark.parametrize("line", ["xong 147, 3 ho: ong A, ba B, ong C", "xong 147 moi 3 can bo"])
async def test_done_again_after_it_came_back(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, "xong 147, 2 ho da ky")
    await town.tap(BINH, "Gửi")
    await town.write(THANG, "147 chưa đạt, thiếu danh sách")
    assert "CHƯA GỬI" in await town.write(BINH, line)


@pytest.mark.parametrize("line", ["xong 147, 70%", "xong 147 mới được 70%", "147 70%"])
async def test_how_far_it_is_stays_how_far(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    assert "NV-2026-0147 – 70%" in await town.write(BINH, line)


async def test_of_the_six_of_its_title_four_are_a_part(town: Town) -> None:
    await taken(town, 147)
    assert "NV-2026-0147 – 67%" in await town.write(BINH, "xong 147 mới 4 hộ")


async def test_what_is_left_stands_instead_of_what_was(town: Town) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, "147 vướng: 6 hộ chưa nghe")
    said = await town.write(BINH, "vuong 147, con 2 ho chua nghe, xin lanh dao xuong")
    assert "«2 ho chua nghe, xin lanh dao xuong»" in said
    said = await town.write(BINH, "vuong 147, het xang")
    assert "xin lanh dao xuong; het xang»" in said


@pytest.mark.parametrize("line", ["vuong 147 UBND xa chua cho muon san", "147 vướng, chưa có san"])
async def test_an_obstacle_without_its_number(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    assert "vướng mắc của NV-2026-0147: «" in (said := await town.write(BINH, line))
    assert "«147" not in said


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("147 xin gia han den 4/12 con 2 ho", "con 2 ho"),
        ("xin gia hạn 147 đến 4/12 chưa đủ hồ sơ", "chưa đủ hồ sơ"),
    ],
)
async def test_why_more_time_without_a_comma(town: Town, line: str, why: str) -> None:
    await taken(town, 147, 149)
    assert "xin gia hạn NV-2026-0147 đến thứ Sáu, 4/12" in await town.write(BINH, line)
    assert await says(town, THANG, why)


@pytest.mark.parametrize(
    "line", ["tu choi 147 dang di hoc den thang 1", "từ chối 147, đang đi học"]
)
async def test_the_whole_reason_of_a_no(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    assert f"«{line[11:].strip(' ,')}»" in await town.write(BINH, line)


@pytest.mark.parametrize("line", ["trả lại 147 vì đang đi học", "em tra 147, dang di hoc"])
async def test_given_back_is_asked(town: Town, line: str) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, line)
    assert town.phone(BINH).can_tap("Xin không nhận")
