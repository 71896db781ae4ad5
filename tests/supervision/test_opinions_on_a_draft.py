"""The draft is shown to the team: who agrees in words has agreed, what they would add is for the
head of the team, and none of it is a finding."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import LIEN, TRAN, on_the_spot
from tests.town import HOA, Town, says

AGREES = "SELECT agrees, objects FROM visit_member WHERE person_id = :who"
FOUND = "SELECT words FROM finding"


@begun(autouse=True)
async def drafted(town: Town) -> None:
    await on_the_spot(town)
    await town.write(TRAN, "ưu điểm: cán bộ có mặt đúng giờ")
    await town.write(TRAN, "xong")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(TRAN, "GS1 xin ý kiến đoàn")
    assert await says(town, LIEN, "dự thảo, xin ý kiến đoàn")


def draft_of(town: Town, who: object) -> object:
    found = [m for m in town.phone(who).messages if "dự thảo, xin ý kiến" in m.text]  # type: ignore[arg-type]
    return found[-1]


async def opinion(town: Town, line: str, *, replied: bool) -> str:
    under = draft_of(town, HOA) if replied else None
    await town.phone(HOA).write(line, reply_to=under)  # type: ignore[arg-type]
    await town.settle()
    return str(town.phone(HOA).last.text)


YES = ("dong y a", "nhất trí", "ok", "e nhat tri a", "đồng ý dự thảo")
ADDING = (
    ("nhất trí, đề nghị bổ sung thiếu cả lịch trực thứ 7", "đề nghị bổ sung thiếu cả lịch"),
    (
        "e nhat tri, bo sung cho lich truc: thieu ca lich truc thu 7",
        "bo sung cho lich truc: thieu",
    ),
    ("cơ bản nhất trí; sửa giúp em chỗ bảng phí", "sửa giúp em chỗ bảng phí"),
)


@pytest.mark.parametrize("replied", [False, True], ids=["after", "reply"])
@pytest.mark.parametrize("line", YES)
async def test_who_agrees_in_words_has_agreed(town: Town, line: str, replied: bool) -> None:
    await opinion(town, line, replied=replied)
    assert await town.sql(AGREES, who=town.person(HOA)) == [(1, "")]
    assert len(await town.sql(FOUND)) == 1


@pytest.mark.parametrize("replied", [False, True], ids=["after", "reply"])
@pytest.mark.parametrize(("line", "added"), ADDING)
async def test_what_they_would_add_is_for_the_head(
    town: Town, line: str, added: str, replied: bool
) -> None:
    said = await opinion(town, line, replied=replied)
    assert "nhất trí. Góp ý" in said
    [(yes, why)] = await town.sql(AGREES, who=town.person(HOA))
    assert yes == 1
    assert added in why
    assert len(await town.sql(FOUND)) == 1, "no finding comes of it"
    assert await says(town, TRAN, "Nguyễn Thị Hoa nhất trí dự thảo, góp ý")


@pytest.mark.parametrize("replied", [False, True], ids=["after", "reply"])
@pytest.mark.parametrize("line", ["chưa nhất trí", "không đồng ý", "chưa nhất trí: thêm ý bếp"])
async def test_who_does_not_agree_has_not(town: Town, line: str, replied: bool) -> None:
    await opinion(town, line, replied=replied)
    assert (await town.sql(AGREES, who=town.person(HOA)))[0][0] == 0


async def test_two_that_are_asked_bear_different_buttons(town: Town) -> None:
    """«Ghi «…»?», each with its own words."""
    await town.write(LIEN, "c Huong bao cai bang nay in tu nam 2023, chua co tien in lai")
    await town.write(LIEN, "bác bảo vệ nói điện hay mất")
    await town.write(LIEN, "có")
    buttons = [b.text for b in town.phone(LIEN).last.buttons or ()]
    assert len(buttons) == len(set(buttons))
