"""A proposal as it is typed on a phone: whose it is stands before «đề xuất», no comma parts what
and whom, a month is written short; a body's last letter is its name."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import FUND, KALONG, LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, HANH, Town


@begun(autouse=True)
async def office(town: Town) -> None:
    """The names are on the list already."""
    await office_of_visits(town)
    await propose(town, HANH, "tiếp công dân", KALONG, "tháng 9/2027")
    await propose(town, HANH, FUND, "CĐCS công ty giả định A", "tháng 9/2027", "kt")


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("ccb de xuat gs tiep cong dan o ubnd phuong ka long thang 12 nhe", "tháng 12"),
        ("de xuat ccb gs tiep cong dan, ubnd phuong ka long, thang 12", "tháng 12"),
        ("hội ccb đề xuất giám sát tiếp công dân, UBND phường Ka Long, quý I/2027", "quý I/2027"),
        ("gs tiep cong dan ubnd phuong ka long quy I/2027", "quý I/2027"),
        ("gs tiếp công dân của UBND phường Ka Long tháng 12", "tháng 12"),
        ("gs tiep cong dan o ubnd phuong ka long, t4/2027", "tháng 4/2027"),
        (
            "de xuat gs tiep cong dan tai ubnd phuong Ka Long trong thang 3 nam 2027",
            "tháng 3/2027",
        ),
    ],
)
async def test_all_of_it_is_read(town: Town, line: str, whole: str) -> None:
    said = await town.write(TRAN, line)
    assert f"Tiếp công dân – {KALONG} ({whole})".casefold() in said.casefold()
    assert "GS-03" in await town.tap(TRAN, "Công khai")
    assert "Đề xuất: CCB" in await town.write(TRAN, "GS3")


async def test_its_last_letter_is_kept(town: Town) -> None:
    said = await town.write(BINH, f"kt {FUND}, CĐCS công ty giả định A, tháng 5 năm 2027")
    assert "CĐCS công ty giả định A (tháng 5/2027)" in said
    said = await town.write(BINH, "đề xuất kt điều lệ tại CĐCS cty giả định C A, tháng 5/2027")
    assert "C A" in said


@pytest.mark.parametrize("line", ["ccb de xuat gs tiep cong dan, ubnd phuong ka long, thang 12"])
async def test_nobody_proposes_for_another(town: Town, line: str) -> None:
    assert "tổ chức đó nhắn" in await town.write(LIEN, line)
    assert await town.sql("SELECT count(*) FROM visit") == [(2,)]


@pytest.mark.parametrize(
    "line",
    [
        "ccb kiem tra tiep cong dan, ubnd phuong ka long, thang 12",
        "ccb đã giám sát tiếp công dân ở UBND phường Ka Long tháng 10 rồi",
        "ubnd phuong ka long tiep cong dan thang 12",
    ],
)
async def test_what_others_do_is_no_proposal(town: Town, line: str) -> None:
    said = await town.write(TRAN, line)
    assert "Công khai hay đột xuất" not in said
    assert "Nội dung gì" not in said
