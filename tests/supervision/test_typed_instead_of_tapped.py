"""Whoever never taps proposes a visit, and says whether they come, in words."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, HOA, LAN, Town, clock, says


@pytest.fixture
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def names(town: Town) -> set[str]:
    return {name for (name,) in await town.sql("SELECT name FROM lookup")}


@pytest.mark.parametrize("new", ["ghi moi", "ok ghi mới đi", "mới", "đúng rồi, nội dung mới"])
async def test_a_new_name_is_written_down_by_words(office: Town, new: str) -> None:
    town = office
    said = await town.write(TRAN, "đề xuất gs bếp ăn bán trú, trường mầm non Hải Yên, 8/12")
    assert "ghi mới" in said
    said = await town.write(TRAN, new)
    assert "Đối tượng là đơn vị nào" in said
    assert "Công khai hay đột xuất" in await town.write(TRAN, "ghi mới")
    assert await names(town) == {"bếp ăn bán trú", "trường mầm non Hải Yên"}
    assert "GS-01" in await town.write(TRAN, "công khai")


async def test_the_button_s_own_words_and_a_name_behind_them(office: Town) -> None:
    town = office
    for theme in ("bếp ăn trường học", "bếp ăn tập thể"):
        await propose(town, LIEN, theme, "UBND xã Hải Sơn")
    said = await town.write(TRAN, "đề xuất gs bếp ăn, UBND phường Trà Cổ, 8/12")
    assert "Nội dung gì" in said
    assert "Đối tượng" in await town.write(TRAN, "chọn bếp ăn trường học")
    await town.write(TRAN, "trà cổ thật, ghi mới là UBND phường Trà Cổ 2")
    await town.write(TRAN, "ghi mới")
    assert "UBND phường Trà Cổ 2" in await names(town)
    assert not [name for name in await names(town) if "ghi mới" in name or "chọn" in name]


async def test_how_it_goes_is_no_name_of_a_body(office: Town) -> None:
    town = office
    await town.write(TRAN, "đề xuất gs bếp ăn bán trú, trường mầm non Hải Yên, 8/12")
    await town.write(TRAN, "ghi mới")
    said = await town.write(TRAN, "đột xuất, bí mật, không báo trước")
    assert "🔒" in said
    assert "Đối tượng là đơn vị nào" in said
    await town.write(TRAN, "ghi mới")
    assert await town.sql("SELECT unannounced FROM visit") == [(1,)]
    assert await names(town) == {"bếp ăn bán trú", "trường mầm non Hải Yên"}


@pytest.fixture
async def briefed(office: Town) -> Town:
    """It is Thursday evening; the team goes on Friday at a quarter past seven."""
    town = office
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(19, 20))
    return town


async def comes(town: Town) -> list[tuple[int | None]]:
    return await town.sql(
        "SELECT comes FROM visit_member WHERE person_id = :p", p=town.person(HOA)
    )


@pytest.mark.parametrize("line", ["ok em rõ", "đã rõ", "da ro a", "mai em đi được"])
async def test_the_notice_is_answered_by_words(briefed: Town, line: str) -> None:
    await briefed.write(HOA, line)
    assert await comes(briefed) == [(1,)]


@pytest.mark.parametrize(
    "line", ["mai e k đi được, con ốm nhập viện", "gs1 không đi được, con ốm nhập viện"]
)
async def test_who_cannot_come_says_why_and_the_head_hears_it_at_once(
    briefed: Town, line: str
) -> None:
    await briefed.write(HOA, line)
    assert await comes(briefed) == [(0,)]
    assert await says(briefed, TRAN, "Nguyễn Thị Hoa không đi được: con ốm nhập viện")


async def test_of_who_goes_on_none_the_words_are_others(briefed: Town) -> None:
    await briefed.write(BINH, "đã rõ")
    assert await briefed.sql("SELECT COUNT(*) FROM visit_member WHERE comes IS NOT NULL") == [(0,)]
