"""A new plan begins from a template, from an earlier day, or from an empty form."""

import pytest

from domain.plans import MOST_TEMPLATES
from tests.helpers.activities import TITLE, open_saturday, plan
from tests.town import BINH, CUONG, HANH, HOA, MAI, Town, clock

COUNT = "SELECT count(*) FROM activity"


async def save_template(town: Town, name: str = "Dọn biển") -> None:
    """Hoa plans a Saturday and keeps it as a template."""
    await plan(town)
    await town.tap(HOA, "Sửa thông tin")
    await town.write(
        HOA,
        "mang theo: ủng\nđồng chủ trì: ĐTN\nít nhất: 20, báo trước 3 ngày\n"
        "kết quả: 2 m3 rác\nkéo dài: 2h30",
    )
    await town.tap(HOA, "Lưu mẫu")
    assert f"Đã lưu mẫu «{name}»" in await town.write(HOA, name)


async def test_where_nothing_was_held_the_form_begins_at_once(town: Town) -> None:
    assert "Loại nào?" in await town.write(HOA, "tạo hoạt động")


async def test_from_a_template_only_the_date_is_asked(town: Town) -> None:
    await save_template(town)
    await town.write(HOA, "tạo hoạt động")
    assert town.phone(HOA).messages[-1].labels == ["Theo mẫu", "Từ đầu"]
    await town.tap(HOA, "Theo mẫu")
    assert "ngày nào?" in await town.tap(HOA, "Dọn biển")
    card = await town.write(HOA, "5/12")
    assert "(T7-0512)" in card
    assert "thứ Bảy, 5/12 6h30 – 9h00" in card, "at its own hour, as long as the other"
    for kept in ("Cầu Ka Long", "Ít nhất: 20 người, báo trước 3 ngày", "cùng ĐTN", "2 m³ rác"):
        assert kept in card
    rows = await town.sql("SELECT bring, state, host_id, organiser_id FROM activity ORDER BY id")
    assert rows[0] == rows[1]


async def test_a_suggested_day_is_one_tap_and_falls_on_its_weekday(town: Town) -> None:
    await save_template(town)
    await town.write(HOA, "mẫu")
    await town.tap(HOA, "Dọn biển")
    assert town.phone(HOA).messages[-1].labels == ["21/11", "28/11"]
    assert "thứ Bảy, 21/11 6h30" in await town.tap(HOA, "21/11")


async def test_like_an_earlier_day(town: Town) -> None:
    await open_saturday(town, bring="cuốc")
    await town.go_to(clock(23, 9))
    await town.write(HOA, "tạo hoạt động")
    assert f"{TITLE}, ngày nào?" in await town.tap(HOA, "Chép buổi trước")
    assert "(T7-2811)" in await town.tap(HOA, "28/11")
    assert await town.sql("SELECT bring, state FROM activity ORDER BY id DESC LIMIT 1") == [
        ("cuốc", "draft")
    ]


async def test_like_an_earlier_day_but_shorter(town: Town) -> None:
    await open_saturday(town)
    await town.go_to(clock(23, 9))
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Chép buổi trước")
    assert "thứ Bảy, 28/11 7h00 – 9h00" in await town.write(HOA, "28/11 7h-9h")


async def test_of_several_earlier_days_one_is_chosen(town: Town) -> None:
    await open_saturday(town)
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    await town.go_to(clock(23, 9))
    assert "Chép từ buổi nào?" in await town.write(HOA, "chép buổi trước")
    assert town.phone(HOA).messages[-1].labels == ["22/11 Trồng cây", f"21/11 {TITLE}"]
    assert "Trồng cây, ngày nào?" in await town.tap(HOA, "22/11 Trồng cây")


async def test_whoever_may_not_lead_the_template_holds_the_new_day_themselves(town: Town) -> None:
    await save_template(town)
    await town.write(BINH, "mẫu")
    await town.tap(BINH, "Dọn biển")
    assert "Chủ trì: ND" in await town.write(BINH, "5/12")
    organiser = await town.sql("SELECT organiser_id FROM activity ORDER BY id DESC LIMIT 1")
    assert organiser == [(town.person(BINH),)]


