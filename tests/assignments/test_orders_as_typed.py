"""Orders as heads type them in a hurry: whom they name, until when, and what only looks so."""

import pytest

from tests.helpers.assignments import give, given, number_from
from tests.helpers.scenes import BAC, NAM, move_in
from tests.town import BINH, HANH, HOA, LAN, THANG, Town, says


@pytest.fixture(autouse=True)
async def colleagues(town: Town) -> None:
    await town.work(move_in(town))
    for who in (NAM, BAC):
        town.phone(who)
    await number_from(town, 147)


async def busy(town: Town) -> None:
    """Thắng has one piece of work of his own, and takes it."""
    await give(town, LAN, "Thắng", "Kế hoạch quý", "27/11")
    await town.write(THANG, "nhận")


@pytest.mark.parametrize(
    "line",
    [
        "giao Nam lam bao cao het thang",
        "giao Nam lam bao cao, t6 xong",
        "giao Hoa xem lai danh sach, mai bao cao",
        "giao cho Bac lam xong maket truoc t6",
    ],
)
async def test_an_order_is_no_word_on_ones_own_work(town: Town, line: str) -> None:
    """«giao Nam làm …» from a head who leads something, whatever is asked of him."""
    await busy(town)
    assert "CHƯA GIAO" in await town.write(THANG, line)
    await town.write(THANG, "thôi")
    await town.write(THANG, "xong 147, da lap ke hoach")
    assert "CHƯA GIAO" in await town.write(THANG, line)
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'note'") == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("bao Nam lam bao cao t6", "đ/c Vũ Hoài Nam: lam bao cao"),
        (
            "giao Nam Hoa Bac moi nguoi 1 khu phat to roi, t6",
            "đ/c Vũ Hoài Nam + Nguyễn Thị Hoa + Lê Bắc: moi nguoi 1 khu",
        ),
        ("giao e Nam voi Hoa don hoi truong t6", "đ/c Vũ Hoài Nam: don hoi truong"),
        ("giao c Nguyen Hoa soan giay moi t6", "đ/c Nguyễn Thị Hoa: soan giay moi"),
        ("giao bac Binh kiem tra san, t6", "đ/c Nguyễn Văn Bình: kiem tra san"),
        ("giao Nam lam A t6, Bac lo B t6", "2. đ/c Lê Bắc: lo B"),
    ],
)
async def test_whoever_is_named_leads_it(town: Town, line: str, shown: str) -> None:
    assert shown in await town.write(HANH, line)


async def test_two_of_one_name_are_asked(town: Town) -> None:
    await town.sql("UPDATE person SET name = 'Lê Thị Hoa' WHERE name LIKE '%Dung'")
    assert "Giao cho ai" in await town.write(HANH, "giao Hoa lam bao cao, t6")
    assert town.phone(HANH).can_tap("Lê Thị Hoa")
    assert "đ/c Lê Thị Hoa: lam bao cao" in await town.tap(HANH, "Lê Thị Hoa")


async def test_another_section_is_said(town: Town) -> None:
    """Who gives to their own section alone reads at once that this one cannot be given."""
    said = await town.write(THANG, "giao Dung lam bao cao, t6")
    assert "Đơn vị khác: Lý Thị Dung, Tiểu ban Dân chủ - Pháp luật" in said
    assert "Chỉ giao được trong đơn vị mình" in said
    assert "Đơn vị khác" not in await town.write(THANG, "viec 1 giao Hoa")


@pytest.mark.parametrize("words", ["cuối tuần", "cuoi tuan", "trong tuần này"])
async def test_the_end_of_a_week_is_asked(town: Town, words: str) -> None:
    said = await town.write(HANH, f"giao Nam làm báo cáo {words}")
    assert "Hạn đến khi nào" in said
    assert "làm báo cáo" in said
    assert [b for b in town.phone(HANH).last.labels if "20/11" in b or "22/11" in b]


@pytest.mark.parametrize(
    "line",
    [
        "giao Nam viec do chua?",
        "giao Nam viec do chua",
        "viec Nam gui tao den dau roi",
        "viec c giao Nam lam toi dau r",
        "giao Nam xong viec kia chua",
        "đã giao Nam việc ấy chưa nhỉ",
    ],
)
async def test_a_question_gives_nothing(town: Town, line: str) -> None:
    """It shows what is open in that name."""
    await give(town, THANG, "Nam")
    await give(town, THANG, "Nam", "Treo cờ")
    said = await town.write(THANG, line)
    assert "Việc của đ/c Vũ Hoài Nam" in said, said
    assert len(await given(town)) == 3


async def test_a_result_is_put_right_and_not_told_twice(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, da ky 3 ho")
    said = await town.write(BINH, "a nham 2 ho thoi, 1 ho hen mai")
    assert "da ky 2 ho, 1 ho hen mai" in said
    assert "3 ho" not in said
    await town.write(BINH, "gửi")
    assert await says(town, THANG, "da ky 2 ho, 1 ho hen mai")
    assert not await says(town, HOA, "da ky")
