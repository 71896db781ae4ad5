"""Citizens invited on a visit: a link that works once, yes or no, their words in the report."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import KALONG, LIEN, TRAN, call_off, move, office_of_visits, propose
from tests.town import BINH, HOA, LAN, MAI, Town, clock, says

GUEST = "Nguyễn Thị An"


@begun
async def planned(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên")
    return town


async def link(town: Town) -> str:
    said = await town.write(TRAN, f"GS1 mời {GUEST}")
    return said.rpartition("start=")[2].split()[0]


async def opened(town: Town, who: int, args: str) -> str:
    await town.phone(who).start(args)
    return await town.screen(who)


async def test_the_link_works_once_and_the_head_hears(planned: Town) -> None:
    town = planned
    args = await link(town)
    said = await opened(town, MAI, args)
    assert f"mời {GUEST} cùng đi giám sát" in said
    assert KALONG in said
    assert "đã nhận lời" in await town.tap(MAI, "Nhận lời")
    assert await says(town, TRAN, f"đại biểu {GUEST} nhận lời")
    assert "đã dùng" in await opened(town, 8102, args)
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]


async def test_of_an_unannounced_visit_it_does_not_say_where(planned: Town) -> None:
    town = planned
    args = await link(town)
    await town.write(LAN, "GS1 không báo trước")
    assert KALONG not in await opened(town, MAI, args)


async def test_whoever_works_here_is_no_invited_citizen(planned: Town) -> None:
    town = planned
    args = await link(town)
    await town.phone(HOA).start(args)
    assert "ngoài cơ quan" in await town.screen(HOA)
    assert "cùng đi giám sát" in await opened(town, MAI, args)


async def test_what_they_said_stands_on_the_card(planned: Town) -> None:
    town = planned
    await link(town)
    await town.write(LIEN, "GS1 đại biểu An: bảng phí khó đọc")
    assert f"Ý kiến đại biểu mời {GUEST}: bảng phí khó đọc" in await town.write(TRAN, "GS1")
    assert "chưa rõ đại biểu nào" in await town.write(LIEN, "GS1 đại biểu Bảy: x")
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 đại biểu An: y")
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 mời Trần Văn B")


async def test_a_forged_button_says_nothing(planned: Town) -> None:
    town = planned
    await link(town)
    assert "đã dùng" in await town.press(MAI, "v.guest:1:abcdef")
    assert await town.sql("SELECT comes FROM visit_guest") == [(None,)]


async def test_who_comes_sees_when_and_where_they_gather(planned: Town) -> None:
    town = planned
    args = await link(town)
    await opened(town, MAI, args)
    assert "báo sau" in await town.tap(MAI, "Nhận lời")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    assert "thứ Sáu, 20/11 7h15, tại trụ sở" in await town.tap(MAI, "Giờ, nơi tập trung")


async def test_of_an_unannounced_one_a_guest_hears_nothing_before_its_team(planned: Town) -> None:
    """Neither before the yes, nor earlier than half a day before; and what they read does not go
    on from there."""
    town = planned
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    args = await link(town)
    brief = await opened(town, MAI, args)
    assert "7h15" not in brief
    assert "trụ sở" not in brief
    assert "báo trước nửa ngày" in brief
    said = await town.tap(MAI, "Nhận lời")
    assert "7h15" not in said
    assert "trụ sở" not in said
    assert "trụ sở" not in await town.tap(MAI, "Giờ, nơi tập trung")
    await town.go_to(clock(19, 20))
    assert await says(town, LIEN, "tại trụ sở")
    assert "thứ Sáu, 20/11 7h15, tại trụ sở" in await town.tap(MAI, "Giờ, nơi tập trung")
    assert town.phone(MAI).messages[-1].protected


async def test_who_said_no_reads_no_hour(planned: Town) -> None:
    town = planned
    args = await link(town)
    await opened(town, MAI, args)
    when = next(b.data for b in town.phone(MAI).last.buttons if b.text == "Không đi được")
    await town.tap(MAI, "Không đi được")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    said = await town.press(MAI, when.replace("v.noguest", "v.guestwhen"))
    assert "7h15" not in said


async def test_who_said_yes_is_to_be_called_when_it_is_moved(planned: Town) -> None:
    """No message of the office reaches them: they have no account here."""
    town = planned
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await opened(town, MAI, await link(town))
    await town.tap(MAI, "Nhận lời")
    assert f"{GUEST} – đề nghị gọi báo lại" in await move(town, TRAN, "GS1 lùi: tháng 12")
    assert f"{GUEST} – đề nghị gọi báo lại" in await call_off(town, TRAN, "GS1 hủy: trùng lịch")


@pytest.mark.parametrize("line", ["gs 1 moi khach", "GS1 mời đại biểu", "gs1 moi khach moi"])
async def test_an_invitation_without_a_name_asks_for_it(planned: Town, line: str) -> None:
    town = planned
    assert "họ tên" in await town.write(TRAN, line)
    assert await town.sql("SELECT * FROM visit_guest") == []
    assert f"liên kết mời {GUEST}" in await town.write(TRAN, GUEST)


YES = ["bac di duoc", "bác đi được nhé cháu", "vâng", "ok cháu", "tôi nhận lời", "Bác sẽ đi"]
NO = ["bác không đi được", "bac k di dc", "bác bận rồi cháu ạ", "xin phép không đi"]


@pytest.mark.parametrize(
    ("line", "comes"), [*((one, 1) for one in YES), *((one, 0) for one in NO)]
)
async def test_a_guest_answers_in_words(planned: Town, line: str, comes: int) -> None:
    town = planned
    await opened(town, MAI, await link(town))
    said = await town.write(MAI, line)
    assert "Cảm ơn" in said
    assert await town.sql("SELECT comes FROM visit_guest") == [(comes,)]
    assert await says(town, TRAN, "nhận lời" if comes else f"{GUEST} không đi được")


@pytest.mark.parametrize("line", ["mai may gio", "mấy giờ tập trung cháu", "tập trung ở đâu?"])
async def test_a_guest_asks_when_and_hears_no_more_than_by_the_button(
    planned: Town, line: str
) -> None:
    town = planned
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await opened(town, MAI, await link(town))
    assert "7h15" not in await town.write(MAI, line), "not before the yes"
    await town.write(MAI, "bác đi được")
    assert "thứ Sáu, 20/11 7h15, tại trụ sở" in await town.write(MAI, line)
    await town.write(LAN, "GS1 không báo trước")
    assert "7h15" not in await town.write(MAI, line)
    await town.go_to(clock(19, 20))
    said = await town.write(MAI, line)
    assert "7h15" in said
    assert KALONG not in said
    assert town.phone(MAI).messages[-1].protected


async def test_other_words_of_a_guest_are_answered_and_change_nothing(planned: Town) -> None:
    town = planned
    await opened(town, MAI, await link(town))
    assert "đi được" in await town.write(MAI, "bảng phí khó đọc quá")
    assert await town.sql("SELECT comes, words FROM visit_guest") == [(None, "")]


async def test_a_changed_mind_is_told_each_time_and_who_was_not_invited_is_no_guest(
    planned: Town,
) -> None:
    town = planned
    await opened(town, MAI, await link(town))
    for line in ("bác đi được", "bác không đi được", "bác đi được"):
        await town.later(minutes=1)
        await town.write(MAI, line)
    told = [text for text in await town.heard(TRAN) if "nhận lời" in text]
    assert len(told) == 2
    await town.write(8102, "bác đi được")
    assert not await says(town, 8102, "Cảm ơn")
    await town.sql("UPDATE visit SET done_at = unixepoch('2026-11-19 03:00')")
    await town.write(MAI, "bác không đi được")
    assert await town.sql("SELECT comes FROM visit_guest") == [(1,)]
