"""What a plan says besides when and where, typed a line each; and whom that gives a right."""

from dataclasses import asdict
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.digest.facts import ALL as WHOLE
from actions.digest.facts import seen_as
from actions.digest.printing import edition_of
from actions.turnout.week_part import turnout_of_week
from domain.people import Organisation
from domain.periods import Week
from domain.plans import About, Details
from domain.week_turnout import WeekTurnout
from language.answers.activities.plan_lines import read_length, read_plan_lines
from storage import Work
from tests.helpers.activities import open_saturday, plan, plan_saturday
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HANH, HOA, ICT, MAI, THANG, Neighbour, Town, clock, says
from texts import Catalogue

ABOUT = About(
    [Organisation(1, "HPN", "Hội Liên hiệp Phụ nữ", "PN"), Organisation(2, "DTN", "Đoàn", "ĐTN")],
    datetime(2026, 11, 28, 6, 30, tzinfo=ICT),
    datetime(2026, 11, 19, 9, 0, tzinfo=ICT),
)
ALL = """nội dung: khơi kênh
mang theo: ủng, găng tay
nếu mưa: dời sang Chủ nhật
đồng chủ trì: ĐTN, hội nông dân
kéo dài: 2 tiếng rưỡi
ít nhất: 20, báo trước 3 ngày
kết quả: 300 m cống, 2 m3 rác
chốt: thứ 6 17h
trẻ em: không
từ 18"""


async def write(town: Town, lines: str) -> str:
    await town.phone(HOA).press("s.details:1", 1)
    await town.settle()
    return await town.write(HOA, lines)


async def test_everything_in_one_message(town: Town) -> None:
    await plan(town)
    card = await write(town, ALL)
    for said in (
        "28/11 6h30 – 9h00",
        "Hạn đăng ký: thứ Sáu, 27/11 17h00",
        "Ít nhất: 20 người, báo trước 3 ngày",
        "Chủ trì: PN · cùng ND, ĐTN",
        "khơi thông 300 m cống rãnh; 2 m³ rác",
        "Từ 18 tuổi",
        "Không kèm trẻ em",
    ):
        assert said in card
    assert len(card) <= 420
    assert "Chưa ghi" not in card
    page = await town.tap(HOA, "Sửa thông tin")
    for line in ("✅ nội dung: khơi kênh", "✅ kéo dài: 2h30", "✅ nếu mưa: dời sang Chủ nhật"):
        assert line in page, "what is written down is seen again"


async def test_what_the_card_has_no_room_for_is_one_tap(town: Town) -> None:
    await plan(town)
    long = "khơi thông kênh mương nội đồng, dọn cỏ hai bên bờ, thu gom rác và túi ni lông " * 3
    card = await write(town, f"{ALL}\nnội dung: {long}\nnếu mưa: {long}")
    assert long.strip() not in card
    whole = await town.tap(HOA, "Xem đủ")
    for said in (
        f"Nội dung: {long.strip()}",
        f"Nếu mưa: {long.strip()}",
        "Mang theo: ủng",
        "300 m",
    ):
        assert said in whole


async def test_heads_are_known_without_a_colon(town: Town) -> None:
    await plan(town)
    card = await write(town, "mang theo gang tay\nit nhat 20\nđồng chủ trì ĐTN\nkeo dai 2 gio")
    for said in ("Mang theo: gang tay", "Ít nhất: 20", "cùng ĐTN", "6h30 – 8h30"):
        assert said in card
    assert "Chưa ghi" not in card


@pytest.mark.parametrize(
    "line",
    [
        "mưa: vào nhà văn hóa",
        "Mưa to: vào nhà văn hóa",
        "trời mưa: vào nhà văn hóa",
        "phương án mưa: vào nhà văn hóa",
        "phuong an khi mua: vào nhà văn hóa",
        "dự phòng khi mưa: vào nhà văn hóa",
        "nếu trời mưa to thì vào nhà văn hóa",
        "mua thi vào nhà văn hóa",
    ],
)
async def test_what_is_done_when_it_rains_in_any_words(town: Town, line: str) -> None:
    await plan(town)
    assert "Nếu mưa: vào nhà văn hóa" in await write(town, line)


@pytest.mark.parametrize("line", ["mua: 20 đôi găng tay", "mua 20 đôi găng tay"])
async def test_what_is_bought_is_no_rain(town: Town, line: str) -> None:
    await plan(town)
    assert "Nếu mưa" not in await write(town, line)


async def test_what_is_not_understood_is_said_and_the_rest_kept(town: Town) -> None:
    await plan(town)
    card = await write(town, "mang theo: ủng\nkéo dài: lâu lâu\nđồng chủ trì: ĐTN, Hội Chim Cảnh")
    assert "Mang theo: ủng" in card
    assert "❗ Chưa ghi: kéo dài: lâu lâu\n❗ Chưa ghi: đồng chủ trì: ĐTN, Hội Chim…" in card
    assert await town.sql("SELECT count(*) FROM activity_cohost") == [(0,)]
    assert "6h30 – 8h30" in await town.write(HOA, "kéo dài: 2 giờ"), "it still listens"


