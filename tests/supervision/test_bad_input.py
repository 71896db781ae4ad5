"""What people get wrong about visits is answered clearly, and nothing else stops."""

from pathlib import Path

import pytest

from tests.helpers.matters import matter
from tests.helpers.sealing import office_that_seals, seal
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    call_off,
    office_of_visits,
    propose,
    together,
    visit,
)
from tests.town import BINH, DUNG, HANH, LAN, Town, says

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@pytest.fixture
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def planned(town: Town) -> None:
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)


async def test_a_body_spelt_three_ways_is_one(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    for who, body in (
        (BINH, "ubnd ka long"),
        (DUNG, "UBND P. Ka Long"),
        (TRAN, "UBND phuong KaLong"),
    ):
        said = await town.write(who, f"gs {FUND}, {body}, tháng 12")
        if "ghi mới" in said:
            said = await town.tap(who, KALONG)
        assert "🔴 GS-01" in said
    assert await town.sql("SELECT count(*) FROM lookup WHERE sort = 'body'") == [(1,)]


async def test_the_leader_who_settles_left_and_another_role_is_reminded(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    person = town.person(LAN)
    await town.work(lambda work: work.people.leave(person, work.today))
    await town.write(LAN, "GS1 bước tiếp")
    assert await visit(town, "stage", 1) == ("proposed",)
    assert "chờ đ/c Lê Văn Trận" in await town.write(HANH, "GS1 bước tiếp")


async def test_a_visit_without_findings_ends_all_the_same(office: Town) -> None:
    town = office
    await planned(town)
    await town.write(TRAN, "GS1 đã đến")
    assert "kết quả thế nào" in await town.write(TRAN, "GS1 kết quả:")
    await town.write(TRAN, "GS1 kết quả: không có hạn chế")
    await town.write(TRAN, "GS1 xin ý kiến đoàn")
    assert await says(town, LIEN, "Kết quả: không có hạn chế")
    await town.write(TRAN, "GS1 bước tiếp")
    await town.write(TRAN, "GS1 số 1/BC ngày 19/11, Khải ký")
    assert await visit(town, "stage", 1) == ("concluded",)


async def test_a_recommendation_without_a_body_is_not_sent(office: Town) -> None:
    town = office
    await town.write(LIEN, "kiến nghị: sửa đèn")
    assert "còn cần nơi nhận" in await town.write(TRAN, "KN1 số 142 ngày 18/11")
    assert await matter(town, "state", "KN-001") == ("draft",)


async def test_a_merge_with_what_is_merged_cancelled_or_unknown(office: Town) -> None:
    town = office
    for who in (LIEN, BINH, DUNG):
        await propose(town, who)
    await together(town, TRAN, "GS2 gộp GS1")
    assert "GS-02 đã gộp rồi" in await town.write(TRAN, "GS3 gộp GS2")
    await call_off(town, TRAN, "GS1 hủy: thanh tra đã làm")
    assert "không còn gộp được" in await town.write(TRAN, "GS3 gộp GS1")
    assert "Không tìm thấy" in await town.write(TRAN, "GS3 gộp GS99")
    assert "cùng một cuộc" in await town.write(TRAN, "GS3 gộp GS3")
    assert "Với cuộc nào" in await town.write(TRAN, "GS3 gộp")


async def test_with_what_is_sealed_nothing_is_merged_for_it_is_not_there(
    town: Town, tmp_path: Path
) -> None:
    await office_that_seals(town, tmp_path)
    await propose(town, BINH)
    await seal(town)
    unknown = await town.write(BINH, "GS1 gộp GS2")
    assert "Không tìm thấy" in unknown
    assert "Chưa thấy trùng" in await propose(town, DUNG, "niêm yết thủ tục", "Một cửa Trà Cổ")


async def test_a_member_who_asks_or_forwards_learns_nothing_of_an_unannounced_one(
    office: Town,
) -> None:
    town = office
    await planned(town)
    await town.write(LAN, "GS1 không báo trước")
    for line in ("GS1", "tuần này gs ở đâu", "giám sát", "GS1 giấy đi đường", "GS1 đi đâu"):
        await town.write(DUNG, line)
    assert not [t for t in await town.heard(DUNG) if KALONG in t or FUND in t]
