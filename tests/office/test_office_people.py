"""The office looks after its people: who is there, who is not reached, rights, leavers."""

import re

import pytest

from actions.office.arrival import invite
from bot.menus import set_menus
from domain.access import Role, operator_of
from storage import Work
from tests.helpers.assignments import give
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, THANG, Neighbour, Town

NEW = 8901


async def roles_of(town: Town, who: Neighbour) -> frozenset[Role]:
    person = await town.work(lambda w: w.people.get(town.person(who), w.today))
    return frozenset(person.roles)


async def test_the_office_page_is_for_everybody_the_roster_for_the_admin(town: Town) -> None:
    assert "0900 000 101" in await town.write(BINH, "Văn phòng")
    assert "Danh sách" not in town.phone(BINH).last.labels
    assert "Danh sách: 7 người; chưa tới được: 0" in await town.write(HANH, "Văn phòng")
    assert "Danh sách" in town.phone(HANH).last.labels


async def test_the_roster_by_section(town: Town) -> None:
    await town.write(HANH, "Văn phòng")
    await town.tap(HANH, "Danh sách")
    said = await town.tap(HANH, "Tuyên truyền…")
    assert "CB04 Nguyễn Văn Bình" in said
    assert "Lý Thị Dung" not in said
    said = await town.tap(HANH, "Nguyễn Văn Bình")
    assert "Điện thoại: 0900 000 104" in said
    assert "Quyền: Cán bộ" in said


async def test_who_blocked_or_never_came_is_listed_with_a_new_invite(town: Town) -> None:
    await town.sql("UPDATE person SET telegram_id = NULL WHERE name = :n", n=BINH.name)
    await town.phone(HOA).block()
    await town.write(HANH, "Văn phòng")
    said = await town.tap(HANH, "Chưa tới được")
    assert "Nguyễn Văn Bình, 0900 000 104 – chưa vào" in said
    assert "Nguyễn Thị Hoa – đã chặn" in said
    await town.tap(HANH, "Nguyễn Văn Bình")
    assert re.search(r"CB-\w{4}-\w{4}", await town.tap(HANH, "Mã mời mới"))


async def test_people_are_found_without_marks(town: Town) -> None:
    assert "Lý Thị Dung (CB06)" in await town.write(HANH, "/nguoi dung")
    assert "«nguyen»: 2 người" in await town.write(HANH, "/nguoi nguyen")
    assert "Không có ai" in await town.write(HANH, "/nguoi Xoan")


async def test_every_button_of_a_person_can_be_typed(town: Town) -> None:
    assert "Mã mời của đ/c Nguyễn Văn Bình" in await town.write(HANH, "/moi binh")
    assert "Quyền của đ/c Nguyễn Văn Bình" in await town.write(HANH, "/quyen CB04")
    assert "Cho Nguyễn Văn Bình nghỉ" in await town.write(HANH, "/nghi cb04")
    assert "Nhiều người như vậy" in await town.write(HANH, "/nghi nguyen")


async def test_a_role_is_given_and_the_keyboard_follows(town: Town) -> None:
    await town.write(HANH, "/nguoi CB04")
    await town.tap(HANH, "Quyền")
    assert "+ Cấp phó" in town.phone(HANH).last.labels
    await town.tap(HANH, "+ Cấp phó")
    assert "✓ Cấp phó" in town.phone(HANH).last.labels
    assert await roles_of(town, BINH) == {Role.STAFF, Role.DEPUTY_HEAD}
    assert "đã giao đồng chí quyền: Cấp phó" in await town.screen(BINH)
    assert town.phone(BINH).keyboard[0][0].text == "Việc đơn vị"


async def test_a_role_is_taken_away_at_once(town: Town) -> None:
    await town.write(HANH, "/nguoi CB03")
    await town.tap(HANH, "Quyền")
    assert "Thu quyền Cấp trưởng của đ/c Lê Văn Thắng" in await town.tap(HANH, "✓ Cấp trưởng")
    assert await roles_of(town, THANG) == frozenset({Role.HEAD})
    assert "Quyền của đ/c Lê Văn Thắng" in await town.tap(HANH, "Quay lại")
    await town.tap(HANH, "✓ Cấp trưởng")
    await town.tap(HANH, "Thu quyền")
    assert await roles_of(town, THANG) == frozenset()
    assert "đã thu quyền: Cấp trưởng" in await town.screen(THANG)


