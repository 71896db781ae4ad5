"""Names do not stay in a chat: a list goes when it is closed, one's own data after ten minutes."""

from datetime import timedelta

from bot.expiring_messages import ExpiringMessages
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HANH, MAI, SON, Town, clock, says


def shown(town: Town, who: object, words: str) -> list[str]:
    return [m.text for m in town.phone(who).messages if words in m.text]  # type: ignore[arg-type]


async def test_ones_own_data_goes_after_ten_minutes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    await town.later(minutes=9)
    assert shown(town, MAI, "Dữ liệu của anh/chị")
    await town.later(minutes=2)
    assert shown(town, MAI, "Dữ liệu của anh/chị") == []
    assert await town.sql("SELECT count(*) FROM expiring_message") == [(0,)]


async def test_after_a_restart_it_is_still_known(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    town.now += timedelta(minutes=11)
    await ExpiringMessages(town.house.housekeeping, town.house.courier).round()
    assert shown(town, MAI, "Dữ liệu của anh/chị") == []


async def test_every_copy_of_a_list_goes_when_it_is_closed(town: Town) -> None:
    day = await open_saturday(town, capacity=9)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    offer = town.phone(CUONG).last
    await town.tap(CUONG, "Bản in")
    assert town.phone(CUONG).last.kind == "document"
    await town.tap(CUONG, "Điểm danh", offer)
    await town.write(CUONG, "vắng 1")
    assert len(await town.sql("SELECT 1 FROM expiring_message")) == 3
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.later(minutes=2)
    names = ("Bản in", "Bấm tên người", "CHƯA GHI", "Người")
    assert [words for words in names if shown(town, CUONG, words)] == []
    assert await says(town, CUONG, "Đã chốt Cầu Ka Long"), "what was written over it stays"


async def test_a_list_that_nobody_closes_goes_while_telegram_still_deletes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.go_to(clock(23, 6, 6))
    assert shown(town, CUONG, "Bấm tên người") == []


async def test_when_telegram_cannot_be_reached_it_is_tried_again(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    town.now += timedelta(minutes=11)
    town.world.faults.unreachable(seconds=60)
    await town.house.expiring.round()
    assert await town.sql("SELECT count(*) FROM expiring_message") == [(1,)]
    town.world.faults.clear()
    await town.house.expiring.round()
    assert shown(town, MAI, "Dữ liệu của anh/chị") == []


async def test_an_answer_with_names_that_never_came_does_not_lie_about(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.phone(MAI).write("/dulieu")
    await town.house.poller.once(0)
    town.world.faults.unreachable(seconds=3600)
    await town.house.dispatcher.drain()
    assert await town.sql(
        "SELECT drop_after IS NOT NULL FROM letter WHERE kind = 'data.mine'"
    ) == [(1,)]
    town.now += timedelta(minutes=11)
    town.world.faults.clear()
    await town.settle()
    assert shown(town, MAI, "Dữ liệu của anh/chị") == []
    assert await town.sql("SELECT message FROM letter WHERE kind = 'data.mine'") == [("{}",)]


async def test_a_list_to_print_is_for_whoever_leads_the_point(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 6, 46))
    await town.phone(BINH).press("s.paper:1", 1)
    await town.settle()
    assert "không thuộc phần" in town.phone(BINH).toasts[-1].text


async def test_a_settled_card_names_nobody(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day, "Đồng ý, 16–17")
    assert await says(town, HANH, "Người Mai")
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert not await says(town, HANH, "Người Mai")
