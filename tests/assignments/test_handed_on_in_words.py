"""«chuyển 157 sang Bắc giúp em», «bắc làm 157 nhé» from the lead is a wish, read back; from a head
it is an order, read back; without a number it is of the one piece of work it can be of."""

import pytest

from tests.helpers.assignments import row
from tests.helpers.scenes import BAC, move_in
from tests.helpers.sent import taken
from tests.town import BINH, HOA, THANG, Town

WISHES = [
    "chuyển 147 sang Bắc giúp em",
    "bac lam 147 nhe",
    "cho Bac lam 147",
    "147 de bac lam",
    "147 để Bắc làm giúp e",
    "e nho bac lam 147",
    "147 bac lam nhe",
    "đổi 147 cho Bắc",
    "bàn giao 147 cho Bắc",
]
ASKED = "SELECT kind FROM assignment_request"


@pytest.fixture(autouse=True)
async def people(town: Town) -> None:
    await town.work(move_in(town))
    town.phone(BAC)


@pytest.mark.parametrize("words", WISHES)
async def test_of_the_number_that_is_named(town: Town, words: str) -> None:
    await taken(town, 144, 147)
    await town.later(hours=1)
    said = await town.write(BINH, words)
    assert "xin chuyển việc NV-2026-0147" in said
    assert "Lê Bắc" in said
    assert await town.sql(ASKED) == []
    await town.tap(BINH, "Xin chuyển")
    assert await town.sql(ASKED) == [("release",)]


@pytest.mark.parametrize("words", ["nhờ Bắc làm hộ e", "bac lam nhe", "chuyen cho bac"])
async def test_without_a_number_of_the_only_one(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.later(hours=1)
    assert "xin chuyển việc NV-2026-0147" in await town.write(BINH, words)


async def test_of_several_it_is_asked(town: Town) -> None:
    await taken(town, 144, 147)
    await town.later(hours=1)
    assert "việc nào" in await town.write(BINH, "nhờ Bắc làm hộ e")
    said = await town.tap(BINH, "147 – Vận động 6 hộ")
    assert "xin chuyển việc NV-2026-0147" in said


@pytest.mark.parametrize("words", ["chuyển 162 sang Bắc giúp em", "bac lam 162 nhe"])
async def test_of_what_is_not_ones_own_it_says_so(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "162" in await town.write(BINH, words)
    assert await town.sql(ASKED) == []


@pytest.mark.parametrize("words", ["bac lam 147 nhe", "chuyển 147 sang Bắc", "147 để Bắc làm"])
async def test_a_head_orders_it(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "Giao lại NV-2026-0147 cho đ/c Lê Bắc. Lý do?" in await town.write(THANG, words)
    await town.write(THANG, "Bình nhiều việc")
    assert await row(town, "lead_id") == (town.person(BAC),)


@pytest.mark.parametrize("words", ["em lam 147 roi", "147 dang lam", "147 em làm nhé"])
async def test_who_does_it_oneself_hands_nothing_on(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "chuyển việc" not in await town.write(BINH, words)


async def test_somebody_elses_work_is_not_wished_away(town: Town) -> None:
    await taken(town, 147)
    await town.write(HOA, "bac lam 147 nhe")
    assert await town.sql(ASKED) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("chuyen viec 147 cua Binh sang Bac, Binh dang nhieu viec", "Binh dang nhieu viec"),
        ("chuyển việc 147 của anh Bình cho Bắc vì anh Bình đi học", "anh Bình đi học"),
        ("147 của Bình chuyển sang Bắc, Bình ốm", "Bình ốm"),
        ("rút 147 của Bình giao cho Bắc, Bình bận", "Bình bận"),
        ("lay viec 147 cua Binh giao Bac nhe", ""),
        ("đổi người làm 147 từ Bình sang Bắc", ""),
        ("Binh nhieu viec qua, chuyen 147 sang Bac", "Binh nhieu viec qua"),
        ("147 Bình đang bận quá, để Bắc làm thay nhé", "Bình đang bận quá"),
        ("giao lại 147 cho Bắc thay Bình, Bình đi tập huấn", "Bình đi tập huấn"),
    ],
)
async def test_whose_it_was_and_why_are_said_in_any_order(town: Town, line: str, why: str) -> None:
    await taken(town, 147)
    said = await town.write(THANG, line)
    assert "Giao lại NV-2026-0147" in said
    assert "Lê Bắc" in said
    assert (f"Lý do: {why}" if why else "Lý do?") in said
    await town.write(THANG, "gửi" if why else "Bình nhiều việc")
    assert await row(town, "lead_id") == (town.person(BAC),)


@pytest.mark.parametrize(
    "line",
    [
        "giao 147 cho Bắc, hạn thứ 6 tuần sau",
        "chuyen 147 cua Binh sang Bac, han t6 tuan sau",
        "147 chuyen sang Bac, han t6 tuan sau",
        "giao 147 cho Bắc thay Bình, thứ 6 tuần sau xong",
        "Bình ốm, chuyển 147 sang Bắc, hạn thứ 6 tuần sau",
    ],
)
async def test_a_limit_behind_it_is_no_reason(town: Town, line: str) -> None:
    """Both go together; a reason that was not said is asked once."""
    await taken(town, 147)
    said = await town.write(THANG, line)
    told = line.startswith("Bình ốm")
    asked = "giao lại cho đ/c Lê Bắc, đến thứ Sáu, 27/11" if told else "hạn thứ Sáu, 27/11"
    assert asked in said
    assert "Lý do? Đề nghị" in said or told
    await town.write(THANG, "gửi" if told else "Bình đi học")
    assert await row(town, "lead_id, date(due_at, 'unixepoch')") == (
        town.person(BAC),
        "2026-11-27",
    )


@pytest.mark.parametrize(
    "line", ["giao lại 147 cho Bắc, thứ 5 xong", "147 giao lại cho Bắc, hạn t5"]
)
async def test_a_weekday_that_is_today_is_no_reason(town: Town, line: str) -> None:
    await taken(town, 147)
    assert "Chưa rõ ngày" in await town.write(THANG, line)
    assert await row(town, "lead_id") == (town.person(BINH),)


@pytest.mark.parametrize(
    "line",
    [
        "chuyển việc 147 của Hoa sang Bắc, Hoa bận",
        "chuyển 147 của Bình sang Bắc chưa em?",
        "đừng chuyển 147 của Bình sang Bắc",
        "147 chuyển sang chiều mai, vì mưa",
        "Bắc bận, 147 chuyển sang thứ 6 tuần sau",
    ],
)
async def test_what_hands_nothing_over(town: Town, line: str) -> None:
    await taken(town, 147)
    said = await town.write(THANG, line)
    assert "Giao lại" not in said
    assert "giao lại" not in said
    assert await row(town, "lead_id") == (town.person(BINH),)
