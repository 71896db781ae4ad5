"""Several recommendations in one line: each has its own words, or nothing is kept; «bỏ KN1» never
sends it."""

import pytest

from tests.helpers.matters import LIEN, TRAN, matter, move_in
from tests.town import Town


@pytest.fixture
async def drafts(town: Town) -> Town:
    """Liên types two; the office knows two bodies."""
    await move_in(town)
    for line in ("kiến nghị: thay bảng phí", "kiến nghị: lập sổ theo dõi"):
        await town.write(LIEN, line)
    for body in ("UBND phường Trà Cổ", "UBND phường Hải Yên"):
        await town.write(TRAN, f"KN1 nơi nhận {body}")
        await town.tap(TRAN, "Ghi đơn vị mới")
    await town.sql("UPDATE matter SET body_id = NULL, version = version + 1")
    return town


async def told(town: Town, code: str) -> tuple[str | None, str | None]:
    """To whom it goes, until which day."""
    [row] = await town.sql(
        "SELECT l.name, m.due_at FROM matter m LEFT JOIN lookup l ON l.id = m.body_id"
        " WHERE m.code = :code",
        code=code,
    )
    return row[0], row[1][:10] if row[1] else None


@pytest.mark.parametrize("line", ["xóa kn1", "bỏ kn1", "hủy kn1", "kn1 bỏ đi", "kn1 hủy"])
async def test_who_takes_it_away_is_asked_why_and_nothing_is_sent(drafts: Town, line: str) -> None:
    town = drafts
    said = await town.write(TRAN, line)
    assert "Thôi, không gửi" in said
    assert await matter(town, "state", "KN-001") == ("draft",)
    await town.write(TRAN, "trùng với KN2")
    assert await matter(town, "state", "KN-001") == ("dropped",)


EACH = [
    "kn1 gửi UBND Trà Cổ hạn 20/12, kn2 gửi UBND Hải Yên hạn 25/12",
    "KN1 nơi nhận UBND phường Trà Cổ, hạn 20/12; KN2 nơi nhận UBND phường Hải Yên, hạn 25/12",
    "kn1 gui ubnd tra co han 20/12\nkn2 gui ubnd hai yen han 25/12",
]


@pytest.mark.parametrize("line", EACH)
async def test_each_has_its_own_body_and_day(drafts: Town, line: str) -> None:
    said = await drafts.write(TRAN, line)
    for words in ("nơi nhận: UBND phường Trà Cổ, hạn 20/12", "UBND phường Hải Yên, hạn 25/12"):
        assert words in said
    assert await told(drafts, "KN-001") == ("UBND phường Trà Cổ", "2026-12-20")
    assert await told(drafts, "KN-002") == ("UBND phường Hải Yên", "2026-12-25")


async def test_what_is_said_once_is_of_both(drafts: Town) -> None:
    await drafts.write(TRAN, "kn1, kn2 hạn 25/12")
    assert [await told(drafts, code) for code in ("KN-001", "KN-002")] == [
        (None, "2026-12-25"),
        (None, "2026-12-25"),
    ]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("kn1 gửi UBND Trà Cổ hạn 20/12, kn2 gửi UBND Ninh Dương", "KN-002: «UBND Ninh Dương»"),
        ("kn1 hạn 20/12, kn2 chưa thấy trả lời", "mỗi mã một tin"),
        ("kn1 số 142/KN ngày 18/11, kn2 số 143/KN ngày 18/11", "mỗi mã một tin"),
    ],
)
async def test_where_one_is_not_plain_none_is_kept(drafts: Town, line: str, asked: str) -> None:
    assert asked in await drafts.write(TRAN, line)
    assert await told(drafts, "KN-001") == (None, None)
    assert await drafts.sql("SELECT state FROM matter") == [("draft",), ("draft",)]


async def test_one_alone_goes_to_its_body_by_its_day(drafts: Town) -> None:
    """«gửi UBND …» behind a code is no mere note."""
    await drafts.write(TRAN, "kn1 gửi UBND Trà Cổ hạn 20/12")
    await drafts.tap(TRAN, "UBND phường Trà Cổ")
    assert await told(drafts, "KN-001") == ("UBND phường Trà Cổ", "2026-12-20")
