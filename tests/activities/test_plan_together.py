"""A plan in several hands: people move with their point, lines and questions are not lost."""

import pytest

from tests.helpers.activities import open_saturday, plan, point, points, send
from tests.helpers.registrations import join, join_at, standings
from tests.town import BINH, CUONG, HANH, HOA, MAI, NGA, SON, THANG, TUAN, Town, says

WHERE = "SELECT DISTINCT point_id FROM registration"


async def test_everybody_goes_to_another_point_and_is_told(town: Town) -> None:
    day = await open_saturday(town, capacity=20, points=2)
    await join_at(town, MAI, day, "Ka Long (20)")
    await join_at(town, SON, day, "Ka Long (19)")
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    await town.write(CUONG, "PN 12")
    await town.tap(CUONG, "Đúng")
    await point(town)
    asked = await town.tap(HOA, "Bỏ điểm này")
    assert "đang có người đăng ký (2 người)" in asked
    card = await town.tap(HOA, "Bãi biển Trà Cổ")
    assert "Cầu Ka Long" not in card
    assert "Đã báo 2 người" in card
    assert await town.sql(WHERE) == [(2,)]
    assert await town.sql("SELECT point_id FROM headcount") == [(2,)]
    assert await standings(town) == ["registered", "registered"]
    for who in (MAI, SON):
        assert await says(town, who, "Mới: Bãi biển Trà Cổ")
    assert await says(town, CUONG, "không còn phụ trách điểm Cầu Ka Long")
    await town.tap(MAI, "Đã biết")
    await town.phone(HOA).press(f"s.silent:{day}", 1)
    silent = await town.screen(HOA)
    assert "Người Sơn" in silent
    assert "Người Mai" not in silent


async def test_only_where_there_is_room(town: Town) -> None:
    day = await open_saturday(town, capacity=2, points=2)
    for who, label in ((MAI, "Ka Long (2)"), (SON, "Ka Long (1)"), (TUAN, "Trà Cổ (2)")):
        await join_at(town, who, day, label)
    await point(town)
    assert "không đủ chỗ (cần 2 chỗ)" in await town.tap(HOA, "Bỏ điểm này")
    await town.phone(HOA).press("plan.empty:1:2", 1)
    await town.settle()
    assert "không đủ chỗ" in town.phone(HOA).toasts[-1].text
    assert len(await points(town)) == 2
    await point(town, 2)
    await town.write(HOA, "3")
    await point(town)
    await town.tap(HOA, "Bỏ điểm này")
    assert "Đã báo 2 người" in await town.tap(HOA, "Bãi biển Trà Cổ")


async def test_whoever_waits_waits_there_and_finds_room(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=2)
    await join_at(town, MAI, day, "Ka Long (1)")
    await join_at(town, NGA, day, "Ka Long (hết, xếp chờ)")
    await point(town, 2)
    await town.write(HOA, "5")
    await point(town)
    await town.tap(HOA, "Bỏ điểm này")
    await town.tap(HOA, "Bãi biển Trà Cổ")
    assert await standings(town) == ["registered", "offered"]


@pytest.mark.parametrize("who", [BINH, CUONG, MAI])
async def test_only_whoever_leads_it_moves_people(town: Town, who: object) -> None:
    day = await open_saturday(town, capacity=3, points=2)
    await join_at(town, SON, day, "Ka Long (3)")
    for data in ("plan.empty:1:2", "plan.unpoint:1"):
        await town.phone(who).press(data, 1)
        await town.settle()
        assert town.phone(who).toasts[-1].alert
    assert await town.sql(WHERE) == [(1,)]


