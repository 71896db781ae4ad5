"""Whoever cannot type: a voice, a photo of a sheet, «không biết gõ» reach somebody who can."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HANH, HOA, MAI, Town, clock, says


@pytest.fixture
async def ended(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))


async def test_a_voice_is_heard_by_the_office_and_recorded_by_one_tap(
    town: Town, ended: None
) -> None:
    await town.phone(CUONG).voice()
    assert "Đỗ Thị Hạnh" in await town.screen(CUONG)
    sent = next(m for m in town.phone(HANH).messages if "ghi giúp" in m.text)
    assert sent.kind == "voice"
    await town.tap(HANH, sent.labels[0], sent)
    await town.write(HANH, "45")
    await town.tap(HANH, "Ghi thay phụ trách")
    assert await town.sql("SELECT total FROM turnout WHERE confirmed_at NOTNULL") == [(45,)]


async def test_a_photo_of_a_sheet(town: Town, ended: None) -> None:
    await town.phone(CUONG).photo()
    assert "Là ảnh tờ số liệu" in await town.screen(CUONG)
    await town.tap(CUONG, "Nhờ Văn phòng ghi")
    assert any(m.kind == "photo" for m in town.phone(HANH).messages)


@pytest.mark.parametrize("words", ["không biết gõ", "toi khong biet go", "gọi lại cho tôi"])
async def test_who_says_so_is_called(town: Town, ended: None, words: str) -> None:
    await town.write(CUONG, words)
    assert await says(town, HANH, f"«{words}»")


async def test_a_volunteers_voice_reaches_the_points_leader_and_the_answer_comes_back(
    town: Town,
) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.phone(MAI).voice()
    assert "Đã chuyển" in await town.screen(MAI)
    await town.tap(CUONG, "Trả lời")
    await town.write(CUONG, "7 giờ ở cầu nhé")
    assert "7 giờ ở cầu nhé" in (await town.heard(MAI))[-1]


async def test_who_reports_nothing_is_told_as_before(town: Town) -> None:
    await town.phone(HOA).voice()
    assert "chưa nghe được" in await town.screen(HOA)
    await town.phone(BINH).photo()
    assert "chưa rõ của việc nào" in await town.screen(BINH)
    assert not await says(town, HANH, "ghi giúp")
