"""The report in a few words: of a month, of the year, why a figure is what it is; and the draft is
approved in words."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full, late_work
from tests.town import HANH, LAN, Town, clock


@pytest.fixture(autouse=True)
async def sunday(town: Town) -> None:
    await plan_saturday(town)
    await late_work(town)
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))


async def test_what_the_report_holds_is_asked_in_few_words(town: Town) -> None:
    await town.go_to(clock(23, 8))
    for asked, heard in (
        ("tháng 11", "BÁO CÁO THÁNG 11"),
        ("quy 4", "BÁO CÁO QUÝ 4"),
        ("từ đầu năm", "TỪ ĐẦU NĂM"),
        ("báo cáo quý", "BÁO CÁO QUÝ"),
        ("bao cao", "BÁO CÁO TUẦN 47"),
        ("8 tuan gan day", "8 tuần gần đây"),
        ("cho xem hinh bao cao", "BÁO CÁO TUẦN 47"),
        ("vi sao dcpl 1/3", "Vì sao có các số này"),
        ("ai cham nhat", "Danh sách người có uy tín"),
        ("hom thu 7 bao nhieu nguoi di", "BÁO CÁO TUẦN 47"),
    ):
        assert heard in await town.write(LAN, asked), asked
    await town.write(LAN, "giao việc")
    assert "BÁO CÁO THÁNG" not in await town.write(LAN, "tháng 11")


@pytest.mark.parametrize("way", ["duyet bao cao", "duyet bao cao tuan 47", "under"])
async def test_the_draft_is_approved_in_words(town: Town, way: str) -> None:
    draft = next(m for m in reversed(town.phone(HANH).messages) if "Giờ gửi" in m.text)
    if way == "under":
        await town.write(HANH, "duyet", reply_to=draft)
    else:
        await town.write(LAN, way)
        assert await town.sql("SELECT approved_by FROM digest") == [(None,)]
        await town.write(HANH, way)
    assert await town.sql("SELECT approved_by IS NULL FROM digest") == [(0,)]


@pytest.mark.parametrize("line", ["ban word tuan 47", "gửi tôi bản word tuần 47"])
async def test_the_paper_of_a_week_is_asked_in_words(town: Town, line: str) -> None:
    await town.go_to(clock(23, 8))
    await town.write(LAN, line)
    assert town.phone(LAN).last.content["document"]["file_name"].endswith(".docx")
