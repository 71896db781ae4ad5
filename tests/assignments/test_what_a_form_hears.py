"""«Giao cho ai?» and «Hạn đến khi nào?» hear a name and a limit; other words are tried elsewhere,
and where nobody understands them the form says again what it expects."""

from tests.helpers.assignments import given
from tests.town import HANH, Town

NO_LIMIT = ("tháng 11", "quý này", "từ đầu năm", "vi sao dcpl 1/3", "mua to qua chi oi")
NO_NAME = ("tháng 11", "vi sao dcpl 1/3", "Hoa bao la mai nghi", "ben phuong hen t5 gui so lieu")


async def test_a_form_of_a_day_hears_a_limit(town: Town) -> None:
    await town.write(HANH, "giao Bình: rà soát hộ nghèo")
    for words in NO_LIMIT:
        said = await town.write(HANH, words)
        assert f"«{words}»: chưa ghi" in said
        assert "Hạn đến khi nào" in said
    assert "việc nào quá hạn" in await town.write(HANH, "quá hạn")
    await town.write(HANH, "chắc để thứ 6 tuần sau là được")
    await town.write(HANH, "ok")
    assert await given(town) == [("Bình", "2026-11-27")]


async def test_a_form_of_a_name_hears_somebody(town: Town) -> None:
    await town.write(HANH, "giao việc")
    for words in NO_NAME:
        said = await town.write(HANH, words)
        assert f"«{words}»: chưa ghi" in said
        assert "Giao cho ai" in said
    assert "«Tèo» là ai?" in await town.write(HANH, "Tèo")
    assert "Giao đ/c Nguyễn Văn Bình.\nViệc gì?" in await town.write(HANH, "Bình")
    assert "Việc gì?" in await town.write(HANH, "bao giờ họp?")
    assert "Hạn đến khi nào" in await town.write(HANH, "Rà soát danh bạ")


GIVEN = ("giao a Bình nhé", "thôi để Bình làm", "cứ giao cho Bình đi ạ", "cho a Binh lam")
NOT_GIVEN = ("để mai làm", "hỏi Bình xem")


async def test_a_name_is_heard_among_the_words_of_giving(town: Town) -> None:
    for words in GIVEN:
        await town.write(HANH, "giao việc")
        assert "Giao đ/c Nguyễn Văn Bình.\nViệc gì?" in await town.write(HANH, words), words
        await town.write(HANH, "bỏ hết")
    await town.write(HANH, "giao việc")
    for words in NOT_GIVEN:
        assert "Giao cho ai" in await town.write(HANH, words), words


async def test_lines_of_a_briefing_hold_work(town: Town) -> None:
    await town.write(HANH, "giao ban")
    for words in ("tháng 11", "ai chua bao so lieu?"):
        assert "Giao cho ai" not in await town.write(HANH, words)
    assert "Giao cho ai" in await town.write(HANH, "rà soát lại danh sách hộ nghèo")
