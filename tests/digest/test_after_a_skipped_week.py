"""What was decided in a week whose report never came is told by the next that comes."""

import pytest

from domain.access import Duty
from storage import Work
from tests.helpers.reports import late_work
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
    assert "KẾT LUẬN TUẦN 47: 1, trả lời 1" in screen
    assert screen.startswith("Kết luận: đã trả lời 1")
    assert "KL-001 đồng ý ký: đã trả lời" in await town.tap(LAN, "Kết luận")


@pytest.mark.parametrize(
    "typed",
    [
        "kết luận",
        "các kết luận",
        "kết luận tuần này",
        "tôi quyết gì rồi",
        "toi da ket luan gi",
        "kết luận của tôi tới đâu rồi",
    ],
)
async def test_what_was_decided_can_be_asked_for_at_once(
    week_48_skipped: Town, typed: str
) -> None:
    """Nobody waits for next Monday to see what they decided an hour ago."""
    assert "KL-001 đồng ý ký: đã trả lời" in await week_48_skipped.write(LAN, typed)


async def test_work_that_nobody_took_is_not_under_way_and_what_is_left_stands_on_the_first_line(
    week_48_skipped: Town,
) -> None:
    town = week_48_skipped
    await town.write(LAN, "xin ý kiến thường trực: Kinh phí quý IV")
    await town.write(LAN, "KL XK2: Dung lập dự toán, báo cáo 2/12")
    await town.tap(LAN, "Gửi")
    await town.go_to(DECEMBER_7)
    [screen] = [m.text for m in town.phone(LAN).messages if "Tuần 49 (" in m.text]
    assert "KẾT LUẬN TUẦN 47: 2, trả lời 1, chưa nhận 1; quá hạn 1" in screen
    assert "quá hạn, đã giao, chưa ai nhận" in await town.tap(LAN, "Kết luận")
    await town.go_to(DECEMBER_7.replace(day=14))
    [screen] = [m.text for m in town.phone(LAN).messages if "Tuần 50 (" in m.text]
    assert screen.startswith("Kết luận còn 1 (quá hạn 1)")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("báo cáo tuần trước", "BÁO CÁO TUẦN 48"),
        ("/baocao 48", "không gửi báo cáo (lý do: bận đại hội)"),
        ("báo cáo tuần 48/2026", "BÁO CÁO TUẦN 48"),
        ("báo cáo tuần này", "Báo cáo tuần 49 gửi thứ Hai, 7/12 7h00; đây là báo cáo gần nhất"),
        ("báo cáo tuần này", "Tuần 47 (16–22/11/2026)"),
        (
            "báo cáo tuần 49",
            "Chưa có báo cáo tuần 49: gửi thứ Hai, 7/12 7h00. Đang có tuần: 47–48.",
        ),
        ("báo cáo tuần 48/2025", "Chưa có báo cáo tuần 48/2025. Đang có tuần: 47–48."),
        ("báo cáo tháng trước", "BÁO CÁO THÁNG 11"),
        ("bao cao quy truoc", "Không có báo cáo QUÝ 3"),
        ("báo cáo năm nay", "BÁO CÁO NĂM 2026"),
        ("báo cáo năm ngoái", "Không có báo cáo NĂM 2025"),
    ],
)
async def test_any_week_can_be_asked_for_also_one_that_was_skipped(
    week_48_skipped: Town, typed: str, heard: str
) -> None:
    """A week whose report never came is told as it stood, with the reason; none in its place."""
    await late_work(week_48_skipped)
    await week_48_skipped.go_to(clock(30, 8).replace(month=12, day=1))
    assert heard in await week_48_skipped.write(LAN, typed)
