"""«Dữ liệu»: see, take along, correct, withdraw, delete; nothing is left of whoever asked."""

from pathlib import Path

import pytest

from tests.town import BINH, MAI, Town
from tests.weekend import SON, arrive, join, open_saturday, standings

NHUNG = 7_312_456_789
"""An id that cannot stand in a file by chance."""


def traces(folder: Path, telegram_id: int, name: str) -> list[str]:
    """Where a person can still be read: their name, or their number in any form."""
    forms = {
        "name": name.encode(),
        "digits": str(telegram_id).encode(),
        "number": telegram_id.to_bytes(6, "big"),
    }
    found = []
    for file in sorted(folder.iterdir()):
        content = file.read_bytes()
        found += [f"{file.name}: {form}" for form, text in forms.items() if text in content]
    return found


async def test_deleting_leaves_no_trace_and_every_count(
    town: Town, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    day = await open_saturday(town)
    town.world.phone(NHUNG, "Hồng Nhung Xinh")
    await join(town, NHUNG, day)
    await join(town, SON, day)
    await town.tap(NHUNG, "Sửa tên")
    await town.write(NHUNG, "Đặng Thị Hồng Nhung")
    assert traces(tmp_path, NHUNG, "Đặng Thị Hồng Nhung")
    before = await town.sql("SELECT count(*), count(DISTINCT activity_id) FROM registration")
    await town.write(NHUNG, "/dulieu")
    await town.tap(NHUNG, "Xóa dữ liệu")
    assert "Đã xóa dữ liệu" in await town.tap(NHUNG, "Xóa", town.phone(NHUNG).messages[-1])
    await town.settle()
    assert traces(tmp_path, NHUNG, "Đặng Thị Hồng Nhung") == []
    assert traces(tmp_path, NHUNG, "Hồng Nhung Xinh") == []
    assert str(NHUNG) not in caplog.text
    assert "Nhung" not in caplog.text
    counted = "SELECT count(*), count(DISTINCT activity_id) FROM registration"
    assert await town.sql(counted) == before
    assert await standings(town) == ["cancelled", "registered"]
    sealed = await town.sql("SELECT given, length(subject) FROM consent ORDER BY id")
    assert sealed[0] == (1, 16)
    assert sealed[-1] == (0, 16)
    assert "Trước khi đăng ký" in await arrive(town, NHUNG, day)


async def test_everything_that_is_kept_can_be_taken_along(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "Tải về")
    file = town.phone(MAI).messages[-1]
    assert file.kind == "document"


async def test_a_volunteer_corrects_their_name(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    assert "Phạm Thị Mai" in await town.write(MAI, "Phạm  Thị\u202e Mai")
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == [
        ("Phạm Thị Mai",)
    ]


@pytest.mark.parametrize(("typed", "said"), [("x" * 300, "dài quá"), ("12345", "bằng chữ")])
async def test_a_name_that_is_none_is_refused(town: Town, typed: str, said: str) -> None:
    await join(town, MAI, await open_saturday(town))
    before = await town.sql("SELECT name FROM person WHERE telegram_id = 8101")
    await town.tap(MAI, "Sửa tên")
    assert said in await town.write(MAI, typed)
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == before


async def test_withdrawing_is_as_easy_as_giving(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "/dulieu")
    assert "rút mọi đồng ý" in await town.tap(MAI, "Rút đồng ý")
    assert await standings(town) == ["cancelled"]
    assert "Trước khi đăng ký" in await arrive(town, MAI, day)


async def test_one_purpose_one_yes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Cho dùng ảnh")
    assert "nhận rõ mặt mình" in await town.screen(MAI)
    assert "không đồng ý" in await town.tap(MAI, "Không đồng ý")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    assert "ảnh nhận rõ mặt" in await town.write(MAI, "/dulieu")


async def test_staff_delete_their_days_and_stay_on_the_roster(town: Town) -> None:
    day = await open_saturday(town)
    await town.write(BINH, f"/start act-{day}")
    await town.tap(BINH, "Đồng ý, đủ 18")
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "Xóa dữ liệu")
    assert "Văn phòng quản lý" in await town.tap(BINH, "Xóa", town.phone(BINH).messages[-1])
    assert await town.sql("SELECT count(*) FROM registration WHERE person_id IS NULL") == [(1,)]
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8004") == [(1,)]


async def test_a_stranger_hears_that_nothing_is_kept(town: Town) -> None:
    assert "không giữ thông tin nào của anh/chị" in await town.write(MAI, "/dulieu")
