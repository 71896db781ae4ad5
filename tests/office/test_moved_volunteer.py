"""A volunteer's new account takes the old record over, when the office says yes."""

import re
from datetime import timedelta

from tests.helpers.activities import SATURDAY, open_saturday
from tests.helpers.registrations import join, leave, open_beside, standings
from tests.town import HANH, HOA, LAN, MAI, SON, Town

WEEK = timedelta(days=7)
NEW = 8901
"""Mai's new telephone, with another account."""


async def code_for(town: Town, name: str = "Mai") -> str:
    """Hạnh finds the volunteer and lets the new account in."""
    await town.write(HANH, f"/nguoi {name}")
    said = await town.tap(HANH, "Đổi tài khoản")
    found = re.search(r"CB-\w{4}-\w{4}", said)
    assert found
    return found[0]


async def test_the_office_says_yes_and_the_old_account_loses_it(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    page = await town.write(HANH, "/nguoi Mai")
    assert "Người Mai" in page
    assert "21/11 Dọn bờ kênh" in page
    said = await town.write(NEW, await code_for(town))
    assert "nay ở tài khoản này" in said
    assert "Dọn bờ kênh" in await town.write(NEW, "/dangky")
    assert "Dọn bờ kênh" not in await town.write(MAI, "/dangky")
    assert "không giữ thông tin nào" in await town.write(MAI, "/dulieu")
    assert await standings(town) == ["registered"]


async def test_what_the_new_account_did_meanwhile_comes_along(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    other = await open_saturday(town, title="Trồng cây", starts=SATURDAY + WEEK)
    await join(town, NEW, other)
    await town.write(NEW, await code_for(town))
    mine = await town.write(NEW, "/dangky")
    assert "Dọn bờ kênh" in mine
    assert "Trồng cây" in mine
    ((people,),) = await town.sql("SELECT count(*) FROM person WHERE name LIKE 'Người %'")
    assert people == 1


async def test_a_day_that_both_chose_is_left_first(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await join(town, NEW, day)
    code = await code_for(town)
    assert "Dọn bờ kênh" in await town.write(NEW, code)
    await leave(town, NEW)
    assert "nay ở tài khoản này" in await town.write(NEW, code)
    assert await standings(town) == ["registered", "cancelled"]


async def test_a_colleague_uses_no_volunteers_code(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "dành cho người khác" in await town.write(LAN, await code_for(town))


async def test_only_the_office_where_they_came_first(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    ((mai,),) = await town.sql("SELECT id FROM person WHERE telegram_id = :t", t=MAI)
    await town.press(HOA, f"moved:{mai}")
    assert "CB-" not in await town.screen(HOA)
    await join(town, SON, await open_beside(town))
    assert "Không có ai" in await town.write(HANH, "/nguoi Người Sơn")


async def test_who_has_a_new_account_is_told_the_way(town: Town) -> None:
    assert "Văn phòng" in await town.write(NEW, "tôi đổi tài khoản")
    await join(town, NEW, await open_saturday(town))
    assert "mã" in await town.write(NEW, "mình dùng tài khoản mới")


async def test_typed_it_is_the_same(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Mã chuyển tài khoản của Người Mai" in await town.write(HANH, "/moi Người Mai")
