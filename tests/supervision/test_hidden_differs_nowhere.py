"""The same days lived twice, once with a visit that nobody is told of: to all but the three and
its team every answer is the same. Excepted are the numbers of codes: one may seem to be missing.
"""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from domain.access import Role
from storage.database import connect_writer
from tests.helpers.matters import move_in
from tests.helpers.supervision import FUND, KALONG, LIEN, TRAN, office_of_visits, propose
from tests.helpers.two_lives import all_of, every_line, hears_of
from tests.town import BINH, CUONG, HANH, MAI, SON, THANG, Neighbour, Town, open_town

DAT = Neighbour("Vũ Tiến Đạt", 8221, "KTGS", "LDLD", (Role.STAFF,))
"""Of the section that answers for supervision, and not of the team."""
OTHERS = (HANH, DAT, THANG, BINH, CUONG, MAI)
ROLES = ("office", "section", "head", "staff", "base", "volunteer")
ALL_OF_IT = (HANH, DAT)
"""They type every line there is."""
THEME, BODY = "sữa học đường", "trường mầm non Hoa Sen"
SECRETS = (THEME, "sua hoc duong", BODY, "Hoa Sen", "hoa sen", "tủ lạnh hỏng")
PLANNED = (
    "GS3 số 35/KH ngày 18/11, Lan ký",
    "GS3 đoàn: Trận trưởng đoàn, Hoa",
    "GS3 tập trung 7h15 thứ sáu, tại trụ sở",
    "GS3 mời bà Nguyễn Thị An",
)
THERE = (
    "GS3 đã đến",
    "bảng kiểm GS3",
    "1 đạt, 2 đạt",
    "GS3 hạn chế: tủ lạnh hỏng",
    "GS3 kiến nghị: thay tủ lạnh hỏng",
    "GS3 kiến nghị: công khai thực đơn",
    "KN2 số 142 ngày 19/11",
    "bảng kiểm KN1",
    "khó khăn GS3: tủ lạnh hỏng chưa có kinh phí",
)
ASKED = (
    "GS1", "GS2", "GS3", "GS3 trùng", "bảng kiểm GS3", "BK1", "BK2", "KN1", "KN2", "KK1",
    "bảng kiểm KN1", "KN2 công văn nhắc", "GS3 đồng ý", "GS3 nhất trí",
    "tháng này gs ở đâu", "gs tuần này", "gs tháng 11", "trường mầm non Hoa Sen",
    f"gs {THEME}, {BODY}, tuần này", f"đề xuất giám sát {THEME}", "thôi",
    f"Hoa: kiểm tra {THEME} tại {BODY}, thứ 6", "Hoa có bận thứ 6 không", "báo cáo tuần",
)  # fmt: skip


ROAD = "GS3 giấy đi đường"
"""The office prints it, its point blank."""


async def a_town(folder: Path) -> tuple[int, dict[int, int]]:
    async with open_town(folder) as town:
        await office_of_visits(town)
        await move_in(town, (DAT,), first=40)
        await propose(town, BINH, FUND, KALONG)
        await propose(town, LIEN, "tiếp công dân", KALONG, "tuần này")
        return town.office_id, town.ids


async def hidden(town: Town, *then: str) -> None:
    await propose(town, TRAN, f"không báo trước {THEME}", BODY, "tuần này")
    await town.sql("UPDATE visit SET stage = 'advised', version = version + 1 WHERE number = 3")
    for line in then:
        await town.write(TRAN, line)


async def lived(
    base: Path, folder: Path, known: Any, then: Sequence[str] | None, who: Neighbour | int
) -> list[str]:
    shutil.copytree(base, folder)
    async with open_town(folder, settle=lambda *_: known) as town:
        if then is not None:
            await hidden(town, *then)
        await town.later(hours=11)
        printed = () if who == HANH else (ROAD,)
        await hears_of(town, who, (*ASKED, *printed, *(every_line() if who in ALL_OF_IT else ())))
        await town.later(hours=48)
        return await hears_of(town, who, ASKED[:12])


@pytest.mark.parametrize("then", [PLANNED, PLANNED + THERE], ids=["planned", "there"])
@pytest.mark.parametrize("who", OTHERS, ids=ROLES)
async def test_whatever_is_typed_is_answered_alike(
    tmp_path: Path, who: Neighbour | int, then: Sequence[str]
) -> None:
    (tmp_path / "base").mkdir()
    known = await a_town(tmp_path / "base")
    without = await lived(tmp_path / "base", tmp_path / "without", known, None, who)
    assert await lived(tmp_path / "base", tmp_path / "with", known, then, who) == without
    assert len(without) > len(ASKED)


async def test_every_deed_and_view_is_the_same_without_it(town: Town, tmp_path: Path) -> None:
    await office_of_visits(town)
    await move_in(town, (DAT,), first=40)
    await propose(town, BINH, FUND, KALONG)
    await propose(town, LIEN, "tiếp công dân", KALONG, "tuần này")
    await hidden(town, *PLANNED, *THERE)
    copy, others = tmp_path / "copy.db", [w.id if isinstance(w, Neighbour) else w for w in OTHERS]
    with closing(sqlite3.connect(tmp_path / "town.db")) as opened:
        opened.execute("VACUUM INTO ?", (str(copy),))
    with closing(connect_writer(copy)) as connection:
        with_it = all_of(connection, town, [*others, SON])
    told = (*SECRETS, "GS-03", "KN-001", "KN-002", "BK-01")
    assert not [n for n, said in with_it.items() if any(word in said for word in told)]
    assert len(with_it) > 500
