"""«UBND Ka Long năm nay bị giám sát mấy lần rồi»: a body's own burden this year, and what is
coming, by words; of what nobody is told of nothing is counted."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    office_of_visits,
    propose,
    together,
)
from tests.town import BINH, CUONG, DUNG, Town


@begun(autouse=True)
async def office(town: Town) -> None:
    """GS-02 became one with GS-01, GS-03 is elsewhere, GS-04 is hidden."""
    await office_of_visits(town)
    await propose(town, BINH)
    await propose(town, LIEN)
    await together(town, TRAN, "GS2 gộp GS1")
    await propose(town, LIEN, "tiếp công dân", TRACO)
    await propose(town, TRAN, "không báo trước niêm yết", KALONG)


@pytest.mark.parametrize(
    "line",
    [
        "ubnd phuong ka long bi giam sat may lan roi",
        "UBND phường Ka Long năm nay bị kiểm tra mấy lần?",
        "năm nay UBND Ka Long phải tiếp bao nhiêu đoàn",
        "UBND phường Ka Long từ đầu năm đến nay có mấy cuộc giám sát rồi ạ",
    ],
)
async def test_it_is_counted(town: Town, line: str) -> None:
    said = await town.write(DUNG, line)
    assert f"{KALONG}, năm 2026: 1 cuộc" in said
    assert "GS-01" in said
    assert "GS-03" not in said
    assert "năm 2026: 2 cuộc" in await town.write(TRAN, line), "whoever knows of the hidden one"


async def test_of_the_one_in_hand(town: Town) -> None:
    await town.write(DUNG, "GS3")
    assert f"{TRACO}, năm 2026: 1 cuộc" in await town.write(
        DUNG, "don vi nay nam nay bi kiem tra may lan"
    )


async def test_what_others_plan_is_told(town: Town) -> None:
    await town.write(TRAN, f"kế hoạch ngoài: HĐND, {FUND}, {KALONG}, tháng 12")
    await town.write(TRAN, "thêm")
    assert "• HĐND: " in await town.write(DUNG, "ubnd phuong ka long bi giam sat may lan roi")


async def test_which_body_is_asked(town: Town) -> None:
    said = await town.write(DUNG, "trường Hoa Sen bị kiểm tra mấy lần rồi")
    assert "Đơn vị nào?" in said
    assert "Đơn vị nào?" in await town.write(DUNG, "ubnd bi giam sat may lan")


@pytest.mark.parametrize(
    "line", ["em bị kiểm tra mấy lần rồi", "anh Bình kiểm tra mấy lần mới xong"]
)
async def test_what_is_said_of_others_is_no_question_of_a_body(town: Town, line: str) -> None:
    assert "Đơn vị nào?" not in await town.write(DUNG, line)


async def test_who_sees_no_visits_hears_of_none(town: Town) -> None:
    assert "GS-0" not in await town.write(CUONG, "UBND phường Ka Long bị giám sát mấy lần rồi")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gs sap toi", "Chương trình 2026"),
        ("danh sach gs 2026", "Chương trình 2026"),
        ("gs ngay 10/12 di dau", "GS-01"),
        ("thang 12 doan gs di dau vay", "GS-03"),
        ("co cuoc dot xuat nao trong tuan k", "tuần này: chưa có cuộc nào báo trước"),
        ("có cuộc niêm phong nào không", "tuần này: chưa có cuộc nào báo trước"),
    ],
)
async def test_the_lists_in_other_words(town: Town, line: str, words: str) -> None:
    said = await town.write(DUNG, line)
    assert words in said
    assert "GS-04" not in said
