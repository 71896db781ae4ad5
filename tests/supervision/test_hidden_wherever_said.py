"""A line of supervision that says that nobody is to know is a hidden proposal, whatever is open:
it is never noted in work, which others read, nor taken for what another visit is about."""

import pytest

from domain.access import Role
from tests.helpers.matters import move_in
from tests.helpers.supervision import LIEN, names_known, office_of_visits
from tests.town import Neighbour, Town

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))
BODY, THEME = "UBND phường Hải Yên", "quỹ dân cư"
LINES = (
    "de xuat ktra dot xuat UBND phuong Hai Yen ve quy dan cu, thu 6 tuan nay, ko bao truoc nhe",
    f"giám sát: {BODY}, {THEME}, thứ 6, không báo trước",
    f"giám sát {BODY} {THEME} không báo trước",
    f"đề xuất cuộc mới: kiểm tra không báo trước {BODY}, {THEME}, thứ 6",
    f"ktra đột xuất {BODY} về {THEME}, thứ 6",
    f"gs kín {BODY} về {THEME} thứ 6",
    f"đề xuất giám sát bí mật {BODY} về {THEME}, thứ 6",
    f"kiểm tra bất ngờ {THEME}, {BODY}, thứ 6",
    f"giám sát {THEME}, {BODY}, thứ 6, dung bao truoc ai",
    f"giám sát {THEME} ở {BODY} thứ 6, không báo trước cho ai nhé",
)


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await move_in(town, (KHAI,), first=40)
    return await names_known(town)


async def is_proposed_hidden(town: Town, said: str) -> None:
    for _ in range(4):
        if "ghi mới" in said.casefold():
            said = await town.tap(LIEN, "Ghi mới")
    if "Thời gian" in said or "Khi nào" in said or "tháng" in said:
        said = await town.write(LIEN, "thứ 6")
    heard = "\n".join(await town.heard(LIEN))
    assert "Công khai hay" not in heard
    assert "Chỉ ghi lại" not in str([m.buttons for m in town.phone(LIEN).messages])
    assert await town.sql("SELECT unannounced FROM visit WHERE number > 2") == [(1,)], heard


@pytest.mark.parametrize("line", LINES)
async def test_under_an_open_card_of_work(office: Town, line: str) -> None:
    town = office
    await town.write(KHAI, "giao Liên lập kế hoạch giám sát tiếp công dân, hạn thứ 6")
    await town.tap(KHAI, "Giao")
    await town.write(LIEN, "việc của tôi")
    await is_proposed_hidden(town, await town.write(LIEN, line))


@pytest.mark.parametrize("line", LINES)
async def test_under_the_question_of_another_visit(office: Town, line: str) -> None:
    town = office
    await town.write(LIEN, "đề xuất giám sát")
    await is_proposed_hidden(town, await town.write(LIEN, line))
