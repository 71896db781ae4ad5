"""A photo with words is of the work that it can be of, or is asked where it belongs, and kept."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.sent import photo, proofs, reports, taken
from tests.town import BINH, THANG, Town, clock, says

DATE = "đến ngày nào"
UNREAD = ["don xong cho Ninh Duong r chi oi", "anh don cho day chi"]
WITH_PEOPLE = "hop voi ba con xong roi chi a, 15 nguoi du"


@pytest.mark.parametrize("words", [*UNREAD, WITH_PEOPLE])
@pytest.mark.parametrize("asked", [True, False])
async def test_of_several_it_is_asked_and_kept(town: Town, words: str, asked: bool) -> None:
    await taken(town, 147, 152)
    if asked:
        assert DATE in await town.write(BINH, "xin gia hạn 147")
    assert "nói về việc nào" in await photo(town, caption=words)
    await town.tap(BINH, "152 – Vận động 6 hộ")
    if town.phone(BINH).can_tap("Chỉ ghi tiến độ"):
        await town.tap(BINH, "Chỉ ghi tiến độ")
    if await reports(town):
        assert await says(town, BINH, words)
        assert await says(town, BINH, "1 ảnh")
    else:
        assert await proofs(town, "work") == 1
        assert "1 ảnh" in await town.write(BINH, "xong 152, 6 hộ đã ký")
    assert await reports(town) == [(152, "draft")]


@pytest.mark.parametrize("words", [*UNREAD, WITH_PEOPLE])
async def test_of_the_one_it_is_asked_what_it_says(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "xin gia hạn 147")
    assert "muốn nói gì" in await photo(town, caption=words)
    assert await reports(town) == []
    await town.tap(BINH, "Chỉ ghi tiến độ")
    assert await reports(town) == []
    assert await proofs(town, "work") == 1


async def test_chosen_as_done_it_is_read_back_with_all_its_words(town: Town) -> None:
    await taken(town, 147)
    await photo(town, caption=WITH_PEOPLE)
    await town.tap(BINH, "Báo xong")
    assert await says(town, BINH, f"Kết quả: {WITH_PEOPLE}")
    assert await says(town, BINH, "1 ảnh")


async def test_it_may_also_be_of_the_day(town: Town) -> None:
    await taken(town, 147)
    await plan_saturday(town)
    await town.go_to(clock(21, 8))
    await photo(town, caption=UNREAD[1])
    labels = town.phone(BINH).last.labels
    assert [label.split()[0] for label in labels] == ["21/11", "147", "Bỏ"]
    await town.tap(BINH, labels[0])
    assert await town.sql("SELECT count(*) FROM point_photo") == [(1,)]
    assert await reports(town) == []


@pytest.mark.parametrize("words", [UNREAD[0], "xong roi chi oi"])
async def test_finished_work_is_no_reason(town: Town, words: str) -> None:
    await taken(town, 147)
    assert "Lý do" in await town.write(BINH, "xin gia hạn 147 đến 24/11")
    await photo(town, caption=words)
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]


async def test_a_photo_of_what_hinders_is_the_reason(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "xin gia hạn 147 đến 24/11")
    await photo(town, caption="đường ngập không vào được")
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(1,)]
    assert any("ngập" in text for text in await town.heard(THANG))


@pytest.mark.parametrize(
    "words", [WITH_PEOPLE, "đã họp với bà con khu 3", "phát quà cho bà con xong rồi, 20 suất"]
)
async def test_what_staff_did_among_people_is_no_opinion(town: Town, words: str) -> None:
    await taken(town, 147)
    said = await town.write(BINH, words)
    assert "Người dân" not in said
    assert "muốn nói gì" in said
    await town.tap(BINH, "Báo xong")
    assert await says(town, BINH, f"Kết quả: {words}")


async def test_an_opinion_is_still_told_how_to_be_written(town: Town) -> None:
    await taken(town, 147)
    assert "ý kiến" in await town.write(BINH, "bà con kêu đèn đường hỏng")


@pytest.mark.parametrize("sent", [True, False])
async def test_a_figure_in_a_result_is_kept(town: Town, sent: bool) -> None:
    await taken(town, 147)
    words = "hop xong voi khu 3 roi chi a, 22 nguoi du"
    said = await (photo(town, caption=words) if sent else town.write(BINH, words))
    assert f"Kết quả: {words}" in said