async def test_another_days_point_takes_nobody(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await open_saturday(town, title="Trồng cây")
    await join_at(town, MAI, day, "Ka Long (2)")
    for data in ("plan.empty:1:3", "plan.empty:1:1", "plan.empty:1:x", "plan.empty:1:99"):
        await town.phone(HOA).press(data, 1)
        await town.settle()
        assert town.phone(HOA).toasts[-1].alert
    assert await town.sql(WHERE) == [(1,)]


async def test_a_spelling_is_put_right_quietly(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    before = len(town.phone(MAI).messages)
    await point(town)
    card = await send(town, "sửa tên điểm: Cầu Ka Long 2")
    assert "📍 Cầu Ka Long 2" in card
    assert "Đã báo" not in card
    assert await says(town, MAI, "📍 Cầu Ka Long 2")
    assert len(town.phone(MAI).messages) == before, "nobody is rung"


async def test_a_place_may_have_a_comma(town: Town) -> None:
    await open_saturday(town)
    await point(town)
    assert "📍 Bãi biển Trà Cổ, cổng số 1" in await send(
        town, "nơi mới: Bãi biển Trà Cổ, cổng số 1"
    )
    await point(town)
    assert "📍 Nhà văn hóa khu 9 (Hải Yên)" in await send(
        town, "nơi mới: Nhà văn hóa khu 9, Hải Yên"
    )


async def test_the_public_card_names_every_host(town: Town) -> None:
    day = await open_saturday(town)
    await town.phone(HOA).press("s.details:1", 1)
    await town.settle()
    await town.write(HOA, "đồng chủ trì: ND, CCB")
    await join(town, MAI, day)
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký")
    assert await says(town, MAI, "Chủ trì: PN · cùng ND, CCB")


async def test_news_tells_each_what_they_can_do(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await point(town)
    await send(town, "nơi mới: UBND phường Hải Yên")
    assert await says(town, MAI, "bấm «Xem» rồi hủy")
    assert await says(town, CUONG, "Đổi nơi")
    assert not await says(town, CUONG, "rồi hủy")
    await town.phone(HOA).press(f"s.postpone:{day}", 1)
    await town.settle()
    await send(town, "Mưa to")
    assert await says(town, MAI, "Đăng ký của anh/chị được giữ")
    assert await says(town, CUONG, "Hoãn")
    assert not await says(town, CUONG, "Đăng ký của")


async def form_at_points(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Dọn vệ sinh")
    await town.write(HOA, "28/11")


async def test_good_lines_are_kept_and_the_bad_one_named(town: Town) -> None:
    await form_at_points(town)
    card = await town.write(HOA, "Cầu Ka Long, 60\nBãi biển Trà Cổ, -3\nKhu 4, Hải Yên")
    assert "Cầu Ka Long" in card
    assert "❗ Chưa ghi: Bãi biển Trà Cổ, -3" in card
    assert len(await points(town)) == 2
    card = await town.write(HOA, "Bãi biển Trà Cổ, 30")
    assert "📍 Bãi biển Trà Cổ, 30 chỗ" in card, "it listens for that line"
    assert "Chưa ghi" not in card


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Cầu Ka Long, -3", "Dòng «Cầu Ka Long, -3»: Số chỗ từ 1 đến 5.000"),
        ("7h", "«7h» là ngày giờ, không phải tên điểm"),
        ("thu 7 tuan sau 7h", "là ngày giờ, không phải tên điểm"),
        ("60", "Đề nghị nhắn tên điểm bằng chữ"),
        ("Nhà văn hóa, Xứ Mộng Mơ", "Dòng «Nhà văn hóa, Xứ Mộng Mơ»"),
    ],
)
async def test_a_single_bad_line_is_named(town: Town, line: str, said: str) -> None:
    await form_at_points(town)
    assert said in await town.write(HOA, line)
    assert await town.sql("SELECT count(*) FROM activity") == [(0,)]


async def test_a_reply_answers_the_question_it_stands_under(town: Town) -> None:
    await plan(town)
    await town.phone(HOA).press("s.details:1", 1)
    await town.settle()
    page = town.phone(HOA).messages[-1]
    await point(town)
    assert "Mang theo: ủng, găng tay" in await town.write(
        HOA, "mang theo: ủng, găng tay", reply_to=page
    )
    assert "40 chỗ" in await town.write(HOA, "40"), "the point's question is still the newest"


async def test_what_another_replaces_is_said_to_both(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Chỉ tiêu")
    assert "✏️" not in await town.write(HOA, "50"), "a first number replaces nothing"
    await town.phone(HANH).press("plan.target:1", 1)
    await town.settle()
    assert "✏️ Chỉ tiêu: 50 → 60" in await town.write(HANH, "60")
    told = next(text for text in await town.heard(HOA) if "vừa sửa" in text)
    assert "đ/c Đỗ Thị Hạnh" in told
    assert "Chỉ tiêu: 50 → 60" in told
    await town.phone(HANH).press("plan.point:1", 1)
    await town.settle()
    assert "✏️ Phụ trách Ka Long: Vũ Văn Cường → Lê Văn Thắng" in await town.write(HANH, "Thắng")
    assert await says(town, HOA, "Phụ trách Ka Long: Vũ Văn Cường → Lê Văn Thắng")
    assert not await says(town, THANG, "vừa sửa")


async def test_nobody_is_told_what_they_did_themselves(town: Town) -> None:
    await plan(town)
    for number in ("50", "70"):
        await town.tap(HOA, "Chỉ tiêu")
        await town.write(HOA, number)
    assert not await says(town, HOA, "vừa sửa")
