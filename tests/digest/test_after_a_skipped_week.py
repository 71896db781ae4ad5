"""What was decided in a week whose report never came is told by the next that comes."""

import pytest

from domain.access import Duty
from storage import Work
from tests.town import HANH, LAN, Town, clock

DECEMBER_7 = clock(7, 7, 1).replace(month=12)


@pytest.fixture
async def week_48_skipped(town: Town) -> Town:
    """Report 47 went; on its Monday Lan concluded something, and week 48 is skipped."""

    def chair(work: Work) -> None:
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))

    await town.work(chair)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Ký công văn nhắc")
    await town.go_to(clock(23, 8, 30))
    await town.write(LAN, "KL 1: đồng ý ký")
    await town.tap(LAN, "Gửi")
    await town.write(HANH, "cài đặt báo cáo")
    await town.tap(HANH, "Bỏ qua kỳ này")
    await town.write(HANH, "bận đại hội")
    await town.tap(HANH, "Gửi")
    return town


async def test_the_next_report_tells_what_became_of_it(week_48_skipped: Town) -> None:
    town = week_48_skipped
    await town.go_to(DECEMBER_7)
    [screen] = [m.text for m in town.phone(LAN).messages if "Tuần 49 (" in m.text]
    assert "KẾT LUẬN TUẦN 47: 1 – xong 1" in screen
    assert screen.startswith("Kết luận xong 1/1")
    assert "KL-001 đồng ý ký: đã trả lời" in await town.tap(LAN, "Kết luận")
