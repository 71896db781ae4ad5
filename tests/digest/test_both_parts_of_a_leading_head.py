"""A leader who also heads a section has both parts, and acts in both: what is typed or tapped
under the section's is of the section, whatever stands in the other."""

import pytest

from domain.access import Role
from sandbox.things import Message
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.papers import printed
from tests.helpers.reports import late_work
from tests.town import BINH, HOA, LAN, THANG, Town, clock

SECTION = "Phần của Tiểu ban Tuyên truyền - Vận động"


@pytest.fixture
async def monday(town: Town) -> Town:
    """Thắng leads the veterans, and heads the section in which Bình is late for Lan."""

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.people.grant(town.person(THANG), Role.LEADER, work.today)

    await town.work(prepare)
    await late_work(town)
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long ccb 42")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    return town


def parts(town: Town) -> dict[str, Message]:
    """Their two cards by the part that each tells."""
    found = [m for m in town.phone(THANG).messages if "Tuần 47 (" in m.text]
    return {m.text.split("\n")[-1].partition(" · ")[0]: m for m in found}


@pytest.fixture
def section(monday: Town) -> Message:
    return parts(monday)["Tiểu ban Tuyên truyền - Vận động"]


async def test_both_come_and_the_sections_can_be_acted_in(monday: Town, section: Message) -> None:
    town = monday
    assert parts(town).keys() == {"Hội Cựu chiến binh", "Tiểu ban Tuyên truyền - Vận động"}
    listed = await town.tap(THANG, "Việc quá hạn", message=section)
    assert "Danh sách người có uy tín" in listed
    await town.tap(THANG, "1")
    await town.tap(THANG, "Nhắc")
    assert any("Danh sách" in text for text in await town.heard(BINH))


async def test_its_figures_open_to_the_section_alone(monday: Town, section: Message) -> None:
    town = monday
    assert "Theo đoàn thể" not in await town.tap(THANG, "Xem chi tiết", message=section)
    assert "quá hạn: 1 việc" in await town.tap(THANG, "Quá hạn 1")
    assert "Bấm một số" in await town.tap(THANG, "‹ Quay lại")
    assert "mở 0 + giao 1 = 1" in await town.tap(THANG, "Vì sao?", message=section)


async def test_its_text_and_its_paper(monday: Town, section: Message) -> None:
    town = monday
    assert SECTION in await town.tap(THANG, "Bản đầy đủ", message=section)
    assert SECTION in await town.tap(THANG, "Chép sang Zalo", message=section)
    await town.tap(THANG, "Văn bản", message=section)
    await town.tap(THANG, "Bản Word")
    assert "Danh sách người có uy tín" in await printed(town, THANG)
    assert SECTION in await town.write(THANG, "bản đầy đủ", reply_to=section)


async def test_the_week_before_it_is_the_sections_too(monday: Town) -> None:
    town = monday
    await town.go_to(clock(30, 7, 1))
    last = [
        m for m in town.phone(THANG).messages if "Tuần 48 (" in m.text and SECTION[9:] in m.text
    ]
    said = await town.write(THANG, "tuần trước thì sao", reply_to=last[0])
    assert "BÁO CÁO TUẦN 47" in said
    assert SECTION in said


async def test_a_word_under_it_is_of_that_report(monday: Town, section: Message) -> None:
    town = monday
    await town.tap(THANG, "Ý kiến chỉ đạo", message=section)
    assert "CHƯA GỬI" in await town.write(THANG, "Tuần này tập trung xong danh sách")
    assert "Đã ghi CD-001" in await town.tap(THANG, "Gửi")
    [(about,)] = await town.sql("SELECT about FROM matter WHERE code = 'CD-001'")
    assert about == "digest:1"


async def test_typed_it_has_its_buttons_too(monday: Town) -> None:
    town = monday
    assert SECTION in await town.write(THANG, "báo cáo phần đơn vị")
    assert "Việc quá hạn" in town.phone(THANG).last.labels


async def test_whoever_heads_none_opens_none(monday: Town) -> None:
    town = monday
    assert "Không tìm thấy" in await town.press(LAN, "d.over:1000000001")
