"""«1 gồm: soạn, trình, gửi»: steps in one line, ticked by taps, counted on the task's card."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, DUNG, HANH, HOA, Town

LINE = "147 gồm: soạn, trình, gửi"


@begun
async def task(town: Town) -> Town:
    """Hạnh gives Bình work; Bình says in which steps."""
    await give(town, HANH, "bình")
    await town.sql("UPDATE assignment SET number = 147")
    return town


async def test_one_line_gives_them_and_taps_tick_them(task: Town) -> None:
    town = task
    said = await town.write(BINH, LINE)
    assert "Các bước – " in said
    assert "0/3" in said
    assert "▫️ 2. trình" in said
    assert "xong (1/3)" in await town.tap(BINH, "1")
    assert "☑️ 1. soạn" in await town.screen(BINH)
    assert any("Các bước: 1/3" in text for text in await town.heard(BINH))
    await town.tap(BINH, "1")
    assert "▫️ 1. soạn" in await town.screen(BINH)


async def test_the_last_tick_ends_it_and_taking_one_back_opens_it(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    for number in "123":
        await town.tap(BINH, number)
    assert await town.sql("SELECT closed_at IS NULL FROM checking") == [(0,)]
    await town.tap(BINH, "2")
    assert await town.sql("SELECT closed_at IS NULL FROM checking") == [(1,)]


async def test_a_number_under_the_card_does_the_same(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    card = town.phone(BINH).last
    assert "mục 3: xong" in await town.write(BINH, "3", reply_to=card)
    assert "mục 3: chưa" in await town.write(BINH, "3 chưa", reply_to=card)
    assert "số từ 1 đến 3" in await town.write(BINH, "9", reply_to=card)


async def test_forty_are_refused_politely(task: Town) -> None:
    town = task
    said = await town.write(BINH, "147 gồm: " + ", ".join(f"bước {n}" for n in range(40)))
    assert "40 mục là nhiều quá" in said
    assert await town.sql("SELECT * FROM checking") == []


async def test_given_again_they_are_others_until_one_is_ticked(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    assert "0/2" in await town.write(HANH, "147 gồm: soạn; gửi")
    await town.write(BINH, "các bước")
    await town.press(BINH, "ck.mark:1:1.done")
    assert "không thay cả danh sách được" in await town.write(HANH, LINE)


async def test_others_neither_give_nor_see_nor_tick_them(task: Town) -> None:
    town = task
    assert "gồm" not in await town.write(DUNG, LINE)
    assert await town.sql("SELECT * FROM checking") == []
    await town.write(BINH, LINE)
    for who in (DUNG, CUONG):
        await town.press(who, "ck.mark:1:1.done")
        await town.press(who, "ck.open:1")
        assert "soạn" not in " ".join(await town.heard(who))
    assert await town.sql("SELECT * FROM checklist_mark") == []


async def test_whoever_helps_sees_them_and_ticks_nothing(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    await town.write(BINH, "cho e với Hoa làm chung")
    await town.write(BINH, "gửi")
    await town.tap(HANH, "Đồng ý")
    assert "▫️ 2. trình" in await town.press(HOA, "ck.of:1")
    await town.press(HOA, "ck.mark:1:1.done")
    assert await town.sql("SELECT * FROM checklist_mark") == []


IN_WORDS = (
    ("157 xong b1 b2", {1, 2}),
    ("b1, b2 xong", {1, 2}),
    ("buoc 2 xong", {2}),
    ("157 con buoc 3", {1, 2}),
    ("việc 157 còn lại bước 3 nữa", {1, 2}),
    ("da xong buoc 1 va 3", {1, 3}),
    ("xong bước 1, 2", {1, 2}),
    ("bước 1 và bước 2 đều xong rồi ạ", {1, 2}),
)


@pytest.mark.parametrize(("line", "done"), IN_WORDS)
async def test_several_are_told_in_a_line(task: Town, line: str, done: set[int]) -> None:
    town = task
    await town.sql("UPDATE assignment SET number = 157")
    await town.write(BINH, "157 gồm: soạn, trình, gửi")
    await town.write(BINH, line)
    marks = await town.sql("SELECT item FROM checklist_mark WHERE status = 'done'")
    assert {item for (item,) in marks} == done, await town.screen(BINH)
    assert await town.sql("SELECT state FROM assignment") == [("assigned",)]


async def test_what_is_done_already_is_shown_and_of_several_it_is_asked(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    await town.write(BINH, "147 xong b1")
    assert "2/3" in await town.write(BINH, "147 xong b1 b2")
    assert "2/3" in await town.write(BINH, "147 xong b1")
    assert "số từ 1 đến 3" in await town.write(BINH, "147 xong b9")
    await give(town, HANH, "bình", when="27/11")
    await town.sql("UPDATE assignment SET number = 157 WHERE id = 2")
    await town.write(BINH, "157 gồm: gom, nộp")
    await town.sql("DELETE FROM spoken_of")
    assert "Bước của việc nào" in await town.write(BINH, "bước 1 xong")


UNTICKED = (
    ("157 b2 chua xong, nham", {1, 3}),
    ("nhầm, 157 bước 2 chưa xong", {1, 3}),
    ("157 chưa xong b2 b3 ạ", {1}),
    ("b2 va b3 chua lam xong nhe", {1}),
    ("bỏ tích bước 1", {2, 3}),
)


@pytest.mark.parametrize(("line", "done"), UNTICKED)
async def test_one_is_unticked_by_words(task: Town, line: str, done: set[int]) -> None:
    """It was kept as a word to whoever gave the work, and the step stayed done."""
    town = task
    await town.sql("UPDATE assignment SET number = 157")
    await town.write(BINH, "157 gồm: soạn, trình, gửi")
    await town.write(BINH, "157 xong b1 b2 b3")
    await town.write(BINH, line)
    marks = await town.sql("SELECT item FROM checklist_mark WHERE status = 'done'")
    assert {item for (item,) in marks} == done, await town.screen(BINH)
    assert await town.sql("SELECT state, blocked FROM assignment") == [("assigned", "")]
    assert f"{len(done)}/3" in await town.write(BINH, "các bước 157")


async def test_forged_buttons_are_answered(task: Town) -> None:
    town = task
    await town.write(BINH, LINE)
    for data in ("ck.mark:1:x.done", "ck.mark:1:1.flown", "ck.mark:1:", "ck.mark:1:9.done"):
        assert await town.press(BINH, data)
    await town.press(BINH, "ck.mark:1:1.verified")
    assert await town.sql("SELECT * FROM checklist_mark") == []


async def test_no_household_is_a_step(task: Town) -> None:
    town = task
    assert "không" in await town.write(BINH, "147 gom: den nha ba Lan, nha ong Tu")
    assert await town.sql("SELECT * FROM checking") == []


@pytest.mark.parametrize(
    "line", ["các bước 147: soạn, trình, gửi", "147 chia lam 3 buoc: soan, trinh, gui"]
)
async def test_they_are_given_in_other_words_too(task: Town, line: str) -> None:
    """It was taken for an extension."""
    assert "0/3" in await task.write(BINH, line)


async def test_of_two_tasks_with_steps_it_is_asked_which(task: Town) -> None:
    """The one that was spoken of before had its step ticked."""
    town = task
    await town.write(BINH, LINE)
    await give(town, HANH, "bình", "In tờ rơi")
    await town.sql("UPDATE assignment SET number = 152 WHERE title = 'In tờ rơi'")
    await town.write(BINH, "152 gồm: in, phát")
    assert "nào" in await town.write(BINH, "xong bước 2")
    assert await town.sql("SELECT * FROM checklist_mark") == []


@pytest.mark.parametrize(
    "line",
    ["147 thêm bước: ký", "147 them buoc ky", "thêm bước cho việc 147: ký", "them buoc: ký"],
)
async def test_a_step_comes_besides_after_one_was_ticked(task: Town, line: str) -> None:
    """It was written into the progress of the task."""
    town = task
    await town.write(BINH, LINE)
    await town.write(BINH, "147 xong b1")
    said = await town.write(BINH, line)
    assert "1/4" in said
    assert "▫️ 4. k" in said
    assert "☑️ 1. soạn" in said
    assert "Các bước: 1/4" in " ".join(await town.heard(BINH))


@pytest.mark.parametrize("line", ["147 bỏ bước 2", "bo buoc 2", "147 xóa bước 2 nhé"])
async def test_a_step_goes_and_the_others_keep_their_numbers(task: Town, line: str) -> None:
    town = task
    await town.write(BINH, LINE)
    await town.write(BINH, "147 xong b1")
    said = await town.write(BINH, line)
    assert "1/2" in said
    assert "▫️ 3. gửi" in said
    assert "trình" not in said
    await town.write(BINH, "147 xong b3")
    assert await town.sql("SELECT closed_at IS NULL FROM checking") == [(0,)]
    assert "2/3" in await town.write(BINH, "147 thêm bước: ký")
    assert await town.sql("SELECT closed_at IS NULL FROM checking") == [(1,)]


VERSION = "SELECT checklist_id, (SELECT max(id) FROM checklist) FROM checking"


async def test_a_begun_list_keeps_its_version_and_what_is_ticked(task: Town) -> None:
    """A ticked step went without a question, and each change was one more list of the house."""
    town = task
    await town.write(BINH, LINE)
    await town.write(BINH, "147 xong b1")
    begun_by = await town.sql(VERSION)
    said = await town.write(HANH, "147 bỏ bước 1")
    assert "đã tích xong" in said
    assert "bỏ tích bước 1" in said
    await town.write(BINH, "147 thêm bước: ký")
    assert "2/4" in await town.write(BINH, "b2 xong")
    await town.write(BINH, "147 bỏ bước 4")
    assert "▫️ 5. đóng dấu" in await town.write(BINH, "147 thêm bước: đóng dấu")
    assert await town.sql(VERSION) == begun_by
    await town.work(lambda work: work.checklists.relist(1, 99))
    assert await town.sql(VERSION) == begun_by
    await town.write(BINH, "bỏ tích bước 1")
    assert "soạn" not in await town.write(BINH, "147 bỏ bước 1")


async def test_steps_are_changed_by_those_who_give_them_and_never_to_nothing(task: Town) -> None:
    town = task
    assert "ít nhất một mục" in await town.write(BINH, "147 gồm:")
    await town.write(BINH, "147 gồm: soạn, trình")
    await town.write(DUNG, "147 bỏ bước 2")
    assert "số từ 1 đến 2" in await town.write(BINH, "147 bỏ bước 7")
    await town.write(BINH, "147 bỏ bước 2")
    assert "ít nhất một mục" in await town.write(BINH, "147 bỏ bước 1")
    assert "nhiều quá" in await town.write(
        BINH, "147 thêm bước: " + ", ".join(f"việc {n}" for n in range(15))
    )


@pytest.mark.parametrize(
    "line",
    [
        "chia 147 thanh 3 buoc: soạn, trình, gửi",
        "147 chia 3 bước: soạn; trình; gửi",
        "chia việc 147 thành 3 bước: 1. soạn 2. trình 3. gửi",
        "147 chia 3 bước 1. soạn 2. trình 3. gửi",
        "147 gom 3 buoc soạn, trình, gửi",
        "147 gồm: 1) soạn 2) trình 3) gửi",
        "tách 147 làm 3 bước:\n1. soạn\n2. trình\n3. gửi",
    ],
)
async def test_they_are_told_in_whatever_order(task: Town, line: str) -> None:
    said = await task.write(BINH, line)
    assert "0/3" in said
    assert "▫️ 2. trình" in said


@pytest.mark.parametrize(
    "line",
    [
        "chia 147 thành 4 bước: soạn, trình",
        "chia 147 thành 3 bước được không",
        "nếu chia 147 thành 2 bước: soạn, trình",
        "147 còn 2 bước: trình, gửi",
    ],
)
async def test_another_number_of_them_a_question_and_an_if_give_none(
    task: Town, line: str
) -> None:
    await task.write(BINH, line)
    assert await task.sql("SELECT count(*) FROM checking") == [(0,)]
