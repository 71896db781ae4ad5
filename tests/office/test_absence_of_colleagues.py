"""The office tells who is away, one or several in a line, in free words; and takes it back."""

import pytest

from tests.helpers.scenes import BAC, move_in
from tests.town import BINH, DUNG, HANH, HOA, THANG, Town, clock, says

AWAY = "SELECT person_id, first, last, stand_in_id FROM absence ORDER BY first, id"
MONDAY, TUESDAY = "2026-11-23", "2026-11-24"
WEDNESDAY, THURSDAY, FRIDAY = "2026-11-25", "2026-11-26", "2026-11-27"


@pytest.fixture(autouse=True)
async def monday(town: Town) -> None:
    await town.go_to(clock(23, 9))
    await town.work(move_in(town))
    town.phone(BAC)


async def away(town: Town) -> list[tuple[str, str, str]]:
    names = {town.person(who): who.name.split()[-1] for who in (BINH, HOA, DUNG, BAC, THANG)}
    return [(names[who], first, last) for who, first, last, _ in await town.sql(AWAY)]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        (
            "sang nay chi Hoa nghi om, anh Binh di tap huan ca ngay",
            [("Hoa", MONDAY, MONDAY), ("Bình", MONDAY, MONDAY)],
        ),
        ("Hoa ốm, Bình đi tập huấn", [("Hoa", MONDAY, MONDAY), ("Bình", MONDAY, MONDAY)]),
        (
            "Hoa om, Binh hop, Dung nghi phep thu 3",
            [("Hoa", MONDAY, MONDAY), ("Bình", MONDAY, MONDAY), ("Dung", TUESDAY, TUESDAY)],
        ),
        (
            "Hoa nghỉ 24, Bình nghỉ 25, Dung nghỉ 26",
            [
                ("Hoa", TUESDAY, TUESDAY),
                ("Bình", WEDNESDAY, WEDNESDAY),
                ("Dung", THURSDAY, THURSDAY),
            ],
        ),
        (
            "Dung nghi thu 5\nHoa nghi thu 6\nBinh nghi thu 4",
            [
                ("Bình", WEDNESDAY, WEDNESDAY),
                ("Dung", THURSDAY, THURSDAY),
                ("Hoa", FRIDAY, FRIDAY),
            ],
        ),
        (
            "thứ 5 Hoa và Bình nghỉ phép",
            [("Hoa", THURSDAY, THURSDAY), ("Bình", THURSDAY, THURSDAY)],
        ),
        (
            "mai nghỉ: Hoa, Dung, Bắc",
            [("Hoa", TUESDAY, TUESDAY), ("Dung", TUESDAY, TUESDAY), ("Bắc", TUESDAY, TUESDAY)],
        ),
        (
            "mai Hoa nghỉ phép 2 ngày, Dung con ốm nghỉ thứ 6",
            [("Hoa", TUESDAY, WEDNESDAY), ("Dung", FRIDAY, FRIDAY)],
        ),
    ],
)
async def test_several_are_read_back_and_written_together(
    town: Town, line: str, days: list[tuple[str, str, str]]
) -> None:
    assert "CHƯA GHI" in await town.write(HANH, line)
    assert await away(town) == []
    assert "Đã ghi nghỉ" in await town.write(HANH, "đúng")
    assert await away(town) == days
    assert await town.sql("SELECT 1 FROM assignment") == []


async def test_who_only_leaves_early_is_named_and_not_written(town: Town) -> None:
    said = await town.write(HANH, "sáng nay Hoa nghỉ ốm, Bình xin về sớm chiều thứ 3")
    assert "Không ghi (chỉ ghi nghỉ cả ngày): Bình xin về sớm chiều thứ 3" in said
    await town.tap(HANH, "Đúng")
    assert await away(town) == [("Hoa", MONDAY, MONDAY)]
    assert await says(town, HOA, "đã ghi: đồng chí nghỉ")


@pytest.mark.parametrize(
    "line",
    [
        "anh Bình đi tập huấn hôm nay và mai, không cần ai thay",
        "anh Binh nghi om hom nay, mai; khong can ai thay",
        "hôm nay và mai Bình đi công tác, không cần bố trí ai làm thay",
    ],
)
async def test_one_with_nobody_instead_is_read_back(town: Town, line: str) -> None:
    said = await town.write(HANH, line)
    assert "CHƯA GHI" in said
    assert "Ai làm thay" not in said
    await town.tap(HANH, "Đúng")
    assert await away(town) == [("Bình", MONDAY, TUESDAY)]