async def test_ones_own_rights_are_asked_once_more(town: Town) -> None:
    await town.work(lambda w: w.people.grant(town.person(LAN), Role.OFFICE_ADMIN, w.today))
    await town.write(HANH, "/quyen CB01")
    assert "chính đồng chí" in await town.tap(HANH, "+ Thường trực")
    assert Role.LEADER not in await roles_of(town, HANH)
    await town.tap(HANH, "Giao quyền")
    assert Role.LEADER in await roles_of(town, HANH)
    assert "chính đồng chí" in await town.tap(HANH, "✓ Văn phòng")
    assert Role.OFFICE_ADMIN in await roles_of(town, HANH)
    await town.tap(HANH, "Thu quyền")
    assert Role.OFFICE_ADMIN not in await roles_of(town, HANH)


async def test_an_old_button_is_answered_with_the_truth(town: Town) -> None:
    await town.write(HANH, "/nguoi CB04")
    await town.tap(HANH, "Quyền")
    old = town.phone(HANH).last
    await town.tap(HANH, "+ Cấp phó")
    await town.phone(HANH).press(f"grant:{town.person(BINH)}:deputy_head", old.message_id)
    await town.settle()
    assert "đã có quyền này" in town.phone(HANH).toasts[-1].text


async def test_the_last_admin_cannot_be_lost(town: Town) -> None:
    await town.write(HANH, "/nguoi CB01")
    await town.tap(HANH, "Nghỉ, chuyển")
    assert "người duy nhất" in await town.tap(HANH, "Cho nghỉ")
    assert Role.OFFICE_ADMIN in await roles_of(town, HANH)


async def test_nobody_heads_without_a_section(town: Town) -> None:
    await town.write(HANH, "/nguoi CB02")
    await town.tap(HANH, "Quyền")
    assert "chưa thuộc bộ phận" in await town.tap(HANH, "+ Cấp trưởng")


async def test_a_leaver_loses_access_and_the_work_is_handed_over(town: Town) -> None:
    await give(town, HANH, "Bình")
    await town.write(HANH, "/nguoi CB04")
    asked = await town.tap(HANH, "Nghỉ, chuyển")
    assert "Việc còn trong tay: 1" in asked
    assert "vận động 6 hộ" in asked.casefold()
    assert "Cần bàn giao: 1 việc" in await town.tap(HANH, "Cho nghỉ")
    assert "Xin chào" in await town.write(BINH, "việc")
    assert "Không có ai" in await town.write(HANH, "/nguoi CB04")
    assert await town.sql("SELECT name FROM person WHERE name = :n", n=BINH.name)
    await town.tap(HANH, "NV-2026-0001")
    await town.tap(HANH, "Hoa")
    assert "Đã giao lại" in await town.write(HANH, "Đ/c Bình chuyển công tác")


async def test_a_leaver_is_neither_reminded_nor_asked(town: Town) -> None:
    await give(town, HANH, "Bình")
    await town.write(HANH, "/nghi CB04")
    await town.tap(HANH, "Cho nghỉ")
    for press in ("a.nudge:1", "l.nudge:0"):
        await town.phone(HANH).press(press, town.phone(HANH).last.message_id)
        await town.settle()
        if press == "a.nudge:1":
            assert "Bình đã nghỉ" in town.phone(HANH).toasts[-1].text


async def test_a_newcomer_by_a_short_form(town: Town) -> None:
    await town.write(HANH, "thêm người")
    assert "đầy đủ" in await town.write(HANH, "Xoan")
    await town.write(HANH, "Phạm Thị Xoan")
    await town.tap(HANH, "Cán bộ")
    await town.tap(HANH, "Dân chủ - Pháp luật")
    await town.tap(HANH, "PN")
    assert "chưa đúng" in await town.write(HANH, "12")
    checked = await town.write(HANH, "0912345678")
    assert "CHƯA GHI" in checked
    assert "Là: Cán bộ\nBộ phận: Tiểu ban Dân chủ - Pháp luật" in checked
    assert "Không có ai" in await town.write(HANH, "/nguoi xoan"), "nothing is stored yet"
    await town.tap(HANH, "Ghi, tạo mã mời")
    code = re.search(r"CB-\w{4}-\w{4}", "\n".join(await town.heard(HANH)))
    assert code
    assert "đồng chí Phạm Thị Xoan" in await town.write(NEW, code[0])
    assert "Phạm Thị Xoan (CB08)" in await town.write(HANH, "/nguoi xoan")