@pytest.mark.parametrize(
    "line",
    [
        "ít nhất: -3",
        "ít nhất: 10.000",
        "ít nhất: 20, báo trước 99 ngày",
        "kéo dài: 90 giờ",
        "kéo dài: 5 phút",
        "kéo dài: 3h75",
        "chốt: 29/11",
        "chốt: 18/11/2026",
        "chốt: hôm nào đó",
        "kết quả: 20 người",
        "kết quả: -3 cây",
        "kết quả: rất sạch",
        "đồng chủ trì: Hội Chim Cảnh",
        "trẻ em: tùy",
        "từ 12",
        "mang theo: " + "x" * 301,
        "tên: " + "a" * 300,
        "tên: 123",
        "lung tung",
        ":",
        "mang theo:",
    ],
)
async def test_a_line_that_says_nothing_changes_nothing(town: Town, line: str) -> None:
    await plan(town)
    before = await town.sql("SELECT * FROM activity")
    assert "Chưa rõ" in await write(town, line)
    assert await town.sql("SELECT * FROM activity") == before


async def test_taken_back_again(town: Town) -> None:
    await plan(town)
    await write(town, ALL)
    card = await write(
        town, "ít nhất: không\nkết quả: không\nđồng chủ trì: không\ntrẻ em: có\ntừ 16"
    )
    for gone in ("Ít nhất", "Dự kiến", "cùng", "Từ 18", "Không kèm trẻ em"):
        assert gone not in card


async def test_a_new_title_and_whose_day_it_is(town: Town) -> None:
    await plan(town)
    assert "Dọn bờ kênh (T7-2811)" in await write(town, "tên: Dọn bờ kênh")
    refused = await write(town, "chủ trì: CCB")
    assert "do Văn phòng hoặc lãnh đạo" in refused
    await town.phone(HANH).press("s.details:1", 1)
    await town.settle()
    assert "Chủ trì: CCB · cùng ĐTN\n" in await town.write(
        HANH, "chủ trì: CCB\nđồng chủ trì: ĐTN, CCB"
    )


async def test_those_who_come_see_it_on_their_cards(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await write(town, "mang theo: ủng cao")
    assert await says(town, MAI, "Mang theo: ủng cao")


async def refused(town: Town, who: Neighbour, data: str) -> bool:
    before = len(town.phone(who).toasts)
    await town.write(who, "/hoatdong")
    await town.phone(who).press(data, town.phone(who).messages[-1].message_id)
    await town.settle()
    return any(toast.alert for toast in town.phone(who).toasts[before:])


@pytest.mark.parametrize("beside", [True, False])
async def test_a_co_host_has_the_hosts_rights(town: Town, beside: bool) -> None:
    """Bình is staff of the farmers' union, Thắng a head of the veterans'."""
    day = await open_saturday(town)
    if beside:
        await write(town, "đồng chủ trì: ND, CCB")
    assert await says(town, BINH, "cùng chủ trì: Dọn bờ kênh") is beside
    for data in (f"s.manage:{day}", f"s.details:{day}", f"plan.points:{day}"):
        assert (await refused(town, BINH, data)) is not beside, data
    await town.go_to(clock(21, 11))
    assert (await refused(town, THANG, f"act.lock:{day}:sure")) is not beside
    locked = await town.sql("SELECT state FROM activity")
    assert locked == [("locked" if beside else "open",)]


async def test_a_days_figures_are_counted_once(town: Town) -> None:
    """Three more organisations hold it; its people are in the week's figures once."""
    day = await plan_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "DTN 30, PN 12")
    await town.tap(CUONG, "Đúng")

    alone = await town.work(week_so_far)
    assert alone.total == 42
    for code in ("DTN", "HND", "HCCB"):
        await town.sql(
            "INSERT INTO activity_cohost SELECT :day, id FROM organisation WHERE code = :code",
            day=day,
            code=code,
        )
    assert await town.work(week_so_far) == alone


def week_so_far(work: Work) -> WeekTurnout:
    return turnout_of_week(
        work, seen_as(work, edition_of(work, Week.of(work.today)), WHOLE, work.now)
    )


async def test_two_of_a_kind_on_one_day_are_told_apart(town: Town) -> None:
    await open_saturday(town)
    await open_saturday(town, title="Trồng cây")
    await plan_saturday(town)
    await town.sql("UPDATE activity SET kind = 'sunday' WHERE id = 3")
    await town.go_to(clock(21, 11))

    def lines(work: Work) -> list[str]:
        week = week_so_far(work)
        words = Catalogue().words()
        return [words("digest.activity_silent", **asdict(held)) for held in week.activities]

    said = await town.work(lines)
    assert "«Dọn bờ kênh»" in said[0]
    assert "«Trồng cây»" in said[1]
    assert "«" not in said[2]


def test_lengths() -> None:
    for typed, minutes in (("3 giờ", 180), ("2h30", 150), ("2,5 giờ", 150), ("90 phút", 90)):
        assert read_length(typed) == timedelta(minutes=minutes), typed
    assert read_length("2 tiếng rưỡi") == timedelta(minutes=150)
    assert read_length("lâu") is None


def test_a_weekday_is_the_last_one_before_the_day() -> None:
    closes = read_plan_lines("chốt: thứ 6 17h", ABOUT).closes
    assert closes == datetime(2026, 11, 27, 17, 0, tzinfo=ICT)


NAMES = st.sampled_from(
    ["tên", "mang theo", "kéo dài", "ít nhất", "kết quả", "chốt", "đồng chủ trì", "trẻ em", "từ"]
)


@given(NAMES, st.text(max_size=60))
def test_no_line_is_too_odd_to_read(name: str, rest: str) -> None:
    typed = f"{name}: {rest}"
    details = read_plan_lines(typed, ABOUT)
    assert details.unclear or details.says_nothing or details != Details()
    if details.closes:
        assert ABOUT.now < details.closes <= ABOUT.starts
    if details.ends:
        assert timedelta(minutes=30) <= details.ends - ABOUT.starts <= timedelta(hours=14)
    assert details.least is None or 0 <= details.least <= 2000
