"""«Việc nào?» is answered with a number, a place, words of the title, all of them or none; of a
section a leader asks by its name; what names nothing is not written to one's own work."""

import pytest

from tests.helpers.assignments import give, number_from, report
from tests.helpers.begun import begun
from tests.town import BINH, LAN, THANG, Town


@begun(autouse=True)
async def two(town: Town) -> None:
    """Bình has 147 and 148; 149 is the head's own."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Soạn giấy mời", "25/11")
    await give(town, LAN, "Thắng", "Báo cáo dân vận", "26/11")


async def states(town: Town) -> list[str]:
    found = "SELECT state FROM assignment WHERE number IN (147, 148) ORDER BY number"
    return [state for (state,) in await town.sql(found)]


async def reported(town: Town) -> None:
    await report(town)
    await report(town, "xong 148, đã gửi 20 giấy")


@pytest.mark.parametrize("words", ["148", "cái thứ 2", "cai giay moi", "việc cuối", "2"])
async def test_a_verdict_finds_its_report(town: Town, words: str) -> None:
    await reported(town)
    assert "việc nào" in await town.write(THANG, "đạt")
    await town.write(THANG, words)
    assert await states(town) == ["review", "done"]


@pytest.mark.parametrize(
    ("line", "count"),
    [("việc giấy mời đạt", 1), ("cái giấy mời thì ok", 1), ("hai việc của Bình đạt cả", 2)],
)
async def test_what_passes_is_called_by_its_name(town: Town, line: str, count: int) -> None:
    await reported(town)
    assert f"Gửi {count} việc?" in await town.write(THANG, line)
    await town.write(THANG, "gửi")
    assert (await states(town)).count("done") == count


@pytest.mark.parametrize("line", ["của Hoa đạt", "bên phường ok rồi", "đường điện đạt"])
async def test_of_what_nobody_reported_nothing_passes(town: Town, line: str) -> None:
    await reported(town)
    assert "CHƯA LÀM" not in await town.write(THANG, line)


async def test_it_goes_back_with_what_was_said_before(town: Town) -> None:
    await reported(town)
    assert "việc nào" in await town.write(THANG, "chưa đc, làm lại phần 2")
    assert "làm lại phần 2" in await town.write(THANG, "cái đầu")
    assert await states(town) == ["doing", "review"]


async def test_both_are_read_back_and_none_is_none(town: Town) -> None:
    await reported(town)
    await town.write(THANG, "đạt")
    assert "Gửi 2 việc?" in await town.write(THANG, "cả hai")
    assert await states(town) == ["review", "review"]
    await town.write(THANG, "thôi")
    await town.write(THANG, "đạt")
    assert "không ghi gì" in await town.write(THANG, "không cái nào")
    assert await states(town) == ["review", "review"]


async def test_all_but_one(town: Town) -> None:
    await reported(town)
    assert "148" not in await town.write(THANG, "duyệt hết trừ 148")
    await town.write(THANG, "gửi")
    assert await states(town) == ["done", "review"]


@pytest.mark.parametrize(
    ("words", "said"),
    [("giấy mời", "0148"), ("cái thứ nhất", "0147"), ("cả 2", "2 việc"), ("ko cái nào", "thôi")],
)
async def test_so_does_a_result(town: Town, words: str, said: str) -> None:
    assert "việc nào" in await town.write(BINH, "xong")
    assert said in await town.write(BINH, words)


@pytest.mark.parametrize("line", ["12 người", "mai em báo", "đang họp"])
async def test_other_words_choose_nothing(town: Town, line: str) -> None:
    await reported(town)
    await town.write(THANG, "đạt")
    await town.write(THANG, line)
    assert await states(town) == ["review", "review"]


@pytest.mark.parametrize(
    "line", ["TTVĐ còn mấy việc", "bên tuyên truyền làm đến đâu rồi", "ttvd den dau roi"]
)
async def test_a_section_is_asked_of(town: Town, line: str) -> None:
    for who in (LAN, THANG):
        said = await town.write(who, line)
        assert "Tuyên truyền - Vận động" in said
        assert "147" in said
    assert "phân quyền" in await town.write(THANG, "bên DCPL còn việc nào quá hạn không")


@pytest.mark.parametrize("line", ["còn mấy việc quá hạn bên TTVĐ", "nhắc hết mấy việc quá hạn"])
async def test_what_is_late_is_listed(town: Town, line: str) -> None:
    await town.later(days=3)
    said = await town.write(LAN, line)
    assert "quá hạn (1)" in said
    assert "147" in said


async def test_what_names_nothing_is_not_written_to_ones_own_work(town: Town) -> None:
    await reported(town)
    said = await town.write(THANG, "giấy mời thì được rồi, vận động còn thiếu chữ ký")
    assert "Chưa ghi gì" in said
    assert not await town.sql("SELECT 1 FROM journal WHERE event = 'noted'")
    assert "0149" in await town.write(THANG, "149 còn thiếu chữ ký")


@pytest.mark.parametrize(
    ("line", "who", "day"),
    [
        ("giao Hoa, hạn t2", "đ/c Nguyễn Thị Hoa", "thứ Hai, 23/11"),
        ("đổi sang Hoa t2", "đ/c Nguyễn Thị Hoa", "thứ Hai, 23/11"),
        ("thêm Hoa phối hợp; hạn thứ 2", "🤝 Nguyễn Thị Hoa", "thứ Hai, 23/11"),
    ],
)
async def test_two_parts_of_a_draft_are_put_right_at_once(
    town: Town, line: str, who: str, day: str
) -> None:
    await town.write(THANG, "giao Bình soạn kế hoạch t6")
    said = await town.write(THANG, line)
    assert who in said
    assert day in said


async def test_of_one_of_two_lines(town: Town) -> None:
    await town.write(THANG, "Hoa dọn hội trường sáng mai, Bình mượn loa trước 5h chiều mai")
    said = await town.write(THANG, "2 giao Hoa, hạn t2")
    assert said.count("đ/c Nguyễn Thị Hoa") == 2
    assert said.count("23/11") == 2


async def test_a_doubtful_day_beside_a_name_is_asked(town: Town) -> None:
    """It is Thursday: which one is asked, and the name stands."""
    await town.write(THANG, "giao Bình soạn kế hoạch t6")
    assert "Hạn đến khi nào" in await town.write(THANG, "ngày thứ 5, giao Hoa")
    assert "đ/c Nguyễn Thị Hoa" in await town.write(THANG, "26/11")


async def test_what_does_not_fit_changes_nothing(town: Town) -> None:
    before = await town.write(THANG, "giao Bình soạn kế hoạch t6")
    assert "giữ nguyên" in await town.write(THANG, "hạn t2, mưa to quá")
    assert "20/11" in before


async def test_what_is_of_none_of_them_is_left_by_a_tap(town: Town) -> None:
    await town.phone(BINH).location()
    assert "việc nào" in await town.screen(BINH)
    assert "Đã thôi" in await town.tap(BINH, "Bỏ")
    assert town.phone(BINH).last.labels == []
    assert await town.sql("SELECT count(*) FROM expectation WHERE topic = 'work.which'") == [(0,)]