async def test_the_base_has_a_place_instead_of_a_section(town: Town) -> None:
    await town.write(HANH, "/themnguoi")
    await town.write(HANH, "Phạm Thị Xoan")
    await town.tap(HANH, "Cơ sở")
    await town.tap(HANH, "Trà Cổ")
    await town.tap(HANH, "MTTQ")
    assert "Địa bàn: Trà Cổ" in await town.tap(HANH, "Bỏ qua")
    assert "Mã mời" in await town.write(HANH, "đúng")
    assert "Trà Cổ" in await town.write(HANH, "/nguoi CS01")


async def newcomer(town: Town, role: str = "Cán bộ", unit: str = "Văn phòng") -> str:
    for words in ("thêm người", "Phạm Thị Xoan"):
        await town.write(HANH, words)
    for label in (role, unit, "PN"):
        await town.tap(HANH, label)
    return await town.tap(HANH, "Bỏ qua")


async def test_what_was_read_back_is_dropped_or_begun_anew(town: Town) -> None:
    await newcomer(town)
    check = town.phone(HANH).last
    assert "chưa hiểu" in await town.write(HANH, "hôm nay trời đẹp")
    await town.tap(HANH, "Làm lại", check)
    assert "Họ và tên" in check.text
    await town.press(HANH, "newcomer_add:0", check.message_id)
    assert "Họ và tên" in check.text, "it begins anew"
    await newcomer(town)
    assert "chưa ghi ai" in await town.tap(HANH, "Bỏ")
    assert "đã xong hoặc đã hết hạn" in await town.press(HANH, "newcomer_add:0", check.message_id)
    assert await town.sql("SELECT count(*) FROM person WHERE name LIKE '%Xoan'") == [(0,)]


async def test_a_second_tap_adds_nobody_twice(town: Town) -> None:
    await newcomer(town)
    check = town.phone(HANH).last
    for _ in range(2):
        await town.press(HANH, "newcomer_add:0", check.message_id)
    assert "đã xong" in town.phone(HANH).toasts[-1].text
    assert await town.sql("SELECT count(*) FROM person WHERE name LIKE '%Xoan'") == [(1,)]


async def test_a_head_without_a_section_is_not_added(town: Town) -> None:
    assert "chưa thuộc bộ phận nào" in await newcomer(town, "Cấp trưởng", "Lãnh đạo, cơ sở")
    assert "CHƯA GHI" not in "".join(await town.heard(HANH))


async def test_a_form_answered_twice_says_so(town: Town) -> None:
    await town.write(HANH, "thêm người")
    await town.write(HANH, "Phạm Thị Xoan")
    message = town.phone(HANH).last
    await town.tap(HANH, "Cán bộ", message)
    again = "newcomer_is:0:role.staff"
    assert "đã trả lời rồi" in await town.press(HANH, again, message.message_id)
    await town.write(HANH, "/huy")
    assert "đã xong hoặc đã hết hạn" in await town.press(HANH, again, message.message_id)


async def test_days_off_and_swap_days(town: Town) -> None:
    said = await town.write(HANH, "/lichnghi 2/9 Quốc khánh")
    assert "thứ Năm, 2/09/2027: nghỉ, Quốc khánh" in said
    await town.write(HANH, "Văn phòng")
    await town.tap(HANH, "Lịch nghỉ")
    await town.tap(HANH, "Thêm ngày làm bù")
    said = await town.write(HANH, "28/11 làm bù")
    assert "thứ Bảy, 28/11: làm bù, làm bù" in said
    await town.tap(HANH, "✕ 28/11/2026")
    assert "28/11" not in await town.screen(HANH)
    assert "Chưa rõ ngày" in await town.write(HANH, "/lichnghi mai")
    assert "không cần ghi" in await town.write(HANH, "/lichnghi 28/11 nghỉ")


