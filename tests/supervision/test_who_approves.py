"""Of the leaders only the one who approves it knows of a visit that nobody is told of."""

import pytest

from domain.access import Role
from tests.helpers.matters import move_in
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import LAN, Neighbour, Town, says

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))
THEME, BODY = "sữa học đường", "trường mầm non Hoa Sen"
SECRETS = (THEME, "sua hoc duong", BODY, "Hoa Sen")
ASKED = (
    "giám sát",
    "tuần này gs ở đâu",
    "gs tháng này",
    "so với năm trước",
    "nơi chưa giám sát",
    "kiến nghị đang theo dõi",
    "hội nghị hiệp thương",
    "danh sách hiệp thương",
    "in chương trình",
    "co gi cho duyet k",
    "GS1",
    "GS1 trùng",
    "GS1 duyệt",
    "GS1 giấy đi đường",
    "bảng kiểm GS1",
    "thôi",
)


@pytest.fixture
async def office(town: Town) -> Town:
    """Two of the leaders decide."""
    await office_of_visits(town)
    await move_in(town, (KHAI,), first=40)
    return town


async def learns(town: Town, who: Neighbour) -> list[str]:
    for line in ASKED:
        await town.write(who, line)
    heard = "\n".join(await town.heard(who))
    return [word for word in (*SECRETS, "GS-01") if word in heard]


async def test_its_proposer_says_who_approves_it_and_only_that_one_hears(office: Town) -> None:
    town = office
    said = await propose(town, LIEN, f"không báo trước {THEME}", BODY, "tuần này")
    assert "Ai duyệt?" in said
    assert await learns(town, LAN) == []
    assert await learns(town, KHAI) == []
    assert "GS-01" in await town.tap(LIEN, "Văn Khải")
    assert await says(town, KHAI, "GS-01")
    assert not [text for text in await town.heard(KHAI) if BODY in text]
    assert await learns(town, LAN) == []
    assert BODY in await town.write(KHAI, "GS1")
    await town.write(KHAI, "GS1 duyệt")
    assert await visit(town, "stage", 1) == ("settled",)
    assert await learns(town, LAN) == []


async def test_who_approves_is_said_in_words_too_and_never_guessed(office: Town) -> None:
    town = office
    await propose(town, LIEN, f"không báo trước {THEME}", BODY, "tuần này")
    await town.write(LIEN, "anh Khải")
    assert BODY in await town.write(KHAI, "GS1")
    assert await learns(town, LAN) == []
    assert "Không tìm thấy" in await town.press(LAN, f"v.approver:1:{town.person(LAN)}")


async def test_the_only_leader_is_asked_by_nobody(town: Town) -> None:
    await office_of_visits(town)
    assert "Ai duyệt?" not in await propose(town, LIEN, f"đột xuất {THEME}", BODY, "tuần này")
    assert BODY in await town.write(LAN, "GS1")


async def test_the_leader_who_took_it_into_the_year_approves_it(office: Town) -> None:
    town = office
    await propose(town, LIEN, FUND, KALONG, "tuần này")
    await town.write(KHAI, "GS1 duyệt")
    await town.write(TRAN, "GS1 không báo trước")
    assert KALONG in await town.write(KHAI, "GS1")
    assert "Không tìm thấy" in await town.write(LAN, "GS1")


async def test_where_the_approver_left_another_one_is_chosen(office: Town) -> None:
    town = office
    await propose(town, LIEN, f"đột xuất {THEME}", BODY, "tuần này")
    await town.tap(LIEN, "Văn Khải")
    person = town.person(KHAI)
    await town.work(lambda work: work.people.leave(person, work.today))
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Chọn người duyệt")
    await town.tap(TRAN, "Thị Lan")
    assert BODY in await town.write(LAN, "GS1")


async def test_what_became_one_with_it_is_hidden_from_them_too(office: Town) -> None:
    town = office
    await propose(town, LIEN, THEME, BODY, "tuần này")
    await propose(town, TRAN, THEME, BODY, "tuần này")
    await together(town, TRAN, "GS2 gộp GS1")
    await town.write(KHAI, "GS1 không báo trước")
    for code in ("GS1", "GS2"):
        assert BODY in await town.write(KHAI, code)
        assert "Không tìm thấy" in await town.write(LAN, code)


async def test_what_waits_for_approval_is_listed_for_whoever_approves_it_alone(
    office: Town,
) -> None:
    town = office
    await town.write(LIEN, f"đột xuất: gs {THEME}, {BODY}, tháng 12")
    for _ in range(2):
        await town.tap(LIEN, "Ghi mới")
    assert "(0)" in await town.write(KHAI, "chờ duyệt")
    await town.write(LIEN, "anh Khải")
    said = await town.write(KHAI, "chờ duyệt")
    assert "(1)" in said
    assert not any(secret in said for secret in SECRETS)
    for other in (LAN, TRAN):
        assert "(0)" in await town.write(other, "chờ duyệt")
    assert THEME in await town.tap(KHAI, "GS-01")
    await town.write(KHAI, "GS1 duyệt")
    assert "(0)" in await town.write(KHAI, "chờ duyệt")