async def test_a_name_is_kept_once_and_a_template_can_go(town: Town) -> None:
    await save_template(town)
    await town.phone(HOA).press("plan.keep:1", 1)
    await town.settle()
    await town.write(HOA, "Dọn biển")
    await town.write(HOA, "mẫu")
    assert town.phone(HOA).messages[-1].labels == ["Dọn biển", "Bỏ bớt mẫu"]
    await town.tap(HOA, "Bỏ bớt mẫu")
    assert "Chưa có mẫu nào" in await town.tap(HOA, "✕ Dọn biển")
    assert "không còn" in await town.press(HOA, "plan.from:1"), "an old button of it"
    assert "không còn" in await town.press(HOA, "plan.unkeep:2")
    assert await town.sql(COUNT) == [(1,)]


async def test_the_title_is_a_name_by_one_tap(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Lưu mẫu")
    assert "Làm sạch biển và đường liên thôn" in await town.tap(HOA, "Lấy tên này")


async def test_the_weekly_habit_of_a_template_ends_alone(town: Town) -> None:
    await save_template(town)
    for said in ("hằng tuần", "thôi"):
        assert said in await town.press(HOA, "s.weekly:1")
    await town.write(HOA, "mẫu")
    assert "Dọn biển" in town.phone(HOA).messages[-1].labels


@pytest.mark.parametrize("name", ["a" * 300, "123", "—", "\u202e \u200b"])
async def test_a_name_that_is_none(town: Town, name: str) -> None:
    await plan(town)
    await town.tap(HOA, "Lưu mẫu")
    await town.write(HOA, name)
    assert await town.sql("SELECT count(*) FROM pattern") == [(0,)]


async def test_not_too_many_of_them(town: Town) -> None:
    await plan(town)
    for n in range(MOST_TEMPLATES):
        await town.sql(
            "INSERT INTO pattern (office_id, activity_id, name) VALUES (1, 1, :name)", name=f"M{n}"
        )
    await town.tap(HOA, "Lưu mẫu")
    assert "bỏ bớt" in await town.write(HOA, "Dọn biển")


async def test_only_whoever_leads_it_keeps_or_removes_a_template(town: Town) -> None:
    await save_template(town)
    for who in (BINH, CUONG, MAI):
        for data in ("plan.keep:1", "plan.keep_so:1", "plan.unkeep:1"):
            await town.press(who, data)
            assert town.phone(who).toasts[-1].alert, data
    assert await town.sql("SELECT name FROM pattern WHERE ended_at IS NULL") == [("Dọn biển",)]
    assert "chưa có mẫu nào của đồng chí" in (await town.write(BINH, "bỏ mẫu")).casefold()
    await town.write(HANH, "bỏ mẫu")
    await town.tap(HANH, "✕ Dọn biển")
    assert await town.sql("SELECT count(*) FROM pattern WHERE ended_at IS NULL") == [(0,)]


async def test_another_offices_template_and_forged_buttons(town: Town) -> None:
    await plan(town)
    other = await town.elsewhere("Người khác")
    await town.sql(
        "INSERT INTO activity (office_id, code, kind, title, starts_at, ends_at, closes_at,"
        " created_at) SELECT office_id, 'T7-X', 'saturday', 'Của người khác',"
        " unixepoch('2026-11-28'), unixepoch('2026-11-28 03:00'), unixepoch('2026-11-27 12:00'),"
        " unixepoch('2026-11-19') FROM membership WHERE person_id = :id",
        id=other,
    )
    await town.sql("INSERT INTO pattern (office_id, activity_id, name) SELECT office_id, 2, 'X'"
                   " FROM activity WHERE id = 2")  # fmt: skip
    for data in ("plan.from:1", "plan.like:2", "plan.from:99", "plan.keep:2", "plan.day:0:x"):
        await town.press(HOA, data)
        assert town.phone(HOA).toasts[-1].alert, data
    assert "Chưa có mẫu nào" in await town.write(HOA, "mẫu")
