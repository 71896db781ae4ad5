"""Evidence is copied beside the database, after it was sent in, without traces."""

from pathlib import Path

from bot.evidence_copier import EvidenceCopier
from bot.pictures import without_traces
from tests.helpers.assignments import give
from tests.helpers.photos import EXIF, FRAME, REST
from tests.town import BINH, THANG, Town


async def test_copied_once_it_is_sent(town: Town, tmp_path: Path) -> None:
    copier = EvidenceCopier(town.house.bot, town.house.housekeeping, tmp_path / "files")
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Báo xong")
    picture = b"\xff\xd8" + EXIF + FRAME + REST
    await town.phone(BINH).photo("đã vận động 6 hộ", content=picture)
    await town.settle()
    assert await copier.round() == 0, "a draft is nobody's evidence yet"
    await town.tap(BINH, "Gửi")
    assert await copier.round() == 1
    [(kept,)] = await town.sql("SELECT kept FROM attachment")
    copy = tmp_path / "files" / kept
    assert copy.read_bytes() == b"\xff\xd8" + FRAME + REST
    assert copy.stat().st_mode & 0o077 == 0
    assert await copier.round() == 0


async def test_what_does_not_come_is_tried_again(town: Town, tmp_path: Path) -> None:
    copier = EvidenceCopier(town.house.bot, town.house.housekeeping, tmp_path / "files")
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Báo xong")
    await town.phone(BINH).photo("đã vận động 6 hộ")
    await town.settle()
    await town.tap(BINH, "Gửi")
    town.world.faults.unreachable(seconds=3600)
    assert await copier.round() == 1
    assert await town.sql("SELECT kept, tries FROM attachment") == [("", 1)]
    assert await copier.round() == 0, "not at once again"
    for _ in range(1, 60):
        await town.later(hours=1)
        assert await copier.round() == 1
    assert copier.behind == 1
    town.world.faults.clear()
    await town.later(hours=1)
    await copier.round()
    [(kept, tries)] = await town.sql("SELECT kept <> '', tries FROM attachment")
    assert (kept, tries) == (1, 61), "after days of trouble it is copied"


def test_only_what_tells_is_taken_out() -> None:
    assert without_traces(b"\xff\xd8" + EXIF + REST) == b"\xff\xd8" + REST
    for other in (b"", b"%PDF-1.4", b"\x89PNG", b"\xff\xd8"):
        assert without_traces(other) == other
