"""Where to go: Telegram's own map for those who come, the landmark in words without one."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import BINH, CUONG, MAI, SON, Town, clock

HERE = "UPDATE point SET lat = 21.53, lon = 107.97, landmark = 'cạnh cổng chợ'"


async def maps(town: Town, who: int) -> list[dict[str, object]]:
    await town.settle()
    return [m.content["venue"] for m in town.phone(who).messages if m.kind == "venue"]


async def test_an_hour_before_comes_the_map(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await town.sql(HERE)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 6, 1))
    [venue] = await maps(town, MAI)
    assert venue == {
        "location": {"latitude": 21.53, "longitude": 107.97},
        "title": "Cầu Ka Long",
        "address": "cạnh cổng chợ",
    }
    assert await maps(town, SON) == [], "who waits is not told the place on the map"
    asked = next(m for m in town.phone(MAI).messages if "Vẫn tổ chức" in m.text)
    assert asked.labels == ["Đến muộn"]


async def test_directions_on_demand(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.sql(HERE)
    await town.tap(MAI, "Chỉ đường")
    assert any("📍 Cầu Ka Long, cạnh cổng chợ" in text for text in await town.heard(MAI))
    assert len(await maps(town, MAI)) == 1


async def test_without_a_position_the_landmark_is_in_words(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.sql("UPDATE point SET landmark = 'cạnh cổng chợ'")
    assert "cạnh cổng chợ" in await town.tap(MAI, "Chỉ đường")
    assert await maps(town, MAI) == []


async def test_place_and_phone_are_for_those_who_come(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=1)
    await town.sql("UPDATE point SET leader_id = :id", id=town.person(BINH))
    await town.sql(HERE)
    await agree_to_phone(town)
    for who in (MAI, SON):
        await join(town, who, day)
    assert any("0900 000 104" in text for text in await town.heard(MAI))
    assert not any("0900 000 104" in text for text in await town.heard(SON))
    await town.phone(SON).press("s.where:2", 1)
    await town.phone(SON).press("s.where:1", 1)
    await town.settle()
    assert all(toast.alert for toast in town.phone(SON).toasts[-2:])
    assert await maps(town, SON) == []


async def agree_to_phone(town: Town) -> None:
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "hiện số điện thoại")
    await town.tap(BINH, "Đồng ý")


async def test_a_leader_who_did_not_agree_is_named_without_a_number(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    card = next(text for text in await town.heard(MAI) if "Đã đăng ký" in text)
    assert f"Phụ trách điểm: {CUONG.name}" in card


async def test_the_card_says_the_rain_plan_and_why_no_number_stands_there(town: Town) -> None:
    day = await open_saturday(town, rain_plan="lùi 30 phút")
    await join(town, MAI, day)
    card = (await town.heard(MAI))[0]
    assert "Nếu mưa: lùi 30 phút" in card
    assert "Phụ trách điểm: Vũ Văn Cường (số điện thoại chưa được phép hiện; cần hỏi, gọi" in card
    await town.sql("UPDATE point SET leader_id = NULL")
    await join(town, SON, day)
    card = (await town.heard(SON))[0]
    assert "Phụ trách điểm" not in card
    assert "Cần hỏi, gọi Đỗ Thị Hạnh" in card


async def test_every_card_names_the_rain_plan_and_the_young_hear_why_no_telephone(
    town: Town,
) -> None:
    day = await open_saturday(town, rain_plan="dời sang chiều")
    await arrive(town, SON, day)
    await join(town, MAI, day, "Đồng ý, 16–17")
    held = next(text for text in await town.heard(MAI) if "Giữ chỗ" in text)
    assert "Nếu mưa: dời sang chiều" in held
    assert "số điện thoại: báo khi đã xác nhận" in held
    await town.press(SON, f"s.see:{day}")
    assert "Nếu mưa: dời sang chiều" in await town.screen(SON)


async def test_no_label_stands_without_anything_behind_it(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await join(town, SON, day, "Đồng ý, 16–17")
    for who in (MAI, SON):
        for text in await town.heard(who):
            assert not [line for line in text.splitlines() if line.rstrip().endswith(":")]
            assert "Nếu mưa" not in text
