"""On the spot only what plainly is a finding is written down, with a tap that takes it back; an
order, talk, what others said is asked, and a correction puts right."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.supervision import TRAN, on_the_spot
from tests.town import HOA, THANG, Town


@begun
async def there(town: Town) -> Town:
    return await on_the_spot(town)


async def notes(town: Town) -> list[tuple[str, str]]:
    rows = await town.sql("SELECT sort, words FROM finding ORDER BY id")
    return [(sort, words) for sort, words in rows]


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("bang phi cu, k co lich truc", "short"),
        ("hồ sơ xin gia hạn trễ 3 ngày không thông báo", "short"),
        ("nước uống không đảm bảo", "short"),
        ("bảng công khai không đầy đủ", "short"),
        ("2 hs không có thẻ bhyt", "short"),
        ("sổ sách đầy đủ ạ", "good"),
        ("bep sach", "good"),
    ],
)
async def test_a_statement_about_the_body_is_written_and_one_tap_takes_it_back(
    there: Town, line: str, sort: str
) -> None:
    assert line in await there.write(TRAN, line)
    assert await notes(there) == [(sort, line)]
    assert "đã bỏ" in await there.tap(TRAN, "Bỏ dòng này")
    assert await notes(there) == []


NO_FINDINGS = [
    "xã bảo thiếu kinh phí",
    "xa bao thieu kinh phi",
    "chị kế toán nói sổ không để ở đây",
    "phụ huynh phản ánh thu phí cao, không có biên lai",
    "theo lời bảo vệ thì thiếu người trực",
    "hiệu trưởng: sổ thiếu do mới bàn giao",
    "nhớ chụp cái bảng phí cũ nhé",
    "chụp chỗ thiếu sổ với",
    "kiểm tra lại sổ thiếu chữ ký giúp chị",
    "em chưa ăn sáng",
    "trời mưa, xe hỏng rồi",
    "mạng yếu không gửi được",
    "chưa vào được",
    "không nghe rõ",
    "hình như sổ thiếu chữ ký",
    "nếu thiếu sổ thì lập biên bản luôn",
    "Liên chưa chụp bảng phí",
    "không thiếu gì",
    "chưa phát hiện vấn đề gì",
    "bảng giá",
    "4 cô 1 lớp",
    "lấy sổ cũ ra xem",
    "ảnh chụp đủ rồi",
    "cũ rồi",
    "nói sai rồi",
    "thiếu thì lập biên bản",
]


@pytest.mark.parametrize("line", NO_FINDINGS)
async def test_what_is_plainly_none_is_asked_and_an_ok_writes_nothing(
    there: Town, line: str
) -> None:
    said = await there.write(TRAN, line)
    assert "Chưa ghi" in said
    assert line in said
    assert "ghi là gì?" in await there.write(TRAN, "ok")
    assert await notes(there) == []
    assert "không ghi" in await there.write(TRAN, "không")
    assert await notes(there) == []


@pytest.mark.parametrize(
    "line", ["mấy giờ về ạ", "sổ thiếu chữ ký phải không", "có thiếu gì không"]
)
async def test_a_question_is_none_and_is_answered(there: Town, line: str) -> None:
    said = await there.write(TRAN, line)
    assert said.strip()
    assert said != line
    assert await notes(there) == []


@pytest.mark.parametrize(
    ("line", "tap", "sort"),
    [
        ("bảng giá", "Ưu điểm", "good"),
        ("xã bảo thiếu kinh phí", "Nguyên nhân", "cause"),
        ("4 cô 1 lớp", "Hạn chế", "short"),
    ],
)
@pytest.mark.parametrize("typed", [False, True])
async def test_whoever_means_it_says_as_what(
    there: Town, line: str, tap: str, sort: str, typed: bool
) -> None:
    await there.write(TRAN, line)
    await (there.write(TRAN, f"ghi {tap.lower()} nhé") if typed else there.tap(TRAN, tap))
    assert await notes(there) == [(sort, line)]


async def test_what_is_asked_of_the_body_may_be_a_recommendation(there: Town) -> None:
    await there.write(TRAN, "đề nghị xã thay bảng phí trước 15/12")
    assert "Đã ghi KN-001" in await there.tap(TRAN, "Kiến nghị")
    assert await notes(there) == []


async def test_each_question_keeps_its_own_words(there: Town) -> None:
    """An older button writes what stood above it, never what was typed since."""
    town = there
    await town.write(TRAN, "bảng giá")
    first = town.phone(TRAN).messages[-1]
    await town.write(TRAN, "nhớ chụp cổng nhé")
    await town.phone(TRAN).tap("Hạn chế", first)
    await town.settle()
    assert await notes(town) == [("short", "bảng giá")]


async def test_the_words_of_a_photo_are_read_by_the_same_rule(there: Town) -> None:
    town = there
    await town.phone(TRAN).photo("mặt trước trụ sở")
    await town.settle()
    said = town.phone(TRAN).messages[-1].text
    assert "đã lưu ảnh" in said
    assert "«mặt trước trụ sở» – ghi là gì?" in said
    assert await notes(town) == []
    await town.phone(TRAN).photo("bảng phí cũ")
    await town.settle()
    assert await notes(town) == [("short", "bảng phí cũ")]
    kept = await town.sql("SELECT count(*) FROM attachment WHERE about = 'visit:1'")
    assert kept == [(2,)]


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("4 cô k phải 3", "lớp có 4 cô, không sổ theo dõi"),
        ("4 cô không phải 3 cô", "lớp có 4 cô, không sổ theo dõi"),
        ("có 4 chứ k phải 3", "lớp có 4 cô, không sổ theo dõi"),
        ("lớp có 4 cô k phải 3 đâu", "lớp có 4 cô, không sổ theo dõi"),
    ],
)
async def test_a_correction_without_a_label_puts_right(
    there: Town, line: str, becomes: str
) -> None:
    await there.write(TRAN, "lớp có 3 cô, không sổ theo dõi")
    said = await there.write(TRAN, line)
    assert becomes in said
    assert "đã sửa" in said
    assert await notes(there) == [("short", becomes)]


async def test_of_several_each_is_taken_back_by_itself(there: Town) -> None:
    await there.write(TRAN, "ưu điểm: bếp sạch; hạn chế: bảng phí cũ")
    await there.tap(TRAN, "✕ bếp sạch")
    assert await notes(there) == [("short", "bảng phí cũ")]


async def test_words_behind_a_code_are_read_by_the_same_rule(there: Town) -> None:
    assert "Chưa ghi" in await there.write(TRAN, "GS1 nhận xét: xã bảo thiếu kinh phí")
    assert await notes(there) == []
    await there.write(TRAN, "GS1 hạn chế: xã bảo thiếu kinh phí")
    assert await notes(there) == [("short", "xã bảo thiếu kinh phí")]


@pytest.fixture
async def with_work(there: Town) -> Town:
    """Hoa is on the visit, and has a single piece of work."""
    await give(there, THANG, "Hoa")
    await there.tap(HOA, "Nhận việc")
    return there


@pytest.mark.parametrize(
    "line", ["thiếu sổ theo dõi", "sổ thiếu chữ ký", "chưa niêm yết giá", "bảng giá cũ"]
)
async def test_of_who_goes_along_with_work_of_their_own_it_is_asked(
    with_work: Town, line: str
) -> None:
    town = with_work
    assert f"«{line}» – ghi là gì?" in await town.write(HOA, line)
    assert await notes(town) == []
    await town.tap(HOA, "Hạn chế")
    assert await notes(town) == [("short", line)]


@pytest.mark.parametrize("caption", ["", "bảng giá ngoài cổng"])
async def test_a_photo_of_theirs_is_of_the_visit_or_of_work(with_work: Town, caption: str) -> None:
    town = with_work
    await town.phone(HOA).photo(caption or None)
    await town.settle()
    kept = "SELECT about FROM attachment"
    assert await town.sql(kept) == []
    await town.tap(HOA, "GS-01")
    assert await town.sql(kept) == [("visit:1",)]
    assert await notes(town) == []
    if caption:
        await town.tap(HOA, "Ưu điểm")
        assert await notes(town) == [("good", caption)]


async def test_a_photo_of_who_has_no_work_is_of_the_visit(there: Town) -> None:
    await there.phone(HOA).photo()
    await there.settle()
    assert "GS-01" in there.phone(HOA).messages[-1].text
    assert await there.sql("SELECT about FROM attachment") == [("visit:1",)]


async def test_a_photo_or_another_day_s_word_is_no_name_of_a_proposal(there: Town) -> None:
    town = there
    await town.write(TRAN, "gs vệ sinh bếp, UBND phường Trà Cổ, tháng 12")
    for line in ("4 cô k phải 3", "đã đến", "chờ em hỏi chị Liên"):
        assert f"«{line}»: chọn" not in await town.write(TRAN, line)


@pytest.mark.parametrize("line", ["chờ em tí", "chị Lan ơi ký giúp em", "em đang in biên bản"])
@pytest.mark.parametrize("asked", ["GS1 biên bản xong", "GS1 kiến nghị", "GS1 mời"])
async def test_talk_answers_no_question_of_the_visit(there: Town, asked: str, line: str) -> None:
    town = there
    await town.write(TRAN, asked)
    said = await town.write(TRAN, line)
    assert said.strip()
    assert await town.sql("SELECT stage, result FROM visit") == [("planned", "")]
    for table in ("matter", "finding", "visit_guest"):
        assert await town.sql(f"SELECT count(*) FROM {table}") == [(0,)]


async def test_xong_ends_what_is_noted_also_after_another_card(with_work: Town) -> None:
    town = with_work
    await town.write(HOA, "GS1 hạn chế: bảng phí cũ")
    await town.write(HOA, "việc")
    assert "thôi ghi, đã có 1 nhận xét" in await town.write(HOA, "xong")
    assert await town.sql("SELECT count(*) FROM completion") == [(0,)]
