"""«Nhắc điểm chưa báo»: the silent points hear privately, those that reported do not."""

from tests.helpers.activities import open_saturday
from tests.town import BINH, CUONG, DUNG, HANH, Neighbour, Town, clock


async def test_only_the_silent_hear_and_once_an_hour(town: Town) -> None:
    day = await open_saturday(town, capacity=10, points=2)
    await town.go_to(clock(21, 10, 30))
    await town.write(CUONG, "21 người")
    await town.write(CUONG, "đúng")
    before = {who: len(await town.heard(who)) for who in (BINH, CUONG)}
    assert "1" in await town.press(HANH, f"act.chase:{day}")
    assert len(await town.heard(BINH)) == before[BINH] + 1
    assert "Trà Cổ" in (await town.heard(BINH))[-1]
    assert len(await town.heard(CUONG)) == before[CUONG], "he has reported"
    assert "trong giờ này" in await town.press(HANH, f"act.chase:{day}")
    assert len(await town.heard(BINH)) == before[BINH] + 1
    await town.go_to(clock(21, 11, 5))
    heard = len(await town.heard(BINH))
    await town.press(DUNG, f"act.chase:{day}")
    assert len(await town.heard(BINH)) == heard, "another section's staff reminds nobody"
    await town.press(HANH, f"act.chase:{day}")
    assert len(await town.heard(BINH)) == heard + 1, "the next hour it may be said again"


async def test_the_evenings_card_tells_who_is_silent_while_somebody_is(town: Town) -> None:
    await open_saturday(town, capacity=10, points=2)
    await town.go_to(clock(21, 10, 31))
    await report(town, CUONG, "21 người")
    await town.go_to(clock(21, 20))
    card = town.phone(HANH).last
    assert "• Ka Long: 21 (phụ trách điểm báo)\n• Trà Cổ: chưa báo" in card.text
    assert card.labels == ["Khóa số liệu", "Nhắc điểm chưa báo"]
    await report(town, BINH, "9 người")
    await town.settle()
    assert "• Trà Cổ: 9 (phụ trách điểm báo)" in card.text
    assert card.labels == ["Khóa số liệu"]


async def report(town: Town, who: Neighbour, said: str) -> None:
    await town.write(who, said)
    await town.tap(who, "Đúng")
