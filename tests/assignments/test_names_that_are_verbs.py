"""«đăng ký», «tuyên truyền», «bắc loa» at the head of a line are verbs, though colleagues are
called Đăng, Tuyên and Bắc; with a colon the name is a name."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.scenes import COLLEAGUES, move_in
from tests.town import HANH, THANG, Town


@begun
async def of_such_names(town: Town) -> Town:
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    await town.write(HANH, "them can bo\n1. Lê Văn Đăng, Tuyên truyền - Vận động, 0912345671")
    await town.write(HANH, "đúng")
    return town


@pytest.mark.parametrize(
    "line",
    [
        "dang ky cho toi di trong cay",
        "đăng ký cho tôi đi trồng cây, thứ 7",
        "dang bai len trang, thu 6",
        "tuyen truyen phong chay, 18/12",
        "Tuyên truyền phòng cháy, thứ 6",
        "bac loa o nha van hoa, thu 6",
        "hoa quả cho hội nghị, thứ 6",
    ],
)
async def test_a_verb_is_nobody(of_such_names: Town, line: str) -> None:
    said = await of_such_names.write(THANG, line)
    for name in ("Đăng", "Tuyên:", "Bùi Thị Tuyên", "Lê Bắc", "Nguyễn Thị Hoa"):
        assert name not in said.replace("Đăng ký", ""), said


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Đăng: ký hợp đồng với điện lực, thứ 6", "Lê Văn Đăng"),
        ("Tuyen: truyen dat lai ket luan, 18/12", "Bùi Thị Tuyên"),
        ("Bắc: loa đài hội trường, thứ 6", "Lê Bắc"),
        ("Hoa qua xã lấy giấy mời, thứ 6", "Nguyễn Thị Hoa"),
        ("Đăng in 30 giấy mời, thứ 6", "Lê Văn Đăng"),
    ],
)
async def test_a_name_is_somebody(of_such_names: Town, line: str, who: str) -> None:
    said = await of_such_names.write(THANG, line)
    assert "CHƯA GIAO" in said
    assert who in said
