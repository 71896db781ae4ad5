"""Photos of a point: our own copy without traces, what they may be used for, twelve months."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.evidence_copier import EvidenceCopier
from domain.retention import DAYS
from storage.safekeeping import back_up, restore
from tests.helpers.activities import plan_saturday
from tests.helpers.photos import EXIF, FRAME, REST
from tests.town import BINH, CUONG, HANH, Town, clock

PICTURE = b"\xff\xd8" + EXIF + FRAME + REST


@pytest.fixture
def copier(town: Town, tmp_path: Path) -> EvidenceCopier:
    return EvidenceCopier(town.house.bot, town.house.housekeeping, tmp_path / "files")


async def report(town: Town, photos: int = 1) -> int:
    """Cường reports his point and sends photos of it."""
    day = await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    for number in range(photos):
        await town.phone(CUONG).photo(content=PICTURE + bytes([number]))
        await town.settle()
    return day


async def copies(town: Town, folder: Path) -> list[Path]:
    rows = await town.sql("SELECT kept FROM point_photo WHERE kept <> ''")
    return [folder / "files" / row[0] for row in rows]


async def test_copied_beside_the_database_without_traces(
    town: Town, copier: EvidenceCopier, tmp_path: Path
) -> None:
    await report(town)
    assert await copier.round() == 1
    [copy] = await copies(town, tmp_path)
    assert copy.parent.name == "points"
    assert copy.read_bytes() == b"\xff\xd8" + FRAME + REST
    assert copy.stat().st_mode & 0o077 == 0
    assert await copier.round() == 0


async def test_the_copy_belongs_to_the_backup(
    town: Town, copier: EvidenceCopier, tmp_path: Path
) -> None:
    await report(town)
    await copier.round()
    [copy] = await copies(town, tmp_path)
    back_up(tmp_path / "town.db", tmp_path / "kept.tar")
    restore(tmp_path / "kept.tar", tmp_path / "new" / "office.db", lambda _: 0)
    brought = tmp_path / "new" / copy.relative_to(tmp_path)
    assert brought.read_bytes() == copy.read_bytes()


async def test_not_to_be_used_is_said_photo_by_photo(town: Town, copier: EvidenceCopier) -> None:
    await report(town, photos=2)
    await town.tap(CUONG, "Xem ảnh")
    assert "Ảnh 2/2" in await town.screen(CUONG)
    assert "không dùng" in await town.tap(CUONG, "Không dùng")
    assert "Ảnh 1/2" in await town.tap(CUONG, "‹")
    assert "được dùng" in await town.screen(CUONG)
    assert await town.sql("SELECT mark FROM point_photo ORDER BY id") == [("",), ("unused",)]
    assert await copier.round() == 1, "what is not to be used is not copied either"


async def test_after_twelve_months_the_copy_goes_but_what_the_office_chose(
    town: Town, copier: EvidenceCopier, tmp_path: Path
) -> None:
    await report(town, photos=2)
    await copier.round()
    kept = await copies(town, tmp_path)
    assert all(copy.exists() for copy in kept)
    await town.phone(HANH).press("t.choose:2", 1)
    await town.settle()
    for days, left in ((DAYS["photos"] - 1, [True, True]), (DAYS["photos"] + 1, [False, True])):
        town.now = clock(21, 12) + timedelta(days=days - 1)
        await town.go_to(clock(21, 12) + timedelta(days=days))
        await copier.round()
        assert [copy.exists() for copy in kept] == left, days
    assert await town.sql("SELECT count(*) FROM stray_file") == [(0,)]


async def test_a_copy_that_comes_too_late_is_taken_away_again(
    town: Town, copier: EvidenceCopier, tmp_path: Path
) -> None:
    await report(town)
    [late] = await town.house.housekeeping.evidence_to_copy(5, 8)
    await town.sql("DELETE FROM point_photo")
    path = await copier._copy(late)
    await town.house.housekeeping.evidence_copied(late, path)
    assert (tmp_path / "files" / path).exists()
    await copier.round()
    assert not (tmp_path / "files" / path).exists()


async def test_whose_point_it_is_not_sees_and_marks_nothing(town: Town) -> None:
    day = await report(town)
    for press in (f"t.photos:{day}", "t.look:1", "t.aside:1", "t.choose:1"):
        await town.phone(BINH).press(press, 1)
        await town.settle()
    said = [toast.text for toast in town.phone(BINH).toasts]
    assert "Chưa có ảnh" in said[0]
    assert await town.sql("SELECT mark FROM point_photo") == [("",)]
    await town.phone(CUONG).press("t.choose:1", 1)
    await town.settle()
    assert await town.sql("SELECT mark FROM point_photo") == [("",)], (
        "only the office keeps longer"
    )


async def test_the_office_finds_the_photos_under_the_days_figures(town: Town) -> None:
    await report(town)
    await town.go_to(clock(21, 20, 1))
    assert "Ảnh 1/1" in await town.tap(HANH, "Xem ảnh")
    assert "giữ lâu" in await town.tap(HANH, "Giữ lâu")