async def test_a_day_without_a_year_is_a_day_of_the_offices_zone(town: Town) -> None:
    await town.sql("UPDATE office SET zone = 'America/Los_Angeles'")
    await town.write(HANH, "/lichnghi 18/11 Ngày hội")
    assert town.phone(HANH).can_tap("✕ 18/11/2026"), "in this office it is still the 18th"


@pytest.mark.parametrize("who", [BINH, THANG, LAN, CUONG], ids=lambda who: who.name)
async def test_only_the_office_manages_people(town: Town, who: Neighbour) -> None:
    """Every press and command, also forged ones, is checked as if it came from a stranger."""
    target = town.person(DUNG)
    presses = [
        "roster:0", "section:1", "unreached:0", f"person:{target}", f"roles:{target}",
        f"grant:{target}:head", f"revoke:{target}:staff", f"revoke_sure:{target}:staff",
        f"grant_sure:{target}:head", f"invite:{target}",
        f"person_leaves:{target}", f"person_left:{target}", "newcomer:0",
        "newcomer_is:0:role.staff", "newcomer_add:0", "newcomer_drop:0",
        "days:0", "ask_off:0", "ask_on:0", "drop_day:20261123",
    ]  # fmt: skip
    await town.write(who, "trợ giúp")
    phone, message_id = town.phone(who), town.phone(who).last.message_id
    for data in presses:
        await phone.press(data, message_id)
        await town.settle()
        assert "chưa được phân quyền" in phone.toasts[-1].text, data
    for command in (
        "/nguoi dung",
        "/moi dung",
        "/nghi dung",
        "/quyen dung",
        "/lichnghi 2/9 x",
        "/lambu 28/11",
        "/themnguoi",
    ):
        assert "chưa được phân quyền" in await town.write(who, command)
    assert await roles_of(town, DUNG) == {Role.STAFF}


async def test_another_offices_people_are_not_found(town: Town) -> None:
    elsewhere = await town.elsewhere("Phạm Thị Xoan")
    await town.write(HANH, "Văn phòng")
    message_id = town.phone(HANH).last.message_id
    for verb in ("person", "roles", "invite", "person_leaves", "person_left"):
        data = f"{verb}:{elsewhere}"
        await town.phone(HANH).press(data, message_id)
        await town.settle()
        assert "Không tìm thấy" in town.phone(HANH).toasts[-1].text, data


async def test_who_works_for_two_offices_keeps_the_other(town: Town) -> None:
    """One account, two rosters: leaving one office is not leaving the other."""
    elsewhere = await town.elsewhere(BINH.name)
    code = await town.work(lambda w: made_at(w, elsewhere))
    assert "Đã xác nhận" in await town.write(BINH, code)
    rows = await town.sql("SELECT office_id FROM membership WHERE person_id = :p ORDER BY 1",
                          p=town.person(BINH))  # fmt: skip
    assert len(rows) == 2
    await town.write(HANH, "/nguoi CB04")
    await town.tap(HANH, "Nghỉ, chuyển")
    await town.tap(HANH, "Cho nghỉ")
    assert "Cơ quan bên cạnh" in await town.write(BINH, "Văn phòng")


def made_at(work: Work, person_id: int) -> str:
    """An invite that the other office made for its roster's row."""
    there = Work(work.connection, operator_of(office_of(work, person_id)), work.now)
    made = invite.run(there, person_id)
    assert made is not None
    return str(made.facts["code"])


def office_of(work: Work, person_id: int) -> int:
    row = work.connection.execute(
        "SELECT office_id FROM membership WHERE person_id = :p", {"p": person_id}
    )
    return int(row.fetchone()[0])


async def test_commands_follow_the_rights(town: Town) -> None:
    async def commands() -> set[str]:
        await set_menus(town.house.bot, town.house.housekeeping)
        return {command["command"] for command in town.phone(BINH).commands()}

    assert "giaoviec" not in await commands()
    await town.write(HANH, "/nguoi CB04")
    await town.tap(HANH, "Quyền")
    await town.tap(HANH, "+ Cấp phó")
    assert "giaoviec" in await commands()
    await town.tap(HANH, "✓ Cấp phó")
    await town.tap(HANH, "Thu quyền")
    assert "giaoviec" not in await commands()
    await town.write(HANH, "/nguoi CB04")
    await town.tap(HANH, "Nghỉ, chuyển")
    await town.tap(HANH, "Cho nghỉ")
    assert await commands() == set()
