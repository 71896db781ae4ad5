"""A draft of work that is shown is put right in words before it is given."""

import pytest

from tests.helpers.assignments import given
from tests.town import HANH, Town

LINES = "Bình: rà soát hộ nghèo, thứ 4\nHoa: làm băng rôn, thứ 6"


@pytest.mark.parametrize(
    "words", ["2 thoi t5 tuan sau", "hạn 2 thứ 5 tuần sau", "viec 2 t5 tuan sau"]
)
async def test_another_day_for_one_line(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    assert "26/11" in await town.write(HANH, words)
    await town.write(HANH, "ok giao")
    assert await given(town) == [("Bình", "2026-11-25"), ("Hoa", "2026-11-26")]


async def test_another_lead_and_a_line_left_out(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "Dung" in await town.write(HANH, "1 giao Dung")
    await town.write(HANH, "bo dong 2")
    await town.write(HANH, "giao viec")
    assert [lead for lead, _ in await given(town)] == ["Dung"]


async def test_of_two_lines_it_is_asked_which(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "số dòng" in await town.write(HANH, "thôi thứ 5 tuần sau")
    assert "không có" not in await town.write(HANH, "7 hạn thứ 5")
    assert await given(town) == []


async def test_an_hour_alone_asks_for_the_day(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    said = await town.write(HANH, "thôi 6h")
    assert "Hạn" in said
    assert await given(town) == []


async def test_the_only_line_needs_no_number(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    assert "26/11" in await town.write(HANH, "thoi t5 tuan sau")
    await town.write(HANH, "giao")
    assert await given(town) == [("Bình", "2026-11-26")]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("bo cai cua hoa di, chi giao binh thoi", ["Bình"]),
        ("thoi bo viec 2", ["Bình"]),
        ("2 bỏ đi em", ["Bình"]),
        ("khỏi giao Hoa nữa", ["Bình"]),
        ("chỉ giữ lại việc 2", ["Hoa"]),
        ("bo viec cua Binh, con lai giao", ["Hoa"]),
    ],
)
async def test_a_line_goes_out_by_its_number_or_its_name(
    town: Town, words: str, left: list[str]
) -> None:
    await town.write(HANH, LINES)
    assert "CHƯA GIAO" in await town.write(HANH, words)
    assert await given(town) == []
    await town.write(HANH, "ok")
    assert [lead for lead, _ in await given(town)] == left


async def test_words_go_out_of_a_title(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo câu 144, thứ 4\nHoa: làm băng rôn, thứ 6")
    said = await town.write(HANH, "viec 1 bo cau 144 di")
    assert "Bình: rà soát hộ nghèo\n" in said
    assert "Hoa: làm băng rôn\n" in said
    assert "chưa giao gì" in await town.write(HANH, "viec 2 bo chu ho ngheo")


async def test_words_that_may_have_changed_it_keep_it_from_being_given(town: Town) -> None:
    """«cái kia để xem lại đã» and «ok», «giao»: what would be given is asked, or shown anew."""
    await town.write(HANH, LINES)
    assert "«bỏ việc 2»" in await town.write(HANH, "cai kia de xem lai the nao da chu")
    assert "câu nào" in await town.write(HANH, "ok")
    assert "CHƯA GIAO" in await town.write(HANH, "giao việc")
    assert await given(town) == []
    await town.write(HANH, "giao việc")
    assert len(await given(town)) == 2


async def test_a_reporting_period_is_no_limit(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    for words in ("tháng 11", "quý này", "vi sao dcpl 1/3"):
        assert "chưa giao gì" in await town.write(HANH, words), words
    await town.tap(HANH, "Giao việc")
    assert await given(town) == [("Bình", "2026-11-25")]


async def test_more_that_is_put_right_in_words(town: Town) -> None:
    """«hình như 38 thôi», «thêm Hoa phối hợp», «thôi để Dung làm», «thôi k cần»."""
    await town.write(HANH, "giao binh lap ds 40 ho kho khan, t3")
    assert "lap ds 38 ho" in await town.write(HANH, "hình như 38 thôi")
    assert "lap ds 39 ho" in await town.write(HANH, "a nham 39 ho")
    assert "chưa giao gì" in await town.write(HANH, "a 12 thung")
    assert "🤝 Nguyễn Thị Hoa" in await town.write(HANH, "them Hoa phoi hop")
    assert "đ/c Lý Thị Dung: lap" in await town.write(HANH, "thoi de Dung lam")
    assert "bỏ bản nháp" in await town.write(HANH, "thoi k can")
    await town.write(HANH, "ok")
    assert await given(town) == []


# whoever types, and reads what became of it


TWO = "Bình: rà soát 12 hộ nghèo, thứ 4\nHoa: vận động 6 hộ, thứ 6"


@pytest.mark.parametrize(
    "words",
    [
        "thoi bo het, lam lai",
        "bỏ hết đi",
        "xoa het lam lai tu dau",
        "huy het di",
        "bo ca 2 viec di",
        "khong giao nua",
        "thôi khỏi giao nữa",
        "bo",
        "lam lai di",
        "bo nhap di",
    ],
)
async def test_all_of_it_is_dropped_and_takes_nothing_later(town: Town, words: str) -> None:
    await town.write(HANH, TWO)
    assert "bỏ bản nháp" in await town.write(HANH, words)
    said = await town.write(HANH, "Dung: treo băng rôn, thứ 6")
    assert "treo băng rôn" in said
    assert "12 hộ" not in said


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("bo Binh di", ["1. đ/c Nguyễn Thị Hoa: vận động 6 hộ", "Bỏ việc: Nguyễn Văn Bình"]),
        ("bỏ chị Hoa ra", ["1. đ/c Nguyễn Văn Bình", "Bỏ việc: Nguyễn Thị Hoa"]),
        ("bo Dung di", ["không có đ/c Lý Thị Dung"]),
    ],
)
async def test_one_person_goes_out_and_no_one_else(
    town: Town, words: str, stands: list[str]
) -> None:
    await town.write(HANH, TWO)
    said = await town.write(HANH, words)
    assert [part for part in stands if part not in said] == [], said


async def test_a_helper_goes_out_and_the_work_stays(town: Town) -> None:
    await town.write(HANH, "Bình và Hoa rà soát hộ nghèo, thứ 4")
    said = await town.write(HANH, "bo Hoa di")
    assert "✏️ phối hợp bỏ Nguyễn Thị Hoa" in said
    assert "1. đ/c Nguyễn Văn Bình: rà soát hộ nghèo" in said
    assert "🤝" not in said
    assert "Giao cho ai" in await town.write(HANH, "bo Binh")
    assert "1. đ/c Lý Thị Dung: rà soát hộ nghèo" in await town.write(HANH, "Dung")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("viec 2 giao Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("việc 2: Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("giao viec 2 cho Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("khong, giao Dung chu khong phai Hoa", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("k phai Hoa ma la Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("thay Hoa bang Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("de Dung lam thay Hoa", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("nguoi lam viec 2 la Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("việc cuối chuyển cho Dung", "✏️ Việc 2: người Nguyễn Thị Hoa → Lý Thị Dung"),
        ("doi han viec 1 sang thu 6", "✏️ Việc 1: hạn thứ Tư, 25/11 17h00 → thứ Sáu, 20/11"),
        ("lui viec 1 den t6 tuan sau", "✏️ Việc 1: hạn thứ Tư, 25/11 17h00 → thứ Sáu, 27/11"),
        ("viec cua Binh de thu 5 tuan sau", "✏️ Việc 1: hạn thứ Tư, 25/11 17h00 → thứ Năm, 26/11"),
        ("ca hai de thu 5 tuan sau", "✏️ Việc 2: hạn thứ Sáu, 20/11 17h00 → thứ Năm, 26/11"),
        ("viec 1 them Dung lam cung", "✏️ Việc 1: phối hợp thêm Lý Thị Dung"),
        ("them Dung vao viec 2", "✏️ Việc 2: phối hợp thêm Lý Thị Dung"),
        ("12 ho la 15 ho", "chưa hiểu"),
        ("khong phai 12, 15 ho thoi", "✏️ Việc 1: nội dung rà soát 12 hộ nghèo → rà soát 15 hộ"),
        ("việc 2 8 hộ thôi", "✏️ Việc 2: nội dung vận động 6 hộ → vận động 8 hộ"),
    ],
)
async def test_what_changed_is_said(town: Town, words: str, stands: str) -> None:
    await town.write(HANH, TWO)
    said = await town.write(HANH, words)
    assert stands in said, said


async def test_words_that_fit_two_lines_are_asked_of_which(town: Town) -> None:
    """«nhầm, 15 hộ thôi» is of neither until it is said; the number alone is enough."""
    await town.write(HANH, TWO)
    said = await town.write(HANH, "nham, 15 ho thoi")
    assert "«nham, 15 ho thoi» là của việc nào" in said
    assert "✏️ Việc 2: nội dung vận động 6 hộ → vận động 15 hộ" in await town.write(HANH, "2")
    assert "✏️ Việc 2: nội dung vận động 15 hộ → vận động 8 hộ" in await town.write(
        HANH, "a nham 8 ho"
    ), "it was spoken of just now"
    await town.write(HANH, "them Dung phoi hop viec 1")
    said = await town.write(HANH, "nguoi lam la Dung")
    assert "✏️ Việc 1: người Nguyễn Văn Bình → Lý Thị Dung" in said


async def test_one_line_needs_no_number(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát 12 hộ nghèo, thứ 4")
    assert "phối hợp thêm Nguyễn Thị Hoa" in await town.write(HANH, "them Hoa lam cung")
    assert "người Nguyễn Văn Bình → Lý Thị Dung" in await town.write(HANH, "nguoi lam la Dung")
    assert "12 hộ nghèo → rà soát 15 hộ nghèo" in await town.write(HANH, "nham, 15 ho thoi")
    assert "người Lý Thị Dung → Nguyễn Thị Hoa" in await town.write(HANH, "y chi la Hoa")
    assert "🤝" not in await town.screen(HANH)


async def test_it_is_put_right_while_something_is_asked(town: Town) -> None:
    assert "Hạn đến khi nào" in await town.write(HANH, "giao Bình lập danh sách 40 hộ khó khăn")
    said = await town.write(HANH, "khong, giao Hoa chu khong phai Binh")
    assert "người Nguyễn Văn Bình → Nguyễn Thị Hoa" in said
    assert "Hạn đến khi nào" in said
    said = await town.write(HANH, "a nham 38 ho thoi")
    assert "38 hộ" in said
    assert "1. đ/c Nguyễn Thị Hoa: lập danh sách 38 hộ khó khăn" in await town.write(HANH, "t6")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "ừ giao",
            "ok giao luôn",
            "đúng rồi giao đi",
            "giao cả 2",
            "ok giao cả hai",
            "ừ giao cả đi em",
            "chuan r giao di",
            "dung r, giao",
            "giao ca 2 viec do di",
            "ok giao het",
            "dc gui",
        )
    ],
)
async def test_a_yes_before_it_gives_it(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    await town.write(HANH, words)
    assert len(await given(town)) == 2


async def test_of_more_than_there_are_it_is_shown_again(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "CHƯA GIAO" in await town.write(HANH, "giao cả ba")
    assert await given(town) == []


@pytest.mark.parametrize("words", ["thôi khỏi giao", "khỏi giao", "không giao nữa"])
async def test_it_is_not_given(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    assert "chưa giao gì" in await town.write(HANH, words)
    assert await given(town) == []


@pytest.mark.parametrize(
    "words",
    [
        "sửa: thứ 3, không phải thứ 4",
        "không phải thứ 4 mà thứ 3",
        "việc 1 không phải thứ 4 mà là thứ 3",
        "thứ 3 chứ không phải thứ 4",
        "việc 1 hạn: thứ 3",
    ],
)
async def test_the_day_that_is_wrong_says_of_which_line(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    assert "Việc 1: hạn thứ Tư, 25/11 17h00 → thứ Ba, 24/11" in await town.write(HANH, words)
    await town.write(HANH, "giao")
    assert await given(town) == [("Bình", "2026-11-24"), ("Hoa", "2026-11-20")]


async def test_a_day_that_no_line_has_changes_none(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "bản nháp giữ nguyên" in await town.write(HANH, "không phải thứ 2 mà thứ 3")


@pytest.mark.parametrize("words", ["đổi người: Dung", "sửa người: Dung", "người làm là Dung"])
async def test_another_person_after_a_colon(town: Town, words: str) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    await town.write(HANH, words)
    await town.write(HANH, "giao")
    assert [lead for lead, _ in await given(town)] == ["Dung"]
