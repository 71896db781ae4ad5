"""What is taken for an overlap: also what became one with a visit that was made; who takes a
proposal into the year sees it on the card. What is only looked at is not written down."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import FUND, KALONG, LIEN, TRACO, TRAN, office_of_visits, propose
from tests.town import BINH, LAN, Town


@begun(autouse=True)
async def office(town: Town) -> None:
    await office_of_visits(town)


async def test_what_became_one_with_a_visit_is_met_there(town: Town) -> None:
    """GS-01 was made and holds GS-02, at another body."""
    await propose(town, BINH, FUND, KALONG, "tuần này")
    await propose(town, BINH, FUND, TRACO, "tuần này")
    await town.sql("UPDATE visit SET stage = 'merged', kept_id = 1 WHERE number = 2")
    await town.sql("UPDATE visit SET stage = 'visited', done_at = unixepoch('2026-11-19 02:00')"
                   " WHERE number = 1")  # fmt: skip
    said = await propose(town, LIEN, "tiếp công dân", TRACO, "tháng 12")
    assert "GS-01" in said
    assert "Có thể trùng" in said


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("UBND các xã, phường", KALONG, True),
        (KALONG, "UBND các xã, phường", True),
        ("UBND các phường", "UBND Ka Long", True),
        ("UBND các xã", KALONG, False),
        ("Trạm y tế các xã, phường", KALONG, False),
        ("Trường tiểu học Giả Định", "Trường tiểu học Ka Long", False),
        ("UBND phường Đoan Tĩnh", KALONG, False),
    ],
)
async def test_what_stands_in_every_ward_is_met_at_each(
    town: Town, one: str, other: str, meets: bool
) -> None:
    await propose(town, BINH, "tiếp công dân quý sau", one, "tháng 1/2027")
    said = await propose(town, LIEN, "niêm yết", other, "tháng 2/2027")
    assert ("🔴 GS-01" in said) is meets
    assert ("cùng đối tượng" in said) is meets


async def test_who_takes_it_into_the_year_sees_what_it_meets(town: Town) -> None:
    await propose(town, BINH)
    await propose(town, LIEN)
    for line in ("GS2", "hiệp thương"):
        assert "Có thể trùng: GS-0" in await town.write(LAN, line)
    assert "Có thể trùng: GS-01" in await town.write(TRAN, "GS2")
    assert "Có thể trùng: GS-01" not in await town.write(LIEN, "GS2")


async def test_what_is_looked_at_is_not_written_down(town: Town) -> None:
    assert "Đã ghi" in await propose(town, LIEN)
    said = await town.write(LIEN, "GS1 trùng")
    assert "Chưa thấy trùng" in said
    assert "Đã ghi" not in said


async def test_a_new_name_without_marks_is_asked_for_with_them(town: Town) -> None:
    said = await town.write(LIEN, "đề xuất gs niem yet tthc")
    assert "chưa có trong danh mục: ghi mới, hoặc nhắn lại cho đủ dấu" in said
    assert "chọn dưới đây" not in said
    said = await town.write(LIEN, "niêm yết thủ tục")
    assert "hoặc nhắn lại." in said


async def test_a_longer_name_finds_the_listed_one(town: Town) -> None:
    await propose(town, LIEN, FUND, "UBND phường Trần Phú")
    await town.write(LIEN, f"đề xuất giám sát {FUND}")
    said = await town.write(LIEN, "bo phan 1 cua phuong tran phu")
    assert "chọn dưới đây" in said
    buttons = [b.text for b in town.phone(LIEN).last.buttons or ()]
    assert buttons[0] == "UBND phường Trần Phú"