async def test_a_day_before_the_name_and_a_stand_in_behind(town: Town) -> None:
    said = await town.write(HANH, "Mai chi Hoa nghi phep 2 ngay, co anh Binh truc thay")
    assert "Làm thay: đ/c Nguyễn Văn Bình" in said
    await town.write(HANH, "ok")
    assert await away(town) == [("Hoa", TUESDAY, WEDNESDAY)]


async def test_what_may_be_an_order_is_a_tap_beside(town: Town) -> None:
    said = await town.write(HANH, "anh Binh di tap huan hom nay va mai")
    assert "Ai làm thay" in said
    assert "di tap huan" in await town.tap(HANH, "Giao việc này")
    assert await away(town) == []
    await town.write(HANH, "thôi")
    await town.write(HANH, "Bình đi tập huấn hôm nay và mai")
    await town.tap(HANH, "Không cần")
    await town.tap(HANH, "Đúng")
    assert await away(town) == [("Bình", MONDAY, TUESDAY)]


@pytest.mark.parametrize(
    "line",
    [
        "bỏ nghỉ của Hoa",
        "xoa nghi cua chi Hoa di",
        "huy nghi Hoa",
        "mai Hoa đi làm bình thường",
        "Hoa không nghỉ nữa",
    ],
)
async def test_an_absence_of_a_colleague_is_taken_back(town: Town, line: str) -> None:
    await town.write(HANH, "mai Hoa nghỉ, không cần ai thay")
    await town.tap(HANH, "Đúng")
    said = await town.write(HANH, line)
    assert "ghi là đi làm?" in said
    assert await away(town) == [("Hoa", TUESDAY, TUESDAY)]
    await town.write(HANH, "đúng")
    assert await away(town) == []
    assert await says(town, HOA, "đi làm bình thường")


@pytest.mark.parametrize(
    "line",
    [
        "a nham Hoa nghỉ thứ 4 chu khong phai mai",
        "nhầm, Hoa nghỉ thứ 4, không cần ai thay",
    ],
)
async def test_the_right_day_stands_instead_of_the_wrong_one(town: Town, line: str) -> None:
    await town.write(HANH, "mai Hoa nghỉ, không cần ai thay")
    await town.tap(HANH, "Đúng")
    said = await town.write(HANH, line)
    assert "thay cho thứ Ba, 24/11" in said
    if town.phone(HANH).can_tap("Không cần"):
        await town.tap(HANH, "Không cần")
    await town.tap(HANH, "Đúng")
    assert await away(town) == [("Hoa", WEDNESDAY, WEDNESDAY)]


async def test_several_told_while_a_stand_in_is_asked_for(town: Town) -> None:
    await town.write(HANH, "Hoa nghỉ ốm hôm nay")
    said = await town.write(HANH, "Bình ốm, Dung đi tập huấn")
    assert "Nguyễn Văn Bình" in said
    assert "Lý Thị Dung" in said


@pytest.mark.parametrize(
    ("who", "line"),
    [
        (HANH, "thu 5 Hoa nghi a"),
        (HANH, "Hoa nghỉ thứ 5 à?"),
        (HANH, "Hoa không nghỉ thứ 5"),
        (HANH, "công nhân nghỉ việc nhiều, chưa gửi danh sách"),
        (HANH, "hai hộ nghỉ bán hàng từ thứ 5"),
        (HANH, "Hoa: soạn giấy mời tập huấn, thứ 5"),
        (HANH, "Bình họp phường chiều nay"),
        (BINH, "Hoa nghỉ thứ 5, Dung nghỉ thứ 6"),
    ],
)
async def test_what_writes_nobody_down(town: Town, who: object, line: str) -> None:
    await town.write(HANH, "Hoa nghỉ thứ 5, không cần ai thay")
    await town.tap(HANH, "Đúng")
    before = await away(town)
    await town.write(who, line)  # type: ignore[arg-type]
    await town.write(who, "đúng")  # type: ignore[arg-type]
    after = await away(town)
    assert after == before or line == "Hoa không nghỉ thứ 5"


@pytest.mark.parametrize(
    "line", ["Thắng nghỉ ngày 25/11, Bình làm thay", "Thang nghi ngay 25/11, Binh lam thay"]
)
async def test_ones_own_name_is_oneself(town: Town, line: str) -> None:
    said = await town.write(THANG, line)
    assert "Đồng chí nghỉ: thứ Tư, 25/11" in said
    assert "Làm thay: đ/c Nguyễn Văn Bình" in said


async def test_asked_of_oneself_nothing_is_written(town: Town) -> None:
    assert "CHƯA GHI" not in await town.write(THANG, "Thắng nghỉ ngày 25/11 à?")
