"""What is known is said before a question goes on; what is not kept is said so, and of no other
work; thanks to somebody by name are theirs; what staff tell of papers is no opinion."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, HANH, HOA, LAN, THANG, Town, clock, says


@begun
async def monday(town: Town) -> None:
    """Bình has 147 and 149, Hoa 148; Thắng has nothing of his own."""
    town.now = clock(23, 9)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, THANG, "Hoa", when="27/11", what="Danh sách hộ nghèo")
    await give(town, THANG, "Bình", when="28/11", what="Soạn giấy mời")
    await town.write(BINH, "147 vướng: 6 hộ chưa đồng thuận giá")


@pytest.mark.parametrize(
    "line", ["sao viec 147 cham the", "147 xong chua", "ai duyet viec 147", "147 bao giờ xong?"]
)
async def test_what_is_known_comes_first(town: Town, monday: None, line: str) -> None:
    said = await town.write(LAN, line)
    assert "24/11" in said
    assert "NV-2026-0147" in said


async def test_what_stands_in_the_way_and_who_approves(town: Town, monday: None) -> None:
    said = await town.write(LAN, "sao viec 147 cham the")
    assert "Vướng: 6 hộ chưa đồng thuận giá" in said
    assert "Đ/c Lê Văn Thắng duyệt" in said
    await town.tap(LAN, "Chuyển lời")
    assert await says(town, BINH, "sao viec 147 cham the")


@pytest.mark.parametrize(
    "line",
    [
        "may gio hop giao ban",
        "giao ban thu 2 tuan sau may gio",
        "ai phu trach gpmb tuyen hai yen",
        "số người đăng ký t7 thế nào rồi",
    ],
)
async def test_what_is_not_kept(town: Town, monday: None, line: str) -> None:
    for who in (HOA, THANG):
        said = await town.write(who, line)
        assert "Chuyển tới" not in said
        assert "không có việc nào" not in said
        assert "chưa có trong hệ thống" in said


async def test_a_question_of_ones_own_work_still_goes(town: Town, monday: None) -> None:
    assert "Chuyển tới" in await town.write(HOA, "danh sách hộ nghèo ai ký ạ?")


@pytest.mark.parametrize("line", ["t7 ai truc", "ngay mai ai truc co quan"])
async def test_no_rota_is_kept(town: Town, monday: None, line: str) -> None:
    assert "không giữ lịch trực" in await town.write(HANH, line)


@pytest.mark.parametrize(
    ("who", "line", "wanted"),
    [
        (THANG, "c oi viec cua to minh the nao r", "Việc đơn vị"),
        (THANG, "việc của tiểu ban mình đến đâu rồi", "Việc đơn vị"),
        (BINH, "viec cua e den dau r", "Việc của đồng chí"),
        (THANG, "con lai bao nhieu viec cho duyet", "Chờ đồng chí"),
        (LAN, "duyet het cac viec da xong", "Không có báo cáo nào"),
    ],
)
async def test_lists(town: Town, monday: None, who: object, line: str, wanted: str) -> None:
    assert wanted in await town.write(who, line)  # type: ignore[arg-type]


async def test_thanks_by_name_are_praise(town: Town, monday: None) -> None:
    said = await town.write(THANG, "cam on Binh, bao cao viet tot")
    assert "biểu dương đ/c Nguyễn Văn Bình" in said
    await town.tap(THANG, "Gửi")
    await town.later(minutes=12)
    assert await says(town, BINH, "cam on Binh, bao cao viet tot")


async def test_thanks_of_staff_go_about_their_work(town: Town, monday: None) -> None:
    assert "Chuyển tới đ/c Lê Văn Thắng" in await town.write(BINH, "em cam on anh Thang a")
    await town.tap(BINH, "Chuyển lời")
    assert await says(town, THANG, "em cam on anh Thang a")


@pytest.mark.parametrize("line", ["cảm ơn", "cảm ơn em nhé", "ok cảm ơn bạn"])
async def test_other_thanks_are_ours(town: Town, monday: None, line: str) -> None:
    for who in (BINH, THANG):
        assert "Không có gì" in await town.write(who, line)


@pytest.mark.parametrize(
    "line",
    [
        "Đ/c Bình xin báo cáo: công văn nhắc 2 kiến nghị đã trình ký, chờ đóng dấu.",
        "biên bản 4 trường đây ạ",
    ],
)
async def test_told_of_papers_is_no_opinion(town: Town, monday: None, line: str) -> None:
    assert "về việc nào" in await town.write(BINH, line)


async def test_an_opinion_is_still_one(town: Town, monday: None) -> None:
    assert "ý kiến nhân dân" in await town.write(BINH, "bà con kiến nghị đèn đường khu 2 hỏng")


async def test_conclusions_by_bare_numbers(town: Town, monday: None) -> None:
    line = "ket luan giao ban: 1 Thắng đôn đốc GPMB, 30/11. 2 Dung kiểm tra bếp ăn, 30/11"
    said = await town.write(LAN, line)
    for one in ("đ/c Lê Văn Thắng: đôn đốc GPMB", "đ/c Lý Thị Dung: kiểm tra bếp ăn"):
        assert one in said
