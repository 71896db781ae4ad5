"""A pupil is «bạn», never «anh/chị», and has a note that reaches their parents."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import HANH, MAI, SON, Town, clock


async def said_since(town: Town, before: int) -> str:
    heard = await town.heard(MAI)
    return "\n".join([*heard[before:], *(t.text for t in town.phone(MAI).toasts)]).casefold()


@pytest.mark.parametrize(("capacity", "points"), [(1, 1), (0, 1), (1, 2)])
async def test_by_taps_nothing_calls_a_pupil_anh_chi(
    town: Town, capacity: int, points: int
) -> None:
    """A place, the line where it is full, or a point to choose."""
    day = await open_saturday(town, capacity=max(capacity, 1), points=points)
    if not capacity:
        await join(town, SON, day)
    assert "anh/chị" not in await arrive(town, MAI, day), "before anything is known of their age"
    await town.tap(MAI, "Đồng ý, 16–17")
    if points > 1:
        await town.tap(MAI, "Ka Long (1)")
    assert "anh/chị" not in await said_since(town, 0)
    await town.write(MAI, "/dangky")
    assert "anh/chị" not in await said_since(town, 0)


async def test_by_words_neither(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town, points=2))
    before = len(await town.heard(MAI))
    await town.write(MAI, "em 17 tuổi")
    await town.write(MAI, "đồng ý")
    await town.tap(MAI, "Ka Long (2)")
    assert "anh/chị" not in await said_since(town, before)


@pytest.mark.parametrize("said", ["Dưới 16", "em 15 tuổi", "em 17 tuổi"])
async def test_whoever_said_it_before_registering_neither(town: Town, said: str) -> None:
    """Nothing is kept of them; it is remembered in memory alone."""
    await arrive(town, MAI, await open_saturday(town))
    if said == "Dưới 16":
        await town.tap(MAI, said)
    else:
        await town.write(MAI, said)
    before = len(await town.heard(MAI))
    for line in ("/dulieu", "/dangky", "em cảm ơn", "/buoitoi", "/trogiup", "/viec"):
        await town.write(MAI, line)
    heard = await said_since(town, before)
    assert "không giữ thông tin nào của bạn" in heard
    assert "anh/chị" not in heard
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = :t", t=MAI) == [(0,)]


async def test_before_an_age_is_known_nobody_is(town: Town) -> None:
    """`/start`, what a stranger asks, and the link of a day that is over."""
    day = await open_saturday(town)
    await town.go_to(clock(21, 12))
    for line in ("/start", "/trogiup", "/dulieu", "/buoitoi", "/dangky", "/viec", "chào"):
        await town.write(MAI, line)
    for link in (f"act-{day}", "act-99", "gi-day"):
        await town.phone(MAI).start(link)
    heard = await said_since(town, 0)
    assert "mời bạn" in heard
    assert "anh/chị" not in heard


async def test_without_a_poster_neither(town: Town) -> None:
    await open_saturday(town)
    await town.write(MAI, "em 17 tuổi, em muốn đăng ký")
    assert "của bạn" in await town.write(MAI, "/dulieu")
    await town.write(MAI, "mình 20 tuổi")
    assert "của anh/chị" in await town.write(MAI, "/dulieu")


async def test_the_question_reaches_the_parents(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    note = await town.tap(MAI, "Tin gửi bố mẹ")
    assert "Kính gửi bố mẹ em" in note
    assert "0900 000 101" in note
    assert "ký tên" in note
    asked = next(text for text in await town.heard(HANH) if "Bố mẹ em đã đồng ý chưa" in text)
    assert "giấy giữ tại Văn phòng" in asked
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert "đã có người xử lý" in await town.press(MAI, "s.parents:1")


async def test_nobody_else_reads_the_note(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    for who in (SON, HANH):
        assert "Kính gửi" not in await town.press(who, "s.parents:1")
