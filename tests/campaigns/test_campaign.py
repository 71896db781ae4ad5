"""A campaign: opened in one line, its parts ticked, what it was to achieve beside what it did."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import CUONG, DUNG, HANH, HOA, Town, clock

LINE = (
    "chiến dịch: Ngày hội số, 19/11-31/12, mục tiêu 500 hộ tài khoản số;"
    " truyền thông, hướng dẫn, ra quân"
)
NOTHING = "SELECT * FROM checking"
THINGS = "SELECT about FROM campaign_thing"


@begun
async def campaign(town: Town) -> Town:
    await town.write(HOA, LINE)
    await town.tap(HOA, "Lưu")
    return town


async def test_one_line_is_read_back_and_kept_by_a_tap(town: Town) -> None:
    said = await town.write(HOA, LINE)
    assert "Ngày hội số" in said
    assert "Từ 19/11/2026 đến 31/12/2026" in said
    assert "Mục tiêu: 500 hộ có tài khoản số" in said
    assert "truyền thông; hướng dẫn; ra quân" in said
    assert await town.sql(NOTHING) == []
    await town.tap(HOA, "Lưu")
    card = await town.screen(HOA)
    assert "CDI-01 – Chiến dịch Ngày hội số: 0/3 phần" in card
    assert "Đã làm: 0 hộ có tài khoản số (0%)" in card
    assert len(card) < 420


async def test_it_is_kept_by_a_word_left_by_another_and_said_again(town: Town) -> None:
    await town.write(HOA, LINE)
    await town.tap(HOA, "Hủy")
    await town.write(HOA, "lưu")
    assert await town.sql(NOTHING) == []
    await town.write(HOA, LINE)
    assert "nhắn lại cả dòng" in await town.tap(HOA, "Sửa")
    again = "Ngày hội số 2, 19/11-20/12, 20 km đường; ra quân"
    assert "20 km đường" in await town.write(HOA, again)
    assert "Ngày hội số 2: 0/1 phần" in await town.write(HOA, "lưu")


async def test_what_is_kept_is_what_was_read_back(town: Town) -> None:
    said = await town.write(HOA, LINE.replace("Ngày hội số", f"Ngày hội {'số ' * 40}"))
    await town.tap(HOA, "Lưu")
    [(name,)] = await town.sql("SELECT name FROM checking")
    assert said.splitlines()[0] == f"Chiến dịch {name}"


async def test_an_old_button_keeps_nothing_newer(town: Town) -> None:
    await town.write(HOA, LINE)
    await town.press(HOA, "cp.keep:0:00000000")
    assert await town.sql(NOTHING) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("chiến dịch: Ngày hội số, 19/11-31/12; ra quân", "ít nhất một con số"),
        ("chiến dịch: Ngày hội số, 19/11-31/12, mục tiêu 500 video; ra quân", "mục tiêu 500 hộ"),
        ("chiến dịch: Ngày hội số, 19/11-31/12, nâng cao nhận thức; ra quân", "chưa rõ mục tiêu"),
        ("chiến dịch: Ngày hội số, mục tiêu 20 km đường; ra quân", "Đề nghị nhắn tên, ngày"),
        ("chiến dịch: Ngày hội số, 1/10/2026-31/10/2026, 20 km đường; ra quân", "chưa đúng"),
        ("chiến dịch: Ngày hội số, 19/11-31/12, 20 km đường", "các phần sau dấu chấm phẩy"),
        (f"{LINE}, {', '.join(f'phần {n}' for n in range(40))}", "43 mục là nhiều quá"),
    ],
)
async def test_what_lacks_something_is_refused_with_what_is_expected(
    town: Town, line: str, why: str
) -> None:
    assert why in await town.write(HOA, line)
    assert await town.sql(NOTHING) == []
    assert not town.phone(HOA).can_tap("Lưu")


async def test_its_parts_are_ticked_on_its_card(campaign: Town) -> None:
    town = campaign
    assert "mục 2: xong" in await town.tap(HOA, "2")
    card = await town.write(HOA, "chiến dịch 1")
    assert "1/3 phần" in card
    assert "☑️ 2. hướng dẫn" in card
    assert "(2/3)" in await town.write(HOA, "3", reply_to=town.phone(HOA).last)


PARTS = (
    "phong trao ngay hoi so xong phan truyen thong",
    "chiến dịch ngày hội số đã xong truyền thông",
    "cd1 xong truyen thong",
    "chien dich 1 xong phan truyen thong roi a",
    "phong trào Ngày hội số: phần truyền thông xong rồi",
)


@pytest.mark.parametrize("line", PARTS)
async def test_a_part_is_told_in_words(campaign: Town, line: str) -> None:
    town = campaign
    assert "mục 1: xong (1/3)" in await town.write(HOA, line)


async def test_where_there_is_none_it_is_said_how_one_begins(town: Town) -> None:
    said = await town.write(HOA, "phong trào ngày hội số xong phần truyền thông")
    assert "Chiến dịch (0)" in said
    assert "Mở mới" in said


@pytest.mark.parametrize(
    "line",
    ["phong trào ngày hội số chưa xong phần truyền thông", "phong trào ngày hội số xong phần hát"],
)
async def test_what_is_no_part_or_not_done_ticks_nothing(campaign: Town, line: str) -> None:
    town = campaign
    await town.write(HOA, line)
    assert await town.sql("SELECT * FROM checklist_mark") == []
    await town.write(DUNG, "phong trào ngày hội số xong phần truyền thông")
    assert await town.sql("SELECT * FROM checklist_mark") == []


async def test_work_belongs_to_it_and_its_end_shows_at_once(campaign: Town) -> None:
    town = campaign
    await give(town, HANH, "hoa")
    await town.sql("UPDATE assignment SET number = 147")
    said = await town.write(HOA, "chiến dịch 1: thêm việc 147")
    assert "đã thêm 147. Có 0 hoạt động, 1 việc" in said
    assert "Việc: 0/1 xong" in await town.write(HOA, "CDI1")
    await town.write(HOA, "xong 147, đã vận động 6 hộ")
    await town.tap(HOA, "Gửi")
    await town.tap(HANH, "Đạt")
    assert any("Việc: 1/1 xong" in text for text in await town.heard(HOA))
    assert "đang thuộc CDI-01" in await town.write(HOA, "cd1 them 147")
    assert "Còn 0 hoạt động, 0 việc" in await town.write(HOA, "chien dich 1 bo viec 147")
    assert "không thuộc CDI-01" in await town.write(HOA, "chien dich 1 bo viec 147")


async def test_work_and_days_are_put_to_it_and_taken_out_by_taps(campaign: Town) -> None:
    town = campaign
    await give(town, HANH, "hoa", when="24/11")
    await open_saturday(town)
    await town.write(HOA, "chiến dịch 1")
    assert not town.phone(HOA).can_tap("Gỡ việc, buổi")
    assert "2 việc đang làm, buổi" in await town.tap(HOA, "Thêm việc, buổi")
    assert "đã thêm T7-2111" in await town.tap(HOA, "T7-2111 Dọn bờ kênh")
    assert not town.phone(HOA).can_tap("T7-2111 Dọn bờ kênh")
    assert "Không còn việc, buổi nào để thêm" in await town.tap(HOA, "1 Vận động 6 hộ")
    card = await town.write(HOA, "chiến dịch 1")
    assert "hoạt động: 1" in card
    assert "Việc: 0/1 xong" in card
    assert len(card) < 420
    assert "2 việc, buổi đang thuộc" in await town.tap(HOA, "Gỡ việc, buổi")
    assert "đã gỡ T7-2111" in await town.tap(HOA, "T7-2111")
    assert [about for (about,) in await town.sql(THINGS)] == ["assignment:1"]


async def test_taps_of_others_and_forged_ones_change_nothing(campaign: Town) -> None:
    """Neither who only reads it, nor what one may not see, nor what is held already."""
    town = campaign
    await give(town, HANH, "dung")
    for who in (DUNG, CUONG):
        await town.write(who, "chiến dịch 1")
        assert not town.phone(who).can_tap("Thêm việc, buổi")
        assert "của người khác" in await town.press(who, "cp.more:1:0")
        assert "của người khác" in await town.press(who, "cp.put:1:assignment.1")
    for data in (
        "cp.put:1:assignment.1",
        "cp.put:1:assignment.x",
        "cp.put:1:",
        "cp.put:1:visit.1",
    ):
        assert await town.press(HOA, data)
    assert "Không còn" in await town.press(HOA, "cp.more:1:0"), "it is no work of hers to see"
    assert await town.sql(THINGS) == []
    await town.press(HANH, "cp.put:1:assignment.1")
    assert "đang thuộc CDI-01" in await town.press(HANH, "cp.put:1:assignment.1")
    await town.press(HOA, "cp.out:1:assignment.1")
    assert await town.sql(THINGS) == [("assignment:1",)]
    await town.press(HANH, "cp.out:1:assignment.1")
    assert "không thuộc CDI-01" in await town.press(HANH, "cp.out:1:assignment.1")


async def told_day(town: Town) -> None:
    """A Saturday of the campaign on which thirty households got their accounts."""
    await open_saturday(town, capacity=60)
    assert "Có 1 hoạt động" in await town.write(HOA, "cd1 them T7-21/11")
    town.now = clock(21, 11)
    await town.write(CUONG, "45 người, 30 hộ tài khoản số")
    await town.tap(CUONG, "Đúng")


async def test_what_it_did_is_the_sum_of_confirmed_results(campaign: Town) -> None:
    town = campaign
    await told_day(town)
    assert any("Đã làm: 30 hộ có tài khoản số (6%)" in text for text in await town.heard(HOA))
    shown = await town.write(HOA, "chiến dịch")
    assert "mục tiêu 500 hộ có tài khoản số, đã làm 30 hộ có tài khoản số" in shown


async def test_the_report_has_its_line(campaign: Town) -> None:
    town = campaign
    await told_day(town)
    town.now = clock(22, 19, 1)
    await town.house.timekeeper.catch_up()
    await town.settle()
    draft = await town.tap(HANH, "Xem bản dự thảo")
    assert "• Ngày hội số: 0/3 phần; mục tiêu 500 hộ có tài khoản số" in draft
    assert "đã làm 30 hộ có tài khoản số (6%); 1 hoạt động" in draft


async def test_who_plans_no_activity_begins_none_and_others_change_nothing(campaign: Town) -> None:
    town = campaign
    await town.write(CUONG, LINE)
    assert not town.phone(CUONG).can_tap("Lưu")
    await town.press(CUONG, "cp.keep:0")
    assert await town.sql("SELECT count(*) FROM checking") == [(1,)]
    await open_saturday(town)
    for who in (DUNG, CUONG):
        assert "Ngày hội số" in await town.write(who, "chiến dịch")
        await town.press(who, "ck.mark:1:1.done")
        assert "của người khác" in await town.write(who, "cd1 thêm T7-21/11")
    assert await town.sql("SELECT * FROM campaign_thing") == []
    assert await town.sql("SELECT * FROM checklist_mark") == []
    assert "đã thêm T7-2111" in await town.write(HANH, "cd1 thêm T7-21/11")


async def test_work_that_somebody_may_not_see_is_neither_put_nor_shown(campaign: Town) -> None:
    town = campaign
    await give(town, HANH, "dung")
    await town.sql("UPDATE assignment SET number = 150")
    await town.write(HOA, "cd1 thêm 150")
    assert await town.sql("SELECT * FROM campaign_thing") == []
    assert "đã thêm" in await town.write(HANH, "cd1 thêm 150")
    assert "Gồm" not in await town.write(HOA, "chiến dịch 1")
    assert "Gồm" in await town.write(HANH, "chiến dịch 1")


@pytest.mark.parametrize("line", ["cd1 thêm ngày hội", "cd1 thêm T7-28/13", "cd9 thêm 147"])
async def test_a_thing_that_is_not_there_is_said(campaign: Town, line: str) -> None:
    said = await campaign.write(HOA, line)
    assert "Chưa rõ" in said or "Không tìm thấy" in said
    assert await campaign.sql("SELECT * FROM campaign_thing") == []


@pytest.mark.parametrize("line", ["cd-01", "CD 01", "cd01"])
async def test_its_code_in_two_figures_opens_it(campaign: Town, line: str) -> None:
    """A remark's code has three; where there is no such campaign, nothing is opened."""
    assert "Chiến dịch Ngày hội số" in await campaign.write(HOA, line)
    assert "Chiến dịch" not in await campaign.write(HOA, "cd-07")
    assert "Chiến dịch" not in await campaign.write(HOA, "CD-001")


async def test_its_goal_sees_the_register_of_the_same_number(campaign: Town) -> None:
    """«Đã làm: 0» stood there while the register held 160 of the same."""
    town = campaign
    assert "Theo sổ" not in await town.write(HOA, "chiến dịch 1")
    await move_in(town)
    await town.write(HANH, "sổ số liệu")
    await town.tap(HANH, "Lập sổ tài khoản số")
    await town.write(HANH, "Hải Yên, 215")
    await town.write(HANH, "TK1 200/160")
    assert "Theo sổ số liệu, đến nay: 160 hộ có tài khoản số" in await town.write(
        HOA, "chiến dịch 1"
    )
