"""A paper that came in becomes work in two taps, and its number finds it again."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, DUNG, HANH, THANG, Town, says

CAPTION = "CV 312/UBND-VX ngày 16/11 về rà soát hộ nghèo, báo cáo trước 5/12"


async def test_a_photo_with_number_and_limit_is_work_in_two_taps(town: Town) -> None:
    await number_from(town, 147)
    await town.phone(HANH).photo(caption=CAPTION)
    assert "Giao cho ai" in await town.screen(HANH)
    said = await town.tap(HANH, "Bình")
    assert "rà soát hộ nghèo" in said
    assert "thứ Sáu, 4/12" in said
    assert "CV 312/UBND-VX ngày 16/11 – kèm 1 tệp" in said
    await town.tap(HANH, "Giao việc")
    assert "CV 312/UBND-VX ngày 16/11" in await town.screen(BINH)
    due = await town.sql("SELECT due_at, source FROM assignment WHERE number = 147")
    assert due == [("2026-12-04T10:00:00+00:00", "CV 312/UBND-VX ngày 16/11")]
    before = len(town.phone(BINH).messages)
    await town.tap(BINH, "Xem văn bản")
    assert any("photo" in m.content for m in town.phone(BINH).messages[before:])


async def test_its_number_finds_it_again(town: Town) -> None:
    await number_from(town, 147)
    await town.write(HANH, f"{CAPTION}")
    await town.tap(HANH, "Bình")
    await town.tap(HANH, "Giao việc")
    for line in ("cv 312", "tìm công văn số 312", "công văn 312/UBND-VX"):
        assert "147" in await town.write(BINH, line), line
        assert "ngày 16/11" in await town.screen(BINH), line
    for line in (
        "công văn ngày 16/11",
        "xem văn bản ngày 16/11/2026",
        "cv 312 ngày 16/11",
        "312/UBND-VX",
        "cv 312 đến đâu rồi",
        "công văn 312/UBND-VX giao ai",
    ):
        said = await town.write(BINH, line)
        assert "Việc từ văn bản" in said, line
        assert "147" in said, line
    for line in ("công văn ngày 15/11", "cv 312 ngày 17/11", "công văn ngày 31/11"):
        assert "Việc từ văn bản" not in await town.write(BINH, line), line
    for line in ("cv 312", "công văn ngày 16/11"):
        assert "rà soát" not in await town.write(DUNG, line)
    assert await town.sql("SELECT number, day FROM paper") == [("312", "2026-11-16")]


async def test_whoever_does_not_give_work_passes_it_on(town: Town) -> None:
    await town.write(BINH, CAPTION)
    assert "Chuyển tới đ/c Lê Văn Thắng" in await town.screen(BINH)
    await town.tap(BINH, "Gửi")
    assert await says(town, THANG, "CV 312/UBND-VX")


async def test_a_name_in_the_caption_spares_the_question(town: Town) -> None:
    await town.phone(THANG).photo(caption="CV 15/BTV ngày 10/11: giao Bình dọn hội trường, 27/11")
    said = await town.screen(THANG)
    assert "CHƯA GIAO" in said
    assert "đ/c Nguyễn Văn Bình" in said


async def test_a_number_of_work_is_still_the_works(town: Town) -> None:
    assert "xem văn bản" not in (await town.write(CUONG, "cv 99")).lower()


SHORT = [
    ("cv 45 ngày 20/10, hạn 30/11, lập ds cho Bình", "cv 45 ngày 20/10"),
    ("cv312 han 5/12 ra soat ho ngheo", "cv312"),
    ("Số 77-CV/TU, 19/11/2026. Hạn báo cáo 10/12", "Số 77-CV/TU, 19/11/2026"),
]


@pytest.mark.parametrize(("caption", "named"), SHORT)
async def test_a_number_without_its_sign_is_a_paper_too(
    town: Town, caption: str, named: str
) -> None:
    await number_from(town, 147)
    await town.phone(HANH).document(caption=caption)
    assert "Giao cho ai" in await town.screen(HANH)
    assert f"{named} – kèm 1 tệp" in await town.tap(HANH, "Bình")
    await town.tap(HANH, "Giao việc")
    assert await town.sql("SELECT source FROM assignment WHERE number = 147") == [(named,)]


@pytest.mark.parametrize(
    ("caption", "what"),
    [
        ("Số 77-CV/TU, 19/11/2026. Hạn báo cáo 10/12", "báo cáo"),
        ("cv 45 ngày 20/10, hạn nộp danh sách 30/11", "nộp danh sách"),
        ("CV 45 ngày 20/10 han chot gui bao cao t6", "gui bao cao"),
        ("CV 45 ngày 20/10 hạn chế pháo nổ, trước 30/11", "hạn chế pháo nổ"),
    ],
)
async def test_what_is_to_be_done_by_its_limit(town: Town, caption: str, what: str) -> None:
    await number_from(town, 147)
    await town.write(HANH, caption)
    for label in ("Bình", "Giao việc"):
        await town.tap(HANH, label)
    assert await town.sql("SELECT title FROM assignment WHERE number = 147") == [(what,)]


async def test_a_paper_with_its_limit_alone_is_asked_what_is_to_be_done(town: Town) -> None:
    await town.write(HANH, "CV 45 ngày 20/10 hạn 30/11")
    assert "Việc gì" in await town.tap(HANH, "Bình")
    assert "CV 45 ngày 20/10" in await town.write(HANH, "lập danh sách hộ nghèo")


async def test_a_letter_that_is_followed_keeps_its_code(town: Town) -> None:
    await town.write(HANH, "công văn đến: UBND phường xin ý kiến đường liên thôn")
    assert "CV-001" in await town.screen(HANH)
    assert "Giao cho ai" not in await town.write(HANH, "cv 1 hạn 30/11")


async def test_a_file_with_words_that_nobody_reads_is_mentioned(town: Town) -> None:
    await town.phone(HANH).document(caption="xem giúp nhé các bác, cái này hay lắm")
    assert "Đã thấy tệp" in await town.screen(HANH)


@pytest.mark.parametrize("words", [CAPTION, "CV 45 ngày 20/10 hạn 30/11"])
async def test_a_paper_is_no_answer_to_which_work(town: Town, words: str) -> None:
    for _ in range(2):
        await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    assert "việc nào" in await town.write(BINH, "xong rồi, đã gửi danh sách")
    await town.phone(BINH).photo(caption=words)
    assert "Chuyển tới đ/c Lê Văn Thắng" in await town.screen(BINH)


async def test_it_is_asked_after_by_its_day_alone(town: Town) -> None:
    await number_from(town, 147)
    await town.write(HANH, CAPTION)
    for label in ("Bình", "Giao việc"):
        await town.tap(HANH, label)
    assert "147" in await town.write(BINH, "cong van 16/11 den dau roi")
