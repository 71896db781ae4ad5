"""What is sent after a report was sent back is its report, with all that came along; a paper's
number is no work's."""

import pytest

from tests.helpers.assignments import numbered, report
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town

DRAFT = "SELECT text FROM completion WHERE state = 'draft'"
PROOFS = "SELECT count(*) FROM attachment"


@begun
async def sent_back(town: Town) -> None:
    """147 was sent back, 148 goes on."""
    await numbered(town, (THANG, "Bình", "Danh sách hộ nghèo", "27/11"))
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "nhận 148")
    await report(town)
    await town.write(THANG, "trả lại 147, bổ sung văn bản số 45")
    await town.later(minutes=5)


CAPTIONS = (
    "van ban so 45 ngay 20/11 day a, bao xong lai",
    "vb 45 đây ạ, em báo xong lại",
    "biên bản 4 trường đây ạ",
    "bổ sung sđt rồi ạ",
    "kế hoạch đã thêm mục khen thưởng, e gửi lại",
    "147 bien ban day a, xong 4/4 truong",
)
NOT_ITS_REPORT = ("biên bản em chưa có, mai em gửi", "148 danh sách đây ạ", "cái này đúng chưa ạ?")


@pytest.mark.parametrize("caption", CAPTIONS)
async def test_what_is_sent_is_its_report(town: Town, sent_back: None, caption: str) -> None:
    await town.phone(BINH).photo(caption)
    said = await town.screen(BINH)
    assert "Báo xong NV-2026-0147" in said
    assert caption.removeprefix("147 ") in said
    assert await town.sql(PROOFS) == [(1,)]
    assert "Đã gửi báo cáo" in await town.write(BINH, "gửi")


@pytest.mark.parametrize("caption", NOT_ITS_REPORT)
async def test_what_says_something_else_is_not(town: Town, sent_back: None, caption: str) -> None:
    await town.phone(BINH).photo(caption)
    assert "Báo xong NV-2026-0147" not in await town.screen(BINH)


async def test_words_alone_name_it(town: Town, sent_back: None) -> None:
    said = await town.write(BINH, "hai hoa e vua xin dc so lieu r, 32 ho, gui lai 147")
    assert "Báo xong NV-2026-0147" in said
    assert "32 ho" in said


async def test_a_photo_that_was_asked_about_goes_with_the_report(town: Town) -> None:
    await numbered(town)
    await town.write(BINH, "nhận 147")
    await town.phone(BINH).photo("nếu có xe thì mai em đi 147")
    await town.settle()
    assert "Minh chứng: 1 ảnh" in await town.write(BINH, "xong 147: 6/6 hộ đã ký")
