"""«hoàn tác» takes back the newest of what was given, decided or praised, all that went with one
message; what others go by already is said to stand."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.reports import late_work
from tests.town import BINH, HOA, LAN, THANG, Town, says


async def states(town: Town) -> list[str]:
    found = await town.sql("SELECT state FROM assignment WHERE title <> 'Việc cũ' ORDER BY number")
    return [state for (state,) in found]


async def test_right_under_what_was_given(town: Town) -> None:
    await town.write(LAN, "Bình: in 200 tờ rơi, thứ 4\nHoa: soạn giấy mời, thứ 6")
    await town.tap(LAN, "Giao cả 2 việc")
    assert "Đã hoàn tác: giao NV-" in await town.write(LAN, "hoan tac")
    assert await states(town) == ["cancelled", "cancelled"]
    assert "chưa có gì" in await town.write(LAN, "hoan tac")


async def test_whoever_saw_it_hears_so(town: Town) -> None:
    await give(town, LAN, "Bình")
    await town.later(minutes=5)
    await town.write(LAN, "hoàn tác")
    assert await states(town) == ["cancelled"]
    assert await says(town, BINH, "giao nhầm")


async def test_what_somebody_accepted_stays(town: Town) -> None:
    await give(town, LAN, "Bình")
    await town.tap(BINH, "Nhận việc")
    assert "Người khác đã xử lý" in await town.write(LAN, "hoàn tác")
    assert await states(town) == ["doing"]


@pytest.mark.parametrize("minutes", [0, 5])
async def test_right_under_a_praise(town: Town, minutes: int) -> None:
    """Unheard it goes nowhere; who has heard it hears that it was a mistake."""
    await town.write(LAN, "khen Hoa: dẫn đoàn rất khéo")
    await town.tap(LAN, "Gửi")
    await town.later(minutes=minutes)
    assert "biểu dương Nguyễn Thị Hoa" in await town.write(LAN, "hoan tac")
    await town.later(minutes=2)
    assert await says(town, HOA, "rất khéo") == bool(minutes)
    assert await says(town, HOA, "rút lại lời biểu dương") == bool(minutes)


async def test_all_that_one_message_decided(town: Town) -> None:
    await number_from(town, 147)
    for _ in range(2):
        await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận")
    for number in (147, 148):
        await town.write(BINH, f"xong {number}, đã vận động 6 hộ")
        await town.tap(BINH, "Gửi")
    await town.later(minutes=20)
    await town.write(THANG, "duyệt 147, 148")
    await town.tap(THANG, "Gửi")
    assert await states(town) == ["done", "done"]
    said = await town.write(THANG, "hoàn tác")
    assert "NV-2026-0147" in said
    assert "NV-2026-0148" in said
    assert await states(town) == ["review", "review"]


async def test_what_others_go_by_is_said_to_stand(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.later(minutes=30)
    await town.write(THANG, "gia hạn 147 đến 27/11")
    await town.tap(THANG, "Gửi")
    assert "NV-2026-0147 đã báo người liên quan" in await town.write(THANG, "hoàn tác")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 147")
    assert due.startswith("2026-11-27")


async def test_what_is_asked_since_is_left(town: Town) -> None:
    await late_work(town)
    await town.write(LAN, "khen Hoa: dẫn đoàn rất khéo")
    await town.tap(LAN, "Gửi")
    await town.later(minutes=1)
    await town.write(LAN, "khen Bình")
    await town.write(LAN, "hoan tac")
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'praise_back'") == []
    assert not await town.sql("SELECT 1 FROM expectation WHERE topic = 'work.praise_of'")
