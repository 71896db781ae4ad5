"""A photo or a voice without a word: asked where it belongs, never a result by itself; and what
comes along with words is not lost."""

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.sent import photo, proofs, reports, taken, voice
from tests.helpers.standing import difference, standing
from tests.town import BINH, CUONG, LAN, THANG, Town, clock, says

WHICH = "nói về việc nào"


async def test_an_album_that_nothing_waits_for_is_told_once(town: Town) -> None:
    for told in (1, 2):
        await photo(town, album=3)
        said = await town.heard(BINH)
        assert said.count(said[-1]) == told


async def test_what_was_just_spoken_of_takes_no_photo(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "152 60%")
    assert WHICH in await photo(town)
    assert WHICH in await voice(town)
    assert await reports(town) == []


async def test_the_photo_goes_to_the_work_that_is_chosen(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "152 60%")
    await photo(town, album=3)
    await town.tap(BINH, "147 – Vận động 6 hộ")
    await town.tap(BINH, "Báo xong", town.phone(BINH).last)
    assert await says(town, BINH, "3 ảnh")
    assert await reports(town) == [(147, "draft")]


async def test_a_photo_that_belongs_to_no_question_is_said_to_be_left(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "xong 147")
    [(work,)] = await town.sql("SELECT id FROM assignment WHERE number = 152")
    await town.press(LAN, f"a.question:{work}")
    await town.write(LAN, "Sao chậm?")
    assert "trả lời câu nào" in await voice(town)
    await town.tap(BINH, "Không câu nào")
    assert "không ghi gì" in town.phone(BINH).last.text


async def test_a_draft_of_this_morning_takes_no_photo_of_the_afternoon(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await town.later(hours=3)
    assert WHICH in await photo(town)


async def test_a_draft_takes_none_once_other_work_was_spoken_of(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await town.later(minutes=2)
    await town.write(BINH, "xem 152")
    assert WHICH in await photo(town)


async def test_a_draft_that_was_just_asked_for_takes_it(town: Town) -> None:
    await taken(town, 147, 152)
    await town.write(BINH, "xong 147")
    assert "1 ảnh" in await photo(town)


async def test_a_voice_alone_is_asked_and_kept(town: Town) -> None:
    await taken(town, 147)
    assert "muốn nói gì" in await voice(town)
    assert await reports(town) == []
    await town.tap(BINH, "Báo xong")
    assert await says(town, BINH, "1 tin thoại")
    assert "muốn nói gì" in await voice(town), "nor is it put into what stands there"


async def test_a_voice_of_work_that_goes_on_is_kept_with_it(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 70%")
    await voice(town)
    assert town.phone(BINH).last.labels[:2] == ["Báo xong", "Chỉ ghi tiến độ"]
    await town.tap(BINH, "Chỉ ghi tiến độ")
    assert await says(town, BINH, "khoảng bao nhiêu")
    assert await reports(town) == []
    assert await proofs(town, "work") == 1


async def test_a_voice_says_why(town: Town) -> None:
    await taken(town, 147)
    await town.press(BINH, "a.block:2")
    assert "vướng gì" in await town.screen(BINH)
    assert "Đã chuyển tin thoại" in await voice(town)
    await town.write(BINH, "gia hạn 147 đến 24/11")
    assert "xin gia hạn" in await voice(town)
    assert await reports(town) == []
    asked = next(m for m in reversed(town.phone(THANG).messages) if "xin gia hạn" in m.text)
    assert "Gửi kèm: 1 tệp" in asked.text
    assert town.phone(THANG).last.kind == "voice"


async def test_a_photo_under_how_far_it_is_says_no_figure(town: Town) -> None:
    await taken(town, 147)
    await town.press(BINH, "a.progress:2")
    assert "khoảng bao nhiêu" in await photo(town)
    assert await reports(town) == []
    assert await proofs(town, "work") == 1
    await town.write(BINH, "60%")
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    assert "1 ảnh" in await town.screen(BINH)


async def test_what_comes_along_with_words_stays_with_the_work(town: Town) -> None:
    await taken(town, 147)
    assert "đã giữ 1" in await photo(town, caption="147 60%")
    assert "đã giữ 1" in await photo(town, caption="147 còn chờ vôi")
    await photo(town, caption="147 30%", album=3)
    await photo(town, caption="gia hạn 147 đến 24/11, chờ vôi")
    assert await proofs(town, "work") == 6
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    assert "6 ảnh" in await town.screen(BINH)


async def test_beside_open_work_a_photo_of_the_day_is_asked(town: Town) -> None:
    await taken(town, 147)
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    said = await photo(town)
    assert WHICH in said
    assert [label.split()[0] for label in town.phone(BINH).last.labels] == ["21/11", "147", "Bỏ"]
    before = await standing(town)
    await town.tap(BINH, town.phone(BINH).last.labels[0])
    assert difference(before, await standing(town)) == "point_photo: 1 rows; - point_photo: 0 rows"
    assert await reports(town) == []


async def test_of_whom_figures_and_work_are_waited_for_a_voice_is_asked(town: Town) -> None:
    await taken(town, 147)
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(BINH, "/soluong")
    assert "muốn nói gì" in await voice(town)
    await town.tap(BINH, "Nhờ Văn phòng ghi số")
    assert await says(town, BINH, "ở Văn phòng ghi giúp")
    assert await reports(town) == []


async def test_a_photo_of_today_does_not_go_to_the_day_that_was_told_last(town: Town) -> None:
    await plan_saturday(town)
    await open_saturday(town, 60, 3, clock(22, 7), title="Trồng cây")
    await town.go_to(clock(22, 9))
    await town.write(CUONG, "21/11 45")
    await town.tap(CUONG, "Đúng")
    await town.phone(CUONG).photo()
    assert "của điểm nào" in await town.screen(CUONG)
    assert len(town.phone(CUONG).last.labels) == 2
