"""The numbers of a clearance as they are typed on the spot: a comma, a stroke is missing, a reason
stands behind «vì»; a word that is not understood is named, an unknown organisation is asked."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, THANG, Town


@begun
async def project(town: Town) -> Town:
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, "Tuyến Hải Yên - Ninh Dương, 64 hộ")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    await town.write(BINH, "GP1 61/52/45")
    return town


async def numbers(town: Town) -> dict[str, int]:
    rows = await town.sql(
        "SELECT counts, number FROM register_number"
        " WHERE report_id = (SELECT max(id) FROM register_report)"
    )
    return dict(rows)


FULL = {"reached": 63, "agreed": 54, "handed": 48, "price": 4, "absent": 2}


@pytest.mark.parametrize(
    "line",
    [
        "gp01 63/54/48, vuong gia 4 vang chu 2 a",
        "GP1 63/54/48 vướng giá 4 hộ vắng chủ 2 hộ",
        "GP1 tiep can 63 dong thuan 54 ban giao 48 con vuong gia 4, vang chu 2",
        "GP1 63 54 48 vuong gia 4, vang chu 2",
        "GP1 63/54/48, vắng chủ 2, vì giá quá thấp 4",
    ],
)
async def test_every_number_is_heard(project: Town, line: str) -> None:
    await project.write(BINH, line)
    assert await numbers(project) == FULL
    assert await project.sql("SELECT why FROM register_report WHERE why <> ''") == []


@pytest.mark.parametrize(
    "line",
    [
        "tiep can 63 dong thuan 54 ban giao 48 ve vuong con gia 4 ho vang chu 2",
        "63 54 48 vuong gia 4 vang chu 2",
    ],
)
async def test_the_same_where_it_was_asked(project: Town, line: str) -> None:
    await project.write(BINH, "GP1")
    await project.tap(BINH, "Báo số mới")
    await project.write(BINH, line)
    assert await numbers(project) == FULL


async def test_who_changed_their_mind_is_why_it_fell(project: Town) -> None:
    await project.write(BINH, "GP1")
    await project.tap(BINH, "Báo số mới")
    await project.write(BINH, "hôm nay có 1 hộ đổi ý, đồng thuận còn 51")
    assert (await numbers(project))["agreed"] == 51
    assert await project.sql("SELECT why FROM register_report ORDER BY id DESC LIMIT 1") == [
        ("hôm nay có 1 hộ đổi ý",)
    ]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("GP1 63/54/48, vướng điện thoại cũ 30", "vướng điện thoại cũ 30"),
        ("GP1 63/54/48 nhưng 2 hộ chưa ký", "nhưng 2 hộ chưa ký"),
    ],
)
async def test_what_is_not_understood_is_named(project: Town, line: str, word: str) -> None:
    assert f"«{word}»" in await project.write(BINH, line)
    assert (await numbers(project))["reached"] == 61


async def test_an_organisation_nobody_knows_is_asked(project: Town) -> None:
    await project.write(THANG, "GP1")
    await project.tap(THANG, "Tổ vận động")
    assert "«hd» là đoàn thể nào" in await project.write(THANG, "pn 2, nd 1, hd 1, ccb 1")
    assert await project.sql("SELECT count(*) FROM register_team") == [(0,)]
    assert "«hd»" not in await project.write(THANG, "pn 2, nd 1, ccb 1")


async def test_the_book_is_opened_by_a_question(project: Town) -> None:
    assert "GP-01" in await project.write(BINH, "dan van gpmb tuan nay the nao")
