"""A list of people, copied from a sheet into the chat, is read back and written down once."""

import pytest

from domain.access import Role
from language.answers.office.roster_rows import roster_rows
from tests.town import BINH, HANH, LAN, Town

SHEET = """Danh sách cán bộ
STT\tHọ và tên\tBộ phận\tChức vụ\tĐiện thoại
1\tPhạm Thị Xuân\tTiểu ban Dân chủ - Pháp luật\tChuyên viên\t0912 345 671
2\tVũ Đình Yên\tTuyên truyền - Vận động\tPhó tiểu ban\t0912.345.672
3\tTrần Văn Zung\tKa Long\tTrưởng thôn\t
4\tNguyễn Văn Bình\tTuyên truyền - Vận động\tCán bộ\t0900 000 104
5\tLê Thị Quế\tPhòng Bí mật\tCán bộ\t0912 345 675
6\tHoàng Minh Sang\t\tTrưởng ban\t0912 345 676"""


async def names(town: Town) -> list[str]:
    people = await town.work(lambda w: w.people.all(w.today))
    return [person.name for person in people]


async def test_a_list_from_a_sheet_is_read_back_then_written_down(town: Town) -> None:
    said = await town.write(HANH, SHEET)
    assert "CHƯA GHI – 3 người mới" in said
    assert "Phạm Thị Xuân – Cán bộ, Tiểu ban Dân chủ - Pháp luật, 0912 345 671" in said
    assert "Vũ Đình Yên – Cấp phó, Tiểu ban Tuyên truyền - Vận động, 0912 345 672" in said
    assert "Trần Văn Zung – Cơ sở, Ka Long" in said
    assert "Đã có: Nguyễn Văn Bình" in said
    assert "Lê Thị Quế: chưa rõ «Phòng Bí mật»" in said
    assert "Hoàng Minh Sang: Cấp trưởng của bộ phận nào?" in said
    assert "Phạm Thị Xuân" not in await names(town)
    said = await town.tap(HANH, "Ghi danh sách")
    assert "Đã ghi 3 người. 2 người có số điện thoại" in said
    assert "1 người chưa có số" in said
    there = await names(town)
    assert [there.count(n) for n in ("Phạm Thị Xuân", "Vũ Đình Yên", "Lê Thị Quế")] == [1, 1, 0]
    found = await town.work(lambda w: w.people.all(w.today))
    assert {p.name: p.roles for p in found}["Vũ Đình Yên"] == {Role.DEPUTY_HEAD}


async def test_whoever_was_listed_comes_in_by_their_own_number(town: Town) -> None:
    await town.write(HANH, "them can bo\n1. Phạm Thị Xuân, Dân chủ - Pháp luật, 0912345671")
    assert "Đã ghi 1 người" in await town.write(HANH, "đúng")
    phone = town.world.phone(8899, "Xuân", phone_number="+84912345671")
    await phone.start()
    await town.settle()
    await phone.contact()
    await town.settle()
    assert "Phạm Thị Xuân" in await town.work(
        lambda w: next(p.name for p in w.people.all(w.today) if p.telegram_id == 8899)
    )


async def test_the_same_list_again_doubles_nobody(town: Town) -> None:
    await town.write(HANH, SHEET)
    await town.tap(HANH, "Ghi danh sách")
    again = await town.write(HANH, SHEET)
    assert "Chưa ghi ai." in again
    assert "Đã có: Phạm Thị Xuân, Vũ Đình Yên, Trần Văn Zung, Nguyễn Văn Bình" in again
    twice = "danh sách cán bộ:\nĐỗ Thị Mơ; 0912345679\nĐỗ Thị Mơ; 0912345679"
    assert "CHƯA GHI – 1 người mới" in await town.write(HANH, twice)


async def test_it_is_left_and_nobody_is_there(town: Town) -> None:
    before = await names(town)
    await town.write(HANH, SHEET)
    await town.write(HANH, "thôi")
    assert await names(town) == before


@pytest.mark.parametrize("who", [BINH, LAN])
async def test_only_the_office_adds_people(town: Town, who: object) -> None:
    before = await names(town)
    await town.write(who, SHEET)  # type: ignore[arg-type]
    await town.write(who, "đúng")  # type: ignore[arg-type]
    assert await names(town) == before


async def test_too_many_at_once_are_refused(town: Town) -> None:
    many = "\n".join(["danh sách cán bộ", *(f"Lê Văn Số {n}" for n in range(101))])
    assert "không quá 100 người" in await town.write(HANH, many)


def test_what_is_no_list_is_none() -> None:
    assert not roster_rows("danh sách cán bộ")
    assert not roster_rows("danh sách hộ nghèo\nNguyễn Văn A")
    assert not roster_rows("Phạm Thị Xuân, Dân chủ - Pháp luật, 0912345671")


async def test_an_older_button_writes_no_newer_list(town: Town) -> None:
    await town.write(HANH, "them can bo\n1. Phạm Thị Xuân, Dân chủ - Pháp luật, 0912345671")
    held = town.held(HANH, "Ghi danh sách")
    await town.write(HANH, "them can bo\n1. Vũ Đình Yên, Dân chủ - Pháp luật, 0912345672")
    assert "mới hơn ở dưới" in await town.press(HANH, *held)
    assert not {"Phạm Thị Xuân", "Vũ Đình Yên"} & set(await names(town))
    assert "Đã ghi 1 người" in await town.tap(HANH, "Ghi danh sách")
    assert "Vũ Đình Yên" in await names(town)
