"""Bad input on a volunteer's way: each a short kind answer, nothing stored, nothing changed."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import CUONG, MAI, SON, TUAN, Town, clock


@pytest.mark.parametrize("link", ["act-99999", "act-", "act-abc", "act-9999999999999999", "cn-X"])
async def test_a_wrong_or_old_link(town: Town, link: str) -> None:
    await open_saturday(town)
    people = await town.sql("SELECT count(*) FROM person")
    await town.phone(MAI).start(link)
    said = await town.screen(MAI)
    assert "không còn" in said
    assert await town.sql("SELECT count(*) FROM person") == people


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("state = 'cancelled'", "không tổ chức"),
        ("state = 'postponed'", "đang hoãn"),
        ("state = 'draft'", "không còn dùng"),
        ("closes_at = unixepoch('2026-11-18')", "đã chốt danh sách"),
    ],
)
async def test_a_closed_cancelled_or_hidden_day(town: Town, change: str, said: str) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    question = town.phone(MAI).messages[-1]
    await town.work(lambda work: work.connection.execute(f"UPDATE activity SET {change}"))
    await town.tap(MAI, "Đồng ý, đủ 18", question)
    assert said in town.phone(MAI).toasts[-1].text
    assert said in await arrive(town, SON, day)
    assert await standings(town) == []
    assert await town.sql("SELECT count(*) FROM consent") == [(0,)]


async def test_a_day_that_is_over(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.go_to(clock(21, 12))
    assert "đã diễn ra" in await arrive(town, SON, day)
    await town.phone(MAI).press("s.offyes:1", 1)
    await town.settle()
    assert "đã diễn ra" in town.phone(MAI).toasts[-1].text
    assert await standings(town) == ["registered"]


@pytest.mark.parametrize(
    "data",
    [
        "s.yes:1:18.00000000",
        "s.yes:1:99.x",
        "s.yes:1",
        "s.at:1:u16.00000000",
        "s.at:77:18.00000000",
        "s.take:1",
        "s.offyes:1",
        "s.with:1:-3.0",
        "s.with:1:9999999.1",
        "s.to:1:99",
        "s.to:1:x",
        "s.tick:1:0",
        "s.gyes:1",
        "s.roll:1",
        "s.close:1",
        "l.came:1",
        "d.yes:0",
        "c.yes:0:list.0",
        "c.yes:0:photo.0",
    ],
)
async def test_a_forged_button_changes_nothing(town: Town, data: str) -> None:
    day = await open_saturday(town)
    assert day == 1
    await join(town, SON, day)
    before = await town.sql("SELECT * FROM registration")
    people = await town.sql("SELECT count(*) FROM person")
    town.phone(TUAN)
    await town.phone(TUAN).press(data, 1)
    await town.settle()
    assert town.phone(TUAN).toasts[-1].text, "every press is answered"
    assert await town.sql("SELECT * FROM registration") == before
    assert await town.sql("SELECT count(*) FROM person") == people


async def test_a_notice_that_changed_since_is_shown_again(town: Town) -> None:
    day = await open_saturday(town)
    await arrive(town, MAI, day)
    await town.work(lambda work: work.offices.set_contact("Nguyễn Văn Mới, 0900 000 999"))
    assert "đọc bản mới" in await town.tap(MAI, "Đồng ý, đủ 18")
    assert await standings(town) == []


async def test_adults_only(town: Town) -> None:
    day = await open_saturday(town, min_age=18)
    assert "từ 18 tuổi" in await join(town, MAI, day, "Đồng ý, 16–17")
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]


async def test_another_office_sees_its_own_only(town: Town) -> None:
    """A volunteer registers anywhere; a neighbour's list is nobody else's."""
    day = await open_saturday(town)
    await join(town, MAI, day)
    other = await town.elsewhere("Phạm Văn Bên")
    await town.work(
        lambda work: work.connection.execute(
            "INSERT INTO role_grant (office_id, person_id, role, valid_from)"
            " SELECT office_id, :id, 'office_admin', '2026-01-01' FROM membership"
            " WHERE person_id = :id",
            {"id": other},
        )
    )
    await town.sql(
        "UPDATE person SET telegram_id = 8900, office_id = m.office_id FROM membership m"
        " WHERE m.person_id = person.id AND person.id = :id",
        id=other,
    )
    for data in ("s.roll:1", "s.manage:1", "s.silent:1", "s.tick:1:0"):
        town.phone(8900)
        await town.phone(8900).press(data, 1)
        await town.settle()
        assert "Không tìm thấy" in town.phone(8900).toasts[-1].text, data


@pytest.mark.parametrize("typed", ["một ít", "📷", "-3 người lớn", "10000 người lớn"])
async def test_companions_that_are_no_number(town: Town, typed: str) -> None:
    day = await open_saturday(town, capacity=10)
    await join(town, MAI, day)
    await town.tap(MAI, "Người đi cùng")
    await town.write(MAI, typed)
    assert await town.sql("SELECT adults, children FROM registration") == [(0, 0)]


async def test_children_where_they_may_not(town: Town) -> None:
    day = await open_saturday(town, capacity=10, children_allowed=0)
    await join(town, MAI, day)
    await town.tap(MAI, "Người đi cùng")
    assert "không nhận trẻ em" in await town.write(MAI, "1 trẻ em")
    assert "2 người lớn" in await town.write(MAI, "2 người lớn")


async def letter_of(town: Town, who: int, what: str) -> str:
    """Somebody sends a thing where words or a number are expected."""
    await getattr(town.phone(who), what)()
    return await town.screen(who)


@pytest.mark.parametrize("what", ["photo", "voice", "location"])
async def test_a_picture_where_a_number_of_companions_is_expected(town: Town, what: str) -> None:
    await join(town, MAI, await open_saturday(town, capacity=10))
    await town.tap(MAI, "Người đi cùng")
    assert "Đề nghị nhắn số" in await letter_of(town, MAI, what)
    assert await town.sql("SELECT adults, children FROM registration") == [(0, 0)]
    assert "2 người lớn" in await town.write(MAI, "2 người lớn"), "the question is still open"


@pytest.mark.parametrize("what", ["photo", "voice"])
async def test_a_picture_where_a_group_is_expected(town: Town, what: str) -> None:
    day = await open_saturday(town)
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    assert "Số người của nhóm" in await letter_of(town, CUONG, what)
    assert await town.sql("SELECT count(*) FROM headcount") == [(0,)]


@pytest.mark.parametrize("typed", ["-3", "0", "10.000", "2001", "PN 12, ĐTN 9999", "nhiều lắm"])
async def test_a_group_that_is_no_number_of_people(town: Town, typed: str) -> None:
    day = await open_saturday(town)
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.settle()
    assert "CHƯA GHI" not in await town.write(CUONG, typed)
    assert await town.sql("SELECT count(*) FROM headcount") == [(0,)]


async def test_a_picture_where_a_name_is_expected(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    before = await town.sql("SELECT name FROM person WHERE telegram_id = 8101")
    assert "nhắn tên bằng chữ" in await letter_of(town, MAI, "photo")
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == before


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("Mai\u202e\u200b\x07 Ánh", "Mai Ánh"),
        ("M" * 300, "M" * 80),
        ("\u200b\u200b", "–"),
    ],
)
async def test_telegram_names_are_kept_clean(town: Town, called: str, kept: str) -> None:
    """People may call themselves anything at Telegram; nobody is turned away for it."""
    day = await open_saturday(town)
    town.phone(MAI).user.first_name = called
    town.phone(MAI).user.last_name = ""
    await join(town, MAI, day)
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == [(kept,)]


async def test_a_full_day_ends_in_the_line_not_in_a_no(town: Town) -> None:
    day = await open_saturday(town, capacity=0)
    assert "thứ 1 trong danh sách chờ" in await join(town, MAI, day)


@pytest.mark.parametrize("typed", ["{-3", "999 người lớn", "1.5", "²", "1" * 400])
async def test_odd_numbers_of_companions(town: Town, typed: str) -> None:
    await join(town, MAI, await open_saturday(town, capacity=10))
    await town.tap(MAI, "Người đi cùng")
    await town.write(MAI, typed)
    assert await town.sql("SELECT adults, children FROM registration") == [(0, 0)]


@pytest.mark.parametrize(
    "press", ["s.yes:1:18", "s.go:1", "s.at:1", "s.see:1", "s.where:1", "g.org:1:1", "h.hand:1"]
)
async def test_a_draft_is_nobodys_to_find(town: Town, press: str) -> None:
    await open_saturday(town)
    await town.sql("UPDATE activity SET state = 'draft'")
    await town.phone(MAI).press(press, 1)
    await town.settle()
    assert town.phone(MAI).toasts[-1].alert
    assert "Dọn bờ kênh" not in await town.screen(MAI)
    assert await standings(town) == []
