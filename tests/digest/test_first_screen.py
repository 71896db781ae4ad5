"""A chairman in his car, in large letters: what waits for me, what is late, did people come, what
became of what I decided. Each is answered by the first line, told by the next, opened by a tap."""

import pytest

from domain.access import Duty
from language.line.fold import bare
from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.matters import matter
from tests.helpers.reports import overdue
from tests.town import BINH, DUNG, HANH, HOA, LAN, Town, clock
from texts.digest import units

A_CARD = 420


def blocked(work: Work, town: Town, number: int) -> None:
    """Bình is late with it, and it is blocked by something of its own."""
    overdue(work, town, f"Tuyến {number}", stuck=f"giá đất {number}")


@pytest.fixture
async def week_48(town: Town) -> Town:
    """Last Monday Lan concluded two things: one is answered, one is work for Dung; since then
    six pieces of work are stuck, and a Saturday was held."""

    def chair(work: Work) -> None:
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))

    await town.work(chair)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Ký công văn nhắc\nKinh phí quý IV")
    await town.go_to(clock(23, 8, 30))
    await town.write(LAN, "KL 1: đồng ý ký")
    await town.tap(LAN, "Gửi")
    await town.write(LAN, "KL 2: Dung lập dự toán, báo cáo 4/12")
    await town.tap(LAN, "Gửi")

    def stuck(work: Work) -> None:
        for number in range(1, 7):
            blocked(work, town, number)

    await town.work(stuck)
    await open_saturday(town, points=2, capacity=60, starts=clock(28, 7))
    await town.go_to(clock(28, 10, 31))
    await town.write(HOA, "Ka Long 42")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(30, 7, 1))
    return town


def first_screen(town: Town) -> list[str]:
    found = [m.text for m in town.phone(LAN).messages if "Tuần 48 (" in m.text]
    return found[-1].split("\n")


async def test_the_first_line_answers_all_four(week_48: Town) -> None:
    lines = first_screen(week_48)
    assert lines[0] == (
        "Xin ý kiến 6 · Kết luận xong 0/1 · Quá hạn 6 · 42 lượt người (chưa báo 1 điểm)"
    )
    assert "Dung" not in "\n".join(lines)


async def test_what_is_asked_stands_first_and_none_drops_out_unseen(week_48: Town) -> None:
    said = "\n".join(first_screen(week_48))
    assert "5. 6 Tuyến 5: hướng xử lý vướng mắc\n… và 1 mục nữa" in said
    assert "giá đất" not in said, "what is typed may name anybody, and a caption travels"
    assert said.index("… và 1 mục nữa") < said.index("KẾT LUẬN TUẦN 47: 2, trả lời 1, chưa nhận 1")
    assert said.index("KẾT LUẬN TUẦN 47") < said.index("QUÁ HẠN:")
    assert "Tuyến 6" in await week_48.tap(LAN, "Việc xin ý kiến") or "XK-008" in " ".join(
        week_48.phone(LAN).last.labels
    )


async def test_each_is_opened_by_a_tap_and_by_words(week_48: Town) -> None:
    """«Kết luận» shows also what is done."""
    town = week_48
    said = await town.tap(LAN, "Kết luận")
    assert "KL-001 đồng ý ký: đã trả lời" in said
    assert (
        "KL-002 Dung lập dự toán, báo cáo 4/12 – đ/c Lý Thị Dung, hạn 4/12: đã giao, chưa ai nhận"
        in said
    )
    assert "NV-2026-0001" in await town.tap(LAN, "KL-002")
    assert "KL-001" in await town.write(LAN, "kết luận tuần trước tới đâu rồi")
    assert "KL-001" not in await town.write(DUNG, "kết luận tuần trước tới đâu rồi")
    assert "Bấm một số" in await town.write(LAN, "xem chi tiết báo cáo")


async def test_conclusions_open_as_they_stand_now(week_48: Town) -> None:
    """What was concluded or approved since the report went stands there too."""
    town = week_48
    await town.write(LAN, "KL 1: đồng ý gia hạn 4/12")
    await town.tap(LAN, "Gửi")
    await town.tap(DUNG, "Nhận việc")
    said = await town.tap(LAN, "Kết luận")
    assert said.index("KL-003 đồng ý gia hạn 4/12: đã trả lời") < said.index("KL-002")
    assert "đã giao, chưa ai nhận" not in said


async def test_the_number_of_the_screen_is_what_kl_means(week_48: Town) -> None:
    town = week_48
    assert "Tuyến 2: giá đất 2" in await town.write(LAN, "KL 2: đồng ý gia hạn 4/12")
    await town.tap(LAN, "Gửi")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE title = 'Tuyến 2'")
    assert due.startswith("2026-12-04")
    assert await matter(town, "state", "XK-004") == ("decided",)


async def test_why_is_told_of_the_whole_and_of_each_section_with_the_lights_rule(
    week_48: Town,
) -> None:
    said = await week_48.tap(LAN, "Vì sao?")
    whole, _, sections = said.partition("Tuyên truyền - Vận động: mở")
    assert "mở 6 + giao 1" in whole
    assert "= 7" in whole
    assert "mở lại" not in whole, "only what moved"
    assert units(said) <= A_CARD
    assert sections.startswith(" 6 = 6")
    assert "Không có việc đến hạn thì không có màu" in said


@pytest.mark.parametrize(
    ("typed", "shows"),
    [
        ("vì sao", "Vì sao có các số này?"),
        ("tình nguyện", "Ka Long: 42"),
        ("việc xin ý kiến", "XK-003"),
        ("chép sang Zalo", "BÁO CÁO TUẦN 48"),
        ("văn bản", "Đề nghị chọn văn bản"),
        ("cách nhận", "hình và tóm tắt"),
        ("ý kiến chỉ đạo", "nhắn ý kiến chỉ đạo"),
        ("bản trước", "chưa sửa lần nào"),
    ],
)
async def test_what_a_button_opens_its_own_words_open(
    week_48: Town, typed: str, shows: str
) -> None:
    for words in (typed, bare(typed)):
        assert shows in await week_48.write(LAN, words)
        assert shows not in await week_48.write(BINH, words)


async def test_where_nothing_was_concluded_it_is_said(town: Town) -> None:
    await town.go_to(clock(23, 7, 1))
    said = await town.write(LAN, "kết luận tuần trước tới đâu rồi")
    assert "chưa có kết luận nào" in said


async def test_what_is_typed_as_an_obstacle_travels_nowhere(town: Town) -> None:
    """A resident's name rings on no lock screen and is pasted nowhere; it is one tap down."""
    name = "bà Trần Thị Sáu khu 2 hẹn mai"
    await town.work(lambda work: overdue(work, town, "Danh sách", stuck=name))
    await town.go_to(clock(23, 7, 1))
    screen = next(text for text in await town.heard(LAN) if "Tuần 47 (" in text)
    assert "1. 1 Danh sách: hướng xử lý vướng mắc" in screen
    assert "Sáu" not in screen
    pasted = await town.tap(LAN, "Chép sang Zalo")
    assert "1. 1 Danh sách: hướng xử lý vướng mắc" in pasted
    assert "Sáu" not in pasted
    assert f"1. Danh sách: {name}" in await town.tap(LAN, "Bản đầy đủ")
