"""What rings on Monday is a picture with a few words; the text is one tap down."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.town import HANH, HOA, LAN, Town, clock
from texts.digest import MOST_CAPTION, units


@pytest.fixture
async def monday(town: Town) -> Town:
    """Two of the three points have reported on Saturday; it is Monday."""
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    return town


def report(town: Town) -> str:
    return next(m.text for m in town.phone(LAN).messages if "chốt 6h30" in m.text)


def kind(town: Town) -> str:
    return next(m.kind for m in town.phone(LAN).messages if "chốt 6h30" in m.text)


async def test_a_picture_and_one_screen_of_words(monday: Town) -> None:
    town = monday
    assert kind(town) == "photo"
    said = report(town)
    assert said.startswith("74 lượt người (chưa báo 1 điểm)")
    assert units(said) <= MOST_CAPTION
    assert "Nguyễn" not in said


async def test_the_full_text_is_a_card_that_is_put_right_too(monday: Town) -> None:
    town = monday
    full = await town.tap(LAN, "Bản đầy đủ")
    assert "BÁO CÁO TUẦN 47" in full
    assert "Đã báo 74 lượt người; chưa báo 1/3 điểm" in full
    await town.go_to(clock(23, 8, 10))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    await town.settle()
    said = await town.heard(LAN)
    assert any("BÁO CÁO TUẦN 47" in text and "94 lượt người" in text for text in said)
    assert report(town).startswith("94 lượt người")
    assert "cập nhật 08h10" in report(town)
    assert kind(town) == "photo"
    assert len([text for text in said if "BÁO CÁO TUẦN 47" in text]) == 1


async def test_a_leader_chooses_how_it_comes(monday: Town) -> None:
    town = monday
    said = await town.tap(LAN, "Cách nhận")
    assert "hình và tóm tắt" in said
    await town.tap(LAN, "Tóm tắt")
    await town.go_to(clock(30, 7, 1))
    last = [m for m in town.phone(LAN).messages if "Tuần 48" in m.text and "chốt" in m.text]
    assert [m.kind for m in last] == ["text"]


async def test_whoever_wants_none_gets_none_and_the_office_knows(monday: Town) -> None:
    town = monday
    assert "thôi gửi" in await town.write(LAN, "thôi gửi báo cáo tuần")
    assert any("thôi gửi" in text for text in await town.heard(HANH))
    await town.go_to(clock(30, 7, 1))
    assert not any("Tuần 48 (" in text for text in await town.heard(LAN))


async def test_gui_lai_takes_the_stop_off(monday: Town) -> None:
    """The last one was shown, and the next did not come."""
    town = monday
    await town.write(LAN, "thôi gửi báo cáo tuần")
    assert "hình và tóm tắt" in await town.write(LAN, "gui lai bao cao")
    await town.go_to(clock(30, 7, 1))
    assert any("Tuần 48 (" in text for text in await town.heard(LAN))
    assert "Tuần 48 (" in await town.write(LAN, "gui lai bao cao")


async def test_whoever_had_no_letter_of_it_has_the_short_one_too(monday: Town) -> None:
    town = monday
    await town.write(LAN, "thôi gửi báo cáo tuần")
    await town.go_to(clock(30, 7, 1))
    await town.write(LAN, "nhận lại báo cáo tuần")
    await town.tap(LAN, "Tóm tắt")
    said = await town.write(LAN, "báo cáo")
    assert "Tuần 48 (" in said
    assert "NHÌN NHANH" not in said


async def test_where_the_picture_is_refused_the_words_go(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")

    def broken(*_: object) -> tuple[str, bytes]:
        raise ValueError

    town.house.courier._make_paper = broken
    with town.expect_faults("ValueError"):
        await town.go_to(clock(23, 7, 1))
    assert kind(town) == "text"
    assert report(town).startswith("74 lượt người")
